"""A document in, its publication date and how it is known out; else the interval that its office-holders explain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kg.extract.dates.edtf import bounds, is_edtf
from kg.extract.dates.find import find
from kg.model import Document

__all__ = ["interval", "publication"]

_TOP = 600
_DATELINE = re.compile(r"^[^\n]{0,120}?\s?[-–—]+\s", re.MULTILINE)
_FILE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def publication(document: Document) -> tuple[str | None, str | None]:
    """The publication date as EDTF and how it is known; (None, None) if nothing tells it."""
    if document.published and is_edtf(document.published):
        return document.published, document.published_basis or "given"
    for edtf, basis in _told(document):
        if bounds(edtf)[0] is not None:
            return edtf, basis
    return None, None


def _told(document: Document) -> Iterator[tuple[str, str]]:
    text = document.text
    for part in document.parts:
        if part.role in ("dateline", "byline", "front matter"):
            for timex in find(text, None, [(part.start, part.end)]):
                if timex.granularity == "day" and timex.edtf:
                    yield timex.edtf, f'{part.role} "{text[part.start : part.end].strip()}"'
    at = next((p.start for p in document.parts if p.role == "body"), 0)
    for timex in find(text, None, [(at, min(len(text), at + _TOP))]):
        line_start = text.rfind("\n", 0, timex.start) + 1
        line_end = text.find("\n", timex.end)
        line = text[line_start : len(text) if line_end < 0 else line_end]
        if timex.granularity != "day" or not timex.edtf or not timex.earliest:
            continue
        if line.strip(" \t,.") == timex.text.strip(" ,."):
            yield timex.edtf, f'date line "{line.strip()}"'
        else:
            head = _DATELINE.match(line)
            if head and timex.end <= line_start + head.end() and line[:1].isupper():
                yield timex.edtf, f'dateline "{head.group().strip()}"'
    named = _FILE.search(document.source or "")
    if named:
        yield "-".join(named.groups()), f'file name "{document.source}"'


def interval(
    document: Document, tenures: Iterable[tuple[str, str, str | None, str | None, tuple[int, int]]]
) -> tuple[str | None, str | None]:
    """An EDTF interval for an undated document and the words that explain it.

    `tenures` are the office-holders that the text names as such: name, office in words, first and last day in office
    (ISO; None if not known), span of the mention. The document was written while all of them were in office, if one
    such time exists; and not before the latest year that it tells of as past.
    """
    begin: str | None = None
    end: str | None = None
    reasons: list[str] = []
    for name, office, first, last, span in sorted(tenures, key=lambda t: t[4]):
        low, high = max(filter(None, (begin, first)), default=None), min(filter(None, (end, last)), default=None)
        if low and high and low > high:
            continue
        if (low, high) != (begin, end):
            reasons.append(f'"{document.text[span[0] : span[1]]}": {name}, {office} {first or "?"} to {last or ".."}')
        begin, end = low, high
    if begin is None and end is None:
        return None, None
    return f"{begin or '..'}/{end or '..'}", "; ".join(reasons)


def lines(document: Document) -> Iterator[dict[str, Any]]:
    """One JSON-able object an expression, as `kg dates` prints it; the two ends of a range are two objects."""
    published, _ = publication(document)
    for timex in find(document.text, published):
        for one in timex.parts or (timex,):
            yield {
                "document": document.id, "start": one.start, "end": one.end, "text": one.text, "type": one.type,
                "value": one.value, "edtf": one.edtf, "earliest": one.earliest, "latest": one.latest,
                "anchor": one.anchor, "reason": one.reason,
            } | ({"range": timex.edtf} if timex.parts else {})  # fmt: skip
