"""Queries of strangers: answered, refused, ended; never fatal to the one who asks."""

from __future__ import annotations

import pytest

from kg.errors import GraphError, QuestionError
from kg.graph import build, safe_query
from kg.model import Document
from tests.graph.made import claim


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("kg") / "x.kg"
    documents = [Document.of(f"Kerry met Zarif {n}.", id=f"d{n}") for n in range(40)]
    build(documents, lambda d: [claim(d, "meet", among=("Q22316", "Q10296812"))], path)
    return path


def test_an_honest_question_is_answered(folder):
    """As without the child process."""
    rows = safe_query(folder, "SELECT ?who { ?who dip:meetsWith actor:IRN }")
    assert list(rows) == [("https://w3id.org/dipkg/actor/USA",)]
    assert rows.columns == ("who",)


def test_a_cross_product_is_ended_in_time(folder):
    """Four times everything would take for ever."""
    with pytest.raises(QuestionError, match="longer than 2 s"):
        safe_query(folder, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", timeout_s=2)


def test_too_much_memory_is_no_crash_here(folder):
    """The child is ended by its cap, and the caller hears a sentence."""
    asked = "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?c ?a"
    with pytest.raises(QuestionError, match=r"memory|longer"):
        safe_query(folder, asked, memory_mb=700, timeout_s=20)


def test_refused_and_misunderstood_questions_say_so(folder):
    """The same errors as in this process."""
    with pytest.raises(QuestionError, match="another host"):
        safe_query(folder, "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
    with pytest.raises(QuestionError, match="not understood"):
        safe_query(folder, "SELECT ?x { ?x")
    with pytest.raises(GraphError, match="no such graph"):
        safe_query(folder / "no.trig", "ASK {}")
