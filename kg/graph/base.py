"""Rows of SPARQL in, values of the model out: the object through which a knowledge base is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, BinaryIO

import pyoxigraph as ox

from kg.errors import GraphError
from kg.graph.backends import StoreBackend
from kg.graph.fetch import Fetcher
from kg.graph.names import BASE, actor_ref, escaped
from kg.graph.picking import picked

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

    @cached_property
    def _fetch(self) -> Fetcher:
        return Fetcher(self._backend)

    def actors(self) -> list[ActorRef]:
        """Every actor that occurs, by name, then by id."""
        return sorted(self._fetch.actors().values(), key=lambda a: (a.name, a.id))

    def event_counts(self) -> dict[str, int]:
        """In how many events, of any status, each actor has a part, be it as mediator or host; by id."""
        return self._fetch.event_counts()

    def actor_ids(self, word: str) -> frozenset[str]:
        """Ids that a user's word may mean: an id, a name that occurs here, or any that the lists of actors know."""
        bare = word.removeprefix("actor:")
        if self._fetch.has_actor(bare):
            return frozenset((bare,))
        from kg.authority import load

        return frozenset(self._fetch.named(bare)) | frozenset(load().find(bare)) or frozenset(self._fetch.like(bare))

    def documents(self) -> list[Document]:
        """The documents by publication date, then id; with their text where the knowledge base is a folder."""
        keys = self._fetch.all_document_keys() if self._kept is None else self._kept
        return sorted(self._documents(keys).values(), key=lambda d: (d.published or "9999", d.id))

    def document(self, document_id: str) -> Document | None:
        """The document with that id or key; None when there is none."""
        found = self._documents([document_id]) if _ID.match(document_id) else {}
        if not found:
            found = self._documents(self._fetch.document_keys(document_id)[:1])
        return next(iter(found.values()), None)

    def _documents(self, keys: Iterable[str]) -> dict[str, Document]:
        """Those documents of these keys that there are."""
        if self._kept is None:
            return self._fetch.documents(keys)
        kept = self._kept
        return {key: document for key in keys if (document := kept.get(key)) is not None}

    def claims(self, event: str | None = None) -> Iterator[Claim]:
        """All claims, or those about one event (its id), by document and place in the text."""
        return (reason.claim for reason in self._reasons(_EVERY if event is None else _of(self.event(event))))

    def why(self, event_id: str) -> list[Reason]:
        """Every claim about an event with its document, the first published first.

        Raises GraphError when there is no such event. An id from before reports were joined leads to the event
        that they are in now.
        """
        event = self.event(event_id)
        place = {pair: n for n, pair in enumerate(event.claim_keys)}
        return sorted(self._reasons(_of(event)), key=lambda r: place.get((r.key, r.claim.id), len(place)))

    def reasons(self, events: Iterable[DerivedEvent] | None = None) -> Iterator[Reason]:
        """All claims with their documents, or those about some events, by document and place in the text."""
        if events is None:
            yield from self._reasons(_EVERY)
            return
        told = sorted({pair for event in events for pair in event.claim_keys})
        for start in range(0, len(told), _BATCH):
            iris = (f"<{BASE}doc/{key}/claim/{escaped(claim)}>" for key, claim in told[start : start + _BATCH])
            yield from self._reasons(f"VALUES ?s {{ {' '.join(iris)} }}")

    def claims_named(self, beginning: str) -> list[Reason]:
        """The claims whose id is, or else begins with, these hex digits."""
        exact = list(self._reasons(f'?s dct:identifier "{beginning}" ; a dip:Claim .')) if _ID.match(beginning) else []
        if exact or not _ID.match(beginning):
            return exact
        return list(self._reasons(f'{_EVERY} ?s dct:identifier ?id FILTER(STRSTARTS(?id, "{beginning}"))'))

    def _reasons(self, which: str) -> Iterator[Reason]:
        """The claims ?s that a pattern finds, with their documents."""
        for found in self._fetch.claims(which):
            documents = self._documents(dict.fromkeys(key for key, _ in found))
            yield from (Reason(claim, documents[key], key) for key, claim in found)

    def event(self, event_id: str) -> DerivedEvent:
        """The event with that id (or IRI, or an unambiguous beginning of the id); raises GraphError for none."""
        name = event_id.rsplit("/", 1)[-1].removeprefix("event:")
        near: list[DerivedEvent] = []
        if _ID.match(name):
            iri = f"<{BASE}event/{name}>"
            ways = (
                f"VALUES ?s {{ {iri} }} ?s a dip:Event",
                f"{iri} dct:isReplacedBy ?s",
                _of_claims(self._former.get(name, ())),
                _beginning(name),
            )
            near = next((e for way in ways if way and (e := self._fetch.events(f"SELECT DISTINCT ?s {{ {way} }}"))), [])
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
        other: str | None = None,
        newest: int | None = None,
    ) -> list[DerivedEvent]:
        """The events by date, those without a date last.

        `actor` is an id, a code or a name; a state also finds those who stand for it; with `other` only events in
        which both have a part. `type` includes narrower types and may be a root (CONSULT). `since` and `until` are
        days, months or years: an event stays if it can lie between them; where only the report of it bounds it, the
        day of the report counts on the open side. What nothing bounds is left out. `guesses` adds events that rest on
        guessed claims only. With `newest` only so many are read, those with the last days.
        """
        sides = [sorted(self.actor_ids(word) or (word,)) for word in (actor, other) if word]
        which = partial(
            picked, actors=sides, kind=type, since=since, until=until, status=status, guesses=guesses
        )  # fmt: skip
        return self._fetch.events(which()) if newest is None else self._fetch.newest(which, newest)

    def export(self, format: str, stream: BinaryIO, *, no_text: bool = False) -> None:  # noqa: A002 (its user's word)
        """Write the graph in one of the formats of `kg.graph.export.FORMATS`; equal graphs are equal files.

        With `no_text` quotes are cut short, for those who may not pass on articles.
        """
        from kg.graph.export import export

        export(self, format, stream, no_text=no_text)

    def check(self) -> list[Finding]:
        """What is wrong with the data, in words; an empty list when all is as promised."""
        from kg.graph.check import check

        return check(self.store, self.query, self._kept.get if self._kept is not None else lambda _: None)

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


_ID = re.compile(r"[0-9a-f]{4,64}\Z")
_EVERY = "?s a dip:Claim ."
_BATCH = 200


def _of(event: DerivedEvent) -> str:
    return f"?s dip:about <{event.iri}> ."


def _of_claims(claims: Iterable[str]) -> str:
    """The event that holds the first of these claims which are still there, as by far most often all are in one."""
    values = " ".join(f"<{c}>" for c in claims)
    return f"{{ SELECT ?s {{ VALUES ?c {{ {values} }} ?c dip:about ?s }} ORDER BY ?c LIMIT 1 }}" if values else ""


def _beginning(name: str) -> str:
    return f'?s a dip:Event FILTER(STRSTARTS(STR(?s), "{BASE}event/{name}"))'
