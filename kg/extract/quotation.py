"""A text in, the stretches between its quotation marks out: “…”, "…", ''…'', «…», „…“ and ‘…’.

A quotation that is not closed ends with its paragraph: the next paragraph opens it again.
"""

from __future__ import annotations

import re

__all__ = ["quotes"]

_MARK = re.compile(r"[“”„«»\"]|''|‘|’(?!\w)|\n[ \t]*\n")
_CLOSES = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "''": "''"}
_LONGEST = 4000


def quotes(text: str) -> list[tuple[int, int]]:
    """Character ranges of what stands between quotation marks, marks included, in order; none inside another.

    >>> [("He said “no” and ''it's over''.")[a:b] for a, b in quotes("He said “no” and ''it's over''.")]
    ['“no”', "''it's over''"]
    """
    out: list[tuple[int, int]] = []
    begin, wanted = -1, ""
    for found in _MARK.finditer(text):
        mark, at = found.group(), found.start()
        if mark[0] == "\n":
            if begin >= 0 and wanted != "’":
                out.append((begin, at))
            begin = -1
        elif begin >= 0 and mark in wanted:
            if mark not in ("''", '"') or not _opens(text, at, found.end()):
                out.append((begin, found.end()))
                begin = -1
            else:
                begin = at
        elif begin < 0 and mark in _CLOSES and (mark not in ("''", '"', "‘") or _opens(text, at, found.end())):
            begin, wanted = at, _CLOSES[mark]
    if begin >= 0 and wanted != "’":
        out.append((begin, len(text)))
    return [(a, b) for a, b in out if b - a <= _LONGEST]


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a mark that may do both opens: a word begins right behind it, and none ends right before it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not before or not (before.isalnum() or before in ",.!?;…")) and bool(after) and not after.isspace()
