"""Word (.docx) and OpenDocument (.odt) in, text out: paragraphs in order, without deletions, notes and headers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.documents import archives, exports, markup
from kg.documents.article import Article, Known
from kg.errors import InputError

__all__ = ["read"]

_DOCX, _ODT = "word/document.xml", "content.xml"
_LEFT_OUT = frozenset(
    "del moveFrom delText instrText footnoteReference tracked-changes note annotation sequence-decls".split()
)


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """The document as one article, or the many of a database's export; raises InputError for what is none."""
    with archives.open_zip(stream, source) as archive:
        names = frozenset(archive.namelist())
        main = next((name for name in (_DOCX, _ODT) if name in names), None)
        if main is None:
            hint = "save it as .docx, .odt or text"
            raise InputError("is neither a Word nor an OpenDocument text", where=source, hint=hint)
        root = markup.xml(archives.unpack(archive, main, source), source)
    paragraphs = _docx(root) if main == _DOCX else _odt(root)
    text = "\n\n".join(words for one in paragraphs if (words := one.strip()))
    yield from exports.split(text, source, known)


def _docx(root: Any) -> Iterator[str]:
    for paragraph in root.iter("{*}p"):
        yield "".join(_runs(paragraph, {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}, "t"))


def _odt(root: Any) -> Iterator[str]:
    body = next(root.iter("{*}text"), None)
    for block in body.iter("{*}p", "{*}h") if body is not None else ():
        if not any(markup.local(above) in _LEFT_OUT for above in block.iterancestors()):
            yield "".join(_runs(block, {"tab": "\t", "line-break": "\n", "s": " "}, None))


def _runs(element: Any, signs: dict[str, str], only: str | None) -> Iterator[str]:
    """The words of a paragraph; `only` names the element that holds them, else all do."""
    name = markup.local(element)
    if name in _LEFT_OUT:
        return
    yield signs.get(name, "")
    if element.text and (only is None or name == only):
        yield element.text
    for child in element:
        if markup.local(child) != "p":  # a text box: it comes by itself
            yield from _runs(child, signs, only)
        if only is None and child.tail:
            yield child.tail
