"""A folder, an RDF file or an endpoint's URL in, a Graph out."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.graph.backends import EndpointBackend, StoreBackend
from kg.graph.base import Graph
from kg.graph.folder import open_folder
from kg.graph.vocabulary import ontology_quads

__all__ = ["FORMATS", "open_graph"]

FORMATS = {
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
}
"""RDF files that can be opened, by the end of their name."""


def open_graph(target: str | Path) -> Graph:
    """The graph in a knowledge base folder, an RDF file (.trig, .nq, .ttl, .nt), or behind a SPARQL endpoint's URL.

    Raises GraphError where there is none: a missing graph is never an empty one.
    """
    name = str(target)
    if name.startswith(("http://", "https://")):
        return Graph(EndpointBackend(name), name)
    path = Path(target)
    if path.is_dir():
        return open_folder(path)
    if not path.exists():
        raise GraphError("there is no such graph", where=name, hint=f"make one: kg build ARTICLES -o {name}")
    return Graph(StoreBackend(_loaded(path)), name)


def _loaded(path: Path) -> ox.Store:
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise GraphError("not a graph", where=str(path), hint=f"give a folder or one of {', '.join(FORMATS)}")
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=form, base_iri="https://w3id.org/dipkg/")
    except (SyntaxError, OSError) as problem:
        raise GraphError(f"cannot be read ({problem})", where=str(path), hint="export it again") from None
    store.extend(ontology_quads())
    return store
