"""A phrase and its context in, its meaning out: calendar arithmetic for every kind of date expression.

Nothing here looks at a text or a clock. Where an anchor is missing the answer stays partial (`XXXX-11-24`) or has no
EDTF at all (a weekday without a publication date).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from kg.extract.dates.calendar import Day, holiday, shift, week_value
from kg.extract.dates.durations import duration, often
from kg.extract.dates.edtf import SEASONS, bounds
from kg.extract.dates.numbers import number, ordinal
from kg.extract.dates.timex import Answer, Context, Phrase
from kg.extract.dates.words import CLASSES, MONTHS, UNITS, WEEKDAYS

__all__ = ["answer"]

WRITTEN = "as written"
_BACK = frozenset("last past previous preceding prior".split())
_FORTH = frozenset("next following coming upcoming subsequent ensuing succeeding".split())
_UNIT_WORDS = {"D": "day", "W": "week", "FN": "fortnight", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade",
               "CE": "century", "WE": "weekend"}  # fmt: skip


@lru_cache(maxsize=32768)
def answer(phrase: Phrase, context: Context) -> Answer | None:
    """What the phrase means; None where it is no date after all (31 February).

    >>> answer(Phrase("weekday", (("wday", "wednesday"),)), Context("2014-11-06", Day(2014, 11, 6))).edtf
    '2014-11-05'
    """
    made = _KINDS[phrase.kind](phrase, context)
    return _at_time(phrase, made) if made else None


def _at_time(phrase: Phrase, made: Answer) -> Answer:
    """The answer with the clock time or the part of the day that the phrase adds."""
    clock, part = phrase.get("clock"), phrase.get("daypart")
    if not (clock or part) or phrase.kind in ("clock", "daypart"):
        return made
    if made.type != "DATE" or "REF" in made.value:
        return made
    tail = _clock(clock, phrase.get("zone")) if clock else "T" + str(CLASSES["daypart"][part or ""])
    return made._replace(type="TIME", value=made.value + tail)


def _clock(text: str, zone: str | None) -> str:
    """`T08:30Z` from "8:30 a.m." and the like."""
    digits = "".join(c if c.isdigit() else " " for c in text).split()
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if len(digits) == 1 and len(digits[0]) == 4:
        hour, minute = int(digits[0][:2]), int(digits[0][2:])
    letters = "".join(c for c in text if c.isalpha())
    if letters.startswith("p") and hour < 12:
        hour += 12
    if letters.startswith("a") and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" + ("Z" if zone and zone.strip(" ()").startswith(("utc", "gmt")) else "")


def _published(context: Context) -> str:
    return f"publication {context.published}"


def _spoken(context: Context) -> str:
    return f"{context.last.edtf} in the text"


def _date(day: Day, reason: str, anchor: str | None = None) -> Answer | None:
    if not day.exists:
        return None
    return Answer("DATE", day.timex, day.edtf, reason, anchor, day)


def _year(phrase: Phrase, context: Context) -> tuple[int | None, str | None, str | None]:
    """Year as written (or as "that year", "last year" say), with reason and anchor; all None where there is none."""
    text = phrase.get("year") or phrase.get("year3")
    if text:
        era = (phrase.get("era") or "").replace(".", "")
        return (-int(text) if era.startswith("b") else int(text)), WRITTEN, None
    short = phrase.get("yy")
    if short:
        return _short_year(int(short), context), WRITTEN, None
    relative = phrase.get("yearrel")
    if not relative:
        if context.year_ahead is not None and not phrase.get("rel"):
            return context.year_ahead, "year of the date joined to it", None
        return None, None, None
    word = relative.removesuffix(" year").removeprefix("the ") or "the"
    spoken = word in ("that", "same", "that same", "the", "each") or relative.startswith("the ") or context.narrative
    base = context.last if spoken and context.last.year else context.day
    if base.year is None:
        return None, f"{relative}: no date to reckon from", None
    n = -1 if word in _BACK else 1 if word in _FORTH else 0
    moved = shift(Day(base.year), n, "Y")
    anchor = _spoken(context) if base is context.last else _published(context)
    return (moved.year if moved else None), f"{relative}, from {anchor}", anchor


def _short_year(n: int, context: Context) -> int:
    """The year that two digits stand for: the one not after the publication by more than ten years."""
    told = context.last.year
    if context.narrative and told and told > 0:
        near = told - told % 100 + n
        return near + 100 if near < told - 50 else near - 100 if near > told + 50 else near
    latest = (context.day.year or told or 2039) + 10
    century = latest - latest % 100
    return century + n if century + n <= latest else century - 100 + n


def _numeric_day(phrase: Phrase, context: Context) -> Answer | None:
    first, second, third = (int(phrase.get(k) or 0) for k in "abc")
    year = third if third > 99 else _short_year(third, context)
    month, day = (first, second) if context.month_first else (second, first)
    how = "month first" if context.month_first else "day first"
    if month > 12:
        month, day, how = day, month, "the other number can be no month"
    return _date(Day(year, month, day), f"as written ({how})") if month <= 12 else None


def _day(phrase: Phrase, context: Context) -> Answer | None:
    mm = phrase.get("mm")
    month = int(mm) if mm else MONTHS[phrase.get("month") or ""]
    nth = phrase.get("nth")
    day = ordinal(nth) if nth else int(phrase.get("day") or 0)
    year, reason, anchor = _year(phrase, context)
    if year is not None:
        return _date(Day(year, month, day), reason or WRITTEN, anchor)
    return _without_year(Day(None, month, day), reason, context)


def _week_of(phrase: Phrase, context: Context) -> Answer | None:
    """ "the week of October 21": the week, Monday to Sunday, that the day lies in."""
    told = _day(phrase, context)
    if told is None or told.day is None:
        return None
    return _week(told.day, 0, "this", told.anchor or told.day.edtf)


def _month(phrase: Phrase, context: Context) -> Answer | None:
    month = MONTHS[phrase.get("month") or ""]
    year, reason, anchor = _year(phrase, context)
    if year is not None:
        return _date(Day(year, month), reason or WRITTEN, anchor)
    relative = phrase.get("rel")
    if relative:
        return _relative_month(month, relative, context)
    return _without_year(Day(None, month), reason, context)


def _relative_month(month: int, relative: str, context: Context) -> Answer | None:
    """ "last September", "next March", "the following May"."""
    word = relative.removeprefix("the ").split()[-1]
    spoken = relative.startswith(("the", "that", "same")) or context.narrative
    base = context.last if spoken and context.last.year else context.day
    if base.year is None:
        return _date(Day(None, month), f"{relative}: no date to reckon from")
    here = base.month or (1 if word in _FORTH else 12)
    if word in _BACK:
        year = base.year - (month >= here)
    elif word in _FORTH:
        year = base.year + (month <= here)
    else:
        year = base.year
    anchor = _spoken(context) if base is context.last else _published(context)
    return _date(Day(year, month), f"{relative} such month from {anchor}", anchor)


def _without_year(partial: Day, reason: str | None, context: Context) -> Answer | None:
    """A month or a day in a month, with its year taken from the story or from the publication."""
    last, here = context.last, context.day
    assert partial.month is not None
    if context.narrative:
        if last.year is None:
            return _date(partial, "no year before it in the text")
        year = last.year
        if last.month is not None and last.month - partial.month >= 9:
            year = year + 1 if year != -1 else 1
        return _date(partial._replace(year=year), f"the year last spoken of, {_spoken(context)}", _spoken(context))
    if here.year is None or here.month is None:
        return _date(partial, reason or "no publication date, so no year")
    year, why = _nearest(partial, here, context.future)
    made = partial._replace(year=year)
    if not made.exists:  # 29 February
        year = next((y for y in (year - 1, year + 1, year - 2, year - 3) if Day(y, 2, 29).exists), year)
        made = partial._replace(year=year)
    return _date(made, f"{why} publication {context.published}", _published(context))


def _nearest(partial: Day, here: Day, future: bool | None) -> tuple[int, str]:
    """The year of a month (and day) as seen from the publication, with the direction in words."""
    assert here.year is not None and here.month is not None and partial.month is not None
    now, then = (here.month, here.day or 0), (partial.month, partial.day or 0)
    if partial.day is None or here.day is None:
        now, then = (here.month, 0), (partial.month, 0)
    if future is None:
        away = (then[0] - now[0]) * 31 + then[1] - now[1]
        if partial.day is None:
            future = 0 < away <= 31
            return here.year - (then > now and not future), "nearest month to"
        year = here.year + (-1 if away > 183 else 1 if away < -183 else 0)
        return year, "nearest such day to"
    if future:
        return here.year + (then < now), "first one from"
    return here.year - (then > now), "last one before"


def _season(phrase: Phrase, context: Context) -> Answer | None:
    season = str(CLASSES["season"][phrase.get("season") or ""])
    year, reason, anchor = _year(phrase, context)
    relative = phrase.get("rel") or ""
    if year is None:
        narrative = context.narrative or relative.startswith(("the ", "that"))
        base = context.last if narrative and context.last.year else context.day
        if base.year is None or (context.narrative and context.last.year is None):
            return Answer("DATE", f"XXXX-{season}", f"XXXX-{SEASONS[season]}", "no year known")
        year = base.year
        anchor = _spoken(context) if base is context.last else _published(context)
        word = relative.split()[-1] if relative else ""
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
        if word in _FORTH or (context.future and not context.narrative and word not in _BACK and word != "this"):
            year += bool(base.month and base.month >= first)
        elif word in _BACK or (not context.narrative and word != "this"):
            year -= bool(base.month and base.month < first)
        reason = f"{relative or 'the'} such season from {anchor}".replace("the such", "such")
    day = Day(year)
    told = Day(year, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season])
    return Answer("DATE", f"{day.timex}-{season}", f"{day.edtf}-{SEASONS[season]}", reason or WRITTEN, anchor, told)


def _span(value: str, begin: Day, end: Day, reason: str, anchor: str | None = None) -> Answer:
    return Answer("DATE", value, f"{begin.edtf}/{end.edtf}", reason, anchor, Day(begin.year))


def _half(phrase: Phrase, context: Context) -> Answer | None:
    nth = ordinal(phrase.get("nth") or "")
    year, reason, anchor = _year(phrase, context)
    if year is None or nth not in (1, 2, -1):
        return None
    n = 1 if nth == 1 else 2
    return _span(f"{Day(year).timex}-H{n}", Day(year, 6 * n - 5), Day(year, 6 * n), reason or WRITTEN, anchor)


def _quarter(phrase: Phrase, context: Context) -> Answer | None:
    n = ordinal(phrase.get("nth") or "")
    n = 4 if n == -1 else n
    if not 1 <= n <= 4:
        return None
    year, reason, anchor = _year(phrase, context)
    if year is None:
        here = context.last if context.narrative else context.day
        if here.year is None or (here.month is None and not context.narrative):
            return Answer("DATE", f"XXXX-Q{n}", None, "no year known")
        middle = 3 * n - 1
        away = middle - (here.month or middle)
        year = here.year + (-1 if away > 6 else 1 if away < -6 else 0)
        anchor = _spoken(context) if context.narrative else _published(context)
        reason = f"quarter nearest to {anchor}"
    return _span(f"{Day(year).timex}-Q{n}", Day(year, 3 * n - 2), Day(year, 3 * n), reason or WRITTEN, anchor)


def _fiscal(phrase: Phrase, context: Context) -> Answer | None:
    year = int(phrase.get("year") or 0)
    return Answer("DATE", f"FY{year}", f"{year - 1}/{year}", "fiscal year: which months is not known", None, Day(year))


def _century(phrase: Phrase, context: Context) -> Answer | None:
    n = ordinal(phrase.get("nth") or "")
    if not 1 <= n <= 21:
        return None
    if (phrase.get("era") or "").startswith("b"):
        return Answer("DATE", f"BC{n - 1:02d}", None, "a century before our era")
    return Answer("DATE", f"{n - 1:02d}", f"{n - 1:02d}XX", WRITTEN)


def _decade(phrase: Phrase, context: Context) -> Answer | None:
    short = phrase.get("yy")
    if short:
        if short[1] != "0" or short in ("00", "10"):
            return None
        return Answer("DATE", f"19{short[0]}", f"19{short[0]}X", "decade of the twentieth century")
    text = phrase.get("year") or phrase.get("year3") or ""
    if not text.endswith("0"):
        return None
    if (phrase.get("era") or "").startswith("b"):
        return Answer("DATE", f"BC{int(text):04d}"[:-1], None, "a decade before our era")
    if text.endswith("00"):
        return Answer("DATE", text[:-2].zfill(2), f"{text[:-2].zfill(2)}XX", WRITTEN)
    return Answer("DATE", f"{int(text):04d}"[:-1], f"{int(text):04d}"[:-1] + "X", WRITTEN)


def _year_alone(phrase: Phrase, context: Context) -> Answer | None:
    year, reason, anchor = _year(phrase, context)
    return _date(Day(year), reason or WRITTEN, anchor) if year is not None else None


def _day_of(phrase: Phrase, context: Context) -> Answer | None:
    """ "the 14th": of the month last spoken of, or the one nearest to the publication in the right direction."""
    n = int(phrase.get("day") or 0)
    relative = phrase.get("rel") or ""
    spoken = context.narrative or relative in ("that", "the same", "the")
    base = context.last if spoken and context.last.month else context.day
    if base.year is None or base.month is None:
        return Answer("DATE", f"XXXX-XX-{n:02d}", f"XXXX-XX-{n:02d}", "no month known")
    anchor = _spoken(context) if base is context.last else _published(context)
    step = {"last": -1, "next": 1}.get(relative, 0)
    if not relative and base is context.day and base.day:
        step = 1 if context.future and n < base.day else -1 if not context.future and n > base.day else 0
    month: Day | None = Day(base.year, base.month)
    for _ in range(4):
        moved = shift(month, step, "M") if month else None
        if moved is None:
            return None
        made = moved._replace(day=n)
        if made.exists:
            return _date(made, f"day of the month, from {anchor}", anchor)
        month, step = moved, step or -1
    return None


def _shifted(phrase: Phrase, context: Context) -> Answer | None:
    n = -2 if phrase.get("base") == "yesterday" else 2
    return _from_publication(n, "D", phrase.get("base") or "", context)


def _today(phrase: Phrase, context: Context) -> Answer | None:
    word = phrase.get("today") or ""
    if context.narrative:
        made = Answer("DATE", "XXXX-XX-XX", None, f"{word}: of a speaker, not of the story")
        return made._replace(type="TIME", value="XXXX-XX-XXTNI") if word == "tonight" else made
    answered = _from_publication(int(str(CLASSES["today"][word])), "D", word, context)
    if answered and word == "tonight":
        return answered._replace(type="TIME", value=answered.value + "TNI")
    return answered


def _from_publication(n: int, unit: str, word: str, context: Context) -> Answer | None:
    moved = shift(context.day, n, unit)
    if moved is None or context.day.day is None:
        return Answer("DATE", "XXXX-XX-XX", None, f"{word}: no publication day to reckon from")
    how = "day of" if n == 0 else f"{abs(n)} day{'s' if abs(n) > 1 else ''} {'before' if n < 0 else 'after'}"
    return _date(moved, f"{how} publication {context.published}", _published(context))


def _ago(phrase: Phrase, context: Context) -> Answer | None:
    """ "two weeks ago", "a day earlier", "three months after"."""
    how, unit = phrase.get("how") or "", UNITS[phrase.get("unit") or phrase.get("units") or ""]
    count = number(phrase.get("qty"))
    if count is not None and phrase.get("half"):
        count += 0.5
    back = how in ("ago", "earlier", "before", "previously", "prior", "beforehand", "previous")
    spoken = how not in ("ago", "from now", "hence") or context.narrative
    if unit in ("H", "TM", "S"):
        return Answer("TIME", "PAST_REF" if back else "FUTURE_REF", None, "hours are not reckoned")
    if count is None:
        return Answer("DATE", "PAST_REF" if back else "FUTURE_REF", None, "how many is not said")
    base = _base(spoken, unit, context)
    anchor = _spoken(context) if base is not context.day else _published(context)
    return _moved(base, -count if back else count, unit, how, anchor)


def _base(spoken: bool, unit: str, context: Context) -> Day:
    """What a relative expression is reckoned from: the date last spoken of, or the publication.

    A history never falls back to its publication; a day is reckoned from the last day told in the same year.
    """
    if not spoken and not context.narrative:
        return context.day
    last = context.last
    if unit in ("D", "W", "WE", "FN") and last.day is None:
        if context.last_day.day and (context.last_day.year == last.year or not context.narrative):
            return context.last_day
        return last if context.narrative else context.day
    return last if last.year or context.narrative else context.day


def _moved(base: Day, count: float, unit: str, how: str, anchor: str) -> Answer | None:
    n = int(count)
    if unit == "WE":
        unit = "W"
    if unit == "Y" and n != count:
        n, unit = int(count * 12), "M"
    moved = shift(base, n, unit)
    if moved is None:
        if unit == "D" and base.year:
            return Answer("DATE", f"{Day(base.year).timex}-XX-XX", None, f"{how}: no day to reckon from")
        blank = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "FN": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")
        return Answer("DATE", blank, None, f"{how}: no date to reckon from")
    words = f"{abs(n)} {_UNIT_WORDS[unit]}{'s' if abs(n) != 1 else ''} {'before' if n < 0 else 'after'} {anchor}"
    if unit == "DE":
        return Answer("DATE", moved.timex[:-1], moved.edtf[:-1] + "X", words, anchor, moved)
    if unit == "CE":
        return Answer("DATE", moved.timex[:-2], moved.edtf[:-2] + "XX", words, anchor, moved)
    return _date(moved, words, anchor)


def _same_last(phrase: Phrase, context: Context) -> Answer | None:
    base = context.last if context.last.year else context.day
    moved = shift(base, -1, "Y")
    if moved is None:
        return Answer("DATE", "XXXX", None, "no date to reckon from")
    return _date(Day(moved.year, base.month), "a year before the date last spoken of", _spoken(context))


def _relative(phrase: Phrase, context: Context) -> Answer | None:
    """ "last month", "this week", "the following day", "that year", "later this year"."""
    unit = UNITS[phrase.get("sunit") or phrase.get("unit") or ""]
    relative = phrase.get("rel") or "the"
    word = relative.split()[-1]
    n = -1 if word in _BACK else 1 if word in _FORTH else 0
    spoken = context.narrative or word in ("that", "same", "following", "subsequent", "ensuing", "preceding") or (
        relative == "the" and unit in ("D", "M", "Y") or relative.startswith("the ") and unit == "D"
    )
    base = _base(spoken, unit, context)
    anchor = _spoken(context) if base is not context.day else _published(context)
    if unit == "WE":
        return _weekend(base, n, relative, anchor)
    if unit in ("H", "TM", "S"):
        return None
    if unit in ("W", "FN"):
        return _week(base, n, relative, anchor)
    if unit == "Q":
        return _near_quarter(base, n, relative, anchor)
    moved = _moved(base, n, unit, relative, anchor)
    return moved._replace(reason=f"{relative} {_UNIT_WORDS[unit]}, from {anchor}") if moved and moved.edtf else moved


def _in_a_row(phrase: Phrase, context: Context) -> Answer | None:
    """ "for a third consecutive day", "for the fourth week in a row": the one that the text tells of."""
    return _relative(Phrase("rel", (("rel", "this"), ("sunit", phrase.get("sunit") or ""))), context)


def _week(base: Day, n: int, relative: str, anchor: str) -> Answer | None:
    start = base.whole
    if start is None:
        return Answer("DATE", "XXXX-WXX", None, f"{relative} week: no day to reckon from")
    monday = start - timedelta(days=start.weekday()) + timedelta(days=7 * n)
    return Answer("DATE", week_value(monday), f"{monday}/{monday + timedelta(days=6)}",
                  f"{relative} week (Monday to Sunday), from {anchor}", anchor, Day.of(monday))  # fmt: skip


def _weekend(base: Day, n: int, relative: str, anchor: str) -> Answer | None:
    start = base.whole
    if start is None:
        return Answer("DATE", "XXXX-WXX-WE", None, f"{relative} weekend: no day to reckon from")
    monday = start - timedelta(days=start.weekday()) + timedelta(days=7 * n)
    if n == 0 and relative == "the" and start.weekday() < 4:
        monday -= timedelta(days=7)
    saturday = monday + timedelta(days=5)
    return Answer("DATE", week_value(monday) + "-WE", f"{saturday}/{saturday + timedelta(days=1)}",
                  f"{relative} weekend, from {anchor}", anchor, Day.of(saturday))  # fmt: skip


def _near_quarter(base: Day, n: int, relative: str, anchor: str) -> Answer | None:
    if base.month is None:
        return Answer("DATE", "XXXX-QX", None, f"{relative} quarter: no month to reckon from")
    moved = shift(Day(base.year, (base.month - 1) // 3 * 3 + 1), n, "Q")
    if moved is None or moved.month is None:
        return None
    q = (moved.month - 1) // 3 + 1
    return _span(f"{Day(moved.year).timex}-Q{q}", moved, Day(moved.year, moved.month + 2),
                 f"{relative} quarter, from {anchor}", anchor)  # fmt: skip


def _weekday(phrase: Phrase, context: Context) -> Answer | None:
    """The last or next such weekday; on the publication's own weekday that day itself, as news means it."""
    target = WEEKDAYS[phrase.get("wday") or ""]
    start = (context.last if context.narrative else context.day).whole
    if start is None:
        return Answer("DATE", f"XXXX-WXX-{target}", None, "no publication day, so no date for a weekday")
    word = (phrase.get("rel") or "").split()[-1:]
    week = phrase.get("weekrel")
    ahead = (target - start.isoweekday()) % 7
    anchor = _spoken(context) if context.narrative else _published(context)
    if week:
        monday = start - timedelta(days=start.weekday()) + timedelta(days=7 * {"last": -1, "next": 1}.get(week, 0))
        made = monday + timedelta(days=target - 1)
    elif word and word[0] in _FORTH:
        made = start + timedelta(days=ahead or 7)
    elif word and word[0] in _BACK:
        made = start - timedelta(days=(7 - ahead))
    elif context.future or context.narrative:
        made = start + timedelta(days=ahead)
    else:
        made = start - timedelta(days=(7 - ahead) % 7)
    side = "before" if made < start else "after" if made > start else "of"
    return _date(Day.of(made), f"weekday {side} {anchor}", anchor)


def _holiday(phrase: Phrase, context: Context) -> Answer | None:
    name = phrase.get("name") or ""
    year, reason, anchor = _year(phrase, context)
    if year is not None:
        day = holiday(name, year)
        return _date(day, reason or WRITTEN, anchor) if day else None
    partial = holiday(name, None)
    if partial is None:
        here = context.last if context.narrative else context.day
        day = holiday(name, here.year) if here.year else None
        if day is None:
            return None
        anchor = _spoken(context) if context.narrative else _published(context)
        return _date(day, f"{name} of the year of {anchor}", anchor)
    if partial.year:
        return _date(partial, f"the day known as {name}")
    return _without_year(partial, None, context)


def _reference(value: str, reason: str) -> Callable[[Phrase, Context], Answer | None]:
    return lambda phrase, context: Answer("DATE", value, None, reason)


def _duration(phrase: Phrase, context: Context) -> Answer | None:
    value = duration(phrase)
    return Answer("DURATION", value, None, "how long, not when") if value else None


def _part_of(phrase: Phrase, context: Context) -> Answer | None:
    """ "the last week of March", "the first day of 1944"; in a history, and for more than one unit, how long."""
    sub = phrase.get("sub")
    if not sub:
        return _duration(phrase, context)
    unit = UNITS[sub]
    if context.narrative and unit == "W":
        return Answer("DURATION", "P1W", None, "how long, not when")
    if phrase.get("rel"):
        whole = _relative(Phrase("rel", (("rel", phrase.get("rel") or ""), ("sunit", phrase.get("sunit") or ""))), context)
    elif phrase.get("month"):
        whole = _month(phrase, context)
    else:
        whole = _year_alone(phrase, context)
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
        return _date(Day(first.year, month), reason, whole.anchor) if (last - first).days > 300 and month <= 12 else None
    if unit == "D":
        day = last if n == -1 else first + timedelta(days=n - 1)
        return _date(Day.of(day), reason, whole.anchor) if day <= last else None
    if n == -1:
        sunday = last - timedelta(days=last.isoweekday() % 7)
        monday = sunday - timedelta(days=6)
    else:
        monday = first - timedelta(days=first.weekday()) + timedelta(days=7 * (n - 1))
    made = _weekend if unit == "WE" else _week
    answered = made(Day.of(monday), 0, "this", whole.anchor or "")
    return answered._replace(reason=reason) if answered else None


def _often(phrase: Phrase, context: Context) -> Answer | None:
    value = often(phrase)
    return Answer("SET", value, None, "how often, not when") if value else None


def _then(phrase: Phrase, context: Context) -> Answer | None:
    if context.last.year is None:
        return Answer("DATE", "PAST_REF", None, "no date before it in the text")
    return _date(context.last, f"the date last spoken of, {_spoken(context)}", _spoken(context))


def _clock_alone(phrase: Phrase, context: Context) -> Answer | None:
    last = _base(True, "D", context)
    base = context.day_ahead if context.day_ahead.day else last
    head = base.timex if base.day else "XXXX-XX-XX"
    clock = phrase.get("clock")
    tail = _clock(clock, phrase.get("zone")) if clock else "T24:00" if phrase.get("midnight") else "T12:00"
    return Answer("TIME", head + tail, base.edtf if base.day else None, "time of the day spoken of", None, None)


def _part_of_day(phrase: Phrase, context: Context) -> Answer | None:
    part = str(CLASSES["daypart"][phrase.get("daypart") or ""])
    relative = phrase.get("rel") or ""
    word = relative.split()[-1] if relative else ""
    spoken = word not in ("this", "last", "one") or context.narrative
    base = _base(spoken, "D", context)
    n = -1 if word in _BACK else 1 if word in _FORTH else 0
    told = relative or (phrase.get("inside") and not context.narrative)
    moved = shift(base, n, "D") if base.day and told and word != "one" else None
    if moved is None:
        return Answer("TIME", f"XXXX-XX-XXT{part}", None, "no day to reckon from")
    anchor = _spoken(context) if base is context.last else _published(context)
    return Answer("TIME", f"{moved.timex}T{part}", moved.edtf, f"{relative} {phrase.get('daypart')}, from {anchor}",
                  anchor, moved)  # fmt: skip


_KINDS: dict[str, Callable[[Phrase, Context], Answer | None]] = {
    "day": _day,
    "slash": _numeric_day,
    "weekof": _week_of,
    "month": _month,
    "season": _season,
    "half": _half,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "century": _century,
    "decade": _decade,
    "year": _year_alone,
    "dayof": _day_of,
    "row": _in_a_row,
    "shift": _shifted,
    "today": _today,
    "ago": _ago,
    "samelast": _same_last,
    "rel": _relative,
    "weekday": _weekday,
    "holiday": _holiday,
    "partof": _part_of,
    "duration": _duration,
    "every": _often,
    "often": _often,
    "present": _reference("PRESENT_REF", "the present, without a date"),
    "gone": _reference("PAST_REF", "the past, without a date"),
    "ahead": _reference("FUTURE_REF", "the future, without a date"),
    "then": _then,
    "clock": _clock_alone,
    "daypart": _part_of_day,
}
