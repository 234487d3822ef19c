"""Documents, their claims and corrections in, groups of claims with the events they tell of out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.actors import roster
from kg.graph.curation import apply
from kg.graph.events import by_date, event_of
from kg.graph.files import read_stored, stored_paths
from kg.graph.merge import clusters, group
from kg.graph.reports import reports_of
from kg.ontology import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from kg.graph.curation import Correction
    from kg.graph.events import DerivedEvent
    from kg.graph.merge import Cluster, Decisions, Grouped
    from kg.graph.roster import Read

__all__ = ["Clustered", "Derivation", "clustered", "derivation", "derived", "stored_read"]


@dataclass(frozen=True, slots=True)
class Clustered:
    """Claims of documents, corrected and clustered document by document, and the decisions that grouping must heed."""

    clusters: Sequence[Cluster]
    decisions: Decisions


@dataclass(frozen=True, slots=True)
class Derivation:
    """Documents, their claims, and what follows from them."""

    read: Sequence[Read]
    clusters: Sequence[Cluster]
    groups: Sequence[tuple[Grouped, DerivedEvent]]

    @property
    def events(self) -> int:
        """How many events follow."""
        return len(self.groups)


def clustered(read: Iterable[Read], corrections: Sequence[Correction] = ()) -> Clustered:
    """Each document by itself: its claims as corrected, in clusters."""
    applied = apply(sorted(read, key=lambda pair: pair[0].key), corrections, roster())
    found = [c for pair in applied.read for c in clusters(reports_of(pair, load(), roster()), applied.decisions)]
    return Clustered(found, applied.decisions)


def derived(
    made: Clustered, keep: Callable[[Cluster], bool] = lambda _: True
) -> list[tuple[Grouped, DerivedEvent]]:  # fmt: skip
    """Groups of those clusters that are to be kept, with their events, by date of the event.

    Whoever keeps only some must keep whole components.
    """
    grouped = group((c for c in made.clusters if keep(c)), made.decisions)
    events = ((g, event_of(g.reports, load(), roster(), made.decisions.dates)) for g in grouped)
    return sorted(events, key=lambda pair: by_date(pair[1]))


def derivation(read: Iterable[Read], corrections: Sequence[Correction] = ()) -> Derivation:
    """What follows from documents, their claims and corrections, in an order that does not depend on theirs.

    The claims themselves stay as they were read; only what is derived heeds the corrections.
    """
    ordered = sorted(read, key=lambda pair: pair[0].key)
    made = clustered(ordered, corrections)
    return Derivation(ordered, made.clusters, derived(made))


def stored_read(path: Path) -> list[Read]:
    """The documents of a folder with their claims, by key."""
    stored = (read_stored(p) for p in stored_paths(path))
    return [(s.document, s.claims) for s in stored]
