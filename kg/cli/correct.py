"""`kg correct`: the user's word on what was read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from kg.cli.asking import Target
from kg.cli.output import Csv, Jsonl, Out, Table, form_of, rows, warn

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["command"]

COLUMNS = ("id", "decision", "targets", "words", "value", "why", "by", "on")
_VALUED = ("name", "published", "dated")
"""Decisions whose last word is an actor or a date."""

Listing = Annotated[
    bool, typer.Option("--list", help="List the corrections; those that fit nothing any more are named.")
]


def command(
    context: typer.Context,
    target: Target,
    decision: Annotated[str | None, typer.Argument(metavar="DECISION", hidden=True)] = None,
    about: Annotated[list[str] | None, typer.Argument(metavar="ABOUT", hidden=True)] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Your reason, kept with it.")] = "",
    by: Annotated[str, typer.Option(metavar="TEXT", help="Who decides.")] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help="When it was decided.")] = "",
    listing: Listing = False,
    undo: Annotated[str | None, typer.Option(metavar="ID", help="Take a correction back.")] = None,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """Say what is wrong or right; it survives the next build.

    \b
    kg correct reject CLAIM                  this claim is wrong
    kg correct accept CLAIM                  this guess is right
    kg correct same EVENT EVENT              these two are one event
    kg correct different EVENT EVENT         these two are not
    kg correct name WORDS ACTOR              these words name that actor
    kg correct published DOCUMENT DATE       this document appeared on that day
    kg correct dated EVENT DATE              this event was on that day

    Ids are those of `kg events` and `kg why`, and may be cut short. The store is derived anew each time.
    """
    from kg import graph
    from kg.graph.curation import Decision

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    if undo:
        warn(f"undone: {_told(graph.undo(target, undo).to_json())}")
        return 0
    if listing:
        return _list(target, form, out)
    if decision not in get_args(Decision):
        context.fail(f"Give one of {', '.join(get_args(Decision))}, or --list, or --undo ID")
    given, value = about or [], ""
    if decision in _VALUED:
        if len(given) != 2:
            context.fail(f"'{decision}' needs two words after it, not {len(given)}")
        value = given.pop()
    made = graph.correct(target, str(decision), *given, value=value, why=why, by=by, on=on)
    if any(made.id == lost.id for lost in graph.unmatched(target)):
        warn("it fits nothing in the graph as it stands; it waits for what is read later")
    warn(f"{made.id}: {_told(made.to_json())}; take it back with kg correct --undo {made.id} -g {target}")
    return 0


def _list(target: str, form: str | None, out: Path | None) -> int:
    from kg import graph

    rows((made.to_json() for made in graph.corrections(target)), COLUMNS, form, out)
    lost = graph.unmatched(target)
    for made in lost:
        warn(f"{made.id} fits nothing any more: {_told(made.to_json())}")
    return 1 if lost else 0


def _told(made: dict[str, object]) -> str:
    kept = {name: value for name, value in made.items() if value and name != "id"}
    return json.dumps(kept, ensure_ascii=False)
