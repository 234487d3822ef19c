"""The ontology's Turtle files in, quads out: what queries need of it, in the graph `ONTOLOGY`."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.names import DIP, ONTOLOGY
from kg.ontology import folder, load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.ontology import EventType

__all__ = ["ontology_quads", "ontology_version"]

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LEFT_OUT = frozenset((f"{DIP}phrase", f"{DIP}counterExample", f"{_SKOS}example"))
"""The lexicon's sentences: nothing asks for them in a graph, and they would be half of it."""
_RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_OWL = "http://www.w3.org/2002/07/owl#"


@functools.lru_cache(maxsize=1)
def ontology_quads() -> tuple[ox.Quad, ...]:
    """Terms, schemes, event types, issues and shortcuts, with labels, definitions and `skos:broader`."""
    graph = ox.NamedNode(ONTOLOGY)
    home = folder()
    files = [home / "dip.ttl", home / "schemes.ttl", home / "issues.ttl", *sorted((home / "events").glob("*.ttl"))]
    quads = {
        ox.Quad(q.subject, q.predicate, q.object, graph): None
        for file in files
        if file.is_file()
        for q in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)
        if q.predicate.value not in _LEFT_OUT
    }
    for event_type in load().types.values():
        quads |= dict.fromkeys(_shortcut(event_type, graph))
    return tuple(quads)


def _shortcut(event_type: EventType, graph: ox.NamedNode) -> Iterable[ox.Quad]:
    """The shortcut of a type as a property: declared by the type itself, so that a new type needs no other file."""
    if event_type.shortcut is None:
        return
    name = ox.NamedNode(event_type.shortcut)
    up = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subPropertyOf")
    yield ox.Quad(name, _RDF_TYPE, ox.NamedNode(f"{_OWL}ObjectProperty"), graph)
    yield ox.Quad(name, up, ox.NamedNode(f"{DIP}interactsWith"), graph)
    if event_type.verb_label:
        yield ox.Quad(name, _LABEL, ox.Literal(event_type.verb_label, language="en"), graph)
    if event_type.reciprocal:
        yield ox.Quad(name, _RDF_TYPE, ox.NamedNode(f"{_OWL}SymmetricProperty"), graph)


def ontology_version() -> str:
    """The version that the ontology states of itself."""
    info = ox.NamedNode(f"{_OWL}versionInfo")
    return next(
        (q.object.value for q in ontology_quads() if q.predicate == info and isinstance(q.object, ox.Literal)), ""
    )
