"""Organizations that no list knows, learnt from their form, and what they and other strangers do to whom."""

from __future__ import annotations

import functools

import pytest

from kg.authority import Authority, load
from kg.extract.mentions import find
from kg.extract.sentences import split
from kg.extract.tokens import tokenize
from tests.extract.lines import told


@functools.cache
def known() -> Authority:
    return load()


def learnt(text: str) -> list[tuple[str, str]]:
    """(words, kind) of the organizations that no list knows."""
    tokens = tokenize(text)
    found = find(tokens, split(tokens), known())
    return [(tokens.quote(m.first, m.last), m.kind) for m in found if m.id.startswith("org:")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Lima the Quipu Workers Union sued the mine.", "Quipu Workers Union"),
        ("The Movement for Coastal Dignity rejected the offer.", "Movement for Coastal Dignity"),
        ("A court fined the Committee to Protect Herders.", "Committee to Protect Herders"),
        ("The Fish and Reef Agency closed the bay.", "Fish and Reef Agency"),
        ("Members of the Anti-Mining Front marched.", "Anti-Mining Front"),
        ("Women's Harvest League leaders were held.", "Women's Harvest League"),
    ],
)
def test_a_noun_among_capitals_names_an_organization(text: str, expected: str):
    assert learnt(text) == [(expected, "described")]


def test_one_with_a_place_or_an_acronym_in_its_name_is_the_same_in_every_text():
    text = "The Lake Volta Fishers Association (LVFA) met the Ghana Teachers Guild. LVFA members cheered."
    assert learnt(text) == [
        ("Lake Volta Fishers Association", "organization"),
        ("LVFA", "organization"),
        ("Ghana Teachers Guild", "organization"),
        ("LVFA", "organization"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Supreme Court and the Central Bank disagreed.",  # everybody has one
        "The Ministry of Health answered.",
        "Board Member Ana Duarte spoke at the Army Hospital.",
        "She read the Comprehensive Harbour Security Plan.",
        "The Soviet Union fell apart.",
        "UNIONS AND COURTS CLASH OVER PORT BOARD RULES",
        "The union and the court disagreed about the league.",
    ],
)
def test_what_names_nobody_in_particular_is_left_alone(text: str):
    assert learnt(text) == []


def test_strangers_act_where_both_sides_are_told():
    assert told("Police arrested a dozen journalists outside the port on Friday.") == [
        "detain: police > dozen journalists"
    ]
    assert told("Gunmen attacked an army camp at dawn.") == ["assault: gunmen > army camp"]
    assert told("The Quipu Workers Union sued the Movement for Coastal Dignity.") == [
        "prosecute: Quipu Workers Union > Movement for Coastal Dignity"
    ]


def test_private_people_do_not():
    assert told("A man killed his neighbour in a quarrel over a fence.") == []
    assert told("Police in the harbour town arrested a man over a stolen boat.") == []
    assert told("The girl accused her sister of lying.") == []


def test_those_who_are_counted_together_are_one_crowd():
    assert told("Members of the police and the army kidnapped citizens.") == [
        "abduct: members of the police and the army > citizens"
    ]


def test_a_party_is_not_its_country():
    assert learnt("Ghana's ruler met the Ghana Salt Miners Party.") == [("Ghana Salt Miners Party", "organization")]
    assert learnt("Iran's Islamic Republican Party was dissolved.") == [("Islamic Republican Party", "organization")]
