"""Which event a date belongs to, on sentences of our own; the figures stand in docs/dates.md."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from kg.extract import extract
from kg.model import Document

SENTENCES = [json.loads(line) for line in Path(__file__).with_name("attached.jsonl").read_text("utf-8").splitlines()]
"""Kind, text, and for each event type that matters its date in EDTF (null: the text tells none, a list: several); a
key such as "meet deadline" is the deadline of that event. "blind" ones were written after the rules, and read once.
Those of kind "agency" have each their own publication day; their dates were marked before the first run.
"""

PUBLISHED = "2014-11-06"  # a Thursday
FLOOR = 0.95


def dates_of(text: str, published: str | None = PUBLISHED) -> dict[str, object]:
    """The date of each event type in the text; several different ones as a list in the order of the text."""
    told: dict[str, list[str | None]] = {}
    for claim in extract(Document.of(text, published=published)):
        told.setdefault(claim.event.type, []).append(claim.when.edtf if claim.when else None)
        if claim.event.deadline:
            told.setdefault(f"{claim.event.type} deadline", []).append(claim.event.deadline.edtf)
    distinct = {name: list(dict.fromkeys(found)) for name, found in told.items()}
    return {name: found[0] if len(found) == 1 else found for name, found in distinct.items()}


def test_dates_stand_with_their_events() -> None:
    """Of two hundred sentences nearly all give each event the date that the text tells for it, and no other."""
    missed = []
    kinds: Counter[str] = Counter()
    for sentence in SENTENCES:
        found = dates_of(sentence["text"], sentence.get("published", PUBLISHED))
        kinds[sentence["kind"]] += 1
        if any(found.get(name, "no such event") != edtf for name, edtf in sentence["dates"].items()):
            missed.append((sentence, found))
    assert kinds.total() >= 200
    assert len(missed) <= (1 - FLOOR) * kinds.total(), missed


def test_without_a_publication_date_only_what_the_text_tells_stays() -> None:
    """“On Tuesday” dates nothing then, "on 12 July 1999" and what counts from it do."""
    undated = dates_of("Peru signed a fishing treaty with Chile on Tuesday.", None)
    assert undated == {"sign": None}
    told = dates_of("Sudan expelled Libya's envoy on 12 July 1999. A day earlier Eritrea had attacked Ethiopia.", None)
    assert told == {"expel": "1999-07-12", "assault": "1999-07-11"}


def test_the_reason_is_told_in_words() -> None:
    """What counts from an event names its date; what goes on from the sentence before says so."""
    text = "Rebels attacked Guinea on 6 September 2000. Three days after the attack Guinea accused Liberia."
    accused = next(c for c in extract(Document.of(text)) if c.event.type == "accuse")
    assert accused.when is not None
    assert accused.when.basis == "3 days after 2000-09-06, told of by '6 September 2000'"


@pytest.mark.parametrize("word", ["six months", "two weeks", "a year"])
def test_a_length_is_no_date(word: str) -> None:
    """How long it took dates nothing."""
    assert dates_of(f"Estonia and Latvia held talks for {word}.") == {"negotiate": None}


def test_a_present_with_a_day_to_come_is_a_plan() -> None:
    (claim,) = extract(Document.of("Peru hosts Chile for talks on December 3.", published=PUBLISHED))
    assert (claim.modality, claim.when and claim.when.edtf) == ("planned", "2014-12-03")
    (claim,) = extract(Document.of("Peru recalls envoy to Chile on Monday", published=PUBLISHED))
    assert (claim.modality, claim.when and claim.when.edtf) == ("actual", "2014-11-03")


@pytest.mark.parametrize(
    ("text", "name", "edtf", "modality"),
    [
        ("Turkey condemned Israel for its May 31 raid.", "condemn", None, "actual"),
        ("Chad rejected Libya's May proposal.", "reject", None, "actual"),
        ("Egypt on Tuesday rejected Israel's October 3 offer.", "reject", "2014-11-04", "actual"),
        ("Cuba accused Panama of shelling a port on 3 May 1999.", "accuse", None, "actual"),
        ("Iran agreed to meet French envoys on December 3.", "consent", None, "actual"),
        ("Iran agreed to meet French envoys on December 3.", "meet", "2014-12-03", "planned"),
        ("Iran agrees to meet French envoys next week.", "consent", None, "actual"),
        ("Russia killed three Georgians in Tuesday's raid.", "kill", "2014-11-04", "actual"),
        ("Egypt visits Qatar on Monday, officials said.", "visit", "2014-11-10", "planned"),
        ("Mali accuses France on Monday of spying.", "accuse", "2014-11-03", "actual"),
        ("Qatar gave Egypt until Friday to release its journalists.", "release", "../2014-11-07", "planned"),
        ("Iran refused to free the crew on Monday.", "refuse", "2014-11-03", "actual"),
        ("Peru was to meet Chile on Friday.", "meet", "2014-11-07", "planned"),
        ("Peru was to have met Chile on Friday.", "meet", "2014-10-31", "planned"),
    ],
)
def test_the_date_of_the_deed_is_not_that_of_what_it_is_about(
    text: str, name: str, edtf: str | None, modality: str
) -> None:
    """Nor is a past deed dated after its report; what a calendar holds lies ahead, what was due on the near side."""
    claim = next(c for c in extract(Document.of(text, published=PUBLISHED)) if c.event.type == name)
    assert (claim.when and claim.when.edtf, claim.modality) == (edtf, modality)


@pytest.mark.parametrize(
    "text",
    [
        "President Ford invited Peru to talks on May 3.",
        "Peru accepted an invitation from Chile to talks in May.",
        "Brazil, a party to the 1942 treaty, urged Peru to wait.",
        "Greece met Turkey to discuss the 1923 treaty.",
    ],
)
def test_a_day_of_something_else_dates_no_deed(text: str) -> None:
    assert {c.when for c in extract(Document.of(text, published="1976-04-20"))} == {None}


def test_a_day_without_a_year_is_that_of_a_deed_done_not_long_ago() -> None:
    (claim,) = extract(Document.of("Iran attacked Iraq on March 3.", published="1976-04-20"))
    assert claim.when is not None
    assert claim.when.edtf == "1976-03-03"
