"""A moment in, the new moons after it out (to some minutes, for the centuries around 2000).

Mean new moon and the largest periodic terms after Jean Meeus, Astronomical Algorithms, chapter 49.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from math import radians, sin

__all__ = ["new_moons"]

_EPOCH = datetime(2000, 1, 6, 14, 20, 37, tzinfo=UTC)  # JDE 2451550.09766 (dynamical time: a minute off)
_MONTH = 29.530588861


def new_moons(after: datetime) -> Iterator[datetime]:
    """New moons from a moment (with its zone) on.

    >>> next(new_moons(datetime(2017, 8, 1, tzinfo=UTC))).strftime("%Y-%m-%d %H")  # of the eclipse in America
    '2017-08-21 18'
    """
    start = int((after - _EPOCH).days / _MONTH) - 1
    return (moon for moon in map(_moon, count(start)) if moon >= after)


def _moon(k: int) -> datetime:
    """The new moon number k from January 2000."""
    t = k / 1236.85
    sun = radians(2.5534 + 29.10535670 * k)
    moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    latitude = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    days = _MONTH * k + 0.00015437 * t * t
    days += -0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * latitude)
    days += 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    return _EPOCH + timedelta(days=days)
