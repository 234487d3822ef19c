"""Rows and graphs in, things to look at out: the page, terminal timelines, tables, notebook pictures.

Nothing heavy is imported before it is needed: `kg --help` imports this package too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.views.data import PageData

__all__ = ["page_html", "write_page"]


def page_html(data: PageData, *, title: str | None = None) -> str:
    """The page of some data as one HTML text."""
    from kg.views.page import page_html as made

    return made(data, title=title)


def write_page(data: PageData, out: Path, *, title: str | None = None) -> Path:
    """Writes the page of some data to a file."""
    from kg.views.page import write_page as write

    return write(data, out, title=title)
