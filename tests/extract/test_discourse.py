"""What pronouns and descriptions stand for, with parties told in reading order."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.discourse import Discourse, Role
from kg.model import Document, Party
from tests.extract.lines import told


def party(actor: str, text: str | None = None, kind: str = "state", via: str = "name", at: int = 0) -> Party:
    states = (actor,) if kind in ("state", "person") and len(actor) == 3 else ()
    return Party(actor, text or actor, kind, states, (at, at + len(text or actor)), text or actor, via)


def person(actor: str, text: str, state: str, at: int = 0) -> Party:
    return Party(
        actor, text.split(maxsplit=1)[-1] if " " in text else text, "person", (state,), (at, at + len(text)), text
    )


def tell(*noted: tuple[Party, Role, int, bool]) -> Discourse:
    told = Discourse()
    for who, role, sentence, plural in noted:
        told.note(who, role=role, sentence=sentence, plural=plural)
    return told


def ask(
    told: Discourse, words: str, sentence: int, near: tuple[Party, ...] = (), speaker: tuple[Party, ...] = ()
) -> list[str]:
    found, _ = told.resolve(words.split(), sentence=sentence, mention=(90, 95), text=words, near=near, speaker=speaker)
    return [p.id for p in found]


IRAN, OMAN, IRAQ = party("IRN", "Iran"), party("OMN", "Oman", at=20), party("IRQ", "Iraq", at=40)


def test_it_is_the_last_subject_among_states() -> None:
    """As in "Bulgaria recalled its envoy from Romania. It also …": Bulgaria."""
    told = tell((IRAN, "subject", 0, False), (OMAN, "oblique", 0, False))
    assert ask(told, "it", 1) == ["IRN"] == ask(told, "its", 1)


def test_it_is_never_a_person_and_he_never_a_state() -> None:
    """Each pronoun takes its kind."""
    told = tell((IRAN, "object", 0, False), (person("Q1", "President Vasquez", "PER"), "subject", 0, False))
    assert ask(told, "it", 1) == ["IRN"]
    assert ask(told, "he", 1) == ["Q1"]


def test_an_office_without_a_name_is_he_or_she() -> None:
    """As in "The king of Tonga flew to Samoa. He …"."""
    king = party("TON", "The king of Tonga", via="role")
    told = tell((king, "subject", 0, False), (party("WSM", "Samoa", at=30), "oblique", 0, False))
    assert ask(told, "he", 1) == ["TON"]
    assert ask(told, "its", 1, near=(king,)) == ["WSM"]


def test_first_names_tell_he_from_she() -> None:
    """As in "Merkel met Hollande. She …"."""
    merkel = Party("Q567", "Angela Merkel", "person", ("DEU",), (0, 6), "Merkel")
    putin = Party("Q7747", "Vladimir Putin", "person", ("RUS",), (11, 16), "Putin")
    told = tell((putin, "subject", 0, False), (merkel, "object", 0, False))
    assert ask(told, "she", 1) == ["Q567"]
    assert ask(told, "he", 1) == ["Q7747"]


def test_she_invited_him_are_two_persons() -> None:
    """What stands in the same clause cannot be meant."""
    kenya, uganda = (
        party("KEN", "Kenya's foreign minister", via="role"),
        party("UGA", "her Ugandan counterpart", via="role", at=30),
    )
    told = tell((kenya, "subject", 0, False), (uganda, "object", 0, False))
    assert ask(told, "she", 1) == ["KEN"]
    assert ask(told, "him", 1, near=(kenya,)) == ["UGA"]


def test_a_speaker_is_not_he_in_his_own_words() -> None:
    """As in "He knows it," said Becerra of Trump."""
    trump, becerra = person("Q1", "President Trump", "USA"), person("Q2", "General Becerra", "USA", 30)
    told = tell((trump, "subject", 0, False), (becerra, "subject", 1, False))
    assert ask(told, "he", 1, near=(becerra,)) == ["Q1"]
    assert ask(told, "we", 1, speaker=(becerra,)) == ["Q2"]


@pytest.mark.parametrize(
    "words", ["they", "them", "both countries", "the two countries", "the two sides", "both", "both sides"]
)
def test_a_pair_is_found_again(words: str) -> None:
    """Two states named together."""
    told = tell((IRAN, "subject", 0, True), (OMAN, "subject", 0, True), (IRAQ, "oblique", 0, False))
    assert ask(told, words, 1) == ["IRN", "OMN"]


def test_a_pair_may_be_subject_and_object() -> None:
    """As in "Armenia accused Azerbaijan. The two countries …"."""
    told = tell((IRAN, "subject", 0, False), (IRAQ, "object", 0, False))
    assert ask(told, "the two countries", 1) == ["IRN", "IRQ"]


def test_three_countries_are_three() -> None:
    """The number must fit."""
    told = tell((IRAN, "subject", 0, True), (OMAN, "subject", 0, True), (IRAQ, "subject", 0, True))
    assert ask(told, "the three countries", 1) == ["IRN", "OMN", "IRQ"]
    assert ask(told, "the two countries", 1) == []


def test_the_two_leaders_are_persons() -> None:
    """Not the states beside them."""
    a, b = person("Q1", "President Ruiz", "PER"), person("Q2", "President Soto", "CHL", 30)
    told = tell((a, "subject", 0, False), (b, "object", 0, False), (IRAN, "oblique", 0, False))
    assert ask(told, "the two leaders", 1) == ["Q1", "Q2"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the president", "Q1"),
        ("the foreign minister", "Q2"),
        ("the leader", "Q1"),
        ("the country", "IRN"),
        ("the government", "IRN"),
        ("the bloc", "EU"),
        ("the militants", "ISIS"),
    ],
)
def test_a_definite_noun_finds_its_kind(words: str, expected: str) -> None:
    """An office, a country, a body, an armed group."""
    told = tell(
        (person("Q1", "Iranian President Karimi", "IRN"), "subject", 0, False),
        (person("Q2", "Foreign Minister Sadri", "IRN", 30), "object", 0, False),
        (IRAN, "subject", 1, False),
        (party("EU", "European Union", "organization", at=60), "object", 1, False),
        (party("ISIS", "Islamic State", "armed group", at=80), "oblique", 1, False),
    )
    assert ask(told, words, 2) == [expected]


def test_its_neighbour_is_the_other_state() -> None:
    """And nobody where there are two others."""
    told = tell((IRAN, "subject", 0, False), (IRAQ, "object", 0, False))
    assert ask(told, "its neighbour", 1, near=(IRAN,)) == ["IRQ"]
    told.note(OMAN, role="oblique", sentence=0)
    assert ask(told, "its neighbour", 1, near=(IRAN,)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("six world powers", "P5+1"),
        ("the six powers", "P5+1"),
        ("world powers", "P5+1"),
        ("three european powers", "E3"),
    ],
)
def test_powers_are_groupings(words: str, expected: str) -> None:
    """With `via` group."""
    found, _ = Discourse().resolve(words.split(), sentence=0, mention=(0, 5), text=words)
    assert [(p.id, p.via) for p in found] == [(expected, "group")]


@pytest.mark.parametrize(
    "words", ["it", "he", "they", "both countries", "the president", "the bloc", "we", "its neighbour", "someone"]
)
def test_nothing_is_made_up(words: str) -> None:
    """A document that has named nobody."""
    assert ask(Discourse(), words, 0) == []


def test_what_is_far_back_is_only_a_guess_or_nothing() -> None:
    """Two sentences back a guess, five sentences back nothing."""
    told = tell((IRAN, "subject", 0, False))
    grades = {n: told.resolve(["it"], sentence=n, mention=(9, 11), text="it") for n in (1, 2, 5)}
    assert (grades[1][1], grades[2][1], grades[5][0]) == ("sure", "guess", ())


def test_the_antecedent_is_the_first_naming() -> None:
    """A pronoun after a pronoun leads to the name."""
    told = tell((IRAN, "subject", 0, False))
    (first,), _ = told.resolve(["it"], sentence=1, mention=(50, 52), text="it")
    told.note(first, role="subject", sentence=1)
    (second,), _ = told.resolve(["it"], sentence=2, mention=(80, 82), text="it")
    assert second.mention == (80, 82)
    assert second.antecedent == IRAN.mention
    assert second.via == "pronoun"


def test_both_sides_are_those_of_whom_the_document_tells() -> None:
    """As in "Iran and Iraq agreed on a truce. Oman praised Kuwait's aid. Both sides …": Iran and Iraq."""
    kuwait = party("KWT", "Kuwait", at=60)
    told = tell((IRAN, "subject", 0, True), (IRAQ, "subject", 0, True))
    told.together((IRAN, IRAQ), 0, mutual=True)
    for sentence in (4, 5):
        told.note(OMAN, role="subject", sentence=sentence)
        told.note(kuwait, role="oblique", sentence=sentence)
        told.together((OMAN, kuwait), sentence, mutual=False)
    told.together((IRAN, IRAQ), 5, mutual=False)
    assert ask(told, "both sides", 6) == ["IRN", "IRQ"]


def test_both_are_the_two_to_whom_a_third_has_just_done_something() -> None:
    """Peru and Chile, whom Brazil offered a way out; not Chile and Bolivia, of whom more was told before."""
    claims = extract(
        Document.of(
            "Bolivia recalled its ambassador from Chile on Monday. Bolivia accused Chile of theft. "
            "Brazil offered to mediate between Peru and Chile. Mexico urged both countries to hold talks."
        )
    )
    talks = [c for c in claims if c.event.type == "negotiate"]
    assert [sorted(p.id for p in c.event.participants) for c in talks] == [["CHL", "PER"]]


def test_two_countries_are_no_bodies() -> None:
    """As in "Iran attacked Iraq. NATO urged the two countries …": not NATO and Iraq."""
    told = tell((IRAN, "subject", 0, False), (IRAQ, "object", 0, False))
    told.together((IRAN, IRAQ), 0, mutual=False)
    told.note(party("NATO", kind="organization"), role="subject", sentence=1)
    assert ask(told, "the two countries", 1) == ["IRN", "IRQ"]


# --- whole texts: persons without an office, things, quotations -------------------------------------------------------


def test_he_is_the_stranger_of_whom_the_text_tells():
    """As in a trial: the president who is named on the way is not the accused."""
    text = "Rashid Omond, who had met President Jimmy Carter, was a lawyer. He attacked Kenya."
    assert told(text)[-1] == "assault: Rashid Omond > KEN"


def test_a_surname_is_of_the_one_named_so_far():
    text = (
        "Usha Tamang, 28, attacked a guard in Nepal. Tamang was arrested by India. "
        "Minister Dev Tamang, no relation, condemned Bhutan."
    )
    assert "detain: IND > Usha Tamang" in told(text)


def test_it_is_no_state_where_a_bill_stands_nearer():
    text = "In 1994 the Chilean senate approved a bill on fishing, but it was rejected by Peru."
    assert [c.grade for c in extract(Document.of(text))] == ["guess"]


def test_an_empty_it_is_nobody():
    assert told("Laos was small. It is clear that banning trade would hurt.") == []


def test_a_spokesmans_it_is_whom_he_speaks_for():
    text = "Kenya closed a port. Houthi military spokesman Nabil Qasim said it attacked Kenya."
    assert told(text)[-1].startswith("assault: Houthi movement > KEN")


def test_who_told_the_press_is_the_one_who_spoke_before():
    text = 'Prime Minister Lars Holm of Norway said that he trusted Sweden. "We will not attack it," he told the press.'
    assert told(text)[-1] == "assault: NOR > SWE, negated, planned, says NOR"


def test_what_a_state_says_of_it_is_said_of_itself():
    text = "The IAEA met in Vienna. Even Chad, its only friend, said it had expelled two envoys of Mali."
    assert told(text)[-1] == "expel: TCD > MLI, says TCD"


def test_critics_are_not_whom_they_criticise():
    assert [line for line in told("Peru's critics condemned Chile in 1993.") if "PER" in line] == []


def test_a_state_of_emergency_is_no_state():
    assert [line for line in told("Fiji declared a state of emergency.") if "state of" in line] == []


def test_a_description_with_a_name_in_it_is_nobody_told_of_before():
    text = "Nigeria closed a road. The Biafran government condemned Ghana."
    assert told(text)[-1] == "condemn: Biafran government > GHA"
    text = "President Lula of Brazil spoke. The president of the football club praised Peru."
    assert [line for line in told(text) if "BRA >" in line] == []


def test_his_remarks_may_be_followed_by_him():
    text = "Ivan Petrov met Omar Nasr. Nasr's remarks, which came with a hint that he had attacked Libya, drew scorn."
    assert told(text)[-1].startswith("assault: Omar Nasr > LBY")
