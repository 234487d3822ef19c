"""`kg graph`: who has to do with whom."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.asking import chosen, filter_options, graph_option
from kg.cli.output import row_options, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph import ActorRef, DerivedEvent

__all__ = ["command"]

COLUMNS = ("who", "whom", "events", "types", "statuses")


@click.command("graph")
@graph_option
@filter_options
@row_options
def command(target: str, form: str | None, out: Path | None, **filters: Any) -> int:
    """List who has to do with whom, and in what.

    One row a pair, the most events first. Seven who talk with one are six pairs. `kg page` has it as a picture.
    """
    from kg.graph import open_graph

    return 0 if rows(_ties(chosen(open_graph(target), **filters)), COLUMNS, form, out) else 1


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
