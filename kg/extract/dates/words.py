"""The English words of dates as data: classes of words, each with what its words mean.

A class maps a word (lower case) to its value. A word may stand in several classes ("second" is an ordinal and a
unit). Numbers in digits are classes too, so that a rule can ask for `{day}` or `{year}`.
"""

from __future__ import annotations

__all__ = ["CAPITALISED", "CLASSES", "NAMES", "WORD_NUMBERS"]


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: n for n, group in enumerate(words.split(), first) for word in group.split("/")}


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
) | {"twenty": 20, "thirtieth": 30, "thirty": 30}
ORDINALS = {w: n for w, n in ORDINALS.items() if not w.endswith("ty")} | {"final": -1, "last": -1, "opening": 1}

UNITS = {
    word: code
    for code, words in {
        "S": "seconds", "TM": "minute minutes mins", "H": "hour hours hrs", "D": "day days",
        "W": "week weeks", "M": "month months", "Y": "year years yr yrs", "DE": "decade decades",
        "CE": "century centuries", "Q": "quarter quarters", "WE": "weekend weekends", "FN": "fortnight fortnights",
    }.items()
    for word in words.split()
}  # fmt: skip

CLASSES: dict[str, dict[str, object]] = {
    "month": dict(MONTHS),
    "wday": dict(WEEKDAYS),
    "one": dict(ONES),
    "ten": dict(TENS),
    "cardinal": dict(WORD_NUMBERS),
    "ordinal": dict(ORDINALS),
    "unit": dict(UNITS),
    "sunit": {w: c for w, c in UNITS.items() if not w.endswith("s")},
    "units": {w: c for w, c in UNITS.items() if w.endswith("s")},
    "season": {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
               "winter": "WI", "wintertime": "WI"},
    "part": {"early": "START", "late": "END", "mid": "MID", "beginning": "START", "start": "START", "end": "END",
             "middle": "MID", "outset": "START", "close": "END", "eve": "END"},
    "daypart": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV",
                "midday": "MI", "noon": "MI", "midnight": "NI", "lunchtime": "MI", "overnight": "NI", "nighttime": "NI",
                "daytime": "DT", "daybreak": "MO", "sunrise": "MO", "sunset": "EV", "nightfall": "NI"},
    "past": {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1},
    "next": {"next": 1, "following": 1, "coming": 1, "upcoming": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1},
    "some": {"several": "X", "few": "X", "couple": 2, "many": "X", "some": "X", "numerous": "X", "various": "X",
             "countless": "X", "more": "X", "recent": "X"},
    "about": dict.fromkeys(("about", "around", "nearly", "almost", "roughly", "approximately", "some", "over", "under", "exactly", "just", "only", "circa", "ca", "barely", "another", "at", "more", "less", "than", "least", "most", "close", "up", "to")),
    "middle": dict.fromkeys(("consecutive", "straight", "full", "more", "additional", "successive", "long", "whole", "calendar", "working", "business", "trading", "short", "further", "extra", "solid", "entire", "bloody", "brutal", "tense", "fiscal", "financial", "other")),
    "today": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0},
    "back": {"earlier": -1, "previously": -1, "before": -1, "prior": -1, "beforehand": -1},
    "forth": {"later": 1, "after": 1, "afterwards": 1, "afterward": 1, "thereafter": 1, "hence": 1},
    "often": {"daily": "XXXX-XX-XX", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
              "hourly": "PT1H", "fortnightly": "P2W", "quarterly": "P1Q", "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W",
              "everyday": "XXXX-XX-XX"},
    "present": {"currently": None, "nowadays": None, "current": None, "presently": None},
    "gone": {"recently": None, "recent": None, "former": None, "formerly": None, "lately": None},
    "era": {"bc": "BC", "bce": "BC", "ad": "AD", "ce": "AD"},
    "ampm": {"am": "AM", "pm": "PM"},
    "zone": dict.fromkeys(("gmt", "utc", "est", "edt", "cet", "cest", "bst", "pst", "pdt", "cst", "cdt", "ist", "jst", "msk", "eet", "eest", "mst", "mdt", "wib", "aest", "kst", "hkt", "sgt")),
    "hrs": dict.fromkeys(("hours", "hrs", "hr", "h", "hour")),
    "th": dict.fromkeys(("st", "nd", "rd", "th")),
}  # fmt: skip

_DIGITS: dict[str, dict[str, object]] = {
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
CLASSES.update(_DIGITS)

CAPITALISED = frozenset("may march mar sat sun mon wed fri jan jun august april june dec sep sept nov oct feb".split())
"""Words that mean a date only with a capital letter."""

NAMES = frozenset([*MONTHS, *WEEKDAYS])
