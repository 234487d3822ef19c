"""What is found in a text as a date, what is not, and what it means there."""

import pytest

from kg.extract.dates import Timex, find

NEWS = "2014-11-06"  # a Thursday


def one(text: str, published: str | None = NEWS) -> Timex:
    found = find(text, published)
    assert len(found) == 1, [t.text for t in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on 24 November 2014.", "24 November 2014", "2014-11-24"),
        ("They met on November 24, 2014.", "November 24, 2014", "2014-11-24"),
        ("They met on Monday, Nov. 24, 2014, in Oslo.", "Monday, Nov. 24, 2014", "2014-11-24"),
        ("They met on the 24th of November, 2014.", "the 24th of November, 2014", "2014-11-24"),
        ("It is dated 2014-11-24.", "2014-11-24", "2014-11-24"),
        ("It is dated 24/11/2014.", "24/11/2014", "2014-11-24"),
        ("In November 2014 they met.", "November 2014", "2014-11"),
        ("In 1979 they signed.", "1979", "1979"),
        ("In the spring of 1997 they signed.", "the spring of 1997", "1997-21"),
        ("It began in the 1990s.", "the 1990s", "199X"),
        ("It began in the 19th century.", "the 19th century", "18XX"),
        ("It fell in the third quarter of 2013.", "the third quarter of 2013", "2013-07/2013-09"),
        ("It rose in the second half of 2013.", "the second half of 2013", "2013-07/2013-12"),
        ("In early August 2012 they met.", "early August 2012", "2012-08"),
        ("By mid-2013 it was over.", "mid-2013", "2013"),
        ("At the end of 2014 it closed.", "the end of 2014", "2014"),
        ("On Christmas Day 2013 they met.", "Christmas Day 2013", "2013-12-25"),
        ("On the last day of 2013 they met.", "the last day of 2013", "2013-12-31"),
    ],
)
def test_finds_a_date_that_tells_its_year(text: str, words: str, edtf: str) -> None:
    """A date with its year is found with its exact words, without regard to the publication."""
    for published in (NEWS, None):
        found = one(text, published)
        assert (found.text, found.edtf) == (words, edtf)
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Iran spoke Wednesday.", "Wednesday", "2014-11-05"),
        ("Iran spoke on Thursday.", "Thursday", "2014-11-06"),
        ("Iran will speak on Thursday.", "Thursday", "2014-11-06"),
        ("Iran will speak next Thursday.", "next Thursday", "2014-11-13"),
        ("Iran spoke last Thursday.", "last Thursday", "2014-10-30"),
        ("Iran will speak on Monday.", "Monday", "2014-11-10"),
        ("Iran spoke yesterday.", "yesterday", "2014-11-05"),
        ("Iran spoke last month.", "last month", "2014-10"),
        ("Iran spoke two weeks ago.", "two weeks ago", "2014-10-23"),
        ("Iran spoke three years ago.", "three years ago", "2011"),
        ("Iran will vote later this year.", "later this year", "2014"),
        ("Iran spoke last week.", "last week", "2014-10-27/2014-11-02"),
        ("Iran spoke at the weekend.", "the weekend", "2014-11-01/2014-11-02"),
        ("Iran spoke in September.", "September", "2014-09"),
        ("Iran spoke in December.", "December", "2013-12"),
        ("Iran will speak in March.", "March", "2015-03"),
        ("Iran must answer by Nov. 24.", "Nov. 24", "2014-11-24"),
        ("The Nov. 24 deadline looms.", "Nov. 24", "2014-11-24"),
        ("Iran spoke on the 4th.", "the 4th", "2014-11-04"),
        ("Iran spoke on the 30th.", "the 30th", "2014-10-30"),
        ("Iran voted last spring.", "last spring", "2014-21"),
    ],
)
def test_reckons_from_the_publication(text: str, words: str, edtf: str) -> None:
    """What is told relative to a news text is reckoned from its publication day, in the direction of the tense."""
    found = one(text)
    assert (found.text, found.edtf) == (words, edtf)
    assert "publication 2014-11-06" in found.reason


def test_the_saying_and_the_said_have_their_own_direction() -> None:
    """“said Wednesday that talks would resume on Monday”: one lies before the publication, one after it."""
    found = find("Iran said Wednesday that talks would resume on Monday.", NEWS)
    assert [t.edtf for t in found] == ["2014-11-05", "2014-11-10"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("It fell on Nov. 24.", "XXXX-11-24"), ("It fell in March.", "XXXX-03"), ("It fell on Wednesday.", None),
     ("It fell last month.", None), ("It fell on the 14th.", "XXXX-XX-14"), ("It fell yesterday.", None)],
)  # fmt: skip
def test_without_a_publication_date_nothing_is_made_up(text: str, edtf: str | None) -> None:
    """No year, month or day comes from anywhere but the text."""
    found = one(text, None)
    assert found.edtf == edtf
    assert found.earliest is None
    assert found.latest is None


@pytest.mark.parametrize("published", ["2014-11", "2014", "2014-06-20/2017-01-20", None])
def test_a_weekday_needs_a_publication_day(published: str | None) -> None:
    """A publication known to the month or less gives a weekday no date."""
    assert one("They met on Wednesday.", published).edtf is None


@pytest.mark.parametrize(
    "text",
    [
        "Iran may talk.", "They march on.", "He sat down.", "The second round failed.", "Some 1,400 troops left.",
        "Resolution 2231 passed.", "A Boeing 747 landed.", "They won 5-4.", "Agenda 2030 was adopted.",
        "May I ask?", "Theresa May spoke.", "March on Washington!", "The Sun rose.", "A force of 2000 men attacked.",
        "Some 1900 people fled.", "Article 1973 says so.", "It cost $2000.", "It rose by 1.2014 points.",
        "Easter Island was visited.", "The Sunday Times reports it.", "He fell.", "They fall back.",
        "In the fall of Baghdad", "June Smith and April Jones met August Wilson.", "USA Today reports it.",
        "In his late 20s he left.", "Future45 is a fund.", "At the end of the day, they lost.", "It ran 2:20:51.",
        "By then Senator Li spoke.", "The September 11 attacks changed it.", "It was 312 votes to 299.",
        "A third of them left.", "Three quarters of the army fled.", "It is light years away.", "P5+1 talks go on.",
        "Room 101 is empty.", "Vision 2030 is a plan.", "Flight 1549 landed.", "The 5th Division attacked.",
    ],
)  # fmt: skip
def test_names_and_numbers_are_no_dates(text: str) -> None:
    """Words that look like dates but are names, verbs, scores or quantities are passed over."""
    assert [t.text for t in find(text, NEWS) if t.edtf] == []


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("It lasted six hours.", "DURATION", "PT6H"),
        ("They signed a six-month extension.", "DURATION", "P6M"),
        ("It took two and a half years.", "DURATION", "P2.5Y"),
        ("It took several weeks.", "DURATION", "PXW"),
        ("He is a 27-year-old envoy.", "DURATION", "P27Y"),
        ("They meet every year.", "SET", "P1Y"),
        ("They meet every two years.", "SET", "P2Y"),
        ("They meet every Monday.", "SET", "XXXX-WXX-1"),
        ("They meet twice a week.", "SET", "P1W"),
        ("They meet now.", "DATE", "PRESENT_REF"),
        ("They met recently.", "DATE", "PAST_REF"),
        ("They may meet in the future.", "DATE", "FUTURE_REF"),
        ("The next four years matter.", "DURATION", "P4Y"),
    ],
)
def test_durations_and_sets_are_not_dates(text: str, type_: str, value: str) -> None:
    """How long and how often have a TIMEX3 value and no EDTF."""
    found = one(text)
    assert (found.type, found.value, found.edtf) == (type_, value, None)


def test_what_counts_from_an_event_says_so() -> None:
    """“Three days after the vote” is a length here, and its reason tells what is missing."""
    found = one("Three days after the vote they met.")
    assert (found.type, found.value, found.edtf) == ("DURATION", "P3D", None)
    assert found.reason == "how long after something that no date names"


def test_times_of_day_belong_to_their_day() -> None:
    """A time of day takes the day it is told of; its EDTF is that day."""
    found = find("The 10:30 p.m. attack came Tuesday. At 18:00 UTC on 3 May 2014 it began.", NEWS)
    times = [t for t in found if t.type == "TIME"]
    assert times[-1].value == "2014-05-03T18:00Z"
    assert times[-1].edtf == "2014-05-03"


@pytest.mark.parametrize(
    ("text", "edtf", "ends"),
    [
        ("Between 3 and 7 May 2010 they met.", "2010-05-03/2010-05-07", ["2010-05-03", "2010-05-07"]),
        ("June 27–28, 2010 it was held.", "2010-06-27/2010-06-28", ["2010-06-27", "2010-06-28"]),
        ("From 2013 to 2015 it held.", "2013/2015", ["2013", "2015"]),
        ("The war (1939–45) ended.", "1939/1945", ["1939", "1945"]),
        ("It ran from Monday through Wednesday.", "2014-11-03/2014-11-05", ["2014-11-03", "2014-11-05"]),
        ("It ran from Wednesday to Friday.", "2014-10-29/2014-10-31", ["2014-10-29", "2014-10-31"]),
        ("It will run from Monday to Thursday.", "2014-11-10/2014-11-13", ["2014-11-10", "2014-11-13"]),
        ("It ran from 28 December 2013 to 2 January 2014.", "2013-12-28/2014-01-02", ["2013-12-28", "2014-01-02"]),
    ],
)
def test_a_range_is_one_interval_with_two_ends(text: str, edtf: str, ends: list[str]) -> None:
    """A range is one expression whose EDTF is the interval and whose parts are its ends."""
    found = one(text)
    assert found.edtf == edtf
    assert [p.edtf for p in found.parts] == ends
    assert (found.earliest, found.latest) == (found.parts[0].earliest, found.parts[1].latest)


def test_a_change_of_date_is_no_range() -> None:
    """“postponed from Monday to 20 November” tells two dates, not the days between them."""
    found = find("The talks were postponed from Monday to 20 November 2014.", NEWS)
    assert [t.edtf for t in found] == ["2014-11-10", "2014-11-20"]


def test_a_date_ends_with_its_sentence() -> None:
    """A full month name before a stop ends there; an abbreviation goes on."""
    assert [t.text for t in find("It ended in November. 2014 was quiet.", NEWS)] == ["November", "2014"]
    assert [t.text for t in find("It ended in Nov. 2014, quietly.", NEWS)] == ["Nov. 2014"]


HISTORY = (
    "On 28 June 1914 the archduke was shot. On 23 July Austria sent its note. War came in August 1914, and by 1915 "
    "it was a war of trenches. In April 1915 the Allies landed at Gallipoli. They left in January 1916. "
    "In June 1916 the offensive began. It ended in November. The following year the tsar fell. "
    "In March 1918 peace was made; two months later it broke."
)


def test_a_history_reckons_from_its_own_years() -> None:
    """A text that tells of other years than its own takes the year it has last spoken of, whatever its publication."""
    told = {t.text: t.edtf for t in find(HISTORY, "2009-12-19")}
    assert told["23 July"] == "1914-07-23"
    assert told["November"] == "1916-11"
    assert told["The following year"] == "1917"
    assert told["two months later"] == "1918-05"


def test_an_undated_article_with_some_years_is_no_history() -> None:
    """Years told in passing give no year to "Nov. 24" in an article without a date."""
    text = "In 2003, 2005, 2006, 2010, 2012 and 2013 talks failed. The Nov. 24 deadline looms."
    assert {t.text: t.edtf for t in find(text, None)}["Nov. 24"] == "XXXX-11-24"


def test_dates_of_the_text_anchor_what_follows() -> None:
    """“a day earlier” and "the following day" count from the date last spoken of, not from the publication."""
    found = find("It was signed on 3 March 2010. A day earlier they had met. The following day they left.", NEWS)
    assert [t.edtf for t in found] == ["2010-03-03", "2010-03-02", "2010-03-03"]


def test_figures_are_read_in_the_order_that_the_document_uses() -> None:
    """3/4/2014 is 4 March in a document that elsewhere writes the month first, 3 April in one that does not."""
    american = find("It began on 3/4/2014 and ended on 3/25/2014.", NEWS)
    british = find("It began on 3/4/2014 and ended on 25/3/2014.", NEWS)
    assert [t.edtf for t in american] == ["2014-03-04", "2014-03-25"]
    assert [t.edtf for t in british] == ["2014-04-03", "2014-03-25"]


def test_before_our_era_is_written_as_edtf_writes_it() -> None:
    """480 BC is EDTF's year -0479, and has no bounds in days."""
    found = one("In September 480 BC they met.")
    assert (found.value, found.edtf, found.earliest) == ("BC0480-09", "-0479-09", None)


def test_spans_restrict_the_search() -> None:
    """Only the character ranges that are asked for are read; offsets still count from the text's begin."""
    text = "On 3 May 2010 and on 4 May 2010."
    found = find(text, None, [(14, len(text))])
    assert [(t.start, t.text) for t in found] == [(21, "4 May 2010")]


def test_a_line_break_ends_a_headline_and_not_a_wrapped_line() -> None:
    """A date does not go on from a headline into the next line, but goes on in wrapped prose."""
    headline = find("Markets closed until Friday\nSeptember 18, 2008\n", "2008-09-18")
    wrapped = find("They said in a very long sentence that talks would resume in November\n2014 or later.", None)
    assert [t.text for t in headline] == ["Friday", "September 18, 2008"]
    assert [t.edtf for t in wrapped] == ["2014-11"]


@pytest.mark.parametrize(
    ("text", "role"),
    [("Since January it stood.", "since"), ("It must go by 30 June.", "by"), ("It went on until May.", "until"),
     ("It will end before 2016.", "before"), ("The Nov. 24 deadline looms.", "deadline"), ("In 2010 it fell.", "in")],
)  # fmt: skip
def test_the_word_that_binds_a_date_is_its_role(text: str, role: str) -> None:
    """The preposition, or "deadline", tells what the date is to the event."""
    assert one(text).role == role


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("Theresa May spoke. Her deal, known as May's deal, failed in March.", "2019-09-11", ["2019-03"]),
        ("Talks were held this weekend in Oslo.", "2019-06-24", ["2019-06-22/2019-06-23"]),
        ("Talks will be held this weekend in Oslo.", "2019-06-24", ["2019-06-29/2019-06-30"]),
        ("Monday's bid for October elections failed.", "2019-09-11", ["2019-09-09", "2019-10"]),
        ("The fair ran May 24 to 26.", "2019-05-31", ["2019-05-24/2019-05-26"]),
        ("It was the mildest since the winter of 2006–2007.", "2019-02-02", ["2006-24"]),
        ("It moved on November 15, 2017. He left on November 21.", "2019-09-09", ["2017-11-15", "2017-11-21"]),
        ("They had delivered half of it by November 22.", "2020-01-01", ["2019-11-22"]),
        ("They met on Friday. A ban takes effect on December 10. Its rules were released later the same day.",
         "2019-10-27", ["2019-10-25", "2019-12-10", "2019-10-25"]),
        ("The Baltimore Sun, Operation Peace Spring and a then-minister are no dates.", "2019-10-15", []),
        ("By then Brazil had recalled its envoy.", "2019-10-15", [None]),
        ("Two towns declared an emergency following Wednesday's quake.", "2019-10-20", ["2019-10-16"]),
    ],
)  # fmt: skip
def test_what_real_articles_taught(text: str, published: str, edtf: list[str | None]) -> None:
    """Names that look like dates, and dates whose year or week the words around them tell."""
    assert [t.edtf for t in find(text, published) if t.type != "DURATION"] == edtf
