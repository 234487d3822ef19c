"""What people really have: for each bad input one line with file, reason and way out, and the rest is done."""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

import pytest

GOOD = "Iran accused Iraq of shelling its border on Monday, March 2, 2015."
PERSIAN = (
    "وزیر امور خارجه ایران روز چهارشنبه با همتای عراقی خود در بغداد دیدار کرد "
    "و دو طرف درباره همکاری‌های مرزی گفتگو کردند. این دیدار در حالی انجام شد "
    "که مذاکرات هسته‌ای همچنان ادامه دارد و مقام‌های دو کشور بر گسترش روابط تأکید "
    "کردند."
)


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(range(200)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "picture.txt": (_png(), ""),
    "persian.txt": (PERSIAN.encode(), ""),
    "broken.jsonl": (b'{"id": "1", "text": \n', "JSON"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_the_rest_is_done(run, tmp_path: Path, name: str) -> None:
    """Beside a good article: the bad one is named with its reason and a way out, the good one is stored, exit 4."""
    content, reason = BAD[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    ran = run("build", tmp_path / "good.txt", tmp_path / name, "-o", tmp_path / "x.kg")
    (line,) = [line for line in ran.err.splitlines() if line.startswith("skipped")]
    assert ran.code == 4
    assert name in line
    assert reason in line
    assert "; " in line.partition(name)[2], "no way out is told"
    assert json.loads(ran.out)["documents"] == 1
    assert run("check", "-g", tmp_path / "x.kg").code == 0


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_alone_leaves_nothing_behind(run, tmp_path: Path, name: str) -> None:
    """Nothing to read: exit 3 (4 where it can be read, but is not for kg), and no half knowledge base."""
    (tmp_path / name).write_bytes(BAD[name][0])
    ran = run("build", tmp_path / name, "-o", tmp_path / "x.kg")
    assert ran.code == (4 if name == "persian.txt" else 3)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "x.kg").exists()


def test_a_missing_path(run, tmp_path: Path) -> None:
    """It is named, and nothing is made."""
    ran = run("build", tmp_path / "nowhere", "-o", tmp_path / "x.kg")
    assert (ran.code, ran.out) == (3, "")
    assert "nowhere: does not exist" in ran.err
    assert not (tmp_path / "x.kg").exists()


def test_a_folder_without_articles(run, tmp_path: Path) -> None:
    """It is named with what kg reads."""
    (tmp_path / "pictures").mkdir()
    ran = run("build", tmp_path / "pictures", "-o", tmp_path / "x.kg")
    assert ran.code == 3
    assert "holds no articles" in ran.err
    assert ".txt" in ran.err


def test_front_matter_that_is_broken(run, tmp_path: Path) -> None:
    """The article is read or skipped, but the line says what is wrong with its head; nothing is made up from it."""
    (tmp_path / "a.txt").write_text(f"---\ntitle: [Iran\npublished: someday\n\n{GOOD}\n", "utf-8")
    ran = run("build", tmp_path / "a.txt", "-o", tmp_path / "x.kg")
    assert "a.txt" in ran.err
    assert ran.code in (0, 3)
    if ran.code == 0:
        (event,) = [json.loads(line) for line in run("events", "-g", tmp_path / "x.kg").out.splitlines()]
        assert event["type"] == "accuse"


def test_a_text_of_5_megabytes(run, tmp_path: Path) -> None:
    """It is read to its end: the last sentence is found, or the line says where reading stopped."""
    article = tmp_path / "long.txt"
    filler = "The weather was mild, and the streets of the old town were full of people who came to see the lights. "
    article.write_text(filler * (5_000_000 // len(filler)) + GOOD, "utf-8")
    ran = run("extract", article)
    assert ran.code in (0, 4)
    if ran.code == 0:
        (claim,) = [json.loads(line) for line in ran.out.splitlines()]
        assert claim["evidence"]["start"] > 4_900_000
    else:
        assert "long.txt" in ran.err


def test_strict_stops_at_the_first(run, tmp_path: Path) -> None:
    """With --strict a bad file ends the run with exit code 3."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    ran = run("extract", tmp_path / "empty.txt", tmp_path / "good.txt", "--strict")
    assert (ran.code, ran.out) == (3, "")


def test_a_folder_of_something_else_is_not_written_into(run, tmp_path: Path) -> None:
    """-o must be a knowledge base or new: a folder of pictures is left alone."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    other = tmp_path / "photos"
    other.mkdir()
    (other / "a.jpg").write_bytes(b"x")
    ran = run("build", tmp_path / "good.txt", "-o", other)
    assert ran.code == 3
    assert [path.name for path in other.iterdir()] == ["a.jpg"]


def test_a_date_that_is_none(run, tmp_path: Path) -> None:
    """--published tomorrow is a usage error that shows how a date is written."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    ran = run("build", tmp_path / "good.txt", "-o", tmp_path / "x.kg", "--published", "tomorrow")
    assert ran.code == 2
    assert "tomorrow" in ran.err
    assert not (tmp_path / "x.kg").exists()


def test_stdin_is_an_article(run) -> None:
    """- reads an article from stdin; an empty one is said to be empty."""
    (claim,) = [json.loads(line) for line in run("extract", "-", stdin=GOOD).out.splitlines()]
    assert claim["event"]["type"] == "accuse"
    ran = run("extract", "-")
    assert ran.code == 3
    assert "empty" in ran.err


def test_a_wrong_list_of_actors_names_the_row(run, tmp_path: Path) -> None:
    """--actors with a broken row: file and row in one line."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "mine.csv").write_text("id,name\nX,\n", "utf-8")
    ran = run("build", tmp_path / "good.txt", "-o", tmp_path / "x.kg", "--actors", tmp_path / "mine.csv")
    assert ran.code in (2, 3)
    assert "mine.csv" in ran.err
    assert ran.err.count("\n") == 1


def test_what_is_skipped_is_counted_by_its_reason(run, tmp_path: Path) -> None:
    """Three in German, two empty, one in Persian: by how often, the rest in alphabetical order."""
    german = "Der Minister traf seinen Kollegen in Wien, und sie sprachen lange über das Abkommen."
    for name, text in {
        "a": german, "b": f"{german} Heute.", "c": f"{german} Gestern.", "d": "", "e": " ", "f": PERSIAN, "g": GOOD,
    }.items():  # fmt: skip
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    ran = run("build", tmp_path, "-o", tmp_path / "x.kg")
    assert list(json.loads(ran.out)["skipped_because"].items()) == [
        ("is in German, and only English is read so far", 3),
        ("is empty", 2),
        ("is in Persian, and only English is read so far", 1),
    ]
    told = run("build", tmp_path, "-o", tmp_path / "x.kg", "--table").out
    assert "6 skipped, named above\n  3 × is in German" in told


def test_a_knowledge_base_among_the_articles_is_not_read(run, tmp_path: Path) -> None:
    """`kg build . -o talks.kg`, twice; and the knowledge base itself is named as one."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    for outcome in ("new", "unchanged"):
        ran = run("build", tmp_path, "-o", tmp_path / "talks.kg")
        assert (ran.code, json.loads(ran.out)["documents"], json.loads(ran.out)[outcome]) == (0, 1, 1)
    assert "is a knowledge base, not articles" in run("read", tmp_path / "talks.kg").err
