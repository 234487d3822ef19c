"""A zip archive in, the articles of the files in it out; sizes are capped, and nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from kg.documents import need
from kg.documents.article import Article, Known
from kg.documents.notices import Notice, said
from kg.errors import InputError
from kg.model import Document

__all__ = ["LARGEST", "open_zip", "read_members", "unpack"]

LARGEST = 200_000_000
"""Bytes that one file of an archive may unpack to."""

_TOTAL = 20_000_000_000
_RATIO = 1_000  # deflate's own limit is 1,032; text shrinks to a third
_FROM = 10_000_000  # below this size no ratio does harm

Inner = Callable[[BinaryIO, str, Known], Iterator[Article | Document | InputError]]


def open_zip(stream: BinaryIO, where: str) -> zipfile.ZipFile:
    """The archive; raises InputError if it is damaged or cut off."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, RuntimeError, *need.FAULTS) as error:
        raise InputError(f"is damaged ({said(error)})", where=where, hint="fetch or save it again") from error
    stream.seek(0)
    starts = [info.header_offset for info in archive.infolist()]
    if stream.read(4) == b"PK\x03\x04" and starts and min(starts):  # then the list found is that of an archive in it
        raise InputError("is damaged (its list of contents is cut off)", where=where, hint="fetch or save it again")
    return archive


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo | str, where: str) -> bytes:
    """The bytes of one file of it; raises InputError if it is damaged, encrypted, missing, or a bomb."""
    try:
        info = archive.getinfo(member) if isinstance(member, str) else member
        if info.flag_bits & 1:
            raise InputError("is encrypted", where=where, hint="unpack it with its password, and give the files")
        if info.file_size > LARGEST or (info.file_size > _FROM and info.file_size > _RATIO * info.compress_size):
            raise InputError("would unpack to too much", where=where, hint="unpack it, and give the files")
        with archive.open(info) as packed:
            data = packed.read(LARGEST + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, *need.FAULTS) as error:
        what = "lacks a part" if isinstance(error, KeyError) else "is damaged"
        raise InputError(f"{what} ({said(error)})", where=where, hint="fetch or save it again") from error
    if len(data) > LARGEST:
        raise InputError("would unpack to too much", where=where, hint="unpack it, and give the files")
    return data


def read_members(
    stream: BinaryIO, source: str, known: Known, inner: Inner, endings: frozenset[str]
) -> Iterator[Article | Document | InputError]:
    """The articles of all files in it, by name, each read by `inner`; archives within archives are not opened."""
    total = 0
    others: Counter[str] = Counter()
    seen = False
    with open_zip(stream, source) as archive:
        for info in sorted(archive.infolist(), key=lambda one: one.filename):
            name = PurePosixPath(info.filename)
            if info.filename[-1:] in ("", "/") or name.name.startswith(".") or "__MACOSX" in name.parts:
                continue
            if name.suffix.lower() not in endings or name.suffix.lower() == ".zip":
                others[name.suffix.lower() or name.name] += 1
                continue
            seen = True
            total += info.file_size
            where = f"{source}/{info.filename}"
            if total > _TOTAL:
                yield InputError("would unpack to too much", where=source, hint="unpack it, and give the files")
                return
            try:
                yield from inner(io.BytesIO(unpack(archive, info, where)), where, known)
            except InputError as error:
                yield error
    if others:
        kinds = ", ".join(f"{count} {ending}" for ending, count in sorted(others.items()))
        known.tell(Notice(f"left out what is no article: {kinds}", source, "unpack it, and give them by name"))
    if not seen:
        yield InputError("holds no articles", where=source, hint=f"kg reads {' '.join(sorted(endings))}")
