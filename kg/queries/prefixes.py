"""SPARQL in, the same SPARQL with the prefixes declared that it uses; and IRIs out as short names."""

from __future__ import annotations

import re

from kg.graph.names import BASE, PREFIXES

__all__ = ["BASE", "PREFIXES", "declare", "expand", "shorten"]

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
