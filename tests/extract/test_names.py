"""Persons: with title, from apposition, by surname later; linked to the lists where only one fits."""

from __future__ import annotations

import functools

import pytest

from kg.authority import Authority, load
from kg.extract.mentions import Mention, find
from kg.extract.sentences import split
from kg.extract.tokens import Tokens, tokenize


@functools.cache
def known() -> Authority:
    return load()


def read(text: str, published: str | None = None) -> tuple[Tokens, list[Mention]]:
    tokens = tokenize(text)
    return tokens, find(tokens, split(tokens), known(), published)


def persons(text: str, published: str | None = None) -> list[tuple[str, str, tuple[str, ...]]]:
    """(words, id, states) of the persons, in order."""
    tokens, found = read(text, published)
    return [(tokens.quote(m.first, m.last), m.id, m.states) for m in found if m.form == "person"]


def only(text: str, published: str | None = None) -> Mention:
    (one,) = [m for m in read(text, published)[1] if m.form == "person"]
    return one


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Norwegian Foreign Minister Sigrid Aune arrived.", "Norwegian Foreign Minister Sigrid Aune", "NOR"),
        ("Ghana's President Kojo Amankwah wrote.", "Ghana's President Kojo Amankwah", "GHA"),
        ("Foreign Minister Paulo Teles of Mozambique came.", "Foreign Minister Paulo Teles of Mozambique", "MOZ"),
        ("State Department spokesman Al Moritz denied it.", "State Department spokesman Al Moritz", "USA"),
        (
            "Peruvian Defence and Interior Minister Ana Luz Rey came.",
            "Peruvian Defence and Interior Minister Ana Luz Rey",
            "PER",
        ),
        (
            "Bangladeshi Road Transport and Bridges Minister Obaid Karim came.",
            "Bangladeshi Road Transport and Bridges Minister Obaid Karim",
            "BGD",
        ),
        (
            "the Minister of Foreign Affairs of Chad Idris Bongor spoke.",
            "Minister of Foreign Affairs of Chad Idris Bongor",
            "TCD",
        ),
        ("British journalist Rose Hartwell was freed.", "British journalist Rose Hartwell", "GBR"),
        ("Iraqi Gen. Qasim al-Rubai was shot.", "Iraqi Gen. Qasim al-Rubai", "IRQ"),
        ("Saudi Crown Prince Faris bin Nayef left.", "Saudi Crown Prince Faris bin Nayef", "SAU"),
        ("Dutch Deputy Prime Minister Jan van der Meer left.", "Dutch Deputy Prime Minister Jan van der Meer", "NLD"),
        ("Kremlin spokesman Oleg Vetrov shrugged.", "Kremlin spokesman Oleg Vetrov", "RUS"),
    ],
)
def test_a_title_makes_a_person_that_no_list_knows(text: str, words: str, state: str) -> None:
    """The mention holds the title, the state comes from it."""
    (found,) = persons(text)
    assert found[0] == words
    assert found[2] == (state,)
    assert found[1].startswith("person:")


@pytest.mark.parametrize(
    ("text", "published", "person"),
    [
        ("Iranian Foreign Minister Mohammad Javad Zarif came.", None, "Q10296812"),
        ("Iranian Foreign Minister Javad Zareef came.", "2014-11-06", "Q10296812"),
        ("President Obama wrote.", None, "Q76"),
        ("President Barack Obama wrote.", None, "Q76"),
        ("Syrian President Bashar Assad stayed.", None, "Q44329"),
        ("Chancellor Merkel and Berlin agreed.", "2012-03-01", "Q567"),
        ("U.S. President Bush spoke.", "1990-10-01", "Q23505"),
        ("U.S. President Bush spoke.", "2003-03-20", "Q207"),
        ("Libyan leader Moammar Gadhafi spoke.", "2004-01-01", "person:muammar-gaddafi"),
        ("Russia and Putin agreed.", "2015-01-01", "Q7747"),
        ("U.N. Secretary-General Ban Ki-moon spoke.", "2010-01-01", "Q1253"),
    ],
)
def test_the_lists_add_the_identifier(text: str, published: str | None, person: str) -> None:
    """By full name, by another spelling, by surname with office, state or the date."""
    assert only(text, published).id == person


def test_a_full_name_needs_no_title() -> None:
    """Hyphens are part of the name."""
    assert [p[:2] for p in persons("Ban Ki-moon and Kim Jong-un spoke.", "2013-05-05")] == [
        ("Ban Ki-moon", "Q1253"),
        ("Kim Jong-un", "Q56226"),
    ]


def test_two_that_fit_stay_open() -> None:
    """Without a date "Bush" is one of two presidents: a person without identifier who stands for the state."""
    found = only("U.S. President Bush spoke.")
    assert found.id == "person:bush"
    assert found.states == ("USA",)


def test_a_surname_alone_is_nobody_where_the_text_says_nothing_of_him() -> None:
    """A namesake of a former minister is no minister."""
    assert persons("The Rasmussen poll and the iPod Nano are out.", "2008-01-01") == []


def test_a_namesake_of_an_office_holder_gets_no_identifier() -> None:
    """A full name is linked where the text speaks of the state, or all know who leads it."""
    assert persons("The film of Mike Moore opened.", "2004-07-01")[0][1] == "person:mike-moore"
    assert persons("New Zealand's team was led by Mike Moore.", "1999-07-01")[0][1] != "person:mike-moore"


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Norwegian Foreign Minister Sigrid Aune came. Aune left.", "Aune"),
        ("Norwegian Foreign Minister Sigrid Aune came. Ms. Aune left.", "Ms. Aune"),
        ("Chinese Foreign Minister Luo Wen came. Luo left.", "Luo"),
        ("Saudi Prince Faris bin Nayef came. Bin Nayef left.", "Bin Nayef"),
        ("Mexican President José Prado Ruiz came. Prado left.", "Prado"),
        ("Jordan's King Talal came. Talal left.", "Talal"),
    ],
)
def test_a_name_learnt_is_known_later(text: str, later: str) -> None:
    """The surname alone means the person met before."""
    first, second = persons(text)
    assert second[0] == later
    assert second[1:] == first[1:]


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Sigrid Aune, the Norwegian foreign minister, left.", "Sigrid Aune", "NOR"),
        ("Al Moritz, a State Department spokesman, denied it.", "Al Moritz", "USA"),
        ("Zarif, Iran's top diplomat, left.", "Zarif", "IRN"),
        ("Egypt's president, Omar Nasr, left.", "Omar Nasr", "EGY"),
        ("Gen. Hamid Rostami, commander of Iran's Quds Force, died.", "Gen. Hamid Rostami", "IRN"),
    ],
)
def test_an_apposition_tells_the_state(text: str, name: str, state: str) -> None:
    """The office may follow the name, or stand before a comma."""
    (found,) = persons(text, "2014-11-06")
    assert found[0] == name
    assert found[2] == (state,)


def test_titles_in_the_plural_are_shared() -> None:
    """As in "Presidents Obama and Putin" are two persons."""
    assert [p[1] for p in persons("Presidents Obama and Putin spoke.", "2014-11-06")] == ["Q76", "Q7747"]


def test_a_person_may_speak_for_a_body() -> None:
    """The secretary-general stands for the United Nations, not for the state he comes from."""
    found = only("EU foreign policy chief Ada Nordby spoke.")
    assert found.body == "EU"
    assert found.states == ()


@pytest.mark.parametrize(
    "text",
    [
        "The National Weather Service warned of snow.",
        "General Motors and General Electric cut jobs.",
        "The hospital in General Santos City closed.",
        "The director of the Ask Wellness Society spoke.",
        "They met at the Asian Junior Championships.",
        "On Monday the minister left.",
    ],
)
def test_things_with_titles_in_their_names_are_no_persons(text: str) -> None:
    """An office word inside a longer name makes no person."""
    assert persons(text) == []


def test_may_is_a_name_after_a_title_only() -> None:
    """As in "Prime Minister Theresa May left in May"."""
    assert [p[0] for p in persons("Prime Minister Theresa May left in May. Mrs May rested.", "2017-05-02")] == [
        "Prime Minister Theresa May",
        "Mrs May",
    ]
