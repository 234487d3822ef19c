"""`kg graph`: who has to do with whom."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kg.cli.asking import Actor, Guesses, Limit, Since, Status, Target, Type, Until, chosen
from kg.cli.output import Csv, Jsonl, Table, form_of, rows
from kg.cli.pictures import drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph import ActorRef, DerivedEvent

__all__ = ["command"]

COLUMNS = ("who", "whom", "events", "types", "statuses")

Out = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="PATH", help="Write to a file (.csv, .jsonl; .svg, .png: a picture; .html)."
    ),
]
View = Annotated[
    Literal["events", "actors"], typer.Option(help="In a picture or page: events as nodes, or lines between actors.")
]


def command(
    target: Target,
    actor: Actor = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    status: Status = None,
    limit: Limit = None,
    guesses: Guesses = False,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    view: View = "events",
    out: Out = None,
) -> int:
    """List who has to do with whom, and in what.

    One row a pair, the most events first. Six who talk with one are six pairs. A file that ends in .svg or .png
    becomes a picture for a report; one that ends in .html the network of `kg page`, to look around in.
    """
    from kg.graph import open_graph
    from kg.views import medium, network_svg

    kind, graph = medium(out), open_graph(target)
    form = form_of(table=table, jsonl=jsonl, csv=csv)
    found = chosen(graph, actor=actor, type=type, since=since, until=until, status=status, limit=limit, guesses=guesses)
    if kind:
        if not found:
            return 1
        start = {"part": "network", "view": view}
        drawn(kind, out, graph, found, svg=lambda: network_svg(graph, found, view=view), start=start)
        return 0
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
