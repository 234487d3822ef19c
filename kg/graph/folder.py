"""A knowledge base folder: documents with their claims as files, the user's corrections, and a store made from them.

    talks.kg/
      manifest.json         versions of format, ontology and extractor; written last
      documents/3f/3f….jsonl  a document and its claims (see kg.graph.files): the truth
      curation.trig         the user's corrections: the truth
      former.json           the claims of events that are no more, so that links to them still lead somewhere
      store/CURRENT         which generation of the store is read
      store/<n>/            an Oxigraph store: a cache, made anew whenever it does not fit
      store/<n>.sqlite      what it was made from, so that the next can be made by changing it
      store/<n>.sums        sizes and hashes of its tables
      store/inputs.sqlite   what files gave that have not changed: a cache
      lock                  held by the one who writes

Readers open the generation that CURRENT names, and never wait; a build makes the next one beside it and then
switches the pointer with one rename.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.errors import GraphError
from kg.graph.backends import StoreBackend
from kg.graph.base import Graph
from kg.graph.files import flush, path_of, read_document, stored_paths, write_all
from kg.graph.ledger import Ledger
from kg.graph.sums import differing, write_sums

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.model import Document

__all__ = [
    "FORMAT",
    "current_ledger",
    "current_store",
    "damaged_tables",
    "former_claims",
    "generation",
    "is_folder",
    "locked",
    "manifest",
    "open_folder",
    "publish_store",
    "remember_former",
    "write_manifest",
]

FORMAT = 1
"""The version of this layout; a folder with a higher one was made by a newer kg."""
_KEY = re.compile(r"[0-9a-f]{16}\Z")
_KEPT = 2
"""Generations of the store that are kept: the one in use and the one that readers may still hold."""


def is_folder(path: Path) -> bool:
    """Whether a knowledge base was begun there."""
    return (path / "manifest.json").is_file()


def manifest(path: Path) -> dict[str, Any]:
    """Versions and counts as the last build wrote them; raises GraphError for no, a damaged or a newer one."""
    try:
        found = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
        version = int(found["format"])
    except FileNotFoundError:
        raise GraphError(
            "not a knowledge base", where=str(path), hint=f"make one: kg build ARTICLES -o {path}"
        ) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise GraphError("manifest.json is damaged", where=str(path), hint=f"run `kg doctor -g {path}`") from None
    if version > FORMAT:
        raise GraphError("was made by a newer version of kg", where=str(path), hint="update kg")
    return dict(found)


def write_manifest(path: Path, content: Mapping[str, Any]) -> None:
    """Replace the manifest, durably."""
    text = json.dumps({"format": FORMAT, **content}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    write_all([(path / "manifest.json", text.encode())])


def open_folder(path: Path) -> Graph:
    """The graph in a knowledge base folder, read from its store; raises GraphError with the way out."""
    manifest(path)
    store = current_store(path)
    if store is None:
        raise GraphError("its store is missing or damaged", where=str(path), hint=f"run `kg doctor -g {path}`")
    return Graph(StoreBackend(store), str(path), StoredDocuments(path), former_claims(path))


class StoredDocuments(Mapping[str, "Document"]):
    """The documents of a folder by key, each read from its file when it is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __getitem__(self, key: str) -> Document:
        place = path_of(self._path, key)
        if not _KEY.match(key) or not place.is_file():
            raise KeyError(key)
        return read_document(place)

    def __iter__(self) -> Iterator[str]:
        return (place.stem for place in stored_paths(self._path))

    def __len__(self) -> int:
        return len(stored_paths(self._path))


def former_claims(path: Path) -> dict[str, list[str]]:
    """Claims (IRIs) of events that are no more, by the events' ids: a former link still leads somewhere."""
    try:
        found = json.loads((path / "former.json").read_text(encoding="utf-8"))
        return {str(name): [str(c) for c in claims] for name, claims in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def remember_former(path: Path, former: Mapping[str, list[str]]) -> None:
    """Keep the claims (IRIs) of events that are no more."""
    if former != former_claims(path):
        text = json.dumps(former, indent=0, sort_keys=True) + "\n"
        write_all([(path / "former.json", text.encode())])


def generation(path: Path) -> str | None:
    """The name of the generation that CURRENT points to, if it is there."""
    try:
        name = (path / "store" / "CURRENT").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    return name if name.isdigit() and (path / "store" / name).is_dir() else None


def current_store(path: Path) -> ox.Store | None:
    """The store to read, opened for reading only; None when it is missing, cut short or cannot be opened."""
    for _ in range(3):  # a build may switch and clear away between the two steps
        name = generation(path)
        if name is None:
            return None
        try:
            if not differing(path / "store" / name, path / "store" / f"{name}.sums", whole=False):
                return ox.Store.read_only(str(path / "store" / name))
            if generation(path) == name:
                return None
        except (OSError, ValueError, RuntimeError):
            if generation(path) == name:
                return None
    return None


def damaged_tables(path: Path) -> list[Path]:
    """The tables of the present store that are not as they were written, byte for byte."""
    name = generation(path)
    return differing(path / "store" / name, path / "store" / f"{name}.sums", whole=True) if name else []


def publish_store(path: Path, fill: Callable[[ox.Store, Ledger], None], *, onto: str | None = None) -> None:
    """Make the next generation of the store beside the present one, then switch to it with one rename.

    With `onto` it begins as a copy of that generation, whose large files, which are never written to again, are
    shared by hard links. Its ledger is kept beside it.
    """
    home = path / "store"
    home.mkdir(parents=True, exist_ok=True)
    present = generation(path)
    following = str(max((int(p.name) for p in home.iterdir() if p.name.isdigit()), default=0) + 1)
    part, beside = home / f"{following}.part", home / f"{following}.sqlite.part"
    for leftover in home.glob("*.part"):
        _remove(leftover)
    try:
        if onto:
            shutil.copytree(home / onto, part, copy_function=_linked)
            shutil.copyfile(home / f"{onto}.sqlite", beside)
        store, ledger = ox.Store(str(part)), Ledger(beside, new=not onto)
        fill(store, ledger)
        store.flush()
        ledger.close()
        del store
        flush(beside)
        write_sums(part, home / f"{following}.sums", home / f"{onto}.sums" if onto else None)
        part.rename(home / following)
        beside.rename(home / f"{following}.sqlite")
    except (OSError, sqlite3.Error) as problem:
        _remove(part)
        _remove(beside)
        raise GraphError(
            f"the store cannot be written ({problem})", where=str(path), hint="make room, then build again"
        ) from None
    write_all([(home / "CURRENT", f"{following}\n".encode())])
    _clear(home, keep={following, present or ""})


def _remove(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)


def _linked(source: str, target: str) -> str:
    """A hard link to a table of the store, a copy of anything else (or where the disk knows no links)."""
    if source.endswith(".sst"):
        try:
            os.link(source, target)
        except OSError:
            return str(shutil.copy2(source, target))
        return target
    return str(shutil.copy2(source, target))


def current_ledger(path: Path) -> tuple[str, Ledger] | None:
    """The present generation and its ledger; None when either is missing."""
    name = generation(path)
    found = Ledger.read(path / "store" / f"{name}.sqlite") if name else None
    return (name, found) if name and found else None


def _clear(home: Path, keep: Iterable[str]) -> None:
    old = sorted((int(p.name) for p in home.iterdir() if p.name.isdigit() and p.name not in keep), reverse=True)
    for number in old[max(0, _KEPT - len(set(keep))) :]:
        for ending in ("sqlite", "sums"):
            (home / f"{number}.{ending}").unlink(missing_ok=True)
        shutil.rmtree(home / str(number), ignore_errors=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the folder for writing; raises GraphError at once when somebody else does.

    The system lets the lock go when the process ends, however it ends.
    """
    path.mkdir(parents=True, exist_ok=True)
    handle = os.open(path / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _take(handle):
            who = os.read(handle, 32).decode("ascii", "replace").strip()
            raise GraphError(
                f"another build{f' (process {who})' if who else ''} is writing here",
                where=str(path),
                hint="wait for it to end; reading goes on meanwhile",
            )
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
