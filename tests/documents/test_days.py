"""Dates as metadata writes them: the day as written, and none where it may be another."""

from __future__ import annotations

import pytest

from kg.documents.days import normal


@pytest.mark.parametrize(
    "words",
    [
        "2014-11-06",
        "2014-11-06T23:10:00-05:00",
        "2014-11-06 10:00:00+00:00",
        "20141106",
        "20141106T100000Z",
        "20141106120000",
        "2014/11/06",
        "6.11.2014",
        "Thu, 06 Nov 2014 10:00:00 GMT",
        "November 6, 2014 Thursday 8:14 PM GMT",
        "Thursday 6 November 2014",
        "Nov. 6th, 2014",
        "6th of November 2014",
        "06-Nov-2014",
    ],
)
def test_each_usual_way_gives_the_day(words: str):
    """Time and zone are left aside: the day is the paper's own."""
    assert normal(words) == "2014-11-06"


@pytest.mark.parametrize(("words", "edtf"), [("2014-11", "2014-11"), ("Nov 2014", "2014-11"), ("2014", "2014")])
def test_no_day_is_made_up(words: str, edtf: str):
    """A month stays a month, a year a year."""
    assert normal(words) == edtf


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2014",
        "11/6/14",
        "2014-02-30",
        "2014-13-01",
        "0000-00-00",
        "6 November",
        "last week",
        "1415232000",
        "",
        "x" * 99,
    ],
)
def test_what_is_ambiguous_or_no_date_gives_none(words: str):
    """Two-digit years, days that do not exist, March 4 or April 3."""
    assert normal(words) is None


def test_a_day_above_twelve_settles_the_order():
    """And so does the same number twice."""
    assert normal("25/12/2014") == normal("12/25/2014") == "2014-12-25"
    assert normal("03/03/2014") == "2014-03-03"


@pytest.mark.parametrize(
    "words",
    ["jeudi 6 novembre 2014", "le 6 novembre 2014", "6 de noviembre de 2014", "Donnerstag, 6. November 2014",
     "6 novembre 2014 10:30", "6 ноября 2014 г.", "6 Kasım 2014", "6 noiembrie 2014", "6 d'octubre de 2014"],
)  # fmt: skip
def test_months_of_other_languages(words: str) -> None:
    """Day, month and year are told; the language need not be."""
    assert (normal(words) or "").startswith("2014-10-06" if "octubre" in words else "2014-11-06")


@pytest.mark.parametrize("words", ["6 listopada 2014", "31 février 2014", "6 foo 2014", "6 novembre", "jeudi"])
def test_what_is_not_known_abroad_stays_unknown(words: str) -> None:
    """“Listopad” is November in Poland and October in Croatia."""
    assert normal(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "٦ نوفمبر ٢٠١٤",
        "٢٠١٤-١١-٠٦",
        "\u200fالخميس 6 نوفمبر 2014",
        "2014年11月6日",
        "2014년 11월 6일",
        "２０１４年１１月６日",
    ],
)
def test_other_figures_and_scripts(words: str):
    assert normal(words) == "2014-11-06"
