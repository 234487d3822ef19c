"""What CONTRIBUTING tells newcomers to do works."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kg import ontology
from kg.extract import extract
from kg.model import Document

ROOT = Path(__file__).parents[1]
TURTLE = re.search(r"```turtle\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> ontology.Lexicon:
    """The ontology with the type that CONTRIBUTING writes as its example."""
    folder = tmp_path_factory.mktemp("ontology") / "ontology"
    shutil.copytree(ontology.folder(), folder)
    assert TURTLE is not None
    (folder / "events" / "lease.ttl").write_text(TURTLE[1], "utf-8")
    return ontology.load(folder)


def test_the_example_is_not_there_yet() -> None:
    """Otherwise it would be no example of adding one."""
    assert "lease" not in ontology.load().types


def test_the_example_type_is_complete(lexicon: ontology.Lexicon) -> None:
    """As complete as the tests of the event types want it."""
    made = lexicon.types["lease"]
    assert (made.root, made.broader[0]) == ("COOPERATE", "cooperate")
    assert made.shortcut
    assert (len(made.examples), len(made.near_misses)) == (5, 3)


def test_its_sentences_are_read(lexicon: ontology.Lexicon) -> None:
    """Each example is found, each near miss is not."""
    made = lexicon.types["lease"]
    for sentence in made.examples:
        assert "lease" in {c.event.type for c in extract(Document.of(sentence), lexicon)}, sentence
    for sentence in made.near_misses:
        assert "lease" not in {c.event.type for c in extract(Document.of(sentence), lexicon)}, sentence
