"""`kg dates`: date expressions of articles as JSON lines."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.inputs import Reading, paths_argument, reading_options
from kg.cli.output import row_options, rows

__all__ = ["command"]

COLUMNS = ("document", "start", "end", "text", "type", "value", "edtf", "earliest", "latest", "anchor", "reason")


@click.command("dates")
@paths_argument
@reading_options
@row_options
def command(
    paths: tuple[str, ...],
    published: str | None,
    mapping: dict[str, str] | None,
    strict: bool,
    form: str | None,
    out: Path | None,
) -> int:
    """Print the dates in articles and what they mean.

    Each expression with its place, its value (TIMEX3 and EDTF), its bounds, and how it was reached.

    \b
    kg dates article.txt --published 2014-11-06
    """
    from kg.documents import read
    from kg.extract.dates import lines

    reading = Reading()
    documents = reading.good(read(paths, published=published, mapping=mapping, strict=strict, tell=reading.tell))
    rows((line for document in documents for line in lines(document)), COLUMNS, form, out)
    return reading.exit_code
