"""The tables of a store in, their sizes and hashes kept beside it; later, which of them are not as they were written.

Oxigraph may answer from a damaged table as if it held less, without a word; so it is we who look.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["differing", "write_sums"]


def write_sums(store: Path, file: Path, former: Path | None = None) -> None:
    """Keep size and hash of each table of a store; those of the `former` sums, whose tables are never changed, stay."""
    known = _read(former) if former else {}
    told: dict[str, list[object]] = {}
    for table in sorted(store.glob("*.sst")):
        size = table.stat().st_size
        held = known.get(table.name)
        told[table.name] = held if held and held[0] == size else [size, _hash(table)]
    file.write_text(json.dumps(told), encoding="utf-8")


def differing(store: Path, file: Path, *, whole: bool) -> list[Path]:
    """The tables that are gone or of another size; with `whole` also those of another hash. Empty without sums."""
    places = ((store / name, size, digest) for name, (size, digest) in _read(file).items())
    return [p for p, size, digest in places if not _as_written(p, size, digest if whole else None)]


def _as_written(table: Path, size: object, digest: object) -> bool:
    try:
        return table.stat().st_size == size and (digest is None or _hash(table) == digest)
    except OSError:
        return False


def _hash(table: Path) -> str:
    with table.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read(file: Path) -> dict[str, list[object]]:
    try:
        return {name: [size, digest] for name, (size, digest) in json.loads(file.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
