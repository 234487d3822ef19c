"""Mistakes in SPARQL: the line, the caret, and the likely fix."""

from __future__ import annotations

import pytest

from kg.errors import QuestionError
from kg.queries import sparql
from kg.queries.check import check


@pytest.mark.parametrize(
    ("query", "place", "words"),
    [
        ("SELEC ?x { ?x ?y ?z }", "line 1, column 1", "did you mean SELECT"),
        ("SELECT ?x {\n ?x dip:statsu ?z }", "line 2, column 5", "did you mean dip:status"),
        ("SELECT ?x { ?x dpi:status ?z }", "line 1, column 16", "did you mean dip:"),
        ('SELECT ?x { ?x ?y "abc }', "line 1, column 19", "close the quotes"),
        ("SELECT ?x { ?x ?y ?z ", "line 1, column 11", "never closed"),
        ("SELECT ?x { ?x ?y ?z ) }", "line 1, column 22", "closes nothing"),
    ],
)
def test_mistake_is_shown_at_its_place(query, place, words):
    """The message tells the place and the fix, and a caret stands under it."""
    with pytest.raises(QuestionError, match=place) as caught:
        check(query)
    assert words in str(caught.value)
    line, caret = caught.value.what.splitlines()[-2:]
    assert caret.strip() == "^"
    assert len(caret) <= len(line) + 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "# dip:nonsense\nASK { ?s rdfs:label 'dip:nonsense }' }",
        "PREFIX x: <http://x.example/> SELECT ?s { ?s x:y 1 ; a dip:Event FILTER(?s < <http://x.example/>) }",
    ],
)
def test_right_queries_pass(query):
    """Comments, strings and the user's own prefixes are no mistakes."""
    check(query)


def test_prefixes_are_known_without_typing(talks):
    """A query runs without a single PREFIX line."""
    assert len(sparql.run(talks, "SELECT ?who { ?who dip:negotiatesWith actor:IRN }")) == 6


def test_complaint_of_the_engine_has_the_place_that_the_user_sees(talks):
    """The prefixes put in front do not move the caret."""
    with pytest.raises(QuestionError, match="line 2") as caught:
        sparql.run(talks, "SELECT ?x {\n ?x a dip:Event ?z }")
    assert "?x a dip:Event ?z }" in str(caught.value)


@pytest.mark.parametrize(
    "query",
    ["SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "INSERT DATA { <a:b> <a:b> <a:b> }",
     "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "LOAD <http://x.example/>"],
)  # fmt: skip
def test_what_writes_or_reaches_out_is_refused(query, talks):
    """No update, no other host, no file."""
    with pytest.raises(QuestionError):
        sparql.run(talks, query)
