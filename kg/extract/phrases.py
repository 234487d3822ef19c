"""Phrases of the ontology in, frames out: what a clause or a noun phrase must hold to tell of an event.

The language is described in CONTRIBUTING: "X {impose} {sanction, embargo} on Y", "X's {talk} with Y".
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass, field, replace
from typing import Literal

from kg.errors import OntologyError
from kg.extract.noun_classes import ADJECTIVES, NOUN_CLASSES
from kg.extract.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, noun_forms, verb_forms
from kg.ontology import EventType, Lexicon

__all__ = ["Grammar", "NounFrame", "Slot", "VerbFrame", "compile_lexicon", "parse_phrase"]

Kind = Literal["party", "noun", "any"]


@dataclass(frozen=True, slots=True)
class Slot:
    """What must stand at one place: a party in a role (X, Y, M, H), one of some nouns, or any thing.

    A `strict` party is a real actor, `many` are several; a noun with a role belongs to the party ("X's {troop}").
    Words `within` tell as much before another noun; `nationals` may be there too: "three Russians".
    """

    kind: Kind
    role: str = ""
    strict: bool = False
    nouns: frozenset[str] = frozenset()
    many: bool = False
    within: frozenset[str] = frozenset()
    nationals: bool = False


@dataclass(frozen=True, slots=True)
class Prep:
    """A preposition (or one of several) and what follows it."""

    words: frozenset[str]
    slot: Slot
    optional: bool = False


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb with its particle, subject, objects, prepositions and complement; `deeds` are the verbs of "to do {…}"."""

    type: EventType
    rule: str
    lemma: str
    particle: tuple[str, ...]
    subject: Slot
    objects: tuple[Slot, ...] = ()
    preps: tuple[Prep, ...] = ()
    complement: str = ""
    deeds: frozenset[str] = frozenset()
    heads: tuple[frozenset[str], ...] = ()

    @property
    def weight(self) -> int:
        """The more a frame asks for, the earlier it is tried."""
        nouns = sum(s.kind == "noun" for s in self.objects) + sum(p.slot.kind == "noun" for p in self.preps)
        needed = sum(not p.optional for p in self.preps)
        told = sum(p.slot.kind == "party" and not p.optional for p in self.preps)
        narrow = any(s.nouns and all(" " in n for n in s.nouns) for s in (*self.objects, *(p.slot for p in self.preps)))
        nouns += self.subject.kind == "noun"
        narrow = narrow or self.subject.many
        told += 2 * bool(self.complement) + 4 * bool(self.deeds)
        return 4 * nouns + 3 * len(self.particle) + 2 * needed + told + len(self.objects) + narrow


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun that names an event, and the prepositions that bring its parties; `complement` asks for "to do" behind."""

    type: EventType
    rule: str
    nouns: frozenset[str]
    possessor: str
    preps: tuple[Prep, ...] = ()
    between: bool = False
    listed: bool = False
    complement: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All frames, found by verb lemma or by noun form; the verbs and nouns that can trigger anything.

    `deeds` are the nouns that name an event of a type by themselves, `ends` the last words of all noun forms, `lemmas`
    all verbs, `heads` the last words of all nouns that verb frames ask for.
    """

    verbs: dict[str, tuple[VerbFrame, ...]] = field(default_factory=dict)
    nouns: dict[str, tuple[NounFrame, ...]] = field(default_factory=dict)
    accusations: dict[str, tuple[VerbFrame, ...]] = field(default_factory=dict)
    refusals: dict[str, tuple[VerbFrame, ...]] = field(default_factory=dict)
    demand: EventType | None = None
    refusal: EventType | None = None
    literals: frozenset[str] = frozenset()
    deeds: dict[str, frozenset[str]] = field(default_factory=dict)
    lemmas: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    triggers: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()


_ELEMENT = re.compile(r"\{([^}]*)\}|([XYMH])([!+])?('s)?(?![\w])|(\*)|([()])|([\w'’-]+)|(\S)")
_ROLES = "XYMH"


@dataclass(slots=True)
class _Item:
    kind: str  # slot, words, star, open, close
    words: tuple[str, ...] = ()
    role: str = ""
    strict: bool = False
    many: bool = False
    possessive: bool = False


def parse_phrase(phrase: str, type_: EventType, rule: str) -> list[VerbFrame | NounFrame]:
    """The frames of one phrase. Raises OntologyError that names type, phrase and the part not understood."""
    items = _items(phrase, type_)
    if items and items[0].kind == "slot" and (not items[0].possessive or _acts(items)):
        return list(_verb_frames(items, phrase, type_, rule))
    return [_noun_frame(items, phrase, type_, rule)]


def _acts(items: list[_Item]) -> bool:
    """ "X's {troop} {leave} Y": what belongs to X does it; a noun that is an event is followed by a preposition."""
    return len(items) > 2 and items[2].kind == "words" and not all(_is_prep(w) for w in items[2].words)


def _items(phrase: str, type_: EventType) -> list[_Item]:
    out: list[_Item] = []
    for found in _ELEMENT.finditer(phrase):
        braces, role, mark, possessive, star, bracket, word, odd = found.groups()
        if braces is not None:
            words = tuple(" ".join(w.split()) for w in braces.split(",") if w.strip())
            if not words:
                raise _error(type_, phrase, "empty braces")
            out.append(_Item("words", words))
        elif role:
            out.append(_Item("slot", role=role, strict=mark == "!", many=mark == "+", possessive=bool(possessive)))
        elif star:
            out.append(_Item("star"))
        elif bracket:
            out.append(_Item("open" if bracket == "(" else "close"))
        elif word:
            if word.lower() not in ("a", "an", "the"):
                out.append(_Item("words", (word.lower(),)))
        elif odd != ":":
            raise _error(type_, phrase, f"cannot read {odd!r}")
    if not out:
        raise _error(type_, phrase, "nothing in it")
    return out


def _error(type_: EventType, phrase: str, why: str) -> OntologyError:
    return OntologyError(f"phrase {phrase!r}: {why}", where=f"ontology/events/{type_.id}.ttl")


def _verb_frames(items: list[_Item], phrase: str, type_: EventType, rule: str) -> list[VerbFrame]:
    subject = Slot("party", items[0].role, items[0].strict, many=items[0].many)
    if items[0].possessive:
        subject = replace(_slot(items[1]), role=items[0].role)
        items = items[1:]
    if len(items) < 2 or items[1].kind != "words":
        raise _error(type_, phrase, "a verb in braces must follow the first slot")
    rest, deeds = _deeds_below(items[2:])
    objects, preps, complement = _arguments(rest, phrase, type_)
    needed = (subject, *objects, *(p.slot for p in preps if not p.optional))
    heads = tuple(_heads(s) for s in needed if s.kind == "noun" and not s.nationals)
    frames = []
    for verb in items[1].words:
        lemma, *particle = verb.split()
        frames.append(VerbFrame(type_, rule, lemma, tuple(particle), subject, objects, preps, complement, deeds, heads))
    return frames


def _deeds_below(items: list[_Item]) -> tuple[list[_Item], frozenset[str]]:
    """ "to do {attack, invade}": the verbs behind "do", and the items without them."""
    for i, item in enumerate(items[:-1]):
        if item.words in (("do",), ("doing",)) and items[i + 1].kind == "words":
            return [*items[: i + 1], *items[i + 2 :]], frozenset(items[i + 1].words)
    return items, frozenset()


def _heads(slot: Slot) -> frozenset[str]:
    """The last words of the nouns: without one of them in the sentence the frame need not be tried."""
    return frozenset(noun.rsplit(" ", 1)[-1] for noun in slot.nouns)


def _arguments(items: list[_Item], phrase: str, type_: EventType) -> tuple[tuple[Slot, ...], tuple[Prep, ...], str]:
    objects: list[Slot] = []
    preps: list[Prep] = []
    complement, optional, i = "", False, 0
    while i < len(items):
        item = items[i]
        if item.kind in ("open", "close"):
            optional = item.kind == "open"
        elif item.kind == "words" and item.words in (("to",), ("that",)) and _next_is(items, i, "do", "star"):
            complement, i = "to" if item.words == ("to",) else "that", i + 1
        elif item.words == ("doing",):
            complement = "ing"
        elif item.kind == "slot" and item.possessive and i + 1 < len(items) and items[i + 1].kind == "words":
            noun = _slot(items[i + 1])
            objects.append(replace(noun, role=item.role))
            i += 1
        elif item.kind == "words" and all(_is_prep(w) for w in item.words):
            if i + 1 >= len(items) or items[i + 1].kind in ("open", "close"):
                raise _error(type_, phrase, f"nothing after {'/'.join(item.words)}")
            if items[i + 1].words == ("doing",):
                complement = f"{item.words[0]} ing"
            elif items[i + 1].possessive and i + 2 < len(items) and items[i + 2].kind == "words":
                preps.append(
                    Prep(frozenset(item.words), replace(_slot(items[i + 2]), role=items[i + 1].role), optional)
                )
                i += 1
            else:
                preps.append(Prep(frozenset(item.words), _slot(items[i + 1]), optional))
            i += 1
        elif item.kind == "words" and item.words[0] in CONJUNCTIONS:
            i += 1  # "between X and Y": one group holds both
        else:
            objects.append(_slot(item))
        i += 1
    return tuple(objects), tuple(preps), complement


def _is_prep(word: str) -> bool:
    return word in PREPOSITIONS or word in ("to", "out of", "in front of", "because of")


def _next_is(items: list[_Item], i: int, word: str, kind: str) -> bool:
    return i + 1 < len(items) and (
        items[i + 1].words == (word,) or (items[i + 1].kind == kind and items[i].words == ("that",))
    )


def _slot(item: _Item) -> Slot:
    if item.kind == "slot":
        return Slot("party", item.role, item.strict)
    if item.kind == "star":
        return Slot("any")
    within = frozenset(itertools.chain(*(ADJECTIVES.get(word, ()) for word in item.words)))
    return Slot("noun", nouns=_nouns(item.words), within=within, nationals="NATIONALS" in item.words)


def _nouns(words: tuple[str, ...]) -> frozenset[str]:
    """All forms of the nouns; a word in capitals stands for a class of them."""
    classes = [NOUN_CLASSES[w] for w in words if w in NOUN_CLASSES]
    return frozenset(itertools.chain(*classes, *(noun_forms(w.lower()) for w in words if w not in NOUN_CLASSES)))


def _noun_frame(items: list[_Item], phrase: str, type_: EventType, rule: str) -> NounFrame:
    possessor = ""
    if items[0].kind == "slot":
        possessor, items = items[0].role, items[1:]
    if not items or items[0].kind != "words":
        raise _error(type_, phrase, "a noun in braces must come first, or after X's")
    nouns = _nouns(items[0].words)
    preps: list[Prep] = []
    between, optional, complement, i = False, False, False, 1
    listed = phrase.rstrip().endswith(": X")
    while i < len(items):
        item = items[i]
        if item.kind in ("open", "close"):
            optional = item.kind == "open"
        elif item.words == ("to",) and _next_is(items, i, "do", ""):
            complement, i = True, i + 1
        elif item.words == ("between",) or item.words == ("among",):
            between = True
        elif item.kind == "words" and all(_is_prep(w) for w in item.words) and i + 1 < len(items):
            preps.append(Prep(frozenset(item.words), _slot(items[i + 1]), optional))
            i += 1
        elif item.kind != "slot" and not (item.kind == "words" and item.words[0] in CONJUNCTIONS | DETERMINERS):
            raise _error(type_, phrase, f"cannot read {' '.join(item.words) or item.kind!r}")
        i += 1
    return NounFrame(
        type_, rule, nouns, possessor or "X", tuple(preps), between or type_.reciprocal, listed, complement
    )


@functools.lru_cache(maxsize=4)
def compile_lexicon(lexicon: Lexicon) -> Grammar:
    """All phrases of the lexicon as frames, the most demanding first."""
    verbs: dict[str, list[VerbFrame]] = {}
    nouns: dict[str, list[NounFrame]] = {}
    accusations: dict[str, list[VerbFrame]] = {}
    refusals: dict[str, list[VerbFrame]] = {}
    literals: set[str] = set()
    for type_ in lexicon.types.values():
        for number, phrase in enumerate(type_.phrases, 1):
            for frame in parse_phrase(phrase, type_, f"{type_.id}/phrase-{number}"):
                if isinstance(frame, VerbFrame):
                    verbs.setdefault(frame.lemma, []).append(frame)
                    for slot in (*frame.objects, *(p.slot for p in frame.preps)):
                        literals |= slot.nouns
                else:
                    for form in sorted(frame.nouns):
                        nouns.setdefault(form, []).append(frame)
        told = (("accusation", type_.accusations, accusations), ("refusal", type_.refusals, refusals))
        for kind, phrases, frames in told:
            for number, phrase in enumerate(phrases, 1):
                for frame in parse_phrase(phrase, type_, f"{type_.id}/{kind}-{number}"):
                    if isinstance(frame, VerbFrame):
                        frames.setdefault(frame.lemma, []).append(frame)
    return Grammar(
        verbs={
            lemma: tuple(sorted(found, key=lambda f: (-f.weight, -len(f.type.broader), f.rule)))
            for lemma, found in verbs.items()
        },
        nouns={
            form: tuple(sorted(found, key=lambda f: (-len(f.preps), -len(f.type.broader), f.rule)))
            for form, found in nouns.items()
        },
        accusations={lemma: tuple(found) for lemma, found in accusations.items()},
        refusals={lemma: tuple(found) for lemma, found in refusals.items()},
        refusal=next((t for t in lexicon.types.values() if t.refusals), None),
        demand=next((t for t in lexicon.types.values() if t.obligation), None),
        literals=frozenset(w for w in literals if " " not in w),
        deeds=_deeds(nouns),
        heads=frozenset().union(*(nouns for fs in verbs.values() for f in fs for nouns in f.heads)),
        lemmas=frozenset((*verbs, *accusations, *refusals)) | {d for fs in verbs.values() for f in fs for d in f.deeds},
        triggers=_triggers(verbs, accusations, refusals, nouns),
        ends=frozenset(form.rsplit(" ", 1)[-1] for form in nouns),
    )


def _deeds(nouns: dict[str, list[NounFrame]]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for form, frames in nouns.items():
        for frame in frames:
            out.setdefault(frame.type.id, set()).add(form)
    return {type_: frozenset(forms) for type_, forms in out.items()}


def _triggers(
    verbs: dict[str, list[VerbFrame]],
    accusations: dict[str, list[VerbFrame]],
    refusals: dict[str, list[VerbFrame]],
    nouns: dict[str, list[NounFrame]],
) -> frozenset[str]:
    """Words of which a sentence needs one to hold an event: nouns of frames, and verbs that need no noun."""
    out = {form.rsplit(" ", 1)[-1] for form in nouns} | {"must", "should"}
    for lemma, frames in itertools.chain(verbs.items(), accusations.items(), refusals.items()):
        bare = [frame for frame in frames if not frame.heads]
        if lemma in _LIGHT:
            out |= {word for frame in bare for prep in frame.preps for word in prep.words}
            out = out.union(*(heads for frame in frames for heads in frame.heads))
        if lemma not in _LIGHT or (bare and lemma not in ("be", "have", "do")):
            out |= {form for form, _ in verb_forms(lemma)}
    return frozenset(out - _EVERYWHERE)


_LIGHT = frozenset("be have do make take give hold put go come get say see set run let keep".split())
_EVERYWHERE = PREPOSITIONS | frozenset("do does did not no to is are was were be been has have had".split())
