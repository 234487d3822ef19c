"""The page by keyboard, by ear, on a phone, on paper, in the dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.views import examples

pytestmark = pytest.mark.browser


def channel(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    red, green, blue = (channel(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_read(show, scheme):
    """Text has a contrast of 4.5 to 1 with its ground, the colours of types 3 to 1; in light and dark."""
    opened = show(examples.seed(), scheme=scheme)
    value = "(name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"
    ground, panel, sunk = (opened.page.evaluate(value, name) for name in ("--ground", "--panel", "--sunk"))
    for name in ("--ink", "--quiet", "--accent", "--no", "--hold"):
        assert min(contrast(opened.page.evaluate(value, name), at) for at in (ground, panel, sunk)) >= 4.5, name
    roots = opened.page.evaluate("kg.glyphs.roots.map((root) => kg.glyphs.colour(root))")
    assert len(set(roots)) == 16
    assert min(contrast(colour, ground) for colour in roots) >= 3


def test_every_control_has_a_name(show):
    """Buttons, fields, pictures and regions say what they are."""
    opened = show(examples.crowd(400))
    nameless = """() => [...document.querySelectorAll('button, input, summary, canvas[role], [role=group], section')]
        .filter((one) => one.offsetParent && !(one.getAttribute('aria-label') || one.textContent.trim()
        || (one.labels && one.labels.length))).map((one) => one.outerHTML.slice(0, 80))"""
    assert opened.page.evaluate(nameless) == []


def test_the_whole_page_by_keyboard(show):
    """From the search by Tab to every part: type, view, network, lanes, timeline, evidence; and a choice with Enter."""
    opened = show(examples.seed())
    opened.page.keyboard.press("/")
    seen = []
    for _ in range(60):
        seen.append(opened.page.evaluate(
            "(document.activeElement.closest('.panel, header, .legend') || document.body).className || 'header'"
        ))  # fmt: skip
        opened.page.keyboard.press("Tab")
    order = list(dict.fromkeys(seen))
    assert order[:5] == ["header", "legend", "panel network", "panel timeline", "panel evidence"]


def test_the_network_by_keys(show):
    """Arrow keys move from node to node and are told; Enter chooses."""
    opened = show(examples.seed())
    opened.page.focus(".canvas")
    opened.page.keyboard.press("ArrowRight")
    told = opened.page.locator("[aria-live]").inner_text()
    assert told in {actor.name for actor in examples.seed().actors}
    opened.page.keyboard.press("Enter")
    assert opened.state()["actor"] is not None


def test_the_page_explains_its_signs(show):
    """The window names every status and every key, is left with Escape, and leaves what is chosen alone."""
    data = examples.seed()
    opened = show(data, "#actor=IRN")
    opened.page.click(".ask")
    told = opened.page.locator("dialog[open]").inner_text()
    for word in ("denied", "contested", "some say so, others deny it", "hostile deeds", "Shift and drag"):
        assert word in told
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    assert [one["id"] for one in axe.run(opened.page).response["violations"]] == []
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("dialog[open]").count() == 0
    assert opened.state()["actor"] == "IRN"
    assert opened.misdeeds == []


def test_the_table_holds_all(show):
    """Every event is a row; a press on a column's name sorts by it."""
    data = examples.seed()
    opened = show(data, "#part=table")
    assert opened.page.locator("tbody tr").count() == len(data.events)
    opened.page.click("thead >> text=Status")
    opened.page.click("thead >> text=Status")
    assert opened.page.locator("thead th").nth(2).get_attribute("aria-sort") == "descending"
    assert "possible" in opened.page.locator("tbody tr").first.inner_text()
    opened.page.locator("tbody .link").first.click()
    assert opened.page.locator(".claim").count() > 0


def test_on_a_phone_one_part_at_a_time(show):
    """390 pixels: four tabs, one part in sight, nothing wider than the screen, and a choice leads to its words."""
    opened = show(examples.seed(), size=(390, 844), has_touch=True)
    for part in ("timeline", "evidence", "table", "network"):
        opened.page.click(f".parts [data-value={part}]")
        assert opened.page.locator(".panel:visible").count() == 1
        assert opened.page.locator(f".panel.{part}").is_visible()
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    letter = next(i for i, event in enumerate(examples.seed().events) if event.type == "letter")
    opened.page.mouse.click(*opened.node_at(len(examples.seed().actors) + letter))
    opened.page.click(".now .words")
    assert opened.page.locator(".claim mark").first.is_visible()
    assert opened.misdeeds == []


def test_fingers_can_press(show):
    """On a phone no button of the bars is lower than 24 pixels."""
    opened = show(examples.seed(), size=(390, 844), has_touch=True)
    heights = opened.page.locator("header button:visible, .bar button:visible").evaluate_all(
        "all => all.map((one) => one.offsetHeight)"
    )
    assert min(heights) >= 24


def test_dark_and_light_can_be_chosen(show):
    """The button turns the page dark and back, pictures too."""
    opened = show(examples.seed())
    ground = "getComputedStyle(document.body).backgroundColor"
    before = opened.page.evaluate(ground)
    opened.page.click(".light")
    assert opened.page.evaluate(ground) != before
    assert opened.page.evaluate("kg.page.network.ground") == "#12171e"
    opened.page.click(".light")
    assert opened.page.evaluate(ground) == before


def test_on_paper_there_is_a_table_and_no_buttons(show):
    """Printing shows network, timeline, table and evidence on white, without controls."""
    opened = show(examples.seed(), scheme="dark")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print", color_scheme="light")
    assert opened.page.locator("tbody tr").count() == len(examples.seed().events)
    assert opened.page.locator("table").is_visible()
    assert not opened.page.locator(".parts").is_visible()
    pdf = opened.page.pdf()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 1


def test_without_scripts_the_page_says_so(browser, tmp_path: Path):
    """A reader who allows no scripts reads why nothing is drawn."""
    from kg.views import page as write

    path = write(examples.seed(), tmp_path / "page.html")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert "Please allow scripts" in page.inner_text("body")
    context.close()


@pytest.mark.parametrize("address", ["", "#actor=IRN", "#part=table", "#view=actors&lanes=type&types=CONSULT"])
def test_axe_finds_nothing(show, address):
    """axe-core's rules for access hold in every part, light and dark, on a desk and on a phone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for size, scheme in (((1400, 900), "light"), ((390, 844), "dark")):
        opened = show(examples.seed(), address, size=size, scheme=scheme)
        found = axe.run(opened.page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("name", ["network", "timeline"])
def test_pictures_for_a_report(show, name, tmp_path: Path):
    """The button beside a part saves what is in sight as a PNG, without a request."""
    opened = show(examples.seed())
    with opened.page.expect_download() as saved:
        opened.page.click(f".panel.{name} .picture")
    saved.value.save_as(tmp_path / "picture.png")
    data = (tmp_path / "picture.png").read_bytes()
    assert saved.value.suggested_filename == f"{name}.png"
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) > 600
    assert opened.errors == []
