"""Exports of news databases: many articles in one file, split, dated, with their papers; what fails is named."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.documents import Notice, read
from kg.errors import InputError
from kg.model import Document

FIRST = "Mali and Niger signed a pact in Bamako on Monday, and the ministers of both said that it would last."
SECOND = "The two states had met there in June to talk about the wells along the border, officials said on Tuesday."

NEXIS = f"""User Name: A. Reader
Date and Time: Monday, November 23, 2026 10:00:00 AM CET
Documents (3)
1. Pact signed in Bamako
Client/Matter: -None-

Pact signed in Bamako
The Sahel Post (Bamako)
November 6, 2014 Thursday 8:14 PM GMT
Copyright 2014 Sahel Media All Rights Reserved
Section: WORLD; Pg. 7
Length: 64 words
Byline: Awa Name
Dateline: BAMAKO
Body

{FIRST}

{SECOND}

Classification
Language: ENGLISH
Publication-Type: Newspaper
Load-Date: November 7, 2014
End of Document

Wells reopened
Niamey Daily
7 November 2014
Copyright 2014 Daily All Rights Reserved
Length: 30 words
Body

{SECOND}

Load-Date: November 8, 2014
End of Document

A photograph
Niamey Daily
8 November 2014
Copyright 2014 Daily All Rights Reserved
Length: 0 words
Body

Load-Date: November 8, 2014
End of Document
"""

OLD_NEXIS = f"""
                               1 of 2 DOCUMENTS

                               The Sahel Post

                     November 6, 2014 Thursday
                          Late Edition - Final

Pact Signed in Bamako

BYLINE: By AWA NAME

SECTION: Section A; Column 0; Foreign Desk; Pg. 1

LENGTH: 64 words

DATELINE: BAMAKO

 {FIRST}

 {SECOND}

LOAD-DATE: November 7, 2014

LANGUAGE: ENGLISH

                      Copyright 2014 Sahel Media
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                               Niamey Daily

                     November 7, 2014

Wells Reopened

LENGTH: 30 words

 {SECOND}

LOAD-DATE: November 8, 2014
"""

FACTIVA = f"""World News
Pact signed in Bamako
By Awa Name
64 words
6 November 2014
18:05
The Sahel Post
SAPO
English
(c) 2014 Sahel Media

BAMAKO, Nov 6 (Agency) - {FIRST}

{SECOND}

Document SAPO000020141106eab600abc

Wells reopened
30 words
7 November 2014
Niamey Daily
NIDA
12
English
Copyright 2014 Daily.

{SECOND}

Document NIDA000020141107eab700def

No head here

Document NIDA000020141107eab700xyz
"""

CODED = f"""HD
Pact signed in Bamako
BY Awa Name
WC 64 words
PD 6 November 2014
ET 18:05
SN The Sahel Post
SC SAPO
LA English
CY (c) 2014 Sahel Media
LP
{FIRST}
TD
{SECOND}
NS gdip : International Relations
AN
Document SAPO000020141106eab600abc
"""

PROQUEST = f"""____________________________________________________________

Report Information from ProQuest
November 06 2014 10:00
____________________________________________________________

Document 1 of 2

Pact signed in Bamako

Author: Name, Awa

Publication info: The Sahel Post ; Bamako [Bamako]. 06 Nov 2014: A.7.

Abstract: A pact.

Full text: {FIRST}

{SECOND}

Subject: Treaties
Title: Pact signed in Bamako
Publication title: The Sahel Post; Bamako
Pages: A.7
Publication year: 2014
Publication date: Nov 6, 2014
Language of publication: English
ProQuest document ID: 1620474471
Document URL: https://db.example/1620474471
Copyright: (Copyright (c) 2014 Sahel Media)
____________________________________________________________

Document 2 of 2

Wells reopened

Full text: Not available.

Title: Wells reopened
ProQuest document ID: 1620474472
____________________________________________________________
"""


def read_text(folder: Path, text: str, name: str = "export.txt") -> tuple[list[Document | InputError], list[Notice]]:
    """What the export gives, and the notices."""
    heard: list[Notice] = []
    (folder / name).write_text(text, encoding="utf-8")
    return list(read([folder / name], tell=heard.append)), heard


@pytest.mark.parametrize(
    ("text", "database", "good", "bad"),
    [(NEXIS, "Nexis", 2, 1), (OLD_NEXIS, "Nexis", 2, 0), (FACTIVA, "Factiva", 2, 1), (PROQUEST, "ProQuest", 1, 1)],
)
def test_each_article_by_itself(tmp_path: Path, text: str, database: str, good: int, bad: int):
    """Title, paper and day of each; the words of the database are in none; what fails is named by its number."""
    found, heard = read_text(tmp_path, text)
    articles = [one for one in found if isinstance(one, Document)]
    errors = [one for one in found if isinstance(one, InputError)]
    assert (len(articles), len(errors)) == (good, bad)
    assert heard[0].what == f"is an export of {database}: {good} of {good + bad} articles were read"
    first = articles[0]
    assert (first.title or "").lower() == "pact signed in bamako"
    assert (first.publisher or "").startswith("The Sahel Post")
    assert first.published == "2014-11-06"
    assert database in (first.published_basis or "")
    assert first.text.endswith(SECOND)
    body = [first.text[part.start : part.end] for part in first.parts if part.role == "body"]
    assert "".join(body).split() == f"{FIRST} {SECOND}".split()
    for one in errors:
        assert one.where == f"{tmp_path / 'export.txt'}#{good + 1}"
        assert one.hint


@pytest.mark.parametrize("text", [NEXIS, OLD_NEXIS, FACTIVA])
def test_the_second_article_has_its_own_head(tmp_path: Path, text: str):
    """Nothing of the first runs into it."""
    second = read_text(tmp_path, text)[0][1]
    assert isinstance(second, Document)
    assert (second.title or "").lower() == "wells reopened"
    assert (second.publisher, second.published) == ("Niamey Daily", "2014-11-07")
    assert second.text.split("\n\n")[1:] == [SECOND]


def test_factiva_with_its_field_codes(tmp_path: Path):
    """HD, PD, SN, LP and TD, on the line of the code or below it."""
    (found,), _ = read_text(tmp_path, CODED)
    assert isinstance(found, Document)
    assert found.text == f"Pact signed in Bamako\n\n{FIRST}\n\n{SECOND}"
    assert (found.id, found.publisher, found.published) == ("SAPO000020141106eab600abc", "The Sahel Post", "2014-11-06")


def test_proquest_s_number_and_address(tmp_path: Path):
    """They come back with the document."""
    found = read_text(tmp_path, PROQUEST)[0][0]
    assert isinstance(found, Document)
    assert (found.id, found.url) == ("1620474471", "https://db.example/1620474471")


def test_factiva_as_a_web_page(tmp_path: Path):
    """The same heads, each line a block."""
    pytest.importorskip("lxml")
    blocks = "".join(f"<div>{line}</div>" for line in FACTIVA.split("\n") if line)
    page = f"<html><head><title>Factiva</title></head><body><div class='enArticle'>{blocks}</div></body></html>"
    found, _ = read_text(tmp_path, page, "export.html")
    assert [one.title for one in found if isinstance(one, Document)] == ["Pact signed in Bamako", "Wells reopened"]


def test_nexis_as_rtf(tmp_path: Path):
    """As it is delivered when no Word file is asked for."""
    rtf = "{\\rtf1\\ansi " + NEXIS.replace("\n", "\\par\n") + "}"
    found, _ = read_text(tmp_path, rtf, "export.rtf")
    assert [one.title for one in found if isinstance(one, Document)] == ["Pact signed in Bamako", "Wells reopened"]


@pytest.mark.parametrize("text", [NEXIS, FACTIVA])
def test_an_export_as_pdf(tmp_path: Path, text: str, pdf: Callable[..., bytes]):
    """Heads are told by lines, and the lines of the text are joined."""
    pytest.importorskip("pypdf")
    text = text.replace("(", r"\(").replace(")", r"\)")
    lines = [part for line in text.split("\n") for part in (textwrap.wrap(line, 80) or [""])]
    pages = [["The Reading Room", *lines[at : at + 30]] for at in range(0, len(lines), 30)]
    (tmp_path / "export.pdf").write_bytes(pdf(*pages))
    first, second, third = read([tmp_path / "export.pdf"])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(third, InputError)
    assert first.published == "2014-11-06"
    assert first.text.endswith(f"{FIRST}\n\n{SECOND}")
    assert second.text == f"Wells reopened\n\n{SECOND}"


def test_an_export_that_was_cut_off_says_so(tmp_path: Path):
    """What came before the cut is read."""
    found, _ = read_text(tmp_path, NEXIS + "Cut\nNiamey Daily\n9 November 2014\nLength: 99 words\nBody\n" + FIRST * 3)
    assert sum(isinstance(one, Document) for one in found) == 2
    assert "cut off" in str(found[-1])


def test_an_article_about_a_database_is_no_export(tmp_path: Path):
    """Words alone do not make one."""
    text = f"Nexis and Factiva compared\n\n{FIRST}\n\nEnd of Document is a phrase.\n\n{SECOND}"
    (found,), heard = read_text(tmp_path, text)
    assert isinstance(found, Document)
    assert found.text == text
    assert heard == []


def test_one_article_pasted_with_its_fields(tmp_path: Path):
    """Its title is its HEADLINE, its day the line above; without one, what Load-Date says."""
    text = textwrap.dedent("""\
        The Harbour Gazette

        September 18, 1987, Friday, Final Edition

        SECTION: Section A; Page 1

        HEADLINE: OMANI ENVOY VISITS LIMA

        BYLINE: By Jane Doe, Special to the Gazette

        DATELINE: LIMA, Sept. 17

        BODY:
        An Omani envoy visited Lima on Thursday. Chile welcomed the visit.

        LOAD-DATE: September 19, 1987
        """)
    for given, day in (
        (text, "1987-09-18"),
        (text.replace("September 18, 1987, Friday, Final Edition", ""), "1987-09-19"),
    ):
        (article,), (notice,) = read_text(tmp_path, given)
        assert isinstance(article, Document)
        assert (article.title, article.published) == ("OMANI ENVOY VISITS LIMA", day)
        assert "DATELINE" not in article.text
        assert "Chile welcomed the visit." in article.text
        assert "1 of 1" in str(notice)
