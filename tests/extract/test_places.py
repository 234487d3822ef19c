"""Cities and provinces: who acts for them, and for which state."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Document
from tests.extract.lines import told


def doer(text: str) -> tuple[str, tuple[str, ...]]:
    """Id and states of who does the first thing told."""
    claim = extract(Document.of(text))[0]
    (one,) = claim.event.initiators
    return one.id, one.states


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Police in Lagos arrested three Ghanaians.", "NGA"),
        ("Karachi police arrested an Indian fisherman.", "PAK"),
        ("A court in Milan jailed two Albanians.", "ITA"),
        ("Barcelona police arrested two Russians.", "ESP"),
    ],
)
def test_police_and_courts_of_a_city_are_those_of_its_state(text: str, state: str) -> None:
    """Barcelona is the one in Spain: the one in Venezuela has half its people."""
    actor, states = doer(text)
    assert actor.startswith("described:")
    assert states == (state,)


@pytest.mark.parametrize(
    ("text", "place", "state"),
    [
        ("The Lagos government expelled Ghanaian teachers.", "NG-lagos", "NGA"),
        ("The governor of Chiapas met the French ambassador.", "MX-CHP", "MEX"),
        ("Authorities in Catalonia expelled two Russian diplomats.", "ES-CT", "ESP"),
        ("The Texas governor met the Mexican president.", "US-TX", "USA"),
        ("The mayor of São Paulo met the Chinese ambassador.", "BR-sao-paulo", "BRA"),
    ],
)
def test_who_governs_a_place_is_the_place(text: str, place: str, state: str) -> None:
    """An actor of its own that belongs to a state."""
    assert doer(text) == (place, (state,))


def test_of_two_places_of_one_name_the_one_whose_state_is_named() -> None:
    """Hyderabad lies in India and in Pakistan, each with a million people and more; so does a Punjab."""
    assert doer("The Punjab government thanked China. Pakistan was silent.")[1] == ("PAK",)
    assert doer("The Punjab government thanked China. India was silent.")[1] == ("IND",)


def test_a_place_where_something_happens_does_nothing() -> None:
    """Nor does somebody who has the name of a town."""
    assert told("Two bombs went off in Karachi on Sunday.") == []
    assert all("Lagos" not in line for line in told("Kenya and Uganda held talks in Lagos."))


@pytest.mark.parametrize(
    "text", ["Rebels in Aleppo attacked Turkish troops.", "Diplomats in Lagos met the Ghanaian envoy."]
)
def test_rebels_and_diplomats_in_a_place_are_not_of_its_state(text: str) -> None:
    """They may be anybody's."""
    assert not [c for c in extract(Document.of(text)) if any(p.states for p in c.event.initiators)]
