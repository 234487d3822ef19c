"""A pool of workers in, an ASGI application out: which paths there are, and what every answer carries."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.errors import KgError
from kg.serve.held import version
from kg.serve.protocol import MOST_BYTES, Wrong, is_html, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

    from kg.serve.frames import Reply
    from kg.serve.pool import Pool

__all__ = ["application"]

_ASSETS = Path(__file__).parent / "assets"
_STATIC = {"serve.css": "text/css; charset=utf-8", "serve.js": "text/javascript; charset=utf-8"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-cache"}
_PAGE_S = 120
"""The page of a large graph takes longer than a query may; it is made once for each state of the graph."""


def application(pool: Pool, *, origins: Sequence[str] = (), hosts: Sequence[str] = ()) -> Starlette:
    """The application on a pool that somebody else starts and stops.

    `origins` are other web sites whose pages may read it; `hosts` the names that it answers to (none: to any).
    """
    serving = _Serving(pool)
    routes = [
        Route("/", serving.start),
        Route("/sparql", serving.sparql, methods=["GET", "POST"]),
        Route("/sparql/", serving.sparql, methods=["GET", "POST"]),
        Route("/ask", serving.ask),
        Route("/page", serving.page),
        Route("/event/{id}", serving.event),
        Route("/document/{key}", serving.document),
        Route("/static/{name}", serving.static),
        Route("/health", serving.health),
    ]
    around = [Middleware(_Named, hosts=tuple(hosts))]
    if origins:
        cors = Middleware(
            CORSMiddleware, allow_origins=list(origins), allow_methods=["GET", "POST"],
            allow_headers=["accept", "content-type"],
        )  # fmt: skip
        around.append(cors)
    return Starlette(routes=routes, middleware=around, exception_handlers={Wrong: _refused, KgError: _failed})


class _Serving:
    """What answers each path."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self._page: tuple[str, Reply] | None = None
        self._making = asyncio.Lock()

    async def sparql(self, request: Request) -> Response:
        accept = request.headers.get("accept", "")
        body = await _body(request) if request.method == "POST" else b""
        asked = parse(
            "POST" if request.method == "POST" else "GET",
            request.url.query,
            request.headers.get("content-type", ""),
            body,
        )
        if asked is None:
            form = dict(parse_qsl(request.url.query)).get("format", "")
            if is_html(accept) and not form:
                return RedirectResponse("/#sparql", 303)
            url = str(request.url.replace(query="", path="/sparql"))
            return await self._do(request, {"task": "describe", "accept": accept, "form": form, "url": url})
        job = {
            "task": "sparql", "query": asked.query, "default_graphs": asked.default_graphs,
            "named_graphs": asked.named_graphs, "accept": accept, "form": asked.form,
            "strict": request.headers.get("kg-strict") == "1",
        }  # fmt: skip
        return await self._do(request, job)

    async def start(self, request: Request) -> Response:
        return await self._do(request, {"task": "start", "query": request.query_params.get("query")})

    async def ask(self, request: Request) -> Response:
        given = request.query_params
        job = {
            "task": "ask", "question": given.get("q", ""), "today": given.get("today"), "after": given.get("after"),
            "accept": request.headers.get("accept", ""),
        }  # fmt: skip
        return await self._do(request, job)

    async def event(self, request: Request) -> Response:
        accept = request.headers.get("accept", "")
        return await self._do(request, {"task": "event", "id": request.path_params["id"], "accept": accept})

    async def document(self, request: Request) -> Response:
        job = {
            "task": "document", "key": request.path_params["key"], "claim": request.query_params.get("claim"),
            "accept": request.headers.get("accept", ""),
        }  # fmt: skip
        return await self._do(request, job)

    async def page(self, request: Request) -> Response:
        now = version(self.pool.target)
        async with self._making:
            if self._page is None or self._page[0] != now:
                made = await self.pool.run({"task": "page"}, _PAGE_S)
                if made.status != 200:
                    return _response(made, request)
                self._page = (now, made)
            reply = self._page[1]
        return Response(reply.body, headers=dict(_ALWAYS) | {"x-frame-options": "DENY"}, media_type=reply.media)

    async def static(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _STATIC:
            return PlainTextResponse("there is nothing here\n", 404)
        return Response((_ASSETS / name).read_bytes(), media_type=_STATIC[name], headers=_ALWAYS)

    async def health(self, _request: Request) -> Response:
        return PlainTextResponse("fine\n", headers=_ALWAYS)

    async def _do(self, request: Request, job: dict[str, Any]) -> Response:
        """The reply of a worker, unless whoever asked goes away before."""
        working = asyncio.ensure_future(self.pool.run(job))
        gone = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not working.done():
                working.cancel()
                await asyncio.wait({working})
                return Response(status_code=499)
            return _response(working.result(), request)
        finally:
            for task in (working, gone):
                task.cancel()


async def _gone(request: Request) -> None:
    """Return when the connection is closed from the other side."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _body(request: Request) -> bytes:
    out = b""
    async for chunk in request.stream():
        out += chunk
        if len(out) > MOST_BYTES:
            raise Wrong(413, f"a request may have {MOST_BYTES // 1000} kB\n")
    return out


def _response(reply: Reply, request: Request) -> Response:
    headers = _ALWAYS | {"content-security-policy": _POLICY, "vary": "accept"}
    if reply.status == 503:
        headers["retry-after"] = "5"
    if reply.status != 200 and is_html(request.headers.get("accept", "")):
        return Response(
            _error_page(reply, request.query_params.get("q", "")), reply.status, headers, "text/html; charset=utf-8"
        )
    return Response(reply.body, reply.status, headers, reply.media)


def _error_page(reply: Reply, question: str) -> str:
    from html import escape

    page = (_ASSETS / "error.html").read_text(encoding="utf-8")
    parts = {"{message}": reply.body.decode("utf-8", "replace").strip(), "{question}": question}
    return re.sub(r"\{(?:message|question)\}", lambda found: escape(parts[found[0]]), page)


async def _refused(_request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, Wrong)
    return PlainTextResponse(wrong.what, wrong.status, _ALWAYS)


async def _failed(_request: Request, problem: Exception) -> Response:
    return PlainTextResponse(f"{problem}\n", 503, _ALWAYS)


class _Named:
    """Answers only to its own names, so that no web site can reach a loopback server through a name of its own."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self.hosts:
            given = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
            name = given.rpartition(":")[0] if given.rpartition(":")[2].isdigit() else given
            if name.lower() not in self.hosts:
                await PlainTextResponse("this server has another name\n", 421)(scope, receive, send)
                return
        await self.app(scope, receive, send)
