"""Rows about events, claims, actors and documents in, the values of the model out: RDF read back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from kg.graph.events import DerivedEvent
from kg.graph.names import BASE, DIP, ActorRef
from kg.graph.rdf import CLASSES
from kg.model import Claim, Document, Event, Evidence, Party, Thing, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.graph.backends import Rows

__all__ = [
    "KINDS", "ROLES", "SPANS", "SPEAKING", "Facts", "actors", "claim", "claim_place", "document", "event", "facts_of",
    "key_of", "local", "one",
]  # fmt: skip

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_DCT = "http://purl.org/dc/terms/"
_OA = "http://www.w3.org/ns/oa#"
KINDS = {DIP + name: kind for kind, name in CLASSES.items()}
"""The kind of an actor for each class."""
ROLES = ("initiator", "recipient", "participant", "mediator", "host")
"""Properties that lead from an event to an actor."""
SPEAKING = (*ROLES, "claimant")
"""Properties that lead from a claim to an actor."""
SPANS = ("evidence", "trigger", "object", "mention")
"""Properties that lead from a claim to words of its document."""

Facts = dict[str, dict[str, list[str]]]


def actors(named: Rows, spoken: Rows) -> dict[str, ActorRef]:
    """Actors by IRI, from rows of actor, label, class, identifier, and of actor and state that it speaks for."""
    stands_for: dict[str, set[str]] = defaultdict(set)
    for actor, state in spoken:
        stands_for[actor or ""].add(local(state))
    made: dict[str, ActorRef] = {}
    for iri, label, class_, identifier in sorted(named, key=str):
        if iri and class_ in KINDS:
            kind = KINDS[class_ or ""]
            own = {identifier or local(iri)} if kind == "state" else set()
            made[iri] = ActorRef(identifier or local(iri), label or "", kind, tuple(sorted(own | stands_for[iri])))
    return made


def facts_of(rows: Rows) -> Facts:
    """Rows of subject, predicate, value as values by predicate (without `dip:`) by subject."""
    found: Facts = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in rows:
        if subject and predicate and value is not None:
            found[subject][predicate.removeprefix(DIP)].append(value)
    return found


def local(iri: str | None) -> str:
    """The part of an IRI of this project that is an id."""
    text = iri or ""
    rest = text.removeprefix(BASE)
    return rest if rest.startswith("doc/") else unquote(text.rsplit("/", 1)[-1], errors="surrogatepass")


def one(facts: Mapping[str, list[str]], name: str) -> str | None:
    """The value of a property; the least of several."""
    found = facts.get(name)
    return min(found) if found else None


def claim_place(claim: str, trigger: str) -> tuple[str, int, str]:
    """Where a claim stands, from its IRI and that of its trigger: key of the document, place in the text, id."""
    key = claim.removeprefix(f"{BASE}doc/").partition("/")[0]
    return key, _bounds(trigger, {})[0], unquote(claim.rpartition("/")[2], errors="surrogatepass")


def key_of(document_iri: str | None) -> str:
    """The key of a document, which is in its IRI."""
    return (document_iri or "").removeprefix(f"{BASE}doc/")


def event(
    iri: str,
    facts: Mapping[str, list[str]],
    claim_keys: list[tuple[str, str]],
    names: Mapping[str, str],
    replaced: list[str],
    known: Mapping[str, ActorRef],
) -> DerivedEvent:
    """An event from what is said of it; `claim_keys` are its claims by key and id, `names` ids of documents by key."""

    def refs(role: str) -> tuple[ActorRef, ...]:
        return tuple(sorted(_actor(i, known) for i in set(facts.get(role, ()))))

    stated: Any = local(one(facts, "status"))
    grade: Any = one(facts, "grade") or "sure"
    return DerivedEvent(
        id=local(iri),
        type=local(one(facts, "eventType")),
        root=local(one(facts, "root")),
        label=one(facts, _LABEL) or "",
        status=stated,
        initiators=refs("initiator"),
        recipients=refs("recipient"),
        participants=refs("participant"),
        mediators=refs("mediator"),
        hosts=refs("host"),
        place=one(facts, "place"),
        object=one(facts, "objectText"),
        issues=tuple(sorted(local(i) for i in facts.get("issue", ()))),
        when=_when(facts),
        earliest=one(facts, "earliest"),
        latest=one(facts, "latest"),
        bounds_basis=one(facts, "boundsBasis"),
        deadline=_deadline(facts),
        claims=tuple(dict.fromkeys(c for _, c in claim_keys)),
        documents=tuple(dict.fromkeys(names[key] for key, _ in claim_keys)),
        sources=int(one(facts, "sources") or 0),
        first_reported=one(facts, "firstReported"),
        grade=grade,
        mutual=one(facts, "mutual") == "true",
        replaces=tuple(sorted(replaced)),
        claim_keys=tuple(claim_keys),
    )


def _actor(iri: str, known: Mapping[str, ActorRef]) -> ActorRef:
    return known.get(iri) or ActorRef(local(iri), local(iri), "described")


def _when(facts: Mapping[str, list[str]]) -> When | None:
    edtf = one(facts, "when")
    words = [one(facts, name) for name in ("dateText", "dateBasis")]
    by_report = one(facts, "boundsBasis") is not None  # then they are not the bounds of the date as it is told
    told = [None if by_report else one(facts, name) for name in ("earliest", "latest")]
    return When(edtf, *told, *words) if edtf else None


def _deadline(facts: Mapping[str, list[str]]) -> When | None:
    edtf = one(facts, "deadline")
    rest = [one(facts, f"deadline{part}") for part in ("Earliest", "Latest", "Text", "Basis")]
    return When(edtf, *rest) if edtf else None


def document(key: str, facts: Mapping[str, list[str]]) -> Document:
    """What the graph says of a document; its text is not in it."""
    return Document(
        id=one(facts, f"{_DCT}identifier") or key,
        text="",
        title=one(facts, f"{_DCT}title"),
        publisher=one(facts, "https://schema.org/publisher"),
        published=_published(facts),
        published_basis=one(facts, "publishedBasis"),
        language=one(facts, f"{_DCT}language"),
        url=one(facts, "https://schema.org/url"),
        source=one(facts, "file"),
        places=tuple(sorted(facts.get("alsoAt", ()))),
    )


def _published(facts: Mapping[str, list[str]]) -> str | None:
    """The day, month or year; of a document without one the interval that its bounds make out."""
    told = one(facts, "published")
    begin, end = (one(facts, f"published{which}") for which in ("Earliest", "Latest"))
    return told or (f"{begin or '..'}/{end or '..'}" if begin or end else None)


def claim(facts: Mapping[str, list[str]], spans: Facts, known: Mapping[str, ActorRef], document_id: str) -> Claim:
    """A claim from what is said of it and of the words that it rests on."""
    said = {role: _parties(facts, role, spans, known) for role in ("initiator", "recipient", "mediator", "host")}
    words = one(facts, "evidence") or ""
    modality: Any = local(one(facts, "modality"))
    stance: Any = local(one(facts, "stance"))
    grade: Any = one(facts, "grade") or "sure"
    return Claim(
        document=document_id,
        event=Event(
            type=local(one(facts, "eventType")),
            root=local(one(facts, "root")),
            initiators=said["initiator"],
            recipients=said["recipient"],
            participants=_parties(facts, "participant", spans, known),
            mediators=said["mediator"],
            hosts=said["host"],
            place=one(facts, "place"),
            issues=tuple(sorted(local(i) for i in facts.get("issue", ()))),
            deadline=_deadline(facts),
            conditional_on=one(facts, "condition"),
            object=_thing(one(facts, "object"), spans),
        ),
        stance=stance,
        modality=modality,
        evidence=Evidence(*_bounds(words, spans), one(spans.get(words, {}), f"{_OA}exact") or ""),
        claimant=None if one(facts, "ownVoice") else next(iter(_parties(facts, "claimant", spans, known)), None),
        when=_when(facts),
        trigger=_bounds(one(facts, "trigger") or "", spans),
        grade=grade,
        rule=one(facts, "rule") or "",
        extractor=one(facts, "extractor") or "",
        id=one(facts, f"{_DCT}identifier") or "",
    )


def _thing(mention: str | None, spans: Facts) -> Thing | None:
    """What the act is about, with its words."""
    return Thing(one(spans.get(mention, {}), f"{_OA}exact") or "", _bounds(mention, spans)) if mention else None


def _parties(
    facts: Mapping[str, list[str]], role: str, spans: Facts, known: Mapping[str, ActorRef]
) -> tuple[Party, ...]:
    """The actors of a role with the words of the claim that name them, in the order of the text."""
    found = [
        _party(_actor(iri, known), min(_naming(iri, facts, spans), default=None), spans)
        for iri in set(facts.get(role, ()))
    ]
    return tuple(sorted(found, key=lambda p: (p.mention, p.id)))


def _naming(iri: str, facts: Mapping[str, list[str]], spans: Facts) -> Iterable[tuple[tuple[int, int], str]]:
    return ((_bounds(m, spans), m) for m in facts.get("mention", ()) if iri in spans.get(m, {}).get("refersTo", ()))


def _party(ref: ActorRef, named: tuple[tuple[int, int], str] | None, spans: Facts) -> Party:
    bounds, iri = named or ((0, 0), "")
    words = spans.get(iri, {})
    near = one(words, "antecedent")
    return Party(
        id="anonymous" if ref.kind == "unnamed" else ref.id,
        name=ref.name,
        kind=ref.kind,
        states=ref.states,
        mention=bounds,
        text=one(words, f"{_OA}exact") or "",
        via=one(words, "via") or "name",
        antecedent=_bounds(near, spans) if near else None,
    )


def _bounds(mention: str, spans: Facts) -> tuple[int, int]:
    """Start and end of a span, from its own statements or else from its IRI."""
    facts = spans.get(mention, {})
    begin, end = one(facts, f"{_OA}start"), one(facts, f"{_OA}end")
    if begin is None or end is None:
        begin, _, end = mention.rpartition("#char=")[2].partition(",")
    return (int(begin), int(end)) if begin.isdigit() and (end or "").isdigit() else (0, 0)
