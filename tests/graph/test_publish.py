"""A knowledge base put onto a server: the same answers there, no graph sent twice, taken up where it stopped."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest

from kg.errors import GraphError, UsageError
from kg.graph import build, open_graph
from kg.graph.publish import Published, publish
from kg.model import Document
from tests.graph.made import claim


class Server:
    """The Graph Store protocol over an Oxigraph store; refuses everything after `patience` requests."""

    def __init__(self):
        self.store = ox.Store()
        self.patience = 1000
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def graph(self):
                return ox.NamedNode(parse_qs(urlsplit(self.path).query)["graph"][0])

            def do_PUT(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.patience -= 1
                if outer.patience < 0:
                    return self.done(503)
                outer.store.remove_graph(self.graph())
                outer.store.load(body, format=ox.RdfFormat.N_TRIPLES, to_graph=self.graph())
                return self.done(204)

            def do_DELETE(self):
                outer.store.remove_graph(self.graph())
                self.done(204)

            def done(self, code):
                self.send_response(code)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.http.server_port}/store"


@pytest.fixture
def server():
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


def read(document):
    return [claim(document, "meet", among=("USA", "IRN"))]


@pytest.fixture
def folder(tmp_path):
    documents = [Document.of(f"They met {n}.", id=f"d{n}") for n in range(5)]
    build(documents, read, tmp_path / "x.kg")
    return tmp_path / "x.kg"


def test_the_server_holds_what_the_folder_holds(folder, server):
    """Five documents, actors, what is derived, and the ontology, which its queries need; then nothing more to do."""
    assert publish(folder, server.url) == Published(8, 0, 0)
    assert set(server.store) == set(open_graph(folder).store)
    assert publish(folder, server.url) == Published(0, 8, 0)


def test_a_server_that_gives_up_is_filled_later(folder, server):
    """What was sent stays; the next run sends the rest."""
    server.patience = 3
    with pytest.raises(GraphError, match="503"):
        publish(folder, server.url)
    server.patience = 1000
    publish(folder, server.url)
    assert set(server.store) == set(open_graph(folder).store)


def test_what_was_pruned_goes_from_the_server(folder, server):
    """One document fewer: its graph is deleted, what is derived is sent anew."""
    publish(folder, server.url)
    build([Document.of(f"They met {n}.", id=f"d{n}") for n in range(4)], read, folder, prune=True)
    assert publish(folder, server.url).removed == 1
    assert set(server.store) == set(open_graph(folder).store)


def test_no_server_no_url(folder):
    """Told in one line."""
    with pytest.raises(UsageError, match="not a URL"):
        publish(folder, "file:///tmp/x")
    with pytest.raises(GraphError, match="cannot be reached"):
        publish(folder, "http://127.0.0.1:9/store")
