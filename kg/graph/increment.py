"""What a store holds and what it should hold in; the store changed in as many places as differ.

Beside each generation of the store lies a list of the documents and events that it was made from, with a hash of
each. What has the same hash is left alone, so that one more article does not load all others again. The result is
the same, quad for quad, as if the store were made anew.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.actors import actor_facts, refs_of, roster
from kg.graph.curation import quads_of
from kg.graph.files import stored_paths
from kg.graph.names import ACTORS, BASE, CURATION, DERIVED, DIP, event_iri
from kg.graph.processes import processes
from kg.graph.rdf import RDF_TYPE, REPLACED, document_quads, event_quads, process_quads, shortcut_pairs
from kg.ontology import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.graph.derivation import Derivation

__all__ = ["Contents", "change", "contents", "worth_changing"]

_ABOUT = ox.NamedNode(f"{DIP}about")
_PART_OF = ox.NamedNode(f"{DIP}partOf")
_PROCESS = ox.NamedNode(f"{DIP}Process")
_DERIVED = ox.NamedNode(DERIVED)
MOST_CHANGED = 0.3
"""When more of the documents or events differ than this, making the store anew is quicker."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store was made from: versions, and a hash for each document (by key) and event (by id)."""

    versions: str
    documents: dict[str, str]
    events: dict[str, str]

    def to_json(self) -> str:
        """As the file beside the store holds it."""
        return json.dumps({"versions": self.versions, "documents": self.documents, "events": self.events})

    @classmethod
    def from_json(cls, text: str) -> Contents | None:
        """None when the text is not what `to_json` gives."""
        try:
            data = json.loads(text)
            return cls(str(data["versions"]), dict(data["documents"]), dict(data["events"]))
        except (ValueError, KeyError, TypeError):
            return None


def contents(path: Path, made: Derivation, versions: str) -> Contents:
    """What a store of this derivation is made from."""
    documents = {}
    for place in stored_paths(path):
        with place.open("rb") as file:
            documents[place.stem] = hashlib.sha256(file.readline()).hexdigest()[:16]
    events = {e.id: hashlib.sha256(repr(e).encode("utf-8", "surrogatepass")).hexdigest()[:16] for e in made.found}
    return Contents(versions, documents, events)


def worth_changing(held: Contents | None, now: Contents) -> bool:
    """Whether the store that was made from `held` is better changed than made anew."""
    if held is None or held.versions != now.versions or not held.documents:
        return False
    documents = len(_differing(held.documents, now.documents)) / len(held.documents)
    events = len(_differing(held.events, now.events)) / max(1, len(held.events))
    return max(documents, events) <= MOST_CHANGED


def _differing(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {k for k in before.keys() | after.keys() if before.get(k) != after.get(k)}


def change(store: ox.Store, made: Derivation, held: Contents, now: Contents) -> None:
    """Bring a store that was made from `held` to what `now` describes."""
    changed = _differing(held.documents, now.documents)
    for key in sorted(changed):
        store.remove_graph(ox.NamedNode(f"{BASE}doc/{key}"))
    for document, claims in made.read:
        if document.key in changed:
            store.extend(document_quads(document, claims, roster()))
    _events(store, made, _differing(held.events, now.events))
    named = (ref for pair in made.read for ref in refs_of(pair))
    actors = actor_facts(named, (ref for event in made.found for ref in event.participants))
    _replace(store, store.quads_for_pattern(None, None, None, ox.NamedNode(ACTORS)), actors)
    _replace(store, store.quads_for_pattern(None, None, None, ox.NamedNode(CURATION)), quads_of(made.corrections))


def _replace(store: ox.Store, before: Iterable[ox.Quad], after: Iterable[ox.Quad]) -> None:
    old, new = set(before), set(after)
    for quad in old - new:
        store.remove(quad)
    store.extend(new - old)


def _events(store: ox.Store, made: Derivation, changed: set[str]) -> None:
    lexicon = load()
    for event_id in changed:
        node = ox.NamedNode(event_iri(event_id))
        gone = [
            *store.quads_for_pattern(node, None, None, _DERIVED),
            *store.quads_for_pattern(None, _ABOUT, node, _DERIVED),
            *store.quads_for_pattern(None, REPLACED, node, _DERIVED),
        ]
        for quad in gone:
            store.remove(quad)
    for event in made.found:
        if event.id in changed:
            store.extend(event_quads(event, lexicon))
    pairs = (
        ox.Quad(ox.NamedNode(s), ox.NamedNode(p), ox.NamedNode(o), _DERIVED)
        for event in made.found
        for s, p, o in shortcut_pairs(event, lexicon)
    )
    shortcuts = sorted({t.shortcut for t in lexicon.types.values() if t.shortcut})
    held = (q for p in shortcuts for q in store.quads_for_pattern(None, ox.NamedNode(p), None, _DERIVED))
    _replace(store, held, pairs)
    rounds = (q for process in processes(made.found, lexicon) for q in process_quads(process))
    _replace(store, _processes(store.quads_for_pattern), rounds)


def _processes(find: Callable[..., Iterator[ox.Quad]]) -> Iterator[ox.Quad]:
    for quad in find(None, RDF_TYPE, _PROCESS, _DERIVED):
        yield from find(quad.subject, None, None, _DERIVED)
        yield from find(None, _PART_OF, quad.subject, _DERIVED)
