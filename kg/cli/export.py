"""`kg export`: a graph in a format that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.asking import graph_option
from kg.cli.output import binary_destination

__all__ = ["FORMATS", "command"]

FORMATS = (
    "trig",
    "nq",
    "ttl",
    "jsonld",
    "csv",
    "csv-pairs",
    "parquet",
    "jsonl",
    "plover",
    "timelinejs",
    "gexf",
    "graphml",
    "annotations",
    "nanopub",
)
"""Those of `kg.graph.export`, said again so that help need not load it; a test compares them."""


@click.command("export")
@click.argument("format", metavar="FORMAT", type=click.Choice(FORMATS))
@graph_option
@click.option("--no-text", is_flag=True, help="Cut quotes short, for those who may not pass on articles.")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Write to a file instead of stdout.")
def command(format: str, target: str, no_text: bool, out: Path | None) -> int:
    """Write the whole graph for other programs.

    Equal graphs give equal bytes. FORMAT is one of:

    \b
    trig, nq        RDF with a named graph for each document
    ttl, jsonld     RDF without
    annotations     Web Annotations (JSON-LD)
    nanopub         a nanopublication for each claim (TriG)
    csv, csv-pairs  a row an event; a row for each pair of actors in one
    parquet         the same as csv, for pandas and others (pip install 'dipkg[parquet]')
    jsonl, plover   a JSON object an event; the same in the manner of PLOVER
    timelinejs      for TimelineJS
    gexf, graphml   the network for Gephi, yEd, networkx
    """
    from kg.graph import open_graph

    graph = open_graph(target)
    with binary_destination(out) as stream:
        graph.export(format, stream, no_text=no_text)
    return 0
