"""A knowledge base folder in, what is wrong with it out; what can be mended is mended when asked for."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.graph import curation
from kg.graph.build import rebuild
from kg.graph.files import read_stored, stored_paths
from kg.graph.folder import current_store, damaged_tables, generation, is_folder, locked, manifest, write_manifest
from kg.graph.refresh import content_digest
from kg.graph.vocabulary import ontology_version

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Ailment", "doctor"]


@dataclass(frozen=True, slots=True)
class Ailment:
    """One thing that is wrong: where, what, and what to do (or what was done)."""

    where: str
    what: str
    remedy: str
    mended: bool = False


def doctor(folder: str | Path, *, mend: bool = False) -> list[Ailment]:
    """What is wrong with a folder, worst first; empty for a healthy one.

    With `mend`, a damaged document is moved into `damaged/` (its article has to be read again), leftovers of
    killed builds are removed, and the store is made anew. Corrections are never touched. Raises GraphError when
    there is no such folder, or somebody is writing there.
    """
    path = Path(folder)
    if not path.is_dir() or not (is_folder(path) or (path / "documents").is_dir()):
        raise GraphError("not a knowledge base", where=str(path), hint=f"make one: kg build ARTICLES -o {path}")
    if not mend:
        return list(_ailments(path))
    with locked(path):
        found = list(_ailments(path))
        for place in _damaged(path):
            (path / "damaged").mkdir(exist_ok=True)
            place.rename(path / "damaged" / place.name)
        for leftover in _leftovers(path):
            _remove(leftover)
        if not _manifest_reads(path):
            write_manifest(path, {"state": "mended"})
        if damaged_tables(path):
            (path / "store" / "CURRENT").unlink()
    if found and not any(a.where == str(path / curation.FILE) for a in found):
        rebuild(path)
    return [Ailment(a.where, a.what, a.remedy, mended=a.where != str(path / curation.FILE)) for a in found]


def _ailments(path: Path) -> Iterator[Ailment]:
    if not _manifest_reads(path):
        yield Ailment(str(path / "manifest.json"), "cannot be read", "is written anew")
    damaged = _damaged(path)
    for place in damaged:
        yield Ailment(str(place), "the document is damaged", "is set aside; build again to read its article anew")
    try:
        curation.load(path)
    except GraphError as problem:
        yield Ailment(str(path / curation.FILE), problem.what, "mend it by hand, or put a copy in its place")
        return
    yield from _store_ailments(path, documents_damaged=bool(damaged))
    for leftover in _leftovers(path):
        yield Ailment(str(leftover), "was left by a build that was ended", "is removed")


def _store_ailments(path: Path, *, documents_damaged: bool) -> Iterator[Ailment]:
    if current_store(path) is None:
        what = "is missing" if generation(path) is None else "is cut short or cannot be opened"
        yield Ailment(str(path / "store"), f"the store {what}", "is made anew from the documents")
        return
    tables = damaged_tables(path)
    for table in tables:
        yield Ailment(str(table), "a table of the store is damaged", "the store is made anew from the documents")
    if tables or documents_damaged or not _manifest_reads(path):
        return  # then it is made anew in any case
    if manifest(path).get("content") != content_digest(path):
        yield Ailment(str(path / "store"), "the store is older than the documents", "is made anew")
    elif manifest(path).get("ontology") != ontology_version():
        yield Ailment(str(path / "store"), "the store was made with another ontology", "is made anew")


def _manifest_reads(path: Path) -> bool:
    try:
        manifest(path)
    except GraphError:
        return False
    return True


def _damaged(path: Path) -> list[Path]:
    found = []
    for place in stored_paths(path):
        try:
            if read_stored(place).document.key != place.stem:
                found.append(place)
        except GraphError:
            found.append(place)
    return found


def _leftovers(path: Path) -> list[Path]:
    return sorted([*(path / "documents").glob("??/.*.part"), *(path / "store").glob("*.part"), *path.glob(".*.part")])


def _remove(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)
