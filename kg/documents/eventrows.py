"""Rows of an event data set in, documents of some rows each out; wrong rows are named by number and reason.

Such a document is complete in itself: its first line says how the rows are laid out, so that whoever reads them for
claims (`kg.extract.coded`) needs nothing else, and the words of a claim are its row.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from kg.cameo import coder
from kg.documents import days
from kg.documents.article import Known
from kg.documents.eventsets import GDELT_SIZES, Layout, of_columns
from kg.documents.notices import Notice, said
from kg.errors import InputError
from kg.model import Document, Part

__all__ = ["ROWS", "cell", "documents", "heads_table", "is_gdelt", "of_table", "split"]

ROWS = 256
"""Rows of a document: few enough that one more row in a file does not read all others again."""
_NAMED = 10
"""Wrong rows of one kind that are named one by one; the rest is counted."""
_EDTF = re.compile(r"[-\dXTYZE/?~%.:\[\]{},S]*")
_DAY = re.compile(r"[12]\d{3}[01]\d[0-3]\d")

Record = tuple[int, str, Sequence[str] | dict[str, Any] | str]
"""Line number, the row as it stands, its cells; or in words why it has none."""


def is_gdelt(line: str) -> bool:
    """Whether a line is a row of a GDELT event file, which has no header."""
    cells = line.rstrip("\r\n").split("\t")
    return len(cells) in GDELT_SIZES and cells[0].isdigit() and _DAY.fullmatch(cells[1]) is not None


def heads_table(head: bytes) -> bool:
    r"""Whether a file begins as an event data set does, whatever it is called (POLECAT comes as .txt).

    >>> heads_table(b"Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tRecipient Name\n")
    True
    """
    first = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
    return first.count("\t") > 3 and (is_gdelt(first) or of_columns(first.split("\t"), "\t", None, "") is not None)


def of_table(lines: Iterable[str], layout: Layout, first: int) -> Iterator[Record]:
    """The rows of a table; `first` is the number of the first line."""
    if not layout.quoted or layout.delimiter == "\t":  # quotes in tab-separated data are letters like others
        for number, line in enumerate(lines, first):
            if raw := line.rstrip("\r\n"):
                yield number, raw, split(raw, layout)
        return
    taken: list[str] = []

    def feed() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    rows = csv.reader(feed(), delimiter=layout.delimiter, strict=True)
    while True:
        number = first + rows.line_num
        taken.clear()
        try:
            cells: list[str] | str = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            cells = f"cannot be read ({said(error)})"
        if cells and (isinstance(cells, str) or any(cells)):
            yield number, "".join(taken).replace("\r\n", "\n").rstrip("\n"), cells


def split(raw: str, layout: Layout) -> Sequence[str]:
    """The cells of a row as it stands."""
    if layout.quoted and layout.delimiter != "\t":
        return next(
            csv.reader(raw.split("\n") if "\n" not in raw else raw.splitlines(True), delimiter=layout.delimiter)
        )
    cells = raw.split(layout.delimiter)
    return [c[1:-1] if len(c) > 1 and c[0] == c[-1] == '"' else c for c in cells] if layout.quoted else cells


def cell(cells: Sequence[str] | dict[str, Any], at: int | str | None) -> str:
    """The words of a cell; of a list the items, of an object its code or name; empty where there is none."""
    if not isinstance(cells, dict):
        return cells[at].strip() if isinstance(at, int) and at < len(cells) else ""
    value = cells.get(at) if isinstance(at, str) else None
    return value.strip() if isinstance(value, str) else str(value) if value or value == 0 else ""


def documents(records: Iterable[Record], layout: Layout, source: str, known: Known) -> Iterator[Document | InputError]:
    """Documents of at most `ROWS` rows each, and an InputError for rows that cannot be meant."""
    head = json.dumps({"events": layout.to_json()}, ensure_ascii=False) + "\n"
    wrong: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    rows: list[str] = []
    numbers = [0, 0]
    good = 0
    for number, raw, cells in records:
        reason = cells if isinstance(cells, str) else _wrong(cells, layout)
        if reason:
            wrong[reason] += 1
            if wrong[reason] <= _NAMED:
                yield InputError(f"row: {reason}", where=f"{source}:{number}", hint=_HINTS.get(reason, _HINT))
            continue
        if aside := _aside(cells, layout):
            left_out[aside] += 1
            continue
        good += 1
        numbers = [numbers[0] if rows else number, number]
        rows.append(raw)
        if len(rows) == ROWS:
            yield _document(head, rows, numbers, layout, source, known)
            rows = []
    if rows:
        yield _document(head, rows, numbers, layout, source, known)
    yield from _rest(wrong, left_out, good, source, known)


def _rest(wrong: Counter[str], left_out: Counter[str], good: int, source: str, known: Known) -> Iterator[InputError]:
    for reason, count in sorted(wrong.items()):
        if count > _NAMED:
            what = f"{count - _NAMED:,} more rows: {reason}"
            yield InputError(what, where=source, hint=_HINTS.get(reason, _HINT))
    for reason, count in sorted(left_out.items()):
        rows = "1 row was" if count == 1 else f"{count:,} rows were"
        known.tell(Notice(f"{rows} left out: {reason}", source))
    if not good and not wrong:
        yield InputError("holds no events", where=source, hint="give a table with rows of events")


_HINT = "mend the row"
_NO_DATE = "has no date that exists"
_NO_CODE = "has a code that is neither CAMEO nor PLOVER"
_HINTS = {
    _NO_DATE: "write it as 2014-11-06 or 20141106; name the column with --map date=NAME",
    _NO_CODE: "give 046 or CONSULT; name the column with --map code=NAME",
}


def _wrong(cells: Sequence[str] | dict[str, Any], layout: Layout) -> str | None:
    """Why a row cannot be meant; None if it can."""
    if layout.columns and len(cells) != layout.columns:
        return f"has {len(cells)} cells, and the table {layout.columns} columns"
    if not _is_date(cell(cells, layout.date), layout):
        return _NO_DATE
    code = cell(cells, layout.code)
    if coder().type_of(code) is None and not (code.isdigit() and 1 <= int(code[:2]) <= 20):
        return _NO_CODE
    return None


def _is_date(words: str, layout: Layout) -> bool:
    """A day, month or year; in what kg writes itself also any other EDTF, or none."""
    if days.normal(words) is not None:
        return True
    return layout.status is not None and _EDTF.fullmatch(words) is not None


def _aside(cells: Sequence[str] | dict[str, Any], layout: Layout) -> str | None:
    """Why a row that is well is no event of kg's; None if it is."""
    if coder().type_of(cell(cells, layout.code)) is None:
        return "CAMEO 01 (statements) is no event type of PLOVER"
    named = (*layout.source, *layout.target, layout.source_state, layout.target_state)
    return None if any(cell(cells, at) for at in named) else "they name no actor"


def _document(head: str, rows: list[str], numbers: list[int], layout: Layout, source: str, known: Known) -> Document:
    text = head + "\n".join(rows) + "\n"
    title = f"{layout.name}, rows {numbers[0]}–{numbers[1]} of {PurePath(source).name}"
    parts = (Part("front matter", 0, len(head)), Part("rows", len(head), len(text)))
    return Document.of(
        text, title=title, publisher=layout.name, published=known.published,
        published_basis="given" if known.published else None, source=source, parts=parts,
    )  # fmt: skip
