"""A question in plain words in, readings out, the likeliest first: what is asked, of which events, parties and time.

The words that name events are the phrases of the ontology, those that read the articles.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import QuestionError
from kg.extract.tokens import tokenize
from kg.queries import parties, times
from kg.queries.content import stem
from kg.queries.fill import filled, with_topic
from kg.queries.main_verb import own_verb, unknown_verb
from kg.queries.opening import opening
from kg.queries.reading import Reading
from kg.queries.said import TELLING, said, saying_verb
from kg.queries.sketch import Sketch
from kg.queries.tense import last_of, status_words, untyped_statuses, willing
from kg.queries.triggers import triggers

if TYPE_CHECKING:
    from kg.queries.clause import Clause, Trigger
    from kg.queries.frames import Index
    from kg.queries.opening import Opening
    from kg.queries.parties import Names
    from kg.queries.reading import Who

__all__ = ["CAN_BE_ASKED", "is_event", "read"]

CAN_BE_ASKED = (
    "ask who did what to whom, when, where, how often, which documents say so, who denies it, or whether it is so: "
    "'who met Castro in 2016', 'did Russia expel diplomats', 'what does Iran deny'"
)


def read(question: str, names: Names, index: Index, today: str) -> tuple[Reading, ...]:
    """The readings of a question; raises QuestionError that names the part not understood."""
    text = _plainer(" ".join(question.replace("’", "'").split()).rstrip("?!. "))
    if not text:
        raise QuestionError("the question is empty", hint=CAN_BE_ASKED)
    text = text.lower() if text.isupper() else text
    if len(text) > 500:
        raise QuestionError("the question is longer than 500 characters", hint=CAN_BE_ASKED)
    tokens = tokenize(text)
    timed = times.find(text, today)
    out_of_time = [
        bool(timed and tokens.starts[i] < timed[1][1] and tokens.ends[i] > timed[1][0]) for i in range(len(tokens))
    ]
    found = [
        w
        for w in parties.find(tokens, names, index.verbs.keys() | index.event_nouns)
        if not any(out_of_time[w.span[0] : w.span[1]])
    ]
    group = [parties.members_of(tokens, i, names) is not None for i in range(len(tokens))]
    first = next((i for i, out in enumerate(out_of_time) if not out and tokens.lower[i] != ","), 0)
    opened = opening(tokens.lower, index.event_nouns, group, first)
    if opened is None:
        raise QuestionError(f"not understood what is asked by {text[:60]!r}", hint=CAN_BE_ASKED)
    if opened.asked == "who" and {"whom", "who"} & set(tokens.lower[opened.start :]):
        opened = replace(opened, asked="what")  # "who attacked whom": both sides are the answer
    found, only = _without_group(found, opened)
    taken = list(out_of_time)
    sketch = Sketch(tokens, taken, found, opened, timed[0] if timed else None, only)
    sketch.learn(names, index)
    voices = sketch.voices()
    readings = _readings(sketch, index)
    return tuple(replace(one, sayers=(*one.sayers, *voices)) for one in readings) if voices else readings


def is_event(words: str, index: Index) -> bool:
    """Whether words hold a noun or a verb of an event: "the nuclear deal", "Trump met Kim"."""
    lower = tokenize(words).lower
    return any(w in index.event_nouns or w in index.verbs for w in lower)


_PLAINER = (
    (re.compile(r"\b(?:was|is|were|are|acted as|served as) (?:the |a )?mediators?\b", re.IGNORECASE), "mediated"),
    (
        re.compile(r"\b(?:was|is|were|are|acted as|served as) (?:the |a )?hosts? (?:of|to|for)\b", re.IGNORECASE),
        "hosted",
    ),
    (
        re.compile(r"^according to (?:whom|who|which \w+),? (?:did|do|does|has|have|had)\b", re.IGNORECASE),
        "who says that",
    ),
    (re.compile(r"^according to (?!who|which)([^,]+), (.+)$", re.IGNORECASE), r"\2 according to \1"),
)


def _plainer(text: str) -> str:
    """Ways of asking that say the same as a verb, put as that verb.

    >>> _plainer("Who was the mediator between Egypt and Sudan")
    'Who mediated between Egypt and Sudan'
    """
    for pattern, plain in _PLAINER:
        text = pattern.sub(plain, text)
    return text


def _without_group(found: list[Who], opened: Opening) -> tuple[list[Who], Who | None]:
    """Take "which G7 members" out of the parties: it says who may be an answer."""
    if opened.group is None:
        return found, None
    only = next((w for w in found if w.span[0] <= opened.group < w.span[1]), None)
    return [w for w in found if w is not only], only


def _readings(sketch: Sketch, index: Index) -> tuple[Reading, ...]:
    saying = saying_verb(sketch, index)
    made = list(said(sketch, index, *saying)) if saying else []
    telling = (
        saying and saying[1] in TELLING and sketch.opened.asked == "what" and any(r.sayers or r.doers for r in made)
    )
    that = saying and sketch.tokens.lower[saying[0] + 1 : saying[0] + 2] == ["that"]
    if not (saying and made and (that or telling or sketch.opened.asked in ("documents", "yes-no"))):
        start = sketch.opened.start if sketch.opened.group is None else _after(sketch)
        made += _plain(sketch, index, start)
    if not made:
        raise _not_understood(sketch)
    return tuple(dict.fromkeys(made))


def _after(sketch: Sketch) -> int:
    return sketch.only.span[1] if sketch.only else sketch.opened.start


def _plain(sketch: Sketch, index: Index, start: int) -> list[Reading]:
    clause = sketch.clause(start, questioning=sketch.opened.asked in ("who", "what", "how-many-who", "where"))
    found = triggers(clause, index)
    verbs = [t for t in found if t.verbal]
    will = willing(sketch.tokens.lower, clause)
    loose = ("why",) if sketch.opened.why else ()
    base = Reading(sketch.opened.asked, period=sketch.period, only=sketch.only, kind=sketch.opened.kind, loose=loose)
    if odd := unknown_verb(sketch, clause, index, found):
        raise QuestionError(f"{odd!r} is not understood: no kind of event has this verb here", hint=CAN_BE_ASKED)
    if not _HOSTING & set(sketch.tokens.lower):
        found = own_verb(sketch, clause, found)
    if found:
        best = found[:3]
        made = [filled(base, t, sketch, index, ()) for t in best]
        hosts = _hosted(base, found, sketch, index)
        if hosts:
            made = [*hosts, *(filled(base, t, sketch, index, ()) for t in verbs[:2])]
        elif _HOSTING & set(sketch.tokens.lower):
            made = [replace(one, topics=(*one.topics, "host")) for one in made]
        if will is not None:
            after = [t for t in verbs if t.at > will[0]]
            asked = will[1] if base.asked != "yes-no" else ()
            first = [filled(base, t, sketch, index, ()) for t in after[:2]]
            offers = [t for t in verbs if t.at == will[0] and sketch.tokens.lower[will[0]].startswith("offer")]
            made = [
                *(filled(base, t, sketch, index, ()) for t in offers),  # who offers to mediate does not yet
                *(replace(one, statuses=asked or one.statuses) for one in first),
                *made,
            ]
        return made
    return _untyped(sketch, clause, base)


_HOSTING = frozenset("host hosts hosted hosting".split())


def _hosted(base: Reading, found: list[Trigger], sketch: Sketch, index: Index) -> list[Reading]:
    """Who hosts the talks is no party of them: a role of its own of the event that the noun names."""
    lower = sketch.tokens.lower
    if base.asked not in ("who", "how-many-who", "yes-no") or not _HOSTING & set(lower):
        return []
    nouns = [t for t in found if not t.verbal]
    made = []
    for trigger in nouns[:1]:
        one = filled(base, trigger, sketch, index, ())
        verb = next(i for i, w in enumerate(lower) if w in _HOSTING)
        hosts = tuple(w for w in one.doers if w.span[0] < verb)
        parties = tuple(w for w in (*one.doers, *one.others) if w not in hosts)
        words = tuple(w for w in one.words if w != "host")
        made.append(replace(one, open="host", doers=(), others=parties, hosts=hosts, mutual=True, words=words))
    return made


_HAPPENING = frozenset("happen happened happening occur occurred up then lately recently now today".split())


def _unread(sketch: Sketch, clause: Clause) -> tuple[str, ...]:
    """ "what did Laos test": the last word, behind a party, is a verb that no phrase has."""
    last, at = sketch.tokens.lower[-1], len(sketch.tokens) - 1
    closed = not last.isalpha() or last in _HAPPENING or sketch.taken[at]
    return (stem(last),) if not closed and clause.party_at(at - 1) and not clause.party_at(at) else ()


def _untyped(sketch: Sketch, clause: Clause, base: Reading) -> list[Reading]:
    """Questions about any event: "what happened between A and B", "what did A do", "documents about A"."""
    here = [u for u in clause.units if u.start >= clause.start]
    lower = sketch.tokens.lower
    if not here and not sketch.period and not (base.asked in ("what", "documents") and status_words(lower)):
        return []
    if base.asked not in ("what", "documents", "how-often", "when", "yes-no") or sketch.strange:
        return []
    base = replace(base, statuses=untyped_statuses(lower, base), last=last_of(lower))
    done = next((i for i, w in enumerate(lower) if w in ("do", "done", "doing") and i >= clause.start), None)
    if done is not None and any(u.start < done for u in here) and base.asked == "what":
        doers = tuple(u.who for u in here if u.start < done)
        others = tuple(u.who for u in here if u.start >= done)
        return [with_topic(replace(base, doers=doers, others=others, open="any"), sketch)]
    if base.asked == "yes-no" and len(here) < 2:
        return []
    if base.asked == "what":
        base = replace(base, words=_unread(sketch, clause))
    there = [u for u in here if u.prep in ("in", "at", "near")]
    if there and base.asked != "documents":
        others = tuple(u.who for u in here if u not in there)
        place = " ".join(u.who.words for u in there)
        first = replace(base, place=place, doers=others, open="any", mutual=True)
        return [first, with_topic(replace(base, doers=tuple(u.who for u in here), open="any", mutual=True), sketch)]
    return [with_topic(replace(base, doers=tuple(u.who for u in here), open="any", mutual=True), sketch)]


def _not_understood(sketch: Sketch) -> QuestionError:
    tokens = sketch.tokens
    if sketch.strange:
        return QuestionError(f"not understood: {sketch.strange[0]!r} is no actor that is known here", hint=CAN_BE_ASKED)
    clause = sketch.clause(sketch.opened.start, questioning=True)
    left = [
        tokens.words[i]
        for i in range(sketch.opened.start, len(tokens))
        if not clause.party_at(i) and not sketch.taken[i]
    ]
    part = " ".join(left) or tokens.text
    return QuestionError(f"no kind of event is understood in {part!r}", hint=CAN_BE_ASKED)
