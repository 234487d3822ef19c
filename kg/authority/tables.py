"""The CSV files of ontology/actors/ (or a user's own list) in, rows with file and line out; what is wrong is named."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ACTOR_FILES", "Row", "place_problems", "problems", "read", "split"]

ACTOR_FILES = ("states", "bodies", "organs", "armed-groups", "media", "persons")
"""Files whose rows are actors; tenures.csv and memberships.csv tie them together."""

KINDS = frozenset({"state", "organization", "grouping", "organ", "armed group", "media", "person"})
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
WIKIDATA = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the file's name, its line (the header is line 1), and the cells by column."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column) or ""

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}"


def split(cell: str) -> tuple[str, ...]:
    """The names of a cell, parted by bars.

    >>> split("US|U.S. | USA")
    ('US', 'U.S.', 'USA')
    """
    return tuple(part for part in (piece.strip() for piece in cell.split("|")) if part)


def read(path: Path) -> Iterator[Row]:
    """The rows of a CSV file with a header, in order; empty lines are left out."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        for cells in reader:
            if any(cells.values()):
                clean = {k: v.strip() for k, v in cells.items() if isinstance(k, str) and isinstance(v, str)}
                if None in cells:  # more cells than the header has: an unquoted comma
                    clean["?"] = "more cells than columns"
                yield Row(path.name, reader.line_num, clean)


def problems(row: Row, kind: str, known: frozenset[str]) -> Iterator[str]:
    """What is wrong with a row, in words. `kind` is actor, tenure or membership; `known` are all ids."""
    if row["?"]:
        yield "more cells than the header has columns (quote a cell that holds a comma)"
    for column in ("begin", "end"):
        if row[column] and not DATE.fullmatch(row[column]):
            yield f"{column} {row[column]!r} is no date (give YYYY, YYYY-MM or YYYY-MM-DD)"
    size = min(len(row["begin"]), len(row["end"]))
    if size and row["begin"][:size] > row["end"][:size]:
        yield f"ends ({row['end']}) before it begins ({row['begin']})"
    if row["wikidata"] and not WIKIDATA.fullmatch(row["wikidata"]):
        yield f"wikidata {row['wikidata']!r} is no item id (Q and digits)"
    if kind == "actor":
        yield from _actor_problems(row, known)
    else:
        yield from _tie_problems(row, kind, known)


def _actor_problems(row: Row, known: frozenset[str]) -> Iterator[str]:
    if not row["id"]:
        yield "has no id"
    if not row["name"]:
        yield "has no name (an alias without an owner)" if row["aliases"] else "has no name"
    if row["kind"] and row["kind"] not in KINDS:
        yield f"kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}"
    for state in split(row["states"]):
        if state not in known:
            yield f"state {state!r} is unknown (give the ISO 3166 alpha-3 code)"


def _tie_problems(row: Row, kind: str, known: frozenset[str]) -> Iterator[str]:
    columns = ("person", "of") if kind == "tenure" else ("member", "group")
    for column in columns:
        if row[column] not in known:
            yield f"{column} {row[column]!r} is no actor of any list"
    if not row["begin"]:
        yield f"{kind} without a begin"
    if not row["source"]:
        yield f"{kind} without a source"


def place_problems(row: Row, known: frozenset[str]) -> Iterator[str]:
    """What is wrong with a row of places.csv, in words."""
    for column in ("id", "name", "source"):
        if not row[column]:
            yield f"place without {'an id' if column == 'id' else f'a {column}'}"
    if row["state"] not in known:
        yield f"state {row['state']!r} is unknown (give the ISO 3166 alpha-3 code)"
    if row["population"] and not row["population"].isdigit():
        yield f"population {row['population']!r} is no number"
    if row["kind"] not in ("city", "province"):
        yield f"kind {row['kind']!r} is neither city nor province"
