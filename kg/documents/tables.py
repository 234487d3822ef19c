"""CSV and TSV: one article a row, columns found by their usual names, read as a stream."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import BinaryIO

from kg.documents import encoding, eventrows, eventsets, fields
from kg.documents.article import Article, Known
from kg.documents.notices import Notice, Tell, said
from kg.errors import InputError
from kg.model import Document

__all__ = ["read"]

_CHUNK = 1 << 20
_HINT = "name the column with --map text=NAME; a table of events has columns date, source, target, code"
_LONGEST = 100_000_000  # characters in one field; Python's own limit would refuse a long article


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | Document | InputError]:
    """An article a row, or the documents of an event data set.

    A bad row is an error with the line it begins on, and the rest goes on.
    """
    name = _encoding(stream, source, known.tell)
    lines = io.TextIOWrapper(stream, encoding=name, errors="replace", newline="")
    try:
        yield from _rows(lines, source, known)
    finally:
        lines.detach()  # the stream is the caller's to close


def _rows(lines: io.TextIOWrapper, source: str, known: Known) -> Iterator[Article | Document | InputError]:
    csv.field_size_limit(_LONGEST)
    head = lines.readline()
    if eventrows.is_gdelt(head):
        layout = eventsets.gdelt(head.count("\t") + 1)
        records = eventrows.of_table(itertools.chain([head], lines), layout, 1)
        yield from eventrows.documents(records, layout, source, known)
        return
    names = [name.strip() for name in next(csv.reader([head], delimiter=_delimiter(head)), [])]
    own, mapping = PurePath(source).stem, known.mapping
    if missing := _missing(names, mapping):  # what the user says may be meant for another file
        mapping = {field: name for field, name in (mapping or {}).items() if field not in eventsets.EVENT_FIELDS}
        if not eventsets.of_columns(names, _delimiter(head), None, own) and "text" not in fields.columns(
            names, mapping
        ):
            what = f"has no column '{missing[1]}' (its columns: {', '.join(names)[:200]})"
            raise InputError(what, where=f"{source}:1", hint=f"name one of them with --map {missing[0]}=NAME")
    if events := eventsets.of_columns(names, _delimiter(head), mapping, own):
        yield from eventrows.documents(eventrows.of_table(lines, events, 2), events, source, known)
        return
    rows = csv.reader(lines, delimiter=_delimiter(head), strict=True)
    if "text" not in fields.columns(names, known.mapping):
        what = f"has no column 'text' (its columns: {', '.join(names)[:200]})"
        raise InputError(what, where=f"{source}:1", hint=_HINT)
    while True:
        where = f"{source}:{rows.line_num + 2}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield InputError(
                f"row cannot be read ({said(error)})", where=where, hint='write a quote within quotes twice: ""'
            )
            continue
        if row and any(row):
            yield _one(row, names, where, source, known)


def _missing(names: list[str], mapping: Mapping[str, str] | None) -> tuple[str, str] | None:
    """A field of events for which the user names a column that is not there, and the column."""
    there = {name.casefold() for name in names}
    fields_said = (pair for pair in (mapping or {}).items() if pair[0] in eventsets.EVENT_FIELDS)
    return next((pair for pair in fields_said if pair[1].strip().casefold() not in there), None)


def _one(row: list[str], names: list[str], where: str, source: str, known: Known) -> Article | InputError:
    if len(row) > len(names):
        what = f"row has {len(row)} fields, and the header {len(names)}"
        return InputError(what, where=where, hint="put fields that hold the delimiter into quotes")
    made = fields.article(dict(zip(names, row, strict=False)), where, source, mapping=known.mapping, kind="column")
    if isinstance(made, str):
        return InputError(f"row: {made}", where=where, hint="fill it, or name the column with --map text=NAME")
    return made


def _delimiter(head: str) -> str:
    """The one that cuts the header most often; a comma if none does."""
    return max(",;\t|", key=lambda sign: (head.count(sign), sign == ","))


def _encoding(stream: BinaryIO, where: str, tell: Tell) -> str:
    """UTF-8 if all of it is, UTF-16 by its mark, else Windows-1252, told as a guess."""
    head = stream.read(4096)
    stream.seek(0)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    encoding.decode(head.rsplit(b"\n", 1)[0], where, lambda _: None)  # for its errors: an image is no table
    check = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := stream.read(_CHUNK):
            check.decode(chunk)
        check.decode(b"", True)
    except UnicodeDecodeError:
        tell(Notice("read as Windows-1252, a guess", where, "save the file as UTF-8 if letters come out wrong"))
        return "cp1252"
    finally:
        stream.seek(0)
    return "utf-8-sig"
