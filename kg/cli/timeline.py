"""`kg timeline`: the events of a graph in time."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.cli.asking import Actor, Guesses, Limit, Since, Status, Target, Type, Until, chosen
from kg.cli.output import destination
from kg.cli.pictures import drawn

__all__ = ["command"]

Width = Annotated[
    int | None, typer.Option(metavar="COLUMNS", min=48, help="Columns; the terminal's where it is not given.")
]
Lanes = Annotated[Literal["type", "actor"], typer.Option(help="What has a lane in a picture or page.")]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="PATH", help="Write to a file (.svg, .png: a picture; .html: a page)."),
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
    width: Width = None,
    lanes: Lanes = "type",
    out: Out = None,
) -> int:
    """Print the events from the first to the last.

    Deadlines stand where they fall; events of which no date is known come last. A file that ends in .svg or .png
    becomes a picture for a report; one that ends in .html the timeline of `kg page`, to look around in.
    """
    import os

    from kg.graph import open_graph
    from kg.views import medium, terminal_timeline, timeline_svg

    kind, graph = medium(out), open_graph(target)
    found = chosen(graph, actor=actor, type=type, since=since, until=until, status=status, limit=limit, guesses=guesses)
    if not found:
        return 1
    if kind:
        start = {"part": "timeline", "lanes": lanes}
        drawn(kind, out, graph, found, svg=lambda: timeline_svg(graph, found, by=lanes), start=start)
        return 0
    with destination(out) as stream:
        color = stream is sys.stdout and stream.isatty() and "NO_COLOR" not in os.environ
        stream.write(terminal_timeline(found, width=width, color=color))
    return 0
