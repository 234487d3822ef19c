"""Documents in, those that carry one text out: reprints of an agency's story, whole or cut, and pages saved twice.

Two papers that carry one agency's words are one independent source (`kg.graph.sources` counts with it). What counts
is the share of the shorter text's runs of words that the longer one has too: a reprint of the first three paragraphs
is a copy of the whole.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.model import Document

__all__ = ["SHARED", "SHINGLE", "copies", "groups"]

_WORD = re.compile(r"\w+")
SHINGLE = 8
"""Words in a row; chance matches of so many are rare."""
SHARED = 0.25
"""Of the shorter document's runs; two that share so many carry one text."""
_MOST_WORDS = 4000


def copies(documents: Mapping[str, Document]) -> dict[str, str]:
    """For each document's key the smallest key among the documents that carry the same text.

    >>> one, other = Document.of("Mali met Niger in Gao today."), Document.of("MALI MET NIGER — in Gao, today")
    >>> copies({"a": one, "b": other, "c": Document.of("Chad met no one.")})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    keys = sorted(documents)
    if len(keys) == 1:
        return {keys[0]: keys[0]}
    leader: dict[str, str] = {}
    sizes: dict[str, int] = {}
    holding: dict[int, list[str]] = {}
    for key in keys:
        marks = _shingles(documents[key])
        shared = Counter(other for mark in marks for other in holding.get(mark, ()))
        first = min((k for k, n in shared.items() if n >= SHARED * min(sizes[k], len(marks))), default=key)
        leader[key] = first
        if first == key:
            sizes[key] = len(marks)
            for mark in marks:
                holding.setdefault(mark, []).append(key)
    return leader


def groups(documents: Iterable[Document]) -> list[tuple[str, ...]]:
    """Keys of documents that carry the same story, sorted within and among; those that stand alone are left out."""
    found: dict[str, list[str]] = {}
    for key, first in copies({d.key: d for d in documents}).items():
        found.setdefault(first, []).append(key)
    return sorted(tuple(keys) for keys in found.values() if len(keys) > 1)


@functools.lru_cache(maxsize=4096)
def _shingles(document: Document) -> frozenset[int]:
    """Hashes of runs of words of the title and body; crc32 because `hash` differs from run to run."""
    words = _body_words(document)
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def _body_words(document: Document) -> list[str]:
    bodies = [document.text[p.start : p.end] for p in document.parts if p.role == "body"] or [document.text]
    found: list[str] = []
    for body in bodies:
        found.extend(m.group().casefold() for m in _WORD.finditer(body[: _MOST_WORDS * 8]))
        if len(found) > _MOST_WORDS:
            break
    return found[:_MOST_WORDS]
