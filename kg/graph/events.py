"""Documents with their claims in, derived events out: what we conclude from all claims, and can always redo.

`derive` is a pure function: the same documents and claims give the same events in the same order, in whatever
order they were read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.graph.labels import label
from kg.graph.merge import clusters, group, key_of
from kg.graph.names import ActorRef, actor_ref, event_iri
from kg.graph.reports import known, reports_of
from kg.graph.sources import carried, independent
from kg.graph.status import POSITIVE, status_of
from kg.graph.when import Time, time_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.graph.merge import Decisions, Key
    from kg.graph.reports import Report
    from kg.graph.roster import Read, Roster
    from kg.graph.status import Status
    from kg.model import Grade, Party, When
    from kg.ontology import Lexicon

__all__ = ["DerivedEvent", "by_date", "derive", "event_of"]


@dataclass(frozen=True, slots=True)
class DerivedEvent:
    """What all claims about one event amount to.

    `initiators` and `recipients` are its two sides where it has sides; `participants` holds everyone of both
    sides and those of whom no side is told (mediators and hosts are not parties). `earliest` and `latest` are
    ISO days within which it lies, None where no year is known; `when` is the date as its sharpest claim tells it.
    Where no claim tells one, the day of the report is a bound (what happened was not after it, what is planned not
    before it): then `bounds_basis` says so, and `when` is None or has no year.
    `claims` are claim ids, `documents` document ids, both in the order of publication and text. `sources` counts
    independent voices. `object` are the words for the thing that it is about ("the treaty"). `first_reported` is the
    first known publication date among the documents (EDTF). `replaces` are ids under which parts of this event were
    known before reports joined. `copies` are keys of documents that carry the text of an earlier one, with its key;
    they are not read back from a store.
    """

    id: str
    type: str
    root: str
    label: str
    status: Status
    initiators: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    participants: tuple[ActorRef, ...] = ()
    mediators: tuple[ActorRef, ...] = ()
    hosts: tuple[ActorRef, ...] = ()
    place: str | None = None
    object: str | None = None
    issues: tuple[str, ...] = ()
    when: When | None = None
    earliest: str | None = None
    latest: str | None = None
    bounds_basis: str | None = None
    deadline: When | None = None
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    sources: int = 0
    first_reported: str | None = None
    grade: Grade = "sure"
    mutual: bool = False
    replaces: tuple[str, ...] = ()
    claim_keys: tuple[tuple[str, str], ...] = ()
    copies: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def iri(self) -> str:
        """The event's IRI in the graph."""
        return event_iri(self.id)

    @property
    def is_bounded(self) -> bool:
        """Whether it is known both when it was at the earliest and at the latest."""
        return self.earliest is not None and self.latest is not None

    @property
    def states(self) -> tuple[str, ...]:
        """ISO 3166 codes of all states that take part or are stood for, sorted."""
        return tuple(sorted({s for p in self.participants for s in p.states}))

    def to_json(self) -> dict[str, Any]:
        """The event as one JSON object: what `kg events --json` prints."""
        sides = {
            role: [{"id": p.id, "name": p.name, "kind": p.kind, "states": list(p.states)} for p in getattr(self, role)]
            for role in ("initiators", "recipients", "participants", "mediators", "hosts")
        }
        return {
            "id": self.id, "iri": self.iri, "label": self.label, "type": self.type, "root": self.root,
            "status": self.status, **sides, "place": self.place, "object": self.object,
            "issues": list(self.issues),
            "when": self.when.to_json() if self.when else None, "earliest": self.earliest, "latest": self.latest,
            "bounds_basis": self.bounds_basis,
            "deadline": self.deadline.to_json() if self.deadline else None, "first_reported": self.first_reported,
            "sources": self.sources, "claims": list(self.claims), "documents": list(self.documents),
            "grade": self.grade,
        }  # fmt: skip


def derive(
    read: Iterable[Read],
    lexicon: Lexicon,
    *,
    roster: Roster | None = None,
    decisions: Decisions | None = None,
) -> tuple[DerivedEvent, ...]:
    """The events of documents and their claims, sorted by date, then by id.

    `roster` (a `kg.authority.Authority`) opens groupings such as P5+1 and gives actors their names;
    `decisions` carry the user's word on claims that are, or are not, of one event, and on dates.
    """
    near = (c for pair in read for c in clusters(reports_of(pair, lexicon, roster), decisions))
    dates = decisions.dates if decisions else {}
    return tuple(sorted((event_of(g.reports, lexicon, roster, dates) for g in group(near, decisions)), key=by_date))


def by_date(event: DerivedEvent) -> tuple[bool, str, str, str]:
    """The order of events: by the first day known, where only the last is known by that; without any at the end."""
    first = event.earliest or event.latest
    return first is None, first or "", event.latest or "9999", event.id


def event_of(
    reports: Sequence[Report], lexicon: Lexicon, roster: Roster | None, dates: Mapping[Key, When]
) -> DerivedEvent:
    """The event that grouped reports tell of, named after the first: later documents leave the name as it is."""
    best = sorted(reports, key=_rank)
    claims = [r.claim for r in reports]
    event_type = _narrowest(best)
    root = lexicon.types[event_type].root if event_type in lexicon.types else best[0].claim.event.root
    status = status_of(claims)
    initiators, recipients = _sides(best)
    participants = _merged([*initiators, *recipients, *(p for r in best for p in r.everyone)])
    given = next((dates[key_of(r)] for r in reports if key_of(r) in dates), None)
    time = Time(given, given.earliest, given.latest) if given else time_of(best, status)
    mutual = best[0].mutual
    own = (r.claim.event for r in best if r.claim.event.type == event_type)
    thing = next((e.object.text for e in own if e.object), None)
    return DerivedEvent(
        id=reports[0].name,
        type=event_type,
        root=root,
        label=_label(event_type, status, initiators, recipients, participants, lexicon, thing, mutual=mutual),
        status=status,
        initiators=tuple(sorted(initiators)),
        recipients=tuple(sorted(recipients)),
        participants=tuple(sorted(participants)),
        mediators=tuple(sorted(_others(best, "mediators", roster))),
        hosts=tuple(sorted(_others(best, "hosts", roster))),
        place=next((r.claim.event.place for r in best if r.claim.event.place), None),
        object=thing,
        issues=tuple(sorted({i for c in claims for i in c.event.issues})),
        when=time.when,
        earliest=time.earliest,
        latest=time.latest,
        bounds_basis=time.basis,
        deadline=_deadline(best),
        claims=tuple(dict.fromkeys(c.id for c in claims)),
        documents=tuple(dict.fromkeys(r.document.id for r in reports)),
        sources=independent(reports, status),
        first_reported=min((p for r in reports if r.published and (p := r.document.published)), default=None),
        grade="sure" if any(c.grade == "sure" for c in claims) else "guess",
        mutual=mutual,
        replaces=tuple(sorted(r.name for r in reports[1:])),
        claim_keys=tuple((r.key, r.claim.id) for r in reports),
        copies=carried(reports),
    )


def _rank(report: Report) -> tuple[object, ...]:
    """Reports that say most, and say it for sure, first."""
    claim = report.claim
    return (
        claim.grade != "sure",
        claim.stance not in POSITIVE,
        -len(report.everyone),
        claim.when is None or claim.when.earliest is None,
        report.order,
    )


def _narrowest(reports: Sequence[Report]) -> str:
    """The type that lies below most others; the commonest, then the first, of equals."""
    types = [r.claim.event.type for r in reports]
    depth = {r.claim.event.type: len(r.types) for r in reports}
    return min(set(types), key=lambda t: (-depth[t], -types.count(t), types.index(t)))


def _sides(best: Sequence[Report]) -> tuple[tuple[ActorRef, ...], tuple[ActorRef, ...]]:
    """The two sides as the fullest report tells them; others add those whom it does not name."""
    ordered = sorted(best, key=lambda r: not (r.initiators and r.recipients))
    doing, done_to = dict.fromkeys(ordered[0].initiators), dict.fromkeys(ordered[0].recipients)
    for report in ordered[1:]:
        if report.mutual and not _aligned(report, doing, done_to):
            continue
        doing |= dict.fromkeys(p for p in report.initiators if not _known(p, done_to))
        done_to |= dict.fromkeys(p for p in report.recipients if not _known(p, doing))
    return _merged(doing), _merged(done_to)


def _aligned(report: Report, doing: Iterable[ActorRef], done_to: Iterable[ActorRef]) -> bool:
    crossed = any(_known(p, done_to) for p in report.initiators) or any(_known(p, doing) for p in report.recipients)
    return not crossed


def _known(ref: ActorRef, side: Iterable[ActorRef]) -> bool:
    return any(ref.id == p.id or (ref.states and ref.states == p.states) for p in side)


def _merged(refs: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    """Each actor once, with its best name; a state, or officials without a name, only if nobody else stands for it."""
    seen: dict[str, ActorRef] = {}
    for ref in refs:
        held = seen.get(ref.id)
        if held is None:
            seen[ref.id] = ref
        elif held.name == held.id != ref.name or set(ref.states) - set(held.states):
            states = tuple(sorted({*held.states, *ref.states}))
            seen[ref.id] = ActorRef(ref.id, ref.name if held.name == held.id else held.name, held.kind, states)
    stood_for = {s for r in seen.values() if r.kind == "person" for s in r.states}
    covered = {s for r in seen.values() if not r.local for s in r.states}
    return tuple(
        r
        for r in seen.values()
        if not (r.kind == "state" and r.id in stood_for) and not (r.local and r.states and set(r.states) <= covered)
    )


def _others(reports: Sequence[Report], role: str, roster: Roster | None) -> tuple[ActorRef, ...]:
    found: list[tuple[Party, str]] = [(p, r.key) for r in reports for p in getattr(r.claim.event, role)]
    return _merged(known(actor_ref(p, key), roster) for p, key in found)


def _deadline(best: Sequence[Report]) -> When | None:
    told = [r.claim.event.deadline for r in best if r.claim.event.deadline]
    return min(told, key=lambda d: d.earliest is None, default=None)


def _label(
    event_type: str,
    status: str,
    initiators: Sequence[ActorRef],
    recipients: Sequence[ActorRef],
    participants: Sequence[ActorRef],
    lexicon: Lexicon,
    thing: str | None,
    *,
    mutual: bool,
) -> str:
    listed = lexicon.types.get(event_type)
    verb = listed.verb_label if listed else event_type.replace("-", " ")
    doers, others = list(initiators), list(recipients)
    if mutual and not (doers and others):
        doers, others = list(participants), []
    if listed and listed.state_label and others and all(p.kind == "state" for p in others):
        verb = listed.state_label
    return label(
        verb=verb, doers=[p.name for p in doers], others=[p.name for p in others], status=status, event_type=event_type,
        thing=thing or "", ways=listed.thing_labels if listed else (),
    )  # fmt: skip
