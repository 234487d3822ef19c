"""Pages and pictures from the command line: `kg page`, `kg timeline` and `kg graph` with `-o` .svg, .png, .html."""

from __future__ import annotations

import json
import sys
from collections import Counter
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
def test_a_file_that_ends_in_png_is_the_same_in_pixels(run, talks: Path, tmp_path: Path, command: str) -> None:
    """Two pixels for each unit of the SVG, and more than one colour in it."""
    pytest.importorskip("resvg_py")
    assert run(command, "-g", talks, "-o", tmp_path / "talks.svg").code == 0
    ran = run(command, "-g", talks, "-o", tmp_path / "talks.png")
    assert ran == (0, "", "")
    drawn, size = (tmp_path / "talks.png").read_bytes(), ET.parse(tmp_path / "talks.svg").getroot()
    assert drawn.startswith(b"\x89PNG")
    assert int.from_bytes(drawn[16:20]) == 2 * int(size.get("width", "0"))
    assert int.from_bytes(drawn[20:24]) == 2 * int(size.get("height", "0"))
    assert len(drawn) > 10_000


@pytest.mark.parametrize("command", ["timeline", "graph"])
def test_without_the_extra_one_sentence_says_how_to_get_it(
    run, talks: Path, tmp_path: Path, monkeypatch, command
) -> None:
    """No resvg on the machine: its extra is named, a way without it too, and no file is left behind."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    ran = run(command, "-g", talks, "-o", tmp_path / "talks.png")
    assert ran.code != 0
    assert ran.err == "kg: PNG needs the package resvg_py; pip install 'dipkg[png]', or write .svg\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["timeline", "graph"])
def test_other_pictures_are_not_made(run, talks: Path, tmp_path: Path, command: str) -> None:
    """JPEG: one line that names what can be had, and no file."""
    ran = run(command, "-g", talks, "-o", tmp_path / "talks.jpg")
    assert ran.code == 2
    assert "give .svg or .png" in ran.err
    assert not (tmp_path / "talks.jpg").exists()


def test_the_network_of_actors_has_a_line_for_each_pair(run, talks: Path, tmp_path: Path) -> None:
    """As many lines as `kg graph` lists pairs, and no event as a node."""
    listed = run("graph", "-g", talks, "--actor", "Iran").out.splitlines()
    assert run("graph", "-g", talks, "--actor", "Iran", "--view", "actors", "-o", tmp_path / "talks.svg").code == 0
    kinds = Counter(one.get("class") for one in ET.parse(tmp_path / "talks.svg").getroot().iter(f"{SVG}g"))
    assert kinds["pair"] == len({frozenset((json.loads(row)["who_id"], json.loads(row)["whom_id"])) for row in listed})
    assert kinds["event"] == 0


@pytest.mark.parametrize(
    ("command", "more", "start"),
    [
        ("timeline", ("--lanes", "actor"), {"part": "timeline", "lanes": "actor"}),
        ("graph", ("--view", "actors"), {"part": "network", "view": "actors"}),
    ],
)
def test_a_file_that_ends_in_html_is_a_part_of_the_page(run, talks: Path, tmp_path: Path, command, more, start) -> None:
    """The same page with the same filters, which opens on that part."""
    assert run(command, "-g", talks, "--type", "letter", *more, "-o", tmp_path / "talks.html") == (0, "", "")
    carried = json.loads((tmp_path / "talks.html").read_text("utf-8").split('id="data">')[1].split("</script>")[0])
    assert [event["type"] for event in carried["events"]] == ["letter"]
    assert carried["start"] == start


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
