"""Codes of event data in, event types out, and back: CAMEO and PLOVER by the matches that the ontology gives.

A code that is broader than a type never becomes that type, which would claim more than was coded; one that stands
nowhere becomes what the code above it is: 0234 (appeal for military protection) is as much of a request as 02.

CAMEO: http://data.gdeltproject.org/documentation/CAMEO.Manual.1.1b3.pdf
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from kg.ontology import EventType, Lexicon, load

__all__ = ["Coder", "coder", "quad_class"]

_TO_TYPE = ("exactMatch", "closeMatch", "narrowMatch")
_TO_CODE = ("exactMatch", "closeMatch", "broadMatch")
_UNSPECIFIED = re.compile(r"\d\d0")
"""130 is "threaten, not specified": no more than 13 says."""
_NOT_WORD = re.compile(r"[^a-z]+")


class Coder(NamedTuple):
    """Tables made of the ontology; `roots` are the PLOVER classes, by name, with the type that stands for each."""

    lexicon: Lexicon
    cameo: dict[str, str]
    roots: dict[str, str]

    def type_of(self, code: str, mode: str = "") -> str | None:
        """The event type of a CAMEO code, a PLOVER class (made narrower by its mode), or a type's own id.

        >>> [coder().type_of(c) for c in ("046", "0463", "1246", "CONSULT", "negotiate", "010")]
        ['negotiate', 'negotiate', 'refuse', 'consult', 'negotiate', None]
        >>> coder().type_of("CONSULT", "visit")
        'visit'
        """
        code = code.strip()
        if code.isdigit():
            code = code if len(code) > 1 else f"0{code}"
            return next((self.cameo[code[:n]] for n in range(len(code), 1, -1) if code[:n] in self.cameo), None)
        root = self.roots.get(code.upper())
        if root is None:
            return code.lower() if code.lower() in self.lexicon.types else None
        return self._narrower(root, _NOT_WORD.sub("-", mode.strip().lower())) or root

    def _narrower(self, root: str, mode: str) -> str | None:
        found = self.lexicon.types.get(mode)
        return mode if found and root in found.broader else None

    def code_of(self, event_type: str) -> str | None:
        """The CAMEO code that says no more than the type does, or that of the type above it.

        >>> [coder().code_of(t) for t in ("negotiate", "ratify", "consult", "summon")]
        ['046', '057', '04', '114']
        """
        found = self.lexicon.types.get(event_type)
        for name in (event_type, *found.broader) if found else ():
            codes = self.lexicon.types[name].matches
            for kind in _TO_CODE:
                if fitting := sorted((len(code), code) for k, code in codes if k == kind):
                    return fitting[0][1]
        return None


@functools.lru_cache(maxsize=2)
def coder(lexicon: Lexicon | None = None) -> Coder:
    """The tables of a lexicon; without one, of the ontology that comes with kg."""
    lexicon = lexicon or load()
    offered: dict[str, list[tuple[int, EventType]]] = {}
    for event_type in lexicon.types.values():
        for kind, code in event_type.matches:
            if kind in _TO_TYPE and not (kind == "narrowMatch" and _UNSPECIFIED.fullmatch(code)):
                offered.setdefault(code, []).append((_TO_TYPE.index(kind), event_type))
    cameo = {code: chosen for code, types in offered.items() if (chosen := _chosen(types))}
    roots = {t.root: t.id for t in lexicon.types.values() if not t.broader}
    return Coder(lexicon, cameo, roots)


def _chosen(offered: list[tuple[int, EventType]]) -> str | None:
    """The best match; of several as good, the one that the others lie under, else what lies above all of them."""
    best = min(rank for rank, _ in offered)
    types = [t for rank, t in offered if rank == best]
    shared = [name for name in (types[0].id, *types[0].broader) if all(name in (t.id, *t.broader) for t in types)]
    return shared[0] if shared else min(types, key=lambda t: (len(t.broader), t.id)).id


def quad_class(code: str) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict: by CAMEO's root.

    >>> [quad_class(c) for c in ("046", "071", "112", "19")]
    [1, 2, 3, 4]
    """
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4
