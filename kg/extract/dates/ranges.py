"""Two expressions in, the range that they make out: "between 3 and 7 May", "1939–45", "from Monday to Thursday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from kg.extract.dates.edtf import bounds, interval
from kg.extract.dates.timex import Timex

__all__ = ["joined", "spanned"]

_JOIN = re.compile(r"\s*(?:[-–—/]|to|until|till|through|and|thru)\s*(?:the\s+)?", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[-–—/]|to|through|thru)\s*(?:the\s+)?", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved|postponed|delayed|shifted|rescheduled|put back|pushed back|brought forward|extended|changed)\b"
)
"""Verbs after which "from Monday to Thursday" is no span but a change of date."""

_REACH = 60


def joined(one: Timex, other: Timex, text: str) -> Timex | None:
    """The range of two expressions that stand beside each other in `text`; None if they make none."""
    if one.parts or not one.edtf or not other.edtf or "/" in one.edtf + other.edtf or other.role == "by":
        return None
    between = text[one.end : other.start]
    if not _JOIN.fullmatch(between):
        return None
    if one.role == "from" and _MOVED.search(text, max(0, one.start - _REACH), one.start):
        return None
    if one.role not in ("from", "between") and not _TO.fullmatch(between):
        return None
    return spanned(one, other, text[one.start : other.end])


def spanned(one: Timex, other: Timex, words: str) -> Timex | None:
    """The range from one expression to another; None if the second lies before the first."""
    if not _ordered(one, other):
        one, other = _in_one_week(one, other)
        if not _ordered(one, other):
            return None
    edtf = interval(one.edtf, other.edtf)
    earliest, latest = bounds(edtf)
    return Timex(
        one.start, other.end, words, "DATE", f"{one.value}/{other.value}", edtf, earliest, latest,
        other.anchor or one.anchor, f"range: {one.reason}; {other.reason}", "interval", one.role, other.direction,
        (one, other), None, other.context,
    )  # fmt: skip


def _ordered(one: Timex, other: Timex) -> bool:
    return one.earliest is None or other.latest is None or one.earliest <= other.latest


def _in_one_week(one: Timex, other: Timex) -> tuple[Timex, Timex]:
    """Two weekdays read across the publication day, moved into one week: the first back, or the second on."""
    if not all(t.phrase and t.phrase.kind == "weekday" and t.granularity == "day" for t in (one, other)):
        return one, other
    if other.direction == "future":
        return one, _moved(other, 7)
    return _moved(one, -7), other


def _moved(timex: Timex, days: int) -> Timex:
    day = (date.fromisoformat(timex.edtf or "") + timedelta(days=days)).isoformat()
    reason = f"{timex.reason}, a week {'on' if days > 0 else 'back'} for the range"
    return replace(timex, value=day + timex.value[10:], edtf=day, earliest=day, latest=day, reason=reason)
