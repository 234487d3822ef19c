"""Page data: what of a graph a page shows, in which order, and how it travels."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

from kg.errors import KgError
from kg.extract import extract
from kg.model import Document
from kg.views import page, page_html
from kg.views.data import PageData
from kg.views.gather import from_claims, from_graph
from tests.graph import made
from tests.views import examples


def test_every_quote_stands_in_its_sentence():
    """`sentence[at : at + length]` is the quote of the claim, for every claim of the seed."""
    told = {reason.claim.id: reason.claim for reason in examples.seed_graph().reasons()}
    for claim in examples.seed().claims:
        assert claim.quote == told[claim.id].evidence.quote
        assert claim.quote in claim.sentence


def test_the_sentence_is_whole():
    """The sentence around the quote begins and ends where the article's sentence does."""
    letter = next(c for c in examples.seed().claims if c.quote.startswith("while not confirming"))
    assert letter.sentence.startswith("However, while not confirming nor denying the existence of the letter")
    assert letter.sentence.endswith("to cooperate or coordinate with Iran against the terrorists.")


def test_events_of_a_graph_keep_sides_status_and_sources():
    """The negotiations: six with one, actual; the cooperation: negated."""
    events = {event.type: event for event in examples.seed().events}
    assert set(events["negotiate"].initiators) == set(examples.SIX)
    assert events["negotiate"].recipients == ("IRN",)
    assert events["negotiate"].mutual
    assert events["cooperate"].status == "negated"
    assert len(events["letter"].claims) == 3


def test_unnamed_sources_are_no_actors_but_keep_their_words():
    """Diplomatic sources speak, and are nobody in the network."""
    data = examples.seed()
    assert all(
        actor.kind != "unnamed" for actor in data.actors if actor.id not in {p for e in data.events for p in e.parties}
    )
    assert "diplomatic sources" in {claim.claimant_text for claim in data.claims}


def test_some_events_bring_only_their_claims():
    """A page of the chosen events holds no claim about others."""
    graph = examples.seed_graph()
    letter = [event for event in graph.events() if event.type == "letter"]
    data = from_graph(graph, letter)
    assert len(data.events) == 1
    assert {claim.id for claim in data.claims} == set(letter[0].claims)


def test_the_order_of_what_comes_in_changes_nothing():
    """Shuffled documents, actors, events and claims make the same page."""
    data = examples.crowd(50)
    chance = random.Random(3)
    mixed = [chance.sample(part, len(part)) for part in (data.documents, data.actors, data.events, data.claims)]
    assert page_html(PageData.of(data.title, *mixed)) == page_html(data)


def test_claims_alone_make_a_page():
    """Without a graph each claim is an event of its own with its stance as status."""
    document, claims = made.seed()
    data = from_claims([document], claims)
    assert len(data.events) == len(claims)
    assert {event.status for event in data.events} >= {"actual", "negated", "unconfirmed", "conditional"}


def test_a_title_can_be_given():
    """`title` is the heading; else one document's title, or how many there are and of which years."""
    document, claims = made.seed()
    assert "<title>Talks &amp; letters</title>" in page_html(from_claims([document], claims), title="Talks & letters")
    assert from_graph(examples.seed_graph()).title == document.title
    two = examples.Told((
        (replace(document, id="a", published="2014-11-06"), ()),
        (replace(document, id="b", published="2014-11-09"), ()),
    ))  # fmt: skip
    assert from_graph(two).title == "Events in 2 documents, 2014"


def test_a_thousand_events_stay_under_a_megabyte_and_a_half():
    """The file grows with the events, not with their square."""
    assert len(page_html(examples.crowd(1000)).encode()) <= 1_500_000


def test_a_page_is_written_whole_or_not_at_all(tmp_path):
    """A directory in the way: one clear line, and nothing left behind."""
    (tmp_path / "taken").mkdir()
    with pytest.raises(KgError, match="cannot write the page"):
        page(examples.seed(), tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
    assert page(examples.seed(), tmp_path / "new" / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_an_empty_graph_makes_a_page():
    """No documents, no events: a page that says so."""
    html = page_html(PageData.of("Nothing", [], [], [], []))
    carried = html.split('id="data">')[1].split("</script>")[0]
    assert json.loads(carried)["events"] == []


def test_rounds_of_one_negotiation_share_a_number():
    """Talks in May and in July between the same two are one series; a visit between them is none of it."""
    text = "Chad and Sudan held talks on 4 May 2009. Chad visited Sudan. Chad and Sudan held talks on 7 July 2009."
    told = Document.of(text, published="2009-07-08")
    graph = examples.Told(((told, tuple(extract(told))),))
    found = from_graph(graph).to_json()["events"]
    rounds = [event for event in found if event["type"] == "negotiate"]
    assert len(rounds) == 2
    assert [event.get("series") for event in rounds] == [1, 1]
    assert not any("series" in event for event in found if event["type"] != "negotiate")
