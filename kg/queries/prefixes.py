"""SPARQL in, the same SPARQL with the prefixes declared that it uses; and IRIs out as short names."""

from __future__ import annotations

import re

__all__ = ["BASE", "PREFIXES", "declare", "expand", "shorten"]

BASE = "https://w3id.org/dipkg/"
PREFIXES: dict[str, str] = {
    "dip": f"{BASE}ontology#",
    "type": f"{BASE}type/",
    "stance": f"{BASE}stance/",
    "modality": f"{BASE}modality/",
    "status": f"{BASE}status/",
    "actor": f"{BASE}actor/",
    "issue": f"{BASE}issue/",
    "event": f"{BASE}event/",
    "doc": f"{BASE}doc/",
    "plover": f"{BASE}plover/",
    "cameo": "http://gdelt.org/cameo/",
    "dct": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Every prefix that a query may use without declaring it."""

_DECLARED = re.compile(r"\bPREFIX\s+([\w-]*):", re.IGNORECASE)
_IGNORED = re.compile(r"#[^\n]*|<[^<>\s]*>|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
_USED = re.compile(r"(?<![\w?$:<-])([A-Za-z][\w-]*):")
_LOCAL = re.compile(r"[\w](?:[\w.-]*[\w-])?\Z", re.ASCII)


def declare(sparql: str) -> str:
    """The query with the known prefixes that it uses declared in front, on its first line.

    What the query declares itself is left alone, and line numbers stay as they are.

    >>> declare("SELECT ?e { ?e dip:status status:actual }")[:46]
    'PREFIX dip: <https://w3id.org/dipkg/ontology#>'
    >>> declare("ASK { ?s ?p ?o }")
    'ASK { ?s ?p ?o }'
    """
    bare = _IGNORED.sub(" ", sparql)
    needed = set(_USED.findall(bare)) - set(_DECLARED.findall(bare))
    lines = [f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name in needed]
    return " ".join([*lines, sparql]) if lines else sparql


def expand(name: str) -> str:
    """The IRI of a short name; anything else comes back as it is.

    >>> expand("actor:IRN")
    'https://w3id.org/dipkg/actor/IRN'
    """
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else name


def shorten(iri: str) -> str:
    """The short name of an IRI, where it has one.

    >>> shorten("https://w3id.org/dipkg/type/negotiate")
    'type:negotiate'
    """
    best = max((p for p in PREFIXES if iri.startswith(PREFIXES[p])), key=lambda p: len(PREFIXES[p]), default=None)
    if best is None:
        return iri
    local = iri[len(PREFIXES[best]) :]
    return f"{best}:{local}" if _LOCAL.match(local) else iri
