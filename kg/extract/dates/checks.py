"""A phrase in its place in, yes or no out: is it a date here, or a name, a number, a verb?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.dates.scan import Coded
from kg.extract.dates.timex import Phrase
from kg.extract.dates.words import CLASSES, NAMES

__all__ = ["Place", "accepted"]

_ROLES = frozenset("since until till by before after from to between during for in on at through within".split())
_SKIPPED = frozenset("the about around approximately roughly nearly almost just at least some of late early".split())
_YEAR_BEFORE = frozenset(
    """in since by until till from of to through during before after early late mid between around circa and or about
    the year for on that with back beyond past its his their our this a an as one late as""".split()
)
_MONTH_BEFORE = _YEAR_BEFORE | {"last", "next", "every", "each", "into", "as", "previous", "following", "s"}
_COUNTED = frozenset(
    """people men women children soldiers troops civilians others years days months weeks hours minutes km kilometres
    kilometers miles metres meters tons tonnes dollars euros pounds percent members delegates votes seats times dead
    wounded cases deaths rifles tanks guns aircraft ships prisoners casualties police officers protesters rebels
    militants fighters workers jobs houses homes families refugees migrants feet acres hectares pages points mph kg
    billion million thousand hundred index horsemen infantry cavalry planes bombs rockets missiles patients infections
    employees students passengers residents villagers inhabitants""".split()
)
_FUNCTION = frozenset(
    """of and or to in on at by for from with as was were is are had has have he she it they we but when while the a an
    his her their its until after before that this which who did would will could may said""".split()
)
_NUMBERED = frozenset(
    """resolution resolutions agenda vision boeing article articles no nos number flight flights room route highway page
    pages section sections chapter windows fortune airbus unit type model series version protocol directive regulation
    decree law act bill order case file convention paragraph annex zone sector channel radio fm am studio area street
    iso rfc class project asteroid comet galaxy horizon objective mission operation division brigade regiment battalion
    company squadron gate level code dial russell nasdaq nikkei dax ftse index least most than over under another
    additional some extra worth total""".split()
)
"""Words before a number that make it a name or a quantity, never a year."""


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

    @property
    def loose(self) -> bool:
        """Whether it counts from something that is not a date: "two days after the vote"."""
        how = self.phrase.get("how")
        if self.phrase.kind != "ago" or how not in ("after", "before", "prior") or self.phrase.get("qty") == "the":
            return False
        return self.after() not in ("", ",", ".", ";", ":", ")", "that")

    def length(self) -> Place:
        """The duration alone of a loose phrase: "two days" of "two days after the vote"."""
        pieces = self.coded.pieces
        how = max(i for i in range(self.first, self.last) if pieces[i].lower() == self.phrase.get("how"))
        last = how - 1 if pieces[how - 1].isspace() else how
        fields = tuple((k, v) for k, v in self.phrase.fields if k != "how")
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
    if place.first and pieces[place.first - 1] in ("$", "€", "£", "#", "+"):
        return False
    check = _CHECKS.get(phrase.kind)
    return check is None or check(place, text)


def _is_rate(place: Place, text: str) -> bool:
    """ "a year" is a set where it tells a rate ("15 a year", "twice a week"), else a duration."""
    if text.lower() not in ("a", "an"):
        return True
    before = place.before().lower()
    return before.isdigit() or before in ("times", "once", "twice", ")", "percent") or (
        before in CLASSES["cardinal"] or (before.endswith("s") and place.before(2).isdigit())
    )


def _is_shift(place: Place, text: str) -> bool:
    """ "two days after the vote" counts from something that is not named by a date: then only its length is taken."""
    if place.phrase.get("qty") == "the":
        return not place.after().endswith("ing")
    if place.phrase.get("how") == "on":
        return place.after() in ("", ",", ".", ";", ":", ")")
    return True


def _is_season(place: Place, text: str) -> bool:
    """ "fall" is a season only where nothing else can be meant."""
    if place.phrase.get("season") != "fall" or place.phrase.get("year"):
        return place.phrase.get("season") != "spring" or place.before().lower() != "to"
    relative = (place.phrase.get("rel") or "").split()[-1:]
    if relative and relative[0] in ("last", "next", "this", "past"):
        return place.after() != "of"
    if place.phrase.get("part"):
        return place.after() != "of"
    said = place.before().lower() in ("in", "by", "since", "until", "through", "throughout", "during", "early", "late")
    return said and text.lower() in ("the", "fall") and place.after() in (".", ",", "and", "")


def _is_weekday(place: Place, text: str) -> bool:
    if place.before() in ("Black", "Bloody", "Super", "Cyber", "Fat", "Holy", "Maundy"):
        return False
    if place.after() in ("Times", "Telegraph", "Mail", "Express", "Herald", "Mirror", "Post", "Independent", "Tribune"):
        return False
    if place.last - place.first == 1 and len(text) < 5:
        return place.after() in (".", ",") or place.before().lower() in ("on", "last", "next")
    return True


def _is_past(place: Place, text: str) -> bool:
    """ "the former" is no time where it means the first of two."""
    if text == "recent" and place.before().lower() == "most":
        return False
    return text != "former" or (place.after()[:1].isalpha() and place.after().lower() not in _FUNCTION)


def _is_clock(place: Place, text: str) -> bool:
    """ "2:20:51" is how long a runner took, and "1:59" a name, unless a word says that it is a time of day."""
    told = place.phrase.get("clock") or ""
    bare = all(c.isdigit() or c == ":" for c in told) and ":" in told
    if not bare or place.phrase.get("zone") or (told.count(":") == 1 and len(told) == 5):
        return True
    return place.before().lower() in ("at", "around", "by", "until", "till", "from", "about", "since", "before", "after")


def _is_set(place: Place, text: str) -> bool:
    """ "the annual Munich Conference" names an event; "annual losses" tell of each year."""
    if text[:1].isupper() and place.after()[:1].isupper():
        return False  # "the Daily Telegraph"
    return text.lower() != "annual" or not place.after()[:1].isupper()


def _is_decade(place: Place, text: str) -> bool:
    figures = place.phrase.get("year") or place.phrase.get("year3") or place.phrase.get("yy") or ""
    return figures.endswith("0")


def _is_daypart(place: Place, text: str) -> bool:
    """ "Operation Dawn" and "Dawn of …" are names."""
    return not text[:1].isupper() or place.before() in ("", ".", "\n") or place.last - place.first > 1


def _is_present(place: Place, text: str) -> bool:
    """ "at this time" is a time, "this time they won" and "the time has come" are not."""
    last = place.coded.pieces[place.last - 1].lower()
    return last != "time" or place.before().lower() in ("at", "by", "during", "around", "of", "since", "until", "from", "to")


def _is_length(place: Place, text: str) -> bool:
    """ "winter quarters" and "three quarters of" are no time."""
    unit = place.coded.pieces[place.last - 1].lower()
    if place.before().lower() == "light":
        return False
    if unit in ("quarter", "quarters"):
        return any(p in ("consecutive", "straight", "successive", "fiscal", "financial") for p in
                   place.coded.pieces[place.first : place.last])  # fmt: skip
    return True


def _is_named_day(place: Place, text: str) -> bool:
    """ "the September 11 attacks" name an event of another year."""
    return place.phrase.get("year") is not None or place.after().lower() not in ("attacks", "attack", "terrorist", "terror")


def _is_holiday(place: Place, text: str) -> bool:
    name, after = place.phrase.get("name"), place.after()
    if after[:1].isupper() and after.lower() not in NAMES:
        return False  # "Easter Island"
    return name != "new year" or place.before().lower() in ("the", "before", "after", "since", "until", "by", "over", "at")


def _is_day_of(place: Place, text: str) -> bool:
    """ "the 14th" is a day of the month unless a noun follows ("the 14th century", "the 5th Division")."""
    if place.phrase.get("rel"):
        return True
    after = place.after()
    return not after[:1].isalpha() or after.lower() in _FUNCTION


def _year_or_month(place: Place, text: str) -> bool:
    if place.phrase.get("yy"):
        before = place.before()
        return not before[:1].isalpha() or before.islower()
    if place.phrase.kind == "year":
        return not (place.phrase.get("year") and place.last - place.first == 1) or _is_year(place)
    return place.last - place.first > 2 or _is_month(place, text)


_CHECKS: dict[str, Callable[[Place, str], bool]] = {
    "year": _year_or_month,
    "month": _year_or_month,
    "every": _is_rate,
    "ago": _is_shift,
    "season": _is_season,
    "weekday": _is_weekday,
    "gone": _is_past,
    "dayof": _is_day_of,
    "clock": _is_clock,
    "often": _is_set,
    "decade": _is_decade,
    "day": _is_named_day,
    "holiday": _is_holiday,
    "daypart": _is_daypart,
    "present": _is_present,
    "duration": _is_length,
}


def _is_year(place: Place) -> bool:
    year = int(place.phrase.get("year") or 0)
    before, after = place.before(), place.after()
    if after.lower() in _COUNTED or after.lower() in CLASSES["zone"] or after in ("%", "°"):
        return False
    if before.lower() in _NUMBERED or before.isdigit() or (before in ".," and place.before(2).isdigit() and place.touches):
        return False
    if before.lower() in _YEAR_BEFORE or not before[:1].isalpha() or after in ("-", "–", "—"):
        return True
    return 1900 <= year <= 2039


def _is_month(place: Place, text: str) -> bool:
    if text.lower() not in ("may", "march", "mar", "jan", "jun", "dec", "sep", "sept", "august", "april", "june"):
        return True
    if text.lower() in ("april", "june", "august"):
        return True
    return place.before().lower() in _MONTH_BEFORE
