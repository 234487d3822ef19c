"""Pages and pictures from the command line: `kg page`, `kg timeline -o talks.svg`, `kg graph -o talks.svg`."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("command", ["timeline", "graph"])
def test_a_file_that_ends_in_svg_is_a_picture(run, talks: Path, tmp_path: Path, command: str) -> None:
    """The same filters as ever: with `--type letter` the picture holds one event."""
    ran = run(command, "-g", talks, "--type", "letter", "-o", tmp_path / "talks.svg")
    assert ran == (0, "", "")
    held = ET.parse(tmp_path / "talks.svg").getroot().iter(f"{SVG}g")
    assert len([one for one in held if "event" in one.get("class", "").split()]) == 1


@pytest.mark.parametrize("command", ["timeline", "graph"])
def test_other_pictures_say_where_they_are_made(run, talks: Path, tmp_path: Path, command: str) -> None:
    """PNG needs a browser: one line that names the page's button, and no file."""
    ran = run(command, "-g", talks, "-o", tmp_path / "talks.png")
    assert ran.code == 2
    assert "saves PNG with its buttons" in ran.err
    assert not (tmp_path / "talks.png").exists()


@pytest.mark.parametrize("command", ["timeline", "graph", "page"])
def test_where_nothing_is_left_no_file_is_written(run, talks: Path, tmp_path: Path, command: str) -> None:
    """Filters that leave no event: exit code 1, a word on stderr."""
    ran = run(command, "-g", talks, "--actor", "Iran", "--since", "2090", "-o", tmp_path / "talks.svg")
    assert ran.code == 1
    assert "no such events" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_page_takes_the_filters_of_events(run, talks: Path, tmp_path: Path) -> None:
    """A page of what was denied holds as many events as `kg events` lists, and only what was said about these."""
    listed = run("events", "-g", talks, "--status", "negated").out.splitlines()
    ran = run("page", "-g", talks, "--status", "negated", "-o", tmp_path / "denied.html")
    assert ran.code == 0
    html = (tmp_path / "denied.html").read_text("utf-8")
    carried = json.loads(html.split('id="data">')[1].split("</script>")[0])
    assert {event["id"] for event in carried["events"]} == {json.loads(line)["id"] for line in listed}
    assert {claim["event"] for claim in carried["claims"]} == set(range(len(listed)))
