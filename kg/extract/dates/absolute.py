"""Calendar dates: days, months, seasons, quarters, years, decades, centuries, holidays, with or without their year."""

from __future__ import annotations

from datetime import date

from kg.extract.dates.arithmetic import Day, holiday, shift
from kg.extract.dates.edtf import SEASONS
from kg.extract.dates.feasts import FEASTS, feast, is_about
from kg.extract.dates.numbers import ordinal
from kg.extract.dates.timex import Answer, Context, Phrase
from kg.extract.dates.words import CLASSES, MONTHS
from kg.extract.dates.years import (
    BACK,
    FORTH,
    WRITTEN,
    dated,
    publication_of,
    short_year,
    spoken_of,
    without_year,
    year_of,
)

__all__ = [
    "read_century",
    "read_day",
    "read_day_of",
    "read_decade",
    "read_fiscal",
    "read_half",
    "read_holiday",
    "read_month",
    "read_new_year",
    "read_numeric_day",
    "read_quarter",
    "read_season",
    "read_turn",
    "read_year_alone",
    "spanning",
]

_MID_YEAR = 6


def read_numeric_day(phrase: Phrase, context: Context) -> Answer | None:
    """A day in figures: 3/4/2014, in the order that the document uses."""
    first, second, third = (int(phrase.get(k) or 0) for k in "abc")
    year = third if third > 99 else short_year(third, context)
    if context.month_first is None and not phrase.get("dotted") and first != second and max(first, second) <= 12:
        return dated(Day(year), f"month {first} or {second}: nothing tells whether the day comes first")
    month_first = context.month_first and not phrase.get("dotted")  # with dots the day comes first everywhere
    month, day = (first, second) if month_first else (second, first)
    how = "month first" if month_first else "day first"
    if month > 12:
        month, day, how = day, month, "the other number can be no month"
    return dated(Day(year, month, day), f"as written ({how})") if month <= 12 else None


def read_day(phrase: Phrase, context: Context) -> Answer | None:
    """A day of a month, with or without its year: "Nov. 24", "the 24th of November, 2014"."""
    mm = phrase.get("mm")
    month = int(mm) if mm else MONTHS[phrase.get("month") or ""]
    nth = phrase.get("nth")
    day = ordinal(nth) if nth else int(phrase.get("day") or 0)
    year, reason, anchor = year_of(phrase, context)
    if year is not None:
        return dated(Day(year, month, day), reason or WRITTEN, anchor)
    return without_year(Day(None, month, day), reason, context)


def read_month(phrase: Phrase, context: Context) -> Answer | None:
    """A month, with or without its year: "in November", "last September"."""
    month = MONTHS[phrase.get("month") or ""]
    year, reason, anchor = year_of(phrase, context)
    if year is not None:
        return dated(Day(year, month), reason or WRITTEN, anchor)
    relative = phrase.get("rel")
    if relative:
        return _relative_month(month, relative, context)
    return without_year(Day(None, month), reason, context)


def _relative_month(month: int, relative: str, context: Context) -> Answer | None:
    """“last September”, "next March", "the following May"."""
    word = relative.removeprefix("the ").split()[-1]
    spoken = relative.startswith(("the", "that", "same")) or context.narrative
    base = context.last if spoken and context.last.year else context.day
    if base.year is None:
        return dated(Day(None, month), f"{relative}: no date to reckon from")
    here = base.month or (1 if word in FORTH else 12)
    if word in BACK:
        year = base.year - (month >= here)
    elif word in FORTH:
        year = base.year + (month <= here)
    else:
        year = base.year
    anchor = spoken_of(context) if base is context.last else publication_of(context)
    return dated(Day(year, month), f"{relative} such month from {anchor}", anchor)


def read_season(phrase: Phrase, context: Context) -> Answer | None:
    """A season: "the spring of 1997", "last summer"."""
    season = str(CLASSES["season"][phrase.get("season") or ""])
    year, reason, anchor = year_of(phrase, context)
    relative = phrase.get("rel") or ""
    if year is None:
        narrative = context.narrative or relative.startswith(("the ", "that"))
        base = context.last if narrative and context.last.year else context.day
        if base.year is None or (context.narrative and context.last.year is None):
            return Answer("DATE", f"XXXX-{season}", f"XXXX-{SEASONS[season]}", "no year known")
        year = base.year
        anchor = spoken_of(context) if base is context.last else publication_of(context)
        word = relative.split()[-1] if relative else ""
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
        if word in FORTH or (context.future and not context.narrative and word not in BACK and word != "this"):
            year += bool(base.month and base.month >= first)
        elif word in BACK or (not context.narrative and word != "this"):
            year -= bool(base.month and base.month < first)
        reason = f"{relative or 'the'} such season from {anchor}".replace("the such", "such")
    day = Day(year)
    told = Day(year, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season])
    return Answer("DATE", f"{day.timex}-{season}", f"{day.edtf}-{SEASONS[season]}", reason or WRITTEN, anchor, told)


def spanning(value: str, begin: Day, end: Day, reason: str, anchor: str | None = None) -> Answer:
    """An answer that is an interval of months."""
    return Answer("DATE", value, f"{begin.edtf}/{end.edtf}", reason, anchor, Day(begin.year))


def read_half(phrase: Phrase, context: Context) -> Answer | None:
    """Half a year: "the second half of 2013"."""
    nth = ordinal(phrase.get("nth") or "")
    year, reason, anchor = year_of(phrase, context)
    if year is None or nth not in (1, 2, -1):
        return None
    n = 1 if nth == 1 else 2
    return spanning(f"{Day(year).timex}-H{n}", Day(year, 6 * n - 5), Day(year, 6 * n), reason or WRITTEN, anchor)


def read_quarter(phrase: Phrase, context: Context) -> Answer | None:
    """A quarter; without its year the nearest one to the publication."""
    n = ordinal(phrase.get("nth") or "")
    n = 4 if n == -1 else n
    if not 1 <= n <= 4:
        return None
    year, reason, anchor = year_of(phrase, context)
    if year is None:
        here = context.last if context.narrative else context.day
        if here.year is None or (here.month is None and not context.narrative):
            return Answer("DATE", f"XXXX-Q{n}", None, "no year known")
        middle = 3 * n - 1
        away = middle - (here.month or middle)
        year = here.year + (-1 if away > 6 else 1 if away < -6 else 0)
        anchor = spoken_of(context) if context.narrative else publication_of(context)
        reason = f"quarter nearest to {anchor}"
    return spanning(f"{Day(year).timex}-Q{n}", Day(year, 3 * n - 2), Day(year, 3 * n), reason or WRITTEN, anchor)


def read_turn(_phrase: Phrase, context: Context) -> Answer | None:
    """“The turn of the year”: the December and January nearest in the direction of the tense."""
    here = context.last if context.narrative else context.day
    if here.year is None:
        return Answer("DATE", "XXXX", None, "the turn of no known year")
    late = (here.month or 1) > _MID_YEAR
    ahead = late if context.future is None or context.narrative else context.future
    year = here.year if ahead else here.year - 1
    anchor = spoken_of(context) if context.narrative else publication_of(context)
    return spanning(
        f"{year}-12/{year + 1}-01", Day(year, 12), Day(year + 1, 1), f"turn of the year, from {anchor}", anchor
    )


def read_new_year(_phrase: Phrase, context: Context) -> Answer | None:
    """“In the new year”: the year that has just begun or is about to."""
    here = context.last if context.narrative else context.day
    if here.year is None:
        return Answer("DATE", "XXXX", None, "no year known")
    year = here.year + ((here.month or 1) > _MID_YEAR)
    anchor = spoken_of(context) if context.narrative else publication_of(context)
    return dated(Day(year), f"the new year, from {anchor}", anchor)


def read_fiscal(phrase: Phrase, context: Context) -> Answer | None:
    """A fiscal year: which months it has depends on whose it is."""
    short = phrase.get("yy")
    year = short_year(int(short), context) if short else int(phrase.get("year") or 0)
    return Answer("DATE", f"FY{year}", f"{year - 1}/{year}", "fiscal year: which months is not known", None, Day(year))


def read_century(phrase: Phrase, _context: Context) -> Answer | None:
    """A century: "the 19th century"."""
    n = ordinal(phrase.get("nth") or "")
    if not 1 <= n <= 21:
        return None
    if (phrase.get("era") or "").startswith("b"):
        return Answer("DATE", f"BC{n - 1:02d}", None, "a century before our era")
    return Answer("DATE", f"{n - 1:02d}", f"{n - 1:02d}XX", WRITTEN)


def read_decade(phrase: Phrase, _context: Context) -> Answer | None:
    """A decade: "the 1990s", "the 80s"."""
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
    if text.endswith("00") and text != "2000" and not phrase.get("part"):
        return Answer("DATE", text[:-2].zfill(2), f"{text[:-2].zfill(2)}XX", WRITTEN)
    return Answer("DATE", f"{int(text):04d}"[:-1], f"{int(text):04d}"[:-1] + "X", WRITTEN)


def read_year_alone(phrase: Phrase, context: Context) -> Answer | None:
    """A year: "1979", "480 BC", "'82"."""
    year, reason, anchor = year_of(phrase, context)
    return dated(Day(year), reason or WRITTEN, anchor) if year is not None else None


def read_day_of(phrase: Phrase, context: Context) -> Answer | None:
    """“the 14th”: of the month last spoken of, or the one nearest to the publication in the right direction."""
    n = int(phrase.get("day") or 0)
    relative = phrase.get("rel") or ""
    spoken = context.narrative or relative in ("that", "the same", "the")
    base = context.last if spoken and context.last.month else context.day
    if base.year is None or base.month is None:
        return Answer("DATE", f"XXXX-XX-{n:02d}", f"XXXX-XX-{n:02d}", "no month known")
    anchor = spoken_of(context) if base is context.last else publication_of(context)
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
            return dated(made, f"day of the month, from {anchor}", anchor)
        month, step = moved, step or -1
    return None


def read_holiday(phrase: Phrase, context: Context) -> Answer | None:
    """A holiday that has a date."""
    name = phrase.get("name") or ""
    year, reason, anchor = year_of(phrase, context)
    if name in FEASTS:
        return _read_feast(name, year, reason, anchor, context)
    if year is not None:
        day = holiday(name, year)
        return dated(day, reason or WRITTEN, anchor) if day else None
    partial = holiday(name, None)
    if partial is None:
        here = context.last if context.narrative else context.day
        day = holiday(name, here.year) if here.year else None
        if day is None:
            return None
        anchor = spoken_of(context) if context.narrative else publication_of(context)
        return dated(day, f"{name} of the year of {anchor}", anchor)
    if partial.year:
        return dated(partial, f"the day known as {name}")
    return without_year(partial, None, context)


def _read_feast(name: str, year: int | None, reason: str | None, anchor: str | None, context: Context) -> Answer | None:
    """A feast of another calendar: that of the year told, else the last, the next or the nearest one."""
    if year is not None:
        spans = list(feast(name, year))
        if name == "eid" and len(spans) > 1:
            return Answer("DATE", f"{year}", f"{year}", "which of two feasts of that year is not said", anchor)
    else:
        base = context.last if context.narrative else context.day
        if base.year is None:
            return Answer("DATE", "XXXX", None, f"{name}: no year known")
        anchor = spoken_of(context) if context.narrative else publication_of(context)
        spans = _nearest_feast(name, base, None if context.narrative else context.future)
        reason = f"{name} as seen from {anchor}"
    if not spans:
        return None
    begin, end = spans[0][0], spans[-1][1]
    told = f"{reason or WRITTEN}; reckoned, give or take a day" if is_about(name) else reason or WRITTEN
    first = Day.of(begin)
    if begin == end:
        return Answer("DATE", first.timex, first.edtf, told, anchor, first)
    return Answer("DATE", f"{begin}/{end}", f"{begin}/{end}", told, anchor, Day(begin.year, begin.month))


def _nearest_feast(name: str, base: Day, future: bool | None) -> list[tuple[date, date]]:
    """The feast nearest to a day in the direction that is told; all those of a year of which no more is known."""
    assert base.year is not None
    if base.month is None:
        return list(feast(name, base.year))
    here = date(base.year, base.month, base.day or 15)
    spans = [span for n in (-1, 0, 1) for span in feast(name, base.year + n)]
    if future is not None:
        spans = [s for s in spans if s[1] >= here] if future else [s for s in spans if s[0] <= here]
    return sorted(spans, key=lambda s: max(s[0] - here, here - s[1]))[:1]
