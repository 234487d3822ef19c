"""The same story in many papers, as its reader meets it: one source with all its places."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

STORY = (
    "Ghana and Togo signed a border treaty in Accra on 3 May 1994. The two governments had talked for nine years about "
    "the line that runs from the coast to the north. Farmers on both sides said that they hoped for open markets, and "
    "that nobody would have to move. A joint commission is to set the stones before the rains come."
)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """One story in two papers, cut in the second, saved twice from the first; and a paper with its own words."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, publisher, text in (
        ("post", "Accra Post", STORY),
        ("saved-again", "Accra Post", STORY),
        ("herald", "Lome Herald", f"LOME (Agency) — {STORY[:170]}"),
        ("times", "Sahel Times", "Ghana signed a border treaty with Togo on 3 May 1994, with drums and speeches."),
    ):
        day = "1994-05-04" if publisher == "Accra Post" else "1994-05-05"
        head = f"---\ntitle: {publisher} of the day\npublisher: {publisher}\npublished: {day}\n---\n"
        (folder / f"{name}.txt").write_text(head + text, encoding="utf-8")
    return folder


def test_why_tells_which_papers_carry_one_text(run, papers: Path, tmp_path: Path) -> None:
    """Three files and a paper of its own are two sources, and each place is told."""
    folder = tmp_path / "x.kg"
    assert run("build", papers, "-o", folder).code == 0
    (event,) = (json.loads(line) for line in run("events", "-g", folder, "--type", "sign").out.splitlines())
    assert event["sources"] == 2
    rows = [json.loads(line) for line in run("why", event["id"], "-g", folder).out.splitlines()]
    post, herald = ({r["source"].rsplit("/", 1)[-1]: r for r in rows}[name] for name in ("post.txt", "herald.txt"))
    assert [place.rsplit("/", 1)[-1] for place in post["also_at"]] == ["saved-again.txt"]
    assert (post["same_text_as"], herald["same_text_as"]) == (None, post["document"])
    asked = "SELECT ?one ?first { ?d dip:sameTextAs ?f . ?d schema:publisher ?one . ?f schema:publisher ?first }"
    assert [json.loads(line) for line in run("query", asked, "-g", folder).out.splitlines()] == [
        {"one": "Lome Herald", "first": "Accra Post"}
    ]
    told = run("why", event["id"], "-g", folder, "--table").out
    assert "the very same text at" in told
    assert told.count("the same text as Accra Post of the day: with it one source") == 1


def test_read_names_the_stories_that_stand_in_several_places(run, papers: Path) -> None:
    """One story, at three places, in the order of reading."""
    ran = run("read", papers, "--copies")
    (story,) = (json.loads(line) for line in ran.out.splitlines())
    assert [d["source"].rsplit("/", 1)[-1] for d in story["documents"]] == ["herald.txt", "post.txt", "saved-again.txt"]
    assert [d["publisher"] for d in story["documents"]] == ["Lome Herald", "Accra Post", "Accra Post"]


def test_read_prints_a_document_and_nothing_of_how_it_is_kept(run, papers: Path) -> None:
    """What it prints can be read again, to the same."""
    ran = run("read", papers / "times.txt")
    (told,) = (json.loads(line) for line in ran.out.splitlines())
    assert list(told) == [
        "id", "text", "title", "publisher", "published", "published_basis", "language", "url", "source", "parts",
        "places",
    ]  # fmt: skip
    (papers / "again.jsonl").write_text(ran.out, encoding="utf-8")
    (again,) = (json.loads(line) for line in run("read", papers / "again.jsonl").out.splitlines())
    assert {name: again[name] for name in told if name not in ("source", "parts")} == {
        name: told[name] for name in told if name not in ("source", "parts")
    }
