"""One-line makers of parties, claims and documents, so that tests of the graph read as sentences."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.model import Claim, Document, Event, Evidence, Party, When

STATES = {
    "USA": "United States", "IRN": "Iran", "GBR": "United Kingdom", "CHN": "China", "FRA": "France",
    "DEU": "Germany", "RUS": "Russia", "IRQ": "Iraq", "SYR": "Syria", "JPN": "Japan", "KOR": "South Korea",
    "IND": "India", "PAK": "Pakistan", "EGY": "Egypt", "ISR": "Israel", "TUR": "Turkey",
}  # fmt: skip
SIX = ("CHN", "DEU", "FRA", "GBR", "RUS", "USA")
PERSONS = {
    "Q76": ("Barack Obama", "USA"), "Q57336": ("Ali Khamenei", "IRN"), "Q6288836": ("Josh Earnest", "USA"),
    "Q22316": ("John Kerry", "USA"), "Q10296812": ("Mohammad Javad Zarif", "IRN"),
    "Q44329": ("Bashar al-Assad", "SYR"), "Q58217": ("Sergey Lavrov", "RUS"),
    "Q348144": ("Hassan Rouhani", "IRN"), "Q22686": ("Donald Trump", "USA"), "Q7747": ("Vladimir Putin", "RUS"),
    "Q473239": ("Mike Pompeo", "USA"),
}  # fmt: skip


class Roster:
    """Who belongs to which grouping, and nothing else."""

    def __init__(self, groups: dict[str, tuple[str, ...]]) -> None:
        self.groups = groups

    def get(self, _actor_id: str) -> None:
        return None

    def find(self, _name: str) -> tuple[str, ...]:
        return ()

    def members(self, group: str, _day: str | None = None) -> tuple[str, ...]:
        return self.groups.get(group, ())


def party(who: str, text: str = "") -> Party:
    """A party from its id (a state, a known person, `anonymous:words:STATE`, or any other body), found in a text."""
    made = _party(who)
    begin = text.find(made.name)
    if begin < 0:
        return replace(made, text="", mention=(0, 0))
    return replace(made, mention=(begin, begin + len(made.name)))


def _party(who: str) -> Party:
    mention = (0, 0)
    if who in STATES:
        return Party(who, STATES[who], "state", (who,), mention, STATES[who])
    if who in PERSONS:
        name, state = PERSONS[who]
        return Party(who, name, "person", (state,), mention, name, "title")
    if who.startswith("anonymous:"):
        _, name, *states = who.split(":")
        return Party("anonymous", name, "unnamed", tuple(states), mention, name, "role")
    kinds = {"ISIS": "armed group", "WSJ": "media", "AP": "media", "P5+1": "grouping"}
    return Party(who, who, kinds.get(who, "organization"), (), mention, who)


def sides(text: str, *who: str) -> tuple[Party, ...]:
    return tuple(party(w, text) for w in who)


def when(edtf: str | None, text: str | None = None) -> When | None:
    """A date from an EDTF day, month or year."""
    from kg.graph.reports import bounds_of

    if edtf is None:
        return None
    earliest, latest = bounds_of(edtf) or (None, None)
    return When(edtf, earliest, latest, text or edtf, "given")


def claim(
    document: Document,
    event_type: str,
    by: tuple[str, ...] = (),
    to: tuple[str, ...] = (),
    among: tuple[str, ...] = (),
    *,
    root: str = "CONSULT",
    stance: Any = "asserted",
    modality: Any = "actual",
    says: str | None = None,
    on: str | None = None,
    at: int = 0,
    quote: str | None = None,
    **more: Any,
) -> Claim:
    """A claim of a document; without `quote` its words are the whole text from `at`."""
    words = document.text[at:] if quote is None else quote
    grade = more.pop("grade", "sure")
    begin = document.text.index(words)
    return Claim(
        document=document.id,
        event=Event(event_type, root, *(sides(document.text, *who) for who in (by, to, among)), **more),
        stance=stance,
        modality=modality,
        evidence=Evidence(begin, begin + len(words), words),
        claimant=party(says, document.text) if says else None,
        when=when(on),
        trigger=(begin, begin + len(words)),
        grade=grade,
        rule="by hand",
        extractor="tests 1",
    )


_SEED_ACTORS = {
    "Obama/USA": "Q76", "Khamenei/IRN": "Q57336", "Assad/SYR": "Q44329", "Earnest/USA": "Q6288836",
    "diplomatic sources": "anonymous:diplomatic sources",
    "administration officials/USA": "anonymous:administration officials:USA",
    "Obama administration/USA": "obama-administration", "WSJ": "WSJ",
}  # fmt: skip
_GOLD = Path(__file__).parents[1] / "data" / "seed_claims.json"


def seed() -> tuple[Document, list[Claim]]:
    """The seed article with its core claims, made by hand."""
    text = (Path(__file__).parents[2] / "seeds" / "obama-letter-khamenei.txt").read_text(encoding="utf-8")
    document = Document.of(
        text, title="Obama writes to Iran's Ayatollah Ali Khamenei", publisher="The Associated Press"
    )
    return document, [_seed_claim(document, row) for row in json.loads(_GOLD.read_text(encoding="utf-8"))]


def _seed_claim(document: Document, row: dict[str, Any]) -> Claim:
    def who(role: str) -> tuple[str, ...]:
        return tuple(_SEED_ACTORS.get(x, x) for x in row.get(role, ()))

    deadline = {"deadline": when(row["deadline"])} if row.get("deadline") else {}
    says = row.get("claimant")
    return claim(
        document, row["type"], who("initiators"), who("recipients"), who("participants"), root=row["root"],
        stance=row["stance"], modality=row["modality"], says=_SEED_ACTORS[says] if says else None,
        quote=row["quote"], issues=tuple(row.get("issues", ())), **deadline,
    )  # fmt: skip
