"""Documents, claims and derived events in, RDF quads out, in a stream: IRIs from content, no blank nodes.

A document and its claims stand in the graph that the document's IRI names, and are never rewritten; all that is
concluded stands in the graph `DERIVED`.
"""

from __future__ import annotations

import functools
import re
from itertools import permutations, product
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.extract.dates.edtf import bounds
from kg.graph.names import (
    ACTORS,
    BASE,
    DERIVED,
    DIP,
    PREFIXES,
    ActorRef,
    actor_iri,
    actor_ref,
    claim_iri,
    document_iri,
    escaped,
    event_iri,
    mention_iri,
)
from kg.graph.publishers import publisher_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.graph.events import DerivedEvent
    from kg.graph.processes import Process
    from kg.graph.roster import Roster
    from kg.model import Claim, Document, Party, When
    from kg.ontology import Lexicon

__all__ = [
    "CLASSES",
    "COUNTS",
    "Writer",
    "actor_quads",
    "claim_quads",
    "copy_links",
    "count_quads",
    "document_quads",
    "event_quads",
    "process_quads",
    "shortcut_pairs",
    "shortcut_quad",
    "speaks_for",
]

RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
OA = "http://www.w3.org/ns/oa#"
DCT = "http://purl.org/dc/terms/"
REPLACED = ox.NamedNode(f"{DCT}isReplacedBy")

CLASSES = {
    "state": "State", "organization": "Organization", "organ": "Organ", "armed group": "ArmedGroup",
    "media": "Media", "grouping": "Grouping", "person": "Person", "unnamed": "UnnamedSource",
    "described": "DescribedActor",
}  # fmt: skip
"""The class of the ontology for each kind of party."""

COUNTS = ("events", "happened", "claims", "denials", "ownClaims")
"""What is counted of an actor."""

_LONE = re.compile(r"[\ud800-\udfff]")
_ROLES = {
    "initiators": "initiator", "recipients": "recipient", "participants": "participant", "mediators": "mediator",
    "hosts": "host",
}  # fmt: skip
_MOST_IN_PAIRS = 40
"""With more parties and no sides, pairs would be as many as they are meaningless."""


@functools.lru_cache(maxsize=512)
def _dip(name: str) -> ox.NamedNode:
    return ox.NamedNode(DIP + name)


def _named(name: str) -> ox.NamedNode:
    prefix, _, local = name.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else name)


def _text(value: str) -> ox.Literal:
    """A literal; half characters, which no RDF file can hold, become U+FFFD."""
    return ox.Literal(_LONE.sub("\ufffd", value))


@functools.lru_cache(maxsize=4096)
def _concept(scheme: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{BASE}{scheme}/{escaped(name)}")


class Writer:
    """Collects quads of one graph, each once, in the order in which they come."""

    def __init__(self, graph: str) -> None:
        self.graph = ox.NamedNode(graph)
        self.quads: dict[ox.Quad, None] = {}
        self._nodes: dict[str, ox.NamedNode] = {}

    def add(self, subject: str, predicate: str, value: ox.NamedNode | ox.Literal | str | int | None) -> None:
        """One statement with a `dip:` predicate, or none when there is no value; plain values become literals."""
        if value is None or value == "":
            return
        term = ox.Literal(value) if isinstance(value, int) else _text(value) if isinstance(value, str) else value
        self.put(subject, _dip(predicate), term)

    def put(self, subject: str, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> None:
        node = self._nodes.get(subject)
        if node is None:
            node = self._nodes[subject] = ox.NamedNode(subject)
        self.quads[ox.Quad(node, predicate, value, self.graph)] = None

    def link(self, subject: str, predicate: str, value: str) -> None:
        """One statement between two IRIs; the predicate may be a short name."""
        self.put(subject, _named(predicate), ox.NamedNode(value))

    def other(self, subject: str, predicate: str, value: str) -> None:
        """One statement with a text; the predicate may be a short name."""
        self.put(subject, _named(predicate), _text(value))

    def day(self, subject: str, predicate: str, value: str | None) -> None:
        if value:
            self.put(subject, _dip(predicate), ox.Literal(value, datatype=DATE))

    def date(self, subject: str, when: When | None, names: Sequence[str]) -> None:
        """A date under five predicates: EDTF, first day, last day, words, reason."""
        if when is not None:
            self.add(subject, names[0], when.edtf)
            self.day(subject, names[1], when.earliest)
            self.day(subject, names[2], when.latest)
            self.add(subject, names[3], when.text)
            self.add(subject, names[4], when.basis)


_WHEN = ("when", "earliest", "latest", "dateText", "dateBasis")
_DEADLINE = ("deadline", "deadlineEarliest", "deadlineLatest", "deadlineText", "deadlineBasis")


def document_quads(document: Document, claims: Iterable[Claim], roster: Roster | None = None) -> Iterator[ox.Quad]:
    """The document's own graph: what is known of it, its claims, the words they rest on."""
    publisher = publisher_of(document, roster)
    yield from _about_document(document, publisher)
    told = tuple(claims)
    yield from _naming(document, told)
    for claim in told:
        yield from claim_quads(document, claim, publisher)


def _naming(document: Document, claims: Iterable[Claim]) -> Iterable[ox.Quad]:
    """Whom the words of its claims name, and the states that those stand for: what would else be asked of each word."""
    iri = document_iri(document)
    out = Writer(iri)
    for claim in claims:
        event = claim.event
        parties = (p for role in _ROLES for p in getattr(event, role))
        for party in (*parties, *((claim.claimant,) if claim.claimant else ())):
            if party.mention[0] < party.mention[1]:
                out.add(iri, "names", ox.NamedNode(actor_ref(party, document.key).iri))
                for state in party.states:
                    out.add(iri, "names", ox.NamedNode(actor_iri(state)))
    return out.quads


def _about_document(document: Document, publisher: ActorRef) -> Iterable[ox.Quad]:
    iri = document_iri(document)
    out = Writer(iri)
    out.put(iri, RDF_TYPE, _dip("Document"))
    out.put(iri, ox.NamedNode(f"{DCT}identifier"), _text(document.id))
    for name, value in (("title", document.title), ("language", document.language)):
        if value:
            out.put(iri, ox.NamedNode(DCT + name), _text(value))
    out.add(iri, "sha256", document.sha256)
    if document.published and "/" not in document.published:  # of a span only the bounds are known
        out.add(iri, "published", document.published)
    earliest, latest = bounds(document.published)
    out.day(iri, "publishedEarliest", earliest)
    out.day(iri, "publishedLatest", latest)
    out.add(iri, "publishedBasis", document.published_basis)
    out.add(iri, "file", document.source)
    for place in document.places:
        out.add(iri, "alsoAt", place)
    if document.url:
        out.put(iri, ox.NamedNode("https://schema.org/url"), _text(document.url))
    out.put(iri, ox.NamedNode(f"{DCT}publisher"), ox.NamedNode(publisher.iri))
    _describe(out, publisher)
    if document.publisher:
        out.put(iri, ox.NamedNode("https://schema.org/publisher"), _text(document.publisher))
    return out.quads


def claim_quads(document: Document, claim: Claim, publisher: ActorRef) -> Iterable[ox.Quad]:
    """One claim, its mentions, and what it says of its actors."""
    key, event = document.key, claim.event
    graph, iri = document_iri(document), claim_iri(document.key, claim)
    out = Writer(graph)
    out.put(iri, RDF_TYPE, _dip("Claim"))
    out.put(iri, ox.NamedNode(f"{DCT}identifier"), _text(claim.id))
    out.add(iri, "inDocument", ox.NamedNode(graph))
    out.add(iri, "eventType", _concept("type", event.type))
    out.add(iri, "root", _concept("plover", event.root))
    for role, predicate in _ROLES.items():
        for party in getattr(event, role):
            out.add(iri, predicate, ox.NamedNode(actor_ref(party, key).iri))
            _party(out, iri, document, party)
    out.add(iri, "place", event.place)
    for issue in event.issues:
        out.add(iri, "issue", _concept("issue", issue))
    out.add(iri, "condition", event.conditional_on)
    if event.object is not None:
        out.add(iri, "object", ox.NamedNode(_span(out, document, *event.object.mention, event.object.text)))
    out.date(iri, claim.when, _WHEN)
    out.date(iri, event.deadline, _DEADLINE)
    _said(out, iri, document, claim, publisher)
    return out.quads


def _said(out: Writer, iri: str, document: Document, claim: Claim, publisher: ActorRef) -> None:
    """Who says it, how, and in which words."""
    if claim.claimant is None:
        out.add(iri, "claimant", ox.NamedNode(publisher.iri))
        out.add(iri, "ownVoice", ox.Literal(True))
    else:
        out.add(iri, "claimant", ox.NamedNode(actor_ref(claim.claimant, document.key).iri))
        _party(out, iri, document, claim.claimant)
    out.add(iri, "stance", _concept("stance", claim.stance))
    out.add(iri, "modality", _concept("modality", claim.modality))
    words = claim.evidence
    out.add(iri, "evidence", ox.NamedNode(_span(out, document, words.start, words.end, words.quote)))
    out.add(iri, "trigger", ox.NamedNode(_span(out, document, *claim.trigger)))
    out.add(iri, "grade", claim.grade)
    out.add(iri, "rule", claim.rule)
    out.add(iri, "extractor", claim.extractor)


def _span(out: Writer, document: Document, start: int, end: int, words: str | None = None) -> str:
    iri = mention_iri(document.key, start, end)
    out.put(iri, RDF_TYPE, _dip("Mention"))
    out.put(iri, ox.NamedNode(f"{OA}start"), ox.Literal(start))
    out.put(iri, ox.NamedNode(f"{OA}end"), ox.Literal(end))
    out.put(iri, ox.NamedNode(f"{OA}exact"), _text(document.text[start:end] if words is None else words))
    out.add(iri, "inDocument", ox.NamedNode(document_iri(document)))
    return iri


def _party(out: Writer, claim: str, document: Document, party: Party) -> None:
    """The words of a claim that name one of its parties; a party without words is only described."""
    ref = actor_ref(party, document.key)
    _describe(out, ref)
    if party.mention[0] >= party.mention[1]:
        return
    iri = _span(out, document, *party.mention, party.text or None)
    out.add(claim, "mention", ox.NamedNode(iri))
    out.add(iri, "refersTo", ox.NamedNode(ref.iri))
    out.add(iri, "via", party.via)
    if party.antecedent:
        out.add(iri, "antecedent", ox.NamedNode(_span(out, document, *party.antecedent)))


def _describe(out: Writer, ref: ActorRef) -> None:
    """What a document itself says of an actor: for whom it speaks; for one known only there, also its name."""
    if ref.local:
        out.put(ref.iri, RDF_TYPE, _dip(CLASSES.get(ref.kind, "Actor")))
        out.put(ref.iri, LABEL, _text(ref.name))
        out.link(ref.iri, "dip:standsFor", ref.iri)
    for state in ref.states:
        if state != ref.id:
            speaks_for(out, ref.iri, state)


def speaks_for(out: Writer, actor: str, state: str) -> None:
    """An actor (its IRI) speaks for a state; said twice, since under the second the state itself is found too."""
    out.link(actor, "dip:speaksFor", actor_iri(state))
    out.link(actor, "dip:standsFor", actor_iri(state))


def actor_quads(actor_id: str, names: Mapping[tuple[str, str], int]) -> Iterable[ox.Quad]:
    """Name and class of an actor, in the graph `ACTORS`; of several (name, kind) the one used most."""
    name, kind = min(names, key=lambda n: (n[0] == actor_id, -names[n], n))
    out = Writer(ACTORS)
    iri = actor_iri(actor_id)
    out.put(iri, RDF_TYPE, _dip(CLASSES.get(kind, "Actor")))
    out.put(iri, LABEL, _text(name))
    out.put(iri, ox.NamedNode(f"{DCT}identifier"), _text(actor_id))
    out.link(iri, "dip:standsFor", iri)
    return out.quads


def event_quads(event: DerivedEvent) -> Iterable[ox.Quad]:
    """One derived event and what its claims are about, in the graph `DERIVED`."""
    out = Writer(DERIVED)
    iri = event.iri
    out.put(iri, RDF_TYPE, _dip("Event"))
    out.put(iri, LABEL, _text(event.label))
    out.add(iri, "eventType", _concept("type", event.type))
    out.add(iri, "root", _concept("plover", event.root))
    out.add(iri, "status", _concept("status", event.status))
    for role, predicate in _ROLES.items():
        for ref in getattr(event, role):
            out.add(iri, predicate, ox.NamedNode(ref.iri))
    out.add(iri, "place", event.place)
    out.add(iri, "objectText", event.object)
    for issue in event.issues:
        out.add(iri, "issue", _concept("issue", issue))
    if event.when:
        out.add(iri, "when", event.when.edtf)
        out.add(iri, "dateText", event.when.text)
        out.add(iri, "dateBasis", event.when.basis)
    out.day(iri, "earliest", event.earliest)
    out.day(iri, "latest", event.latest)
    out.add(iri, "boundsBasis", event.bounds_basis)
    out.date(iri, event.deadline, _DEADLINE)
    out.add(iri, "sources", event.sources)
    out.add(iri, "reports", len({key for key, _ in event.claim_keys}))
    out.add(iri, "firstReported", event.first_reported)
    out.add(iri, "grade", event.grade)
    if event.mutual:
        out.add(iri, "mutual", ox.Literal(True))
    if event.participants and not (event.initiators and event.recipients):
        out.add(iri, "together", ox.Literal(True))
    for key, claim_id in event.claim_keys:
        out.add(f"{BASE}doc/{key}/claim/{escaped(claim_id)}", "about", ox.NamedNode(iri))
        out.add(iri, "reportedIn", ox.NamedNode(f"{BASE}doc/{key}"))
    for former in event.replaces:
        out.put(event_iri(former), REPLACED, ox.NamedNode(iri))
    return out.quads


def count_quads(actor: str, counts: Mapping[str, int]) -> Iterable[ox.Quad]:
    """How often an actor (its IRI) takes part and speaks, in the graph `DERIVED`: counting anew would take seconds."""
    out = Writer(DERIVED)
    for name in COUNTS:
        if counts[name]:
            out.add(actor, name, counts[name])
    return out.quads


def shortcut_quad(subject: str, predicate: str, value: str) -> ox.Quad:
    """A shortcut in the graph `DERIVED`."""
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value), ox.NamedNode(DERIVED))


def process_quads(process: Process) -> Iterable[ox.Quad]:
    """A process with its rounds, in the graph `DERIVED`."""
    out = Writer(DERIVED)
    iri = process.iri
    out.put(iri, RDF_TYPE, _dip("Process"))
    out.put(iri, LABEL, _text(process.label))
    out.add(iri, "eventType", _concept("type", process.type))
    for party in process.parties:
        out.add(iri, "party", ox.NamedNode(actor_iri(party)))
    for issue in process.issues:
        out.add(iri, "issue", _concept("issue", issue))
    for place in process.places:
        out.add(iri, "place", place)
    out.add(iri, "rounds", len(process.rounds))
    out.day(iri, "earliest", process.since)
    out.day(iri, "latest", process.until)
    for event_id in process.rounds:
        out.add(event_iri(event_id), "partOf", ox.NamedNode(iri))
    return out.quads


def shortcut_pairs(event: DerivedEvent, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """Direct triples between the sides of an event that is surely actual; none for any other.

    Parties stand as they are told, and again as the states they speak for. Six who talk *with Iran* give six
    pairs and their mirror images, not forty-two.
    """
    predicate = _shortcut(event.type, lexicon)
    if event.status != "actual" or event.grade != "sure" or predicate is None:
        return []
    found: dict[tuple[str, str, str], None] = {}
    for view in (_as_told, _as_states):
        for a, b in _pairs(event, view):
            if a != b:
                found[a, predicate, b] = None
                if event.mutual:
                    found[b, predicate, a] = None
    return sorted(found)


def copy_links(event: DerivedEvent) -> list[tuple[str, str, str]]:
    """Which documents that tell of the event carry one text; they stand and fall with events, as shortcuts do."""
    return [(f"{BASE}doc/{key}", f"{DIP}sameTextAs", f"{BASE}doc/{first}") for key, first in event.copies]


def _shortcut(event_type: str, lexicon: Lexicon) -> str | None:
    known = lexicon.types.get(event_type)
    chain = (event_type, *known.broader) if known else ()
    return next((s for t in chain if (s := lexicon.types[t].shortcut)), None)


def _pairs(event: DerivedEvent, view: Callable[[Iterable[ActorRef]], list[str]]) -> Iterable[tuple[str, str]]:
    if event.initiators and event.recipients:
        return product(view(event.initiators), view(event.recipients))
    if event.mutual and len(event.participants) <= _MOST_IN_PAIRS:
        return permutations(view(event.participants), 2)
    return ()


def _as_told(refs: Iterable[ActorRef]) -> list[str]:
    return [r.iri for r in refs]


def _as_states(refs: Iterable[ActorRef]) -> list[str]:
    return list(dict.fromkeys(actor_iri(s) for r in refs for s in (r.states or (r.id,))))
