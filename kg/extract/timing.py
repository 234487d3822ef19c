"""The clauses and time expressions of a sentence in, which time belongs to which clause out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extract.dates import Timex
from kg.extract.dates.words import CLASSES, ORDINALS, UNITS
from kg.extract.hits import Hit
from kg.extract.pieces import Clause, Group
from kg.extract.stance_words import OCCUR
from kg.extract.tokens import Tokens
from kg.extract.words import (
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)

__all__ = ["UNFINITE", "Counted", "Timing"]

UNFINITE = ("gerund", "infinitive", "participle")

_FRONTED = PREPOSITIONS | frozenset(("the", "a", "late", "early", "earlier", "later", "just", "only", "also"))
_BOUNDARY = CONJUNCTIONS | SUBORDINATORS | RELATIVES | frozenset((";", ":", ",", "—", "–", "as", "after", "then"))
_NOT_IN_NOUN_PHRASE = (
    DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | RELATIVES | PRONOUNS | POSSESSIVES
    | frozenset((",", ";", ":", "—", "–", ".", '"', "“", "”", "(", ")"))
)  # fmt: skip
_OTHER_TIME = frozenset("later then subsequently eventually afterwards previously earlier finally".split())
_OF_BOTH = frozenset(("two", "three", "both", "sides", "ministers", "leaders", "talks", "delegations", "pair"))
_TIMES = CLASSES["daypart"].keys() | UNITS.keys() | frozenset("eve end start beginning middle close course".split())
_AT = frozenset("in at during on".split())
_HOLD = OCCUR | frozenset(
    "hold have begin start open end conclude finish sign reach strike stage carry launch make pay give take".split()
)
_ABOUT = frozenset("for over of about against from to despite with into".split())
"""Prepositions of what a deed is about; "in" and "at" tell where and when it was done: "killed in Friday's raid"."""

_FARTHEST_NOUN = 5


class Counted(NamedTuple):
    """“three days after the attack”: the words among which the event is named, and on which side it lies."""

    words: tuple[str, ...]
    before: bool


@dataclass(slots=True)
class Timing:
    """The time expressions of one sentence, each with one of its tokens, and the clauses they belong to."""

    tokens: Tokens
    timexes: list[tuple[int, Timex]]
    clauses: list[Clause]
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        at = {i for i, _ in self.timexes}
        behind = 0
        for number, clause in enumerate(self.clauses):
            first = clause.verb.first
            if number:
                first = self._fronted(behind, self._begin(clause, behind), at)
            self._starts.append(first)
            behind = clause.verb.last

    def _begin(self, clause: Clause, behind: int) -> int:
        """The first token of a clause that is not the first: its "that", its subject or its verb."""
        first = clause.verb.first
        if clause.kind in UNFINITE or clause.subject is None or not behind <= clause.subject.first < first:
            return first
        first = clause.subject.first
        between = self.tokens.lower[behind:first]
        return behind + between.index("that") if "that" in between else first

    def _fronted(self, behind: int, first: int, at: set[int]) -> int:
        """Where the clause begins with the time that stands before its subject: "; a year later it signed"."""
        i, seen = first - 1, False
        while i >= behind:
            word = self.tokens.lower[i]
            if i in at:
                seen = True
            elif word == "," and not seen:
                pass
            elif word in _BOUNDARY and (seen or word not in _FRONTED):
                return i + 1 if seen else first
            elif word not in _FRONTED:
                return first
            i -= 1
        return first

    def clause_at(self, at: int) -> Clause | None:
        """The clause that token `at` belongs to; what stands before all of them belongs to the first main one."""
        best = self.clauses[0] if self.clauses else None
        if best and best.kind != "main" and self._opens(at, best):
            return next((c for c in self.clauses if c.kind == "main"), best)
        for clause, first in zip(self.clauses, self._starts, strict=True):
            if first <= at:
                best = clause
        return best

    def _opens(self, at: int, clause: Clause) -> bool:
        """Whether a time opens the sentence, and a clause put in between follows: "In 2017, after …, he resigned"."""
        low, timed = self.tokens.lower, {i for i, _ in self.timexes}
        last = at
        while last + 1 in timed:
            last += 1
        return last + 2 < len(low) and low[last + 1] == "," and low[last + 2] == clause.mark

    def of_clause(self, clause: Clause) -> list[Timex]:
        """The time expressions of a clause, each once."""
        return list({id(t): t for at, t in self.timexes if self.clause_at(at) is clause}.values())

    def is_near(self, at: int, hit: Hit) -> bool:
        """Whether a time stands in the clause of a hit."""
        return self.clause_at(at) is (hit.clause or self.clause_at(hit.trigger[0]))

    def inside(self, at: int) -> list[Timex]:
        """The times of the noun phrase that a trigger heads: "Wednesday's talks", "the 1995 peace treaty"."""
        timed = dict(self.timexes)
        found: list[Timex] = []
        for i in range(at - 1, max(-1, at - 6), -1):
            if i in timed:
                found.append(timed[i])
            elif self.tokens.lower[i] in _NOT_IN_NOUN_PHRASE or any(
                c.verb.first <= i < c.verb.last for c in self.clauses
            ):
                break
        return list({id(t): t for t in reversed(found)}.values())

    def measures(self, timex: Timex, at: int) -> bool:
        """Whether a duration tells how long the thing at token `at` took: "three days of talks", "six-day talks"."""
        last = max((i for i, t in self.timexes if t is timex), default=at)
        return last < at and self.tokens.lower[last + 1 : at] in (["of"], [], ["of", "the"], ["of", "such"])

    def counted_from(self, timex: Timex) -> Counted | None:
        """What a duration counts from, if it does: "three days after the attack"."""
        last = max((i for i, t in self.timexes if t is timex), default=-1) + 1
        low = self.tokens.lower
        if not 0 < last < len(low) - 2 or low[last] not in ("after", "before", "following"):
            return None
        if low[last + 1] not in DETERMINERS | POSSESSIVES:
            return None
        words = low[last + 2 : last + 2 + _FARTHEST_NOUN]
        end = next((n for n, w in enumerate(words) if w in _NOT_IN_NOUN_PHRASE or not w.isalpha()), len(words))
        return Counted(tuple(words[:end]), low[last] == "before")

    def is_possessor(self, timex: Timex) -> bool:
        """Whether "'s" follows: "Friday's talks"."""
        last = max((i for i, t in self.timexes if t is timex), default=-1) + 1
        return 0 < last < len(self.tokens) and self.tokens.lower[last] in ("'s", "’s", "'", "’")

    def is_of_noun(self, timex: Timex) -> bool:
        """Whether "of" joins it to a noun, whose time it is: "the protests of July 11", not "the week of July 11"."""
        first = min((i for i, t in self.timexes if t is timex), default=0)
        low = self.tokens.lower
        return first > 1 and low[first - 1] == "of" and low[first - 2].isalpha() and low[first - 2] not in _TIMES

    def is_of_thing(self, timex: Timex) -> bool:
        """Whether a year stands inside a noun phrase, of whose thing it tells: "under the 1942 treaty"."""
        places = [i for i, t in self.timexes if t is timex]
        if len(places) != 1 or not self.tokens.words[places[0]].isdigit():
            return False
        low, at = self.tokens.lower, places[0]
        behind = low[at + 1] if at + 1 < len(low) else "."
        opened = at > 0 and low[at - 1] in DETERMINERS | POSSESSIVES
        return opened and behind.isalpha() and behind not in PREPOSITIONS | CONJUNCTIONS

    def is_of_object(self, timex: Timex, hit: Hit) -> bool:
        """Whether it stands within what the hit is about, not in its own words: "condemned its May 31 raid"."""
        clause = hit.clause
        if clause is None:
            return False
        places = [i for i, t in self.timexes if t is timex]
        if self.tokens.lower[places[0] - 1] in _AT:
            return False
        held = not _HOLD.isdisjoint(clause.lemmas)  # then the noun is the event: "held the May 3 talks"
        after = max(places) + 2 if self.is_possessor(timex) else -1  # "rejected Friday's proposal"
        about = [*clause.objects, *(group for word, group in clause.preps if word in _ABOUT)]
        return any(
            np.first <= places[0] < np.head or np.first == after
            for group in about
            for np in group.items
            if not (held and hit.trigger[0] <= np.head < hit.trigger[1])
        )

    def points_back(self, subject: Group) -> bool:
        """Whether a subject goes on with those told of before: "they", "the two sides"."""
        words = set(self.tokens.lower[subject.first : subject.last])
        return bool(words & PRONOUNS) or (
            self.tokens.lower[subject.first] in ("the", "both") and bool(words & _OF_BOTH)
        )

    def is_set_off(self, clause: Clause) -> bool:
        """Whether a comma stands before the verb: "crossed the border, attacking …"."""
        return self.tokens.lower[clause.verb.first - 1] == ","

    def is_later(self, clause: Clause) -> bool:
        """Whether the verb's neighbours say that it was at another time: "and later banned"."""
        near = self.tokens.lower[max(0, clause.verb.first - 3) : clause.verb.first + 1]
        return not _OTHER_TIME.isdisjoint(near)

    def is_record(self, timex: Timex) -> bool:
        """“The first visit since 1928”, "the worst since 2009": the date is that of another one."""
        low, first = self.tokens.lower, min((i for i, t in self.timexes if t is timex), default=0)
        since = next((i for i in range(first - 1, max(-1, first - 4), -1) if low[i] == "since"), None)
        if since is None:
            return False
        words = low[max(0, since - 12) : since]
        stops = [n for n, w in enumerate(words) if w in (".", ";", "that", ",")]
        words = words[stops[-1] + 1 :] if stops else words
        return any(w in ORDINALS or w == "only" or (w.endswith("est") and len(w) > 4) for w in words)

    def is_progressive(self, clause: Clause) -> bool:
        """“Is visiting”."""
        words = self.tokens.lower[clause.verb.first : clause.verb.last]
        return len(words) > 1 and words[0] in ("is", "are") and words[-1].endswith("ing")

    @property
    def is_full(self) -> bool:
        """Whether the sentence ends with a full stop, as no headline does."""
        last = max((c.verb.last for c in self.clauses), default=0)
        return any(w == "." for w in self.tokens.lower[last:])

    def is_perfect(self, clause: Clause) -> bool:
        """“Had accused”, "has met"."""
        return not HAVE.isdisjoint(self.tokens.lower[clause.verb.first : clause.verb.last])
