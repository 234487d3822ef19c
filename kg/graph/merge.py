"""Reports in, groups of reports about one event out; a wrong merge is worse than two entries.

First the reports of each document meet in clusters, then clusters of all documents in groups. Documents are taken in
the order of their publication (then of their hash), so the order of reading changes nothing. A cluster joins a group
only if it fits every report in it. Clusters that fit nothing of each other lie in different components: what is
grouped inside one component does not depend on the others, so that one more document changes only those it touches.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from kg.graph.fits import MARGIN_DAYS, days, fits, lookup_keys
from kg.graph.status import POSITIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.graph.names import ActorRef
    from kg.graph.reports import Report
    from kg.model import When

__all__ = ["Cluster", "Decisions", "Grouped", "Key", "clusters", "group", "key_of"]

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


@dataclass(frozen=True, slots=True)
class Cluster:
    """Reports of one document about one event, in the order of its text.

    `number` counts the clusters of a document. Across documents it is looked up under the keys `near` and found under
    the keys `wide`, which allow for some days more. `ways` are its reports, one for each way of telling it.
    """

    reports: tuple[Report, ...]
    number: int
    near: tuple[tuple[str, ...], ...]
    wide: tuple[tuple[str, ...], ...]
    ways: tuple[Report, ...]

    @classmethod
    def of(cls, reports: Sequence[Report], number: int) -> Cluster:
        """With the keys of its reports."""
        near, wide = (
            tuple(dict.fromkeys(k for r in reports for k in lookup_keys(r, margin))) for margin in (0, MARGIN_DAYS)
        )
        ways = tuple({_way_within(r): r for r in reversed(reports)}.values())
        return cls(tuple(reports), number, near, wide, ways)

    @property
    def document(self) -> str:
        """The key of its document."""
        return self.reports[0].key

    @property
    def name(self) -> str:
        """Document key and number: stays as long as the document is read in the same way."""
        return f"{self.document}/{self.number}"


@dataclass(frozen=True, slots=True)
class Grouped:
    """Reports of one event, the first first; the clusters they came in, and the component in which those lie."""

    reports: tuple[Report, ...]
    clusters: tuple[Cluster, ...]
    component: str


# --- inside one document -----------------------------------------------------------------------------------------


def clusters(reports: Sequence[Report], decisions: Decisions | None = None) -> list[Cluster]:
    """The clusters of one document: those that say most come first, so that the vague ones find them."""
    judge = decisions or Decisions()
    if any(r.coded for r in reports):
        return [Cluster.of([r], number) for number, r in enumerate(reports)]
    made: list[_Told] = []
    seats = _Seats()
    for report in sorted(reports, key=lambda r: (-_weight(r), r.order)):
        fitting = [n for n in seats.near(report) if made[n].takes(report, judge)]
        if fitting:
            home = max(fitting, key=lambda n: _score(list(made[n].ways.values()), [report]))
        else:
            home = len(made)
            made.append(_Told())
        made[home].add(report)
        seats.add(report, home)
    ordered = sorted((sorted(t.members, key=lambda r: r.order) for t in made), key=lambda g: g[0].order)
    return [Cluster.of(_dated_alike(g), number) for number, g in enumerate(ordered)]


class _Told:
    """Reports of one cluster so far, with one report for each way of telling it: all others fit as that one does."""

    def __init__(self) -> None:
        self.members: list[Report] = []
        self.ways: dict[tuple[object, ...], Report] = {}

    def add(self, report: Report) -> None:
        self.members.append(report)
        self.ways.setdefault(_way_within(report), report)

    def takes(self, report: Report, judge: Decisions) -> bool:
        """Whether a report fits all that is here."""
        if judge.different and any(judge.apart(m, report) for m in self.members):
            return False
        return all(fits(m, report) for m in self.ways.values())


class _Seats:
    """Finds the clusters that a report may fit by type and parties, so that not all are compared with all.

    What fits is of one type (or a narrower one), and either both sides agree, where they are told, or everyone does.
    """

    def __init__(self) -> None:
        self._at: dict[tuple[str, ...], set[int]] = defaultdict(set)

    def add(self, report: Report, home: int) -> None:
        kinds = [("own", report.claim.event.type), *(("up", t) for t in report.types)]
        for kind in kinds:
            self._at[kind].add(home)
            for side, refs in _by_side(report):
                for token in _tokens(refs) if refs else ("",):
                    self._at[(*kind, side, token)].add(home)

    def near(self, report: Report) -> list[int]:
        kinds = [("up", report.claim.event.type), *(("own", t) for t in report.types)]
        found: set[int] = set()
        for kind in kinds:
            if self._at.get(kind):
                found |= self._one_side(kind, "by", report.initiators) & self._one_side(kind, "to", report.recipients)
                if report.mutual:
                    found |= self._everyone(kind, report)
        return sorted(found)

    def _one_side(self, kind: tuple[str, ...], side: str, refs: Sequence[ActorRef]) -> set[int]:
        """Those whose side can be the same: its first actor is in it, or it is not told."""
        return self._among(kind, side, refs[:1]) | self._at.get((*kind, side, ""), set()) if refs else self._at[kind]

    def _everyone(self, kind: tuple[str, ...], report: Report) -> set[int]:
        if report.lasting:
            return self._among(kind, "all", report.everyone)
        return self._among(kind, "all", report.everyone[:1]) & self._among(kind, "all", report.everyone[-1:])

    def _among(self, kind: tuple[str, ...], side: str, refs: Sequence[ActorRef]) -> set[int]:
        return set().union(*(self._at.get((*kind, side, token), ()) for token in _tokens(refs)))


def _by_side(report: Report) -> Iterator[tuple[str, Sequence[ActorRef]]]:
    yield "by", report.initiators
    yield "to", report.recipients
    yield "all", report.everyone


def _tokens(refs: Sequence[ActorRef]) -> set[str]:
    """By which an actor may be the same as another: its id, or the states that it stands for."""
    return {t for r in refs for t in (r.id, "+".join(r.states)) if t}


def _weight(report: Report) -> int:
    positive = report.claim.stance in POSITIVE
    return 4 * (positive and report.claim.modality == "actual") + 2 * bool(report.span) + len(report.everyone)


def _dated_alike(reports: list[Report]) -> list[Report]:
    """What a document says of an event without a date happened when it says so elsewhere."""
    spans = sorted((r.span for r in reports if r.span), key=lambda s: (days(s), s))
    if not spans or len(spans) == len(reports):
        return reports
    return [r if r.span else replace(r, span=spans[0]) for r in reports]


def _way(report: Report) -> tuple[object, ...]:
    """All that `fits` looks at in a report of another document."""
    claim, event = report.claim, report.claim.event
    return (
        event.type, event.root, event.place, event.object is None, claim.stance in POSITIVE, claim.modality == "actual",
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


# --- across documents --------------------------------------------------------------------------------------------


class _Group:
    """Clusters of one event so far, with one report for each way of telling it."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.ways: dict[tuple[object, ...], Report] = {}
        self.of: dict[str, dict[tuple[object, ...], Report]] = {}

    def add(self, cluster: Cluster) -> None:
        self.clusters.append(cluster)
        for report in cluster.reports:
            self.ways.setdefault(_way(report), report)
            self.of.setdefault(report.key, {}).setdefault(_way_within(report), report)

    def judged(self, near: Cluster, judge: Decisions) -> tuple[bool, bool]:
        """Whether all of `near` fits all that is here, and whether anything of it fits anything."""
        here = [*self.ways.values(), *self.of.get(near.document, {}).values()]
        good = bad = False
        for fit in (fits(m, r) for r in near.ways for m in here):
            good, bad = good or fit, bad or not fit
            if good and bad:
                return False, True
        if good and judge.different:
            bad = any(judge.apart(m, r) for c in self.clusters for m in c.reports for r in near.reports)
        return not bad, good


class _Union:
    """Sets that grow together; each is named after its least member."""

    def __init__(self) -> None:
        self._up: dict[int, int] = {}

    def find(self, n: int) -> int:
        while (above := self._up.setdefault(n, n)) != n:
            self._up[n] = n = self._up[above]
        return n

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        self._up[high] = low


def group(near: Iterable[Cluster], decisions: Decisions | None = None) -> list[Grouped]:
    """The groups in the order of their first reports; the user's decisions come before the rules."""
    judge = decisions or Decisions()
    groups: list[_Group] = []
    index: dict[tuple[str, ...], dict[int, None]] = {}
    component = _Union()
    for cluster in sorted(near, key=lambda c: c.reports[0].order):
        at, touched = _best_group(cluster, groups, index, judge)
        if at is None:
            at = len(groups)
            groups.append(_Group())
        for other in touched:
            component.join(at, other)
        groups[at].add(cluster)
        for key in cluster.wide:
            index.setdefault(key, {})[at] = None
    return _grouped(groups, component, judge.same)


def _best_group(
    near: Cluster, groups: list[_Group], index: dict[tuple[str, ...], dict[int, None]], judge: Decisions
) -> tuple[int | None, list[int]]:
    """The group that a cluster joins, if any, and all groups whose component it shares."""
    candidates = sorted({at for key in near.near for at in index.get(key, ())})
    judged = {at: groups[at].judged(near, judge) for at in candidates}
    fitting = [at for at, (whole, _) in judged.items() if whole]
    best = max(fitting, key=lambda at: (_score(list(groups[at].ways.values()), near.ways), -at), default=None)
    return best, [at for at, (_, touching) in judged.items() if touching]


def _score(here: Sequence[Report], near: Sequence[Report]) -> int:
    return max(
        2 * (a.claim.event.type == b.claim.event.type)
        + 2 * (a.span is not None and a.span == b.span)
        + 2 * ({x.id for x in a.everyone} == {x.id for x in b.everyone})
        + (a.claim.modality == b.claim.modality)
        + bool(set(a.claim.event.issues) & set(b.claim.event.issues))
        for a in here
        for b in near
    )


def _grouped(groups: list[_Group], component: _Union, same: Iterable[tuple[Key, Key]]) -> list[Grouped]:
    """The groups as values; those that the user says are one, put together."""
    joined = _Union()
    at = {key_of(r): n for n, g in enumerate(groups) for c in g.clusters for r in c.reports} if same else {}
    for one, other in sorted(same):
        if one in at and other in at:
            joined.join(at[one], at[other])
            component.join(at[one], at[other])
    members: dict[int, list[Cluster]] = {}
    for n, found in enumerate(groups):
        members.setdefault(joined.find(n), []).extend(found.clusters)
    named: dict[int, str] = {}
    for n, held in members.items():
        root = component.find(n)
        named[root] = min([named[root], *(c.name for c in held)] if root in named else [c.name for c in held])
    made = [
        Grouped(
            tuple(sorted((r for c in held for r in c.reports), key=lambda r: r.order)),
            tuple(held),
            named[component.find(n)],
        )
        for n, held in members.items()
    ]
    return sorted(made, key=lambda g: g.reports[0].order)
