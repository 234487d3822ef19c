"""Hits and time expressions of a sentence in, the date of each hit out: its own clause's, not that of the saying.

The date stands in the noun phrase, in the clause, in a clause that shares its subject, or with a day told of in the
sentence before; what counts from another event ("three days after the attack") takes that event's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.extract import dates
from kg.extract.dates import Timex
from kg.extract.dates.words import UNITS
from kg.extract.hits import Hit
from kg.extract.pieces import Clause
from kg.extract.stance_words import CANCEL, OCCUR, PLAN, POSTPONE, SAY
from kg.extract.timing import UNFINITE, Timing
from kg.extract.told_dates import ToldDates
from kg.model import When

__all__ = ["Dating", "is_present"]

_ASPECT = OCCUR | PLAN | CANCEL | POSTPONE | frozenset("be come follow collapse fail stall falter break".split())
_END = frozenset("end conclude finish close collapse".split())
_BEGIN = frozenset("begin start open".split())
_ALONGSIDE = frozenset(("", "while", "by", "when", "in"))
"""Words before a gerund that tells of the same time: "crossed the border, attacking …"."""

_NOT_HELD = CANCEL | POSTPONE | frozenset(("call",))
_NOT_THEN = frozenset(("after", "before", "until"))
_BY_CALENDAR = frozenset("CONSULT AGREE COOPERATE CONCEDE RETREAT".split())
"""Roots of deeds that are set for a day; nobody "accuses Peru on Monday" by plan."""

_SAME_TIME = frozenset("refuse decline fail try attempt manage".split())
"""Verbs that are done when what they govern is: "refused to free the crew on Monday"."""

_SET = frozenset("schedule plan slate set expect suppose".split())
_GRANT = frozenset("have give get be allow".split())
_POINT = frozenset((None, "on", "in", "at", "during"))


_MOST_OF_A_YEAR = 300
_YEARLESS = re.compile(r"^(?!.*\d{4})(?!.*(?:last|ago|previous|earlier|past)).*[A-Z]")
"""A month by its name alone; "last May" is meant as it is said."""


class _Near(NamedTuple):
    """A time expression that may date a hit, and the word that binds it there."""

    timex: Timex
    role: str | None


@dataclass(slots=True)
class Dating:
    """The dates of one sentence's hits; `told` remembers those of the sentences before."""

    timing: Timing
    published: str | None
    hits: list[Hit]
    told: ToldDates

    def of(self, hit: Hit) -> When | None:
        """The date of the event itself, None where the text gives none."""
        near = list(self._near(hit))
        when = self._first(hit, near) or self._counted(hit) or self._first(hit, self._shared(hit))
        when = when or self._day_before(hit)
        self.told.note(hit, when, self._is_story(hit))
        return when

    def deadline(self, hit: Hit) -> When | None:
        """A date that the words call a deadline, for events that have one."""
        for at, timex in self.timing.timexes:
            if timex.role == "deadline" and hit is self._nearest(at):
                return dates.when(dates.resolve(timex, self.published, True), "deadline")
        return None

    def _nearest(self, at: int) -> Hit | None:
        """The talks or agreement that a deadline is for: the one whose words stand nearest, after it first."""
        fitting = [h for h in self.hits if h.type.root in ("CONSULT", "AGREE", "REQUEST")]
        return min(fitting, key=lambda h: abs(h.trigger[0] - at) + (4 if h.trigger[0] < at else 0), default=None)

    # --- what a time expression makes of a hit -----------------------------------------------------------------------

    def _first(self, hit: Hit, near: Iterator[_Near] | list[_Near]) -> When | None:
        """The date that the first expression tells which is one."""
        found = list(near)
        for timex, role in found:
            if timex.role == "deadline" or timex.type in ("DURATION", "SET"):
                continue
            if role == "since" and self.timing.is_record(timex):
                continue
            told = dates.when(dates.resolve(timex, self.published, self._future(hit, timex, role)), role)
            if told is not None and timex.anchor and self._is_too_early(hit, timex, told):
                continue
            if told is not None and not (timex.anchor and self._is_too_late(hit, told)):
                return self._lasting(hit, told, [n.timex for n in found])
        return None

    def _future(self, hit: Hit, timex: Timex, role: str | None) -> bool | None:
        """Whether the date lies ahead; None, hence the nearest one, for what was due or "takes office on May 1"."""
        clause = hit.clause
        if clause is not None and is_present(clause) and role != "since" and not self.timing.is_perfect(clause):
            if _numbered(timex):
                return None
            if self._is_timetabled(hit, clause):
                return True
        ahead = hit.reading.modality != "actual" or (clause is not None and clause.verb.modal == "future")
        if ahead and clause is not None and clause.kind == "infinitive" and _was_due(clause.parent):
            return False if self.timing.is_perfect(clause) else None
        return ahead or (timex.direction != "past" and role in ("by", "until", "till"))

    def _is_timetabled(self, hit: Hit, clause: Clause) -> bool:
        """“Visits Peru on Monday.”, "is visiting from Monday": told of what a calendar holds, and not in a headline."""
        return hit.type.root in _BY_CALENDAR and (self.timing.is_progressive(clause) or self.timing.is_full)

    def _is_too_early(self, hit: Hit, timex: Timex, when: When) -> bool:
        """Whether a day without a year lies most of a year back: "invited Peru to talks on May 3", told in April."""
        if hit.reading.modality != "actual" or timex.granularity not in ("day", "month") or not timex.edtf:
            return False
        first, told = dates.bounds(self.published)[0], when.latest
        if not first or not told or not _YEARLESS.search(timex.text):
            return False
        return (date.fromisoformat(first) - date.fromisoformat(told)).days > _MOST_OF_A_YEAR

    def _is_too_late(self, hit: Hit, when: When) -> bool:
        """Whether a past deed would be reckoned to a day after its report: "agreed to meet next week"."""
        done = hit.reading.modality == "actual" and hit.clause is not None and hit.clause.verb.past
        last = dates.bounds(self.published)[1]
        begin = when.latest if when.edtf.startswith("../") else when.earliest
        return bool(done and last and begin and begin > last)

    def _lasting(self, hit: Hit, when: When, near: list[Timex]) -> When:
        """“Three days of talks ended on Monday”: from three days before; other dates as they are."""
        clause = hit.clause or self.timing.clause_at(hit.trigger[0])
        lemmas = set(clause.lemmas) if clause else set()
        length = next((t for t in near if t.type == "DURATION" and self.timing.measures(t, hit.trigger[0])), None)
        if length is None or not lemmas & (_END | _BEGIN):
            return when
        return dates.stretched(when, length, back=bool(lemmas & _END)) or when

    def _counted(self, hit: Hit) -> When | None:
        """“Three days after the attack”: from the day of that event, if the text has told it."""
        for at, timex in self.timing.timexes:
            if timex.type == "DURATION" and self.timing.is_near(at, hit):
                count = self.timing.counted_from(timex)
                base = self.told.of_nouns(count.words) if count else None
                when = dates.counted(base, timex, back=count.before) if count and base else None
                if when is not None:
                    return when
        return None

    # --- where to look -----------------------------------------------------------------------------------------------

    def _near(self, hit: Hit) -> Iterator[_Near]:
        """The expressions of the noun phrase, then of the clause."""
        inside = self.timing.inside(hit.trigger[0]) if hit.nominal or _is_gerund(hit) else []
        yield from (_Near(t, None) for t in inside)
        clause = hit.clause
        if hit.nominal:
            behind = [t for at, t in self.timing.timexes if self._follows(hit, at)]
            yield from (_Near(t, t.role) for t in behind)
            if any(t.edtf for t in behind):
                return
            clause = clause or self.timing.clause_at(hit.trigger[0])
            if clause is not None and not set(clause.lemmas) & _ASPECT and not clause.verb.copula:
                return
        if clause is not None:
            own = [near for near in self._of_clause(clause) if not self.timing.is_of_object(near.timex, hit)]
            yield from own or self._granted(clause)
        elif not self.timing.clauses:
            yield from (_Near(t, t.role) for _, t in self.timing.timexes)

    def _follows(self, hit: Hit, at: int) -> bool:
        """Whether the time stands after the noun, with no other verb in between but its own participle."""
        if at < hit.trigger[1]:
            return False
        between = [c for c in self.timing.clauses if hit.trigger[1] <= c.verb.first < at]
        return (
            not [c for c in between if not (c.kind == "participle" and set(c.lemmas) & _ASPECT)]
            and (not between or between[0].kind == "participle")
            and at - hit.trigger[1] < 14
        )

    def _of_clause(self, clause: Clause) -> list[_Near]:
        """Those of the clause itself, else of one below it that is no event: "began the year by …"."""
        timing = self.timing
        own = [t for t in timing.of_clause(clause) if not (timing.is_of_noun(t) or timing.is_of_thing(t))]
        if not _NOT_HELD.isdisjoint(clause.lemmas):  # "cancelled Friday's talks": not cancelled on Friday
            own = [t for t in own if not self.timing.is_possessor(t)]
        if own:
            return [_Near(t, t.role) for t in own]
        dated = {id(h.clause) for h in self.hits if not h.nominal}
        for child in clause.children:
            taken = id(child) in dated and _SAME_TIME.isdisjoint(clause.lemmas)
            if child.kind not in UNFINITE or taken or child.mark in _NOT_THEN:
                continue
            below = self._of_clause(child)
            if child.kind == "gerund" and child.mark not in _ALONGSIDE | {"since"}:
                below = [near for near in below if _is_of_news(near.timex)]
            if child.kind == "infinitive" and not set(clause.lemmas) & _ASPECT:
                below = [near for near in below if self._may_be_past(near.timex)]
            if below and (child.kind == "gerund" or set(child.lemmas) - {"be"}):
                return [_Near(t, "since" if child.mark == "since" else role) for t, role in below]
        return []

    def _may_be_past(self, timex: Timex) -> bool:
        """Whether the date that stands with what is agreed to or asked for can be that of the deed."""
        last = dates.bounds(self.published)[1]
        near = dates.resolve(
            timex, self.published, False if timex.granularity == "day" and not _numbered(timex) else None
        )
        return not (last and near.earliest and near.earliest > last)

    def _granted(self, clause: Clause) -> list[_Near]:
        """“Has until Sunday to sign”: how long the verb above leaves."""
        above = clause.parent
        if clause.kind != "infinitive" or above is None or _GRANT.isdisjoint(above.lemmas):
            return []
        return [_Near(t, t.role) for t in self.timing.of_clause(above) if t.role in ("by", "until", "till")]

    def _shared(self, hit: Hit) -> Iterator[_Near]:
        """Of a clause that tells of the same time: the one that a gerund goes with, one with the same subject."""
        clause = hit.clause
        if clause is None or hit.nominal:
            return
        if clause.kind in ("gerund", "participle"):
            above = clause.parent
            joined = clause.mark or self.timing.is_set_off(clause) or (above and set(above.lemmas) & _ASPECT)
            if (
                above
                and joined
                and clause.mark in _ALONGSIDE
                and not set(above.lemmas) & SAY
                and not self.timing.is_perfect(clause)
            ):
                yield from (_Near(t, t.role) for t in self.timing.of_clause(above))
            return
        if clause.kind in UNFINITE or clause.subject is None or self.timing.is_later(clause):
            return
        for other in self.timing.clauses:
            if self._go_together(clause, other):
                yield from (_Near(t, t.role) for t in self.timing.of_clause(other) if t.role in _POINT)

    def _go_together(self, one: Clause, other: Clause) -> bool:
        """Whether two finite clauses tell of one time: the same subject and tense, or one "when" the other."""
        if (
            other is one
            or other.kind in UNFINITE
            or (other.verb.modal, other.verb.past) != (one.verb.modal, one.verb.past)
        ):
            return False
        if self.timing.is_perfect(one) or self.timing.is_perfect(other) or set(other.lemmas) & SAY:
            return False
        if (one.mark == "when" and one.parent is other) or (
            other.mark == "when" and one.kind == "main" and other.parent in (one, None)
        ):
            return True
        return other.subject is one.subject and (one.kind == "relative") == (other.kind == "relative")

    def _day_before(self, hit: Hit) -> When | None:
        """The day told of in the sentence before, for a sentence that goes on with it: "They also signed …"."""
        if not self._is_story(hit) or any(t.edtf for _, t in self.timing.timexes):
            return None
        subject = hit.clause.subject if hit.clause else None
        return self.told.day_before() if subject and self.timing.points_back(subject) else None

    def _is_story(self, hit: Hit) -> bool:
        """Whether the hit is told as the next thing that happened: a main clause in the plain past."""
        clause = hit.clause
        return (
            clause is not None
            and not hit.nominal
            and clause.kind == "main"
            and clause.verb.past
            and hit.reading.modality == "actual"
            and hit.reading.stance == "asserted"
            and not hit.reading.claimants
            and not self.timing.is_perfect(clause)
        )


def _is_of_news(timex: Timex) -> bool:
    """“Accused Peru of spying on Wednesday” dates the report's own deed, "of spying in May 2003" what it is about."""
    if timex.phrase is None:
        return False
    told, unit = (
        timex.phrase.kind,
        timex.phrase.get("sunit") or timex.phrase.get("unit") or timex.phrase.get("units") or "",
    )
    return told in ("weekday", "today") or (told in ("rel", "ago") and UNITS.get(unit) in ("D", "W", "WE"))


def _numbered(timex: Timex) -> bool:
    return any(sign.isdigit() for sign in timex.text)


def _is_gerund(hit: Hit) -> bool:
    """Whether the verb may as well be a noun: "Friday's meeting"."""
    return hit.clause is not None and hit.clause.kind == "gerund"


def is_present(clause: Clause) -> bool:
    """Whether its verb is a plain present: what is so now, what a headline tells, or what the calendar holds."""
    verb = clause.verb
    plain = verb.form == "finite" and not (verb.past or verb.modal or verb.passive)
    return plain and clause.kind in ("main", "complement")


def _was_due(clause: Clause | None) -> bool:
    """“Was due to host”, "was to visit", "was scheduled to": seen from a time in the past."""
    if clause is None or not clause.verb.past:
        return False
    return clause.verb.copula or (clause.verb.passive and not _SET.isdisjoint(clause.lemmas))
