"""A graph in, findings out: what breaks a promise or a shape of the ontology, in words that need no RDF.

One document after the other, then actors and what is derived, so that memory stays flat. In each the literals are
looked at first, because pySHACL stops on an ill-typed date. Then the promises that can be checked on data: P1 every
claim has its words, P2 no shortcut without an actual event, P3 nothing dated out of nothing, P4 no blank nodes. Then
the shapes in `ontology/shapes/`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.findings import Finding
from kg.graph.names import ACTORS, BASE, DERIVED, DIP, ONTOLOGY
from kg.graph.reports import bounds_of
from kg.graph.shapes import Shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.graph.backends import Rows
    from kg.model import Document

__all__ = ["check"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_OA = "http://www.w3.org/ns/oa#"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_INTEGER = re.compile(r"[+-]?\d+\Z", re.ASCII)
_ABOUT = ox.NamedNode(f"{DIP}about")
_MANY = 300
"""Events that are looked at together."""


def check(
    store: ox.Store, query: Callable[[str], Rows], document: Callable[[str], Document | None], *, shapes: bool = True
) -> list[Finding]:
    """Everything that is wrong, sorted; an empty list for a graph that keeps its promises.

    `query` asks the store; `document` gives a document with its text by key, where it is kept.
    """
    found: list[Finding] = []
    judge = Shapes() if shapes else None
    for where, quads, whole in _portions(store):
        ill = [*_literals(quads)]
        found.extend([*ill, *_blank_nodes(quads)])
        if whole and not ill:
            found.extend(_promises(quads, document))
            found.extend(judge.findings(quads, where) if judge else ())
    if not any(f.rule == "literal" for f in found):
        found.extend(_shortcuts(query))
    return sorted(set(found))


def _portions(store: ox.Store) -> Iterator[tuple[str, Sequence[ox.Quad], bool]]:
    """Pieces, and whether each holds all that is said of its subjects, and so can be judged by itself."""
    names = sorted(n.value for n in store.named_graphs() if isinstance(n, ox.NamedNode))
    for name in names:
        if name not in (DERIVED, ONTOLOGY):
            where = "actors" if name == ACTORS else _short(name)
            yield where, list(store.quads_for_pattern(None, None, None, ox.NamedNode(name))), True
    if bare := list(store.quads_for_pattern(None, None, None, ox.DefaultGraph())):
        yield "the file", bare, True
    if DERIVED in names:
        yield from _derived(store)


def _derived(store: ox.Store) -> Iterator[tuple[str, Sequence[ox.Quad], bool]]:
    """What is derived as it comes, then events and processes with the claims that are about them."""
    graph = ox.NamedNode(DERIVED)
    every = store.quads_for_pattern(None, None, None, graph)
    while piece := list(islice(every, 20_000)):
        yield "what is derived", piece, False
    for kind in ("Event", "Process"):
        nodes = (q.subject for q in store.quads_for_pattern(None, _TYPE, ox.NamedNode(f"{DIP}{kind}"), graph))
        while some := list(islice(nodes, _MANY)):
            about = (q for n in some for q in store.quads_for_pattern(n, None, None, graph))
            claims = (q for n in some for q in store.quads_for_pattern(None, _ABOUT, n, graph))
            yield "what is derived", [*about, *claims], True


def _short(iri: object) -> str:
    text = iri.value if isinstance(iri, ox.NamedNode | ox.Literal) else str(iri)
    return text.removeprefix(BASE)


def _literals(quads: Iterable[ox.Quad]) -> Iterator[Finding]:
    for quad in quads:
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


def _blank_nodes(quads: Iterable[ox.Quad]) -> Iterator[Finding]:
    for quad in quads:
        if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
            yield Finding("P4 same input, same bytes", _short(quad.predicate), "a node without a name (blank node)")


def _promises(quads: Iterable[ox.Quad], document: Callable[[str], Document | None]) -> Iterator[Finding]:
    """Words and dates of one piece."""
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    claims, dated = [], set()
    for quad in quads:
        subject, predicate = _short(quad.subject), quad.predicate.value
        value = quad.object.value if isinstance(quad.object, ox.NamedNode | ox.Literal) else ""
        if predicate == _TYPE.value and value == f"{DIP}Claim":
            claims.append(subject)
        if predicate == f"{DIP}earliest":
            dated.add(subject)
        facts[subject][predicate] = value
    kept: dict[str, Document | None] = {}
    for subject, told in facts.items():
        if f"{_OA}exact" in told:
            key = told.get(f"{DIP}inDocument", "").removeprefix(f"{BASE}doc/")
            if key not in kept:
                kept[key] = document(key)
            yield from _misquoted(kept[key], subject, told)
    for claim in claims:
        words = facts.get(_short(ox.NamedNode(facts[claim].get(f"{DIP}evidence", BASE))), {})
        if not words.get(f"{_OA}exact"):
            yield Finding("P1 a claim has its words", claim, "the claim rests on no words of its document")
    for subject in dated:
        told = facts[subject]
        if what := _misdated(*(told.get(f"{DIP}{name}") for name in ("when", "earliest", "latest"))):
            yield Finding("P3 unknown stays unknown", subject, what)


def _misquoted(document: Document | None, where: str, told: dict[str, str]) -> Iterator[Finding]:
    """P1: the quote of a mention stands at its place in its document."""
    start, end = (int(n) if _INTEGER.match(n := told.get(f"{_OA}{side}", "")) else 0 for side in ("start", "end"))
    exact = told[f"{_OA}exact"]
    what = None
    if document is not None and document.text:
        found = re.sub(r"[\ud800-\udfff]", "\ufffd", document.text[start:end])
        if found != exact:
            what = f"the document says {found[:60]!r} there, not {exact[:60]!r}"
    elif end - start != len(exact):
        what = f"the quote has {len(exact)} characters, its place {end - start}"
    if what:
        yield Finding("P1 a claim has its words", where, what)


def _misdated(when: str | None, first: str | None, last: str | None) -> str | None:
    """P3: bounds only where the year is told, and inside what the EDTF string says; the first not after the last."""
    if first is None or last is None:
        return None
    if first > last:
        return f"it ends ({last}) before it begins ({first})"
    if (when or "").startswith("XXXX"):
        return f"{when} has no year, but bounds {first}/{last}"
    if (bounds := bounds_of(when)) and not (bounds[0] <= first and last <= bounds[1]):
        return f"{when} does not lie in {first}/{last}"
    return None


def _shortcuts(query: Callable[[str], Rows]) -> Iterator[Finding]:
    """P2: every shortcut has an event of status actual behind it, with both actors or those who speak for them."""
    pairs = query(
        f"SELECT ?a ?p ?b {{ GRAPH <{ONTOLOGY}> {{ ?p rdfs:subPropertyOf dip:interactsWith }} "
        f"GRAPH <{DERIVED}> {{ ?a ?p ?b }} }}"
    )
    backed = query(
        "SELECT DISTINCT ?a ?p ?b { ?e dip:status status:actual ; dip:eventType ?k . ?k skos:broader* ?t . "
        "?t dip:shortcut ?p . ?e dip:participant ?x, ?y . "
        "?x dip:standsFor ?a . ?y dip:standsFor ?b . FILTER(?a != ?b) }"
    )
    known = set(backed)
    for pair in pairs:
        if pair not in known:
            words = " ".join(_short(x).rpartition("#")[2] for x in pair)
            yield Finding("P2 a claim is not a fact", words, "a direct link without an actual event behind it")
