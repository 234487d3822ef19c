"""The words around a date in, its direction out: does the sentence look ahead, back, or not tell?

The nearest word of tense before the date in its sentence decides, else the nearest after it.
"""

from __future__ import annotations

import re

__all__ = ["direction"]

_AHEAD = (
    r"will|would|shall|won['’]t|['’]ll|going\ to|(?:is|are|was|were|be)\ to|set\ to|due|scheduled|planned|slated|plans?|"
    r"planning|expected|expects?|deadline|upcoming|forthcoming|looming|until|till|hopes?|hoped|intends?|intended|"
    r"could|may|might|should|must|can|ahead\ of|postponed|delayed|agreed\ to|vowed\ to|pledged\ to|promised\ to|"
    r"decided\ to|asked\ to|invited\ to|ready\ to|prepar\w+\ (?:to|for)|wants?\ to|wanted\ to|next|by|not\ before|tomorrow"
)
_BACK = (
    r"said|says|told|was|were|had|has|have|did|been|went|came|took|met|held|began|left|made|gave|got|saw|led|sent|"
    r"won|lost|fell|rose|broke|spoke|wrote|became|found|kept|put|set|cut|hit|struck|flew|drove|ran|fought|shot|"
    r"bought|sold|paid|quit|shut|ago|since|last|killed|[a-z]{2,}ed"
)
_CUE = re.compile(rf"(?<![\w’'])(?:(?P<ahead>{_AHEAD})|(?P<back>{_BACK}))(?![\w])", re.IGNORECASE | re.VERBOSE)
_TO_VERB = re.compile(r"\bto [a-z]{2,}")
_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z])|\n\s*\n|\n(?=[A-Z])")
_REACH = 240


def direction(text: str, start: int, end: int) -> bool | None:
    """True if the words around `text[start:end]` look ahead, False if back, None if they do not tell.

    >>> t = "Iran said Wednesday that talks would resume on Monday."
    >>> direction(t, 10, 19), direction(t, 47, 53), direction("On Friday Chad will vote.", 3, 9)
    (False, True, True)
    """
    low = max(0, start - _REACH)
    before = text[low:start]
    for stop in _STOP.finditer(before):
        low = max(low, start - len(before) + stop.end())
    before = text[low:start]
    found: re.Match[str] | None = None
    for found in _CUE.finditer(before):
        pass
    if found:
        if found["ahead"]:
            return True
        return False
    if _TO_VERB.search(before):
        return True
    after = text[end : end + _REACH]
    stop_after = _STOP.search(after)
    found = _CUE.search(after, 0, stop_after.start() if stop_after else len(after))
    if found:
        return bool(found["ahead"])
    if _TO_VERB.search(after, 0, stop_after.start() if stop_after else len(after)):
        return True
    return None
