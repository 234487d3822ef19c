"""A knowledge base and a server's URL in, its graphs on that server out: one request a graph, resumed where it stopped.

Speaks the SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/): PUT replaces a named
graph, so that a repeated or interrupted run leaves nothing twice.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError, UsageError
from kg.graph.files import write_all
from kg.graph.opening import open_graph

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Published", "publish"]

_SAVE_EVERY = 50
_TIMEOUT_S = 120


@dataclass(frozen=True, slots=True)
class Published:
    """How many graphs were sent, were there already, and were taken away."""

    sent: int
    unchanged: int
    removed: int


def publish(
    folder: str | Path,
    url: str,
    *,
    again: bool = False,
    tell: Callable[[str], None] | None = None,
) -> Published:
    """Put every named graph of a knowledge base onto a server, at the URL of its graph store.

    That is `http://localhost:7878/store` for Oxigraph, `…/sparql-graph-crud` for Virtuoso, `…/data` for Fuseki. What
    was sent to that URL before and is the same is left out, unless `again` is true; graphs of removed documents
    are deleted. Raises GraphError when the server refuses or cannot be reached: run it again to go on.
    """
    if not url.startswith(("http://", "https://")):
        raise UsageError(f"not a URL: {url!r}", hint="as in http://localhost:7878/store")
    path = Path(folder)
    graph = open_graph(path)
    state = path / "published" / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.json"
    done = {} if again else _sent_before(state)
    sent = unchanged = 0
    names = sorted(n.value for n in graph.store.named_graphs())
    for name in names:
        body = _triples(graph.store, name)
        digest = hashlib.sha256(body).hexdigest()[:16]
        if done.get(name) == digest:
            unchanged += 1
            continue
        _request(url, "PUT", name, body)
        done[name] = digest
        sent += 1
        if tell:
            tell(name)
        if sent % _SAVE_EVERY == 0:
            _save(state, done)
    gone = sorted(set(done) - set(names))
    for name in gone:
        _request(url, "DELETE", name, None)
        del done[name]
    _save(state, done)
    return Published(sent, unchanged, len(gone))


def _triples(store: ox.Store, name: str) -> bytes:
    out = io.BytesIO()
    store.dump(out, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(name))
    return b"".join(sorted(out.getvalue().splitlines(keepends=True)))


def _sent_before(state: Path) -> dict[str, str]:
    try:
        return dict(json.loads(state.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _save(state: Path, done: dict[str, str]) -> None:
    write_all([(state, json.dumps(done, indent=0, sort_keys=True).encode())])


def _request(url: str, method: str, name: str, body: bytes | None) -> None:
    from urllib.error import HTTPError, URLError
    from urllib.parse import urlencode
    from urllib.request import Request, urlopen

    asked = f"{url}?{urlencode({'graph': name})}"
    headers = {"Content-Type": "application/n-triples"} if body is not None else {}
    request = Request(asked, data=body, method=method, headers=headers)  # noqa: S310 (publish() admits http only)
    try:
        with urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310 (the same)
            answer.read()
    except HTTPError as problem:
        if method == "DELETE" and problem.code == 404:
            return
        said = "".join(problem.read(300).decode("utf-8", "replace").splitlines()[:1])
        raise GraphError(
            f"the server answered {problem.code} {said}", where=url, hint="is this the URL of its graph store?"
        ) from None
    except (URLError, OSError) as problem:
        raise GraphError(
            f"the server cannot be reached ({problem})", where=url, hint="what was sent stays; run it again to go on"
        ) from None
