"""Files in, documents and errors out: formats, encodings, dates, and what people give by mistake."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.documents import Notice, SkippedError, read
from kg.errors import InputError, UsageError
from kg.model import Document

NEWS = "Mali and Niger signed a pact in Bamako on Monday. The two states had met there in June."
PERSIAN = "ایران و شش قدرت جهانی مذاکرات هسته‌ای را در وین از سر گرفتند."


def documents(*paths: Path | str, **options: object) -> list[Document]:
    """All documents, and no errors."""
    found = list(read(paths, **options))  # type: ignore[arg-type]
    assert all(isinstance(one, Document) for one in found), found
    return found  # type: ignore[return-value]


def error(*paths: Path | str, **options: object) -> InputError:
    """The one error that there is."""
    found = list(read(paths, **options))  # type: ignore[arg-type]
    assert len(found) == 1
    assert isinstance(found[0], InputError), found
    return found[0]


def file(folder: Path, content: str | bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# --- text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_each_usual_encoding_gives_the_same_text(tmp_path: Path, encoding: str):
    """With a byte order mark or without, also as Windows writes it."""
    text = "The envoy’s café — “talks” in Nîmes.\nMali met Niger there."
    assert documents(file(tmp_path, text.encode(encoding)))[0].text == text


@pytest.mark.parametrize(
    ("encoding", "guessed"), [("utf-8", False), ("utf-16", False), ("cp1252", True), ("utf-16-le", True)]
)
def test_a_guessed_encoding_is_told(tmp_path: Path, encoding: str, guessed: bool):
    """One notice that names the file and the encoding."""
    heard: list[Notice] = []
    path = file(tmp_path, "The café in Nîmes, where Mali met Niger.".encode(encoding))
    documents(path, tell=heard.append)
    assert [notice.where for notice in heard] == [str(path)] * guessed
    assert all("a guess" in notice.what for notice in heard)


def test_a_few_broken_bytes_do_not_spoil_the_rest(tmp_path: Path):
    """Mostly sound UTF-8 stays UTF-8; what is broken is replaced, and told."""
    heard: list[Notice] = []
    found = documents(
        file(tmp_path, "“Talks” — “peace”, the envoy’s word. \xff".encode()[:-2] + b"\xff"), tell=heard.append
    )
    assert found[0].text.startswith("“Talks” — “peace”")
    assert heard[0].what == "1 characters are not valid UTF-8 and were replaced"


def test_line_ends_are_one_character(tmp_path: Path):
    """As Python's own text mode reads them, so that offsets agree with it."""
    path = file(tmp_path, b"Mali met Niger.\r\n\r\nThey signed.\rIt rained.")
    assert documents(path)[0].text == path.read_text() == "Mali met Niger.\n\nThey signed.\nIt rained."


def test_front_matter_tells_what_is_known(tmp_path: Path):
    """It stays in the text, as a part of its own, so that offsets are those of the file."""
    text = f'---\ntitle: "Pact: signed"\npublished: 6 November 2014\npublisher: P\nurl: u\nid: p1\n---\n{NEWS}'
    found = documents(file(tmp_path, text))[0]
    assert (found.title, found.published, found.published_basis) == ("Pact: signed", "2014-11-06", "front matter")
    assert (found.publisher, found.url, found.id) == ("P", "u", "p1")
    assert found.text == text
    assert [part.role for part in found.parts] == ["front matter", "body"]
    assert text[found.parts[1].start :] == NEWS


def test_a_rule_above_the_text_is_no_front_matter(tmp_path: Path):
    """Only `key: value` lines are."""
    found = documents(file(tmp_path, f"---\n{NEWS}"))[0]
    assert [part.role for part in found.parts] == ["body"]


@pytest.mark.parametrize(
    ("head", "line", "what"),
    [
        ("---\ntitle: A\npublished 2014\n---\n", 3, "is not `key: value`"),
        ("---\ntitle: A\n\n", 1, "is not closed"),
        ("---\ntitle: A\n", 3, "is not `key: value`"),
    ],
)
def test_broken_front_matter_names_its_line(tmp_path: Path, head: str, line: int, what: str):
    """The file, the line, and the way out."""
    path = file(tmp_path, head + ("" if "closed" in what else NEWS))
    found = error(path)
    assert found.where == f"{path}:{line}"
    assert what in found.what
    assert found.hint


# --- dates --------------------------------------------------------------------------------------------------


def test_the_date_given_goes_before_the_text_s_own(tmp_path: Path):
    """And the text's own is told, if it differs."""
    heard: list[Notice] = []
    path = file(tmp_path, f"---\npublished: 2013-01-01\n---\n{NEWS}")
    found = documents(path, published="2014-11-06T10:00:00Z", tell=heard.append)[0]
    assert (found.published, found.published_basis) == ("2014-11-06", "given")
    assert "2013-01-01" in heard[0].what


def test_an_unreadable_date_is_left_out_and_told(tmp_path: Path):
    """No year is made up."""
    heard: list[Notice] = []
    path = file(tmp_path, f"---\npublished: 03/04/2014\n---\n{NEWS}")
    assert documents(path, tell=heard.append)[0].published is None
    assert heard[0].what == "date '03/04/2014' (front matter) was not understood and is left out"


def test_a_date_given_must_be_one(tmp_path: Path):
    """Told at once, before anything is read."""
    with pytest.raises(UsageError, match=r"'soon' is not a date; give 2014-11-06"):
        read([file(tmp_path, NEWS)], published="soon")


# --- JSON lines ---------------------------------------------------------------------------------------------


def test_json_lines_give_a_document_a_line(tmp_path: Path):
    """With the id, and all that is known."""
    record = {"id": "n1", "text": NEWS, "title": "Pact", "published": "2014-11-06T08:00", "publisher": "P", "url": "u"}
    found = documents(file(tmp_path, json.dumps(record) + "\n\n" + json.dumps({"text": NEWS}), "a.jsonl"))
    assert found[0] == Document(
        "n1",
        NEWS,
        "Pact",
        "P",
        "2014-11-06",
        "JSON field published",
        "en",
        "u",
        str(tmp_path / "a.jsonl"),
        found[0].parts,
    )
    assert found[1].id == found[1].key


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{broken", "is not JSON"),
        ("[1, 2]", "is not a JSON object"),
        ('{"id": "x"}', "has no JSON field 'text'"),
        ('{"text": 7}', "JSON field 'text' is not a text"),
        ('{"text": " "}', "JSON field 'text' is empty"),
        ("[" * 100_000, "is nested too deeply"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str, what: str):
    """Its number, its fault, and the way out."""
    good = json.dumps({"text": NEWS})
    path = file(tmp_path, f"{good}\n{line}\n{good}\n", "a.jsonl")
    first, bad, last = read([path])
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, InputError)
    assert bad.where == f"{path}:2"
    assert bad.what.startswith(what)
    assert bad.hint


def test_fields_of_other_names(tmp_path: Path):
    """The usual ones are known, others are named by the caller."""
    path = file(tmp_path, json.dumps({"headline": "Pact", "body": NEWS, "Quelle": "Die Zeitung"}), "a.jsonl")
    found = documents(path, mapping={"publisher": "Quelle"})[0]
    assert (found.title, found.text, found.publisher) == ("Pact", NEWS, "Die Zeitung")
    with pytest.raises(UsageError, match="kg knows no field 'author'"):
        list(read([path], mapping={"author": "x"}))


def test_characters_that_no_graph_can_hold_are_replaced(tmp_path: Path):
    """Lone surrogates and zero, one for one, so that offsets hold."""
    path = file(tmp_path, '{"text": "Mali \\ud800 met \\u0000 Niger."}', "a.jsonl")
    assert documents(path)[0].text == "Mali \ufffd met \ufffd Niger."


def test_what_no_file_can_hold_is_kept_out_of_every_field(tmp_path: Path):
    """Half characters in a title, and a file whose name is in another encoding."""
    path = tmp_path / os.fsdecode(b"caf\xe9.jsonl")
    path.write_text('{"text": "Mali met Niger.", "id": "\\ud800", "title": "a\\udfff"}')
    found = documents(tmp_path)[0]
    assert (found.id, found.title) == ("\ufffd", "a\ufffd")
    assert (found.source or "").endswith("caf\ufffd.jsonl")


# --- bad input ----------------------------------------------------------------------------------------------


def test_a_missing_path(tmp_path: Path):
    """One line: what, where, the way out."""
    assert str(error(tmp_path / "no.txt")) == f"{tmp_path / 'no.txt'}: does not exist; check the name"


@pytest.mark.parametrize("content", ["", "  \n\n ", "\ufeff"])
def test_an_empty_file(tmp_path: Path, content: str):
    """Blanks and a byte order mark are nothing too."""
    assert error(file(tmp_path, content)).what in ("is empty", "holds no text")


def test_an_empty_json_lines_file(tmp_path: Path):
    """No line, no document, but a word."""
    assert error(file(tmp_path, "\n\n", "a.jsonl")).what == "is empty"


def test_a_folder_without_articles(tmp_path: Path):
    """What it holds instead is told."""
    heard: list[Notice] = []
    file(tmp_path, b"\x89PNG", "a.png")
    file(tmp_path, "About this folder.", "README.md")
    file(tmp_path, "hidden", ".a.txt")
    found = error(tmp_path, tell=heard.append)
    assert found.what == "holds no articles"
    assert ".txt" in (found.hint or "")
    assert heard[0].what == "left out what is no article: 1 .png, 1 README.md"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a PNG image, not text"),
        (b"PK\x03\x04" + bytes(100), "is a zip archive, not text"),
        (bytes(range(256)) * 20, "is not text (binary data)"),
        (b"\1\2\3\4\5\6" * 100, "is not text (binary data)"),
    ],
)
def test_binary_data_named_txt(tmp_path: Path, content: bytes, what: str):
    """Told for what it is; never read as letters."""
    assert error(file(tmp_path, content)).what == what


def test_a_text_of_five_megabytes_is_read(tmp_path: Path):
    """As one document."""
    text = "\n\n".join([NEWS] * 60_000)
    assert len(documents(file(tmp_path, text))[0].text) == len(text) > 5_000_000


def test_a_text_in_persian_is_skipped_with_a_word(tmp_path: Path):
    """It is not broken, so its error is of another kind; the rest is read."""
    first, second = read([file(tmp_path, PERSIAN), file(tmp_path, NEWS, "b.txt")])
    assert isinstance(first, SkippedError)
    assert first.what == "is in Persian, and only English is read so far"
    assert isinstance(second, Document)
    assert second.language == "en"


def test_a_folder_is_read_by_name_and_broken_files_end_nothing(tmp_path: Path):
    """Folders within it too."""
    (tmp_path / "b").mkdir()
    for name, content in (
        ("c.txt", NEWS),
        ("a.txt", ""),
        ("b/2.md", NEWS + "2"),
        ("b/1.jsonl", '{"text": "Oslo met Rome."}'),
    ):
        file(tmp_path, content, name)
    found = list(read([tmp_path]))
    assert [one.where if isinstance(one, InputError) else one.source for one in found] == [
        str(tmp_path / name) for name in ("a.txt", "b/1.jsonl", "b/2.md", "c.txt")
    ]


def test_strict_stops_at_the_first(tmp_path: Path):
    """By raising it."""
    with pytest.raises(InputError, match="is empty"):
        list(read([file(tmp_path, ""), file(tmp_path, NEWS, "b.txt")], strict=True))


@pytest.mark.parametrize("content", [NEWS, json.dumps({"text": NEWS})])
def test_standard_input_is_looked_into(monkeypatch: pytest.MonkeyPatch, content: str):
    """Text or JSON lines, whichever it is."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    assert documents("-")[0].text == NEWS


def test_markdown_loses_its_signs(tmp_path: Path):
    """The front matter stays; headings, links and emphasis are words; the headline is one."""
    path = file(
        tmp_path,
        f"---\nid: m1\n---\n# Pact **signed**\n\n![x](y.png)\n[Mali]( https://a.org ) and _Niger_: {NEWS}\n",
        "a.md",
    )
    found = documents(path)[0]
    assert found.text == f"---\nid: m1\n---\nPact signed\n\nMali and Niger: {NEWS}"
    assert (found.id, found.title) == ("m1", "Pact signed")
    assert [part.role for part in found.parts] == ["front matter", "title", "body"]


def test_what_kg_read_prints_can_be_read_again(tmp_path: Path):
    """With the words for how the date is known."""
    line = json.dumps({"text": NEWS, "published": "2014-11-06", "published_basis": "JSON-LD datePublished"})
    found = documents(file(tmp_path, line, "a.jsonl"))[0]
    assert found.published_basis == "JSON-LD datePublished"


def test_a_date_in_the_future_is_kept_and_told(tmp_path: Path):
    """It may be a slip; nobody but the reader knows what was meant."""
    heard: list[Notice] = []
    (found,) = documents(file(tmp_path, f"---\npublished: 2998-03-04\n---\n{NEWS}"), tell=heard.append)
    assert found.published == "2998-03-04"
    assert "lies in the future" in heard[0].what
    heard.clear()
    documents(file(tmp_path, f"---\npublished: 2011-03-04\n---\n{NEWS}"), tell=heard.append)
    assert heard == []
