"""`kg events`: the events of a graph, filtered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.asking import EVENT_COLUMNS, chosen, event_row, filter_options, graph_option
from kg.cli.output import as_json, row_options, rows

__all__ = ["command"]


@click.command("events")
@graph_option
@filter_options
@row_options
def command(target: str, form: str | None, out: Path | None, **filters: Any) -> int:
    """List the events of a graph by date.

    An event without a year can have been at any time: --since and --until leave it out.

    \b
    kg events -g talks.kg --actor Iran --type negotiate --since 2014-10
    """
    from kg.graph import open_graph

    found = chosen(open_graph(target), **filters)
    listed = (event.to_json() for event in found) if as_json(form, out) else map(event_row, found)
    return 0 if rows(listed, EVENT_COLUMNS, form, out) else 1
