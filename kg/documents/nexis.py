"""The text of an export of Nexis Uni or LexisNexis in, its articles out.

Both layouts: `… End of Document` after each article with a line `Body` above the text, and `1 of 50 DOCUMENTS`
before each with fields in capitals. One article of the latter kind may be pasted into a file without that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.documents import days
from kg.documents.article import Article
from kg.errors import InputError

__all__ = ["articles", "is_export"]

_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_BEGIN = re.compile(r"^[ \t]*(?:Document )?\d+ of \d+ DOCUMENTS?[ \t]*$", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HEAD = re.compile(
    r"\s*(Copyright\b.*|(?:section|length|headline|byline|dateline|highlight|series|correction|distribution)\s*:.*)$",
    re.IGNORECASE,
)
_BODY = re.compile(r"\s*Body:?\s*$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:Classification|Graphic|(?:load-date|language|publication-type|subject|graphic|journal code|document-type|"
    r"organization|person|geographic|industry|company|url|acc-no|notes|type)\s*:.*|"
    r"Copyright (?:©\s*)?(?:\d{4}|\(c\)).*)$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^[ \t]*(HEADLINE|BYLINE|DATELINE|SECTION|LENGTH|BODY|LOAD-DATE):", re.MULTILINE)
_HEADLINE = re.compile(r"^[ \t]*HEADLINE:[ \t]*(\S.*)$", re.MULTILINE)
_EDITION = re.compile(r",\s+[^,\d]*\bedition\b.*$", re.IGNORECASE)
_LOADED = re.compile(r"^\s*load-date\s*:\s*(.+)$", re.IGNORECASE | re.MULTILINE)
_HINT = "export it again with the full text, or give it as a file of its own"


def is_export(text: str) -> bool:
    """By the line between its articles, and a field that only such exports have."""
    if is_pasted(text):
        return True
    if "End of Document" not in text and "DOCUMENT" not in text:
        return False
    return bool(_END.search(text) or _BEGIN.search(text)) and bool(
        re.search(r"(?im)^\s*(?:load-date|length)\s*:", text)
    )


def is_pasted(text: str) -> bool:
    r"""Whether it is one article with the fields in capitals that such an export has, without the marks between them.

    >>> is_pasted("HEADLINE: Peru calls\n\nBYLINE: By J. Doe\n\nPeru called."), is_pasted("HEADLINE: Peru calls")
    (True, False)
    """
    fields = _FIELD.findall(text)
    return fields.count("HEADLINE") == 1 and len(set(fields)) > 1 and not (_END.search(text) or _BEGIN.search(text))


def articles(text: str, source: str) -> Iterator[Article | InputError]:
    """Each with title, paper and date from its head; an InputError for each that has no such head or no text."""
    if is_pasted(text):
        yield _one(text, source, source, new=False, cover=False)
        return
    ends = list(_END.finditer(text))
    marks = ends or list(_BEGIN.finditer(text))
    bounds = [0, *(m.end() for m in marks)] if ends else [*(m.end() for m in marks), len(text)]
    for number, (start, end) in enumerate(pairwise(bounds), 1):
        yield _one(text[start:end], f"{source}#{number}", source, new=bool(ends), cover=number == 1 and bool(ends))
    if ends and len(text[bounds[-1] :].strip()) > 200:
        yield InputError("is cut off within its last article", where=f"{source}#{len(bounds)}", hint=_HINT)


def _one(chunk: str, where: str, source: str, *, new: bool, cover: bool) -> Article | InputError:
    lines = [(m.start(), m.end(), m.group().strip()) for m in _LINE.finditer(chunk)]
    lines = [one for one in lines if not _END.match(one[2])]
    head = next((i for i, (_, _, words) in enumerate(lines) if _HEAD.match(words)), None)
    if head is None:
        return InputError("article has none of the fields of Nexis", where=where, hint=_HINT)
    day = _day_line(lines, head)
    first, last = _body(lines, head)
    if first >= last:
        return InputError("article has no text", where=where, hint=_HINT)
    title, paper = _named(lines, head, day, new=new, cover=cover)
    told = _HEADLINE.search(chunk)
    if told:
        title, paper = told[1].strip(), lines[day - 1][2] if day else None
    body = chunk[lines[first][0] : lines[last - 1][1]].strip()
    loaded = _LOADED.search(chunk)
    published = _EDITION.sub("", lines[day][2]) if day is not None else loaded[1] if loaded else None
    return Article(
        f"{title}\n\n{body}" if title else body, where, source, title=title, publisher=paper, published=published,
        basis="Nexis date line" if day is not None else "Nexis Load-Date",
    )  # fmt: skip


def _day_line(lines: list[tuple[int, int, str]], head: int) -> int | None:
    """Where the date stands: the nearest day above the fields, else a month right above them."""
    above = range(head - 1, max(head - 8, -1), -1)
    told = [(i, len(days.normal(_EDITION.sub("", lines[i][2])) or "")) for i in above]
    month = told[0][0] if told and told[0][1] == 7 else None
    return next((i for i, size in told if size == 10), month)


def _named(
    lines: list[tuple[int, int, str]], head: int, day: int | None, *, new: bool, cover: bool
) -> tuple[str | None, str | None]:
    """Title and paper: `title, paper, date` in new exports, `paper, date, edition, title` in old ones.

    Where a new export tells no date, the two lines above the fields are title and paper.
    """
    if day is None and not new:
        return (lines[head - 1][2] if head else None), None
    if day is None:
        return (lines[head - 2][2], lines[head - 1][2]) if head >= 2 else (lines[0][2] if head else None, None)
    if day >= 2 and (cover or day + 1 >= head):
        return lines[day - 2][2], lines[day - 1][2]
    title = lines[head - 1][2] if head - 1 > day else None
    return title, lines[day - 1][2] if day else None


def _body(lines: list[tuple[int, int, str]], head: int) -> tuple[int, int]:
    """First and last line (exclusive) of the text: below `Body` or the head's fields, above those of the foot."""
    marked = next((i for i, (_, _, words) in enumerate(lines) if i >= head and _BODY.match(words)), None)
    first = marked + 1 if marked is not None else head
    while marked is None and first < len(lines) and _HEAD.match(lines[first][2]):
        first += 1
    last = next((i for i in range(first, len(lines)) if _TAIL.match(lines[i][2])), len(lines))
    return first, last
