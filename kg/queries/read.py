"""A question in plain words in, readings out, the likeliest first: what is asked, of which events, parties and time.

The words that name events are the phrases of the ontology, those that read the articles.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kg.errors import QuestionError
from kg.extract.tokens import Tokens, tokenize
from kg.extract.words import verb_forms
from kg.queries import parties, times
from kg.queries.clause import Clause, Trigger, triggers, units
from kg.queries.opening import Opening, opening
from kg.queries.reading import Reading, Who

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.queries.frames import Index
    from kg.queries.parties import Names
    from kg.queries.reading import Asked, Period, Side

__all__ = ["CAN_BE_ASKED", "read"]

CAN_BE_ASKED = (
    "ask who did what to whom, when, where, how often, which documents say so, who denies it, or whether it is so: "
    "'who met Castro in 2016', 'did Russia expel diplomats', 'what does Iran deny'"
)
_SAYING = {
    "deny": ("denied", "negated"), "dispute": ("denied", "negated"), "contradict": ("denied", "negated"),
    "confirm": ("confirmed",), "admit": ("confirmed", "asserted"), "acknowledge": ("confirmed", "asserted"),
    "say": ("asserted", "confirmed"), "claim": ("asserted", "confirmed"), "state": ("asserted", "confirmed"),
    "report": ("asserted", "confirmed"), "assert": ("asserted", "confirmed"), "insist": ("asserted", "confirmed"),
    "write": ("asserted", "confirmed"), "tell": ("asserted", "confirmed"), "announce": ("asserted", "confirmed"),
    "allege": ("asserted", "confirmed"), "doubt": ("questioned", "unconfirmed"), "mention": (), "cover": (),
    "describe": (), "contain": (), "speak": (), "talk": (), "deal": (), "refer": (), "discuss": (),
}  # fmt: skip
_ONLY_DOCUMENTS = frozenset("mention cover describe contain speak talk deal refer discuss write tell".split())
_FORMS = {form: lemma for lemma in _SAYING for form, _ in verb_forms(lemma)}
_NEGATING = frozenset("refuse decline fail".split())
_PLANNING = frozenset("plan intend want agree promise hope expect offer pledge".split())
_WILLING = {form: lemma for lemma in _NEGATING | _PLANNING | {"threaten"} for form, _ in verb_forms(lemma)}
_NOT = frozenset(
    "not never n't don't doesn't didn't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't".split()
)
_FUTURE = ("planned", "conditional", "possible")
_HAPPENED = ("actual", "contested")
_TOPIC = re.compile(
    r"\b(?:about|on the (?:subject|question|issue|matter) of|regarding|concerning|over)\s+(.+)$", re.IGNORECASE
)
_PRONOUNS = frozenset("it he she they".split())


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
    found, only = _without_group(found, opened)
    taken = list(out_of_time)
    sketch = _Sketch(tokens, taken, found, opened, timed[0] if timed else None, only)
    sketch.learn(names, index)
    return _readings(sketch, index)


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
)


def _plainer(text: str) -> str:
    """Ways of asking that say the same as a verb, put as that verb.

    >>> _plainer("Who was the mediator between Egypt and Sudan")
    'Who mediated between Egypt and Sudan'
    """
    for pattern, plain in _PLAINER:
        text = pattern.sub(plain, text)
    return text


class _Sketch:
    """What is known of a question before its event is found."""

    def __init__(
        self,
        tokens: Tokens,
        taken: list[bool],
        found: list[Who],
        opened: Opening,
        period: Period | None,
        only: Who | None,
    ) -> None:
        self.tokens, self.taken, self.found, self.opened = tokens, taken, found, opened
        self.period, self.only = period, only
        self.strange: list[str] = []

    def learn(self, names: Names, index: Index) -> None:
        """Names that only the graph knows; capitalised words that nobody knows are kept as strange."""
        taken = list(self.taken)
        for who in self.found:
            taken[who.span[0] : who.span[1]] = [True] * (who.span[1] - who.span[0])
        for i in range(min(self.only.span[1] if self.only else self.opened.start, len(taken))):
            taken[i] = True
        for i, word in enumerate(self.tokens.lower):
            if word in index.verbs or word in index.event_nouns or word in parties.OFFICES:
                taken[i] = taken[i] or self.tokens.words[i].islower() or i == 0
        learnt, self.strange = parties.unknown(self.tokens, taken, names)
        self.found = sorted([*self.found, *learnt], key=lambda w: w.span)

    def clause(self, start: int, *, questioning: bool) -> Clause:
        return Clause(
            self.tokens, start, units(self.tokens, self.found), tuple(self.taken), self.opened.fronted,
            free_noun=self.opened.asked in ("what", "how-often", "who"), open_question=questioning,
        )  # fmt: skip


def _without_group(found: list[Who], opened: Opening) -> tuple[list[Who], Who | None]:
    """Take "which G7 members" out of the parties: it says who may be an answer."""
    if opened.group is None:
        return found, None
    only = next((w for w in found if w.span[0] <= opened.group < w.span[1]), None)
    return [w for w in found if w is not only], only


def _readings(sketch: _Sketch, index: Index) -> tuple[Reading, ...]:
    saying = _saying(sketch, index)
    made = list(_said(sketch, index, *saying)) if saying else []
    if not (saying and made and sketch.opened.asked == "documents"):
        start = sketch.opened.start if sketch.opened.group is None else _after(sketch)
        made += _plain(sketch, index, start)
    if not made:
        raise _not_understood(sketch)
    return tuple(dict.fromkeys(made))


def _after(sketch: _Sketch) -> int:
    return sketch.only.span[1] if sketch.only else sketch.opened.start


def _saying(sketch: _Sketch, index: Index) -> tuple[int, str] | None:
    """The first verb, when it is one of saying that governs a clause, a noun of an event, or the whole question."""
    tokens, opened = sketch.tokens, sketch.opened
    clause = sketch.clause(opened.start, questioning=True)
    for i in range(opened.start, len(tokens)):
        word = tokens.lower[i]
        if clause.party_at(i) or sketch.taken[i]:
            continue
        if word in _FORMS and tokens.lower[max(i - 1, 0)] not in ("the", "a", "'s", "of", "an"):
            lemma = _FORMS[word]
            if lemma in _ONLY_DOCUMENTS and opened.asked != "documents":
                return None
            if lemma == "contradict" and opened.asked in ("who", "yes-no"):
                return i, lemma
            return (i, lemma) if _governs(sketch, index, i) else None
        if word in index.verbs and word not in _AUX_LIKE and tokens.lower[max(i - 1, 0)] not in ("the", "a", "an"):
            return None
    return None


_GENERIC = frozenset("agree aid assault coerce consult cooperate mobilize protest request".split())
"""Roots whose own phrases are so wide ("attack", "agree") that narrower events are always meant too."""
_TO_COME = frozenset("will would shall won't wouldn't going may might could can plan plans planned planning".split())
_AUX_LIKE = frozenset("do does did has have had is are was were been be will would can could may might".split())


def _governs(sketch: _Sketch, index: Index, i: int) -> bool:
    rest = sketch.tokens.lower[i + 1 :]
    if sketch.opened.asked in ("what", "documents") or not rest:
        return True
    if "that" in rest[:1] or rest[0] in _PRONOUNS or any(w in index.verbs and w not in ("on", "in") for w in rest):
        return True
    return any(w in index.event_nouns for w in rest) or rest[0] in ("having", "any")


def _said(sketch: _Sketch, index: Index, i: int, lemma: str) -> Iterable[Reading]:
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
    stances = _SAYING[lemma]
    if any(w in _NOT for w in tokens.lower[start:]) and stances == ("asserted", "confirmed"):
        stances = ("negated", "denied")
    asked: Asked = "sayers" if opened.asked in ("who", "how-many-who") else opened.asked
    base = Reading(
        asked,
        sayers=speakers,
        stances=stances,
        period=sketch.period,
        asks_claims=True,
        only=sketch.only,
        states=sketch.opened.states,
    )
    if lemma == "contradict":
        against = tuple(u.who for u in inner.units)
        yield _with_topic(replace(base, asked="sayers", sayers=against, stances=("contradicts",), open="any"), sketch)
        return
    if opened.asked in ("when", "where", "how-often", "since"):
        base = replace(base, asked="documents" if opened.asked == "when" else base.asked)
    made = False
    for trigger in triggers(inner, index)[:3]:
        made = True
        yield _filled(base, trigger, sketch, index, speakers if _pronoun(tokens, start) else ())
    if not made:
        others = tuple(u.who for u in inner.units if u.start >= start)
        if sketch.opened.asked == "documents":
            yield _with_topic(replace(base, named=others, open="any"), sketch)
        elif others or speakers:
            yield _with_topic(replace(base, doers=others, open="any", mutual=True), sketch)


def _pronoun(tokens: Tokens, start: int) -> bool:
    return start < len(tokens) and tokens.lower[start] in _PRONOUNS


def _plain(sketch: _Sketch, index: Index, start: int) -> list[Reading]:
    clause = sketch.clause(start, questioning=sketch.opened.asked in ("who", "what", "how-many-who", "where"))
    found = triggers(clause, index)
    verbs = [t for t in found if t.verbal]
    willing = _willing(sketch, clause)
    base = Reading(sketch.opened.asked, period=sketch.period, only=sketch.only, states=sketch.opened.states)
    if found:
        best = found[:3]
        made = [_filled(base, t, sketch, index, ()) for t in best]
        if _HOSTING & set(sketch.tokens.lower):
            made = [replace(one, topics=(*one.topics, "host")) for one in made]
        made = [*_hosted(base, found, sketch, index), *made]
        if willing is not None:
            after = [t for t in verbs if t.at > willing[0]]
            asked = willing[1] if base.asked != "yes-no" else ()
            first = [_filled(base, t, sketch, index, ()) for t in after[:2]]
            made = [replace(one, statuses=asked or one.statuses) for one in first] + made
        return made
    return _untyped(sketch, clause, base)


def _hosted(base: Reading, found: list[Trigger], sketch: _Sketch, index: Index) -> list[Reading]:
    """Who hosts the talks is no party of them: a role of its own of the event that the noun names."""
    lower = sketch.tokens.lower
    if base.asked not in ("who", "how-many-who", "yes-no") or not _HOSTING & set(lower):
        return []
    nouns = [t for t in found if not t.verbal]
    made = []
    for trigger in nouns[:1]:
        filled = _filled(base, trigger, sketch, index, ())
        verb = next(i for i, w in enumerate(lower) if w in _HOSTING)
        hosts = tuple(w for w in filled.doers if w.span[0] < verb)
        parties = tuple(w for w in (*filled.doers, *filled.others) if w not in hosts)
        words = tuple(w for w in filled.words if w != "host")
        made.append(replace(filled, open="host", doers=(), others=parties, hosts=hosts, mutual=True, words=words))
    return made


_OPEN: dict[str, Side] = {"X": "doer", "Y": "other", "M": "mediator", "H": "host"}
_HOSTING = frozenset("host hosts hosted hosting".split())


def _willing(sketch: _Sketch, clause: Clause) -> tuple[int, tuple[str, ...]] | None:
    """ "refused to meet", "plans to visit": the verb after "to" is what counts, and it did not happen, or not yet."""
    lower = sketch.tokens.lower
    for i in range(clause.start, len(lower) - 1):
        if lower[i] in _WILLING and not clause.party_at(i) and "to" in lower[i + 1 : i + 3]:
            lemma = _WILLING[lower[i]]
            return i, ("negated",) if lemma in _NEGATING else ("planned", "actual", "conditional", "possible")
    return None


def _untyped(sketch: _Sketch, clause: Clause, base: Reading) -> list[Reading]:
    """Questions about any event: "what happened between A and B", "what did A do", "documents about A"."""
    here = [u for u in clause.units if u.start >= clause.start]
    if not here and not sketch.period:
        return []
    if base.asked not in ("what", "documents", "how-often", "when", "yes-no") or sketch.strange:
        return []
    lower = sketch.tokens.lower
    done = next((i for i, w in enumerate(lower) if w in ("do", "done", "doing") and i >= clause.start), None)
    if done is not None and any(u.start < done for u in here) and base.asked == "what":
        doers = tuple(u.who for u in here if u.start < done)
        others = tuple(u.who for u in here if u.start >= done)
        return [_with_topic(replace(base, doers=doers, others=others, open="any"), sketch)]
    if base.asked == "yes-no" and len(here) < 2:
        return []
    return [_with_topic(replace(base, doers=tuple(u.who for u in here), open="any", mutual=True), sketch)]


def _filled(base: Reading, trigger: Trigger, sketch: _Sketch, index: Index, speakers: tuple[Who, ...]) -> Reading:
    """The base reading with what a trigger says: types, sides, place; and with tense, rank, topic of the question."""
    tokens = sketch.tokens
    lower = ["" if out else word for word, out in zip(tokens.lower, sketch.taken, strict=True)]
    roles = trigger.roles
    below = index.narrower(trigger.types)
    types = below if set(trigger.types) & _GENERIC else tuple(sorted(trigger.types))
    broader = index.wider(trigger.types)
    doers = roles.get("X", ()) or speakers
    negated = any(w in _NOT for w in lower[sketch.opened.start : trigger.at]) and base.asked != "yes-no"
    open_side = _OPEN.get(trigger.open_role, "any")
    if sketch.opened.whose and not trigger.passive:
        open_side = "other"
    made = replace(
        base,
        types=types, narrower=below if below != types else (), broader=broader,
        words=_leftover(sketch, trigger), named=trigger.topics, type_words=trigger.words, mutual=trigger.mutual,
        open="any" if trigger.mutual and not trigger.passive and open_side in ("doer", "other") else open_side,
        doers=doers, others=roles.get("Y", ()), mediators=roles.get("M", ()), hosts=roles.get("H", ()),
        place=" ".join(w.words for w in trigger.place) or _place(sketch),
        statuses=("negated",) if negated else _statuses(lower, trigger, base),
        negated=negated, future=_future(lower[: trigger.at]),
        ranked=_ranked(lower), last=_last(lower) or ("first" if sketch.opened.last else ""),
    )  # fmt: skip
    return _with_topic(made, sketch)


def _leftover(sketch: _Sketch, trigger: Trigger) -> tuple[str, ...]:
    """Stems of the words of content that nothing else has read: "the raid on the ship", "over the dam"."""
    from kg.extract.words import (
        ADVERBS,
        BE,
        CONJUNCTIONS,
        DETERMINERS,
        DO,
        HAVE,
        MODALS,
        POSSESSIVES,
        PREPOSITIONS,
        PRONOUNS,
        RELATIVES,
        SUBORDINATORS,
    )

    closed = ADVERBS | BE | CONJUNCTIONS | DETERMINERS | DO | HAVE | POSSESSIVES | PREPOSITIONS | PRONOUNS | RELATIVES
    tokens, found = sketch.tokens, []
    clause = sketch.clause(sketch.opened.start, questioning=True)
    for i in range(sketch.opened.start, len(tokens)):
        word = tokens.lower[i]
        if (
            sketch.taken[i]
            or clause.party_at(i)
            or word in closed | SUBORDINATORS | _NOT
            or word in MODALS
            or i in trigger.used
        ):
            continue
        if len(word) < 4 or not word[0].isalpha() or word in _EMPTY or word in _WILLING or word in _FORMS:
            continue
        if not any(word in name.lower() for name in sketch.strange):
            found.append(_stem(word))
    return tuple(dict.fromkeys(found))


_EMPTY = frozenset(
    """often times most least frequently going planned long last first latest recent there together take place took
    happen happened occur country countries state states member members whom case part about have held hold been
    talks named called each other others neighbours second european secret's""".split()
)


def _stem(word: str) -> str:
    """The part of a word that its other forms share: "sending" and "sent" have none, "raids" and "raid" do."""
    for ending in ("ing", "ies", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _future(before: Sequence[str]) -> bool:
    return bool(_TO_COME & set(before))


def _statuses(lower: Sequence[str], trigger: Trigger, base: Reading) -> tuple[str, ...]:
    """Which statuses answer the question, from its tense: what is past or present, to come, or only conditional."""
    if base.asked == "yes-no" or base.asks_claims:
        return ()
    before = lower[: trigger.at]
    if any(w in ("will", "going", "shall", "won't") for w in before) or any(
        w in ("planned", "upcoming") for w in lower
    ):
        return ("planned", "conditional", "possible")
    if "would" in before:
        return ("conditional", "planned", "possible")
    if any(w in ("may", "might", "could", "can", "possibly") for w in before):
        return ("possible", "conditional", "planned")
    return _HAPPENED


def _ranked(lower: Sequence[str]) -> Literal["", "most", "least"]:
    text = " ".join(lower)
    if re.search(r"\bmost (?:often|frequently|times)\b|\bthe most\b|\bmore (?:often )?than any|\boftenest\b", text):
        return "most"
    return "least" if re.search(r"\bleast (?:often|frequently)\b|\bthe (?:fewest|least)\b", text) else ""


def _last(lower: Sequence[str]) -> Literal["", "first", "last"]:
    for word in lower:
        if word in ("last", "latest", "lastly") or (word == "recent" and "most" in lower):
            return "last"
        if word in ("first", "earliest"):
            return "first"
    return ""


def _place(sketch: _Sketch) -> str | None:
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


def _with_topic(reading: Reading, sketch: _Sketch) -> Reading:
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
        raise QuestionError(f"nobody here is known as {strange[0]!r}", hint="try the full name, or another spelling")
    return replace(reading, issues=issues, topics=topics)


def _names_party(words: str, sketch: _Sketch) -> bool:
    folded = words.lower()
    return any(w.words.lower() in folded for w in sketch.found)


def _not_understood(sketch: _Sketch) -> QuestionError:
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
