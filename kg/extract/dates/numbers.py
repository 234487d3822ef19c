"""Number words in, numbers out: "twenty-five", "two and a half", "1,460", "a few"."""

from __future__ import annotations

import re

from kg.extract.dates.words import ORDINALS, TENS, WORD_NUMBERS

__all__ = ["number", "ordinal"]

_VAGUE = frozenset(
    "several many few some a-few a-couple-of a-couple a-number-of numerous countless dozens-of hundreds-of".split()
)


def number(text: str | None) -> float | None:
    """The number that words or digits say; None for "several" and the like, and for no words at all.

    >>> number("twenty-five"), number("1,460"), number("2.5"), number("a single"), number("a few")
    (25, 1460, 2.5, 1, None)
    """
    if text is None:
        return None
    words = text.replace(",", "").split()
    joined = "-".join(words)
    if joined in _VAGUE:
        return 2 if joined.startswith("a-couple") else None
    if joined in ("a", "an", "the", "a-single"):
        return 1
    if joined == "half-a":
        return 0.5
    if re.fullmatch(r"\d+(\.\d+)?", joined):
        return float(joined) if "." in joined else int(joined)
    total = 0
    for word in joined.split("-"):
        if word in ("hundred", "thousand"):
            total = (total or 1) * WORD_NUMBERS[word]
        elif word in WORD_NUMBERS or word in TENS:
            total += WORD_NUMBERS.get(word) or TENS[word]
        else:
            return None
    return total


def ordinal(text: str) -> int:
    """The rank that an ordinal says; -1 for the last.

    >>> ordinal("third"), ordinal("twenty-first"), ordinal("latter"), ordinal("4")
    (3, 21, -1, 4)
    """
    if text.isdigit():
        return int(text)
    if text == "latter":
        return -1
    tens, _, one = text.partition("-")
    return TENS[tens] + ORDINALS[one] if one else ORDINALS[tens]
