"""JSON lines: one document a line (`id`, `text`, `title`, `published`, `publisher`, `url`), read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.documents import encoding, fields
from kg.documents.article import Article, Known
from kg.documents.notices import said
from kg.errors import InputError

__all__ = ["read"]


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """An article a line; a bad line is an error with its number, and the rest goes on."""
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
