"""The thing that an act is about, where that is no actor; whose it is, is a party."""

import pytest

from kg.extract import extract
from kg.model import Claim, Document


def _things(text: str) -> list[str | None]:
    return [c.event.object.text if c.event.object else None for c in extract(Document.of(text))]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("France vetoed a draft resolution on Friday.", "a draft resolution"),
        ("Burma rejected the request.", "the request"),
        ("Peru and Chile signed the treaty in 1929.", "the treaty"),
        ("The treaty was ratified by Mexico in 1994.", "The treaty"),
        ("Yemen agreed to the plan.", "the plan"),
        ("Jordan did not join the coalition.", "the coalition"),
        ("Iraq and Kuwait discussed the border.", "the border"),
        ("Uganda blamed Rwanda for the raid.", "the raid"),
        ("Kenya sent medical aid to Malawi.", "medical aid"),
        ("Laos imposed an arms embargo on Siam.", "an arms embargo"),
    ],
)
def test_what_is_signed_rejected_or_sent_is_the_object(text: str, thing: str) -> None:
    assert _things(text) == [thing]


def test_whose_it_is_is_a_party_beside_it() -> None:
    (claim,) = extract(Document.of("Turkey rejected Spain's offer of mediation."))
    assert [p.id for p in claim.event.recipients] == ["ESP"]
    assert claim.event.object is not None
    assert claim.event.object.text == "Spain's offer of mediation"


@pytest.mark.parametrize(
    "text",
    [
        "Chile condemned Bolivia.",
        "Italy and Ethiopia held talks in 1935.",
        "Zambia expelled the Dutch consul.",
        "Cuba launched an attack on Angola.",
        "Honduras is willing to withdraw its troops from El Salvador.",
        "The leaders of Greece and Turkey spoke by telephone.",
        "King Hussein and Yitzhak Rabin met in 1994. Jordan hosted the meeting.",
        "A court in Peru found the Bolivian general guilty.",
        "The United States met with them after Cuba and Angola had agreed.",
    ],
)
def test_an_actor_a_pronoun_and_the_deed_itself_are_no_object(text: str) -> None:
    assert set(_things(text)) <= {None}


def test_its_words_stand_where_it_says_and_survive_json() -> None:
    text = "On Friday France vetoed a draft resolution."
    (claim,) = extract(Document.of(text))
    assert claim.event.object is not None
    start, end = claim.event.object.mention
    assert text[start:end] == claim.event.object.text == "a draft resolution"
    assert Claim.from_json(claim.to_json()) == claim


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Norway urged Chad to reopen the river port.", "to reopen the river port"),
        ("Laos promised to return the two ferries.", "to return the two ferries"),
        ("Bhutan accused Nepal of moving the border stones.", "of moving the border stones"),
        ("Malta denied that it had sold the radar.", "that it had sold the radar"),
        ("Malta denied cheating.", "cheating"),
        ("Ghana rejected the demand to close the mine.", "the demand"),
    ],
)
def test_a_clause_says_what_is_asked_promised_or_denied(text, want):
    """Where no thing is named; of whom somebody is accused it says more than the thing in it."""
    assert _things(text)[0] == want


@pytest.mark.parametrize(
    "text", ["Fiji met Samoa in Apia to talk about tuna.", "Niger warned of floods that nobody can stop."]
)
def test_a_purpose_and_a_relative_clause_are_no_content(text):
    """'met to talk', 'floods that nobody can stop'."""
    assert not any(str(one).startswith(("to ", "that ")) for one in _things(text))


def test_its_is_whom_the_blame_falls_on():
    """Also with an adverb and a day between the two."""
    text = "The council sharply condemned Ethiopia on Friday for its attack on Eritrea."
    found = {c.event.type: (c.event.initiators, c.event.recipients) for c in extract(Document.of(text))}
    assert [[p.id for p in side] for side in found["assault"]] == [["ETH"], ["ERI"]]
