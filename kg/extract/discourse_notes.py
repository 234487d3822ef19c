"""The clauses of a sentence in, their links made and the discourse told who stands where."""

from __future__ import annotations

from kg.extract.control import SAYING
from kg.extract.discourse import Role
from kg.extract.found import MERE, THING, Found
from kg.extract.parties import Scene
from kg.extract.pieces import Clause

__all__ = ["link", "note", "note_rest"]


def link(found: list[Clause]) -> None:
    """Children by parent; an opening "Asked about …," or "While not confirming …," belongs to the clause after it."""
    for number, clause in enumerate(found):
        if clause.parent is None and clause.kind in ("gerund", "participle"):
            main = next((c for c in found[number + 1 :] if c.kind == "main" and c.subject is not None), None)
            if main is not None and clause.subject is None:
                clause.subject = main.subject
            if main is not None:
                clause.parent = main
        if clause.parent is not None:
            clause.parent.children.append(clause)


def note(scene: Scene, found: list[Clause]) -> None:
    """Tell the discourse who stands where, in reading order."""
    topic = next((c for c in found if c.kind == "main" and c.subject is not None), None)
    for clause in found:
        scene.subject = ()
        scene.human = scene.is_human(clause.subject)
        if clause.subject is not None:
            scene.part = "theme" if clause.verb.passive else "" if clause.verb.copula else "agent"
            said = clause.parent is not None and set(clause.parent.lemmas) & SAYING
            scene.voice = scene.spoken_for(clause.parent.subject) if said and clause.parent else ()
            who = scene.group(clause.subject)
            scene.part, scene.voice = "", ()
            _tell(scene, who, "topic" if clause is topic else "subject")
            scene.subject = who.parties if who.quality >= THING else ()
        scene.part = "theme"
        for group in clause.objects:
            _tell(scene, scene.group(group), "object")
        scene.part = ""
        for _, group in clause.preps:
            _tell(scene, scene.group(group), "oblique")


def note_rest(scene: Scene, found: list[Clause], first: int, last: int) -> None:
    """Persons whom no clause has taken in are there all the same."""
    at = scene.mention_at
    persons = [m for i in range(first, last) if i in at and (m := at[i]).kind == "person" and m.first == i]
    if not persons:
        return
    groups = [g for c in found for g in (c.subject, *c.objects, *(g for _, g in c.preps)) if g is not None]
    taken = {i for g in groups for i in range(g.first, g.last)}
    for mention in persons:
        if mention.first not in taken:
            role: Role = "subject" if mention.first == first else "oblique"
            offices = mention.offices
            scene.discourse.note(scene.party(mention), role=role, sentence=scene.sentence, offices=offices)


def _tell(scene: Scene, who: Found, role: Role) -> None:
    for party in who.parties:
        things_of_one = party.kind == "person" and party.via == "role" and len(who.parties) == 1  # "Kamara's remarks"
        plural = who.plural and not things_of_one
        offices = scene.offices.get(party.id, frozenset()) if party.kind == "person" else frozenset()
        scene.discourse.note(party, role=role, sentence=scene.sentence, plural=plural, offices=offices)
    if who.quality == MERE and not who.plural:
        scene.discourse.pass_by(role, scene.sentence)
