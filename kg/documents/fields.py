"""Records of any naming in, the fields that kg knows out: `headline` is a title, `body` a text, `pub_date` a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from kg.documents.article import Article
from kg.errors import UsageError

__all__ = ["FIELDS", "article", "columns", "words"]

FIELDS = ("text", "title", "published", "publisher", "url", "id", "language")

_OF_EVENTS = ("date", "source", "target", "code", "mode", "place")
_USUAL = {
    "text": "text body content article articletext articlebody bodytext fulltext maintext story article_text html_text",
    "title": "title headline head hl articletitle newstitle heading",
    "published": "published date publisheddate publicationdate pubdate published_at publishedat publishedon"
    " datepublished publishdate publish_date pub date_published loaddate dateofpublication datetime timestamp created",
    "publisher": "publisher source publication outlet newspaper site sitename sourcename media medium journal paper"
    " domain provider agency",
    "url": "url link uri href permalink weburl articleurl canonicalurl",
    "id": "id identifier docid documentid articleid guid uuid key accessionnumber an",
    "language": "language lang locale",
}
_USUAL_OF = {
    word.replace("_", ""): (field, rank) for field in FIELDS for rank, word in enumerate(_USUAL[field].split())
}


@lru_cache(maxsize=256)
def _columns(names: tuple[str, ...], mapping: tuple[tuple[str, str], ...]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    ranks: dict[str, int] = {}
    for name in names:
        field, rank = _USUAL_OF.get("".join(filter(str.isalnum, name.casefold())), ("", 0))
        if field and rank < ranks.get(field, 99):
            chosen[field], ranks[field] = name, rank
    for field, name in mapping:
        if field not in FIELDS + _OF_EVENTS:
            hint = f"one of {', '.join(FIELDS)}; for a table of events {', '.join(_OF_EVENTS)}"
            raise UsageError(f"kg knows no field '{field}'", where="--map", hint=hint)
        if field in FIELDS:
            chosen[field] = name
    return chosen


def columns(names: Iterable[str], mapping: Mapping[str, str] | None = None) -> dict[str, str]:
    """Which name holds which field; the caller's `mapping` (field to name) goes first.

    >>> columns(["Headline", "Body", "Pub Date", "x"])
    {'title': 'Headline', 'text': 'Body', 'published': 'Pub Date'}
    >>> columns(["a", "b"], {"text": "b"})
    {'text': 'b'}
    """
    return _columns(tuple(names), tuple(sorted((mapping or {}).items())))


def article(
    record: Mapping[str, Any], where: str, source: str, *, mapping: Mapping[str, str] | None, kind: str
) -> Article | str:
    """The article of a record, or in words what is wrong with it. `kind` (`JSON field`, `column`) is for messages."""
    names = columns(record, mapping)
    if "text" not in names or names["text"] not in record:
        return f"has no {kind} 'text'"
    body = record[names["text"]]
    if not isinstance(body, str):
        return f"{kind} '{names['text']}' is not a text"
    if not body.strip():
        return f"{kind} '{names['text']}' is empty"
    known_by = record.get("published_basis")  # as `kg read` prints it
    basis = known_by if known_by and isinstance(known_by, str) else f"{kind} {names.get('published')}"
    said = {field: words(record.get(name)) for field, name in names.items() if field != "text"}
    return Article(
        body, where, source, id=said.get("id"), title=said.get("title"), publisher=said.get("publisher"),
        published=said.get("published"), basis=basis, url=said.get("url"),
        language=said.get("language"),
    )  # fmt: skip


def words(value: object) -> str | None:
    """A string or number as words; `{"name": …}` and lists as people nest them give their first name."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
