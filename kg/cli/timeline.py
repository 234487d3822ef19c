"""`kg timeline`: the events of a graph in time."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kg.cli.asking import chosen, filter_options, graph_option
from kg.cli.output import destination

__all__ = ["command"]


@click.command("timeline")
@graph_option
@filter_options
@click.option("--width", type=click.IntRange(48), help="Columns; the terminal's where it is not given.")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Write to a file instead of stdout.")
def command(target: str, width: int | None, out: Path | None, **filters: Any) -> int:
    """Print the events from the first to the last.

    Deadlines stand where they fall; events of which no date is known come last. `kg page` has it as a picture.
    """
    import os

    from kg.graph import open_graph
    from kg.views import terminal_timeline

    found = chosen(open_graph(target), **filters)
    if not found:
        return 1
    with destination(out) as stream:
        color = stream is sys.stdout and stream.isatty() and "NO_COLOR" not in os.environ
        stream.write(terminal_timeline(found, width=width, color=color))
    return 0
