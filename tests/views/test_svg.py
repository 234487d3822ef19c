"""Pictures for a report: the network and the timeline as SVG that stands alone."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.errors import UsageError
from kg.model import When
from kg.views import medium, network_svg, timeline_svg
from kg.views.data import PageData, PageEvent
from kg.views.svg import ink
from kg.views.svg.days import ticks, time_of
from kg.views.svg.lanes import MOST_ROWS, Lane, Mark, pack
from kg.views.svg.network import MOST
from kg.views.svg.pairs import pairs
from tests.views import examples, hostile

ASSETS = Path(ink.__file__).parents[1] / "assets"
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {
    "network": network_svg,
    "network of actors": lambda data, **more: network_svg(data, view="actors", **more),
    "timeline": timeline_svg,
    "timeline by actor": lambda data, **more: timeline_svg(data, by="actor", **more),
}
every_picture = pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN.keys())


def groups(text: str, kind: str) -> list[ET.Element]:
    return [one for one in ET.fromstring(text).iter(f"{SVG}g") if kind in (one.get("class") or "").split()]


def said(text: str) -> list[str]:
    return [one.text or "" for one in ET.fromstring(text).iter(f"{SVG}text")]


def test_the_network_has_every_actor_and_event_once():
    """The seed's nine actors that take part, and its events, each as one group with its name."""
    data = examples.seed()
    text = network_svg(data)
    acting = {one for event in data.events for one in event.parties}
    assert len(groups(text, "actor")) == len(acting)
    assert len(groups(text, "event")) == len(data.events)
    named = [one.find(f"{SVG}title").text for one in groups(text, "event")]
    assert "United States does not cooperate with Iran (denied)" in named
    assert {"Iran", "United States", "Barack Obama"} <= set(said(text))


def test_the_timeline_has_each_event_once_by_type_and_once_a_party_by_actor():
    """Talks of seven stand in one lane of types, and in seven of actors."""
    data = examples.seed()
    assert len(groups(timeline_svg(data), "event")) == len(data.events)
    parties = sum(len(event.parties) for event in data.events)
    assert len(groups(timeline_svg(data, by="actor"), "event")) == parties
    assert len(groups(timeline_svg(data), "lane")) == len({event.type for event in data.events})


def test_what_is_not_actual_carries_its_badge():
    """The cooperation that is denied is hollow and has the sign ×; the letter has none."""
    text = timeline_svg(examples.seed())
    held = {one.find(f"{SVG}title").text.split(" (")[0]: one for one in groups(text, "event")}
    denied = held["United States does not cooperate with Iran"]
    assert next(one.text for one in denied.iter(f"{SVG}text")) == "×"
    assert denied.find(f"{SVG}polygon").get("fill") == ink.GROUND


def test_undated_events_are_listed_and_no_axis_is_drawn():
    """Without a publication date nothing has a place in time: no year stands in the picture."""
    data = examples.seed(None)
    text = timeline_svg(data)
    assert len(groups(text, "undated")) == len(data.events)
    assert f"Without a place in time: {len(data.events)}" in said(text)
    assert not re.search(r"\b(19|20)\d\d\b", " ".join(said(text)))


@every_picture
def test_a_picture_says_what_it_is(draw):
    """A screen reader gets a title and a description with the counts."""
    root = ET.fromstring(draw(examples.seed(), title="Talks & letters"))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Talks & letters"
    assert f"{len(examples.seed().events)} events" in root.find(f"{SVG}desc").text
    assert root.get("aria-label").startswith("Talks & letters. ")


@every_picture
def test_hostile_texts_stay_texts(draw):
    """Markup, control and direction characters, lone surrogates: XML that parses, with the elements that we draw."""
    text = draw(hostile.data())
    tags = {one.tag.removeprefix(SVG) for one in ET.fromstring(text).iter()}
    known = "svg title desc rect text g line circle polygon defs pattern linearGradient stop"
    assert tags <= set(known.split())
    assert not {"\u202e", "\x00", "\x1b"} & set(text)
    text.encode()


@every_picture
@pytest.mark.parametrize("data", [examples.crowd(200), hostile.data()], ids=["crowd", "hostile"])
def test_a_picture_refers_to_nothing_outside(draw, data):
    """No script, no style sheet, no link; `url(#…)` only to what the picture itself defines."""
    root = ET.fromstring(draw(data))
    names = {one.get("id") for one in root.iter() if one.get("id")}
    for one in root.iter():
        for name, value in one.items():
            assert not name.startswith("on")
            assert "href" not in name
            if name != "aria-label":
                assert "http" not in value
            assert set(re.findall(r"url\(#([^)]*)\)", value)) <= names
            assert value.count("url(") == value.count("url(#") or name == "aria-label"


@every_picture
def test_the_same_data_gives_the_same_bytes(draw):
    """Nothing of a picture depends on anything but its data."""
    assert draw(examples.crowd(60)) == draw(examples.crowd(60))


@every_picture
def test_an_empty_graph_is_an_empty_picture(draw):
    """No events: a picture with its title and nothing in it."""
    assert groups(draw(PageData.of("Nothing", [], [], [], [])), "event") == []


def test_the_network_keeps_to_the_events_told_most_often():
    """Of a thousand events three hundred are drawn, and the picture says so."""
    text = network_svg(examples.crowd(1000))
    assert len(groups(text, "event")) == MOST
    assert f"{MOST} of 1,000 events" in said(text)[-1]


def test_a_lane_with_too_many_for_rows_counts_in_bars():
    """Two thousand meetings in a year: no marks, but bars."""
    day = date(2014, 1, 1).toordinal()
    iso = [date.fromordinal(day + i % 365).isoformat() for i in range(2000)]
    events = [PageEvent(f"e{i}", "meet", "CONSULT", "meet", when=When(one, one, one)) for i, one in enumerate(iso)]
    text = timeline_svg(PageData.of("Many", [], [], events, []))
    assert groups(text, "event") == []
    assert len(text) < 100_000


def test_marks_of_a_row_leave_room_for_each_other():
    """Forty events within two months, with their words: in one row none reaches into another."""
    begin = date(2014, 1, 1).toordinal()
    data = examples.crowd(40)
    lane = Lane("x", "x")
    for i, event in enumerate(data.events):
        iso = date.fromordinal(begin + i * 3 % 60).isoformat()
        time = time_of(PageEvent(event.id, "meet", "CONSULT", "meet", when=When(iso, iso, iso)), ())
        lane.marks.append(Mark(event, time, "some words beside it"))
    pack(lane, lambda day: 170 + (day - begin) * 15, 1096, 170)
    assert lane.rows <= MOST_ROWS
    for one, other in combinations(lane.marks, 2):
        if one.row == other.row:
            assert abs(one.words - other.words) >= 100


@pytest.mark.parametrize(
    ("when", "published", "status", "kind"),
    [
        (When("2014-11-05", "2014-11-05", "2014-11-05"), None, "actual", "point"),
        (When("2014-11-05/2014-11-09", "2014-11-05", "2014-11-09"), None, "actual", "extent"),
        (When("2014-11", "2014-11-01", "2014-11-30"), None, "actual", "uncertain"),
        (None, "2014-11-06", "actual", "by"),
        (None, "2014-11-06", "planned", "after"),
        (None, "2014-11-06", "conditional", "after"),
        (None, "2014-11-06", "possible", "told"),
        (When("XXXX-11-24"), None, "actual", None),
        (None, "2014-11", "actual", None),
    ],
)
def test_a_date_is_drawn_as_it_is_known(when, published, status, kind):
    """Points, spans, uncertain days, days of a report; what has no year has no place."""
    event = PageEvent("e", "meet", "CONSULT", "meet", status, when=when)
    found = time_of(event, [published])
    assert (found.kind if found else None) == kind


def test_ticks_have_room():
    """From a week to a thousand years: never more ticks than there is room for, and always some."""
    first = date(1000, 1, 1).toordinal()
    for days in (7, 60, 400, 4000, 40_000, 360_000):
        lower, _ = ticks(first, first + days, 900)
        assert 2 <= len(lower) <= 30


def test_colours_and_signs_are_those_of_the_page():
    """`glyphs.js` and `text.js` say the same as the pictures."""
    glyphs, text = ((ASSETS / f"{name}.js").read_text("utf-8") for name in ("glyphs", "text"))
    light = re.search(r"LIGHT = \[(.*?)\]", glyphs, re.DOTALL)[1]
    roots = re.search(r"ROOTS = \[(.*?)\]", glyphs, re.DOTALL)[1]
    assert dict(zip(re.findall(r'"(\w+)"', roots), re.findall(r'"(#\w+)"', light), strict=True)) == ink.COLOURS
    families = re.search(r"FAMILY = \[(.*?)\]", glyphs)[1]
    assert [ink.family(root) for root in ink.COLOURS] == [int(one) for one in families.split(",")]
    assert set(re.findall(r'"(\w+)"', re.search(r"HOLLOW = new Set\(\[(.*?)\]", glyphs)[1])) == ink.HOLLOW
    signs = re.search(r"statusSign: \{(.*?)\}", text, re.DOTALL)[1]
    assert {k: v for k, v in re.findall(r'(\w+): "(.*?)"', signs) if v} == ink.SIGNS
    words = re.search(r"status: \{(.*?)\}", text, re.DOTALL)[1]
    assert dict(re.findall(r'(\w+): "(.*?)"', words)) == ink.STATUSES


def test_the_ending_of_a_file_asks_for_a_picture():
    """.svg and .png are drawn, .html is a page; .pdf is a clear word on what can be had; anything else is text."""
    asked = [medium(None if name is None else Path(name)) for name in ("a.SVG", "a.png", "a.htm", "a.txt", None)]
    assert asked == ["svg", "png", "html", None, None]
    with pytest.raises(UsageError, match=r"give \.svg or \.png"):
        medium(Path("a.pdf"))


def test_actors_alone_are_tied_where_they_face_each_other():
    """Seven at one table, six of them against one: six lines, each as wide as its one source asks."""
    data = examples.seed()
    talks = [event for event in data.events if event.type == "negotiate"]
    only = PageData.of("talks", data.documents, data.actors, talks, [c for c in data.claims if c.event == talks[0].id])
    text = network_svg(only, view="actors")
    assert len(groups(text, "pair")) == 6
    assert groups(text, "event") == []
    assert all("Iran" in one.find(f"{SVG}title").text for one in groups(text, "pair"))


def test_the_direction_of_a_pair_is_that_of_its_events():
    """A letter leads one way; two who talk have no arrow; a plan alone is a broken line."""
    letter = PageEvent(
        "e1", "letter", "CONSULT", "letter", initiators=("A",), recipients=("B",), participants=("A", "B")
    )
    talks = PageEvent("e2", "meet", "CONSULT", "meet", participants=("A", "C"), mutual=True, status="planned")
    found = pairs(PageData.of("x", [], [], [letter, talks], []), [letter, talks])
    assert found[("A", "B")].ends == (True, False)
    assert found[("A", "B")].real
    assert found[("A", "C")].ends == (False, False)
    assert not found[("A", "C")].real


def test_a_timeline_of_many_lanes_fits_a_page():
    """Four hundred events in thirteen lanes: not higher than two sheets, and no lane is left out."""
    data = examples.crowd(400)
    root = ET.fromstring(timeline_svg(data))
    assert float(root.get("height")) < 2 * 1120 * 1.42
    assert len(groups(timeline_svg(data), "lane")) == len({event.type for event in data.events})


@pytest.mark.browser
@every_picture
def test_a_browser_draws_it_without_asking_the_world(browser, tmp_path, draw):
    """In Chromium the hostile picture asks nothing, runs nothing, and keeps its names within its edges."""
    misdeeds, page = [], browser.new_page()
    page.on("request", lambda r: None if r.url.startswith("file:") else misdeeds.append(r.url))
    page.on("dialog", lambda d: (misdeeds.append(d.message), d.dismiss()))
    page.on("console", lambda m: misdeeds.append(m.text))
    for name, data in (("hostile", hostile.data()), ("seed", examples.seed())):
        path = tmp_path / f"{name}.svg"
        path.write_text(draw(data), encoding="utf-8")
        page.goto(path.as_uri())
    wide = page.evaluate("document.documentElement.viewBox.baseVal.width")
    boxes = page.evaluate(
        "[...document.querySelectorAll('text')].map((t) => [t.getBBox().x, t.getBBox().x + t.getBBox().width])"
    )
    assert misdeeds == []
    assert [box for box in boxes if box[0] < 0 or box[1] > wide] == []
    page.close()


def test_a_picture_is_drawn_of_chosen_events():
    """Some events of a graph: these and nobody else."""
    graph = examples.seed_graph()
    letter = [event for event in graph.events() if event.type == "letter"]
    assert len(groups(network_svg(graph, letter), "event")) == 1
    assert {one.find(f"{SVG}title").text for one in groups(network_svg(graph, letter), "actor")} == {
        "Barack Obama (person)", "Ali Khamenei (person)",
    }  # fmt: skip
