"""A PDF in, its text out: column by column, cut words joined, without running heads and page numbers."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from kg.documents import columns, exports, need
from kg.documents.article import Article, Known
from kg.documents.notices import said
from kg.errors import InputError

__all__ = ["joined", "read"]

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it cannot read is told by us

_PAGES = 2_000
_TRIED = 5  # pages in a row without columns after which none are looked for
_NUMBER = re.compile(r"(?:page |p\. ?|- ?)?\d{1,4}(?: ?-| ?(?:/|of) ?\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_EDGE = 2  # lines at the top and at the foot of a page among which running heads are looked for


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """The text as one article, or the many of a database's export; raises InputError for scans and damaged files."""
    pypdf = need.package("pypdf", "pdf", source)
    try:
        document = pypdf.PdfReader(stream)
        opened = not document.is_encrypted or document.decrypt("")
        pages = list(_pages(document)) if opened else []
    except (pypdf.errors.PyPdfError, OSError, *need.FAULTS) as error:
        raise InputError(
            f"is damaged ({said(error)})", where=source, hint="fetch it again, or save its text"
        ) from error
    if not opened:
        raise InputError("is encrypted", where=source, hint="save it without a password")
    lines = _lines(pages)
    text = joined(lines)
    if not text:
        raise InputError("holds no text (a scan?)", where=source, hint="have it read by OCR, such as ocrmypdf")
    wrapped = "\n".join(lines)
    if not exports.is_export(wrapped):
        yield Article(text, source, source)
        return
    for found in exports.split(wrapped, source, known):  # their heads are told by lines, so these are joined last
        yield found if isinstance(found, InputError) else replace(found, text=_rejoined(found.text))


def _pages(document: Any) -> Iterator[list[str]]:
    """The lines of each page as one reads them, column by column."""
    plain = 0
    for page in document.pages[:_PAGES]:
        ordered = columns.in_order(page.extract_text(extraction_mode="layout")) if plain < _TRIED else None
        plain = plain + 1 if ordered is None else 0
        yield ordered if ordered is not None else page.extract_text().splitlines()


def joined(lines: list[str]) -> str:
    r"""The running text of wrapped lines: a paragraph ends where the next word would have had room.

    >>> joined(["Mali and Ni-", "ger signed a", "pact.", "They met in", "Gao."])
    'Mali and Niger signed a pact.\n\nThey met in Gao.'
    """
    lines = [" ".join(line.split()) for line in lines]
    width = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
    out: list[str] = []
    before = ""
    for line in lines:
        if line and before and not _is_over(before, line, width):
            out[-1] = out[-1][:-1] + line if _is_cut(before, line) else f"{out[-1]} {line}"
        elif line:
            out.append(line)
        before = line
    return "\n\n".join(out)


def _rejoined(text: str) -> str:
    return joined([line for line in text.split("\n") if line])


def _is_over(before: str, line: str, width: int) -> bool:
    """Whether a paragraph ends with the line `before`: the next word would still have found room on it."""
    if line[0].islower() and before[-1] not in ".!?":
        return False
    return len(before) + 1 + len(line.partition(" ")[0]) <= 0.9 * width


def _is_cut(before: str, line: str) -> bool:
    """Whether a hyphen at the end of a line is there only because the line ended."""
    return before.endswith("-") and line[0].islower() and before[-2:-1].isalpha()


def _lines(pages: list[list[str]]) -> list[str]:
    """The lines of all pages, without running heads and page numbers."""
    heads = _running(pages)
    out: list[str] = []
    for page in pages:
        kept = [" ".join(line.split()) for line in page]
        out += [line for i, line in enumerate(kept) if not _is_head(line, i, len(kept), heads)]
    return out


def _running(pages: list[list[str]]) -> set[str]:
    """Lines that stand at the top or foot of half of the pages, whatever their numbers."""
    if len(pages) < 2:
        return set()
    count: Counter[str] = Counter()
    for page in pages:
        edges = (" ".join(line.split()) for line in page[:_EDGE] + page[-_EDGE:])
        count.update({_DIGITS.sub("#", line) for line in edges if line})
    return {line for line, times in count.items() if times >= max(2, len(pages) / 2)}


def _is_head(line: str, i: int, size: int, heads: set[str]) -> bool:
    edge = i < _EDGE or i >= size - _EDGE
    return edge and bool(line) and (_NUMBER.fullmatch(line) is not None or _DIGITS.sub("#", line) in heads)
