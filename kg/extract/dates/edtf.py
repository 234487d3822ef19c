"""EDTF strings in, first and last day out: the forms of EDTF that kg writes, and no other.

Years (`2014`, `-0479`), months, days, seasons (`1997-21`), decades and centuries (`199X`, `19XX`), unknown years
(`XXXX-11-24`), unknown days (`2014-11-XX`), and intervals of these with an open (`..`) or unknown (nothing) end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

__all__ = ["SEASONS", "bounds", "interval", "is_edtf", "known", "precision"]

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
"""TIMEX3's codes of the seasons and EDTF's."""

_FORM = re.compile(
    r"(?P<bc>-)?(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:T[\d:]+Z?)?)?)?[?~%]?"
)
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


@lru_cache(maxsize=8192)
def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """Earliest and latest day (ISO 8601) that an EDTF string allows; None where it tells none.

    A year that is not known, or one before our era, has no bounds: both are None.

    >>> bounds("2014-11"), bounds("1997-21"), bounds("199X")
    (('2014-11-01', '2014-11-30'), ('1997-03-01', '1997-05-31'), ('1990-01-01', '1999-12-31'))
    >>> bounds("../2016-12"), bounds("XXXX-11-24"), bounds("2012-02-29/..")
    ((None, '2016-12-31'), (None, None), ('2012-02-29', None))
    """
    if not edtf:
        return None, None
    if "/" in edtf:
        begin, _, end = edtf.partition("/")
        return bounds(begin)[0], bounds(end)[1]
    found = _FORM.fullmatch(edtf)
    if not found or found["bc"] or found["year"] == "XXXX" or found["year"] == "0000":
        return None, None
    year, month, day = found["year"], found["month"], found["day"]
    if "X" in year or month is None or month == "XX":
        return f"{_low(year)}-01-01", f"{year.replace('X', '9')}-12-31"
    return _within(int(year), int(month), day)


def _low(year: str) -> str:
    """The first year of a decade or century; there is no year 0000 in a calendar date."""
    first = year.replace("X", "0")
    return "0001" if first == "0000" else first


def _within(year: int, month: int, day: str | None) -> tuple[str | None, str | None]:
    if 1 <= month <= 12:
        last = monthrange(year, month)[1]
        if day is None or day == "XX":
            return f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{last:02d}"
        if 1 <= int(day) <= last:
            one = f"{year:04d}-{month:02d}-{day}"
            return one, one
    elif month in _FIRST_MONTH and day is None:
        first = _FIRST_MONTH[month]
        end_year, end = (year + 1, 2) if month == 24 else (year, first + 2)
        if end_year <= 9999:
            return f"{year:04d}-{first:02d}-01", f"{end_year:04d}-{end:02d}-{monthrange(end_year, end)[1]:02d}"
    return None, None


def is_edtf(text: str) -> bool:
    """Whether kg can read this EDTF string.

    >>> is_edtf("2014-02-29"), is_edtf("2014-11/.."), is_edtf("Nov. 24")
    (False, True, False)
    """
    begin, slash, end = text.partition("/")
    sides = [begin, end] if slash else [begin]
    return any(s not in ("", "..") for s in sides) and all(_is_one(s, bool(slash)) for s in sides)


def _is_one(text: str, in_interval: bool) -> bool:
    if in_interval and text in ("", ".."):
        return True
    found = _FORM.fullmatch(text)
    if not found:
        return False
    if found["year"] == "XXXX" or found["bc"]:
        month, day = found["month"], found["day"]
        months = month in (None, "XX") or 1 <= int(month) <= 12 or int(month) in _FIRST_MONTH
        return months and (day in (None, "XX") or 1 <= int(day) <= 31)
    return bounds(text) != (None, None)


def known(edtf: str | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as far as a single date or an interval fixes them.

    >>> known("2014-11-06"), known("2014-06-20/2014-11-02"), known("2013/2015"), known(None)
    ((2014, 11, 6), (2014, None, None), (None, None, None), (None, None, None))
    """
    first, last = bounds(edtf)
    if first is None or last is None:
        return None, None, None
    one, other = date.fromisoformat(first), date.fromisoformat(last)
    if one.year != other.year:
        return None, None, None
    if one.month != other.month:
        return one.year, None, None
    return one.year, one.month, one.day if one == other else None


def precision(edtf: str) -> str:
    """What an EDTF string tells: day, month, season, year, decade, century or interval.

    >>> [precision(e) for e in ("2014-11-06", "XXXX-11", "1997-21", "199X", "2013/2015")]
    ['day', 'month', 'season', 'decade', 'interval']
    """
    if "/" in edtf:
        return "interval"
    found = _FORM.fullmatch(edtf)
    if not found:
        return "interval"
    if found["day"] not in (None, "XX"):
        return "day"
    if found["month"] not in (None, "XX"):
        return "season" if int(found["month"]) > 12 else "month"
    unknown = found["year"].count("X")
    return {0: "year", 1: "decade", 2: "century"}.get(unknown, "year")


def interval(begin: str | None, end: str | None) -> str:
    """The EDTF interval from one date to another; None leaves that end open.

    >>> interval("2014", None), interval(None, "2014-11-24"), interval("2014", "2014")
    ('2014/..', '../2014-11-24', '2014')
    """
    if begin is not None and begin == end:
        return begin
    return f"{begin or '..'}/{end or '..'}"
