"""Real servers, published to and then asked with the same strings: `oxigraph serve` (package `oxigraph` of PyPI) and
Virtuoso 7 (Debian's virtuoso-opensource).
"""

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
from kg.model import Document
from kg.queries import ask, named
from tests.graph.made import claim, seed

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
VIRTUOSO = shutil.which("virtuoso-t")
ISQL = shutil.which("isql-vt") or shutil.which("isql-v")
RIGHTS = """DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 7);
GRANT SPARQL_UPDATE TO "SPARQL";
"""
INI = """[Database]
DatabaseFile = {home}/v.db
ErrorLogFile = {home}/v.log
LockFile = {home}/v.lck
TransactionFile = {home}/v.trx
xa_persistent_file = {home}/v.pxa
[TempDatabase]
DatabaseFile = {home}/t.db
TransactionFile = {home}/t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 4000
SchedulerInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
"""


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def answers(url):
    for _ in range(300):
        try:
            return open_graph(url).query("ASK {}")
        except GraphError:
            time.sleep(0.1)
    return pytest.fail(f"no server came up at {url}")


def oxigraph(home):
    if OXIGRAPH is None:
        pytest.skip("there is no `oxigraph` command here (pip install oxigraph)")
    url = f"http://127.0.0.1:{free_port()}"
    command = [OXIGRAPH, "serve", "--location", str(home), "--bind", url[7:], "--union-default-graph"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    answers(f"{url}/query")
    return running, f"{url}/query", f"{url}/store"


def virtuoso(home):
    if VIRTUOSO is None or ISQL is None:
        pytest.skip("there is no Virtuoso here (apt-get install virtuoso-opensource)")
    sql, http = free_port(), free_port()
    (home / "v.ini").write_text(INI.format(home=home, sql=sql, http=http))
    (home / "rights.sql").write_text(RIGHTS)
    running = subprocess.Popen(
        [VIRTUOSO, "-f", "-c", str(home / "v.ini")], cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{http}"
    answers(f"{url}/sparql")
    subprocess.run([ISQL, f"127.0.0.1:{sql}", "dba", "dba", str(home / "rights.sql")], check=True, capture_output=True)
    return running, f"{url}/sparql", f"{url}/sparql-graph-crud"


@pytest.fixture(scope="module", params=[oxigraph, virtuoso], ids=["oxigraph", "virtuoso"])
def server(request, tmp_path_factory):
    """The URLs for asking and for publishing."""
    running, asked, filled = request.param(tmp_path_factory.mktemp(request.param.__name__))
    yield asked, filled
    running.terminate()
    try:
        running.wait(20)
    except subprocess.TimeoutExpired:
        running.kill()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The seed article, and one about talks whose words are hard on an engine."""
    document, claims = seed()
    hard = Document.of('Iran met Iraq in “Basra”.\n\t"No" \\ \u200fשלום {?x} <b>', id="hard", published="2014-11-05")
    told = claim(hard, "meet", among=("IRN", "IRQ"), on="2014-11-04", place="Basra")
    made = tmp_path_factory.mktemp("talks") / "talks.kg"
    build([document, hard], lambda d: claims if d == document else [told], made)
    return made


def test_a_published_graph_answers_every_question_as_the_folder_does(server, folder):
    """Events, claims, and all named questions; a second run has nothing to send."""
    asked, filled = server
    assert publish(folder, filled).sent == 5
    assert publish(folder, filled).sent == 0
    here, there = open_graph(folder), open_graph(asked)
    assert there.events() == here.events()
    assert list(there.claims()) == list(here.claims())
    for question in named.load():
        wanted = sorted(map(str, named.run(here, question.name)))
        assert sorted(map(str, named.run(there, question.name))) == wanted, question.name


@pytest.mark.parametrize(
    "question",
    [
        "who negotiates with Iran",
        "did Iran meet Iraq",
        "when did Iran meet Iraq",
        "what did Iran do",
        "does the United States cooperate with Iran",
        "who wrote to Iran",
    ],
)
def test_questions_in_words_have_the_same_answer(server, folder, question):
    """The SPARQL that is written for them means the same to both engines."""
    asked, filled = server
    publish(folder, filled)
    here, there = ask(open_graph(folder), question), ask(open_graph(asked), question)
    assert (there.text, there.kind) == (here.text, here.kind)
    assert here.kind != "unknown"
