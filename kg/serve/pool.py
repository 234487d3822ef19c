"""Jobs in, replies out: a few worker processes, each with one job at a time, ended and replaced when they misbehave."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.serve.frames import HEAD, Reply, packed_job, unpacked

if TYPE_CHECKING:
    from asyncio.subprocess import Process

__all__ = ["Pool"]

MOST_WAITING = 1000
"""Jobs that may wait for a worker; more are sent away at once."""
_START_S = 60
_TEXT = "text/plain; charset=utf-8"
_BUSY = Reply(503, _TEXT, b"the server is busy; try again in a moment\n")


class Pool:
    """`size` workers on one target.

    A job that takes longer than `timeout_s` (or the time given with it), or a worker that dies of it, costs this
    worker and nothing else: another takes its place. A caller that goes away ends its job at once.
    """

    def __init__(self, target: str, *, size: int, timeout_s: float, memory_mb: int) -> None:
        self.target, self.size, self.timeout_s, self.memory_mb = target, size, timeout_s, memory_mb
        self.ended = 0
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._waiting = 0

    async def start(self) -> None:
        """Start the workers and wait until each has opened the graph; raises KgError when one cannot."""
        for _ in range(self.size):
            self._add(warm=True)
        for worker in list(self._all):
            reply = await worker.ready
            if reply.status != 200:
                await self.stop()
                raise KgError(reply.body.decode("utf-8", "replace").strip() or "the workers do not start")

    async def stop(self) -> None:
        """End all workers."""
        for worker in list(self._all):
            await self._end(worker)

    async def run(self, job: dict[str, Any], timeout_s: float | None = None) -> Reply:
        """The reply to a job; 503 when it took too long, needed too much memory, or too many were waiting."""
        if self._waiting >= MOST_WAITING:
            return _BUSY
        self._waiting += 1
        try:
            worker = await self._idle.get()
        finally:
            self._waiting -= 1
        allowed = timeout_s or self.timeout_s
        fine = False
        try:
            await worker.ready
            async with asyncio.timeout(allowed):
                reply = await worker.do(job)
            fine = not reply.tired
        except TimeoutError:
            return Reply(503, _TEXT, f"this took longer than {allowed:g} s and was ended; ask for less\n".encode())
        except (asyncio.IncompleteReadError, OSError):
            return Reply(503, _TEXT, b"this needs more memory than it may have and was ended; ask for less\n")
        else:
            return reply
        finally:
            if fine:
                self._idle.put_nowait(worker)
            else:
                self.ended += 1
                await asyncio.shield(self._replace(worker))

    async def _replace(self, worker: _Worker) -> None:
        await self._end(worker)
        self._add()

    async def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        await worker.end()

    def _add(self, *, warm: bool = False) -> None:
        first = {"target": self.target, "memory_mb": self.memory_mb, "warm": warm}
        worker = _Worker(first)
        self._all.add(worker)
        self._idle.put_nowait(worker)


class _Worker:
    """One process; `ready` is its first reply, given when it has opened the graph."""

    def __init__(self, first: dict[str, Any]) -> None:
        self._process: Process | None = None
        self.ready = asyncio.ensure_future(self._begin(first))

    async def _begin(self, first: dict[str, Any]) -> Reply:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-I", "-c", _program(), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        try:
            async with asyncio.timeout(_START_S):
                return await self.do(first)
        except (TimeoutError, asyncio.IncompleteReadError, OSError):
            return Reply(503, _TEXT, b"the graph cannot be opened within the memory and time given\n")

    async def do(self, job: dict[str, Any]) -> Reply:
        assert self._process is not None
        into, out = self._process.stdin, self._process.stdout
        assert into is not None
        assert out is not None
        into.write(packed_job(job))
        await into.drain()
        head, body = HEAD.unpack(await out.readexactly(HEAD.size))
        return unpacked(await out.readexactly(head), await out.readexactly(body))

    async def end(self) -> None:
        if not self.ready.done():
            self.ready.cancel()
            await asyncio.wait([self.ready])
        if self._process is None:
            return
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()


def _program() -> str:
    """What a worker runs; it is told where this package is, since it reads no environment."""
    home = str(Path(__file__).resolve().parents[2])
    return f"import sys; sys.path.insert(0, {home!r}); from kg.serve.worker import main; main()"
