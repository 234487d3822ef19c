"""Documents in, a knowledge base folder out: only what is new or changed is read, what was told is on the disk."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.errors import GraphError, InputError
from kg.graph import curation
from kg.graph.files import (
    Stored,
    content_of,
    encode_stored,
    is_coded,
    keep,
    path_of,
    read_stored,
    stored_paths,
    write_all,
)
from kg.graph.folder import current_ledger, is_folder, locked, manifest, write_manifest
from kg.graph.places import Places
from kg.graph.refresh import refresh
from kg.workers import one_by_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.graph.files import Kept
    from kg.model import Claim, Document
    from kg.workers import Spread

__all__ = ["BuildReport", "Entry", "Outcome", "build", "rebuild", "rederive"]

Outcome = Literal["new", "unchanged", "replaced", "removed"]
_BATCH = 100
"""Documents that are written together before they are reported as done."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one document."""

    document: str
    outcome: Outcome
    claims: int
    published: str | None
    source: str | None
    basis: str | None = None
    coded: bool = False

    @property
    def undated(self) -> bool:
        """Whether no publication date is known; an interval (EDTF with a slash) is only a span that explains it.

        Rows of an event data set need none.
        """
        return not self.coded and (not self.published or "/" in self.published)


@dataclass(slots=True)
class BuildReport:
    """What a build did, document by document; `events` counts those of the whole knowledge base afterwards.

    `absent` are ids of documents that are in the folder but were not in this run; `--prune` removes them.
    """

    entries: list[Entry] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    events: int = 0

    def count(self, outcome: Outcome) -> int:
        """How many documents had that outcome."""
        return sum(e.outcome == outcome for e in self.entries)

    @property
    def claims(self) -> int:
        """Claims in the documents of this run."""
        return sum(e.claims for e in self.entries if e.outcome != "removed")

    @property
    def undated(self) -> list[str]:
        """Ids of documents of this run without a publication date, be it that a span is known."""
        return [e.document for e in self.entries if e.outcome != "removed" and e.undated]


def build(
    documents: Iterable[Document],
    claims_of: Callable[[Document], Sequence[Claim]],
    folder: str | Path,
    *,
    extractor: str = "",
    prune: bool = False,
    explain: Callable[[Document], Document] | None = None,
    tell: Callable[[Entry], None] | None = None,
    skip: Callable[[InputError], None] | None = None,
    spread: Spread = one_by_one,
    beside: Spread | None = None,
    concluding: Callable[[], None] | None = None,
) -> BuildReport:
    """Bring the knowledge base in `folder` up to date with `documents`, and return what was done.

    `claims_of` is called only for documents that are new, have changed, or were read by another `extractor`; one
    for which it raises InputError is told to `skip`, and what was stored of it stays. Before it, `explain` may give a
    document without a date the interval in which it must have been written. With `spread` (`kg.workers`) other
    processes call both; those of `beside` (by default the same), which see the folder, help to conclude. A text that
    comes again is kept once, with its further places. An entry is told only when it is on the disk: kill the build
    anywhere and run it again. `concluding` hears that all is, and that events are made of it. Raises GraphError when
    the folder is locked, cannot be written, or is no knowledge base.
    """
    path = Path(folder)
    _check_target(path)
    with locked(path):
        if not is_folder(path):
            write_manifest(path, {"state": "begun"})
        report, known, seen = BuildReport(), _known(path), set[str]()
        places = Places(known)
        corrections = curation.load(path)
        dated = (curation.corrected_document(d, corrections) for d in documents)
        pending: deque[list[_Slot]] = deque()

        def unread() -> Iterator[list[Document]]:
            for batch in _batches(dated):
                pending.append(_slots(path, batch, extractor, known, seen, places))
                yield [slot.document for slot in pending[-1] if slot.entry is None]

        for made in spread(partial(_read, claims_of, explain, extractor), unread()):
            _store(path, pending.popleft(), made, report, tell, skip)
        places.write(path, prune=prune)
        _settle_absent(path, known, seen, report, tell, prune=prune)
        if concluding:
            concluding()
        report.events = refresh(path, extractor, spread=beside or spread)
        return report


def rebuild(folder: str | Path) -> int:
    """Derive everything anew from the stored documents and corrections; the number of events."""
    return _refreshed(Path(folder), force=True)


def rederive(folder: str | Path) -> int:
    """Derive what corrections have changed since the store was made; the number of events."""
    return _refreshed(Path(folder), force=False)


def _refreshed(path: Path, *, force: bool) -> int:
    content = manifest(path)
    with locked(path):
        return refresh(path, str(content.get("extractor", "")), force=force)


def _check_target(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise GraphError("is a file", where=str(path), hint="name a folder for the knowledge base")
    if path.is_dir() and not is_folder(path) and any(p.name != "lock" for p in path.iterdir()):
        raise GraphError("is a folder of something else", where=str(path), hint="name a new folder, such as talks.kg")
    if is_folder(path):
        manifest(path)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


@dataclass(slots=True)
class _Slot:
    """A document in its turn; `entry` is None until what it says is known."""

    document: Document
    stored: bool
    entry: Entry | None = None


def _known(path: Path) -> dict[str, Kept]:
    """What the last build kept of the stored documents."""
    held = current_ledger(path)
    if held is None:
        return {}
    try:
        return held[1].documents()
    finally:
        held[1].close()


def _slots(
    path: Path,
    batch: Iterable[Document],
    extractor: str,
    known: Mapping[str, Kept],
    seen: set[str],
    places: Places,
) -> list[_Slot]:
    """The documents that are not among those `seen`, with what is stored of them as it should be."""
    slots: list[_Slot] = []
    for document in batch:
        places.met(document)
        if document.key in seen:
            continue
        seen.add(document.key)
        place = path_of(path, document.key)
        held = _held(place, known.get(document.key))
        slot = _Slot(document, held is not None or place.exists())
        if held and held.extractor == extractor and held.content == content_of(document):
            slot.entry = Entry(
                document.id, "unchanged", held.claims, held.published, held.source, held.published_basis, held.coded
            )
        slots.append(slot)
    return slots


_Made = tuple["Document", bytes, int]
"""A document as it was dated, the bytes of its file, the number of its claims."""


def _read(
    claims_of: Callable[[Document], Sequence[Claim]],
    explain: Callable[[Document], Document] | None,
    extractor: str,
    documents: Sequence[Document],
) -> list[_Made | InputError]:
    """What each document gives; perhaps in another process."""
    made: list[_Made | InputError] = []
    for document in documents:
        try:
            dated = explain(document) if explain else document
            claims = tuple(claims_of(dated))
        except InputError as error:
            made.append(error)
        else:
            made.append((dated, encode_stored(Stored(dated, claims, extractor)), len(claims)))
    return made


def _store(
    path: Path,
    slots: Sequence[_Slot],
    made: Iterable[_Made | InputError],
    report: BuildReport,
    tell: Callable[[Entry], None] | None,
    skip: Callable[[InputError], None] | None,
) -> None:
    writing: list[tuple[Path, bytes]] = []
    for slot, found in zip((s for s in slots if s.entry is None), made, strict=True):
        if isinstance(found, InputError):
            if skip is None:
                raise found
            skip(found)
            continue
        dated, content, claims = found
        writing.append((path_of(path, dated.key), content))
        slot.entry = _entry(dated, "replaced" if slot.stored else "new", claims)
    write_all(writing)
    entries = [slot.entry for slot in slots if slot.entry]
    report.entries.extend(entries)
    if tell:
        for entry in entries:
            tell(entry)


def _entry(document: Document, outcome: Outcome, claims: int) -> Entry:
    return Entry(
        document.id, outcome, claims, document.published, document.source, document.published_basis, is_coded(document)
    )


def _held(place: Path, known: Kept | None) -> Kept | None:
    """What is stored there; a damaged file counts as nothing, so that reading the document again mends it.

    A file that is as the last build left it is not read.
    """
    if not place.exists():
        return None
    try:
        found = keep(place, known)
        if found is not known:
            read_stored(place)
    except GraphError:
        return None
    return found


def _settle_absent(
    path: Path,
    known: Mapping[str, Kept],
    seen: set[str],
    report: BuildReport,
    tell: Callable[[Entry], None] | None,
    *,
    prune: bool,
) -> None:
    for place in stored_paths(path):
        if place.stem in seen:
            continue
        held = _held(place, known.get(place.stem))
        name = held.id if held else place.stem
        if not prune:
            report.absent.append(name)
            continue
        place.unlink()
        entry = Entry(name, "removed", 0, None, held.source if held else None)
        report.entries.append(entry)
        if tell:
            tell(entry)
