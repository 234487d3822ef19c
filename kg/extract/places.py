"""A noun phrase around a city or province in, the place as an actor of its own out: "the Lagos government", "Texas".

A place acts only through somebody: its police and courts are those of its state, its governor or mayor speaks for the
place itself. Where two places share the name, the one whose state the text names is meant; else it stays open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.authority.records import fold
from kg.extract.words import noun_forms
from kg.model import Party

if TYPE_CHECKING:
    from kg.authority import Authority
    from kg.extract.mentions import Mention
    from kg.extract.tokens import Tokens

__all__ = ["ARMS", "OWN", "is_place", "place"]

OWN = frozenset(
    form
    for word in """government administration governor mayor council assembly parliament legislature minister premier
    president leader cabinet authority official lawmaker leadership legislator chancellor spokesman spokeswoman
    ombudsman senate congress house""".split()
    for form in noun_forms(word)
)
"""Who speaks for a place itself."""
ARMS = frozenset(
    form
    for word in "police policeman policewoman court judge prosecutor tribunal magistrate jury coastguard".split()
    for form in noun_forms(word)
)
"""Who is there for the state; rebels, troops and diplomats in a place may be anybody's."""
_BEFORE = frozenset("new port fort san santa saint st university".split())
_LONGEST = 4
_PLACE = re.compile(r"[A-Z]{2}-(?:[A-Z0-9]{1,3}|[a-z][a-z0-9-]+)")
_FAR = 2
"""How many times as many people a city has that is meant before its namesakes."""

Place = tuple[str, str, str, int]
"""Id, name, state, inhabitants or 0."""


def is_place(actor: str) -> bool:
    """Whether an id is that of a city or province.

    >>> is_place("US-TX"), is_place("NG-lagos"), is_place("AL-PARLIAMENT"), is_place("UN")
    (True, True, False, False)
    """
    return bool(_PLACE.fullmatch(actor))


def place(
    tokens: Tokens, first: int, last: int, authority: Authority, at: dict[int, Mention], *, end: bool = False
) -> Party | None:
    """The city or province named in tokens first..last (its last words only, if `end`), or None."""
    found = _named(tokens, first, last, authority, at, end=end)
    if found is None:
        return None
    begin, stop, candidates = found
    states = {m.states[0] for m in at.values() if m.states}
    told = [c for c in candidates if c[2] in states] or candidates
    if len({c[2] for c in told}) > 1 and not _far_larger(told):
        return None
    actor, name, state, _ = told[0]
    span = tokens.span(begin, stop)
    return Party(actor, name, "organization", (state,), span, tokens.text[span[0] : span[1]], "name")


def _named(
    tokens: Tokens, first: int, last: int, authority: Authority, at: dict[int, Mention], *, end: bool
) -> tuple[int, int, list[Place]] | None:
    """Where the longest name of a place stands, and which places have it."""
    for size in range(min(_LONGEST, last - first), 0, -1):
        for begin in range(last - size, last - size + 1) if end else range(first, last - size + 1):
            words = range(begin, begin + size)
            if any(k in at for k in words) or not tokens.words[begin][0].isupper():
                continue
            candidates = authority.places(" ".join(fold(tokens.lower[k]) for k in words))
            if candidates and not _longer(tokens, begin):
                return begin, begin + size, candidates
    return None


def _far_larger(candidates: list[Place]) -> bool:
    """Whether the first of several cities is the one that everybody knows: Barcelona in Spain."""
    first, second = candidates[:2]
    return second[3] > 0 and first[3] >= _FAR * second[3] and all(c[3] for c in candidates)


def _longer(tokens: Tokens, first: int) -> bool:
    """Whether a capital before makes another name of it: "New Hyderabad"."""
    before = tokens.words[first - 1] if first else ""
    return before[:1].isupper() and before.lower() in _BEFORE
