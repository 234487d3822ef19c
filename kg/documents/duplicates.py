"""Documents in, groups of those that carry the same story out: reprints of a wire, and pages saved twice.

Two papers that carry one agency's words are one independent source. Each text is reduced to a sketch: the smallest
hashes of its runs of five words (MinHash with one hash function, Broder 1997); the share that two sketches have in
common estimates the share that the texts have.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from heapq import nsmallest

from kg.model import Document

__all__ = ["ALIKE", "Index", "groups", "resemblance", "sketch"]

ALIKE = 0.5
"""Texts that share half of their runs of words are one story: a reprint cut by a third still is."""

_RUN = 5
_SIZE = 64
_KEYS = 12  # smallest hashes under which a sketch is looked up; alike texts miss each other once in 4,000 times
_WORD = re.compile(r"[^\W_]+")


def sketch(document: Document) -> tuple[int, ...]:
    """The smallest hashes of the runs of five words in its title and body, in order; short texts have few.

    >>> sketch(Document.of("Mali met Niger in Gao today.")) == sketch(Document.of("MALI MET NIGER — in Gao, today"))
    True
    """
    text = " ".join(document.text[part.start : part.end] for part in document.parts if part.role in ("title", "body"))
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}
    return tuple(
        nsmallest(_SIZE, {zlib.crc32(run.encode("utf-8", "surrogatepass")) * 0x9E3779B1 & 0xFFFFFFFF for run in runs})
    )


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Estimated share of runs of words in both texts among those in either, 0 to 1."""
    both = set(one) | set(other)
    least = set(nsmallest(max(len(one), len(other)), both))
    return len(least & set(one) & set(other)) / len(least) if least else 0.0


class Index:
    """Sketches by their smallest hashes; finds what is alike without comparing all with all.

    >>> index = Index()
    >>> index.add("a", (1, 2, 3, 4)), index.add("b", (9, 10)), index.add("c", (1, 2, 3, 5))
    (None, None, None)
    >>> index.groups()
    [('a', 'c')]
    """

    def __init__(self, alike: float = ALIKE) -> None:
        self.alike = alike
        self._sketches: dict[str, tuple[int, ...]] = {}
        self._under: dict[int, list[str]] = {}
        self._first: dict[str, str] = {}
        self._same: dict[tuple[int, ...], str] = {}

    def add(self, key: str, marks: tuple[int, ...]) -> None:
        """Take in a text's sketch; a key that is known changes nothing."""
        if key in self._sketches:
            return
        self._sketches[key] = marks
        self._first[key] = key
        if (same := self._same.setdefault(marks, key)) != key:  # a thousand copies are looked up once
            self._join(key, same)
            return
        near = {other for mark in marks[:_KEYS] for other in self._under.get(mark, ())}
        for mark in marks[:_KEYS]:
            self._under.setdefault(mark, []).append(key)
        for other in sorted(near):
            if self._root(other) != self._root(key) and resemblance(marks, self._sketches[other]) >= self.alike:
                self._join(key, other)

    def groups(self) -> list[tuple[str, ...]]:
        """Groups of two and more alike, sorted within and among; the order of adding changes nothing."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._sketches):
            found.setdefault(self._root(key), []).append(key)
        return sorted(tuple(keys) for keys in found.values() if len(keys) > 1)

    def _root(self, key: str) -> str:
        while self._first[key] != key:
            self._first[key] = self._first[self._first[key]]
            key = self._first[key]
        return key

    def _join(self, one: str, other: str) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        self._first[high] = low


def groups(documents: Iterable[Document], alike: float = ALIKE) -> list[tuple[str, ...]]:
    """Keys of documents that carry the same story, group by group; those that stand alone are left out."""
    index = Index(alike)
    for document in documents:
        index.add(document.key, sketch(document))
    return index.groups()
