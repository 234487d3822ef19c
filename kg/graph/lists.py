"""The actor lists in, as RDF, what breaks the shapes of `ontology/shapes/lists.ttl` out, a line a row; by pySHACL.

`make lists` (or `python -m kg.graph.lists`) runs it over the lists that come with kg.
"""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from kg.authority.tables import ACTOR_FILES, read, split
from kg.graph.names import DIP

if TYPE_CHECKING:
    from pathlib import Path

    import rdflib

    from kg.authority.tables import Row

__all__ = ["broken", "triples"]

_LIST = "https://w3id.org/dipkg/lists#"
_ROW = "https://w3id.org/dipkg/lists/"
_ORG = "http://www.w3.org/ns/org#"
_DCT = "http://purl.org/dc/terms/"
_NAMES = ("aliases", "demonyms", "peoples", "capitals", "metonyms")
_FIRST, _LAST = "-01-01", "-12-28"
"""What a year or month is filled up with, so that bounds compare; the 28th is in every month."""


def triples(folder: Path) -> rdflib.Graph:
    """The rows of the lists: actors and places under their ids, tenures and memberships under file and line."""
    import rdflib

    out = rdflib.Graph()
    for stem in (*ACTOR_FILES, "places"):
        for row in read(folder / f"{stem}.csv"):
            _actor(out, row, "Place" if stem == "places" else "Actor")
    for stem, kind, columns in (
        ("tenures", "Tenure", ("person", "of")),
        ("memberships", "Membership", ("member", "group")),
    ):
        for row in read(folder / f"{stem}.csv"):
            _tie(out, row, kind, columns)
    return out


def broken(folder: Path) -> list[str]:
    """What is wrong, one line a row: `tenures.csv:17: a tenure without a source`; empty when all is well."""
    import pyshacl
    import rdflib

    data = triples(folder)
    shapes = rdflib.Graph().parse(folder.parent / "shapes" / "lists.ttl", format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    row = rdflib.URIRef(f"{_LIST}row")
    out = set()
    for result in report.subjects(rdflib.RDF.type, shacl.ValidationResult):
        focus = report.value(result, shacl.focusNode)
        message = report.value(result, shacl.resultMessage)
        out |= {f"{where}: {message}" for where in data.objects(focus, row)}
    return sorted(out)


def _actor(out: rdflib.Graph, row: Row, kind: str) -> None:
    import rdflib

    node = _node(row["id"]) if row["id"] else rdflib.URIRef(_ROW + quote(row.where))
    _say(out, node, rdflib.RDF.type, rdflib.URIRef(_LIST + kind))
    _say(out, node, f"{_LIST}row", row.where)
    _say(out, node, rdflib.RDFS.label, row["name"])
    _say(out, node, f"{_DCT}identifier", row["id"])
    _say(out, node, f"{_LIST}wikidata", row["wikidata"])
    _say(out, node, f"{_DCT}source", row["source"])
    for column in _NAMES:
        for name in split(row[column]):
            _say(out, node, rdflib.SKOS.altLabel, name)
    for state in split(row["states"] or row["state"]):
        _say(out, node, f"{DIP}standsFor", _node(state))


def _tie(out: rdflib.Graph, row: Row, kind: str, columns: tuple[str, str]) -> None:
    import rdflib

    node = rdflib.URIRef(_ROW + quote(row.where))
    _say(out, node, rdflib.RDF.type, rdflib.URIRef(_LIST + kind))
    _say(out, node, f"{_LIST}row", row.where)
    for predicate, column in zip(("member", "organization"), columns, strict=True):
        if row[column]:
            _say(out, node, _ORG + predicate, _node(row[column]))
    _say(out, node, f"{_ORG}role", row["office"])
    _say(out, node, f"{_DCT}source", row["source"])
    _say(out, node, f"{_DCT}valid", row["checked"])
    for predicate, column, bound, rest in (("begin", "begin", "earliest", _FIRST), ("end", "end", "latest", _LAST)):
        _say(out, node, DIP + predicate, row[column])
        day = _day(row[column], rest)
        if day:
            out.add((node, rdflib.URIRef(DIP + bound), rdflib.Literal(day, datatype=rdflib.XSD.date)))


def _day(told: str, rest: str) -> str:
    """A year, month or day as a day; "" for what is none, which must not reach a comparison of dates."""
    day = told + rest[len(told) - len("2014") :] if told else ""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""


def _node(actor: str) -> rdflib.URIRef:
    import rdflib

    return rdflib.URIRef(f"{_ROW}actor/{quote(actor)}")


def _say(out: rdflib.Graph, node: rdflib.URIRef, predicate: str, value: str | rdflib.URIRef) -> None:
    """One statement; an empty cell says nothing."""
    import rdflib

    if value:
        thing = value if isinstance(value, rdflib.URIRef) else rdflib.Literal(value)
        out.add((node, rdflib.URIRef(predicate), thing))


if __name__ == "__main__":
    from kg.ontology import folder as ontology

    problems = broken(ontology() / "actors")
    sys.stdout.write("".join(f"{line}\n" for line in problems) or "the actor lists are as their shapes ask\n")
    sys.exit(1 if problems else 0)
