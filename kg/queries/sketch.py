"""What is known of a question before its event is found: tokens, parties, time, what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.queries import parties
from kg.queries.clause import Clause, units

if TYPE_CHECKING:
    from kg.extract.tokens import Tokens
    from kg.queries.frames import Index
    from kg.queries.opening import Opening
    from kg.queries.parties import Names
    from kg.queries.reading import Period, Who

__all__ = ["Sketch"]


class Sketch:
    """What is known of a question before its event is found."""

    def __init__(
        self,
        tokens: Tokens,
        taken: list[bool],
        found: list[Who],
        opened: Opening,
        period: Period | None,
        only: Who | None,
    ) -> None:
        self.tokens, self.taken, self.found, self.opened = tokens, taken, found, opened
        self.period, self.only = period, only
        self.strange: list[str] = []

    def learn(self, names: Names, index: Index) -> None:
        """Names that only the graph knows; capitalised words that nobody knows are kept as strange."""
        taken = list(self.taken)
        for who in self.found:
            taken[who.span[0] : who.span[1]] = [True] * (who.span[1] - who.span[0])
        for i in range(min(self.only.span[1] if self.only else self.opened.start, len(taken))):
            taken[i] = True
        for i, word in enumerate(self.tokens.lower):
            if word in index.verbs or word in index.event_nouns or word in parties.OFFICES:
                taken[i] = taken[i] or self.tokens.words[i].islower() or i == 0
        learnt, self.strange = parties.unknown(self.tokens, taken, names)
        self.found = sorted([*self.found, *learnt], key=lambda w: w.span)

    def voices(self) -> tuple[Who, ...]:
        """Who stands after "according to": taken out of the parties, since they only say it."""
        lower = self.tokens.lower
        out = []
        for i in range(len(lower) - 2):
            if lower[i : i + 2] == ["according", "to"]:
                spoken = [w for w in self.found if w.span[0] in (i + 2, i + 3)]
                for who in spoken:
                    self.taken[i : who.span[1]] = [True] * (who.span[1] - i)
                out += spoken
        self.found = [w for w in self.found if w not in out]
        return tuple(out)

    def clause(self, start: int, *, questioning: bool) -> Clause:
        return Clause(
            self.tokens, start, units(self.tokens, self.found), tuple(self.taken), self.opened.fronted,
            free_noun=self.opened.asked in ("what", "how-often", "who"), open_question=questioning,
        )  # fmt: skip
