"""A graph in, findings out: what breaks a promise or a shape of the ontology, in words that need no RDF.

The literals are looked at first, because pySHACL stops on an ill-typed date. Then the promises that can be checked
on data: P1 every claim has its words, P2 no shortcut without an actual event, P3 nothing dated out of nothing, P4 no
blank nodes. Then the shapes in `ontology/shapes/`, document by document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import pyoxigraph as ox

from kg.graph.names import BASE, DERIVED, ONTOLOGY
from kg.graph.reports import bounds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph.base import Graph
    from kg.model import Document

__all__ = ["Finding", "check"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_OA = "http://www.w3.org/ns/oa#"
_INTEGER = re.compile(r"[+-]?\d+\Z", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: the promise or shape it breaks, where, and in words."""

    rule: str
    where: str
    what: str
    severity: Literal["error", "warning"] = "error"

    def to_json(self) -> dict[str, str]:
        """The finding as a JSON object."""
        return {"rule": self.rule, "where": self.where, "what": self.what, "severity": self.severity}


def check(graph: Graph, *, shapes: bool = True) -> list[Finding]:
    """Everything that is wrong, sorted; an empty list for a graph that keeps its promises."""
    ill = sorted(set(_literals(graph)))
    if ill:
        return ill  # nothing else can be trusted to read them
    found = [*_words(graph), *_shortcuts(graph), *_dates(graph), *_blank_nodes(graph)]
    if shapes:
        found.extend(_shapes(graph))
    return sorted(set(found))


def _short(iri: object) -> str:
    text = iri.value if isinstance(iri, ox.NamedNode | ox.Literal) else str(iri)
    return text.removeprefix(BASE)


def _literals(graph: Graph) -> Iterator[Finding]:
    for quad in graph.store:
        term = quad.object
        if not isinstance(term, ox.Literal):
            continue
        kind = term.datatype.value
        if kind == f"{_XSD}date" and not _is_day(term.value):
            yield Finding("literal", _short(quad.subject), f"{_short(quad.predicate)} is no date: {term.value!r}")
        elif kind == f"{_XSD}integer" and not _INTEGER.match(term.value):
            yield Finding("literal", _short(quad.subject), f"{_short(quad.predicate)} is no number: {term.value!r}")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def _words(graph: Graph) -> Iterator[Finding]:
    """P1: the quote of every mention stands at its place in its document."""
    spans = graph.query(
        "SELECT ?m ?doc ?start ?end ?exact { ?m a dip:Mention ; dip:inDocument ?doc ; oa:start ?start ; oa:end ?end ; "
        "oa:exact ?exact }"
    )
    texts = {d.key: d for d in graph.documents() if d.text}
    for mention, doc, start, end, exact in spans:
        document = texts.get(_short(doc).removeprefix("doc/"))
        what = _misquoted(document, int(start or 0), int(end or 0), exact or "")
        if what:
            yield Finding("P1 a claim has its words", _short(mention), what)
    with_words = set(graph.query("SELECT ?c { ?c dip:evidence ?m . ?m oa:exact ?words }"))
    for (claim,) in set(graph.query("SELECT ?c { ?c a dip:Claim }")) - with_words:
        yield Finding("P1 a claim has its words", _short(claim), "the claim rests on no words of its document")


def _misquoted(document: Document | None, start: int, end: int, exact: str) -> str | None:
    if document is not None:
        found = re.sub(r"[\ud800-\udfff]", "\ufffd", document.text[start:end])
        return None if found == exact else f"the document says {found[:60]!r} there, not {exact[:60]!r}"
    if end - start != len(exact):
        return f"the quote has {len(exact)} characters, its place {end - start}"
    return None


def _shortcuts(graph: Graph) -> Iterator[Finding]:
    """P2: every shortcut has an event of status actual behind it, with both actors or those who speak for them."""
    pairs = graph.query(
        f"SELECT ?a ?p ?b {{ GRAPH <{DERIVED}> {{ ?a ?p ?b }} "
        f"GRAPH <{ONTOLOGY}> {{ ?p rdfs:subPropertyOf dip:interactsWith }} }}"
    )
    backed = graph.query(
        "SELECT DISTINCT ?a ?p ?b { ?e a dip:Event ; dip:status status:actual ; dip:eventType/skos:broader* ?t ; "
        "dip:participant/dip:speaksFor? ?a ; dip:participant/dip:speaksFor? ?b . ?t dip:shortcut ?p FILTER(?a != ?b) }"
    )
    known = set(backed)
    for pair in pairs:
        if pair not in known:
            words = " ".join(_short(x).rpartition("#")[2] for x in pair)
            yield Finding("P2 a claim is not a fact", words, "a direct link without an actual event behind it")


def _dates(graph: Graph) -> Iterator[Finding]:
    """P3: bounds only where the year is told, and inside what the EDTF string says; the first not after the last."""
    rows = graph.query(
        "SELECT ?s ?when ?first ?last { ?s dip:earliest ?first ; dip:latest ?last OPTIONAL { ?s dip:when ?when } }"
    )
    for subject, when, first, last in rows:
        if (first or "") > (last or ""):
            yield Finding("P3 unknown stays unknown", _short(subject), f"it ends ({last}) before it begins ({first})")
        elif (when or "").startswith("XXXX"):
            yield Finding("P3 unknown stays unknown", _short(subject), f"{when} has no year, but bounds {first}/{last}")
        elif (bounds := bounds_of(when)) and not (bounds[0] <= (first or "") and (last or "") <= bounds[1]):
            yield Finding("P3 unknown stays unknown", _short(subject), f"{when} does not lie in {first}/{last}")


def _blank_nodes(graph: Graph) -> Iterator[Finding]:
    for quad in graph.store:
        if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
            yield Finding("P4 same input, same bytes", _short(quad.predicate), "a node without a name (blank node)")


def _shapes(graph: Graph) -> Iterator[Finding]:
    """The shapes on each document's graph with its actors, then on what is derived from all."""
    import rdflib

    shapes = _shapes_graph()
    if shapes is None:
        return
    for name, quads in _portions(graph):
        data = rdflib.Graph()
        for quad in quads:
            data.add(_triple(quad))
        yield from _validated(data, shapes, name)


def _portions(graph: Graph) -> Iterator[tuple[str, Iterable[ox.Quad]]]:
    """Each document's graph by itself; then the events with what is about them."""
    names = sorted({q.graph_name.value for q in graph.store if isinstance(q.graph_name, ox.NamedNode)})
    for name in names:
        if name.startswith(f"{BASE}doc/"):
            yield _short(name), graph.store.quads_for_pattern(None, None, None, ox.NamedNode(name))
    if DERIVED in names:
        yield "what is derived", graph.store.quads_for_pattern(None, None, None, ox.NamedNode(DERIVED))


def _triple(quad: ox.Quad) -> tuple[Any, Any, Any]:
    return _rdflib(quad.subject), _rdflib(quad.predicate), _rdflib(quad.object)


def _rdflib(term: object) -> Any:
    import rdflib

    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        kind = term.datatype.value
        return rdflib.Literal(term.value, datatype=None if kind == f"{_XSD}string" else rdflib.URIRef(kind))
    return rdflib.URIRef(term.value) if isinstance(term, ox.NamedNode) else rdflib.BNode(str(term))


def _shapes_graph() -> Any:
    import rdflib

    from kg.ontology import folder

    shapes = rdflib.Graph()
    for file in sorted((folder() / "shapes").glob("*.ttl")):
        if file.name != "style.ttl":
            shapes.parse(file, format="turtle")
    return shapes if len(shapes) else None


def _validated(data: Any, shapes: Any, where: str) -> Iterable[Finding]:
    import pyshacl
    import rdflib

    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    for result in report.subjects(rdflib.RDF.type, shacl.ValidationResult):
        focus = report.value(result, shacl.focusNode)
        said = report.value(result, shacl.resultMessage)
        level = report.value(result, shacl.resultSeverity)
        path = report.value(result, shacl.resultPath)
        about = f"{str(path).rpartition('#')[2]}: " if isinstance(path, rdflib.URIRef) else ""
        grade: Literal["error", "warning"] = "warning" if level == shacl.Warning else "error"
        yield Finding(f"shape, {where}", str(focus).removeprefix(BASE), f"{about}{said}", grade)
