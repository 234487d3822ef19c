"""Documents with their claims in, files of a knowledge base folder out, and back: one a document, whole or not there.

A file is JSON lines: a head (key, extractor, hash of the rest), the document, then one claim a line. It is written
beside its place, flushed to the disk and renamed, so that a kill leaves the old file or the new one.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError
from kg.model import Claim, Document, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "Kept",
    "Stored",
    "content_of",
    "decode_stored",
    "document_line",
    "document_of",
    "encode_stored",
    "flush",
    "is_coded",
    "keep",
    "path_of",
    "read_document",
    "read_stored",
    "stored_paths",
    "write_all",
]

_FIELDS = ("id", "title", "publisher", "published", "published_basis", "language", "url", "source", "text")


@dataclass(frozen=True, slots=True)
class Stored:
    """What one file holds."""

    document: Document
    claims: tuple[Claim, ...]
    extractor: str


def encode_stored(stored: Stored) -> bytes:
    """The bytes of a file; the same for the same content."""
    body = "".join(_lines(stored)).encode("utf-8", "surrogatepass")
    head = {
        "kg": 1,
        "key": stored.document.key,
        "extractor": stored.extractor,
        "claims": len(stored.claims),
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return json.dumps(head).encode() + b"\n" + body


def _lines(stored: Stored) -> Iterator[str]:
    yield document_line(stored.document)
    for claim in stored.claims:
        yield json.dumps(claim.to_json(), ensure_ascii=False) + "\n"


def document_line(document: Document, *, text: bool = True) -> str:
    """What a file says of its document, without its text where that is kept elsewhere.

    It is the same for the same text and the same knowledge of it.
    """
    about: dict[str, Any] = {name: getattr(document, name) for name in _FIELDS if text or name != "text"}
    if document.places:
        about["places"] = document.places
    about["parts"] = [[p.role, p.start, p.end] for p in document.parts]
    return json.dumps(about, ensure_ascii=False) + "\n"


def decode_stored(data: bytes, where: str) -> Stored:
    """What the bytes hold; raises GraphError that names the file when a single bit of them is wrong."""
    try:
        head, (first, *rest) = _whole(data)
        claims = tuple(Claim.from_json(json.loads(line.decode("utf-8", "surrogatepass"))) for line in rest)
        return Stored(document_of(first), claims, str(head["extractor"]))
    except (ValueError, KeyError, TypeError):
        raise _damaged(where) from None


def read_document(path: Path) -> Document:
    """The document of one file without its claims; raises GraphError as `read_stored` does."""
    try:
        return document_of(_whole(_bytes_of(path))[1][0])
    except (ValueError, KeyError, TypeError):
        raise _damaged(str(path)) from None


def _whole(data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Head and lines of a file whose hash is right; ValueError for any other."""
    head_line, _, body = data.partition(b"\n")
    head = json.loads(head_line)
    if hashlib.sha256(body).hexdigest() != head["sha256"]:
        raise ValueError("not as it was written")
    return head, body.split(b"\n")[:-1]


def _damaged(where: str) -> GraphError:
    return GraphError("a stored document is damaged", where=where, hint="run `kg doctor`")


def path_of(folder: Path, key: str) -> Path:
    """Where the document with that key is kept; 256 subfolders, so that none grows too long."""
    return folder / "documents" / key[:2] / f"{key}.jsonl"


def stored_paths(folder: Path) -> list[Path]:
    """All files of documents, by key."""
    return sorted((folder / "documents").glob("??/*.jsonl"), key=lambda p: p.name)


def read_stored(path: Path) -> Stored:
    """The content of one file; raises GraphError when it is damaged or gone."""
    return decode_stored(_bytes_of(path), str(path))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise GraphError(f"cannot be read ({problem.strerror})", where=str(path), hint="run `kg doctor`") from None


def write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files so that after the return all are on the disk, and at any moment each is old or new, never half.

    Raises GraphError when the disk is full or may not be written; what was there before stays.
    """
    made: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.{os.getpid()}.part")
            made.append((beside, path))
            with beside.open("wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
        for beside, path in made:
            beside.replace(path)
    except OSError as problem:
        for beside, _ in made:
            beside.unlink(missing_ok=True)
        where = str(files[0][0].parent if files else "")
        raise GraphError(
            f"cannot be written ({problem.strerror})", where=where, hint="make room, then build again"
        ) from None
    _settle({path.parent for _, path in made})


def flush(file: Path) -> None:
    """Put a file that was written onto the disk."""
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _settle(folders: Iterable[Path]) -> None:
    """Flush the folders themselves, without which a rename may be lost with the power."""
    for folder in sorted(folders):
        flush(folder)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a stored document without its claims.

    `digest` is a hash of the file's head, and so of all in it; `content` one of the document alone, as it was given.
    `coded` documents hold rows that somebody coded. `size` (bytes) and `mtime` (ns) are those of the file when it was
    last looked into. `at` is where the text was found first (address or file), and its further places.
    """

    id: str
    source: str | None
    published: str | None
    published_basis: str | None
    coded: bool
    claims: int
    extractor: str
    content: str
    digest: str
    size: int
    mtime: int
    at: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Further files or addresses at which the same text stood."""
        return self.at[1:]


def keep(path: Path, known: Kept | None = None) -> Kept:
    """What is kept in a file; it is looked into only if its size or time are not as known. GraphError if damaged."""
    try:
        state = path.stat()
        if known and (known.size, known.mtime) == (state.st_size, state.st_mtime_ns):
            return known
        with path.open("rb") as file:
            head, line = file.readline(), file.readline()
        said, document = json.loads(head), document_of(line)
        return Kept(
            document.id, document.source, document.published, document.published_basis, is_coded(document),
            int(said["claims"]), said["extractor"], content_of(document),
            hashlib.sha256(head).hexdigest()[:16], state.st_size, state.st_mtime_ns,
            (document.url or document.source or "", *document.places),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        raise _damaged(str(path)) from None


def document_of(line: bytes, text: str | None = None) -> Document:
    """The document of a line; `text` is its text where the line has none."""
    about = json.loads(line.decode("utf-8", "surrogatepass")) | ({} if text is None else {"text": text})
    parts = tuple(Part(*p) for p in about.pop("parts"))
    return Document(**about | {"places": tuple(about.get("places", ()))}, parts=parts)


def content_of(document: Document) -> str:
    """Hash of a document as it was given: without what was found when it was read, an interval, further places."""
    if document.places:
        document = replace(document, places=())
    if document.published and "/" in document.published:
        document = replace(document, published=None, published_basis=None)
    return hashlib.sha256(document_line(document).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_coded(document: Document) -> bool:
    """Whether it holds rows that somebody coded, and no words of its own."""
    return any(part.role == "rows" for part in document.parts)
