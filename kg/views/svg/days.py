"""Events in, their places in time out (days as ordinals), and the ticks of an axis: as on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import When
from kg.views.data import PageEvent

__all__ = ["Tick", "Time", "span_of", "ticks", "time_of"]

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_EXACT = re.compile(r"\d{4}-\d\d-\d\d$")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_STEPS = (
    ("day", 1), ("day", 2), ("day", 7), ("month", 1), ("month", 3), ("month", 6),
    ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50), ("year", 100), ("year", 500),
)  # fmt: skip
_LENGTH = {"day": 1.0, "month": 30.4, "year": 365.25}
_WIDE = {"day": 34, "month": 44, "year": 52}

_REPORT = {"planned": "after", "conditional": "after", "possible": "told"}
"""What a report without a date tells: what is to come is not before it, what may be is on neither side of it."""

Tick = tuple[int, str]
"""A day and what stands beside it."""


@dataclass(frozen=True, slots=True)
class Time:
    """Where an event stands: from day to day (ordinals), and the day by which something is due.

    `kind` is point, extent (lasting), uncertain (some day between), by (no later than), after (no earlier than),
    told (the day of a report that bounds nothing), or deadline (nothing but a deadline is known).
    """

    kind: str
    first: int
    last: int
    due: int | None = None


def time_of(event: PageEvent, published: Iterable[str | None]) -> Time | None:
    """The event's place in time; without a date of its own that of its first report; None where there is neither.

    `published` are the publication dates of the documents that tell of it.
    """
    due = _bound(event.deadline, "latest")
    first, last = _bound(event.when, "earliest"), _bound(event.when, "latest")
    if first is not None and last is not None:
        return Time(_kind(event.when, first, last), first, last, due)
    if first is not None:
        return Time("after", first, first, due)
    if last is not None:
        return Time("by", last, last, due)
    reports = [day for day in (_day(one) for one in published if one and _EXACT.match(one)) if day is not None]
    if reports:
        return Time(_REPORT.get(event.status, "by"), min(reports), min(reports), due)
    return None if due is None else Time("deadline", due, due, due)


def _kind(when: When | None, first: int, last: int) -> str:
    begin, slash, _ = when.edtf.partition("/") if when else ("", "", "")
    return "point" if first == last else "extent" if slash and _EXACT.match(begin) else "uncertain"


def _bound(when: When | None, name: str) -> int | None:
    if when is None:
        return None
    return _day(getattr(when, name) or (when.edtf if _EXACT.match(when.edtf) else None))


def _day(iso: str | None) -> int | None:
    found = _DAY.match(iso or "")
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)).toordinal()
    except ValueError:
        return None


def ticks(first: float, last: float, width: float) -> tuple[list[Tick], list[Tick]]:
    """Ticks between two days for a width in pixels; and, over them, the months of days or the years of months.

    >>> [label for _, label in ticks(date(2014, 11, 1).toordinal(), date(2014, 12, 31).toordinal(), 300)[0]]
    ['1', '8', '15', '22', '1', '8', '15', '22']
    """
    a_pixel = (last - first) / max(width, 1.0)
    fitting = ((unit, step) for unit, step in _STEPS if _LENGTH[unit] * step / a_pixel >= _WIDE[unit])
    unit, step = next(fitting, ("year", 1000))
    if unit == "day":
        return _days(step, first, last), _months(1, first, last, "{month} {year}")
    if unit == "month":
        return _months(step, first, last, "{month}"), _months(12, first, last, "{year}")
    return _months(12 * step, first, last, "{year}"), []


def _days(step: int, first: float, last: float) -> list[Tick]:
    out = []
    for at in range(_inside(first), _inside(last) + 1):
        day = date.fromordinal(at).day
        if step == 1 or (step == 2 and day % 2 and day < 31) or (step == 7 and day % 7 == 1 and day < 29):
            out.append((at, str(day)))
    return out


def _months(step: int, first: float, last: float, label: str) -> list[Tick]:
    begin = date.fromordinal(_inside(first))
    index = (begin.year * 12 + begin.month - 1) // step * step
    out: list[Tick] = []
    while True:
        year, month = divmod(index, 12)
        index += step
        if year < 1:
            continue
        if year > 9999 or date(year, month + 1, 1).toordinal() > last + 1:
            return out
        at = date(year, month + 1, 1).toordinal()
        out.append((at, label.format(month=_MONTHS[month], year=year)))


def _inside(day: float) -> int:
    return min(date.max.toordinal(), max(1, int(day)))


def span_of(times: Mapping[str, Time]) -> tuple[float, float]:
    """The days from the first to the last with a margin; of a date known to decades only its last year counts."""
    firsts = [max(t.first, t.last - 366) if t.kind == "uncertain" else t.first for t in times.values()]
    lasts = [max(t.last, t.due or t.last) for t in times.values()]
    first, last = (min(firsts), max(lasts)) if times else (date(2000, 1, 1).toordinal(), date(2000, 1, 31).toordinal())
    margin = max(2.0, (last - first) * 0.04)
    return first - margin, last + margin
