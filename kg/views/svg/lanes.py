"""Events with their places in time in, lanes of marks out: who stands in which row, with which words beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.views.data import PageEvent
from kg.views.svg.days import Time
from kg.views.svg.ink import SIGNS, width_of

__all__ = ["MOST_ROWS", "SIZE", "Lane", "Mark", "R", "pack"]

R = 5.5
"""The radius of an event."""
SIZE = 11.5
"""The size of the words beside it."""
MOST_ROWS = 40
"""A lane that needs more rows counts its events in bars."""


@dataclass(slots=True)
class Mark:
    """An event in a lane: its row, and where its words begin, in pixels (`upon` a line or bar or not)."""

    event: PageEvent
    time: Time
    text: str
    row: int = 0
    words: float = 0.0
    upon: bool = False


@dataclass(slots=True)
class Lane:
    """Marks in the order of time. `named`: with words; `dense`: not drawn one by one."""

    key: str
    label: str
    marks: list[Mark] = field(default_factory=list)
    rows: int = 1
    named: bool = True
    dense: bool = False


def pack(lane: Lane, x: Callable[[float], float], right: float, left: float, most: int = MOST_ROWS) -> None:
    """Puts each mark into the first row where it and its words have room; without words where those need too many.

    `most` is how many rows the lane may have with words; without them it has as many, but two at least.
    """
    lane.marks.sort(key=lambda mark: (mark.time.first, mark.time.last, mark.event.id))
    for named in (True, False):
        most = most if named else max(2, most)
        rows = _rows(lane.marks, x, right, left, most, named=named)
        if rows <= most:
            lane.rows, lane.named, lane.dense = rows, named, False
            return
    lane.dense, lane.named, lane.rows = True, False, 2


def _rows(
    marks: Sequence[Mark], x: Callable[[float], float], right: float, left: float, most: int, *, named: bool
) -> int:
    taken: list[list[tuple[float, float]]] = []
    for mark in marks:
        begin, end = _extent(mark, x, left, right, named=named)
        row = next((i for i, row in enumerate(taken) if all(end <= a or b <= begin for a, b in row)), len(taken))
        if row == len(taken):
            taken.append([])
        if row >= most:
            return most + 1
        taken[row].append((begin, end))
        mark.row = row
    return max(1, len(taken))


def _extent(mark: Mark, x: Callable[[float], float], left: float, right: float, *, named: bool) -> tuple[float, float]:
    """From where to where a mark takes room in its row; its words stand behind it, else before it, else upon it."""
    begin, own_end = _drawn(mark, x)
    due = None if mark.time.due is None else x(mark.time.due + 0.5)
    end = own_end if due is None else max(own_end, due + 12)
    if not named:
        return begin, end
    wide = width_of(mark.text, SIZE) + 8
    mark.upon = due is not None and due - own_end > wide
    if mark.upon or (due is None and own_end + wide <= right) or end + wide <= right:
        mark.words = own_end + 2 if mark.upon or due is None else end + 2
        return begin, max(end, mark.words + wide)
    if begin - wide >= left:
        mark.words = begin - wide + 4
        return begin - wide, end
    mark.upon, mark.words = True, max(left, x(mark.time.first)) + 2 * R + 8
    return min(begin, mark.words), max(end, mark.words + wide)


def _drawn(mark: Mark, x: Callable[[float], float]) -> tuple[float, float]:
    """From where to where the shape, its badge and what is known of the date are drawn."""
    time = mark.time
    badge = 5 if mark.event.status in SIGNS else 0
    if time.kind in ("extent", "uncertain"):
        return x(time.first) - R - 2, max(x(time.last + 1), x(time.first) + 2 * R) + R + badge
    middle = x(time.first + 0.5)
    tails = {"by": (26, 0), "after": (0, 26), "told": (0, R + 3)}.get(time.kind, (0, 0))
    return middle - R - 4 - tails[0], middle + R + 3 + tails[1] + badge
