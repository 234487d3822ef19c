"""A hit in, the same deed of those for whom its verb is left out: "Chad expelled two envoys, and Mali three"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.found import ACTOR, Found
from kg.extract.hits import Hit
from kg.extract.mentions import Mention
from kg.extract.parties import Scene
from kg.extract.tagging_closed import is_number

__all__ = ["gapped"]

_JOINTS = frozenset((",", "and", "while", "but"))
_ENDS = frozenset(".;,:)") | {"and", "while", "but"}


def gapped(hit: Hit, scene: Scene) -> Iterator[Hit]:
    """The hit, and one more for each name that only a number follows, where the thing done to was counted too."""
    names = list(_names(hit, scene))
    if not names:
        yield hit
        return
    roles, doers = hit.roles, [scene.party(name) for name in names]
    if other := roles.get("Y"):  # "sent 300 soldiers to Mali, Sweden 250"
        rest = tuple(p for p in other.parties if p.id not in {doer.id for doer in doers})
        roles = {**roles, "Y": replace(other, parties=rest)} if rest else {k: v for k, v in roles.items() if k != "Y"}
    yield replace(hit, roles=roles)
    for name, doer in zip(names, doers, strict=True):
        extent = hit.extent[0], max(hit.extent[1], name.last + 1)
        yield replace(hit, roles={**roles, "X": Found((doer,), ACTOR)}, extent=extent)


def _names(hit: Hit, scene: Scene) -> Iterator[Mention]:
    clause = hit.clause
    if clause is None or clause.verb.passive or not clause.objects or not hit.roles.get("X"):
        return
    if hit.type.reciprocal and "Y" not in hit.roles:
        return
    low, thing = scene.tokens.lower, clause.objects[0].items[0]
    if not any(is_number(low[k]) for k in range(thing.first, thing.head)):
        return
    i = thing.head + 1
    while i < len(low) and low[i] != ".":
        name = scene.mention_at.get(i) if low[i - 1] in _JOINTS else None
        if name is not None and name.form == "name" and _counts(low, name.last):
            yield name
        i += 1


def _counts(low: list[str], k: int) -> bool:
    """Whether a mere number, and no year, stands at token k."""
    if k >= len(low) or not is_number(low[k]) or (low[k].isdigit() and 1900 <= int(low[k]) < 2100):
        return False
    return k + 1 >= len(low) or low[k + 1] in _ENDS
