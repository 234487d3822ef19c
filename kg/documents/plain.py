"""Plain text: a file's bytes in, one article out, or the many of a database's export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.documents import encoding, exports, frontmatter
from kg.documents.article import Article, Known
from kg.errors import InputError

__all__ = ["read"]


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """The file as one article; raises InputError for binary data and broken front matter."""
    text = encoding.decode(stream.read(), source, known.tell)
    if exports.is_export(text):
        yield from exports.split(text, source, known)
        return
    head = frontmatter.read(text, source, known.tell)
    said = head.fields
    yield Article(
        text, source, source, id=said.get("id"), title=said.get("title"), publisher=said.get("publisher"),
        published=said.get("published"), basis="front matter", url=said.get("url"), language=said.get("language"),
        head=head.end,
    )  # fmt: skip
