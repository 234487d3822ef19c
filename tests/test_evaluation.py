"""Scores of an extraction against expected claims."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluation import evaluate, read_gold
from kg.model import Document
from tests.graph.made import claim

TEXT = "Iran accused Iraq on Monday. Turkey met Egypt."


def _score(expected: list[dict[str, Any]], *told: dict[str, Any]):
    document = Document.of(TEXT, id="a")
    claims = [claim(document, **one) for one in told]
    return evaluate([(document, expected)], lambda _: claims)


ACCUSED = {"event_type": "accuse", "root": "ACCUSE", "by": ("IRN",), "to": ("IRQ",)}
MET = {"event_type": "meet", "among": ("TUR", "EGY")}
WANTED = {"event": {"type": "accuse", "initiators": ["IRN"], "recipients": ["IRQ"]}, "stance": "asserted"}


def test_found_missed_and_spurious_are_counted() -> None:
    """One of two expected claims comes, and one that was not expected."""
    absent = {"event": {"type": "letter", "initiators": ["IRN"], "recipients": ["IRQ"]}}
    score = _score([WANTED, absent], ACCUSED, MET)
    assert (score.expected, score.found, score.spurious) == (2, 1, 1)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)
    assert [(m.what, m.detail.split(":")[0]) for m in score.misses] == [("missed", "letter"), ("spurious", "meet")]


def test_attributes_count_only_where_gold_speaks_of_them() -> None:
    """A wrong stance is an error of its own; a date of which gold is silent is none."""
    score = _score([WANTED], ACCUSED | {"stance": "denied", "on": "2015-03-02"})
    assert (score.found, score.spurious) == (1, 0)
    assert dict(score.asked) == {"sides": 1, "stance": 1}
    assert [(m.what, m.detail) for m in score.misses] == [("wrong", "stance of accuse: IRN, IRQ: denied")]


def test_sides_that_are_turned_round_are_wrong() -> None:
    """Iraq accusing Iran is found as an event of the two, with the sides wrong."""
    score = _score([WANTED], ACCUSED | {"by": ("IRQ",), "to": ("IRN",)})
    assert score.right["sides"] == 0


def test_a_list_means_any_of_them() -> None:
    """Two stances may be right."""
    assert _score([WANTED | {"stance": ["denied", "asserted"]}], ACCUSED).misses == []


def test_a_state_is_there_in_those_who_stand_for_it() -> None:
    """Obama as initiator fits USA and Q76."""
    for party in ("USA", "Q76"):
        wanted = {"event": {"root": "CONSULT", "initiators": [party], "recipients": ["IRN"]}}
        assert _score([wanted], {"event_type": "letter", "by": ("Q76",), "to": ("IRN",)}).misses == []


def test_optional_claims_and_second_mentions_are_no_errors() -> None:
    """An optional claim may be missing; the same claim twice is one."""
    score = _score([WANTED, {"event": {"type": "meet"}, "optional": True}], ACCUSED, ACCUSED)
    assert (score.expected, score.found, score.spurious, score.misses) == (1, 1, 0, [])


def test_a_text_without_claims_counts_false_alarms() -> None:
    """Nothing expected, one found: spurious."""
    assert _score([], MET).spurious == 1


def test_gold_is_read_from_json_lines(tmp_path: Path) -> None:
    """Text, date and claims of each line."""
    file = tmp_path / "gold.jsonl"
    file.write_text(
        json.dumps({"id": "a", "text": TEXT, "published": "2015-03-05", "claims": [WANTED]}) + "\n", "utf-8"
    )
    ((document, claims),) = read_gold(file)
    assert (document.id, document.published) == ("a", "2015-03-05")
    assert claims == [WANTED]


def test_a_line_that_is_no_gold_is_named(tmp_path: Path) -> None:
    """File and line stand in the error."""
    file = tmp_path / "gold.jsonl"
    file.write_text('{"id": "a", "text": "x"}\n', "utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:1"):
        list(read_gold(file))
