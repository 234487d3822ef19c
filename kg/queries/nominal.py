"""A clause in, the nouns of events in it out ("talks", "visit"), and who stands in which role around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.queries.clause import BETWEEN, Trigger, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.phrases import NounFrame
    from kg.queries.clause import Clause
    from kg.queries.frames import Index
    from kg.queries.reading import Who

__all__ = ["nominal"]


def nominal(clause: Clause, index: Index) -> Iterable[Trigger]:
    """Each noun of an event, once for each phrase that has it."""
    lower = clause.tokens.lower
    for i in range(clause.start, len(lower)):
        if clause.taken[i] or clause.party_at(i):
            continue
        for length in (3, 2, 1):
            form = " ".join(lower[i : i + length])
            if i + length <= len(lower) and form in index.nouns:
                for frame in index.nouns[form]:
                    yield _noun_roles(clause, frame, i, i + length)
                break


def _noun_roles(clause: Clause, frame: NounFrame, i: int, end: int) -> Trigger:
    roles: dict[str, list[Who]] = {}
    place: list[Who] = []
    topics: list[Who] = []
    score = 6.0 + 2 * (end - i - 1) - 0.2 * (i - clause.start)
    by_prep = {w: p.slot.role for p in frame.preps if p.slot.kind == "party" for w in p.words}
    to = {u.prep for u in clause.units if u.start >= clause.start} & (by_prep.keys() - {"of"})
    for unit in clause.units:
        if unit.start < clause.start:
            continue
        if (unit.possessive and unit.end <= i) or (not unit.prep and unit.start < i):
            roles.setdefault(frame.possessor, []).append(unit.who)
            score += 1.5
        elif unit.prep == "of" and any(by_prep[word] == by_prep.get("of") for word in to):
            roles.setdefault(frame.possessor, []).append(unit.who)  # "the visit of Kenya to Egypt"
            score += 1.5
        elif unit.prep in by_prep:
            roles.setdefault(by_prep[unit.prep], []).append(unit.who)
            score += 2
        elif (
            unit.prep in BETWEEN
            or unit.prep in ("with", "to", "on", "against")
            or (frame.between and unit.prep == "of")
        ):
            roles.setdefault("Y" if roles else "X" if unit.prep in BETWEEN else "Y", []).append(unit.who)
            score += 1.5 if unit.prep in BETWEEN and frame.between else 0.5
        elif unit.prep in ("by", "from", "of"):
            roles.setdefault("X", []).append(unit.who)
            score += 1
        elif unit.prep in ("in", "at"):
            place.append(unit.who)
        else:
            topics.append(unit.who)
    open_role = "Y" if frame.possessor in roles and "Y" not in roles else frame.possessor
    if clause.fronted in by_prep:
        open_role = by_prep[clause.fronted]
    return Trigger(
        (frame.type.id,), i, end, clause.tokens.quote(i, end), score, frame.type.reciprocal, False, False,
        frozen(roles), open_role, tuple(place), tuple(topics), frozenset(range(i, end)),
    )  # fmt: skip
