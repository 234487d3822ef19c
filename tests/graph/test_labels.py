"""Events in words."""

from __future__ import annotations

import pytest

from kg.graph.labels import label
from kg.ontology import load


@pytest.mark.parametrize(
    ("verb", "status", "kind", "want"),
    [
        ("visits", "actual", "visit", "A visited B"),
        ("visits", "planned", "visit", "A is to visit B"),
        ("visits", "conditional", "visit", "A would visit B"),
        ("visits", "possible", "visit", "A may visit B"),
        ("visits", "negated", "visit", "A did not visit B"),
        ("visits", "contested", "visit", "A visited B (contested)"),
        ("visits", "unconfirmed", "visit", "A visited B (unconfirmed)"),
        ("supports", "actual", "support", "A supports B"),
        ("supports", "negated", "support", "A does not support B"),
        ("imposes sanctions on", "actual", "sanction", "A imposed sanctions on B"),
        ("denies", "actual", "deny", "A denied B"),
        ("is an ally of", "negated", "support", "A is not an ally of B"),
    ],
)
def test_a_label_tells_the_status(verb, status, kind, want):
    """Tense and negation follow what is known."""
    assert label(verb=verb, doers=["A"], others=["B"], status=status, event_type=kind) == want


def test_without_an_object_the_preposition_goes():
    """'Iran and Iraq met', not 'met with'."""
    words = label(verb="meets with", doers=["Iran", "Iraq"], others=[], status="actual", event_type="meet")
    assert words == "Iran and Iraq met"


def test_the_thing_is_told_where_nobody_is_done_to():
    """A transitive verb takes it as it is, another has it in brackets."""
    kwargs = {"doers": ["A"], "others": [], "status": "negated"}
    assert label(verb="joins", event_type="join", thing="the coalition", **kwargs) == "A did not join the coalition"
    assert label(verb="signs with", event_type="sign", thing="a treaty", **kwargs) == "A did not sign (a treaty)"


@pytest.mark.parametrize(
    ("kind", "others", "thing", "want"),
    [
        ("agree", [], "a compromise", "Peru reached a compromise"),
        ("agree", [], "the sharing of water", "Peru agreed on the sharing of water"),
        ("recognise", ["Benin"], "consular ties", "Peru normalised consular ties with Benin"),
        ("recognise", ["Benin"], "the republic", "Peru recognised Benin"),
        ("recognise", [], "Ambassadors", "Peru exchanged ambassadors"),
        ("break-relations", [], "relations", "Peru broke relations"),
        ("yield", [], "the state of emergency", "Peru ended the state of emergency"),
        ("yield", [], "its stock of warheads", "Peru cut back its stock of warheads"),
        ("request", ["Benin"], "grain", "Peru asked Benin for grain"),
        ("detain", ["Benin"], "three Beninese pilots", "Peru detained three Beninese pilots"),
        ("sanction", [], "harsh sanctions", "Peru imposed sanctions"),
        ("sanction", [], "a fuel embargo", "Peru imposed sanctions (a fuel embargo)"),
        ("meet", ["Benin"], "the summit", "Peru met with Benin"),
    ],
)
def test_the_thing_is_told_by_the_verb_that_takes_it(kind, others, thing, want):
    """The words of the event type say how; what the verb says already is not said again."""
    known = load().types[kind]
    words = label(
        verb=known.verb_label, doers=["Peru"], others=others, status="actual", event_type=kind, thing=thing,
        ways=known.thing_labels,
    )  # fmt: skip
    assert words == want


def test_no_is_not_said_twice():
    """'imposed no sanctions' is negated by its thing."""
    words = label(verb="signs with", doers=["A"], others=[], status="negated", event_type="sign", thing="no pacts",
                  ways=["signs T with Y"])  # fmt: skip
    assert words == "A did not sign pacts"


def test_a_go_between_of_one_side_mediates_with_it():
    """'between' takes two."""
    assert label(verb="mediates between", doers=["A"], others=["B"], status="planned", event_type="mediate").endswith(
        "mediate with B"
    )
    assert label(verb="mediates between", doers=["A"], others=[], status="actual", event_type="mediate") == "A mediates"


@pytest.mark.parametrize(
    ("verb", "others", "thing", "want"),
    [
        ("urges", ["Laos"], "to return the ferries", "Peru urged Laos to return the ferries"),
        ("agrees with", [], "to lower the dam", "Peru agreed to lower the dam"),
        ("threatens", ["Laos"], "to shut its port to Laos", "Peru threatened to shut its port to Laos"),
        ("denies", ["Laos"], "that Laos had paid", "Peru denied that Laos had paid"),
        ("asks", ["Laos"], 'to keep "every door open', "Peru asked Laos to keep every door open"),
        ("promises", [], "to a b c d e f g h i j k l", "Peru promised to a b c d e f g h i j …"),
    ],
)
def test_a_clause_is_told_behind_the_verb(verb, others, thing, want):
    """What is asked or promised; what one threatens or denies is told without the one whom it names itself."""
    assert label(verb=verb, doers=["Peru"], others=others, status="actual", event_type="urge", thing=thing) == want


def test_a_demand_is_told_by_what_is_demanded():
    """The clause names who is to do it; a demand of which nothing is told is a demand all the same."""
    known = load().types["demand"]
    told = [
        label(verb=known.verb_label, doers=["Peru"], others=["Laos"], status="actual", event_type="demand",
              thing=thing, ways=known.thing_labels)
        for thing in ("that Laos close the mine", "a quick answer", "")
    ]  # fmt: skip
    assert told == [
        "Peru demanded that Laos close the mine", "Peru demanded a quick answer from Laos",
        "Peru made demands on Laos",
    ]  # fmt: skip


def test_nobody_is_accused_by_nobody():
    """'Peru accused of lying' would be Peru's fault."""
    words = label(verb="accuses", doers=["Peru"], others=[], status="actual", event_type="accuse", thing="lying",
                  ways=load().types["accuse"].thing_labels)  # fmt: skip
    assert words == "Peru accused somebody of lying"
