"""Files as they come, with something amiss: what is there is read, what is not is told."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from kg.documents import read
from kg.errors import InputError
from kg.model import Document

if TYPE_CHECKING:
    from pathlib import Path


def found(path: Path | str) -> tuple[list[Document], list[str]]:
    """The documents, and what was said besides."""
    told: list[str] = []
    documents = []
    for one in read([path], tell=lambda notice: told.append(str(notice))):
        if isinstance(one, InputError):
            told.append(str(one))
        else:
            documents.append(one)
    return documents, told


@pytest.mark.parametrize("place", [".", "./", "./t.csv"])
def test_a_path_that_begins_with_a_dot_keeps_its_ending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """`kg read .` knows a table as one."""
    (tmp_path / "t.csv").write_text("Headline;Body;Date\nOslo;Norway thanked Fiji.;2018-03-05\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ((one,), _) = found(place)
    assert (one.title, one.text, one.published) == ("Oslo", "Norway thanked Fiji.", "2018-03-05")


def nexis(title: str, paper: str, date: str | None, loaded: str | None = None) -> str:
    lines = [title, paper, date, f"Copyright 2019 {paper}", "Section: WORLD", "Length: 9 words", "Body"]
    lines += [f"{title} on Friday, it was said.", loaded and f"Load-Date: {loaded}", "End of Document"]
    return "\n\n".join(line for line in lines if line)


def test_nexis_articles_without_a_day_keep_title_and_paper(tmp_path: Path) -> None:
    """One with a day, one with a month, one with the day of loading, one with nothing."""
    (tmp_path / "n.txt").write_text(
        "\n\n".join((
            nexis("Bolivia recalled its envoy", "Andes Post", "March 5, 2019 Tuesday"),
            nexis("Peru thanked Chile", "Lima Gazette", "April 2019"),
            nexis("Chad expelled a consul", "Sahel Wire", None, "April 13, 2019"),
            nexis("Laos signed a treaty", "Mekong Daily", None),
        ))
    )  # fmt: skip
    documents, _ = found(tmp_path / "n.txt")
    assert [(d.title, d.publisher, d.published) for d in documents] == [
        ("Bolivia recalled its envoy", "Andes Post", "2019-03-05"),
        ("Peru thanked Chile", "Lima Gazette", "2019-04"),
        ("Chad expelled a consul", "Sahel Wire", "2019-04-13"),
        ("Laos signed a treaty", "Mekong Daily", None),
    ]


def test_factiva_articles_of_an_agency_that_reserves_its_rights(tmp_path: Path) -> None:
    """With the hour of sending, and no sign of copyright."""
    lines = ["Qatar expels envoy", "120 words", "8 May 2012", "14:02", "Agence France Presse", "AFPR", "English"]
    lines += [
        "All reproduction and presentation rights reserved.",
        "Qatar expelled the ambassador of Syria on Tuesday.",
    ]
    (tmp_path / "f.txt").write_text("\n\n".join([*lines, "Document AFPR000020120508e858001nm", ""]))
    ((one,), _) = found(tmp_path / "f.txt")
    assert (one.title, one.publisher, one.published) == ("Qatar expels envoy", "Agence France Presse", "2012-05-08")


def test_a_publisher_that_json_ld_only_refers_to(tmp_path: Path) -> None:
    """The name stands elsewhere in the graph."""
    graph = [
        {"@type": "WebSite", "name": "No", "datePublished": "1999-01-01"},
        {"@type": ["NewsArticle"], "headline": "Zambia and Malawi sign", "datePublished": "2017-03-09",
         "publisher": {"@id": "#org"}},
        {"@type": "Organization", "@id": "#org", "name": "The Lusaka Times"},
    ]  # fmt: skip
    text = "Zambia and Malawi signed a treaty on the use of a shared lake on Thursday, ending eight years of talks. "
    (tmp_path / "p.html").write_text(
        f'<html><head><script type="application/ld+json">{json.dumps({"@graph": graph})}</script></head><body><article>'
        f"<h1>Zambia and Malawi sign</h1><p>{text}</p><p>{text.replace('Thursday', 'that day')}</p></article></body>"
    )
    ((one,), _) = found(tmp_path / "p.html")
    assert (one.title, one.publisher, one.published) == ("Zambia and Malawi sign", "The Lusaka Times", "2017-03-09")


def test_an_archive_that_is_cut_off_after_an_archive_in_it(tmp_path: Path) -> None:
    """The list of the inner one must not pass for its own."""
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("in.txt", "Finland thanked Estonia.")
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("a.txt", "Iceland thanked Norway.")
        archive.writestr("b.jpg", b"\xff\xd8")
        archive.writestr("c.zip", inner.getvalue())
    (tmp_path / "whole.zip").write_bytes(outer.getvalue())
    (tmp_path / "cut.zip").write_bytes(outer.getvalue()[:-30])
    documents, told = found(tmp_path / "whole.zip")
    assert [d.text for d in documents] == ["Iceland thanked Norway."]
    assert "1 .jpg, 1 .zip" in told[0]
    documents, (told_of_cut,) = found(tmp_path / "cut.zip")
    assert not documents
    assert "is damaged" in told_of_cut


def answer(uri: str, head: str, body: str = "") -> str:
    block = f"HTTP/1.1 {head}\r\n\r\n{body}"
    size = len(block.encode())
    return f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nContent-Length: {size}\r\n\r\n{block}\r\n\r\n"


def test_answers_of_a_web_archive_that_are_no_page_are_counted(tmp_path: Path) -> None:
    """One page of four answers."""
    text = "Kenya and Somalia reopened their border at Mandera on Monday, twelve years after it was closed to all. "
    page = f"<html><head><title>Border</title></head><body><article><p>{text}</p><p>{text}</p></article></body></html>"
    (tmp_path / "a.warc").write_bytes(
        "".join((
            answer("http://e.example/1", "404 Not Found\r\nContent-Type: text/html", "<p>gone</p>"),
            answer("http://e.example/2", "301 Moved\r\nLocation: /3"),
            answer("http://e.example/3", "200 OK\r\nContent-Type: text/html; charset=utf-8", page),
            answer("http://e.example/4", "200 OK\r\nContent-Type: image/png", "x"),
        )).encode()
    )  # fmt: skip
    documents, told = found(tmp_path / "a.warc")
    assert [d.url for d in documents] == ["http://e.example/3"]
    assert "1 image/png, 1 with status 301, 1 with status 404" in told[0]


def test_attachments_of_a_letter_are_named(tmp_path: Path) -> None:
    """They are not read."""
    (tmp_path / "l.eml").write_bytes(
        b'From: Desk <d@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nPer=C3=BA thank"
        b'ed Ecua=\r\ndor.\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="a.pdf"'
        b"\r\n\r\nx\r\n--b--\r\n"
    )
    ((one,), (told,)) = found(tmp_path / "l.eml")
    assert one.text.strip() == "Perú thanked Ecuador."
    assert told.endswith("its attachments are not read: a.pdf; save them, and give the files")


def test_a_file_that_begins_as_another_kind_is_of_that_kind(tmp_path: Path) -> None:
    """RTF under the ending of Word."""
    (tmp_path / "a.docx").write_text(r"{\rtf1\ansi Togo thanked Benin on Monday.\par}")
    ((one,), _) = found(tmp_path / "a.docx")
    assert one.text.strip() == "Togo thanked Benin on Monday."


def test_the_answer_of_an_interface_is_opened(tmp_path: Path) -> None:
    """A list of articles one level down."""
    article = {"title": "Aden", "text": "Yemen thanked Oman.", "date": "2019-01-02"}
    (tmp_path / "a.json").write_text(json.dumps({"response": {"status": "ok", "results": [article]}}))
    ((one,), _) = found(tmp_path / "a.json")
    assert (one.title, one.published) == ("Aden", "2019-01-02")


def test_what_is_said_of_one_table_leaves_the_others_alone(tmp_path: Path) -> None:
    """A table of events with columns of its own, beside one of ICEWS and one of articles."""
    (tmp_path / "a.csv").write_text("day,a,b,c\n2001-02-03,IRN,OMN,046\n")
    (tmp_path / "b.csv").write_text("Event Date,Source Name,Target Name,CAMEO Code\n2012-03-04,Chad,France,042\n")
    (tmp_path / "c.csv").write_text("title,text\nOslo,Norway thanked Fiji.\n")
    (tmp_path / "d.csv").write_text("x,y\n1,2\n")
    said = {"date": "day", "source": "a", "target": "b", "code": "c"}
    found = list(read([tmp_path], mapping=said))
    documents = [one for one in found if isinstance(one, Document)]
    assert [one.publisher for one in documents] == ["a", "ICEWS", None]
    assert documents[2].text == "Norway thanked Fiji."
    (error,) = (str(one) for one in found if isinstance(one, InputError))
    assert "d.csv:1: has no column 'day'" in error
