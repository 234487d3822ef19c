"""`kg timeline`: the events of a graph in time."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.cli.asking import Actor, Guesses, Since, Status, Target, Type, Until, chosen
from kg.cli.output import destination

__all__ = ["command"]

Width = Annotated[
    int | None, typer.Option(metavar="COLUMNS", min=48, help="Columns; the terminal's where it is not given.")
]
Lanes = Annotated[Literal["type", "actor"], typer.Option(help="What has a lane in a picture.")]
Out = Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH", help="Write to a file (.svg: a picture).")]


def command(
    target: Target,
    actor: Actor = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    status: Status = None,
    guesses: Guesses = False,
    width: Width = None,
    lanes: Lanes = "type",
    out: Out = None,
) -> int:
    """Print the events from the first to the last.

    Deadlines stand where they fall; events of which no date is known come last. A file that ends in .svg becomes a
    picture for a report; `kg page` has one to look around in.
    """
    import os

    from kg.graph import open_graph
    from kg.views import is_picture, terminal_timeline, timeline_svg

    drawn, graph = is_picture(out), open_graph(target)
    found = chosen(graph, actor=actor, type=type, since=since, until=until, status=status, guesses=guesses)
    if not found:
        return 1
    with destination(out) as stream:
        color = stream is sys.stdout and stream.isatty() and "NO_COLOR" not in os.environ
        text = timeline_svg(graph, found, by=lanes) if drawn else terminal_timeline(found, width=width, color=color)
        stream.write(text)
    return 0
