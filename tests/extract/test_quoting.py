"""Who says what: the words of the source, the cue, and exactly the words that are said."""

import pytest

from kg.extract.quoting import attributions
from kg.model import Document


def said(text: str) -> list[str]:
    """One line an attribution: "source | cue | what is said // and goes on | kind"."""
    found = attributions(Document.of(text))
    assert all(text[c.start : c.end] == c.quote for a in found for c in (a.cue, *a.contents))
    return [" | ".join([a.source_text, a.cue_text, " // ".join(c.quote for c in a.contents), a.kind]) for a in found]


def test_what_follows_said_is_what_is_said():
    assert said("The governor of Lagos said on Monday that the port would close.") == [
        "The governor of Lagos | said | that the port would close | indirect"
    ]


def test_that_may_be_missing():
    assert said("Officials in Quito say the river and the road are blocked.") == [
        "Officials in Quito | say | the river and the road are blocked | indirect"
    ]


def test_what_stands_before_said_is_what_is_said():
    assert said("The strike is over, a union leader in Lille said on Friday.") == [
        "a union leader in Lille | said | The strike is over | indirect"
    ]


def test_said_may_stand_inside_what_is_said():
    assert said("The treaty, Oslo says, was never signed.") == [
        "Oslo | says | The treaty // was never signed | indirect"
    ]


def test_a_source_after_said_keeps_its_description():
    assert said("“The road is closed,” said Ana Melo, who runs the harbour of Beira.") == [
        "Ana Melo, who runs the harbour of Beira | said | “The road is closed,” | direct"
    ]


def test_a_quotation_goes_on_after_the_full_stop():
    text = '"We are leaving," the envoy said. "Nobody asked us to stay." The hall was empty.'
    assert said(text) == ['the envoy | said | "We are leaving," // "Nobody asked us to stay." | direct']


def test_a_question_in_quotation_marks_belongs_to_who_asks_behind_it():
    assert said("“Who paid for the bridge?” Mr. Okoye asked.") == [
        "Mr. Okoye | asked | “Who paid for the bridge?” | direct"
    ]


def test_several_sentences_in_one_pair_of_quotation_marks_stay_together():
    assert said("The mayor wrote: “We have no water. We have no light. Send help.” Nobody came.") == [
        "The mayor | wrote | “We have no water. We have no light. Send help.” | direct"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "According to the port authority, two ships have left.",
        "Two ships have left, according to the port authority.",
    ],
)
def test_according_to_may_stand_before_and_after(text):
    (line,) = said(text)
    assert line.lower() == f"the port authority | according to | {'two ships have left'} | according-to"


def test_a_denial_is_its_own_kind():
    assert said("The colonel denied that his men had fired.") == [
        "The colonel | denied | that his men had fired | denial"
    ]


def test_one_may_say_that_another_says():
    assert said("The Courier reported that two aides said the premier had resigned.") == [
        "The Courier | reported | that two aides said the premier had resigned | indirect",
        "two aides | said | the premier had resigned | indirect",
    ]


def test_who_goes_on_speaking_is_the_same_source():
    assert said("The minister said the pact was dead, adding that no talks were planned.") == [
        "The minister | said | the pact was dead | indirect",
        "The minister | adding | that no talks were planned | indirect",
    ]


def test_the_claim_of_somebody_is_his():
    (line,) = said("Ecuador laughed at Peru's claim that the island is inhabited.")
    assert line == "Peru | claim | that the island is inhabited | indirect"


def test_a_headline_with_a_colon_has_a_speaker():
    assert said("Kenya: no troops will leave") == ["Kenya | : | no troops will leave | indirect"]


def test_a_transcript_gives_each_his_paragraph():
    text = "LI: We stay. We never left.\n\nMELO: Why should we believe you? You left twice."
    assert said(text) == [
        "LI | : | We stay. We never left. | direct",
        "MELO | : | Why should we believe you? You left twice. | direct",
    ]


@pytest.mark.parametrize(
    "text", ["The ship left Beira on Monday.", "He will recall his envoy if the border is closed."]
)
def test_where_nobody_speaks_nothing_is_found(text):
    assert said(text) == []


def test_a_known_source_is_told_by_its_id():
    (one,) = attributions(Document.of("Denmark's foreign ministry said the cable had been cut."))
    told = one.to_json()["source"]
    assert (told["id"], told["states"], told["via"]) == ("DNK", ["DNK"], "role")


def test_a_source_without_a_name_is_anonymous():
    (one,) = attributions(Document.of("Two diplomats said the cable had been cut."))
    assert one.to_json()["source"]["id"] == "anonymous"


def test_who_is_named_behind_said_speaks_and_not_the_subject_before():
    text = "They had left the port, said Mr. Barros, the lawyer for the union."
    assert said(text) == ["Mr. Barros, the lawyer for the union | said | They had left the port | indirect"]


@pytest.mark.parametrize("aside", ["as did the opposition, ", "in Turin, Italy, "])
def test_what_is_inserted_before_that_is_not_said(aside):
    assert said(f"Several experts warned, {aside}that the dam may break.") == [
        "Several experts | warned | that the dam may break | indirect"
    ]


def test_a_verb_of_saying_is_no_noun_behind_a_name():
    assert said("Mr. Rossi argues there is no danger.") == ["Mr. Rossi | argues | there is no danger | indirect"]


def test_a_quotation_may_go_on_after_words_of_the_writer():
    text = '"I like the mechanics" of the plan, Ms. Roth said. "But it costs too much."'
    assert said(text) == ['Ms. Roth | said | "I like the mechanics" of the plan // "But it costs too much." | indirect']
