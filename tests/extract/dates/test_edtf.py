"""EDTF bounds against the calendar and against the edtf package, an implementation of the standard by others."""

from calendar import monthrange
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import bounds, is_edtf
from kg.extract.dates.edtf import known, precision

years = st.integers(1, 9999)
months = st.integers(1, 12)


def oracle(edtf: str) -> tuple[str, str]:
    """First and last day as the edtf package reckons them."""
    parsed = parse_edtf(edtf)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return tuple(f"{d.tm_year:04d}-{d.tm_mon:02d}-{d.tm_mday:02d}" for d in (first, last))


@given(st.dates())
def test_a_day_bounds_itself(day: date) -> None:
    """The bounds of a day are that day, as the edtf package says too."""
    assert bounds(day.isoformat()) == (day.isoformat(), day.isoformat()) == oracle(day.isoformat())


@given(years, months)
def test_a_month_begins_on_its_first_and_ends_on_its_last_day(year: int, month: int) -> None:
    """February has 28 or 29 days, the others 30 or 31, as the calendar and the edtf package say."""
    edtf = f"{year:04d}-{month:02d}"
    assert bounds(edtf) == (f"{edtf}-01", f"{edtf}-{monthrange(year, month)[1]:02d}") == oracle(edtf)


@given(years)
def test_a_year_has_all_its_days(year: int) -> None:
    """1 January to 31 December."""
    assert bounds(f"{year:04d}") == (f"{year:04d}-01-01", f"{year:04d}-12-31") == oracle(f"{year:04d}")


@given(st.integers(1, 999))
def test_a_decade_has_ten_years(decade: int) -> None:
    """199X is 1990 to 1999."""
    edtf = f"{decade:03d}X"
    assert bounds(edtf) == (f"{decade:03d}0-01-01", f"{decade:03d}9-12-31") == oracle(edtf)


@given(st.integers(1, 99))
def test_a_century_has_a_hundred_years(century: int) -> None:
    """19XX is 1900 to 1999."""
    assert (
        bounds(f"{century:02d}XX") == (f"{century:02d}00-01-01", f"{century:02d}99-12-31") == oracle(f"{century:02d}XX")
    )


@given(years, st.integers(21, 23))
def test_seasons_have_three_months(year: int, season: int) -> None:
    """Spring, summer and autumn as the edtf package bounds them."""
    assert bounds(f"{year:04d}-{season}") == oracle(f"{year:04d}-{season}")


def test_winter_runs_into_the_next_year() -> None:
    """Winter is December to February; the edtf package lets it end with the year."""
    assert bounds("2011-24") == ("2011-12-01", "2012-02-29")
    assert oracle("2011-24")[0] == "2011-12-01"


@given(st.dates(), st.dates())
def test_an_interval_runs_from_its_first_to_its_last_day(one: date, other: date) -> None:
    """The bounds of an interval are those of its ends, which may be months or years."""
    begin, end = sorted((one, other))
    assert bounds(f"{begin}/{end}") == (begin.isoformat(), end.isoformat()) == oracle(f"{begin}/{end}")
    coarse = f"{begin.year:04d}/{end.year:04d}-{end.month:02d}"
    assert bounds(coarse) == oracle(coarse)


@given(st.dates())
def test_an_open_end_has_no_bound(day: date) -> None:
    """`..` says nothing of that end."""
    assert bounds(f"../{day}") == (None, day.isoformat())
    assert bounds(f"{day}/..") == (day.isoformat(), None)


@pytest.mark.parametrize("edtf", ["XXXX-11-24", "XXXX-11", "XXXX-21", "-0479", "XXXX-XX-14", None, "", "../.."])
def test_what_has_no_year_of_our_era_has_no_bounds(edtf: str | None) -> None:
    """An unknown year stays unknown."""
    assert bounds(edtf) == (None, None)


@pytest.mark.parametrize(
    "edtf", ["2014-02-29", "2014-13", "2014-11-31", "Nov. 24", "2014-11-6", "14", "/", "../..", "2014-00"]
)
def test_what_is_no_date_is_refused(edtf: str) -> None:
    """Days that no calendar has, and other forms, are no EDTF for kg."""
    assert not is_edtf(edtf)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text gets an answer."""
    bounds(text), is_edtf(text), known(text), precision(text)


@given(st.dates(), st.dates())
def test_what_is_known_of_an_interval_is_what_its_ends_share(one: date, other: date) -> None:
    """Two days of one month share year and month; of different years nothing."""
    begin, end = sorted((one, other))
    year, month, day = known(f"{begin}/{end}")
    assert year == (begin.year if begin.year == end.year else None)
    assert month == (begin.month if year and begin.month == end.month else None)
    assert day == (begin.day if begin == end else None)
