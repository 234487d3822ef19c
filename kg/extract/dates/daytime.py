"""Times of day: clock times and parts of the day, alone or with their day."""

from __future__ import annotations

from kg.extract.dates.arithmetic import shift
from kg.extract.dates.timex import Answer, Context, Phrase
from kg.extract.dates.words import CLASSES
from kg.extract.dates.years import BACK, FORTH, base_of, publication_of, spoken_of

__all__ = ["at_time", "clock_value", "read_clock_alone", "read_part_of_day"]


def at_time(phrase: Phrase, made: Answer) -> Answer:
    """The answer with the clock time or the part of the day that the phrase adds."""
    if phrase.get("eve"):
        return _day_before(made)
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
    return f"T{hour:02d}:{minute:02d}" + ("Z" if zone and zone.strip(" ()").startswith(("utc", "gmt")) else "")


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
