"""A reading in, SPARQL out: one string that any endpoint can run, with the parties first and every term escaped.

Anchors are repeated inside each branch of a UNION, because engines join branches before they look outside of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.queries import terms
from kg.queries.contradict import CONTRADICTED, CONTRADICTS, opposed
from kg.queries.narrow import narrowed, one_of, short
from kg.queries.prefixes import declare
from kg.queries.resolve import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.queries.reading import Reading, Who

__all__ = ["COLUMNS", "count", "labels", "learnt", "newest", "occurrences", "ranking", "rows"]

COLUMNS = (
    "who", "whoName", "event", "what", "status", "when", "earliest", "latest", "place", "grade", "claim", "stance",
    "modality", "claimant", "speaker", "quote", "document", "title", "published",
)  # fmt: skip
"""The columns of every query that `rows` writes, in this order."""
_NO_SIDES = "?event dip:together true ."
_SIDES = {"doer": "initiator", "other": "recipient", "any": "participant", "mediator": "mediator", "host": "host"}


def rows(reading: Reading, *, statuses: Sequence[str] | None = None, limit: int = 2000) -> str:
    """The query whose rows are the answer with its evidence: one row for each answer, event and claim."""
    head = "SELECT DISTINCT " + " ".join(f"?{c}" for c in COLUMNS)
    body = _body(reading, statuses)
    down = "DESC(?latest)" if reading.last == "last" else "?earliest"
    tail = f"ORDER BY {down} ?event ?whoName ?published ?claim LIMIT {limit}"
    return _query(head, body, tail)


def count(reading: Reading, *, statuses: Sequence[str] | None = None) -> str:
    """How many different events (or, asked for countries or persons, how many of them) there are."""
    what = "?who" if reading.asked == "how-many-who" else "?event"
    body = _body(reading, statuses)
    return _query(f"SELECT (COUNT(DISTINCT {what}) AS ?times)", body, "")


def ranking(reading: Reading, *, statuses: Sequence[str] | None = None) -> str:
    """Who takes part in how many events, most (or fewest) first."""
    body = _body(reading, statuses)
    order = "?times" if reading.ranked == "least" else "DESC(?times)"
    head = "SELECT ?who ?whoName (COUNT(DISTINCT ?event) AS ?times)"
    return _query(head, body, f"GROUP BY ?who ?whoName ORDER BY {order} ?whoName")


def _body(reading: Reading, statuses: Sequence[str] | None) -> list[str]:
    """Events with their claims; but the documents first where they are all that is known of the events."""
    if reading.named and not (reading.types or reading.doers or reading.others):
        found = [*_documents(reading), *_claims(reading), *_events(reading, statuses, [])]
    elif reading.stances in (CONTRADICTS, CONTRADICTED):  # who says so is known best
        found = [*_claims(reading), *_events(reading, statuses, []), *_naming(reading)]
    else:
        found = [*_events(reading, statuses, _claims(reading)), *_naming(reading)]
    return [*found, *_beside(), *narrowed(reading)]


def newest() -> str:
    """The day of the newest document."""
    return declare("SELECT (MAX(?day) AS ?newest) WHERE { ?document dip:published ?told ; dip:publishedLatest ?day }")


def learnt(name: str) -> str:
    """Actors of the graph with that name, or whose name ends with it (a surname)."""
    folded = terms.literal(name.lower())
    ends, begins = terms.literal(f" {name.lower()}"), terms.literal(f"{name.lower()} ")
    return declare(
        "SELECT DISTINCT ?actor WHERE {\n"
        "  { SELECT DISTINCT ?actor WHERE {"
        " ?event dip:status ?status ; dip:participant|dip:mediator|dip:host ?actor } }\n"
        "  ?actor rdfs:label ?name .\n"
        f"  FILTER(LCASE(STR(?name)) = {folded} || STRENDS(LCASE(STR(?name)), {ends})"
        f" || STRSTARTS(LCASE(STR(?name)), {begins}))\n"
        "}"
    )


def labels() -> str:
    """The names of all who take part in an event."""
    return declare(
        "SELECT DISTINCT ?name WHERE {\n"
        "  { SELECT DISTINCT ?actor WHERE {"
        " ?event dip:status ?status ; dip:participant|dip:mediator|dip:host ?actor } }\n"
        "  ?actor rdfs:label ?name\n}"
    )


def occurrences(actor_id: str) -> tuple[str, str]:
    """Queries that count the events in which an actor, or who speaks for it, takes part, and the claims it makes."""
    stands = f"?one dip:standsFor {short(terms.actor(actor_id))} ."
    events = f"{stands} ?event dip:participant|dip:mediator|dip:host ?one . ?event dip:status ?status"
    claims = f"{stands} ?claim dip:claimant ?one ; dip:about ?event"
    return (
        declare(f"SELECT (COUNT(DISTINCT ?event) AS ?n) WHERE {{ {events} }}"),
        declare(f"SELECT (COUNT(DISTINCT ?claim) AS ?n) WHERE {{ {claims} }}"),
    )


def _query(head: str, body: Iterable[str], tail: str) -> str:
    lines = "\n".join(f"  {line}" for part in body for line in part.split("\n"))
    return declare(f"{head} WHERE {{\n{lines}\n}}" + (f"\n{tail}" if tail else ""))


# --- events ---------------------------------------------------------------------------------------------------


def _events(reading: Reading, statuses: Sequence[str] | None, claims: list[str]) -> list[str]:
    """The event with its parties, type, status and claims; in each branch of a UNION all of them are said.

    Engines join what stands outside of a UNION with the whole of it, and so would read all claims for a few events.
    """
    asked = reading.statuses if statuses is None else tuple(statuses)
    what = [_types(reading), _statuses(asked)]
    also = [*_named(reading), *_no_other_side(reading)]
    branches = [[*_few([*parties, *what]), *also, *claims] for parties in _branches(reading)]
    branches += [[*parties, _statuses(asked), *also, *claims] for parties in _helped(reading)]
    if reading.denials:
        branches.append([*_denials(reading), _statuses(asked), *_named(reading)])
    if len(branches) == 1:
        return branches[0]
    parts = ("\n".join(b).replace("\n", "\n  ") for b in branches)
    return ["{\n  " + "\n} UNION {\n  ".join(parts) + "\n}"]


def _few(pattern: Sequence[str]) -> list[str]:
    """The pattern as a SELECT of its own, whose LIMIT tells Oxigraph that it finds little.

    Then what is told of its events is looked up, and not read for the whole graph.
    """
    inner = "\n".join(pattern).replace("\n", "\n  ")
    return [f"{{ SELECT DISTINCT * WHERE {{\n  {inner}\n}} LIMIT 1000000 }}"]


def _no_other_side(reading: Reading) -> list[str]:
    """An event whose other side is somebody else, by name, is not the one that was asked for."""
    if "parties" not in reading.loose:
        return []
    asked = one_of("asked", (terms.actor(i) for who in reading.named for i in who.ids))
    other = "?event dip:recipient ?another FILTER NOT EXISTS { ?another a dip:DescribedActor }"
    itself = [f"FILTER NOT EXISTS {{ {asked} ?actor dip:standsFor ?asked }}"] if _asks_who(reading) else []
    return [*itself, f"FILTER NOT EXISTS {{ {other} FILTER NOT EXISTS {{ {asked} ?another dip:standsFor ?asked }} }}"]


def _types(reading: Reading) -> str:
    """The events of the types, as a SELECT of its own: an engine reads them at once, where it would try each event."""
    if not reading.types:
        return "?event dip:eventType ?type ."
    if len(reading.types) == 1:
        return f"{{ SELECT ?event WHERE {{ ?event dip:eventType {short(terms.concept('type', reading.types[0]))} }} }}"
    iris = (terms.concept("type", t) for t in reading.types)
    return f"{{ SELECT ?event ?type WHERE {{ {one_of('type', iris)} ?event dip:eventType ?type }} }}"


def _statuses(asked: Sequence[str]) -> str:
    if not asked or len(asked) == len(SCHEMES["status"]):
        return "?event dip:status ?status ."
    iris = ", ".join(sorted(short(terms.concept("status", s)) for s in asked))
    return f"?event dip:status ?status . FILTER(?status IN ({iris}))"


def _branches(reading: Reading) -> list[list[str]]:
    """The ways in which the parties can stand in an event of the graph."""
    known = [*reading.doers, *reading.others]
    extra = [*_role(reading.mediators, "mediator", "m"), *_role(reading.hosts, "host", "h")]
    if not _asks_who(reading):
        made = _without_open(reading, known)
    elif reading.open in ("mediator", "host"):
        made = [[*_role(known, "participant", "p"), f"?event dip:{reading.open} ?actor ."]]
    elif reading.mutual or reading.open == "any":
        made = _open_mutual(known)
    else:
        made = [[
            *_role(reading.doers, "initiator", "a"), *_role(reading.others, "recipient", "b"),
            f"?event dip:{_SIDES[reading.open]} ?actor .",
        ]]  # fmt: skip
    return [[*extra, *branch] for branch in made]


def _asks_who(reading: Reading) -> bool:
    return not reading.asks_claims and reading.asked in ("who", "how-many-who")


def _helped(reading: Reading) -> list[list[str]]:
    """Mediators of events of any other kind, when it is asked who mediates; and who is told as host of talks."""
    out = []
    if "mediate" in reading.types and _asks_who(reading) and reading.open == "doer":
        out.append([*_role(reading.others, "participant", "p"), "?event dip:mediator ?actor ."])
    elif "mediate" in reading.types and reading.doers:
        out.append([*_role(reading.doers, "mediator", "m"), *_role(reading.others, "participant", "p")])
    if reading.open == "host":  # who hosts others is also told as one who helps them, or whom they visit
        for kind, role, sides in (("mediate", "initiator", "recipient"), ("visit", "recipient", "initiator")):
            host = [f"?event dip:{role} ?actor ."] if _asks_who(reading) else _role(reading.hosts, role, "h")
            told = f'?event dip:eventType type:{kind} . FILTER(CONTAINS(LCASE(?quote), "host"))'
            out.append([*_role(reading.others, sides, "p"), *host, told])
    return out


def _without_open(reading: Reading, known: list[Who]) -> list[list[str]]:
    if not reading.mutual and not reading.types and reading.doers and not reading.others:
        return [_role(reading.doers, "initiator", "a"), [*_role(reading.doers, "participant", "a"), _NO_SIDES]]
    if not reading.mutual:
        return [[*_role(reading.doers, "initiator", "a"), *_role(reading.others, "recipient", "b")]]
    if len(known) != 2 or (reading.open == "any" and not reading.types):
        return [_role(known, "participant", "p")]
    one, other = known[:1], known[1:]
    return [
        [*_role(one, "initiator", "p"), *_role(other, "recipient", "q")],
        [*_role(one, "recipient", "p"), *_role(other, "initiator", "q")],
        [*_role(one, "participant", "p"), *_role(other, "participant", "q"), _NO_SIDES],
    ]


def _open_mutual(known: list[Who]) -> list[list[str]]:
    """Who stands on the other side; where no sides are told, who else takes part."""
    if not known:
        return [["?event dip:participant ?actor ."]]
    first, rest = known[:1], _role(known[1:], "participant", "q")
    others = " && ".join(["?actor != ?p0", *(f"?actor != ?q{n}" for n in range(len(rest)))])
    return [
        [*_role(first, "initiator", "p"), *rest, "?event dip:recipient ?actor ."],
        [*_role(first, "recipient", "p"), *rest, "?event dip:initiator ?actor ."],
        [*_role(first, "participant", "p"), *rest, "?event dip:participant ?actor .", f"FILTER({others})", _NO_SIDES],
    ]


def _role(parties: Iterable[Who], role: str, letter: str) -> list[str]:
    """For each party: it, or who speaks for it, stands in the role."""
    return [
        f"{_anchor(who, f'{letter}{n}')} ?event dip:{role} ?{letter}{n} ."
        for n, who in enumerate(p for p in parties if p.ids)
    ]


def _anchor(who: Who, name: str) -> str:
    """The variable `name` stands for one of the party's ids, or for somebody who speaks for it."""
    iris = sorted({short(terms.actor(i)) for i in who.ids})
    if all(i.startswith(("Q", "person:")) for i in who.ids):
        return one_of(name, iris)  # nobody speaks for a person: no path is needed, and engines are slow at them
    if len(iris) == 1:
        return f"?{name} dip:standsFor {iris[0]} ."
    return f"VALUES ?{name}Is {{ {' '.join(iris)} }} ?{name} dip:standsFor ?{name}Is ."


def _named(reading: Reading) -> list[str]:
    """Who is the answer: the actor itself, or the state it speaks for where only states are asked for."""
    if reading.asks_claims or reading.asked not in ("who", "how-many-who"):
        return ["?event rdfs:label ?what ; dip:grade ?grade ."]
    if reading.only is not None:
        iris = (terms.actor(i) for i in reading.only.ids)
        chosen = f"{one_of('who', iris)} ?actor dip:standsFor ?who ."
    elif reading.kind == "State":
        chosen = "?actor dip:standsFor ?who . ?who a dip:State ."
    elif reading.kind == "Organization":
        chosen = "BIND(?actor AS ?who) VALUES ?kind { dip:Organization dip:Grouping } ?who a ?kind ."
    elif reading.kind:
        chosen = f"BIND(?actor AS ?who) ?who a dip:{reading.kind} ."
    else:
        chosen = "BIND(?actor AS ?who)"
    return [chosen, *_without(reading), "?who rdfs:label ?whoName .", "?event rdfs:label ?what ; dip:grade ?grade ."]


def _without(reading: Reading) -> list[str]:
    """Who is left out ("besides the United States"), with all who stand for it."""
    if not reading.without:
        return []
    iris = one_of("none", (terms.actor(i) for who in reading.without for i in who.ids))
    return [f"FILTER NOT EXISTS {{ {iris} ?who dip:standsFor ?none }}"]


# --- claims ---------------------------------------------------------------------------------------------------


def _claims(reading: Reading) -> list[str]:
    out = ["?claim dip:about ?event ; dip:stance ?stance ; dip:modality ?modality ; dip:claimant ?claimant ;",
           "  dip:inDocument ?document ; dip:evidence/oa:exact ?quote .",
           "?claimant rdfs:label ?speaker ."]  # fmt: skip
    if reading.stances in (CONTRADICTS, CONTRADICTED):
        out = [*opposed(reading), *out]
    else:
        if reading.stances:
            out.insert(0, one_of("stance", (terms.concept("stance", s) for s in reading.stances)))
        for n, who in enumerate(p for p in reading.sayers if p.ids):
            out.append(_anchor(who, f"s{n}").replace(f"?s{n} ", "?claimant "))
    return out


def _denials(reading: Reading) -> list[str]:
    """Events of denying ("China denied that …"): whoever denies is the speaker, whoever tells of it."""
    return [*_role(reading.sayers, "initiator", "d"),
            "?event dip:eventType type:deny ; dip:initiator ?claimant . ?claimant rdfs:label ?speaker .",
            "?claim dip:about ?event ; dip:modality ?modality ; dip:inDocument ?document ;",
            "  dip:evidence/oa:exact ?quote .",
            "BIND(stance:denied AS ?stance)"]  # fmt: skip


def _beside() -> list[str]:
    """What an event or document may tell or not: one fact an OPTIONAL, else engines read all that there is."""
    return [
        "OPTIONAL { ?document dct:title ?title } OPTIONAL { ?document dip:published ?published }",
        "OPTIONAL { ?event dip:when ?when } OPTIONAL { ?event dip:place ?place }",
        "OPTIONAL { ?event dip:earliest ?earliest } OPTIONAL { ?event dip:latest ?latest }",
    ]


def _documents(reading: Reading) -> list[str]:
    """The documents that name all of the actors that must be named."""
    named = [who for who in reading.named if who.ids]
    if not named:
        return []
    body = " ".join(f"{_named_ids(who, n)} ?document dip:names ?n{n} ." for n, who in enumerate(named))
    return [f"{{ SELECT DISTINCT ?document WHERE {{ {body} }} }}"]


def _naming(reading: Reading) -> list[str]:
    """The same as a test of the documents at hand."""
    return [
        f"FILTER EXISTS {{ {_named_ids(who, n)} ?document dip:names ?n{n} }}"
        for n, who in enumerate(w for w in reading.named if w.ids)
    ]


def _named_ids(who: Who, n: int) -> str:
    return one_of(f"n{n}", sorted({terms.actor(i) for i in who.ids}))
