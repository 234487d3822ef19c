"""The dated events of a text so far in, what later sentences count from or go on with out."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kg.extract.hits import Hit
from kg.extract.phrases import Grammar
from kg.model import When

__all__ = ["ToldDates", "types_of_nouns"]


@functools.lru_cache(maxsize=4)
def types_of_nouns(grammar: Grammar) -> Mapping[str, frozenset[str]]:
    """For each noun that names events ("attack") the types that it may name."""
    return {noun: frozenset(frame.type.id for frame in frames) for noun, frames in grammar.nouns.items()}


@dataclass(slots=True)
class ToldDates:
    """`types` maps a noun to the event types that it may name; `place` is the sentence and its paragraph."""

    types: Mapping[str, frozenset[str]]
    events: dict[str, When] = field(default_factory=dict)
    place: tuple[int, int] = (0, 0)
    _day: tuple[tuple[int, int], When] | None = None

    def note(self, hit: Hit, when: When | None, is_story: bool) -> None:
        """Remember the date of a hit; `is_story` says that the next sentence may go on with it."""
        if when is None or not when.earliest or not when.latest:
            return
        for name in (hit.type.id, *hit.type.broader):
            self.events.pop(name, None)
            self.events[name] = when
        if is_story and when.earliest == when.latest and when.edtf == when.earliest:
            self._day = (self.place, when)

    def of_nouns(self, nouns: Iterable[str]) -> When | None:
        """The date last told of an event that one of the nouns names."""
        named = frozenset().union(*(self.types.get(noun, frozenset()) for noun in nouns))
        return next((w for name, w in reversed(self.events.items()) if name in named), None)

    def day_before(self) -> When | None:
        """The day that the sentence before told, as one that is likely and not said."""
        if self._day is None:
            return None
        (sentence, paragraph), when = self._day
        if paragraph != self.place[1] or self.place[0] - sentence != 1:
            return None
        return replace(when, edtf=f"{when.edtf}?", basis=f"the day of the sentence before; {when.basis}")
