"""Files that have not changed are not parsed again, and give what they gave; those that have are."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from kg import pipeline
from kg.documents import reading
from kg.graph import correct, open_graph, undo

TEXTS = {
    "a.html": "<html><head><title>Lake talks</title></head><body><article><p>Malawi met Tanzania in Lilongwe "
    "on 3 May 2012 over the lake.</p><p>Both will meet again before the rains begin.</p></article></body></html>",
    "b.txt": "Gabon recalled its ambassador from Angola.",
    "c.md": "# Ferries\n\nFiji signed a treaty with Tonga.",
    "d.txt": "Der Minister hat gestern in Bern gesagt, dass die Gespräche mit Polen weitergehen sollen.",
    "e.txt": "Ghana condemned Mali.".encode("utf-16").decode("latin-1"),
    "f.txt": "Gabon recalled its ambassador from Angola.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_bytes(text.encode("latin-1" if name == "e.txt" else "utf-8"))
    (made / "b.json").write_text(json.dumps({"published": "2009-02-01", "publisher": "Lagoon Post"}))
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that a reader sees."""
    seen: list[str] = []
    real = reading.articles

    def articles(stream, name, *rest):
        seen.append(Path(name).name)
        return real(stream, name, *rest)

    monkeypatch.setattr(reading, "articles", articles)
    return seen


def build(folder: Path, **more):
    heard: list[str] = []
    report = pipeline.build(
        folder,
        folder.parent / "x.kg",
        tell=lambda n: heard.append(str(n)),
        skipped=lambda e: heard.append(str(e)),
        **more,
    )
    assert report.built is not None
    return {e.source: e.outcome for e in report.built.entries}, sorted(heard)


def kept(folder: Path):
    graph = open_graph(folder.parent / "x.kg")
    return graph.documents(), [repr(r.claim) for r in graph.reasons()]


def test_what_has_not_changed_is_not_parsed(folder, opened):
    """Documents, claims, notices and skipped texts (one is German) are those of the first time."""
    first = build(folder)
    assert sorted(opened) == sorted(TEXTS)
    told, before = first[1], kept(folder)
    assert any("d.txt" in line for line in told)
    opened.clear()
    outcomes, again = build(folder)
    assert opened == []
    assert set(outcomes.values()) == {"unchanged"}
    assert again == told
    assert kept(folder) == before


@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_memory_gives_is_what_was_read(folder, workers):
    """Document by document, as the readers give them, also where two of them read."""
    from kg.graph.inputs import Inputs

    build(folder, workers=workers)
    memory = Inputs(folder.parent / "x.kg", f"{pipeline._readers()} None []")
    asked = {name: memory.recall(str(folder / name), reading.sidecar.state(str(folder / name))) for name in TEXTS}
    for name, gave in asked.items():
        heard: list[object] = []
        want = list(reading.read(folder / name, tell=heard.append))
        assert gave is not None
        assert [repr(one) for one in gave if not isinstance(one, reading.Notice)] == [repr(one) for one in want]
        assert [one for one in gave if isinstance(one, reading.Notice)] == heard


def touch(place: Path) -> None:
    """A later time of change, the same size and text."""
    now = place.stat()
    os.utime(place, ns=(now.st_atime_ns, now.st_mtime_ns + 1))


@pytest.mark.parametrize(
    ("change", "want"),
    [
        (lambda f: touch(f / "a.html"), ["a.html"]),
        (lambda f: (f / "c.md").write_text("# Ferries\n\nFiji signed a treaty with Nauru."), ["c.md"]),
        (lambda f: (f / "b.json").write_text('{"published": "2010-02-01"}'), ["b.txt"]),
        (lambda f: (f / "b.json").unlink(), ["b.txt"]),
        (lambda f: (f / "f.txt.json").write_text('{"publisher": "Delta Mail"}'), ["f.txt"]),
        (lambda f: (f.parent / "x.kg/store/inputs.sqlite").write_bytes(b"no database at all" * 99), sorted(TEXTS)),
    ],
)
def test_what_may_have_changed_is_read(folder, opened, change, want):
    """Another time, size or sidecar; a memory that is damaged is made anew."""
    build(folder)
    opened.clear()
    change(folder)
    build(folder)
    assert sorted(opened) == want
    opened.clear()
    build(folder)
    assert opened == []


def test_another_date_for_all_is_read_and_kept(folder, opened):
    """What the caller says of all files belongs to what they gave."""
    build(folder)
    opened.clear()
    build(folder, published="2001")
    assert sorted(opened) == sorted(TEXTS)
    assert {d.published for d in open_graph(folder.parent / "x.kg").documents()} == {"2001"}


def test_what_is_not_stored_any_more_is_read(folder, opened):
    """A stored document that is gone or damaged comes from its article again."""
    build(folder)
    shutil.rmtree(folder.parent / "x.kg/documents")
    opened.clear()
    outcomes, _ = build(folder)
    assert sorted(opened) == sorted(set(TEXTS) - {"d.txt"})
    assert "new" in outcomes.values()


def test_a_correction_of_a_date_that_is_undone_gives_the_old_one_back(folder):
    """The memory keeps what the file says, and not what a correction makes of it."""
    build(folder)
    target = folder.parent / "x.kg"
    document = next(d for d in open_graph(target).documents() if (d.source or "").endswith("a.html"))
    made = correct(target, "published", document.key, value="2012-05-04")
    build(folder)
    assert open_graph(target).document(document.key).published == "2012-05-04"
    undo(target, made.id)
    build(folder)
    assert open_graph(target).document(document.key).published == document.published


def test_a_file_that_cannot_be_read_is_tried_again(folder, opened):
    """It may be the program that was missing something."""
    (folder / "g.pdf").write_bytes(b"%PDF-1.4 cut off")
    build(folder)
    opened.clear()
    build(folder)
    assert opened == ["g.pdf"]
    with sqlite3.connect(folder.parent / "x.kg/store/inputs.sqlite") as db:
        assert not db.execute("SELECT * FROM file WHERE name LIKE '%g.pdf%'").fetchall()
