"""What a noun phrase was found to mean, as a frozen value, and how surely."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Party

__all__ = ["ACTOR", "MERE", "NOBODY", "NOTHING", "THING", "WORDS", "Found"]

ACTOR, THING, WORDS, MERE, NOTHING = 4, 3, 2, 1, 0
"""How surely a noun phrase is a party: it names one; it belongs to one; it describes or names people that nobody
knows; it is some other thing; it is nobody."""


@dataclass(frozen=True, slots=True)
class Found:
    """Parties and how surely (ACTOR, THING, WORDS, NOTHING); `left_out` those after "but not"."""

    parties: tuple[Party, ...] = ()
    quality: int = NOTHING
    left_out: tuple[Party, ...] = ()
    guessed: bool = False
    plural: bool = False


NOBODY = Found()
