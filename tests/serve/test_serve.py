"""A server on a small graph, asked as programs and people ask it: over HTTP, by SPARQL clients, and with bad intent."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
from urllib.parse import urlencode, urlsplit

import pytest

from kg.errors import KgError, UsageError
from kg.graph import build
from kg.model import Document
from kg.serve import Settings, serve
from tests.graph.made import claim

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
LIMIT_S = 3


class Served:
    """A running server: its URL, its process, and one request."""

    def __init__(self, target, *options):
        command = [sys.executable, "-m", "kg", "serve", "-g", str(target), "--port", "0", "--timeout", str(LIMIT_S)]
        self.process = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.host = urlsplit(self.url).netloc

    def ask(self, path, accept="*/*", method="GET", body=None, **headers):
        connection = http.client.HTTPConnection(self.host, timeout=60)
        sent = {"accept": accept} | {k.replace("_", "-"): v for k, v in headers.items()}
        connection.request(method, path, body=body, headers=sent)
        try:
            answer = connection.getresponse()
            return answer, answer.read().decode()
        finally:
            connection.close()

    def sparql(self, query, accept="application/sparql-results+json", **more):
        return self.ask("/sparql?" + urlencode({"query": query, **more}), accept)

    def workers(self):
        """Ids of the worker processes."""
        command = ["ps", "-o", "pid=", "--ppid", str(self.process.pid)]
        found = subprocess.run(command, capture_output=True, text=True, check=False)
        return {int(pid) for pid in found.stdout.split()}

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=20)
        return self.process.returncode


def _articles(more=()):
    pact = Document.of(
        "Chile signed a pact with Peru. <script>alert(1)</script> Peru may visit Chile.", title="Pact & peace",
        publisher="Andes Post", published="1999-11-13",
    )  # fmt: skip
    yield (
        pact,
        [
            claim(
                pact, "sign", ("CHL",), ("PER",), root="AGREE", on="1999-11-12", quote="Chile signed a pact with Peru."
            ),
            claim(pact, "visit", ("PER",), ("CHL",), modality="possible", quote="Peru may visit Chile."),
        ],
    )
    for text, title in more:
        one = Document.of(text, title=title, publisher="Pampa News", published="2001-02-03")
        yield one, [claim(one, "meet", among=("ARG", "URY"), on="2001-02-02", quote=text)]


def _build(folder, more=()):
    read = {document.key: (document, claims) for document, claims in _articles(more)}
    build([d for d, _ in read.values()], lambda d: read[d.key][1], folder, extractor="tests 1")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("serve") / "pact.kg"
    _build(place)
    return place


@pytest.fixture(scope="module")
def served(folder):
    server = Served(folder, "--workers", "2")
    yield server
    server.stop()


def test_rows_in_each_format(served):
    """The one signatory of the pact comes as JSON, XML, CSV and TSV, with the type that was asked for."""
    query = "SELECT ?who { ?who dip:signsWith actor:PER }"
    wanted = {
        "application/sparql-results+json": '{"who":{"type":"uri","value":"https://w3id.org/dipkg/actor/CHL"}}',
        "application/sparql-results+xml": "<uri>https://w3id.org/dipkg/actor/CHL</uri>",
        "text/csv": "who\r\nhttps://w3id.org/dipkg/actor/CHL\r\n",
        "text/tab-separated-values": "?who\n<https://w3id.org/dipkg/actor/CHL>\n",
    }
    for media, text in wanted.items():
        answer, body = served.sparql(query, media)
        assert answer.status == 200
        assert answer.getheader("content-type").startswith(media)
        assert text in body
    assert json.loads(served.sparql("ASK { actor:CHL dip:signsWith actor:PER }")[1])["boolean"] is True


def test_literals_keep_their_type(served):
    """A date is an xsd:date in JSON, not a text."""
    _, body = served.sparql("SELECT ?day { ?e dip:earliest ?day }")
    assert json.loads(body)["results"]["bindings"][0]["day"] == {
        "type": "literal", "value": "1999-11-12", "datatype": "http://www.w3.org/2001/XMLSchema#date",
    }  # fmt: skip


def test_graphs_in_each_format(served):
    """CONSTRUCT gives Turtle by default, and the other formats when they are asked for."""
    query = "CONSTRUCT { ?a dip:signsWith ?b } { ?a dip:signsWith ?b FILTER(?b = actor:PER) }"
    for media, text in {
        "*/*": "actor:CHL dip:signsWith actor:PER .", "application/n-triples": "/actor/PER> .",
        "application/rdf+xml": "<rdf:RDF", "application/ld+json": '"@id"',
    }.items():  # fmt: skip
        answer, body = served.sparql(query, media)
        assert answer.status == 200
        assert text in body


def test_the_dataset_of_the_protocol(served):
    """Without one all graphs are read as one; with one only these, and a graph that is not there is never fetched."""
    derived = "https://w3id.org/dipkg/graph/derived"
    query = "SELECT (COUNT(*) AS ?n) { ?c a dip:Claim }"
    assert served.sparql(query, "text/csv")[1] == "n\r\n2\r\n"
    assert served.sparql(query, "text/csv", **{"default-graph-uri": derived})[1] == "n\r\n0\r\n"
    named = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    assert served.sparql(named, "text/csv", **{"named-graph-uri": derived})[1] == f"g\r\n{derived}\r\n"
    answer, body = served.sparql(query, **{"default-graph-uri": "file:///etc/passwd"})
    assert (answer.status, "none is fetched" in body) == (400, True)


def test_a_mistake_shows_its_place(served):
    """The line, a caret, and the likely fix."""
    answer, body = served.sparql("SELECT ?who\n{ ?who dip:sginsWith actor:PER ")
    assert answer.status == 400
    assert "line 2, column 1" in body or "is never closed" in body
    unknown = urlencode({"query": "SELECT ?who { ?who dip:sginsWith actor:PER }"})
    assert served.ask(f"/sparql?{unknown}")[0].status == 200
    answer, body = served.ask(f"/sparql?{unknown}", kg_strict="1")
    assert (answer.status, "did you mean dip:signsWith?" in body) == (400, True)
    answer, body = served.sparql("SELCT ?who { ?who ?is ?it }")
    assert "did you mean SELECT?" in body
    assert body.splitlines()[2] == "  ^"


def test_what_is_refused(served):
    """Updates, other hosts, files, deep nesting, long queries, other methods and other names of the server."""
    assert served.sparql("DELETE WHERE { ?s ?p ?o }")[0].status == 400
    assert served.sparql("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")[0].status == 400
    assert served.sparql("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }")[0].status == 400
    assert served.sparql("SELECT * " + "{" * 3000 + "}" * 3000)[0].status == 400
    long = urlencode({"query": "ASK {}" + " " * 60_000}).encode()
    kind = {"content_type": "application/x-www-form-urlencoded"}
    assert served.ask("/sparql", method="POST", body=long, **kind)[0].status == 400
    assert served.ask("/sparql", method="POST", body=b"query=" + b"x" * 300_000, **kind)[0].status == 413
    answer, _ = served.ask("/sparql", method="PUT")
    assert (answer.status, "GET" in answer.getheader("allow")) == (405, True)
    assert served.ask("/", host="pact.example")[0].status == 421
    assert served.ask("/", host="localhost:80")[0].status == 200


def test_no_query_stops_the_server(served):
    """Cross products are ended in time, with another query answered meanwhile and after; workers are replaced."""
    before = served.workers()
    said = []
    hostile = threading.Thread(target=lambda: said.append(served.sparql(CROSS)))
    hostile.start()
    assert served.sparql("ASK {}")[0].status == 200
    hostile.join()
    assert said[0][0].status == 503
    assert f"longer than {LIMIT_S} s" in said[0][1]
    assert said[0][0].getheader("retry-after")
    assert served.sparql("ASK {}")[0].status == 200
    assert len(served.workers()) == 2
    assert served.workers() != before


def test_a_killed_worker_is_replaced(served):
    """Killing a worker from outside costs at most the query that it has; the next one is answered."""
    for worker in served.workers():
        os.kill(worker, signal.SIGKILL)
    said = [served.sparql("ASK {}")[0].status for _ in range(4)]
    assert said[-1] == 200


def test_a_client_that_goes_away_ends_its_query(folder):
    """One worker, ten minutes allowed: it is free again because nobody waits for it."""
    server = Served(folder, "--workers", "1", "--timeout", "600")
    try:
        connection = http.client.HTTPConnection(server.host, timeout=60)
        connection.request("GET", "/sparql?" + urlencode({"query": CROSS}))
        assert server.ask("/health")[0].status == 200
        connection.close()
        assert server.sparql("ASK {}")[0].status == 200
    finally:
        server.stop()


def test_many_at_once(served):
    """Thirty clients at once all get the same answer."""
    found = []
    clients = [
        threading.Thread(target=lambda: found.append(served.sparql("SELECT ?w { ?w dip:signsWith actor:PER }")[1]))
        for _ in range(30)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    assert len(found) == 30
    assert len(set(found)) == 1


def test_the_service_description(served):
    """GET without a query describes the endpoint; a browser is led to the editor."""
    answer, body = served.ask("/sparql", "text/turtle")
    assert answer.getheader("content-type") == "text/turtle; charset=utf-8"
    for said in (f"sd:endpoint <{served.url}sparql>", "sd:SPARQL11Query", "sd:UnionDefaultGraph"):
        assert said in body
    assert served.ask("/sparql", "text/html")[0].getheader("location") == "/#sparql"


def test_a_question_and_the_way_to_its_words(served):
    """The answer in JSON names a path; there the words are marked, and markup in the article stays text."""
    _, body = served.ask("/ask?q=Who+signed+a+pact+with+Peru")
    answer = json.loads(body)
    assert answer["names"] == ["Chile"]
    _, page = served.ask(answer["rows"][0]["words"].partition("#")[0], "text/html")
    assert '<mark class="chosen" id="words">Chile signed a pact with Peru.</mark>' in page
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
    _, page = served.ask("/ask?q=Who+signed+a+pact+with+Peru", "text/html")
    assert answer["rows"][0]["words"] in page


def test_what_is_not_understood_is_said(served):
    """A question without a meaning is 400 with what can be asked; a page for those who want one."""
    answer, body = served.ask("/ask?q=Who+frobnicated+Peru")
    assert (answer.status, "ask who did what" in body) == (400, True)
    page = served.ask("/ask?q=Who+frobnicated+%22%7Bmessage%7D", "text/html")[1]
    assert 'value="Who frobnicated &quot;{message}"' in page
    assert "<b>" not in served.ask("/ask?q=Who+frobnicated+%3Cb%3EPeru", "text/html")[1]
    assert served.ask("/event/ffffffffffffffff")[0].status == 404
    assert served.ask("/document/ffffffffffffffff")[0].status == 404
    assert served.ask("/nothing")[0].status == 404


def test_pages_for_people(served):
    """Start page, page of the graph, event; nothing comes from another host, and nothing may run but ours."""
    answer, start = served.ask("/", "text/html")
    assert "1 document ·" in start
    assert "script-src 'self'" in answer.getheader("content-security-policy")
    for page in (start, served.ask("/page", "text/html")[1]):
        assert 'src="http' not in page
        assert 'href="http' not in page
    event = json.loads(served.ask("/ask?q=Who+signed+a+pact+with+Peru")[1])["rows"][0]["event"].rsplit("/", 1)[1]
    assert "1999-11-12" in served.ask(f"/event/{event}", "text/html")[1]
    assert json.loads(served.ask(f"/event/{event}")[1])["claims"][0]["words"].startswith("/document/")


def test_other_sites_may_not_read_it_unless_asked(served, folder):
    """CORS is off; with --cors that one origin is let in."""
    asked = {"origin": "https://atlas.example"}
    assert served.ask("/sparql?query=ASK%7B%7D", **asked)[0].getheader("access-control-allow-origin") is None
    other = Served(folder, "--workers", "1", "--cors", "https://atlas.example")
    try:
        assert (
            other.ask("/sparql?query=ASK%7B%7D", **asked)[0].getheader("access-control-allow-origin") == asked["origin"]
        )
        wrong = other.ask("/sparql?query=ASK%7B%7D", origin="https://other.example")[0]
        assert wrong.getheader("access-control-allow-origin") is None
    finally:
        assert other.stop() == 0


def test_sparql_clients(served):
    """SPARQLWrapper and rdflib's SPARQLStore get what curl gets."""
    wrapper = pytest.importorskip("SPARQLWrapper")
    for method in (wrapper.GET, wrapper.POST):
        client = wrapper.SPARQLWrapper(f"{served.url}sparql", returnFormat=wrapper.JSON)
        client.setMethod(method)
        client.setQuery("SELECT ?w { ?w dip:signsWith actor:PER }")
        assert [r["w"]["value"] for r in client.queryAndConvert()["results"]["bindings"]] == [
            "https://w3id.org/dipkg/actor/CHL"
        ]
    import rdflib
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = rdflib.Graph(SPARQLStore(f"{served.url}sparql"))
    signs = rdflib.URIRef("https://w3id.org/dipkg/ontology#signsWith")
    assert {str(s) for s in graph.subjects(signs, rdflib.URIRef("https://w3id.org/dipkg/actor/PER"))} == {
        "https://w3id.org/dipkg/actor/CHL"
    }


def test_our_own_client(served):
    """`kg query -g URL` asks it as any endpoint."""
    from kg.graph import open_graph

    graph = open_graph(f"{served.url}sparql")
    assert graph.query("SELECT ?w { ?w dip:signsWith actor:PER }").rows == (("https://w3id.org/dipkg/actor/CHL",),)


def test_a_graph_that_is_built_anew(tmp_path):
    """The next request sees the new state, without a restart."""
    place = tmp_path / "grows.kg"
    _build(place)
    server = Served(place, "--workers", "1")
    try:
        count = "SELECT (COUNT(?d) AS ?n) { ?d a dip:Document }"
        assert server.sparql(count, "text/csv")[1] == "n\r\n1\r\n"
        before = server.ask("/page", "text/html")[1]
        _build(place, [("Argentina met Uruguay on Friday.", "River talks")])
        assert server.sparql(count, "text/csv")[1] == "n\r\n2\r\n"
        assert "River talks" not in before
        assert "River talks" in server.ask("/page", "text/html")[1]
    finally:
        server.stop()


def test_settings_that_cannot_be_meant(folder, tmp_path, served):
    """No graph, an endpoint, a port that is taken, no memory: one sentence each, before anything is started."""
    with pytest.raises(KgError, match="there is no such graph"):
        serve(Settings(str(tmp_path / "none.kg")))
    with pytest.raises(UsageError, match="an endpoint serves itself"):
        serve(Settings("https://example.org/sparql"))
    with pytest.raises(KgError, match="cannot listen"):
        serve(Settings(str(folder), port=int(served.host.rpartition(":")[2])))
    with pytest.raises(UsageError, match="is no port"):
        serve(Settings(str(folder), port=70_000))
    with pytest.raises(UsageError, match="512 MB"):
        serve(Settings(str(folder), memory_mb=10))
    (tmp_path / "broken.kg").mkdir()
    with pytest.raises(KgError, match="not a knowledge base"):
        serve(Settings(str(tmp_path / "broken.kg"), port=0, workers=1))
