"""Reports in, groups of reports about one event out; a wrong merge is worse than two entries.

Documents are taken in the order of their publication (then of their hash), so the order of reading changes
nothing. A report joins a group only if it fits every report in it: never across a contradiction of dates,
places, parties or sides.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from kg.graph.status import POSITIVE, disjoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.graph.names import ActorRef
    from kg.graph.reports import Report
    from kg.model import When

__all__ = ["Decisions", "Key", "fits", "group", "key_of"]

MOST_DAYS = 7
"""Widest bounds (days) that are trusted to tell one event from the next of the same parties."""
VAGUE_DAYS = 100
"""Bounds wider than this tell nothing of an event that another report dates to a day or a week."""
NEAR_DAYS = 2
"""Undated reports meet across documents that appeared at most this many days apart."""
NEAR_DAYS_LASTING = 14

Key: TypeAlias = tuple[str, str]
"""A claim by its document's key and its id."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The user's word on claims: pairs that are of one event, pairs that are not, and dates of events.

    It outweighs the rules; of two decisions on a pair the caller passes on only the last.
    """

    same: frozenset[tuple[Key, Key]] = frozenset()
    different: frozenset[tuple[Key, Key]] = frozenset()
    dates: Mapping[Key, When] = field(default_factory=dict)

    def apart(self, a: Report, b: Report) -> bool:
        """Whether the user says that the two are not of one event."""
        one, other = key_of(a), key_of(b)
        return (one, other) in self.different or (other, one) in self.different


def key_of(report: Report) -> Key:
    """The key under which decisions name a report's claim."""
    return report.key, report.claim.id


class _Group:
    """Reports of one event so far, with one report for each way of telling it: all others fit as that one does."""

    def __init__(self) -> None:
        self.members: list[Report] = []
        self.ways: dict[tuple[object, ...], Report] = {}
        self.told: dict[tuple[object, ...], Report] = {}
        self.documents: set[str] = set()

    def add(self, reports: Iterable[Report]) -> None:
        """Take reports in."""
        for report in reports:
            self.members.append(report)
            self.ways.setdefault(_way(report), report)
            self.documents.add(report.key)

    def takes(self, report: Report, judge: Decisions) -> bool:
        """Whether a report of the same document fits all that is here."""
        if judge.different and any(judge.apart(m, report) for m in self.members):
            return False
        return all(fits(m, report) for m in self.told.values())

    def admits(self, near: Sequence[Report], judge: Decisions) -> bool:
        """Whether all of `near`, which are of one document, fit all that is here."""
        here = list(self.ways.values())
        if near[0].key in self.documents:
            here += [m for m in self.members if m.key == near[0].key]
        if judge.different and any(judge.apart(m, r) for m in self.members for r in near):
            return False
        return all(fits(m, r) for r in near for m in here)


def _way(report: Report) -> tuple[object, ...]:
    """All that `fits` looks at in a report of another document."""
    claim, event = report.claim, report.claim.event
    return (
        event.type, event.root, event.place, claim.stance in POSITIVE, claim.modality == "actual",
        claim.when and claim.when.edtf, report.span, report.published,
        report.initiators, report.recipients, report.everyone,
    )  # fmt: skip


def _way_within(report: Report) -> tuple[object, ...]:
    """All that `fits` and `_score` look at in a report of the same document."""
    claim = report.claim
    return (
        *_way(report), report.types, report.mutual, report.lasting, bool(claim.claimant), claim.stance, claim.modality,
        claim.event.issues,
    )  # fmt: skip


def group(reports: Sequence[Report], decisions: Decisions | None = None) -> list[list[Report]]:
    """The groups, each sorted, in the order of their first reports; the user's decisions come before the rules."""
    judge = decisions or Decisions()
    groups: list[_Group] = []
    index: dict[tuple[str, ...], dict[int, None]] = {}
    ordered = sorted(reports, key=lambda r: r.order)
    for near in map(_dated_alike, _within_documents(ordered, judge)):
        at = _best_group(near, groups, index, judge)
        if at is None:
            at = len(groups)
            groups.append(_Group())
        groups[at].add(near)
        for key in dict.fromkeys(k for r in near for k in _keys(r, NEAR_DAYS_LASTING)):
            index.setdefault(key, {})[at] = None
    made = [g.members for g in groups]
    joined = _joined(made, judge.same) if judge.same else made
    return sorted((sorted(g, key=lambda r: r.order) for g in joined), key=lambda g: g[0].order)


def _joined(groups: list[list[Report]], same: Iterable[tuple[Key, Key]]) -> list[list[Report]]:
    """Groups that the user says are one, put together."""
    at = {key_of(r): n for n, g in enumerate(groups) for r in g}
    home = list(range(len(groups)))

    def leader(n: int) -> int:
        while home[n] != n:
            n = home[n]
        return n

    for one, other in sorted(same):
        if one in at and other in at:
            low, high = sorted((leader(at[one]), leader(at[other])))
            home[high] = low
    merged: dict[int, list[Report]] = {}
    for n, group in enumerate(groups):
        merged.setdefault(leader(n), []).extend(group)
    return list(merged.values())


def _within_documents(ordered: Sequence[Report], judge: Decisions) -> Iterable[list[Report]]:
    begin = 0
    for end in range(1, len(ordered) + 1):
        if end == len(ordered) or ordered[end].key != ordered[begin].key:
            yield from _cluster(ordered[begin:end], judge)
            begin = end


def _cluster(reports: Sequence[Report], judge: Decisions) -> list[list[Report]]:
    """Groups inside one document: those that say most come first, so that the vague ones find them."""
    groups: list[_Group] = []
    for report in sorted(reports, key=lambda r: (-_weight(r), r.order)):
        fitting = [g for g in groups if g.takes(report, judge)]
        if fitting:
            home = max(fitting, key=lambda g: _score(list(g.told.values()), [report]))
        else:
            home = _Group()
            groups.append(home)
        home.members.append(report)
        home.told.setdefault(_way_within(report), report)
    members = sorted((g.members for g in groups), key=lambda g: min(r.order for r in g))
    return [sorted(g, key=lambda r: r.order) for g in members]


def _dated_alike(group: list[Report]) -> list[Report]:
    """What a document says of an event without a date happened when it says so elsewhere."""
    spans = sorted((r.span for r in group if r.span), key=lambda s: (_days(s), s))
    if not spans or len(spans) == len(group):
        return group
    return [r if r.span else replace(r, span=spans[0]) for r in group]


def _weight(report: Report) -> int:
    positive = report.claim.stance in POSITIVE
    return 4 * (positive and report.claim.modality == "actual") + 2 * bool(report.span) + len(report.everyone)


def _best_group(
    near: list[Report],
    groups: list[_Group],
    index: dict[tuple[str, ...], dict[int, None]],
    judge: Decisions,
) -> int | None:
    candidates = sorted({at for r in near for key in _keys(r, 0) for at in index.get(key, ())})
    fitting = [at for at in candidates if groups[at].admits(near, judge)]
    return max(fitting, key=lambda at: (_score(list(groups[at].ways.values()), near), -at), default=None)


def _score(group: Sequence[Report], near: Sequence[Report]) -> int:
    return max(
        2 * (a.claim.event.type == b.claim.event.type)
        + 2 * (a.span is not None and a.span == b.span)
        + 2 * ({x.id for x in a.everyone} == {x.id for x in b.everyone})
        + (a.claim.modality == b.claim.modality)
        + bool(set(a.claim.event.issues) & set(b.claim.event.issues))
        for a in group
        for b in near
    )


def _keys(report: Report, margin: int) -> list[tuple[str, ...]]:
    """Under which a report is looked up: its root, each pair of states or bodies that take part, and the month.

    `margin` adds days on both sides. A report that no time can tie to another document's has no key.
    """
    time = report.span or report.published
    if time is None or _days(time) > MOST_DAYS:
        return []
    first = date.fromisoformat(time[0]).toordinal() - margin
    last = date.fromisoformat(time[1]).toordinal() + margin
    months = sorted({date.fromordinal(max(1, d)).isoformat()[:7] for d in range(first, last + 1)})
    ids = sorted({i for ref in report.everyone for i in (ref.states or (ref.id,))})[:12]
    root = report.claim.event.root
    parties: list[tuple[str, ...]] = list(combinations(ids, 2)) or [(i,) for i in ids]
    return [(root, month, *who) for month in months for who in parties]


def fits(a: Report, b: Report) -> bool:
    """Whether two reports can be about one event."""
    same_document = a.key == b.key
    if not _types_fit(a, b, same_document=same_document) or disjoint(a.claim.when, b.claim.when):
        return False
    if _one_vague(a, b):
        return False
    if _places_differ(a, b) or not _modalities_fit(a, b):
        return False
    if same_document:
        return _parties_fit_within(a, b)
    if not _parties_fit_across(a, b) or not _times_fit_across(a, b):
        return False
    return not (a.lasting and b.lasting) or _told_alike(a, b)


def _told_alike(a: Report, b: Report) -> bool:
    """For what goes on: both dated, or the very same parties; else any two officials who back a man would be one."""
    if a.span and b.span:
        return True
    return {r.id for r in a.everyone} == {r.id for r in b.everyone}


def _types_fit(a: Report, b: Report, *, same_document: bool) -> bool:
    one, other = a.claim.event.type, b.claim.event.type
    if one == other:
        return True
    if one in b.types or other in a.types:
        return same_document or not {one, other} & {a.claim.event.root.lower(), b.claim.event.root.lower()}
    return False


def _one_vague(a: Report, b: Report) -> bool:
    """Whether one is of a day and the other of a year or more: "none since 1928" is not about last Sunday."""
    if not a.span or not b.span or a.lasting or b.lasting:
        return False
    short, long = sorted((_days(a.span), _days(b.span)))
    return short <= MOST_DAYS and long > VAGUE_DAYS


def _places_differ(a: Report, b: Report) -> bool:
    return bool(a.claim.event.place and b.claim.event.place and a.claim.event.place != b.claim.event.place)


def _modalities_fit(a: Report, b: Report) -> bool:
    """What happened and what is only planned or possible are two events, unless it is the same dated one."""
    if a.claim.stance not in POSITIVE or b.claim.stance not in POSITIVE:
        return True
    if (a.claim.modality == "actual") == (b.claim.modality == "actual"):
        return True
    return a.span is not None and b.span is not None and _gap(a.span, b.span) == 0


def _parties_fit_within(a: Report, b: Report) -> bool:
    if not a.everyone or not b.everyone:
        return False
    if a.mutual and b.mutual:
        few, many = sorted((a.everyone, b.everyone), key=len)
        if a.lasting and b.lasting and len(few) > 1:
            return _covers(many, few)
        return _equal(few, many)
    one = _equal_or_missing(a.initiators, b.initiators)
    other = _equal_or_missing(a.recipients, b.recipients)
    if one is None or other is None:  # "they attacked it", as somebody claims of himself, is not the others' attack
        vague = a if len(a.everyone) < len(b.everyone) else b
        if vague.claim.claimant and vague.claim.stance == "asserted":
            return False
    return one is not False and other is not False and bool(one or other)


def _equal_or_missing(a: Sequence[ActorRef], b: Sequence[ActorRef]) -> bool | None:
    """True when equal, None when one of them is not told."""
    return _equal(a, b) if a and b else None


def _parties_fit_across(a: Report, b: Report) -> bool:
    if a.mutual and b.mutual:
        few, many = sorted((a.everyone, b.everyone), key=len)
        return len(few) > 1 and _equal(few, many)
    if not (a.initiators and b.initiators and _equal(a.initiators, b.initiators)):
        return False
    if a.recipients and b.recipients:
        return _equal(a.recipients, b.recipients)
    return not a.recipients and not b.recipients and bool(a.claim.event.place and b.claim.event.place)


def _equal(a: Sequence[ActorRef], b: Sequence[ActorRef]) -> bool:
    return _covers(a, b) and _covers(b, a)


def _covers(many: Sequence[ActorRef], few: Sequence[ActorRef]) -> bool:
    return all(any(_same(x, y) for x in many) for y in few)


def _same(a: ActorRef, b: ActorRef) -> bool:
    """The same actor, or one stands for the other: a minister, a capital or "officials" and their state."""
    if a.id == b.id:
        return True
    if not a.states or a.states != b.states:
        return False
    return "state" in (a.kind, b.kind) or ((a.local or b.local) and "person" not in (a.kind, b.kind))


def _times_fit_across(a: Report, b: Report) -> bool:
    if a.span and b.span:
        return _days(a.span) <= MOST_DAYS and _days(b.span) <= MOST_DAYS
    if a.published is None or b.published is None:
        return False
    most = NEAR_DAYS_LASTING if a.lasting and b.lasting else NEAR_DAYS
    first, second = a.span or a.published, b.span or b.published
    if _days(first) > MOST_DAYS or _days(second) > MOST_DAYS:
        return False
    return _gap(first, second) <= most


def _days(span: tuple[str, str]) -> int:
    return (date.fromisoformat(span[1]) - date.fromisoformat(span[0])).days


def _gap(a: tuple[str, str], b: tuple[str, str]) -> int:
    late, early = max(a[0], b[0]), min(a[1], b[1])
    return max(0, (date.fromisoformat(late) - date.fromisoformat(early)).days)
