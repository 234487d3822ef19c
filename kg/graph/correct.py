"""Words of a user in ("reject this claim", "these two events are one"), a corrected knowledge base out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.graph import curation
from kg.graph.curation import Correction, Target
from kg.graph.folder import locked, manifest
from kg.graph.opening import open_graph

if TYPE_CHECKING:
    from kg.graph.base import Graph

__all__ = ["correct", "corrections", "undo", "unmatched"]


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
    from kg.graph.build import rebuild

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
    rebuild(path)
    return made


def corrections(folder: str | Path) -> tuple[Correction, ...]:
    """All corrections of a knowledge base, the first made first."""
    manifest(Path(folder))
    return curation.load(Path(folder))


def unmatched(folder: str | Path) -> tuple[Correction, ...]:
    """The corrections that fit nothing any more, since a document was removed or is read differently."""
    from kg.graph.actors import roster
    from kg.graph.derivation import stored_read
    from kg.graph.files import path_of, read_stored

    path = Path(folder)
    held = curation.load(path)
    if any(c.decision == "name" for c in held):  # the words may stand in any document
        read = stored_read(path)
    else:
        places = (path_of(path, key) for key in sorted({t.document for c in held for t in c.targets}))
        found = (read_stored(place) for place in places if place.is_file())
        read = [(s.document, s.claims) for s in found]
    return curation.apply(read, held, roster()).unmatched


def undo(folder: str | Path, correction_id: str) -> Correction:
    """Take a correction back (by its id, which may be cut short) and derive anew."""
    from kg.graph.build import rebuild

    path = Path(folder)
    manifest(path)
    with locked(path):
        held = curation.load(path)
        found = [c for c in held if c.id.startswith(correction_id)]
        if len(found) != 1 or not correction_id:
            raise UsageError(f"no one correction is {correction_id!r}", hint="`kg correct --list` shows their ids")
        curation.save(path, [c for c in held if c != found[0]])
    rebuild(path)
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
    by_id = {d.id: d.key for d in graph.documents()}
    found = [c for c in graph.claims() if len(bare) >= 4 and c.id.startswith(bare)]
    if len(found) > 1:
        raise UsageError(f"{len(found)} claims begin with {bare!r}", hint="give more of the id")
    if not found:
        event = graph.event(name)
        return _claim(graph, event.claim_keys[0][1])
    claim = found[0]
    return Target(by_id[claim.document], claim.id, claim.event.type, claim.trigger[0])
