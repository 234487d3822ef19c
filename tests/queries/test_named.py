"""Named questions: their headers, their values, and the same rows from two engines."""

from __future__ import annotations

import pytest

from kg.errors import QuestionError, UsageError
from kg.queries import named
from kg.queries.prefixes import declare

ALL = named.load()


def test_there_are_at_least_ten():
    """The shipped questions are loaded."""
    assert len(ALL) >= 10


@pytest.mark.parametrize("question", ALL, ids=lambda q: q.name)
def test_header_tells_all(question):
    """Each asks something, and explains each column that it names and each parameter."""
    assert question.question.endswith("?")
    assert question.columns
    assert all(p.meaning for p in question.parameters)


@pytest.mark.parametrize("question", ALL, ids=lambda q: q.name)
def test_two_engines_agree(question, talks, other_engine):
    """rdflib's evaluator and Oxigraph give the same rows for the file as it stands."""
    sparql = declare(question.sparql)
    ours = sorted(talks.query(sparql), key=str)
    theirs = sorted((tuple(None if v is None else str(v) for v in row) for row in other_engine.query(sparql)), key=str)
    assert ours == theirs
    assert set(question.columns) <= set(talks.query(sparql).columns)


@pytest.mark.parametrize("question", ALL, ids=lambda q: q.name)
def test_default_in_header_is_default_in_query(question, talks):
    """The value that the header names gives the rows that the file gives by itself."""
    given = {p.name: p.default for p in question.parameters}
    assert sorted(named.run(talks, question.name, **given), key=str) == sorted(named.run(talks, question.name), key=str)


def column(rows, name):
    at = rows.columns.index(name)
    return [row[at] for row in rows]


def test_who_negotiates_with_iran(talks):
    """Six states stand on the other side of the talks."""
    who = set(column(named.run(talks, "who-negotiates"), "who"))
    assert who == {"United States", "United Kingdom", "China", "France", "Germany", "Russia"}


@pytest.mark.parametrize("name", ["France", "FRA", "actor:FRA", "french"])
def test_actor_by_any_name(name, talks):
    """A name, a code, a short IRI and a people's name mean the same actor."""
    assert set(column(named.run(talks, "who-negotiates", **{"with": name}), "who")) == {"Iran"}


def test_narrower_types_count(talks):
    """A question for sanctions by PLOVER class finds sanctions."""
    assert column(named.run(talks, "who-did", type="SANCTION", to="Turkey"), "who") == ["Russia"]


def test_since(talks):
    """A day given leaves out what ended before."""
    rows = named.run(talks, "what-did", by="Russia", since="2015-01-01", type="sanction")
    assert column(rows, "when") == ["2015-11-28"]
    assert not list(named.run(talks, "what-did", by="Russia", since="2016-01-01", type="sanction"))


def test_several_values(talks):
    """Several actors mean any of them."""
    rows = named.run(talks, "denials", by=["United States", "Pakistan"])
    assert {"Josh Earnest", "Pakistan"} <= set(column(rows, "speaker"))


def test_contested_names_both_sides(talks):
    """Who says yes stands beside who says no."""
    rows = named.run(talks, "contested")
    pairs = set(zip(column(rows, "yes"), column(rows, "no"), strict=True))
    assert ("India", "Pakistan") in pairs


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (("who-negotiate", {}), UsageError, "did you mean who-negotiates"),
        (("who-negotiates", {"whom": "Iran"}), UsageError, "it knows with"),
        (("who-negotiates", {"with": "Irann"}), QuestionError, "did you mean Iran"),
        (("who-did", {"type": "sanctoin"}), QuestionError, "did you mean sanction"),
        (("what-did", {"since": "yesterday"}), QuestionError, "write it as 2014-11-06"),
        (("most-active", {"least": "many"}), QuestionError, "not a whole number"),
        (("who-says", {"stance": "dunno"}), QuestionError, "asserted, confirmed"),
    ],
)
def test_mistakes_name_the_way_out(call, error, words, talks):
    """A wrong name or value says what is meant, or what there is."""
    with pytest.raises(error, match=words):
        named.run(talks, call[0], **call[1])


@pytest.mark.parametrize("word", ['x" } DROP ALL #', "IRN> } UNION { ?s ?p ?o", "actor:IRN }", "}\n# ", "\\", "'"])
def test_hostile_values_are_names_nobody_has(word, talks):
    """A value cannot end the block that it is put into: it is looked up as a name and not found."""
    with pytest.raises(QuestionError):
        named.run(talks, "who-negotiates", **{"with": word})


def test_header_and_query_must_fit():
    """A parameter without its VALUES block is refused when the file is read."""
    with pytest.raises(QuestionError, match=r"VALUES \?who"):
        named.parse("x", "# Who?\n# who: actor = Iran; who\nASK { ?s ?p ?o }")
