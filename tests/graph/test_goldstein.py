"""Weights of event types on Goldstein's scale."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kg.graph.goldstein import CAMEO, weight, weights
from kg.ontology import load


def test_every_type_has_a_weight_within_the_scale():
    """No type of the ontology is left out, and none is beyond -10 and 10."""
    assert set(weights()) == set(load().types)
    assert all(-10 <= value <= 10 for value in weights().values())


def test_every_code_of_the_table_stands_once_and_all_twenty_roots_do():
    """Two to four digits each, and the twenty roots of CAMEO among them."""
    assert all(re.fullmatch(r"\d{2,4}", code) for code in CAMEO)
    assert Counter(code for code in CAMEO if len(code) == 2) == Counter(f"{n:02}" for n in range(1, 21))


@pytest.mark.parametrize(
    ("code", "value"), [("042", 1.9), ("046", 7.0), ("1721", -5.0), ("0841", 7.0), ("1823", -10.0)]
)
def test_a_code_weighs_as_published(code, value):
    """A visit, negotiation; restrictions and a release by the code that theirs begins with; killing by its own."""
    assert weight([code]) == value


def test_help_is_worth_more_than_words_and_war_less_than_threats():
    """The order that the scale is made for."""
    found = weights()
    assert found["military-aid"] > found["praise"] > found["meet"] > found["accuse"] > found["threaten"] > found["bomb"]


def test_what_is_not_cameo_has_no_weight():
    """Nothing is made up for a code that the table does not know."""
    assert weight(["77"]) is None
    assert weight([]) is None
