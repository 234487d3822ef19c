"""Hits and time expressions of a sentence in, the date of each hit out: its own clause's, not that of the saying."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import dates
from kg.extract.dates import Timex
from kg.extract.hits import Hit
from kg.extract.pieces import Clause
from kg.extract.stance_words import CANCEL, OCCUR, PLAN, POSTPONE
from kg.extract.tokens import Tokens
from kg.model import When

__all__ = ["Dating"]

_ASPECT = OCCUR | PLAN | CANCEL | POSTPONE | frozenset("be come follow collapse fail stall falter break".split())


@dataclass(frozen=True, slots=True)
class Dating:
    """The time expressions of one sentence with the clause each belongs to."""

    tokens: Tokens
    published: str | None
    timexes: list[tuple[int, Timex]]
    clauses: list[Clause]
    hits: list[Hit]

    def of(self, hit: Hit) -> When | None:
        """The date of the event itself, None where the text gives none."""
        for _, timex in self._candidates(hit):
            if timex.role == "deadline" or timex.type in ("DURATION", "SET"):
                continue
            if timex.edtf is None and timex.direction is None and self.published is None:
                continue
            future = hit.reading.modality != "actual" or self._is_future(hit) or timex.role in ("by", "until", "till")
            told = dates.when(dates.resolve(timex, self.published, future), timex.role)
            if told is not None:
                return told
        return None

    def deadline(self, hit: Hit) -> When | None:
        """A date that the words call a deadline, for events that have one."""
        for at, timex in self.timexes:
            if timex.role == "deadline" and hit is self._nearest(at):
                return dates.when(dates.resolve(timex, self.published, True), "deadline")
        return None

    def _nearest(self, at: int) -> Hit | None:
        """The talks or agreement that a deadline is for: the one whose words stand nearest, after it first."""
        fitting = [h for h in self.hits if h.type.root in ("CONSULT", "AGREE", "REQUEST")]
        return min(fitting, key=lambda h: abs(h.trigger[0] - at) + (4 if h.trigger[0] < at else 0), default=None)

    def _is_future(self, hit: Hit) -> bool:
        return hit.clause is not None and hit.clause.verb.modal == "future"

    def _candidates(self, hit: Hit) -> list[tuple[int, Timex]]:
        if hit.nominal:
            near = [(at, t) for at, t in self.timexes if self._follows(hit, at)]
            inside = [(at, t) for at, t in self.timexes if hit.trigger[0] - 3 <= at < hit.trigger[0]]
            if inside or near:
                return inside + near
            clause = hit.clause
            if clause is None:
                return self.timexes if not self.clauses else []
            if not set(clause.lemmas) & _ASPECT and not clause.verb.copula:
                return []
            return self._of_clause(clause)
        if hit.clause is None:
            return []
        return self._of_clause(hit.clause)

    def _follows(self, hit: Hit, at: int) -> bool:
        """Whether the time stands after the noun, with no other verb in between but its own participle."""
        if at < hit.trigger[1]:
            return False
        between = [c for c in self.clauses if hit.trigger[1] <= c.verb.first < at]
        return (
            not [c for c in between if not (c.kind == "participle" and set(c.lemmas) & _ASPECT)]
            and (not between or between[0].kind == "participle")
            and at - hit.trigger[1] < 14
        )

    def _of_clause(self, clause: Clause) -> list[tuple[int, Timex]]:
        own = [(at, t) for at, t in self.timexes if self._clause_at(at) is clause]
        if own:
            return own
        dated = {id(h.clause) for h in self.hits if not h.nominal}
        for child in clause.children:
            if child.kind in ("gerund", "infinitive", "participle") and id(child) not in dated:
                below = self._of_clause(child)
                if below and (child.kind == "gerund" or set(child.lemmas) - {"be"}):
                    return below
        return []

    def _clause_at(self, at: int) -> Clause | None:
        """The clause that a time at token `at` belongs to."""
        best, behind = (self.clauses[0] if self.clauses else None), 0
        for number, clause in enumerate(self.clauses):
            first = clause.verb.first
            if number and clause.subject is not None and behind <= clause.subject.first < first:
                first = clause.subject.first
                between = self.tokens.lower[behind:first]
                first = behind + between.index("that") if "that" in between else first
            if number and first <= at:
                best = clause
            behind = clause.verb.last
        return best
