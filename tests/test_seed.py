"""The seed article: what a careful reader finds in it, and what nobody may find.

`tests/data/seed.json` says it by hand. X/Y is the person or body X standing for the state Y; a bare code is the state.
A claim is found when root, parties, stance, modality and claimant fit and its words meet the words given by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.model import Claim, Document, Party

ROOT = Path(__file__).parents[1]
GOLD = json.loads((ROOT / "tests/data/seed.json").read_text("utf-8"))
ARTICLE = ROOT / GOLD["article"]
ROLES = ("initiators", "recipients", "participants")
PERSONS = {"Obama": "Q76", "Khamenei": "Q57336", "Assad": "Q44329", "Earnest": "Q6288836"}


@pytest.fixture(scope="module")
def article() -> Document:
    (document,) = kg.read(ARTICLE)
    assert isinstance(document, Document)
    return document


@pytest.fixture(scope="module")
def claims(article: Document) -> list[Claim]:
    return [claim for claim in kg.claims(article) if claim.grade == "sure"]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> kg.KnowledgeBase:
    return kg.build(ARTICLE, tmp_path_factory.mktemp("seed") / "seed.kg")


@pytest.mark.parametrize("wanted", GOLD["claims"], ids=lambda wanted: wanted["id"])
def test_every_core_claim_is_found(wanted: dict[str, Any], article: Document, claims: list[Claim]) -> None:
    """Root, parties, stance, modality and who says so, at the words that say it."""
    near = [claim for claim in claims if claim.event.root == wanted["root"] and _meets(claim, wanted["words"], article)]
    told = [(c.stance, c.modality, _told(c), c.claimant and c.claimant.name, c.evidence.quote) for c in near]
    fits = [
        c for c in near if _parties_fit(c, wanted) and c.stance in wanted["stance"] and c.modality in wanted["modality"]
    ]
    assert fits, told
    assert any(_claimant_fits(c.claimant, wanted.get("claimant", [])) for c in fits), told
    assert any(c.event.type == wanted["type"] for c in fits), [c.event.type for c in fits]


def test_the_two_sides_of_the_talks_are_told_apart(claims: list[Claim]) -> None:
    """Six states negotiate with one: no six pairs among the six."""
    found = [c for c in claims if c.event.type == "negotiate" and len(_states(c.event.participants)) == 7]
    assert any(_states(c.event.recipients) == {"IRN"} or _states(c.event.initiators) == {"IRN"} for c in found)


def test_each_quote_is_the_article(article: Document) -> None:
    """P1 on the seed: every claim, guesses too, stands in the text with exactly these words."""
    for claim in kg.claims(article):
        evidence = claim.evidence
        assert article.text[evidence.start : evidence.end] == evidence.quote


def test_denied_cooperation_is_no_fact(graph: kg.KnowledgeBase) -> None:
    """The United States and Iran do not cooperate: no actual event, no shortcut, and the denial is there."""
    events = [e for e in graph.events(type="COOPERATE", guesses=True) if {"USA", "IRN"} <= set(e.states)]
    assert "negated" in {e.status for e in events}
    assert "actual" not in {e.status for e in events}
    assert len(graph.query("SELECT * { actor:USA dip:cooperatesWith actor:IRN }")) == 0


def test_nobody_helps_the_islamic_state(claims: list[Claim]) -> None:
    """Iran and the Islamic State do not cooperate."""
    for claim in claims:
        ids = {p.id for role in ROLES for p in getattr(claim.event, role)}
        assert not (claim.event.root in ("COOPERATE", "SUPPORT", "AID") and {"IRN", "ISIS"} <= ids), claim


def test_nothing_comes_from_the_commenting_policy(article: Document) -> None:
    """No claim, not even a guess, stands after the article's end."""
    end = article.text.index("TribLIVE commenting policy")
    assert [c for c in kg.claims(article) if c.evidence.end > end] == []


def test_the_dateline_is_no_party(article: Document) -> None:
    """WASHINGTON — tells where it was written."""
    end = article.text.index("WASHINGTON — ") + len("WASHINGTON")
    mentions = [p.mention for c in kg.claims(article) for role in ROLES for p in getattr(c.event, role)]
    assert [m for m in mentions if m[0] < end <= m[1]] == []


def test_without_a_publication_date_no_year_appears(graph: kg.KnowledgeBase) -> None:
    """Nov. 24 stays XXXX-11-24, Wednesday has no date; the events are bounded by when Obama and Earnest held office."""
    events = graph.events(guesses=True)
    assert [e.id for e in events if e.when and e.when.earliest] == []
    assert {(e.earliest, e.latest) for e in events if e.bounds_basis} == {("2014-06-20", None), (None, "2017-01-20")}
    assert [e.id for e in events if (e.earliest or e.latest) and not e.bounds_basis] == []
    deadlines = {e.deadline.edtf for e in graph.events() if e.deadline}
    assert deadlines == {"XXXX-11-24"}


def test_with_a_publication_date_the_deadline_has_its_year() -> None:
    """Published on 2014-11-06, Nov. 24 is 2014-11-24 and Wednesday is the day before publication."""
    found = list(kg.claims(ARTICLE, published="2014-11-06"))
    assert {c.event.deadline.edtf for c in found if c.event.deadline} == {"2014-11-24"}
    (document,) = kg.read(ARTICLE, published="2014-11-06")
    assert isinstance(document, Document)
    from kg.extract.dates import lines

    assert {row["text"]: row["edtf"] for row in lines(document)}["Wednesday"] == "2014-11-05"


@pytest.mark.parametrize("wanted", GOLD["questions"], ids=lambda wanted: wanted["ask"].replace(" ", "-"))
def test_the_seven_questions_are_answered(wanted: dict[str, Any], graph: kg.KnowledgeBase) -> None:
    """Names where names are asked for; where yes or no is asked for, the verdict with its voices."""
    answer = graph.ask(wanted["ask"])
    if isinstance(wanted["answer"], list):
        assert {name.casefold() for name in answer.names} == {name.casefold() for name in wanted["answer"]}
    elif answer.kind == "yes-no":
        assert answer.verdict == "no"
        assert {"Josh Earnest", "Wall Street Journal"} <= {name.removeprefix("The ") for name in _speakers(answer.rows)}
    else:
        assert answer.names == ("United States",)
        assert "condition" in answer.text


def _speakers(rows: Iterable[Any]) -> set[str]:
    return {row.speaker for row in rows}


def _meets(claim: Claim, words: list[str], article: Document) -> bool:
    spans = [(at, at + len(quote)) for quote in words if (at := article.text.find(quote)) >= 0]
    return any(claim.evidence.start < end and begin < claim.evidence.end for begin, end in spans)


def _states(parties: Iterable[Party]) -> set[str]:
    """States and bodies; somebody known by words only ("its negotiating partners") neither helps nor disturbs."""
    return {state for party in parties if party.kind != "described" for state in party.states or (party.id,)}


def _told(claim: Claim) -> list[set[str]]:
    return [_states(getattr(claim.event, role)) for role in ROLES]


def _wanted_states(names: Iterable[str]) -> set[str]:
    return {name.rpartition("/")[2] for name in names}


def _parties_fit(claim: Claim, wanted: dict[str, Any]) -> bool:
    """The sides by state, persons by their id; in a mutual event the parties may come as participants."""
    sides = [_wanted_states(wanted.get(role, [])) for role in ROLES]
    found = _told(claim)
    mutual = wanted["root"] in ("CONSULT", "COOPERATE") and found[2] == set().union(*sides)
    if not (found[:2] == sides[:2] or mutual):
        return False
    persons = {PERSONS[name.partition("/")[0]] for role in ROLES for name in wanted.get(role, []) if "/" in name}
    return persons <= {p.id for role in ROLES for p in getattr(claim.event, role)}


def _claimant_fits(claimant: Party | None, wanted: list[str]) -> bool:
    """Nobody where nobody is named; else by name, or as a body of the state that is named."""
    if not wanted or claimant is None:
        return not wanted and claimant is None
    name, _, state = wanted[0].partition("/")
    same = name.casefold() in f"{claimant.id} {claimant.name} {claimant.text}".casefold()
    return same and (not state or state in claimant.states)
