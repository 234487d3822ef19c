"""Comparisons, times that an event gives, the first and the last, what has no phrase, and words that say nothing."""

from __future__ import annotations

import pytest

from kg.errors import QuestionError
from kg.graph import build, open_graph
from kg.model import Document
from kg.queries import ask
from tests.graph.made import claim

G7 = ("CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA")


@pytest.fixture(scope="module")
def accords(tmp_path_factory):
    """Two accords, each praised in its own document; what seven did together, and one of them alone."""
    interim = Document.of(
        "Chad signed an interim accord with Mali in Dakar. Peru praised the accord.", title="Chad and Mali",
        publisher="Sahel Post", published="2004-03-02",
    )  # fmt: skip
    border = Document.of(
        "Togo signed a border accord with Benin. Cuba praised the accord.", title="Togo and Benin",
        publisher="Gulf Post", published="2006-03-02",
    )  # fmt: skip
    seven = Document.of(
        "The seven threatened Belarus. The United States threatened Cuba.", title="Warnings", publisher="Wire",
        published="2007-01-01",
    )  # fmt: skip
    told = {
        interim.key: [
            claim(interim, "sign", ("TCD",), ("MLI",), root="AGREE", quote="Chad signed an interim accord with Mali"),
            claim(interim, "praise", ("PER",), root="SUPPORT", quote="Peru praised the accord."),
        ],
        border.key: [
            claim(border, "sign", ("TGO",), ("BEN",), root="AGREE", quote="Togo signed a border accord with Benin."),
            claim(border, "praise", ("CUB",), root="SUPPORT", quote="Cuba praised the accord."),
        ],
        seven.key: [
            claim(seven, "threaten", G7, ("BLR",), root="THREATEN", quote="The seven threatened Belarus."),
            claim(seven, "threaten", ("USA",), ("CUB",), root="THREATEN", quote="The United States threatened Cuba."),
        ],
    }  # fmt: skip
    folder = tmp_path_factory.mktemp("accords") / "accords.kg"
    build([interim, border, seven], lambda d: told[d.key], folder, extractor="tests 1")
    return open_graph(folder)


@pytest.mark.parametrize(
    "question",
    [
        "Who met Iran more often, Iraq or Syria?",
        "who met Iran more often: Syria or Iraq",
        "Which of Iraq and Syria met Iran more often?",
        "Did Iraq or Syria meet Iran more often?",
        "Has Iraq met Iran more often than Syria?",
        "Did Iraq meet Iran more often than Syria did?",
    ],
)
def test_two_are_compared(question, talks):
    """Iraq met Iran in February and March 2015, Syria in March 2016."""
    answer = ask(talks, question)
    assert answer.text == "Iraq (2) more often than Syria (1)"
    assert answer.number == 2
    assert answer.names == ("Iraq",)


def test_comparisons_count_nothing_too(talks):
    """Who is in no such event has none; equal is equal; less is the other way round."""
    assert ask(talks, "Who met Iran more often, Iraq or Brazil?").text == "Iraq (2) more often than Brazil (0)"
    assert ask(talks, "Who met Iran less often, Iraq or Syria?").text == "Syria (1) less often than Iraq (2)"
    assert ask(talks, "Who met China more often, Peru or Brazil?").kind == "unknown"
    with pytest.raises(QuestionError, match="which two are compared"):
        ask(talks, "Who met Iran more often, the tall one or the small one?")


def test_an_event_gives_the_time(talks):
    """Russia imposed sanctions on 2015-11-28: only the meeting with Syria came later, both with Iraq earlier."""
    after = ask(talks, "Who met Iran after the sanctions on Turkey?")
    assert after.names == ("Syria",)
    assert "after the sanctions on Turkey: Russia" in after.text
    assert "2015-11-28" in after.text
    assert ask(talks, "Since Russia imposed sanctions on Turkey, who met Iran?").names == ("Syria",)
    assert ask(talks, "Who met Iran before the sanctions on Turkey?").names == ("Iraq",)
    with pytest.raises(QuestionError, match="no day of 'the visit to Norway'"):
        ask(talks, "Who met Iran since the visit to Norway?")


def test_first_and_last(talks):
    """Of three meetings the first, the second and the last day; a fourth there is not."""
    assert ask(talks, "When did Iran first meet Iraq?").names == ("2015-02-01",)
    assert ask(talks, "When was the second meeting of Iran and Iraq?").names == ("2015-03-01",)
    assert ask(talks, "When did Iran last meet Iraq?").names == ("2015-03-01",)
    assert ask(talks, "When was the third meeting of Iran and Iraq?").kind == "unknown"


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Who frobnicated the meeting with Iran?", "frobnicated"),
        ("Did Iran grumble at the sanctions?", "grumble"),
        ("When did Iraq videotape the meeting?", "videotape"),
    ],
)
def test_a_verb_without_a_phrase_is_named(question, part, talks):
    """The noun behind it is not asked for instead."""
    with pytest.raises(QuestionError, match=part):
        ask(talks, question)


def test_verbs_that_add_nothing_to_their_noun(talks):
    """Holding and joining a meeting is meeting."""
    assert set(ask(talks, "Who held meetings with Iran?").names) == {"Iraq", "Syria"}
    assert set(ask(talks, "Who took part in a meeting with Iran?").names) == {"Iraq", "Syria"}


def test_words_that_say_nothing(talks):
    """ "Something" is in no evidence and must not be."""
    answer = ask(talks, "Who denied something about Pakistan?")
    assert "someth" not in answer.text
    assert not any("someth" in words for words, _ in answer.understood)


def test_of_a_wider_kind_is_beside_the_answer(talks):
    """Nobody negotiated with Iraq; that Iran met it is told as something else."""
    answer = ask(talks, "Who telephoned Iraq?")
    assert answer.kind == "unknown"
    assert not answer.rows
    assert answer.text.startswith("Nothing in the graph says so.")


def test_planned_and_contested(talks):
    """Statuses can be asked for by their names."""
    assert {row.status for row in ask(talks, "What is planned?")} == {"planned"}
    contested = ask(talks, "Which events are contested?")
    assert {row.status for row in contested} == {"contested"}
    assert "India" in contested.text


def test_reasons_are_not_made_up(talks):
    """Why is answered with the words, and says so."""
    answer = ask(talks, "Why did Russia impose sanctions on Turkey?")
    assert answer.text.startswith("(reasons are not read, only the words)")
    assert "imposed sanctions on Turkey" in answer.rows[0].quote


def test_what_an_actor_did_is_what_happened(talks):
    """Meetings without sides count; what may be does not."""
    did = ask(talks, "What did Iraq do?")
    assert {row.what for row in did} == {"Iran and Iraq met"}
    assert {row.status for row in ask(talks, "What did Egypt do?")} == set()


def test_countries_are_counted_not_events(talks):
    """Two countries met Iran, in three meetings."""
    assert ask(talks, "How many countries met Iran?").number == 2
    assert ask(talks, "How many meetings did Iran have?").number == 3


@pytest.mark.parametrize(
    ("short", "before", "whole"),
    [
        ("and Syria?", "Who met Iran in 2015?", "Who met Syria in 2015"),
        ("And in 2016?", "Who met Iran in 2015?", "Who met Iran in 2016"),
        ("what about 2016?", "Who met Iran?", "Who met Iran 2016"),
        ("when?", "Did Russia impose sanctions on Turkey?", "when did Russia impose sanctions on Turkey"),
        (
            "and on Turkey?",
            "Did Russia impose sanctions on Iran in 2015?",
            "Did Russia impose sanctions on Turkey in 2015",
        ),
        ("Who met Iraq?", "Did Russia impose sanctions on Iran?", "Who met Iraq?"),
    ],
)
def test_a_short_question_goes_on(short, before, whole, talks):
    """The new part takes the place of the old one; a whole question stays as it is."""
    assert ask(talks, short, after=before).question == whole


def test_answers_of_short_questions(talks):
    """They are those of the whole question."""
    assert ask(talks, "and in 2016?", after="Who met Iran in 2015?").names == ("Syria",)
    assert ask(talks, "when?", after="Did Russia impose sanctions on Turkey?").names == ("2015-11-28",)
    with pytest.raises(QuestionError, match="stands for"):
        ask(talks, "and quickly?", after="Who met Iran?")


def test_who_did_it_to_whom(talks):
    """Where both sides are asked for, the events are the answer."""
    assert any("Turkey" in name and "Russia" in name for name in ask(talks, "Who imposed sanctions on whom?").names)


def test_last_year_says_from_when(talks):
    """The newest document is of June 2016: last year is 2015, and the answer says so in its first line."""
    answer = ask(talks, "Who met Iran last year?")
    assert answer.names == ("Iraq",)
    assert answer.text.startswith("(last year: 2015-01-01 to 2015-12-31, counted from 2016-06-01, the newest document)")
    assert "counted from 2017-03-01)" in ask(talks, "Who met Iran last year?", today="2017-03-01").text


def test_a_word_of_the_same_document(accords):
    """Which accord was praised is told one sentence before, and the answer says that it is not in one place."""
    interim = ask(accords, "Who praised the interim accord?")
    assert interim.names == ("Peru",)
    assert "in one document" in interim.text
    assert ask(accords, "Who praised the border accord?").names == ("Cuba",)


def test_what_a_group_did_together(accords):
    """The threat of all seven, not that of one of them; and of one of them, where it is asked for."""
    assert {row.what for row in ask(accords, "Whom did the G7 threaten?")} == {
        row.what for row in ask(accords, "Who threatened Belarus?")
    }
    assert "United States" in ask(accords, "Which G7 member threatened Cuba?").names


def test_a_later_verb_is_not_asked_for(accords):
    """Who condemned a test did not test."""
    answer = ask(accords, "Who condemned the missile test?")
    assert not answer.rows


def test_according_to_whom(talks):
    """India says that it attacked, Pakistan that it did not: each is asked for its own word."""
    assert ask(talks, "Did India attack Pakistan?").verdict == "contested"
    assert ask(talks, "Did India attack Pakistan according to India?").verdict == "yes"
    assert ask(talks, "According to Pakistan, did India attack Pakistan?").verdict == "no"
    assert ask(talks, "Did India attack Pakistan according to Brazil?").verdict == "nothing"


@pytest.fixture(scope="module")
def denials(tmp_path_factory):
    """A denial of an event, an event of denying, and what is negated without anybody denying it."""
    news = Document.of(
        "Peru denied that it had visited Chile. Laos denied cheating. Malta did not visit Fiji.",
        title="Denials", publisher="Gulf Post", published="2011-03-02",
    )  # fmt: skip
    told = {news.key: [
        claim(news, "visit", ("PER",), ("CHL",), stance="denied", says="PER", quote="it had visited Chile"),
        claim(news, "deny", ("LAO",), root="REJECT", quote="Laos denied cheating."),
        claim(news, "visit", ("MLT",), ("FJI",), stance="negated", quote="Malta did not visit Fiji."),
    ]}  # fmt: skip
    folder = tmp_path_factory.mktemp("denials") / "denials.kg"
    build([news], lambda d: told[d.key], folder, extractor="tests 1")
    return open_graph(folder)


@pytest.mark.parametrize("question", ["Who denied what?", "who denied something", "Who denies anything?"])
def test_who_denied_what_are_all_who_deny(denials, question):
    """Deniers of events, and those of whom it is only told that they deny; a plain 'did not' is nobody's denial."""
    answer = ask(denials, question)
    assert set(answer.names) == {"Peru", "Laos"}
    assert {row.stance for row in answer.rows} == {"denied"}


def test_what_somebody_denies(denials):
    """Only what he denies."""
    assert [row.quote for row in ask(denials, "What does Laos deny?").rows] == ["Laos denied cheating."]
    assert [row.quote for row in ask(denials, "What did Peru deny?").rows] == ["it had visited Chile"]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory):
    """A court's deed in a document that names Peru; what Peru rejected, whom it visited, whom Chile threatened."""
    news = Document.of(
        "The court ruled against Peru. Peru rejected the ruling. Peru visited Cuba. Chile threatened Peru. "
        "Ghana threatened to dredge it. Laos offered to mediate. Norway mediates between Chile and Peru.",
        title="Ruling", publisher="Gulf Post", published="2011-03-02",
    )  # fmt: skip
    told = {news.key: [
        claim(news, "disapprove", ("ICJ",), ("PER",), root="ACCUSE", quote="The court ruled against Peru."),
        claim(news, "reject", ("PER",), root="REJECT", quote="Peru rejected the ruling."),
        claim(news, "visit", ("PER",), ("CUB",), quote="Peru visited Cuba."),
        claim(news, "threaten", ("CHL",), ("PER",), root="THREATEN", quote="Chile threatened Peru."),
        claim(news, "threaten", ("GHA",), root="THREATEN", quote="Ghana threatened to dredge it."),
        claim(news, "promise", ("LAO",), root="AGREE", quote="Laos offered to mediate."),
        claim(news, "mediate", ("NOR",), ("CHL", "PER"), root="CONSULT", quote="Norway mediates"),
    ]}  # fmt: skip
    folder = tmp_path_factory.mktemp("verdicts") / "verdicts.kg"
    build([news], lambda d: told[d.key], folder, extractor="tests 1")
    return open_graph(folder)


def test_what_somebody_said_is_his_own(verdicts):
    """What Peru rejected is what it said about the ruling; what the court did to it, or where it went, is not."""
    answer = ask(verdicts, "What did Peru say about the ruling?")
    assert [row.quote for row in answer.rows] == ["Peru rejected the ruling."]
    assert answer.text.startswith("(no statement is told")
    assert ask(verdicts, "What did Cuba say about the ruling?").kind == "unknown"
    assert [row.quote for row in ask(verdicts, "What did Peru say?").rows] == ["Peru rejected the ruling."]


def test_nobody_threatens_himself(verdicts):
    """Ghana's threat names nobody: it is no answer to who threatened Ghana, whose name the document has."""
    answer = ask(verdicts, "Who threatened Ghana?")
    assert "Ghana" not in answer.names
    assert set(ask(verdicts, "Who threatened Peru?").names) == {"Chile"}


def test_who_offers_to_mediate_does_not_mediate(verdicts):
    """Laos offered, Norway does."""
    assert ask(verdicts, "Who offered to mediate?").names == ("Laos",)


def test_a_verb_without_a_phrase_must_stand_in_the_words(verdicts):
    """No phrase has "dredge": the quote that holds it answers; where none does, that is said."""
    assert [row.quote for row in ask(verdicts, "What did Ghana dredge?").rows] == ["Ghana threatened to dredge it."]
    assert ask(verdicts, "What did Norway achieve?").text.startswith("(no evidence holds achiev")
