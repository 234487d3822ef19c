"""Each export opened by a program that reads such files."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg.graph import build, open_graph
from kg.graph.export import FORMATS
from kg.model import Document
from tests.graph.made import claim, seed

LONG = (
    "Kerry met Zarif on Wednesday in the Palais Coburg in Vienna, where they talked for many hours about many things."
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kg") / "x.kg"
    article, claims = seed()
    dated = Document.of(LONG, id="dated", published="2014-11-06", url="https://example.org/a")
    more = [claim(dated, "meet", among=("Q22316", "Q10296812"), on="2014-11-05", place="<b>Vienna</b>")]
    told = {article.key: claims, dated.key: more}
    build([article, dated], lambda d: told[d.key], folder)
    return open_graph(folder)


def written(graph, form, **options):
    out = io.BytesIO()
    graph.export(form, out, **options)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_twice(graph, form):
    """Equal graphs, equal bytes; and never an empty file."""
    if form == "parquet":
        pytest.importorskip("pyarrow")
    first = written(graph, form)
    assert len(first) > 200
    assert first == written(open_graph(graph.target), form)


def test_networkx_reads_graphml(graph):
    """Ten events and all their actors; the talks of seven have seven edges."""
    import networkx as nx

    network = nx.read_graphml(io.BytesIO(written(graph, "graphml")))
    events = [n for n, d in network.nodes(data=True) if d["kind"] == "event"]
    talks = next(n for n, d in network.nodes(data=True) if d.get("type") == "negotiate")
    assert (len(events), network.in_degree(talks)) == (10, 7)


def test_networkx_reads_gexf(graph):
    """With the interval of the dated event."""
    import networkx as nx

    network = nx.read_gexf(io.BytesIO(written(graph, "gexf")))
    meeting = next(d for _, d in network.nodes(data=True) if d.get("type") == "meet")
    assert (meeting["start"], meeting["end"], meeting["status"]) == ("2014-11-05", "2014-11-05", "actual")


def test_pandas_reads_both_tables(graph):
    """Events, and pairs of event and actor."""
    import pandas as pd

    events = pd.read_csv(io.BytesIO(written(graph, "csv")))
    pairs = pd.read_csv(io.BytesIO(written(graph, "csv-pairs")))
    assert (len(events), set(events.status)) == (10, {"actual", "negated", "conditional"})
    assert set(pairs.event) == set(events.id)
    assert len(pairs[pairs.type == "negotiate"]) == 7


def test_a_cell_is_no_formula(tmp_path):
    """A name that begins with an equals sign stays text in a spreadsheet."""
    document = Document.of("Kerry met Zarif.", id="d")
    build([document], lambda d: [claim(d, "meet", among=("USA", "IRN"), place="=HYPERLINK(1)")], tmp_path / "x.kg")
    [_, row] = csv.reader(io.StringIO(written(open_graph(tmp_path / "x.kg"), "csv").decode()))
    assert "'=HYPERLINK(1)" in row


def test_timelinejs_has_dated_events_only(graph):
    """Years, months, days as it wants them; no tags from a text."""
    [event] = json.loads(written(graph, "timelinejs"))["events"]
    assert event["start_date"] == {"year": "2014", "month": "11", "day": "05"}
    assert event["text"]["headline"] == "John Kerry and Mohammad Javad Zarif met"


def test_plover_lines(graph):
    """One object an event, with codes of countries."""
    rows = [json.loads(line) for line in written(graph, "plover").splitlines()]
    letter = next(r for r in rows if r["event_mode"] == "letter")
    assert (letter["event_type"], letter["actor_country"], letter["recipient_country"]) == ("CONSULT", ["USA"], ["IRN"])


def test_web_annotations_point_into_the_text(graph):
    """Fifteen claims; the quote stands where the selector says."""
    rows = [json.loads(line) for line in written(graph, "annotations").splitlines()]
    assert len(rows) == 15
    dated = next(r for r in rows if r["target"]["source"] == "https://example.org/a")
    quote, place = dated["target"]["selector"]
    assert LONG[place["start"] : place["end"]] == quote["exact"]


def test_rdflib_reads_nanopublications(graph):
    """Four graphs a claim."""
    import rdflib

    data = rdflib.Dataset()
    data.parse(data=written(graph, "nanopub"), format="trig")
    named = {str(g.identifier) for g in data.graphs() if len(g)}
    assert len(named) == 4 * 15


def test_every_nanopublication_is_valid(graph):
    """By the rules of nanopub.org/guidelines: one head that names three further graphs, none of them empty or shared;
    the provenance is about the assertion, the publication info about the nanopublication.
    """
    import rdflib

    np = rdflib.Namespace("http://www.nanopub.org/nschema#")
    data = rdflib.Dataset()
    data.parse(data=written(graph, "nanopub"), format="trig")
    seen = []
    for one, _, _, head in data.quads((None, rdflib.RDF.type, np.Nanopublication, None)):
        parts = [
            data.value(one, p) or next(data.graph(head).objects(one, p))
            for p in (np.hasAssertion, np.hasProvenance, np.hasPublicationInfo)
        ]
        assertion, provenance, about = parts
        seen.extend([str(head), *map(str, parts)])
        assert all(len(data.graph(p)) for p in parts)
        assert (assertion, None, None) in data.graph(provenance)
        assert (one, None, None) in data.graph(about)
    assert len(seen) == len(set(seen)) == 4 * 15


def test_no_text_keeps_quotes_short(graph):
    """For those who may not pass on articles: no export holds the whole sentence."""
    for form in ("trig", "nq", "jsonld", "annotations", "nanopub"):
        assert LONG in written(graph, form).decode()
        cut = written(graph, form, no_text=True).decode()
        assert LONG not in cut
        assert "Kerry met Zarif on Wednesday in the Palais Coburg" in cut
