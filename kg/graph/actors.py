"""Actors that occur in, quads about them out: names, kind, Wikidata, offices and memberships with their dates."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING

from kg.graph.names import ACTORS, actor_iri, actor_ref, slug
from kg.graph.publishers import publisher_of
from kg.graph.rdf import Writer, actor_quads, speaks_for
from kg.graph.reports import known
from kg.graph.status import NEGATIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox

    from kg.authority import Authority, Record
    from kg.graph.names import ActorRef
    from kg.graph.roster import Read
    from kg.model import Claim, Party

__all__ = ["actor_facts", "names_in", "plain", "refs_of", "roster", "voices_in", "words_in"]

_ORG = "http://www.w3.org/ns/org#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"


@functools.lru_cache(maxsize=1)
def roster() -> Authority:
    """The actors that come with kg."""
    from kg.authority import load

    return load()


def refs_of(read: Read) -> Iterator[ActorRef]:
    """Every actor that a document and its claims name, as often as they name it."""
    document, claims = read
    yield publisher_of(document, roster())
    for party in _parties(claims):
        yield actor_ref(party, document.key)


def _parties(claims: Iterable[Claim]) -> Iterator[Party]:
    for claim in claims:
        event = claim.event
        yield from (*event.initiators, *event.recipients, *event.participants, *event.mediators, *event.hosts)
        if claim.claimant:
            yield claim.claimant


def names_in(read: Read) -> dict[tuple[str, str, str], int]:
    """How often a document names each actor: (id, name, kind), under the name of the lists where he stands there."""
    return Counter((r.id, r.name, r.kind) for ref in refs_of(read) if not (r := known(ref, roster())).local)


def voices_in(read: Read) -> dict[str, tuple[int, int, int]]:
    """Who says how much in a document: by IRI its claims, those that say no, those in the text's own voice."""
    document, claims = read
    publisher = publisher_of(document, roster()).iri
    found: dict[str, tuple[int, int, int]] = {}
    for claim in claims:
        who = actor_ref(claim.claimant, document.key).iri if claim.claimant else publisher
        said, denied, own = found.get(who, (0, 0, 0))
        found[who] = said + 1, denied + (claim.stance in NEGATIVE), own + (claim.claimant is None)
    return found


def words_in(read: Read) -> set[str]:
    """The words by which a document tells its actors, and their names, as `plain` writes them."""
    return {plain(words) for party in _parties(read[1]) for words in (party.text, party.name)}


def plain(words: str) -> str:
    """Words for an actor as they are compared: in any case, without "the".

    >>> plain("The  White House")
    'white house'
    """
    return " ".join(words.casefold().split()).removeprefix("the ")


def actor_facts(actor_id: str, names: Mapping[tuple[str, str], int]) -> Iterator[ox.Quad]:
    """What is known of an actor that occurs under these names and kinds, so often, in the graph `ACTORS`.

    One in the lists comes with other names, Wikidata, tenures and memberships; these stand as `org:Membership`, named
    after member, office and beginning.
    """
    yield from actor_quads(actor_id, names)
    record = roster().get(actor_id)
    if record is not None:
        yield from _listed(record)


def _listed(record: Record) -> Iterable[ox.Quad]:
    out = Writer(ACTORS)
    iri = actor_iri(record.id)
    for name in record.aliases:
        out.other(iri, f"{_SKOS}altLabel", name)
    for name in record.demonyms:
        out.add(iri, "demonym", name)
    for name in record.metonyms:
        out.add(iri, "metonym", name)
    if record.wikidata:
        out.link(iri, f"{_SKOS}exactMatch", f"http://www.wikidata.org/entity/{record.wikidata}")
    if record.kind != "person":  # for whom a person speaks is a matter of time, and told by each document
        for state in record.states:
            if state != record.id:
                speaks_for(out, iri, state)
    for tenure in record.tenures:
        _membership(out, record.id, tenure.of, tenure.office, (tenure.begin, tenure.end))
    for membership in record.memberships:
        _membership(out, record.id, membership.group, "member", (membership.begin, membership.end))
    return out.quads


def _membership(out: Writer, member: str, of: str, role: str, time: tuple[str | None, str | None]) -> None:
    iri = f"{actor_iri(member)}/{slug(f'{role} {of} {time[0] or time[1] or str()}')}"
    out.link(iri, "rdf:type", f"{_ORG}Membership")
    out.link(iri, f"{_ORG}member", actor_iri(member))
    out.link(iri, f"{_ORG}organization", actor_iri(of))
    out.other(iri, "rdfs:label", role)
    out.add(iri, "begin", time[0])
    out.add(iri, "end", time[1])
