"""A document with its claims in, reports out: claims as they are compared with each other, with groups opened up."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.graph.labels import lasting
from kg.graph.names import ActorRef, actor_ref
from kg.graph.publishers import publisher_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph.roster import Read, Roster
    from kg.model import Claim, Document, Party
    from kg.ontology import Lexicon

__all__ = ["Report", "bounds_of", "known", "reports_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One claim, ready to be compared.

    `order` sorts reports by publication day, document and place in the text. `span` are the days on which the
    event can have been, `published` those on which the document can have appeared (None: not known). `house` is
    the id of the agency or publisher that speaks where the document names nobody. `name` is the id of an event whose
    first report this is. `coded` is a row of an event data set, which is to the next row as one document is to
    another.
    """

    claim: Claim
    document: Document
    key: str
    order: tuple[str, str, int, str]
    initiators: tuple[ActorRef, ...]
    recipients: tuple[ActorRef, ...]
    everyone: tuple[ActorRef, ...]
    mutual: bool
    lasting: bool
    types: frozenset[str]
    span: tuple[str, str] | None
    published: tuple[str, str] | None
    house: str
    name: str = ""
    coded: bool = False


def reports_of(read: Read, lexicon: Lexicon, roster: Roster | None = None) -> list[Report]:
    """The reports of a document, in the order of its text."""
    document, claims = read
    published = bounds_of(document.published)
    key = document.key
    house = publisher_of(document, roster).id
    made = [_report(c, document, (key, house), published, lexicon, roster) for c in claims]
    if any(part.role == "rows" for part in document.parts):
        made = [replace(r, coded=True) for r in made]
    return _named(sorted(made, key=lambda r: r.order))


def _named(reports: list[Report]) -> list[Report]:
    """Each under a name of its own, made of what stays when dates or speakers are read better."""
    taken: set[str] = set()
    named = []
    for report in reports:
        event = report.claim.event
        sides = (event.initiators, event.recipients, event.participants)
        told = ("+".join(sorted(p.id for p in side)) for side in sides)
        name = _digest(report.key, str(report.claim.trigger[0]), event.type, *told)
        if name in taken:
            name = _digest(name, report.key, report.claim.id)
        taken.add(name)
        named.append(replace(report, name=name))
    return named


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _report(
    claim: Claim,
    document: Document,
    names: tuple[str, str],
    published: tuple[str, str] | None,
    lexicon: Lexicon,
    roster: Roster | None,
) -> Report:
    event, (key, house) = claim.event, names
    found = lexicon.types.get(event.type)
    day = (claim.when and claim.when.earliest) or (published and published[0])

    def refs(parties: Iterable[Party]) -> tuple[ActorRef, ...]:
        return _opened((actor_ref(p, key) for p in parties), roster, day or None)

    initiators, recipients = refs(event.initiators), refs(event.recipients)
    everyone = _distinct((*initiators, *recipients, *refs(event.participants)))
    when = claim.when
    return Report(
        claim=claim,
        document=document,
        key=key,
        order=((published or ("9999", ""))[0], key, claim.trigger[0], claim.id),
        initiators=initiators,
        recipients=recipients,
        everyone=everyone,
        mutual=bool((found and found.reciprocal) or (event.participants and not event.initiators)),
        lasting=lasting(event.type),
        types=frozenset((event.type, *(found.broader if found else ()))),
        span=(when.earliest, when.latest) if when and when.earliest and when.latest else None,
        published=published,
        house=house,
    )


def _opened(refs: Iterable[ActorRef], roster: Roster | None, day: str | None) -> tuple[ActorRef, ...]:
    """Groupings (P5+1, "six world powers") replaced by their members, so that both tellings meet."""
    found: list[ActorRef] = []
    for ref in refs:
        inside = roster.members(ref.id, day) if roster and ref.kind == "grouping" else ()
        found.extend(known(ActorRef(m, m, "state", (m,)), roster) for m in inside)
        if not inside:
            found.append(known(ref, roster))
    return _distinct(found)


@functools.lru_cache(maxsize=16384)
def known(ref: ActorRef, roster: Roster | None) -> ActorRef:
    """The reference under the name of the lists, where the actor stands in them."""
    record = roster.get(ref.id) if roster and not ref.local else None
    return replace(ref, name=record.name, kind=record.kind) if record else ref


def _distinct(refs: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    seen: dict[str, ActorRef] = {}
    for ref in refs:
        held = seen.get(ref.id)
        if held is None or held.name == held.id:
            seen[ref.id] = ref
    return tuple(seen.values())


def bounds_of(edtf: str | None) -> tuple[str, str] | None:
    """First and last day of an EDTF day, month or year; None for anything else.

    >>> bounds_of("2014-02")
    ('2014-02-01', '2014-02-28')
    >>> bounds_of("XXXX-11-24") is None
    True
    """
    pieces = (edtf or "").split("-")
    if not all(p.isdigit() for p in pieces) or len(pieces[0]) != 4:
        return None
    numbers = [int(p) for p in pieces]
    try:
        if len(numbers) == 3:
            day = date(*numbers).isoformat()
            return day, day
        if len(numbers) == 2:
            following = date(numbers[0] + numbers[1] // 12, numbers[1] % 12 + 1, 1)
            return date(numbers[0], numbers[1], 1).isoformat(), (following - timedelta(1)).isoformat()
        return date(numbers[0], 1, 1).isoformat(), date(numbers[0], 12, 31).isoformat()
    except ValueError:
        return None
