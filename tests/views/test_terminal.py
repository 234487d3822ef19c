"""Timelines and tables for a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import When
from kg.views import table, terminal_timeline
from tests.views import examples


@pytest.fixture(scope="module")
def events():
    return examples.seed_graph().events()


def test_events_stand_in_the_order_of_time(events):
    """The open question of the 5th before the reports of the 6th, the deadline last."""
    lines = terminal_timeline(events, width=100).splitlines()
    dates = [line[:21].strip() for line in lines if line[:21].strip()]
    assert dates[1:] == ["2014", "5 Nov", *["≤ 6 Nov"] * 8, "≥ 6 Nov", "24 Nov", "≤ ≥ = the text gives"]


def test_what_is_not_actual_says_so(events):
    """Denied, conditional and possible events carry the word and a hollow sign."""
    text = terminal_timeline(events, width=120)
    assert "□ United States does not cooperate with Iran (denied" in " ".join(text.split())
    assert "(possible)" in text


def test_undated_events_come_last_without_a_year():
    """No publication date: everything under "no date", the deadline without a year."""
    text = terminal_timeline(examples.seed_graph(None).events(), width=100)
    assert "2014" not in text
    assert text.splitlines()[0].strip() == "no date ┬"
    assert "deadline 24 Nov" in text


def test_no_line_is_wider_than_asked(events):
    """Long labels wrap beside the rail."""
    for width in (48, 80, 132):
        assert max(map(len, terminal_timeline(events, width=width).splitlines())) <= width


def test_colour_only_when_asked(events):
    """Without colour no escape sequence; with colour only the signs have one."""
    assert "\x1b" not in terminal_timeline(events, width=80)
    assert "\x1b[34m◆\x1b[0m" in terminal_timeline(events, width=80, color=True)


def test_names_cannot_steer_the_terminal(events):
    """Escape sequences and direction marks in a label do not come out."""
    bad = replace(
        events[0], label="\x1b[2JIran\u202e met\x07 Iraq", when=When("\x1b[31m2014"), earliest=None, latest=None
    )
    text = terminal_timeline([bad], width=80)
    assert "Iran met Iraq" in text
    assert not {"\x1b", "\u202e", "\x07"} & set(text)
    assert "\x1b" not in table([{"\x1bwho": "\x1b[31mIran"}])


def test_no_events_are_said_to_be_none():
    """An empty timeline is a sentence, not an empty text."""
    assert terminal_timeline([]) == "no events\n"


def test_a_table_keeps_its_width():
    """The widest column wraps; wide letters take two columns."""
    rows = [{"who": "日本", "what": "word " * 40}, {"who": "Iran", "what": "x" * 200}]
    lines = table(rows, width=60).splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[2].startswith("日本  word")


def test_columns_can_be_chosen():
    """Only the named columns, in their order; nothing makes an empty text."""
    assert table([{"a": 1, "b": 2, "c": [3, 4]}], ["c", "a"], width=40) == "c     a\n────  ─\n3, 4  1\n"
    assert table([]) == ""


def test_an_event_of_some_decade_does_not_stretch_the_overview(events):
    """Known to 1928-2014 only: it stands in the list, and the bars begin with the first event that has a day."""
    vague = replace(events[0], when=When("1928/2014"), earliest="1928-01-01", latest="2014-03-22")
    dated = [
        replace(events[0], when=When(day), earliest=day, latest=day)
        for day in ("2013-02-03", "2014-05-06", "2015-07-08")
    ]
    lines = terminal_timeline([vague, *dated], width=100).splitlines()
    assert lines[0].split()[0] == "2013-02-03"
    assert any("1928" in line for line in lines[1:])
