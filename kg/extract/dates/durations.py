"""Durations and sets: "six months", "a 20-year", "several weeks", "every two years" as TIMEX3 values."""

from __future__ import annotations

from kg.extract.dates.numbers import number
from kg.extract.dates.timex import Phrase
from kg.extract.dates.words import CLASSES, UNITS

__all__ = ["duration", "often"]


def _period(count: float | None, unit: str) -> str:
    """`P6M`, `PT5H`, `PXY`, `P2.5Y`, `P1D` of a count (None: not said) and a unit code.

    >>> _period(6, "M"), _period(5, "H"), _period(None, "Y"), _period(2.5, "Y"), _period(1, "FN")
    ('P6M', 'PT5H', 'PXY', 'P2.5Y', 'P2W')
    """
    if unit == "FN":
        count, unit = (None if count is None else count * 2), "W"
    figure = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    if unit in ("H", "TM", "S"):
        return f"PT{figure}{unit[-1]}"
    return f"P{figure}{unit}"


def duration(phrase: Phrase) -> str | None:
    """The TIMEX3 value of a duration phrase."""
    unit_word = phrase.get("unit") or phrase.get("units") or phrase.get("sunit") or "year"
    unit = UNITS[unit_word]
    quantity = phrase.get("qty")
    count = number(quantity)
    if quantity is None and not unit_word.endswith("s"):
        count = 1
    if count is not None and phrase.get("half"):
        count += 0.5
    if unit == "DE" and phrase.get("sunit"):
        count, unit = 10, "Y"
    return _period(count, unit)


def often(phrase: Phrase) -> str | None:
    """The TIMEX3 value of a set phrase."""
    word = phrase.get("often")
    if word:
        return str(CLASSES["often"][word])
    if phrase.get("wday"):
        return f"XXXX-WXX-{CLASSES['wday'][phrase.get('wday') or '']}"
    if phrase.get("daypart"):
        return f"XXXX-XX-XXT{CLASSES['daypart'][phrase.get('daypart') or '']}"
    if phrase.get("month"):
        return f"XXXX-{CLASSES['month'][phrase.get('month') or '']:02d}"
    unit = UNITS[phrase.get("unit") or phrase.get("sunit") or ""]
    if unit == "D" and not phrase.get("qty") and not phrase.get("per"):
        return "XXXX-XX-XX"
    return _period(number(phrase.get("qty")) if phrase.get("qty") else 1, unit)
