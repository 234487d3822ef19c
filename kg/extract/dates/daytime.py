"""Times of day: clock times and parts of the day, alone or with their day."""

from __future__ import annotations

import re

from kg.extract.dates.arithmetic import shift
from kg.extract.dates.edtf import bounds
from kg.extract.dates.timex import Answer, Context, Phrase
from kg.extract.dates.words import CLASSES
from kg.extract.dates.years import BACK, FORTH, base_of, publication_of, spoken_of

__all__ = ["at_time", "clock_value", "read_clock_alone", "read_part_of_day"]


_ZONE = re.compile(r"(?P<name>[a-z]+)(?:(?P<sign>[-+])(?P<hours>\d{1,2})(?::(?P<minutes>\d\d))?)?")
_OFFSETS = {
    "gmt": 0, "utc": 0, "est": -5, "edt": -4, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cdt": -5, "cet": 1,
    "cest": 2, "eet": 2, "eest": 3, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "wib": 7, "aest": 10,
}  # fmt: skip
"""Hours from UTC of the zones whose letters mean one only (Moscow's, MSK, has changed)."""


def at_time(phrase: Phrase, made: Answer) -> Answer:
    """The answer with the clock time or the part of the day that the phrase adds."""
    if phrase.get("eve"):
        return _day_before(made)
    if phrase.get("half") and phrase.get("part"):
        return _half_of(phrase.get("half") or "", made)
    clock, part = phrase.get("clock"), phrase.get("daypart")
    if not (clock or part) or phrase.kind in ("clock", "daypart"):
        return made
    if made.type != "DATE" or "REF" in made.value:
        return made
    tail = clock_value(clock, phrase.get("zone")) if clock else f"T{CLASSES['daypart'].get(part or '', 'MO')}"
    return made._replace(type="TIME", value=made.value + tail)


def _day_before(made: Answer) -> Answer:
    """“On the eve of Wednesday's talks”; of what is no day the eve is no more than a part."""
    eve = shift(made.day, -1, "D") if made.day and made.day.day else None
    if eve is None or made.edtf != (made.day and made.day.edtf):
        return made
    return made._replace(value=eve.timex, edtf=eve.edtf, reason=f"the day before: {made.reason}", day=eve)


def _half_of(half: str, made: Answer) -> Answer:
    """“The second half of May”, "the first half of the 1990s"; the value stays that of the whole, as TIMEX3 has it."""
    low, high = bounds(made.edtf)
    if low is None or high is None or made.type != "DATE" or low == high:
        return made
    later = not half.startswith("first")
    if low[5:] == "01-01" and high[5:] == "12-31":  # years
        first, last = int(low[:4]), int(high[:4])
        if last == first:
            begin, end = f"{first}-{'07' if later else '01'}", f"{first}-{'12' if later else '06'}"
        else:
            middle = (first + last + 1) // 2
            begin, end = (f"{middle:04d}", high[:4]) if later else (low[:4], f"{middle - 1:04d}")
    elif low[:7] == high[:7]:
        begin, end = (f"{low[:7]}-16", high) if later else (low, f"{low[:7]}-15")
    else:
        return made
    which = "second" if later else "first"
    return made._replace(edtf=f"{begin}/{end}", reason=f"{which} half of {made.edtf}: {made.reason}")


def clock_value(text: str, zone: str | None) -> str:
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
    return f"T{hour:02d}:{minute:02d}{_offset(zone or '')}"


def _offset(zone: str) -> str:
    """`Z`, `-05:00` or nothing of a zone: "gmt", "est", "utc + 2"; IST, CST and BST mean several, ET two."""
    told = _ZONE.fullmatch(zone.replace(" ", ""))
    if told is None or told["name"] not in _OFFSETS:
        return ""
    hours, minutes = _OFFSETS[told["name"]], 0
    if told["hours"]:
        if hours:
            return ""
        hours, minutes = int(told["sign"] + told["hours"]), int(told["minutes"] or 0)
    if not (hours or minutes):
        return "Z"
    return f"{'-' if (told['sign'] or '') == '-' or hours < 0 else '+'}{abs(hours):02d}:{minutes:02d}"


def read_clock_alone(phrase: Phrase, context: Context) -> Answer | None:
    """A time of day without its day: that of the day spoken of."""
    last = base_of(True, "D", context)
    base = context.day_ahead if context.day_ahead.day else last
    head = base.timex if base.day else "XXXX-XX-XX"
    clock = phrase.get("clock")
    tail = clock_value(clock, phrase.get("zone")) if clock else "T24:00" if phrase.get("midnight") else "T12:00"
    return Answer("TIME", head + tail, base.edtf if base.day else None, "time of the day spoken of", None, None)


def read_part_of_day(phrase: Phrase, context: Context) -> Answer | None:
    """This morning, that night, the evening."""
    part = str(CLASSES["daypart"][phrase.get("daypart") or ""])
    relative = phrase.get("rel") or ""
    word = relative.split()[-1] if relative else ""
    spoken = word not in ("this", "last", "one") or context.narrative
    base = base_of(spoken, "D", context)
    n = -1 if word in BACK else 1 if word in FORTH else 0
    told = relative or (phrase.get("inside") and not context.narrative)
    moved = shift(base, n, "D") if base.day and told and word != "one" else None
    if moved is None:
        return Answer("TIME", f"XXXX-XX-XXT{part}", None, "no day to reckon from")
    anchor = spoken_of(context) if base is context.last else publication_of(context)
    return Answer("TIME", f"{moved.timex}T{part}", moved.edtf, f"{relative} {phrase.get('daypart')}, from {anchor}",
                  anchor, moved)  # fmt: skip
