"""A date as metadata writes it in, an EDTF day, month or year out; an ambiguous or impossible one gives None.

Month names are those of English and, in months.txt (a line a month), of 29 other languages: of Europe, Turkish,
Indonesian and Arabic, after the locales of dateparser; names that mean different months in two languages are left out.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path

__all__ = ["is_future", "normal"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|"
        "oct october|nov november|dec december".split("|"), 1,
    )
    for name in names.split()
}  # fmt: skip
_YEAR, _DAY = r"(?P<y>[12]\d{3})", r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_CLOCK = r"(?:[,\s]*\(?[a-z]{3,6}day\)?)?(?:[T,\s]+(?:at\s+)?\(?\d{1,2}[:.h]?\d{2}.*|[T\s]\d{6}.*|Z)?"
_SHAPES = tuple(
    re.compile(_WEEKDAY + shape + r"\s*" + _CLOCK + "$", re.IGNORECASE)
    for shape in (
        _YEAR + r"-(?P<m>\d\d?)-(?P<d>\d\d?)",
        _YEAR + r"[./](?P<m>\d\d?)[./](?P<d>\d\d?)",
        _YEAR + r"(?P<m>\d\d)(?P<d>\d\d)(?:\d{6})?",
        r"(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?" + _YEAR,  # with dots the day comes first everywhere
        _DAY + r"[\s.-]+(?:of\s+)?(?P<n>[a-z]{3,9})\.?,?[\s-]+" + _YEAR,
        r"(?P<n>[a-z]{3,9})\.?\s+" + _DAY + r",?\s+" + _YEAR,
        r"(?P<n>[a-z]{3,9})\.?,?\s+" + _YEAR,
        _YEAR + r"-(?P<m>\d\d)",
        _YEAR,
        r"(?P<a>\d\d?)[/-](?P<b>\d\d?)[/-]" + _YEAR,
        _YEAR + r"\s*[年년]\s*(?P<m>\d\d?)\s*[月월]\s*(?P<d>\d\d?)\s*[日일]",
    )
)

_ABROAD = tuple(
    re.compile(r"(?:[^\W\d_]+\.?,?\s+){0,2}" + shape + r"\s*г?\.?" + _CLOCK + "$", re.IGNORECASE)
    for shape in (
        r"(?P<d>\d{1,2})(?:\.|º|er)?[\s-]+(?:de\s+|di\s+|d[’'])?(?P<n>[^\W\d_]{3,13})\.?,?[\s-]+(?:de[l]?\s+)?" + _YEAR,
        r"(?P<n>[^\W\d_]{3,13})\.?,?\s+(?:de\s+)?" + _YEAR,
    )
)
"""Shapes of other languages: "jeudi 6 novembre 2014", "6 de noviembre de 2014"; tried where no English one fits."""


_UNSEEN = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Marks of the direction of writing."""


@lru_cache(maxsize=4096)
def normal(words: str) -> str | None:
    """The EDTF form of a date or time stamp; the day as written, whatever its time zone.

    >>> [normal(w) for w in ("2014-11-06T23:10:00Z", "Thu, 06 Nov 2014 10:00:00 GMT", "November 6, 2014", "2014-11")]
    ['2014-11-06', '2014-11-06', '2014-11-06', '2014-11']
    >>> [normal(w) for w in ("jeudi 6 novembre 2014", "6 de noviembre de 2014", "6. Oktober 2014", "listopad 2014")]
    ['2014-11-06', '2014-11-06', '2014-10-06', None]
    >>> [normal(w) for w in ("25/12/2014", "03/04/2014", "2014-02-30", "last week")]
    ['2014-12-25', None, None, None]
    """
    words = _UNSEEN.sub("", words).strip()
    if len(words) > 80:
        return None
    if not words.isascii():  # "٦ نوفمبر ٢٠١٤"
        words = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in words)
    for shape in _SHAPES:
        if found := shape.match(words):
            made = _edtf(found.groupdict())
            if made or not found.groupdict().get("n"):
                return made
    named = (shape.match(words) for shape in _ABROAD)
    return next((_edtf(found.groupdict()) for found in named if found), None)


@cache
def _months_abroad() -> dict[str, int]:
    lines = Path(__file__).with_name("months.txt").read_text("utf-8").splitlines()
    return {name: number for number, names in enumerate(lines, 1) for name in names.split()}


def is_future(day: str) -> bool:
    """Whether an EDTF day, month or year has not begun by this machine's clock (and any time zone): for a notice only.

    >>> is_future("1999"), is_future("9999-01-01")
    (False, True)
    """
    tomorrow = datetime.now(tz=UTC).date() + timedelta(days=1)
    return day > tomorrow.isoformat()[: len(day)]


def _edtf(part: dict[str, str | None]) -> str | None:
    year, month, day = int(part["y"] or 0), part.get("m"), part.get("d")
    if name := part.get("n"):
        number = _MONTHS.get(name.lower()) or _months_abroad().get(unicodedata.normalize("NFC", name.lower()))
        if number is None:
            return None
        month = str(number)
    if (first := part.get("a")) and (second := part.get("b")):
        if int(first) <= 12 and int(second) <= 12 and first != second:  # 03/04: March or April, nobody knows
            return None
        day, month = (first, second) if int(second) <= 12 else (second, first)
    try:
        made = date(year, int(month or 1), int(day or 1))
    except ValueError:
        return None
    return made.isoformat()[: 10 if day else 7 if month else 4]
