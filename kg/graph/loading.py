"""Quads in, a store filled out: in slices, so that memory stays flat, and those of documents by other processes."""

from __future__ import annotations

import itertools
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.actors import roster
from kg.graph.files import read_stored, stored_paths
from kg.graph.rdf import document_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.workers import Spread

__all__ = ["documents_beside", "fill"]

SLICE = 250_000
"""Quads that are sorted in memory at once: of 2.5 million, measured, 380 MB instead of 1,470, in the same time."""
_FIRST, _MOST = 4_000_000, 40_000_000
"""The same in bytes of N-Quads: the first slice is small, so that loading begins soon, each next one twice as large."""
_PIECE = 200_000
"""Bytes of stored documents that go to another process at once."""


def fill(store: ox.Store, quads: Iterable[ox.Quad]) -> None:
    """Put new quads into a store that nobody reads."""
    rest = iter(quads)
    for first in rest:
        store.bulk_extend(itertools.chain([first], itertools.islice(rest, SLICE - 1)))


@contextmanager
def documents_beside(store: ox.Store, path: Path, spread: Spread) -> Iterator[None]:
    """Put the own graphs of a folder's documents into the store while the caller does something else.

    Other processes (`kg.workers`) make their N-Quads, a thread loads them; at the end all are in.
    """
    pieces = spread(nquads_of, _pieces(stored_paths(path)))
    first = next(pieces, b"")  # processes are begun here, not beside a thread
    enough = threading.Event()
    with ThreadPoolExecutor(1) as helper:
        done = helper.submit(_load, store, itertools.chain([first], pieces), enough)
        try:
            yield
        except BaseException:
            enough.set()
            raise
        done.result()


def nquads_of(paths: Sequence[Path]) -> bytes:
    """The own graphs of stored documents as N-Quads."""
    stored = map(read_stored, paths)
    quads = (q for s in stored for q in document_quads(s.document, s.claims, roster()))
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def _pieces(paths: Iterable[Path]) -> Iterator[list[Path]]:
    piece: list[Path] = []
    size = 0
    for path in paths:
        piece.append(path)
        size += path.stat().st_size
        if size >= _PIECE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _load(store: ox.Store, pieces: Iterable[bytes], enough: threading.Event) -> None:
    """While one slice is loaded, the next is collected, so that those who make the pieces need not wait."""
    with ThreadPoolExecutor(1) as helper:
        loading: Future[None] | None = None
        for some in _slices(pieces):
            if loading:
                loading.result()
            if enough.is_set():
                return
            loading = helper.submit(store.bulk_load, some, format=ox.RdfFormat.N_QUADS)
        if loading:
            loading.result()


def _slices(pieces: Iterable[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    size, most = 0, _FIRST
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= most:
            yield b"".join(held)
            held, size, most = [], 0, min(2 * most, _MOST)
    yield b"".join(held)
