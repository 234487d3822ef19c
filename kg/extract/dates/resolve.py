"""A phrase and its context in, its meaning out: calendar arithmetic for every kind of date expression.

Nothing here looks at a text or a clock. Where an anchor is missing the answer stays partial (`XXXX-11-24`) or has no
EDTF at all (a weekday without a publication date).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from kg.extract.dates import absolute, daytime, relative
from kg.extract.dates.arithmetic import Day
from kg.extract.dates.durations import duration, often
from kg.extract.dates.edtf import bounds
from kg.extract.dates.numbers import ordinal
from kg.extract.dates.timex import Answer, Context, Phrase
from kg.extract.dates.words import UNITS
from kg.extract.dates.years import dated

__all__ = ["answer"]


@lru_cache(maxsize=16384)
def answer(phrase: Phrase, context: Context) -> Answer | None:
    """What the phrase means; None where it is no date after all (31 February).

    >>> answer(Phrase("weekday", (("wday", "wednesday"),)), Context("2014-11-06", Day(2014, 11, 6))).edtf
    '2014-11-05'
    """
    made = _KINDS[phrase.kind](phrase, context)
    return daytime.at_time(phrase, made) if made else None


def _part_of(phrase: Phrase, context: Context) -> Answer | None:
    """“the last week of March”, "the first day of 1944"; in a history, and for more than one unit, how long."""
    sub = phrase.get("sub")
    if not sub:
        return _duration(phrase, context)
    unit = UNITS[sub]
    if context.narrative and unit == "W":
        return Answer("DURATION", "P1W", None, "how long, not when")
    if phrase.get("rel"):
        said = (("rel", phrase.get("rel") or ""), ("sunit", phrase.get("sunit") or ""))
        whole = relative.read_relative(Phrase("rel", said), context)
    elif phrase.get("month"):
        whole = absolute.read_month(phrase, context)
    else:
        whole = absolute.read_year_alone(phrase, context)
    if whole is None or whole.edtf is None:
        return Answer("DURATION", f"P1{unit}", None, "how long, not when")
    return _nth_part(ordinal(phrase.get("nth") or ""), unit, whole)


def _nth_part(n: int, unit: str, whole: Answer) -> Answer | None:
    """The nth (-1: last) day, week, weekend or month of a month or a year."""
    low, high = bounds(whole.edtf)
    if low is None or high is None:
        return Answer("DURATION", f"P1{unit}", None, "how long, not when")
    first, last = date.fromisoformat(low), date.fromisoformat(high)
    reason = f"part {n if n > 0 else 'last'} of {whole.edtf}: {whole.reason}"
    if unit == "M":
        month = 12 if n == -1 else n
        return (
            dated(Day(first.year, month), reason, whole.anchor) if (last - first).days > 300 and month <= 12 else None
        )
    if unit == "D":
        day = last if n == -1 else first + timedelta(days=n - 1)
        return dated(Day.of(day), reason, whole.anchor) if day <= last else None
    if n == -1:
        sunday = last - timedelta(days=last.isoweekday() % 7)
        monday = sunday - timedelta(days=6)
    else:
        monday = first - timedelta(days=first.weekday()) + timedelta(days=7 * (n - 1))
    made = relative.whole_weekend if unit == "WE" else relative.whole_week
    answered = made(Day.of(monday), 0, "this", whole.anchor or "")
    return answered._replace(reason=reason) if answered else None


def _reference(value: str, reason: str) -> Callable[[Phrase, Context], Answer | None]:
    return lambda _phrase, _context: Answer("DATE", value, None, reason)


def _duration(phrase: Phrase, _context: Context) -> Answer | None:
    value, loose = duration(phrase), phrase.get("loose")
    reason = f"how long {loose} something that no date names" if loose else "how long, not when"
    return Answer("DURATION", value, None, reason) if value else None


def _often(phrase: Phrase, _context: Context) -> Answer | None:
    value = often(phrase)
    return Answer("SET", value, None, "how often, not when") if value else None


_KINDS: dict[str, Callable[[Phrase, Context], Answer | None]] = {
    "day": absolute.read_day,
    "slash": absolute.read_numeric_day,
    "weekof": relative.read_week_of,
    "month": absolute.read_month,
    "season": absolute.read_season,
    "half": absolute.read_half,
    "quarter": absolute.read_quarter,
    "fiscal": absolute.read_fiscal,
    "century": absolute.read_century,
    "decade": absolute.read_decade,
    "year": absolute.read_year_alone,
    "dayof": absolute.read_day_of,
    "row": relative.read_in_a_row,
    "shift": relative.read_shifted,
    "today": relative.read_today,
    "ago": relative.read_ago,
    "samelast": relative.read_same_last,
    "rel": relative.read_relative,
    "weekday": relative.read_weekday,
    "holiday": absolute.read_holiday,
    "turn": absolute.read_turn,
    "newyear": absolute.read_new_year,
    "partof": _part_of,
    "duration": _duration,
    "every": _often,
    "often": _often,
    "present": _reference("PRESENT_REF", "the present, without a date"),
    "gone": _reference("PAST_REF", "the past, without a date"),
    "ahead": _reference("FUTURE_REF", "the future, without a date"),
    "then": relative.read_then,
    "clock": daytime.read_clock_alone,
    "daypart": daytime.read_part_of_day,
}
