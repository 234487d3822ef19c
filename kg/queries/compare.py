"""A question that compares parties in, the question who does it most often and the parties that are compared out.

"Who met Iran more often, China or Russia" is "Who met Iran most often", asked of these two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QuestionError
from kg.queries.parties import begins_with, whole

if TYPE_CHECKING:
    from kg.queries.parties import Names
    from kg.queries.reading import Who

__all__ = ["Compared", "compared"]

_RANK = r"(?P<rank>more|less) (?:often|frequently|times)"
_AUX = r"did|do|does|has|have|had|is|was|were|are|will"
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (
    rf"^(?P<who>who|whom|which\s+(?:\w+\s+){{1,2}}?)\s*(?P<rest>.+?) {_RANK}\s*[,:;–-]*\s*(?P<a>.+?),? or (?P<b>.+)$",
    rf"^which of (?P<a>.+?),? (?:and|or) (?P<b>.+?) (?P<rest>(?!and |or ).+?) {_RANK}$",
    rf"^which,? (?P<a>.+?),? or (?P<b>[^,]+), (?P<rest>.+?) {_RANK}$",
    rf"^(?P<aux>{_AUX}) (?P<a>.+?) or (?P<b>.+?) {_RANK} (?P<rest>.+)$",
    rf"^(?P<aux>{_AUX}) (?P<a>.+?) or (?P<b>.+) {_RANK}$",
    rf"^(?P<aux>{_AUX}) (?P<a>.+) {_RANK} than (?P<b>.+?)(?: (?:did|do|does|has|have))?$",
    rf"^(?P<aux>{_AUX}) (?P<a>.+) {_RANK} than (?P<b>\S+(?: \S+)??) (?P<rest>.+)$",
))  # fmt: skip
_HINT = "'who met Iran more often, China or Russia', 'did China meet Iran more often than Russia'"


@dataclass(frozen=True, slots=True)
class Compared:
    """The plain question, and the parties that it is asked of."""

    question: str
    parties: tuple[Who, Who]


def compared(question: str, names: Names) -> Compared | None:
    """The comparison in a question (without its question mark); None when it compares nothing.

    Raises QuestionError when it compares, but not two parties that are known.
    """
    if not re.search(rf"\b{_RANK}\b(?! than any)", question, re.IGNORECASE):
        return None
    for form in _FORMS:
        if (found := form.match(question)) and (made := _made(found.groupdict(), names)):
            return made
    raise QuestionError("not understood which two are compared", hint=_HINT)


def _made(found: dict[str, str], names: Names) -> Compared | None:
    rank = "most often" if found["rank"].lower() == "more" else "least often"
    second = whole(found["b"], names)
    first, rest = whole(found["a"], names), found.get("rest") or ""
    if first is None or not rest:
        begins = begins_with(found["a"] if first is None else found["b"], names)
        if begins is None:
            return None
        party, after = begins
        first, second, rest = (party, second, after) if first is None else (first, party, after)
    if first is None or second is None or not rest:
        return None
    who = found.get("who") or f"who {(found.get('aux') or '').lower()}"
    return Compared(" ".join(f"{who} {rest} {rank}".split()), (first, second))
