"""The knowledge base folder under stress: nothing that was told as done is lost, nothing is ever half."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from kg.errors import GraphError
from kg.graph import build, doctor, open_graph
from kg.graph.files import path_of, stored_paths
from kg.graph.folder import locked
from kg.model import Document
from tests.graph.made import claim


def document(number, **known):
    return Document.of(f"Kerry met Zarif, report {number}.", id=f"d{number}", published="2014-11-05", **known)


def read(made):
    return [claim(made, "meet", among=("Q22316", "Q10296812"))]


def documents(count):
    return [document(n) for n in range(count)]


def exported(folder):
    out = io.BytesIO()
    open_graph(folder).export("nq", out)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path):
    build(documents(5), read, tmp_path / "x.kg", extractor="1")
    return tmp_path / "x.kg"


def test_a_second_build_reads_only_what_is_new(folder):
    """Unchanged documents are not read again; a changed text is another document; a new extractor reads all anew."""
    asked = []

    def counting(made):
        asked.append(made.id)
        return read(made)

    report = build([*documents(5), document(6)], counting, folder, extractor="1")
    assert (asked, report.count("new"), report.count("unchanged")) == (["d6"], 1, 5)
    report = build(documents(5), counting, folder, extractor="2")
    assert (report.count("replaced"), report.absent) == (5, ["d6"])


def test_metadata_that_changed_is_read_anew(folder):
    """The same text with another publication date may have other dates in it."""
    dated = Document.of(document(0).text, id="d0", published="2014-12-24")
    report = build([dated], read, folder, extractor="1")
    assert report.count("replaced") == 1
    assert open_graph(folder).document("d0").published == "2014-12-24"


def test_what_is_gone_stays_until_it_is_pruned(folder):
    """Afterwards the graph is as if it had never been there."""
    before = exported(folder)
    build([document(9)], read, folder, extractor="1")
    assert len(open_graph(folder).documents()) == 6
    report = build(documents(5), read, folder, extractor="1", prune=True)
    assert [e.document for e in report.entries if e.outcome == "removed"] == ["d9"]
    assert exported(folder) == before


def test_the_order_of_documents_changes_no_byte(folder, tmp_path):
    """Backwards, in two builds, the same graph."""
    other = tmp_path / "y.kg"
    build(documents(5)[3:], read, other, extractor="1")
    build(documents(5)[::-1], read, other, extractor="1")
    assert exported(other) == exported(folder)


def test_documents_with_one_id_do_not_overwrite_each_other(tmp_path):
    """Two texts under one id are two documents."""
    one, other = Document.of("Kerry met Zarif.", id="same"), Document.of("Kerry met Zarif again.", id="same")
    build([one, other], read, tmp_path / "x.kg")
    assert sorted(d.text for d in open_graph(tmp_path / "x.kg").documents()) == sorted([one.text, other.text])


def test_a_link_to_a_former_event_leads_to_the_present_one(folder):
    """The first report is pruned, so the event is named after the next; the old link still finds it."""
    [before] = open_graph(folder).events()
    first = open_graph(folder).why(before.id)[0].document.id
    build([d for d in documents(5) if d.id != first], read, folder, extractor="1", prune=True)
    [after] = open_graph(folder).events()
    assert before.id != after.id
    assert open_graph(folder).event(before.id).id == after.id
    assert open_graph(folder).query("SELECT ?now { ?old dct:isReplacedBy ?now }", old=before.iri).rows == (
        (after.iri,),
    )
    build(documents(5), read, folder, extractor="1")
    assert open_graph(folder).event(after.id).id == before.id


def test_readers_read_on_during_a_build(folder):
    """A graph that was opened before sees what was there; one opened after sees what is there now."""
    before = open_graph(folder)
    count = len(before.query("SELECT ?d { ?d a dip:Document }"))
    build([*documents(5), document(7)], read, folder, extractor="1")
    assert len(before.query("SELECT ?d { ?d a dip:Document }")) == count == 5
    assert len(open_graph(folder).query("SELECT ?d { ?d a dip:Document }")) == 6


def test_two_writers_do_not_meet(folder):
    """The second hears at once who is writing; reading goes on."""
    with locked(folder):
        code = (
            "import sys; from kg.graph import build\n"
            "from kg.errors import GraphError\n"
            "try: build([], lambda d: [], sys.argv[1])\n"
            "except GraphError as e: print(e)"
        )
        said = subprocess.run(
            [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
        ).stdout
        assert f"process {os.getpid()}" in said
        assert "wait" in said
        assert open_graph(folder).events()


@pytest.mark.parametrize("name", ["notes.txt", "manifest.txt"])
def test_a_folder_of_something_else_is_left_alone(tmp_path, name):
    """Nobody's photographs are mixed with a knowledge base; a file is no folder."""
    (tmp_path / name).write_text("mine")
    with pytest.raises(GraphError, match="something else"):
        build([], read, tmp_path)
    with pytest.raises(GraphError, match="is a file"):
        build([], read, tmp_path / name)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_failing_reader_loses_nothing_that_was_told(tmp_path):
    """Ctrl-C in the middle: what was told is there, and the next build takes it from there."""
    told = []

    def failing(made):
        if made.id == "d150":
            raise KeyboardInterrupt
        return read(made)

    with pytest.raises(KeyboardInterrupt):
        build(documents(200), failing, tmp_path / "x.kg", tell=lambda e: told.append(e.document))
    assert len(told) >= 64
    report = build(documents(200), read, tmp_path / "x.kg")
    assert {e.document for e in report.entries if e.outcome == "unchanged"} >= set(told)
    assert len(open_graph(tmp_path / "x.kg").documents()) == 200


KILLED = """
import sys
from tests.graph.test_folder import documents, read
from kg.graph import build
build(documents(300), read, sys.argv[1], tell=lambda e: print(e.document, flush=True))
print("done", flush=True)
"""


def test_killed_at_twenty_moments(tmp_path):
    """kill -9 anywhere: every document that was told is there and whole; a later build ends like an undisturbed one."""
    build(documents(300), read, tmp_path / "calm.kg")
    calm = exported(tmp_path / "calm.kg")
    dice = random.Random(6)
    folder = tmp_path / "x.kg"
    for moment in range(20):
        if moment % 5 == 0:
            shutil.rmtree(folder, ignore_errors=True)
        child = subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True)
        time.sleep(0.12 + dice.random() * 0.7)
        child.send_signal(signal.SIGKILL)
        told = (child.communicate()[0] or "").split()
        kept = (
            {json.loads(p.read_bytes().split(b"\n")[1])["id"] for p in stored_paths(folder)}
            if folder.exists()
            else set()
        )
        assert set(told) - {"done"} <= kept
    build(documents(300), read, folder)
    assert exported(folder) == calm
    doctor(folder, mend=True)
    assert doctor(folder) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_leaves_the_old_graph(tmp_path):
    """One clear error; what was there answers as before; with room the build goes through."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", str(disk)], check=False, capture_output=True
    )
    if mount.returncode:
        pytest.skip("this machine mounts no tmpfs")
    try:
        folder = disk / "x.kg"
        build(documents(3), read, folder)
        before = exported(folder)
        free = os.statvfs(disk)
        (disk / "filler").write_bytes(b"x" * (free.f_bavail * free.f_frsize - 200_000))
        with pytest.raises(GraphError, match="cannot be written"):
            build(
                [Document.of("Kerry met Zarif. " + "x" * 500_000 + str(n), id=f"big{n}") for n in range(5)],
                read,
                folder,
            )
        assert exported(folder) == before
        (disk / "filler").unlink()
        build([*documents(3), document(8)], read, folder)
        assert len(open_graph(folder).documents()) == 4
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


def test_doctor_finds_a_healthy_folder_healthy(folder):
    """Nothing to say."""
    assert doctor(folder) == []


def test_a_damaged_document_is_named_and_set_aside(folder):
    """One flipped bit: opening goes on from the store, the doctor names the file, reading the article again heals."""
    place = path_of(folder, document(2).key)
    data = bytearray(place.read_bytes())
    data[len(data) // 2] ^= 1
    place.write_bytes(data)
    assert [a.where for a in doctor(folder) if "damaged" in a.what] == [str(place)]
    doctor(folder, mend=True)
    assert len(open_graph(folder).documents()) == 4
    report = build(documents(5), read, folder, extractor="1")
    assert (report.count("new"), len(open_graph(folder).documents())) == (1, 5)
    assert doctor(folder) == []


@pytest.mark.parametrize("length", [0, 40, 300])
def test_a_document_that_is_cut_short_is_named_and_set_aside(folder, length):
    """Nothing of it can be trusted, be its head whole or not; the others stay."""
    place = path_of(folder, document(2).key)
    place.write_bytes(place.read_bytes()[:length])
    assert [a.where for a in doctor(folder)] == [str(place)]
    doctor(folder, mend=True)
    assert len(open_graph(folder).documents()) == 4
    assert doctor(folder) == []


@pytest.mark.parametrize("harm", ["flip", "cut"])
def test_a_damaged_table_of_the_store_is_found_and_the_store_made_anew(folder, harm):
    """Oxigraph may answer from it as if nothing were wrong; one that is cut short is refused at once."""
    before = exported(folder)
    name = (folder / "store" / "CURRENT").read_text().strip()
    table = max((folder / "store" / name).glob("*.sst"), key=lambda p: p.stat().st_size)
    data = bytearray(table.read_bytes())
    data[len(data) // 3] ^= 16
    table.write_bytes(data if harm == "flip" else data[:-1])
    if harm == "cut":
        with pytest.raises(GraphError, match="doctor"):
            open_graph(folder)
    assert doctor(folder)
    doctor(folder, mend=True)
    assert doctor(folder) == []
    assert exported(folder) == before


def test_a_damaged_document_stops_no_build(folder):
    """It is read anew when its article is there."""
    path_of(folder, document(2).key).write_bytes(b"{")
    build(documents(5), read, folder, extractor="1")
    assert len(open_graph(folder).documents()) == 5


@pytest.mark.parametrize("harm", ["truncate", "remove", "pointer", "empty"])
def test_a_damaged_store_is_made_anew(folder, harm):
    """The store is a cache: with the documents nothing is lost."""
    before = exported(folder)
    current = folder / "store" / (folder / "store" / "CURRENT").read_text().strip()
    if harm == "truncate":
        for file in current.iterdir():
            if file.name.startswith(("MANIFEST", "CURRENT")):
                file.write_bytes(file.read_bytes()[:3])
    elif harm == "remove":
        shutil.rmtree(current)
    elif harm == "pointer":
        (folder / "store" / "CURRENT").write_text("../../etc\n")
    else:
        for file in current.iterdir():
            file.unlink()
    with pytest.raises(GraphError, match="doctor"):
        open_graph(folder)
    assert doctor(folder)
    doctor(folder, mend=True)
    assert doctor(folder) == []
    assert exported(folder) == before


def test_a_folder_of_a_newer_version_is_left_alone(folder):
    """Said, not guessed at."""
    (folder / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(GraphError, match="newer version"):
        open_graph(folder)
    with pytest.raises(GraphError, match="newer version"):
        build(documents(1), read, folder)


def test_a_store_of_another_ontology_is_told_and_made_anew(folder):
    """After an update of kg the next build derives again."""
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(manifest | {"ontology": "0.0.1", "content": "old"}))
    assert any("older" in a.what or "ontology" in a.what for a in doctor(folder))
    build(documents(5), read, folder, extractor="1")
    assert doctor(folder) == []


def test_a_document_of_five_megabytes(tmp_path):
    """Stored, quoted from its end, checked."""
    text = "Nothing happened. " * 280_000 + "Kerry met Zarif."
    large = Document.of(text, id="large")
    build(
        [large],
        lambda d: [claim(d, "meet", among=("Q22316", "Q10296812"), quote="Kerry met Zarif.")],
        tmp_path / "x.kg",
    )
    graph = open_graph(tmp_path / "x.kg")
    [event] = graph.events()
    assert graph.why(event.id)[0].claim.evidence.start == len(text) - 16
    assert graph.check() == []


def test_ten_thousand_documents_in_one_folder(tmp_path, monkeypatch):
    """Built, added to, and asked; that each is flushed to the disk is tried elsewhere, and would take a minute."""
    monkeypatch.setattr("kg.graph.files.os.fsync", lambda _: None)
    folder = tmp_path / "x.kg"
    build(documents(10_000), read, folder, extractor="1")
    asked = []

    def counting(made):
        asked.append(made.id)
        return read(made)

    report = build([document(10_000)], counting, folder, extractor="1")
    assert (asked, len(report.absent)) == (["d10000"], 10_000)
    [event] = open_graph(folder).events()
    assert len(event.documents) == 10_001
