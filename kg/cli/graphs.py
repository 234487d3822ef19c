"""`-g` in, an opened graph out: what all commands that ask a graph share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.graph.events import DerivedEvent
    from kg.graph.names import ActorRef

__all__ = ["EVENT_COLUMNS", "event_row", "graph_option", "one_of"]

graph_option = click.option(
    "-g",
    "--graph",
    "target",
    metavar="GRAPH",
    required=True,
    envvar="KG_GRAPH",
    help="A folder made by kg build, an RDF file, or a SPARQL endpoint's URL (or set KG_GRAPH).",
)

EVENT_COLUMNS = ("id", "date", "status", "who", "type", "whom", "sources")
"""The columns of an event in a table."""


def event_row(event: DerivedEvent) -> Mapping[str, object]:
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


def one_of(word: str | None, words: Iterable[str], what: str) -> str | None:
    """The word if it is one of `words` (whatever its case); raises UsageError that lists them."""
    known = {one.casefold(): one for one in words}
    if word is None or word.casefold() in known:
        return word and known[word.casefold()]
    raise UsageError(f"no {what} is called {word!r}", hint=f"there are {', '.join(known.values())}")


def _bounds(event: DerivedEvent) -> str:
    if not event.earliest and not event.latest:
        return ""
    return f"{event.earliest or '..'}/{event.latest or '..'}"


def _names(actors: Iterable[ActorRef]) -> str:
    return ", ".join(actor.name for actor in actors)
