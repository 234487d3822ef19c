"""Graphs, events and rows in, HTML for a notebook cell out: a short table, then the page in a sandboxed frame.

The table alone says what matters: an untrusted notebook drops the frame and keeps the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph.events import DerivedEvent
    from kg.views.data import PageData
    from kg.views.gather import Source

__all__ = ["Timeline", "events_html", "frame", "graph_html", "rows_html"]

FRAMED = 1000
"""More events than this stay out of the cell: the notebook's file would hold megabytes. `graph.page()` shows them."""
_CUT = 120


class Timeline(str):
    """A timeline as text; a notebook shows it as a short table, then as a picture in a frame without scripts."""

    __slots__ = ("_events", "_graph")
    _events: list[DerivedEvent]
    _graph: Source

    @classmethod
    def of(cls, graph: Source, events: Iterable[DerivedEvent]) -> Timeline:
        """The timeline of some events of a graph."""
        from kg.views.terminal import terminal_timeline

        chosen = list(events)
        made = cls(terminal_timeline(chosen))
        made._graph, made._events = graph, chosen
        return made

    def _repr_html_(self) -> str:
        from kg.views import timeline_svg

        short = events_html(self._events, first=8)
        if not 0 < len(self._events) <= FRAMED:
            return short
        drawn = timeline_svg(self._graph, self._events).partition("?>\n")[2]
        drawn = f"<style>body{{margin:0}}svg{{width:100%;height:auto}}</style>{drawn}"
        style = "width:100%;height:480px;border:1px solid #8884;border-radius:6px"
        return f'{short}<iframe title="Timeline" sandbox style="{style}" srcdoc="{escape(drawn, quote=True)}"></iframe>'


def graph_html(graph: Source, *, first: int = 8, height: int = 720) -> str:
    """A graph as a cell shows it: counts, its heaviest events, and the page in a frame (up to `FRAMED` events)."""
    from kg.views.gather import from_graph

    events = list(graph.events())
    data = from_graph(graph, events)
    told = {event.id: event for event in events}
    heaviest = [told[event.id] for event in data.events[:first]]
    counts = f"{len(events):,} events, {len(data.claims):,} claims, {len(data.documents):,} documents"
    shown = f"{counts}; told most often" if len(events) > first else counts
    tail = frame(data, height=height) if len(events) <= FRAMED else "<p>Too many for a cell: write a page of them.</p>"
    return rows_html([event_row(event) for event in heaviest], caption=shown) + tail


def events_html(events: Iterable[DerivedEvent], *, first: int = 20) -> str:
    """Events as a table of when, what, status and sources."""
    every = list(events)
    return rows_html([event_row(event) for event in every[:first]], caption=_of(len(every), first, "events"))


def rows_html(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str] | None = None, *, first: int = 50, caption: str = ""
) -> str:
    """Rows as an HTML table; every text is escaped and kept from turning the direction of its neighbours.

    >>> "<bdi>&lt;b&gt;Iran&lt;/b&gt;</bdi>" in rows_html([{"who": "<b>Iran</b>"}])
    True
    """
    found = list(rows)
    names = list(columns or dict.fromkeys(name for row in found for name in row))
    head = "".join(f'<th style="text-align:left">{escape(name)}</th>' for name in names)
    body = "".join(f"<tr>{''.join(_cell(row.get(name)) for name in names)}</tr>" for row in found[:first])
    said = caption or ("" if len(found) <= first else _of(len(found), first, "rows"))
    title = f"<caption>{escape(said)}</caption>" if said else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def frame(data: PageData, *, height: int = 720) -> str:
    """The page in a frame that may run its own scripts and nothing else: no origin, no forms, no windows."""
    from kg.views.html import page_html

    held = escape(page_html(data), quote=True)
    return (
        f'<iframe title="{escape(data.title, quote=True)}" sandbox="allow-scripts" '
        f'style="width:100%;height:{int(height)}px;border:1px solid #8884;border-radius:6px" srcdoc="{held}"></iframe>'
    )


def event_row(event: DerivedEvent) -> dict[str, Any]:
    """An event as a row for people."""
    when = event.when.edtf if event.when else f"reported {event.first_reported}" if event.first_reported else ""
    return {"when": when, "what": event.label, "status": event.status, "sources": event.sources, "id": event.id}


def _of(count: int, first: int, what: str) -> str:
    return f"{first:,} of {count:,} {what}" if count > first else f"{count:,} {what}"


def _cell(value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f'<td style="text-align:right">{value:,}</td>'
    text = "" if value is None else ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    cut = f"{text[:_CUT]}…" if len(text) > _CUT else text
    return f'<td style="text-align:left"><bdi>{escape(cut)}</bdi></td>'
