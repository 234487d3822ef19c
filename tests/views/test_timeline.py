"""The timeline: what stands where, and how it is handled."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import When
from kg.views.data import PageActor, PageData, PageEvent
from tests.views import examples

pytestmark = pytest.mark.browser


def at(edtf: str, earliest: str, latest: str) -> When:
    return When(edtf, earliest, latest)


DATES = {
    "day": at("2014-11-05", "2014-11-05", "2014-11-05"),
    "month": at("2014-11", "2014-11-01", "2014-11-30"),
    "span": at("2014-11-03/2014-11-09", "2014-11-03", "2014-11-09"),
    "before": When("../2014-11-20", None, "2014-11-20"),
    "no year": When("XXXX-11-24"),
    "none": None,
}


@pytest.fixture(scope="module")
def dated() -> PageData:
    """One event of each kind of date, all of one actor."""
    events = [PageEvent(key, "meet", "CONSULT", "meet", initiators=("A",), when=when) for key, when in DATES.items()]
    return PageData.of("Dates", [], [PageActor("A", "Avaria", "state")], events, [])


def test_each_kind_of_date_has_its_mark(show, dated):
    """A day is a point, a month uncertain, a span lasting, an open beginning `by`; without a year: the tray."""
    opened = show(dated)
    kinds = {mark["event"]: mark["kind"] for mark in opened.marks()}
    assert kinds == {"day": "point", "month": "uncertain", "span": "extent", "before": "by"}
    tray = opened.page.inner_text(".tray")
    assert tray.startswith("Without a place in time · 2 events")


def test_the_tray_says_why(show, dated):
    """A day and month without a year, and no date at all, are two reasons."""
    opened = show(dated)
    opened.page.click(".tray summary")
    tray = opened.page.inner_text(".tray")
    assert "day and month without a year" in tray
    assert "the text gives no date" in tray
    assert "24 Nov, year unknown" in tray


def test_marks_stand_at_their_days(show, dated):
    """The point of 5 November lies between the ends of what is in sight in proportion."""
    opened = show(dated)
    mark = next(mark for mark in opened.marks() if mark["event"] == "day")
    line = "(({from, to, left, width}) => ({from, to, left, width}))(kg.page.timeline)"
    view = opened.page.evaluate(line)
    day = (date(2014, 11, 5) - date(1970, 1, 1)).days + 0.5
    assert mark["x"] == pytest.approx(
        view["left"] + (day - view["from"]) / (view["to"] - view["from"]) * view["width"], abs=1
    )


def test_a_click_on_a_mark_chooses_its_event(show, dated):
    """The mark under the pointer, and only it."""
    opened = show(dated)
    mark = next(mark for mark in opened.marks() if mark["event"] == "span")
    box = opened.page.locator(".timeline .timeline canvas").bounding_box()
    opened.page.mouse.click(box["x"] + mark["x"], box["y"] + mark["y"])
    assert opened.state()["event"] == "span"


def test_the_wheel_zooms_around_the_pointer(show, dated):
    """Turning the wheel shows less time; the day under the pointer stays there."""
    opened = show(dated)
    box = opened.page.locator(".timeline .timeline canvas").bounding_box()
    x, y = box["x"] + 500, box["y"] + 80
    before = opened.page.evaluate("[kg.page.timeline.to - kg.page.timeline.from, kg.page.timeline.day(500)]")
    opened.page.mouse.move(x, y)
    opened.page.mouse.wheel(0, -240)
    opened.until(f"kg.page.timeline.to - kg.page.timeline.from < {before[0]} * 0.8")
    opened.page.evaluate("kg.page.timeline.layout()")
    assert opened.page.evaluate("kg.page.timeline.day(500)") == pytest.approx(before[1], abs=0.2)


def test_zoom_ends_at_a_day_and_at_a_thousand_years(show, dated):
    """However often one zooms, there is something to see."""
    opened = show(dated)
    opened.page.evaluate("for (let i = 0; i < 99; i += 1) kg.page.timeline.zoom(2)")
    assert 1 <= opened.page.evaluate("kg.page.timeline.to - kg.page.timeline.from") <= 2
    opened.page.evaluate("for (let i = 0; i < 99; i += 1) kg.page.timeline.zoom(0.5)")
    assert opened.page.evaluate("kg.page.timeline.to - kg.page.timeline.from") == pytest.approx(400_000)
    opened.page.evaluate("kg.page.timeline.layout()")
    assert opened.misdeeds == []


def test_shift_and_drag_choose_a_span_of_time(show, dated):
    """The network shows only what can lie in the span; the chip takes it back."""
    opened = show(dated)
    box = opened.page.locator(".timeline .timeline canvas").bounding_box()
    a, b = (opened.page.evaluate(f"kg.page.timeline.x(kg.dates.day('{day}'))") for day in ("2014-11-04", "2014-11-08"))
    opened.page.keyboard.down("Shift")
    opened.page.mouse.move(box["x"] + a + 3, box["y"] + 90)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + b - 3, box["y"] + 90, steps=4)
    opened.page.mouse.up()
    opened.page.keyboard.up("Shift")
    assert "from=2014-11-04" in opened.hash()
    assert "to=2014-11-07" in opened.hash()
    assert {mark["event"] for mark in opened.marks()} == {"day", "month", "span"}
    opened.page.click(".now .chip")
    assert opened.state()["from"] is None


def test_a_drag_moves_time(show, dated):
    """Dragging to the left shows later days, without a choice."""
    opened = show(dated)
    box = opened.page.locator(".timeline .timeline canvas").bounding_box()
    before = opened.page.evaluate("kg.page.timeline.from")
    opened.page.mouse.move(box["x"] + 700, box["y"] + 120)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + 500, box["y"] + 120, steps=5)
    opened.page.mouse.up()
    assert opened.page.evaluate("kg.page.timeline.from") > before
    assert opened.state()["event"] is None


def test_keys_go_from_event_to_event_in_time(show, dated):
    """Right, right, Enter: the second event in the order of time is chosen and announced."""
    opened = show(dated)
    opened.page.focus(".timeline .timeline canvas")
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("Enter")
    assert opened.state()["event"] == "span"
    assert "meet: Avaria" in opened.page.locator("[aria-live]").inner_text()


def test_a_lane_name_chooses_its_actor(show):
    """The name beside the lane is a button."""
    opened = show(examples.seed())
    opened.page.click(".lane-name >> text=Iran")
    assert opened.state()["actor"] == "IRN"


def test_an_undated_event_stands_where_it_was_reported(show):
    """With a publication date the letter lies before it: `by`, not a point, and no invented day."""
    opened = show(examples.seed())
    letter = next(event.id for event in examples.seed().events if event.type == "letter")
    kinds = {mark["event"]: mark["kind"] for mark in opened.marks() if "event" in mark}
    opened.page.evaluate("kg.page.state.set({lanes: 'type'})")
    kinds |= {mark["event"]: mark["kind"] for mark in opened.marks()}
    assert kinds[letter] == "by"
    opened.page.evaluate("(event) => kg.page.state.set({event})", letter)
    assert "no date in the text; reported 6 Nov 2014" in opened.evidence()


def test_without_any_date_the_tray_is_the_timeline(show):
    """The undated seed article: no axis of 1970, everything in the tray."""
    data = examples.seed(None)
    opened = show(data)
    assert not opened.page.locator(".timeline .timeline canvas").is_visible()
    assert opened.page.locator(".tray .event").count() == len(data.events)


def test_a_deadline_has_a_flag_of_its_own(show):
    """The negotiations are due on 24 November 2014."""
    data = examples.seed()
    opened = show(data)
    due = opened.page.evaluate(
        "kg.page.model.events.filter((event) => event.time.due !== null).map((e) => [e.id, e.time.due])"
    )
    assert due == [
        [next(e.id for e in data.events if e.type == "negotiate"), (date(2014, 11, 24) - date(1970, 1, 1)).days]
    ]


def test_ten_thousand_events_are_drawn_in_time(show):
    """Only what is in sight is drawn: a crowd makes as few hits as a handful, and no error."""
    opened = show(examples.crowd(10_000))
    assert len(opened.marks()) < 400
    assert opened.misdeeds == []


def test_a_dense_lane_opens_by_zooming(show):
    """Too many for rows are counted in bars; near enough, each event has its own mark."""
    opened = show(examples.crowd(1000))
    assert opened.marks()[0]["dense"]
    opened.page.evaluate("for (let i = 0; i < 12; i += 1) kg.page.timeline.zoom(1.8)")
    opened.page.evaluate("kg.page.timeline.layout()")
    assert all("event" in mark for mark in opened.marks())


def test_rounds_of_talks_stand_in_one_row(show):
    """Three rounds of the same two, a visit between: the rounds are tied to each other, the visit is not."""
    days = ("2014-10-15", "2014-11-09", "2014-11-20")
    talks = [
        PageEvent(f"r{day}", "negotiate", "CONSULT", "negotiate", participants=("A", "B"), mutual=True, process=True,
                  when=at(day, day, day), series="p")
        for day in days
    ]  # fmt: skip
    visit = PageEvent(
        "v", "visit", "CONSULT", "visit", initiators=("A",), recipients=("B",), when=at(days[1], days[1], days[1])
    )
    people = [PageActor("A", "Avaria", "state"), PageActor("B", "Borland", "state")]
    opened = show(PageData.of("Rounds", [], people, [visit, *talks], []))
    rows = opened.page.evaluate(
        "kg.page.timeline.lanes[0].marks.map((m) => [m.event.id, m.namedRow, m.round ? m.round.event.id : null])"
    )
    told = {event: (row, before) for event, row, before in rows}
    assert [told[f"r{day}"][1] for day in days] == [None, "r2014-10-15", "r2014-11-09"]
    assert len({told[f"r{day}"][0] for day in days}) == 1
    assert told["v"] == (1, None)
    opened.page.evaluate("kg.page.state.set({event: 'r2014-11-09'})")
    rounds = opened.page.locator(".round-list li")
    assert rounds.all_inner_texts() == ["15 Oct 2014", "9 Nov 2014 · this one", "20 Nov 2014"]
    rounds.first.locator("button").click()
    assert opened.state()["event"] == "r2014-10-15"


def test_the_strip_shows_the_whole_and_moves_the_part(show):
    """Zoomed in, a drag along the strip moves what is in sight by days, and its length stays."""
    opened = show(examples.crowd(300))
    opened.page.evaluate("for (let i = 0; i < 6; i += 1) kg.page.timeline.zoom(1.8)")
    opened.until("kg.page.strip.to === kg.page.timeline.to")
    before = opened.page.evaluate("[kg.page.timeline.from, kg.page.timeline.to]")
    box = opened.page.locator(".strip canvas").bounding_box()
    spot = opened.page.evaluate("kg.page.strip.x((kg.page.timeline.from + kg.page.timeline.to) / 2)")
    opened.page.mouse.move(box["x"] + spot, box["y"] + 10)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + spot + 100, box["y"] + 10, steps=4)
    opened.page.mouse.up()
    opened.until(f"kg.page.timeline.from > {before[0] + 30}")
    after = opened.page.evaluate("[kg.page.timeline.from, kg.page.timeline.to]")
    assert after[1] - after[0] == pytest.approx(before[1] - before[0])
    assert opened.misdeeds == []


def test_two_fingers_zoom(show, dated):
    """Spreading two fingers shows less time."""
    opened = show(dated, has_touch=True)
    box = opened.page.locator(".timeline .timeline canvas").bounding_box()
    before = opened.page.evaluate("kg.page.timeline.to - kg.page.timeline.from")
    touch = opened.page.context.new_cdp_session(opened.page)

    def fingers(kind: str, *across: float) -> None:
        points = [{"x": box["x"] + x, "y": box["y"] + 90, "id": i} for i, x in enumerate(across)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", 450, 500)
    for spread in (20, 60, 100):
        fingers("touchMove", 450 - spread, 500 + spread)
    fingers("touchEnd")
    opened.until(f"kg.page.timeline.to - kg.page.timeline.from < {before} / 2")
    assert opened.state()["event"] is None
