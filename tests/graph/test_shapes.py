"""The ontology's own style, and that the shapes catch what they are for."""

from __future__ import annotations

import pytest

from kg import ontology
from kg.graph.vocabulary import ontology_quads, ontology_version

rdflib = pytest.importorskip("rdflib")
pyshacl = pytest.importorskip("pyshacl")
DIP = rdflib.Namespace("https://w3id.org/dipkg/ontology#")


@pytest.fixture(scope="module")
def terms():
    data = rdflib.Graph()
    home = ontology.folder()
    for file in [*sorted(home.glob("*.ttl")), *sorted((home / "events").glob("*.ttl"))]:
        data.parse(file)
    return data


def violations(data):
    shapes = rdflib.Graph().parse(ontology.folder() / "shapes" / "style.ttl")
    conforms, _, words = pyshacl.validate(data, shacl_graph=shapes)
    return "" if conforms else words


def test_every_term_says_what_it_is(terms):
    """Classes, properties, concepts and schemes have labels, definitions, and what else the style asks for."""
    assert violations(terms) == ""


@pytest.mark.parametrize(
    ("subject", "predicate", "said"),
    [
        (DIP.Event, rdflib.SKOS.definition, "a term needs a definition"),
        (DIP.evidence, rdflib.RDFS.label, "a term needs a label"),
        (DIP.status, rdflib.SKOS.example, "a term needs an example"),
        (rdflib.URIRef("https://w3id.org/dipkg/type/negotiate"), rdflib.SKOS.prefLabel, "a concept needs a label"),
        (rdflib.URIRef("https://w3id.org/dipkg/status/actual"), rdflib.SKOS.inScheme, "belongs to a scheme"),
    ],
)
def test_a_term_that_says_too_little_is_found(terms, subject, predicate, said):
    """One statement taken away, one sentence in the report."""
    poorer = rdflib.Graph()
    for triple in terms:
        poorer.add(triple)
    poorer.remove((subject, predicate, None))
    assert said in violations(poorer)


def test_every_dip_term_in_a_graph_is_defined(terms):
    """What claims and events are written with stands in the ontology."""
    import re
    from pathlib import Path

    import kg.graph

    home = Path(kg.graph.__file__).parent
    used = set()
    for file in home.glob("*.py"):
        text = file.read_text(encoding="utf-8")
        used |= set(re.findall(r"\bdip:([A-Za-z]\w*)", text)) | set(re.findall(r'_dip\("(\w+)"\)', text))
        used |= set(re.findall(r'out\.(?:add|day)\(\s*\w+(?:\.iri)?, "(\w+)"', text))
    defined = {str(s).rpartition("#")[2] for s in terms.subjects() if str(s).startswith(str(DIP))}
    shortcuts = {str(o).rpartition("#")[2] for o in terms.objects(None, DIP.shortcut)}
    assert used - defined - shortcuts == set()


def test_the_ontology_graph_has_no_blank_nodes_and_every_shortcut():
    """Each event type's shortcut is declared by the type itself."""
    quads = ontology_quads()
    assert ontology_version() == "0.1.0"
    subjects = {q.subject.value for q in quads}
    assert {t.shortcut for t in ontology.load().types.values() if t.shortcut} <= subjects
