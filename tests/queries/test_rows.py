"""Rows as text: what is written can be read again by another's reader."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.graph import Rows
from kg.queries.rows import render

TALKS = Rows(("who", "event"), (('Côte d’Ivoire, "CIV"', "https://w3id.org/dipkg/event/1"), (None, "a\tb\n<c>")))


def test_json_lines():
    """One object a row, null where nothing is bound."""
    first, second = map(json.loads, render(TALKS, "jsonl").splitlines())
    assert first["who"].startswith("Côte")
    assert second == {"who": None, "event": "a\tb\n<c>"}


def test_csv_is_read_by_python():
    """Quotes, commas and line breaks survive."""
    rows = list(csv.reader(io.StringIO(render(TALKS, "csv"), newline="")))
    assert rows == [["who", "event"], list(TALKS.rows[0]), ["", "a\tb\n<c>"]]


@pytest.mark.parametrize(("form", "name"), [("json", "JSON"), ("xml", "XML"), ("tsv", "TSV")])
def test_another_reader_reads_sparql_results(form, name):
    """pyoxigraph reads the SPARQL formats and finds the same values."""
    import pyoxigraph as ox

    found = ox.parse_query_results(render(TALKS, form).encode(), format=getattr(ox.QueryResultsFormat, name))
    rows = [tuple(row[i].value if row[i] is not None else None for i in range(2)) for row in found]
    assert rows == list(TALKS.rows)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_survives_xml(text):
    """No text can break out of its element."""
    import xml.etree.ElementTree as ET

    made = ET.fromstring(render(Rows(("x",), ((text,),)), "xml").encode())
    value = made.find(".//{*}literal")
    assert value is None or value.text.replace("\ufffd", "") == text.replace("\ufffd", "").translate(
        {0xFFFE: None, 0xFFFF: None}
    )


def test_unknown_format_names_the_known():
    """A wrong format says which there are."""
    with pytest.raises(UsageError, match="jsonl, csv, tsv, json, xml"):
        render(TALKS, "yaml")
