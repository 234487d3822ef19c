"""Derived events in, processes out: rounds of one negotiation that follow each other, so that "since when", "how many
rounds" and "where" can be asked.

Rounds belong together when they are of one type that goes on (talks, mediation), between the same states or bodies,
not about different issues, and not further apart than `MOST_GAP` days. A process has at least two rounds.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.graph.names import BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.graph.events import DerivedEvent
    from kg.ontology import Lexicon

__all__ = ["Process", "Round", "processes", "processes_of", "round_of"]

MOST_GAP = 400
"""Days between two rounds; after more than a year of silence it is another negotiation."""
TYPES = frozenset(("negotiate", "mediate"))
_HAPPENED = frozenset(("actual", "planned", "contested"))


@dataclass(frozen=True, slots=True)
class Round:
    """What a process needs to know of one of its events; `told` counts the actors whose side is known."""

    id: str
    label: str
    status: str
    earliest: str | None
    latest: str | None
    place: str | None
    issues: tuple[str, ...]
    told: int


@dataclass(frozen=True, slots=True)
class Process:
    """Rounds of one negotiation.

    `parties` are the states and bodies (persons count as the state they stand for). `rounds` are ids of its
    events, the dated ones first and in order; `since` and `until` the first and last day of those that are
    actual, None where none is dated.
    """

    id: str
    type: str
    label: str
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    rounds: tuple[str, ...]
    places: tuple[str, ...]
    since: str | None
    until: str | None

    @property
    def iri(self) -> str:
        """The IRI of the process."""
        return f"{BASE}process/{self.id}"


def processes(events: Iterable[DerivedEvent], lexicon: Lexicon) -> tuple[Process, ...]:
    """The processes among events, by id."""
    by_parties: dict[tuple[str, tuple[str, ...]], list[Round]] = {}
    for event in events:
        if found := round_of(event):
            by_parties.setdefault((event.type, found[0]), []).append(found[1])
    made = (p for (kind, parties), rounds in by_parties.items() for p in processes_of(kind, parties, rounds, lexicon))
    return tuple(sorted(made, key=lambda p: p.id))


def round_of(event: DerivedEvent) -> tuple[tuple[str, ...], Round] | None:
    """The parties of an event that can be a round, and what its process needs to know of it."""
    if event.type not in TYPES or event.status not in _HAPPENED or event.grade != "sure":
        return None
    parties = tuple(sorted({i for r in event.participants if not r.local for i in (r.states or (r.id,))}))
    told = len(event.initiators) + len(event.recipients)
    days = (event.earliest, event.latest) if event.is_bounded else (None, None)  # a day told, not that of the report
    made = Round(event.id, event.label, event.status, *days, event.place, event.issues, told)
    return (parties, made) if len(parties) > 1 else None


def processes_of(kind: str, parties: tuple[str, ...], rounds: Iterable[Round], lexicon: Lexicon) -> list[Process]:
    """The processes among all rounds of one type and the same parties."""
    return [_process(kind, parties, chain, lexicon) for chain in _chains(list(rounds)) if len(chain) > 1]


def _chains(found: Sequence[Round]) -> list[list[Round]]:
    """Events of the same parties cut where time or issue say that something else begins.

    An event without a date joins the only chain that its issue allows, if there is only one.
    """
    chains: list[list[Round]] = []
    dated = sorted((e for e in found if e.earliest), key=lambda e: (e.earliest or "", e.id))
    for event in dated:
        near = [c for c in chains if _about_the_same(c, event) and _gap(c[-1], event) <= MOST_GAP]
        if near:
            near[-1].append(event)
        else:
            chains.append([event])
    for event in sorted((e for e in found if not e.earliest), key=lambda e: e.id):
        open_to = [c for c in chains if _about_the_same(c, event)]
        if len(open_to) == 1 or (open_to and not dated):
            open_to[0].append(event)
        elif not open_to:
            chains.append([event])
    return chains


def _about_the_same(chain: Sequence[Round], event: Round) -> bool:
    told = {i for e in chain for i in e.issues}
    return not told or not event.issues or bool(told & set(event.issues))


def _gap(before: Round, after: Round) -> int:
    first, second = before.latest or "", after.earliest or ""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days if first and second else 0


def _process(kind: str, parties: tuple[str, ...], rounds: Sequence[Round], lexicon: Lexicon) -> Process:
    held = [e for e in rounds if e.status == "actual" and e.earliest]
    fullest = max(rounds, key=lambda e: (e.status == "actual", e.told, e.id))
    digest = hashlib.sha256("\0".join((kind, *parties, rounds[0].id)).encode()).hexdigest()[:16]
    noun = lexicon.types[kind].label if kind in lexicon.types else kind
    return Process(
        id=digest,
        type=kind,
        label=f"{len(rounds)} rounds: {fullest.label} ({noun})",
        parties=parties,
        issues=tuple(sorted({i for e in rounds for i in e.issues})),
        rounds=tuple(e.id for e in rounds),
        places=tuple(sorted({e.place for e in rounds if e.place})),
        since=min((e.earliest for e in held if e.earliest), default=None),
        until=max((e.latest for e in held if e.latest), default=None),
    )
