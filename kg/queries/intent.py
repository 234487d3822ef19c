"""A verb of will or speech before the verb of an event ("refused to meet", "applied to join") in, readings out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.queries.content import stem
from kg.queries.fill import filled
from kg.queries.tense import willing
from kg.queries.words import OFFERING, WILLING

if TYPE_CHECKING:
    from kg.queries.clause import Clause, Trigger
    from kg.queries.frames import Index
    from kg.queries.reading import Reading
    from kg.queries.sketch import Sketch

__all__ = ["intended"]

_NOT_REFUSED = ("planned", "possible", "conditional", "unconfirmed", "contested", "actual")


def intended(base: Reading, sketch: Sketch, clause: Clause, verbs: list[Trigger], index: Index) -> list[Reading]:
    """Readings of the verb behind "to"; none where no verb of will governs it.

    What was offered, promised or applied for was done by saying so: the words must hold it, whatever came of it.
    """
    lower = sketch.tokens.lower
    will = willing(lower, clause)
    if will is None:
        return []
    at, statuses = will
    after = [filled(base, t, sketch, index, ()) for t in verbs if t.at > at][:2]
    lemma = WILLING[lower[at]]
    if lemma not in OFFERING:
        return [replace(one, statuses=one.statuses if base.asked == "yes-no" else statuses) for one in after]
    said = stem(lower[at])
    if base.asked == "yes-no":
        after = [replace(one, governed=said) for one in after]
    else:
        after = [replace(one, words=(said, *one.words), statuses=_NOT_REFUSED) for one in after]
    own = [t for t in verbs if t.at == at]
    promised = [filled(base, t, sketch, index, ()) for t in own]
    if after and promised and base.asked != "yes-no" and not (after[0].others or after[0].doers):
        first, verb = promised[0], next(t for t in verbs if t.at > at)
        types = tuple(sorted({*first.types, *after[0].types}))
        words = (said, stem(lower[verb.at]))
        return [replace(first, types=types, narrower=(), words=words, statuses=_NOT_REFUSED), *after]
    return [*after, *promised] if after and after[0].others else [*promised, *after]
