"""The phrases of a text in, how to read those that are partial out: is it a history, which years carry it, what order.

News reckons "in March" from its publication; a history from the year that it has last spoken of.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from kg.extract.dates.edtf import bounds
from kg.extract.dates.place import Place
from kg.extract.dates.words import MONTHS

__all__ = ["is_narrative", "month_first", "strays", "year_ahead"]

_FEWEST_YEARS = 6
_MOST_YEARS = 10
_FAR = 3
"""A year this far from its neighbours in the text is an aside ("the War of 1812", "declassified in 2005")."""

_LINKS = frozenset(("and", "to", "or", "until", "till", "through", "-", "–", "—", "/"))

_NOT_NAMING = frozenset("the a an its his her their in on at by and or was were".split())


def is_narrative(places: Sequence[Place], published: str | None) -> bool:
    """Whether the text tells of another time than its publication's.

    That is so where most of its many full dates lie in earlier years, hardly anything is reckoned from the day of
    writing ("yesterday", "on Friday", "last month"), and the publication date itself does not stand in it.
    """
    years = [p.year for p in places if p.year is not None]
    if len(years) < _FEWEST_YEARS:
        return False
    latest = bounds(published)[1]
    if latest is not None:
        if sum(y < int(latest[:4]) for y in years) * 10 < len(years) * 6:
            return False
        if any(_is_day(p, latest) for p in places):
            return False
    near = sum(map(_is_deictic, places))
    if latest is None:  # without a publication date only a text that is full of dates is taken for a history
        told = sum(p.year is not None and p.phrase.kind in ("day", "month") for p in places)
        return near == 0 and len(years) >= _MOST_YEARS and told >= _FEWEST_YEARS // 2
    partial = sum(p.year is None and p.phrase.kind in ("day", "month", "season") for p in places)
    return near * 12 <= len(years) + partial


def _is_deictic(place: Place) -> bool:
    kind = place.phrase.kind
    if kind == "ago":
        return place.phrase.get("how") == "ago"
    if kind == "rel":
        return place.phrase.get("rel") in ("last", "this", "next")
    return kind in ("weekday", "today")


def _is_day(place: Place, day: str) -> bool:
    phrase = place.phrase
    if phrase.kind != "day" or place.year is None:
        return False
    month = phrase.get("mm") or MONTHS.get(phrase.get("month") or "")
    return day == f"{place.year:04d}-{int(month or 0):02d}-{int(phrase.get('day') or 0):02d}"


def strays(places: Sequence[Place]) -> set[int]:
    """Indices of the phrases whose year is an aside: far from the median of the years told around it."""
    dated = [(i, p.year) for i, p in enumerate(places) if p.year is not None]
    out: set[int] = set()
    for k, (i, year) in enumerate(dated):
        around = [y for _, y in dated[max(0, k - 2) : k + 3]]
        if len(around) > 2 and abs(year - median_low(around)) > _FAR:
            out.add(i)
    return out


def year_ahead(places: Sequence[Place], i: int) -> int | None:
    """The year that a partial date takes from the full one joined to it: "March and April 1918"."""
    here = places[i]
    if here.year is not None or here.phrase.kind not in ("day", "month", "season", "dayof", "holiday"):
        return None
    for n in range(i + 1, min(i + 3, len(places))):
        there = places[n]
        if there.coded is not here.coded or there.first - here.last > 8:
            return None
        between = [p.lower() for p in here.coded.pieces[here.last : there.first] if not p.isspace()]
        if there.year is not None:
            joined = (
                bool(between) and between[0] in _LINKS and (len(between) == 1 or between[1:] in (["the"], ["early"]))
            )
            named = between in (["offensive", "of"], ["offensives", "of"]) or (
                between[-1:] == ["of"] and len(between) < 4
            )
            if joined or (named and here.phrase.kind == "season"):
                return _before(here, there)
            if between[-1:] == ["of"] and 1 < len(between) < 4 and _NOT_NAMING.isdisjoint(between):
                return there.year  # "the Christmas truce of 1914"
            return None
        if not between or between[0] not in _LINKS:
            return None
        here = there
    return None


def _before(here: Place, there: Place) -> int | None:
    """The year of the earlier end: the one before where its month comes later in the year ("November to May 1989")."""
    one, other = MONTHS.get(here.phrase.get("month") or ""), MONTHS.get(there.phrase.get("month") or "")
    year = there.year
    if year is not None and one and other and one > other:
        return year - 1
    return year


def month_first(places: Sequence[Place], published: str | None) -> bool | None:
    """Whether 3/4 is the fourth of March in this document; None where nothing tells.

    Other dates in figures tell, one that is the publication's own, else the word order of "3 April" or "April 3".
    """
    for place in places:
        if place.phrase.kind == "slash":
            first, second = int(place.phrase.get("a") or 0), int(place.phrase.get("b") or 0)
            if first > 12 or second > 12:
                return second > 12
            if published and published in (_iso(place, first, second), _iso(place, second, first)) and first != second:
                return published == _iso(place, first, second)
    orders = [
        next(n for n, _ in p.phrase.fields if n in ("day", "month"))
        for p in places
        if p.phrase.kind == "day" and p.phrase.get("month")
    ]
    if orders.count("day") == orders.count("month"):
        return None
    return orders.count("day") < orders.count("month")


def _iso(place: Place, month: int, day: int) -> str:
    return f"{place.phrase.get('c')}-{month:02d}-{day:02d}"
