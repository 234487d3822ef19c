"""Page data in, the timeline as SVG out: lanes by type or actor, each date drawn as it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kg.views.data import PageData, PageEvent
from kg.views.svg.days import Time, span_of, ticks, time_of
from kg.views.svg.ink import (
    COLOURS,
    GROUND,
    INK,
    LINE,
    QUIET,
    STATUSES,
    badge,
    brief,
    colour,
    family,
    glyph,
    group,
    headline,
    node,
    picture,
    rendered,
    width_of,
    words,
)  # fmt: skip
from kg.views.svg.lanes import MOST_ROWS, SIZE, Lane, Mark, R, pack
from kg.views.svg.legend import ROW, legend, legend_rows

__all__ = ["timeline_svg"]

_WIDE, _LEFT, _RIGHT, _HEAD, _AXIS = 1120.0, 170.0, 24.0, 46.0, 40.0
_LINE, _PAD, _DENSE = 20.0, 5.0, 46.0
_TALL, _ROWS = 1500.0, (MOST_ROWS, 20, 12, 8, 5, 3, 1)
"""How high all lanes together may be, so that the picture fits a page; and how many rows a lane may try to have."""
_MOST_LANES, _MOST_LOST, _LETTERS = 60, 40, 62
_NOTES = (
    "bar = lasting · hatched = some day between · stroke with a tail = the day of the report, no date in the text"
    " · flag = deadline"
)


@dataclass(frozen=True)
class _Plane:
    """The days in sight and how they become pixels."""

    first: float
    last: float

    def x(self, day: float) -> float:
        return _LEFT + (day - self.first) * (_WIDE - _LEFT - _RIGHT) / (self.last - self.first)


def timeline_svg(data: PageData, *, by: str = "type", title: str | None = None) -> str:
    """The timeline as one SVG text; `by` is "type" (each event once) or "actor" (once for each who takes part).

    Of actors those with most events have a lane. Events without a place in time are listed under the lanes.
    """
    names = {actor.id: actor.name for actor in data.actors}
    times = _times(data)
    head = _HEAD + (_AXIS if times else 0)
    lost = [event for event in data.events if event.id not in times]
    plane = _Plane(*span_of(times))
    lanes = _lanes(data, times, names, by)
    shown = lanes[:_MOST_LANES]
    _fitted(shown, plane)
    tops, below = _stacked(shown, head)
    keys = legend_rows(data.events, _WIDE - 48)
    listed = min(len(lost), _MOST_LOST) + (1 if len(lost) > _MOST_LOST else 0) + (1 if lost else 0)
    root = picture(_WIDE, below + 20 * listed + ROW * (len(keys) + 2.4), title or data.title,
                   _described(data, times, lost))  # fmt: skip
    _patterns(root, data.events)
    words(root, brief(title or data.title, 110), (24, 28), size=16, bold=True)
    if times:
        _axis(root, plane, below)
    for lane, top in zip(shown, tops, strict=True):
        _lane(root, plane, lane, top, names)
    _tray(root, lost, below, names)
    left_out = len(lanes) - len(shown)
    notes = f"{_NOTES} · {left_out:,} more lanes are not shown" if left_out else _NOTES
    legend(root, keys, 24, below + 20 * listed + 10, notes)
    return rendered(root)


def _times(data: PageData) -> dict[str, Time]:
    days = {document.id: document.published for document in data.documents}
    told: dict[str, list[str | None]] = {}
    for claim in data.claims:
        told.setdefault(claim.event, []).append(days.get(claim.document))
    found = {event.id: time_of(event, told.get(event.id, ())) for event in data.events}
    return {event: time for event, time in found.items() if time is not None}


def _lanes(data: PageData, times: Mapping[str, Time], names: dict[str, str], by: str) -> list[Lane]:
    lanes: dict[str, Lane] = {}
    for event in data.events:
        if event.id not in times:
            continue
        text = brief(headline(event, names), _LETTERS)
        keys = [(event.type, event.label)] if by == "type" else [(one, names.get(one, one)) for one in event.parties]
        for key, label in keys or [("", "nobody named")]:
            lane = lanes.setdefault(key, Lane(key, label))
            lane.marks.append(Mark(event, times[event.id], text))
    order = list(COLOURS)

    def rank(lane: Lane) -> tuple[int, int, str, str]:
        root = lane.marks[0].event.root
        kind = (order.index(root) if root in order else len(order)) if by == "type" else 0
        return kind, -len(lane.marks), lane.label, lane.key

    return sorted(lanes.values(), key=rank)


def _fitted(lanes: Sequence[Lane], plane: _Plane) -> None:
    """Gives every lane its rows: as many as it needs where all fit a page, else the busy ones fewer, or bars."""
    for most in _ROWS:
        for lane in lanes:
            pack(lane, plane.x, _WIDE - _RIGHT, _LEFT, most)
        if sum(map(_high, lanes)) <= _TALL:
            return


def _stacked(lanes: Sequence[Lane], y: float) -> tuple[list[float], float]:
    """Where each lane begins below y, and where the last one ends."""
    tops = []
    for lane in lanes:
        tops.append(y)
        y += _high(lane)
    return tops, y


def _high(lane: Lane) -> float:
    return _DENSE if lane.dense else lane.rows * _LINE + 2 * _PAD


def _axis(root: Element, plane: _Plane, below: float) -> None:
    lower, upper = ticks(plane.first, plane.last, _WIDE - _LEFT - _RIGHT)
    for at, _ in lower:
        if plane.x(at) > _LEFT:
            node(root, "line", x1=plane.x(at), y1=_HEAD + _AXIS, x2=plane.x(at), y2=below, stroke=LINE)
    for listed, y, ink in ((upper, _HEAD + 12, INK), (lower, _HEAD + (30 if upper else 24), QUIET if upper else INK)):
        ends = [plane.x(at) for at, _ in listed[1:]] + [_WIDE - _RIGHT]
        for (at, label), end in zip(listed, ends, strict=False):
            x = max(_LEFT, plane.x(at)) + 3
            if end - x > len(label) * 6.6:
                words(root, label, (x, y), ink=ink)
    node(root, "line", x1=24, y1=_HEAD + _AXIS, x2=_WIDE - _RIGHT, y2=_HEAD + _AXIS, stroke=LINE)


def _lane(root: Element, plane: _Plane, lane: Lane, top: float, names: dict[str, str]) -> None:
    held = group(root, "lane", f"{lane.label}: {len(lane.marks):,}")
    words(held, f"{brief(lane.label, 20)} {len(lane.marks):,}", (24, top + _PAD + _LINE / 2 + 4), size=12.5)
    bottom = top + _high(lane)
    if lane.dense:
        _bars(held, plane, lane, bottom)
    for mark in () if lane.dense else lane.marks:
        _mark(held, plane, lane, mark, top + _PAD + mark.row * _LINE + _LINE / 2, names)
    node(held, "line", x1=24, y1=bottom, x2=_WIDE - _RIGHT, y2=bottom, stroke=LINE)


def _bars(held: Element, plane: _Plane, lane: Lane, bottom: float) -> None:
    """Too many for rows: bars that count them, cooperative ones below."""
    size, counts = 5.0, dict[tuple[int, int], list[str]]()
    for mark in lane.marks:
        middle = max(_LEFT, plane.x((mark.time.first + mark.time.last) / 2 + 0.5))
        counts.setdefault((int((middle - _LEFT) / size), family(mark.event.root)), []).append(mark.event.root)
    totals: dict[int, int] = {}
    for (column, _), roots in counts.items():
        totals[column] = totals.get(column, 0) + len(roots)
    unit, heights = (_DENSE - 8) / max(totals.values()), dict[int, float]()
    for (column, _), roots in sorted(counts.items()):
        high = len(roots) * unit
        y = bottom - 3 - heights.get(column, 0.0) - high
        heights[column] = heights.get(column, 0.0) + high
        ink = colour(max(sorted(set(roots)), key=roots.count))
        node(held, "rect", x=_LEFT + column * size, y=y, width=size - 1, height=max(0.7, high), fill=ink)


def _mark(held: Element, plane: _Plane, lane: Lane, mark: Mark, y: float, names: dict[str, str]) -> None:
    event, time = mark.event, mark.time
    told = group(held, "event", _told(event, names))
    at = _date(told, plane, mark, y)
    if time.due is not None:
        _due(told, at, plane.x(time.due + 0.5), y, colour(event.root))
    if time.kind != "deadline":
        glyph(told, event.root, event.status, (at, y), R)
        badge(told, event.status, (at, y), R)
    if lane.named:
        if mark.upon:
            node(told, "rect", x=mark.words - 2, y=y - 8, width=width_of(mark.text, SIZE) + 4, height=16, fill=GROUND)
        words(told, mark.text, (mark.words, y + 4), size=SIZE)


def _told(event: PageEvent, names: dict[str, str]) -> str:
    when = event.when.edtf if event.when else "no date in the text"
    due = f", deadline {event.deadline.edtf}" if event.deadline else ""
    return f"{headline(event, names)} ({STATUSES.get(event.status, event.status)}, {when}{due})"


def _date(held: Element, plane: _Plane, mark: Mark, y: float) -> float:
    """Draws what is known of the date; returns where the shape stands."""
    time, ink = mark.time, colour(mark.event.root)
    if time.kind in ("extent", "uncertain"):
        a, b = max(_LEFT - 6, plane.x(time.first)), plane.x(time.last + 1)
        lasting = time.kind == "extent"
        look: dict[str, str | float] = {"fill": ink, "fill_opacity": "0.55", "rx": 2}
        if not lasting:
            look = {"fill": f"url(#{_name('hatched', mark.event.root)})", "stroke_dasharray": "3 3", "rx": 6}
        high = 5 if lasting else 6
        node(held, "rect", x=a, y=y - high, width=max(4.0, b - a), height=2 * high, stroke=ink, **look)
        return a + R if lasting else (a + b) / 2
    middle = plane.x(time.first + 0.5)
    if time.kind == "told":
        node(held, "rect", x=middle - 1, y=y - 8, width=2, height=16, fill=ink)
        return middle + R + 3
    if time.kind in ("by", "after"):
        way = -1 if time.kind == "by" else 1
        fading = f"url(#{_name(time.kind, mark.event.root)})"
        node(held, "rect", x=min(middle, middle + way * 26), y=y - 1.5, width=26, height=3, fill=fading)
        node(held, "rect", x=middle - 1, y=y - 8, width=2, height=16, fill=ink)
        return middle + way * 9
    return middle


def _due(held: Element, at: float, due: float, y: float, ink: str) -> None:
    if abs(due - at) > 12:
        node(held, "line", x1=at + R + 2, y1=y, x2=due - 2, y2=y, stroke=ink, stroke_width=1.2, stroke_dasharray="2 4")
    node(held, "line", x1=due, y1=y - 8, x2=due, y2=y + 8, stroke=ink, stroke_width=1.2)
    node(held, "polygon", points=f"{due:.1f},{y - 8:.1f} {due + 8:.1f},{y - 4.5:.1f} {due:.1f},{y - 1:.1f}", fill=ink)


def _tray(root: Element, lost: Sequence[PageEvent], top: float, names: dict[str, str]) -> None:
    """Events that stand nowhere in time, by name."""
    if not lost:
        return
    words(root, f"Without a place in time: {len(lost):,}", (24, top + 18), size=12.5, bold=True)
    for number, event in enumerate(lost[:_MOST_LOST], start=1):
        y = top + 18 + 20 * number
        held = group(root, "event undated", _told(event, names))
        glyph(held, event.root, event.status, (_LEFT + 8, y - 4), R)
        badge(held, event.status, (_LEFT + 8, y - 4), R)
        known = (
            f" ({event.when.edtf})" if event.when else f" (deadline {event.deadline.edtf})" if event.deadline else ""
        )
        words(held, brief(f"{headline(event, names)[:110]}{known}", 150), (_LEFT + 26, y), size=SIZE)
    if len(lost) > _MOST_LOST:
        words(root, f"{len(lost) - _MOST_LOST:,} more", (_LEFT + 26, top + 38 + 20 * _MOST_LOST), ink=QUIET)


def _patterns(root: Element, events: Sequence[PageEvent]) -> None:
    """Hatching and fading strokes, once for each colour."""
    held = node(root, "defs")
    for kind in sorted({_kind(event.root) for event in events}):
        ink = colour(kind)
        hatched = node(held, "pattern", id=_name("hatched", kind), width=6, height=6, patternUnits="userSpaceOnUse",
                       patternTransform="rotate(45)")  # fmt: skip
        node(hatched, "rect", width=6, height=6, fill=GROUND)
        node(hatched, "line", x1=0, y1=0, x2=0, y2=6, stroke=ink, stroke_width=3, stroke_opacity="0.45")
        for way, (begin, end) in (("by", ("0", "1")), ("after", ("1", "0"))):
            fading = node(held, "linearGradient", id=_name(way, kind))
            node(fading, "stop", offset="0", stop_color=ink, stop_opacity=begin)
            node(fading, "stop", offset="1", stop_color=ink, stop_opacity=end)


def _kind(root: str) -> str:
    return root if root in COLOURS else "other"


def _name(use: str, root: str) -> str:
    return f"{use}-{_kind(root).lower()}"


def _described(data: PageData, times: Mapping[str, Time], lost: Sequence[PageEvent]) -> str:
    from datetime import date

    tail = f"; {len(lost):,} without a place in time" if lost else ""
    if not times:
        return f"Timeline of {len(data.events):,} events{tail}"
    first, last = min(t.first for t in times.values()), max(t.last for t in times.values())
    span = f"{date.fromordinal(first).isoformat()} to {date.fromordinal(last).isoformat()}"
    return f"Timeline of {len(data.events):,} events from {span}{tail}"
