"""Which claims are sure and which are guesses."""

from kg.extract import extract
from kg.model import Document


def grades(text: str) -> dict[str, str]:
    """The grade of each event type in a text."""
    return {claim.event.type: claim.grade for claim in extract(Document.of(text))}


def test_violence_between_two_that_are_known_is_sure():
    assert grades("Libya shelled Chadian towns.") == {"bomb": "sure"}


def test_violence_against_nobody_may_be_words():
    assert grades("Togo attacked the inquiry.").get("assault", "guess") == "guess"


def test_those_killed_in_a_state_by_nobody_are_a_guess():
    assert grades("Seven people were killed in Spain.").get("kill", "guess") == "guess"


def test_strangers_against_strangers_are_a_guess():
    assert grades("Gunmen attacked the farmers of the province.").get("assault", "guess") == "guess"


def test_a_deal_told_of_again_without_parties_is_a_guess_unless_a_stance_is_taken():
    first = "Peru signed a fishing deal with Chile. "
    assert grades(first + "Peru may renegotiate the deal.").get("agree", "guess") == "guess"
