"""HTML and XML in, element trees out: encodings found, entities and the network left alone, sizes capped."""

from __future__ import annotations

import codecs
import re
from typing import Any

from kg.documents import encoding, need
from kg.documents.notices import Tell, said
from kg.errors import InputError

__all__ = ["LARGEST", "html", "local", "markup_text", "paragraphs", "plain", "words", "xml"]

LARGEST = 20_000_000
"""Bytes of the largest page that is read; a saved article has less than one million."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_BLOCK = frozenset(
    "p div br li tr h1 h2 h3 h4 h5 h6 article section header footer blockquote pre table ul ol dd dt hr".split()
)
_HIDDEN = frozenset("script style head noscript template".split())


def html(data: bytes | str, where: str, tell: Tell) -> Any:
    """The page as an lxml tree; raises InputError if it is too large, or no page."""
    if len(data) > LARGEST:
        what = f"is a page of more than {LARGEST // 1_000_000} MB, which no article has"
        raise InputError(what, where=where, hint="save the article without what is around it, or as text")
    text = data if isinstance(data, str) else markup_text(data, where, tell)
    lxml_html = need.package("lxml.html", "html", where)
    try:
        return lxml_html.document_fromstring(_DECLARATION.sub("", text, count=1).replace("\0", ""))
    except need.package("lxml.etree", "html", where).LxmlError as error:
        raise InputError("holds no page", where=where, hint="leave it out, or save it again") from error


def markup_text(data: bytes, where: str, tell: Tell) -> str:
    """The text of a page's bytes: the encoding it declares, if there is such a one and it fits; else as found out."""
    declared = _CHARSET.search(data, 0, 4096)
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = declared[1].decode("ascii", "replace").lower()
        name = "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii") else name  # as browsers do
        try:
            return data.decode(name).replace("\r\n", "\n")
        except (LookupError, UnicodeDecodeError):
            pass
    return encoding.decode(data, where, tell)


def xml(data: bytes, where: str) -> Any:
    """The root of an XML file, as an lxml tree, without entities of its own; raises InputError if it is broken."""
    etree = need.package("lxml.etree", "html", where)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise InputError(
            f"is not well-formed XML ({said(error)})", where=f"{where}:{line}", hint="save it again"
        ) from error


def local(element: Any) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words(element: Any) -> str:
    """All text in an element, blanks as one space."""
    return _BLANKS.sub(" ", "".join(element.itertext())).strip() if element is not None else ""


def plain(data: str, where: str, tell: Tell) -> str:
    r"""All text of a piece of HTML (an e-mail, an entry of a feed), a paragraph a block.

    >>> plain("<p>Mali met <b>Niger</b>.</p><p>They signed.", "feed.xml", print)
    'Mali met Niger.\n\nThey signed.'
    """
    if not data.strip() or ("<" not in data and "&" not in data):
        return data.strip()
    return paragraphs(html(data, where, tell))


def paragraphs(root: Any) -> str:
    """All text below an element, blocks parted by blank lines, scripts and styles left out."""
    out: list[str] = []
    hidden = 0
    for event, element in need.package("lxml.etree", "html", "").iterwalk(root, events=("start", "end")):
        name = local(element)
        if event == "start":
            hidden += name in _HIDDEN
            if name in _BLOCK:
                out.append("\n")
            if element.text and name and not hidden:
                out.append(_BLANKS.sub(" ", element.text))
            continue
        hidden -= name in _HIDDEN
        if name in _BLOCK and name != "br":
            out.append("\n")
        if element.tail and element is not root and not hidden:
            out.append(_BLANKS.sub(" ", element.tail))
    lines = (" ".join(line.split()) for line in "".join(out).split("\n"))
    return "\n\n".join(line for line in lines if line)
