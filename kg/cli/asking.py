"""`-g` and filters in, a graph and its events out: what all commands that ask a graph share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.output import warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph import ActorRef, DerivedEvent, Graph

__all__ = [
    "EVENT_COLUMNS",
    "Actor",
    "Guesses",
    "Limit",
    "MaybeTarget",
    "Since",
    "Status",
    "Target",
    "Type",
    "Until",
    "chosen",
    "event_row",
]

_GRAPH = typer.Option(
    "-g",
    "--graph",
    metavar="GRAPH",
    envvar="KG_GRAPH",
    show_envvar=False,
    help="A folder made by kg build, an RDF file, or a SPARQL endpoint's URL (or set KG_GRAPH).",
)
Target = Annotated[str, _GRAPH]
MaybeTarget = Annotated[str | None, _GRAPH]

Actor = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who takes part: a name, a code, or an id (Iran, IRN).")
]
Type = Annotated[
    str | None, typer.Option(metavar="TYPE", help="What was done: a type (negotiate) or a PLOVER root (CONSULT).")
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Can have been on or after: 2014, 2014-10, 2014-10-31.")
]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Can have been on or before.")]
Status = Annotated[
    str | None,
    typer.Option(metavar="STATUS", help="actual, planned, conditional, possible, negated, contested, unconfirmed."),
]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, help="Only so many events, the last in time.")]
Guesses = Annotated[bool, typer.Option("--all", help="Guesses too, not only what is sure.")]

EVENT_COLUMNS = ("id", "date", "status", "who", "type", "whom", "sources")
"""The columns of an event in a table."""


def chosen(graph: Graph, *, status: str | None, limit: int | None = None, **filters: Any) -> list[DerivedEvent]:
    """The events that the filters leave, by date; a word on stderr when there are none.

    Raises QuestionError for a name, type or status that neither the graph nor the ontology knows.
    """
    from kg.queries import resolve

    found = graph.events(status=status and resolve.one_of("status", status), newest=limit, **filters)
    if limit and len(found) == limit:
        warn(f"the last {limit:,} events; there may be more (--limit)")
    if not found:
        _check_names(graph, filters["actor"], filters["type"])
        warn("no such events; without filters all are listed" if any(filters.values()) or status else "no events")
    return found


def _check_names(graph: Graph, actor: str | None, kind: str | None) -> None:
    from kg.queries import resolve

    if kind:
        resolve.types(kind)
    if actor and not graph.actor_ids(actor):
        resolve.actors(actor)


def event_row(event: DerivedEvent) -> dict[str, object]:
    """An event as one line of a table; two sides where it has sides, else all who take part."""
    sided = event.initiators or event.recipients
    return {
        "id": event.id,
        "date": event.when.edtf if event.when else _bounds(event),
        "status": event.status,
        "who": _names(event.initiators if sided else event.participants),
        "type": event.type,
        "whom": _names(event.recipients) if sided else "",
        "sources": event.sources,
    }


def _bounds(event: DerivedEvent) -> str:
    if not event.earliest and not event.latest:
        return ""
    return f"{event.earliest or '..'}/{event.latest or '..'}"


def _names(actors: Iterable[ActorRef]) -> str:
    return ", ".join(actor.name for actor in actors)
