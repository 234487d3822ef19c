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
    from collections.abc import Iterable

    from kg.graph import DerivedEvent
    from kg.views.data import PageData
    from kg.views.gather import Source

__all__ = ["is_picture", "network_svg", "page", "page_html", "table", "terminal_timeline", "timeline_svg"]

_OTHER_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".pdf")


def page(
    graph_or_data: Source | PageData,
    out: Path | str,
    *,
    title: str | None = None,
    events: Iterable[DerivedEvent] | None = None,
) -> Path:
    """Writes the page of a graph (or of page data) to one HTML file and returns its path.

    `events` are those of the graph that the page shows; all of them where it is not given. The file is written whole
    or not at all. Raises KgError when it cannot be written.
    """
    from kg.views.html import write_page

    return write_page(_data(graph_or_data, events), Path(out), title=title)


def page_html(graph_or_data: Source | PageData, *, title: str | None = None) -> str:
    """The page of a graph (or of page data) as one HTML text; the same data gives the same bytes."""
    from kg.views.html import page_html as made

    return made(_data(graph_or_data), title=title)


def network_svg(
    graph_or_data: Source | PageData, events: Iterable[DerivedEvent] | None = None, *, title: str | None = None
) -> str:
    """The network of a graph (or of page data, or of some `events` of a graph) as one SVG text."""
    from kg.views.svg import network_svg as drawn

    return drawn(_data(graph_or_data, events), title=title)


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


def is_picture(out: Path | None) -> bool:
    """Whether a file's name asks for a picture that can be made here: SVG. UsageError for other pictures.

    >>> is_picture(Path("talks.svg")), is_picture(Path("talks.txt"))
    (True, False)
    """
    kind = out.suffix.lower() if out else ""
    if kind in _OTHER_PICTURES:
        hint = "give a path that ends in .svg; the page of `kg page` saves PNG with its buttons"
        raise UsageError(f"no pictures as {kind} are made here", where=str(out), hint=hint)
    return kind == ".svg"


def _data(graph_or_data: Source | PageData, events: Iterable[DerivedEvent] | None = None) -> PageData:
    from kg.views.data import PageData
    from kg.views.gather import from_graph

    return graph_or_data if isinstance(graph_or_data, PageData) else from_graph(graph_or_data, events)
