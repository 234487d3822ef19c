"""The way from paths to documents: picks a reader by a file's ending or first bytes, and goes on after errors."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from kg.documents import files
from kg.documents.article import Article, Known, finish
from kg.documents.notices import Tell, silent
from kg.errors import InputError
from kg.model import Document

__all__ = ["ENDINGS", "read"]

Reader = Callable[[BinaryIO, str, Known], Iterator[Article | InputError]]

_READERS = {
    "plain": ".txt .text .md .markdown",
    "jsonlines": ".jsonl .ndjson",
}
_BY_ENDING = {ending: module for module, endings in _READERS.items() for ending in endings.split()}

ENDINGS = frozenset(_BY_ENDING)
"""Endings of the files that are taken from a folder."""


def read(
    paths: Sequence[str | Path] | str | Path,
    *,
    published: str | None = None,
    strict: bool = False,
    mapping: Mapping[str, str] | None = None,
    tell: Tell = silent,
) -> Iterator[Document | InputError]:
    """Documents of files and folders, and an InputError for each text that gave none, in a fixed order.

    `-` is stdin. `published` is the date of all of them (EDTF day, month or year) and goes before their own.
    `mapping` names fields that are called otherwise (`{"text": "Volltext"}`). `tell` hears notices: an encoding
    guessed, a date not understood. With `strict` the first InputError is raised. SkippedError, a kind of
    InputError, marks a text that was read but is not in English. Raises UsageError for a `published` or
    `mapping` that cannot be meant.
    """
    known = Known.given(published, dict(mapping) if mapping else None, tell)
    given = [paths] if isinstance(paths, str | Path) else paths
    return _all(given, known, strict)


def _all(paths: Sequence[str | Path], known: Known, strict: bool) -> Iterator[Document | InputError]:
    for name in files.walk(paths, ENDINGS, known.tell):
        for found in [name] if isinstance(name, InputError) else _file(name, known):
            if strict and isinstance(found, InputError):
                raise found
            yield found


def _file(name: str, known: Known) -> Iterator[Document | InputError]:
    try:
        if name == files.STDIN:
            yield from _stream(io.BytesIO(sys.stdin.buffer.read()), "stdin", known)
        else:
            with Path(name).open("rb") as stream:
                yield from _stream(stream, name, known)
    except InputError as error:
        yield error
    except OSError as error:
        hint = "check that it is there and may be read"
        yield InputError(f"cannot be read ({error.strerror or error})", where=name, hint=hint)


def _stream(stream: BinaryIO, name: str, known: Known) -> Iterator[Document | InputError]:
    head = stream.read(4096)
    stream.seek(0)
    if not head.strip():
        yield InputError("is empty", where=name, hint="leave it out, or fill it")
        return
    reader = _reader(name, head)
    for found in reader(stream, name, known):
        yield found if isinstance(found, InputError) else finish(found, known)


def _reader(name: str, head: bytes) -> Reader:
    """By the ending; without a known one, by the first bytes."""
    module = _BY_ENDING.get(Path(name).suffix.lower())
    if module is None:
        module = "jsonlines" if head.lstrip().startswith(b'{"') else "plain"
    return cast(Reader, import_module(f"kg.documents.{module}").read)
