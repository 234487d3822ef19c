"""Several processes give what one gives: the same bytes, the same order, the same words about what is broken."""

from __future__ import annotations

import json
import os
import pickle
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import pipeline
from kg.documents import read
from kg.errors import InputError, KgError, UsageError
from kg.graph import open_graph
from kg.workers import in_order, processes

STATES = ("Peru", "Chile", "Ghana", "Togo", "Laos", "Nepal", "Oman", "Qatar")


def stored(folder: Path) -> dict[str, bytes]:
    """All that is stored of documents, by file."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted((folder / "documents").rglob("*.jsonl"))}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Forty good files, three bad ones, and a table: small files and a stream."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(40):
        one, other = STATES[n % 8], STATES[(n // 8 + n + 1) % 8]
        (folder / f"{n:02}.txt").write_text(f"{one} recalled its ambassador from {other} on May {n % 28 + 1}, 1997.\n")
    (folder / "05b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (folder / "20b.txt").write_bytes(b"")
    (folder / "39b.jsonl").write_text('{"id": "j1", "text": "Mali condemned Niger."}\n{"id": "j2"}\n')
    return folder


def test_two_processes_store_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    one = pipeline.build(articles, tmp_path / "one.kg")
    two = pipeline.build(articles, tmp_path / "two.kg", workers=2)
    assert one.built is not None
    assert two.built is not None
    assert len(one.built.entries) == 41
    assert two.built.entries == one.built.entries
    assert [str(e) for e in two.skipped] == [str(e) for e in one.skipped]
    assert len(one.skipped) == 3
    assert stored(tmp_path / "two.kg") == stored(tmp_path / "one.kg")


def test_two_processes_fill_the_same_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quad for quad, in many slices or in one, whatever characters the texts are made of."""
    lines = tmp_path / "a.jsonl"
    odd = ('"quoted" \\ and so on', "é漢字🙂\u2028", "a\ttab\x7f", "\ud800", "<iri> {x} ^^<y>@en .", "line\nend\r")
    with lines.open("w", encoding="utf-8") as out:
        for n in range(60):
            text = (
                f"{STATES[n % 8]} accused {STATES[(n + 3) % 8]} of theft on May {n % 28 + 1}, 1997, said {odd[n % 6]}."
            )
            out.write(json.dumps({"id": f"{n} {odd[n % 6]}", "title": odd[n % 6], "text": text}) + "\n")
    for name, size in (("SLICE", 97), ("_FIRST", 5_000), ("_MOST", 20_000), ("_PIECE", 5_000)):
        monkeypatch.setattr(f"kg.graph.loading.{name}", size)
    pipeline.build(lines, tmp_path / "two.kg", workers=2)
    monkeypatch.undo()
    pipeline.build(lines, tmp_path / "one.kg")
    one, two = ({str(q) for q in open_graph(tmp_path / f"{name}.kg").store} for name in ("one", "two"))
    assert len(one) > 60 * 30
    assert two == one


def test_two_processes_leave_what_is_there(articles: Path, tmp_path: Path) -> None:
    pipeline.build(articles, tmp_path / "one.kg")
    again = pipeline.build(articles, tmp_path / "one.kg", workers=2)
    assert again.built is not None
    assert {e.outcome for e in again.built.entries} == {"unchanged"}


def test_reading_is_spread_in_order(articles: Path) -> None:
    heard: list[object] = []
    with processes(2) as spread:
        spread_out = [str(d) if isinstance(d, InputError) else d for d in read(articles, spread=spread)]
    assert spread_out == [str(d) if isinstance(d, InputError) else d for d in read(articles, tell=heard.append)]


def test_strict_stops_with_helpers_too(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"05b\.txt"):
        pipeline.build(articles, tmp_path / "x.kg", strict=True, workers=2)


def test_what_is_passed_adds_up_to_the_size(articles: Path, tmp_path: Path) -> None:
    from kg.documents import size

    heard: list[int] = []
    pipeline.build(articles, tmp_path / "x.kg", workers=2, passed=heard.append)
    assert sum(heard) == size(articles) == sum(p.stat().st_size for p in articles.iterdir())


def test_an_error_comes_back_whole_from_another_process() -> None:
    error = InputError("is empty", where="a.txt", hint="fill it")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.where, again.hint) == (InputError, str(error), "a.txt", "fill it")


def test_pieces_do_not_pile_up() -> None:
    """Of a thousand pieces never more than those under way are taken."""
    taken = 0

    def pieces() -> Iterator[int]:
        nonlocal taken
        for n in range(1000):
            taken += 1
            yield n

    class Now:
        def __init__(self, value: int) -> None:
            self.value = value

        def result(self) -> int:
            return self.value

        def cancel(self) -> None: ...

    for done, result in enumerate(in_order(lambda work, n: Now(work(n)), lambda n: n * 2, pieces(), 6)):
        assert result == done * 2
        assert taken - done <= 6


def _die(_piece: int) -> int:
    time.sleep(0.01)
    os._exit(9)


def test_a_process_that_dies_is_one_sentence() -> None:
    with pytest.raises(KgError, match="a worker process died"), processes(2) as spread:
        list(spread(_die, range(4)))


def test_fewer_than_no_workers() -> None:
    with pytest.raises(UsageError, match="--workers"), processes(-1):
        pass
