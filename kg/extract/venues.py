"""A hit in, the place out where the text says that people met, spoke or signed: "in Geneva", "at the Elysee Palace"."""

from __future__ import annotations

from kg.extract.hits import Hit
from kg.extract.tagging_closed import is_closed
from kg.extract.tokens import Tokens

__all__ = ["venue"]

_HELD = frozenset("meet negotiate discuss consult visit sign mediate halt-talks exercise".split())
"""Types of what is held somewhere; a telephone call is not."""
_REACH = 14
_BEFORE = frozenset("in at".split())
_INSIDE = frozenset("of de del el al la san".split())
_AFTER = frozenset("today yesterday tomorrow early late earlier later last next".split())


def venue(hit: Hit, tokens: Tokens, times: set[int]) -> str | None:
    """The first name behind "in" or "at" after the event's own words, else None; `times` are no places."""
    if hit.type.id not in _HELD:
        return None
    first, last = hit.trigger[1] - 1, min(hit.extent[1], hit.trigger[1] + _REACH)
    for i in range(max(first, 1), last):
        if tokens.lower[i] in _BEFORE and (found := _name(tokens, i + 1, hit.extent[1], times)):
            return found
        if tokens.lower[i] in ("that", "which", "who", ";", ":", "—"):
            return None
    return None


def _name(tokens: Tokens, first: int, end: int, times: set[int]) -> str:
    """The capitalised words from token `first` on, if they are a name by themselves; else ""."""
    begin = first + 1 if first < end and tokens.words[first] == "the" else first
    last = begin
    while last < end and last not in times and _goes_on(tokens, last, begin, end):
        last += 1
    if last == begin or first in times:
        return ""
    after = tokens.lower[last] if last < len(tokens) else "."
    alone = not after[0].isalnum() or is_closed(after) or after in _AFTER or last in times or after.endswith("ly")
    return " ".join(tokens.quote(begin, last).split()) if alone and after != "'s" else ""


def _goes_on(tokens: Tokens, i: int, begin: int, end: int) -> bool:
    word = tokens.words[i]
    if word[0].isupper() or (word == "-" and i > begin):
        return True
    return i > begin and tokens.lower[i] in _INSIDE and i + 1 < end and tokens.words[i + 1][0].isupper()
