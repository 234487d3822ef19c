"""A user's filters in (actors, type, time, status), a SPARQL query for the events ?s that pass them out.

Looking a fact up costs Oxigraph some 13 µs, reading it with all of its kind 0.3 µs an event: so what is asked of the
events of an actor is looked up, what is asked of all events is read whole (a SELECT of its own is joined whole).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.graph.names import BASE, actor_iri, escaped
from kg.graph.reports import bounds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["picked"]


def picked(
    *,
    actors: Iterable[Sequence[str]] = (),
    kind: str | None = None,
    since: str | None = None,
    until: str | None = None,
    status: str | None = None,
    guesses: bool = False,
    newest: int | None = None,
) -> str:
    """The query for exactly the events that pass all filters.

    `actors` are ids: of each sequence one, or somebody who stands for it, has a part. With `newest` it gives so many
    with their days, the last first; those of which no day is known come at the end. Raises UsageError for no date.
    """
    parts = [_of_actors(ids) for ids in actors]
    narrow = bool(parts)
    if kind:
        parts.append(f"{{ SELECT DISTINCT ?s {{ {_of_type(kind.removeprefix('type:'))} }} }}")
    if status:
        parts.append(f"{{ SELECT ?s {{ ?s dip:status <{BASE}status/{escaped(status)}> }} }}")
    if narrow:  # the LIMIT tells Oxigraph that they are few
        parts = [f"{{ SELECT DISTINCT ?s {{ {' '.join(parts)} }} LIMIT 1000000 }}", "?s dip:sources ?sources ."]
        parts += [] if guesses else [_looked_up("grade", "grade", narrow=True), 'FILTER(?grade = "sure")']
    else:
        parts.append("{ SELECT ?s { ?s a dip:Event } }")
        parts += [] if guesses else ['{ SELECT ?s { ?s dip:grade "sure" } }']
    if since or until:
        parts.append(_in_time(since and _day(since, 0), until and _day(until, 1), narrow=narrow))
    which = f"SELECT DISTINCT ?s {{ {' '.join(parts)} }}"
    return which if newest is None else _newest_first(which, newest, narrow=narrow)


def _newest_first(which: str, most: int, *, narrow: bool) -> str:
    """Ordered by days alone: to compare events of one day by their names would read each name many times."""
    days = " ".join(_looked_up(name, name, narrow=narrow) for name in ("earliest", "latest"))
    return (
        f'SELECT ?s (COALESCE(?earliest, ?latest, "0001-01-01"^^xsd:date) AS ?day) {{ {{ {which} }} {days} }} '
        f"ORDER BY DESC(?day) LIMIT {most}"
    )


def _of_actors(ids: Sequence[str]) -> str:
    values = " ".join(f"<{actor_iri(i)}>" for i in ids)
    roles = (f"{{ ?s dip:{role} ?who }}" for role in ("participant", "mediator", "host"))  # a path with | is slower
    return f"{{ SELECT DISTINCT ?s {{ VALUES ?of {{ {values} }} ?who dip:standsFor ?of . {' UNION '.join(roles)} }} }}"


def _of_type(word: str) -> str:
    from kg.ontology import load

    types = load().types
    if word in {one.root for one in types.values()}:
        return f"?s dip:root <{BASE}plover/{escaped(word)}> ."
    below = sorted({word, *(t for t, one in types.items() if word in one.broader)})
    kinds = " ".join(f"<{BASE}type/{escaped(t)}>" for t in below)
    return f"VALUES ?kind {{ {kinds} }} ?s dip:eventType ?kind ."


def _looked_up(name: str, variable: str, *, narrow: bool) -> str:
    """A fact that need not be there; two in one OPTIONAL would be looked for in the whole graph."""
    fact = f"?s dip:{name} ?{variable}"
    return f"OPTIONAL {{ {fact} }}" if narrow else f"OPTIONAL {{ SELECT ?s ?{variable} {{ {fact} }} }}"


def _in_time(since: str | None, until: str | None, *, narrow: bool) -> str:
    """What can lie between two days; an open side counts as of the first report, where that is what bounds it."""
    facts = (("earliest", "first"), ("latest", "last"), ("boundsBasis", "basis"), ("firstReported", "reported"))
    parts = [_looked_up(name, variable, narrow=narrow) for name, variable in facts]
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
