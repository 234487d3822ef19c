"""A knowledge base folder in, its store up to date out: changed where documents or corrections did, or made anew."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from kg.graph import curation
from kg.graph.actors import plain
from kg.graph.files import keep, stored_paths
from kg.graph.folder import (
    current_ledger,
    current_store,
    former_claims,
    manifest,
    publish_store,
    remember_former,
    write_manifest,
)
from kg.graph.increment import Change, apply_change, claims_about, make_anew, put_former
from kg.graph.vocabulary import ontology_version
from kg.workers import one_by_one

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import pyoxigraph as ox

    from kg.graph.curation import Correction
    from kg.graph.files import Kept
    from kg.graph.ledger import Ledger
    from kg.workers import Spread

__all__ = ["RULES", "content_digest", "refresh", "stored_documents"]

RULES = 12
"""Raised when the same claims are to give other events or other RDF; stores made before are then made anew."""
MOST_CHANGED = 0.3
"""When more of the documents than this differ, making the store anew is quicker."""


def refresh(path: Path, extractor: str, *, force: bool = False, spread: Spread = one_by_one) -> int:
    """Bring the store to what the stored documents and corrections say; the number of events.

    Where it is made anew, `spread` (`kg.workers`) has other processes help.
    """
    held = current_ledger(path)
    ledger = held[1] if held and current_store(path) is not None else None
    before = ledger.documents() if ledger else {}
    now = stored_documents(path, before)
    corrections = curation.load(path)
    digest = _digest(now, corrections)
    content = manifest(path)
    if not force and ledger and content.get("content") == digest:
        return int(content.get("events", 0))
    change = _change(ledger, before, now, corrections) if ledger and not force else None
    ids = ledger.event_ids() if ledger and not change else set()
    if ledger:
        ledger.close()
    if held and change:
        events = _changed(path, held[0], now, corrections, change)
    else:
        events = _anew(path, ids, now, corrections, spread)
    versions = {"ontology": ontology_version(), "extractor": extractor, "content": digest}
    write_manifest(path, versions | {"state": "ready", "events": events, "documents": len(now)})
    return events


def _about(corrections: Sequence[Correction]) -> dict[str, str]:
    told = {f"correction {c.id}": json.dumps([_touched(c), repr(c)]) for c in corrections}
    return {"versions": _versions(), **told}


def _touched(c: Correction) -> list[str]:
    """The keys of the documents that a correction is about; of one about a name the words, after a sign."""
    return [f"={plain(c.words)}"] if c.decision == "name" else [t.document for t in c.targets]


def _versions() -> str:
    return f"{RULES} {ontology_version()}"


def _change(
    ledger: Ledger,
    before: Mapping[str, Kept],
    now: Mapping[str, Kept],
    corrections: Sequence[Correction],
) -> Change | None:
    """What differs from the present store; None when it is better made anew."""
    about, wanted = ledger.about(), _about(corrections)
    if about.get("versions") != wanted["versions"]:
        return None
    new = {key for key, d in now.items() if key not in before or before[key].digest != d.digest}
    gone = before.keys() - now.keys()
    differing = [name for name in about.keys() | wanted.keys() if about.get(name) != wanted.get(name)]
    told = [json.loads(text) for name in differing for text in (about.get(name), wanted.get(name)) if text]
    named = {name for names, _ in told for name in names}
    about_words = (ledger.documents_with(n[1:]) for n in named if n.startswith("="))
    corrected = (named.union(*about_words) & now.keys()) - new
    if len(new) + len(gone) + len(corrected) > MOST_CHANGED * len(before):
        return None
    return Change(frozenset(new), frozenset(gone), frozenset(corrected))


def _changed(path: Path, onto: str, now: Mapping[str, Kept], corrections: Sequence[Correction], change: Change) -> int:
    made: list[tuple[int, dict[str, list[str]]]] = []

    def fill(store: ox.Store, ledger: Ledger) -> None:
        events = apply_change(path, store, ledger, corrections, change)
        ledger.put_documents({key: now[key] for key in change.new})
        ledger.say(_about(corrections))
        former = _former(path, events.vanished, events.living)
        put_former(store, former)
        made.append((ledger.count_events(), former))

    publish_store(path, fill, onto=onto)
    [(count, former)] = made
    remember_former(path, former)
    return count


def _former(path: Path, vanished: Mapping[str, list[str]], living: Iterable[str]) -> dict[str, list[str]]:
    """The events that are no more, with the claims that they had; those that are back are not among them."""
    back = set(living)
    return {i: claims for i, claims in {**former_claims(path), **vanished}.items() if i not in back}


def _anew(
    path: Path, held: set[str], now: Mapping[str, Kept], corrections: Sequence[Correction], spread: Spread
) -> int:  # fmt: skip
    """Make the store anew; `held` are the ids of the events that there were."""
    made: list[tuple[int, dict[str, list[str]]]] = []
    before = current_store(path) if held else None

    def fill(store: ox.Store, ledger: Ledger) -> None:
        events = [event for _, event in make_anew(path, store, ledger, corrections, spread).groups]
        ledger.put_documents(now)
        ledger.say(_about(corrections))
        living = {e.id for e in events}
        lost = held - living - {former for e in events for former in e.replaces}
        vanished = {i: claims_about(before, i) for i in sorted(lost)} if before else {}
        former = _former(path, vanished, living)
        put_former(store, former)
        made.append((len(events), former))

    publish_store(path, fill)
    [(count, former)] = made
    remember_former(path, former)
    return count


def stored_documents(path: Path, known: Mapping[str, Kept]) -> dict[str, Kept]:
    """What is kept of the documents of a folder, by key; files are looked into only where they are not as `known`."""
    return {place.stem: keep(place, known.get(place.stem)) for place in stored_paths(path)}


def content_digest(path: Path) -> str:
    """Hash of what the store is made from: the heads of all documents, the corrections, the ontology's version."""
    return _digest(stored_documents(path, {}), curation.load(path))


def _digest(documents: Mapping[str, Kept], corrections: Sequence[Correction]) -> str:
    total = hashlib.sha256(_versions().encode())
    for key in sorted(documents):
        total.update(f"{key} {documents[key].digest}\n".encode())
    for c in corrections:
        total.update(repr(c).encode("utf-8", "surrogatepass"))
    return total.hexdigest()[:16]
