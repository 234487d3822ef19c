"""A question that leaves parties out ("besides Peru") in, the question without them and these parties out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QuestionError
from kg.extract.tokens import tokenize
from kg.queries import parties

if TYPE_CHECKING:
    from kg.queries.parties import Names
    from kg.queries.reading import Who

__all__ = ["Excluded", "excluded"]

_LEAD = re.compile(
    r"(?:^|,? )(?:besides|apart from|aside from|other than|except(?: for)?|excluding|not counting|but not) ",
    re.IGNORECASE,
)
_JOINED = frozenset((",", "and", "or", "the", "&"))


@dataclass(frozen=True, slots=True)
class Excluded:
    """The question without the words that leave somebody out, and who is left out."""

    question: str
    parties: tuple[Who, ...]


def excluded(question: str, names: Names) -> Excluded | None:
    """Who must not be an answer; None where nobody is left out.

    Raises QuestionError where the words leave out somebody who is not known.
    """
    lead = _LEAD.search(question)
    if lead is None:
        return None
    after = question[lead.end() :]
    tokens = tokenize(after)
    found, end = [], 0
    for who in parties.find(tokens, names):
        if not set(tokens.lower[end : who.span[0]]) <= _JOINED:
            break
        found.append(who)
        end = who.span[1]
    if not found:
        raise QuestionError(f"not understood who is left out by {(lead[0] + after).strip()!r}", hint="name countries")
    rest = after[tokens.ends[end - 1] :].lstrip(" ,")
    begin = question[: lead.start()].rstrip(" ,")
    return Excluded(" ".join(f"{begin} {rest}".split()), tuple(found))
