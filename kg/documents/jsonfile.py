"""A JSON file in, articles out: one object, a list of them, an object that holds such a list, or ninjs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

from kg.documents import encoding, eventrows, eventsets, fields, jsonlines, markup, webpage
from kg.documents.article import Article, Known
from kg.documents.notices import said
from kg.errors import InputError
from kg.model import Document

__all__ = ["read"]

_LISTS = ("articles", "documents", "docs", "items", "results", "data", "hits", "entries", "value")
_FEW = 6
"""Fields that an object around an object with the list may have."""
_HINT = 'write {"id": "…", "text": "…"}, or name the field with --map text=NAME'


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | Document | InputError]:
    """The articles of the file, or the documents of an event data set; JSON lines under a false name are read too."""
    text = encoding.decode(stream.read(), source, known.tell)
    try:
        data = json.loads(text)
    except RecursionError:
        raise InputError("is nested too deeply", where=source, hint="one flat object an article") from None
    except ValueError as error:
        first = text.lstrip().partition("\n")[0]
        if first.startswith("{") and first.rstrip().endswith("}"):
            stream.seek(0)
            yield from jsonlines.read(stream, source, known)
            return
        raise InputError(
            f"is not JSON ({said(error)})", where=source, hint="save it again; one object an article"
        ) from error
    records = _records(data, source, known)
    if not records:
        raise InputError("holds no articles", where=source, hint=_HINT)
    if isinstance(records[0], dict) and (layout := eventsets.of_json(records[0], PurePath(source).stem)):
        yield from eventrows.documents(_rows(records), layout, source, known)
        return
    for number, record in enumerate(records, 1):
        yield _one(record, f"{source}#{number}" if number > 1 or isinstance(data, list) else source, source, known)


def _rows(records: list[Any]) -> Iterator[eventrows.Record]:
    for number, record in enumerate(records, 1):
        raw = json.dumps(record, ensure_ascii=False)
        yield number, raw, record if isinstance(record, dict) else "is not a JSON object"


def _records(data: Any, source: str, known: Known) -> list[Any]:
    if isinstance(data, list):
        return data
    if not isinstance(data, dict):
        raise InputError("is neither an object nor a list", where=source, hint=_HINT)
    if "text" in fields.columns(data, known.mapping) or _is_ninjs(data):
        return [data]
    inner = _list_in(data)
    if inner is None and len(data) < _FEW:  # an answer of an interface: {"response": {"docs": […]}}
        inner = next((found for one in data.values() if isinstance(one, dict) and (found := _list_in(one))), None)
    return inner if inner is not None else [data]


def _list_in(data: dict[str, Any]) -> list[Any] | None:
    return next((data[name] for name in _LISTS if isinstance(data.get(name), list)), None)


def _one(record: Any, where: str, source: str, known: Known) -> Article | InputError:
    if not isinstance(record, dict):
        return InputError("is not a JSON object", where=where, hint=_HINT)
    try:
        if _is_ninjs(record):
            return _ninjs(record, where, source, known)
        made = fields.article(record, where, source, mapping=known.mapping, kind="JSON field")
    except InputError as error:
        return error
    return InputError(made, where=where, hint=_HINT) if isinstance(made, str) else made


# --- ninjs: https://iptc.org/standards/ninjs/ -----------------------------------------------------------


def _is_ninjs(record: dict[str, Any]) -> bool:
    return "uri" in record and any(name.startswith(("body_", "headline")) or name == "bodies" for name in record)


def _ninjs(record: dict[str, Any], where: str, source: str, known: Known) -> Article:
    """Version 1 has `body_text`, `body_xhtml`, `headline`; version 2 and 3 lists `bodies` and `headlines`."""
    text = _body(record, where, known)
    title = record.get("headline") or _value(record.get("headlines")) or record.get("title") or record.get("name")
    stamps = ("firstcreated", "firstCreated", "versioncreated", "versionCreated")
    stamp = next((name for name in stamps if isinstance(record.get(name), str)), None)
    provider = _value(record.get("infosources")) or _value(record.get("infosource")) or record.get("copyrightholder")
    return Article(
        webpage.under_title(title, text) if isinstance(title, str) else text, where, source, id=str(record["uri"]),
        title=title if isinstance(title, str) else None, publisher=provider if isinstance(provider, str) else None,
        published=record[stamp] if stamp else None, basis=f"ninjs {stamp}", language=record.get("language"),
    )  # fmt: skip


def _body(record: dict[str, Any], where: str, known: Known) -> str:
    bodies = record.get("bodies")
    one = bodies[0] if isinstance(bodies, list) and bodies and isinstance(bodies[0], dict) else {}
    text = record.get("body_text") or (one.get("value") if "html" not in str(one.get("contentType")) else None)
    if not isinstance(text, str):
        rich = record.get("body_xhtml") or record.get("body_html") or one.get("value")
        text = markup.plain(rich, where, known.tell) if isinstance(rich, str) else ""
    return text


def _value(found: Any) -> Any:
    if isinstance(found, list) and found and isinstance(found[0], dict):
        return found[0].get("value") or found[0].get("name")
    return None
