"""SPARQL from a user in, rows out; a mistake comes back with its line, a caret and the likely fix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kg.errors import QuestionError
from kg.queries.check import check, explain
from kg.queries.prefixes import declare

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.queries.named import Queryable

__all__ = ["run"]

_PLACE = re.compile(r"\b\d+:\d+\b|line:\d+, col:\d+")


def run(graph: Queryable | None, sparql: str, *, query: Callable[[str], Any] | None = None) -> Any:
    """The rows of a query in which known prefixes need not be declared.

    `query` asks instead of `graph.query` (a checked child process, a server). Raises QuestionError.
    """
    check(sparql)
    asked = declare(sparql)
    try:
        if query is None:
            assert graph is not None
            query = graph.query
        return query(asked)
    except QuestionError as problem:
        if _PLACE.search(problem.what):
            raise explain(sparql, problem.what, sent=asked) from None
        raise
