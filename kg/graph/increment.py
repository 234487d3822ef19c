"""A store and its ledger in, both brought up to date out: in as many places as a change of documents touches.

What is made anew is what lies in the components of the documents that came, went, or are read or corrected otherwise.
The result is the same, quad for quad, as if the store were made anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.actors import actor_facts, roster
from kg.graph.curation import quads_of
from kg.graph.derivation import clustered, derivation, derived, stored_read
from kg.graph.files import path_of, read_stored
from kg.graph.ledger import digest_of, line_of
from kg.graph.loading import documents_beside, fill
from kg.graph.names import ACTORS, BASE, CURATION, DERIVED, DIP, FORMER, actor_iri, event_iri
from kg.graph.rdf import (
    COUNTS,
    REPLACED,
    copy_links,
    count_quads,
    document_quads,
    event_quads,
    process_quads,
    shortcut_pairs,
    shortcut_quad,
)
from kg.graph.vocabulary import ontology_quads
from kg.ontology import load
from kg.workers import one_by_one

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.graph.curation import Correction
    from kg.graph.derivation import Derivation
    from kg.graph.events import DerivedEvent
    from kg.graph.ledger import Ledger
    from kg.graph.roster import Read
    from kg.workers import Spread

__all__ = ["Change", "Events", "apply_change", "claims_about", "make_anew", "put_former"]

_ABOUT = ox.NamedNode(f"{DIP}about")
_DERIVED = ox.NamedNode(DERIVED)
_ACTORS = ox.NamedNode(ACTORS)
_MEMBER = ox.NamedNode("http://www.w3.org/ns/org#member")


@dataclass(frozen=True, slots=True)
class Change:
    """Keys of documents that are `new` or differ, are `gone`, or only have other corrections (`corrected`)."""

    new: frozenset[str]
    gone: frozenset[str]
    corrected: frozenset[str]

    @property
    def touched(self) -> frozenset[str]:
        """Whose clusters may be others than before."""
        return self.new | self.gone | self.corrected


@dataclass(frozen=True, slots=True)
class Events:
    """Which events came and went: former ids with the claims (IRIs) that they held, and ids that there are now."""

    vanished: dict[str, list[str]]
    living: frozenset[str]


def make_anew(
    path: Path, store: ox.Store, ledger: Ledger, corrections: Sequence[Correction], spread: Spread = one_by_one
) -> Derivation:
    """Fill an empty store and an empty ledger with all that follows from the documents of a folder.

    With `spread` (`kg.workers`) other processes write down what documents say, while this one concludes from it.
    """
    if spread is one_by_one:
        made = _concluded(path, ledger, corrections)
        fill(store, (q for read in made.read for q in document_quads(*read, roster())))
    else:
        with documents_beside(store, path, spread):
            made = _concluded(path, ledger, corrections)
    fill(store, _concluded_quads(made, ledger, corrections))
    store.optimize()  # a tenth of the time that it took to fill, and asking takes a third
    return made


def _concluded(path: Path, ledger: Ledger, corrections: Sequence[Correction]) -> Derivation:
    made = derivation(stored_read(path), corrections)
    for read in made.read:
        ledger.put_read(read)
    ledger.put_keys(made.clusters)
    ledger.put_groups(made.groups)
    for _, event in made.groups:
        ledger.put_event(event, [*shortcut_pairs(event, load()), *copy_links(event)])
    ledger.index()
    return made


def _concluded_quads(made: Derivation, ledger: Ledger, corrections: Sequence[Correction]) -> Iterator[ox.Quad]:
    """All but what stands in the documents' own graphs."""
    yield from ontology_quads()
    for actor in ledger.actors():
        yield from actor_facts(actor, ledger.names(actor))
    yield from quads_of(corrections)
    for _, event in made.groups:
        yield from event_quads(event)
    yield from (shortcut_quad(*s) for s in ledger.all_shortcuts())
    yield from _counts(ledger, ledger.all_counted())
    yield from _processes(ledger, ledger.all_lines())


def apply_change(
    path: Path, store: ox.Store, ledger: Ledger, corrections: Sequence[Correction], change: Change
) -> Events:
    """Bring a store and its ledger to what the documents and corrections of the folder say now."""
    present = {key: _read(path, key) for key in sorted(change.new | change.corrected)}
    components = ledger.components_of(change.touched | _tied(corrections, change.touched))
    components |= ledger.components_near(clustered(present.values(), corrections).clusters)
    pool = ledger.clusters_of(components)
    beside = {key for key, _ in pool} - change.touched
    made = clustered([*present.values(), *(_read(path, key) for key in sorted(beside))], corrections)
    fresh = present.keys()
    groups = derived(made, lambda c: c.document in fresh or (c.document, c.number) in pool)
    held = ledger.events(set(pool.values()))
    now = {event.id: event for _, event in groups}
    differing = {i for i in held.keys() | now.keys() if i not in now or held.get(i) != digest_of(now[i])}
    old, new = sorted(differing & held.keys()), [now[i] for i in sorted(differing & now.keys())]
    leading = {former for event in now.values() for former in event.replaces}
    vanished = {i: claims_about(store, i) for i in old if i not in now and i not in leading}

    actors = ledger.named_by([*(f"doc/{key}" for key in change.new | change.gone), *(f"event/{i}" for i in old)])
    shortcuts = ledger.shortcuts(old)
    lines = ledger.lines_of(old) | {line for event in new if (line := line_of(event))}
    counted = ledger.counted(change.new | change.gone, old)
    for quad in _processes(ledger, lines):
        store.remove(quad)
    ledger.forget_events(old)
    ledger.forget_clusters(change.touched)
    ledger.forget_documents(change.new | change.gone)
    for key in change.new:
        ledger.put_read(present[key])
    ledger.put_keys(c for c in made.clusters if c.document in fresh)
    ledger.put_groups(groups)
    for event in new:
        ledger.put_event(event, [*shortcut_pairs(event, load()), *copy_links(event)])

    ids = [event.id for event in new]
    _documents(store, change, present)
    _events(store, old, new)
    _shortcuts(store, ledger, shortcuts | ledger.shortcuts(ids))
    store.extend(_processes(ledger, lines))
    _recount(store, ledger, counted | ledger.counted(change.new, ids))
    actors |= ledger.named_by([*(f"doc/{key}" for key in change.new), *(f"event/{i}" for i in ids)])
    _actors(store, ledger, actors)
    _replace(store, store.quads_for_pattern(None, None, None, ox.NamedNode(CURATION)), quads_of(corrections))
    return Events(vanished, frozenset(now))


def _read(path: Path, key: str) -> Read:
    stored = read_stored(path_of(path, key))
    return stored.document, stored.claims


def _tied(corrections: Iterable[Correction], touched: frozenset[str]) -> set[str]:
    """Documents that a correction ties to one that is touched."""
    ties = ({t.document for t in c.targets} for c in corrections if len(c.targets) > 1)
    return {key for tie in ties if tie & touched for key in tie}


def claims_about(store: ox.Store, event_id: str) -> list[str]:
    """IRIs of the claims about an event."""
    quads = store.quads_for_pattern(None, _ABOUT, ox.NamedNode(event_iri(event_id)), _DERIVED)
    return sorted(q.subject.value for q in quads if isinstance(q.subject, ox.NamedNode))


def put_former(store: ox.Store, former: Mapping[str, Sequence[str]]) -> None:
    """Lead events that are no more, of which the claims (IRIs) are known, to the event that holds the first of them."""
    graph = ox.NamedNode(FORMER)
    found = []
    for event_id, claims in former.items():
        about = (q.object for c in claims for q in store.quads_for_pattern(ox.NamedNode(c), _ABOUT, None, _DERIVED))
        if (now := next(about, None)) is not None:
            found.append(ox.Quad(ox.NamedNode(event_iri(event_id)), REPLACED, now, graph))
    _replace(store, store.quads_for_pattern(None, None, None, graph), found)


def _documents(store: ox.Store, change: Change, present: dict[str, Read]) -> None:
    for key in sorted(change.new | change.gone):
        store.remove_graph(ox.NamedNode(f"{BASE}doc/{key}"))
    for key in sorted(change.new):
        store.extend(document_quads(*present[key], roster()))


def _events(store: ox.Store, old: Iterable[str], new: Iterable[DerivedEvent]) -> None:
    for event_id in old:
        node = ox.NamedNode(event_iri(event_id))
        gone = [
            *store.quads_for_pattern(node, None, None, _DERIVED),
            *store.quads_for_pattern(None, _ABOUT, node, _DERIVED),
            *store.quads_for_pattern(None, REPLACED, node, _DERIVED),
        ]
        for quad in gone:
            store.remove(quad)
    for event in new:
        store.extend(event_quads(event))


def _shortcuts(store: ox.Store, ledger: Ledger, touched: Iterable[tuple[str, str, str]]) -> None:
    for shortcut in touched:
        if ledger.holds(shortcut):
            store.add(shortcut_quad(*shortcut))
        else:
            store.remove(shortcut_quad(*shortcut))


def _processes(ledger: Ledger, lines: Iterable[tuple[str, str]]) -> Iterator[ox.Quad]:
    return (q for line in lines for process in ledger.processes(*line) for q in process_quads(process))


def _counts(ledger: Ledger, actors: Iterable[str]) -> Iterator[ox.Quad]:
    return (q for actor in actors for q in count_quads(actor, ledger.counts(actor)))


def _recount(store: ox.Store, ledger: Ledger, actors: Iterable[str]) -> None:
    """Count anew what these actors (IRIs) do and say."""
    for actor in sorted(actors):
        node = ox.NamedNode(actor)
        before = (q for name in COUNTS for q in store.quads_for_pattern(node, ox.NamedNode(DIP + name), None, _DERIVED))
        _replace(store, before, _counts(ledger, [actor]))


def _actors(store: ox.Store, ledger: Ledger, touched: Iterable[str]) -> None:
    for actor in sorted(touched):
        node = ox.NamedNode(actor_iri(actor))
        subjects = [node, *(q.subject for q in store.quads_for_pattern(None, _MEMBER, node, _ACTORS))]
        before = (q for s in subjects for q in store.quads_for_pattern(s, None, None, _ACTORS))
        names = ledger.names(actor)
        _replace(store, before, actor_facts(actor, names) if names else ())


def _replace(store: ox.Store, before: Iterable[ox.Quad], after: Iterable[ox.Quad]) -> None:
    old, new = set(before), set(after)
    for quad in old - new:
        store.remove(quad)
    store.extend(new - old)
