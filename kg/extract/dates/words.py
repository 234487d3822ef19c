"""The English words of dates as data: classes of words, each with what its words mean.

A class maps a word (lower case) to its value. A word may stand in several classes ("second" is an ordinal, "12" a day,
an hour and a month). Numbers in digits are classes too, so that a rule can ask for `{day}` or `{year}`.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CAPITALISED", "CLASSES", "MONTHS", "NAMES", "ORDINALS", "TENS", "UNITS", "WEEKDAYS", "WORD_NUMBERS"]


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    """Words counted from `first`; those joined by a slash share a number."""
    return {word: n for n, group in enumerate(words.split(), first) for word in group.split("/")}


def _words(text: str, value: object = None) -> dict[str, object]:
    return dict.fromkeys(text.split(), value)


MONTHS = _numbered(
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
    "october/oct november/nov december/dec"
)
WEEKDAYS = _numbered(
    "monday/mon tuesday/tues/tue wednesday/weds/wed thursday/thurs/thur/thu friday/fri saturday/sat sunday/sun"
)
ONES = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = {w: 10 * n for w, n in _numbered("ten twenty thirty forty/fourty fifty sixty seventy eighty ninety").items()}
WORD_NUMBERS = {**ONES, **TENS, "dozen": 12, "hundred": 100, "thousand": 1000}
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
) | {"thirtieth": 30, "final": -1, "last": -1, "opening": 1}

UNITS: dict[str, str] = {
    word: code
    for code, words in {
        "S": "seconds", "TM": "minute minutes mins", "H": "hour hours hrs", "D": "day days", "W": "week weeks",
        "M": "month months", "Y": "year years yr yrs", "DE": "decade decades", "CE": "century centuries",
        "Q": "quarter quarters", "WE": "weekend weekends", "FN": "fortnight fortnights",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Units of time and their TIMEX3 codes (WE and FN, weekend and fortnight, are ours)."""

_WORDS: dict[str, Mapping[str, object]] = {
    "month": MONTHS,
    "wday": WEEKDAYS,
    "one": ONES,
    "ten": TENS,
    "cardinal": WORD_NUMBERS,
    "ordinal": ORDINALS,
    "unit": UNITS,
    "sunit": {w: c for w, c in UNITS.items() if not w.endswith("s")},
    "units": {w: c for w, c in UNITS.items() if w.endswith("s")},
    "season": _words("spring springtime", "SP") | _words("summer summertime", "SU") | _words("autumn fall", "FA")
    | _words("winter wintertime", "WI"),
    "part": _words("early late mid beginning start end middle outset close eve"),
    "daypart": _words("morning dawn daybreak sunrise", "MO") | _words("afternoon", "AF") | _words("daytime", "DT")
    | _words("evening dusk sunset", "EV") | _words("midday noon lunchtime", "MI")
    | _words("night midnight overnight nighttime nightfall", "NI"),
    "past": _words("last past previous preceding prior"),
    "next": _words("next following coming upcoming subsequent ensuing succeeding"),
    "middle": _words(
        "consecutive straight full more additional successive long whole calendar working business trading short "
        "further extra solid entire bloody brutal tense fiscal financial other"
    ),
    "today": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0},
    "often": _words("daily everyday", "XXXX-XX-XX") | _words("nightly", "XXXX-XX-XXTNI") | _words("hourly", "PT1H")
    | _words("weekly", "P1W") | _words("biweekly fortnightly", "P2W") | _words("monthly", "P1M")
    | _words("quarterly", "P1Q") | _words("yearly annual annually", "P1Y"),
    "present": _words("currently nowadays current presently"),
    "gone": _words("recently recent former formerly lately"),
    "era": _words("bc bce ad ce"),
    "ampm": _words("am pm"),
    "zone": _words(
        "gmt utc est edt cet cest bst pst pdt cst cdt ist jst msk eet eest mst mdt wib aest kst hkt sgt et"
    ),
    "hrs": _words("hours hrs hr h hour"),
    "th": _words("st nd rd th"),
}  # fmt: skip

_DIGITS: dict[str, Mapping[str, object]] = {
    "day": {text: n for n in range(1, 32) for text in (str(n), f"{n:02d}")},
    "mm": {text: n for n in range(1, 13) for text in (str(n), f"{n:02d}")},
    "hour": {text: n for n in range(25) for text in (str(n), f"{n:02d}")},
    "min": {f"{n:02d}": n for n in range(60)},
    "yy": {f"{n:02d}": n for n in range(100)},
    "year": {str(n): n for n in range(1000, 2100)},
    "year3": {str(n): n for n in range(100, 1000)},
    "num": {str(n): n for n in range(2000)} | {f"{n:02d}": n for n in range(10)},
    "clock": {f"{h:02d}{m:02d}": (h, m) for h in range(24) for m in range(60)},
}

CLASSES: dict[str, Mapping[str, object]] = {**_WORDS, **_DIGITS}
"""What a rule can ask for in braces."""

CAPITALISED = frozenset("may march mar sat sun mon wed fri jan jun august april june dec sep sept nov oct feb".split())
"""Words that mean a date only with a capital letter."""

NAMES = frozenset([*MONTHS, *WEEKDAYS])
"""Months and weekdays, which have a capital letter and are no other names."""
