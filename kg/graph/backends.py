"""SPARQL in, rows out: from an Oxigraph store in this process, or from any SPARQL 1.1 endpoint by its URL."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import pyoxigraph as ox

from kg.errors import GraphError, QuestionError
from kg.graph.guard import refuse
from kg.graph.names import PREFIXES
from kg.graph.results import MEDIA, check_format, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Backend", "EndpointBackend", "Rows", "StoreBackend"]

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]*\Z")
_TIMEOUT_S = 120


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query: names of columns, and rows of IRIs and literal values as text, None where unbound.

    ASK gives one row of one column "answer" (true or false); CONSTRUCT gives subject, predicate, object.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    def __iter__(self) -> Iterator[tuple[str | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> list[dict[str, str | None]]:
        """Each row as a mapping from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def frame(self, library: str = "pandas") -> Any:
        """The rows as a data frame of pandas or polars; all values are text."""
        from kg.tables import frame

        return frame(self.columns, self.rows, library)


class Backend(Protocol):
    """What answers: a store or an endpoint."""

    def select(self, sparql: str, bindings: Mapping[str, str]) -> Rows: ...
    def written(self, sparql: str, form: str) -> bytes: ...


class StoreBackend:
    """Queries on the union of all graphs of an Oxigraph store."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def select(self, sparql: str, bindings: Mapping[str, str]) -> Rows:
        """The rows; raises QuestionError for a query that is refused or not understood."""
        return _rows(self._answer(_bound(sparql, bindings)))

    def written(self, sparql: str, form: str) -> bytes:
        """The result in a format of `kg.graph.results`."""
        out = io.BytesIO()
        try:
            write(self._answer(sparql), check_format(form), out)
        except (ValueError, RuntimeError) as problem:
            raise QuestionError(f"the query failed: {problem}") from None
        return out.getvalue()

    def _answer(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        refuse(sparql)
        try:
            return self.store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as problem:
            raise QuestionError(f"the query was not understood: {problem}") from None


def _bound(sparql: str, bindings: Mapping[str, str]) -> str:
    """The query with values for some of its variables, in a block at its end."""
    if not bindings:
        return sparql
    names = " ".join(f"?{name}" for name in bindings)
    values = " ".join(str(_term(value)) for value in bindings.values())
    return f"{sparql}\nVALUES ({names}) {{ ({values}) }}"


def _rows(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Rows:
    if isinstance(answer, ox.QueryBoolean):
        return Rows(("answer",), (("true" if answer else "false",),))
    if isinstance(answer, ox.QueryTriples):
        triples = ((_value(t.subject), _value(t.predicate), _value(t.object)) for t in answer)
        return Rows(("subject", "predicate", "object"), tuple(triples))
    columns = tuple(v.value for v in answer.variables)
    try:
        return Rows(columns, tuple(tuple(_value(row[i]) for i in range(len(columns))) for row in answer))
    except (ValueError, RuntimeError) as problem:
        raise QuestionError(f"the query failed: {problem}") from None


def _value(term: object) -> str | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode):
        return term.value
    return str(term)


def _term(value: str) -> ox.NamedNode | ox.Literal:
    """An IRI or short name as a resource, other text as a plain literal."""
    prefix, colon, local = value.partition(":")
    if colon and prefix in PREFIXES:
        return ox.NamedNode(PREFIXES[prefix] + local)
    if _IRI.match(value) and ("://" in value or prefix in ("urn", "mailto")):
        return ox.NamedNode(value)
    return ox.Literal(value)


class EndpointBackend:
    """Queries over HTTP (SPARQL 1.1 protocol); whether graphs are read as one is the server's setting.

    Only `http` and `https` URLs are reached, and only because the user named one.
    """

    def __init__(self, url: str) -> None:
        self.url = url

    def select(self, sparql: str, bindings: Mapping[str, str]) -> Rows:
        """The rows; raises GraphError when the server cannot be reached or answers with an error."""
        refuse(sparql)
        wanted = "application/sparql-results+json, application/n-triples;q=0.8"
        return _parsed(self._post(declare(_bound(sparql, bindings)), wanted), self.url)

    def written(self, sparql: str, form: str) -> bytes:
        """The result as the server writes it, in a format of `kg.graph.results`."""
        refuse(sparql)
        return self._post(declare(sparql), MEDIA[check_format(form)])

    def _post(self, sparql: str, wanted: str) -> bytes:
        from urllib.error import HTTPError, URLError
        from urllib.parse import urlencode
        from urllib.request import Request, urlopen

        body = urlencode({"query": sparql}).encode()
        request = Request(self.url, data=body, headers={"Accept": wanted})  # noqa: S310 (open() admits http only)
        try:
            with urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310 (the same)
                return bytes(answer.read())
        except HTTPError as problem:
            said = problem.read(400).decode("utf-8", "replace").strip().splitlines()
            raise GraphError(f"the server answered {problem.code}: {''.join(said[:1])}", where=self.url) from None
        except (URLError, OSError) as problem:
            raise GraphError(
                f"the server cannot be reached ({problem})", where=self.url, hint="is it running, is the URL right?"
            ) from None


def declare(sparql: str) -> str:
    """The query with those known prefixes declared in front that it may use and does not declare."""
    declared = set(re.findall(r"\bPREFIX\s+([\w-]*):", sparql, re.IGNORECASE))
    used = set(re.findall(r"([A-Za-z][\w-]*):", sparql))
    lines = [f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name in used - declared]
    return " ".join([*lines, sparql])


def _parsed(body: bytes, url: str) -> Rows:
    if not body.lstrip().startswith(b"{"):
        try:
            triples = [(_value(t.subject), _value(t.predicate), _value(t.object)) for t in ox.parse(body, format=_NT)]
        except SyntaxError:
            raise GraphError("the answer is no SPARQL result", where=url, hint="is this a SPARQL endpoint?") from None
        return Rows(("subject", "predicate", "object"), tuple(triples))
    try:
        answer = json.loads(body)
        if "boolean" in answer:
            return Rows(("answer",), (("true" if answer["boolean"] else "false",),))
        columns = tuple(answer["head"]["vars"])
        found = answer["results"]["bindings"]
        return Rows(columns, tuple(tuple(_told(row.get(c)) for c in columns) for row in found))
    except (ValueError, KeyError, TypeError):
        raise GraphError("the answer is no SPARQL result", where=url, hint="is this a SPARQL endpoint?") from None


def _told(cell: Mapping[str, str] | None) -> str | None:
    """The text of a cell; truth is written in one way, though some servers write 1 for true."""
    if cell is None:
        return None
    if cell.get("datatype") == f"{PREFIXES['xsd']}boolean":
        return {"1": "true", "0": "false"}.get(cell["value"], cell["value"])
    return cell["value"]


_NT = ox.RdfFormat.N_TRIPLES
