"""The result of a SPARQL query and the name of a format in, bytes out, with the types that the engine knows."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import UsageError
from kg.graph.names import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GRAPHS", "MEDIA", "NAMES", "ROWS", "check_format", "write"]

ROWS: Mapping[str, ox.QueryResultsFormat] = {
    "srj": ox.QueryResultsFormat.JSON, "srx": ox.QueryResultsFormat.XML, "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}  # fmt: skip
"""Formats of rows (SELECT, ASK) by the ending of their files."""
GRAPHS: Mapping[str, ox.RdfFormat] = {
    "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}  # fmt: skip
"""Formats of graphs (CONSTRUCT, DESCRIBE) by the ending of their files."""
MEDIA: Mapping[str, str] = {
    **{name: form.media_type for name, form in ROWS.items()},
    **{name: form.media_type for name, form in GRAPHS.items()},
}
NAMES = (*ROWS, *GRAPHS)


def check_format(name: str) -> str:
    """The name itself; raises UsageError for one that is no format."""
    if name not in NAMES:
        raise UsageError(f"no format is called {name!r}", hint=f"rows: {', '.join(ROWS)}; graphs: {', '.join(GRAPHS)}")
    return name


def write(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, name: str, out: io.BytesIO) -> None:
    """Write a result; raises UsageError where rows are wanted in a format of graphs, or the other way round."""
    if isinstance(found, ox.QueryTriples):
        if name not in GRAPHS:
            raise UsageError(f"the query gives a graph, and {name} holds rows", hint=f"there are {', '.join(GRAPHS)}")
        if name == "ttl":  # with prefixes, to be read by people
            ox.serialize(found, out, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
        else:
            found.serialize(out, format=GRAPHS[name])
        return
    if name not in ROWS:
        raise UsageError(f"the query gives rows, and {name} holds a graph", hint=f"there are {', '.join(ROWS)}")
    found.serialize(out, format=ROWS[name])
