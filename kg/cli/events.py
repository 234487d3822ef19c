"""`kg events`: the events of a graph, filtered."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.graphs import EVENT_COLUMNS, event_row, graph_option, one_of
from kg.cli.output import as_json, row_options, rows, warn

__all__ = ["command"]


@click.command("events")
@graph_option
@click.option("--actor", metavar="NAME", help="Who takes part: a name, a code, or an id (Iran, IRN).")
@click.option("--type", "kind", metavar="TYPE", help="What was done: a type (negotiate) or a PLOVER root (CONSULT).")
@click.option("--since", metavar="DATE", help="Can have been on or after: 2014, 2014-10, 2014-10-31.")
@click.option("--until", metavar="DATE", help="Can have been on or before.")
@click.option(
    "--status", metavar="STATUS", help="actual, planned, conditional, possible, negated, contested, unconfirmed."
)
@click.option("--all", "guesses", is_flag=True, help="Guesses too, not only what is sure.")
@row_options
def command(
    target: str,
    actor: str | None,
    kind: str | None,
    since: str | None,
    until: str | None,
    status: str | None,
    guesses: bool,
    form: str | None,
    out: Path | None,
) -> int:
    """List the events of a graph by date.

    An event without a year can have been at any time: `--since` and `--until` leave it out.

    \b
    kg events -g talks.kg --actor Iran --type negotiate --since 2014-10
    """
    from typing import get_args

    from kg.graph import open_graph
    from kg.graph.status import Status

    wanted = one_of(status, get_args(Status), "status")
    found = open_graph(target).events(actor, kind, since, until, wanted, guesses=guesses)
    listed = (event.to_json() for event in found) if as_json(form, out) else map(event_row, found)
    if not rows(listed, EVENT_COLUMNS, form, out):
        warn("no such events; `kg events -g …` without filters lists all")
        return 1
    return 0
