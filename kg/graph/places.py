"""Places at which one text was met again in, its stored document out with all of them: kept once, found everywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.graph.files import Stored, encode_stored, path_of, read_stored, write_all

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Document

__all__ = ["Places"]


class Places:
    """Where the texts of a run were met, by their documents' keys."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._others: dict[str, set[str]] = {}

    def met(self, document: Document) -> None:
        """A text was met in a file, or at an address where it has one; perhaps not for the first time."""
        place = document.url or document.source or ""
        if self._first.setdefault(document.key, place) != place:
            self._others.setdefault(document.key, set()).add(place)

    def write(self, path: Path) -> None:
        """Bring the stored documents up to date; what already is stays untouched."""
        for key, found in sorted(self._others.items()):
            place = path_of(path, key)
            if not place.exists():  # it could not be read
                continue
            held = read_stored(place)
            others = tuple(sorted(found - {held.document.url, held.document.source}))
            if others != held.document.places:
                document = replace(held.document, places=others)
                write_all([(place, encode_stored(Stored(document, held.claims, held.extractor)))])
