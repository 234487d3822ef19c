"""Rounds of one negotiation belong together."""

from __future__ import annotations

from kg import ontology
from kg.graph import build, derive, open_graph
from kg.graph.processes import processes
from kg.model import Document
from tests.graph.made import SIX, Roster, claim

LEXICON = ontology.load()


def talks(*told):
    """Each (day, parties) as one report of talks in a document of its own."""
    for number, (day, among, more) in enumerate(told):
        document = Document.of(f"Talks number {number}.", id=f"d{number}", published=day)
        yield document, [claim(document, "negotiate", among=among, on=day, **more)]


def processes_of(*told):
    return processes(derive(talks(*told), LEXICON, roster=Roster({"P5+1": SIX})), LEXICON)


def test_three_rounds_are_one_negotiation():
    """Since when, until when, how many, where; told as a group or as its members."""
    [found] = processes_of(
        ("2014-02-18", ("P5+1", "IRN"), {"place": "Vienna"}),
        ("2014-05-14", (*SIX, "IRN"), {"place": "Vienna"}),
        ("2014-11-18", ("P5+1", "IRN"), {"place": "Muscat"}),
    )
    assert (found.since, found.until, len(found.rounds)) == ("2014-02-18", "2014-11-18", 3)
    assert found.places == ("Muscat", "Vienna")
    assert found.parties == tuple(sorted((*SIX, "IRN")))


def test_after_years_of_silence_it_is_another():
    """Two in 2005 and two in 2014 are two negotiations; one round alone is none."""
    found = processes_of(
        ("2005-01-10", ("USA", "IRN"), {}),
        ("2005-03-10", ("USA", "IRN"), {}),
        ("2014-01-10", ("USA", "IRN"), {}),
        ("2014-03-10", ("USA", "IRN"), {}),
        ("2014-03-10", ("USA", "RUS"), {}),
    )
    assert sorted(p.since or "" for p in found) == ["2005-01-10", "2014-01-10"]


def test_other_issues_are_other_negotiations():
    """Talks on trade are no round of talks on arms."""
    found = processes_of(
        ("2014-01-10", ("USA", "CHN"), {"issues": ("trade",)}),
        ("2014-02-10", ("USA", "CHN"), {"issues": ("arms",)}),
        ("2014-03-10", ("USA", "CHN"), {"issues": ("trade",)}),
    )
    assert [len(p.rounds) for p in found] == [2]


def test_rounds_can_be_asked_for(tmp_path):
    """In SPARQL, from the folder."""
    read = list(talks(("2014-02-18", ("USA", "IRN"), {}), ("2014-05-14", ("USA", "IRN"), {})))
    claims = {d.key: c for d, c in read}
    build([d for d, _ in read], lambda d: claims[d.key], tmp_path / "x.kg")
    graph = open_graph(tmp_path / "x.kg")
    rows = graph.query("SELECT ?n ?since { ?p dip:party actor:IRN ; dip:rounds ?n ; dip:earliest ?since }")
    assert list(rows) == [("2", "2014-02-18")]
    assert graph.check() == []
