"""A question in plain words in, readings out, the likeliest first: what is asked, of which events, parties and time.

The words that name events are the phrases of the ontology, those that read the articles.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import QuestionError
from kg.extract.tokens import tokenize
from kg.queries import parties, times
from kg.queries.fill import filled
from kg.queries.hosting import HOSTING, hosted
from kg.queries.intent import intended
from kg.queries.main_verb import own_verb, unknown_verb
from kg.queries.misread import CAN_BE_ASKED, UnreadError
from kg.queries.opening import opening
from kg.queries.reading import Reading
from kg.queries.said import TELLING, said, saying_verb
from kg.queries.sketch import Sketch
from kg.queries.triggers import triggers
from kg.queries.untyped import active, reacting, untyped

if TYPE_CHECKING:
    from kg.queries.clause import Clause, Trigger
    from kg.queries.frames import Index
    from kg.queries.opening import Opening
    from kg.queries.parties import Names
    from kg.queries.reading import Who

__all__ = ["is_event", "read"]


def read(question: str, names: Names, index: Index, today: str) -> tuple[Reading, ...]:
    """The readings of a question; raises QuestionError that names the part not understood."""
    text = " ".join(question.replace("’", "'").split()).rstrip("?!. ")
    if not text:
        raise QuestionError("the question is empty", hint=CAN_BE_ASKED)
    text = text.lower() if text.isupper() else text
    if len(text) > 500:
        raise QuestionError("the question is longer than 500 characters", hint=CAN_BE_ASKED)
    tokens = tokenize(text)
    timed = times.find(text, today)
    if timed and (other := times.find(f"{text[: timed[1][0]]} {text[timed[1][1] :]}", today)):
        both = f"{timed[0].words!r} and {other[0].words!r}"
        raise QuestionError(f"two times in one question: {both}", hint="ask for each, or 'between 2014 and 2016'")
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
        raise UnreadError(f"not understood what is asked by {text[:60]!r}")
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
    loose = ("why",) if sketch.opened.why else ("how many",) if sketch.opened.quantity else ()
    base = Reading(sketch.opened.asked, period=sketch.period, only=sketch.only, kind=sketch.opened.kind, loose=loose)
    if special := active(sketch, clause, base) or reacting(sketch, clause, base, index):
        return special
    if odd := unknown_verb(sketch, clause, index, found):
        raise UnreadError(f"{odd!r} is not understood: no kind of event has this verb here", word=odd)
    if not HOSTING & set(sketch.tokens.lower):
        found = own_verb(sketch, clause, found)
    if found:
        return _of_events(sketch, clause, base, found, verbs, index)
    return untyped(sketch, clause, base)


def _of_events(
    sketch: Sketch, clause: Clause, base: Reading, found: list[Trigger], verbs: list[Trigger], index: Index
) -> list[Reading]:
    """Readings of the likeliest phrases; of hosts, and of what somebody is willing to do, in their own way."""
    if hosts := hosted(base, found, sketch, index):
        return hosts
    made = [filled(base, t, sketch, index, ()) for t in found[:3]]
    if HOSTING & set(sketch.tokens.lower):
        made = [replace(one, topics=(*one.topics, "host")) for one in made]
    return [*intended(base, sketch, clause, verbs, index), *made]


def _not_understood(sketch: Sketch) -> QuestionError:
    tokens = sketch.tokens
    if sketch.strange:
        return UnreadError(f"not understood: {sketch.strange[0]!r} is no actor that is known here", sketch.strange[0])
    clause = sketch.clause(sketch.opened.start, questioning=True)
    left = [
        tokens.words[i]
        for i in range(sketch.opened.start, len(tokens))
        if not clause.party_at(i) and not sketch.taken[i]
    ]
    part = " ".join(left) or tokens.text
    return UnreadError(f"no kind of event is understood in {part!r}", word=left[0] if len(left) == 1 else "")
