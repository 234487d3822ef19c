"""Event types in, weights on Goldstein's scale out: from -10 (war) to +10 (help at one's own cost).

Goldstein had experts weigh the kinds of events of WEIS (A Conflict-Cooperation Scale for WEIS Events Data, Journal of
Conflict Resolution 36, 1992); the weights of CAMEO's codes are those that GDELT publishes (CAMEO.goldsteinscale.txt).
A type of ours has the mean of the weights of the codes that the ontology matches with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

__all__ = ["CAMEO", "weight", "weights"]

_TABLE = """
01 0.0  010 0.0  011 -0.1  012 -0.4  013 0.4  014 0.0  015 0.0  016 -2.0  017 0.0  018 3.4  019 3.4
02 3.0  020 3.0  021 3.4  022 3.2  023 3.4  024 -0.3  025 -0.3  026 4.0  027 4.0  028 4.0
03 4.0  030 4.0  031 5.2  032 4.5  033 5.2  0334 6.0  034 7.0  035 7.0  036 4.0  037 5.0  038 7.0  039 5.0
04 1.0  040 1.0  041 1.0  042 1.9  043 2.8  044 2.5  045 5.0  046 7.0
05 3.5  050 3.5  051 3.4  052 3.5  053 3.8  054 6.0  055 7.0  056 7.0  057 8.0
06 6.0  060 6.0  061 6.4  062 7.4  063 7.4  064 7.0
07 7.0  070 7.0  071 7.4  072 8.3  073 7.4  074 8.5  075 7.0
08 5.0  080 5.0  081 5.0  082 5.0  083 5.0  084 7.0  085 7.0  086 9.0  087 9.0  0874 10.0
09 -2.0  10 -5.0  11 -2.0
12 -4.0  125 -5.0  126 -5.0  127 -5.0  128 -5.0  129 -5.0
13 -6.0  130 -4.4  131 -5.8  132 -5.8  133 -5.8  134 -5.8  135 -5.8  136 -7.0  137 -7.0  138 -7.0  139 -7.0
14 -6.5  144 -7.5  145 -7.5
15 -7.2
16 -4.0  162 -5.6  163 -8.0  164 -7.0  165 -6.5  166 -7.0
17 -7.0  171 -9.2  172 -5.0  173 -5.0  174 -5.0  175 -9.0
18 -9.0  182 -9.5  1823 -10.0  183 -10.0  184 -8.0  185 -8.0  186 -10.0
19 -10.0  191 -9.5  192 -9.5  196 -9.5
20 -10.0  201 -9.5
"""
"""Where a longer code is missing, it weighs as much as the code that it begins with: the published table says so."""

_CELLS = _TABLE.split()
CAMEO: Mapping[str, float] = MappingProxyType(
    {code: float(value) for code, value in zip(_CELLS[::2], _CELLS[1::2], strict=True)}
)
"""CAMEO code -> weight."""


def weight(codes: Iterable[str]) -> float | None:
    """The mean weight of some CAMEO codes; None where none of them is known.

    >>> weight(["057"]), weight(["1721"]), weight(["185", "186"]), weight(["99"])
    (8.0, -5.0, -9.0, None)
    """
    known = [found for found in map(_one, codes) if found is not None]
    return sum(known) / len(known) if known else None


@cache
def weights() -> Mapping[str, float]:
    """The weight of each event type of the ontology, by its id.

    >>> weights()["sign"], weights()["condemn"], weights()["bomb"]
    (8.0, -2.0, -10.0)
    """
    from kg.ontology import load

    found = {name: weight(kind.cameo) for name, kind in load().types.items()}
    return MappingProxyType({name: value for name, value in found.items() if value is not None})


def _one(code: str) -> float | None:
    known = (CAMEO.get(code[:length]) for length in range(len(code), 1, -1))
    return next((value for value in known if value is not None), None)
