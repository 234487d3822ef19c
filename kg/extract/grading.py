"""A hit with its event in, its grade out: sure where such claims were measured to be mostly right, else guess.

The families and their figures stand in docs/accuracy.md (hand-read claims of real articles).
"""

from __future__ import annotations

from kg.extract.hits import Hit, public
from kg.model import Event, Grade

__all__ = ["grade"]

_VIOLENT = frozenset(("ASSAULT", "COERCE"))
"""Told of many things: crimes, crashes, words."""


def grade(hit: Hit, event: Event) -> Grade:
    """Guess for what the reading leaves open, and for violence without two sides that are somebody."""
    return "guess" if hit.type.root in _VIOLENT and _vague(event) else hit.reading.grade


def _vague(event: Event) -> bool:
    """ "attacked the inquiry" (nobody), "were killed in Spain" (a state, by nobody), strangers against strangers."""
    if not event.recipients:
        return not event.participants
    if not event.initiators:
        return any(party.kind == "state" and party.via == "name" for party in event.recipients)
    return not any(map(public, event.initiators)) and not any(map(public, event.recipients))
