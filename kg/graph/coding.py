"""Events in, rows out in the columns that those who work with GDELT and ICEWS expect: a row a pair, CAMEO codes.

Such rows have no place for what is denied, planned or tied to a condition: only what has happened is written. As in
CAMEO, what two sides do with each other stands in both directions.
"""

from __future__ import annotations

import csv
import io
from itertools import permutations, product
from typing import TYPE_CHECKING

from kg.cameo import coder, quad_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph.events import DerivedEvent
    from kg.graph.names import ActorRef

__all__ = ["COLUMNS", "cameo"]

COLUMNS = (
    "EventID", "SQLDATE", "EventDate", "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor2Code", "Actor2Name",
    "Actor2CountryCode", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "NumMentions", "NumSources",
    "NumArticles", "ActionGeo_FullName", "EventType", "EventText",
)  # fmt: skip
"""GDELT's names where it has one; `EventDate` is EDTF, `SQLDATE` is filled where the day is known."""


def cameo(events: Iterable[DerivedEvent]) -> Iterator[str]:
    """Lines of a table with tabs, the header first."""
    yield _line(COLUMNS)
    for event in events:
        code = coder().code_of(event.type)
        if event.status != "actual" or code is None:
            continue
        day = event.earliest.replace("-", "") if event.earliest and event.earliest == event.latest else ""
        codes = (code, code[:3], code[:2], str(quad_class(code)))
        counts = (str(len(event.claims)), str(event.sources), str(len(event.documents)))
        for one, other in _pairs(event):
            yield _line((
                event.id, day, event.when.edtf if event.when else "", *_actor(one), *_actor(other), *codes, *counts,
                event.place or "", event.type, event.label,
            ))  # fmt: skip


def _pairs(event: DerivedEvent) -> Iterable[tuple[ActorRef | None, ActorRef | None]]:
    if event.mutual:
        if event.initiators and event.recipients:
            forth = list(product(event.initiators, event.recipients))
            return [*forth, *((b, a) for a, b in forth)]
        return list(permutations(event.participants, 2)) or [(p, None) for p in event.participants]
    return product(event.initiators or (None,), event.recipients or (None,))


def _actor(ref: ActorRef | None) -> tuple[str, str, str]:
    """Code, name, country. Who speaks for one state has its code with GOV; a body has its acronym."""
    if ref is None:
        return "", "", ""
    state = ref.states[0] if len(ref.states) == 1 else ""
    if ref.kind == "state":
        return ref.id, ref.name, ref.id
    if ref.kind == "person" or ref.local:
        return f"{state}GOV" if state else "", ref.name, state
    return ref.id, ref.name, state


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerow(" ".join(c.split()) for c in cells)
    return out.getvalue()
