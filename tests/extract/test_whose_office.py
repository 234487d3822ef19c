"""Persons whose title names no state, and descriptions that mean a person by an office told elsewhere."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Claim, Document
from tests.extract.lines import told
from tests.extract.test_names import persons


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        ("Mali sent its foreign minister, Baba Keita, to Togo.", "Baba Keita", "MLI"),
        ("Nepal protested. Its defence minister, Hari Thapa, flew to Lhasa.", "Hari Thapa", "NPL"),
        (
            "Peruvian President Luz Paredes spoke. Her foreign minister, Saul Quispe, left.",
            "Saul Quispe",
            "PER",
        ),
    ],
)
def test_its_minister_is_that_of_the_state_named_before(text: str, person: str, state: str) -> None:
    """With the name behind the comma."""
    assert (person, f"person:{person.lower().replace(' ', '-')}", (state,)) in persons(text)


def test_his_counterpart_is_from_elsewhere() -> None:
    """Whose counterpart somebody is, he is not of the same state."""
    found = persons("Peruvian President Luz Paredes and her counterpart, Saul Quispe, met.")
    assert all(states == () for name, _, states in found if "Quispe" in name)


def graded(text: str) -> Claim:
    (claim,) = extract(Document.of(text))
    return claim


def test_a_president_without_a_state_is_that_of_the_state_told_of_as_a_guess() -> None:
    """Of two presidents the second is not of the state of the first."""
    first = graded("Zambia closed the road in March. President Moyo Zulu condemned Malawi on Sunday.")
    assert first.event.initiators[0].states == ("ZMB",)
    assert first.grade == "guess"
    text = "Zambia was angry with Malawi. President Moyo Zulu received President Kondwani Phiri in Lusaka."
    assert [states for _, _, states in persons(text)] == [("ZMB",), ("MWI",)]


def test_the_president_of_a_club_or_a_chamber_is_of_no_state() -> None:
    """Only a title of nothing but the office."""
    assert [states for _, _, states in persons("Chile waited. Senate President Luz Paredes spoke.")] == [()]


def test_the_president_is_whoever_is_in_office_on_the_day() -> None:
    """Though the text gives the name without the title; a vice president is no president."""
    text = "Lukashenko spoke to Vilnius. The president condemned Lithuania."
    (claim,) = [c for c in extract(Document.of(text, published="2021-08-18")) if c.event.type == "condemn"]
    assert [p.name for p in claim.event.initiators] == ["Alexander Lukashenko"]
    text = "Pence toured Iraq for the United States. The president condemned Iran."
    for claim in extract(Document.of(text, published="2019-08-18")):
        assert claim.event.type != "condemn" or "Mike Pence" not in [p.name for p in claim.event.initiators]


def test_the_emirate_is_one() -> None:
    """Egypt is none, though it was named last."""
    assert "condemn: SAU > QAT" in told("Qatar kept silent before Egypt. Saudi Arabia condemned the emirate.")


def test_the_envoy_is_the_ambassador() -> None:
    """Another word for the same office."""
    lines = told("Fiji summoned the French ambassador. The envoy condemned Tonga.")
    assert "condemn: FRA > TON" in lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Gabon accused the emirate of Qatar of failing to free its citizens.", "accuse: GAB > QAT"),
        ("Belize praised the Hondurans for their aid to Haiti.", "aid: HND > HTI"),
        ("Mali said that Niger had withdrawn its ambassador from Togo.", "recall: NER > TGO, says MLI"),
    ],
)
def test_its_and_their_are_of_whom_the_clause_tells(text: str, line: str) -> None:
    """The nearest clause before, and several who are its object."""
    assert line in told(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Niger arrested ten Malian soldiers. They were freed on Monday.", "release: ? > MLI"),
        ("Niger arrested ten Malian soldiers. It released them on Monday.", "release: NER > MLI"),
        ("Norway and Sweden held talks in Oslo. Negotiations resumed on Friday.", "negotiate: NOR & SWE"),
        ("Laos and Burma met in Bali. Fiji praised both countries.", "praise: FJI > LAO+MMR"),
        ("Kosovo Albanian leaders met Serbian officials in Vienna.", "meet: XKX & SRB"),
        ("Korean American leaders met Japanese officials in Tokyo.", "meet: USA & JPN"),
        ("The Norwegian envoy to Sudan, who met the Chadian president, left.", "meet: NOR & TCD"),
    ],
)
def test_the_side_that_is_left_out_or_described(text: str, line: str) -> None:
    """Told in the sentence before, or in a name of two words."""
    assert sorted(line) in [sorted(x) for x in told(text)]


def test_both_countries_are_others_than_those_who_urge_them() -> None:
    """Sudan and Chad, not Libya and Egypt."""
    lines = told("Sudan and Chad accused each other. Libya and Egypt urged both countries to hold talks.")
    assert "urge: LBY+EGY > SDN+TCD" in lines


def test_a_capital_is_of_the_state_that_was_there_on_the_day() -> None:
    """Moscow in 1985 is the Soviet Union's, later and without a date Russia's."""
    text = "Moscow condemned Norway."
    for day, state in (("1985-03-02", "SUN"), ("1995-03-02", "RUS"), (None, "RUS")):
        (claim,) = extract(Document.of(text, published=day))
        assert [p.id for p in claim.event.initiators] == [state]


def test_a_name_after_the_comma_may_have_an_honorific() -> None:
    """The office before the comma gives the state."""
    found = persons("Oman's foreign minister, Sheikh Hilal Rashdi, condemned Yemen.")
    assert ("Hilal Rashdi", "person:hilal-rashdi", ("OMN",)) in found


def test_the_officers_are_those_told_of() -> None:
    """By the same noun."""
    lines = told("Mali arrested four Chadian officers. Togo protested. The officers were freed on Monday.")
    assert "release: ? > TCD" in lines


def test_its_is_of_whoever_is_expected_to_do_it() -> None:
    """The object of the verb before, not its subject."""
    (line,) = told("Mexico expected Belize to recall its ambassador from Cuba.")
    assert line.startswith("recall: BLZ > CUB")
