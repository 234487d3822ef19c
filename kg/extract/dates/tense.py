"""The words around a date in, its direction out: does the sentence look ahead, back, or not tell?

The nearest word of tense before the date in its sentence decides, else the nearest after it.
"""

from __future__ import annotations

import re

__all__ = ["direction"]

_AHEAD = (
    r"(?:will|would|shall|could|(?-i:may)|might|should|must|can|cannot|won['’]t|wouldn['’]t|to)"
    r"(?:\ (?:not|also|then|soon|be|have|only))*"
    r"\ (?!(?:the|a|an|this|that|his|her|its|their|our|any|all|no|some|which|date|people|those|these)\b)"
    r"(?-i:[a-z]{2,})"
    r"|(?:before|until|till|once|unless|as\ soon\ as|after)\ (?:[\w'’]+\ ){1,4}?(?:is|are)(?:\ [a-z]+){0,2}?"
    r"\ (?:[a-z]{2,}ed|held|known|made|sworn|taken|chosen|over|ready)"
    r"|['’]ll|going\ to|due|slated|plans?|planning|expects?|deadline|upcoming|forthcoming|looming|hopes?|intends?"
    r"|(?:(?:has|have|had|is|are|was|were|been|be)\ )*(?:scheduled|planned|expected|slated|due|postponed"
    r"|set\ (?:for|to))"
    r"|ahead\ of|no\ later\ than|not\ later\ than|delayed|predicts?|forecasts?|(?:is|are)\ [a-z]+ing|next|tomorrow"
    r"|starting|beginning"
    r"|begins?|opens?|starts?|votes(?=\ (?:on|in|this|next)\b)|expires?|ends|resumes|concludes|convenes|takes\ place"
)
_BACK = (
    r"said|says|saying|telling|adding|announcing|told|was|were|had|has|have|did|been|went|came|took|met|held|began|left|"
    r"made|gave|got|saw|led|sent|"
    r"won|lost|fell|rose|broke|spoke|wrote|became|found|kept|cut|hit|struck|flew|drove|ran|fought|shot|"
    r"bought|sold|paid|quit|shut|ago|since|last|according\ to|prior\ to|used\ to|(?:un|with)?able\ to|[a-z]{2,}ed"
)
_CUE = re.compile(rf"(?<![\w’'])(?:(?P<ahead>{_AHEAD})|(?P<back>{_BACK}))(?![\w])", re.IGNORECASE | re.VERBOSE)
_WILLED = re.compile(
    r"\b(?:agree|plan|vow|pledge|promis|decid|ask|invit|ready|prepar|want|hope|intend|threaten|urg|order|refus|offer|vot|"
    r"call|expect|schedul|propos|demand|need|opt|consider|is|are|be|set|due|likely|willing|bound|poised|event|meeting|"
    r"forecast|predict|told|persuad|slat|instruct)(?:e?[ds])?\s(?:[\w'’.-]+\s){0,4}$",
    re.IGNORECASE,
)
_DUE = re.compile(r"\s+(?:deadline|cutoff|target\ date)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\s+(?:[a-z]+\s)?(?:summit|elections?|vote|referendum|polls?|hearing|meeting|talks|conference|congress)\b",
    re.IGNORECASE,
)
"""“The October elections” lie behind or ahead, whatever becomes of them in the sentence; then the nearest is meant."""

_UNTIL = re.compile(r"\b(?:until|till|by|deadline(?:\ (?:of|on|for))?)\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z])|\n\s*\n|\n(?=[A-Z])")
_LASTING = frozenset(
    "was were had did lasted ruled fought served continued held remained stayed lived worked went kept led ran".split()
)
"""Past verbs after which "until" and "by" tell of the past; after others they set a date ("gave them until Friday")."""

_HAD_DONE = re.compile(
    r"\bhad\s(?:\w+\s){0,3}(?:[a-z]{2,}ed|become|fallen|gone|left|lost|met|risen|sent|taken|won)\b[^,;]*$"
)
"""“They had delivered half of it by November”: then November is past."""

_CLAUSE = re.compile(r"\b(?:that|which|who|whose|because|although)\b")
"""Where another clause begins, whose tense is its own."""

_REACH = 240


def direction(text: str, start: int, end: int, *, is_day: bool = False) -> bool | None:
    """True if the words around `text[start:end]` look ahead, False if back, None if they do not tell.

    What "could" be is on the next Friday (`is_day`), but in the nearest May.

    >>> t = "Iran said Wednesday that talks would resume on Monday."
    >>> direction(t, 10, 19), direction(t, 47, 53), direction("On Friday Chad will vote.", 3, 9)
    (False, True, True)
    """
    low = max(0, start - _REACH)
    before = text[low:start]
    for stop in _STOP.finditer(before):
        low = max(low, start - len(before) + stop.end())
    before = text[low:start]
    if _DUE.match(text, end):
        return True
    until = _UNTIL.search(before) is not None
    found = _last(before, len(before))
    if found and until:
        return found.group().lower() not in _LASTING and not _HAD_DONE.search(before)
    if found:
        return None if not is_day and found.group().lower().startswith("could ") else _ahead(found, before)
    if _HELD.match(text, end):
        return None
    after = text[end : end + _REACH]
    stop_after = _STOP.search(after)
    clause = _CLAUSE.search(after)
    ends = [m.start() for m in (stop_after, clause) if m]
    found = _CUE.search(after, 0, min(ends, default=len(after)))
    if found:
        return _ahead(found, after)
    return True if until else None


def _last(text: str, end: int) -> re.Match[str] | None:
    """The last word of tense in `text[:end]`."""
    last: re.Match[str] | None = None
    for found in _CUE.finditer(text, 0, end):
        last = found
    return last


def _ahead(found: re.Match[str], text: str) -> bool:
    """Whether the cue looks ahead: "to sign" does so, but not after a past verb that says it was done."""
    if found["ahead"] is None:
        return False
    if not found["ahead"].lower().startswith("to "):
        return True
    governor = _last(text, found.start())
    if governor is None or governor["ahead"]:
        return True
    return bool(_WILLED.search(text[: found.start()]))
