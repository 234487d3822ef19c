"""Jobs on stdin, replies on stdout: the process that holds the graph, under a memory cap, may be ended at any time."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError, KgError
from kg.serve.frames import Reply, packed_reply, read_job
from kg.serve.protocol import Wrong

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.serve.held import Held

__all__ = ["answer", "main"]

_TEXT = "text/plain; charset=utf-8"
_GROWN_MB = 256
"""A worker that has grown by so much since it began is replaced, since allocators do not give memory back."""


def main() -> None:
    """Serve one server until it closes stdin."""
    from kg.serve.held import Held

    jobs, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no reply
    first = read_job(jobs) or {}
    _cap(int(first["memory_mb"]))
    held = Held(str(first["target"]))
    said = answer(held, {"task": "open", "warm": first.get("warm")})
    begun = _size_mb()
    while True:
        tired = _size_mb() - begun > _GROWN_MB
        replies.write(packed_reply(Reply(said.status, said.media, said.body, tired)))
        replies.flush()
        job = read_job(jobs)
        if job is None or tired:
            return
        said = answer(held, job)


def answer(held: Held, job: dict[str, Any]) -> Reply:
    """The reply to a job; whatever goes wrong is a reply too."""
    try:
        media, body = _task(str(job["task"]))(held.graph(), job)
    except Wrong as refused:
        return Reply(refused.status, _TEXT, refused.what.encode())
    except GraphError as problem:
        missing = str(problem.what).startswith(("there is no", "no "))
        return Reply(404 if missing else 503, _TEXT, f"{problem}\n".encode("utf-8", "replace"))
    except KgError as problem:
        return Reply(400, _TEXT, f"{problem}\n".encode("utf-8", "replace"))
    except MemoryError:
        return Reply(503, _TEXT, b"this needs more memory than it may have; ask for less\n")
    except BaseException as mistake:  # noqa: BLE001 (a panic of the engine is no Exception; the server goes on)
        sys.stderr.write(f"kg serve: a mistake of ours, {type(mistake).__name__}: {mistake}\n")
        return Reply(500, _TEXT, b"a mistake of ours; the server's log names it\n")
    return Reply(200, media, body)


def _task(name: str) -> Callable[[Any, dict[str, Any]], tuple[str, bytes]]:
    from kg.serve import queries, show

    tasks: dict[str, Callable[[Any, dict[str, Any]], tuple[str, bytes]]] = {
        "open": show.opened, "sparql": queries.sparql, "describe": queries.describe, "ask": show.asked,
        "start": show.start, "page": show.page, "event": show.event, "document": show.document,
    }  # fmt: skip
    return tasks[name]


def _cap(memory_mb: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory_mb << 20, memory_mb << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _size_mb() -> float:
    """The most memory that this process has held so far."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
