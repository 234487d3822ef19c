"""What stands beside an article: title, day and paper from `pact.json` or `pact.yaml`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.documents import Notice, read
from kg.errors import InputError
from kg.model import Document

TEXT = "Mali and Niger signed a pact in Bamako on Monday. The two states had met there in June."
ABOUT = {"title": "A pact, signed", "published": "1998-05-04", "source": "Sahel Post", "url": "https://sahel.example/1"}


def one(*paths: Path, **options: Any) -> Document:
    (found,) = read(paths, **options)
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize("name", ["pact.json", "pact.txt.json", "pact.yaml", "pact.yml"])
def test_a_folder_with_sidecars(tmp_path: Path, name: str):
    """One document, with what the sidecar says; the sidecar is no article, and nobody is told of it."""
    (tmp_path / "pact.txt").write_text(TEXT)
    lines = "\n".join(f"{key}: {value}" for key, value in ABOUT.items())
    (tmp_path / name).write_text(json.dumps(ABOUT) if name.endswith("json") else lines)
    heard: list[Notice] = []
    for found in (one(tmp_path, tell=heard.append), one(tmp_path / "pact.txt", tell=heard.append)):
        assert (found.title, found.published, found.publisher) == ("A pact, signed", "1998-05-04", "Sahel Post")
        assert (found.published_basis, found.url, found.text) == (name, "https://sahel.example/1", TEXT)
    assert heard == []


def test_it_goes_before_the_text_and_behind_the_call(tmp_path: Path):
    """Front matter gives way to it, and it to `--published`."""
    (tmp_path / "pact.txt").write_text(f"---\npublished: 1997-01-01\npublisher: Other\n---\n{TEXT}")
    (tmp_path / "pact.yaml").write_text("---\npublished: 1998-05\n---\n")
    found = one(tmp_path / "pact.txt")
    assert (found.published, found.publisher) == ("1998-05", "Other")
    assert one(tmp_path / "pact.txt", published="1999").published == "1999"


def test_json_with_a_text_is_an_article(tmp_path: Path):
    """Also when another file has its name."""
    (tmp_path / "pact.txt").write_text(TEXT)
    (tmp_path / "pact.json").write_text(json.dumps({**ABOUT, "text": "Chad accused Togo of theft."}))
    found = [one for one in read([tmp_path]) if isinstance(one, Document)]
    assert sorted(one.text for one in found) == ["Chad accused Togo of theft.", TEXT]


def test_tables_have_none(tmp_path: Path):
    """What holds many articles is not spoken of by one file."""
    (tmp_path / "pact.jsonl").write_text(json.dumps({"text": TEXT}))
    (tmp_path / "pact.yaml").write_text("title: A pact\n")
    assert one(tmp_path / "pact.jsonl").title is None


def test_a_broken_one_is_named_once(tmp_path: Path):
    """With its line."""
    (tmp_path / "pact.txt").write_text(TEXT)
    (tmp_path / "pact.yaml").write_text("title: A pact\npublished 1998\n")
    (found,) = read([tmp_path])
    assert isinstance(found, InputError)
    assert "pact.yaml" in str(found)
    assert "is not `key: value`" in str(found)


def test_an_old_word_file_says_how_to_convert_it(tmp_path: Path):
    """It is named as what it is."""
    (tmp_path / "pact.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (found,) = read([tmp_path])
    assert "is an old Office document" in str(found)
    assert "--convert-to docx" in str(found)
