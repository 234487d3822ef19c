"""The types and statuses of a picture in, its key out: what each shape, colour and sign means, in rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from kg.views.svg.ink import COLOURS, INK, LINE, QUIET, STATUSES, badge, brief, glyph, group, node, width_of, words

if TYPE_CHECKING:
    from kg.views.data import PageEvent

__all__ = ["ROW", "legend", "legend_rows"]

ROW = 22.0
"""How high a row of the key is."""
_SIZE = 11.5

_Key = tuple[str, str, str]
"""Root, status, what stands beside the shape."""


def legend_rows(events: Sequence[PageEvent], width: float, *, statuses: bool = True) -> list[list[tuple[float, _Key]]]:
    """The key of these events in rows no wider than `width`: where each sign stands, and which it is.

    Without `statuses` it names the types only.
    """
    roots = sorted({event.root for event in events}, key=lambda root: (_order(root), root))
    others = [status for status in STATUSES if status != "actual" and any(e.status == status for e in events)]
    keys = [(root, "actual", brief(root.lower(), 24)) for root in roots[:24]]
    keys += [("", status, STATUSES[status]) for status in others if statuses]
    rows: list[list[tuple[float, _Key]]] = [[]]
    x = 0.0
    for key in keys:
        wide = 34 + width_of(key[2], _SIZE)
        if rows[-1] and x + wide > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, key))
        x += wide
    return rows


def legend(root: Element, rows: Sequence[Sequence[tuple[float, _Key]]], left: float, top: float, notes: str) -> None:
    """Draws the key and, in a last row, what else is to be known."""
    node(root, "line", x1=left, y1=top, x2=left + 60, y2=top, stroke=LINE)
    for number, row in enumerate(rows):
        y = top + ROW * (number + 0.9)
        for x, (kind, status, told) in row:
            held = group(root, "key", told)
            glyph(held, kind, status, (left + x + 8, y - 4), 5)
            badge(held, status, (left + x + 8, y - 4), 5)
            words(held, told, (left + x + 22, y), size=_SIZE, ink=INK)
    words(root, notes, (left, top + ROW * (len(rows) + 0.9)), size=_SIZE, ink=QUIET)


def _order(root: str) -> int:
    return list(COLOURS).index(root) if root in COLOURS else len(COLOURS)
