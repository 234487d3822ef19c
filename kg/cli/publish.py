"""`kg publish`: a knowledge base onto a SPARQL server."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asking import Target
from kg.cli.output import show_progress

__all__ = ["command"]

Again = Annotated[bool, typer.Option("--again", help="Send everything, also what the server was given before.")]


def command(
    url: Annotated[str, typer.Argument(metavar="URL", hidden=True)],
    target: Target,
    again: Again = False,
) -> int:
    """Load a knowledge base into a SPARQL server.

    URL is the server's graph store: http://localhost:7878/store for Oxigraph, …/sparql-graph-crud for Virtuoso,
    …/data for Fuseki. Run again, only what has changed is sent; interrupted, it goes on where it stopped.
    """
    from kg.graph import publish

    done = publish(Path(target), url, again=again, tell=show_progress)
    show_progress()
    typer.echo(json.dumps(dataclasses.asdict(done)))
    return 0
