"""Paths in, files out, in a fixed order: folders are walked by name, and what no reader knows is left out aloud."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.documents import fetch, sidecar
from kg.documents.notices import Notice, Tell
from kg.errors import InputError

__all__ = ["STDIN", "walk"]

STDIN = "-"
_ABOUT = ("readme", "license", "licence", "changelog", "contributing", "copying", "authors", "notice")


def walk(paths: Iterable[str | Path], endings: frozenset[str], tell: Tell) -> Iterator[str | InputError]:
    """Each file's name as the user gave it (with the folder before it), or why there is none.

    In folders only files with one of `endings` are taken; hidden ones, a README, and knowledge bases are not.
    """
    for path in map(str, paths):
        place = Path(path)
        if path == STDIN or fetch.is_address(path) or place.is_file():
            yield path
        elif _is_knowledge_base(place):
            yield InputError("is a knowledge base, not articles", where=path, hint="give what it was made from")
        elif place.is_dir():
            yield from _folder(path, endings, tell)
        elif place.exists():
            yield InputError("is neither a file nor a folder", where=path, hint="give a file, a folder, or - for stdin")
        else:
            yield InputError("does not exist", where=path, hint="check the name")


def _is_knowledge_base(place: Path) -> bool:
    return (place / "manifest.json").is_file() and (place / "documents").is_dir()


def _folder(path: str, endings: frozenset[str], tell: Tell) -> Iterator[str | InputError]:
    others: Counter[str] = Counter()
    seen = False
    for found in _entries(path, endings, others):
        seen = True
        yield found
    if any(Path(name.lower()).stem not in _ABOUT for name in others):  # a README alone is worth no word
        kinds = ", ".join(f"{count} {ending}" for ending, count in sorted(others.items()))
        tell(Notice(f"left out what is no article: {kinds}", path, "name a file to have it read all the same"))
    if not seen:
        yield InputError("holds no articles", where=path, hint=f"kg reads {' '.join(sorted(endings))}")


def _entries(path: str, endings: frozenset[str], others: Counter[str]) -> Iterator[str | InputError]:
    try:
        with os.scandir(path) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(f"cannot be opened ({error.strerror})", where=path, hint="check its permissions")
        return
    called = sidecar.spoken_of(entry.name for entry in entries)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if _is_knowledge_base(Path(entry.path)):  # it holds what was made of articles, perhaps of these
                continue
            yield from _entries(entry.path, endings, others)
            continue
        name = Path(entry.name.lower())
        ending = name.suffix
        if sidecar.is_sidecar(entry.path, called):
            continue
        if ending in endings and name.stem not in _ABOUT:
            yield entry.path
        else:
            others[entry.name if ending in endings or not ending else ending] += 1
