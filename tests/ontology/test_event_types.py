"""The files of ontology/events: their form, and that each says true things of itself when read by the grammar."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.extract.phrases import compile_lexicon
from kg.model import Claim, Document
from kg.ontology import EventType, folder, load

LEXICON = load()
TYPES = list(LEXICON.types.values())
FILES = sorted((folder() / "events").glob("*.ttl"))
ROOTS = frozenset(
    """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE
    COERCE ASSAULT""".split()
)
EXAMPLES = [pytest.param(t, s, id=f"{t.id}-{n}") for t in TYPES for n, s in enumerate(t.examples, 1)]
NEAR_MISSES = [pytest.param(t, s, id=f"{t.id}-{n}") for t in TYPES for n, s in enumerate(t.near_misses, 1)]


def _claims(sentence: str) -> tuple[Claim, ...]:
    from kg.extract import extract

    return extract(Document.of(sentence), LEXICON)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_file_holds_the_type_it_is_named_after(file: Path) -> None:
    """So that a reader finds a type by its file name."""
    assert file.stem in LEXICON.types


@pytest.mark.parametrize("kind", TYPES, ids=lambda t: t.id)
def test_a_type_is_complete(kind: EventType) -> None:
    """Label, definition, words for a graph's edge, shortcut, five examples, three near misses, a phrase."""
    assert kind.label
    assert kind.verb_label
    assert kind.shortcut
    assert kind.definition.endswith(".")
    assert kind.phrases
    assert len(kind.examples) >= 5
    assert len(kind.near_misses) >= 3


@pytest.mark.parametrize("kind", TYPES, ids=lambda t: t.id)
def test_a_type_is_matched_to_plover_and_cameo(kind: EventType) -> None:
    """The root is one of the sixteen classes; one CAMEO code at least is named, and no code is made up."""
    assert kind.root in ROOTS
    assert kind.cameo
    assert all(code.isdigit() and 2 <= len(code) <= 4 for code in kind.cameo)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_file_has_one_notation_and_a_plover_match(file: Path) -> None:
    """A notation is short and stands once."""
    text = file.read_text(encoding="utf-8")
    assert text.count("skos:notation") == 1
    assert "plover:" in text.split("skos:notation")[0]


@pytest.mark.parametrize("kind", TYPES, ids=lambda t: t.id)
def test_a_file_defines_its_shortcut(kind: EventType) -> None:
    """What actual events draw between actors is a property with label, definition and example, beside the type."""
    text = (folder() / "events" / f"{kind.id}.ttl").read_text(encoding="utf-8")
    name = (kind.shortcut or "").rsplit("#", 1)[1]
    own = text.split(f"\ndip:{name} a owl:ObjectProperty")[1]
    assert "rdfs:subPropertyOf dip:" in own
    assert f'rdfs:label "{kind.verb_label}"@en' in own
    assert "skos:definition" in own
    assert "skos:example" in own


def test_notations_are_unique() -> None:
    """SKOS allows one concept a notation within a scheme."""
    found = Counter(
        line.split('"')[1] for f in FILES for line in f.read_text("utf-8").splitlines() if "skos:notation" in line
    )
    assert [n for n, times in found.items() if times > 1] == []


def test_the_sixteen_roots_are_there() -> None:
    """Each PLOVER class has a type of its own at the top."""
    assert {t.root for t in TYPES if not t.broader} == ROOTS


def test_phrases_can_be_read() -> None:
    """No phrase stops the compiler, and no sentence serves twice."""
    assert compile_lexicon(LEXICON).verbs
    sentences = Counter(s for t in TYPES for s in (*t.examples, *t.near_misses))
    assert [s for s, times in sentences.items() if times > 1] == []


@pytest.mark.parametrize(("kind", "sentence"), EXAMPLES)
def test_an_example_is_found(kind: EventType, sentence: str) -> None:
    """An example yields a claim of its own type, with a party."""
    found = [c.event for c in _claims(sentence) if c.event.type == kind.id]
    assert found
    assert any(e.initiators or e.recipients or e.participants for e in found)


@pytest.mark.parametrize(("kind", "sentence"), NEAR_MISSES)
def test_a_near_miss_is_let_pass(kind: EventType, sentence: str) -> None:
    """A near miss holds the words but not the sense: no claim of its type, nor of its root."""
    assert [c.event.type for c in _claims(sentence) if c.event.root == kind.root] == []
