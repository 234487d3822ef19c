"""Words of a user in, RDF terms out that are safe inside a SPARQL string: IRIs of actors and types, literals, days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from kg.errors import QuestionError
from kg.queries.prefixes import BASE

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["actor", "concept", "day", "iri", "literal", "number", "values"]

_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_DAY = re.compile(r"-?\d{4,}-\d{2}-\d{2}\Z", re.ASCII)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def iri(value: str) -> str:
    """An absolute IRI in angle brackets; a character that could end it raises QuestionError.

    >>> iri("https://w3id.org/dipkg/actor/IRN")
    '<https://w3id.org/dipkg/actor/IRN>'
    """
    if _FORBIDDEN.search(value) or ":" not in value:
        raise QuestionError(f"not an IRI: {value!r}")
    return f"<{value}>"


def actor(actor_id: str) -> str:
    """The IRI of an actor's id; signs outside of the unreserved ones are percent-encoded, as the graph does it.

    >>> actor("P5+1")
    '<https://w3id.org/dipkg/actor/P5%2B1>'
    """
    if actor_id.startswith("doc/"):  # known only inside one document
        return f"<{BASE}{actor_id}>"
    return f"<{BASE}actor/{quote(actor_id, safe='')}>"


def concept(scheme: str, name: str) -> str:
    """The IRI of a concept in one of the project's schemes.

    >>> concept("status", "actual")
    '<https://w3id.org/dipkg/status/actual>'
    """
    return f"<{BASE}{scheme}/{quote(name, safe='')}>"


def literal(text: str) -> str:
    r"""A plain string literal in which nothing of `text` can end the quotes.

    >>> print(literal('"} DROP ALL #'))
    "\"} DROP ALL #"
    """
    out = "".join(_ESCAPES.get(c, c) for c in text)
    return '"' + "".join(c if c.isprintable() or c in " \u200d\u200c" else _escaped(c) for c in out) + '"'


def _escaped(char: str) -> str:
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        raise QuestionError("half a character (a lone surrogate) in the text", hint="give whole characters")
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def day(value: str) -> str:
    """An `xsd:date` literal of an ISO day; anything else raises QuestionError.

    >>> day("2014-11-06")
    '"2014-11-06"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    if not _DAY.match(value):
        raise QuestionError(f"not a day: {value!r}", hint="write it as 2014-11-06")
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#date>'


def number(value: str | int) -> str:
    """An integer; anything else raises QuestionError."""
    try:
        return str(int(value))
    except ValueError:
        raise QuestionError(f"not a whole number: {value!r}") from None


def values(variable: str, terms: Iterable[str]) -> str:
    """A VALUES block for one variable; sorted, so that equal sets give equal queries.

    >>> values("who", ["<b:b>", "<a:a>"])
    'VALUES ?who { <a:a> <b:b> }'
    """
    return f"VALUES ?{variable} {{ {' '.join(sorted(set(terms)))} }}"
