"""What a format's reader hands over, made into a Document: date normalised, language checked, parts marked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.documents import days, language, structure
from kg.documents.fetch import Fetcher
from kg.documents.notices import Notice, SkippedError, Tell, silent
from kg.errors import InputError, UsageError
from kg.model import Document, Part

__all__ = ["Article", "Known", "finish"]

_UNSTORABLE = re.compile("[\ud800-\udfff\0]")  # no encoding, and so no graph, can hold them


@dataclass(frozen=True, slots=True)
class Article:
    """A text as one format gives it, with what the format knows of it; None where it does not.

    `where` is the place for messages (file, or file:line), `source` the file. `published` is the date as
    written, `basis` the words for where it stood ("front matter"). `head` is the length of the front matter,
    which stays in the text.
    """

    text: str
    where: str
    source: str | None = None
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    basis: str | None = None
    url: str | None = None
    language: str | None = None
    head: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller says of all texts (`published`), what their fields are called, who hears notices, who fetches.

    `beside` is what a sidecar says of one file (`kg.documents.sidecar`), and its name.
    """

    published: str | None = None
    mapping: dict[str, str] | None = None
    tell: Tell = silent
    fetch: Fetcher | None = None
    beside: tuple[dict[str, str], str] | None = None

    @classmethod
    def given(
        cls, published: str | None, mapping: dict[str, str] | None, tell: Tell, fetch: Fetcher | None = None
    ) -> Known:
        """Checks the date; raises UsageError if it is none."""
        if published is None:
            return cls(None, mapping, tell, fetch)
        day = days.normal(published)
        if day is None:
            hint = "give 2014-11-06, 2014-11 or 2014"
            raise UsageError(f"'{published}' is not a date", where="--published", hint=hint)
        return cls(day, mapping, tell, fetch)


def finish(article: Article, known: Known) -> Document | InputError:
    """The document, or why there is none: no words in it, or words in another language than English."""
    if known.beside:
        article = _told(article, *known.beside)
    text = article.text
    if "\0" in text or (not text.isascii() and _UNSTORABLE.search(text)):
        text = _UNSTORABLE.sub("\ufffd", text)
        known.tell(Notice("holds characters that no file can hold; they were replaced", article.where))
    if not text[article.head :].strip():
        return InputError("holds no text", where=article.where, hint="leave it out, or fill it")
    try:
        spoken = _language(article, text)
    except SkippedError as error:
        return error
    published, basis = _published(article, known)
    parts, found = structure.parts(text, article.title, article.head)
    if article.head:
        parts = (Part("front matter", 0, article.head), *parts)
    return Document.of(
        text, id=_storable(article.id), title=_storable(article.title) or found.title,
        publisher=_storable(article.publisher) or found.publisher, published=published, published_basis=basis,
        language=spoken, url=_storable(article.url), source=_storable(article.source), parts=parts,
    )  # fmt: skip


def _told(article: Article, said: dict[str, str], name: str) -> Article:
    """The article with what a sidecar says of it, which goes before what it says of itself."""
    return replace(
        article, id=said.get("id", article.id), title=said.get("title", article.title),
        publisher=said.get("publisher", article.publisher), url=said.get("url", article.url),
        language=said.get("language", article.language), published=said.get("published", article.published),
        basis=name if "published" in said else article.basis,
    )  # fmt: skip


def _storable(words: str | None) -> str | None:
    """A field without what no file can hold: a file's name in another encoding, half a character from JSON."""
    return _UNSTORABLE.sub("\ufffd", words) if words and not words.isascii() else words


def _language(article: Article, text: str) -> str | None:
    said = (article.language or "").strip().lower().replace("_", "-").partition("-")[0]
    if said in ("en", "eng", "english"):
        return "en"
    return language.require_english(text, article.where, article.head)


def _published(article: Article, known: Known) -> tuple[str | None, str | None]:
    """The date and in words how it is known; one given by the caller goes before the text's own."""
    own = article.published.strip() if article.published else None
    day = days.normal(own) if own else None
    if own and day is None and not known.published:
        hint = "write it as 2014-11-06, or give --published"
        what = f"date '{own[:40]}' ({article.basis}) was not understood and is left out"
        known.tell(Notice(what, article.where, hint))
    if day and not known.published and days.is_future(day):
        hint = "see whether day and month are in their places, or give --published"
        known.tell(Notice(f"its date {day} ({article.basis}) lies in the future", article.where, hint))
    if known.published is None:
        return day, article.basis if day else None
    if day and day != known.published:
        what = f"its own date {day} ({article.basis}) gives way to the one given, {known.published}"
        known.tell(Notice(what, article.where))
    return known.published, "given"
