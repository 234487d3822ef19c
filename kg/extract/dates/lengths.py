"""A date and a length of time in, another date or a span out: "three days after the attack", "two days of talks"."""

from __future__ import annotations

import re

from kg.extract.dates.arithmetic import Day, shift
from kg.extract.dates.edtf import bounds, known, precision
from kg.extract.dates.timex import Timex
from kg.extract.dates.years import UNIT_WORDS
from kg.model import When

__all__ = ["counted", "stretched"]

_LENGTH = re.compile(r"P(\d+)([DWMY])")


def counted(base: When, length: Timex, *, back: bool) -> When | None:
    """The date that lies a length of time after another one (before it with `back`); None where it cannot be told.

    >>> from kg.extract.dates.find import find
    >>> counted(When("2000-09-06"), find("Three days after the vote.")[0], back=False).edtf
    '2000-09-09'
    """
    moved = _moved(base.edtf, length, back=back)
    if moved is None:
        return None
    n, unit = _parts(length)
    way = "before" if back else "after"
    words = f"{n} {UNIT_WORDS[unit]}{'s' if n != 1 else ''} {way} {base.edtf}, told of by {base.text!r}"
    return When(moved.edtf, *bounds(moved.edtf), length.text, words)


def stretched(when: When, length: Timex, *, back: bool) -> When | None:
    """The span of what ended (with `back`) or began on a date and took a length of time; None where it is not told.

    >>> from kg.extract.dates.find import find
    >>> stretched(When("2014-11-02"), find("Three days of talks.")[0], back=True).edtf
    '2014-10-31/2014-11-02'
    """
    n, unit = _parts(length)
    moved = _moved(when.edtf, length, back=back, inclusive=unit == "D")
    if moved is None or n == 0:
        return None
    edtf = f"{moved.edtf}/{when.edtf}" if back else f"{when.edtf}/{moved.edtf}"
    side = "ended" if back else "began"
    basis = (
        f"{side} then, after {length.text}; {when.basis}" if back else f"{side} then, for {length.text}; {when.basis}"
    )
    return When(edtf, *bounds(edtf), when.text, basis)


def _parts(length: Timex) -> tuple[int, str]:
    found = _LENGTH.fullmatch(length.value)
    return (int(found[1]), found[2]) if found else (0, "D")


def _moved(edtf: str, length: Timex, *, back: bool, inclusive: bool = False) -> Day | None:
    """The date moved by the length; `inclusive` counts the day itself as one of them."""
    n, unit = _parts(length)
    if n == 0 or precision(edtf) not in ("day", "month", "year"):
        return None
    n -= inclusive
    return shift(Day(*known(edtf)), -n if back else n, unit)
