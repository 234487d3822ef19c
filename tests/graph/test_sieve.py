"""The quick test before pySHACL: it lets nothing pass that pySHACL would find fault with, and stops nothing sound."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.graph import build, open_graph
from kg.graph.names import PREFIXES
from kg.graph.shapes import Shapes
from kg.graph.sieve import Sieve
from tests.graph.made import seed

rdflib = pytest.importorskip("rdflib")
XSD = PREFIXES["xsd"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """All quads of the seed article but the ontology's."""
    document, claims = seed()
    folder = tmp_path_factory.mktemp("sieve") / "x.kg"
    build([document], lambda _: claims, folder)
    return [q for q in open_graph(folder).store if not str(q.graph_name).endswith("ontology>")]


def named(short):
    prefix, _, local = short.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


def without(quads, predicate):
    gone = next(q for q in quads if q.predicate == named(predicate))
    return [q for q in quads if q != gone]


def changed(quads, predicate, value):
    old = next(q for q in quads if q.predicate == named(predicate))
    return [*without(quads, predicate), ox.Quad(old.subject, old.predicate, value, old.graph_name)]


def doubled(quads, predicate, value):
    old = next(q for q in quads if q.predicate == named(predicate))
    return [*quads, ox.Quad(old.subject, old.predicate, value, old.graph_name)]


HARMS = {
    "no claimant": lambda q: without(q, "dip:claimant"),
    "no words": lambda q: without(q, "oa:exact"),
    "no sources": lambda q: without(q, "dip:sources"),
    "no claim about the event": lambda q: [x for x in q if x.predicate != named("dip:about")],
    "two statuses": lambda q: doubled(q, "dip:status", named("status:planned")),
    "a stance of another kind": lambda q: changed(q, "dip:stance", named("stance:shouted")),
    "a type in words": lambda q: changed(q, "dip:eventType", ox.Literal("letter")),
    "a short hash": lambda q: changed(q, "dip:sha256", ox.Literal("abc")),
    "a place before the text": lambda q: changed(q, "oa:start", ox.Literal(-4)),
    "an end before the beginning": lambda q: changed(q, "oa:end", ox.Literal(0)),
    "a place in words": lambda q: changed(q, "oa:start", ox.Literal("four")),
    "evidence that is no mention": lambda q: changed(q, "dip:evidence", named("actor:IRN")),
    "no source": lambda q: changed(q, "dip:sources", ox.Literal(0)),
    "a grade of another kind": lambda q: changed(q, "dip:grade", ox.Literal("maybe")),
    "a nameless actor": lambda q: [
        x for x in q if (x.subject, x.predicate) != (named("actor:IRN"), named("rdfs:label"))
    ],
    "a round alone": lambda q: [
        *q,
        ox.Quad(named("event:p"), named("rdf:type"), named("dip:Process"), ox.NamedNode("https://x.example/g")),
    ],
}


def test_what_is_sound_passes(sound):
    """Without pySHACL, which agrees."""
    shapes = Shapes()
    assert list(shapes.findings(sound, "all")) == []
    assert shapes.by_pyshacl == 0
    assert list(shapes._validated(sound, "all")) == []


@pytest.mark.parametrize("harm", HARMS)
def test_what_is_harmed_is_left_to_pyshacl(sound, harm):
    """And pySHACL names it."""
    shapes = Shapes()
    found = list(shapes.findings(HARMS[harm](sound), "all"))
    assert shapes.by_pyshacl == 1
    assert found


def test_a_constraint_that_it_does_not_know_makes_it_unsure(sound):
    """Slow, but never wrong."""
    text = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dip: <https://w3id.org/dipkg/ontology#> .
    <x:s> a sh:NodeShape ; sh:targetClass dip:Claim ; sh:property [ sh:path dip:rule ; sh:maxLength 3 ] ."""
    assert not Sieve(rdflib.Graph().parse(data=text)).passes(sound)
