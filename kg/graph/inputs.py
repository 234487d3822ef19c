"""Files of a build in, what they gave the last time out, where nothing about them has changed: no PDF is parsed twice.

A file counts as unchanged when its size and time of change are, those of what may speak of it (a sidecar), what the
caller said of all files, and the code that reads. Any other is read; whether its text has changed tells the hash of
that. The cache stands beside the store and may be deleted.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from typing import TYPE_CHECKING, Any

from kg.documents.notices import Notice, SkippedError
from kg.errors import GraphError, InputError
from kg.graph.files import document_line, document_of, path_of, read_document
from kg.model import Document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.documents.reading import Found

__all__ = ["Inputs"]

_TABLE = "CREATE TABLE IF NOT EXISTS file (name TEXT PRIMARY KEY, state TEXT, gave TEXT) WITHOUT ROWID"


class Inputs:
    """What the files of former builds of a knowledge base gave; `readers` names the code and the caller's words."""

    def __init__(self, folder: Path, readers: str) -> None:
        self._folder = folder
        self._file = folder / "store" / "inputs.sqlite"
        self._readers = hashlib.sha256(readers.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._new: list[tuple[str, str, str]] = []
        self._held: sqlite3.Connection | None = None
        if self._file.is_file():
            with contextlib.suppress(sqlite3.Error):
                self._held = sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=ro", uri=True)

    def recall(self, name: str, state: str) -> list[Found] | None:
        """What a file in this state gave; None where that is not known, or a document of it is not stored any more."""
        try:
            asked = "SELECT gave FROM file WHERE name = ? AND state = ?"
            row = self._held and self._held.execute(asked, (_plain(name), f"{self._readers} {state}")).fetchone()
            return [self._again(kind, told) for kind, told in json.loads(row[0])] if row else None
        except (sqlite3.Error, GraphError, ValueError, TypeError, KeyError):
            return None

    def remember(self, name: str, state: str, gave: Sequence[Found]) -> None:
        """Take in what a file gave, unless it could not be read: that may be mended elsewhere."""
        if all(isinstance(one, Document | Notice | SkippedError) for one in gave):
            self._new.append((_plain(name), f"{self._readers} {state}", json.dumps([_kept(one) for one in gave])))

    def keep(self) -> None:
        """Write what is new; after the documents themselves are on the disk."""
        if self._held:
            self._held.close()
        if not self._new:
            return
        try:
            self._write()
        except sqlite3.Error:  # damaged, or of another make: it is only a cache
            with contextlib.suppress(sqlite3.Error, OSError):
                self._file.unlink(missing_ok=True)
                self._write()

    def _write(self) -> None:
        with contextlib.closing(sqlite3.connect(self._file)) as db, db:
            db.execute(_TABLE)
            db.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", self._new)

    def _again(self, kind: str, told: Any) -> Found:
        if kind == "notice":
            return Notice(*told)
        if kind == "skipped":
            return SkippedError(told[0], where=told[1], hint=told[2])
        key, line = told
        return document_of(line.encode("utf-8", "surrogatepass"), read_document(path_of(self._folder, key)).text)


def _kept(one: Found) -> tuple[str, Any]:
    if isinstance(one, Notice):
        return "notice", (one.what, one.where, one.hint)
    if isinstance(one, InputError):
        return "skipped", (one.what, one.where, one.hint)
    return "document", (one.key, document_line(one, text=False))


def _plain(name: str) -> str:
    """A file's name with half characters escaped, which SQLite does not hold."""
    return json.dumps(name)
