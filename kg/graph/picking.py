"""A user's filters in (actors, type, time, status), a SPARQL pattern for the events ?s that pass them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.graph.names import BASE, actor_iri, escaped
from kg.graph.reports import bounds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["newest_first", "pattern"]


def pattern(
    *,
    actors: Iterable[Sequence[str]] = (),
    kind: str | None = None,
    since: str | None = None,
    until: str | None = None,
    status: str | None = None,
    guesses: bool = False,
) -> str:
    """The pattern of exactly the events that pass all filters; what narrows most stands first.

    `actors` are ids: of each sequence one, or somebody who stands for it, takes part. Raises UsageError for no date.
    """
    parts = []
    for n, ids in enumerate(actors):
        parts.append(f"VALUES ?of{n} {{ {' '.join(f'<{actor_iri(i)}>' for i in ids)} }} ?who{n} dip:standsFor ?of{n} .")
        roles = ("participant", "mediator", "host")
        parts.append(" UNION ".join(f"{{ ?s dip:{role} ?who{n} }}" for role in roles))  # a path with | is slower
    if kind:
        parts.append(_of_type(kind.removeprefix("type:")))
    if status:
        parts.append(f"?s dip:status <{BASE}status/{escaped(status)}> .")
    parts.append("?s a dip:Event ." if guesses else '?s dip:grade "sure" ; a dip:Event .')
    if since or until:
        parts.append(_in_time(since and _day(since, 0), until and _day(until, 1)))
    return " ".join(parts)


def newest_first(which: str, most: int) -> str:
    """The query for the `most` events of a pattern that were last; those of which no day is known come at the end."""
    return (
        f"SELECT ?s {{ {{ SELECT DISTINCT ?s {{ {which} }} }} OPTIONAL {{ ?s dip:earliest ?begin }} "
        'OPTIONAL { ?s dip:latest ?end } } ORDER BY DESC(COALESCE(?begin, ?end, "0001-01-01"^^xsd:date)) '
        f"DESC(?end) ?s LIMIT {most}"
    )


def _of_type(word: str) -> str:
    from kg.ontology import load

    types = load().types
    below = sorted({word, *(t for t, one in types.items() if word in one.broader)})
    kinds = " ".join(f"<{BASE}type/{escaped(t)}>" for t in below)
    if word in {one.root for one in types.values()}:
        return f"?s dip:root <{BASE}plover/{escaped(word)}> ."
    return f"VALUES ?kind {{ {kinds} }} ?s dip:eventType ?kind ."


def _in_time(since: str | None, until: str | None) -> str:
    """What can lie between two days; an open side counts as of the first report, where that is what bounds it.

    Each fact is optional by itself: two in one OPTIONAL would be looked for in the whole graph.
    """
    parts = [
        "OPTIONAL { ?s dip:earliest ?first }",
        "OPTIONAL { ?s dip:latest ?last }",
        "OPTIONAL { ?s dip:boundsBasis ?basis }",
        "OPTIONAL { ?s dip:firstReported ?reported }",
    ]
    if since:  # "2014-10-99" is not before any day of that month
        told = f'IF(BOUND(?basis) && BOUND(?reported), CONCAT(?reported, "-99") >= "{since}", BOUND(?first))'
        parts.append(f'FILTER(IF(BOUND(?last), ?last >= "{since}"^^xsd:date, {told}))')
    if until:
        told = f'IF(BOUND(?basis) && BOUND(?reported), ?reported <= "{until}", BOUND(?last))'
        parts.append(f'FILTER(IF(BOUND(?first), ?first <= "{until}"^^xsd:date, {told}))')
    return " ".join(parts)


def _day(edtf: str, end: int) -> str:
    bounds = bounds_of(edtf)
    if bounds is None:
        raise UsageError(f"not a date: {edtf!r}", hint="write 2014, 2014-10 or 2014-10-31")
    return bounds[end]
