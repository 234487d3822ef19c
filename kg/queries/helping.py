"""A question that was not understood in, what helps out: a misspelt name mended, and near questions that do work."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kg.extract.tokens import tokenize
from kg.queries import times, write
from kg.queries.parties import find
from kg.queries.resolve import authority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.queries.frames import Index
    from kg.queries.named import Queryable
    from kg.queries.parties import Names

__all__ = ["Respelt", "near_questions", "respelt"]

_LIKE = 0.8
_APART = 0.01
"""By how much the nearest name must be nearer than the next."""
_SHORTEST = 5
_LONGER = 3
_MOST = 3
_ANYWHERE = ("which country was most active", "which events are contested", "what is planned", "what happened last")


@dataclass(frozen=True, slots=True)
class Respelt:
    """The question with a misspelt name put right, and that name."""

    question: str
    name: str


def respelt(graph: Queryable, question: str, word: str) -> Respelt | None:
    """The question with its misspelt word as a name of the graph; None where no name is like it.

    Names of actors that occur are tried, then those of the list; and only where one alone is the nearest.
    """
    if len(word) < _SHORTEST or word not in question:
        return None
    name = _nearest(word, (str(row[0]) for row in graph.query(write.labels()) if row[0]))
    name = name or _nearest(word, (r.name for r in authority().records() if r.kind in ("state", "person")))
    if name is None:
        return None
    return Respelt(re.sub(rf"\b{re.escape(word)}\b", name, question), name)


def _nearest(word: str, names: Iterable[str]) -> str | None:
    """The name, or the part of a name, that is most like the word and begins alike; None where two are, or none."""
    begin, length = word[0].lower(), len(word)
    known = {
        part.lower(): part
        for name in names
        for part in (name, *name.split())
        if part[:1].lower() == begin and len(part) >= _SHORTEST and abs(len(part) - length) <= _LONGER
    }
    near = difflib.get_close_matches(word.lower(), sorted(known), n=2, cutoff=_LIKE)
    if not near or (len(near) > 1 and _like(word, near[0]) - _like(word, near[1]) < _APART):
        return None
    return known[near[0]]


def _like(word: str, other: str) -> float:
    return difflib.SequenceMatcher(None, word.lower(), other).ratio()


def near_questions(
    question: str, word: str, names: Names, index: Index, today: str, answers: Callable[[str], bool]
) -> tuple[str, ...]:
    """Questions like this one that the graph has an answer to: another verb, or what is told of the same parties."""
    for candidates in (_candidates(question, word, names, index, today), _ANYWHERE):
        working = (near for near in dict.fromkeys(candidates) if answers(near))
        if found := tuple(islice(working, _MOST)):
            return found
    return ()


def _candidates(question: str, word: str, names: Names, index: Index, today: str) -> Iterator[str]:
    if len(word) >= _SHORTEST:
        for verb in difflib.get_close_matches(word.lower(), sorted(index.verbs), n=1, cutoff=_LIKE):
            yield re.sub(rf"\b{re.escape(word)}\b", verb, question)
    timed = times.find(question, today)
    when = f" {timed[0].words}" if timed else ""
    parties = [who.words for who in find(tokenize(question), names) if who.ids]
    if len(parties) > 1:
        yield f"what happened between {parties[0]} and {parties[1]}{when}"
    for party in parties[:2]:
        yield f"what did {party} do{when}"
        yield f"what happened with {party}{when}"
    if timed:
        yield f"what happened{when}"
