"""Documents in, those that carry one text out: reprints of an agency's story, whole or cut, and pages saved twice.

Two papers that carry one agency's words are one independent source (`kg.graph.sources` counts with it). What counts
is the share of the shorter text's runs of words that the longer one has too: a reprint of the first three paragraphs
is a copy of the whole. Of many texts MinHash finds those that are worth comparing.
"""

from __future__ import annotations

import functools
import re
import zlib
from array import array
from collections.abc import Iterable, Mapping

from kg.model import Document

__all__ = ["SHARED", "SHINGLE", "copies", "groups"]

_WORD = re.compile(r"\w+")
SHINGLE = 8
"""Words in a row; chance matches of so many are rare."""
SHARED = 0.25
"""Of the shorter document's runs; two that share so many carry one text."""
_MOST_WORDS = 4000
_FEW = 16
"""Texts that are all compared with each other."""
_PLACES = 128
"""Least hashes of a text; two texts meet if one of them is shared, as almost surely one is where SHARED are alike.

Measured: of texts that are wholly in one 8 times as long all are found, 30 times as long 99 %."""


def copies(documents: Mapping[str, Document]) -> dict[str, str]:
    """For each document's key the smallest key among the documents that carry the same text.

    >>> one, other = Document.of("Mali met Niger in Gao today."), Document.of("MALI MET NIGER — in Gao, today")
    >>> copies({"a": one, "b": other, "c": Document.of("Chad met no one.")})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    if len(documents) == 1:
        return {key: key for key in documents}
    return _led({key: _marks(document) for key, document in documents.items()})


def groups(documents: Iterable[Document]) -> list[tuple[str, ...]]:
    """Keys of documents that carry the same story, sorted within and among; those that stand alone are left out.

    Of a text some 3 kB are held, and of each that leads a group 12 kB more; the documents may come as a stream.
    """
    found: dict[str, list[str]] = {}
    for key, first in _led({d.key: _marks(d) for d in documents}).items():
        found.setdefault(first, []).append(key)
    return sorted(tuple(keys) for keys in found.values() if len(keys) > 1)


def _led(marks: Mapping[str, array[int]]) -> dict[str, str]:
    """For each key the first of its group: the smallest key of which it, or which of it, holds enough."""
    near = _All() if len(marks) <= _FEW else _Near()
    leader: dict[str, str] = {}
    for key in sorted(marks):
        own = frozenset(marks[key])
        alike = (k for k in near.to(own) if _shared(own, marks[k]))
        leader[key] = min(alike, default=key)
        if leader[key] == key:
            near.add(key, own)
    return leader


def _shared(own: frozenset[int], other: array[int]) -> bool:
    return sum(map(own.__contains__, other)) >= SHARED * min(len(own), len(other))


class _All:
    """Every text is worth comparing."""

    def __init__(self) -> None:
        self._keys: list[str] = []

    def add(self, key: str, _marks: frozenset[int]) -> None:
        self._keys.append(key)

    def to(self, _marks: frozenset[int]) -> Iterable[str]:
        return self._keys


class _Near:
    """Texts that share one of their least hashes are worth comparing; the same every time, since the seed is given."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._keys: list[str] = []
        self._index = RMinHashLSH(threshold=SHARED, num_perm=_PLACES, num_bands=_PLACES)

    def add(self, key: str, marks: frozenset[int]) -> None:
        self._index.insert(len(self._keys), _sketch(marks))
        self._keys.append(key)

    def to(self, marks: frozenset[int]) -> Iterable[str]:
        return (self._keys[at] for at in self._index.query(_sketch(marks)))


@functools.lru_cache(maxsize=1)
def _sketch(marks: frozenset[int]) -> object:
    from rensa import RMinHash

    made = RMinHash(num_perm=_PLACES, seed=1)
    made.update([str(mark) for mark in sorted(marks)])
    return made


@functools.lru_cache(maxsize=4096)
def _marks(document: Document) -> array[int]:
    """Hashes of runs of words of the title and body; crc32 because `hash` differs from run to run."""
    words = _body_words(document)
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return array("I", {zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs})


def _body_words(document: Document) -> list[str]:
    bodies = [document.text[p.start : p.end] for p in document.parts if p.role == "body"] or [document.text]
    found: list[str] = []
    for body in bodies:
        found.extend(m.group().casefold() for m in _WORD.finditer(body[: _MOST_WORDS * 8]))
        if len(found) > _MOST_WORDS:
            break
    return found[:_MOST_WORDS]
