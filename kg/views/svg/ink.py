"""Shapes, signs and words in, elements of an SVG picture out: the page's glyphs and badges, for paper.

Colours, shapes and signs are those of `assets/glyphs.js` and `assets/text.js`; a test holds the two together.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kg.views.terminal import breadth

if TYPE_CHECKING:
    from kg.views.data import PageEvent

__all__ = [
    "COLOURS", "FONT", "GROUND", "HOLLOW", "INK", "LINE", "QUIET", "SIGNS", "SLATE", "STATUSES", "badge", "brief",
    "clean", "colour", "family", "glyph", "group", "headline", "node", "picture", "rendered", "width_of", "words",
]  # fmt: skip

COLOURS = {
    "AGREE": "#0b7f97", "CONSULT": "#1c64d1", "SUPPORT": "#5b54d6", "CONCEDE": "#3f86c6", "COOPERATE": "#1a7f4b",
    "AID": "#5d7d0b", "RETREAT": "#0e8a74", "REQUEST": "#94700a", "ACCUSE": "#b35c00", "REJECT": "#8f5a3c",
    "THREATEN": "#c2490c", "PROTEST": "#c2267e", "SANCTION": "#a8329e", "MOBILIZE": "#8b3fc4", "COERCE": "#b3264f",
    "ASSAULT": "#c22222",
}  # fmt: skip
"""The colour of each PLOVER root, from cooperative words to hostile deeds."""
_FAMILY_ENDS = (4, 7, 11, 16)
"""Where, in this order, cooperative words, cooperative deeds, hostile words and hostile deeds end: one shape each."""
OTHER, INK, QUIET, LINE, GROUND, SLATE = "#5a6472", "#17202b", "#566170", "#d9dee5", "#ffffff", "#56657a"
HOLLOW = frozenset({"planned", "conditional", "possible", "negated", "unconfirmed"})
_DASHES = {"conditional": (3.0, 2.0), "possible": (1.5, 2.0), "unconfirmed": (1.5, 2.0)}
SIGNS = {"planned": "›", "conditional": "if", "possible": "~", "negated": "×", "contested": "≠", "unconfirmed": "?"}
STATUSES = {
    "actual": "actual", "planned": "planned", "conditional": "conditional", "possible": "possible",
    "negated": "denied", "contested": "contested", "unconfirmed": "unconfirmed",
}  # fmt: skip
FONT = "system-ui, 'Segoe UI', Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', 'Liberation Sans', sans-serif"
_NO_XML = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_Point = tuple[float, float]


def picture(width: float, height: float, title: str, described: str) -> Element:
    """An empty picture on a white ground; `title` and `described` are what a screen reader says of it."""
    size = {"width": f"{width:.0f}", "height": f"{height:.0f}", "viewBox": f"0 0 {width:.0f} {height:.0f}"}
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "role": "img", "font-family": FONT})
    root.set("aria-label", f"{clean(title)}. {clean(described)}")
    SubElement(root, "title").text = clean(title)
    SubElement(root, "desc").text = clean(described)
    node(root, "rect", width=width, height=height, fill=GROUND)
    return root


def rendered(root: Element) -> str:
    """The picture as the text of a file, one element a line."""
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def node(parent: Element, tag: str, **attributes: str | float) -> Element:
    """An element with attributes: `stroke_width=2` is stroke-width="2"; lengths have one decimal."""
    return SubElement(parent, tag, {name.replace("_", "-"): _said(value) for name, value in attributes.items()})


def group(parent: Element, kind: str, told: str) -> Element:
    """A group of elements that a pointer resting on it names."""
    held = node(parent, "g", **{"class": kind})
    SubElement(held, "title").text = clean(told)
    return held


def words(
    parent: Element,
    text: str,
    at: _Point,
    *,
    size: float = 12,
    ink: str = INK,
    anchor: str = "start",
    bold: bool = False,
) -> Element:
    """A line of text; `at` is its beginning (middle, end) on the line it stands on."""
    weight: dict[str, str | float] = {"font_weight": 600} if bold else {}
    made = node(parent, "text", x=at[0], y=at[1], font_size=size, fill=ink, text_anchor=anchor, **weight)
    made.text = clean(text)
    return made


def clean(text: str) -> str:
    r"""One line of text that XML can hold and that turns nobody's direction.

    >>> clean("Iran\u202e\x00 and\nIraq")
    'Iran and Iraq'
    """
    return " ".join(_TURNS.sub("", _NO_XML.sub("", text)).split())


def brief(text: str, length: int) -> str:
    """The text cut to a length.

    >>> brief("United Nations", 7)
    'United…'
    """
    line = clean(text)
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def width_of(text: str, size: float) -> float:
    """About how wide a text is drawn: no font is at hand, so a little more than most need."""
    broad = sum(c.isupper() or c in "wm@%" for c in text)
    return (breadth(text) * 0.57 + broad * 0.26) * size


def headline(event: PageEvent, names: dict[str, str]) -> str:
    """The event as one line: its own sentence, else its type and parties."""
    if event.title:
        return clean(event.title)
    first, second = _some(event.initiators, names), _some(event.recipients, names)
    both = f"{first} {'⇄' if event.mutual else '→'} {second}" if first and second else _some(event.parties, names)
    return clean(f"{event.label}: {both or 'nobody named'}")


def family(root: str) -> int:
    """0 words and 1 deeds, cooperative; 2 words and 3 deeds, hostile; 4 anything else."""
    known = list(COLOURS)
    at = known.index(root) if root in COLOURS else len(known)
    return sum(at >= end for end in _FAMILY_ENDS)


def colour(root: str) -> str:
    """The colour of a PLOVER root; grey for anything else."""
    return COLOURS.get(root, OTHER)


def glyph(parent: Element, root: str, status: str, at: _Point, r: float) -> None:
    """The event: its shape and colour tell the type, its fill and edge the status."""
    ink, corners = colour(root), [(at[0] + x, at[1] + y) for x, y in _corners(family(root), r)]
    dashes = " ".join(_said(n * r / 6) for n in _DASHES.get(status, ()))
    edge: dict[str, str | float] = {"stroke_dasharray": dashes} if dashes else {}
    full = ink if status not in HOLLOW and status != "contested" else GROUND
    if status == "contested":
        node(parent, "polygon", points=_points(corners), fill=GROUND)
        node(parent, "polygon", points=_points(_left_of(corners, at[0])), fill=ink)
        full = "none"
    node(parent, "polygon", points=_points(corners), fill=full, stroke=ink, stroke_width=max(1.4, r / 5),
         stroke_linejoin="round", **edge)  # fmt: skip


def badge(parent: Element, status: str, at: _Point, r: float) -> None:
    """The status as a small sign in a circle, up and right of the event; what is actual has none."""
    sign = SIGNS.get(status)
    if not sign:
        return
    x, y, size = at[0] + r * 1.05, at[1] - r * 1.05, max(5.0, r * 0.72)
    node(parent, "circle", cx=x, cy=y, r=size, fill=GROUND, stroke=INK, stroke_width=max(0.8, size / 8))
    large = size * (1.15 if len(sign) > 1 else 1.6)
    words(parent, sign, (x, y + large * 0.34), size=large, anchor="middle", bold=True)


def _corners(kind: int, r: float) -> list[_Point]:
    if kind == 0:
        return _ring(4, r * 1.25, 0)
    if kind == 1:
        return _ring(4, r * 1.3, math.pi / 4)
    if kind == 2:
        return [(x, y + r * 0.25) for x, y in _ring(3, r * 1.35, -math.pi / 2)]
    if kind == 3:
        star = _ring(12, r * 1.35, -math.pi / 2)
        return [(x * 0.6, y * 0.6) if i % 2 else (x, y) for i, (x, y) in enumerate(star)]
    return _ring(5, r * 1.2, -math.pi / 2)


def _ring(count: int, r: float, turn: float) -> list[_Point]:
    angles = [turn + i * 2 * math.pi / count for i in range(count)]
    return [(r * math.cos(angle), r * math.sin(angle)) for angle in angles]


def _left_of(corners: Sequence[_Point], edge: float) -> list[_Point]:
    """The part of a shape left of an edge."""
    out: list[_Point] = []
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if ax <= edge:
            out.append((ax, ay))
        if (ax - edge) * (bx - edge) < 0:
            out.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
    return out


def _points(corners: Iterable[_Point]) -> str:
    return " ".join(f"{_said(x)},{_said(y)}" for x, y in corners)


def _some(actors: Sequence[str], names: dict[str, str]) -> str:
    more = f" +{len(actors) - 3}" if len(actors) > 3 else ""
    return ", ".join(names.get(one, one) for one in actors[:3]) + more


def _said(value: str | float) -> str:
    if isinstance(value, str):
        return value
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short
