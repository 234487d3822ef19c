"""Events derived from claims: status, sides, labels, sources, and independence of the order of reading."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ontology
from kg.graph import derive
from kg.model import Document
from tests.graph.made import claim, seed

LEXICON = ontology.load()


def events_of(*read):
    return derive(read, LEXICON)


def one(*read):
    found = events_of(*read)
    assert len(found) == 1, [e.label for e in found]
    return found[0]


def test_the_seed_article_tells_of_nine_events():
    """Fourteen core claims, of which three are about the letter and four about cooperation."""
    found = {(e.type, e.label): e for e in events_of(seed())}
    assert len(found) == 9
    letter = found["letter", "Barack Obama wrote to Ali Khamenei"]
    assert (letter.status, len(letter.claims)) == ("actual", 3)
    cooperation = found["cooperate", "United States does not cooperate with Iran"]
    assert (cooperation.status, len(cooperation.claims)) == ("negated", 4)


def test_six_talk_with_one():
    """The negotiating partners are two sides, and the deadline has no year."""
    talks = next(e for e in events_of(seed()) if e.type == "negotiate")
    assert [p.id for p in talks.initiators] == ["CHN", "DEU", "FRA", "GBR", "RUS", "USA"]
    assert [p.id for p in talks.recipients] == ["IRN"]
    assert len(talks.participants) == 7
    assert talks.deadline is not None
    assert (talks.deadline.edtf, talks.deadline.earliest) == ("XXXX-11-24", None)


def test_yes_and_no_contest_each_other():
    """Two documents of one day, one of which denies what the other reports."""
    yes = Document.of("Obama wrote to Khamenei.", published="2014-11-06")
    no = Document.of("Officials denied that Obama wrote to Khamenei.", published="2014-11-07")
    found = one(
        (yes, [claim(yes, "letter", ("Q76",), ("Q57336",))]),
        (no, [claim(no, "letter", ("Q76",), ("Q57336",), stance="denied", says="anonymous:officials:IRN")]),
    )
    assert (found.status, len(found.documents)) == ("contested", 2)


def test_a_conditional_yes_and_an_actual_no_do_not_contest():
    """'Would depend on a deal' and 'we do not' agree that there is none."""
    doc = Document.of("It does not cooperate with Iran. Cooperation would depend on a deal.")
    found = one((doc, [
        claim(doc, "cooperate", ("USA",), ("IRN",), root="COOPERATE", stance="denied", quote="It does not"),
        claim(doc, "cooperate", ("USA",), ("IRN",), root="COOPERATE", modality="conditional", quote="Cooperation"),
    ]))  # fmt: skip
    assert found.status == "negated"


def test_an_unconfirmed_report_contests_nothing():
    """Neither confirming nor denying leaves the event as others tell it; alone it is unconfirmed."""
    doc = Document.of("Obama wrote. Officials would not confirm the letter.")
    told = claim(doc, "letter", ("Q76",), ("Q57336",), quote="Obama wrote.")
    open_ = claim(doc, "letter", ("Q76",), ("Q57336",), stance="unconfirmed", quote="Officials would")
    assert one((doc, [told, open_])).status == "actual"
    assert one((doc, [open_])).status == "unconfirmed"


def test_a_plan_and_a_missed_day_are_negated():
    """They were to meet on the 5th, and on the 5th they did not."""
    before = Document.of("Kerry will meet Zarif on Wednesday.", published="2014-11-03")
    after = Document.of("Kerry did not meet Zarif on Wednesday.", published="2014-11-06")
    found = one(
        (before, [claim(before, "meet", among=("Q22316", "Q10296812"), modality="planned", on="2014-11-05")]),
        (after, [claim(after, "meet", among=("Q22316", "Q10296812"), stance="negated", on="2014-11-05")]),
    )
    assert found.status == "negated"


def test_meetings_on_two_days_are_two():
    """The same parties, the same type, other days."""
    doc = Document.of("They met on Monday. They met on Friday.")
    found = events_of((doc, [
        claim(doc, "meet", among=("Q22316", "Q10296812"), on="2014-11-03", quote="They met on Monday."),
        claim(doc, "meet", among=("Q22316", "Q10296812"), on="2014-11-07", quote="They met on Friday."),
    ]))  # fmt: skip
    assert [e.earliest for e in found] == ["2014-11-03", "2014-11-07"]


def test_months_without_a_year_exclude_each_other():
    """Nov. 24 and Nov. 25 are two days in any year; nothing gets bounds."""
    doc = Document.of("They met on Nov. 24. They met on Nov. 25.")
    found = events_of((doc, [
        claim(doc, "meet", among=("USA", "IRN"), on="XXXX-11-24", quote="They met on Nov. 24."),
        claim(doc, "meet", among=("USA", "IRN"), on="XXXX-11-25", quote="They met on Nov. 25."),
    ]))  # fmt: skip
    assert [(e.when.edtf, e.earliest) for e in found if e.when] == [("XXXX-11-24", None), ("XXXX-11-25", None)] or [
        (e.when.edtf, e.earliest) for e in found if e.when
    ] == [("XXXX-11-25", None), ("XXXX-11-24", None)]


def test_a_minister_and_his_state_meet_in_one_event():
    """'Kerry met Zarif' and 'the United States met Iran' on the same day are one meeting, told by its persons."""
    one_paper = Document.of("Kerry met Zarif on Wednesday.", published="2014-11-06", publisher="A")
    other = Document.of("The United States met Iran on Wednesday.", published="2014-11-06", publisher="B")
    found = one(
        (one_paper, [claim(one_paper, "meet", among=("Q22316", "Q10296812"), on="2014-11-05")]),
        (other, [claim(other, "meet", among=("USA", "IRN"), on="2014-11-05")]),
    )
    assert {p.name for p in found.participants} == {"John Kerry", "Mohammad Javad Zarif"}
    assert found.sources == 2


def test_two_ministers_of_one_state_are_two():
    """Lavrov is not Kerry, and Obama is not Kerry, whatever state they stand for."""
    doc = Document.of("Kerry met Zarif. Obama met Zarif.")
    found = events_of((doc, [
        claim(doc, "meet", among=("Q22316", "Q10296812"), quote="Kerry met Zarif."),
        claim(doc, "meet", among=("Q76", "Q10296812"), quote="Obama met Zarif."),
    ]))  # fmt: skip
    assert len(found) == 2


def test_who_wrote_to_whom_is_not_turned_round():
    """Two letters in opposite directions stay two."""
    doc = Document.of("Obama wrote to Khamenei. Khamenei wrote to Obama.")
    found = events_of((doc, [
        claim(doc, "letter", ("Q76",), ("Q57336",), quote="Obama wrote to Khamenei."),
        claim(doc, "letter", ("Q57336",), ("Q76",), quote="Khamenei wrote to Obama."),
    ]))  # fmt: skip
    assert len(found) == 2


def test_one_agency_in_two_papers_is_one_source():
    """Two papers that carry the same words say it once."""
    words = "Kerry met Zarif on Wednesday in Vienna to talk about the limits of the nuclear programme of Iran."
    a = Document.of(f"{words} A's own note.", published="2014-11-06", publisher="A", id="a")
    b = Document.of(f"{words} B has another ending.", published="2014-11-06", publisher="B", id="b")
    read = [(d, [claim(d, "meet", among=("Q22316", "Q10296812"), on="2014-11-05")]) for d in (a, b)]
    found = one(*read)
    assert (found.sources, found.documents) == (1, tuple(d.id for d in sorted((a, b), key=lambda d: d.key)))


def test_a_guess_does_not_outweigh_what_is_sure():
    """Status follows the sure claims; an event of guesses alone is a guess."""
    doc = Document.of("Obama wrote. Perhaps he did not.")
    sure = claim(doc, "letter", ("Q76",), ("Q57336",), quote="Obama wrote.")
    guess = claim(doc, "letter", ("Q76",), ("Q57336",), stance="negated", grade="guess", quote="Perhaps")
    assert one((doc, [sure, guess])).status == "actual"
    assert one((doc, [guess])).grade == "guess"


def test_a_later_document_leaves_the_name_of_an_event():
    """The id is that of the first report; the later document's own id leads to it."""
    first = Document.of("Kerry met Zarif.", published="2014-11-05", id="first")
    later = Document.of("Kerry has met Zarif.", published="2014-11-06", id="later")
    read = [(d, [claim(d, "meet", among=("Q22316", "Q10296812"), on="2014-11-05")]) for d in (first, later)]
    alone, other, both = one(read[0]), one(read[1]), one(*read)
    assert both.id == alone.id
    assert both.replaces == (other.id,)
    assert both.first_reported == "2014-11-05"


TYPES = st.sampled_from([("meet", ()), ("letter", ("to",)), ("negotiate", ())])
WHO = st.sampled_from(["USA", "IRN", "GBR", "Q22316", "Q10296812", "Q76", "ISIS"])
DAYS = st.sampled_from([None, "2014-11-05", "2014-11-06", "2014-11", "XXXX-11-24"])
STANCES = st.sampled_from(["asserted", "denied", "unconfirmed", "confirmed"])
FACTS = st.tuples(TYPES, WHO, WHO, DAYS, STANCES)


def _read(number, facts):
    text = " ".join(f"Sentence {n} of {number}." for n in range(len(facts)))
    document = Document.of(text, published=f"2014-11-{number + 5:02}" if number else None, id=f"d{number}")
    return document, [
        claim(document, kind, (a,), (b,), stance=stance, on=day, quote=f"Sentence {n} of {number}.")
        for n, ((kind, _), a, b, day, stance) in enumerate(facts)
    ]


@settings(deadline=None)
@given(st.lists(st.lists(FACTS, max_size=4), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(documents, random):
    """Documents and claims in any order give the same events; each claim is in exactly one."""
    read = [_read(n, facts) for n, facts in enumerate(documents)]
    want = events_of(*read)
    shuffled = [(d, random.sample(c, len(c))) for d, c in random.sample(read, len(read))]
    assert events_of(*shuffled) == want
    told = [pair for e in want for pair in e.claim_keys]
    assert sorted(told) == sorted({(d.key, c.id) for d, claims in read for c in claims})


@settings(deadline=None)
@given(st.lists(st.lists(FACTS, max_size=4), min_size=2, max_size=5))
def test_removing_a_document_gives_back_what_was(documents):
    """Nothing of a document stays behind once it is gone."""
    read = [_read(n, facts) for n, facts in enumerate(documents)]
    before = events_of(*read[:-1])
    events_of(*read)
    assert events_of(*read[:-1]) == before
