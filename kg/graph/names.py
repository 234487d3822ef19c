"""Values of the model in, IRIs out: names in the graph are made of content, so that equal input gives equal names."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from kg.model import Claim, Document, Party

__all__ = [
    "ACTORS",
    "BASE",
    "CURATION",
    "DERIVED",
    "DIP",
    "FORMER",
    "ONTOLOGY",
    "PREFIXES",
    "ActorRef",
    "actor_iri",
    "actor_ref",
    "claim_iri",
    "document_iri",
    "escaped",
    "event_iri",
    "mention_iri",
    "slug",
]

BASE = "https://w3id.org/dipkg/"
DIP = f"{BASE}ontology#"
DERIVED = f"{BASE}graph/derived"
"""The graph of all that is concluded: events, their status, `dip:about`, shortcuts."""
ACTORS = f"{BASE}graph/actors"
"""The graph of facts about actors that occur: names, kinds, offices, memberships."""
CURATION = f"{BASE}graph/curation"
"""The graph of the user's corrections."""
FORMER = f"{BASE}graph/former"
"""The graph of events that are no more, each with the event that its claims are about now."""
ONTOLOGY = f"{BASE}graph/ontology"
"""The graph of event types and other concepts, so that a query can climb `skos:broader`."""

PREFIXES: dict[str, str] = {
    "actor": f"{BASE}actor/",
    "cameo": "http://gdelt.org/cameo/",
    "dct": "http://purl.org/dc/terms/",
    "dip": DIP,
    "doc": f"{BASE}doc/",
    "event": f"{BASE}event/",
    "issue": f"{BASE}issue/",
    "modality": f"{BASE}modality/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "plover": f"{BASE}plover/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "stance": f"{BASE}stance/",
    "status": f"{BASE}status/",
    "type": f"{BASE}type/",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that a query may use without declaring them, and that exports declare."""

_LOCAL_KINDS = frozenset(("unnamed", "described"))
_NOT_SLUG = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class ActorRef:
    """Who an event or claim refers to, without the place in the text: the key that parties are compared by.

    Unnamed and described actors belong to their document: their id is `doc/<key>/actor/<words>`.
    """

    id: str
    name: str
    kind: str
    states: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Whether this actor is known only inside one document."""
        return self.id.startswith("doc/")

    @property
    def iri(self) -> str:
        """The actor's IRI."""
        return actor_iri(self.id)


def actor_ref(party: Party, document_key: str) -> ActorRef:
    """The reference for a party of a document.

    >>> from kg.model import Party
    >>> actor_ref(Party("IRN", "Iran", "state", ("IRN",), (0, 4), "Iran"), "d1").iri
    'https://w3id.org/dipkg/actor/IRN'
    >>> actor_ref(Party("anonymous", "diplomatic sources", "unnamed", (), (0, 4), "diplomatic sources"), "d1").id
    'doc/d1/actor/diplomatic-sources'
    """
    if party.kind in _LOCAL_KINDS:
        return ActorRef(f"doc/{document_key}/actor/{slug(party.name)}", party.name, party.kind, party.states)
    return ActorRef(party.id, party.name, party.kind, party.states)


def actor_iri(actor_id: str) -> str:
    """The IRI of an actor's id; signs outside of the unreserved ones are percent-encoded.

    >>> actor_iri("P5+1")
    'https://w3id.org/dipkg/actor/P5%2B1'
    """
    if actor_id.startswith("doc/"):
        return BASE + escaped(actor_id, keep="/")
    return f"{BASE}actor/{escaped(actor_id)}"


def document_iri(document: Document) -> str:
    """The IRI of a document, which also names the graph that holds its claims."""
    return f"{BASE}doc/{document.key}"


def claim_iri(document_key: str, claim: Claim) -> str:
    """The IRI of a claim of a document."""
    return f"{BASE}doc/{document_key}/claim/{escaped(claim.id)}"


def mention_iri(document_key: str, start: int, end: int) -> str:
    """The IRI of a span of a document, in code points, end exclusive (RFC 5147 counts the same way)."""
    return f"{BASE}doc/{document_key}#char={start},{end}"


def event_iri(event_id: str) -> str:
    """The IRI of an event."""
    return f"{BASE}event/{event_id}"


@functools.lru_cache(maxsize=16384)
def escaped(text: str, keep: str = "") -> str:
    """Text as a part of an IRI; half characters too, which then stay apart from each other."""
    return quote(text, safe=keep, errors="surrogatepass")


def slug(words: str) -> str:
    """Words as a part of an IRI; text without letters or digits gets the head of its hash.

    >>> slug("Diplomatic sources, on condition")
    'diplomatic-sources-on-condition'
    """
    made = _NOT_SLUG.sub("-", words.casefold()).strip("-")[:60].strip("-")
    return made or hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:8]
