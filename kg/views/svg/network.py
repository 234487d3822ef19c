"""Page data in, the network as SVG out: actors, and events or plain lines between them, where the page has them too."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kg.views.data import PageActor, PageData, PageEvent
from kg.views.network import network, network_json
from kg.views.svg.ink import (
    GROUND,
    INK,
    LINE,
    SLATE,
    STATUSES,
    badge,
    brief,
    clean,
    colour,
    glyph,
    group,
    headline,
    node,
    picture,
    rendered,
    width_of,
    words,
)  # fmt: skip
from kg.views.svg.legend import ROW, legend, legend_rows
from kg.views.svg.pairs import Pair, pairs

__all__ = ["MOST", "network_svg"]

MOST = 300
"""At most so many events are drawn, those told most often, as on the page at first."""
_WIDE, _SIDE, _MARGIN, _HEAD = 1120.0, 110.0, 80.0, 46.0
_KINDS = {
    "state": "full", "organization": "double", "grouping": "double", "person": "ring", "media": "dotted",
    "armed group": "cross",
}  # fmt: skip
_PAIRS = (
    "line = they face each other · width = independent sources · colour = most frequent type · broken = not (yet) so"
)
_SIGNS = "arrow = towards · bar = other side of the table · dots = host or mediator · grey line = stands for"

_Point = tuple[float, float]
_Box = tuple[float, float, float, float]


@dataclass
class _Scene:
    """What is drawn where, in pixels. Nodes are numbered as in `kg.views.network`: actors, then events."""

    data: PageData
    events: dict[int, PageEvent]
    actors: dict[int, PageActor]
    spots: dict[int, _Point]
    radii: dict[int, float]
    ties: list[tuple[int, int, str]]
    width: float
    height: float
    names: dict[str, str] = field(default_factory=dict)
    pairs: dict[tuple[str, str], Pair] | None = None


def network_svg(data: PageData, *, view: str = "events", title: str | None = None) -> str:
    """The network as one SVG text: up to `MOST` events, and those who take part in them.

    `view` is "events" (each event a node between its parties) or "actors" (a line between two who face each other).
    """
    scene = _scene(data, view)
    keys = legend_rows(list(scene.events.values()), scene.width - 2 * 24, statuses=scene.pairs is None)
    high = _HEAD + scene.height + ROW * (len(keys) + 2)
    root = picture(scene.width, high, title or data.title, _described(scene))
    words(root, brief(title or data.title, 110), (24, 28), size=16, bold=True)
    plane = node(root, "g", transform=f"translate(0 {_HEAD:.0f})")
    _kin(plane, scene)
    if scene.pairs is None:
        for one, other, role in scene.ties:
            _tie(plane, scene, one, other, role)
        for number, event in scene.events.items():
            _event(plane, scene, number, event)
    else:
        _lines(plane, scene, scene.pairs)
    for number, actor in scene.actors.items():
        _actor(
            group(plane, "actor", f"{actor.name} ({actor.kind})"), actor.kind, scene.spots[number], scene.radii[number]
        )
    _names(plane, scene)
    legend(root, keys, 24, _HEAD + scene.height, _note(scene))
    return rendered(root)


def _scene(data: PageData, view: str) -> _Scene:
    carried = network_json(network(data))
    offset = len(data.actors)
    events = {offset + i: event for i, event in enumerate(data.events[:MOST])}
    acting = {actor for event in events.values() for actor in event.parties}
    actors = {i: actor for i, actor in enumerate(data.actors) if actor.id in acting}
    busy = Counter(actor for event in events.values() for actor in event.parties)
    few = 1.35 if len(events) < 40 else 1.0
    drawn = (*actors, *events) if view == "events" else tuple(actors)
    spots, scale, width, height = _framed({i: carried["nodes"][i] for i in drawn})
    radii: dict[int, float] = {i: few * (8 + min(18, 2.4 * math.sqrt(busy[actor.id]))) for i, actor in actors.items()}
    if view == "events":
        radii |= {i: few * 7 + min(8.0, max(-2, 2 * math.log2(e.sources + len(e.claims) / 4 + 0.75)))
                  for i, e in events.items()}  # fmt: skip
    radii = {i: max(3.4, r * min(1.2, scale)) for i, r in radii.items()}
    ties = [(a, b, role) for a, b, role in carried["edges"] if a in spots and b in spots]
    names = {actor.id: actor.name for actor in data.actors}
    between = pairs(data, events.values()) if view == "actors" else None
    return _Scene(data, events, actors, spots, radii, ties, width, height, names, between)


def _framed(spots: dict[int, Sequence[float]]) -> tuple[dict[int, _Point], float, float, float]:
    """Places in pixels, the scale that led there, and the size of the field."""
    if not spots:
        return {}, 1.0, _WIDE, 2 * _MARGIN
    xs, ys = [x for x, _ in spots.values()], [y for _, y in spots.values()]
    span = max(1.0, max(xs) - min(xs))
    scale = min(1.6, max(0.5, (_WIDE - 2 * _SIDE) / span))
    width = max(_WIDE, span * scale + 2 * _SIDE)
    left = (width - span * scale) / 2
    at = {i: ((x - min(xs)) * scale + left, (y - min(ys)) * scale + _MARGIN / 2) for i, (x, y) in spots.items()}
    return at, scale, width, (max(ys) - min(ys)) * scale + _MARGIN


def _kin(parent: Element, scene: _Scene) -> None:
    """A grey line from persons and bodies to the states that they stand for."""
    at = {actor.id: number for number, actor in scene.actors.items()}
    for number, actor in scene.actors.items():
        for state in actor.states if actor.kind != "state" else ():
            if state in at:
                (x1, y1), (x2, y2) = scene.spots[number], scene.spots[at[state]]
                node(parent, "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=LINE)


def _tie(parent: Element, scene: _Scene, one: int, other: int, role: str) -> None:
    event = scene.events.get(one) or scene.events[other]
    ink, many = colour(event.root), len(scene.events)
    (x1, y1), (x2, y2) = scene.spots[one], scene.spots[other]
    dashes = "1 5" if role == "aside" else "" if event.status in ("actual", "contested") else "6 4"
    wide = 1 + min(3.0, math.log2(max(1, event.sources)))
    more: dict[str, str | float] = {"stroke_dasharray": dashes} if dashes else {}
    node(parent, "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=ink, stroke_width=wide,
         stroke_opacity="0.8" if many < 60 else "0.6" if many < 150 else "0.45", **more)  # fmt: skip
    if role in ("to", "side two"):
        # A line runs from the event to whom it is done to; that of a second side from the party to the event.
        _head(parent, (x1, y1), (x2, y2), scene.radii[other] + 1, ink, bar=role == "side two")


def _lines(parent: Element, scene: _Scene, between: dict[tuple[str, str], Pair]) -> None:
    """A line for each pair, the widest first, so that none is hidden."""
    at = {actor.id: number for number, actor in scene.actors.items()}
    faint = "0.8" if len(between) < 60 else "0.6" if len(between) < 150 else "0.45"
    for (one, other), pair in sorted(between.items(), key=lambda found: (-len(found[1].tellers), found[0])):
        a, b = scene.spots[at[one]], scene.spots[at[other]]
        ink, count = colour(pair.root), f"{len(pair.events):,} event{'s' if len(pair.events) > 1 else ''}"
        told = group(parent, "pair", f"{scene.names[one]} and {scene.names[other]}: {count}")
        dashes: dict[str, str | float] = {} if pair.real else {"stroke_dasharray": "6 4"}
        node(told, "line", x1=a[0], y1=a[1], x2=b[0], y2=b[1], stroke=ink, stroke_opacity=faint,
             stroke_width=1.2 + 1.6 * math.log2(1 + len(pair.tellers)), **dashes)  # fmt: skip
        forth, back = pair.ends
        if forth:
            _head(told, a, b, scene.radii[at[other]] + 1, ink, bar=False)
        if back:
            _head(told, b, a, scene.radii[at[one]] + 1, ink, bar=False)


def _head(parent: Element, tail: _Point, tip: _Point, r: float, ink: str, *, bar: bool) -> None:
    """An arrow's head, or a bar, where a line meets the edge of what it leads to."""
    angle = math.atan2(tip[1] - tail[1], tip[0] - tail[0])
    along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    x, y = tip[0] - along[0] * (r + 2 * bar), tip[1] - along[1] * (r + 2 * bar)
    if bar:
        ends = [(x + across[0] * k, y + across[1] * k) for k in (-6, 6)]
        node(parent, "line", x1=ends[0][0], y1=ends[0][1], x2=ends[1][0], y2=ends[1][1], stroke=ink, stroke_width=2.5)
        return
    back = [(x - along[0] * 9 + across[0] * k, y - along[1] * 9 + across[1] * k) for k in (-4, 4)]
    node(parent, "polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in ((x, y), *back)), fill=ink)


def _event(parent: Element, scene: _Scene, number: int, event: PageEvent) -> None:
    when = f", {event.when.edtf}" if event.when else ""
    held = group(parent, "event", f"{headline(event, scene.names)} ({STATUSES.get(event.status, event.status)}{when})")
    glyph(held, event.root, event.status, scene.spots[number], scene.radii[number])
    badge(held, event.status, scene.spots[number], scene.radii[number])


def _actor(parent: Element, kind: str, at: _Point, r: float) -> None:
    """A circle: full for a state, ringed for a person, with a core for an organization, crossed for an armed group."""
    look = _KINDS.get(kind, "dotted")
    dashes: dict[str, str | float] = {"stroke_dasharray": f"{r / 4:.1f} {r / 4:.1f}"} if look == "dotted" else {}
    node(parent, "circle", cx=at[0], cy=at[1], r=r, fill=SLATE if look == "full" else GROUND, stroke=SLATE,
         stroke_width=max(1.5, r / 6), **dashes)  # fmt: skip
    if look == "double":
        node(parent, "circle", cx=at[0], cy=at[1], r=r * 0.55, fill=SLATE)
    if look == "cross":
        for way in (-1, 1):
            node(parent, "line", x1=at[0] - r * 0.5, y1=at[1] - r * 0.5 * way, x2=at[0] + r * 0.5,
                 y2=at[1] + r * 0.5 * way, stroke=SLATE, stroke_width=max(1.5, r / 6))  # fmt: skip


def _names(parent: Element, scene: _Scene) -> None:
    """Names beside what they name, the heavier first, none upon another; types of events where there is room."""
    busy = Counter(actor for event in scene.events.values() for actor in event.parties)
    ranked = sorted(scene.actors, key=lambda i: (-busy[scene.actors[i].id], i))
    shapes = {i: (x - scene.radii[i], y - scene.radii[i], x + scene.radii[i], y + scene.radii[i])
              for i, (x, y) in scene.spots.items()}  # fmt: skip
    taken: list[_Box] = []
    for number in ranked:
        _name(parent, scene.actors[number].name, shapes, taken, number, ink=INK)
    for number, event in scene.events.items() if scene.pairs is None else ():
        _name(parent, event.label, shapes, taken, number, ink=colour(event.root), small=True)


def _name(
    parent: Element,
    text: str,
    shapes: dict[int, _Box],
    taken: list[_Box],
    number: int,
    *,
    ink: str,
    small: bool = False,
) -> None:
    told, size = brief(text, 22 if small else 28), 11 if small else 13
    if not told:
        return
    left, top, right, bottom = shapes[number]
    half, high, x, y = width_of(told, size) / 2 + 2, size + 3, (left + right) / 2, (top + bottom) / 2
    places = [(x, bottom + 2), (x, top - 2 - high), (right + 3 + half, y - high / 2), (left - 3 - half, y - high / 2)]
    boxes = [(cx - half, cy, cx + half, cy + high) for cx, cy in places]
    open_ = [box for box in boxes if not any(_meet(box, other) for other in taken)]
    clear = [box for box in open_ if not any(_meet(box, shape) for at, shape in shapes.items() if at != number)]
    box = clear[0] if clear else None if small or not open_ else open_[0]
    if box is None:
        return
    taken.append(box)
    node(parent, "rect", x=box[0], y=box[1], width=2 * half, height=high, fill=GROUND, fill_opacity="0.75", rx=2)
    words(parent, told, (box[0] + half, box[1] + size), size=size, ink=ink, anchor="middle", bold=not small)


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _note(scene: _Scene) -> str:
    left = len(scene.data.events) - len(scene.events)
    signs = _SIGNS if scene.pairs is None else _PAIRS
    return f"{signs} · {len(scene.events):,} of {len(scene.data.events):,} events" if left else signs


def _described(scene: _Scene) -> str:
    """What the picture shows, for those who do not see it: how much there is, and who has most to do with it."""
    busy = Counter(actor for event in scene.events.values() for actor in event.parties)
    first = sorted(busy, key=lambda actor: (-busy[actor], actor))[:5]
    most = ", ".join(f"{clean(scene.names.get(actor, actor))} ({busy[actor]})" for actor in first)
    count = f"Network of {len(scene.actors):,} actors and {len(scene.events):,} events between them"
    return f"{count}; in most events: {most}" if most else count
