"""What was matched: a frame that holds, with who fills its roles, where it stands and how it reads."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.found import Found
from kg.extract.pieces import Clause
from kg.extract.places import is_place
from kg.extract.stance import Reading
from kg.model import Party
from kg.ontology import EventType

__all__ = ["Hit", "ids", "public"]


@dataclass(slots=True)
class Hit:
    """One frame that holds: its type and rule, who fills which role, where it stands, how it reads.

    `trigger`, `extent` and `object` are token ranges, `object` what the act is about if that is no party; `thing` is
    the head of a definite object ("the charge"), `excluded` are those after "but not"; `definite` says that the words
    point to something told before. It is `weighty` where both sides are told and the doer is a government, an army,
    protesters …, though no list knows them.
    """

    type: EventType
    rule: str
    roles: dict[str, Found]
    trigger: tuple[int, int]
    extent: tuple[int, int]
    reading: Reading
    clause: Clause | None = None
    nominal: bool = False
    definite: bool = False
    thing: str = ""
    object: tuple[int, int] | None = None
    excluded: tuple[Party, ...] = ()
    weighty: bool = False


def public(party: Party) -> bool:
    """A state, body or group, or a person who stands for one; not a stranger whom the text only names, nor a town."""
    if party.kind in ("described", "unnamed", "media") or is_place(party.id):
        return False
    return party.kind != "person" or bool(party.states) or not party.id.startswith("person:") or party.via == "title"


def ids(hit: Hit) -> set[str]:
    """Who takes part, in whatever role."""
    return {p.id for f in hit.roles.values() for p in f.parties}
