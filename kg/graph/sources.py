"""Reports of one event in, the number of voices out that speak independently: copies of one agency's text are one."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.graph.names import actor_ref
from kg.graph.status import NEGATIVE, POSITIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.graph.reports import Report
    from kg.model import Document, Party

__all__ = ["copies", "independent"]

_WORD = re.compile(r"\w+")
SHINGLE = 8
"""Words in a row; two documents that share a quarter of them carry one text (chance matches share none)."""
SHARED = 0.25
_MOST_WORDS = 4000


def independent(reports: Sequence[Report], status: str) -> int:
    """How many independent sources stand behind what the event's status says.

    Those who say no count for a negated event, those who say yes for any other, both for a contested one. A
    source is who says so; where a document says it in its own voice, its agency or publisher. A document that
    names its source adds no voice of its own, and documents that carry one text count once.
    """
    stances = {"negated": NEGATIVE, "contested": NEGATIVE | POSITIVE}.get(status, POSITIVE)
    taking = [r for r in reports if r.claim.stance in stances] or list(reports)
    first = copies({r.key: r.document for r in taking})
    houses = {r.key: r.house for r in taking}
    attributed = {first[r.key] for r in taking if r.claim.claimant}
    return len({
        _speaker(r.claim.claimant, first[r.key]) if r.claim.claimant else houses[first[r.key]]
        for r in taking
        if r.claim.claimant or first[r.key] not in attributed
    })  # fmt: skip


def _speaker(claimant: Party, text: str) -> str:
    """A government speaks with one voice, through whichever of its people."""
    return "+".join(sorted(claimant.states)) or actor_ref(claimant, text).id


def copies(documents: dict[str, Document]) -> dict[str, str]:
    """For each document's key the smallest key among the documents that carry the same text."""
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


@functools.lru_cache(maxsize=4096)
def _shingles(document: Document) -> frozenset[int]:
    """Hashes of runs of words of the title and body; crc32 because `hash` differs from run to run."""
    words = _body_words(document)
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(_checksums(runs))


def _body_words(document: Document) -> list[str]:
    bodies = [document.text[p.start : p.end] for p in document.parts if p.role == "body"] or [document.text]
    found: list[str] = []
    for body in bodies:
        found.extend(m.group().casefold() for m in _WORD.finditer(body[: _MOST_WORDS * 8]))
        if len(found) > _MOST_WORDS:
            break
    return found[:_MOST_WORDS]


def _checksums(runs: Iterable[str]) -> Iterable[int]:
    from zlib import crc32

    return (crc32(run.encode("utf-8", "surrogatepass")) for run in runs)
