"""JSON lines: one document a line (`id`, `text`, `title`, `published`, `publisher`, `url`), read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from kg.documents import encoding, eventrows, eventsets, fields
from kg.documents.article import Article, Known
from kg.documents.eventsets import Layout
from kg.documents.notices import said
from kg.errors import InputError
from kg.model import Document

__all__ = ["read"]


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | Document | InputError]:
    """An article a line, or the documents of an event data set.

    A bad line is an error with its number, and the rest goes on.
    """
    first = stream.readline()
    stream.seek(0)
    if layout := _layout(first, source):
        yield from eventrows.documents(_records(stream, source, known), layout, source, known)
        return
    seen = False
    for number, line in enumerate(stream, 1):
        if number == 1 and line[:3] == b"\xef\xbb\xbf":
            line = line[3:]
        if number == 1 and line[:2] in (b"\xff\xfe", b"\xfe\xff"):
            yield InputError("is not UTF-8", where=source, hint="save it as UTF-8")
            return
        if not line.strip():
            continue
        seen = True
        yield _one(line, f"{source}:{number}", source, known)
    if not seen:
        yield InputError("is empty", where=source, hint="leave it out, or fill it")


def _layout(line: bytes, source: str) -> Layout | None:
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
    return eventsets.of_json(record, PurePath(source).stem) if isinstance(record, dict) else None


def _records(stream: BinaryIO, source: str, known: Known) -> Iterator[eventrows.Record]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        text = encoding.decode(line, f"{source}:{number}", known.tell).strip()
        try:
            record = json.loads(text)
        except (ValueError, RecursionError) as error:
            record = f"is not JSON ({said(error)})"
        yield number, text, record if isinstance(record, dict | str) else "is not a JSON object"


def _one(line: bytes, where: str, source: str, known: Known) -> Article | InputError:
    try:
        record = json.loads(line if line.isascii() else encoding.decode(line, where, known.tell))
    except InputError as error:
        return error
    except ValueError as error:
        return InputError(f"is not JSON ({said(error)})", where=where, hint="one JSON object a line")
    except RecursionError:
        return InputError("is nested too deeply", where=where, hint="one flat JSON object a line")
    if not isinstance(record, dict):
        return InputError("is not a JSON object", where=where, hint='write {"id": "…", "text": "…"}')
    made = fields.article(record, where, source, mapping=known.mapping, kind="JSON field")
    if isinstance(made, str):
        hint = 'write {"id": "…", "text": "…"}, or name the field with --map text=NAME'
        return InputError(made, where=where, hint=hint)
    return made
