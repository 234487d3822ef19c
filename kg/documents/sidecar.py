"""An article's file in, what a file beside it says of it out: `pact.txt` with `pact.json` or `pact.yaml`.

It holds what is known of the article (title, published, publisher, url, id, language) and no text: a JSON file with a
text is an article of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from kg.documents import encoding, fields, frontmatter
from kg.documents.notices import Tell, silent
from kg.errors import InputError

__all__ = ["about", "holds_one", "is_sidecar", "spoken_of", "state"]

_ONE_ARTICLE = frozenset(
    ".txt .text .md .markdown .html .htm .xhtml .mht .mhtml .pdf .docx .odt .rtf .doc .eml".split()
)
"""Endings of files that hold one article, of which another file can speak."""
_ENDINGS = (".json", ".yaml", ".yml")
_LARGEST = 100_000


def about(name: str, tell: Tell = silent) -> tuple[dict[str, str], str] | None:
    """The fields that a sidecar of the file gives, and the sidecar's name; None where there is none.

    Raises InputError for one that is broken.
    """
    place = Path(name)
    if place.suffix.lower() not in _ONE_ARTICLE:
        return None
    for ending in _ENDINGS:
        for path in (place.with_suffix(ending), place.with_name(place.name + ending)):
            if path.is_file() and (found := _fields(path, tell)):
                return found, path.name
    return None


def spoken_of(names: Iterable[str]) -> frozenset[str]:
    """What sidecars in a folder with files of these names are called, without their endings."""
    places = (Path(name) for name in names)
    return frozenset(n for p in places if p.suffix.lower() in _ONE_ARTICLE for n in (p.stem, p.name))


def is_sidecar(path: str, called: frozenset[str]) -> bool:
    """Whether a file of a folder speaks of another, and so is no article itself; `called` as by `spoken_of`."""
    place = Path(path)
    if place.suffix.lower() not in _ENDINGS or place.stem not in called:
        return False
    try:
        return bool(_fields(place, silent))
    except InputError:
        return True  # told when the article is read


def state(name: str) -> str:
    """The size and time of change of a file and of all that could speak of it; "" where there is none to open."""
    place = Path(name)
    beside = [p for e in _ENDINGS for p in (place.with_suffix(e), place.with_name(place.name + e))]
    try:
        told = [_state(place), *(_state(p) if p.is_file() else "-" for p in beside)]
    except OSError:
        return ""
    return " ".join(told)


def _state(place: Path) -> str:
    found = place.stat()
    return f"{found.st_size}:{found.st_mtime_ns}"


def holds_one(name: str) -> bool:
    """Whether a file of that name holds one article."""
    return Path(name).suffix.lower() in _ONE_ARTICLE


def _fields(path: Path, tell: Tell) -> dict[str, str] | None:
    try:
        if path.stat().st_size > _LARGEST:
            return None
        text = encoding.decode(path.read_bytes(), str(path), tell)
    except OSError:
        return None
    if path.suffix.lower() != ".json":
        block = text if text.startswith("---\n") else f"---\n{text.rstrip()}\n"
        return frontmatter.read(f"{block.rstrip().removesuffix('---').rstrip()}\n---\n", str(path), tell).fields
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return None  # it is told when it is read for itself
    if not isinstance(record, dict):
        return None
    names = fields.columns(record)
    if "text" in names:
        return None
    return {field: said for field, name in names.items() if (said := fields.words(record.get(name)))}
