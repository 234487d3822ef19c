"""`kg page`: a graph as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asking import Target

__all__ = ["command"]


def command(
    target: Target,
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The HTML file to write.")],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The heading of the page.")] = None,
) -> int:
    """Write network, timeline and evidence as one HTML file.

    The file needs no network and can be passed on by mail. Its path is printed.
    """
    from kg.graph import open_graph
    from kg.views import page

    typer.echo(page(open_graph(target), out, title=title))
    return 0
