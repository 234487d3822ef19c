"""`kg graph`: who has to do with whom."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from kg.cli.asking import Actor, Guesses, Since, Status, Target, Type, Until, chosen
from kg.cli.output import Csv, Jsonl, Out, Table, form_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph import ActorRef, DerivedEvent

__all__ = ["command"]

COLUMNS = ("who", "whom", "events", "types", "statuses")


def command(
    target: Target,
    actor: Actor = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    status: Status = None,
    guesses: Guesses = False,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """List who has to do with whom, and in what.

    One row a pair, the most events first. Seven who talk with one are six pairs. `kg page` has it as a picture.
    """
    from kg.graph import open_graph

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    found = chosen(open_graph(target), actor=actor, type=type, since=since, until=until, status=status, guesses=guesses)
    return 0 if rows(_ties(found), COLUMNS, form, out) else 1


def _ties(events: Iterable[DerivedEvent]) -> list[dict[str, Any]]:
    found: dict[tuple[str, str], list[DerivedEvent]] = {}
    names: dict[str, str] = {}
    for event in events:
        for one, other in _pairs(event):
            names[one.id], names[other.id] = one.name, other.name
            found.setdefault((one.id, other.id), []).append(event)
    ranked = sorted(found.items(), key=lambda tie: (-len(tie[1]), tie[0]))
    return [
        {"who": names[one], "whom": names[other], "events": len(shared),
         "types": sorted({e.type for e in shared}), "statuses": sorted({e.status for e in shared}),
         "who_id": one, "whom_id": other, "ids": [e.id for e in shared]}
        for (one, other), shared in ranked
    ]  # fmt: skip


def _pairs(event: DerivedEvent) -> Iterator[tuple[ActorRef, ActorRef]]:
    """Across the two sides where there are two, else everyone with everyone."""
    if event.initiators and event.recipients:
        yield from product(event.initiators, event.recipients)
    else:
        yield from combinations(event.participants, 2)
