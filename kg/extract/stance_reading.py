"""What a sentence says of an event, as a value: whether it happened, whether it is only planned, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Grade, Modality, Party, Stance

__all__ = ["Reading"]

_RANK: dict[Modality, int] = {"actual": 0, "planned": 1, "possible": 2, "conditional": 3}


@dataclass(frozen=True, slots=True)
class Reading:
    """Stance, modality and claimants of a clause or noun; `grade` is guess where the words leave it open.

    >>> Reading().at_least("possible").at_least("planned").negative()
    Reading(stance='negated', modality='possible', claimants=(), grade='sure')
    """

    stance: Stance = "asserted"
    modality: Modality = "actual"
    claimants: tuple[Party, ...] = ()
    grade: Grade = "sure"

    def at_least(self, modality: Modality) -> Reading:
        """The reading as far from fact as `modality`, or farther if it was."""
        return replace(self, modality=modality) if _RANK[modality] > _RANK[self.modality] else self

    def negative(self) -> Reading:
        """It did not happen; a denial or doubt stays what it is."""
        return replace(self, stance="negated") if self.stance in ("asserted", "confirmed") else self

    def flipped(self) -> Reading:
        """Two negations make a fact: "refused not to attend"."""
        return replace(self, stance="asserted") if self.stance == "negated" else self.negative()
