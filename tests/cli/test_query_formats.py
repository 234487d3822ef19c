"""Results of `kg query` in the formats of SPARQL, and queries that are ended."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest

from kg.cli import main
from kg.errors import UsageError
from kg.graph import build, open_graph
from kg.model import Document
from tests.graph.made import claim

CONSTRUCT = "CONSTRUCT { ?e dip:earliest ?day } { ?e a dip:Event ; dip:earliest ?day }"
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    """One article of 1987."""
    said = "Kenya met Uganda in May 1987."
    document = Document.of(said, title="Lake talks", publisher="Rift Post", published="1987-05-21")
    told = [claim(document, "meet", among=("KEN", "UGA"), on="1987-05-20", quote=said)]
    folder = tmp_path_factory.mktemp("formats") / "lake.kg"
    build([document], lambda _: told, folder, extractor="tests 1")
    return str(folder)


def test_rows_keep_their_types(graph, capsysbinary):
    """The day is an xsd:date for each reader."""
    query = "SELECT ?day { ?e a dip:Event ; dip:earliest ?day }"
    for name, form in (("srj", ox.QueryResultsFormat.JSON), ("srx", ox.QueryResultsFormat.XML),
                       ("tsv", ox.QueryResultsFormat.TSV)):  # fmt: skip
        assert main(["query", query, "-g", graph, "--format", name]) == 0
        (row,) = ox.parse_query_results(capsysbinary.readouterr().out, format=form)
        assert row["day"].value == "1987-05-20"
        assert row["day"].datatype.value.endswith("#date")
    assert main(["query", query, "-g", graph, "--format", "csv"]) == 0
    table = list(csv.reader(io.StringIO(capsysbinary.readouterr().out.decode())))
    assert table == [["day"], ["1987-05-20"]]


@pytest.mark.parametrize(
    ("name", "form"),
    [("ttl", ox.RdfFormat.TURTLE), ("nt", ox.RdfFormat.N_TRIPLES), ("rdf", ox.RdfFormat.RDF_XML),
     ("jsonld", ox.RdfFormat.JSON_LD)],
)  # fmt: skip
def test_graphs(name, form, graph, tmp_path):
    """The ending of the file chooses; every format holds the one triple."""
    out = tmp_path / f"days.{name}"
    assert main(["query", CONSTRUCT, "-g", graph, "-o", str(out)]) == 0
    (triple,) = {q.triple for q in ox.parse(out.read_bytes(), format=form)}
    assert triple.object.value == "1987-05-20"


def test_formats_that_do_not_fit(graph, capsys):
    """Rows are no graph, a graph is no rows, and there is no such format."""
    for query, name, said in (
        (CONSTRUCT, "tsv", "the query gives a graph"), ("ASK {}", "ttl", "the query gives rows"),
        ("ASK {}", "pdf", "no format is called 'pdf'"),
    ):  # fmt: skip
        assert main(["query", query, "-g", graph, "--format", name]) == 2
        assert said in capsys.readouterr().err
    assert main(["query", "ASK {}", "-g", graph, "--format", "srj", "--json"]) == 2
    with pytest.raises(UsageError, match="no format"):
        open_graph(graph).results("ASK {}", "xlsx")


def test_a_query_is_ended(graph, capsys):
    """What takes too long is a sentence; what does not is answered as ever."""
    assert main(["query", CROSS, "-g", graph, "--timeout", "1.5"]) == 2
    assert "longer than 1.5 s" in capsys.readouterr().err
    counted = "SELECT (COUNT(?e) AS ?n) { ?e a dip:Event }"
    assert main(["query", counted, "-g", graph, "--timeout", "30", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"n": "1"}


def test_mistakes_in_a_format_show_their_place(graph, capsys):
    """As without it."""
    assert main(["query", "SELECT ?x { ?x dip:hapened ?y }", "-g", graph, "--format", "srj"]) == 2
    assert "the ontology has no dip:hapened" in capsys.readouterr().err
