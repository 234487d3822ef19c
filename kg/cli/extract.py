"""`kg extract`: claims of articles as JSON lines."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.cli.inputs import Reading, paths_argument, reading_options
from kg.cli.output import destination

__all__ = ["command"]


@click.command("extract")
@paths_argument
@reading_options
@click.option("--all", "guesses", is_flag=True, help="Guesses too, not only what is sure.")
@click.option("--actors", metavar="CSV", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="A list of your own actors.")  # fmt: skip
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Write to a file instead of stdout.")
def command(
    paths: tuple[str, ...],
    published: str | None,
    mapping: dict[str, str] | None,
    strict: bool,
    guesses: bool,
    actors: Path | None,
    out: Path | None,
) -> int:
    """Print the claims of articles as JSON lines.

    PATH is a file, a folder, or - for stdin. A claim is what one source says about one event, with its exact words.
    """
    from kg import pipeline

    reading = Reading()
    found = pipeline.extract_paths(
        paths, published=published, mapping=mapping, actors=actors, strict=strict, guesses=guesses, tell=reading.tell
    )
    with destination(out) as stream:
        for _, claims in reading.good(found):
            for claim in claims:
                stream.write(json.dumps(claim.to_json(), ensure_ascii=False) + "\n")
    return reading.exit_code
