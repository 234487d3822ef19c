"""What Python holds: `kg.open`, `kg.build`, and the objects that they give."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg import graph
from kg.errors import KgError, QuestionError
from tests.graph.made import seed


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> kg.KnowledgeBase:
    document, claims = seed()
    folder = tmp_path_factory.mktemp("talks") / "talks.kg"
    graph.build([document], lambda _: claims, folder)
    return kg.open(folder)


def test_importing_kg_imports_nothing_heavy() -> None:
    """`import kg` alone loads neither stores nor readers."""
    heavy = {"rdflib", "pyoxigraph", "pyvis", "dateparser", "typer"}
    code = f"import kg, sys; print(sorted({heavy} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_graph_is_asked_in_words(talks: kg.KnowledgeBase) -> None:
    """The answer is a value with names, and its text is what it says."""
    answer = talks.ask("who fights the Islamic State")
    assert set(answer.names) == {"United States", "Iran"}
    assert "Iran" in str(answer)


def test_events_turn_into_a_frame(talks: kg.KnowledgeBase) -> None:
    """One row an event; parties by name."""
    frame = talks.events(actor="Iran", type="negotiate").frame()
    assert len(frame) == 1
    assert frame.loc[0, "recipients"] == "Iran"


def test_a_graph_is_rdf(talks: kg.KnowledgeBase) -> None:
    """rdflib asks the same graph and finds the same six."""
    found = talks.rdf.query(
        "SELECT ?who { ?who <https://w3id.org/dipkg/ontology#negotiatesWith> <https://w3id.org/dipkg/actor/IRN> }"
    )
    assert len(found) == 6


def test_named_questions_and_sparql_agree(talks: kg.KnowledgeBase) -> None:
    """who-negotiates names the six that the shortcut names."""
    rows = talks.query("SELECT DISTINCT ?name { ?who dip:negotiatesWith actor:IRN ; rdfs:label ?name }")
    assert {row[0] for row in rows} == {row[0] for row in talks.named("who-negotiates", **{"with": "Iran"})}


def test_a_notebook_shows_it(talks: kg.KnowledgeBase) -> None:
    """Graph, events and answers have HTML of their own; text from articles cannot become markup."""
    for shown in (talks, talks.events(), talks.ask("who supports Assad")):
        assert "<table" in shown._repr_html_()


def test_a_page_is_written(talks: kg.KnowledgeBase, tmp_path: Path) -> None:
    """`graph.page()` gives the path of one HTML file."""
    assert talks.page(tmp_path / "x.html").stat().st_size > 10_000


def test_opening_nothing_is_an_error(tmp_path: Path) -> None:
    """No graph is not an empty graph."""
    with pytest.raises(kg.GraphError, match="there is no such graph"):
        kg.open(tmp_path / "none.kg")


def test_building_from_nothing_is_an_error(tmp_path: Path) -> None:
    """A missing path is raised, and nothing is made."""
    with pytest.raises(kg.InputError, match="does not exist"):
        kg.build(tmp_path / "none", tmp_path / "x.kg")
    assert list(tmp_path.iterdir()) == []


def test_what_was_between_two(talks: kg.KnowledgeBase) -> None:
    """Events in which both take part, and no others; either order; an unknown name is an error."""
    found = talks.between("Iran", "United States")
    assert {e.id for e in found} == {e.id for e in talks.between("USA", "IRN")}
    assert 0 < len(found) < len(talks.events())
    for event in found:
        parties = {s for p in (*event.participants, *event.mediators, *event.hosts) for s in (p.id, *p.states)}
        assert {"IRN", "USA"} <= parties
    assert list(talks.between("Iran", "Peru")) == []
    with pytest.raises(QuestionError, match="Atlantis"):
        talks.between("Iran", "Atlantis")


def test_answers_turn_into_frames_of_pandas_and_polars(talks: kg.KnowledgeBase) -> None:
    """Rows, answers, events and actors, one row each, the same columns in both libraries."""
    rows = talks.query("SELECT ?name { ?who dip:negotiatesWith actor:IRN ; rdfs:label ?name } ORDER BY ?name")
    for held in (rows, talks.ask("who fights the Islamic State"), talks.events(), talks.actors()):
        one, other = held.frame(), held.frame("polars")
        assert one.shape == other.shape == (len(held), one.shape[1])
        assert list(one.columns) == list(other.columns)
    assert rows.frame("polars")["name"].to_list() == [row[0] for row in rows]
    with pytest.raises(KgError, match="pandas and polars"):
        rows.frame("excel")


def test_rows_show_themselves_and_mistakes_their_place(talks: kg.KnowledgeBase) -> None:
    """A table in a notebook; line, caret and fix for a term that the ontology has not."""
    rows = talks.query("SELECT ?name { ?who dip:negotiatesWith actor:IRN ; rdfs:label ?name }")
    assert "China" in rows._repr_html_()
    assert "Josh Earnest" in talks.actors()._repr_html_()
    with pytest.raises(QuestionError) as problem:
        talks.query("SELECT ?x\n{ ?x dip:negotiateWith actor:IRN }")
    assert "did you mean dip:negotiatesWith?" in problem.value.what
    assert problem.value.what.splitlines()[2] == "       ^"
