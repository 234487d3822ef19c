"""Tokens with capitals in, runs that may be a person's name out: "Mohammad Javad Zarif", "Ban Ki-moon"."""

from __future__ import annotations

from kg.extract.lists import CALENDAR, FUNCTION, ORGANS, PLACE_NOUNS
from kg.extract.lookalikes import Look
from kg.extract.persons import PARTICLES, Named
from kg.extract.spans import Mention

__all__ = ["HONORIFICS", "NameRuns"]

HONORIFICS = frozenset("mr mrs ms miss sir dame lord lady dr".split())
"""Titles that name no office."""

_NOT_IN_NAMES = frozenset(
    """house department office party union war world states nations street road times post journal news tv
    television radio agency bank day week month year summit conference agreement act treaty accord
    university college institute school group airport air airlines company inc ltd corp river sea ocean
    mountain lake island islands city county province region award prize cup league stadium hospital church
    square park center centre front movement brigade deal base society association foundation olympiad
    motors electric energies holdings universe championship championships convention fund project program programme
    reform network mosque grand cathedral palace museum library stadium memorial partners""".split()
)
_THINGS = _NOT_IN_NAMES | PLACE_NOUNS
_MONTH_NAMES = frozenset("may april june august".split())
_TITLE_SURNAMES = frozenset("major king judge pope general marshal prince bishop dean".split())


class NameRuns:
    """What is asked of the tokens of a text to find names; `taken` are the tokens of persons found."""

    def __init__(self, look: Look, listed: list[Mention]) -> None:
        self.look, self.listed = look, listed
        self.words, self.folded, self.lexicon = look.words, look.folded, look.lexicon
        self.at = {i: m for m in listed for i in range(m.first, m.last)}
        self.taken: set[int] = set()

    def owner_at(self, i: int) -> Mention | None:
        """The mention at token i that is no person."""
        found = self.at.get(i)
        return found if found is not None and found.form != "person" else None

    def named(self, name: tuple[int, int]) -> Named:
        span = range(*name)
        return Named(
            self.look.tokens.quote(*name),
            tuple(self.folded[i] for i in span),
            tuple(self.look.capital(i) for i in span),
        )

    def name_run(self, i: int) -> tuple[int, int] | None:
        """Token range of a name that begins at i, or None."""
        k, words = i, self.words
        while k < len(words) and k - i < 8:
            if k > i and not (self.look.beside(k - 1, k) and self._one_line(k)):
                break
            if self._name_word(k, k == i):
                k += 1
            elif k > i and words[k] == "-" and self._attached(k) and self._attached(k + 1):
                k += 2
            elif (k > i and words[k] == "." and len(words[k - 1]) == 1 and self._attached(k)) or self._particle(k):
                k += 1
            else:
                break
        while k > i and not self.look.capital(k - 1) and not self._joined(k - 1) and words[k - 1] != ".":
            k -= 1
        if k == i or not any(len(w) > 1 for w in words[i:k]) or self._goes_on_as_thing(k):
            return None
        return i, k

    def _goes_on_as_thing(self, k: int) -> bool:
        """Whether the next word makes it the name of a thing: "General Santos City", "Weather Service"."""
        if not self.look.beside(k - 1, k) or not self.look.capital(k) or self.look.headline(k):
            return False
        return self.folded[k] in _THINGS or (self.folded[k] in ORGANS and self.folded[k] not in self.lexicon.titles)

    def _joined(self, k: int) -> bool:
        """Whether a lower-case token belongs to the name: "al-Assad", the "moon" of "Ban Ki-moon"."""
        return (k > 0 and self.words[k - 1] == "-") or "-" in self.words[k][1:]

    def _particle(self, k: int) -> bool:
        low = self.folded[k]
        if low.startswith(("al-", "el-", "as-", "ash-", "an-", "ul-")):
            return True
        if low not in PARTICLES or k + 1 >= len(self.words):
            return False
        return (
            self._name_word(k + 1, True)
            or self.folded[k + 1] in PARTICLES
            or self.folded[k + 1].startswith(("al-", "el-"))
        )

    def _attached(self, k: int) -> bool:
        return 0 < k < len(self.words) and self.look.tokens.starts[k] == self.look.tokens.ends[k - 1]

    def _one_line(self, k: int) -> bool:
        """No line ends before token k, unless it is merely wrapped."""
        gap = self.look.tokens.text[self.look.tokens.ends[k - 1] : self.look.tokens.starts[k]]
        return gap.count("\n") < 2

    def _name_word(self, k: int, first: bool) -> bool:
        if k >= len(self.words) or k in self.taken:
            return False
        word, low = self.words[k], self.folded[k]
        if not word[0].isupper() or (word.isupper() and len(word) > 3 and not self.look.shouting(k)):
            return False
        if low in CALENDAR and (first or low not in _MONTH_NAMES) and not self._named_month(k):
            return False
        if (low in FUNCTION and low != "may") or low in _NOT_IN_NAMES or low in ORGANS or low.startswith("i'"):
            return False
        if low in self.lexicon.heads or (
            low in self.lexicon.honorific and (first or low in HONORIFICS or self._dot(k + 1))
        ):
            return (
                not first
                and low in _TITLE_SURNAMES
                and self.folded[k - 1] in self.lexicon.given
                and not self.look.capital(k + 1)
            )
        if low in self.lexicon.modifier and low not in self.lexicon.given and (first or self.look.headline(k)):
            return False
        mention = self.owner_at(k)
        if mention is None:
            return True
        return (
            not first
            and mention.last - mention.first == 1
            and mention.form != "demonym"
            and len(word) > 3
            and word != word.upper()
        )

    def _named_month(self, k: int) -> bool:
        """Whether a word of the calendar is a name after a title: "Minister Jan van der Meer", "Mrs May"."""
        before = self.folded[k - 1]
        if k == 0 or self.words[k].isupper() or not (before == "." or before in self.lexicon.titles):
            return False
        follows = self.folded[k + 1] if k + 1 < len(self.words) else ""
        return self.folded[k] == "may" or (
            follows in PARTICLES or (self.look.capital(k + 1) and self.look.beside(k, k + 1))
        )

    def _dot(self, k: int) -> bool:
        return k < len(self.words) and self.words[k] == "."
