"""When events were: told dates, bounds from the report, spans of undated documents, and the filter by overlap."""

from __future__ import annotations

from dataclasses import replace

import pytest
import rdflib

from kg import ontology
from kg.graph import build, derive, open_graph
from kg.graph.picking import picked
from kg.model import Document, When
from tests.graph.made import claim

LEXICON = ontology.load()
TOLD = "Egypt met Turkey."
SPAN = "2011-03-01/2013-05-31"


def report(published, modality="actual", stance="asserted", when=None, text=TOLD):
    document = Document.of(text, published=published)
    made = claim(document, "meet", among=("EGY", "TUR"), modality=modality, stance=stance)
    return document, [replace(made, when=when, id="")]


def only(*read):
    found = derive(read, LEXICON)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("published", "modality", "stance", "bounds"),
    [
        ("2009-08-14", "actual", "asserted", (None, "2009-08-14")),
        ("2009-08-14", "actual", "denied", (None, "2009-08-14")),
        ("2009-08-14", "planned", "asserted", ("2009-08-14", None)),
        ("2009-08-14", "conditional", "asserted", ("2009-08-14", None)),
        ("2009-08-14", "possible", "asserted", (None, None)),
        ("2009-08", "actual", "asserted", (None, "2009-08-31")),
        (SPAN, "actual", "asserted", (None, "2013-05-31")),
        (SPAN, "planned", "asserted", ("2011-03-01", None)),
        (None, "actual", "asserted", (None, None)),
    ],
)
def test_the_report_bounds_what_has_no_date(published, modality, stance, bounds):
    """What happened was not after its report, what is planned not before it; it is marked, and `when` stays empty."""
    event = only(report(published, modality, stance))
    assert event.when is None
    assert (event.earliest, event.latest) == bounds
    assert bool(event.bounds_basis) == (bounds != (None, None))


def test_a_told_date_goes_before_the_report():
    """A day that the text tells is not touched; a day without its year is bounded by the report."""
    told = only(report("2009-08-14", when=When("2009-08-11", "2009-08-11", "2009-08-11", "Tuesday", "given")))
    assert (told.earliest, told.latest, told.bounds_basis) == ("2009-08-11", "2009-08-11", None)
    partial = only(report(SPAN, when=When("XXXX-08-11", None, None, "Aug. 11", "no year")))
    assert (partial.when.edtf, partial.latest) == ("XXXX-08-11", "2013-05-31")


def test_one_end_told_is_one_end_known():
    """“By 30 June” and "since January" without a publication: the other end stays open."""
    by = only(report("2009-02-02", "planned", when=When("../2009-06-30", None, "2009-06-30", "30 June", "by")))
    assert (by.earliest, by.latest) == (None, "2009-06-30")


EVENTS = {
    "day": report("2009-08-14", when=When("2009-08-11", "2009-08-11", "2009-08-11"), text="Egypt met Turkey a."),
    "month": report("2010-08-14", when=When("2010-07", "2010-07-01", "2010-07-31"), text="Egypt met Turkey b."),
    "since": report(None, when=When("2012-01/..", "2012-01-01", None), text="Egypt met Turkey c."),
    "reported": report("2014-03-03", text="Egypt met Turkey d."),
    "planned": report("2015-03-03", "planned", text="Egypt meets Turkey e."),
    "span": report(SPAN, text="Egypt met Turkey f."),
    "never": report(None, text="Egypt met Turkey g."),
}


@pytest.fixture(scope="module")
def talks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kg") / "talks.kg"
    read = {d.key: (d, c) for d, c in EVENTS.values()}
    build([d for d, _ in read.values()], lambda d: read[d.key][1], folder, extractor="tests 1")
    return open_graph(folder)


ASKED = [
    ({"since": "2009-08-11", "until": "2009-08-11"}, {"day", "span"}),
    ({"since": "2009-08-12", "until": "2010-06-30"}, {"span"}),
    ({"since": "2010-07-31", "until": "2010"}, {"month", "span"}),
    ({"since": "2013-06"}, {"since", "reported", "planned"}),
    ({"since": "2014-03-04"}, {"since", "planned"}),
    ({"until": "2013"}, {"day", "month", "since", "span"}),
    ({"since": "2015-03-04"}, {"since"}),
    ({}, set(EVENTS)),
]


@pytest.mark.parametrize(("asked", "want"), ASKED)
def test_since_and_until_keep_what_can_lie_between(talks, asked, want):
    """By overlap; what only its report dates counts as of the report, and what nothing bounds is left out."""
    names = {d.id: name for name, (d, _) in EVENTS.items()}
    assert {names[d] for e in talks.events(**asked) for d in e.documents} == want


@pytest.mark.parametrize(("asked", "want"), ASKED)
def test_both_engines_find_these(talks, asked, want, tmp_path):
    """The pattern gives the same events on rdflib and on Oxigraph, in the same order where only some are wanted."""
    query = picked(**asked)
    ours = {str(iri) for (iri,) in talks.query(query)}
    with (tmp_path / "out.trig").open("wb") as stream:
        talks.export("trig", stream)
    other = rdflib.Dataset(default_union=True)
    other.parse(tmp_path / "out.trig", format="trig")
    prefixes = "PREFIX dip: <https://w3id.org/dipkg/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
    assert {str(row[0]) for row in other.query(prefixes + query)} == ours
    assert {e.iri for e in talks.events(**asked)} == ours
    assert len(ours) == len(want)
    last = picked(**asked, newest=2)
    assert [row[1] for row in talks.query(last)] == [str(row[1]) for row in other.query(prefixes + last)]


def test_the_newest_are_the_last_by_date(tmp_path, monkeypatch):
    """Of several of one day those with the last names, however many more are asked for at once."""
    texts = [f"Egypt met Turkey {n} times on one day." for n in range(9)]
    days = ["2009-08-11"] * 6 + ["2010-01-01", None, "2008-01-01"]
    read = {}
    for text, day in zip(texts, days, strict=True):
        document = Document.of(text, published=day)
        read[document.key] = document, [claim(document, "meet", ("EGY",), (f"T{text[17]}",), on=day)]
    build([d for d, _ in read.values()], lambda d: read[d.key][1], tmp_path / "x.kg")
    graph = open_graph(tmp_path / "x.kg")
    every = [e for e in graph.events() if e.earliest]
    assert len(every) == 8
    for batch in (1, 200):
        monkeypatch.setattr("kg.graph.fetch._BATCH", batch)
        assert [graph.events(newest=n) for n in (1, 3, 8)] == [every[-n:] for n in (1, 3, 8)]
        assert len(graph.events(newest=9)) == 9


def test_events_sort_by_the_first_bound_that_they_have(talks):
    """An undated article's events stand where its span puts them; what nothing bounds comes last."""
    names = {d.id: name for name, (d, _) in EVENTS.items()}
    assert [names[e.documents[0]] for e in talks.events()] == [
        "day", "month", "since", "span", "reported", "planned", "never",
    ]  # fmt: skip


def test_a_span_is_no_publication_date_in_the_graph(talks):
    """Only its bounds stand there, and come back as they were."""
    document, _ = EVENTS["span"]
    rows = talks.query(
        "SELECT ?p ?a ?b { ?d dct:identifier ?id ; dip:publishedEarliest ?a ; dip:publishedLatest ?b "
        f'OPTIONAL {{ ?d dip:published ?p }} FILTER(STR(?id) = "{document.id}") }}'
    )
    assert [tuple(row) for row in rows] == [(None, "2011-03-01", "2013-05-31")]
    assert {d.published for d in talks.documents()} >= {SPAN, "2009-08-14", None}
    assert talks.check() == []
