"""E-mail (.eml) and web archives (.mht, .mhtml) in, one article out."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from typing import BinaryIO

from kg.documents import encoding, markup, need, webpage
from kg.documents.article import Article, Known
from kg.documents.notices import Notice, Tell, said
from kg.errors import InputError

__all__ = ["read"]


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """The message's text (plain rather than HTML), or the page that a browser saved as one file."""
    data = stream.read()
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        found = _page(message, source, known.tell) or _letter(message, source, known.tell)
    except (MessageError, *need.FAULTS) as error:  # the parser's header classes raise many kinds
        raise InputError(f"is damaged ({said(error)})", where=source, hint="save it again") from error
    if found is None:
        raise InputError("holds no text", where=source, hint="save its article as text")
    _tell_of_attachments(message, source, known.tell)
    yield found


def _tell_of_attachments(message: EmailMessage, source: str, tell: Tell) -> None:
    """So that the article that somebody attached is not missed in silence."""
    names = [part.get_filename() for part in message.walk() if part.get_content_disposition() == "attachment"]
    if names:
        told = ", ".join(str(name or "one without a name") for name in names[:5]) + (", …" if len(names) > 5 else "")
        tell(Notice(f"its attachments are not read: {told}", source, "save them, and give the files"))


def _page(message: EmailMessage, source: str, tell: Tell) -> Article | None:
    """The page of a web archive: its first HTML part."""
    address = message.get("Snapshot-Content-Location")
    if address is None and message.get_content_type() != "multipart/related":
        return None
    part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    data = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(data, bytes):
        return None
    place = str(address or part.get("Content-Location") or "") or None
    return webpage.page(_decoded(part, data, source, tell), source, source, tell, place)


def _letter(message: EmailMessage, source: str, tell: Tell) -> Article | None:
    body = message.get_body(("plain", "html"))
    data = body.get_payload(decode=True) if body is not None else None
    if body is None or not isinstance(data, bytes) or not data.strip():
        return None
    text = _decoded(body, data, source, tell)
    if body.get_content_type() == "text/html":
        text = markup.plain(text, source, tell)
    title = " ".join(str(message.get("Subject", "")).split()) or None
    sender = message.get("From")
    addresses = getattr(sender, "addresses", ())
    return Article(
        webpage.under_title(title, text), source, source, title=title,
        publisher=(addresses[0].display_name or addresses[0].domain) if addresses else None,
        published=str(message["Date"]) if message["Date"] else None, basis="e-mail date",
    )  # fmt: skip


def _decoded(part: MIMEPart, data: bytes, source: str, tell: Tell) -> str:
    name = part.get_content_charset()
    if name:
        try:
            return data.decode(name).replace("\r\n", "\n")
        except (LookupError, UnicodeDecodeError):
            pass
    return (
        markup.markup_text(data, source, tell)
        if "html" in part.get_content_type()
        else encoding.decode(data, source, tell)
    )
