"""Dates told relative to the publication or to the date last spoken of: weekdays, "last month", "two weeks ago"."""

from __future__ import annotations

from datetime import timedelta

from kg.extract.dates.absolute import read_day, spanning
from kg.extract.dates.arithmetic import Day, shift, week_value
from kg.extract.dates.numbers import number
from kg.extract.dates.timex import Answer, Context, Phrase
from kg.extract.dates.words import CLASSES, UNITS, WEEKDAYS
from kg.extract.dates.years import BACK, FORTH, UNIT_WORDS, base_of, dated, publication_of, reckoned, spoken_of

__all__ = [
    "read_ago",
    "read_in_a_row",
    "read_relative",
    "read_same_last",
    "read_shifted",
    "read_then",
    "read_today",
    "read_week_of",
    "read_weekday",
    "whole_week",
    "whole_weekend",
]

_HALF_A_WEEK = 3


def read_shifted(phrase: Phrase, context: Context) -> Answer | None:
    """The day before yesterday, the day after tomorrow."""
    n = -2 if phrase.get("base") == "yesterday" else 2
    return _from_publication(n, "D", phrase.get("base") or "", context)


def read_today(phrase: Phrase, context: Context) -> Answer | None:
    """Today, yesterday, tomorrow, tonight; in a history they are a speaker's, not the story's."""
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
    return dated(moved, f"{how} publication {context.published}", publication_of(context))


def read_ago(phrase: Phrase, context: Context) -> Answer | None:
    """“two weeks ago”, "a day earlier", "three months after"."""
    how, unit = phrase.get("how") or "", UNITS[phrase.get("unit") or phrase.get("units") or ""]
    count = number(phrase.get("qty"))
    if count is not None and phrase.get("half"):
        count += 0.5
    if unit in ("D", "W") and context.day_ahead.day:
        return dated(context.day_ahead, "the day told beside it")
    back = how in ("ago", "earlier", "before", "previously", "prior", "beforehand", "previous")
    spoken = how not in ("ago", "from now", "hence") or context.narrative
    if unit in ("H", "TM", "S"):
        return Answer("TIME", "PAST_REF" if back else "FUTURE_REF", None, "hours are not reckoned")
    if count is None:
        return Answer("DATE", "PAST_REF" if back else "FUTURE_REF", None, "how many is not said")
    base = base_of(spoken, unit, context)
    anchor = spoken_of(context) if base is not context.day else publication_of(context)
    return reckoned(base, -count if back else count, unit, how, anchor)


def read_same_last(_phrase: Phrase, context: Context) -> Answer | None:
    """The same month or period a year before."""
    base = context.last if context.last.year else context.day
    moved = shift(base, -1, "Y")
    if moved is None:
        return Answer("DATE", "XXXX", None, "no date to reckon from")
    return dated(Day(moved.year, base.month), "a year before the date last spoken of", spoken_of(context))


def read_relative(phrase: Phrase, context: Context) -> Answer | None:
    """“last month”, "this week", "the following day", "that year", "later this year"."""
    unit = UNITS[phrase.get("sunit") or phrase.get("unit") or ""]
    relative = phrase.get("rel") or "the"
    word = relative.split()[-1]
    n = -1 if word in BACK else 1 if word in FORTH else 0
    spoken = (
        context.narrative
        or word in ("that", "same", "following", "subsequent", "ensuing", "preceding")
        or ((relative == "the" and unit in ("D", "M", "Y")) or (relative.startswith("the ") and unit == "D"))
    )
    base = base_of(spoken, unit, context)
    anchor = spoken_of(context) if base is not context.day else publication_of(context)
    if unit == "WE":
        return whole_weekend(base, n, relative, anchor, past=context.future is False)
    if unit in ("H", "TM", "S"):
        return None
    if unit in ("W", "FN"):
        return whole_week(base, n, relative, anchor)
    if unit == "Q":
        return _near_quarter(base, n, relative, anchor)
    moved = reckoned(base, n, unit, relative, anchor)
    return moved._replace(reason=f"{relative} {UNIT_WORDS[unit]}, from {anchor}") if moved and moved.edtf else moved


def read_in_a_row(phrase: Phrase, context: Context) -> Answer | None:
    """“for a third consecutive day”, "for the fourth week in a row": the one that the text tells of."""
    return read_relative(Phrase("rel", (("rel", "this"), ("sunit", phrase.get("sunit") or ""))), context)


def read_week_of(phrase: Phrase, context: Context) -> Answer | None:
    """“the week of October 21”: the week, Monday to Sunday, that the day lies in."""
    told = read_day(phrase, context)
    if told is None or told.day is None:
        return None
    return whole_week(told.day, 0, "this", told.anchor or told.day.edtf)


def whole_week(base: Day, n: int, relative: str, anchor: str) -> Answer | None:
    """The week, Monday to Sunday, n weeks from the one that holds the base."""
    start = base.whole
    if start is None:
        return Answer("DATE", "XXXX-WXX", None, f"{relative} week: no day to reckon from")
    monday = start - timedelta(days=start.weekday()) + timedelta(days=7 * n)
    return Answer("DATE", week_value(monday), f"{monday}/{monday + timedelta(days=6)}",
                  f"{relative} week (Monday to Sunday), from {anchor}", anchor, Day.of(monday))  # fmt: skip


def whole_weekend(base: Day, n: int, relative: str, anchor: str, *, past: bool = False) -> Answer | None:
    """The weekend, Saturday and Sunday, n weeks from that of the base; one told as past lies before it."""
    start = base.whole
    if start is None:
        return Answer("DATE", "XXXX-WXX-WE", None, f"{relative} weekend: no day to reckon from")
    monday = start - timedelta(days=start.weekday()) + timedelta(days=7 * n)
    if n == 0 and start.weekday() < 4 and (relative == "the" or past):
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
    return spanning(f"{Day(moved.year).timex}-Q{q}", moved, Day(moved.year, moved.month + 2),
                 f"{relative} quarter, from {anchor}", anchor)  # fmt: skip


def read_weekday(phrase: Phrase, context: Context) -> Answer | None:
    """The last or next such weekday; on the publication's own weekday that day itself, as news means it."""
    target = WEEKDAYS[phrase.get("wday") or ""]
    start = (context.last if context.narrative else context.day).whole
    if start is None:
        return Answer("DATE", f"XXXX-WXX-{target}", None, "no publication day, so no date for a weekday")
    word = (phrase.get("rel") or "").split()[-1:]
    week = phrase.get("weekrel")
    ahead = (target - start.isoweekday()) % 7
    anchor = spoken_of(context) if context.narrative else publication_of(context)
    if week:
        monday = start - timedelta(days=start.weekday()) + timedelta(days=7 * {"last": -1, "next": 1}.get(week, 0))
        made = monday + timedelta(days=target - 1)
    elif word and word[0] in FORTH:
        made = start + timedelta(days=ahead or 7)
    elif word and word[0] in BACK:
        made = start - timedelta(days=(7 - ahead))
    elif context.future or context.narrative or (context.nearest and ahead <= _HALF_A_WEEK):
        made = start + timedelta(days=ahead)
    else:
        made = start - timedelta(days=(7 - ahead) % 7)
    side = "before" if made < start else "after" if made > start else "of"
    return dated(Day.of(made), f"weekday {side} {anchor}", anchor)


def read_then(_phrase: Phrase, context: Context) -> Answer | None:
    """That time, that moment: the date last spoken of."""
    if context.last.year is None:
        return Answer("DATE", "PAST_REF", None, "no date before it in the text")
    return dated(context.last, f"the date last spoken of, {spoken_of(context)}", spoken_of(context))
