"""A target in, its graph out, opened again when somebody has built it anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError, UsageError

if TYPE_CHECKING:
    from kg.graph import Graph

__all__ = ["Held", "version"]


def version(target: str) -> str:
    """What changes when the graph does: the generation of a folder's store, or size and time of a file.

    Raises UsageError for a URL (an endpoint serves itself), GraphError where there is no graph.
    """
    if target.startswith(("http://", "https://")):
        raise UsageError("an endpoint serves itself", hint="give a folder made by kg build, or an RDF file")
    path = Path(target)
    if path.is_dir():
        from kg.graph.folder import generation

        return generation(path) or ""
    try:
        found = path.stat()
    except OSError:
        raise GraphError(
            "there is no such graph", where=target, hint=f"make one: kg build ARTICLES -o {target}"
        ) from None
    return f"{found.st_size}-{found.st_mtime_ns}"


class Held:
    """An open graph, and the version that it was opened at."""

    def __init__(self, target: str) -> None:
        self.target = target
        self._version = ""
        self._graph: Graph | None = None

    def graph(self) -> Graph:
        """The graph as it is now. One that is being replaced keeps its last state until the new one is whole."""
        from kg.graph import open_graph

        try:
            now = version(self.target)
        except GraphError:
            now = self._version
        if self._graph is None or (now and now != self._version):
            self._graph, self._version = open_graph(self.target), now
        return self._graph
