"""The way from paths to documents: picks a reader by a file's ending or first bytes, and goes on after errors."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO, Protocol, TypeAlias, TypeVar, cast
from urllib.parse import urlsplit

from kg.documents import eventrows, files, sidecar
from kg.documents.article import Article, Known, finish
from kg.documents.fetch import Fetcher, is_address
from kg.documents.notices import Notice, Tell, said, silent
from kg.errors import InputError
from kg.model import Document
from kg.workers import Spread, one_by_one

__all__ = ["ENDINGS", "articles", "read", "size"]

_Item = TypeVar("_Item")
Passed = Callable[[int], None]
_SMALL = 2_000_000
"""Bytes of a file up to which another process may read it whole."""
_TOGETHER = 16
"""Files that go to another process at once."""
Found: TypeAlias = Document | InputError | Notice
"""What a file gives."""
Reader = Callable[[BinaryIO, str, Known], Iterator[Article | Document | InputError]]

_READERS = {
    "plain": ".txt .text",
    "markdown": ".md .markdown",
    "jsonlines": ".jsonl .ndjson",
    "webpage": ".html .htm .xhtml",
    "jsonfile": ".json",
    "tables": ".csv .tsv .tab",
    "office": ".docx .odt",
    "mail": ".eml .mht .mhtml",
    "feeds": ".xml .rss .atom",
    "richtext": ".rtf",
    "pdf": ".pdf",
    "warc": ".warc",
    "archives": ".zip",
}
_STARTS = (
    (b'{"', "jsonlines"), (b"{\\rtf", "richtext"), (b"%pdf-", "pdf"), (b"<!doctype html", "webpage"),
    (b"<html", "webpage"), (b"<?xml", "feeds"), (b"<rss", "feeds"), (b"<feed", "feeds"), (b"warc/", "warc"),
)  # fmt: skip
_PLAIN = (b"%PDF-", b"{\\rtf1")
"""A file that begins so is of that kind, whatever its ending says."""
_BY_ENDING = {ending: module for module, endings in _READERS.items() for ending in endings.split()}

ENDINGS = frozenset(_BY_ENDING) | {".doc", ".gz"}
"""Endings of the files that are taken from a folder; what a .doc or .gz is, its first bytes tell."""


def read(
    paths: Sequence[str | Path] | str | Path,
    *,
    published: str | None = None,
    strict: bool = False,
    mapping: Mapping[str, str] | None = None,
    tell: Tell = silent,
    spread: Spread | None = None,
    passed: Passed | None = None,
    fetch: Fetcher | None = None,
    memory: Memory | None = None,
) -> Iterator[Document | InputError]:
    """Documents of files and folders, and an InputError for each text that gave none, in a fixed order.

    `-` is stdin; a web address is fetched by `fetch`, and without one is an error. `published` is the date of all
    of them (EDTF day, month or year) and goes before their own.
    `mapping` names fields that are called otherwise (`{"text": "Volltext"}`). `tell` hears notices: an encoding
    guessed, a date not understood. With `strict` the first InputError is raised. SkippedError, a kind of
    InputError, marks a text that was read but is not in English. `spread` (`kg.workers`) has small files read
    by other processes; `passed` hears how many more bytes are done, of the `size` of all. `memory` knows what files
    gave that have not changed. Raises UsageError for a `published` or `mapping` that cannot be meant.
    """
    known = Known.given(published, dict(mapping) if mapping else None, tell, fetch)
    given = [paths] if isinstance(paths, str | Path) else paths
    names = files.walk(given, ENDINGS, known.tell)
    counted = passed or _uncounted
    if memory is not None:
        found = _remembering(names, known, spread, counted, memory)
    else:
        found = _one_by_one(names, known, counted) if spread is None else _spread_out(names, known, spread, counted)
    return _strictly(found) if strict else found


class Memory(Protocol):
    """What files gave the last time, as far as it is known."""

    def recall(self, name: str, state: str) -> list[Found] | None: ...
    def remember(self, name: str, state: str, gave: Sequence[Found]) -> None: ...


def _remembering(
    names: Iterable[str | InputError], known: Known, spread: Spread | None, passed: Passed, memory: Memory
) -> Iterator[Document | InputError]:
    """Files that hold one article as the memory has them, or else read whole; all others as without a memory.

    The state of a file is taken before it is read, so that what changes meanwhile is read again the next time.
    """

    def states() -> Iterator[tuple[str | InputError, str, list[Found] | None]]:
        for name in names:
            state = sidecar.state(name) if isinstance(name, str) and sidecar.holds_one(name) else ""
            yield name, state, memory.recall(str(name), state) if state else None

    for (alone, is_known), group in groupby(states(), lambda s: (bool(s[1]), s[2] is not None)):
        if not alone:
            rest = (name for name, _, _ in group)
            yield from _one_by_one(rest, known, passed) if spread is None else _spread_out(rest, known, spread, passed)
            continue
        for name, state, gave in group if is_known else _each(group, known, spread):
            if not is_known:
                memory.remember(str(name), state, gave or ())
            for found in gave or ():
                if isinstance(found, Notice):
                    known.tell(found)
                else:
                    yield found
            passed(_length(str(name)))


def _each(
    group: Iterable[tuple[str | InputError, str, object]], known: Known, spread: Spread | None
) -> Iterator[tuple[str, str, list[Found]]]:
    """What each file gives, read here or some at a time by other processes."""
    waiting: deque[tuple[str, str]] = deque()

    def batches() -> Iterator[list[str]]:
        for some in _some(group, _TOGETHER if spread else 1):
            waiting.extend((str(name), state) for name, state, _ in some)
            yield [str(name) for name, _, _ in some]

    read_them = partial(_read_each, known.published, known.mapping)
    for done in (spread or one_by_one)(read_them, batches()):
        for gave in done:
            yield *waiting.popleft(), gave


def _read_each(published: str | None, mapping: dict[str, str] | None, names: list[str]) -> list[list[Found]]:
    return [_read_small(published, mapping, [name]) for name in names]


def _strictly(found: Iterator[Document | InputError]) -> Iterator[Document | InputError]:
    for one in found:
        if isinstance(one, InputError):
            raise one
        yield one


def size(paths: Sequence[str | Path] | str | Path) -> int:
    """Bytes of all files that `read` would open; what `passed` hears of adds up to it."""
    given = [paths] if isinstance(paths, str | Path) else paths
    return sum(_length(name) for name in files.walk(given, ENDINGS, silent) if isinstance(name, str))


def _length(name: str) -> int:
    try:
        return Path(name).stat().st_size
    except OSError:
        return 0


def _uncounted(_bytes: int) -> None:
    """Nobody asked."""


def _one_by_one(names: Iterable[str | InputError], known: Known, passed: Passed) -> Iterator[Document | InputError]:
    for name in names:
        yield from [name] if isinstance(name, InputError) else _file(name, known, passed)


def _spread_out(
    names: Iterable[str | InputError], known: Known, spread: Spread, passed: Passed
) -> Iterator[Document | InputError]:
    """Small files go out some at a time; what is long, and so is read as a stream, is read here, in its turn."""
    groups: deque[list[str | InputError]] = deque()

    def small() -> Iterator[list[str]]:
        for alike, group in groupby(names, _is_small):
            for some in _some(group, _TOGETHER if alike else 1):
                groups.append(some)
                yield [name for name in some if alike and isinstance(name, str)]

    for done in spread(partial(_read_small, known.published, known.mapping), small()):
        group = groups.popleft()
        if not done:
            yield from _one_by_one(group, known, passed)
            continue
        for found in done:
            if isinstance(found, Notice):
                known.tell(found)
            else:
                yield found
        passed(sum(_length(name) for name in group if isinstance(name, str)))


def _is_small(name: str | InputError) -> bool:
    try:
        return isinstance(name, str) and name != files.STDIN and Path(name).stat().st_size <= _SMALL
    except OSError:
        return False


def _some(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def _read_small(published: str | None, mapping: dict[str, str] | None, names: list[str]) -> list[Found]:
    """What another process does: documents, errors and notices of some files, in order."""
    found: list[Found] = []
    known = Known(published, mapping, found.append)
    for name in names:
        found.extend(_file(name, known, _uncounted))
    return found


def _file(name: str, known: Known, passed: Passed) -> Iterator[Document | InputError]:
    try:
        if name == files.STDIN:
            yield from _stream(io.BytesIO(sys.stdin.buffer.read()), "stdin", known)
        elif is_address(name):
            yield from _fetched(name, known)
        else:
            known = replace(known, beside=sidecar.about(name, known.tell))
            with Path(name).open("rb") as stream:
                at = 0
                for found in _stream(stream, name, known):
                    yield found
                    if not stream.closed and (now := stream.tell()) > at:
                        passed(now - at)
                        at = now
    except InputError as error:
        yield error
    except OSError as error:
        hint = "check that it is there and may be read"
        yield InputError(f"cannot be read ({error.strerror or error})", where=name, hint=hint)


def _fetched(url: str, known: Known) -> Iterator[Document | InputError]:
    """What lies at a web address, with the address (after redirects) for what does not say its own."""
    if known.fetch is None:
        hint = "say --fetch to have it fetched, or save the page and give the file"
        raise InputError("is a web address, and kg goes online only when asked", where=url, hint=hint)
    page = known.fetch(url)
    host = urlsplit(page.url).hostname
    for found in articles(io.BytesIO(page.data), url, known, page.ending):
        if isinstance(found, Article):
            found = replace(found, url=found.url or page.url, publisher=found.publisher or host)
            yield finish(found, known)
        else:
            yield found


def _stream(stream: BinaryIO, name: str, known: Known) -> Iterator[Document | InputError]:
    for found in articles(stream, name, known):
        yield finish(found, known) if isinstance(found, Article) else found


def articles(stream: BinaryIO, name: str, known: Known, ending: str = "") -> Iterator[Article | Document | InputError]:
    """The articles of one open file, or the documents of an event data set; `ending` goes before the name's own.

    Raises InputError if it cannot be read at all.
    """
    head = stream.read(4096)
    stream.seek(0)
    if not head.strip():
        yield InputError("is empty", where=name, hint="leave it out, or fill it")
        return
    if name.lower().endswith(".warc.gz"):
        yield from _by("warc", stream, name, known)
    elif head.startswith(b"\x1f\x8b"):
        yield from _packed(stream, name, known)
    else:
        yield from _by(_module(ending or Path(name).suffix, head), stream, name, known)


def _by(module: str, stream: BinaryIO, name: str, known: Known) -> Iterator[Article | Document | InputError]:
    if module == "archives":
        from kg.documents import archives

        return archives.read_members(stream, name, known, articles, ENDINGS)
    return cast(Reader, import_module(f"kg.documents.{module}").read)(stream, name, known)


def _packed(stream: BinaryIO, name: str, known: Known) -> Iterator[Article | Document | InputError]:
    """A file packed by gzip; long tables and JSON lines are read as streams, of others only so much as is sane."""
    from kg.documents.archives import LARGEST

    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            inner = cast(BinaryIO, unpacked)
            head = inner.read(4096)
            inner.seek(0)
            module = _module(Path(name.removesuffix(".gz")).suffix, head)
            if module not in ("jsonlines", "tables"):
                inner = io.BytesIO(inner.read(LARGEST + 1))
                if len(inner.getbuffer()) > LARGEST:
                    raise InputError("would unpack to too much", where=name, hint="unpack it, and give the file")
            yield from _by(module, inner, name, known)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield InputError(f"is cut off or damaged ({said(error)})", where=name, hint="fetch it again")


def _module(ending: str, head: bytes) -> str:
    """The reader by the file's ending; without a known one, or where they are plain, by the first bytes."""
    plain = _sniffed(head) if head.startswith(_PLAIN) else None
    module = plain or _BY_ENDING.get(ending.lower()) or _sniffed(head)
    return "tables" if module == "plain" and eventrows.heads_table(head) else module


def _sniffed(head: bytes) -> str:
    """The reader for what the first bytes are."""
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:300].lower()
    if begin.startswith(b"pk\x03\x04"):
        return "office" if b"word/" in head or b"opendocument" in head or b"[content_types]" in begin else "archives"
    for start, module in _STARTS:
        if begin.startswith(start):
            return module
    return "mail" if b"\nmime-version:" in head.lower() else "plain"
