"""Requests of the SPARQL 1.1 Protocol: what is read from them, what is refused, which format an Accept header gets."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest

from kg.serve.protocol import BOOLEANS, GRAPHS, ROWS, Wrong, is_html, negotiated, parse
from kg.serve.show import pieces

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
ASK = "ASK { ?treaty ?is ?ratified }"


@pytest.mark.parametrize(
    ("method", "url", "kind", "body"),
    [
        ("GET", urlencode({"query": ASK}), "", b""),
        ("POST", "", FORM, urlencode({"query": ASK}).encode()),
        ("POST", "", f"{FORM}; charset=UTF-8", urlencode({"query": ASK}).encode()),
        ("POST", "", DIRECT, ASK.encode()),
        ("POST", "", f'{DIRECT};charset="utf-8"', ASK.encode()),
    ],
)
def test_three_ways_to_send_a_query(method, url, kind, body):
    """GET, a form, and the query itself are the same request."""
    asked = parse(method, url, kind, body)
    assert asked is not None
    assert (asked.query, asked.default_graphs, asked.named_graphs) == (ASK, (), ())


def test_the_dataset_comes_from_the_url_or_the_form():
    """Graphs are given in the URL or in the form, more than one of each."""
    graphs = [("default-graph-uri", "urn:a"), ("default-graph-uri", "urn:b"), ("named-graph-uri", "urn:c")]
    for asked in (
        parse("GET", urlencode([("query", ASK), *graphs])),
        parse("POST", "", FORM, urlencode([("query", ASK), *graphs]).encode()),
        parse("POST", urlencode(graphs), DIRECT, ASK.encode()),
        parse("POST", urlencode(graphs), FORM, urlencode({"query": ASK}).encode()),
    ):
        assert asked is not None
        assert (asked.default_graphs, asked.named_graphs) == (("urn:a", "urn:b"), ("urn:c",))


@pytest.mark.parametrize(
    ("status", "method", "url", "kind", "body"),
    [
        (400, "GET", urlencode([("query", ASK), ("query", ASK)]), "", b""),
        (400, "POST", "", FORM, urlencode([("query", ASK), ("query", ASK)]).encode()),
        (400, "POST", urlencode({"query": ASK}), DIRECT, ASK.encode()),
        (400, "POST", "", FORM, b"quest=ASK"),
        (415, "POST", "", "text/plain", ASK.encode()),
        (415, "POST", "", "", urlencode({"query": ASK}).encode()),
        (415, "POST", "", f"{DIRECT}; charset=UTF-16", ASK.encode("utf-16")),
        (400, "POST", "", DIRECT, ASK.encode("utf-16")),
        (400, "GET", "query=ASK%ff", "", b""),
        (403, "GET", urlencode({"update": "CLEAR ALL"}), "", b""),
        (403, "POST", "", FORM, urlencode({"update": "CLEAR ALL"}).encode()),
        (403, "POST", "", "application/sparql-update", b"CLEAR ALL"),
        (403, "GET", urlencode([("query", ASK), ("using-graph-uri", "urn:a")]), "", b""),
        (400, "GET", "query=ASK&" + "&".join(f"default-graph-uri=urn:{n}" for n in range(200)), "", b""),
    ],
)
def test_what_the_protocol_does_not_allow(status, method, url, kind, body):
    """Two queries, other media types, other encodings and every update are refused with a sentence."""
    with pytest.raises(Wrong) as refused:
        parse(method, url, kind, body)
    assert refused.value.status == status
    assert len(refused.value.what) > 10


def test_without_a_query_the_service_is_described():
    """GET without parameters is no mistake."""
    assert parse("GET", "") is None


@pytest.mark.parametrize(
    ("accept", "offered", "wanted"),
    [
        ("", ROWS, "application/sparql-results+json"),
        ("*/*", BOOLEANS, "application/sparql-results+json"),
        ("text/csv", ROWS, "text/csv"),
        ("text/tab-separated-values, */*;q=0.1", ROWS, "text/tab-separated-values"),
        ("application/sparql-results+xml;q=0.9, application/json;q=0.8", ROWS, "application/sparql-results+xml"),
        ("application/json", ROWS, "application/json"),
        ("text/*", ROWS, "text/xml"),
        ("application/sparql-results+json;q=0, */*", ROWS, "application/json"),
        ("TEXT/TURTLE", GRAPHS, "text/turtle"),
        ("application/ld+json", GRAPHS, "application/ld+json"),
        ("application/n-triples;q=0.4, application/rdf+xml;q=0.5", GRAPHS, "application/rdf+xml"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", GRAPHS, "text/turtle"),
    ],
)
def test_the_best_format_is_given(accept, offered, wanted):
    """Quality goes before the order in which formats are offered, and a named type before a range."""
    assert negotiated(accept, offered)[1] == wanted


def test_a_format_that_is_not_there():
    """Nothing acceptable is 406 and names what there is; a format by name goes before the header."""
    with pytest.raises(Wrong, match="text/csv") as refused:
        negotiated("image/png", ROWS)
    assert refused.value.status == 406
    assert negotiated("application/json", ROWS, "tsv")[0] == "tsv"
    with pytest.raises(Wrong, match="json, xml, csv, tsv"):
        negotiated("", ROWS, "pdf")


def test_browsers_get_pages_and_programs_data():
    """Only who would rather have HTML gets it."""
    assert is_html("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    assert not is_html("*/*")
    assert not is_html("")
    assert not is_html("application/json, text/html;q=0.5")


def test_a_text_in_pieces():
    """Overlapping evidence is cut where either begins or ends; together the pieces are the text."""
    text = "Chad met Mali, and both met Niger."
    told = [
        {"id": "one", "start": "0", "end": "13"},
        {"id": "two", "start": "5", "end": "33"},
        {"id": "far", "start": "90", "end": "99"},
    ]
    cut = pieces(text, told, "two")
    assert "".join(p["text"] for p in cut) == text
    assert [(p["text"], p["of"], p["chosen"]) for p in cut] == [
        ("Chad ", ["one"], False), ("met Mali", ["one", "two"], True), (", and both met Niger", ["two"], True),
        (".", [], False),
    ]  # fmt: skip
    assert quote(cut[1]["first"][0]) == "two"
