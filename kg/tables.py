"""Columns and rows in, a pandas or polars data frame out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["LIBRARIES", "frame"]

LIBRARIES = ("pandas", "polars")


def frame(columns: Sequence[str], rows: Iterable[Sequence[Any]], library: str = "pandas") -> Any:
    """A data frame of one of `LIBRARIES`; raises UsageError for another, KgError where the library is not installed.

    >>> frame(["who"], [["Iran"]]).shape
    (1, 1)
    """
    if library not in LIBRARIES:
        raise UsageError(f"no data frames of {library!r}", hint=f"there are {' and '.join(LIBRARIES)}")
    try:
        made = import_module(library)
    except ImportError:
        raise KgError(f"needs the package {library}", hint=f"pip install {library}") from None
    held = [list(row) for row in rows]
    if library == "pandas":
        return made.DataFrame(held, columns=list(columns))
    return made.DataFrame(held, schema=list(columns), orient="row", infer_schema_length=None)
