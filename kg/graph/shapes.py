"""Quads in, what they break of the shapes in `ontology/shapes/` out; pySHACL judges what the sieve lets by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pyoxigraph as ox

from kg.graph.findings import Finding
from kg.graph.names import BASE
from kg.graph.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Shapes"]

_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Shapes:
    """The shapes for data; `by_pyshacl` counts the pieces that were given to pySHACL."""

    def __init__(self) -> None:
        import rdflib

        from kg.ontology import folder

        self.graph = rdflib.Graph()
        for file in sorted((folder() / "shapes").glob("*.ttl")):
            if file.name not in ("style.ttl", "lists.ttl"):
                self.graph.parse(file, format="turtle")
        self._sieve = Sieve(self.graph)
        self.by_pyshacl = 0

    def findings(self, quads: Sequence[ox.Quad], where: str) -> Iterable[Finding]:
        """What is wrong with a piece that can be judged by itself."""
        if not len(self.graph) or self._sieve.passes(quads):
            return []
        self.by_pyshacl += 1
        return self._validated(quads, where)

    def _validated(self, quads: Iterable[ox.Quad], where: str) -> Iterable[Finding]:
        import pyshacl
        import rdflib

        data = rdflib.Graph()
        for quad in quads:
            data.add((_rdflib(quad.subject), _rdflib(quad.predicate), _rdflib(quad.object)))
        _, report, _ = pyshacl.validate(data, shacl_graph=self.graph, inference="none", advanced=False)
        shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
        for result in report.subjects(rdflib.RDF.type, shacl.ValidationResult):
            focus = report.value(result, shacl.focusNode)
            said = report.value(result, shacl.resultMessage)
            level = report.value(result, shacl.resultSeverity)
            path = report.value(result, shacl.resultPath)
            about = f"{str(path).rpartition('#')[2]}: " if isinstance(path, rdflib.URIRef) else ""
            grade: Literal["error", "warning"] = "warning" if level == shacl.Warning else "error"
            yield Finding(f"shape, {where}", str(focus).removeprefix(BASE), f"{about}{said}", grade)


def _rdflib(term: object) -> Any:
    import rdflib

    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        kind = term.datatype.value
        return rdflib.Literal(term.value, datatype=None if kind == _STRING else rdflib.URIRef(kind))
    return rdflib.URIRef(term.value) if isinstance(term, ox.NamedNode) else rdflib.BNode(str(term))
