"""`kg timeline`: the events of a graph in time."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.cli.asking import Actor, Guesses, Since, Status, Target, Type, Until, chosen
from kg.cli.output import OutFile, destination

__all__ = ["command"]

Width = Annotated[
    int | None, typer.Option(metavar="COLUMNS", min=48, help="Columns; the terminal's where it is not given.")
]


def command(
    target: Target,
    actor: Actor = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    status: Status = None,
    guesses: Guesses = False,
    width: Width = None,
    out: OutFile = None,
) -> int:
    """Print the events from the first to the last.

    Deadlines stand where they fall; events of which no date is known come last. `kg page` has it as a picture.
    """
    import os

    from kg.graph import open_graph
    from kg.views import terminal_timeline

    found = chosen(open_graph(target), actor=actor, type=type, since=since, until=until, status=status, guesses=guesses)
    if not found:
        return 1
    with destination(out) as stream:
        color = stream is sys.stdout and stream.isatty() and "NO_COLOR" not in os.environ
        stream.write(terminal_timeline(found, width=width, color=color))
    return 0
