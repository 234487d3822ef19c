"""`kg read`: documents as JSON lines, to look at before building."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import click

from kg.cli.inputs import Reading, paths_argument, reading_options
from kg.cli.output import destination

__all__ = ["command"]


@click.command("read")
@paths_argument
@reading_options
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Write to a file instead of stdout.")
def command(
    paths: tuple[str, ...],
    published: str | None,
    mapping: dict[str, str] | None,
    strict: bool,
    out: Path | None,
) -> int:
    """Print articles as kg reads them, as JSON lines.

    Text, title, publisher, date and how it is known, and the parts of the text: what is read for events, and what is
    put aside (dateline, byline, boilerplate). What it prints can be read again.
    """
    from kg.documents import read

    reading = Reading()
    found = reading.good(read(paths, published=published, mapping=mapping, strict=strict, tell=reading.tell))
    with destination(out) as stream:
        for document in found:
            stream.write(json.dumps(dataclasses.asdict(document), ensure_ascii=False) + "\n")
    return reading.exit_code
