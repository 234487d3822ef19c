"""Two reports in, whether they can be about one event out: never across a contradiction of dates, places or sides."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from kg.graph.status import POSITIVE, disjoint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.graph.names import ActorRef
    from kg.graph.reports import Report

__all__ = ["MARGIN_DAYS", "days", "fits", "lookup_keys"]

MOST_DAYS = 7
"""Widest bounds (days) that are trusted to tell one event from the next of the same parties."""
VAGUE_DAYS = 100
"""Bounds wider than this tell nothing of an event that another report dates to a day or a week."""
NEAR_DAYS = 2
"""Undated reports meet across documents that appeared at most this many days apart."""
MARGIN_DAYS = 14
"""The same for what goes on (support, sanctions, talks)."""
_AT_ONE_TABLE = frozenset(("discuss", "meet", "negotiate"))
"""Types that tell of one sitting in other words."""


def fits(a: Report, b: Report) -> bool:
    """Whether two reports can be about one event."""
    same_document = a.key == b.key and not a.coded
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
    return _same_ids(a, b)


def _types_fit(a: Report, b: Report, *, same_document: bool) -> bool:
    one, other = a.claim.event.type, b.claim.event.type
    if one == other:
        return True
    if one in b.types or other in a.types:
        roots = {one, other} & {a.claim.event.root.lower(), b.claim.event.root.lower()}
        return same_document or not roots or _same_company(a, b, roots)
    return not same_document and {one, other} <= _AT_ONE_TABLE and _at_one_table(a, b)


def _same_company(a: Report, b: Report, roots: set[str]) -> bool:
    """A root says little ("they have agreed"): three or more must be the same, and nothing else be agreed."""
    vague = a if a.claim.event.type in roots else b
    return len(a.everyone) > 2 and vague.claim.event.object is None and _same_ids(a, b) and _both_say_so(a, b)


def _at_one_table(a: Report, b: Report) -> bool:
    """Who met on a day and who held talks on it sat together once; told without a day, only the very same persons.

    A denial of the one is none of the other.
    """
    if not _both_say_so(a, b):
        return False
    if a.span and b.span:
        return a.span == b.span and days(a.span) == 0
    undated = b if a.span else a
    return undated.claim.event.type == "meet" and bool(a.span or b.span) and _same_ids(a, b)


def _both_say_so(a: Report, b: Report) -> bool:
    return a.claim.stance in POSITIVE and b.claim.stance in POSITIVE


def _same_ids(a: Report, b: Report) -> bool:
    return {r.id for r in a.everyone} == {r.id for r in b.everyone}


def _one_vague(a: Report, b: Report) -> bool:
    """Whether one is of a day and the other of a year or more: "none since 1928" is not about last Sunday."""
    if not a.span or not b.span or a.lasting or b.lasting:
        return False
    short, long = sorted((days(a.span), days(b.span)))
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
        return days(a.span) <= MOST_DAYS and days(b.span) <= MOST_DAYS
    if a.published is None or b.published is None:
        return False
    most = MARGIN_DAYS if a.lasting and b.lasting else NEAR_DAYS
    first, second = a.span or a.published, b.span or b.published
    if days(first) > MOST_DAYS or days(second) > MOST_DAYS:
        return False
    return _gap(first, second) <= most


def days(span: tuple[str, str]) -> int:
    """How many days lie between the first and the last."""
    return (date.fromisoformat(span[1]) - date.fromisoformat(span[0])).days


def _gap(a: tuple[str, str], b: tuple[str, str]) -> int:
    late, early = max(a[0], b[0]), min(a[1], b[1])
    return max(0, (date.fromisoformat(late) - date.fromisoformat(early)).days)


def lookup_keys(report: Report, margin: int) -> list[tuple[str, ...]]:
    """Under which a report is looked up: its root, each pair of states or bodies that take part, and the month.

    `margin` adds days on both sides. A report that no time can tie to another document's has no key.
    """
    time = report.span or report.published
    if time is None or days(time) > MOST_DAYS:
        return []
    months = _months(date.fromisoformat(time[0]).toordinal() - margin, date.fromisoformat(time[1]).toordinal() + margin)
    ids = sorted({i for ref in report.everyone for i in (ref.states or (ref.id,))})[:12]
    root = report.claim.event.root
    parties: list[tuple[str, ...]] = list(combinations(ids, 2)) or [(i,) for i in ids]
    return [(root, month, *who) for month in months for who in parties]


def _months(first: int, last: int) -> list[str]:
    """The months between two days (ordinals), both included."""
    begin, end = (date.fromordinal(min(max(1, n), date.max.toordinal())) for n in (first, last))
    count = 12 * (end.year - begin.year) + end.month - begin.month
    starts = (begin.month - 1 + n for n in range(count + 1))
    return [f"{begin.year + n // 12:04}-{n % 12 + 1:02}" for n in starts]
