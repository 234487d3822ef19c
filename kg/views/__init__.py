"""Graphs, events and rows in, things to look at out: the page, timelines and tables for a terminal, notebook frames.

    from kg.views import page
    page(graph, Path("talks.html"))                  # one file, no network: network, timeline, evidence, table
    print(terminal_timeline(graph.events()))
    print(table([{"who": "Iran", "events": 3}]))

Nothing heavy is imported before it is needed: `kg --help` imports this package too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.views.terminal import table, terminal_timeline

if TYPE_CHECKING:
    from kg.views.data import PageData
    from kg.views.gather import Source

__all__ = ["page", "page_html", "table", "terminal_timeline"]


def page(graph_or_data: Source | PageData, out: Path | str, *, title: str | None = None) -> Path:
    """Writes the page of a graph (or of page data) to one HTML file and returns its path.

    The file is written whole or not at all. Raises KgError when it cannot be written.
    """
    from kg.views.html import write_page

    return write_page(_data(graph_or_data), Path(out), title=title)


def page_html(graph_or_data: Source | PageData, *, title: str | None = None) -> str:
    """The page of a graph (or of page data) as one HTML text; the same data gives the same bytes."""
    from kg.views.html import page_html as made

    return made(_data(graph_or_data), title=title)


def _data(graph_or_data: Source | PageData) -> PageData:
    from kg.views.data import PageData
    from kg.views.gather import from_graph

    return graph_or_data if isinstance(graph_or_data, PageData) else from_graph(graph_or_data)
