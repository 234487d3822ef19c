"""Places at which one text was met again in, its stored document out with all of them: kept once, found everywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.files import Stored, encode_stored, path_of, read_stored, write_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.files import Kept
    from kg.model import Document

__all__ = ["Places"]


class Places:
    """Where the texts of a run were met, by their documents' keys; `known` is what the last build kept of them."""

    def __init__(self, known: Mapping[str, Kept]) -> None:
        self._known = known
        self._met: dict[str, list[str]] = {}

    def met(self, document: Document) -> None:
        """A text was met in a file, or at an address where it has one; perhaps not for the first time."""
        place = document.url or document.source or ""
        places = self._met.setdefault(document.key, [place])
        if place not in places:
            places.append(place)

    def write(self, path: Path, *, prune: bool) -> None:
        """Bring the stored documents up to date; what already is stays untouched.

        A place that an earlier run met and this one did not stays as long as the file is there, unless `prune` says
        that this run is all there is.
        """
        for key, found in sorted(self._met.items()):
            known = self._known.get(key)
            before = known.at if known else ()
            former = {place for place in before if not prune and place not in found and _is_there(place)}
            place = path_of(path, key)
            if (len(found) == 1 and not former and not (known and known.places)) or not place.exists():
                continue
            held = read_stored(place)
            others = tuple(sorted((former | set(found)) - {held.document.url, held.document.source}))
            if others != held.document.places:
                document = replace(held.document, places=others)
                write_all([(place, encode_stored(Stored(document, held.claims, held.extractor)))])


def _is_there(place: str) -> bool:
    """Whether a file (or the archive that holds it) is still there; of an address nobody knows."""
    if "://" in place:
        return True
    named = Path(place)
    return any(one.is_file() for one in (named, *named.parents))
