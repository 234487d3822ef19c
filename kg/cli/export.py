"""`kg export`: a graph in a format that other programs read."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

import typer

from kg.cli.asking import Target
from kg.cli.output import OutFile, binary_destination

__all__ = ["FORMATS", "command"]

Format = Literal[
    "trig",
    "nq",
    "ttl",
    "jsonld",
    "csv",
    "csv-pairs",
    "parquet",
    "jsonl",
    "plover",
    "cameo",
    "timelinejs",
    "gexf",
    "graphml",
    "annotations",
    "nanopub",
]
FORMATS = get_args(Format)
"""Those of `kg.graph.export`, said again so that help need not load it; a test compares them."""

NoText = Annotated[bool, typer.Option("--no-text", help="Cut quotes short, for those who may not pass on articles.")]


def command(
    format: Annotated[Format, typer.Argument(metavar="FORMAT", hidden=True)],
    target: Target,
    no_text: NoText = False,
    out: OutFile = None,
) -> int:
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
    cameo           the columns of GDELT and ICEWS, what has happened only, a row a pair
    timelinejs      for TimelineJS
    gexf, graphml   the network for Gephi, yEd, networkx
    """
    from kg.graph import open_graph

    graph = open_graph(target)
    with binary_destination(out) as stream:
        graph.export(format, stream, no_text=no_text)
    return 0
