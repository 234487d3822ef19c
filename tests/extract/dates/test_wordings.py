"""Zones of time, halves, turns of the year, fiscal years, eves, and words that look like dates beside a day."""

from datetime import date

import pytest

from kg.extract.dates import find
from kg.extract.dates.feasts import feast

NEWS = "2014-11-06"  # a Thursday


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The raid began at 0600 GMT Monday.", ["2014-11-03T06:00Z"]),
        ("The rocket fell at 11:30 p.m. EST on Sunday.", ["2014-11-02T23:30-05:00"]),
        ("She landed at 6:40 p.m. (GMT+8).", ["2014-11-06T18:40+08:00"]),
        ("They signed at 14:30 UTC+5:30 on 5 May 2011.", ["2011-05-05T14:30+05:30", "2011-05-05"]),
        ("Shooting stopped at 3 a.m. (0100 GMT) on Friday.", ["2014-10-31T03:00", "2014-10-31T01:00Z", "2014-10-31"]),
        ("Polls open at 08:00 local time (05:00 GMT) on Sunday.",
         ["2014-11-09T08:00", "2014-11-09T05:00Z", "2014-11-09"]),
        ("They met at 2300 Moscow time Saturday.", ["2014-11-01T23:00"]),
        ("They met at 5:30 a.m. IST on Monday.", ["2014-11-03T05:30"]),  # India's, Israel's or Ireland's
    ],
)  # fmt: skip
def test_the_zone_stands_in_the_value_and_the_day_is_that_of_the_place(text: str, values: list[str]) -> None:
    assert [t.value for t in find(text, NEWS)] == values


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Aid rose in the second half of May.", "the second half of May", "2014-05-16/2014-05-31"),
        ("Aid rose in the first half of February 2012.", "the first half of February 2012", "2012-02-01/2012-02-15"),
        ("Aid rose in the second half of the 1990s.", "the second half of the 1990s", "1995/1999"),
        ("Aid rose in the first half of the 19th century.", "the first half of the 19th century", "1800/1849"),
        ("Aid fell in the second half of the year.", "the second half of the year", "2014-07/2014-12"),
        ("Prices fell at the turn of the year.", "the turn of the year", "2013-12/2014-01"),
        ("Talks will resume at the turn of the year.", "the turn of the year", "2014-12/2015-01"),
        ("Talks will resume in the new year.", "the new year", "2015"),
        ("They met on New Year's Eve.", "New Year's Eve", "2013-12-31"),
        ("In FY15 aid will fall.", "FY15", "2014/2015"),
        ("Aid fell in the first quarter of fiscal 2013.", "the first quarter of fiscal 2013", "2012/2013"),
        ("They spoke on the eve of Wednesday's talks.", "the eve of Wednesday", "2014-11-04"),
        ("They met on May Day 1968.", "May Day 1968", "1968-05-01"),
        ("They met on Whit Sunday 1950.", "Whit Sunday 1950", "1950-05-28"),
        ("They met on Martin Luther King Day 2006.", "Martin Luther King Day 2006", "2006-01-16"),
        ("They met on Diwali.", "Diwali", "2014-10-22/2014-10-24"),
        ("They will meet before Deepavali.", "Deepavali", "2015-11-10/2015-11-12"),
        ("The truce for Eid was kept.", "Eid", "2014-10-03/2014-10-05"),
        ("They met in Eid 2013.", "Eid 2013", "2013"),
    ],
)
def test_parts_turns_and_feasts(text: str, words: str, edtf: str) -> None:
    (found,) = find(text, NEWS)
    assert (found.text, found.edtf) == (words, edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He told of the Christmas Day truce of 1914.", "1914-12-25"),
        ("He told of the October revolution of 1917.", "1917-10"),
        ("He told of the July 3 landing of 1844.", "1844-07-03"),
        ("In May the treaty of 1995 lapsed.", "2014-05"),
        ("Nothing will be decided until a government is formed in January.", "2015-01"),
        ("The price could rise before it is officially reported in March.", "2015-03"),
        ("He left after the king was crowned in March.", "2014-03"),
    ],
)
def test_the_year_of_a_part_comes_from_what_follows_it_or_from_the_tense(text: str, edtf: str) -> None:
    assert find(text, NEWS)[0].edtf == edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ship docked three days later than planned.", "P3D"),
        ("It was over two years earlier than promised.", "P2Y"),
        ("Such is today's world.", "PRESENT_REF"),
        ("Nobody thinks so in today's Germany.", "PRESENT_REF"),
        ("They lost today's vote.", "2014-11-06"),
        ("He wrote in today's Guardian.", "2014-11-06"),
    ],
)
def test_lengths_and_the_present_are_no_days(text: str, value: str) -> None:
    assert [t.value for t in find(text, NEWS)] == [value]


@pytest.mark.parametrize("text", ["Envoys met Mohamed Eid in Cairo.", "It was so at the turn of the century."])
def test_not_a_date(text: str) -> None:
    assert find(text, NEWS) == []


KNOWN_DIWALIS = (
    "1998-10-19 1999-11-07 2000-10-26 2001-11-14 2002-11-04 2003-10-25 2004-11-12 2005-11-01 2006-10-21 2007-11-09 "
    "2008-10-28 2009-10-17 2010-11-05 2011-10-26 2012-11-13 2013-11-03 2014-10-23 2015-11-11 2016-10-30 2017-10-19 "
    "2018-11-07 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-11-01 2025-10-20"
)


@pytest.mark.parametrize("day", KNOWN_DIWALIS.split())
def test_diwali_as_the_almanacs_have_it(day: str) -> None:
    """Give or take a day."""
    known = date.fromisoformat(day)
    ((first, last),) = feast("diwali", known.year)
    assert first <= known <= last
    assert (last - first).days == 2


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on 3/4/2012 in Rome.", "2012"),  # March or April: nothing tells
        ("On 3/4/2012, after May 5, they met.", "2012-03-04"),
        ("On 3/4/2012, after 5 May, they met.", "2012-04-03"),
        ("On 13/4/2012 and 3/4/2012 they met.", "2012-04-13"),
        ("On 06/11/2014 they met.", "2014-11-06"),  # the day of the report
        ("They met on 3.4.2012 there.", "2012-04-03"),
        ("They met on 3/3/2012 there.", "2012-03-03"),
    ],
)
def test_the_order_of_figures_is_found_or_left_open(text: str, edtf: str) -> None:
    assert find(text, NEWS)[0].edtf == edtf
