"""A short question ("and Iraq?", "and in 2016?", "when?") and the one before it in, the whole question out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import QuestionError
from kg.extract.tokens import tokenize
from kg.queries import parties, times
from kg.queries.opening import AUXILIARIES

if TYPE_CHECKING:
    from kg.queries.parties import Names
    from kg.queries.reading import Who

__all__ = ["followed"]

_LEAD = re.compile(r"^(?:(?:and|but|then|so|what about|how about)\b[ ,]*)+", re.IGNORECASE)
_WH = ("when", "where", "how often", "since when", "why", "who says so", "who")
_OPENING = re.compile(
    r"^(?:since when|how often|how many times|when|where|why|who|whom|what|which \w+)\b ?", re.IGNORECASE
)
_PREPOSITIONS = frozenset("with to on against by from between for about in".split())
_HINT = "after 'who met Iran in 2015': 'and Iraq?', 'and in 2016?', 'when?'"


def followed(question: str, before: str, names: Names, today: str) -> str:
    """The question as it stands where it is whole, else the one before with the new part in the old one's place.

    Raises QuestionError where it cannot be told what the new part stands for.
    """
    short = _plain(question)
    rest = _LEAD.sub("", short)
    asks = rest.lower() in _WH
    if rest == short and not asks:
        return question
    whole = _plain(before)
    if asks:
        return _asked_of(rest.lower(), whole)
    new = times.find(rest, today)
    if new and not rest.replace(new[0].words, "").strip(" ,"):
        old = times.find(whole, today)
        return whole.replace(old[0].words, new[0].words) if old else f"{whole} {new[0].words}"
    if party := _only_party(rest, names):
        return _exchanged(whole, party, rest, names)
    if _OPENING.match(rest) or len(rest.split()) > 3:
        return rest
    raise QuestionError(f"not understood what {rest!r} stands for in {whole!r}", hint=_HINT)


def _plain(question: str) -> str:
    return " ".join(question.replace("’", "'").split()).rstrip("?!. ")


def _asked_of(wh: str, whole: str) -> str:
    clause = _OPENING.sub("", whole)
    first = clause.split(" ")[0].lower()
    if first in AUXILIARIES:
        clause = first + clause[len(first) :]
    return f"{'who says that' if wh == 'who says so' else wh} {clause}"


def _only_party(words: str, names: Names) -> Who | None:
    """The party that all of the words name, a preposition before it apart."""
    tokens = tokenize(words)
    found = (
        parties.find(tokens, names) or parties.unknown(tokenize(f". {words}"), [False] * (len(tokens) + 1), names)[0]
    )
    if len(found) != 1:
        return None
    before = tokens.lower[: max(0, found[0].span[0])]
    length = found[0].span[1] - found[0].span[0]
    return found[0] if length + sum(w in _PREPOSITIONS or w == "the" for w in before) >= len(tokens) else None


def _exchanged(whole: str, party: Who, rest: str, names: Names) -> str:
    """The question with another party: the one behind the same preposition, else the last."""
    tokens = tokenize(whole)
    there = parties.find(tokens, names)
    if not there:
        raise QuestionError(f"not understood whose place {party.words!r} takes in {whole!r}", hint=_HINT)
    first = rest.split(maxsplit=1)[0].lower()
    same = [w for w in there if first in _PREPOSITIONS and first in tokens.lower[max(0, w.span[0] - 2) : w.span[0]]]
    begin, end = (same or there)[-1].span
    start, stop = tokens.starts[begin], tokens.ends[end - 1]
    return f"{whole[:start]}{party.words}{whole[stop:]}"
