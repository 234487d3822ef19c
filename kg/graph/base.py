"""Rows of SPARQL in, values of the model out: the object through which a knowledge base is asked."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import pyoxigraph as ox

from kg.errors import GraphError
from kg.graph import decode
from kg.graph.backends import StoreBackend
from kg.graph.names import BASE, actor_ref, escaped
from kg.graph.reports import bounds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.graph.backends import Backend, Rows
    from kg.graph.events import DerivedEvent
    from kg.graph.findings import Finding
    from kg.graph.names import ActorRef
    from kg.model import Claim, Document, Party

__all__ = ["Graph", "Reason"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One claim behind an event, and the document in which it stands."""

    claim: Claim
    document: Document
    key: str = ""

    def actor_iri(self, party: Party) -> str:
        """The IRI of one of the claim's parties or its claimant."""
        return actor_ref(party, self.key).iri


class Graph:
    """A knowledge base that answers; it never changes what it was opened on.

    `target` is the name under which it was opened. `documents` are the documents with their text by key, where
    they are kept (a folder), `former` the claims (IRIs) of events that are no more, by id.
    """

    def __init__(
        self,
        backend: Backend,
        target: str,
        documents: Mapping[str, Document] | None = None,
        former: Mapping[str, list[str]] | None = None,
    ) -> None:
        self._backend = backend
        self._kept = documents
        self._former = former or {}
        self.target = target

    def __repr__(self) -> str:
        return f"Graph({self.target!r})"

    def query(self, sparql: str, **bindings: str) -> Rows:
        """The rows of a SPARQL query on all graphs as one; known prefixes need not be declared.

        `bindings` give variables a value: an IRI, a short name (`actor:IRN`), or any text. Raises QuestionError
        for a query that is not understood, or that would write, read a file, or ask another host.
        """
        return self._backend.select(sparql, bindings)

    def results(self, sparql: str, form: str) -> bytes:
        """The result of a query as bytes: rows as srj, srx (JSON, XML), csv, tsv; graphs as ttl, nt, rdf, jsonld.

        Raises QuestionError as `query` does, UsageError where the format does not fit the query.
        """
        return self._backend.written(sparql, form)

    @property
    def rdf(self) -> Any:
        """The graph as an `rdflib.Dataset` whose default graph is the union of all; for a folder or a file only."""
        if not isinstance(self._backend, StoreBackend):
            raise GraphError("an endpoint has no local dataset", where=self.target, hint="ask it with query()")
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self._backend.store), default_union=True)

    @functools.cached_property
    def _actors(self) -> dict[str, ActorRef]:
        return decode.actors(self._backend)

    @functools.cached_property
    def _documents(self) -> Mapping[str, Document]:
        return decode.documents(self._backend) if self._kept is None else self._kept

    def actors(self) -> list[ActorRef]:
        """Every actor that occurs, by name, then by id."""
        return sorted(self._actors.values(), key=lambda a: (a.name, a.id))

    def documents(self) -> list[Document]:
        """The documents by publication date, then id; with their text where the knowledge base is a folder."""
        return sorted(self._documents.values(), key=lambda d: (d.published or "9999", d.id))

    def document(self, document_id: str) -> Document | None:
        """The document with that id or key; None when there is none."""
        known = self._documents.get(document_id)
        if known is not None:
            return known
        keys = [key for key, name in sorted(decode.document_ids(self._backend).items()) if name == document_id]
        return self._documents[keys[0]] if keys else None

    def claims(self, event: str | None = None) -> Iterator[Claim]:
        """All claims, or those about one event (its id), by document and place in the text."""
        return (reason.claim for _, reason in self._keyed_reasons(event and self.event(event).iri))

    def why(self, event_id: str) -> list[Reason]:
        """Every claim about an event with its document, the first published first.

        Raises GraphError when there is no such event. An id from before reports were joined leads to the event
        that they are in now.
        """
        event = self.event(event_id)
        place = {pair: n for n, pair in enumerate(event.claim_keys)}
        found = [(place.get((key, r.claim.id), len(place)), r) for key, r in self._keyed_reasons(event.iri)]
        return [reason for _, reason in sorted(found, key=lambda pair: pair[0])]

    def reasons(self) -> Iterator[Reason]:
        """All claims with their documents, by document and place in the text."""
        return (reason for _, reason in self._keyed_reasons(None))

    def _keyed_reasons(self, event_iri: str | None) -> Iterator[tuple[str, Reason]]:
        names = decode.document_ids(self._backend)
        for key, claim in decode.claims(self._backend, self._actors, names, event_iri):
            yield key, Reason(claim, self._documents[key], key)

    def event(self, event_id: str) -> DerivedEvent:
        """The event with that id (or IRI, or an unambiguous beginning of the id); raises GraphError for none."""
        name = event_id.rsplit("/", 1)[-1].removeprefix("event:")
        near: list[DerivedEvent] = []
        if _ID.match(name):
            iri = f"<{BASE}event/{name}>"
            ways = (
                f"VALUES ?s {{ {iri} }}",
                f"{iri} dct:isReplacedBy ?s",
                _of_claims(self._former.get(name, ())),
                _beginning(name),
            )
            near = next((e for way in ways if (e := decode.events(self._backend, self._actors, way))), [])
        if len(near) != 1:
            what = f"{len(near)} events begin with {name!r}" if near else f"there is no event {name!r}"
            raise GraphError(what, where=self.target, hint="`kg events` lists them with their ids")
        return near[0]

    def events(
        self,
        actor: str | None = None,
        type: str | None = None,  # noqa: A002 (what its user calls it)
        since: str | None = None,
        until: str | None = None,
        status: str | None = None,
        *,
        guesses: bool = False,
    ) -> list[DerivedEvent]:
        """The events by date, those without a date last.

        `actor` is an id, a code or a name; a state also finds those who stand for it. `type` includes narrower
        types and may be a root (CONSULT). `since` and `until` are days, months or years: an event stays if it can
        lie between them; where only the report of it bounds it, the day of the report counts on the open side. What
        nothing bounds is left out. `guesses` adds events that rest on guessed claims only.
        """
        keep = _Filter.of(self._actors, actor, type, since, until, status, guesses=guesses)
        found = decode.events(self._backend, self._actors, keep.pattern(self._actors))
        return [e for e in found if keep.keeps(e)]

    def export(self, format: str, stream: BinaryIO, *, no_text: bool = False) -> None:  # noqa: A002 (its user's word)
        """Write the graph in one of the formats of `kg.graph.export.FORMATS`; equal graphs are equal files.

        With `no_text` quotes are cut short, for those who may not pass on articles.
        """
        from kg.graph.export import export

        export(self, format, stream, no_text=no_text)

    def check(self) -> list[Finding]:
        """What is wrong with the data, in words; an empty list when all is as promised."""
        from kg.graph.check import check

        return check(self.store, self.query, self._documents.get)

    @property
    def is_local(self) -> bool:
        """Whether the graph is in this process (a folder or a file) and not behind a URL."""
        return isinstance(self._backend, StoreBackend)

    @property
    def store(self) -> ox.Store:
        """The Oxigraph store behind a folder or file; raises GraphError for an endpoint."""
        if not isinstance(self._backend, StoreBackend):
            raise GraphError("an endpoint has no local store", where=self.target, hint="ask it with query()")
        return self._backend.store


@dataclass(frozen=True, slots=True)
class _Filter:
    actors: frozenset[str] | None
    types: frozenset[str] | None
    since: str | None
    until: str | None
    status: str | None
    guesses: bool

    @classmethod
    def of(
        cls,
        known: Mapping[str, ActorRef],
        actor: str | None,
        event_type: str | None,
        since: str | None,
        until: str | None,
        status: str | None,
        *,
        guesses: bool,
    ) -> _Filter:
        return cls(
            actors=_actor_ids(known, actor) if actor else None,
            types=_types(event_type) if event_type else None,
            since=_day(since, 0) if since else None,
            until=_day(until, 1) if until else None,
            status=status,
            guesses=guesses,
        )

    def pattern(self, known: Mapping[str, ActorRef]) -> str:
        """A pattern that finds at least the events which are kept; the actor first, as he narrows most."""
        parts = []
        if self.actors is not None:
            iris = sorted(iri for iri, a in known.items() if a.id in self.actors or self.actors.intersection(a.states))
            parts.append(f"VALUES ?x {{ {' '.join(f'<{iri}>' for iri in iris)} }}")
            parts.append("?s dip:participant|dip:mediator|dip:host ?x .")
        parts.append("?s a dip:Event .")
        if self.status:
            parts.append(f"?s dip:status <{BASE}status/{escaped(self.status)}> .")
        if self.since:  # an open end reaches to any day
            parts.append("OPTIONAL { ?s dip:latest ?last }")
            parts.append(f'FILTER(!BOUND(?last) || ?last >= "{self.since}"^^xsd:date)')
        if self.until:
            parts.append("OPTIONAL { ?s dip:earliest ?first }")
            parts.append(f'FILTER(!BOUND(?first) || ?first <= "{self.until}"^^xsd:date)')
        return " ".join(parts)

    def keeps(self, event: DerivedEvent) -> bool:
        if not self.guesses and event.grade != "sure":
            return False
        if self.status and event.status != self.status:
            return False
        if self.types is not None and event.type not in self.types and event.root not in self.types:
            return False
        if (self.since or self.until) and not self._in_time(event):
            return False
        parties = (*event.participants, *event.mediators, *event.hosts)
        return self.actors is None or any(p.id in self.actors or self.actors.intersection(p.states) for p in parties)

    def _in_time(self, event: DerivedEvent) -> bool:
        """Whether the event can lie between `since` and `until`."""
        reported = bounds_of(event.first_reported) if event.bounds_basis else None
        first = event.earliest or (reported and reported[0])
        last = event.latest or (reported and reported[1])
        if not first and not last:
            return False
        return not (self.since and last and last < self.since) and not (self.until and first and first > self.until)


_ID = re.compile(r"[0-9a-f]{4,64}\Z")


def _of_claims(claims: Iterable[str]) -> str:
    """The event that holds the first of these claims which are still there, as by far most often all are in one."""
    values = " ".join(f"<{c}>" for c in claims)
    return f"{{ SELECT ?s {{ VALUES ?c {{ {values} }} ?c dip:about ?s }} ORDER BY ?c LIMIT 1 }}"


def _beginning(name: str) -> str:
    return f'?s a dip:Event FILTER(STRSTARTS(STR(?s), "{BASE}event/{name}"))'


def _actor_ids(known: Mapping[str, ActorRef], word: str) -> frozenset[str]:
    """Ids that a user's word may mean: an id, a name that occurs, or any name that the lists of actors know."""
    ids = {a.id for a in known.values()}
    bare = word.removeprefix("actor:")
    if bare in ids:
        return frozenset((bare,))
    named = {a.id for a in known.values() if a.name.casefold() == bare.casefold()}
    from kg.authority import load

    found = frozenset(named | set(load().find(bare)))
    return found or frozenset((bare,))


def _types(word: str) -> frozenset[str]:
    from kg.ontology import load

    lexicon = load()
    bare = word.removeprefix("type:")
    return frozenset((bare, *(t for t in lexicon.types if lexicon.is_a(t, bare))))


def _day(edtf: str, end: int) -> str:
    from kg.errors import UsageError

    bounds = bounds_of(edtf)
    if bounds is None:
        raise UsageError(f"not a date: {edtf!r}", hint="write 2014, 2014-10 or 2014-10-31")
    return bounds[end]
