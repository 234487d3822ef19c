"""Each format with a sample made by hand, and the ways in which such files are broken."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import Notice, SkippedError, read
from kg.documents.article import Known, finish
from kg.documents.reading import articles
from kg.errors import InputError
from kg.model import Document

pytest.importorskip("trafilatura", reason="pages, feeds and Word files need it")

FIRST = "Mali and Niger signed a pact in Bamako on Monday, and the ministers of both said that it would last."
SECOND = "The two states had met there in June to talk about the wells along the border, officials said on Tuesday."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sahel pact signed | The Sahel Post</title>
<meta property="og:site_name" content="The Sahel Post"><link rel="canonical" href="https://sahel.example/pact">
<script type="application/ld+json">{{"@graph": [{{"@type": "WebPage"}}, {{"@type": ["NewsArticle"],
 "headline": "Sahel pact signed", "datePublished": "2014-11-06T23:10:00-05:00",
 "dateModified": "2015-01-01"}}]}}</script>
</head><body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Sahel pact signed</h1>
<p>{FIRST}</p><p>{SECOND}</p><p>Nothing was said of Chad&rsquo;s part in it, and its envoy did not come
to the table at all.</p>
</article><section id="comments"><h2>Comments</h2><p>Chad attacked Niger yesterday, I am sure of it.</p></section>
<footer>© 2014 The Sahel Post. All rights reserved.</footer></body></html>"""


MakePdf = Callable[..., bytes]


def all_of(path: Path, **options: object) -> list[Document | InputError]:
    return list(read([path], **options))  # type: ignore[arg-type]


def one(path: Path, **options: object) -> Document:
    """The only document of a file."""
    (found,) = all_of(path, **options)
    assert isinstance(found, Document), found
    return found


def broken(path: Path) -> InputError:
    """The only error of a file."""
    (found,) = all_of(path)
    assert isinstance(found, InputError), found
    return found


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def zipped(**members: str | bytes) -> bytes:
    """A zip archive of these files; `__` in a name stands for a dot, `_in_` for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_in_", "/").replace("__", "."), content)
    return out.getvalue()


def docx(*paragraphs: str) -> bytes:
    """A Word file; the paragraphs are given as WordprocessingML runs or as words."""
    body = "".join(
        f"<w:p>{p}</w:p>" if p.startswith("<") else f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return zipped(word_in_document__xml=f"<w:document {space}><w:body>{body}</w:body></w:document>")


# --- web pages ----------------------------------------------------------------------------------------------


def test_a_web_page_gives_its_article_and_what_it_declares(tmp_path: Path):
    """Headline above the text; no menu, comment or footer; the day as the paper wrote it, not as it changed it."""
    found = one(file(tmp_path, "a.html", PAGE))
    assert found.text.startswith(f"Sahel pact signed\n\n{FIRST}\n\n{SECOND}\n\nNothing was said of Chad’s part")
    assert "attacked" not in found.text
    assert "rights reserved" not in found.text
    assert (found.title, found.publisher, found.url) == (
        "Sahel pact signed",
        "The Sahel Post",
        "https://sahel.example/pact",
    )
    assert (found.published, found.published_basis) == ("2014-11-06", "JSON-LD datePublished")
    assert [part.role for part in found.parts] == ["title", "body"]


@pytest.mark.parametrize(
    ("tag", "day", "basis"),
    [
        (
            '<meta property="article:published_time" content="2013-05-04T10:00Z">',
            "2013-05-04",
            "meta tag article:published_time",
        ),
        ('<meta name="DC.date.issued" content="2013-05-04">', "2013-05-04", "meta tag dc.date.issued"),
        ('<time datetime="2013-05-04" itemprop="datePublished">May 4</time>', "2013-05-04", "time element"),
        ('<meta property="article:modified_time" content="2013-05-04">', None, None),
    ],
)
def test_where_a_page_says_when_it_was_published(tmp_path: Path, tag: str, day: str | None, basis: str | None):
    """Its own tags, in words; the date of a change is none."""
    page = (
        PAGE.replace("datePublished", "x").replace("<article>", f"<article>{tag}").replace("</head>", f"{tag}</head>")
    )
    found = one(file(tmp_path, "a.html", page))
    assert (found.published, found.published_basis) == (day, basis)


def test_the_encoding_a_page_declares(tmp_path: Path):
    """Windows-1252 under its old name."""
    page = PAGE.replace("utf-8", "iso-8859-1").replace("Bamako", "Nîmes – “old”")
    assert "Nîmes – “old”" in one(file(tmp_path, "a.html", page.encode("cp1252"))).text


def test_a_cookie_wall_is_no_article(tmp_path: Path):
    """Skipped with a word, not read as news."""
    wall = (
        "<html><body><h1>Before you continue</h1><p>We use cookies, and our partners process your personal data on the "
        "basis of legitimate interest.</p><p>You can change your privacy settings.</p><button>Accept "
        "all</button></body></html>"
    )
    found = broken(file(tmp_path, "a.html", wall))
    assert isinstance(found, SkippedError)
    assert found.what.startswith("holds no article")


def test_a_page_that_stands_in_tables(tmp_path: Path):
    """As papers built them in the nineties: no `article`, no `p` that is closed, a menu in the first cell."""
    page = (
        "<html><head><title>Sahel pact signed</title></head><body><table><tr><td><a href=1>Home</a><br>"
        "<a href=2>World</a></td>"
        f"<td><font size=5>Sahel pact signed</font><p>{FIRST}<p>{SECOND}<p>{FIRST}</td></tr></table></body></html>"
    )
    assert one(file(tmp_path, "a.html", page)).text.startswith(f"Sahel pact signed\n\n{FIRST}\n\n{SECOND}")


def test_a_list_of_links_is_no_article(tmp_path: Path):
    """Its heading alone is not read as one."""
    links = "".join(f"<div><a href={i}>Mali and Niger sign pact number {i}</a></div>" for i in range(30))
    found = broken(file(tmp_path, "a.html", f"<html><body><h1>World news</h1>{links}</body></html>"))
    assert isinstance(found, SkippedError)


@pytest.mark.parametrize("page", ["<html></html>", "<html><body></body></html>", "<html><body><p>", "<!-- x -->"])
def test_a_page_with_nothing_in_it(tmp_path: Path, page: str):
    """One line, whatever is missing."""
    assert broken(file(tmp_path, "a.html", page)).what.startswith("holds no")


def test_a_page_of_fifty_megabytes(tmp_path: Path):
    """Refused by its size, at once."""
    found = broken(file(tmp_path, "a.html", "<html><body>" + "<p>Mali met Niger.</p>" * 2_400_000))
    assert found.what.startswith("is a page of more than 20 MB")


def test_a_page_of_fifty_thousand_elements(tmp_path: Path):
    """Refused by their number: no article has so many."""
    found = broken(file(tmp_path, "a.html", "<html><body>" + "<p>Mali met Niger.</p>" * 50_001))
    assert found.what == "has more than 50,000 elements, which no article has"


def test_an_image_named_html(tmp_path: Path):
    """Told for what it is."""
    assert broken(file(tmp_path, "a.html", b"\x89PNG\r\n\x1a\n" + bytes(200))).what == "is a PNG image, not text"


def test_a_deeply_nested_page_does_no_harm(tmp_path: Path):
    """Neither a crash nor a wait."""
    path = file(tmp_path, "a.html", "<html><body>" + "<div>" * 20_000 + FIRST + "</div>" * 20_000)
    assert len(all_of(path)) == 1


@pytest.mark.parametrize("ending", ["mhtml", "mht"])
def test_a_page_saved_as_one_file(tmp_path: Path, ending: str):
    """MHTML, as browsers write it: the page's part, its place, its own date."""
    saved = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://sahel.example/saved\r\nSubject: x\r\n"
        "Date: Mon, 1 Jan 2020 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + PAGE + "\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--b--\r\n"
    )  # fmt: skip
    found = one(file(tmp_path, f"a.{ending}", saved))
    assert found.text.startswith(f"Sahel pact signed\n\n{FIRST}")
    assert (found.published, found.url) == ("2014-11-06", "https://sahel.example/pact")


# --- e-mail and feeds ---------------------------------------------------------------------------------------


def test_an_e_mail(tmp_path: Path):
    """Its subject is the headline, its sender the publisher, its day the date; the plain part goes before HTML."""
    letter = (
        "From: The Sahel Post <news@sahel.example>\r\nTo: a@b.example\r\nSubject: =?utf-8?q?Pact_sign=C3=A9?=\r\n"
        "Date: Thu, 06 Nov 2014 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: "
        "multipart/alternative; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Other words</p>\r\n"
        f"--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: "
        f"quoted-printable\r\n\r\n{FIRST} =97\r\n--b--\r\n"
    )
    found = one(file(tmp_path, "a.eml", letter))
    assert found.text.strip() == f"Pact signé\n\n{FIRST} —"
    assert (found.title, found.publisher, found.published) == ("Pact signé", "The Sahel Post", "2014-11-06")


def test_an_e_mail_of_html_alone(tmp_path: Path):
    """Its paragraphs, without its styles."""
    letter = (
        f"Subject: Pact\nMIME-Version: 1.0\nContent-Type: text/html\n\n<style>p{{}}</style><p>{FIRST}<p>{SECOND}<br>"
    )
    assert one(file(tmp_path, "a.eml", letter)).text == f"Pact\n\n{FIRST}\n\n{SECOND}"


def test_an_e_mail_without_words(tmp_path: Path):
    """Nothing but a picture."""
    letter = (
        "Subject: Pact\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw==\n"
    )
    assert broken(file(tmp_path, "a.eml", letter)).what == "holds no text"


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Sahel Post</title><item><title>Pact &amp;amp; peace</title><link>https://sahel.example/1</link><guid>g1</guid>
<pubDate>Thu, 06 Nov 2014 10:00:00 GMT</pubDate><description>short</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Empty</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Sahel Post</title><entry><title>Pact &amp; peace</title>
<link href="https://sahel.example/1"/><id>g1</id><updated>2015-01-01T00:00:00Z</updated><published>2014-11-06T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div></content></entry></feed>"""


@pytest.mark.parametrize(("name", "content"), [("a.rss", RSS), ("a.xml", ATOM), ("a.atom", ATOM)])
def test_a_feed(tmp_path: Path, name: str, content: str):
    """RSS with its text in full, and Atom with XHTML."""
    found = all_of(file(tmp_path, name, content))[0]
    assert isinstance(found, Document)
    assert found.text == f"Pact & peace\n\n{FIRST}\n\n{SECOND}"
    assert (found.id, found.title, found.publisher) == ("g1", "Pact & peace", "The Sahel Post")
    assert (found.published, found.url) == ("2014-11-06", "https://sahel.example/1")


NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:n1"><itemMeta>
<provider literal="AGENCY"/><versionCreated>2014-11-07T00:00:00Z</versionCreated>
<firstCreated>2014-11-06T10:00:00Z</firstCreated>
</itemMeta><contentMeta><headline>Pact signed</headline><language tag="en"/></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html>
</inlineXML></contentSet></newsItem><newsItem guid="urn:picture"><contentSet/></newsItem></itemSet></newsMessage>"""
NITF = f"""<nitf><head><docdata><doc-id id-string="urn:n1"/><date.issue norm="20141106T100000Z"/></docdata></head><body>
<body.head><hedline><hl1>Pact signed</hl1></hedline><distributor>AGENCY</distributor></body.head>
<body.content><p>{FIRST}</p><p>{SECOND}</p></body.content></body></nitf>"""


@pytest.mark.parametrize("content", [NEWSML, NITF])
def test_news_agencies_xml(tmp_path: Path, content: str):
    """NewsML-G2 with inline HTML, and NITF; pictures are passed over."""
    found = one(file(tmp_path, "a.xml", content))
    assert found.text == f"Pact signed\n\n{FIRST}\n\n{SECOND}"
    assert (found.id, found.title, found.publisher, found.published) == (
        "urn:n1",
        "Pact signed",
        "AGENCY",
        "2014-11-06",
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<rss><channel>", "is not well-formed XML"),
        ("<note>x</note>", "is XML of a kind that is not known (<note>)"),
        ("<rss><channel><title>T</title></channel></rss>", "holds no entries"),
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
            "holds no entries",
        ),
    ],
)
def test_xml_that_is_no_feed(tmp_path: Path, content: str, what: str):
    """Broken, of another kind, empty; no entity is followed."""
    assert broken(file(tmp_path, "a.xml", content)).what.startswith(what)


def test_a_billion_laughs(tmp_path: Path):
    """Entities that grow are not expanded."""
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    path = file(
        tmp_path, "a.xml", f"<!DOCTYPE rss [{entities}]><rss><channel><item><title>&e11;</title></item></channel></rss>"
    )
    assert len(all_of(path)) == 1


# --- office, RTF, PDF ---------------------------------------------------------------------------------------


def test_a_word_file(tmp_path: Path):
    """Paragraphs in order; tabs, breaks and insertions kept, deletions and field codes not."""
    odd = (
        "<w:r><w:t>They</w:t><w:tab/><w:t>signed</w:t><w:br/><w:t>it</w:t></w:r><w:del><w:r><w:delText> "
        "not</w:delText></w:r>"
        "</w:del><w:ins><w:r><w:t xml:space='preserve'> twice</w:t></w:r></w:ins><w:r><w:instrText>"
        "PAGE</w:instrText></w:r>"
    )
    assert (
        one(file(tmp_path, "a.docx", docx(FIRST, odd, "", SECOND))).text
        == f"{FIRST}\n\nThey\tsigned\nit twice\n\n{SECOND}"
    )


def test_an_open_document(tmp_path: Path):
    """Headings and paragraphs; neither notes nor what was deleted."""
    spaces = (
        'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    content = (
        f"<o:document-content {spaces}><o:body><o:text><t:tracked-changes><t:p>gone</t:p>"
        f"</t:tracked-changes><t:h>Pact signed</t:h>"
        f"<t:p>{FIRST}</t:p><t:p>They <t:span>met</t:span><t:note><t:p>a note</t:p></t:note> in<t:s/>"
        f"Gao.</t:p></o:text></o:body></o:document-content>"
    )
    assert (
        one(file(tmp_path, "a.odt", zipped(content__xml=content))).text == f"Pact signed\n\n{FIRST}\n\nThey met in Gao."
    )


def test_rtf(tmp_path: Path):
    """Code page, Unicode, paragraphs; no font names, styles, pictures or footers. Also when it is named .doc."""
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\stylesheet{\s1 Head;}}{\*\generator X;}{\footer Page 1}"
        rb"\pard\b Pact sign\'e9\b0\par"
        b"\r\n"
        rb"Mali \u8212? Niger \ldblquote now\rdblquote  {\pict 89504e47}\{x\}\par " + FIRST.encode() + b"}"
    )
    for name in ("a.rtf", "a.doc"):
        assert one(file(tmp_path, name, rtf)).text == f"Pact signé\n\nMali — Niger “now” {{x}}\n\n{FIRST}"


def test_a_pdf(tmp_path: Path, pdf: MakePdf):
    """Lines joined to paragraphs, hyphens healed, running heads and page numbers left out."""
    pytest.importorskip("pypdf")
    lines = [
        "Mali and Niger signed a pact in Bamako on Monday, and the mini-",
        "sters of both said that it would last for long.",
    ]
    more = [
        "The two states had met there in June to talk about the wells along",
        "the border, officials said on Tuesday.",
    ]
    found = one(file(tmp_path, "a.pdf", pdf(["The Sahel Post  1", *lines], ["The Sahel Post  2", *more, "2"])))
    assert found.text == (
        "Mali and Niger signed a pact in Bamako on Monday, and the ministers of both said that it would "
        "last for long.\n\n"
        "The two states had met there in June to talk about the wells along the border, officials said on Tuesday."
    )


def test_a_scan_is_named_as_such(tmp_path: Path, pdf: MakePdf):
    """A PDF of pictures has no words."""
    pytest.importorskip("pypdf")
    found = broken(file(tmp_path, "a.pdf", pdf([], [])))
    assert found.what == "holds no text (a scan?)"
    assert "OCR" in (found.hint or "")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx(FIRST)[:100]),
        ("a.docx", b"PK\x03\x04" + bytes(50)),
        ("a.docx", zipped(word_in_document__xml="<w:document")),
        ("a.docx", zipped(other__xml="<a/>")),
        ("a.odt", FIRST.encode()),
        ("a.rtf", FIRST.encode()),
        ("a.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>"),
        ("a.pdf", FIRST.encode()),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
        ("a.zip", zipped(a__txt=FIRST)[:60]),
        ("a.txt.gz", gzip.compress(FIRST.encode())[:-12]),
        ("a.warc", FIRST.encode()),
    ],
)
def test_damaged_and_misnamed_files(tmp_path: Path, name: str, content: bytes):
    """Cut off, of another kind, empty inside: one line with a way out each."""
    if name.endswith(".pdf"):
        pytest.importorskip("pypdf")
    found = broken(file(tmp_path, name, content))
    assert found.where.startswith(str(tmp_path / name))  # type: ignore[union-attr]
    assert found.hint


def test_a_missing_package_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """With the command that installs it."""
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    assert str(broken(file(tmp_path, "a.pdf", b"%PDF-1.4\n"))).endswith(
        "needs the package pypdf; pip install 'dipkg[pdf]'"
    )


# --- tables, JSON, archives ---------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table(tmp_path: Path, encoding: str, sign: str):
    """Columns by their usual names, quotes, line breaks in a field, each usual delimiter and encoding."""
    rows = (
        f'Headline{sign}Body{sign}Pub Date{sign}Source{sign}x\r\nPact{sign}"{FIRST}\r\n“{SECOND}” '
        f'é"{sign}6 Nov 2014{sign}The Post{sign}1\r\n'
    )
    found = one(file(tmp_path, "a.csv", rows.encode(encoding)))
    assert (found.title, found.published, found.publisher) == ("Pact", "2014-11-06", "The Post")
    assert found.published_basis == "column Pub Date"
    assert found.text == f"{FIRST}\r\n“{SECOND}” é"


def test_bad_rows_are_named_and_the_rest_goes_on(tmp_path: Path):
    """The line on which each begins, also after a row of several lines."""
    rows = f'id,text\n1,"Mali met\nNiger."\n2,\n3,{FIRST}\n4,a "b" c,d\n5,"x" y\n6,{SECOND.replace(",", "")}\n'
    path = file(tmp_path, "a.csv", rows)
    found = all_of(path)
    assert [f"{one.where}" if isinstance(one, InputError) else one.id for one in found] == [
        "1", f"{path}:4", f"{path}:5", f"{path}:6", f"{path}:7", "6",
    ]  # fmt: skip
    assert "is empty" in found[1].what  # type: ignore[union-attr]
    assert "row has 3 fields, and the header 2" in found[2].what  # type: ignore[union-attr]


def test_a_table_without_a_text_names_its_columns(tmp_path: Path):
    """And the option that says which it is."""
    path = file(tmp_path, "a.csv", f"a;Volltext\n1;{FIRST}\n")
    found = broken(path)
    assert "its columns: a, Volltext" in found.what
    assert "--map" in (found.hint or "")
    assert one(path, mapping={"text": "Volltext"}).text == FIRST


def test_an_article_longer_than_python_s_limit_for_a_field(tmp_path: Path):
    """240,000 characters in one cell."""
    assert len(one(file(tmp_path, "a.csv", 'text\n"' + "Mali met its neighbour. " * 10_000 + '"\n')).text) == 240_000


@pytest.mark.parametrize("wrap", [lambda r: r, lambda r: [r], lambda r: {"articles": [r]}])
def test_a_json_file(tmp_path: Path, wrap):
    """One object, a list, a list in an object."""
    record = {"id": 7, "headline": "Pact", "content": FIRST, "date": "2014-11-06", "source": {"name": "The Post"}}
    found = one(file(tmp_path, "a.json", json.dumps(wrap(record), indent=1)))
    assert (found.id, found.title, found.text, found.publisher) == ("7", "Pact", FIRST, "The Post")


def test_json_lines_under_a_false_name(tmp_path: Path):
    """Read all the same."""
    line = json.dumps({"text": FIRST})
    assert len(all_of(file(tmp_path, "a.json", f"{line}\n{line}\n"))) == 2


@pytest.mark.parametrize(
    "record",
    [
        {"uri": "urn:n1", "headline": "Pact", "body_xhtml": f"<p>{FIRST}</p>", "firstcreated": "2014-11-06T10:00:00Z"},
        {"uri": "urn:n1", "headlines": [{"value": "Pact"}], "firstCreated": "2014-11-06T10:00:00Z",
         "bodies": [{"contentType": "text/html", "value": f"<p>{FIRST}</p>"}]},
    ],
)  # fmt: skip
def test_ninjs(tmp_path: Path, record: dict[str, object]):
    """Version 1 and version 2."""
    found = one(file(tmp_path, "a.json", json.dumps(record)))
    assert (found.id, found.title, found.text, found.published) == ("urn:n1", "Pact", f"Pact\n\n{FIRST}", "2014-11-06")


@pytest.mark.parametrize("content", ["{", "[1]", "7", "[]", '[{"a": 1}]', "[" * 100_000])
def test_json_that_holds_no_article(tmp_path: Path, content: str):
    """Broken or of another shape: one line."""
    found = all_of(file(tmp_path, "a.json", content))
    assert all(isinstance(one, InputError) for one in found)
    assert len(found) == 1


def test_a_zip_archive(tmp_path: Path):
    """Its files by name; a broken one ends nothing; what is no article is told."""
    heard: list[Notice] = []
    content = zipped(b_in_2__txt=FIRST, a__docx=docx(SECOND), c__txt="", d__png=b"\x89PNG")
    path = file(tmp_path, "a.zip", content)
    found = all_of(path, tell=heard.append)
    assert [one.where if isinstance(one, InputError) else one.text for one in found] == [SECOND, FIRST, f"{path}/c.txt"]
    assert heard[0].what == "left out what is no article: 1 .png"


def test_a_zip_bomb(tmp_path: Path):
    """Told by what it says of itself, and not unpacked."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(210):
            member.write(bytes(1_000_000))
    assert broken(file(tmp_path, "a.zip", out.getvalue())).what == "would unpack to too much"


def test_a_gzip_bomb(tmp_path: Path):
    """Unpacked only so far."""
    press = zlib.compressobj(9, wbits=31)
    data = b"".join([press.compress(b"Mali " * 200_000) for _ in range(205)]) + press.flush()
    assert broken(file(tmp_path, "a.txt.gz", data)).what == "would unpack to too much"


def test_packed_json_lines(tmp_path: Path):
    """A stream within gzip."""
    path = file(tmp_path, "a.jsonl.gz", gzip.compress((json.dumps({"text": FIRST}) + "\n{\n").encode()))
    good, bad = all_of(path)
    assert isinstance(good, Document)
    assert bad.where == f"{path}:2"  # type: ignore[union-attr]


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(tmp_path: Path, packed: bool):
    """WARC: pages that were answered, chunked or not; requests, pictures and what was not found are passed over."""

    def record(kind: str, address: str, block: bytes) -> bytes:
        head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(block)}\r\n\r\n"
        made = head.encode() + block + b"\r\n\r\n"
        return gzip.compress(made) if packed else made

    page = PAGE.replace('<link rel="canonical" href="https://sahel.example/pact">', "").encode()
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    ok = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    data = (
        record("warcinfo", "", b"software: x\r\n")
        + record("request", "https://sahel.example/1", b"GET / HTTP/1.1\r\n\r\n")
        + record("response", "https://sahel.example/1", ok + b"\r\n" + page)
        + record("response", "https://sahel.example/2", ok + b"Transfer-Encoding: chunked\r\n\r\n" + chunked)
        + record(
            "response", "https://sahel.example/3", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page
        )
        + record("response", "https://sahel.example/4", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG")
    )
    found = all_of(file(tmp_path, "a.warc.gz" if packed else "a.warc", data))
    assert [one.url for one in found] == ["https://sahel.example/1", "https://sahel.example/2"]  # type: ignore[union-attr]
    assert all(one.published == "2014-11-06" for one in found)  # type: ignore[union-attr]


SAMPLES: dict[str, str | bytes] = {
    "a.html": PAGE,
    "a.rss": RSS,
    "a.atom": ATOM,
    "a.xml": NEWSML,
    "b.xml": NITF,
    "a.docx": docx(FIRST, SECOND),
    "a.zip": zipped(a__txt=FIRST, b__docx=docx(SECOND)),
    "a.csv": f'id,text\n1,"{FIRST}"\n2,"{SECOND}"\n',
    "a.json": json.dumps([{"text": FIRST}]),
    "a.jsonl": json.dumps({"text": FIRST}),
    "a.txt.gz": gzip.compress(FIRST.encode()),
    "a.md": f"---\ntitle: Pact\n---\n# Pact\n\n[{FIRST}](x)",
    "a.rtf": rb"{\rtf1\ansicpg1252 \u8212? P\'e9\par{\pict 00}}",
    "a.eml": f"From: A <a@b.example>\nSubject: =?utf-8?q?P?=\nDate: Thu, 06 Nov 2014 10:00:00 +0100\n\n{FIRST}",
}


@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=3)), max_size=5),
    st.floats(0.01, 1),
)
def test_no_damage_ends_a_batch(name: str, changes: list[tuple[float, bytes]], kept: float):
    """Bytes changed, put in, cut off: documents whose parts tile their text, or errors of one line."""
    sample = SAMPLES[name]
    data = bytearray(sample if isinstance(sample, bytes) else sample.encode())
    for place, instead in changes:
        at = int(place * len(data))
        data[at : at + 1] = instead
    for found in documents_of(io.BytesIO(data[: int(kept * len(data))]), name, Known()):
        if isinstance(found, Document):
            assert "".join(found.text[part.start : part.end] for part in found.parts) == found.text
        else:
            assert "\n" not in str(found)


def documents_of(stream: io.BytesIO, name: str, known: Known) -> list[Document | InputError]:
    """What a file of that name with these bytes gives; an error that ends it counts as one."""
    out: list[Document | InputError] = []
    try:
        found = articles(stream, name, known)
        out.extend(one if isinstance(one, InputError) else finish(one, known) for one in found)
    except InputError as error:
        out.append(error)
    return out


def test_ten_thousand_files_of_which_five_hundred_are_broken(tmp_path: Path):
    """One line for each of these, and all the others read."""
    for i in range(10_000):
        file(tmp_path, f"{i:05}.txt", b"\x89PNG" if i % 20 == 0 else f"{FIRST} {i}")
    found = all_of(tmp_path)
    assert sum(isinstance(one, InputError) for one in found) == 500
    assert sum(isinstance(one, Document) for one in found) == 9_500


LEFT = [
    "Mali and Niger signed a pact in Bamako on",
    "Monday, and the ministers of both said that",
    "it would last. The two states had met there",
    "in June to talk about the wells along the bor-",
    "der, officials said on Tuesday at noon.",
]
RIGHT = [
    "Chad recalled its ambassador from Sudan on",
    "Friday after a raid on a village at the border",
    "in which nine herders died. Sudan denied that",
    "its soldiers had been there, and asked for an",
    "inquiry by the African Union into the matter.",
]


@pytest.mark.parametrize("by_row", [True, False])
def test_a_pdf_of_two_columns(tmp_path: Path, pdf_at: MakePdf, by_row: bool):
    """The left column before the right, whatever the order in which they were drawn; a headline stays above."""
    pytest.importorskip("pypdf")
    rows = range(len(LEFT))
    left = [(50, 740 - 12 * i, LEFT[i]) for i in rows]
    right = [(310, 740 - 12 * i, RIGHT[i]) for i in rows]
    head = [(50, 780, "The Sahel Post on two matters of the week, told in two columns of one page, as papers do")]
    drawn = [piece for pair in zip(left, right, strict=True) for piece in pair] if by_row else [*left, *right]
    found = one(file(tmp_path, "a.pdf", pdf_at([*head, *drawn]))).text
    assert found.partition("\n\n")[0] == head[0][2]
    text = " ".join(found.split())
    assert "wells along the border, officials said" in text
    assert text.index("at noon.") < text.index("Chad recalled its ambassador from Sudan on Friday after a raid")
    assert text.endswith("into the matter.")


def test_a_table_in_a_pdf_stays_in_rows(tmp_path: Path, pdf_at: MakePdf):
    """Cells are no columns of prose."""
    pytest.importorskip("pypdf")
    rows = [(f"Ministry of the wells {n}", str(1000 + n)) for n in range(8)]
    pieces = [(x, 700 - 12 * i, words) for i, row in enumerate(rows) for x, words in zip((50, 400), row, strict=True)]
    text = " ".join(one(file(tmp_path, "a.pdf", pdf_at(pieces))).text.split())
    assert "Ministry of the wells 3 1003" in text
