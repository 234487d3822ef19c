"""A phrase where it stands: its words, its neighbours, the word that binds it, what it can be cut into."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.dates.scan import Coded
from kg.extract.dates.timex import Phrase
from kg.extract.dates.words import CLASSES, NAMES

__all__ = ["Place"]

_ROLES = frozenset("since until till by before after from to between during for in on at through within".split())
_SKIPPED = frozenset("the about around approximately roughly nearly almost just at least some of late early".split())


_IN_FULL = frozenset(w for w in NAMES if len(w) > 5) | {"may", "june", "july", "march", "april"}
"""Names of months and weekdays that no stop shortens."""


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase and where it stands: piece indices into the coded text, whose first character is at `offset`."""

    phrase: Phrase
    coded: Coded
    first: int
    last: int
    offset: int

    @property
    def start(self) -> int:
        return self.offset + self.coded.starts[self.first]

    @property
    def end(self) -> int:
        return self.offset + self.coded.starts[self.last]

    @property
    def word(self) -> str:
        """The first word, as it is written."""
        return self.coded.pieces[self.first]

    def before(self, n: int = 1) -> str:
        """The nth piece before the phrase that is no white space; "" at the text's begin or a blank line."""
        return self._step(self.first - 1, -1, n)

    def after(self, n: int = 1) -> str:
        return self._step(self.last, 1, n)

    def words_to_end(self, n: int) -> str:
        """The last n words up to the end of the phrase, in lower case."""
        words = [p.lower() for p in self.coded.pieces[max(0, self.last - 2 * n) : self.last] if not p.isspace()]
        return " ".join(words[-n:])

    def _step(self, i: int, by: int, n: int) -> str:
        pieces = self.coded.pieces
        while 0 <= i < len(pieces):
            piece = pieces[i]
            if piece.isspace():
                if piece.count("\n") > 1:
                    return ""
            else:
                n -= 1
                if not n:
                    return piece
            i += by
        return ""

    @property
    def loose(self) -> bool:
        """Whether it counts from what is no date: "two days after the vote", "two days later than planned"."""
        how = self.phrase.get("how")
        if self.phrase.kind == "ago" and how in ("later", "earlier") and self.after().lower() == "than":
            return True
        if self.phrase.kind != "ago" or how not in ("after", "before", "prior") or self.phrase.get("qty") == "the":
            return False
        return self.after() not in ("", ",", ".", ";", ":", ")", "that")

    def length(self) -> Place:
        """The duration alone of a loose phrase: "two days" of "two days after the vote"."""
        pieces = self.coded.pieces
        how = max(i for i in range(self.first, self.last) if pieces[i].lower() == self.phrase.get("how"))
        last = how - 1 if pieces[how - 1].isspace() else how
        fields = tuple(("loose" if k == "how" else k, v) for k, v in self.phrase.fields)
        return Place(Phrase("duration", fields), self.coded, self.first, last, self.offset)

    def split(self) -> tuple[Place, ...]:
        """The phrase, or the two days of one such as "June 27-28"."""
        fields = dict(self.phrase.fields)
        if self.phrase.kind not in ("days", "years"):
            return (self,)
        name = "day" if self.phrase.kind == "days" else "year"
        second = fields.pop(name + "2")
        pieces = self.coded.pieces
        at = next(i for i in range(self.last - 1, self.first, -1) if pieces[i] == second)
        if name == "year":
            second = fields["year"][:2] + second
        one = Phrase(name, tuple(fields.items()))
        other = Phrase(name, tuple((fields | {name: second}).items()))
        cut = at
        while not pieces[cut - 1].isdigit() and pieces[cut - 1] not in CLASSES["th"]:
            cut -= 1
        return (
            Place(one, self.coded, self.first, cut, self.offset),
            Place(other, self.coded, at, self.last, self.offset),
        )

    @property
    def touches(self) -> bool:
        """Whether no white space stands before the phrase."""
        return self.first > 0 and not self.coded.pieces[self.first - 1].isspace()

    @property
    def within_word(self) -> bool:
        """Whether letters or digits touch the phrase on either side: "Future45"."""
        pieces = self.coded.pieces
        after = pieces[self.last] if self.last < len(pieces) else " "
        return (self.first > 0 and pieces[self.first - 1][-1].isalnum()) or after[0].isalnum()

    @property
    def runs_on(self) -> bool:
        """Whether it runs over the end of a sentence: "… in November. 2014 was …" (but "Nov. 2014" does not)."""
        pieces = self.coded.pieces
        for i in range(self.first, self.last - 2):
            if pieces[i + 1] == "." and pieces[i].lower() in _IN_FULL and pieces[i + 2].isspace():
                return True
        return False

    @property
    def year(self) -> int | None:
        """The year if the phrase says one in full."""
        text = self.phrase.get("year")
        if text and self.phrase.kind in ("day", "days", "month", "year", "season"):
            return -int(text) if (self.phrase.get("era") or "").startswith("b") else int(text)
        text = self.phrase.get("year3")
        return -int(text) if text else None

    @property
    def role(self) -> str | None:
        """The preposition that binds the phrase, or "deadline" where that word stands beside it."""
        if "deadline" in (self.after().lower(), self.before(2).lower()):
            return "deadline"
        for n in (1, 2, 3):
            word = self.before(n).lower()
            if word in _ROLES:
                return word
            if word not in _SKIPPED:
                break
        return None
