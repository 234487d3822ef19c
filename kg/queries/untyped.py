"""A clause without a phrase of an event in, readings out: what happened, what somebody did, how somebody reacted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kg.extract.words import verb_forms
from kg.queries.content import content_words, stem
from kg.queries.fill import with_topic
from kg.queries.misread import UnreadError
from kg.queries.tense import HAPPENED, STATUS_WORDS, last_of, status_words, untyped_statuses

if TYPE_CHECKING:
    from kg.queries.clause import Clause
    from kg.queries.frames import Index
    from kg.queries.reading import Reading
    from kg.queries.sketch import Sketch

__all__ = ["active", "of_words", "reacting", "untyped"]

_HAPPENING = frozenset("happen happened happening occur occurred up then lately recently now today".split())
_PLAIN = frozenset("event relation tie new news histor thing timelin involv concern regard report".split()) | {
    stem(word) for word in STATUS_WORDS
}
"""Stems that add nothing to "what happened"."""
_DOING = frozenset("do done doing".split())
_REACTING = frozenset(form for verb in ("react", "respond", "answer") for form, _ in verb_forms(verb))
_IN_WORDS = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN"))
_REACTED = ("actual", "contested", "negated")


def of_words(index: Index) -> tuple[str, ...]:
    """The types of events that are done by saying something: a demand, a threat, praise, a promise."""
    kinds = index.lexicon.types
    return tuple(sorted(n for n in kinds if kinds[n].root in _IN_WORDS or n in ("praise", "promise", "apologise")))


def reacting(sketch: Sketch, clause: Clause, base: Reading, index: Index) -> list[Reading]:
    """ "How did A react to B": what A did, or anybody said, in documents that tell of B; nothing where none asks so."""
    lower = sketch.tokens.lower
    at = next((i for i in range(clause.start, len(lower)) if lower[i] in _REACTING and not clause.party_at(i)), None)
    if at is None or base.asked not in ("what", "who") or lower[at + 1 : at + 2] == []:
        return []
    doers = tuple(u.who for u in clause.units if clause.start <= u.start < at)
    named = tuple(u.who for u in clause.units if u.start > at)
    words = content_words(sketch, at + 1, shortest=3)
    if not words and not named:
        raise UnreadError(f"not understood what is reacted to in {sketch.tokens.text!r}")
    kinds = () if doers else of_words(index)
    return [
        replace(base, asked="what", types=kinds, type_words=lower[at], doers=doers, named=named, words=words,
                statuses=_REACTED, must=True, loose=("reaction",))
    ]  # fmt: skip


def active(sketch: Sketch, clause: Clause, base: Reading) -> list[Reading]:
    """ "Which country was most active": who takes part in most events of any kind; nothing where it is not asked."""
    lower = sketch.tokens.lower
    at = next((i for i in range(1, len(lower)) if lower[i] == "active" and lower[i - 1] in ("most", "least")), None)
    if at is None or base.asked not in ("who", "what"):
        return []
    with_whom = tuple(u.who for u in clause.units if u.start > at)
    rank: Literal["most", "least"] = "most" if lower[at - 1] == "most" else "least"
    return [replace(base, asked="who", doers=with_whom, open="any", mutual=True, ranked=rank,
                    statuses=HAPPENED, loose=("active",))]  # fmt: skip


def _unread(sketch: Sketch, clause: Clause) -> tuple[str, ...]:
    """ "what did Laos test": the last word, behind a party, is a verb that no phrase has."""
    last, at = sketch.tokens.lower[-1], len(sketch.tokens) - 1
    closed = not last.isalpha() or last in _HAPPENING or sketch.taken[at]
    return (stem(last),) if not closed and clause.party_at(at - 1) and not clause.party_at(at) else ()


def untyped(sketch: Sketch, clause: Clause, base: Reading) -> list[Reading]:
    """Questions about any event: "what happened between A and B", "what did A do", "documents about A"."""
    here = [u for u in clause.units if u.start >= clause.start]
    lower = sketch.tokens.lower
    told = base.asked in ("what", "documents") and (status_words(lower) or last_of(lower))
    if not here and not sketch.period and not told:
        return []
    if base.asked not in ("what", "documents", "how-often", "when", "yes-no") or sketch.strange:
        return []
    base = replace(base, statuses=untyped_statuses(lower, base), last=last_of(lower))
    done = next((i for i, w in enumerate(lower) if w in _DOING and i >= clause.start), None)
    if done is not None and any(u.start < done for u in here) and base.asked == "what":
        doers = tuple(u.who for u in here if u.start < done)
        others = tuple(u.who for u in here if u.start >= done)
        return [with_topic(replace(base, doers=doers, others=others, open="any"), sketch)]
    if base.asked == "yes-no" and len(here) < 2:
        return []
    if base.asked == "yes-no":
        base = replace(base, words=tuple(w for w in content_words(sketch, clause.start) if w not in _PLAIN), must=True)
    if base.asked == "what":
        verb = _unread(sketch, clause)
        words = verb or tuple(w for w in content_words(sketch, clause.start, shortest=3) if w not in _PLAIN)
        base = replace(base, words=words, must=not verb)
    all_here = with_topic(replace(base, doers=tuple(u.who for u in here), open="any", mutual=True), sketch)
    there = [u for u in here if u.prep in ("in", "at", "near")]
    if there and base.asked != "documents":
        others = tuple(u.who for u in here if u not in there)
        place = " ".join(u.who.words for u in there)
        return [replace(base, place=place, doers=others, open="any", mutual=True), all_here]
    return [all_here]
