"""Patterns of SPARQL in, values of the model out: asked in batches, each actor and each document once.

What a person waits for must not depend on how much else there is: only what the pattern finds is fetched. Only SELECT
is used, so that a file, a folder and an endpoint are read in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from kg.graph import decode
from kg.graph.events import by_date
from kg.graph.names import BASE, actor_iri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.graph.backends import Backend
    from kg.graph.decode import Facts
    from kg.graph.events import DerivedEvent
    from kg.graph.names import ActorRef
    from kg.model import Claim, Document

__all__ = ["Fetcher"]

_BATCH = 200
"""IRIs in one query: a server's limits (Virtuoso gives at most 10,000 rows) are far, and so is the cost of asking."""


class Fetcher:
    """Reads from a backend, and keeps what it has learnt of actors and documents."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._actors: dict[str, ActorRef] = {}
        self._heads: dict[str, tuple[str, str]] = {}

    # --- actors and documents

    def actors(self) -> dict[str, ActorRef]:
        """Every actor that occurs, by IRI."""
        kinds = " ".join(f"<{kind}>" for kind in decode.KINDS)
        self._know_actors(self._first(f"SELECT DISTINCT ?a {{ VALUES ?k {{ {kinds} }} ?a a ?k }}"))
        return self._actors

    def _know_actors(self, iris: Iterable[str]) -> dict[str, ActorRef]:
        missing = sorted({iri for iri in iris if iri not in self._actors})
        for some in _values(missing):
            named = self._backend.select(
                f"SELECT ?a ?label ?class ?id {{ VALUES ?a {{ {some} }} ?a a ?class ; rdfs:label ?label "
                "OPTIONAL { ?a dct:identifier ?id } }",
                {},
            )
            spoken = self._backend.select(
                f"SELECT DISTINCT ?a ?s {{ VALUES ?a {{ {some} }} ?a dip:speaksFor ?s }}", {}
            )  # fmt: skip
            self._actors |= decode.actors(named, spoken)
        return self._actors

    def event_counts(self) -> dict[str, int]:
        """In how many events each actor has a part, by id; 0 for one that only speaks."""
        roles = " UNION ".join(f"{{ ?e dip:{role} ?a }}" for role in ("participant", "mediator", "host"))
        rows = self._backend.select(
            f"SELECT ?a (COUNT(DISTINCT ?e) AS ?n) {{ {{ SELECT ?e {{ ?e a dip:Event }} }} "
            f"{{ SELECT ?e ?a {{ {roles} }} }} }} GROUP BY ?a",
            {},
        )
        found = {decode.local(a): int(n or 0) for a, n in rows}
        return defaultdict(int, found)

    def has_actor(self, actor_id: str) -> bool:
        """Whether an actor with that id occurs."""
        return bool(self._first(f"SELECT ?c {{ <{actor_iri(actor_id)}> a ?c }} LIMIT 1"))

    def named(self, name: str) -> set[str]:
        """The ids of the actors that have that name, as it is written."""
        rows = self._backend.select("SELECT DISTINCT ?a { ?a rdfs:label ?n ; dip:standsFor ?a }", {"n": name})
        return {decode.local(a) for (a,) in rows}

    def like(self, name: str) -> set[str]:
        """The same in any case; every actor is looked at."""
        lower = name.casefold()
        rows = self._backend.select("SELECT DISTINCT ?a ?n { ?a dip:standsFor ?a ; rdfs:label ?n }", {})
        return {decode.local(a) for a, n in rows if (n or "").casefold() == lower}

    def document_heads(self, keys: Iterable[str]) -> Mapping[str, tuple[str, str]]:
        """Id and first day of publication ("" where it is not known) of documents, by key."""
        missing = sorted({key for key in keys if key not in self._heads})
        for some in _values(f"{BASE}doc/{key}" for key in missing):
            rows = self._backend.select(
                f"SELECT ?d ?id ?edtf ?day {{ VALUES ?d {{ {some} }} ?d dct:identifier ?id "
                "OPTIONAL { ?d dip:published ?edtf } OPTIONAL { ?d dip:publishedEarliest ?day } }",
                {},
            )
            self._heads |= {
                decode.key_of(iri): (name or "", (edtf and day) or "") for iri, name, edtf, day in rows
            }  # fmt: skip
        return self._heads

    def document_keys(self, document_id: str) -> list[str]:
        """The keys of the documents that have that id."""
        rows = self._backend.select("SELECT ?d { ?d dct:identifier ?id ; a dip:Document }", {"id": document_id})
        return sorted(decode.key_of(iri) for (iri,) in rows)

    def all_document_keys(self) -> list[str]:
        """The keys of all documents."""
        return [decode.key_of(iri) for iri in self._first("SELECT DISTINCT ?d { ?d a dip:Document }")]

    def documents(self, keys: Iterable[str]) -> dict[str, Document]:
        """What the graph says of documents, by key; their text is not in it."""
        facts = self._about(f"{BASE}doc/{key}" for key in keys)
        return {decode.key_of(iri): decode.document(decode.key_of(iri), f) for iri, f in sorted(facts.items())}

    # --- events and claims

    def events(self, which: str) -> list[DerivedEvent]:
        """The events that the query `which` finds in its first column, by date, then by id."""
        return self._events(self._first(which))

    def newest(self, which: Callable[..., str], most: int) -> list[DerivedEvent]:
        """The last `most` events of a query that takes `newest`; of those of one day, where it is cut, by their names.

        Some more are asked for, until all of the day where it is cut are there.
        """
        asked = most + _BATCH
        while True:
            rows = self._backend.select(which(newest=asked), {}).rows
            if len(rows) < asked or rows[most - 1][1] != rows[-1][1]:
                break
            asked *= 4
        last = sorted((day or "", iri or "") for iri, day in rows)[-most:]
        return self._events(iri for _, iri in last)

    def _events(self, iris: Iterable[str]) -> list[DerivedEvent]:
        made: list[DerivedEvent] = []
        for some in _batches(iris):
            made += self._some_events(some)
        return sorted(made, key=by_date)

    def _some_events(self, iris: list[str]) -> Iterator[DerivedEvent]:
        (values,) = _values(iris)
        facts = self._about(iris)
        told = self._backend.select(
            f"SELECT DISTINCT ?s ?c ?m {{ VALUES ?s {{ {values} }} ?c dip:about ?s ; dip:trigger ?m }}", {}
        )
        replaced: dict[str, list[str]] = defaultdict(list)
        for old, new in self._backend.select(
            f"SELECT DISTINCT ?old ?s {{ VALUES ?s {{ {values} }} ?old dct:isReplacedBy ?s }}", {}
        ):
            replaced[new or ""].append(decode.local(old))
        claims = [(s or "", *decode.claim_place(c or "", m or "")) for s, c, m in told]
        heads = self.document_heads(key for _, key, _, _ in claims)
        about: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for event, key, _, claim in sorted(claims, key=lambda c: (heads[c[1]][1] or "9999", *c[1:])):
            about[event].append((key, claim))
        known = self._know_actors(iri for f in facts.values() for role in decode.ROLES for iri in f.get(role, ()))
        names = {key: name for key, (name, _) in heads.items()}
        return (decode.event(iri, f, about[iri], names, replaced[iri], known) for iri, f in facts.items())

    def claims(self, which: str) -> Iterator[list[tuple[str, Claim]]]:
        """The claims ?s that the pattern `which` finds, each with the key of its document; in batches.

        They come by document and place in the text.
        """
        rows = self._backend.select(f"SELECT DISTINCT ?s ?m {{ {which} ?s dip:trigger ?m }}", {})
        places = sorted((decode.claim_place(s or "", m or ""), s or "") for s, m in rows)
        for some in _batches(places):
            facts = self._about(iri for _, iri in some)
            mentions = {m for f in facts.values() for name in decode.SPANS for m in f.get(name, ())}
            spans = self._about(mentions)
            known = self._know_actors(a for f in facts.values() for role in decode.SPEAKING for a in f.get(role, ()))
            heads = self.document_heads(key for (key, _, _), _ in some)
            yield [(key, decode.claim(facts[iri], spans, known, heads[key][0])) for (key, _, _), iri in some]

    # --- asking

    def _first(self, query: str) -> list[str]:
        """The first column of a query."""
        return [row[0] for row in self._backend.select(query, {}) if row[0]]

    def _about(self, iris: Iterable[str]) -> Facts:
        """All that is said of resources."""
        found: Facts = {}
        for some in _values(iris):
            found |= decode.facts_of(self._backend.select(f"SELECT ?s ?p ?o {{ VALUES ?s {{ {some} }} ?s ?p ?o }}", {}))
        return found


_T = TypeVar("_T")


def _batches(values: Iterable[_T]) -> Iterator[list[_T]]:
    left = iter(values)
    while some := list(islice(left, _BATCH)):
        yield some


def _values(iris: Iterable[str]) -> Iterator[str]:
    """IRIs in angle brackets, in batches."""
    return (" ".join(f"<{iri}>" for iri in some) for some in _batches(iris))
