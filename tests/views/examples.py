"""Page data to look at and to test with: the seed article with claims made by hand, and generated crowds of events."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.graph import derive
from kg.graph.base import Reason
from kg.model import Claim, Document, When
from kg.ontology import load
from kg.views.data import PageActor, PageClaim, PageData, PageDocument, PageEvent
from kg.views.gather import from_graph
from tests.graph import made

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph import DerivedEvent

NOV_24 = When("2014-11-24", "2014-11-24", "2014-11-24", "Nov. 24", "month and day after publication 2014-11-06")
SIX = ("USA", "GBR", "CHN", "FRA", "DEU", "RUS")


@dataclass(frozen=True)
class Told:
    """Documents with their claims as a graph gives them, without a store."""

    read: tuple[tuple[Document, tuple[Claim, ...]], ...]

    def documents(self) -> list[Document]:
        return [document for document, _ in self.read]

    def reasons(self, events: Iterable[DerivedEvent] | None = None) -> list[Reason]:
        wanted = None if events is None else {claim for event in events for claim in event.claims}
        told = (Reason(claim, document) for document, claims in self.read for claim in claims)
        return [reason for reason in told if wanted is None or reason.claim.id in wanted]

    def events(self) -> tuple[DerivedEvent, ...]:
        return derive(self.read, load())


def seed_graph(published: str | None = "2014-11-06") -> Told:
    """The seed article's core claims, one more with a date, and the deadline with its year where it is known."""
    document, claims = made.seed()
    claims = [*claims, made.claim(
        document, "agree", among=(*SIX, "IRN"), root="AGREE", modality="possible", says="Q76",
        on="2014-11-05" if published else None, quote="the ability to secure a deal is an “open question.”",
    )]  # fmt: skip
    basis = "given by --published" if published else "no date in the file; the offices of those named bound it"
    document = replace(document, published=published, published_basis=basis, source="obama-letter-khamenei.txt")
    if published:
        claims = [replace(c, id="", event=replace(c.event, deadline=NOV_24)) if c.event.deadline else c for c in claims]
    return Told(((document, tuple(claims)),))


def seed(published: str | None = "2014-11-06") -> PageData:
    """The seed article as page data."""
    return from_graph(seed_graph(published), title="Seed article: who talks to Iran?")


ROOTS = [
    ("negotiate", "CONSULT"), ("meet", "CONSULT"), ("agree", "AGREE"), ("support", "SUPPORT"), ("aid", "AID"),
    ("cooperate", "COOPERATE"), ("request", "REQUEST"), ("accuse", "ACCUSE"), ("reject", "REJECT"),
    ("threaten", "THREATEN"), ("sanction", "SANCTION"), ("fight", "ASSAULT"), ("protest", "PROTEST"),
]  # fmt: skip
SIZES = [2, 2, 2, 2, 1, 3, 7]
STATUSES = ["actual"] * 12 + ["planned", "planned", "conditional", "possible", "negated", "contested", "unconfirmed"]
NAMES = """Avaria Borland Cadmia Doria Estvale Fenmark Galdor Harrow Illyria Jorvik Kessel Lorien Marvost Norland Ostia
Pellar Quorin Ravenna Silvan Tormund Urskaya Valdis Westmark Xanthe Yorvale Zembla""".split()


def crowd(size: int, years: int = 10) -> PageData:
    """Generated events as a news corpus has them: few actors busy, most rare; days, months and undated mixed."""
    chance = random.Random(size)
    people = _people(max(8, min(400, size // 4)), chance)
    begin = date(2015 - years, 1, 1)
    reports = max(1, size // 3)
    documents = [
        PageDocument(
            f"d{i}",
            f"Report {i} on the talks",
            f"Agency {i % 7}",
            (begin + timedelta(days=i * years * 365 // reports)).isoformat(),
            "Load-Date",
        )
        for i in range(reports)
    ]
    events: list[PageEvent] = []
    claims: list[PageClaim] = []
    for i in range(size):
        kind, root = chance.choice(ROOTS)
        some = [people[min(len(people), int(chance.paretovariate(0.7))) - 1] for _ in range(chance.choice(SIZES))]
        parties = tuple(dict.fromkeys(one.id for one in some))
        names = f"{some[0].name} and {some[-1].name}"
        told = [
            _told(i, n, f"{names} were to {kind} in round {i}", documents, chance)
            for n in range(chance.choice([1, 1, 1, 2, 3]))
        ]
        mutual = root in ("CONSULT", "AGREE", "COOPERATE")
        sided = not mutual or len(parties) == 2
        events.append(
            PageEvent(
                f"e{i}",
                kind,
                root,
                kind,
                chance.choice(STATUSES),
                initiators=parties[:1] if sided else (),
                recipients=parties[1:] if sided else (),
                participants=parties,
                when=_when(begin + timedelta(days=chance.randrange(years * 365)), chance),
                sources=len(told),
                claims=tuple(claim.id for claim in told),
                mutual=mutual,
            )
        )
        claims.extend(told)
    return PageData.of(f"A crowd of {size} events", documents, people, events, claims)


def _people(count: int, chance: random.Random) -> list[PageActor]:
    kinds = ["state", "state", "state", "organization", "person", "armed group", "media"]
    names = [f"{NAMES[i % 26]} {i // 26 + 1}".removesuffix(" 1") for i in range(count)]
    return [PageActor(f"A{i}", name, chance.choice(kinds)) for i, name in enumerate(names)]


def _when(day: date, chance: random.Random) -> When | None:
    iso, later = day.isoformat(), (day + timedelta(days=9)).isoformat()
    exact = When(iso, iso, iso, "Tuesday", "weekday before publication")
    month = When(f"{day:%Y-%m}", f"{day:%Y-%m}-01", f"{day:%Y-%m}-28", "that month", "month")
    return chance.choice([exact, exact, month, When(f"{iso}/{later}", iso, later, "for ten days", "interval"), None])


def _told(i: int, n: int, quote: str, documents: list[PageDocument], chance: random.Random) -> PageClaim:
    before = "Officials said that "
    return PageClaim(
        f"c{i}-{n}",
        f"e{i}",
        chance.choice(documents).id,
        f"{before}{quote}, after weeks of silence.",
        len(before),
        len(quote),
        100 * i,
        100 * i + len(quote),
        chance.choice(["asserted", "asserted", "confirmed", "denied"]),
        rule="meet/phrase-2",
    )
