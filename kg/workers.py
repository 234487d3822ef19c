"""Pieces of work in, their results out in the same order: one after another, by several processes, or by a cluster.

Only so many pieces are under way at a time that memory stays flat, however many there are.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from kg.errors import KgError, UsageError

__all__ = ["Spread", "cores", "in_order", "one_by_one", "processes"]

_In = TypeVar("_In")
_Out = TypeVar("_Out")
_AHEAD = 3
"""Pieces for each worker that are under way: one in work, two waiting, so that none stands idle."""


class Spread(Protocol):
    """`map` for whoever does the work; the function and the pieces must be picklable for all but `one_by_one`."""

    def __call__(self, work: Callable[[_In], _Out], pieces: Iterable[_In], /) -> Iterator[_Out]: ...


def one_by_one(work: Callable[[_In], _Out], pieces: Iterable[_In], /) -> Iterator[_Out]:
    """No helpers.

    >>> list(one_by_one(len, ["a", "bc"]))
    [1, 2]
    """
    return map(work, pieces)


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    submit: Callable[..., Any], work: Callable[[_In], _Out], pieces: Iterable[_In], ahead: int
) -> Iterator[_Out]:
    """Results in the order of the pieces, of which `ahead` are under way; `submit` gives what has a `result()`."""
    waiting: deque[Any] = deque()
    try:
        for piece in pieces:
            waiting.append(submit(work, piece))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


@contextmanager
def processes(count: int) -> Iterator[Spread]:
    """A `Spread` over so many processes of this machine; 1 is this process, 0 stands for all cores.

    Raises KgError when a process dies, as one does for which there is no memory.
    """
    if count < 0:
        raise UsageError(f"{count} workers cannot be", where="--workers", hint="give 1 or more, or 0 for all cores")
    count = count or cores()
    if count == 1:
        yield one_by_one
        return
    context = multiprocessing.get_context(_start_method())
    # Ctrl-C reaches all processes of a terminal: the one that writes answers it, the others end with it.
    pool = ProcessPoolExecutor(count, context, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))

    def spread(work: Callable[[_In], _Out], pieces: Iterable[_In], /) -> Iterator[_Out]:
        return in_order(pool.submit, work, pieces, _AHEAD * count)

    try:
        yield spread
    except BrokenProcessPool as error:
        hint = "what was stored is whole; run it again with fewer --workers"
        raise KgError("a worker process died (out of memory?)", hint=hint) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start_method() -> str:
    """A fork shares what is loaded and asks nothing of the caller's script, but must not happen beside threads."""
    alone = threading.active_count() == 1 and sys.platform.startswith("linux")
    return "fork" if alone else "spawn"
