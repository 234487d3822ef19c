"""A time that an event gives ("since the nuclear deal", "before Trump met Kim") in, the same question with a day out.

The event is looked up in the graph as the question "when was …". Where several fit, the one with most reports is taken,
of equals the last; which it was, and which others there are, is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.queries.answer import Row

__all__ = ["Anchored", "anchored"]

_LEAD = r"(?P<lead>ever since|since|after|following|before|prior to|until|till|up to)"
_AT_END = re.compile(rf"^(?P<rest>.+?),? {_LEAD} (?P<event>(?!when\b|then\b|\d).+)$", re.IGNORECASE)
_AT_START = re.compile(rf"^{_LEAD} (?P<event>(?!when\b|then\b|\d)[^,]+), (?P<rest>.+)$", re.IGNORECASE)
_PLAIN = {"ever since": "since", "following": "after", "prior to": "before", "till": "until", "up to": "until"}
_DATE = re.compile(
    r"^(?:the )?(?:year |end of |beginning of |start of )?"
    r"(?:\d|jan|feb|mar(?:ch)?\b|apr|may\b|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"^(?:the |a |an |his |her |its |their )", re.IGNORECASE)
_MOST = 3


@dataclass(frozen=True, slots=True)
class Anchored:
    """The question with a day in place of the event, and what was read how."""

    question: str
    words: str
    meaning: str


def anchored(
    question: str,
    is_event: Callable[[str], bool],
    when: Callable[[str], Iterable[Row]],
    named: Callable[[str], Sequence[str]],
) -> Anchored | None:
    """The question with the event's day, or None where no event gives a time.

    `is_event` tells whether words name a kind of event, `when` gives the rows of a question that asks when, `named` the
    parties that words name: "the deal" in a question about Iran is first of all one with Iran.
    Raises QuestionError when the graph tells no day of the event.
    """
    found = _AT_START.match(question) or _AT_END.match(question)
    if found is None or _DATE.match(found["event"]) or not is_event(found["event"]):
        return None
    lead, event = found["lead"].lower(), found["event"]
    asked = f"when was {event}" if _CLAUSE.match(event) else f"when {event}"
    nearer = [] if named(event) else [f"{asked} with {party}" for party in named(found["rest"])[:2]]
    rows: list[Row] = []
    for words in (*nearer, asked):
        rows = rows or [row for row in when(words) if row.earliest]
    if not rows:
        raise QuestionError(
            f"the graph tells no day of {event!r}", hint=f"give one: '{_PLAIN.get(lead, lead)} 2015-07-14'"
        )
    reports: dict[str, set[str]] = {}
    for row in rows:
        reports.setdefault(row.event, set()).add(row.claim)
    events = {row.event: row for row in rows}
    best = max(events.values(), key=lambda row: (len(reports[row.event]), row.latest, row.event))
    others = sorted({row.when for row in events.values()} - {best.when})
    day = best.latest if lead in ("after", "following") else best.earliest
    meaning = f"{best.what}, {best.when}"
    if others:
        meaning += f"; not {', '.join(others[:_MOST])}{' …' if len(others) > _MOST else ''}"
    return Anchored(f"{found['rest']} {_PLAIN.get(lead, lead)} {day}", f"{lead} {event}", meaning)
