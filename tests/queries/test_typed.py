"""Questions as people type them: who somebody is, timelines, who else, reactions, numbers, slips of the pen."""

from __future__ import annotations

import pytest

from kg.errors import QuestionError
from kg.graph import build, open_graph
from kg.model import Document
from kg.queries import ask
from tests.graph.made import claim


@pytest.fixture(scope="module")
def lake(tmp_path_factory):
    """Four documents of two years: a dam, envoys sent home, talks with a host, a bid to join a body."""
    dam = Document.of(
        "Uganda opened a dam on the lake. Kenya summoned the envoy of Uganda. Rwanda praised Uganda.",
        title="Uganda opens dam", publisher="Lake Post", published="2009-05-04",
    )  # fmt: skip
    envoys = Document.of(
        "Kenya expelled 14 diplomats of Uganda. Rwanda and Burundi expelled diplomats of Uganda.",
        title="Envoys go home", publisher="Lake Post", published="2009-06-02",
    )  # fmt: skip
    talks = Document.of(
        "Ethiopia hosted talks between Kenya and Uganda. Egypt mediated between Kenya and Uganda. "
        "Malawi offered to mediate between Chad and Sudan.",
        title="Talks at last", publisher="Hill Courier", published="2010-02-11",
    )  # fmt: skip
    bid = Document.of(
        "South Sudan applied to join the African Union. Kenya may visit Egypt.", title="A bid",
        publisher="Hill Courier", published="2010-03-01",
    )  # fmt: skip
    told = {
        dam.key: [
            claim(dam, "summon", ("KEN",), ("UGA",), root="DISAPPROVE", quote="Kenya summoned the envoy of Uganda."),
            claim(dam, "praise", ("RWA",), ("UGA",), root="SUPPORT", quote="Rwanda praised Uganda."),
        ],
        envoys.key: [
            claim(envoys, "expel", ("KEN",), ("UGA",), root="SANCTION", quote="Kenya expelled 14 diplomats of Uganda."),
            claim(envoys, "expel", ("RWA", "BDI"), ("UGA",), root="SANCTION",
                  quote="Rwanda and Burundi expelled diplomats of Uganda."),
        ],
        talks.key: [
            claim(talks, "mediate", ("ETH",), ("KEN", "UGA"), quote="Ethiopia hosted talks between Kenya and Uganda."),
            claim(talks, "mediate", ("EGY",), ("KEN", "UGA"), quote="Egypt mediated between Kenya and Uganda."),
            claim(talks, "mediate", ("MWI",), ("TCD", "SDN"), modality="possible",
                  quote="Malawi offered to mediate between Chad and Sudan."),
        ],
        bid.key: [
            claim(bid, "join", ("SSD",), ("AU",), root="COOPERATE", modality="planned",
                  quote="South Sudan applied to join the African Union."),
            claim(bid, "visit", ("KEN",), ("EGY",), modality="possible", quote="Kenya may visit Egypt."),
        ],
    }  # fmt: skip
    folder = tmp_path_factory.mktemp("lake") / "lake.kg"
    build([dam, envoys, talks, bid], lambda d: told[d.key], folder, extractor="tests 1")
    return open_graph(folder)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who else besides Kenya expelled Ugandan diplomats", {"Rwanda", "Burundi"}),
        ("apart from Rwanda and Burundi, who expelled diplomats of Uganda?", {"Kenya"}),
        ("who hosted talks", {"Ethiopia"}),
        ("who hosted the talks between Kenya and Uganda?", {"Ethiopia"}),
        ("who was the mediator between Kenya and Uganda", {"Egypt", "Ethiopia"}),
        ("who offered to mediate between Chad and Sudan", {"Malawi"}),
        ("who applied to join the African Union", {"South Sudan"}),
        ("which country applied for African Union membership", {"South Sudan"}),
        ("show me who expelled Ugandan diplomats", {"Kenya", "Rwanda", "Burundi"}),
        ("most active country in 2009", {"Uganda"}),
        ("which country was most active in 2009?", {"Uganda"}),
        ("who kicked out ugandan diplomats", {"Kenya", "Rwanda", "Burundi"}),
    ],
)
def test_who(lake, question, names):
    """The names, whole and no more."""
    assert set(ask(lake, question).names) == names


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("did South Sudan apply to join the African Union", "yes"),
        ("has south sudan applied to the African Union", "yes"),
        ("did South Sudan join the African Union", "planned"),
        ("any visit by Rwanda to Kenya?", "nothing"),
        ("was there a visit of Kenya to Egypt", "possible"),
        ("did Ethiopia host talks between Uganda and Kenya", "yes"),
        ("did Egypt host talks between Uganda and Kenya", "nothing"),
    ],
)
def test_yes_or_no(lake, question, verdict):
    """Who applied has applied, whatever comes of it; who mediates does not host."""
    assert ask(lake, question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    ["timeline of Kenya in 2009", "kenya 2009 timeline", "everything that happened with Kenya in 2009", "kenya 2009?"],
)
def test_timelines(lake, question):
    """Both events of Kenya of that year in their order, and none of 2010."""
    assert [row.quote for row in ask(lake, question)] == [
        "Kenya summoned the envoy of Uganda.", "Kenya expelled 14 diplomats of Uganda.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "question",
    ["how did Kenya react to the dam", "what was Kenya's reaction to the dam?", "Kenya's response to the dam"],
)
def test_reactions(lake, question):
    """What Kenya did in the document of the dam; that it was an answer is not claimed."""
    answer = ask(lake, question)
    assert [row.quote for row in answer] == ["Kenya summoned the envoy of Uganda."]
    assert answer.text.startswith("(from documents that tell of it; that it is an answer to it is not read)")
    assert answer.grade == "guess"


def test_nothing_is_told_of_a_reaction_to_what_is_not_there(lake):
    """No document tells of a canal."""
    assert ask(lake, "how did Kenya react to the canal?").kind == "unknown"


@pytest.mark.parametrize(
    "question", ["how many diplomats did Kenya expel", "how many Ugandan diplomats were expelled by Kenya?"]
)
def test_numbers_are_told_not_counted(lake, question):
    """The words with the number, and not "1"."""
    answer = ask(lake, question)
    assert answer.text == "(numbers are told, not counted) “Kenya expelled 14 diplomats of Uganda.”"
    assert answer.number is None


@pytest.mark.parametrize(
    "question",
    ["what is the population of Kenya", "how much did Kenya pay to Uganda", "what did Kenya eat in Uganda"],
)
def test_what_is_not_told_is_not_answered_with_all_there_is(lake, question):
    """No evidence holds the word that is asked for."""
    assert ask(lake, question).kind == "unknown"


def test_who_somebody_is(talks):
    """Office, state and tenure from the list, and in how many events the graph has him."""
    answer = ask(talks, "who is Barack Obama?")
    assert answer.text.startswith("Barack Obama: president of United States (2009-01-20 to 2017-01-20).")
    assert any("wrote" in row.what for row in answer)
    assert f"takes part in {len({row.event for row in answer})} events," in answer.text
    assert ask(talks, "what office did Obama hold").text == answer.text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who was president of the United States in 2014", "Barack Obama"),
        ("who was the US secretary of state in 2014?", "John Kerry"),
        ("who was Germany's chancellor in 2010", "Angela Merkel"),
        ("who is the president of the United States", "Barack Obama"),
    ],
)
def test_who_holds_an_office(talks, question, name):
    """In the time that is named; else on the day of the newest document (June 2016), and the answer says whence."""
    answer = ask(talks, question)
    assert answer.names == (name,)
    assert "not from the articles" in answer.text


def test_no_such_office(talks):
    """France has no king in the list."""
    answer = ask(talks, "who is the king of France")
    assert answer.kind == "unknown"
    assert answer.text.startswith("No king of France is in the list")


def test_a_misspelt_name_is_read_as_the_nearest(talks):
    """And the answer says so."""
    answer = ask(talks, "who wrote to Khamenni")
    assert answer.text.startswith("(Khamenni: read as Khamenei)")
    assert answer.names == ("Barack Obama",)


def test_refusals_offer_questions_that_work(lake):
    """Each question in the refusal has an answer in this very graph."""
    with pytest.raises(QuestionError, match="frobnicated") as caught:
        ask(lake, "who frobnicated Kenya in 2009")
    offered = str(caught.value).rpartition("whether it is so: ")[2].split("'")[1::2]
    assert offered
    assert all(ask(lake, question).kind != "unknown" for question in offered)


def test_a_misspelt_verb_is_offered(lake):
    """ "expell" is like "expel"."""
    with pytest.raises(QuestionError, match="'did Kenya expel diplomats'"):
        ask(lake, "did Kenya expell diplomats")


def test_who_is_left_out_must_be_known(lake):
    """The part that is not understood is named."""
    with pytest.raises(QuestionError, match="besides the tall one"):
        ask(lake, "who expelled diplomats besides the tall one")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Uganda's critics", set()),
        ("Ugandan diplomats were expelled by whom in 2009?", {"Kenya", "Rwanda", "Burundi"}),
    ],
)
def test_other_orders_of_words(lake, question, names):
    """A question word at the end asks the same; nobody criticised Uganda."""
    assert set(ask(lake, question).names) == names


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    """What a minister says, yes and no; a refusal and a denial, both below rejecting."""
    news = Document.of(
        "Peru will not send troops to Chile, Peru said. Bolivia rejected the treaty. Laos denied the theft.",
        title="Words", publisher="Andes Post", published="2001-07-01",
    )  # fmt: skip
    told = [
        claim(news, "deploy", ("PER",), ("CHL",), root="MOBILIZE", modality="planned", stance="negated", says="PER",
              quote="Peru will not send troops to Chile"),
        claim(news, "refuse", ("BOL",), root="REJECT", quote="Bolivia rejected the treaty."),
        claim(news, "deny", ("LAO",), root="REJECT", quote="Laos denied the theft."),
    ]  # fmt: skip
    folder = tmp_path_factory.mktemp("words") / "words.kg"
    build([news], lambda _: told, folder, extractor="tests 1")
    return open_graph(folder)


def test_what_is_said_not_to_be_so_is_said_too(words):
    """Asked what Peru says about troops, its no is the answer."""
    for question in ("what did Peru say about sending troops to Chile", "Peru on troops in Chile"):
        assert [row.quote for row in ask(words, question)] == ["Peru will not send troops to Chile"]


def test_a_narrower_kind_must_hold_the_verb(words):
    """Bolivia rejected something; Laos denied, which is below rejecting, but is not what was asked."""
    assert ask(words, "who rejected the treaty").names == ("Bolivia",)
    assert ask(words, "who rejected something").names == ("Bolivia",)


def test_two_years_in_one_breath(lake):
    """Two years that follow one another are one time; two times apart are refused, not halved."""
    assert set(ask(lake, "who expelled Ugandan diplomats in 2009 and 2010").names) == {"Kenya", "Rwanda", "Burundi"}
    with pytest.raises(QuestionError, match="two times in one question: 'in 2009' and '2013'"):
        ask(lake, "who expelled Ugandan diplomats in 2009 and 2013")


def test_a_yes_needs_the_words(lake):
    """That both take part in something is no yes to a merger."""
    assert ask(lake, "was there a merger of Kenya and Uganda?").verdict == "nothing"


def test_nothing_comes_with_what_can_be_asked(lake):
    """Each question offered has an answer."""
    answer = ask(lake, "who visited Rwanda")
    assert answer.kind == "unknown"
    assert answer.near
    assert all(ask(lake, near).kind != "unknown" for near in answer.near)


@pytest.fixture(scope="module")
def praise(tmp_path_factory):
    """Three kinds of praise for one state."""
    news = Document.of(
        "Fiji congratulated Samoa. Tonga thanked Samoa. Palau hailed Samoa.",
        title="Praise", publisher="Reef Post", published="2012-06-05",
    )  # fmt: skip
    told = [
        claim(news, "praise", ("FJI",), ("WSM",), root="SUPPORT", quote="Fiji congratulated Samoa."),
        claim(news, "praise", ("TON",), ("WSM",), root="SUPPORT", quote="Tonga thanked Samoa."),
        claim(news, "praise", ("PLW",), ("WSM",), root="SUPPORT", quote="Palau hailed Samoa."),
    ]
    folder = tmp_path_factory.mktemp("praise") / "praise.kg"
    build([news], lambda _: told, folder, extractor="tests 1")
    return open_graph(folder)


def test_who_congratulated_did_not_thank(praise):
    """The verb that is asked for, where some words hold it; what is told in other words stands beside."""
    answer = ask(praise, "Who congratulated Samoa?")
    assert answer.names == ("Fiji",)
    assert {row.quote for row in answer.beside} == {"Tonga thanked Samoa.", "Palau hailed Samoa."}
    assert set(ask(praise, "Who praised Samoa?").names) == {"Fiji", "Tonga", "Palau"}


def test_help_is_an_offer(lake):
    """What can be asked of this graph, each with an answer."""
    with pytest.raises(QuestionError, match="'what can I ask' asks for no event") as caught:
        ask(lake, "what can I ask?")
    offered = str(caught.value).rpartition("whether it is so: ")[2].split("'")[1::2]
    assert "which country was most active" in offered
    assert all(ask(lake, question).kind != "unknown" for question in offered)


def test_the_latest(talks):
    """Of three meetings and a raid told with a day, the last; the words of the question need not stand there."""
    answer = ask(talks, "what are the latest events")
    assert {row.when for row in answer} == {"2016-05-31"}
    assert "India" in answer.text


def test_the_noun_of_the_phrase_counts_too(tmp_path):
    """Who welcomed the ruling did not welcome the truce; who held talks may be told to have negotiated."""
    news = Document.of(
        "Gabon welcomed the ruling. Niger welcomed the truce. Chad held talks with Togo. Mali negotiated with Togo.",
        title="Rulings", publisher="Coast Post", published="2003-09-09",
    )  # fmt: skip
    told = [
        claim(news, "praise", ("GAB",), root="SUPPORT", quote="Gabon welcomed the ruling."),
        claim(news, "praise", ("NER",), root="SUPPORT", quote="Niger welcomed the truce."),
        claim(news, "negotiate", ("TCD",), ("TGO",), quote="Chad held talks with Togo."),
        claim(news, "negotiate", ("MLI",), ("TGO",), quote="Mali negotiated with Togo."),
    ]
    build([news], lambda _: told, tmp_path / "rulings.kg", extractor="tests 1")
    graph = open_graph(tmp_path / "rulings.kg")
    assert ask(graph, "who welcomed the ruling").names == ("Gabon",)
    assert set(ask(graph, "who held talks with Togo").names) == {"Chad", "Mali"}


def test_the_head_of_a_body_has_an_office(talks):
    """NATO's head is its secretary-general, in any order of words."""
    for question in ("who was head of NATO in 2015", "who was NATO's secretary-general in 2015"):
        assert ask(talks, question).names == ("Jens Stoltenberg",)
    assert "secretary-general of North Atlantic Treaty Organization" in ask(talks, "Stoltenberg's job?").text
