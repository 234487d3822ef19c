"""A rule's expression in, the codes it can begin with out: so that only rules that can fit are tried at a place."""

from __future__ import annotations

__all__ = ["first_codes"]


def first_codes(pattern: str) -> frozenset[str]:
    """The characters that a match of `pattern` can begin with; knows the expressions that `scan` makes, no others.

    >>> sorted(first_codes("(?:a|b)?(?P<n>[cd])e|f")), sorted(first_codes("(?!a)b?c"))
    (['a', 'b', 'c', 'd', 'f'], ['b', 'c'])
    """
    found, _, _ = _alternatives(pattern, 0)
    return found


def _alternatives(text: str, at: int) -> tuple[frozenset[str], bool, int]:
    """First characters, whether it may match nothing, and where it ends, of alternatives up to a closing bracket."""
    found: frozenset[str] = frozenset()
    empty = False
    while True:
        part, may_be_empty, at = _sequence(text, at)
        found |= part
        empty = empty or may_be_empty
        if at == len(text) or text[at] == ")":
            return found, empty, at
        at += 1  # "|"


def _sequence(text: str, at: int) -> tuple[frozenset[str], bool, int]:
    found: frozenset[str] = frozenset()
    open_still = True
    while at < len(text) and text[at] not in "|)":
        part, empty, at = _atom(text, at)
        if at < len(text) and text[at] == "?":
            empty, at = True, at + 1
        if open_still:
            found |= part
            open_still = empty
    return found, open_still, at


def _atom(text: str, at: int) -> tuple[frozenset[str], bool, int]:
    if text[at] == "(":
        ahead = text.startswith(("(?=", "(?!", "(?<="), at)
        inside = (
            text.index(">", at) + 1 if text.startswith("(?P<", at) else at + (4 if text.startswith("(?<=", at) else 3)
        )
        found, empty, end = _alternatives(text, inside)
        return (frozenset(), True, end + 1) if ahead else (found, empty, end + 1)
    if text[at] == "[":
        end = text.index("]", at)
        return frozenset(text[at + 1 : end]), False, end + 1
    if text[at] == "\\":
        return frozenset(text[at + 1]), False, at + 2
    return frozenset(text[at]), False, at + 1
