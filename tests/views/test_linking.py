"""Choosing in one part of the page filters the others; the address keeps the choice."""

from __future__ import annotations

import pytest

from kg.views import page
from kg.views.data import PageActor, PageClaim, PageData, PageDocument, PageEvent
from tests.views import examples

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def data() -> PageData:
    return examples.seed()


def number(data: PageData, actor: str) -> int:
    return [one.id for one in data.actors].index(actor)


def event_of(data: PageData, kind: str) -> int:
    return next(i for i, event in enumerate(data.events) if event.type == kind)


def test_talks_of_seven_are_one_node_with_seven_ties(show, data):
    """The negotiations are one event; six parties are tied on one side, one on the other."""
    opened = show(data)
    node = len(data.actors) + event_of(data, "negotiate")
    ties = opened.page.evaluate(
        "(node) => kg.page.network.edges.get().filter((edge) => edge.from === node || edge.to === node)", node
    )
    bars = [tie for tie in ties if (tie["arrows"] or {"to": {}})["to"].get("type") == "bar"]
    assert len(ties) == 7
    assert [tie["from"] for tie in bars] == [number(data, "IRN")]


def test_a_click_on_an_event_shows_its_words(show, data):
    """The evidence holds the quote as it stands in the document, highlighted in its sentence."""
    opened = show(data)
    opened.page.mouse.click(*opened.node_at(len(data.actors) + event_of(data, "letter")))
    marked = opened.page.locator(".claim mark").all_inner_texts()
    assert "President Obama has written a letter about the fight against Islamic State terrorists" in marked
    assert "diplomatic sources" in opened.evidence()
    assert "According to".lower() in opened.page.inner_text(".claim.asserted blockquote").lower()
    assert "event=" in opened.hash()


def test_a_click_on_an_actor_filters_timeline_and_evidence(show, data):
    """Islamic State: the two fights, in the list and in the lanes."""
    opened = show(data)
    opened.page.mouse.click(*opened.node_at(number(data, "ISIS")))
    assert "2 events" in opened.evidence()
    events = {mark["event"] for mark in opened.marks()}
    assert events == {event.id for event in data.events if "ISIS" in event.parties}


def test_a_click_on_an_edge_between_actors_chooses_the_pair(show, data):
    """In the view of actors the line from Obama to Khamenei leads to their letter."""
    opened = show(data, "#view=actors")
    (ax, ay), (bx, by) = (opened.node_at(number(data, one)) for one in ("Q76", "Q57336"))
    opened.page.mouse.click((ax + bx) / 2, (ay + by) / 2)
    assert {opened.state()["actor"], opened.state()["with"]} == {"Q76", "Q57336"}
    assert opened.evidence().count("Barack Obama wrote to Ali Khamenei") == 1


def test_sides_make_six_pairs_not_twenty_one(show, data):
    """Seven parties that negotiate, six with one: in the view of actors six lines, not forty-two."""
    talks = [event for event in data.events if event.type == "negotiate"]
    only = PageData.of("talks", data.documents, data.actors, talks, [c for c in data.claims if c.event == talks[0].id])
    opened = show(only, "#view=actors")
    assert opened.page.evaluate("kg.page.network.edges.length") == 6


def test_the_address_opens_what_it_says(show, data):
    """A link with an actor, a type and lanes by type shows exactly that."""
    opened = show(data, "#actor=IRN&types=CONSULT&lanes=type")
    assert opened.page.locator(".key[aria-pressed=true]").inner_text().startswith("consult")
    assert {mark["lane"] for mark in opened.marks()} == {"discuss", "negotiate"}


def test_back_goes_back(show, data):
    """Actor, then event, then twice back: the actor's list, then the overview."""
    opened = show(data)
    opened.page.click(".evidence .actor >> text=Iran")
    opened.page.locator(".evidence .event").first.click()
    assert opened.page.locator(".claim").count() > 0
    opened.page.go_back()
    assert "state · IRN" in opened.evidence()
    opened.page.go_back()
    assert "Choose an actor" in opened.evidence()
    assert opened.hash() == ""


def test_the_legend_filters_all_parts(show, data):
    """One press on `assault`: two fights in network, timeline and list; a second press shows all."""
    opened = show(data)
    opened.page.click(".key >> text=assault")
    fights = {event.id for event in data.events if event.root == "ASSAULT"}
    assert {mark["event"] for mark in opened.marks()} == fights
    assert len([node for node in opened.nodes() if node >= len(data.actors)]) == 2
    opened.page.click(".key >> text=assault")
    assert len([node for node in opened.nodes() if node >= len(data.actors)]) == len(data.events)


def test_status_filters(show, data):
    """Denied: only the cooperation that is denied."""
    opened = show(data)
    opened.page.click(".key >> text=denied")
    assert opened.page.locator(".evidence .event").all_inner_texts()[0].startswith("United States does not cooperate")
    assert opened.page.locator(".evidence .event").count() == 1


def test_search_finds_words_of_quotes(show, data):
    """A word that stands only in a quote finds its event; nonsense finds nothing and says so."""
    opened = show(data)
    opened.page.fill("#find", "intelligence")
    opened.until("kg.page.state.get().find === 'intelligence'")
    assert opened.page.locator(".evidence .event").count() == 1
    opened.page.fill("#find", "zzzz")
    opened.until("kg.page.state.get().find === 'zzzz'")
    assert "Nothing matches" in opened.evidence()
    assert opened.misdeeds == []


def test_denials_stand_first(show, data):
    """Of the claims about an event those that deny or doubt it come before those that affirm it."""
    opened = show(data, f"#event={data.events[event_of(data, 'letter')].id}")
    stances = opened.page.locator(".claim").evaluate_all("all => all.map((one) => one.classList[1])")
    assert stances[0] == "unconfirmed"
    assert set(stances[1:]) <= {"asserted", "confirmed"}


def test_every_quote_is_shown_as_it_stands(show, data):
    """For each event the highlighted words are the claims' quotes."""
    opened = show(data)
    for event in data.events:
        opened.page.evaluate("(event) => kg.page.state.set({event})", event.id)
        told = sorted(claim.quote for claim in data.claims if claim.event == event.id)
        assert sorted(opened.page.locator(".claim mark").evaluate_all("all => all.map((m) => m.textContent)")) == told


def test_a_document_filters(show, data):
    """Choosing a document shows its reason for its date and only its events."""
    opened = show(data, f"#document={data.documents[0].id}")
    assert "given by --published" in opened.evidence()


def test_a_crowd_shows_three_hundred_first(show):
    """Of 1,000 events the 300 heaviest, and how to see more."""
    data = examples.crowd(1000)
    opened = show(data, "#view=events")
    events = {node - len(data.actors) for node in opened.nodes() if node >= len(data.actors)}
    assert events == set(range(300))
    opened.page.click("text=300 more")
    assert len([node for node in opened.nodes() if node >= len(data.actors)]) == 600
    opened.page.click("text=Show all")
    assert len([node for node in opened.nodes() if node >= len(data.actors)]) == 1000
    assert opened.misdeeds == []


def test_a_rare_actor_is_shown_with_his_events(show):
    """An actor whose events are not among the 300 heaviest: choosing him brings them in."""
    data = examples.crowd(1000)
    shown = {party for event in data.events[:300] for party in event.parties}
    rare = next(actor for event in data.events[300:] for actor in event.parties if actor not in shown)
    own = {len(data.actors) + i for i, event in enumerate(data.events) if rare in event.parties}
    opened = show(data, f"#actor={rare}&view=events")
    assert own <= opened.nodes()


def test_escape_leads_out(show, data):
    """Escape leaves the event, then the actor."""
    opened = show(data, f"#actor=IRN&event={data.events[event_of(data, 'negotiate')].id}")
    opened.page.keyboard.press("Escape")
    assert opened.state()["event"] is None
    assert opened.state()["actor"] == "IRN"
    opened.page.keyboard.press("Escape")
    assert opened.state()["actor"] is None


def test_an_unknown_choice_in_the_address_is_no_error(show, data):
    """Old links to events that are gone open the page as it is."""
    opened = show(data, "#event=gone&actor=nobody&with=x&from=2014-99-99&to=y&view=z&show=-3&document=none")
    assert opened.misdeeds == []


def test_an_event_chosen_elsewhere_comes_into_sight(show):
    """An event whose lane lies far below is scrolled to when it is chosen in the list."""
    data = examples.crowd(400)
    opened = show(data)
    far = opened.page.evaluate(
        """(() => { const lane = kg.page.timeline.lanes.at(-1); return lane.marks[0].event.id; })()"""
    )
    opened.page.evaluate("(event) => kg.page.state.set({event})", far)
    opened.until(
        "kg.page.timeline.hits.some((hit) => hit.mark && hit.mark.event === kg.page.timeline.chosen || hit.dense)"
    )
    assert opened.misdeeds == []


def test_a_thicket_begins_with_actors_and_a_few_events_with_events(show, data):
    """Twelve events are drawn one by one; of four hundred the lines between actors, until the reader wants events."""
    assert show(data).state()["view"] == "events"
    crowd = examples.crowd(400)
    opened = show(crowd)
    assert opened.state()["view"] == "actors"
    assert max(opened.nodes()) < len(crowd.actors)
    opened.page.click(".panel.network [data-value=events]")
    assert opened.state()["view"] == "events"
    assert "view=events" in opened.hash()
    opened.page.go_back()
    assert opened.state()["view"] == "actors"


def test_a_page_opens_as_it_was_made(browser, data, tmp_path):
    """`start` decides what is shown without an address, and an address has the last word."""
    path = page(data, tmp_path / "t.html", start={"part": "timeline", "lanes": "type"})
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    opened.goto(path.as_uri())
    assert opened.locator(".panel.timeline").is_visible()
    assert not opened.locator(".panel.network").is_visible()
    assert opened.evaluate("location.hash") == ""
    opened.goto(f"{path.as_uri()}#part=network")
    opened.reload()
    assert opened.locator(".panel.network").is_visible()
    assert not opened.locator(".panel.timeline").is_visible()
    opened.close()


def test_the_heading_says_what_this_is(show, data):
    """How many events, actors and documents, and of when; the overview says what became of them."""
    opened = show(data)
    acting = {one for event in data.events for one in event.parties}
    assert opened.page.inner_text(".lead").startswith(
        f"{len(data.events)} events between {len(acting)} actors, as told in 1 document"
    )
    actual = sum(event.status == "actual" for event in data.events)
    assert f"{actual} said to have happened or to be going on" in opened.evidence()


def test_an_event_in_a_list_has_words_that_agree_with_it(show, data):
    """The letter is told by a claim that says it was sent, not by the one that leaves it open."""
    opened = show(data, "#actor=Q76&types=CONSULT")
    letter = opened.page.locator(".evidence .event", has_text="wrote to Ali Khamenei").inner_text()
    assert "“President Obama has written a letter about the fight against Islamic State terrorists”" in letter


def test_what_an_actor_did_stands_in_the_order_of_time(show):
    """Years as headings, each once, from the first to the last, then what has no date."""
    data = examples.crowd(400)
    opened = show(data, f"#actor={data.actors[0].id}")
    years = opened.page.locator(".evidence .year").all_inner_texts()
    assert len(years) > 1
    assert years == sorted(set(years))


def test_what_is_chosen_in_a_thicket_is_brought_near(show):
    """Choosing an actor among hundreds shows him and those he has to do with, larger than the whole."""
    data = examples.crowd(1000)
    rare = min(data.actors, key=lambda one: (sum(one.id in event.parties for event in data.events) or 99, one.id))
    opened = show(data)
    whole = opened.page.evaluate("kg.page.network.vis.getScale()")
    opened.page.evaluate("(actor) => kg.page.state.set({actor})", rare.id)
    near = opened.page.evaluate("kg.page.network.vis.getScale()")
    assert near > 1.5 * whole
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate("kg.page.network.vis.getScale()") == pytest.approx(whole)


def test_a_pointer_on_an_event_is_told_its_words(show, data):
    """Resting on the letter in the network: its sentence, its date and a quote, as text."""
    opened = show(data)
    opened.page.mouse.move(*opened.node_at(len(data.actors) + event_of(data, "letter")))
    opened.until("!document.querySelector('.panel.network .tip').hidden")
    told = opened.page.inner_text(".panel.network .tip").splitlines()
    assert told[0] == "Barack Obama wrote to Ali Khamenei"
    assert told[1] == "reported 6 Nov 2014"
    assert told[2].startswith("“")


def test_the_network_takes_the_shape_of_its_place(show, data):
    """On an upright screen the network stands upright, and every name is whole within it."""
    opened = show(data, size=(390, 844), has_touch=True)
    spots = opened.page.evaluate("kg.page.network.nodes.getIds().map((id) => kg.page.network.spots[id])")
    wide, high = (max(spot[k] for spot in spots) - min(spot[k] for spot in spots) for k in (0, 1))
    assert high > wide


def test_what_an_event_is_about_and_where_its_text_stands(show):
    """The thing that was signed is told beside the parties, is found by the search, and the web address is a link."""
    told = PageDocument("d", "Accord in Lomé", "Wire", "1999-07-08", url="https://news.example/lome")
    other = PageDocument("x", "A copy", "Wire", "1999-07-08", url="javascript:alert(1)")
    text = "Togo and Benin signed a fishing accord."
    claims = [PageClaim(f"c{d.id}", "e", d.id, text, 0, len(text), 0, len(text)) for d in (told, other)]
    event = PageEvent("e", "sign", "AGREE", "sign an agreement", participants=("A", "B"), mutual=True,
                      object="a fishing accord", claims=("cd", "cx"))  # fmt: skip
    people = [PageActor("A", "Togo", "state"), PageActor("B", "Benin", "state")]
    opened = show(PageData.of("Accord", [told, other], people, [event], claims), "#event=e")
    assert "a fishing accord" in opened.page.locator(".facts").inner_text()
    links = opened.page.locator(".evidence a")
    assert links.evaluate_all("all => all.map((a) => [a.href, a.rel])") == [
        ["https://news.example/lome", "noopener noreferrer"]
    ]
    opened.page.evaluate("kg.page.state.set({event: null, find: 'fishing'})")
    assert opened.page.locator(".evidence .event").count() == 1
    assert opened.misdeeds == []


def test_a_name_in_the_search_chooses_the_actor(show, data):
    """Names are offered; Enter behind a whole name chooses it, behind anything else nothing."""
    opened = show(data)
    offered = opened.page.locator("#names option").evaluate_all("all => all.map((one) => one.value)")
    assert {"Iran", "Barack Obama"} <= set(offered)
    opened.page.fill("#find", "ali khamenei")
    opened.page.keyboard.press("Enter")
    assert opened.state()["actor"] == "Q57336"
    assert opened.state()["find"] == ""
    opened.page.fill("#find", "Ali")
    opened.page.keyboard.press("Enter")
    opened.until("kg.page.state.get().find === 'Ali'")


def test_what_an_actor_says_stands_under_what_it_did(show, data):
    """Who is quoted is found by what he says: his claims are listed with their words, after the events of his own."""
    who = next(actor for actor in data.actors if any(claim.claimant == actor.id for claim in data.claims))
    said = [claim for claim in data.claims if claim.claimant == who.id]
    opened = show(data, f"#actor={who.id}")
    assert f"says · {len(said)} claim" in opened.evidence().lower()
    assert all(claim.quote[:60] in opened.evidence() for claim in said)


def test_of_an_undated_text_the_span_is_told_and_nothing_is_drawn(show):
    """Written some time between two days: the tray says so with the reason, and no year is guessed for the event."""
    span = PageDocument("d", "A note", "Wire", "1993-01-20/1997-01-20", "while both were in office")
    claim = PageClaim("c", "e", "d", "Niger met Chad.", 0, 15, 0, 15)
    event = PageEvent("e", "meet", "CONSULT", "meet", participants=("A", "B"), mutual=True, claims=("c",))
    people = [PageActor("A", "Niger", "state"), PageActor("B", "Chad", "state")]
    opened = show(PageData.of("Note", [span], people, [event], [claim]), "#event=e")
    assert opened.marks() == []
    said = "written within 20 Jan 1993 – 20 Jan 1997"
    assert said in opened.page.inner_text(".tray")
    assert "while both were in office" in opened.page.inner_text(".tray")
    assert said in opened.page.inner_text(".facts")


def test_an_empty_page_says_so(show):
    """No event at all: a sentence in every part, and no "null" anywhere."""
    opened = show(PageData.of("Nothing yet", [PageDocument("d", "A note", "Wire", "2020-01-01")], [], [], []))
    assert opened.page.locator(".blank:visible").count() == 2
    assert "No event was found in these documents" in opened.evidence()
    assert "null" not in opened.page.inner_text("body")
    assert opened.misdeeds == []


def test_filters_that_let_nothing_through_say_so(show, data):
    """A search without a hit: the parts are not just blank."""
    opened = show(data, "#find=zzzz")
    assert (
        opened.page.locator(".blank:visible").all_inner_texts()
        == ["Nothing matches. Loosen the search or the filters."] * 2
    )
    assert "null" not in opened.evidence()


def test_choosing_in_a_crowd_redraws_nothing_anew(show):
    """The same events in another order are the same picture: no node or edge is set again."""
    crowd = examples.crowd(1000)
    opened = show(crowd, "#view=events")
    opened.page.evaluate("kg.page.network.edges.on('*', () => { window.touched = (window.touched || 0) + 1; })")
    busy = crowd.events[0].parties[0]
    opened.page.evaluate("(actor) => kg.page.state.set({actor, show: 1000})", busy)
    touched = opened.page.evaluate("window.touched")
    opened.page.evaluate("kg.page.state.set({actor: null})")
    assert opened.page.evaluate("window.touched") == touched
