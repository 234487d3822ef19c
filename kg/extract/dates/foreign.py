"""A date line in another language in, its day out: the one thing that dateparser's locales are asked for here.

dateparser reads a found phrase well and invents what the phrase does not say; so it is asked only where a year in four
digits and a day stand in the words, only in the language that is known, and what it makes of the year is checked.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

__all__ = ["written_day"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)(?:[1-9]|0[1-9]|[12]\d|3[01])(?!\d)")
_FEWEST = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed base: nothing relative is read from it
_SETTINGS = {
    "RELATIVE_BASE": _FEWEST,
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "NORMALIZE": True,
}
_LONGEST = 40


@lru_cache(maxsize=2048)
def written_day(words: str, language: str | None) -> str | None:
    """The ISO day that words of a known language other than English tell in full; None if they do not.

    >>> written_day("jeudi 6 novembre 2014", "fr"), written_day("6 novembre", "fr"), written_day("6 May 2014", None)
    ('2014-11-06', None, None)
    """
    code = (language or "").lower().partition("-")[0]
    year = _YEAR.search(words)
    if code in ("", "en", "und") or len(words) > _LONGEST or year is None or not _DAY.search(words):
        return None
    import dateparser

    try:
        made: datetime | None = dateparser.parse(words, languages=[code], settings=_SETTINGS)
    except ValueError:  # a language that dateparser does not know
        return None
    if made is None or f"{made.year:04d}" != year.group():
        return None
    return made.date().isoformat()
