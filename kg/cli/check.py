"""`kg check`: whether a graph keeps its promises."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.asking import graph_option
from kg.cli.output import row_options, rows, warn

__all__ = ["command"]


@click.command("check")
@graph_option
@row_options
def command(target: str, form: str | None, out: Path | None) -> int:
    """Check that a graph keeps its promises.

    Its shape (SHACL), every quote against its document, shortcuts against statuses.
    Exit code 1 when something is wrong.
    """
    import dataclasses

    from kg.graph import open_graph

    findings = open_graph(target).check()
    if not findings:
        warn(f"{target}: all is as promised")
        return 0
    columns = [field.name for field in dataclasses.fields(findings[0])]
    rows(({name: getattr(finding, name) for name in columns} for finding in findings), columns, form, out)
    return 1
