"""Rows as JSON lines, CSV and tables, to stdout and to files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path


def test_a_pipe_gets_json_lines(run, talks: Path) -> None:
    """Without a terminal each row is one JSON object on one line."""
    ran = run("events", "-g", talks)
    events = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert {"letter", "negotiate", "fight", "support"} <= {event["type"] for event in events}


def test_csv_has_a_header_and_a_line_an_event(run, talks: Path) -> None:
    """--csv gives as many rows as --json gives lines."""
    lines = run("events", "-g", talks, "--json").out.splitlines()
    header, *found = csv.reader(io.StringIO(run("events", "-g", talks, "--csv").out))
    assert header[:3] == ["id", "date", "status"]
    assert len(found) == len(lines)


def test_a_table_is_aligned_text(run, talks: Path) -> None:
    """--table puts names in columns under a head."""
    head, rule, *found = run("actors", "-g", talks, "--table").out.splitlines()
    assert head.split()[:2] == ["id", "name"]
    assert set(rule) == {"─", " "}
    assert any("Iran" in line for line in found)


def test_the_ending_of_a_file_tells_its_form(run, talks: Path, tmp_path: Path) -> None:
    """-o x.csv writes CSV, -o x.jsonl JSON lines; stdout stays empty."""
    for name, begins in (("x.csv", "id,"), ("x.jsonl", '{"id"')):
        ran = run("actors", "-g", talks, "-o", tmp_path / name)
        assert (ran.code, ran.out) == (0, "")
        assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_file_that_cannot_be_written_is_one_line(run, talks: Path, tmp_path: Path) -> None:
    """A folder that is not there is named; nothing else is made."""
    ran = run("actors", "-g", talks, "-o", tmp_path / "none" / "x.csv")
    assert ran.code == 1
    assert "x.csv: cannot be written" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_two_forms_exclude_each_other(run, talks: Path) -> None:
    """--json with --csv is a usage error that names both."""
    ran = run("events", "-g", talks, "--json", "--csv")
    assert (ran.code, ran.out) == (2, "")
    assert "--json and --csv" in ran.err


def test_several_fields_are_mapped(run, tmp_path: Path) -> None:
    """--map may be given again: each value names one more field."""
    file = tmp_path / "a.csv"
    file.write_text("Volltext,Kopf\nIran met Iraq.,Talks\n", "utf-8")
    ran = run("read", file, "--map", "text=Volltext", "--map", "title=Kopf")
    assert (json.loads(ran.out)["title"], ran.code) == ("Talks", 0)
