"""Cells in, tables out: `%load_ext kg` gives a notebook `%%sparql` and `%ask`.

    graph = kg.open("talks.kg")
    %ask who negotiates with Iran
    %%sparql
    SELECT ?who ?whom WHERE { ?who dip:negotiatesWith ?whom }

Both take the graph from the variable `graph`; `-g NAME` names another variable, or a path or URL to open. Once the
extension is loaded, a graph that ends a cell shows itself.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.graph.backends import Rows
    from kg.views.gather import Source

_Result = TypeVar("_Result")

__all__ = ["Shown", "load_ipython_extension"]


class Shown:
    """Rows that show themselves: an HTML table in a notebook, an aligned one in a terminal. Iterates over the rows."""

    def __init__(self, rows: Sequence[Mapping[str, Any]], columns: Sequence[str] | None = None) -> None:
        self.rows, self.columns = list(rows), columns

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        from kg.views.terminal import table

        return table(self.rows, self.columns) or "no rows"

    def _repr_html_(self) -> str:
        from kg.views.notebook import rows_html

        return rows_html(self.rows, self.columns) if self.rows else "<p>no rows</p>"


def load_ipython_extension(ipython: Any) -> None:
    """Gives an IPython shell the magics and the picture of a graph; what `%load_ext kg` calls."""

    def sparql(line: str, cell: str | None = None) -> Shown | None:
        """Run a SPARQL query on a graph: `%sparql SELECT …` or a cell under `%%sparql`."""
        graph, rest = _graph(line, ipython.user_ns)
        return _told(lambda: _shown(graph().query(f"{rest}\n{cell}" if cell else rest)))

    def ask(line: str) -> Any:
        """Ask a graph a question in words."""
        from kg.queries import ask as answer

        graph, question = _graph(line, ipython.user_ns)
        return _told(lambda: answer(graph(), question))

    ipython.register_magic_function(sparql, "line_cell", "sparql")
    ipython.register_magic_function(ask, "line", "ask")
    html = ipython.display_formatter.formatters["text/html"]
    html.for_type_by_name("kg.graph.base", "Graph", _picture)


def _picture(graph: Source) -> str:
    from kg.views.notebook import graph_html

    return graph_html(graph)


def _told(work: Callable[[], _Result]) -> _Result | None:
    """The result, or the one line that says what is wrong (a traceback would hide it)."""
    try:
        return work()
    except KgError as error:
        print(error)  # noqa: T201 (a magic speaks in the cell)
        return None


def _graph(line: str, names: Mapping[str, Any]) -> tuple[Any, str]:
    """A function that gives the graph, so that a missing one is told like any other error; and the rest of the line."""
    words = line.strip().split(maxsplit=2)
    given = words[1] if len(words) > 1 and words[0] == "-g" else None
    rest = (words[2] if len(words) > 2 else "") if given else line.strip()

    def found() -> Any:
        if given is None:
            if "graph" not in names:
                raise UsageError("there is no graph", hint="set `graph = kg.open(…)`, or say -g PATH")
            return names["graph"]
        if given in names:
            return names[given]
        from kg.graph import open_graph

        return open_graph(shlex.split(given)[0])

    return found, rest


def _shown(rows: Rows) -> Shown:
    return Shown(rows.dicts(), rows.columns)
