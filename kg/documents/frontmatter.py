"""A text in, the `key: value` lines between two `---` at its top out."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.documents.notices import Notice, Tell
from kg.errors import InputError

__all__ = ["FrontMatter", "read"]

_KEYS = {
    "title": "title", "headline": "title", "published": "published", "date": "published", "publisher": "publisher",
    "source": "publisher", "site": "publisher", "url": "url", "link": "url", "id": "id", "language": "language",
    "lang": "language",
}  # fmt: skip
_PAIR = re.compile(r"([A-Za-z_][\w .-]*?)\s*:(?:\s+(.*)|)$")
_MOST = 200


class FrontMatter(NamedTuple):
    """What stood there, by field (title, published, publisher, url, id, language), and where the text begins."""

    fields: dict[str, str]
    end: int


def read(text: str, where: str, tell: Tell) -> FrontMatter:
    r"""The front matter; empty if there is none. Raises InputError, naming the line, if it is broken.

    >>> read("---\ntitle: Oslo talks\npublished: 2014-11-06\n---\nMali met Niger.", "a.txt", print)
    FrontMatter(fields={'title': 'Oslo talks', 'published': '2014-11-06'}, end=48)
    """
    if not re.match(r"---[ \t]*\n", text):
        return FrontMatter({}, 0)
    lines = text.split("\n", _MOST + 1)[:_MOST]
    if len(lines) < 2 or not _PAIR.match(lines[1]):  # a rule above the text, not front matter
        return FrontMatter({}, 0)
    fields: dict[str, str] = {}
    end, last = len(lines[0]) + 1, ""
    for number, line in enumerate(lines[1:], 2):
        end += len(line) + 1
        if line.rstrip() in ("---", "..."):
            return FrontMatter(fields, min(end, len(text)))
        last = _take(line, last, fields, f"{where}:{number}", tell)
    raise InputError("front matter is not closed", where=f"{where}:1", hint="end it with a line `---`")


def _take(line: str, last: str, fields: dict[str, str], where: str, tell: Tell) -> str:
    """Put one line into `fields`; returns the field that a further line would continue."""
    if not line.strip() or line.startswith("#"):
        return last
    if line[0] in " \t-":  # lists and folded values, as YAML has them
        if last and not line.lstrip().startswith("- "):
            fields[last] = f"{fields.get(last, '')} {line.strip()}".strip()
        return last
    pair = _PAIR.match(line)
    if not pair:
        hint = "write `key: value`, or close the front matter with `---` before it"
        raise InputError(f"front matter line is not `key: value`: {line[:40]!r}", where=where, hint=hint)
    field = _KEYS.get(pair[1].lower(), "")
    value = (pair[2] or "").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    if field in fields:
        tell(Notice(f"'{pair[1]}' says again what was said above and is left out", where))
        return ""
    if field and value not in ("", ">", "|", ">-", "|-"):
        fields[field] = value
    return field
