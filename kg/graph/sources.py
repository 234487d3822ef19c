"""Reports of one event in, the number of voices out that speak independently: copies of one agency's text are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.names import actor_ref
from kg.graph.status import NEGATIVE, POSITIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.graph.reports import Report
    from kg.model import Party

__all__ = ["carried", "independent"]


def independent(reports: Sequence[Report], status: str) -> int:
    """How many independent sources stand behind what the event's status says.

    Those who say no count for a negated event, those who say yes for any other, both for a contested one. A
    source is who says so; where a document says it in its own voice, its agency or publisher. A document that
    names its source adds no voice of its own, and documents that carry one text count once.
    """
    stances = {"negated": NEGATIVE, "contested": NEGATIVE | POSITIVE}.get(status, POSITIVE)
    taking = [r for r in reports if r.claim.stance in stances] or list(reports)
    from kg.documents.duplicates import copies  # it brings all readers of files, which no question needs

    first = copies({r.key: r.document for r in taking})
    houses = {r.key: r.house for r in taking}
    attributed = {first[r.key] for r in taking if r.claim.claimant}
    return len({
        _speaker(r.claim.claimant, first[r.key]) if r.claim.claimant else houses[first[r.key]]
        for r in taking
        if r.claim.claimant or first[r.key] not in attributed
    })  # fmt: skip


def carried(reports: Sequence[Report]) -> tuple[tuple[str, str], ...]:
    """Of documents that carry one text, keys of each later one with the first, in the order of the reports."""
    documents = {r.key: r.document for r in reports if not r.coded}
    if len(documents) < 2:
        return ()
    from kg.documents.duplicates import copies

    leads = copies(documents)
    first: dict[str, str] = {}
    pairs = ((key, first.setdefault(leads[key], key)) for key in documents)
    return tuple((key, lead) for key, lead in pairs if key != lead)


def _speaker(claimant: Party, text: str) -> str:
    """A government speaks with one voice, through whichever of its people."""
    return "+".join(sorted(claimant.states)) or actor_ref(claimant, text).id
