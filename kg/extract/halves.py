"""Mentions of a document in, those of "the North" and "the South" out, where the text tells which halves are meant."""

from __future__ import annotations

from collections.abc import Sequence

from kg.authority import Authority
from kg.extract.lookalikes import Look
from kg.extract.spans import Mention

__all__ = ["halves"]

_HALVES = ("north", "south")


def halves(look: Look, known: Sequence[Mention], authority: Authority) -> list[Mention]:
    """ "The North denied it": North Korea, where the text names one of the two Koreas and no other such state.

    Both halves must be states that the lists know: "the South" beside South Africa alone is a part of the world.
    """
    folded = look.folded
    places = [i for i in look.capitals if folded[i] in _HALVES and folded[i - 1] == "the" and i > 0]
    if not places:
        return []
    named = {
        folded[m.last - 1] for m in known if m.kind == "state" and m.last - m.first == 2 and folded[m.first] in _HALVES
    }
    pairs = [p for base in named if (p := [authority.names.get(f"{half} {base}") for half in _HALVES]) and all(p)]
    if len(pairs) != 1:
        return []
    taken = {i for m in known for i in range(m.first, m.last)}
    out = []
    for i in places:
        behind = i + 1 if i + 1 < len(look.words) else i
        goes_on = behind != i and (look.capital(behind) or folded[behind] == "of") and look.beside(i, behind)
        if i in taken or goes_on:
            continue
        (entry, *_) = pairs[0][_HALVES.index(folded[i])] or ()
        id_, name, kind, states = authority.row(entry[0])
        out.append(Mention(i, i + 1, id_, name, kind, states, "alias", "name"))
    return out
