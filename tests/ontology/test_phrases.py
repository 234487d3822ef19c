"""Each phrase of the ontology matches a sentence made of its own words, or an example of its type."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Document
from kg.ontology import EventType, load
from tests.ontology.sentences import sentences

LEXICON = load()
TYPES = list(LEXICON.types.values())


def _rules(text: str) -> set[str]:
    return {c.rule for c in extract(Document.of(text), LEXICON)}


@pytest.mark.parametrize("kind", TYPES, ids=lambda t: t.id)
def test_every_phrase_matches_something(kind: EventType) -> None:
    """A phrase that nothing brings about, because another takes its sentences or it cannot be read, says so here."""
    told = set().union(*(_rules(example) for example in kind.examples))
    idle = [
        phrase
        for number, phrase in enumerate(kind.phrases, 1)
        if (rule := f"{kind.id}/phrase-{number}") not in told and not any(rule in _rules(s) for s in sentences(phrase))
    ]
    assert idle == []


@pytest.mark.parametrize("phrase", [p for kind in TYPES for p in kind.refusals])
def test_what_one_will_not_do_is_a_refusal(phrase: str) -> None:
    """Each word of each phrase, declared not to be done, is refused."""
    made = list(sentences(phrase, refused=True))
    told = {s: {c.event.type for c in extract(Document.of(s), LEXICON)} for s in made}
    assert [s for s, types in told.items() if "refuse" not in types] == []


def test_nearly_every_word_of_every_phrase_is_understood() -> None:
    """Of the sentences made of one word of a phrase each, few are read as nothing at all."""
    made = [s for kind in TYPES for phrase in kind.phrases for s in sentences(phrase)]
    silent = [s for s in made if not extract(Document.of(s), LEXICON)]
    assert len(made) > 5000
    assert len(silent) / len(made) < 0.01, silent[:20]


def test_a_phrase_becomes_sentences_of_its_words() -> None:
    """One for each word, and one without what may be missing."""
    assert list(sentences("X {send, fly} {aid} (to Y)")) == [
        "Peru sent aid.", "Peru flew aid.", "Peru sent aid to Chile.", "Peru flew aid to Chile.",
    ]  # fmt: skip
