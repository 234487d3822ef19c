"""Accuracy on development data that lies beside the checkout (../shared/bench); floors only rise.

The data is not part of the project: where it is missing these tests are skipped, and where it is another edition than
the one the floors were measured on (digest) they are skipped too.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.documents import read
from kg.extract import dates, extract
from kg.model import Document

HERE = Path(__file__).parent
BENCH = HERE.parents[1].parent / "shared" / "bench"
FLOORS: dict[str, dict[str, Any]] = json.loads((HERE / "floors.json").read_text("utf-8"))


def _data(name: str) -> Path:
    file = BENCH / name
    if not file.is_file():
        pytest.skip("no development data beside the checkout")
    if hashlib.sha256(file.read_bytes()).hexdigest()[:16] != FLOORS[name]["digest"]:
        pytest.skip(f"{name} is another edition than the floors were measured on")
    return file


def _claims(file: Path, tmp_path: Path) -> Path:
    """What `kg extract` prints by default: the sure claims."""
    out = tmp_path / "claims.jsonl"
    with out.open("w", encoding="utf-8") as stream:
        for document in read([file]):
            assert isinstance(document, Document), document
            lines = (json.dumps(c.to_json()) + "\n" for c in extract(document) if c.grade == "sure")
            stream.writelines(lines)
    return out


def _score(script: str, *args: str | Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, script, *map(str, args), "--json"], cwd=BENCH, capture_output=True, text=True, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_probes_hold_their_floor(tmp_path: Path) -> None:
    """Claims found, probes passed whole, and nothing on the negatives."""
    file, floor = _data("probes.jsonl"), FLOORS["probes.jsonl"]
    got = _score("score_probes.py", file, _claims(file, tmp_path))
    assert got["claims_found"] >= floor["claims_found"]
    assert got["passed"] >= floor["passed"]
    assert got["negatives_with_a_claim"] <= floor["negatives_with_a_claim"]


def test_events_hold_their_floor(tmp_path: Path) -> None:
    """F1 of class, of the pair of parties, and of both."""
    file, floor = _data("events_dev.jsonl"), FLOORS["events_dev.jsonl"]
    levels = _score("score_events.py", file, _claims(file, tmp_path))["levels"]
    assert {level: levels[level]["f1"] >= floor[level] for level in ("class", "pair", "full")} == {
        "class": True,
        "pair": True,
        "full": True,
    }


def test_prose_without_events_stays_without(tmp_path: Path) -> None:
    """Sentences of institutions in which nothing happens between parties."""
    file, floor = _data("negatives_dev.jsonl"), FLOORS["negatives_dev.jsonl"]
    assert _score("score_events.py", file, _claims(file, tmp_path))["false_alarms"] <= floor["false_alarms"]


@pytest.mark.parametrize(
    ("name", "options"), [("timex_dev_meantime.jsonl", ["--drop-dct"]), ("timex_dev_wikiwars.jsonl", [])]
)
def test_dates_hold_their_floor(name: str, options: list[str], tmp_path: Path) -> None:
    """F1 of values and of exact spans."""
    file, floor = _data(name), FLOORS[name]
    out = tmp_path / "times.jsonl"
    with out.open("w", encoding="utf-8") as stream:
        for line in file.read_text("utf-8").splitlines():
            record = json.loads(line)
            document = Document.of(record["text"], id=record["id"], published=record.get("dct"))
            found = list(dates.lines(document))
            stream.write(json.dumps({"id": record["id"], "timexes": found}) + "\n")
    got = _score("score_timex.py", file, out, *options)
    assert got["value"]["F1"] >= floor["value"]
    assert got["strict"]["F1"] >= floor["strict"]
