"""A graph in, a file out: RDF, tables, networks, timelines, annotations; sorted, so that equal graphs are equal files.

What the ontology says is left out: it comes with kg, and is not what was read.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, BinaryIO

import pyoxigraph as ox

from kg.errors import UsageError
from kg.graph.formats import LINES, pair_rows, short
from kg.graph.names import ACTORS, CURATION, DERIVED, ONTOLOGY, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.graph.events import DerivedEvent
    from kg.graph.source import Graph

__all__ = ["FORMATS", "export", "sorted_quads"]

_WRITTEN = {name: iri for name, iri in PREFIXES.items() if name != "doc"}
"""Names of mentions (`doc/…#char=1,9`) are not legible as short names: too much of them must be escaped."""

CSV_COLUMNS = (
    "id", "label", "type", "root", "status", "initiators", "recipients", "participants", "mediators", "hosts",
    "object", "place", "issues", "date", "earliest", "latest", "deadline", "first_reported", "sources", "claims",
    "documents", "grade",
)  # fmt: skip


def export(graph: Graph, name: str, stream: BinaryIO, *, no_text: bool = False) -> None:
    """Write the graph in the format of that name; raises UsageError for one that is not known.

    With `no_text` quotes are cut short; a check of such a file finds them cut.
    """
    if name in LINES:
        stream.writelines(piece.encode("utf-8", "replace") for piece in LINES[name](graph, no_text))
        return
    writer = _WRITERS.get(name)
    if writer is None:
        raise UsageError(f"there is no format {name!r}", hint=f"there are {', '.join(FORMATS)}")
    writer(graph, stream, no_text)


def sorted_quads(graph: Graph, *, cut: bool = False) -> Iterator[ox.Quad]:
    """All quads but the ontology's, in a stream: documents, actors, corrections, what is derived; each sorted."""
    for name, lines in _sorted_lines(graph):
        for quad in ox.parse(b"".join(lines), format=ox.RdfFormat.N_TRIPLES):
            made = ox.Quad(quad.subject, quad.predicate, quad.object, name)
            yield _cut(made) if cut else made


_LAST = {ACTORS: "1", CURATION: "2", DERIVED: "3"}


def _sorted_lines(graph: Graph) -> Iterator[tuple[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, list[bytes]]]:
    """The N-Triples lines of each graph, sorted as bytes, which is many times quicker than sorting quads."""
    if not graph.is_local:
        raise UsageError("an endpoint cannot be exported", where=graph.target, hint="ask its server for a dump")
    store = graph.store
    names = [n for n in store.named_graphs() if n.value != ONTOLOGY]
    for name in [ox.DefaultGraph(), *sorted(names, key=lambda n: (_LAST.get(n.value, "0"), n.value))]:
        out = io.BytesIO()
        store.dump(out, format=ox.RdfFormat.N_TRIPLES, from_graph=name)
        yield name, sorted(out.getvalue().splitlines(keepends=True))


_EXACT = ox.NamedNode(f"{PREFIXES['oa']}exact")


def _cut(quad: ox.Quad) -> ox.Quad:
    if quad.predicate != _EXACT or not isinstance(quad.object, ox.Literal):
        return quad
    return ox.Quad(quad.subject, quad.predicate, ox.Literal(short(quad.object.value)), quad.graph_name)


def _trig(graph: Graph, stream: BinaryIO, cut: bool) -> None:
    ox.serialize(sorted_quads(graph, cut=cut), stream, format=ox.RdfFormat.TRIG, prefixes=_WRITTEN)


def _nq(graph: Graph, stream: BinaryIO, cut: bool) -> None:
    ox.serialize(sorted_quads(graph, cut=cut), stream, format=ox.RdfFormat.N_QUADS)


def _ttl(graph: Graph, stream: BinaryIO, cut: bool) -> None:
    """The union of all graphs; which document says what stays in `dip:inDocument`."""
    lines = sorted({line for _, lines in _sorted_lines(graph) for line in lines})
    quads = ox.parse(b"".join(lines), format=ox.RdfFormat.N_TRIPLES)
    triples = ((_cut(q) if cut else q).triple for q in quads)
    ox.serialize(triples, stream, format=ox.RdfFormat.TURTLE, prefixes=_WRITTEN)


def _jsonld(graph: Graph, stream: BinaryIO, cut: bool) -> None:
    """One object with a context and a list of named graphs."""
    graphs: dict[str, dict[str, dict[str, Any]]] = {}
    for quad in sorted_quads(graph, cut=cut):
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else "@default"
        nodes = graphs.setdefault(name, {})
        iri = _compact(quad.subject.value if isinstance(quad.subject, ox.NamedNode) else str(quad.subject))
        node = nodes.setdefault(iri, {"@id": iri})
        if quad.predicate.value == f"{PREFIXES['rdf']}type" and isinstance(quad.object, ox.NamedNode):
            node.setdefault("@type", []).append(_compact(quad.object.value))
        else:
            node.setdefault(_compact(quad.predicate.value), []).append(_json_term(quad.object))
    content = {
        "@context": dict(PREFIXES),
        "@graph": [{"@id": _compact(name), "@graph": list(nodes.values())} for name, nodes in graphs.items()],
    }
    stream.write(json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")


def _json_term(term: object) -> Any:
    if isinstance(term, ox.NamedNode):
        return {"@id": _compact(term.value)}
    if not isinstance(term, ox.Literal):
        return {"@id": str(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    if kind == f"{PREFIXES['xsd']}string":
        return term.value
    return {"@value": term.value, "@type": _compact(kind)}


def _compact(iri: str) -> str:
    """A short name where the rest is plain letters, digits and hyphens, which no reader of JSON-LD expands wrongly."""
    for prefix, start in _BY_LENGTH:
        rest = iri[len(start) :]
        if iri.startswith(start) and rest.replace("-", "").replace("_", "").isalnum() and rest.isascii():
            return f"{prefix}:{rest}"
    return iri


_BY_LENGTH = sorted(PREFIXES.items(), key=lambda p: -len(p[1]))


def _csv(graph: Graph, stream: BinaryIO, _cut: bool) -> None:
    """Events, one a row; several values of a cell are separated by "; "."""
    _table(stream, [CSV_COLUMNS, *(_row(event) for event in graph.events(guesses=True))])


def _pairs(graph: Graph, stream: BinaryIO, _cut: bool) -> None:
    """Events and actors, one pair a row."""
    _table(stream, ([_tame(cell) for cell in row] for row in pair_rows(graph.events(guesses=True))))


def _parquet(graph: Graph, stream: BinaryIO, _cut: bool) -> None:
    """The table of events for pandas, DuckDB and the like."""
    try:
        import pandas as pd

        frame = pd.DataFrame([_row(event) for event in graph.events(guesses=True)], columns=list(CSV_COLUMNS))
        frame.to_parquet(stream, index=False)
    except ImportError:
        raise UsageError("Parquet needs two more packages", hint="pip install pandas pyarrow, or take csv") from None


def _table(stream: BinaryIO, rows: Iterable[Sequence[str]]) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="", write_through=True)
    csv.writer(text, lineterminator="\n").writerows(rows)
    text.detach()


def _row(event: DerivedEvent) -> list[str]:
    def cell(name: str) -> str:
        if name == "date":
            return event.when.edtf if event.when else ""
        if name == "deadline":
            return event.deadline.edtf if event.deadline else ""
        value = getattr(event, name)
        if name in ("initiators", "recipients", "participants", "mediators", "hosts"):
            return "; ".join(p.name for p in value)
        if name in ("claims", "documents"):
            return str(len(value))
        return "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)

    return [_tame(cell(name)) for name in CSV_COLUMNS]


def _tame(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


_WRITERS: dict[str, Callable[[Graph, BinaryIO, bool], None]] = {
    "trig": _trig,
    "nq": _nq,
    "ttl": _ttl,
    "jsonld": _jsonld,
    "csv": _csv,
    "csv-pairs": _pairs,
    "parquet": _parquet,
}
FORMATS = (*_WRITERS, *LINES)
"""Every format by the name that `kg export` takes."""
