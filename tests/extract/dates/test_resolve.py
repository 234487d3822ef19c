"""Arithmetic of relative dates over random anchors, leap days, year ends and the 31st."""

from calendar import monthrange
from datetime import date, datetime, timedelta

import dateparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.extract.dates import Timex, bounds, find, is_edtf, resolve, when
from kg.extract.dates.arithmetic import Day, easter, shift

anchors = st.dates(date(1900, 1, 1), date(2100, 12, 31)) | st.sampled_from(
    [date(2012, 2, 29), date(2000, 2, 29), date(1999, 12, 31), date(2000, 1, 1), date(2014, 1, 31), date(2014, 3, 31)]
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


def one(text: str, published: date) -> Timex:
    found = [t for t in find(text, published.isoformat()) if t.edtf]
    assert len(found) == 1
    return found[0]


@settings(max_examples=1000)
@given(anchors, st.integers(0, 6))
def test_a_weekday_lies_within_a_week_of_the_publication(published: date, n: int) -> None:
    """Past: the last such day, the publication day itself among them; to come: the next one, likewise."""
    past = date.fromisoformat(one(f"They met on {DAYS[n]}.", published).edtf or "")
    ahead = date.fromisoformat(one(f"They will meet on {DAYS[n]}.", published).edtf or "")
    assert past.weekday() == ahead.weekday() == n
    assert 0 <= (published - past).days < 7
    assert 0 <= (ahead - published).days < 7


@given(anchors, st.integers(0, 6))
def test_last_and_next_weekdays_are_never_the_publication_day(published: date, n: int) -> None:
    """“last Monday” on a Monday is a week before."""
    last = date.fromisoformat(one(f"They met last {DAYS[n]}.", published).edtf or "")
    following = date.fromisoformat(one(f"They will meet next {DAYS[n]}.", published).edtf or "")
    assert 1 <= (published - last).days <= 7
    assert 1 <= (following - published).days <= 7


@given(anchors, st.integers(1, 400))
def test_days_ago_are_counted(published: date, n: int) -> None:
    """n days ago is n days before the publication, over leap days and year ends."""
    found = one(f"They met {n} days ago.", published) if n > 1 else one("They met a day ago.", published)
    assert found.edtf == (published - timedelta(days=n)).isoformat()


@given(anchors, st.integers(1, 40))
def test_months_ago_are_counted_from_the_31st_too(published: date, n: int) -> None:
    """n months ago is a month, whether or not it has such a day."""
    months = published.year * 12 + published.month - 1 - n
    found = one(f"They met {n} months ago.", published)
    assert found.edtf == f"{months // 12:04d}-{months % 12 + 1:02d}"


@given(anchors)
def test_weeks_run_from_monday_to_sunday(published: date) -> None:
    """“this week” holds the publication day; "last week" and "next week" lie beside it."""
    last, this, after = (one(f"It is {w} week.", published) for w in ("last", "this", "next"))
    begin, end = (date.fromisoformat(d or "") for d in (this.earliest, this.latest))
    assert begin <= published <= end
    assert (begin.weekday(), end.weekday(), (end - begin).days) == (0, 6, 6)
    assert last.latest == (begin - timedelta(days=1)).isoformat()
    assert after.earliest == (end + timedelta(days=1)).isoformat()


@settings(max_examples=1000)
@given(anchors, st.integers(1, 12))
def test_a_month_is_the_last_or_the_next_one(published: date, month: int) -> None:
    """Past: not after the publication's month; to come: not before it; never a year away."""
    name = MONTHS[month - 1]
    past, ahead = one(f"They met in {name}.", published), one(f"They will meet in {name}.", published)
    here = published.year * 12 + published.month
    told = [int((t.edtf or "")[:4]) * 12 + int((t.edtf or "")[5:7]) for t in (past, ahead)]
    assert 0 <= here - told[0] < 12
    assert 0 <= told[1] - here < 12


def on(year: int, month: int, day: int) -> date | None:
    """That day, None where the year has none (29 February)."""
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


@given(anchors, st.dates(date(2000, 1, 1), date(2000, 12, 31)))
@example(date(1999, 12, 31), date(2000, 2, 29))
@example(date(2000, 2, 28), date(2000, 2, 29))
@example(date(2000, 2, 29), date(2000, 2, 29))
@example(date(1904, 2, 28), date(2000, 2, 29))  # 1900 was no leap year
@example(date(1897, 3, 1), date(2000, 2, 29))
def test_a_day_of_the_year_is_the_last_or_the_next_one_that_exists(published: date, day: date) -> None:
    """Past: the last such day up to the publication; to come: the first from it; 29 February in leap years only."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    near = [on(published.year + n, day.month, day.day) for n in range(-8, 9)]
    past = max(d for d in near if d and d <= published)
    ahead = min(d for d in near if d and d >= published)
    assert one(f"They met on {words}.", published).edtf == past.isoformat()
    assert one(f"They will meet on {words}.", published).edtf == ahead.isoformat()


@given(anchors)
def test_yesterday_today_and_tomorrow_follow_one_another(published: date) -> None:
    """One day each."""
    found = [one(f"It is {w}.", published).edtf for w in ("yesterday", "today", "tomorrow")]
    assert found == [(published + timedelta(days=n)).isoformat() for n in (-1, 0, 1)]


@given(anchors, st.integers(1, 31))
def test_the_nth_is_in_the_past_when_the_sentence_is(published: date, n: int) -> None:
    """“the 31st” is the last 31st that there was."""
    ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(n, "th")
    told = date.fromisoformat(one(f"They met on the {n}{ending}.", published).edtf or "")
    assert told.day == n
    assert 0 <= (published - told).days <= 62


@given(
    anchors,
    st.booleans(),
    st.sampled_from(["Friday", "3 May", "in March", "the 14th", "last week", "2010", "in summer"]),
)
def test_resolving_again_in_the_same_tense_changes_nothing(published: date, future: bool, words: str) -> None:
    """`resolve` is `find` with the tense known: doing it twice is doing it once."""
    for timex in find(f"They met {words}.", published.isoformat()):
        again = resolve(timex, published.isoformat(), future)
        assert resolve(again, published.isoformat(), future) == again
        assert (again.start, again.end, again.text) == (timex.start, timex.end, timex.text)


WORDS = (
    "the a an of in on at by since until from to between and early late mid end beginning last next this that same "
    "previous following coming first second third two three 5 12 31 1999 2014 '99 BC a.m. p.m. 10:30 UTC morning day "
    "days week weeks month months year years decade century quarter half Monday Friday Wed. March May Nov. December "
    "24th 3rd ago later earlier before after now today yesterday tomorrow spring fall winter several few every per "
    "annual Easter Christmas New Year's Eve the 1990s 19th 2013-14 3/4/2014 2014-11-06 , . - – ( ) / : ' x"
).split()


@settings(max_examples=600)
@given(
    st.lists(st.sampled_from(WORDS), max_size=14),
    st.sampled_from([None, "2014-11-06", "2012-02-29", "2014-11", "2014", "2013/2015"]),
)
def test_any_words_of_dates_give_valid_answers(words: list[str], published: str | None) -> None:
    """No heap of date words breaks the reader; spans hold, EDTF is EDTF, bounds are ordered, no two overlap."""
    text = " ".join(words)
    end = 0
    for timex in find(text, published):
        assert text[timex.start : timex.end] == timex.text
        assert timex.start >= end
        assert timex.value
        assert timex.reason
        end = timex.end
        if timex.edtf:
            assert is_edtf(timex.edtf)
            assert (timex.earliest, timex.latest) == bounds(timex.edtf)
            if timex.earliest and timex.latest:
                assert timex.earliest <= timex.latest
            assert when(timex) is not None
        for future in (True, False):
            resolve(timex, published, future)


@given(st.text(max_size=200), st.sampled_from([None, "2014-11-06"]))
def test_any_text_keeps_its_offsets(text: str, published: str | None) -> None:
    """Whatever Unicode the text holds, each expression is where it says."""
    for timex in find(text + " on 3 May 2010 " + text, published):
        assert (text + " on 3 May 2010 " + text)[timex.start : timex.end] == timex.text


@pytest.mark.parametrize(
    ("year", "day"), [(1583, (4, 10)), (1900, (4, 15)), (1954, (4, 18)), (1981, (4, 19)),
                                           (2000, (4, 23)), (2016, (3, 27)), (2038, (4, 25)), (2285, (3, 22))]
)  # fmt: skip
def test_easter_falls_on_the_days_of_the_tables(year: int, day: tuple[int, int]) -> None:
    """Easter Sundays as printed in tables, the earliest and the latest possible among them."""
    assert easter(year) == date(year, *day)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    """22 March to 25 April."""
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@given(st.integers(-3000, 3000).filter(bool), st.integers(-500, 500))
def test_there_is_no_year_nought(year: int, n: int) -> None:
    """1 BC is followed by AD 1: counting forth and back comes home."""
    there = shift(Day(year), n, "Y")
    assert there is not None
    assert there.year != 0
    assert shift(there, -n, "Y") == Day(year)


@given(anchors, st.integers(1, 60), st.sampled_from(["days", "weeks", "months", "years"]))
@settings(max_examples=150, deadline=None)
def test_so_long_ago_as_dateparser_reckons_it(published: date, n: int, unit: str) -> None:
    """“17 weeks ago” is the day that dateparser gives; of months and years we tell no more than month and year."""
    words = f"{n} {unit} ago"
    theirs = dateparser.parse(
        words, languages=["en"], settings={"RELATIVE_BASE": datetime.combine(published, datetime.min.time())}
    )
    assert theirs is not None
    ours = one(f"They met {words}.", published).edtf or ""
    assert theirs.date().isoformat().startswith(ours)
    assert len(ours) == {"days": 10, "weeks": 10, "months": 7, "years": 4}[unit]


@given(anchors, st.dates(date(1900, 1, 1), date(2037, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]))
@settings(max_examples=150, deadline=None)
def test_a_full_day_as_dateparser_reads_it(published: date, day: date, form: str) -> None:
    """A day with its year is the same for both, whatever the publication."""
    words = day.strftime(form)
    theirs = dateparser.parse(words, languages=["en"])
    assert theirs is not None
    assert one(f"They met on {words}.", published).edtf == theirs.date().isoformat() == day.isoformat()
