"""`kg doctor`: what is wrong with a knowledge base folder."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asking import MaybeTarget
from kg.cli.output import Csv, Jsonl, Out, Table, form_of, rows, warn

__all__ = ["command"]

Mend = Annotated[
    bool,
    typer.Option("--mend", help="Mend it: set damaged documents aside, clear leftovers, make the store anew."),
]


def command(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", hidden=True)] = None,
    target: MaybeTarget = None,
    mend: Mend = False,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """Find and mend damage to a knowledge base.

    Damaged and missing files, leftovers of builds that were ended, a store that is out of date. Corrections are
    never touched. Exit code 1 when something is wrong and was not mended.

    The folder is named alone or, as everywhere, with -g.
    """
    from kg.graph import doctor

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    named = folder or target
    if named is None:
        context.fail("Missing option '-g' / '--graph'")
    found = doctor(named, mend=mend)
    if not found:
        warn(f"{named}: nothing is wrong")
        return 0
    rows(map(dataclasses.asdict, found), ("where", "what", "remedy", "mended"), form, out)
    return 0 if all(one.mended for one in found) else 1
