"""Events in, what they come to between two actors out: the lines of the view that shows actors only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from kg.views.data import PageData, PageEvent

__all__ = ["Pair", "facings", "pairs"]

_ROUND = 12
"""Of a round without sides at most so many stand for the rest: pairs grow with the square."""


@dataclass(slots=True)
class Pair:
    """Two actors that face each other: their events, who told of them, and which way the events lead."""

    events: list[PageEvent] = field(default_factory=list)
    tellers: set[str] = field(default_factory=set)
    forth: int = 0
    back: int = 0

    @property
    def root(self) -> str:
        """The type that is most frequent; of equals the first by name."""
        counts = Counter(event.root for event in self.events)
        return min(counts, key=lambda root: (-counts[root], root))

    @property
    def real(self) -> bool:
        """Whether anything of it is said to have happened."""
        return any(event.status in ("actual", "contested") for event in self.events)

    @property
    def ends(self) -> tuple[bool, bool]:
        """Whether an arrow leads to the second, and to the first; none where they meet as equals."""
        if self.forth + self.back < len(self.events):
            return False, False
        return self.forth > 0, self.back > 0


def pairs(data: PageData, events: Iterable[PageEvent]) -> dict[tuple[str, str], Pair]:
    """One entry for each two actors that face each other in one of these events, by their ids in order."""
    publishers = {document.id: document.publisher or document.id for document in data.documents}
    tellers: dict[str, set[str]] = {}
    for claim in data.claims:
        tellers.setdefault(claim.event, set()).add(publishers.get(claim.document, claim.document))
    return _gathered(events, tellers)


def _gathered(events: Iterable[PageEvent], tellers: Mapping[str, set[str]]) -> dict[tuple[str, str], Pair]:
    found: dict[tuple[str, str], Pair] = {}
    for event in events:
        for one, other in facings(event):
            pair = found.setdefault((min(one, other), max(one, other)), Pair())
            pair.events.append(event)
            pair.tellers |= tellers.get(event.id, set())
            if not event.mutual and event.initiators and event.recipients:
                pair.forth += one < other
                pair.back += one > other
    return found


def facings(event: PageEvent) -> Iterator[tuple[str, str]]:
    """Who faces whom: across the sides, where there are two; else all who take part."""
    if event.initiators and event.recipients:
        yield from ((one, other) for one in event.initiators for other in event.recipients if one != other)
    else:
        taking = dict.fromkeys((*event.initiators, *event.recipients, *event.participants))
        yield from combinations(list(taking)[:_ROUND], 2)
