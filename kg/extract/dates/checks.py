"""A phrase in its place in, yes or no out: is it a date here, or a name, a number, a verb?"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.dates.place import Place
from kg.extract.dates.words import CLASSES, NAMES

__all__ = ["accepted"]

_YEAR_BEFORE = frozenset(
    """in since by until till from of to through during before after early late mid between around circa and or about
    the year for on that with back beyond past its his their our this a an as one late as""".split()
)
_MONTH_BEFORE = _YEAR_BEFORE | {"last", "next", "every", "each", "into", "as", "previous", "following", "s"}
_BEFORE_ANY_MONTH = frozenset("in since by until till from to during before after last next early late of".split())
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
_COMMON = frozenset("today rel daypart often gone ahead present then".split())
"""Kinds made of common words, which have a capital letter in names only."""

_DASHES = frozenset("-–—/")
_RATED = frozenset("times once twice ) percent million billion trillion cents".split())
_PREVAILED = frozenset("carry carries carried win wins won save saves saved seize seized".split())

_NUMBERED = frozenset(
    """resolution resolutions agenda vision boeing article articles no nos number flight flights room route highway page
    pages section sections chapter windows fortune airbus unit type model series version protocol directive regulation
    decree law act bill order case file convention paragraph annex zone sector channel radio fm am studio area street
    iso rfc class project asteroid comet galaxy horizon objective mission operation division brigade regiment battalion
    company squadron gate level code dial russell nasdaq nikkei dax ftse index least most than over under another
    additional some extra worth total""".split()
)
"""Words before a number that make it a name or a quantity, never a year."""


def accepted(place: Place) -> bool:
    """Whether the phrase is a time expression where it stands."""
    if place.first and place.coded.pieces[place.first - 1] in ("$", "€", "£", "#", "+"):
        return False
    if place.within_word or place.runs_on or (place.phrase.kind in _COMMON and _is_name(place)):
        return False
    check = _CHECKS.get(place.phrase.kind)
    return check is None or check(place)


def _is_name(place: Place) -> bool:
    """“USA Today spotted him”: a capital amid the sentence, after another, and not in a line of capitals."""
    return place.word[:1].isupper() and place.before()[:1].isupper() and not place.after()[:1].isupper()


_TITLES = frozenset(
    """president prime foreign vice king queen chancellor premier minister secretary senator governor general
    ambassador mayor sen gov gen colonel admiral defence defense interior crown dictator leader""".split()
)


def _is_rate(place: Place) -> bool:
    """“a year” is a set where it tells a rate ("15 a year", "twice a week"), else a duration."""
    if place.word.lower() not in ("a", "an"):
        return True
    before = place.before().lower()
    return (
        before.isdigit()
        or before in _RATED
        or (before in CLASSES["cardinal"] or (before.endswith("s") and place.before(2).isdigit()))
    )


def _is_shift(place: Place) -> bool:
    """“two days after the vote” counts from something that is not named by a date: then only its length is taken."""
    if place.phrase.get("qty") == "the":
        return not place.after().endswith("ing")
    if place.phrase.get("how") == "on":
        return place.after() in ("", ",", ".", ";", ":", ")")
    return True


def _is_season(place: Place) -> bool:
    """“fall” is a season only where nothing else can be meant."""
    if place.word[:1].isupper() and place.last - place.first == 1 and place.before()[:1].isupper():
        return place.before().lower() in _BEFORE_ANY_MONTH  # "Operation Peace Spring"
    if place.phrase.get("season") != "fall" or place.phrase.get("year"):
        return place.phrase.get("season") != "spring" or place.before().lower() != "to"
    relative = (place.phrase.get("rel") or "").split()[-1:]
    if relative and relative[0] in ("last", "next", "this", "past"):
        return place.after() != "of"
    if place.phrase.get("part"):
        return place.after() != "of"
    said = place.before().lower() in ("in", "by", "since", "until", "through", "throughout", "during", "early", "late")
    return said and place.word.lower() in ("the", "fall") and place.after() in (".", ",", "and", "")


def _is_weekday(place: Place) -> bool:
    if place.before() in ("Black", "Bloody", "Super", "Cyber", "Fat", "Holy", "Maundy"):
        return False
    if place.after() in ("Times", "Telegraph", "Mail", "Express", "Herald", "Mirror", "Post", "Independent", "Tribune"):
        return False
    if place.last - place.first == 1 and len(place.word) < 5:
        before = place.before().lower()
        named = place.before()[:1].isupper() and before not in NAMES  # "the Baltimore Sun"
        return before in _BEFORE_SHORT or (
            place.after() in (".", ",") and not named and before not in ("the", "of", "a", "an")
        )
    return place.word.lower() != "following"  # "in the days following Wednesday's quake"


_BEFORE_SHORT = frozenset("on last next this by until since".split())


def _is_past(place: Place) -> bool:
    """“the former” is no time where it means the first of two."""
    if place.word.lower() == "recently" and place.after().lower() == "as":
        return False
    if place.word == "recent" and place.before().lower() == "most":
        return False
    return place.word != "former" or (place.after()[:1].isalpha() and place.after().lower() not in _FUNCTION)


def _is_clock(place: Place) -> bool:
    """“2:20:51” is how long a runner took, and "1:59" a name, unless a word says that it is a time of day."""
    if place.touches and place.before() in (":", "."):
        return False
    told = place.phrase.get("clock") or ""
    bare = all(c.isdigit() or c == ":" for c in told) and ":" in told
    if not bare or place.phrase.get("zone") or (told.count(":") == 1 and len(told) == 5):
        return True
    return place.before().lower() in (
        "at",
        "around",
        "by",
        "until",
        "till",
        "from",
        "about",
        "since",
        "before",
        "after",
    )


def _is_set(place: Place) -> bool:
    """“the annual Munich Conference” names an event; "annual losses" tell of each year."""
    if place.word[:1].isupper() and place.after()[:1].isupper():
        return False  # "the Daily Telegraph"
    return place.word.lower() != "annual" or not place.after()[:1].isupper()


def _is_years(place: Place) -> bool:
    """“1914-18” runs on to a later year of the century; “2010/11” is a year and the next."""
    begin, end = int(place.phrase.get("year") or 0) % 100, int(place.phrase.get("year2") or 0)
    slashed = "/" in place.coded.pieces[place.first : place.last]
    return end == begin + 1 if slashed else end > begin


def _is_then(place: Place) -> bool:
    """“by then” but not “by then Senator Smith”."""
    if place.after() == "-":
        return False  # "then-president"
    return place.word.lower() != "then" or place.after().lower() not in _TITLES


def _is_relative(place: Place) -> bool:
    """“the weekend of 3 May” is told by the date that follows; "at the end of the day, we must" is none."""
    unit, after = place.phrase.get("sunit"), place.after().lower()
    if unit in ("century", "millennium") and place.before() == "of" and place.before(2).lower() == "turn":
        return False  # of which one is not said
    if after == "," and place.words_to_end(6) == "at the end of the day":
        return False
    if place.word.lower() != "the":
        return unit != "weekend" or after != "of"
    if after in ("to", "ended", "ending") and unit != "weekend":
        return False
    if unit == "day" and place.words_to_end(2) == "the day":
        return _is_the_day(place, after)
    if unit == "week" and after in ("of", "leading", "before", "after"):
        return place.words_to_end(2) != "the week"
    return unit != "weekend" or after != "of"


def _is_the_day(place: Place, after: str) -> bool:
    """Not "he carried the day", "the day/night cycle", "her time of the day"."""
    if place.before().lower() in _PREVAILED or place.before(2).lower() in _OF_THE_DAY:
        return False
    return after != "/"


_OF_THE_DAY = frozenset("time order man topic issue".split())


def _is_decade(place: Place) -> bool:
    before = place.before(2 if place.before().lower() in ("early", "late", "mid", "-") else 1)
    if before.lower() in ("my", "your", "his", "her", "our", "their"):
        return False  # "in his late 20s": an age
    figures = place.phrase.get("year") or place.phrase.get("year3") or place.phrase.get("yy") or ""
    return figures.endswith("0")


def _is_daypart(place: Place) -> bool:
    """“Operation Dawn” and "Dawn of …" are names."""
    return not place.word[:1].isupper() or place.before() in ("", ".", "\n") or place.last - place.first > 1


def _is_present(place: Place) -> bool:
    """“at this time” is a time, "this time they won" and "the time has come" are not."""
    last = place.coded.pieces[place.last - 1].lower()
    return last != "time" or place.before().lower() in (
        "at",
        "by",
        "during",
        "around",
        "of",
        "since",
        "until",
        "from",
        "to",
    )


def _is_length(place: Place) -> bool:
    """“winter quarters” and "three quarters of" are no time."""
    unit = place.coded.pieces[place.last - 1].lower()
    if place.before().lower() == "light":
        return False
    if unit in ("quarter", "quarters"):
        return any(p in ("consecutive", "straight", "successive", "fiscal", "financial") for p in
                   place.coded.pieces[place.first : place.last])  # fmt: skip
    return True


def _is_named_day(place: Place) -> bool:
    """“the September 11 attacks” name an event of another year."""
    return place.phrase.get("year") is not None or place.after().lower() not in (
        "attacks",
        "attack",
        "terrorist",
        "terror",
    )


_AT_A_FEAST = frozenset("at during before after on until since by over for".split())
_GIVEN_NAMES = frozenset("eid ramadan ramadhan ashura mawlid tet nowruz purim".split())


def _is_holiday(place: Place) -> bool:
    name, after = place.phrase.get("name"), place.after()
    if after == "-":
        return False  # "Halloween-themed"
    if after[:1].isupper() and after.lower() not in NAMES:
        return False  # "Easter Island"
    before = place.before()
    if name in _GIVEN_NAMES and before[:1].isupper() and before.lower() not in _FUNCTION | _BEFORE_ANY_MONTH:
        return False  # "Tariq Ramadan"
    if name == "tet" and (place.word != "Tet" or before.lower() not in _AT_A_FEAST or after.lower() == "offensive"):
        return False  # the battle
    return name != "new year" or before.lower() in (
        "the",
        "before",
        "after",
        "since",
        "until",
        "by",
        "over",
        "at",
    )


def _is_day_of(place: Place) -> bool:
    """“the 14th” is a day of the month unless a noun follows ("the 14th century", "the 5th Division")."""
    if place.phrase.get("rel"):
        return True
    after = place.after()
    return not after[:1].isalpha() or after.lower() in _FUNCTION


def _year_or_month(place: Place) -> bool:
    if place.phrase.get("yy"):
        before = place.before()
        return not before[:1].isalpha() or before.islower()
    if place.phrase.kind == "year":
        return not (place.phrase.get("year") and place.last - place.first == 1) or _is_year(place)
    return place.last - place.first > 2 or _is_month(place)


_CHECKS: dict[str, Callable[[Place], bool]] = {
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
    "years": _is_years,
    "then": _is_then,
    "rel": _is_relative,
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
    if (
        before.lower() in _NUMBERED
        or before.isdigit()
        or (before in ".," and place.before(2).isdigit() and place.touches)
    ):
        return False
    if before.lower() in _YEAR_BEFORE or not before[:1].isalpha() or after in _DASHES:
        return True
    return 1900 <= year <= 2039


def _is_month(place: Place) -> bool:
    if place.word.lower() not in ("may", "march", "mar", "jan", "jun", "dec", "sep", "sept", "august", "april", "june"):
        return True
    if place.word.lower() in ("april", "june", "august"):
        after = place.after()
        named = after[:1].isupper() and after.lower() not in NAMES
        return not named or place.before().lower() in _BEFORE_ANY_MONTH  # "June Smith"
    before = place.before().lower()
    if before in ("the", "s", "’s") and place.after().lower() in ("on", "to", "through", "of", "."):
        return False  # "the March to Versailles"
    return before in _MONTH_BEFORE or (before == "(" and place.after() in _DASHES)
