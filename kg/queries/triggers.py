"""A clause in, triggers out: every phrase of the ontology that it uses, the likeliest first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.queries.nominal import nominal
from kg.queries.verbal import verbal

if TYPE_CHECKING:
    from kg.queries.clause import Clause, Trigger
    from kg.queries.frames import Index

__all__ = ["triggers"]


def triggers(clause: Clause, index: Index) -> list[Trigger]:
    """Every phrase that the clause uses, best first: verbs before nouns, the main verb before later ones."""
    verbs = list(verbal(clause, index))
    nouns = list(nominal(clause, index))
    found = _joined(verbs) + _joined(nouns)
    return sorted(found, key=lambda t: (-t.score, t.at))


def _joined(found: list[Trigger]) -> list[Trigger]:
    """The best of each place; types whose phrases fit equally well are asked for together."""
    out: list[Trigger] = []
    for at in dict.fromkeys(t.at for t in found):
        here = sorted((t for t in found if t.at == at), key=lambda t: -t.score)
        best = here[0]
        level = [t for t in here if t.score > best.score - 0.01]
        types = tuple(dict.fromkeys(name for t in level for name in t.types))
        rules = frozenset(rule for t in level for rule in t.rules)
        out.append(replace(best, types=types, mutual=all(t.mutual for t in level), rules=rules))
        weaker = [t for t in here if t.types[0] not in types and t.score > best.score - 3]
        out.extend(weaker[:1])
    return out
