"""A page as text that keeps its layout in, its lines in the order of reading out: the left column before the right."""

from __future__ import annotations

import re

__all__ = ["in_order"]

_LEAST = 4
"""Lines with words on both sides of a gutter, from which on there are columns."""
_WORD = re.compile(r"\S+(?: \S+)*")


def in_order(page: str) -> list[str] | None:
    r"""The lines of a page of two columns, each column of its own; None for a page that has no two.

    A line that runs over the gutter (a headline) ends what stands above it: left, right, line, left, right.

    >>> page = "A headline over all of it\n"
    >>> page += "\n".join(f"left words no. {n}     right words no. {n}" for n in range(5))
    >>> (in_order(page) or [])[:3], (in_order(page) or [])[6]
    (['A headline over all of it', '', 'left words no. 0'], 'left words no. 4')
    >>> in_order("One column of words\nand no gutter in it") is None
    True
    """
    lines = [line.expandtabs() for line in page.splitlines() if line.strip()]
    gutter = _gutter(lines)
    if gutter is None:
        return None
    out: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        if _is_clear(line, gutter):
            left.append(line[:gutter].strip())
            right.append(line[gutter:].strip())
            continue
        if left:
            out += [*_below(out), *filter(None, left), *filter(None, right), ""]
            left, right = [], []
        out.append(line.strip())
    return [*out, *_below(out), *filter(None, left), *filter(None, right)]


def _below(above: list[str]) -> list[str]:
    """A blank line between what runs over both columns and the columns."""
    return [""] if above and above[-1] else []


def _gutter(lines: list[str]) -> int | None:
    """The place (in characters) that most lines leave free, with words on both sides of it; None if there is none."""
    width = max(map(len, lines), default=0)
    best, most = None, _LEAST - 1
    for place in range(width * 3 // 10, width * 7 // 10):
        clear = [line for line in lines if _is_clear(line, place)]
        both = sum(_is_prose(line[:place]) and _is_prose(line[place:]) for line in clear)
        if both > most and both >= 0.5 * len(lines):
            best, most = place, both
    return best


def _is_prose(words: str) -> bool:
    """Whether it can be a line of a column; a number or a name is a cell of a table, whose rows stay rows."""
    return len(words.split()) > 2


def _is_clear(line: str, place: int) -> bool:
    """Whether no word runs over a place; a single space between two words of one line is part of it."""
    return all(m.end() <= place or m.start() >= place for m in _WORD.finditer(line))
