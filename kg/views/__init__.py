"""Graphs, events and rows in, things to look at out: the page, timelines and tables for a terminal, notebook frames.

    from kg.views import page
    page(graph, Path("talks.html"))                  # one file, no network: network, timeline, evidence, table
    print(terminal_timeline(graph.events()))
    Path("talks.svg").write_text(timeline_svg(graph), encoding="utf-8")  # a picture for a report
    print(table([{"who": "Iran", "events": 3}]))

Nothing heavy is imported before it is needed: `kg --help` imports this package too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.views.terminal import table, terminal_timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Literal

    from kg.graph import DerivedEvent
    from kg.views.data import PageData
    from kg.views.gather import Source

__all__ = ["medium", "network_svg", "page", "page_html", "png", "table", "terminal_timeline", "timeline_svg"]

_DRAWN: dict[str, Literal["svg", "png", "html"]] = {".svg": "svg", ".png": "png", ".html": "html", ".htm": "html"}
_NOT_DRAWN = (".jpg", ".jpeg", ".gif", ".pdf", ".webp", ".eps")


def page(
    graph_or_data: Source | PageData,
    out: Path | str,
    *,
    title: str | None = None,
    events: Iterable[DerivedEvent] | None = None,
    start: Mapping[str, str] | None = None,
) -> Path:
    """Writes the page of a graph (or of page data) to one HTML file and returns its path.

    `events` are those of the graph that the page shows; all of them where it is not given. `start` is what it shows
    at first, in the words of its address: `{"part": "timeline", "lanes": "type"}`. The file is written whole or not
    at all. Raises KgError when it cannot be written.
    """
    from kg.views.html import write_page

    return write_page(_data(graph_or_data, events), Path(out), title=title, start=start)


def page_html(graph_or_data: Source | PageData, *, title: str | None = None) -> str:
    """The page of a graph (or of page data) as one HTML text; the same data gives the same bytes."""
    from kg.views.html import page_html as made

    return made(_data(graph_or_data), title=title)


def network_svg(
    graph_or_data: Source | PageData,
    events: Iterable[DerivedEvent] | None = None,
    *,
    view: str = "events",
    title: str | None = None,
) -> str:
    """The network of a graph (or of page data, or of some `events` of a graph) as one SVG text.

    `view` is "events" (events are nodes between those who take part) or "actors" (a line for each two).
    """
    from kg.views.svg import network_svg as drawn

    return drawn(_data(graph_or_data, events), view=view, title=title)


def timeline_svg(
    graph_or_data: Source | PageData,
    events: Iterable[DerivedEvent] | None = None,
    *,
    by: str = "type",
    title: str | None = None,
) -> str:
    """The timeline of a graph (or of page data, or of some `events` of a graph) as one SVG text.

    `by` is what has a lane: "type" (each event once) or "actor" (once for each who takes part).
    """
    from kg.views.svg import timeline_svg as drawn

    return drawn(_data(graph_or_data, events), by=by, title=title)


def png(svg: str, *, zoom: float = 2.0) -> bytes:
    """An SVG text of these functions as PNG; KgError where the extra `png` or a font is missing."""
    from kg.views.raster import png as drawn

    return drawn(svg, zoom=zoom)


def medium(out: Path | None) -> Literal["svg", "png", "html"] | None:
    """What a file's name asks for: a picture, a page, or text (None). UsageError for pictures that are not made here.

    >>> medium(Path("talks.svg")), medium(Path("talks.HTML")), medium(Path("talks.txt"))
    ('svg', 'html', None)
    """
    kind = out.suffix.lower() if out else ""
    if kind in _NOT_DRAWN:
        raise UsageError(f"no pictures as {kind} are made here", where=str(out), hint="give .svg or .png")
    return _DRAWN.get(kind)


def _data(graph_or_data: Source | PageData, events: Iterable[DerivedEvent] | None = None) -> PageData:
    from kg.views.data import PageData
    from kg.views.gather import from_graph

    return graph_or_data if isinstance(graph_or_data, PageData) else from_graph(graph_or_data, events)
