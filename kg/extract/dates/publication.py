"""A document in, its publication date and how it is known out; else the interval that its office-holders explain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kg.extract.dates.edtf import bounds, is_edtf
from kg.extract.dates.find import find
from kg.extract.dates.foreign import written_day
from kg.extract.dates.tense import direction
from kg.extract.dates.timex import Timex
from kg.model import Document

__all__ = ["Tenure", "interval", "lines", "publication"]

Tenure = tuple[str, str, str | None, str | None, tuple[int, int]]
"""Name, office in words, begin and end in office (ISO day, month or year; None: not known), span of the mention."""

_TOP = 800
"""Characters from the begin of the body in which a date line or dateline is looked for."""

_DATELINE = re.compile(r"\(?[A-Z][^\n]{0,110}?[\s)\]](?:[-–—]{1,2}|:)\s")
_LABEL = re.compile(
    r"(?>by\s+[^\W\d_][\w.’'-]*|\b(?:published|posted|publication|updated|last|modified|created|filed|issued|released|first|date|online|on|at|by"
    r"|gmt|utc|est|edt|et|bst|cet|local|time|staff|writer|correspondent|reporter|reuters|ap|afp|and|the|edition|print)\b"
    r"|in(?=\s+[A-Z])|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[-+]\d{4}\b|[ap]\.?m\.?|[A-Z][\w.’'-]+|\W)*+",
)
_LABELLED = re.compile(
    r"\W*(?:first\s+)?(?:published|posted|issued|released|filed|date|publication date)\b", re.IGNORECASE
)
"""How a date line begins that may stand above the title; others there may tell the day when a page was saved."""

_NUMBERED = r"(?P<y>(?:19|20)\d\d)[-_./]?(?P<m>0[1-9]|1[0-2])[-_./]?(?P<d>0[1-9]|[12]\d|3[01])"
_FILE = re.compile(rf"(?<!\d){_NUMBERED}(?!\d)")
_ADDRESS = re.compile(rf"(?<=/){_NUMBERED}(?=[/-])")


def publication(document: Document) -> tuple[str | None, str | None]:
    """The publication date as EDTF and how it is known, in words; (None, None) if nothing tells it.

    In this order: what the document was given, its front matter, byline and dateline, a date line or dateline at the
    top of its text, its address, its file name. A date without a year is not completed.

    >>> publication(Document.of("BUENOS AIRES, 8 Sept 1993 (Agencia Sur) - Argentina and Chile met on Monday."))
    ('1993-09-08', 'dateline "BUENOS AIRES, 8 Sept 1993 (Agencia Sur) -"')
    >>> publication(Document.of("PARIS, March 4 — Mali asked Senegal for help."))
    (None, None)
    """
    if document.published and is_edtf(document.published):
        return document.published, document.published_basis or "given"
    return next(_told(document), (None, None))


def _told(document: Document) -> Iterator[tuple[str, str]]:
    """Every full date that tells of the publication, the best first."""
    text = document.text
    for role in ("front matter", "byline", "dateline"):
        for part in document.parts:
            if part.role == role:
                words = text[part.start : part.end].strip()
                day = _only_day(find(text, None, [(part.start, part.end)])) or written_day(words, document.language)
                if day:
                    yield day, f'{role} "{words[:80]}"'
    yield from _at_top(document)
    for where, said, pattern in (("address", document.url, _ADDRESS), ("file name", document.source, _FILE)):
        named = pattern.search(said or "")
        if named:
            told = f"{named['y']}-{named['m']}-{named['d']}"
            if is_edtf(told):
                yield told, f'{where} "{(said or "").rpartition("/")[2] if where == "file name" else said}"'


def _only_day(found: list[Timex]) -> str | None:
    days = [t.edtf for t in found if t.granularity == "day" and t.earliest and t.type in ("DATE", "TIME")]
    return days[0] if days else None


def _at_top(document: Document) -> Iterator[tuple[str, str]]:
    text = document.text
    top = next((p.start for p in document.parts if p.role in ("title", "repeat", "body")), 0)
    begin = max((p.end for p in document.parts if p.role == "front matter"), default=0)
    updated: list[tuple[str, str]] = []
    for timex in find(text, None, [(begin, min(len(text), top + _TOP))]):
        if timex.granularity != "day" or not timex.edtf or not timex.earliest:
            continue
        first = text.rfind("\n", 0, timex.start) + 1
        last = text.find("\n", timex.end)
        line = text[first : len(text) if last < 0 else last]
        if first < top and not _LABELLED.match(line):
            continue
        rest = line[: timex.start - first] + line[timex.end - first :]
        if len(rest) < 90 and _LABEL.fullmatch(rest) and not rest.rstrip(" .").endswith((" in", " on")):
            told = (timex.edtf, f'date line "{line.strip()}"')
            if "updated" in rest.lower() or "modified" in rest.lower():
                updated.append(told)
            else:
                yield told
            continue
        head = _DATELINE.match(line)
        if head and timex.end <= first + head.end():
            yield timex.edtf, f'dateline "{head.group().strip()}"'
    yield from updated


def interval(document: Document, tenures: Iterable[Tenure]) -> tuple[str | None, str | None]:
    """An EDTF interval in which an undated document must have been written, and the words that explain it.

    It was not written before the latest year that it tells of as past, and it was written when most of the
    office-holders whom it names as such were in office together (of different ones the last; of the same ones, in a
    second term, from the first to the last); those of another time are part of what it tells, and are passed over.
    (None, None) where nothing bounds it. Never a point in time.
    """
    year, words = _latest_year(document)
    floor = f"{year}-01-01" if year else _EVER[0]
    held = [(t, *_in_days(t)) for t in sorted(tenures, key=lambda t: t[4])]
    held = [(t, max(first, floor), last) for t, first, last in held if last >= floor]
    moments = sorted({first for _, first, _ in held})
    together = {m: frozenset(t[0] for t, first, last in held if first <= m <= last) for m in moments}
    best = max(moments, key=lambda m: (len(together[m]), m), default=None)
    times = [m for m in moments if best is not None and together[m] == together[best]]  # more than one: a second term
    meetings = [[h for h in held if h[1] <= m <= h[2]] for m in times]
    begin = min((max(first for _, first, _ in met) for met in meetings), default=floor)
    end = max((min(last for _, _, last in met) for met in meetings), default=_EVER[1])
    meeting = list({id(h): h for met in meetings for h in met}.values())
    reasons: dict[str, str] = {}
    for (name, office, since, until, span), first, last in meeting:
        if first == begin > floor or last == end < _EVER[1] or len(times) > 1:
            words_of = document.text[span[0] : span[1]]
            reasons.setdefault(
                f"{name} {office} {since}", f'"{words_of}" ({name}, {office}, {since or "?"} to {until or ".."})'
            )
    if year and begin == floor:
        reasons[""] = f'"{words}" (told as past)'
    if not reasons:
        return None, None
    return f"{begin if begin > _EVER[0] else '..'}/{end if end < _EVER[1] else '..'}", "; ".join(reasons.values())


_EVER = ("0001-01-01", "9999-12-31")


def _in_days(tenure: Tenure) -> tuple[str, str]:
    """First and last day in office; where one is not known, the first and last of all."""
    return bounds(tenure[2])[0] or _EVER[0], bounds(tenure[3])[1] or _EVER[1]


def _latest_year(document: Document) -> tuple[str | None, str | None]:
    """The latest year that the text tells of as past, with the words."""
    best: tuple[str | None, str | None] = (None, None)
    spans = [(p.start, p.end) for p in document.parts if p.role in ("title", "body")]
    for timex in find(document.text, None, spans):
        if not timex.earliest or timex.anchor or timex.role not in ("in", "on", "since", "from", "during"):
            continue
        if timex.granularity in ("decade", "century") or direction(document.text, timex.start, timex.end) is not False:
            continue
        if best[0] is None or timex.earliest[:4] > best[0]:
            best = (timex.earliest[:4], timex.text)
    return best


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
