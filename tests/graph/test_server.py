"""A real server, `oxigraph serve` (package `oxigraph` of PyPI): published to, then asked with the same strings."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.graph import build, open_graph, publish
from kg.queries import named
from tests.graph.made import seed

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    if OXIGRAPH is None:
        pytest.skip("there is no `oxigraph` command here (pip install oxigraph)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = tmp_path_factory.mktemp("server")
    command = [OXIGRAPH, "serve", "--location", str(place), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    for _ in range(100):
        try:
            open_graph(f"{url}/query").query("ASK {}")
            break
        except GraphError:
            time.sleep(0.1)
    yield url
    running.terminate()
    running.wait(10)


def test_a_published_graph_answers_every_question_as_the_folder_does(server, tmp_path):
    """Events, claims, and all named questions; a second run has nothing to send."""
    document, claims = seed()
    build([document], lambda _: claims, tmp_path / "talks.kg")
    assert publish(tmp_path / "talks.kg", f"{server}/store").sent == 4
    assert publish(tmp_path / "talks.kg", f"{server}/store").sent == 0
    here, there = open_graph(tmp_path / "talks.kg"), open_graph(f"{server}/query")
    assert there.events() == here.events()
    assert list(there.claims()) == list(here.claims())
    for question in named.load():
        assert sorted(map(str, named.run(there, question.name))) == sorted(map(str, named.run(here, question.name)))
