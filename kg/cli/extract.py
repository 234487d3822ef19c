"""`kg extract`: claims of articles as JSON lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asking import Guesses
from kg.cli.inputs import Fetch, Mapping, Paths, Published, Reading, Strict, fetcher, fields
from kg.cli.output import OutFile, destination

__all__ = ["command"]


def command(
    paths: Paths,
    published: Published = None,
    mapping: Mapping = None,
    strict: Strict = False,
    guesses: Guesses = False,
    fetch: Fetch = False,
    actors: Annotated[
        Path | None, typer.Option(metavar="CSV", exists=True, dir_okay=False, help="A list of your own actors.")
    ] = None,
    out: OutFile = None,
) -> int:
    """Print the claims of articles as JSON lines.

    PATH is a file, a folder, or - for stdin. A claim is what one source says about one event, with its exact words.
    """
    from kg import pipeline

    reading = Reading()
    found = pipeline.extract_paths(
        paths,
        published=published,
        mapping=fields(mapping),
        actors=actors,
        strict=strict,
        guesses=guesses,
        fetch=fetcher(fetch),
        tell=reading.tell,
    )
    with destination(out) as stream:
        for _, claims in reading.good(found):
            for claim in claims:
                stream.write(json.dumps(claim.to_json(), ensure_ascii=False) + "\n")
    return reading.exit_code
