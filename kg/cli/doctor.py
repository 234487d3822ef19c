"""`kg doctor`: what is wrong with a knowledge base folder."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from kg.cli.output import row_options, rows, warn

__all__ = ["command"]


@click.command("doctor")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--mend", is_flag=True, help="Mend it: set damaged documents aside, clear leftovers, make the store anew."
)
@row_options
def command(folder: Path, mend: bool, form: str | None, out: Path | None) -> int:
    """Find and mend damage to a knowledge base.

    Damaged and missing files, leftovers of builds that were ended, a store that is out of date. Corrections are
    never touched. Exit code 1 when something is wrong and was not mended.
    """
    from kg.graph import doctor

    found = doctor(folder, mend=mend)
    if not found:
        warn(f"{folder}: nothing is wrong")
        return 0
    rows(map(dataclasses.asdict, found), ("where", "what", "remedy", "mended"), form, out)
    return 0 if all(one.mended for one in found) else 1
