"""`kg serve` under load: `python benchmarks/serve.py talks.kg`, beside `oxigraph serve-read-only` and rdflib-endpoint.

Each server gets the same graph and the same three queries from 1, 10 and 100 clients at once; it prints requests a
second, the slowest of twenty, and memory. `--endpoint PATH` names the rdflib-endpoint program, which is left out else.
`--hostile SECONDS` asks `kg serve` alone what no server likes, and whether it still answers.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import itertools
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import kg
from kg.queries import named
from kg.queries.prefixes import declare

if TYPE_CHECKING:
    from collections.abc import Iterator

QUERIES = [
    declare("SELECT ?name { ?who dip:negotiatesWith actor:IRN ; rdfs:label ?name }"),
    declare(named.get("most-active").sparql),
    declare("SELECT ?e ?what { ?e a dip:Event ; dip:eventType type:meet ; rdfs:label ?what } LIMIT 50"),
]
HOSTILE = [
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?i",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT DISTINCT ?x (GROUP_CONCAT(?y) AS ?z) { ?x ?p ?y . ?u ?v ?w . ?l ?m ?n } GROUP BY ?x",
    "SELECT * { ?a (!<urn:x>)*/(!<urn:y>)*/(!<urn:z>)* ?b }",
    'SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), "(.*)*x")) }',
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * " + "{" * 3000 + "}" * 3000,
    "SELECT * { ?a ?b " + "!" * 5000 + "?c }",
    "DELETE WHERE { ?s ?p ?o }",
    "SELECT (" + "CONCAT(" * 38 + '"' + "x" * 5000 + '"' + ")" * 38 + " AS ?x) {}",
    "x" * 400_000,
]


def main() -> None:
    """Print the figures."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("graph")
    read.add_argument("--endpoint")
    read.add_argument("--seconds", type=float, default=8)
    read.add_argument("--hostile", type=float, default=0)
    given = read.parse_args()
    if given.hostile:
        hostile(given.graph, given.hostile)
        return
    with tempfile.TemporaryDirectory() as place:
        for name, command, path in servers(given.graph, Path(place), given.endpoint):
            with running(command) as (process, port):
                wait(port, path)
                for clients in (1, 10, 100):
                    said = load(port, path, clients, given.seconds)
                    print(f"{name:16} {clients:4} clients: {said}, {memory(process)} MB", flush=True)


def servers(graph: str, place: Path, endpoint: str | None) -> Iterator[tuple[str, list[str], str]]:
    """Name, command without its port, and path of each server."""
    data = place / "graph.nq"
    with data.open("wb") as stream:
        kg.open(graph).export("nq", stream)
    yield "kg serve", [sys.executable, "-m", "kg", "serve", "-g", graph, "--port"], "/sparql"
    oxigraph = str(Path(sys.executable).parent / "oxigraph")
    store = str(place / "store")
    subprocess.run([oxigraph, "load", "--location", store, "--file", str(data)], check=True, capture_output=True)
    yield "oxigraph", [oxigraph, "serve-read-only", "--location", store, "--union-default-graph", "--bind"], "/query"
    if endpoint:
        yield "rdflib-endpoint", [endpoint, "serve", str(data), "--host", "127.0.0.1", "--port"], "/"


@contextlib.contextmanager
def running(command: list[str]) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A server on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = f"127.0.0.1:{port}" if command[-1] == "--bind" else str(port)
    process = subprocess.Popen([*command, where], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process, port
    finally:
        process.terminate()
        process.wait()


def wait(port: int, path: str) -> None:
    """Until it answers, a minute at most."""
    for _ in range(120):
        with contextlib.suppress(OSError):
            if ask(port, path, "ASK {}") == 200:
                return
        time.sleep(0.5)
    raise SystemExit("the server does not answer")


def ask(port: int, path: str, query: str, timeout: float = 120) -> int:
    """The status of one query."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        body = urlencode({"query": query})
        kind = {"content-type": "application/x-www-form-urlencoded", "accept": "application/sparql-results+json"}
        connection.request("POST", path, body, kind)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def load(port: int, path: str, clients: int, seconds: float) -> str:
    """Requests a second and how long they took."""
    took: list[float] = []
    bad: list[object] = []
    end = time.monotonic() + seconds

    def client(first: int) -> None:
        for query in itertools.islice(itertools.cycle(QUERIES), first, None):
            if time.monotonic() > end:
                return
            begun = time.monotonic()
            try:
                status = ask(port, path, query)
            except OSError as problem:
                bad.append(problem)
                continue
            took.append(time.monotonic() - begun)
            if status != 200:
                bad.append(status)

    threads = [threading.Thread(target=client, args=(n,)) for n in range(clients)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took.sort()
    rate = len(took) / (time.monotonic() - begun)
    middle, slow = took[len(took) // 2] * 1000, took[int(len(took) * 0.95)] * 1000
    return f"{rate:6.0f} a second, half in {middle:.0f} ms, 95 % in {slow:.0f} ms, {len(bad)} failed"


def memory(process: subprocess.Popen[bytes]) -> int:
    """Resident MB of a process and its children."""
    command = ["ps", "-o", "rss=", "--pid", str(process.pid), "--ppid", str(process.pid)]
    return sum(map(int, subprocess.run(command, capture_output=True, check=False).stdout.split())) // 1024


def hostile(graph: str, seconds: float) -> None:
    """Four clients with hostile queries, one with good ones."""
    end = time.monotonic() + seconds
    said: dict[object, int] = {}
    with running([sys.executable, "-m", "kg", "serve", "-g", graph, "--timeout", "5", "--port"]) as (process, port):
        wait(port, "/sparql")
        print(f"before: {memory(process)} MB")

        def client(first: int) -> None:
            for query in itertools.islice(itertools.cycle(HOSTILE), first, None):
                if time.monotonic() > end:
                    return
                try:
                    status: object = ask(port, "/sparql", query)
                except OSError as problem:
                    status = type(problem).__name__
                said[status] = said.get(status, 0) + 1

        threads = [threading.Thread(target=client, args=(n * 3,)) for n in range(4)]
        for thread in threads:
            thread.start()
        good: list[float] = []
        while time.monotonic() < end:
            begun = time.monotonic()
            assert ask(port, "/sparql", QUERIES[0]) == 200
            good.append(time.monotonic() - begun)
            if len(good) % 10 == 0:
                print(f"{len(good)} good answers, slowest {max(good):.1f} s; {memory(process)} MB; {said}", flush=True)
            time.sleep(0.5)
        for thread in threads:
            thread.join()
        time.sleep(2)
        print(f"after: {memory(process)} MB, alive: {ask(port, '/sparql', 'ASK {}') == 200}; {len(good)} good; {said}")


if __name__ == "__main__":
    main()
