"""The page about the event types."""

from __future__ import annotations

from pathlib import Path

from kg import ontology
from kg.event_types import page

ROOT = Path(__file__).parents[2]


def test_the_page_is_what_the_ontology_says() -> None:
    """docs/reference/events.md is the output of `make docs`."""
    assert (ROOT / "docs/reference/events.md").read_text("utf-8") == page(), "run `make docs`"


def test_every_type_has_a_heading_and_all_of_its_phrases() -> None:
    """Nothing of the lexicon is left out."""
    told = page().splitlines()
    for kind in ontology.load().types.values():
        assert f"### {kind.id}" in told
        assert set(kind.phrases) <= set(told)
