"""Actors that occur in, quads about them out: name, kind, Wikidata, offices and memberships with their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.names import actor_ref
from kg.graph.rdf import actor_quads, publisher_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph as ox

    from kg.graph.names import ActorRef
    from kg.graph.reports import Members, Read

__all__ = ["actor_facts", "members_of", "refs_of"]


def members_of() -> Members | None:
    """Who belongs to a grouping on a day, from the lists of actors."""
    return None


def refs_of(read: Read) -> Iterator[ActorRef]:
    """Every actor that a document and its claims name, as often as they name it."""
    document, claims = read
    yield publisher_of(document)
    for claim in claims:
        event = claim.event
        parties = (*event.initiators, *event.recipients, *event.participants, *event.mediators, *event.hosts)
        for party in (*parties, *((claim.claimant,) if claim.claimant else ())):
            yield actor_ref(party, document.key)


def actor_facts(refs: Iterable[ActorRef]) -> Iterator[ox.Quad]:
    """What is known of actors that occur, in the graph `ACTORS`."""
    yield from actor_quads(refs)
