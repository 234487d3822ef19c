"""A sketch in, the stems of its words of content that nothing else has read out: "the raid on the ship", "the dam"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import (
    ADVERBS,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)
from kg.queries.words import FORMS, NOT, WILLING

if TYPE_CHECKING:
    from collections.abc import Container

    from kg.queries.sketch import Sketch

__all__ = ["content_words", "stem"]

_CLOSED = (
    ADVERBS | BE | CONJUNCTIONS | DETERMINERS | DO | HAVE | POSSESSIVES | PREPOSITIONS | PRONOUNS | RELATIVES
    | SUBORDINATORS | NOT | frozenset(MODALS) | frozenset(WILLING) | frozenset(FORMS)
)  # fmt: skip
_EMPTY = frozenset(
    """often times most least frequently going planned long last first latest newest recent there together take place
    took happen happened occur country countries state states member members whom case part about have held hold been
    talks named called each other others neighbours second third european secret's something anything everything nothing
    anyone anybody someone somebody everyone everybody thing things more than what whom which""".split()
)
_SHORTEST = 4


def content_words(
    sketch: Sketch, start: int, used: Container[int] = frozenset(), shortest: int = _SHORTEST
) -> tuple[str, ...]:
    """Stems from token `start` on, without parties, times, strange names, and the tokens that a phrase has used."""
    tokens = sketch.tokens
    clause = sketch.clause(sketch.opened.start, questioning=True)
    found = []
    for i in range(start, len(tokens)):
        word = tokens.lower[i]
        if sketch.taken[i] or clause.party_at(i) or i in used or word in _CLOSED or word in _EMPTY:
            continue
        if len(word) < shortest or not word[0].isalpha():
            continue
        if not any(word in name.lower() for name in sketch.strange):
            found.append(stem(word))
    return tuple(dict.fromkeys(found))


def stem(word: str) -> str:
    """The part of a word that its other forms share: "sending" and "sent" have none, "raids" and "raid" do."""
    for ending in ("ists", "isms", "ist", "ism", "ing", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
