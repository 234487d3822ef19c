"""What the readings of dates share: anchors in words, the year of a partial date, the base of a relative one."""

from __future__ import annotations

from kg.extract.dates.arithmetic import Day, shift
from kg.extract.dates.timex import Answer, Context, Phrase

__all__ = [
    "BACK",
    "FORTH",
    "UNIT_WORDS",
    "WRITTEN",
    "base_of",
    "dated",
    "publication_of",
    "reckoned",
    "short_year",
    "spoken_of",
    "without_year",
    "year_of",
]

_NEAR = 92
"""Where no word tells the direction, a day is taken to lie ahead only if it is this many days away, or fewer."""

_OTHER_YEAR = 300
"""Days before the publication from which on a day that is told in full makes the next ones belong to its time."""

WRITTEN = "as written"
BACK = frozenset("last past previous preceding prior".split())
FORTH = frozenset("next following coming upcoming subsequent ensuing succeeding".split())
UNIT_WORDS = {"D": "day", "W": "week", "FN": "fortnight", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade",
              "CE": "century", "WE": "weekend"}  # fmt: skip


def publication_of(context: Context) -> str:
    """The publication as an anchor, in words."""
    return f"publication {context.published}"


def spoken_of(context: Context) -> str:
    """The date last spoken of as an anchor, in words."""
    return f"{context.last.edtf} in the text"


def dated(day: Day, reason: str, anchor: str | None = None) -> Answer | None:
    """A date as an answer; None if there is no such day."""
    if not day.exists:
        return None
    return Answer("DATE", day.timex, day.edtf, reason, anchor, day)


def year_of(phrase: Phrase, context: Context) -> tuple[int | None, str | None, str | None]:
    """Year as written (or as "that year", "last year" say), with reason and anchor; all None where there is none."""
    text = phrase.get("year") or phrase.get("year3")
    if text:
        era = (phrase.get("era") or "").replace(".", "")
        return (-int(text) if era.startswith("b") else int(text)), WRITTEN, None
    short = phrase.get("yy")
    if short:
        return short_year(int(short), context), WRITTEN, None
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
    n = -1 if word in BACK else 1 if word in FORTH else 0
    moved = shift(Day(base.year), n, "Y")
    anchor = spoken_of(context) if base is context.last else publication_of(context)
    return (moved.year if moved else None), f"{relative}, from {anchor}", anchor


def short_year(n: int, context: Context) -> int:
    """The year that two digits stand for: the one not after the publication by more than ten years."""
    told = context.last.year
    if context.narrative and told and told > 0:
        near = told - told % 100 + n
        return near + 100 if near < told - 50 else near - 100 if near > told + 50 else near
    latest = (context.day.year or told or 2039) + 10
    century = latest - latest % 100
    return century + n if century + n <= latest else century - 100 + n


def without_year(partial: Day, reason: str | None, context: Context) -> Answer | None:
    """A month or a day in a month, with its year taken from the story or from the publication."""
    last, here = context.last, context.day
    assert partial.month is not None
    if context.narrative:
        if last.year is None:
            return dated(partial, "no year before it in the text")
        year = last.year
        if last.month is not None and last.month - partial.month >= 9:
            year = year + 1 if year != -1 else 1
        return dated(partial._replace(year=year), f"the year last spoken of, {spoken_of(context)}", spoken_of(context))
    if here.year is None or here.month is None:
        return dated(partial, reason or "no publication date, so no year")
    beside = _told_beside(partial, context)
    if beside is not None:
        return dated(
            partial._replace(year=beside), f"the year told before it, {spoken_of(context)}", spoken_of(context)
        )
    year, why = _nearest(partial, here, context.future)
    made = partial._replace(year=year)
    if not made.exists:  # 29 February
        ways = {True: (1,), False: (-1,), None: (-1, 1)}[context.future]
        year = next((y for n in range(1, 9) for w in ways if Day(y := year + n * w, 2, 29).exists), year)
        made = partial._replace(year=year)
    return dated(made, f"{why} publication {context.published}", publication_of(context))


def _told_beside(partial: Day, context: Context) -> int | None:
    """The year of a day told a little before it, where news tells of another time: "15 Nov. 2017, … 21 Nov."."""
    last, here = context.last.whole, context.day.whole
    if context.future or partial.day is None or last is None or here is None or (here - last).days < _OTHER_YEAR:
        return None
    for year in (last.year, last.year + 1):
        made = partial._replace(year=year).whole
        if made and 0 <= (made - last).days <= _NEAR:
            return year
    return None


def _nearest(partial: Day, here: Day, future: bool | None) -> tuple[int, str]:
    """The year of a month (and day) as seen from the publication, with the direction in words."""
    assert here.year is not None
    assert here.month is not None
    assert partial.month is not None
    now, then = (here.month, here.day or 0), (partial.month, partial.day or 0)
    if partial.day is None or here.day is None:
        now, then = (here.month, 0), (partial.month, 0)
    if future is None:
        away = (then[0] - now[0]) * 31 + then[1] - now[1]
        if partial.day is None:
            future = 0 < away <= 31
            return here.year - (then > now and not future), "nearest month to"
        year = here.year + (-1 if away > _NEAR else 1 if away < -366 + _NEAR else 0)
        return year, "nearest such day to"
    if future:
        return here.year + (then < now), "first one from"
    return here.year - (then > now), "last one before"


def base_of(spoken: bool, unit: str, context: Context) -> Day:
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
    if unit in ("M", "Q") and last.month is None and not context.narrative:
        return context.day
    return last if last.year or context.narrative else context.day


def reckoned(base: Day, count: float, unit: str, how: str, anchor: str) -> Answer | None:
    """The date `count` units after the base (before it if negative); `how` and `anchor` tell the reason."""
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
    words = f"{abs(n)} {UNIT_WORDS[unit]}{'s' if abs(n) != 1 else ''} {'before' if n < 0 else 'after'} {anchor}"
    if unit == "DE":
        return Answer("DATE", moved.timex[:-1], moved.edtf[:-1] + "X", words, anchor, moved)
    if unit == "CE":
        return Answer("DATE", moved.timex[:-2], moved.edtf[:-2] + "XX", words, anchor, moved)
    return dated(moved, words, anchor)
