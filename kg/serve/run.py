"""Settings in; serves until it is stopped: the socket, the HTTP server, and the message where it can be reached."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kg.errors import KgError, UsageError
from kg.serve.held import version

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Settings", "serve"]

_BACKLOG = 2048
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, how many workers there are, and what one job may take: seconds, and MB of address space."""

    target: str
    host: str = "127.0.0.1"
    port: int = 8642
    workers: int = 0
    timeout_s: float = 10
    memory_mb: int = 2048
    origins: Sequence[str] = ()


def serve(settings: Settings, ready: Callable[[str], None] = lambda _url: None) -> None:
    """Serve until SIGINT or SIGTERM; `ready` is given the URL once every worker has opened the graph.

    Raises UsageError for settings that cannot be meant, KgError when a package is missing, the port is taken, or the
    graph cannot be opened.
    """
    _check(settings)
    bound = _bound(settings.host, settings.port)
    try:
        _serve(settings, bound, ready)
    finally:
        bound.close()


def _serve(settings: Settings, bound: socket.socket, ready: Callable[[str], None]) -> None:
    import asyncio

    import uvicorn

    from kg.serve.app import application
    from kg.serve.pool import Pool

    size = settings.workers or max(2, os.cpu_count() or 2)
    pool = Pool(settings.target, size=size, timeout_s=settings.timeout_s, memory_mb=settings.memory_mb)
    own = (*_LOOPBACK, "[::1]") if settings.host in _LOOPBACK else ()
    config = uvicorn.Config(
        application(pool, origins=settings.origins, hosts=own), lifespan="off", log_level="warning", access_log=False,
        server_header=False, timeout_graceful_shutdown=3, backlog=_BACKLOG, h11_max_incomplete_event_size=256 << 10,
    )  # fmt: skip
    server = uvicorn.Server(config)

    async def run() -> None:
        await pool.start()
        try:
            bound.listen(_BACKLOG)  # whoever is told may come at once
            ready(_url(settings.host, bound.getsockname()[1]))
            await server.serve(sockets=[bound])
        finally:
            await pool.stop()

    asyncio.run(run())


def _check(settings: Settings) -> None:
    missing = [name for name in ("starlette", "uvicorn") if find_spec(name) is None]
    if missing:
        raise KgError(f"kg serve needs {' and '.join(missing)}", hint="pip install 'dipkg[serve]'")
    if not 0 <= settings.port <= 65535:
        raise UsageError(f"{settings.port} is no port", hint="give one from 1 to 65535, or 0 for any that is free")
    if settings.timeout_s <= 0 or settings.workers < 0:
        raise UsageError("time and workers are above zero")
    if settings.memory_mb < 512:
        raise UsageError("a worker needs at least 512 MB of address space")
    version(settings.target)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except (OSError, OverflowError) as problem:
        made.close()
        said = getattr(problem, "strerror", None) or problem
        raise KgError(
            f"cannot listen ({said})", where=f"{host}:{port}", hint="give another --port, 0 for any"
        ) from None
    return made


def _url(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"
