"""A trigger and the sketch of a question in, a reading out: types, sides, place, topic, words of the evidence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.queries.content import content_words, stem
from kg.queries.main_verb import SUPPORT
from kg.queries.misread import UnreadError
from kg.queries.tense import is_future, last_of, ranked, statuses_of
from kg.queries.words import NOT

if TYPE_CHECKING:
    from kg.extract.tokens import Tokens
    from kg.queries.clause import Trigger
    from kg.queries.frames import Index
    from kg.queries.reading import Reading, Side, Who
    from kg.queries.sketch import Sketch

__all__ = ["filled", "with_topic"]

_GENERIC = frozenset("agree aid assault coerce consult cooperate mobilize protest request".split())
"""Roots whose own phrases are so wide ("attack", "agree") that narrower events are always meant too."""
_OPEN: dict[str, Side] = {"X": "doer", "Y": "other", "M": "mediator", "H": "host"}
_SHORT = 3
_TOPIC = re.compile(
    r"\b(?:about|on the (?:subject|question|issue|matter) of|regarding|concerning|over)\s+(.+)$", re.IGNORECASE
)


def filled(base: Reading, trigger: Trigger, sketch: Sketch, index: Index, speakers: tuple[Who, ...]) -> Reading:
    """The base reading with what a trigger says: types, sides, place; and with tense, rank, topic of the question."""
    tokens = sketch.tokens
    lower = ["" if out else word for word, out in zip(tokens.lower, sketch.taken, strict=True)]
    roles = trigger.roles
    below = index.narrower(trigger.types)
    types = below if set(trigger.types) & _GENERIC else tuple(sorted(trigger.types))
    broader = index.wider(trigger.types)
    doers = roles.get("X", ()) or speakers
    negated = any(w in NOT for w in lower[sketch.opened.start : trigger.at]) and base.asked != "yes-no"
    open_side = _OPEN.get(trigger.open_role, "any")
    if sketch.opened.whose and not trigger.passive:
        open_side = "other"
    made = replace(
        base,
        wide=_names_its_type(trigger, index), verbs=_said_by(trigger, tokens, index),
        nouns=_nouns_of(trigger, tokens),
        types=types, narrower=below if below != types else (), broader=broader,
        words=content_words(sketch, sketch.opened.start, trigger.used),
        named=trigger.topics, type_words=trigger.words, mutual=trigger.mutual,
        open="any" if trigger.mutual and not trigger.passive and open_side in ("doer", "other") else open_side,
        doers=doers, others=roles.get("Y", ()), mediators=roles.get("M", ()), hosts=roles.get("H", ()),
        place=" ".join(w.words for w in trigger.place) or _place(sketch), placed=trigger.place,
        statuses=("negated",) if negated else statuses_of(lower, trigger, base),
        negated=negated, future=is_future(lower[: trigger.at]),
        ranked=ranked(lower), last=last_of(lower) or ("first" if sketch.opened.last else ""),
    )  # fmt: skip
    return with_topic(made, sketch)


def _names_its_type(trigger: Trigger, index: Index) -> bool:
    """Whether the words are those of the type itself ("reject"), and so mean all that is below it."""
    labels = " ".join(index.lexicon.types[name].label.lower() for name in trigger.types)
    return stem(trigger.words.lower().split()[0]) in labels if trigger.words else True


def _said_by(trigger: Trigger, tokens: Tokens, index: Index) -> frozenset[str]:
    """The forms of verbs that say the same; none where the verb adds nothing to its noun ("held talks")."""
    return frozenset() if tokens.lower[trigger.at] in SUPPORT else index.same(trigger.rules)


def _nouns_of(trigger: Trigger, tokens: Tokens) -> tuple[str, ...]:
    """Stems of the nouns that the phrase took: "welcomed the ruling"."""
    others = sorted(trigger.used - {trigger.at}) if trigger.verbal else []
    return tuple(stem(tokens.lower[i]) for i in others if len(tokens.lower[i]) > _SHORT)


def _place(sketch: Sketch) -> str | None:
    """A place that is no party: "in Geneva" where nobody knows Geneva as an actor."""
    lower, words = sketch.tokens.lower, sketch.tokens.words
    for i in range(sketch.opened.start, len(lower) - 1):
        if lower[i] in ("in", "at", "near") and words[i + 1][:1].isupper() and not sketch.taken[i + 1]:
            end = i + 2
            while end < len(words) and words[end][:1].isupper():
                end += 1
            if sketch.tokens.quote(i + 1, end) in sketch.strange:
                return sketch.tokens.quote(i + 1, end)
    return None


def with_topic(reading: Reading, sketch: Sketch) -> Reading:
    """What it is about: issues by their keywords, else the words after "about", matched in the quotes."""
    from kg.queries.resolve import issues_in

    found = _TOPIC.search(sketch.tokens.text)
    words = found[1] if found else ""
    if sketch.period:
        words = words.replace(sketch.period.words, "").strip()
    issues, left = issues_in(words) if words else ((), "")
    topics = reading.topics
    if not issues and left and not reading.words and not _names_party(left, sketch):
        topics = (left,)
    strange = tuple(s for s in sketch.strange if s != reading.place and s not in " ".join(topics))
    if strange and reading.types:
        topics = (*topics, *strange)
    elif strange:
        raise UnreadError(f"nobody here is known as {strange[0]!r}", strange[0])
    return replace(reading, issues=issues, topics=topics, strange=strange)


def _names_party(words: str, sketch: Sketch) -> bool:
    folded = words.lower()
    return any(w.words.lower() in folded for w in sketch.found)
