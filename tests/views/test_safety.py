"""Nothing that stands in a text runs, reaches a host, or breaks the page."""

from __future__ import annotations

import json
import re

import pytest

from kg.views import page_html
from tests.views import examples, hostile

pytestmark = pytest.mark.browser


def test_hostile_texts_do_nothing_in_any_part(show):
    """Names, titles, quotes, types and ids with markup: no request, no dialog, no error, wherever one clicks."""
    opened = show(hostile.data())
    page = opened.page
    for change in (
        "{view: 'actors'}", "{view: 'events', lanes: 'type'}", "{part: 'table'}", "{part: 'network', lanes: 'actor'}",
    ):  # fmt: skip
        page.evaluate(f"kg.page.state.set({change})")
        page.wait_for_timeout(30)
    for event in page.evaluate("kg.page.model.events.map((event) => event.id)"):
        page.evaluate("(event) => kg.page.state.set({event})", event)
    for actor in page.evaluate("kg.page.model.actors.map((actor) => actor.id)"):
        page.evaluate("(actor) => kg.page.state.set({actor, event: null})", actor)
    for told in page.evaluate("kg.page.model.documents.map((one) => one.id)"):
        page.evaluate("(document) => kg.page.state.set({document, actor: null})", told)
    page.wait_for_timeout(100)
    assert opened.misdeeds == []


def test_hostile_texts_stay_texts(show):
    """No element of the page comes from the data: no img, a, style or script but the page's own."""
    opened = show(hostile.data())
    opened.page.evaluate("kg.page.state.set({part: 'table'})")
    own = opened.page.evaluate("document.querySelectorAll('style').length")
    assert opened.page.evaluate("document.querySelectorAll('img, iframe, object, embed, a, #page script').length") == 0
    assert own == 1
    assert "<img src=x onerror=" in opened.page.inner_text("body")


def test_hovering_draws_no_markup(show):
    """The timeline's tip and the network's names are drawn as text."""
    opened = show(hostile.data())
    for mark in opened.marks()[:12]:
        if "x" in mark:
            box = opened.page.locator(".timeline .timeline canvas").bounding_box()
            opened.page.mouse.move(box["x"] + mark["x"], box["y"] + mark["y"])
    for node in range(6):
        opened.page.mouse.move(*opened.node_at(node))
    assert opened.misdeeds == []


def test_a_long_word_widens_nothing(show):
    """A word of 10,000 letters does not make the page wider than the window, on a phone either."""
    for size in ((1400, 900), (390, 844)):
        opened = show(hostile.data(), size=size)
        for part in ("all", "network", "timeline", "evidence", "table"):
            opened.page.evaluate("(part) => kg.page.state.set({part})", part)
            assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_policy_allows_only_the_pages_own_scripts():
    """The content security policy names hashes, and nothing may be fetched or sent."""
    html = page_html(examples.seed())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.count("sha256-") == html.count("\n<script>") + html.count("\n<style>")


def test_the_policy_holds_in_the_browser(show):
    """A script or style that is put into the page afterwards is refused."""
    opened = show(examples.seed())
    opened.page.evaluate(
        """() => { const added = document.createElement('script'); added.textContent = 'window.ran = true';
        document.body.append(added); const image = new Image(); image.src = 'https://example.org/x.png'; }"""
    )
    opened.page.wait_for_timeout(50)
    assert opened.page.evaluate("window.ran") is None
    assert all("Content Security Policy" in error for error in opened.errors)
    assert len(opened.errors) == 2


def test_data_round_trips_through_the_page():
    """What is read back from the page is what went in, sign for sign."""
    html = page_html(hostile.data())
    carried = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)[1]
    names = [actor["name"] for actor in json.loads(carried)["actors"]]
    assert sorted(names) == sorted(name for name in hostile.TEXTS)


def test_the_page_holds_no_address_that_is_fetched():
    """No src, no link, no import: everything is inside."""
    html = page_html(examples.seed())
    assert not re.search(r"<(?:script|img|link|iframe)[^>]*\b(?:src|href)=", html)
    assert "@import" not in html
