"""The claims about one event in, its status out: what holds, and who contradicts whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Claim, When

_MONTH_DAY = re.compile(r"[\dX]{4}(?:-(0[1-9]|1[0-2]|XX))?(?:-([\dX]{2}))?\Z")

__all__ = ["NEGATIVE", "POSITIVE", "Status", "disjoint", "overlap", "status_of"]

Status = Literal["actual", "planned", "conditional", "possible", "negated", "contested", "unconfirmed"]

POSITIVE = frozenset(("asserted", "confirmed"))
NEGATIVE = frozenset(("negated", "denied"))


def status_of(claims: Sequence[Claim]) -> Status:
    """What all claims about an event amount to.

    It is *contested* only if claims truly exclude each other: "it happened" and "it did not happen", or "they
    will" and "they will not". A conditional yes and an actual no do not; an unconfirmed report contests nothing.
    Claims that are only guessed count when there is no sure one.
    """
    heard = [c for c in claims if c.grade == "sure"] or list(claims)
    yes = {c.modality for c in heard if c.stance in POSITIVE}
    no = {c.modality for c in heard if c.stance in NEGATIVE}
    if "actual" in yes:
        return "contested" if "actual" in no else "actual"
    if "planned" in yes:
        if "actual" in no and _outcome_known(heard):
            return "negated"
        return "contested" if "planned" in no else "planned"
    if no:
        return "negated"
    if "conditional" in yes:
        return "conditional"
    return "possible" if yes else "unconfirmed"


def _outcome_known(claims: Iterable[Claim]) -> bool:
    """Whether the day that was planned is the day of which it is said that nothing happened."""
    planned = [c.when for c in claims if c.stance in POSITIVE and c.modality == "planned"]
    missed = [c.when for c in claims if c.stance in NEGATIVE and c.modality == "actual"]
    return any(overlap(a, b) for a in planned for b in missed)


def overlap(a: When | None, b: When | None) -> bool:
    """Whether both dates are bounded and share a day."""
    return bool(a and b and _bounded(a) and _bounded(b)) and not disjoint(a, b)


def disjoint(a: When | None, b: When | None) -> bool:
    """Whether the two dates cannot be the same: bounds without a common day, or other months or days of no year."""
    if a is None or b is None:
        return False
    if _bounded(a) and _bounded(b):
        return (a.latest or "") < (b.earliest or "") or (b.latest or "") < (a.earliest or "")
    if a.edtf.startswith("XXXX-") or b.edtf.startswith("XXXX-"):
        return _yearless_disjoint(a, b)
    return False


def _bounded(when: When) -> bool:
    return bool(when.earliest and when.latest)


def _yearless_disjoint(a: When, b: When) -> bool:
    """Month and day compared where at least one year is not known; unknown digits fit anything."""
    x, y = _MONTH_DAY.match(a.edtf), _MONTH_DAY.match(b.edtf)
    if not x or not y:
        return False
    return any(p != q and "X" not in p + q for p, q in zip(x.groups(), y.groups(), strict=True) if p and q)
