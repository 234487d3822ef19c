"""`kg export`: a graph in a format that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.asking import graph_option
from kg.cli.output import binary_destination

__all__ = ["FORMATS", "command"]

FORMATS = ("trig", "nq", "ttl", "jsonld", "csv")


@click.command("export")
@click.argument("format", type=click.Choice(FORMATS))
@graph_option
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Write to a file instead of stdout.")
def command(format: str, target: str, out: Path | None) -> int:
    """Write the whole graph for other programs.

    Equal graphs give equal bytes.
    trig and nq keep the named graphs (one a document); ttl, jsonld and csv are for programs that know none.
    """
    from kg.graph import open_graph

    graph = open_graph(target)
    with binary_destination(out) as stream:
        graph.export(format, stream)
    return 0
