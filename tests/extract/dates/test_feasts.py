"""Feasts of other calendars on days that are known, and in the direction of the tense."""

from __future__ import annotations

from datetime import date

import pytest
from dateutil.easter import EASTER_ORTHODOX, easter
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import find
from kg.extract.dates.feasts import feast

KNOWN = [
    ("eid al-fitr", "2014-07-28"), ("eid al-fitr", "2020-05-24"), ("eid al-adha", "2015-09-24"),
    ("eid al-adha", "1979-10-31"), ("ashura", "2009-12-27"), ("passover", "2015-04-04"), ("passover", "1973-04-17"),
    ("rosh hashanah", "2014-09-25"), ("yom kippur", "1973-10-06"), ("hanukkah", "2014-12-17"), ("purim", "2016-03-24"),
    ("sukkot", "2013-09-19"), ("orthodox easter", "2016-05-01"), ("lunar new year", "1968-01-30"),
    ("lunar new year", "2014-01-31"), ("lunar new year", "2020-01-25"), ("nowruz", "2014-03-21"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "day"), KNOWN)
def test_known_days(name: str, day: str) -> None:
    """The day stands in the span: of one day where the calendar is fixed, of three where the moon is sighted."""
    known = date.fromisoformat(day)
    spans = [s for s in feast(name, known.year) if s[0] <= known <= s[1]]
    assert spans
    if name in ("orthodox easter", "lunar new year", "yom kippur"):
        assert spans == [(known, known)]


@given(st.integers(1600, 4000))
def test_the_orthodox_easter_as_dateutil_reckons_it(year: int) -> None:
    """Every year of twenty-four centuries."""
    assert feast("orthodox easter", year)[0][0] == easter(year, EASTER_ORTHODOX)


@given(st.integers(1600, 2400))
def test_jewish_feasts_keep_their_distance(year: int) -> None:
    """The new year is 163 days after Passover, never on a Sunday, Wednesday or Friday."""
    new_year, passover = feast("rosh hashanah", year)[0][0], feast("passover", year)[0][0]
    assert (new_year - passover).days == 163
    assert new_year.isoweekday() not in (3, 5, 7)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The truce began on Eid al-Fitr.", "2014-07-27/2014-07-29"),
        ("Talks will resume after Ramadan.", "2015-06-16/2015-07-17"),
        ("They met during Ramadan in 2009.", "2009-08-20/2009-09-20"),
        ("The army attacked on Yom Kippur 1973.", "1973-10-06"),
        ("They will meet after the Lunar New Year.", "2015-02-19"),
        ("It was signed at Orthodox Easter 2014.", "2014-04-20"),
        ("They spoke on Maundy Thursday.", "2014-04-17"),
    ],
)
def test_feasts_in_a_text(text: str, edtf: str) -> None:
    """With their year, or the last or next one as the tense says (published 2014-11-06)."""
    (found,) = find(text, "2014-11-06")
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "text", ["Tariq Ramadan met Iran's envoy.", "The Tet Offensive began.", "A good day for the holy city."]
)
def test_names_are_no_feasts(text: str) -> None:
    """A surname and a battle."""
    assert [t.text for t in find(text, "2014-11-06") if t.edtf] == []


def test_without_a_year_a_feast_has_no_date() -> None:
    """No publication date, no year."""
    (found,) = find("They met during Ramadan.", None)
    assert found.edtf is None
