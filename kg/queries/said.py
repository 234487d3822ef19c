"""Questions about claims in, readings out: who says it, who denies it, what somebody denies, which documents say so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.queries.contradict import contradicting
from kg.queries.fill import filled, with_topic
from kg.queries.reading import Reading
from kg.queries.triggers import triggers
from kg.queries.untyped import of_words
from kg.queries.words import FORMS, NOT, SAYING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tokens import Tokens
    from kg.queries.frames import Index
    from kg.queries.reading import Asked
    from kg.queries.sketch import Sketch

__all__ = ["TELLING", "said", "saying_verb"]

_ONLY_DOCUMENTS = frozenset("mention cover describe contain speak talk deal refer discuss write tell".split())
_PRONOUNS = frozenset("it he she they".split())
_DENYING = ("deny", "dispute")
TELLING = frozenset("say claim state assert insist announce allege".split())
"""Verbs of saying and nothing else: what somebody says is no event that he only takes part in."""
_WHATEVER = frozenset("what which something anything things".split())
AUX_LIKE = frozenset("do does did has have had is are was were been be will would can could may might".split())


def saying_verb(sketch: Sketch, index: Index) -> tuple[int, str] | None:
    """The first verb, when it is one of saying that governs a clause, a noun of an event, or the whole question."""
    tokens, opened = sketch.tokens, sketch.opened
    clause = sketch.clause(opened.start, questioning=True)
    for i in range(opened.start, len(tokens)):
        word = tokens.lower[i]
        if clause.party_at(i) or sketch.taken[i]:
            continue
        if word in FORMS and tokens.lower[max(i - 1, 0)] not in ("the", "a", "'s", "of", "an"):
            lemma = FORMS[word]
            if lemma in _ONLY_DOCUMENTS and opened.asked != "documents":
                return None
            if lemma == "contradict":
                return i, lemma
            return (i, lemma) if _governs(sketch, index, i) else None
        if word in index.verbs and word not in AUX_LIKE and tokens.lower[max(i - 1, 0)] not in ("the", "a", "an"):
            return None
    return None


def _governs(sketch: Sketch, index: Index, i: int) -> bool:
    rest = sketch.tokens.lower[i + 1 :]
    if sketch.opened.asked in ("what", "documents") or all(w in _WHATEVER for w in rest):
        return True
    if "that" in rest[:1] or rest[0] in _PRONOUNS or any(w in index.verbs and w not in ("on", "in") for w in rest):
        return True
    return any(w in index.event_nouns for w in rest) or rest[0] in ("having", "any")


def said(sketch: Sketch, index: Index, i: int, lemma: str) -> Iterable[Reading]:
    """Readings of a question about claims: who says it, who denies it, what somebody denies, which documents."""
    tokens, opened = sketch.tokens, sketch.opened
    start = i + 1
    while start < len(tokens) and tokens.lower[start] in (
        "that",
        "about",
        "of",
        "to",
        "with",
        "whether",
        "having",
        ":",
    ):
        start += 1
    inner = sketch.clause(start, questioning=False)
    speakers = tuple(u.who for u in inner.units if u.start < i)
    if not speakers and opened.asked in ("what", "documents", "yes-no") and tokens.lower[start : start + 1] == ["by"]:
        speakers = tuple(u.who for u in inner.units if u.prep == "by")
        start = max((u.end for u in inner.units if u.prep == "by"), default=start)
        inner = sketch.clause(start, questioning=False)
    stances = _stances(sketch, i, start, lemma)
    asked: Asked = "sayers" if opened.asked in ("who", "how-many-who") else opened.asked
    base = Reading(
        asked,
        sayers=speakers,
        stances=stances,
        period=sketch.period,
        asks_claims=True,
        only=sketch.only,
        kind=sketch.opened.kind,
    )
    if lemma == "contradict":
        yield from contradicting(base, sketch.clause(i + 1, questioning=False), sketch, index)
        return
    if opened.asked in ("when", "where", "how-often", "since"):
        base = replace(base, asked="documents" if opened.asked == "when" else base.asked)
    made = False
    for trigger in triggers(inner, index)[:3]:
        made = True
        yield filled(base, trigger, sketch, index, speakers if _pronoun(tokens, start) else ())
    others = tuple(u.who for u in inner.units if u.start >= start)
    if sketch.opened.asked == "documents" and (others or not made):
        yield with_topic(replace(base, named=others, open="any", loose=("documents",)), sketch)
    elif not made and lemma in _DENYING and not others and _nothing_else(tokens, start):
        anybody = opened.asked == "what" and not speakers
        yield replace(base, asked="what" if anybody else base.asked, stances=("denied",), denials=True, open="any")
    elif not made and (others or speakers):
        yield with_topic(replace(base, doers=others, open="any", mutual=True), sketch)
    if speakers and _told_by(sketch, lemma):  # "Russia rejected the ruling" is what Russia says about it
        named = tuple(who for who in others if who not in speakers)
        own = Reading("what", of_words(index), lemma, doers=speakers, open="any", period=sketch.period)
        own = replace(own, loose=("in words",))
        if named:
            yield replace(own, others=named)
            yield replace(own, topics=tuple(who.words for who in named))
        else:
            yield with_topic(own, sketch)


def _stances(sketch: Sketch, i: int, start: int, lemma: str) -> tuple[str, ...]:
    """How the claims that are asked for stand to their event; any where it is asked what somebody says about it."""
    lower = sketch.tokens.lower
    stances = SAYING[lemma]
    if lemma in TELLING and sketch.opened.asked == "what" and lower[i + 1 : i + 2] != ["that"]:
        return ()
    if any(w in NOT for w in lower[start:]) and stances == ("asserted", "confirmed"):
        return ("negated", "denied")
    return stances


def _told_by(sketch: Sketch, lemma: str) -> bool:
    return sketch.opened.asked == "what" and lemma in TELLING


def _nothing_else(tokens: Tokens, start: int) -> bool:
    """ "who denied what", "what does Iran deny": nothing says what it is."""
    return all(w in _WHATEVER for w in tokens.lower[start:])


def _pronoun(tokens: Tokens, start: int) -> bool:
    return start < len(tokens) and tokens.lower[start] in _PRONOUNS
