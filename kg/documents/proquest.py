"""The text of an export of ProQuest in, its articles out: fields `Name: value`, a rule between articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents import days
from kg.documents.article import Article
from kg.errors import InputError

__all__ = ["articles", "is_export"]

_RULE = re.compile(r"^_{20,}[ \t]*$", re.MULTILINE)
_FIELD = re.compile(
    r"^(Title|Author|Publication info|Publication title|Publication date|Publication year|Publication subject|Abstract|"
    r"Abstract \(summary\)|Links|Full text|Subject|Location|People|Company / organization|Company|Pages|First page|"
    r"Number of pages|Volume|Issue|Year|Section|Publisher|Place of publication|Country of publication|ISSN|e-ISSN|"
    r"Source type|Language of publication|Document type|Document feature|ProQuest document ID|Accession number|"
    r"Document URL|Copyright|Last updated|Database|Dateline|Column|Classification|Identifier / keyword|DOI|CODEN|"
    r"Credit|Illustration)[ \t]*:[ \t]*",
    re.MULTILINE,
)
_HINT = "export it again with the full text"


def is_export(text: str) -> bool:
    """By the number that ProQuest gives each article."""
    return "ProQuest document ID:" in text and bool(_RULE.search(text))


def articles(text: str, source: str) -> Iterator[Article | InputError]:
    """Each with title, paper and date; an InputError for each that comes without its full text."""
    number = 0
    for chunk in _RULE.split(text):
        if "ProQuest document ID:" not in chunk:
            continue
        number += 1
        yield _one(_fields(chunk), f"{source}#{number}", source)


def _fields(chunk: str) -> dict[str, str]:
    found = list(_FIELD.finditer(chunk))
    ends = [*(m.start() for m in found[1:]), len(chunk)]
    out: dict[str, str] = {}
    for field, end in zip(found, ends, strict=True):
        out.setdefault(field[1], chunk[field.end() : end].strip())
    return out


def _one(fields: dict[str, str], where: str, source: str) -> Article | InputError:
    body, ident = fields.get("Full text", ""), fields.get("ProQuest document ID", "")
    if not body or body.lower().startswith("not available"):
        return InputError(f"article {ident} has no full text", where=where, hint=_HINT)
    title = " ".join(fields.get("Title", "").split()) or None
    day = fields.get("Publication date") or None
    if day is None or days.normal(day) is None:
        info = re.search(
            r"\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}", fields.get("Publication info", "")
        )
        day = info[0] if info else day
    paper = re.split(r"\s*;", fields.get("Publication title") or fields.get("Publication info") or "")[0].strip()
    return Article(
        f"{title}\n\n{body}" if title else body, where, source, id=ident or None, title=title, publisher=paper or None,
        published=day, basis="ProQuest Publication date", url=fields.get("Document URL") or None,
    )  # fmt: skip
