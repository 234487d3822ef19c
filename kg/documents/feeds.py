"""An XML file in, articles out: RSS 1.0 and 2.0, Atom, NewsML-G2, NITF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.documents import markup, newsml, webpage
from kg.documents.article import Article, Known
from kg.errors import InputError

__all__ = ["read"]

_NEWSML = frozenset(("newsMessage", "newsItem", "packageItem", "nitf"))


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """An article an entry; raises InputError for XML that is none of these."""
    root = markup.xml(stream.read(), source)
    name = markup.local(root)
    if name in _NEWSML:
        yield from newsml.articles(root, source)
    elif name in ("rss", "RDF", "feed"):
        yield from _entries(root, source, known)
    elif name == "html":
        stream.seek(0)
        yield from webpage.read(stream, source, known)
    else:
        what = f"is XML of a kind that is not known (<{name}>)"
        raise InputError(what, where=source, hint="give RSS, Atom, NewsML-G2 or NITF, or save it as text")


def _entries(root: Any, source: str, known: Known) -> Iterator[Article | InputError]:
    channel = next(root.iter("{*}channel"), root)
    publisher = markup.words(channel.find("{*}title")) or None
    number = 0
    for entry in root.iter("{*}item", "{*}entry"):
        number += 1
        where = f"{source}#{number}"
        try:
            yield _entry(entry, where, source, publisher, known)
        except InputError as error:
            yield error
    if not number:
        yield InputError("holds no entries", where=source, hint="leave it out, or fetch it again")


def _entry(entry: Any, where: str, source: str, publisher: str | None, known: Known) -> Article:
    parts = {markup.local(child): child for child in reversed(entry)}  # the first of each name counts
    body = next((parts[name] for name in ("encoded", "content", "description", "summary") if name in parts), None)
    rich = body is not None and len(body) > 0  # XHTML within Atom
    text = (
        (markup.paragraphs(body) if rich else markup.plain(body.text or "", where, known.tell))
        if body is not None
        else ""
    )
    title = markup.plain(markup.words(parts.get("title")), where, known.tell) or None
    stamp = next((name for name in ("pubDate", "published", "issued", "date", "updated") if name in parts), None)
    link = parts.get("link")
    address = (link.get("href") or markup.words(link)) if link is not None else None
    ident = parts.get("guid", parts.get("id"))
    return Article(
        webpage.under_title(title, text), where, source, id=markup.words(ident) or address, title=title,
        publisher=markup.words(parts.get("source")) or publisher,
        published=markup.words(parts[stamp]) if stamp else None, basis=f"feed entry {stamp}", url=address or None,
    )  # fmt: skip
