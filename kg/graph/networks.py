"""Events in, GEXF or GraphML out: actors and events as nodes, who takes part in what as edges, for network programs.

An event stays one node, so that talks of seven are not a star from one of them. Intervals are closed: both `start`
and `end` belong to them, as in ISO 8601.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.graph.events import DerivedEvent
    from kg.graph.names import ActorRef

__all__ = ["gexf", "graphml"]

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ROLES = ("initiators", "recipients", "participants", "mediators", "hosts")
_KEYS = ("label", "kind", "type", "root", "status", "start", "end")


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))


def _content(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _actors(events: Iterable[DerivedEvent]) -> list[ActorRef]:
    found = {p.id: p for e in events for role in _ROLES for p in getattr(e, role)}
    return [found[i] for i in sorted(found)]


def _edges(events: Iterable[DerivedEvent]) -> Iterator[tuple[ActorRef, DerivedEvent, str]]:
    """Each actor of each event once, in the role that says most."""
    for event in events:
        seen: set[str] = set()
        for role in _ROLES:
            for ref in getattr(event, role):
                if ref.id not in seen:
                    seen.add(ref.id)
                    yield ref, event, role[:-1]


def gexf(events: Sequence[DerivedEvent]) -> Iterator[str]:
    """GEXF 1.2 (which networkx reads too) with dates as time; Gephi's timeline shows it."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n<attributes class="node">\n'
    for number, name in enumerate(_KEYS[1:5]):
        yield f'<attribute id="{number}" title="{name}" type="string"/>\n'
    yield "</attributes>\n<nodes>\n"
    for ref in _actors(events):
        yield f"<node id={_attribute(ref.id)} label={_attribute(ref.name)}>{_values((ref.kind, '', '', ''))}</node>\n"
    for event in events:
        told = _values(("event", event.type, event.root, event.status))
        yield f"<node id={_attribute(event.iri)} label={_attribute(event.label)}{_interval(event)}>{told}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, (ref, event, role) in enumerate(_edges(events)):
        ends = f"source={_attribute(ref.id)} target={_attribute(event.iri)}"
        yield f'<edge id="{number}" {ends} label={_attribute(role)}{_interval(event)}/>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(values: tuple[str, ...]) -> str:
    told = (f'<attvalue for="{n}" value={_attribute(v)}/>' for n, v in enumerate(values) if v)
    return f"<attvalues>{''.join(told)}</attvalues>"


def _interval(event: DerivedEvent) -> str:
    if not event.earliest or not event.latest:
        return ""
    return f" start={_attribute(event.earliest)} end={_attribute(event.latest)}"


def graphml(events: Sequence[DerivedEvent]) -> Iterator[str]:
    """GraphML; dates are the text attributes `start` and `end`, both included."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name in _KEYS:
        yield f'<key id="{name}" for="node" attr.name="{name}" attr.type="string"/>\n'
    yield '<key id="role" for="edge" attr.name="role" attr.type="string"/>\n<graph edgedefault="directed">\n'
    for ref in _actors(events):
        yield f"<node id={_attribute(ref.id)}>{_data({'label': ref.name, 'kind': ref.kind})}</node>\n"
    for event in events:
        told = {
            "label": event.label, "kind": "event", "type": event.type, "root": event.root, "status": event.status,
            "start": event.earliest or "", "end": event.latest or "",
        }  # fmt: skip
        yield f"<node id={_attribute(event.iri)}>{_data(told)}</node>\n"
    for ref, event, role in _edges(events):
        yield f"<edge source={_attribute(ref.id)} target={_attribute(event.iri)}>{_data({'role': role})}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(values: dict[str, str]) -> str:
    return "".join(f'<data key="{key}">{_content(value)}</data>' for key, value in values.items() if value)
