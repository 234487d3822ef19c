"""A time expression in, the date of an event out: what "by", "since" and "until" make of it."""

from __future__ import annotations

from kg.extract.dates.edtf import bounds
from kg.extract.dates.timex import Timex
from kg.model import When

__all__ = ["when"]


def when(timex: Timex, role: str | None = None) -> When | None:
    """The expression as the date of an event; None if it tells no date.

    `role` is the word that binds it (default: the expression's own): "by" and "until" leave the beginning open,
    "since" ends at the publication (or stays open).

    >>> from kg.extract.dates.find import find
    >>> [when(t).edtf for t in find("Since January it has met; it must leave by 30 June.", "2023-04-18")]
    ['2023-01/2023-04-18', '../2023-06-30']
    """
    if timex.edtf is None:
        return None
    edtf, role = timex.edtf, role or timex.role
    reason = timex.reason
    if "/" not in edtf and "X" not in edtf:
        published = timex.context.published if timex.context else None
        if role in ("by", "until", "till", "before"):
            edtf, reason = f"../{edtf}", f"{role}: not later than this; {reason}"
        elif role == "since":
            edtf = f"{edtf}/{published if published and '/' not in published else '..'}"
            reason = f"since then; {reason}"
    earliest, latest = bounds(edtf)
    return When(edtf, earliest, latest, timex.text, reason)
