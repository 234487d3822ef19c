"""Dates with known and unknown parts, and arithmetic on them: months, weeks, weekdays, quarters, holidays.

A `Day` is year, month, day, each of which may be None; years before our era are negative (480 BC is -480; there is no
year 0), so that they can be counted with and written in TIMEX3 ("BC0480") and in EDTF ("-0479").
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

__all__ = ["Day", "easter", "holiday", "shift", "week_value"]


class Day(NamedTuple):
    """A calendar date as far as it is known.

    >>> Day(2014, 11).edtf, Day(None, 11, 24).edtf, Day(-480).edtf, Day(-480, 9).timex
    ('2014-11', 'XXXX-11-24', '-0479', 'BC0480-09')
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        if self.year is None:
            head = "XXXX"
        elif self.year < 0:
            head = f"-{-self.year - 1:04d}" if self.year < -1 else "0000"
        else:
            head = f"{self.year:04d}"
        return head + self._tail()

    @property
    def timex(self) -> str:
        """The value as TIMEX3 writes it."""
        if self.year is None:
            head = "XXXX"
        else:
            head = f"BC{-self.year:04d}" if self.year < 0 else f"{self.year:04d}"
        return head + self._tail()

    def _tail(self) -> str:
        if self.month is None:
            return ""
        return f"-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")

    @property
    def whole(self) -> date | None:
        """The calendar day, if it is one day of our era."""
        if self.year is None or self.month is None or self.day is None or not 1 <= self.year <= 9999:
            return None
        return date(self.year, self.month, self.day) if self.exists else None

    @property
    def exists(self) -> bool:
        """Whether there is such a day: no 31 June, and 29 February in leap years only."""
        if self.month is None or self.day is None:
            return True
        if self.year is None or self.year < 1:
            return 1 <= self.day <= monthrange(2000, self.month)[1]
        return 1 <= self.day <= monthrange(self.year, self.month)[1]

    @classmethod
    def of(cls, day: date) -> Day:
        return cls(day.year, day.month, day.day)


def shift(day: Day, n: int, unit: str) -> Day | None:
    """The date n units later (earlier if n < 0), as precise as the unit; None where it cannot be known.

    >>> shift(Day(2012, 2, 29), 1, "D"), shift(Day(2014, 1, 31), -1, "M"), shift(Day(-1), 1, "Y")
    (Day(year=2012, month=3, day=1), Day(year=2013, month=12, day=None), Day(year=1, month=None, day=None))
    """
    if unit in ("D", "W", "FN"):
        start = day.whole
        days = n * {"D": 1, "W": 7, "FN": 14}[unit]
        if start is None or not 0 < start.toordinal() + days <= date.max.toordinal():
            return None
        return Day.of(start + timedelta(days=days))
    if unit in ("M", "Q"):
        if day.year is None or day.month is None:
            return None
        months = day.year * 12 + day.month - 1 + n * (3 if unit == "Q" else 1)
        made = Day(months // 12, months % 12 + 1)
        return made if 1 <= months // 12 <= 9999 or day.year < 0 else None
    if day.year is None:
        return None
    year = day.year + n * {"Y": 1, "DE": 10, "CE": 100}.get(unit, 0)
    if year <= 0 < day.year:
        year -= 1
    elif year >= 0 > day.year:
        year += 1
    return Day(year) if abs(year) <= 9999 else None


def week_value(day: date) -> str:
    """The ISO week of a day as TIMEX3 writes it.

    >>> week_value(date(2008, 12, 29))
    '2009-W01'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, reckoned from the golden number and the paschal full moon.

    >>> easter(2016), easter(2019), easter(1954)
    (datetime.date(2016, 3, 27), datetime.date(2019, 4, 21), datetime.date(1954, 4, 18))
    """
    golden = year % 19
    century = year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def _nth(year: int, month: int, weekday: int, n: int) -> date:
    """The nth (or, if negative, nth from the end) weekday (Monday = 0) of a month."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-n - 1))


_FIXED = {
    "new year's day": (1, 1), "new year": (1, 1), "new year's eve": (12, 31), "christmas": (12, 25),
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "valentine's day": (2, 14),
    "halloween": (10, 31), "all saints day": (11, 1), "all saints' day": (11, 1), "may day": (5, 1),
    "armistice day": (11, 11), "veterans day": (11, 11), "bastille day": (7, 14), "epiphany": (1, 6),
    "candlemas": (2, 2), "assumption day": (8, 15), "international women's day": (3, 8), "anzac day": (4, 25),
    "canada day": (7, 1), "all souls' day": (11, 2), "remembrance day": (11, 11), "human rights day": (12, 10),
    "patrick's day": (3, 17), "juneteenth": (6, 19),
}  # fmt: skip
_FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "ash wednesday": -46,
    "ascension day": 39, "whitsun": 49, "pentecost": 49, "whit monday": 50, "maundy thursday": -3, "holy saturday": -1,
    "shrove tuesday": -47, "corpus christi": 60, "whit sunday": 49, "trinity sunday": 56, "holy thursday": -3,
}  # fmt: skip
_FLOATING = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "memorial day": (5, 0, -1), "columbus day": (10, 0, 2),
    "presidents day": (2, 0, 3), "presidents' day": (2, 0, 3), "king day": (1, 0, 3),
}  # fmt: skip
_ONCE = {"d-day": date(1944, 6, 6)}


def holiday(name: str, year: int | None) -> Day | None:
    """The day of a holiday in a year (lower-case name); month and day alone if the year is not known.

    >>> holiday("christmas", None), holiday("thanksgiving", 2014), holiday("good friday", 1998)
    (Day(year=None, month=12, day=25), Day(year=2014, month=11, day=27), Day(year=1998, month=4, day=10))
    """
    if name.endswith(("king day", "king jr day", "king jr. day", "mlk day")):
        name = "king day"
    name = "patrick's day" if name.endswith("patrick's day") else name
    if name in _ONCE:
        return Day.of(_ONCE[name])
    if name in _FIXED:
        return Day(year, *_FIXED[name])
    if year is None or not 1583 <= year <= 9998:
        return None
    if name in _FROM_EASTER:
        return Day.of(easter(year) + timedelta(days=_FROM_EASTER[name]))
    if name in _FLOATING:
        return Day.of(_nth(year, *_FLOATING[name]))
    return None
