"""A phrase in its place in, yes or no out: is it a date here, or a name, a number, a verb?"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.dates.scan import Coded
from kg.extract.dates.timex import Phrase

__all__ = ["Place", "accepted"]

_ROLES = frozenset("since until till by before after from to between during for in on at through within".split())
_SKIPPED = frozenset("the about around approximately roughly nearly almost just at least some of late early".split())
_YEAR_BEFORE = frozenset(
    """in since by until till from of to through during before after early late mid between around circa and or about
    the year for on that with back beyond past its his their our this""".split()
)
_MONTH_BEFORE = _YEAR_BEFORE | {"last", "next", "every", "each", "into", "as", "previous", "following", "s"}
_COUNTED = frozenset(
    """people men women children soldiers troops civilians others years days months weeks hours minutes km kilometres
    kilometers miles metres meters tons tonnes dollars euros pounds percent members delegates votes seats times dead
    wounded cases deaths rifles tanks guns aircraft ships prisoners casualties police officers protesters rebels
    militants fighters workers jobs houses homes families refugees migrants feet acres hectares pages points mph kg
    billion million thousand hundred horsemen infantry cavalry planes bombs rockets missiles patients infections
    employees students passengers residents villagers inhabitants""".split()
)


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

    def before(self, n: int = 1) -> str:
        """The nth piece before the phrase that is no white space; "" at the text's begin or a blank line."""
        return self._step(self.first - 1, -1, n)

    def after(self, n: int = 1) -> str:
        return self._step(self.last, 1, n)

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

    def split(self) -> tuple[Place, ...]:
        """The phrase, or the two days of one such as "June 27-28"."""
        fields = dict(self.phrase.fields)
        if self.phrase.kind != "days":
            return (self,)
        second = fields.pop("day2")
        pieces = self.coded.pieces
        at = next(i for i in range(self.last - 1, self.first, -1) if pieces[i] == second and pieces[i - 1] in "- –—")
        one = Phrase("day", tuple(fields.items()))
        other = Phrase("day", tuple((fields | {"day": second}).items()))
        cut = at - 1
        while pieces[cut - 1] in "- –—":
            cut -= 1
        return (
            Place(one, self.coded, self.first, cut, self.offset),
            Place(other, self.coded, at, self.last, self.offset),
        )

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
        for n in (1, 2, 3):
            word = self.before(n).lower()
            if word in _ROLES:
                return word
            if word not in _SKIPPED:
                break
        return "deadline" if "deadline" in (self.after().lower(), self.before(2).lower()) else None


def accepted(place: Place) -> bool:
    """Whether the phrase is a time expression where it stands."""
    phrase = place.phrase
    pieces = place.coded.pieces
    text = pieces[place.first]
    touching = place.first and pieces[place.first - 1] in ("$", "€", "£", "#", "+")
    if touching:
        return False
    if phrase.kind == "year" and phrase.get("year") and place.last - place.first == 1:
        return _is_year(place)
    if phrase.kind == "month" and place.last - place.first <= 2:
        return _is_month(place, text)
    if phrase.kind == "weekday" and place.last - place.first == 1 and len(text) < 5:
        return place.after() in (".", ",") or place.before().lower() in ("on", "last", "next")
    return True


def _is_year(place: Place) -> bool:
    year = int(place.phrase.get("year") or 0)
    before, after = place.before(), place.after()
    if after.lower() in _COUNTED or after in ("%", "°"):
        return False
    if before[:1].isupper() and before.lower() not in _YEAR_BEFORE:
        return 1900 <= year <= 2050 and False
    if before.lower() in _YEAR_BEFORE or before in ("(", ",", "-", "–", ""):
        return True
    return 1900 <= year <= 2050 and not before.isdigit()


def _is_month(place: Place, text: str) -> bool:
    if text.lower() not in ("may", "march", "mar", "jan", "jun", "dec", "sep", "sept", "august", "april", "june"):
        return True
    if text.lower() in ("april", "june", "august"):
        return True
    return place.before().lower() in _MONTH_BEFORE
