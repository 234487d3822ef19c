"""A web archive (.warc, .warc.gz) in, the articles of its pages out, read as a stream.

https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
"""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from kg.documents import markup, webpage
from kg.documents.article import Article, Known
from kg.documents.notices import Notice, said
from kg.errors import InputError

__all__ = ["read"]

_GZIP = b"\x1f\x8b"
_LINE = 65_536


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """An article a page that was answered with HTML; other answers are counted, other records passed over."""
    packed = stream.read(2) == _GZIP
    stream.seek(0)
    lines = cast(IO[bytes], gzip.GzipFile(fileobj=stream) if packed else stream)
    number = 0
    others: Counter[str] = Counter()
    try:
        while (head := _head(lines, source)) is not None:
            number += 1
            size = int(head.get("content-length", "0"))
            if head.get("warc-type") != "response":
                _pass(lines, size)
                continue
            if size > markup.LARGEST:
                others["too large"] += 1
                _pass(lines, size)
                continue
            address = head.get("warc-target-uri", "").strip("<>") or None
            found = _page(lines.read(size), f"{source}#{number}", source, address, known)
            if isinstance(found, str):
                others[found] += 1
            else:
                yield found
    except (OSError, EOFError, zlib.error, ValueError) as error:
        where = f"{source}#{number + 1}"
        yield InputError(
            f"is cut off or damaged ({said(error)})", where=where, hint="fetch it again; what came before is read"
        )
    if others:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
        known.tell(Notice(f"left out answers that are no page: {kinds}", source))


def _head(lines: IO[bytes], source: str) -> dict[str, str] | None:
    """The next record's header, names in small letters; None at the end."""
    first = lines.readline(_LINE)
    while first in (b"\r\n", b"\n"):
        first = lines.readline(_LINE)
    if not first:
        return None
    if not first.startswith(b"WARC/"):
        raise InputError("is not a WARC file", where=source, hint="give the file under its true ending")
    return _fields(lines)


def _fields(lines: IO[bytes]) -> dict[str, str]:
    out: dict[str, str] = {}
    while (line := lines.readline(_LINE)).strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        out[name.strip().lower()] = value.strip()
    return out


def _pass(lines: IO[bytes], size: int) -> None:
    while size > 0 and (chunk := lines.read(min(size, 1 << 20))):
        size -= len(chunk)


def _page(block: bytes, where: str, source: str, address: str | None, known: Known) -> Article | InputError | str:
    """The article of an HTTP response; if it is no page that was found, its status or kind in words."""
    head, _, body = block.partition(b"\r\n\r\n")
    status, _, rest = head.decode("latin-1").partition("\r\n")
    fields = {
        name.lower().strip(): value.strip() for name, _, value in (line.partition(":") for line in rest.split("\r\n"))
    }
    code = status.partition(" ")[2][:3]
    if code != "200":
        return f"with status {code}" if code.isdigit() else "without a status"
    kind = fields.get("content-type", "").partition(";")[0].strip().lower()
    if "html" not in kind:
        return kind or "of no kind"
    try:
        if "chunked" in fields.get("transfer-encoding", ""):
            body = _unchunked(body)
        if fields.get("content-encoding") in ("gzip", "x-gzip", "deflate"):
            body = zlib.decompressobj(47).decompress(body, markup.LARGEST)
        return webpage.page(body, where, source, known.tell, address)
    except InputError as error:
        return error
    except (zlib.error, ValueError) as error:
        return InputError(f"is damaged ({said(error)})", where=where, hint="fetch the page again")


def _unchunked(body: bytes) -> bytes:
    """A body sent in chunks, put together; as it is, if it was stored put together."""
    out: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            return body if not out else b"".join(out)
        if size == 0:
            return b"".join(out)
        out.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
