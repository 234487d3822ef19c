"""A SPARQL job and a graph in, the result in the format that was asked for out; and the service description."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.errors import QuestionError
from kg.graph import results
from kg.graph.guard import refuse
from kg.graph.results import write
from kg.queries.check import check, explain
from kg.queries.prefixes import PREFIXES
from kg.serve.protocol import BOOLEANS, GRAPHS, ROWS, Wrong, negotiated

if TYPE_CHECKING:
    from kg.graph import Graph

__all__ = ["describe", "sparql"]

MOST_BYTES = 32 << 20
"""Of an answer."""
_ENGINE = {"json": "srj", "xml": "srx"}
"""What the formats of the protocol are called by `kg.graph.results`, where it is another name."""
_FORMATS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
_SD = "http://www.w3.org/ns/sparql-service-description#"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def sparql(graph: Graph, job: dict[str, Any]) -> tuple[str, bytes]:
    """Media type and body of the result; raises Wrong or QuestionError with the place of a mistake."""
    query, accept, form = str(job["query"]), str(job["accept"]), str(job["form"])
    refuse(query)
    if job.get("strict"):
        check(query)
    dataset = _dataset(graph.store, job["default_graphs"], job["named_graphs"])
    try:
        found = graph.store.query(query, prefixes=PREFIXES, **dataset)
        return _written(found, accept, form)
    except SyntaxError as problem:
        raise explain(query, str(problem)) from None
    except (ValueError, RuntimeError) as problem:
        raise QuestionError(f"the query failed: {problem}") from None


def _dataset(store: ox.Store, default: list[str], named: list[str]) -> dict[str, Any]:
    """The graphs that the protocol names; without any, all graphs are one and each has its name."""
    if not default and not named:
        return {"use_default_graph_as_union": True}
    return {"default_graph": [_graph(store, g) for g in default], "named_graphs": [_graph(store, g) for g in named]}


def _graph(store: ox.Store, iri: str) -> ox.NamedNode:
    try:
        name = ox.NamedNode(iri)
    except ValueError:
        raise Wrong(400, f"not an IRI: {iri[:200]!r}\n") from None
    if not store.contains_named_graph(name):
        raise Wrong(400, f"there is no graph <{iri[:200]}> here, and none is fetched\n")
    return name


def _written(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, accept: str, form: str) -> tuple[str, bytes]:
    if isinstance(found, ox.QueryTriples):
        offered = GRAPHS
    else:
        offered = BOOLEANS if isinstance(found, ox.QueryBoolean) else ROWS
    name, media = negotiated(accept, offered, form)
    out = _Capped()
    write(found, _ENGINE.get(name, name), out)
    return f"{media}; charset=utf-8" if media.startswith("text/") else media, out.getvalue()


class _Capped(io.BytesIO):
    """Bytes up to a limit, beyond which the query is told to ask for less."""

    def write(self, data: Any) -> int:
        if self.tell() + len(data) > MOST_BYTES:
            raise Wrong(413, f"the answer is larger than {MOST_BYTES >> 20} MB; put a LIMIT into the query\n")
        return super().write(data)


def describe(_graph: Graph, job: dict[str, Any]) -> tuple[str, bytes]:
    """The service description (https://www.w3.org/TR/sparql11-service-description/) of the endpoint at a URL."""
    name, media = negotiated(str(job["accept"]), GRAPHS, str(job["form"]))
    url = str(job["url"])
    service, dataset, every = (ox.NamedNode(f"{url}#{part}") for part in ("service", "dataset", "union"))

    def say(subject: ox.NamedNode, term: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
        return ox.Triple(subject, ox.NamedNode(term), value)

    def kind(subject: ox.NamedNode, term: str) -> ox.Triple:
        return ox.Triple(subject, _TYPE, ox.NamedNode(_SD + term))

    formats = [*(f.iri for f in results.ROWS.values()), *(f"http://www.w3.org/ns/formats/{f}" for f in _FORMATS)]
    said = [
        kind(service, "Service"),
        say(service, f"{_SD}endpoint", ox.NamedNode(url)),
        say(service, f"{_SD}supportedLanguage", ox.NamedNode(f"{_SD}SPARQL11Query")),
        say(service, f"{_SD}feature", ox.NamedNode(f"{_SD}UnionDefaultGraph")),
        *(say(service, f"{_SD}resultFormat", ox.NamedNode(iri)) for iri in formats),
        say(service, f"{_SD}defaultDataset", dataset),
        kind(dataset, "Dataset"),
        say(dataset, f"{_SD}defaultGraph", every),
        kind(every, "Graph"),
    ]
    body = ox.serialize(said, format=results.GRAPHS[name], prefixes={"sd": _SD}) or b""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media, body
