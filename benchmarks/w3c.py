"""The W3C's query tests of SPARQL 1.0 and 1.1 in, how many `kg serve` passes over HTTP out.

The tests come with the source of rdflib, not with its wheel:

    pip download --no-deps --no-binary :all: rdflib==7.1.4 && tar xzf rdflib-7.1.4.tar.gz
    python benchmarks/w3c.py rdflib-7.1.4/test/data/suites/w3c

All data of all tests is served from one file, each document in a graph of its own; a test names its graphs by the
protocol (default-graph-uri, named-graph-uri). Syntax tests ask whether a query is refused (4xx) or not.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import RDF

rdflib.NORMALIZE_LITERALS = False  # "01" stays as it is written
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
NOTHING, EMPTY = "urn:nothing", set()
EVALUATION, CSV = MF.QueryEvaluationTest, MF.CSVResultFormatTest
GOOD = (MF.PositiveSyntaxTest, MF.PositiveSyntaxTest11)
BAD = (MF.NegativeSyntaxTest, MF.NegativeSyntaxTest11)
RESULTS = {".srx": ox.QueryResultsFormat.XML, ".srj": ox.QueryResultsFormat.JSON, ".tsv": ox.QueryResultsFormat.TSV}
MEDIA = {".srj": "application/sparql-results+json", ".tsv": "text/tab-separated-values", ".csv": "text/csv"}
SKIPPED = (
    "entailment",
    "service",
    "syntax-fed",
    "update",
    "add",
    "clear",
    "copy",
    "move",
    "drop",
    "delete",
    "basic-update",
)


def main() -> None:
    """Print the counts, and with --show each test that is not passed."""
    suites = Path(sys.argv[1]).resolve()
    tests = [t for m in sorted(suites.rglob("manifest.ttl")) if not m.parent.name.startswith(SKIPPED) for t in read(m)]
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "tests.nq"
        data.write_bytes(quads(tests))
        command = [sys.executable, "-m", "kg", "serve", "-g", str(data), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            url = server.stdout.readline().strip() + "sparql"
            try:
                counts = run(tests, url)
            finally:
                server.terminate()
    for (suite, kind), said in sorted(counts.items()):
        print(f"{suite:14} {kind:11} passed {said['passed']} of {sum(said.values())}; {dict(said)}")


def run(tests: list[dict], url: str) -> dict[tuple[str, str], Counter]:
    """Outcomes by suite and kind of test."""
    counts: dict[tuple[str, str], Counter] = {}
    for test in tests:
        try:
            said = outcome(test, url)
        except Exception as problem:  # noqa: BLE001 whatever a test does, the others are asked
            said = f"failed: {type(problem).__name__} {problem}"
        if said != "passed" and "--show" in sys.argv:
            print(test["name"], test["query"].relative_to(test["query"].parents[2]), said[:200])
        counts.setdefault((test["suite"], test["kind"]), Counter())[said.partition(":")[0]] += 1
    return counts


def read(manifest: Path) -> list[dict]:
    """The tests of a manifest."""
    graph = rdflib.Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    out = []
    for entries in graph.objects(None, MF.entries):
        for entry in Collection(graph, entries):
            kind = graph.value(entry, RDF.type)
            action, result = graph.value(entry, MF.action), graph.value(entry, MF.result)
            base = {"name": str(graph.value(entry, MF.name)), "suite": manifest.parts[-3], "result": place(result)}
            if kind in (EVALUATION, CSV):
                out.append(base | {
                    "kind": "evaluation", "query": place(graph.value(action, QT.query)),
                    "data": [place(d) for d in graph.objects(action, QT.data)],
                    "named": [place(d) for d in graph.objects(action, QT.graphData)],
                })  # fmt: skip
            elif kind in GOOD or kind in BAD:
                out.append(base | {"kind": "good syntax" if kind in GOOD else "bad syntax", "query": place(action)})
    return out


def place(iri: object) -> Path | None:
    """The file that an IRI of a manifest names."""
    from urllib.parse import unquote, urlparse

    return Path(unquote(urlparse(str(iri)).path)) if iri is not None else None


def quads(tests: list[dict]) -> bytes:
    """All data as N-Quads: each file in the graph of its own IRI."""
    out = [f"<urn:s> <urn:p> <urn:o> <{NOTHING}> ."]
    for file in sorted({f for t in tests for f in (*t.get("data", ()), *t.get("named", ()))}):
        graph = rdflib.Graph().parse(file, publicID=file.as_uri())
        out += [f"{s.n3()} {p.n3()} {o.n3()} <{file.as_uri()}> ." for s, p, o in unnamed_apart(graph, len(out))]
        if not len(graph):
            EMPTY.add(file)
    return "\n".join(line.replace("\n", "\\n") for line in out).encode() + b"\n"


def unnamed_apart(graph: rdflib.Graph, number: int) -> list[tuple]:
    """The triples with blank nodes whose names no other file has, and literals on one line."""

    def named(term: object) -> object:
        if isinstance(term, rdflib.BNode):
            return rdflib.BNode(f"n{number}x{term}")
        return _Literal(term) if isinstance(term, rdflib.Literal) else term

    return [(named(s), p, named(o)) for s, p, o in graph]


class _Literal:
    def __init__(self, term: rdflib.Literal) -> None:
        kind = ox.NamedNode(str(term.datatype)) if term.datatype else None
        self.term = ox.Literal(str(term), datatype=kind, language=None if kind else term.language)

    def n3(self) -> str:
        return str(self.term)


def outcome(test: dict, url: str) -> str:
    """Passed, refused (by a rule of ours), or failed with the reason."""
    text = test["query"].read_text(encoding="utf-8")
    if test["kind"] != "evaluation":
        status, said, _ = ask(url, text, test, "*/*")
        if status == 400 and ours(said):
            return f"refused: {said}"
        return "passed" if (status < 400) == (test["kind"] == "good syntax") else f"failed: {status} {said}"
    wanted = test["result"]
    rows = MEDIA.get(wanted.suffix, "application/sparql-results+xml")
    status, said, media = ask(url, text, test, f"{rows}, application/n-triples")
    if status != 200:
        return f"{'refused' if ours(said) else 'failed'}: {status} {said}"
    same = equal(said, media, wanted, ordered="order by" in text.lower())
    return "passed" if same else f"failed: another result {said!r}"


def ours(said: str) -> bool:
    """Whether the query was refused by a rule of kg, not for its syntax."""
    return "FROM may only name" in said or "SERVICE would" in said


def ask(url: str, text: str, test: dict, accept: str) -> tuple[int, str, str]:
    """Status, body and media type of the answer."""
    given = [("default-graph-uri", f.as_uri()) for f in test.get("data", ()) if f not in EMPTY]
    given += [("named-graph-uri", f.as_uri()) for f in test.get("named", ())]
    given = given or [("named-graph-uri", NOTHING)]  # so that the default graph is empty
    query = f"BASE <{test['query'].as_uri()}> {text}" if "BASE" not in text.upper() else text
    request = Request(
        f"{url}?{urlencode(given)}", query.encode(), {"content-type": "application/sparql-query", "accept": accept}
    )
    try:
        with urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode(), answer.headers.get_content_type()
    except HTTPError as problem:
        return problem.code, problem.read().decode(), ""


def equal(said: str, media: str, wanted: Path, *, ordered: bool) -> bool:
    """Whether an answer is the result in a file."""
    if wanted.suffix == ".csv":
        return records(said) == records(wanted.read_text(encoding="utf-8"))
    if media == "application/n-triples":
        expected = rdflib.Graph().parse(wanted, publicID=wanted.as_uri())
        return isomorphic(rdflib.Graph().parse(data=said, format="nt"), expected)
    form = {"application/sparql-results+json": ".srj", "text/tab-separated-values": ".tsv"}.get(media, ".srx")
    got = ox.parse_query_results(said.encode(), format=RESULTS[form])
    if wanted.suffix in RESULTS:
        expected_rows = table(ox.parse_query_results(wanted.read_bytes(), format=RESULTS[wanted.suffix]))
    else:
        expected_rows = from_graph(rdflib.Graph().parse(wanted, publicID=wanted.as_uri()))
    return alike(table(got), expected_rows, ordered=ordered)


def records(text: str) -> list[list[tuple[str, str]]]:
    """Rows of CSV whatever the order of columns and rows; blank nodes have any name."""
    rows = csv.DictReader(io.StringIO(text))
    return sorted(sorted((k, "_:" if v.startswith("_:") else v) for k, v in row.items()) for row in rows)


def table(found: object) -> bool | list[dict[str, str]]:
    """Rows as terms in N-Triples, by variable."""
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = [v.value for v in found.variables]
    return [{n: by_value(row[n]) for n in names if row[n] is not None} for row in found]


def by_value(value: object) -> str:
    """A term in N-Triples; decimals, floats and doubles as Python writes their value."""
    kind = value.datatype.value.rpartition("#")[2] if isinstance(value, ox.Literal) else ""
    if kind in ("decimal", "float", "double"):
        return f'"{float(value.value)}"^^<{value.datatype.value}>'
    return str(value)


def from_graph(graph: rdflib.Graph) -> bool | list[dict[str, str]]:
    """Rows of a result that is written as RDF."""
    said = next(graph.objects(None, RS.boolean), None)
    if said is not None:
        return str(said) == "true"
    solutions = sorted(graph.objects(None, RS.solution), key=lambda s: int(graph.value(s, RS["index"]) or 0))
    return [
        {
            str(graph.value(b, RS.variable)): term(graph.value(b, RS.value))
            for b in graph.objects(s, RS.binding)
        }
        for s in solutions
    ]  # fmt: skip


def term(value: object) -> str:
    """An rdflib term as pyoxigraph writes it."""
    return by_value(_Literal(value).term) if isinstance(value, rdflib.Literal) else str(value.n3())


def alike(got: object, wanted: object, *, ordered: bool) -> bool:
    """Whether two results are the same, blank nodes apart."""
    if isinstance(got, bool) or isinstance(wanted, bool):
        return got == wanted
    if len(got) != len(wanted):
        return False
    plain = [[(k, v if not v.startswith("_:") else "_:") for k, v in sorted(row.items())] for row in got]
    other = [[(k, v if not v.startswith("_:") else "_:") for k, v in sorted(row.items())] for row in wanted]
    if not (plain == other if ordered else sorted(plain) == sorted(other)):
        return False
    return isomorphic(as_graph(got), as_graph(wanted))


def as_graph(rows: list[dict[str, str]]) -> rdflib.Graph:
    """Rows as a graph, so that blank nodes can be matched."""
    graph = rdflib.Graph()
    lines = [
        f"_:row{n} <urn:v:{name}> {value if not value.startswith('_:') else '_:b' + value[2:]} ."
        for n, row in enumerate(rows) for name, value in row.items()
    ]  # fmt: skip
    return graph.parse(data="\n".join(lines), format="nt")


if __name__ == "__main__":
    main()
