"""Clauses in, hits for what is done by saying: "A says B is building a bomb" accuses, "A says B must leave" demands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.found import ACTOR, THING, Found
from kg.extract.hits import Hit
from kg.extract.parties import Scene
from kg.extract.phrases import Grammar, VerbFrame
from kg.extract.pieces import Clause
from kg.extract.stance import Reader, Reading
from kg.extract.stance_words import SAY

__all__ = ["speech_acts"]

_DEMANDS = frozenset({"must", "should"})


def speech_acts(
    grammar: Grammar,
    scene: Scene,
    clauses: list[Clause],
    reader: Reader,
    bind: Callable[[VerbFrame, Clause], Hit | None],
) -> Iterator[Hit]:
    """Hits whose doer is the one who speaks and whose other side is the subject of what is said."""
    for clause in clauses:
        parent = clause.parent
        if clause.kind != "complement" or parent is None or not set(parent.lemmas) & SAY or parent.verb.negated:
            continue
        speaker = scene.group(parent.subject)
        other = scene.group(clause.subject)
        speaker = _without(speaker, other)
        if speaker.quality < THING or other.quality < ACTOR or not speaker.parties:
            continue
        for lemma in clause.lemmas:
            for frame in grammar.accusations.get(lemma, ()):
                hit = bind(frame, clause)
                if hit is not None and reader.of(clause).stance in ("asserted", "confirmed"):
                    hit.object = _charged(clause, scene)
                    yield _act(hit, parent, speaker, other, reader)
                    break
        demand = grammar.demand
        if demand is not None and (clause.verb.modal in _DEMANDS or _has_to(clause)):
            trigger = (clause.verb.first, clause.verb.last)
            whole = (
                min(parent.verb.first, parent.subject.first if parent.subject else trigger[0]),
                max(clause.verb.last, trigger[1]),
            )
            roles = {"X": Found(speaker.parties, ACTOR), "Y": Found(other.parties, ACTOR)}
            yield Hit(demand, f"{demand.id}/said-must", roles, trigger, whole, _reading(parent, reader), parent)


def _act(hit: Hit, parent: Clause, speaker: Found, other: Found, reader: Reader) -> Hit:
    first = parent.subject.first if parent.subject is not None else parent.verb.first
    hit.roles = {"X": Found(speaker.parties, ACTOR), "Y": Found(other.parties, ACTOR)}
    hit.extent = (min(first, hit.extent[0]), hit.extent[1])
    hit.reading = _reading(parent, reader)
    hit.clause = parent
    return hit


def _charged(clause: Clause, scene: Scene) -> tuple[int, int] | None:
    """What one is accused of: "pursuing a bomb"; a finite verb cannot be told that way."""
    verb = clause.verb
    if not scene.tokens.lower[verb.main].endswith("ing") or not clause.objects:
        return None
    return verb.main, clause.objects[-1].last


def _reading(parent: Clause, reader: Reader) -> Reading:
    outer = reader.of(parent)
    return Reading(outer.stance, outer.modality, outer.claimants, outer.grade)


def _has_to(clause: Clause) -> bool:
    has_to = "have" in clause.lemmas and any(c.kind == "infinitive" for c in clause.children)
    return has_to or "need" in clause.lemmas


def _without(speaker: Found, other: Found) -> Found:
    """The speakers who are not of the other side."""
    theirs = {s for p in other.parties for s in (p.states or (p.id,))}
    kept = tuple(p for p in speaker.parties if not theirs & set(p.states or (p.id,)))
    return Found(kept, speaker.quality, guessed=speaker.guessed)
