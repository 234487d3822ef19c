"""The reports of one event in, when it was out: the sharpest date told, else the bounds that its reports set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.dates.edtf import bounds
from kg.graph.status import POSITIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.graph.reports import Report
    from kg.graph.status import Status
    from kg.model import When

__all__ = ["Time", "time_of"]

_BEHIND, _AHEAD = frozenset(("actual", "contested", "negated", "unconfirmed")), frozenset(("planned", "conditional"))


class Time(NamedTuple):
    """When an event was: its date as told, first and last day (ISO; None: open), and why, where no date is told."""

    when: When | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str | None = None


def time_of(best: Sequence[Report], status: Status) -> Time:
    """The most precise date that is told with the days that all bounded dates share; else what the reports bound.

    `best` are the reports, the fullest first.
    """
    dated = [r for r in best if r.claim.when]
    spans = [r.span for r in dated if r.span]
    if spans:
        sharpest = min((r for r in dated if r.span), key=lambda r: (_width(r), r.order))
        earliest, latest = max(s[0] for s in spans), min(s[1] for s in spans)
        if earliest > latest and sharpest.span:
            earliest, latest = sharpest.span
        told = sharpest.claim.when
        return Time(replace(told, earliest=earliest, latest=latest) if told else None, earliest, latest)
    told = next((r.claim.when for r in dated if r.claim.when and (r.claim.when.earliest or r.claim.when.latest)), None)
    if told:  # open at one end: "since January", "by 30 June"
        return Time(told, told.earliest, told.latest)
    reported = _by_report(best, status)
    return reported._replace(when=dated[0].claim.when) if dated else reported


def _by_report(best: Sequence[Report], status: Status) -> Time:
    """What happened was not after the report of it; what is planned was still to come when it was reported."""
    if status in _BEHIND:
        ends = {bounds(r.document.published)[1] for r in best if _is_told(r, "actual", status)}
        latest = min((e for e in ends if e), default=None)
        words = f"no date in the text; told as past in a report that appeared by {latest}"
        return Time(None, None, latest, words) if latest else Time()
    if status in _AHEAD:
        begins = {bounds(r.document.published)[0] for r in best if _is_told(r, status, status)}
        earliest = max((b for b in begins if b), default=None)
        words = f"no date in the text; still to come in a report that appeared on {earliest} or later"
        return Time(None, earliest, None, words) if earliest else Time()
    return Time()


def _is_told(report: Report, modality: str, status: Status) -> bool:
    """Whether the report is one of those that the status rests on."""
    claim = report.claim
    return claim.modality == modality and (claim.stance in POSITIVE or status not in ("actual", "planned"))


def _width(report: Report) -> tuple[int, str]:
    first, last = report.span or ("0001-01-01", "9999-12-31")
    return (date.fromisoformat(last) - date.fromisoformat(first)).days, first
