"""One document that trips a rule is named; the others are read, and what was stored stays."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.extract
from kg import pipeline
from kg.errors import InputError
from kg.model import Claim, Document


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    texts = {"a.txt": "Chile recalled its ambassador from Bolivia.", "b.txt": "Ghana condemned Mali."}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return [tmp_path / name for name in texts]


@pytest.fixture
def trips_over_ghana(monkeypatch: pytest.MonkeyPatch) -> None:
    real = kg.extract.extract

    def extract(document: Document, *lists: object) -> tuple[Claim, ...]:
        if "Ghana" in document.text:
            raise RecursionError("too deep")
        return real(document, *lists)  # type: ignore[arg-type]

    monkeypatch.setattr(kg.extract, "extract", extract)


@pytest.mark.usefixtures("trips_over_ghana")
def test_the_rest_of_the_batch_goes_on(articles: list[Path], tmp_path: Path) -> None:
    heard: list[InputError] = []
    report = pipeline.build(articles, tmp_path / "talks.kg", skipped=heard.append)
    assert report.built is not None
    assert [(e.outcome, e.claims) for e in report.built.entries] == [("new", 1)]
    assert len(heard) == len(report.skipped) == 1
    assert "b.txt" in str(heard[0])
    assert "RecursionError" in str(heard[0])


@pytest.mark.usefixtures("trips_over_ghana")
def test_extracting_names_it_in_its_place(articles: list[Path]) -> None:
    first, second = pipeline.extract_paths(articles)
    assert not isinstance(first, InputError)
    assert isinstance(second, InputError)


def test_what_was_stored_stays(articles: list[Path], tmp_path: Path, request: pytest.FixtureRequest) -> None:
    pipeline.build(articles, tmp_path / "talks.kg")
    request.getfixturevalue("trips_over_ghana")
    articles[1].write_text("Ghana condemned Mali and Togo.")
    report = pipeline.build(articles, tmp_path / "talks.kg")
    assert report.built is not None
    assert len(report.skipped) == 1
    assert report.built.events == 2


def test_places_of_a_text_follow_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that moves, one that goes, and one that an earlier run met elsewhere."""
    from kg.graph import open_graph

    monkeypatch.chdir(tmp_path)
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
    for name in ("old/a.txt", "old/b.txt", "new/z.txt"):
        (tmp_path / name).write_text("Mali met Niger in Gao on 3 May 1994.")

    def places(*paths: str) -> tuple[list[str], list[str]]:
        """Where the document is, and where else."""
        pipeline.build(paths, "x.kg")
        graph = open_graph("x.kg")
        first, others = (graph.query(f"SELECT ?p {{ ?d dip:{name} ?p }} ORDER BY ?p") for name in ("file", "alsoAt"))
        return [str(row[0]) for row in first], [str(row[0]) for row in others]

    assert places("old") == (["old/a.txt"], ["old/b.txt"])
    (tmp_path / "old/b.txt").rename(tmp_path / "old/c.txt")
    assert places("old") == (["old/a.txt"], ["old/c.txt"])
    assert places("new") == (["new/z.txt"], ["old/a.txt", "old/c.txt"])
    (tmp_path / "old/c.txt").unlink()
    assert places("new") == (["new/z.txt"], ["old/a.txt"])
    assert places("old", "new") == (["old/a.txt"], ["new/z.txt"])


def test_bytes_are_told_when_they_are_stored_and_not_when_they_are_read(tmp_path: Path) -> None:
    """Of 300 lines the first hundred is stored when the last is long read."""
    lines = tmp_path / "a.jsonl"
    lines.write_text("".join(f'{{"text": "Mali met Niger in {1000 + n}. {"They ate. " * 200}"}}\n' for n in range(300)))
    size = lines.stat().st_size
    told: list[tuple[str, int]] = []
    report = pipeline.build(
        lines, tmp_path / "x.kg", workers=2, passed=lambda more: told.append(("bytes", more)),
        progress=lambda _: told.append(("stored", 1)), concluding=lambda: told.append(("concluding", 0)),
    )  # fmt: skip
    assert report.built is not None
    assert told[-1] == ("concluding", 0)
    assert sum(more for what, more in told if what == "bytes") == size
    stored = done = 0
    for what, more in told:
        stored, done = stored + more * (what == "stored"), done + more * (what == "bytes")
        assert done / size <= (stored + 1) / 300 + 0.1


def test_one_text_in_three_files_is_kept_once_with_its_places(tmp_path: Path) -> None:
    """All places are told, stored and in the graph; a copy that goes is forgotten; nothing is read anew for it."""
    from kg.graph import open_graph

    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text("Ghana condemned Mali.")
    heard: list[object] = []
    report = pipeline.build(folder, tmp_path / "x.kg", tell=heard.append)
    assert report.built is not None
    assert len(report.built.entries) == 1
    assert [str(n).partition(": is word for word")[0] for n in heard] == [str(folder / "b.txt"), str(folder / "c.txt")]

    def places() -> list[str]:
        rows = open_graph(tmp_path / "x.kg").query("SELECT ?p { ?d dip:alsoAt ?p } ORDER BY ?p")
        return [Path(str(row[0])).name for row in rows]

    assert places() == ["b.txt", "c.txt"]
    again = pipeline.build(folder, tmp_path / "x.kg")
    assert again.built is not None
    assert [e.outcome for e in again.built.entries] == ["unchanged"]
    (folder / "c.txt").unlink()
    pipeline.build(folder, tmp_path / "x.kg")
    assert places() == ["b.txt"]
