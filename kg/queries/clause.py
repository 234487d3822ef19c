"""Tokens and parties of a question in, a clause out: where its parties stand and what is before them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.words import BE, DETERMINERS, POSSESSIVES, PREPOSITIONS
from kg.queries.reading import Who

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.phrases import Slot
    from kg.extract.tokens import Tokens

__all__ = ["BETWEEN", "Clause", "Trigger", "Unit", "compound", "frozen", "noun_end", "units"]

_SENT = frozenset(
    "ambassador ambassadors diplomat diplomats envoy envoys consul troops soldiers forces officials".split()
)
"""People who belong to a party's words ("Russian diplomats") and are at once the noun of a phrase."""
BETWEEN = ("between", "among")


@dataclass(frozen=True, slots=True)
class Unit:
    """A party at its place: the preposition before it, and whether it possesses what follows ("Iran's", "Iranian")."""

    who: Who
    start: int
    end: int
    prep: str = ""
    possessive: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens from `start` on, with the parties in them and what else is taken (words of time, question words).

    `fronted` is the preposition of the question word, `free_noun` whether a noun may stand before its verb.
    """

    tokens: Tokens
    start: int
    units: tuple[Unit, ...]
    taken: tuple[bool, ...]
    fronted: str = ""
    free_noun: bool = False
    open_question: bool = True

    def party_at(self, i: int) -> bool:
        return any(u.start <= i < u.end for u in self.units)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One use of a phrase: its types, where it stands, who is in which role, which role is asked for.

    `place` and `topics` hold parties that are no party of the event here ("in Cuba", "about Syria"); `rules` name the
    phrases.
    """

    types: tuple[str, ...]
    at: int
    end: int
    words: str
    score: float
    mutual: bool = False
    verbal: bool = True
    passive: bool = False
    roles: dict[str, tuple[Who, ...]] = field(default_factory=dict)
    open_role: str = "X"
    place: tuple[Who, ...] = ()
    topics: tuple[Who, ...] = ()
    used: frozenset[int] = frozenset()
    rules: frozenset[str] = frozenset()


def units(tokens: Tokens, parties: Sequence[Who]) -> tuple[Unit, ...]:
    """The parties with their prepositions; those in a list share the one before the list, "A or B" is one."""
    out: list[Unit] = []
    for who in parties:
        begin, end = who.span
        after = tokens.lower[end] if end < len(tokens) else ""
        between = tokens.lower[out[-1].end : begin] if out else []
        possessive = after in ("'s", "'") or _adjective(who, after)
        if out and between and set(between) <= {",", "and", "&", "or", "as", "well", "both"}:
            if "or" in between:
                one = Who(f"{out[-1].who.words} or {who.words}", out[-1].who.ids + who.ids, who.how)
                out[-1] = replace(out[-1], who=one, end=end)
            else:
                out.append(Unit(who, begin, end, out[-1].prep, possessive, joined=True))
            continue
        if out and between == ["-"]:
            out[-1] = replace(out[-1], possessive=True)
            out.append(Unit(who, begin, end, out[-1].prep, possessive=True, joined=True))
            continue
        out.append(Unit(who, begin, end, _prep_before(tokens, begin), possessive))
    return tuple(out)


def _adjective(who: Who, after: str) -> bool:
    return who.how == "people" and after.isalpha() and after not in PREPOSITIONS | {"and", "or"} and after not in BE


def _prep_before(tokens: Tokens, i: int) -> str:
    at = i - 1
    while at >= 0 and (
        tokens.lower[at] in DETERMINERS | POSSESSIVES | {"both", "member", "members"} or tokens.lower[at].isdigit()
    ):
        at -= 1
    return tokens.lower[at] if at >= 0 and tokens.lower[at] in PREPOSITIONS | {"to"} else ""


def noun_end(clause: Clause, nouns: frozenset[str], at: int) -> int | None:
    """Where a noun (of up to three words) that begins at `at` ends."""
    if clause.taken[at] or (clause.party_at(at) and clause.tokens.lower[at] not in _SENT):
        return None
    lower = clause.tokens.lower
    for length in (3, 2, 1):
        if at + length <= len(lower) and " ".join(lower[at : at + length]) in nouns:
            return at + length
    return None


def compound(clause: Clause, slot: Slot, last: int) -> range:
    """The tokens of the noun of a slot that ends at `last`."""
    lower = clause.tokens.lower
    for length in (3, 2, 1):
        if last + 1 >= length and " ".join(lower[last + 1 - length : last + 1]) in slot.nouns:
            return range(last + 1 - length, last + 1)
    return range(last, last + 1)


def frozen(roles: dict[str, list[Who]]) -> dict[str, tuple[Who, ...]]:
    """The same with tuples."""
    return {role: tuple(parties) for role, parties in roles.items()}
