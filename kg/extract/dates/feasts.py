"""The name of a feast of another calendar and a year in, its days in that year out: Ramadan, Passover, Tet, Diwali.

Islamic feasts are reckoned by the tabular calendar; since the moon is sighted, they may fall a day earlier or later,
and differ from country to country: the span says so. Jewish feasts follow the fixed rules of their calendar, the
Orthodox Easter the Julian one. Of the Chinese new year the days are a table (1900 to 2099, after the Hong Kong
Observatory). Diwali is reckoned from the new moon of its month.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from kg.extract.dates.moon import new_moons

__all__ = ["FEASTS", "feast", "is_about"]

Days = tuple[date, date]

_ISLAMIC_BEGIN = 227_014  # ordinal of 1 Muharram of the year 1 in the proleptic Gregorian calendar: 19 July 622
_JEWISH_BEGIN = -1_373_427  # ordinal of the day before the first molad's Monday
_NEW_YEARS = (
    "KdSIaOEXMBUJcQFYNCVLeSHaPDXMCUJbQFYODVKdSGZPEXMBUIbQGYNDWKcSHZPEXMATJbQGZNCVKcRHaPEXMeTIbQGZOCUKdRHaPDWLBTIcRFYNCUKd"
    "SHaPEWLBUIbQFXNCVKdSHZODWLBUJbQFYMCVLdSHZODWMATIbPFYNCVKdRGZPDWMBTIbQFYNDUJcRGZPEWLA"
)
_MEAN_ERROR = timedelta(days=1)
_INDIAN_SUNSET = timedelta(hours=12)  # UTC


def _islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar."""
    whole = 29 * (month - 1) + month // 2 + 354 * (year - 1) + (11 * year + 3) // 30
    return date.fromordinal(_ISLAMIC_BEGIN + whole + day - 1)


def _by_moon(month: int, day: int, last: int, *, about: bool = True) -> Callable[[int], list[Days]]:
    """Days `day` to `last` of an Islamic month, each time that it begins in a year of ours."""

    def days(year: int) -> list[Days]:
        near = (year - 622) * 33 // 32
        margin = _MEAN_ERROR if about else timedelta()
        spans = [(_islamic(y, month, day) - margin, _islamic(y, month, last) + margin) for y in range(near, near + 3)]
        return [span for span in spans if (span[0] + margin).year == year]

    return days


def _elapsed(year: int) -> int:
    """Days before the Jewish year's beginning, with the postponements of its new year."""
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    day = months * 29 + parts // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _jewish_new_year(year: int) -> date:
    before, now, after = (_elapsed(year + n) for n in (-1, 0, 1))
    late = 2 if after - now == 356 else 1 if now - before == 382 else 0
    return date.fromordinal(_JEWISH_BEGIN + now + late)


def _after_new_year(first: int, last: int) -> Callable[[int], list[Days]]:
    """Days counted from the Jewish new year of the autumn."""

    def days(year: int) -> list[Days]:
        begin = _jewish_new_year(year + 3761)
        return [(begin + timedelta(first), begin + timedelta(last))]

    return days


def _before_new_year(first: int, last: int) -> Callable[[int], list[Days]]:
    """Days of the spring, counted back from the new year of the next autumn: 15 Nisan is always 163 days before it."""

    def days(year: int) -> list[Days]:
        begin = _jewish_new_year(year + 3761)
        return [(begin - timedelta(first), begin - timedelta(last))]

    return days


def _hanukkah(year: int) -> list[Days]:
    """From 25 Kislev, eight days: 83 or 84 days after the new year, as the month before has 29 days or 30."""
    begin, after = _jewish_new_year(year + 3761), _jewish_new_year(year + 3762)
    full = (after - begin).days % 30 in (25, 15)  # 355 or 385 days
    first = begin + timedelta(84 if full else 83)
    return [(first, first + timedelta(7))]


def _julian_easter(year: int) -> date:
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _orthodox(offset: int) -> Callable[[int], list[Days]]:
    def days(year: int) -> list[Days]:
        day = _julian_easter(year) + timedelta(offset)
        return [(day, day)]

    return days


def _on(month: int, day: int, last: int | None = None) -> Callable[[int], list[Days]]:
    def days(year: int) -> list[Days]:
        return [(date(year, month, day), date(year, month, last or day))]

    return days


def _chinese_new_year(year: int) -> list[Days]:
    if not 1900 <= year < 1900 + len(_NEW_YEARS):
        return []
    code = _NEW_YEARS[year - 1900]
    day = date(year, 1, 1) + timedelta(20 + ord(code) - ord("A") if code < "a" else 46 + ord(code) - ord("a"))
    return [(day, day)]


def _both_eids(year: int) -> list[Days]:
    """The feasts that "Eid" alone may mean."""
    return sorted(_by_moon(10, 1, 1)(year) + _by_moon(12, 10, 10)(year))


def _diwali(year: int) -> list[Days]:
    """The evening without a moon in the lunar month before the sun stands in the Scales, give or take a day.

    The new moon between 17 October and 15 November (1900 to 2100); its evening in India is the last sunset before it.
    """
    if not 1900 <= year <= 2100:
        return []
    moon = next(m for m in new_moons(datetime(year, 10, 17, tzinfo=UTC)))
    day = (moon - _INDIAN_SUNSET).date()
    return [(day - _MEAN_ERROR, day + _MEAN_ERROR)]


_RULES: Mapping[str, Callable[[int], list[Days]]] = {
    "ramadan": _by_moon(9, 1, 30), "eid al-fitr": _by_moon(10, 1, 1), "eid ul-fitr": _by_moon(10, 1, 1),
    "eid al-adha": _by_moon(12, 10, 10), "eid ul-adha": _by_moon(12, 10, 10), "ashura": _by_moon(1, 10, 10),
    "arbaeen": _by_moon(2, 20, 20), "mawlid": _by_moon(3, 12, 12),
    "passover": _before_new_year(163, 156), "rosh hashanah": _after_new_year(0, 1), "yom kippur": _after_new_year(9, 9),
    "sukkot": _after_new_year(14, 20), "purim": _before_new_year(193, 193), "hanukkah": _hanukkah,
    "orthodox easter": _orthodox(0), "orthodox good friday": _orthodox(-2), "orthodox christmas": _on(1, 7),
    "nowruz": _on(3, 20, 21), "lunar new year": _chinese_new_year, "chinese new year": _chinese_new_year,
    "tet": _chinese_new_year, "eid": _both_eids, "diwali": _diwali,
}  # fmt: skip
_SPELLINGS = {
    "norouz": "nowruz", "noruz": "nowruz", "newroz": "nowruz", "chanukah": "hanukkah", "hanukah": "hanukkah",
    "deepavali": "diwali", "divali": "diwali", "rosh hashana": "rosh hashanah", "ramadhan": "ramadan",
}  # fmt: skip
FEASTS = frozenset(
    (
        *_RULES,
        *_SPELLINGS,
        *(f"eid{a}{x}{b}{y}" for a in " -" for x in ("al", "ul") for b in " -" for y in ("fitr", "adha")),
    )
)
"""The names that are known, in lower case."""

_ABOUT = frozenset("ramadan ashura arbaeen mawlid nowruz diwali".split())


@lru_cache(maxsize=4096)
def feast(name: str, year: int) -> tuple[Days, ...]:
    """First and last day of a feast in a year; some Islamic ones fall twice in a year, none where it is not known.

    >>> feast("orthodox easter", 2016)
    ((datetime.date(2016, 5, 1), datetime.date(2016, 5, 1)),)
    >>> feast("eid al-fitr", 2014)
    ((datetime.date(2014, 7, 27), datetime.date(2014, 7, 29)),)
    """
    rule = _RULES.get(_known(name))
    return tuple(rule(year)) if rule and 1583 <= year <= 9990 else ()


def is_about(name: str) -> bool:
    """Whether the days are known to about a day only."""
    return _known(name) in _ABOUT or name.startswith("eid")


def _known(name: str) -> str:
    if name.startswith("eid") and name != "eid":
        return f"eid {name[4:6]}-{name[7:]}"
    return _SPELLINGS.get(name, name)
