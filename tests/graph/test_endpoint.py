"""A SPARQL endpoint by its URL: the same answers as from the folder, and clear errors for what is none."""

from __future__ import annotations

import io
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

from kg.errors import GraphError, QuestionError, UsageError
from kg.graph import build, open_graph
from tests.graph.made import seed


def handler(store):
    """The query half of the SPARQL 1.1 protocol over an Oxigraph store; /broken answers with something else."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path == "/broken":
                return self.answer(200, b"<html>hello</html>")
            asked = parse_qs(body.decode())["query"][0]
            try:
                found = store.query(asked, use_default_graph_as_union=True)
            except SyntaxError as problem:
                return self.answer(400, str(problem).encode())
            if isinstance(found, ox.QueryTriples):
                return self.answer(200, found.serialize(format=ox.RdfFormat.N_TRIPLES))
            return self.answer(200, found.serialize(format=ox.QueryResultsFormat.JSON))

        def answer(self, code, body):
            self.send_response(code)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kg") / "talks.kg"
    document, claims = seed()
    build([document], lambda _: claims, folder)
    local = open_graph(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(local.store))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield local, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_endpoint_answers_like_the_folder(both):
    """Events, claims, reasons, actors and rows are the same; only the text of documents is not there."""
    local, url = both
    remote = open_graph(f"{url}/sparql")
    assert remote.events() == local.events()
    assert list(remote.claims()) == list(local.claims())
    assert remote.actors() == local.actors()
    letter = local.events(type="letter")[0]
    assert [r.claim for r in remote.why(letter.id)] == [r.claim for r in local.why(letter.id)]
    asked = "SELECT ?who { ?who dip:negotiatesWith ?whom }"
    assert sorted(remote.query(asked, whom="actor:IRN")) == sorted(local.query(asked, whom="actor:IRN"))
    assert list(remote.query("ASK { ?s dip:status status:actual }")) == [("true",)]
    assert len(remote.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o ; a dip:Document }")) > 5


def test_tables_and_networks_come_from_an_endpoint_too(both):
    """What is made of events needs no local store."""
    local, url = both
    for form in ("csv", "graphml", "jsonl", "plover"):
        there, here = io.BytesIO(), io.BytesIO()
        open_graph(url).export(form, there)
        local.export(form, here)
        assert there.getvalue() == here.getvalue()


def test_what_an_endpoint_cannot_do_is_said(both):
    """With what to do instead."""
    _, url = both
    remote = open_graph(url)
    with pytest.raises(GraphError, match="query"):
        _ = remote.rdf
    with pytest.raises(UsageError, match="dump"):
        remote.export("trig", io.BytesIO())


def test_errors_of_a_server_are_told_in_one_line(both):
    """A bad query, and a page that is no endpoint."""
    _, url = both
    with pytest.raises(GraphError, match="400"):
        open_graph(url).query("SELECT ?x { ?x")
    with pytest.raises(GraphError, match="SPARQL endpoint"):
        open_graph(f"{url}/broken").query("ASK {}")
    with pytest.raises(QuestionError, match="another host"):
        open_graph(url).query("SELECT * { SERVICE <http://127.0.0.1/> {} }")


def test_results_are_standard_json(both):
    """What comes over the wire is what any client reads."""
    local, _ = both
    found = local.store.query("SELECT (1 AS ?x) {}").serialize(format=ox.QueryResultsFormat.JSON)
    assert json.loads(found)["head"]["vars"] == ["x"]
