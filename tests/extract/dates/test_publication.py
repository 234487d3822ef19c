"""Where a publication date is found, in what order, and what explains an interval without one."""

import pytest

from kg.extract.dates import interval, lines, publication
from kg.model import Document, Part


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("Friday, January 4, 2019\n\nTwo states met on Monday.", "2019-01-04", 'date line "Friday, January 4, 2019"'),
        ("Talks fail\n\nBy Jane Doe\nUpdated 10:32 GMT, 3 March 2014\n\nMali met Niger.", "2014-03-03",
         'date line "Updated 10:32 GMT, 3 March 2014"'),
        ("Updated: 7 November 2014\nPublished: 6 November 2014\n\nText.", "2014-11-06",
         'date line "Published: 6 November 2014"'),
        ("GENEVA, Nov. 6, 2014 (Agency) — Iran met Iraq.", "2014-11-06", 'dateline "GENEVA, Nov. 6, 2014 (Agency) —"'),
        ("Talks\n\nPosted on November 6, 2014 by admin in News, Asia\n\nText.", "2014-11-06",
         'date line "Posted on November 6, 2014 by admin in News, Asia"'),
        ("Date: Thu, 06 Nov 2014 10:22:33 +0000\nText.", "2014-11-06",
         'date line "Date: Thu, 06 Nov 2014 10:22:33 +0000"'),
        ("Updated 3:15 p.m. EST, Wed November 5, 2014\nText.", "2014-11-05",
         'date line "Updated 3:15 p.m. EST, Wed November 5, 2014"'),
        ("(Vientiane, November 6, 2014) – Laos met Fiji.", "2014-11-06", 'dateline "(Vientiane, November 6, 2014) –"'),
        ("06.11.2014 | 12:30\nText.", "2014-11-06", 'date line "06.11.2014 | 12:30"'),
        ("BUENOS AIRES, 8 Sept 1993 (Agencia Sur) - Chile met Peru.", "1993-09-08",
         'dateline "BUENOS AIRES, 8 Sept 1993 (Agencia Sur) -"'),
    ],
)  # fmt: skip
def test_the_top_of_the_text_tells(text: str, day: str, basis: str) -> None:
    """A date line or dateline with its year is the publication date, and is quoted as the reason."""
    assert publication(Document.of(text)) == (day, basis)


@pytest.mark.parametrize(
    "text",
    ["On 3 March 2014 Mali met Niger.", "PARIS, March 4 — Mali met Niger.", "Text only.",
     "Talks\n(AFP) – 5 days ago\nText.", "Talks\n06/11/2014 12:30\nText.",
     "Signed in Geneva on 3 March 2014\n\nMali met Niger.", "GENEVA (Agency) - Iran met Iraq on Nov. 6, 2014."],
)  # fmt: skip
def test_a_date_in_a_sentence_or_without_its_year_tells_nothing(text: str) -> None:
    """What the article is about, and a day without a year, are no publication date."""
    assert publication(Document.of(text)) == (None, None)


def test_what_was_given_goes_first_and_the_file_name_last() -> None:
    """Given, then the text, then the address, then the file name."""
    text = "GENEVA, Nov. 6, 2014 (Agency) — Iran met Iraq."
    known = {"source": "2011-01-01.txt", "url": "https://example.org/2012/02/02/talks"}
    assert publication(Document.of(text, published="2010", published_basis="meta", **known)) == ("2010", "meta")
    assert publication(Document.of(text, **known))[0] == "2014-11-06"
    assert publication(Document.of("Text.", **known))[0] == "2012-02-02"
    assert publication(Document.of("Text.", source="in/2011-01-01.txt")) == ("2011-01-01", 'file name "2011-01-01.txt"')
    assert publication(Document.of("Text.", source="20141399.txt")) == (None, None)


def test_above_the_title_only_a_line_that_says_so_tells() -> None:
    """Other dates there may be the day when a page was saved."""
    for line, day in (("Published: 2 February 2009", "2009-02-02"), ("Sunday, 5 June 2011", None)):
        text = f"{line}\nNorway meets Chad\n\nNorway met Chad."
        begin = text.index("Norway")
        document = Document.of(text, title="Norway meets Chad", parts=(Part("title", begin, begin + 17),))
        assert publication(document)[0] == day


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [("Le 6 novembre 2014", "fr", "2014-11-06"), ("Donnerstag, 6. November 2014", "de", "2014-11-06"),
     ("jueves, 6 de noviembre de 2014", "es", "2014-11-06"), ("6 ноября 2014", "ru", "2014-11-06"),
     ("Le 6 novembre", "fr", None), ("novembre 2014", "fr", None), ("xx 99 yy 2014", "fr", None)],
)  # fmt: skip
def test_a_dateline_in_another_language_is_read_if_it_is_full(words: str, language: str, day: str | None) -> None:
    """Day, month and year must stand in the words; nothing is completed."""
    document = Document.of(words + "\n\nTexte.", language=language, parts=(Part("dateline", 0, len(words)),))
    assert publication(document)[0] == day


TEXT = "President Obama wrote a letter, his spokesman Josh Earnest said. In 2013 the two states had met."
OBAMA = ("Barack Obama", "president of the United States", "2009-01-20", "2017-01-20", (0, 15))
EARNEST = ("Josh Earnest", "press secretary", "2014-06-20", "2017-01-20", (46, 58))


def test_office_holders_bound_an_undated_article() -> None:
    """It was written while all of them were in office; the reason names each with words and days."""
    edtf, basis = interval(Document.of(TEXT), [EARNEST, OBAMA])
    assert edtf == "2014-06-20/2017-01-20"
    assert basis is not None
    assert "Josh Earnest" in basis
    assert "2014-06-20" in basis


def test_the_latest_year_told_as_past_bounds_it_too() -> None:
    """An article that says "In 2013 they had met" was not written in 2012."""
    edtf, basis = interval(Document.of(TEXT), [OBAMA])
    assert edtf == "2013-01-01/2017-01-20"
    assert basis is not None
    assert '"2013" (told as past)' in basis


def test_a_year_to_come_bounds_nothing() -> None:
    """What is planned for 2030 may be written long before."""
    assert interval(Document.of("The states will meet in 2030."), []) == (None, None)


def test_an_open_tenure_leaves_the_interval_open() -> None:
    """Whoever is still in office bounds the begin alone; a tenure may be known to the year."""
    assert interval(Document.of(TEXT[:40]), [("A", "king", "2012", None, (0, 15))])[0] == "2012-01-01/.."


def test_holders_of_different_times_do_not_make_an_empty_interval() -> None:
    """A holder who was never in office with those named before him is passed over."""
    king = ("A", "king", "1950-01-01", "1960-01-01", (20, 30))
    assert interval(Document.of(TEXT[:40]), [OBAMA, king])[0] == "2009-01-20/2017-01-20"


def test_lines_give_each_end_of_a_range() -> None:
    """`kg dates` prints one object an expression, with exact offsets; the ends of a range name the range."""
    document = Document.of("Between 3 and 7 May 2010 they met.", id="a")
    made = list(lines(document))
    assert [(m["text"], m["value"], m["range"]) for m in made] == [
        ("3", "2010-05-03", "2010-05-03/2010-05-07"),
        ("7 May 2010", "2010-05-07", "2010-05-03/2010-05-07"),
    ]
    assert all(document.text[m["start"] : m["end"]] == m["text"] for m in made)
    assert set(made[0]) >= {
        "document",
        "start",
        "end",
        "text",
        "type",
        "value",
        "edtf",
        "earliest",
        "latest",
        "anchor",
        "reason",
    }
