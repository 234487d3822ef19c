"""The shapes of the date stage: a phrase as found, the context it is read in, and the time expression made of both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extract.dates.arithmetic import Day

__all__ = ["Answer", "Context", "Phrase", "Timex"]


class Phrase(NamedTuple):
    """What the grammar found: the kind of expression and the words that matter, in lower case."""

    kind: str
    fields: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        for key, value in self.fields:
            if key == name:
                return value
        return None


class Context(NamedTuple):
    """What a phrase is read against.

    `published`: EDTF of the publication; `day`: its known parts. `last`: the date last spoken of in the text.
    `narrative`: whether the text tells of another time than its own (a history), so that "in March" belongs to the
    year last spoken of. `future`: the tense around the phrase; None where no word tells. `month_first`: 3/4 is 4
    March (None: not known). `year_ahead`: the year of the full date that the phrase is joined to ("March and April
    1918"). `last_day` is the last day spoken of, `behind` the last date that is not after the publication,
    `day_ahead` the day that a time of day is told of ("at 11 a.m. on 3 May"). `nearest`: a weekday may lie on
    either side ("was due on Friday").
    """

    published: str | None = None
    day: Day = Day()
    last: Day = Day()
    narrative: bool = False
    future: bool | None = None
    month_first: bool | None = None
    year_ahead: int | None = None
    last_day: Day = Day()
    day_ahead: Day = Day()
    behind: Day = Day()
    nearest: bool = False


class Answer(NamedTuple):
    """What a phrase means: TIMEX3 type and value, EDTF or None, how it was reached, and the date to go on from."""

    type: str
    value: str
    edtf: str | None
    reason: str
    anchor: str | None = None
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of a text.

    `type` is DATE, TIME, DURATION or SET and `value` its TIMEX3 value; `edtf` is None for durations and sets, and
    where no date can be known; `earliest` and `latest` are ISO days or None. `anchor` is what it was reckoned from
    ("publication 2014-11-06"), `reason` says how, in words. `granularity` is day, month, season, year, decade,
    century, interval, or "" without a date. `role` is the word that binds it ("since", "until", "by", "before",
    "after", "from", "to", "between", "during", "for", "in", "on", "at", "deadline") or None; `direction` is "future",
    "past" or None: the tense of the words around. A range ("3 to 7 May") is one Timex whose `edtf` is the interval
    and whose `parts` are its two ends.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    reason: str = ""
    granularity: str = ""
    role: str | None = None
    direction: str | None = None
    parts: tuple[Timex, ...] = ()
    phrase: Phrase | None = field(default=None, repr=False, compare=False)
    context: Context | None = field(default=None, repr=False, compare=False)
