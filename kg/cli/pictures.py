"""Events and a file's name in, a picture or a page in that file out: what `kg timeline` and `kg graph` share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import binary_destination

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kg.graph import DerivedEvent, Graph

__all__ = ["drawn"]


def drawn(
    kind: str,
    out: Path | None,
    graph: Graph,
    events: Sequence[DerivedEvent],
    *,
    svg: Callable[[], str],
    start: Mapping[str, str],
) -> None:
    """Writes the events as `kind` asks: svg, png, or the page ("html") with `start` in sight. No file on an error."""
    from kg.views import page, png

    if kind == "html" and out is not None:
        page(graph, out, events=events, start=start)
        return
    picture = png(svg()) if kind == "png" else svg().encode()
    with binary_destination(out) as stream:
        stream.write(picture)
