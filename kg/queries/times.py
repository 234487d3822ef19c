"""Words of time in a question in, days out: "in 2015", "since July 2015", "before 14 July 2015", "last year"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from kg.queries.reading import Period

__all__ = ["find"]

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n}
_MONTHS |= {name[:3].lower(): n for n, name in enumerate(calendar.month_name) if n} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_POINT = rf"""(?:
    (?P<iso>\d{{4}}-\d{{2}}-\d{{2}}) | (?P<isomonth>\d{{4}}-\d{{2}})(?!\d)
  | (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\b\.?,?(?:\s+(?P<y1>\d{{4}}))?
  | (?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<y2>\d{{4}}))?
  | (?P<m3>{_MONTH})\b\.?,?(?:\s+(?:of\s+)?(?P<y3>\d{{4}}))
  | the\s+(?:year\s+)?(?P<decade>\d{{3}}0)s | (?:the\s+(?:year\s+)?)?(?P<year>[12]\d{{3}})\b
  | (?P<rel>last|this|the\s+past|the\s+last|past|previous)\s+(?P<unit>year|month|week)\b
  | (?P<day>yesterday|today)\b
  )"""
_LEAD = r"(?P<lead>as\s+of|in|on|during|since|from|after|before|until|till|by|up\s+to|prior\s+to|between|throughout|at)"
_FOUND = re.compile(rf"(?<!\w)(?:{_LEAD}\s+)?{_POINT}", re.VERBOSE | re.IGNORECASE)
_TOGETHER = re.compile(r"\s+(?:and|or)\s+(?:in\s+)?(?P<year>[12]\d{3})\b", re.IGNORECASE)
"""The year after, in the same breath: "in 2014 and 2015"."""
_TO = re.compile(r"\s*(?:to|and|until|till|-|–)\s*", re.IGNORECASE)


def find(text: str, today: str) -> tuple[Period, tuple[int, int]] | None:
    """The period that the text speaks of, and where it stands; None if it has none.

    Words that count from today ("last year") are read relative to `today`, an ISO day.

    >>> find("who met Iran in July 2015?", "2020-01-01")[0].first
    '2015-07-01'
    >>> find("since 2016", "2020-01-01")[0].last is None
    True
    >>> find("in 2020 and 2021", "2022-01-01")[0].meaning
    '2020-01-01 to 2021-12-31'
    """
    found = _FOUND.search(text)
    if found is None or _misread(found):
        return None
    first, last = _bounds(found, today)
    lead = " ".join((found["lead"] or "in").lower().split())
    begin, end = found.span()
    if lead in ("between", "from") and (more := _TO.match(text, end)) and (second := _FOUND.match(text, more.end())):
        last, end = _bounds(second, today)[1], second.end()
        return _period(text[begin:end], first, last), (begin, end)
    if (more := _TOGETHER.match(text, end)) and found["year"] and int(more["year"]) == int(found["year"]) + 1:
        return _period(text[begin : more.end()], first, f"{more['year']}-12-31"), (begin, more.end())
    if lead in ("since", "from", "as of"):
        return _period(text[begin:end], first, None), (begin, end)
    if lead == "after":
        return _period(text[begin:end], _shift(last, 1), None), (begin, end)
    if lead in ("before", "prior to"):
        return _period(text[begin:end], None, _shift(first, -1)), (begin, end)
    if lead in ("until", "till", "by", "up to"):
        return _period(text[begin:end], None, last), (begin, end)
    return _period(text[begin:end], first, last), (begin, end)


def _misread(found: re.Match[str]) -> bool:
    """Whether the figures are no date of the calendar: "31/2014", "2014-13-45"."""
    if found["d1"] and not 1 <= int(found["d1"]) <= 31:
        return True
    try:
        date.fromisoformat(found["iso"] or f"{found['isomonth'] or '2000-01'}-01")
    except ValueError:
        return True
    return False


def _bounds(found: re.Match[str], today: str) -> tuple[str, str]:
    now = date.fromisoformat(today)
    if found["iso"]:
        return found["iso"], found["iso"]
    if found["isomonth"]:
        year, month = map(int, found["isomonth"].split("-"))
        return _month(year, month)
    for d, m, y in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
        if found[d]:
            return _a_day(found[y], _MONTHS[found[m].lower()], int(found[d]), now)
    if found["m3"]:
        return _month(int(found["y3"]), _MONTHS[found["m3"].lower()])
    if found["decade"]:
        return f"{found['decade']}-01-01", f"{int(found['decade']) + 9}-12-31"
    if found["year"]:
        return f"{found['year']}-01-01", f"{found['year']}-12-31"
    if found["day"]:
        there = now if found["day"].lower() == "today" else now - timedelta(1)
        return there.isoformat(), there.isoformat()
    return _relative(" ".join(found["rel"].lower().split()), found["unit"].lower(), now)


def _a_day(year: str | None, month: int, day: int, now: date) -> tuple[str, str]:
    """A day; without a year the last such day before today."""
    number = int(year) if year else now.year
    day = min(day, calendar.monthrange(number, month)[1])
    there = date(number, month, day)
    if year is None and there > now:
        there = there.replace(year=number - 1)
    return there.isoformat(), there.isoformat()


def _month(year: int, month: int) -> tuple[str, str]:
    month = min(max(month, 1), 12)
    return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def _relative(which: str, unit: str, now: date) -> tuple[str, str]:
    if which.endswith("past") or which == "the last":
        days = {"year": 365, "month": 30, "week": 7}[unit]
        return (now - timedelta(days)).isoformat(), now.isoformat()
    back = 0 if which == "this" else 1
    if unit == "year":
        return f"{now.year - back}-01-01", f"{now.year - back}-12-31"
    if unit == "month":
        total = now.year * 12 + now.month - 1 - back
        return _month(total // 12, total % 12 + 1)
    monday = now - timedelta(now.weekday() + 7 * back)
    return monday.isoformat(), (monday + timedelta(6)).isoformat()


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _period(words: str, first: str | None, last: str | None) -> Period:
    if first and last:
        meaning = first if first == last else f"{first} to {last}"
    else:
        meaning = f"from {first} on" if first else f"up to {last}"
    return Period(words.strip(), first, last, meaning)
