"""The clauses and hits of a sentence in, mediators and hosts into the hits: "a truce brokered by Egypt"."""

from __future__ import annotations

from kg.extract.found import ACTOR, Found
from kg.extract.hits import Hit
from kg.extract.parties import Scene
from kg.extract.pieces import Clause

__all__ = ["go_between"]

_ROLES = {"mediate": "M", "broker": "M", "facilitate": "M", "moderate": "M", "host": "H"}


def go_between(hits: list[Hit], found: list[Clause], scene: Scene) -> None:
    """Give the events done together the mediator or host that a clause beside them names."""
    for clause in found:
        role = next((_ROLES[x] for x in clause.lemmas if x in _ROLES), None)
        helper = _by(clause, scene) if role and not clause.objects else None
        if role is None or helper is None:
            continue
        for hit in hits:
            if hit.type.reciprocal and role not in hit.roles and _beside(hit, clause):
                hit.roles = {**hit.roles, role: helper}


def _by(clause: Clause, scene: Scene) -> Found | None:
    for word, group in clause.preps:
        if word == "by":
            found = scene.group(group)
            return found if found.quality >= ACTOR else None
    return None


def _beside(hit: Hit, clause: Clause) -> bool:
    """The clause says it of the event: it hangs on its clause, or what was brokered is the event's own noun."""
    subject = clause.subject
    if subject is not None and subject.first <= hit.trigger[0] < subject.last:
        return True
    if clause.parent is not None:
        return clause.kind in ("participle", "relative") and hit.clause is clause.parent
    return hit.trigger[1] <= clause.verb.first <= hit.extent[1] + 2
