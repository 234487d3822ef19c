"""Matchers that keep account: for each frame that did not hold, how far it came and what was missing, in words.

The reader uses the plain matchers; only an explanation pays for these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.found import Found
from kg.extract.hits import Hit
from kg.extract.match import VerbMatcher
from kg.extract.nominal import NounMatcher
from kg.extract.phrases import NounFrame, Prep, Slot, VerbFrame
from kg.extract.pieces import Clause, Group, NounPhrase

__all__ = ["Dropped", "TracedNouns", "TracedVerbs"]

_PLAIN = frozenset("say tell be have do".split())
"""Verbs of so many phrases that a missing noun says nothing."""
_ROLES = {"X": "doer", "Y": "other side", "M": "mediator", "H": "host"}


@dataclass(frozen=True, slots=True)
class Dropped:
    """An event type that was thought of and left: tokens first..last, the rule, why, and how far it came (0–6)."""

    first: int
    last: int
    type: str
    rule: str
    why: str
    reached: int


@dataclass
class TracedVerbs(VerbMatcher):
    """Tells which step of a frame failed; `trace` holds what was dropped."""

    trace: list[Dropped] = field(default_factory=list)
    why: str = ""
    reached: int = 0

    def _verb(self, clause: Clause, asked: set[str]) -> Iterator[Hit]:
        for lemma in clause.lemmas:
            for frame in self.grammar.verbs.get(lemma, ()):
                absent = next((nouns for nouns in frame.heads if self.words.isdisjoint(nouns)), None)
                if absent is not None and lemma not in _PLAIN:
                    self._drop(frame, clause, f"the sentence has none of {_some(absent)}", 0)
        yield from super()._verb(clause, asked)

    def bind(self, frame: VerbFrame, clause: Clause) -> Hit | None:
        self.why, self.reached = "the verb is passive and the phrase has no object", 1
        hit = super().bind(frame, clause)
        if hit is None:
            self._drop(frame, clause, self.why, self.reached)
        return hit

    def _drop(self, frame: VerbFrame, clause: Clause, why: str, reached: int) -> None:
        self.trace.append(Dropped(clause.verb.first, clause.verb.last, frame.type.id, frame.rule, why, reached))

    def _particles(
        self, frame: VerbFrame, clause: Clause, objects: list[Group], preps: list[tuple[str, Group]]
    ) -> bool:
        holds = super()._particles(frame, clause, objects, preps)
        word = " ".join(frame.particle)
        self._step(holds, f"the verb lacks “{word}”" if word else "the word behind the verb changes its meaning", 1)
        return holds

    def _complement(self, frame: VerbFrame, clause: Clause) -> bool:
        holds = super()._complement(frame, clause)
        self._step(holds, f"no “{frame.complement} …” follows", 2)
        return holds

    def _subject(self, frame: VerbFrame, clause: Clause, doer: Group | None, roles: dict[str, Found]) -> bool:
        holds = super()._subject(frame, clause, doer, roles)
        self._step(holds, f"“{self._text(doer)}” is no actor" if doer else "nobody is told to do it", 3)
        return holds

    def _objects(
        self,
        frame: VerbFrame,
        objects: list[Group],
        preps: list[tuple[str, Group]],
        roles: dict[str, Found],
        literals: list[NounPhrase],
        clause: Clause,
    ) -> bool:
        first = objects[0] if objects else None
        holds = super()._objects(frame, objects, preps, roles, literals, clause)
        if not frame.objects:
            why = "the phrase has no object, the sentence has"
        elif first is None:
            why = "it has no object"
        else:
            why = f"“{self._text(first)}” is not {_slot(frame.objects[0])}"
        self._step(holds, why, 4)
        return holds

    def _prep(
        self,
        prep: Prep,
        preps: list[tuple[str, Group]],
        roles: dict[str, Found],
        literals: list[NounPhrase],
        clause: Clause,
    ) -> bool:
        holds = super()._prep(prep, preps, roles, literals, clause)
        if not prep.optional:
            words = "/".join(sorted(prep.words))
            self._step(holds, f"no “{words}” with {_slot(prep.slot)}", 5)
        return holds

    def _made(
        self, frame: VerbFrame, clause: Clause, group: Group | None, roles: dict[str, Found], literals: list[NounPhrase]
    ) -> Hit | None:
        hit = super()._made(frame, clause, group, roles, literals)
        names = ", ".join(p.name for f in roles.values() for p in f.parties)
        self._step(hit is not None, f"nobody known takes part ({names})" if names else "nobody takes part", 6)
        return hit

    def _step(self, holds: bool, why: str, reached: int) -> None:
        if not holds:
            self.why, self.reached = why, reached

    def _text(self, group: Group | None) -> str:
        return self.scene.tokens.quote(group.first, group.last) if group is not None else ""


@dataclass
class TracedNouns(NounMatcher):
    """As TracedVerbs, for nouns that name events."""

    trace: list[Dropped] = field(default_factory=list)

    def _bind_noun(
        self, frame: NounFrame, np: NounPhrase, group: Group, clause: Clause | None, place: str, effect: str
    ) -> Hit | None:
        hit = super()._bind_noun(frame, np, group, clause, place, effect)
        if hit is None:
            wanted = [p for p in frame.preps if p.slot.kind == "noun" and not p.optional]
            why = f"no “{'/'.join(sorted(wanted[0].words))}” with {_slot(wanted[0].slot)}, or " if wanted else ""
            why += "nobody known around the noun takes part"
            self.trace.append(Dropped(np.head, np.head + 1, frame.type.id, frame.rule, why, 4))
        return hit


def _slot(slot: Slot) -> str:
    if slot.kind == "noun":
        return f"one of {_some(slot.nouns)}"
    return f"an actor (the {_ROLES.get(slot.role, 'other side')})" if slot.kind == "party" else "anything"


def _some(nouns: frozenset[str]) -> str:
    listed = sorted(nouns, key=lambda x: (len(x), x))
    return ", ".join(listed[:4]) + (" …" if len(listed) > 4 else "")
