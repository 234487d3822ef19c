"""A sketch and a clause in, the word that should be its verb but that no phrase knows out.

Without this "who boycotted the talks" would be answered with those who held them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import ADVERBS, BE, DETERMINERS, DO, HAVE, MODALS, POSSESSIVES, PREPOSITIONS, verb_forms
from kg.queries.words import FORMS, NOT, WILLING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.queries.clause import Clause, Trigger
    from kg.queries.frames import Index
    from kg.queries.sketch import Sketch

__all__ = ["SUPPORT", "own_verb", "unknown_verb"]

_HOLDING = """attend participate join engage enter hold conduct begin start resume continue carry pursue take have make
do reach conclude complete finish end open launch happen occur go come""".split()
SUPPORT = frozenset(form for verb in _HOLDING for form, _ in verb_forms(verb))
"""Verbs that add nothing to the noun of an event that follows them: "joined the talks"."""
_SKIPPED = (
    ADVERBS
    | BE
    | DO
    | HAVE
    | NOT
    | frozenset(MODALS)
    | frozenset("ever else all also both there first last once , to".split())
)


def unknown_verb(sketch: Sketch, clause: Clause, index: Index, found: Sequence[Trigger]) -> str:
    """The word in the place of the verb that nothing understood; empty where all is well."""
    at = _place(sketch, clause)
    if at is None or any(trigger.verbal and at in trigger.used for trigger in found):
        return ""
    word = sketch.tokens.lower[at]
    if word in SUPPORT or word in FORMS or word in WILLING or word in index.nouns or word in index.event_nouns:
        return ""
    if any(trigger.at == at or at in trigger.used for trigger in found):
        return ""
    return sketch.tokens.words[at]


def own_verb(sketch: Sketch, clause: Clause, found: Sequence[Trigger]) -> list[Trigger]:
    """The triggers that are left when a phrase of its own begins at the verb of the question.

    Then a noun behind the verb names no event that is asked for, nor does a later verb, unless "to" or "that" leads to
    it. All triggers where the verb adds nothing ("held talks") or cannot be told.
    """
    lower = sketch.tokens.lower
    at = _place(sketch, clause)
    if at is None:  # "by whom was the deal rejected"
        passive = [t for t in found if t.verbal and t.passive and lower[t.at] not in SUPPORT]
        return [t for t in found if t.verbal] if passive else list(found)
    if lower[at] in SUPPORT or lower[at] in WILLING or not any(t.verbal and t.at == at for t in found):
        return list(found)
    led = next((i for i in range(at + 1, len(lower)) if lower[i] in ("to", "that", "from", "of")), len(lower))
    return [t for t in found if t.verbal and (t.at == at or t.at > led)]


def _place(sketch: Sketch, clause: Clause) -> int | None:
    """Where the verb of the question must stand; None when that cannot be told."""
    lower, asked = sketch.tokens.lower, sketch.opened.asked
    i = clause.start
    if asked in ("yes-no", "when", "where", "how-often", "since"):
        while i < len(lower) and (lower[i] in _SKIPPED or sketch.taken[i]):
            i += 1
        if not clause.party_at(i):
            return None
        while i < len(lower) and (clause.party_at(i) or lower[i] in (",", "and", "or")):
            i += 1
    elif asked not in ("who", "how-many-who"):
        return None
    while i < len(lower) and (lower[i] in _SKIPPED or sketch.taken[i]):
        i += 1
    if i >= len(lower) or clause.party_at(i):
        return None
    if asked in ("who", "how-many-who") and i > clause.start and lower[i - 1] in BE and not lower[i].endswith("ed"):
        return None
    word = lower[i]
    closed = word in DETERMINERS | POSSESSIVES | PREPOSITIONS or not word.isalpha()
    return None if closed else i
