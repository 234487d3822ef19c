"""The language in which the ontology says with what words an event is told."""

import pytest

from kg.errors import OntologyError
from kg.extract.phrases import NounFrame, VerbFrame, compile_lexicon, parse_phrase
from kg.ontology import EventType, Lexicon

IMPOSE = EventType("sanction", "sanction", "SANCTION")


def test_a_phrase_that_begins_with_a_slot_is_a_verb_with_its_object_and_preposition():
    (frame,) = parse_phrase("X {impose} {sanction} on Y", IMPOSE, "sanction/phrase-1")
    assert isinstance(frame, VerbFrame)
    assert (frame.lemma, frame.subject.role) == ("impose", "X")
    assert frame.objects[0].nouns == {"sanction", "sanctions"}
    assert [(sorted(p.words), p.slot.role, p.optional) for p in frame.preps] == [(["on"], "Y", False)]


def test_several_verbs_in_braces_are_several_frames():
    frames = parse_phrase("X {embargo, black list} Y", IMPOSE, "sanction/phrase-2")
    assert [(f.lemma, f.particle) for f in frames if isinstance(f, VerbFrame)] == [
        ("embargo", ()),
        ("black", ("list",)),
    ]


def test_round_brackets_hold_what_may_be_missing():
    (frame,) = parse_phrase("X {impose} {sanction} (on Y)", IMPOSE, "sanction/phrase-3")
    assert [p.optional for p in frame.preps] == [True]


def test_an_exclamation_mark_asks_for_an_actor():
    (frame,) = parse_phrase("X {punish} Y!", IMPOSE, "sanction/phrase-4")
    assert isinstance(frame, VerbFrame)
    assert frame.objects[0].strict


def test_a_phrase_that_begins_with_a_possessor_is_a_noun():
    (frame,) = parse_phrase("X's {embargo} against Y", IMPOSE, "sanction/phrase-5")
    assert isinstance(frame, NounFrame)
    assert (frame.possessor, sorted(frame.nouns)) == ("X", ["embargo", "embargoes", "embargos"])


def test_a_complement_asks_for_a_clause_below():
    (frame,) = parse_phrase("X {threaten} to do", IMPOSE, "sanction/phrase-6")
    assert isinstance(frame, VerbFrame)
    assert frame.complement == "to"


@pytest.mark.parametrize(
    ("phrase", "why"),
    [("", "nothing in it"), ("X {} Y", "empty braces"), ("X Y", "a verb in braces"), ("X {go} to", "nothing after to")],
)
def test_what_cannot_be_read_is_an_error_that_names_phrase_and_file(phrase, why):
    with pytest.raises(OntologyError, match=why) as caught:
        parse_phrase(phrase, IMPOSE, "sanction/phrase-7")
    assert "ontology/events/sanction.ttl" in str(caught.value)


def test_the_most_demanding_frame_is_tried_first():
    type_ = EventType("x", "x", "SANCTION", phrases=("X {impose} *", "X {impose} {sanction} on Y"))
    frames = compile_lexicon(Lexicon(types={"x": type_})).verbs["impose"]
    assert [f.rule for f in frames] == ["x/phrase-2", "x/phrase-1"]


def test_a_sentence_without_any_trigger_need_not_be_read():
    type_ = EventType("x", "x", "SANCTION", phrases=("X {impose} {sanction} on Y", "X's {embargo} against Y"))
    triggers = compile_lexicon(Lexicon(types={"x": type_})).triggers
    assert {"imposed", "embargo"} <= triggers
    assert "recalled" not in triggers
