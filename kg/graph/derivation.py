"""A knowledge base's stored documents in, all quads of its store out: documents, actors, events, ontology."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph import curation
from kg.graph.actors import actor_facts, refs_of, roster
from kg.graph.curation import apply, quads_of
from kg.graph.events import derive
from kg.graph.files import read_stored, stored_paths
from kg.graph.processes import processes
from kg.graph.rdf import document_quads, event_quads, process_quads
from kg.graph.vocabulary import ontology_quads
from kg.ontology import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import pyoxigraph as ox

    from kg.graph.curation import Correction
    from kg.graph.events import DerivedEvent
    from kg.graph.reports import Read

__all__ = ["Derivation", "derivation", "everything", "stored_read"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """Documents, their claims, and what follows from them."""

    read: Sequence[Read]
    found: Sequence[DerivedEvent]
    corrections: Sequence[Correction] = ()

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.read)

    @property
    def events(self) -> int:
        """How many events follow."""
        return len(self.found)

    def quads(self) -> Iterator[ox.Quad]:
        """All quads of the store, in a stream."""
        lexicon = load()
        yield from ontology_quads()
        for document, claims in self.read:
            yield from document_quads(document, claims, roster())
        named = (ref for pair in self.read for ref in refs_of(pair))
        yield from actor_facts(named, (ref for event in self.found for ref in event.participants))
        yield from quads_of(self.corrections)
        for event in self.found:
            yield from event_quads(event, lexicon)
        for process in processes(self.found, lexicon):
            yield from process_quads(process)


def derivation(read: Iterable[Read], corrections: Sequence[Correction] = ()) -> Derivation:
    """What follows from documents, their claims and corrections, in an order that does not depend on theirs.

    The claims themselves stay as they were read; only what is derived heeds the corrections.
    """
    ordered = sorted(read, key=lambda pair: pair[0].key)
    applied = apply(ordered, corrections, roster())
    found = derive(applied.read, load(), roster=roster(), decisions=applied.decisions)
    return Derivation(ordered, found, corrections)


def stored_read(path: Path) -> list[Read]:
    """The documents of a folder with their claims, by key."""
    stored = (read_stored(p) for p in stored_paths(path))
    return [(s.document, s.claims) for s in stored]


def everything(path: Path) -> Derivation:
    """What follows from all that is stored in a folder."""
    return derivation(stored_read(path), curation.load(path))
