"""The text of a file in, its articles out: one, or the many of an export of Nexis, Factiva or ProQuest.

What looks like an article of an export and cannot be taken apart is an error with its number, never dropped in
silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.documents import factiva, nexis, proquest
from kg.documents.article import Article, Known
from kg.documents.notices import Notice
from kg.errors import InputError

__all__ = ["is_export", "split"]

_KINDS: tuple[tuple[str, Callable[[str], bool], Callable[[str, str], Iterator[Article | InputError]]], ...] = (
    ("Nexis", nexis.is_export, nexis.articles),
    ("Factiva", factiva.is_export, factiva.articles),
    ("ProQuest", proquest.is_export, proquest.articles),
)


def is_export(text: str) -> bool:
    """Whether it holds the marks that one of these databases sets between articles."""
    return any(known(text) for _, known, _ in _KINDS)


def split(text: str, source: str, known: Known) -> Iterator[Article | InputError]:
    """The articles of an export, or the whole text as one."""
    for name, fits, articles in _KINDS:
        if fits(text):
            found = list(articles(text, source))
            good = sum(isinstance(one, Article) for one in found)
            known.tell(Notice(f"is an export of {name}: {good} of {len(found)} articles were read", source))
            yield from found
            return
    yield Article(text, source, source)
