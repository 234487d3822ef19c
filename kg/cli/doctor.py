"""`kg doctor`: what is wrong with a knowledge base folder."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import Csv, Jsonl, Out, Table, form_of, rows, warn

__all__ = ["command"]

Mend = Annotated[
    bool,
    typer.Option("--mend", help="Mend it: set damaged documents aside, clear leftovers, make the store anew."),
]


def command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", hidden=True)],
    mend: Mend = False,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """Find and mend damage to a knowledge base.

    Damaged and missing files, leftovers of builds that were ended, a store that is out of date. Corrections are
    never touched. Exit code 1 when something is wrong and was not mended.
    """
    from kg.graph import doctor

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    found = doctor(folder, mend=mend)
    if not found:
        warn(f"{folder}: nothing is wrong")
        return 0
    rows(map(dataclasses.asdict, found), ("where", "what", "remedy", "mended"), form, out)
    return 0 if all(one.mended for one in found) else 1
