"""`kg page`: a graph as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.asking import graph_option

__all__ = ["command"]


@click.command("page")
@graph_option
@click.option("-o", "--output", "out", required=True, metavar="FILE", type=click.Path(path_type=Path),
              help="The HTML file to write.")  # fmt: skip
@click.option("--title", help="The heading of the page.")
def command(target: str, out: Path, title: str | None) -> int:
    """Write network, timeline and evidence as one HTML file.

    The file needs no network and can be passed on by mail. Its path is printed.
    """
    from kg.graph import open_graph
    from kg.views import page

    click.echo(page(open_graph(target), out, title=title))
    return 0
