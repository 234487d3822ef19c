"""`kg actors`: who is in a graph, and how often."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.asking import Target
from kg.cli.output import Csv, Jsonl, Out, Table, form_of, rows, warn

__all__ = ["command"]

COLUMNS = ("id", "name", "kind", "states", "events", "wikidata")

Kind = Annotated[
    str | None,
    typer.Option(metavar="KIND", help="state, organization, armed group, media, grouping, person, described."),
]


def command(
    target: Target,
    kind: Kind = None,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """List who is in a graph, and how often.

    Those in most events come first, those whom no list knows last.
    """
    from kg.authority import load
    from kg.graph import open_graph

    graph = open_graph(target)
    counts = graph.event_counts()
    authority = load()
    listed = []
    for actor in graph.actors():
        record = authority.get(actor.id)
        if kind is None or actor.kind == kind:
            listed.append({
                "id": actor.id, "name": actor.name, "kind": actor.kind, "states": list(actor.states),
                "events": counts[actor.id], "wikidata": record.wikidata if record else None, "listed": bool(record),
            })  # fmt: skip
    listed.sort(key=lambda a: (not a["listed"], -counts[str(a["id"])], str(a["name"]), str(a["id"])))
    form = form_of(table=table, jsonl=jsonl, csv=csv)
    if not rows(listed, COLUMNS, form, out):
        warn("no such actors; `kg actors -g …` without --kind lists all")
        return 1
    return 0
