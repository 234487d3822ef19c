"""What each word of a sentence is, one letter a word."""

import pytest

from kg.extract.tagging import general_verbs, tag
from kg.extract.tokens import tokenize


def letters(text: str, *names: str) -> str:
    """The letters of a sentence; `names` are the words that are actors."""
    tokens = tokenize(text)
    known = {i for i, word in enumerate(tokens.words) if word in names}
    return "".join(tag(tokens, 0, len(tokens), known, set(), general_verbs()))


def test_names_verbs_and_nouns_each_have_their_letter():
    assert letters("Peru has not recalled its envoy.", "Peru") == "EHXnAN."


def test_a_word_that_may_be_noun_or_verb_is_a_verb_where_the_clause_lacks_one():
    assert letters("Kenyans protest the law.", "Kenyans") == "EbDN."
    assert letters("Kenyans ignored the protest.", "Kenyans") == "EdDN."


def test_a_word_in_s_is_a_verb_after_a_singular_subject():
    assert letters("Kenya visits Gabon.", "Kenya", "Gabon") == "EzE."
    assert letters("Kenya cancelled two visits.", "Kenya") == "Ed#N."


def test_after_to_stands_a_base_form():
    assert letters("Kenya wants to visit Gabon.", "Kenya", "Gabon") == "EzTbE."


def test_a_word_in_ing_is_a_noun_after_an_article():
    assert letters("The meeting ended.") == "DNd."


@pytest.mark.parametrize("never", ["at no time", "under no circumstances"])
def test_a_phrase_can_deny_as_not_does(never):
    marks = letters(f"Kenya has {never} attacked Gabon.", "Kenya", "Gabon")
    assert marks == f"EH{'X' * len(never.split())}nE."


def test_as_well_as_joins():
    assert letters("Kenya as well as Gabon signed.", "Kenya", "Gabon") == "ECYYEd."


def test_that_is_an_article_before_a_noun_and_opens_a_clause_after_a_verb():
    assert letters("In that year", "Kenya")[1] == "D"
    assert letters("Kenya said that Gabon signed.", "Kenya", "Gabon")[2] == "K"


def test_in_a_headline_a_capital_says_nothing():
    assert letters("Kenya Recalls Envoy From Gabon Capital", "Kenya", "Gabon")[1] == "z"
