"""Letters of a sentence in, with every "after", "before", "as" … that opens a clause as a subordinator out."""

from __future__ import annotations

from kg.extract.tagging_open import Verbs
from kg.extract.tokens import Tokens

__all__ = ["JOINING", "open_clauses"]

JOINING = frozenset("as after before since until till".split())
"""Prepositions that may as well open a clause."""

_INSIDE = frozenset("of in from between with for at on against over to among".split())
_PHRASE = frozenset("DANEG#QRXY")
_NO_CLAUSE = frozenset("such many much few well long soon of far part early late high low little".split())
_BEHIND = frozenset("DAEINT#KR")
"""What follows a verb that has an object, or goes on: no participle after its noun."""

_BY_THEMSELVES = frozenset(
    """collapse end fail stall resume expire die resign arrive return escape explode crash disappear emerge appear
    happen occur continue escalate erupt converge retire surrender defect land retreat vanish lapse ease step
    talk""".split()
)
"""What nobody does to them: "after talks ended in" is a clause, "after talks held in" is none."""


def open_clauses(tokens: Tokens, first: int, out: list[str], verbs: Verbs) -> None:
    """Change the letters of joining words in `out` that stand before a subject and its finite verb.

    >>> from kg.extract.tagging import general_verbs
    >>> from kg.extract.tokens import tokenize
    >>> letters = list("DNdPDENdDEN.")
    >>> open_clauses(tokenize("The move came after a Malian court freed a Dutch pilot."), 0, letters, general_verbs())
    >>> "".join(letters)
    'DNdSDENdDEN.'
    """
    for k, letter in enumerate(out):
        if letter != "P" or tokens.lower[first + k] not in JOINING:
            continue
        rough = tokens.lower[first + k] == "as"
        if rough and _compares(tokens, first, first + k):
            continue
        at = _behind_subject(tokens, first, out, k + 1, names=rough)
        if at and _is_finite(tokens, first, out, at, verbs):
            out[k] = "S"


def _compares(tokens: Tokens, first: int, i: int) -> bool:
    """ "as many as", "such as", "as of"."""
    near = tokens.lower[max(first, i - 2) : i] + tokens.lower[i + 1 : i + 2]
    return not _NO_CLAUSE.isdisjoint(near) or "as" in near


def _behind_subject(tokens: Tokens, first: int, out: list[str], j: int, *, names: bool) -> int:
    """The place behind a noun phrase with its prepositional phrases that begins at j; 0 where there is none.

    With `names` only names may be joined by "and": "acted as a mediator in Doha and left" has no clause.
    """
    named, begin = False, j
    while j < len(out):
        letter = out[j]
        if letter in _PHRASE or letter == "I":
            named = named or letter in "NEI#"
        elif letter == "C" and names and not set(out[begin:j]) <= set("DE#"):
            return 0
        elif not named or not (_goes_on(letter, tokens.lower[first + j])):
            return j if named and out[j - 1] not in "PCDT" else 0
        j += 1
    return 0


def _goes_on(letter: str, word: str) -> bool:
    return (letter == "C" and word == "and") or (letter == "P" and word in _INSIDE) or letter == "T"


def _is_finite(tokens: Tokens, first: int, out: list[str], at: int, verbs: Verbs) -> bool:
    if out[at] in "MHBz":
        return True
    if out[at] not in "db":
        return False
    readings = verbs.get(tokens.lower[first + at], ())
    if not any(tag == "N" for _, tag in readings) and readings:
        return True  # "began" is no participle
    behind = out[at + 1] if at + 1 < len(out) else "."
    if behind in _BEHIND or out[at - 1] in "EI":
        return behind != "P" or tokens.lower[first + at + 1] != "by"
    if out[at + 1 : at + 3] == ["P", "P"]:
        return True  # "hit out at"
    return any(lemma in _BY_THEMSELVES for lemma, _ in readings)
