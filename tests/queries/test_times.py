"""Words of time in questions."""

from __future__ import annotations

import pytest

from kg.queries.times import find


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in 2015", "2015-01-01", "2015-12-31"),
        ("in July 2015", "2015-07-01", "2015-07-31"),
        ("on 14 July 2015", "2015-07-14", "2015-07-14"),
        ("on July 14, 2015", "2015-07-14", "2015-07-14"),
        ("on 2015-07-14", "2015-07-14", "2015-07-14"),
        ("since 2015", "2015-01-01", None),
        ("before November 2014", None, "2014-10-31"),
        ("after 8 May 2018", "2018-05-09", None),
        ("until 2016", None, "2016-12-31"),
        ("between 2014 and 2016", "2014-01-01", "2016-12-31"),
        ("from May 2014 to June 2015", "2014-05-01", "2015-06-30"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("this month", "2024-04-01", "2024-04-30"),
        ("last month", "2024-03-01", "2024-03-31"),
        ("on 6 June", "2023-06-06", "2023-06-06"),
    ],
)
def test_period(words, first, last):
    """The days that a phrase bounds, counted from Sunday, 7 April 2024."""
    period, span = find(f"who met Iran {words}", "2024-04-07")
    assert (period.first, period.last) == (first, last)
    assert span[0] == len("who met Iran ")


@pytest.mark.parametrize("words", ["who may meet Iran", "did troops march on Kiev", "who met in May", "room 2014-99"])
def test_no_period(words):
    """A modal verb, a march, a month without a year and odd figures are no period."""
    assert find(words, "2024-04-07") is None
