"""`kg check`: whether a graph keeps its promises."""

from __future__ import annotations

from kg.cli.asking import Target
from kg.cli.output import Csv, Jsonl, Out, Table, form_of, rows, warn

__all__ = ["command"]


def command(
    target: Target,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """Check that a graph keeps its promises.

    Its shape (SHACL), every quote against its document, shortcuts against statuses.
    Exit code 1 when something is wrong.
    """
    import dataclasses

    from kg.graph import open_graph

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    findings = open_graph(target).check()
    if not findings:
        warn(f"{target}: all is as promised")
        return 0
    columns = [field.name for field in dataclasses.fields(findings[0])]
    rows(({name: getattr(finding, name) for name in columns} for finding in findings), columns, form, out)
    return 1
