"""Words of a user in ("reject this claim", "these two events are one"), a corrected knowledge base out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.graph import curation
from kg.graph.actors import plain, roster
from kg.graph.curation import Correction, Target
from kg.graph.files import path_of, read_stored, stored_paths
from kg.graph.folder import current_ledger, locked, manifest
from kg.graph.opening import open_graph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.graph.base import Graph

__all__ = ["correct", "corrections", "undo", "unmatched"]

_ENOUGH = 50
"""Documents in which the words of a name are looked for: one claim that is not rejected makes it fit."""


def correct(
    folder: str | Path,
    decision: str,
    *about: str,
    value: str = "",
    why: str = "",
    by: str = "",
    on: str = "",
) -> Correction:
    """Store a correction, derive anew, and return it.

    `about` is what the decision needs: for reject and accept a claim's id; for same and different two events or
    claims; for dated an event or claim, with `value` a date; for published a document's id, with `value` a date;
    for name the words, with `value` the actor's id. Ids may be cut short. A publication date moves the dates in
    the document at the next build. Raises UsageError when something is not found or cannot be meant.
    """
    from kg.graph.build import rederive

    path = Path(folder)
    manifest(path)
    graph = open_graph(path)
    kind: Any = decision
    words = about[0] if decision == "name" and about else ""
    targets = () if decision == "name" else tuple(_target(graph, decision, a) for a in about)
    made = Correction(kind, targets, words, value, why, by, on)
    with locked(path):
        held = [c for c in curation.load(path) if c.id != made.id]
        made = replace(made, number=1 + max((c.number for c in held), default=0))
        curation.save(path, [*held, made])
    rederive(path)
    return made


def corrections(folder: str | Path) -> tuple[Correction, ...]:
    """All corrections of a knowledge base, the first made first."""
    manifest(Path(folder))
    return curation.load(Path(folder))


def unmatched(folder: str | Path) -> tuple[Correction, ...]:
    """The corrections that fit nothing any more, since a document was removed or is read differently."""
    path = Path(folder)
    held = curation.load(path)
    keys = {t.document for c in held for t in c.targets} | _with_words(path, [c for c in held if c.decision == "name"])
    places = (path_of(path, key) for key in sorted(keys))
    found = (read_stored(place) for place in places if place.is_file())
    return curation.apply([(s.document, s.claims) for s in found], held, roster()).unmatched


def _with_words(path: Path, named: Sequence[Correction]) -> set[str]:
    """The keys of documents in which the words of these corrections name somebody; all where no ledger tells."""
    if not named:
        return set()
    ledger = current_ledger(path)
    if ledger is None:
        return {place.stem for place in stored_paths(path)}
    found = (ledger[1].documents_with(plain(c.words)) for c in named)
    keys = set[str]().union(*(sorted(some)[:_ENOUGH] for some in found))
    ledger[1].close()
    return keys


def undo(folder: str | Path, correction_id: str) -> Correction:
    """Take a correction back (by its id, which may be cut short) and derive anew."""
    from kg.graph.build import rederive

    path = Path(folder)
    manifest(path)
    with locked(path):
        held = curation.load(path)
        found = [c for c in held if c.id.startswith(correction_id)]
        if len(found) != 1 or not correction_id:
            raise UsageError(f"no one correction is {correction_id!r}", hint="`kg correct --list` shows their ids")
        curation.save(path, [c for c in held if c != found[0]])
    rederive(path)
    return found[0]


def _target(graph: Graph, decision: str, name: str) -> Target:
    if decision == "published":
        document = graph.document(name)
        if document is None:
            raise UsageError(f"no document is {name!r}", hint="give its id or key")
        return Target(document.key)
    return _claim(graph, name)


def _claim(graph: Graph, name: str) -> Target:
    """A claim by its id; or the claim after which an event is named."""
    bare = name.rsplit("/", 1)[-1]
    found = graph.claims_named(bare)
    if len(found) > 1:
        raise UsageError(f"{len(found)} claims begin with {bare!r}", hint="give more of the id")
    if not found:
        key, claim_id = graph.event(name).claim_keys[0]
        found = [r for r in graph.claims_named(claim_id) if r.key == key]
    claim = found[0].claim
    return Target(found[0].key, claim.id, claim.event.type, claim.trigger[0])
