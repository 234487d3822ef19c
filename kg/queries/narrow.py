"""Time, place and topic of a reading in, SPARQL lines that narrow its rows out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.queries import terms
from kg.queries.prefixes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.queries.reading import Reading

__all__ = ["narrowed", "one_of", "short"]


def short(term: str) -> str:
    """A full IRI as a short name, to be read by people; other terms as they are."""
    short = shorten(term[1:-1]) if term.startswith("<") else term
    return term if "://" in short else short


def one_of(variable: str, iris: Iterable[str]) -> str:
    """A VALUES block for a variable."""
    return terms.values(variable, map(short, iris))


def narrowed(reading: Reading) -> list[str]:
    """A line for each thing that the rows must be: in the time, at the place, about the issue, in the words."""
    out: list[str] = []
    if reading.period is not None:
        out += [
            "OPTIONAL { ?document dip:publishedEarliest ?shown } OPTIONAL { ?document dip:publishedLatest ?shownLast }",
            "BIND(COALESCE(?earliest, ?shown) AS ?from) BIND(COALESCE(?latest, ?shownLast) AS ?to)",
        ]
        begin, end = ("?from", "?to") if not reading.surely else ("?to", "?from")
        if reading.period.last:
            out.append(f"FILTER({begin} <= {_day(reading.period.last)})")
        if reading.period.first:
            out.append(f"FILTER({end} >= {_day(reading.period.first)})")
    if reading.place:
        word = terms.literal(reading.place.lower())
        out.append(f"FILTER(CONTAINS(LCASE(COALESCE(?place, ?quote)), {word}) || CONTAINS(LCASE(?quote), {word}))")
    if reading.issues:
        block = one_of("issue", (terms.concept("issue", i) for i in reading.issues))
        out.append(f"FILTER EXISTS {{ {block} ?event dip:issue ?issue }}")
    if reading.words:
        text = 'CONCAT(LCASE(?quote), " ", LCASE(COALESCE(?title, "")))' if reading.any_word else "LCASE(?quote)"
        tests = [f"CONTAINS({text}, {terms.literal(w)})" for w in reading.words]
        if reading.near:
            tests = [f"({test} || {_near(w)})" for test, w in zip(tests, reading.words, strict=True)]
        out.append(f"FILTER({(' || ' if reading.any_word else ' && ').join(tests)})")
    for topic in reading.topics:
        text = 'CONCAT(LCASE(?quote), " ", LCASE(COALESCE(?title, "")))'
        words = [w for w in topic.lower().split() if len(w) > 2][:6] or [topic.lower()]
        beside = [f" || {_near(w)}" if reading.near else "" for w in words]
        held = (f"FILTER(CONTAINS({text}, {terms.literal(w)}){n})" for w, n in zip(words, beside, strict=True))
        out.append(" ".join(held))
    return out


def _near(word: str) -> str:
    """The title of the document or another evidence in it holds the word."""
    held = f'FILTER(CONTAINS(LCASE(CONCAT(?near, " ", COALESCE(?title, ""))), {terms.literal(word)}))'
    return f"EXISTS {{ ?beside dip:inDocument ?document ; dip:evidence/oa:exact ?near {held} }}"


def _day(value: str) -> str:
    return terms.day(value).replace("^^<http://www.w3.org/2001/XMLSchema#date>", "^^xsd:date")
