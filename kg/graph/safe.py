"""A query from somebody else in, rows out: evaluated in a child process with a memory cap, which is ended in time.

A query can exhaust the engine in ways that no check sees beforehand (a cross product, a regular expression), and a
crash in it would take this process along. The child costs about a quarter of a second.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError, KgError, QuestionError
from kg.graph.backends import Rows
from kg.graph.guard import refuse

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["safe_query"]

MEMORY_MB = 2048
"""Address space of the child; Oxigraph maps files into it, so it is far above what a query uses."""
MOST_ROWS = 100_000


def safe_query(
    target: str | Path,
    sparql: str,
    *,
    timeout_s: float = 10,
    memory_mb: int = MEMORY_MB,
    **bindings: str,
) -> Rows:
    """The rows of a query that is not trusted, on a folder, a file or an endpoint.

    Raises QuestionError when the query is refused, not understood, takes too long, needs too much memory or
    answers with too many rows; GraphError when the graph cannot be opened.
    """
    import subprocess

    refuse(sparql)
    asked = json.dumps({"target": str(target), "sparql": sparql, "bindings": bindings, "memory_mb": memory_mb})
    command = [sys.executable, "-I", "-c", _start()]
    try:
        done = subprocess.run(command, input=asked.encode(), capture_output=True, timeout=timeout_s, check=False)  # noqa: S603 (ours)
    except subprocess.TimeoutExpired:
        raise QuestionError(f"the query took longer than {timeout_s:g} s", hint="ask for less") from None
    return _answer(done.returncode, done.stdout)


def _start() -> str:
    """What the child runs; it is told where this package is, since it reads no environment."""
    from pathlib import Path as Place

    home = str(Place(__file__).resolve().parents[2])
    return f"import sys; sys.path.insert(0, {home!r}); from kg.graph.safe import _child; _child()"


def _answer(code: int, out: bytes) -> Rows:
    try:
        said: dict[str, Any] = json.loads(out)
    except ValueError:
        said = {"error": "crash"}
    if code == 0 and "columns" in said:
        return Rows(tuple(said["columns"]), tuple(tuple(row) for row in said["rows"]))
    kind, what = said.get("error"), str(said.get("what", ""))
    if kind == "graph":
        raise GraphError(what)
    if kind == "question":
        raise QuestionError(what)
    raise QuestionError("the query needs more memory than it may have", hint="ask for less")


def _child() -> None:
    """Read one question from stdin, answer on stdout; run in a process of its own."""
    asked = json.load(sys.stdin)
    _cap(int(asked["memory_mb"]))
    from kg.graph.opening import open_graph

    try:
        rows = open_graph(asked["target"]).query(asked["sparql"], **asked["bindings"])
        said: dict[str, Any] = {"columns": rows.columns, "rows": rows.rows}
        if len(rows) > MOST_ROWS:
            said = {"error": "question", "what": f"the answer has {len(rows):,} rows; put a LIMIT into the query"}
    except GraphError as problem:
        said = {"error": "graph", "what": str(problem)}
    except KgError as problem:
        said = {"error": "question", "what": str(problem)}
    except MemoryError:
        said = {"error": "memory"}
    json.dump(said, sys.stdout)


def _cap(memory_mb: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory_mb << 20, memory_mb << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
