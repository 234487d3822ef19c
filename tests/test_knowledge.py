"""What Python holds: `kg.open`, `kg.build`, and the objects that they give."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg import graph
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
