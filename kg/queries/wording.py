"""A question and the rows of its answer in, the words out that were asked about and that no row has: "missiles"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.tagging_closed import is_closed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.queries.answer import Row
    from kg.queries.reading import Reading

__all__ = ["holds", "not_told"]

_ALIKE = (
    frozenset("agreement deal accord pact treaty".split()),
    frozenset("talk negotiation meeting summit dialogue".split()),
    frozenset("sanction embargo measure restriction".split()),
    frozenset("envoy diplomat ambassador".split()),
    frozenset("attack strike raid".split()),
    frozenset("soldier troop force".split()),
)
"""Nouns that news use for one another."""
_EMPTY = frozenset(
    """ever already really still actually together each other president minister foreign prime leader government state
    country countries year month week today yesterday last next time times anyone anybody anything something true that
    spokesman secretary chancellor king prince general people party""".split()
)
_WORD = re.compile(r"[A-Za-z][\w’'-]*")


def not_told(question: str, reading: Reading, rows: Iterable[Row]) -> tuple[str, ...]:
    """Nouns and adjectives of the question that stand in no label, quotation or title of the rows.

    Names are left out, since they are matched as parties; so is the verb, since other words may say it.
    """
    told = {_stem(w) for r in rows for w in _WORD.findall(f"{r.what} {r.quote} {r.title or ''}".lower())}
    verb = _stem(reading.type_words.lower().split()[0]) if reading.type_words else ""
    out = []
    for word in _WORD.findall(question)[1:]:
        stem = _stem(word)
        if word[0].isupper() or len(word) < 4 or word in _EMPTY or is_closed(word) or stem[:4] == verb[:4]:
            continue
        if not any(stem[:6] == other[:6] or _alike(stem, other) for other in told):
            out.append(word)
    return tuple(dict.fromkeys(out))


def holds(quote: str, noun: str) -> bool:
    """Whether words hold a noun or one that news use for it; `noun` is a stem."""
    return any(_stem(w)[:6] == noun[:6] or _alike(noun, _stem(w)) for w in _WORD.findall(quote.lower()))


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def _alike(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _ALIKE)
