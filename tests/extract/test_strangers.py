"""Doers whom no list and no title places: they stand as they are named, and nobody else takes their part."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Document
from tests.extract.lines import told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Okonjo held talks with Ghana and Togo in Lome.", "negotiate: Okonjo & GHA+TGO"),
        ("Tupaia signed an agreement with Fiji and Tonga.", "sign: Tupaia & FJI+TON"),
        ("Ruzibiza met the presidents of Rwanda and Burundi.", "meet: Ruzibiza & RWA+BDI"),
        ("Talks by Okonjo with Ghana and Togo failed.", "negotiate: Okonjo & GHA+TGO"),
        ("Okonjo’s talks with Ghana and Togo ended.", "negotiate: Okonjo & GHA+TGO"),
    ],
)
def test_a_name_that_no_list_has_is_the_doer(text: str, line: str) -> None:
    """Whoever talks with two states is there, and the two do not talk with each other."""
    assert told(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Typhoon Meari hit Japan on Sunday.",
        "Violence met the envoys of Ghana and Togo.",
        "Rain struck Bangladesh in 1998.",
    ],
)
def test_a_plain_word_that_begins_a_sentence_is_nobody(text: str) -> None:
    """Weather and violence hold no talks and attack nobody."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "published", "grade"),
    [
        ("Lavrov held talks with Germany and France in Geneva.", None, "guess"),
        ("Lavrov held talks with Germany and France in Geneva.", "2016-05-02", "sure"),
        ("Lavrov held talks with Germany and France in Geneva.", "2015/2016", "sure"),
    ],
)
def test_a_surname_that_one_office_holder_has(text: str, published: str | None, grade: str) -> None:
    """Without a date it is a guess; where he was in office on the day, or in the span, it is sure."""
    (claim,) = extract(Document.of(text, published=published))
    assert [p.id for p in claim.event.initiators] == ["Q58217"]
    assert [p.id for p in claim.event.recipients] == ["DEU", "FRA"]
    assert claim.grade == grade


def test_a_town_that_shares_its_name_with_a_president_is_no_person() -> None:
    """Ricardo Lagos led Chile; Lagos is a city."""
    claims = extract(Document.of("Police in Lagos arrested three Ghanaians."))
    assert all("CHL" not in p.states for c in claims for p in c.event.initiators)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Talks with Ghana and Togo were held in Lome.", ["negotiate: GHA", "negotiate: TGO"]),
        ("It held talks with Fiji and Tonga.", ["negotiate: FJI", "negotiate: TON"]),
        ("Talks between Ghana and Togo were held in Lome.", ["negotiate: GHA & TGO"]),
    ],
)
def test_those_whom_somebody_untold_talks_with_do_not_talk_with_each_other(text: str, lines: list[str]) -> None:
    """Only "between" makes two of them each other's side."""
    assert told(text) == lines
