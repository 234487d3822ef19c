"""A word that begins a sentence in, whether it is a plain word of the language out, by its ending or from a list.

A name of one word has nothing but its capital to tell it, and there every word has one. No plain noun stands alone in
the singular before a verb, but for those of things that are not counted: "Rain fell", "Fighting went on".
"""

from __future__ import annotations

from kg.extract.lists import CALENDAR, FUNCTION
from kg.extract.roles import ROLE_NOUNS, TARGETS

__all__ = ["is_common"]

_UNCOUNTED = frozenset(
    """aid air anger art bad beef beer blood bread business capital cargo cash cement cholera clear coal cocoa coffee
    common copper corn cotton credit crime crude data death debt diesel dirt drought dust earth energy equal everybody
    everyone everything evil faith fame famine fate fear few fire fish flu food force fraud free fresh fruit fuel fun
    gas gold good grain grief half hard hate health heat heavy help history home hope hunger ice inflation iron key
    labour labor land law lead less life light little local love low luck lumber main malaria many maize major meat
    media medicine milk minor mine money more most mud much music nature neither new news no nobody noise none nothing
    oil old one only opera opium other others overall paper part past peace petrol pollution poor pork power press pride
    private progress property public radio rain red research respect rice rich rubber sale salt sand scrap sea sex silk
    silver smoke snow soil some somebody someone something sound space speed sport staff steel stone such sugar sun
    support talk tea technology television terror thanks timber time tin tobacco tourism toxic trade traffic trash
    travel trouble truth uranium very waste water wealth weather what wheat white who whoever wind wine wood wool word
    work world worse youth zinc agriculture anybody anyone anything""".split()
)
_ENDINGS = (
    "ing", "tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "age", "hood", "ly", "logy", "ics",
    "ed", "dom", "cracy", "graphy", "ware", "ful", "less", "able", "ible", "ous", "ive", "where", "body", "thing",
)  # fmt: skip


def is_common(word: str) -> bool:
    """Whether a lower-case word may be a plain word that begins a sentence.

    >>> [is_common(word) for word in ("violence", "rebels", "okonjo", "rain", "lavrov")]
    [True, True, False, True, False]
    """
    return (
        len(word) < 4
        or word in _UNCOUNTED
        or word in FUNCTION
        or word in CALENDAR
        or word in ROLE_NOUNS
        or word in TARGETS
        or word.endswith(_ENDINGS)
        or (word.endswith("s") and not word.endswith(("as", "is", "os", "us", "ss")))
    )
