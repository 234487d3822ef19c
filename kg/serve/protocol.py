"""An HTTP request in, a SPARQL request out, as the SPARQL 1.1 Protocol says; the format that an Accept header wants.

https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "BOOLEANS",
    "GRAPHS",
    "ROWS",
    "Request",
    "Wrong",
    "is_html",
    "negotiated",
    "parse",
]

_JSON, _XML = "application/sparql-results+json", "application/sparql-results+xml"
_CSV, _TSV = "text/csv", "text/tab-separated-values"
ROWS: Mapping[str, Sequence[str]] = {
    "json": (_JSON, "application/json"),
    "xml": (_XML, "application/xml", "text/xml"),
    "csv": (_CSV,),
    "tsv": (_TSV,),
}
"""Formats of rows by their short name: the media type, then others that are understood to mean it. First is default."""
BOOLEANS: Mapping[str, Sequence[str]] = ROWS
GRAPHS: Mapping[str, Sequence[str]] = {
    "ttl": ("text/turtle", "application/x-turtle"),
    "nt": ("application/n-triples",),
    "rdf": ("application/rdf+xml", "application/xml", "text/xml"),
    "jsonld": ("application/ld+json", "application/json"),
}
"""The same for graphs (CONSTRUCT, DESCRIBE, the service description)."""
MOST_BYTES = 200_000
"""Of a request's body."""
_FORM, _DIRECT, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_READ_ONLY = "this endpoint only reads: updates are refused\n"


class Wrong(Exception):  # noqa: N818 (it is an answer)
    """A request that is refused: an HTTP status, and one sentence for whoever sent it."""

    def __init__(self, status: int, what: str) -> None:
        self.status, self.what = status, what
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Request:
    """A query and the dataset that the protocol gives it (IRIs of graphs); `form` is a format asked for by name."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str = ""


def parse(method: str, query_string: str, content_type: str = "", body: bytes = b"") -> Request | None:
    """The SPARQL request in an HTTP request, or None for the service description (GET without a query).

    Raises Wrong for anything that the protocol does not allow, and for updates.

    >>> parse("GET", "query=ASK%20%7B%7D&default-graph-uri=http://a/g")
    Request(query='ASK {}', default_graphs=('http://a/g',), named_graphs=(), form='')
    """
    given = _pairs(query_string)
    if method == "POST":
        kind, _, parameters = content_type.partition(";")
        kind = kind.strip().lower()
        if kind == _UPDATE:
            raise Wrong(403, _READ_ONLY)
        if kind not in (_FORM, _DIRECT):
            raise Wrong(415, f"POST a query as {_FORM} (query=…) or as {_DIRECT}\n")
        charset = parameters.lower().replace(" ", "").replace('"', "").partition("charset=")[2].partition(";")[0]
        if charset not in ("", "utf-8", "utf8"):
            raise Wrong(415, "a query is sent as UTF-8\n")
        text = _text(body)
        given += _pairs(text) if kind == _FORM else [("query", text)]
    elif not any(name in ("query", "update") for name, _ in given):
        return None
    return _request(given)


def _request(given: Sequence[tuple[str, str]]) -> Request:
    queries = [value for name, value in given if name == "query"]
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in given):
        raise Wrong(403, _READ_ONLY)
    if len(queries) != 1:
        raise Wrong(400, "give one query\n" if queries else "there is no query: give query=…\n")
    return Request(
        queries[0],
        tuple(value for name, value in given if name == "default-graph-uri"),
        tuple(value for name, value in given if name == "named-graph-uri"),
        next((value for name, value in given if name == "format"), ""),
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=100)
    except UnicodeDecodeError:
        raise Wrong(400, "the request is not UTF-8\n") from None
    except ValueError:
        raise Wrong(400, "the request has too many parameters\n") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Wrong(400, "the query is not UTF-8\n") from None


def negotiated(accept: str, offered: Mapping[str, Sequence[str]], form: str = "") -> tuple[str, str]:
    """The short name and the media type that answer an Accept header best; raises Wrong(406) when none does.

    `form`, a short name, goes before the header. Of equally good ones the first offered is taken.

    >>> negotiated("text/csv;q=0.5, application/sparql-results+xml", ROWS)
    ('xml', 'application/sparql-results+xml')
    >>> negotiated("*/*", GRAPHS)
    ('ttl', 'text/turtle')
    """
    if form:
        if form not in offered:
            raise Wrong(406, f"no format is called {form[:20]!r} here; there are {', '.join(offered)}\n")
        return form, offered[form][0]
    wanted = _ranges(accept) or [("*/*", 1.0)]
    best: tuple[float, str, str] | None = None
    for name, types in offered.items():
        for media in types:
            quality = _quality(media, wanted)
            if quality > 0 and (best is None or quality > best[0]):
                best = (quality, name, media)
    if best is None:
        every = ", ".join(types[0] for types in offered.values())
        raise Wrong(406, f"the answer can be had as {every}\n")
    return best[1], best[2]


def is_html(accept: str) -> bool:
    """Whether whoever asks would rather have a page than data, as browsers do."""
    wanted = _ranges(accept)
    html = max((q for media, q in wanted if media in ("text/html", "application/xhtml+xml")), default=0.0)
    data = max((q for media, q in wanted if media == "application/json"), default=0.0)
    return html > data


def _ranges(accept: str) -> list[tuple[str, float]]:
    out = []
    for part in accept[:2000].split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = min(1.0, max(0.0, float(parameter[2:])))
                except ValueError:
                    quality = 0.0
        if media:
            out.append((media, quality))
    return out


def _quality(media: str, wanted: Sequence[tuple[str, float]]) -> float:
    """The quality that the most specific range gives a media type."""
    for pattern in (media, f"{media.partition('/')[0]}/*", "*/*"):
        found = [quality for name, quality in wanted if name == pattern]
        if found:
            return max(found)
    return 0.0
