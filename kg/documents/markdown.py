r"""A Markdown file in, its words out: links keep their text, headings and emphasis lose their signs.

The stored text is what is left, since `**Iran** [met](https://a.example) Iraq` is not how names are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from kg.documents import plain
from kg.documents.article import Article, Known
from kg.errors import InputError

__all__ = ["read", "words"]

_LINES = (
    (re.compile(r"^[ \t]*(```|~~~).*?(?:^[ \t]*\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL), ""),  # code
    (re.compile(r"^[ \t]*\[[^\]\n]{1,200}\]:[ \t].*$", re.MULTILINE), ""),  # where links lead, and footnotes
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),  # rules
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE), r"\1\n"),
    (re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>"), ""),
)
_INLINE = (
    (re.compile(r"!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])"), ""),
    (re.compile(r"\[\^[^\[\]\n]{1,100}\]"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(?<![\w*\\])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>|-])"), r"\1"),
)
_GAPS = re.compile(r"\n{3,}")


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """The file as one article; front matter stays as it is, above the words."""
    for found in plain.read(stream, source, known):
        if isinstance(found, Article):
            found = replace(found, text=found.text[: found.head] + words(found.text[found.head :]))
        yield found


def words(text: str) -> str:
    r"""Markdown without its signs.

    >>> words("# Oslo *talks*\n**Mali** and [Niger](https://a.example/n) met[^1] on 5*3 acres.<!-- x -->\n\n[^1]: y")
    'Oslo talks\n\nMali and Niger met on 5*3 acres.'
    """
    text = _uncommented(text)
    for pattern, instead in _LINES + _INLINE:
        text = pattern.sub(instead, text)
    return _GAPS.sub("\n\n", text).strip("\n")


def _uncommented(text: str) -> str:
    """Without HTML comments; by hand, since a pattern would begin again at each opening that nothing closes."""
    out: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        out.append(text[at:start])
        at = end + 3
    return "".join(out) + text[at:]
