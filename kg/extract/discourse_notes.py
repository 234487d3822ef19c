"""The clauses of a sentence in, their links made and the discourse told who stands where."""

from __future__ import annotations

from kg.extract.parties import THING, Scene
from kg.extract.pieces import Clause

__all__ = ["link", "note"]


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
    for clause in found:
        scene.subject = ()
        scene.human = scene.is_human(clause.subject)
        if clause.subject is not None:
            who = scene.group(clause.subject)
            for party in who.parties:
                scene.discourse.note(party, role="subject", sentence=scene.sentence, plural=who.plural)
            scene.subject = who.parties if who.quality >= THING else ()
        for group in clause.objects:
            who = scene.group(group)
            for party in who.parties:
                scene.discourse.note(party, role="object", sentence=scene.sentence, plural=who.plural)
        for _, group in clause.preps:
            who = scene.group(group)
            for party in who.parties:
                scene.discourse.note(party, role="oblique", sentence=scene.sentence, plural=who.plural)
