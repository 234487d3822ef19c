"""A text and a phrase in it in, whether "May" is a person there out: "Theresa May", "Mrs May's deal"."""

from __future__ import annotations

import re

from kg.extract.dates.place import Place

__all__ = ["has_surname", "is_surname"]

_NAMED = re.compile(r"\b([A-Z][a-z]+\.?|M[rs]s?\.?|Dr\.?|PM) May\b(?! \d|,? (?:19|20)\d\d)")
_NO_FIRST_NAME = frozenset(
    """In On Last Next This By Since Until Till From During Early Late Mid Every Each And Of The For Before After
    Through To Or Between Around About Throughout Monday Tuesday Wednesday Thursday Friday Saturday Sunday Previous
    Following January February March April June July August September October November December""".split()
)
_OF_MONTH = frozenset("in last next since until till during early late mid through throughout of this".split())


def has_surname(text: str) -> bool:
    """Whether the text names somebody May.

    >>> has_surname("British Prime Minister Theresa May met him."), has_surname("In May May Day was celebrated.")
    (True, False)
    """
    if " May" not in text:
        return False
    return any(found[1] not in _NO_FIRST_NAME for found in _NAMED.finditer(text))


def is_surname(place: Place) -> bool:
    """Whether a phrase in a text that names somebody May is that name and no month."""
    if place.phrase.kind != "month" or place.word != "May" or place.last - place.first > 1:
        return False
    return place.after() in ("'", "’", "'s") or place.before().lower() not in _OF_MONTH
