"""What was found in a sentence and what was not: spans that match, and reasons that a person can check."""

import pytest

from kg.extract import extract
from kg.extract.explain import Explanation, explain
from kg.model import Document


def one(text: str) -> Explanation:
    """The explanation of a text of one sentence."""
    (told,) = explain(Document.of(text, published="2014-11-06"))
    return told


def why(told: Explanation, word: str) -> dict[str, str]:
    """Reasons by type for a word that became no event."""
    return {row["type"]: row["why"] for row in told.dropped if row["text"] == word}


def test_every_row_has_the_words_of_its_span():
    text = "Peru recalled its envoy to Chile, Bolivia said on Monday, but it did not impose a curfew on Quito."
    told = one(text)
    for rows in (told.names, told.dates, told.clauses, told.sayings, told.dropped):
        assert rows or rows is told.dropped
        assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_the_claims_are_those_that_extract_gives():
    document = Document.of("Peru recalled its envoy to Chile. It rained. Cuba denied that it had expelled the nuncio.")
    told = explain(document)
    assert len(told) == 3
    assert tuple(claim for sentence in told for claim in sentence.claims) == extract(document)


def test_names_say_whom_they_mean_and_how():
    names = {row["text"]: (row["id"], row["via"]) for row in one("Peru recalled its envoy to Chile.").names}
    assert names["Peru"] == ("PER", "name")
    assert names["its envoy"] == ("PER", "role")


def test_a_pronoun_that_means_nobody_known_is_told():
    names = {row["text"]: row["id"] for row in one("They condemned Chile.").names}
    assert names["They"] is None


def test_clauses_say_what_they_say_of_their_event():
    (said, recalled) = one("Bolivia said Peru may recall its envoy to Chile.").clauses
    assert (said["subject"], said["stance"]) == ("Bolivia", "asserted")
    assert (recalled["subject"], recalled["modality"], recalled["claimant"]) == ("Peru", "possible", ["Bolivia"])


def test_a_missing_noun_is_the_reason():
    told = one("Peru imposed silence on Chile.")
    assert told.claims == []
    assert "the sentence has none of" in why(told, "imposed")["sanction"]


def test_an_object_that_does_not_fit_is_the_reason():
    told = one("Peru recalled the treaties as the ambassador wept in Chile.")
    assert "“the treaties” is not one of" in " ".join(why(told, "recalled").values())


def test_a_doer_that_is_no_actor_is_the_reason():
    told = one("The storm expelled the Cuban ambassador.")
    assert "“The storm” is no actor" in why(told, "expelled").values()


def test_a_hit_that_only_takes_a_stance_is_told():
    told = one("Cuba rejected claims that it had expelled the Peruvian ambassador.")
    assert [claim.event.type for claim in told.claims] == ["expel"]
    assert why(told, "rejected")["reject"] == "it only says how somebody stands to the event below it"


def test_a_sentence_without_names_is_not_read_and_says_so():
    assert "nobody is named" in one("The harvest was good this year.").unread


@pytest.mark.parametrize("text", ["Peru recalled its envoy to Chile.", "It rained in Lima."])
def test_it_is_the_same_every_time(text):
    assert one(text).to_json() == one(text).to_json()
