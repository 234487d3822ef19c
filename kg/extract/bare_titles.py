"""Mentions of persons in, the same with a state for those whose title names none: "President Idi Amin", as a guess.

An agency writes "the president" of the country that its report is about. So it is the state named most often before,
unless that has somebody else in the office.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.spans import Mention

__all__ = ["with_states"]

_HIGHEST = frozenset("president premier king queen emir sultan chancellor".split())
_MINISTERS = frozenset("minister secretary".split())
_PORTFOLIOS = frozenset("prime foreign defence defense interior home finance".split())
_PLAIN = _HIGHEST | _MINISTERS | _PORTFOLIOS | frozenset("acting interim caretaker then new affairs of and".split())


def with_states(persons: list[Mention], listed: Sequence[Mention]) -> list[Mention]:
    """The persons, those with an office of a state and no state given one; `listed` are the other mentions."""
    bare = {m.id for m in persons if _office(m) and not m.states and m.body is None and m.id.startswith("person:")}
    if not bare:
        return persons
    held = {(_office(m), m.states[0]): m.id for m in persons if _office(m) and m.states}
    given: dict[str, tuple[str, ...]] = {}
    for m in persons:
        if m.id in bare and m.id not in given:
            given[m.id] = _most_named(m, listed, held)
            held.update({(_office(m), state): m.id for state in given[m.id]})
    return [replace(m, states=given[m.id], guessed=True) if given.get(m.id) else m for m in persons]


def _office(mention: Mention) -> str:
    """The office of a state that a title names, "" for none: president, foreign minister."""
    words = mention.offices
    highest = words & _HIGHEST
    if not words <= _PLAIN:
        return ""  # "Senate President"
    if highest:
        return min(highest)
    return " ".join(sorted(words & _PORTFOLIOS)) if words & _MINISTERS and words & _PORTFOLIOS else ""


def _most_named(person: Mention, listed: Sequence[Mention], held: dict[tuple[str, str], str]) -> tuple[str, ...]:
    """The state named most often before the person that nobody else holds the office of."""
    office = _office(person)
    counts = Counter(m.states[0] for m in listed if m.first < person.first and m.states and m.form != "media")
    left = [(n, state) for state, n in counts.items() if (office, state) not in held]
    most = max((n for n, _ in left), default=0)
    return tuple(state for n, state in left if n == most)[:1]
