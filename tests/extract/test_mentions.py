"""Who is named in a text: states, bodies, organs, media; and what only looks like one of them."""

from __future__ import annotations

import functools
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.authority import Authority, load
from kg.extract.mentions import Mention, find
from kg.extract.sentences import split
from kg.extract.tokens import Tokens, tokenize
from tests.extract.lines import told


@functools.cache
def known() -> Authority:
    return load()


def read(text: str, published: str | None = None) -> tuple[Tokens, list[Mention]]:
    tokens = tokenize(text)
    return tokens, find(tokens, split(tokens), known(), published)


def actors(text: str, published: str | None = None) -> list[tuple[str, str]]:
    """(words, id) of the mentions, in order."""
    tokens, found = read(text, published)
    return [(tokens.quote(m.first, m.last), m.id) for m in found]


def ids(text: str, published: str | None = None) -> list[str]:
    return [actor for _, actor in actors(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Burma and the Ivory Coast signed it.", [("Burma", "MMR"), ("Ivory Coast", "CIV")]),
        ("Envoys of the DPRK, the U.K. and the Emirates met.", [("DPRK", "PRK"), ("U.K.", "GBR"), ("Emirates", "ARE")]),
        ("Côte d’Ivoire asked Türkiye for help.", [("Côte d’Ivoire", "CIV"), ("Türkiye", "TUR")]),
        ("US-China talks and a Saudi-led raid", [("US", "USA"), ("China", "CHN"), ("Saudi", "SAU")]),
        (
            "The U.N. Security Council met NATO and ASEAN.",
            [("U.N. Security Council", "UN"), ("NATO", "NATO"), ("ASEAN", "ASEAN")],
        ),
        ("The P5+1, the E3 and the Visegrad Four met.", [("P5+1", "P5+1"), ("E3", "E3"), ("Visegrad Four", "V4")]),
        (
            "Farc freed him; Ecowas thanked Boko Haram.",
            [("Farc", "FARC"), ("Ecowas", "ECOWAS"), ("Boko Haram", "BOKOHARAM")],
        ),
        ("The Wall Street Journal quoted Xinhua.", [("The Wall Street Journal", "WSJ"), ("Xinhua", "XINHUA")]),
        ("Al-Qaeda and al-Shabaab claimed it.", [("Al-Qaeda", "ALQAEDA"), ("al-Shabaab", "ALSHABAAB")]),
        ("North Korea warned South Korea.", [("North Korea", "PRK"), ("South Korea", "KOR")]),
        ("Guinea-Bissau thanked Equatorial Guinea.", [("Guinea-Bissau", "GNB"), ("Equatorial Guinea", "GNQ")]),
    ],
)
def test_names_and_aliases_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    """Longest match at word bounds."""
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "form", "plural"),
    [
        ("Iran spoke.", "name", False),
        ("An Iranian envoy spoke.", "demonym", False),
        ("Two Iranians were freed.", "demonym", True),
        ("Tehran protested.", "metonym", False),
        ("The Kremlin protested.", "metonym", False),
        ("The Pentagon agreed.", "organ", False),
        ("The Iranian Foreign Ministry agreed.", "organ", False),
        ("Reuters reported it.", "media", False),
        ("Ayatollah Ali Khamenei agreed.", "person", False),
    ],
)
def test_the_form_tells_how_the_words_name_the_actor(text: str, form: str, plural: bool) -> None:
    """name, demonym, metonym, organ, media, person."""
    (only,) = read(text)[1]
    assert (only.form, only.plural) == (form, plural)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Russian Defence Ministry said so.", "Russian Defence Ministry"),
        ("It struck the Russian Black Sea Fleet.", "Russian Black Sea Fleet"),
        ("The Turkish Armed Forces withdrew.", "Turkish Armed Forces"),
        ("Iran's Revolutionary Guards seized it.", "Iran's Revolutionary Guards"),
        ("The Indian Ministry of External Affairs protested.", "Indian Ministry of External Affairs"),
    ],
)
def test_organs_are_read_by_rule(text: str, words: str) -> None:
    """A state and a capitalised organ are one mention that stands for the state."""
    tokens, found = read(text)
    (only,) = found
    assert tokens.quote(only.first, only.last) == words
    assert len(only.states) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He studied at Georgia Tech and the University of Georgia.",
        "The road runs through New Mexico.",
        "Chad Smith and Jordan Peterson sang.",
        "India Jones and Michael Jordan came.",
        "They signed the Paris Agreement.",
        "Norwegian Air and Air China cut fares.",
        "The Bank of Ireland raised its rate.",
        "Turkey prices rose and Panama hats sold out.",
        "Brazil nuts and Jerusalem artichokes are dear.",
        "The French Open began.",
        "He comes from Paris, Texas.",
        "Police in Athens, Georgia, arrested a man.",
        "It cost US$5 million.",
        "An African-American group sued.",
        "The London-based firm sued.",
        "A Tehran-based analyst wrote it.",
        "Her novel, The Vienna Talks, is out.",
        "It sank in the Gulf of Oman and the Sea of Japan.",
        "Shares in China Shop Holdings fell.",
        "Let us go; who is it?",
        "Croatia held Denmark to a goalless draw.",
        "The European champions beat Iran 3-1 in the final group match.",
    ],
)
def test_what_only_looks_like_an_actor_is_left_out(text: str) -> None:
    """Longer names, goods, sport, towns of the same name, words of other senses; a namesake is at most a person."""
    assert [actor for actor in ids(text) if not actor.startswith("person:")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Later Georgia accused Russia.", ["GEO", "RUS"]),
        ("Republicans in Georgia, Florida and Ohio voted.", ["USA-REPUBLICANS"]),
        ("Jordan said Chad must pay Turkey.", ["JOR", "TCD", "TUR"]),
        ("Parliament voted 50-10 to expel the Chinese envoy.", ["CHN"]),
        ("The prime ministers of Belgium and Luxembourg met.", ["BEL", "LUX"]),
        ("Northern Ireland and Northern Syria are far apart.", ["GBR", "SYR"]),
    ],
)
def test_the_same_words_are_actors_where_they_act(text: str, expected: list[str]) -> None:
    """A rule that leaves out Georgia Tech must not leave out Georgia."""
    assert ids(text) == expected


def test_an_acronym_means_what_the_text_says() -> None:
    """As in "(NTC)" after another name takes the acronym from the listed actor."""
    found = ids("The National Telecommunications Commission (NTC) ruled. NTC spoke.")
    assert set(found) == {"org:national-telecommunications-commission"}
    assert ids("The National Transitional Council (NTC) ruled.") == ["NTC", "NTC"]


def test_a_name_of_two_states_is_the_one_that_the_text_names() -> None:
    """As in "Congolese" is of Brazzaville where only Congo-Brazzaville is named."""
    assert ids("Congo-Brazzaville voted. The Congolese president won.") == ["COG", "COG"]
    assert ids("The Congolese president won.") == ["COD"]


@pytest.mark.parametrize(
    ("text", "place"),
    [("Talks opened in Vienna.", True), ("The Geneva talks failed, Bern said.", False), ("Vienna protested.", False)],
)
def test_a_capital_may_be_only_the_place(text: str, place: bool) -> None:
    """As in "in Vienna" is where, "Vienna protested" is who."""
    assert read(text)[1][-1].place is place


@given(st.text(alphabet="IranU.S ’'-Paris\n,()John Mr", max_size=80) | st.text(max_size=60))
def test_mentions_are_in_order_without_overlap(text: str) -> None:
    """Any text: spans lie inside, rise, and do not meet."""
    tokens, found = read(text, "2014-11-06")
    assert all(0 <= m.first < m.last <= len(tokens) for m in found)
    assert all(a.last <= b.first for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("text", ["VIENNA — Iran left.", "VIENNA (Reuters) - Iran left.", "VIENNA: Iran left."])
def test_the_town_of_a_dateline_is_a_place(text: str) -> None:
    """It says where the reporter sat."""
    assert next(m.place for m in read(text)[1]) is True
    assert ids(text)[-1] == "IRN"


def test_reading_twice_says_the_same() -> None:
    """Nothing is remembered from one text to the next."""
    text = "Foreign Minister Wang Yi of China met John Kerry. Wang left Vienna."
    assert read(text)[1] == read(text)[1]


def test_brussels_is_the_union_where_the_text_names_it() -> None:
    """Else it is Belgium."""
    text = "Hungary accused Brussels of blackmail. The European Union denied it."
    assert told(text)[0] == "accuse: HUN > European Union"
    assert told("Zaire accused Brussels of arrogance in 1989.") == ["accuse: COD > BEL"]


def test_the_north_is_the_half_of_which_the_text_tells():
    text = "South Korea suspended trade on Monday. The North denied the charge and threatened the South."
    assert told(text)[-2:] == ["deny: PRK > ?", "threaten: PRK > KOR"]


def test_the_south_beside_one_state_only_is_a_part_of_the_world():
    text = "South Africa met Ghana in 2003. The South threatened Kenya."
    assert not [line for line in told(text) if line.startswith("threaten: ZAF")]
