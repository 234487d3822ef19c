"""`kg events`: the events of a graph, filtered."""

from __future__ import annotations

from kg.cli.asking import (
    EVENT_COLUMNS,
    Actor,
    Guesses,
    Limit,
    Since,
    Status,
    Target,
    Type,
    Until,
    chosen,
    event_row,
)
from kg.cli.output import Csv, Jsonl, Out, Table, as_json, form_of, rows

__all__ = ["command"]


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
    out: Out = None,
) -> int:
    """List the events of a graph by date.

    --since and --until keep what can lie between them. An event of which no text tells the date counts as of its
    report; one that nothing bounds is left out.

    \b
    kg events -g talks.kg --actor Iran --type negotiate --since 2014-10
    """
    from kg.graph import open_graph

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    found = chosen(
        open_graph(target),
        actor=actor,
        type=type,
        since=since,
        until=until,
        status=status,
        limit=limit,
        guesses=guesses,
    )
    listed = (event.to_json() for event in found) if as_json(form, out) else map(event_row, found)
    return 0 if rows(listed, EVENT_COLUMNS, form, out) else 1
