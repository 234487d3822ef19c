"""Page data to look at and to test with: the seed article by hand, and generated crowds of events."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from kg.model import When
from kg.views.data import PageActor, PageClaim, PageData, PageDocument, PageEvent

SEED = Path(__file__).parents[2] / "seeds" / "obama-letter-khamenei.txt"

ACTORS = [
    PageActor("USA", "United States", "state", ("USA",)), PageActor("IRN", "Iran", "state", ("IRN",)),
    PageActor("GBR", "United Kingdom", "state", ("GBR",)), PageActor("CHN", "China", "state", ("CHN",)),
    PageActor("FRA", "France", "state", ("FRA",)), PageActor("DEU", "Germany", "state", ("DEU",)),
    PageActor("RUS", "Russia", "state", ("RUS",)), PageActor("Q76", "Barack Obama", "person", ("USA",)),
    PageActor("Q57664", "Ali Khamenei", "person", ("IRN",)), PageActor("ISIS", "Islamic State", "armed group"),
    PageActor("Q44329", "Bashar al-Assad", "person", ("SYR",)), PageActor("WSJ", "The Wall Street Journal", "media"),
    PageActor("Q6290034", "Josh Earnest", "person", ("USA",)),
]  # fmt: skip

SIX = ("USA", "GBR", "CHN", "FRA", "DEU", "RUS")
NOV_24 = When("2014-11-24", "2014-11-24", "2014-11-24", "Nov. 24", "month and day after publication 2014-11-06")
NO_YEAR = When("XXXX-11-24", None, None, "Nov. 24", "month and day; no publication date to take the year from")
WEDNESDAY = When("2014-11-05", "2014-11-05", "2014-11-05", "Wednesday", "weekday before publication 2014-11-06")


def seed(published: str | None = "2014-11-06") -> PageData:
    """The seed article's events with their words; undated with `published=None`."""
    text = SEED.read_text(encoding="utf-8")
    document = PageDocument(
        "obama-letter-khamenei", "Obama writes to Iran’s Ayatollah Ali Khamenei expressing shared interest in defeating "
        "Islamic State", "The Associated Press", published,
        "given by --published" if published else "no date in the file; President Obama and White House spokesman Josh "
        "Earnest were both in office from 2014-06-20 to 2017-01-20", None, SEED.name,
    )  # fmt: skip
    events: list[PageEvent] = []
    claims: list[PageClaim] = []

    def add(key, kind, root, status, told, *, label=None, due=None, when=None, issues=(), sources=1, **sides):
        ids = []
        for n, (quote, by, said, stance, modality) in enumerate(told):
            start = text.index(quote)
            ids.append(f"{key}-{n}")
            before = text.rindex("\n", 0, start) + 1
            after = text.index("\n", start)
            sentence = text[max(before, start - 140) : min(after, start + len(quote) + 90)]
            claims.append(PageClaim(
                ids[-1], key, document.id, sentence, start - max(before, start - 140), len(quote), start,
                start + len(quote), stance, modality, by, said, when, "sure", f"{kind}/phrase-1",
            ))  # fmt: skip
        events.append(PageEvent(
            key, kind, root, label or kind, status, when=when, deadline=due, issues=issues, sources=sources,
            claims=tuple(ids), process=kind == "negotiate", **sides,
        ))  # fmt: skip

    us_iran = {"initiators": ("USA",), "recipients": ("IRN",), "participants": ("USA", "IRN")}
    add("letter", "letter", "CONSULT", "actual", [
        ("President Obama has written a letter about the fight against Islamic State terrorists", None, "diplomatic sources", "asserted", "actual"),
        ("Diplomatic sources, on the condition of anonymity, separately confirmed the existence of the letter to The Associated Press", None, "Diplomatic sources", "confirmed", "actual"),
        ("while not confirming nor denying the existence of the letter", "USA", "administration officials", "unconfirmed", "actual"),
        ("The Wall Street Journal, which first reported that Obama had sent the letter", "WSJ", "The Wall Street Journal", "asserted", "actual"),
    ], label="send a letter", issues=("fight against the Islamic State",), initiators=("Q76",), recipients=("Q57664",), sources=2)
    add("negotiate", "negotiate", "CONSULT", "actual", [
        ("the negotiating partners — the United States, Britain, China, France, Germany, Russia and Iran", None, None, "asserted", "actual"),
        ("nuclear negotiations between the America and Iran, as well as five other world powers", None, None, "asserted", "actual"),
    ], due=NOV_24 if published else NO_YEAR, issues=("nuclear programme",), initiators=SIX, recipients=("IRN",), participants=(*SIX, "IRN"))
    add("cooperate", "cooperate", "COOPERATE", "negated", [
        ("it is not coordinating and will not coordinate its military actions with Iran", "USA", "the Obama administration", "denied", "planned"),
        ("The United States will not cooperate militarily with Iran in that effort", "Q6290034", "Josh Earnest", "denied", "planned"),
        ("We won’t share intelligence with them", "Q6290034", "Josh Earnest", "denied", "planned"),
    ], **us_iran)
    add("if-deal", "cooperate", "COOPERATE", "conditional", [
        ("any cooperation on that largely would be contingent on Iran agreeing to the nuclear deal", "WSJ", "The Wall Street Journal", "asserted", "conditional"),
    ], **us_iran)
    add("discuss", "discuss", "CONSULT", "actual", [
        ("officials from both countries have discussed the matter more broadly", None, None, "asserted", "actual")],
        participants=("USA", "IRN"))
    for who, quote in (("USA", "The United States is taking action against the Islamic State alongside several other nations"),
                       ("IRN", "has been fighting the Islamic State on the ground")):
        add(f"fight-{who}", "fight", "ASSAULT", "actual", [(quote, None, None, "asserted", "actual")],
            initiators=(who,), recipients=("ISIS",))
    add("support", "support", "SUPPORT", "actual", [
        ("Iran is a staunch supporter of Syrian President Bashar Assad", None, None, "asserted", "actual")],
        initiators=("IRN",), recipients=("Q44329",))
    add("accuse", "accuse", "ACCUSE", "actual", [
        ("The United States and its negotiating partners say Iran is pursuing a bomb", None, None, "asserted", "actual")],
        initiators=("USA",), recipients=("IRN",), issues=("nuclear weapon",))
    add("relief", "ease-sanctions", "CONCEDE", "conditional", [
        ("the United States in particular would have to roll back some of the financial, trade and oil sanctions", None, None, "asserted", "conditional")],
        label="ease sanctions", initiators=("USA",), recipients=("IRN",), issues=("sanctions",))
    add("agree", "agree", "AGREE", "possible", [
        ("Obama saying Wednesday that the ability to secure a deal is an “open question.”", "Q76", "Obama", "questioned", "possible")],
        when=WEDNESDAY if published else None, participants=(*SIX, "IRN"))
    return PageData.of("Seed article: who talks to Iran?", [document], ACTORS, events, claims)


ROOTS = [("negotiate", "CONSULT"), ("meet", "CONSULT"), ("agree", "AGREE"), ("support", "SUPPORT"), ("cooperate", "COOPERATE"),
         ("aid", "AID"), ("request", "REQUEST"), ("accuse", "ACCUSE"), ("reject", "REJECT"), ("threaten", "THREATEN"),
         ("sanction", "SANCTION"), ("fight", "ASSAULT"), ("protest", "PROTEST")]  # fmt: skip
STATUSES = ["actual"] * 12 + ["planned", "planned", "conditional", "possible", "negated", "contested", "unconfirmed"]
NAMES = """Avaria Borland Cadmia Doria Estvale Fenmark Galdor Harrow Illyria Jorvik Kessel Lorien Marvost Norland Ostia
Pellar Quorin Ravenna Silvan Tormund Urskaya Valdis Westmark Xanthe Yorvale Zembla""".split()


def crowd(size: int, actors: int | None = None, years: int = 10, seed_number: int = 1) -> PageData:
    """Generated events as a news corpus has them: few actors busy, most rare; days, months and undated mixed."""
    chance = random.Random(seed_number)
    count = actors or max(8, min(400, size // 4))
    people = [PageActor(f"A{i}", f"{NAMES[i % 26]}{'' if i < 26 else f' {i // 26 + 1}'}", chance.choice(
        ["state", "state", "state", "organization", "person", "armed group", "media"])) for i in range(count)]  # fmt: skip
    pick = [min(count - 1, int(chance.paretovariate(0.7)) - 1) for _ in range(size * 8)]
    begin = date(2015 - years, 1, 1)
    documents = [PageDocument(f"d{i}", f"Report {i} on the talks", f"Agency {i % 7}", (begin + timedelta(days=i * years * 365 // max(1, size // 3))).isoformat(), "Load-Date")
                 for i in range(max(1, size // 3))]  # fmt: skip
    events, claims = [], []
    for i in range(size):
        kind, root = chance.choice(ROOTS)
        parties = list(dict.fromkeys(f"A{pick[i * 8 + k]}" for k in range(chance.choice([2, 2, 2, 2, 1, 3, 7]))))
        day = begin + timedelta(days=chance.randrange(years * 365))
        when = chance.choice([
            When(day.isoformat(), day.isoformat(), day.isoformat(), "Tuesday", "weekday before publication"),
            When(day.isoformat(), day.isoformat(), day.isoformat(), "Tuesday", "weekday before publication"),
            When(f"{day:%Y-%m}", f"{day:%Y-%m}-01", f"{day:%Y-%m}-28", "that month", "month"),
            When(f"{day}/{day + timedelta(days=9)}", day.isoformat(), (day + timedelta(days=9)).isoformat(), "for ten days", "interval"),
            None,
        ])  # fmt: skip
        told = []
        for n in range(chance.choice([1, 1, 1, 2, 3])):
            quote = f"{people[int(parties[0][1:])].name} and {people[int(parties[-1][1:])].name} were to {kind} in round {i}"
            told.append(f"c{i}-{n}")
            document = f"d{chance.randrange(len(documents))}"
            claims.append(PageClaim(told[-1], f"e{i}", document, f"Officials said that {quote}, after weeks of silence.", 20,
                                    len(quote), 100 * i, 100 * i + len(quote), chance.choice(["asserted", "asserted", "confirmed", "denied"]),
                                    rule=f"{kind}/phrase-2"))  # fmt: skip
        mutual = root in ("CONSULT", "AGREE", "COOPERATE")
        sides = {"participants": tuple(parties)} if mutual and len(parties) != 2 else {
            "initiators": tuple(parties[:1]), "recipients": tuple(parties[1:]), "participants": tuple(parties) if mutual else ()}
        events.append(PageEvent(f"e{i}", kind, root, kind, chance.choice(STATUSES), when=when, sources=len(told), claims=tuple(told), **sides))
    return PageData.of(f"A crowd of {size} events", documents, people, events, claims)
