"""Questions in plain words, asked of the seed article and a few hand-made documents."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import QuestionError
from kg.queries import ask

SIX = {"United States", "United Kingdom", "China", "France", "Germany", "Russia"}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who negotiates with Iran", SIX),
        ("who wrote to Khamenei", {"Barack Obama"}),
        ("who fights the Islamic State", {"United States", "Iran"}),
        ("who supports Assad", {"Iran"}),
        ("who confirmed the letter", {"diplomatic sources"}),
        ("who would ease sanctions on Iran", {"United States"}),
        ("with whom does Iran negotiate?", SIX),
        ("WHO NEGOTIATES WITH IRAN?", SIX),
        ("who does France negotiate with", {"Iran"}),
        ("who put sanctions on Turkey", {"Russia"}),
        ("on whom did Russia impose sanctions", {"Turkey"}),
        ("which G7 members negotiate with Iran", SIX - {"China", "Russia"}),
        ("who met Iran most often", {"Iraq"}),
        ("whom did Iran meet in 2016", {"Syria"}),
        ("whom did Iran meet before 2016", {"Iraq"}),
    ],
)
def test_who(question, names, talks):
    """The names are those of the other side, whole and no more."""
    assert set(ask(talks, question).names) == names


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("does the United States cooperate with Iran", "no"),
        ("did Russia impose sanctions on Turkey", "yes"),
        ("did Germany expel Russian diplomats", "no"),
        ("will China meet Japan", "planned"),
        ("may Egypt visit India", "possible"),
        ("did India attack Pakistan", "contested"),
        ("would the United States ease sanctions on Iran", "conditional"),
        ("did Brazil attack Japan", "nothing"),
    ],
)
def test_yes_or_no(question, verdict, talks):
    """Yes, no, planned, possible, conditional, contested, and nothing said are told apart."""
    assert ask(talks, question).verdict == verdict


def test_denial_names_who_and_the_words(talks):
    """A no says by whom it is denied, and in which words."""
    text = ask(talks, "does the United States cooperate with Iran").text
    said = text.partition("denied by Josh Earnest (“")[2].partition("”")[0]
    assert said in (
        "The United States will not cooperate militarily with Iran in that effort",
        "We won’t share intelligence with them",
    )
    assert "Wall Street Journal" in text


def test_what_an_actor_denies(talks):
    """The denials of an actor and of those who speak for it."""
    quotes = {row.quote for row in ask(talks, "what does the United States deny")}
    assert "The United States will not cooperate militarily with Iran in that effort" in quotes
    assert not any("Pakistan" in quote for quote in quotes)


def test_when_with_its_precision(talks):
    """A day is told as a day."""
    assert ask(talks, "when did Russia impose sanctions on Turkey").names == ("2015-11-28",)


def test_count(talks):
    """Events are counted, not claims."""
    answer = ask(talks, "how often did Iran meet Iraq")
    assert (answer.kind, answer.number) == ("count", 2)
    assert "COUNT" in answer.counted


def test_documents(talks):
    """Documents are named by their titles."""
    assert ask(talks, "which documents say that Russia imposed sanctions on Turkey").names == ("Moscow answers",)


def test_last_year_is_said_openly(talks):
    """What counts from today tells from which day it counts: the newest document, or the day given."""
    understood = dict(ask(talks, "whom did Iran meet last year").understood)
    assert understood["last year"] == "2015-01-01 to 2015-12-31, counted from 2016-06-01"
    assert ask(talks, "whom did Iran meet last year", today="2017-05-05").names == ("Syria",)


@pytest.mark.parametrize("words", ["before 2014-13-45", "in 0000-00", "since 99 May 2015", "after 2014-02-30"])
def test_no_date_of_the_calendar_is_no_error(words, talks):
    """Figures that are no date are left aside, or refused in words."""
    with contextlib.suppress(QuestionError):
        ask(talks, f"whom did Iran meet {words}")


def test_today_must_be_a_day(talks):
    """A wrong day to count from is refused with the right way to write one."""
    with pytest.raises(QuestionError, match="write it as 2014-11-06"):
        ask(talks, "whom did Iran meet last year", today="yesterday")


def test_answer_shows_its_sparql(talks):
    """The query shown gives the rows, and it is a string that stands by itself."""
    answer = ask(talks, "who wrote to Khamenei")
    assert {row[1] for row in talks.query(answer.sparql)} == {"Barack Obama"}


def test_another_engine_gives_the_same(talks, other_engine):
    """The SPARQL of an answer runs unchanged on rdflib's own evaluator."""
    for question in ("who negotiates with Iran", "does the United States cooperate with Iran", "who met Iran in 2015"):
        sparql = ask(talks, question).sparql
        ours = sorted(map(str, talks.query(sparql)))
        theirs = [tuple(None if v is None else str(v) for v in row) for row in other_engine.query(sparql)]
        assert ours == sorted(map(str, theirs))


def test_answer_as_json_and_html(talks):
    """An answer turns into JSON, and into a table in which every word is escaped."""
    answer = ask(talks, "who wrote to Khamenei")
    assert json.loads(json.dumps(answer.to_json()))["names"] == ["Barack Obama"]
    assert "<script" not in answer._repr_html_()
    assert next(iter(answer.frame()["who"])) == "Barack Obama"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("", "empty"),
        ("who frobnicates with Iran", "frobnicates"),
        ("colourless green ideas", "not understood|no kind of event"),
        ("did Zorblax do it", "Zorblax"),
    ],
)
def test_what_is_not_understood_is_named(question, words, talks):
    """The part that was not understood stands in the message, with what can be asked."""
    with pytest.raises(QuestionError, match=words) as caught:
        ask(talks, question)
    assert "ask who did what" in str(caught.value)


HOSTILE = [
    'who met "} DROP ALL #', "who met Iran' } UNION { ?s ?p ?o", "who met <https://x.example/> in \\u0022",
    "who met ?who",
    "did Iran meet Robert'); DROP TABLE claims;--", "who met Iran in }}}", "who met }{ about \"\"\" } #",
    "which documents mention O'Brien \"the} knife\"", "who met Iran about \\\" ) } SELECT * {",
]  # fmt: skip


@pytest.mark.parametrize("question", HOSTILE)
def test_hostile_words_are_only_words(question, talks):
    """Nothing in a question becomes part of the query's syntax: it is answered, or refused as not understood."""
    try:
        answer = ask(talks, question)
    except QuestionError as problem:
        refused = str(problem)
    else:
        refused = ""
        assert "DROP ALL" not in answer.sparql.replace('\\"', "")
    assert "the query was not understood" not in refused


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_answered_or_refused(talks, text):
    """No text gives any other error than QuestionError, and none gives a query that is not understood."""
    try:
        ask(talks, f"who met Iran about {text}")
        refused = ""
    except QuestionError as problem:
        refused = str(problem)
    assert "the query was not understood" not in refused


def test_a_yes_names_the_words_that_it_lacks():
    """The type of the event fits, but it was another thing: the answer says so."""
    from kg.queries.answer import Row
    from kg.queries.reading import Reading
    from kg.queries.wording import not_told

    row = Row(what="North Korea tested a nuclear bomb", quote="North Korea had tested a nuclear bomb")
    reading = Reading("yes-no", type_words="tested missiles")
    assert not_told("Has North Korea tested missiles?", reading, [row]) == ("missiles",)
    assert not_told("Has North Korea ever tested a nuclear bomb?", reading, [row]) == ()
