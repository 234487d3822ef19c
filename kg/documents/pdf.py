"""A PDF in, its text out: words cut at line ends joined, running heads and page numbers left out."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from kg.documents import exports, need
from kg.documents.article import Article, Known
from kg.errors import InputError

__all__ = ["joined", "read"]

_PAGES = 2_000
_NUMBER = re.compile(r"(?:page |p\. ?|- ?)?\d{1,4}(?: ?-| ?(?:/|of) ?\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_EDGE = 2  # lines at the top and at the foot of a page among which running heads are looked for


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """The text as one article, or the many of a database's export; raises InputError for scans and damaged files."""
    pypdf = need.package("pypdf", "pdf", source)
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it tells each flaw it could mend
    try:
        document = pypdf.PdfReader(stream)
        opened = not document.is_encrypted or document.decrypt("")
        pages = [page.extract_text().splitlines() for page in document.pages[:_PAGES]] if opened else []
    except (pypdf.errors.PyPdfError, OSError, *need.FAULTS) as error:
        raise InputError(f"is damaged ({error})", where=source, hint="fetch it again, or save its text") from error
    if not opened:
        raise InputError("is encrypted", where=source, hint="save it without a password")
    text = joined(pages)
    if not text:
        raise InputError("holds no text (a scan?)", where=source, hint="have it read by OCR, such as ocrmypdf")
    yield from exports.split(text, source, known)


def joined(pages: list[list[str]]) -> str:
    r"""The running text of pages of lines.

    >>> joined([["The Post 1", "Mali and Ni-", "ger signed", "a pact."], ["The Post 2", "They met in", "Gao.", "2"]])
    'Mali and Niger signed a pact.\n\nThey met in Gao.'
    """
    heads = _running(pages)
    lines: list[str] = []
    for page in pages:
        kept = [" ".join(line.split()) for line in page]
        last = len(kept)
        lines += [line for i, line in enumerate(kept) if not _is_head(line, i, last, heads)]
    width = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
    out: list[str] = []
    for line in lines:
        if not line:
            out.append("")
        elif out and out[-1] and not _ends(out[-1], line, width):
            cut = out[-1].endswith("-") and line[0].islower() and len(out[-1]) > 1 and out[-1][-2].isalpha()
            out[-1] = out[-1][:-1] + line if cut else f"{out[-1]} {line}"
        else:
            out.append(line)
    return "\n\n".join(line for line in out if line)


def _ends(paragraph: str, line: str, width: int) -> bool:
    """Whether a paragraph is over before `line`: its last line is short and ends a sentence, or is a heading."""
    if line[0].islower():
        return False
    if paragraph[-1] in '.!?”"':
        return len(paragraph) < 0.8 * width or (len(paragraph) % width if width else 0) < 0.7 * width
    return len(paragraph) < 0.6 * width


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
