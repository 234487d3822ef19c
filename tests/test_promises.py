"""P1–P7 from one end to the other: real articles in, the real command line, what comes out.

"Other days" are other clocks: `sitecustomize.py` in a folder of its own moves `time` and `datetime` in each process.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

import kg
from kg import graph

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
KG = [sys.executable, "-m", "kg"]


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> kg.KnowledgeBase:
    return kg.build(SEEDS, tmp_path_factory.mktemp("promises") / "talks.kg")


def _kg(*words: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*KG, *map(str, words)], env=os.environ | (env or {}), cwd=ROOT, capture_output=True, timeout=120, check=False
    )


def test_p1_each_claim_has_its_words(talks: kg.KnowledgeBase) -> None:
    """Every quote in the graph stands in its document at exactly its place."""
    texts = {document.id: document.text for document in talks.documents()}
    claims = list(talks.claims())
    assert len(claims) > 100
    for claim in claims:
        evidence = claim.evidence
        assert texts[claim.document][evidence.start : evidence.end] == evidence.quote


def test_p2_shortcuts_stand_for_actual_events_only(talks: kg.KnowledgeBase) -> None:
    """Each `?a dip:… ?b` of the derived graph is borne by an event between the two that has happened."""
    shortcuts = talks.query("SELECT DISTINCT ?type ?short { ?type dip:shortcut ?short }").rows
    checked = 0
    for event_type, short in shortcuts:
        pairs = talks.query(f"SELECT ?a ?b {{ ?a <{short}> ?b }}").rows
        borne = talks.query(
            f"SELECT ?a ?b {{ ?e dip:eventType/skos:broader* <{event_type}> ; dip:status status:actual . "
            "?e dip:initiator|dip:recipient|dip:participant ?x , ?y . ?x dip:speaksFor? ?a . ?y dip:speaksFor? ?b }"
        ).rows
        checked += len(pairs)
        assert set(pairs) <= set(borne), short
    assert checked > 10


def test_p2_what_is_denied_is_kept_as_denied(talks: kg.KnowledgeBase) -> None:
    """Denials are claims with a claimant, and their events are not among the actual ones."""
    denied = [claim for claim in talks.claims() if claim.stance == "denied"]
    assert denied
    assert all(claim.claimant for claim in denied)


def test_p3_no_year_is_made_up(tmp_path: Path) -> None:
    """An article without any year, read without a publication date, gives no year at all."""
    article = tmp_path / "a.txt"
    article.write_text(
        "Iran and Iraq held talks on Wednesday. The talks are to resume on Nov. 24, and last month's meeting in "
        "Baghdad was the second in two weeks.",
        encoding="utf-8",
    )
    for claim in kg.claims(article):
        for date in filter(None, (claim.when, claim.event.deadline)):
            assert not date.earliest
            assert not date.latest
            assert not date.edtf[:4].isdigit()


@pytest.fixture(scope="module")
def clocks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose sitecustomize shifts every clock of Python by KG_TEST_SHIFT seconds."""
    folder = tmp_path_factory.mktemp("clocks")
    (folder / "sitecustomize.py").write_text(
        textwrap.dedent("""\
            import datetime, os, time

            shift = float(os.environ["KG_TEST_SHIFT"])
            real, real_ns = time.time, time.time_ns
            time.time = lambda: real() + shift
            time.time_ns = lambda: real_ns() + int(shift * 1e9)

            class Date(datetime.date):
                @classmethod
                def today(cls):
                    return cls.fromtimestamp(time.time())

            class DateTime(datetime.datetime):
                @classmethod
                def now(cls, tz=None):
                    return cls.fromtimestamp(time.time(), tz)

                @classmethod
                def utcnow(cls):
                    return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

                @classmethod
                def today(cls):
                    return cls.now()

            datetime.date, datetime.datetime = Date, DateTime
        """),
        encoding="utf-8",
    )
    return folder


def test_p4_two_builds_give_the_same_bytes(tmp_path: Path, clocks: Path) -> None:
    """Eleven years apart, with other hash seeds, folders and orders of reading: the same trig, byte for byte."""
    exports = []
    files = sorted(str(path) for path in SEEDS.rglob("*.txt"))
    for seed, shift, order in (("1", 0, 1), ("4242", 11 * 365.25 * 86400, -1)):
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(clocks), "KG_TEST_SHIFT": str(shift), "TZ": f"UTC{order * 9}"}
        folder = tmp_path / seed / "talks.kg"
        assert _kg("build", *files[::order], "-o", folder, env=env).returncode == 0
        exports.append(_kg("export", "trig", "-g", folder, env=env).stdout)
    assert len(exports[0]) > 100_000
    assert exports[0] == exports[1]


def test_p4_the_faked_clock_is_believed(clocks: Path) -> None:
    """The test above would prove nothing if the shift did nothing."""
    env = os.environ | {"PYTHONPATH": str(clocks), "KG_TEST_SHIFT": str(11 * 365.25 * 86400)}
    code = "import datetime; print(datetime.datetime.now().year)"
    ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=30, check=True)
    assert int(ran.stdout) >= time.localtime().tm_year + 10


def test_p4_there_are_no_blank_nodes(talks: kg.KnowledgeBase) -> None:
    """Every node has a name made of content."""
    assert talks.query("SELECT * { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) } LIMIT 1").rows == ()


def test_p5_building_again_changes_nothing(tmp_path: Path) -> None:
    """The second build reads nothing anew and leaves the same graph."""
    folder = tmp_path / "talks.kg"
    first = json.loads(_kg("build", SEEDS, "-o", folder).stdout)
    before = _kg("export", "trig", "-g", folder).stdout
    second = json.loads(_kg("build", SEEDS, "-o", folder).stdout)
    assert first["new"] == second["unchanged"] > 0
    assert (second["new"], second["replaced"]) == (0, 0)
    assert _kg("export", "trig", "-g", folder).stdout == before


def test_p5_a_killed_build_can_be_run_again(tmp_path: Path, talks: kg.KnowledgeBase) -> None:
    """kill -9 at five moments; then one build, and the graph is that of a build that nobody disturbed."""
    folder = tmp_path / "talks.kg"
    chance = random.Random(7)
    for _ in range(5):
        with subprocess.Popen([*KG, "build", str(SEEDS), "-o", str(folder)], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:  # fmt: skip
            time.sleep(chance.uniform(0.1, 1.2))
            process.send_signal(signal.SIGKILL)
    assert _kg("build", SEEDS, "-o", folder).returncode == 0
    assert _export(kg.open(folder)) == _export(talks)
    assert _kg("check", "-g", folder).returncode == 0


def test_p5_documents_do_not_touch_each_other(tmp_path: Path) -> None:
    """Two articles of the same words under two names keep their claims; taking one away leaves the other's whole."""
    text = "Iran accused Iraq of shelling its border on Monday."
    lines = [json.dumps({"id": name, "text": text, "published": "2015-03-05"}) for name in ("one", "two")]
    both, alone = tmp_path / "both.jsonl", tmp_path / "alone.jsonl"
    both.write_text("\n".join(lines), "utf-8")
    alone.write_text(lines[0], "utf-8")
    folder = tmp_path / "x.kg"
    assert {claim.document for claim in kg.build(both, folder).claims()} == {"one", "two"}
    pruned = kg.build(alone, folder, prune=True)
    assert _export(pruned) == _export(kg.build(alone, tmp_path / "y.kg"))


HOSTILE = [
    '<img src="http://example.com/x.png" onerror="alert(1)">',
    "Iran </script><script>alert(1)</script> met Iraq on Monday.",
    "Iran's president \"} DROP ALL # met Iraq's president on Monday.",
    "Iran \u202eqarI\u202c met Iraq \x00 on Monday \ud7ff.",
    "{{ ''.__class__ }} {% for x in y %} Iran met Iraq on Monday.",
    "https://example.com/a?b=<c> href=javascript:alert(1) Iran met Iraq.",
]


def test_p6_nothing_in_a_text_runs(tmp_path: Path, talks: kg.KnowledgeBase) -> None:
    """Hostile articles become a graph that can be exported and read again, and a page without their markup."""
    source = tmp_path / "hostile.jsonl"
    source.write_text("\n".join(json.dumps({"id": str(i), "title": t, "text": f"{t} Iran met Iraq on Monday."})
                                for i, t in enumerate(HOSTILE)), "utf-8")  # fmt: skip
    made = kg.build(source, tmp_path / "x.kg")
    assert made.events()
    page = made.page(tmp_path / "x.html").read_text("utf-8")
    harmless = talks.page(tmp_path / "y.html").read_text("utf-8")
    for mark in ("<script", "</script", "<img", "<iframe", "<link", "<a "):
        assert page.count(mark) == harmless.count(mark), mark
    for bad in ("<img src=", "<script>alert", 'onerror="'):
        assert bad not in page
    exported = tmp_path / "x.trig"
    exported.write_bytes(_export(made))
    assert _export(kg.open(exported)) == _export(made)


def test_p6_a_query_reads_no_file_and_reaches_no_host(talks: kg.KnowledgeBase) -> None:
    """FROM, SERVICE, LOAD and updates are refused before they are tried."""
    for sparql in (
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:9/x.ttl>",
        "DELETE WHERE { ?s ?p ?o }",
    ):
        with pytest.raises(kg.QuestionError):
            talks.query(sparql)


OFFLINE = """\
import socket

def refused(*_args, **_named):
    raise AssertionError("the network was asked for")

socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refused
"""


def test_p7_nothing_asks_for_the_network(tmp_path: Path) -> None:
    """The whole road in a process that cannot connect: build, ask, page, export, check."""
    (tmp_path / "sitecustomize.py").write_text(OFFLINE, "utf-8")
    env = {"PYTHONPATH": str(tmp_path)}
    folder = tmp_path / "talks.kg"
    for words in (
        ("build", SEEDS, "-o", folder),
        ("ask", "who negotiates with Iran", "-g", folder),
        ("page", "-g", folder, "-o", tmp_path / "talks.html"),
        ("export", "jsonld", "-g", folder),
        ("check", "-g", folder),
        ("timeline", "-g", folder),
    ):
        ran = _kg(*words, env=env)
        assert ran.returncode == 0, ran.stderr.decode()


def _export(made: Any) -> bytes:
    import io

    stream = io.BytesIO()
    graph.Graph.export(made, "trig", stream)
    return stream.getvalue()
