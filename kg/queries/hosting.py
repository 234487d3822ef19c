"""A question about hosts in, readings out in which the host is a role of its own and no party of the talks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.queries.fill import filled

if TYPE_CHECKING:
    from kg.queries.clause import Trigger
    from kg.queries.frames import Index
    from kg.queries.reading import Reading
    from kg.queries.sketch import Sketch

__all__ = ["HOSTING", "hosted"]

HOSTING = frozenset("host hosts hosted hosting".split())
_ROOT = "CONSULT"


def hosted(base: Reading, found: list[Trigger], sketch: Sketch, index: Index) -> list[Reading]:
    """Who hosts the talks: of the kind that the noun names, then of any kind of talks."""
    lower = sketch.tokens.lower
    if base.asked not in ("who", "how-many-who", "yes-no") or not HOSTING & set(lower):
        return []
    verb = next(i for i, w in enumerate(lower) if w in HOSTING)
    for trigger in (t for t in found if not t.verbal):
        one = filled(base, trigger, sketch, index, ())
        hosts = tuple(w for w in one.doers if w.span[0] < verb)
        parties = tuple(w for w in (*one.doers, *one.others) if w not in hosts)
        words = tuple(w for w in one.words if w != "host")
        made = replace(one, open="host", doers=(), others=parties, hosts=hosts, mutual=True, words=words)
        kinds = index.lexicon.types
        talks = tuple(sorted(name for name in kinds if kinds[name].root == _ROOT))
        return [made, replace(made, types=talks, narrower=(), broader=())]
    return []
