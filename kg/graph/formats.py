"""Events and claims in, lines of text out: tables and JSON in the shapes that other programs read."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.graph.coding import cameo
from kg.graph.names import BASE, PREFIXES, claim_iri
from kg.graph.networks import gexf, graphml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.graph.events import DerivedEvent
    from kg.graph.source import Graph, Reason

Lines: TypeAlias = "Callable[[Graph, bool], Iterator[str]]"

__all__ = ["LINES", "annotation", "pair_rows", "plover", "short", "timeline"]

SHORT = 90
"""Characters of a quote that are kept where the text may not be passed on."""
PAIR_COLUMNS = (
    "event", "label", "type", "root", "status", "earliest", "latest", "actor", "name", "kind", "states", "role",
)  # fmt: skip


def short(quote: str) -> str:
    """The beginning of a quote, cut at a word.

    >>> short("word " * 30).endswith("word …")
    True
    """
    if len(quote) <= SHORT:
        return quote
    return quote[:SHORT].rsplit(None, 1)[0] + " …"


def pair_rows(events: Iterable[DerivedEvent]) -> Iterator[tuple[str, ...]]:
    """One row for each actor of each event, under `PAIR_COLUMNS`."""
    yield PAIR_COLUMNS
    for e in events:
        about = (e.id, e.label, e.type, e.root, e.status, e.earliest or "", e.latest or "")
        seen: set[str] = set()
        for role in ("initiators", "recipients", "participants", "mediators", "hosts"):
            for p in getattr(e, role):
                if p.id not in seen:
                    seen.add(p.id)
                    yield (*about, p.id, p.name, p.kind, " ".join(p.states), role[:-1])


def timeline(events: Iterable[DerivedEvent]) -> dict[str, Any]:
    """The JSON of TimelineJS 3: dated events only; what it shows as HTML is escaped."""
    return {"events": [_slide(e) for e in events if e.earliest and e.latest]}


def _slide(event: DerivedEvent) -> dict[str, Any]:
    told = f"{event.status}; {event.sources} independent source{'s' if event.sources != 1 else ''}"
    slide = {
        "unique_id": event.id,
        "group": event.type,
        "start_date": _date(event.earliest or ""),
        "text": {"headline": html.escape(event.label), "text": html.escape(told)},
    }
    if event.latest != event.earliest:
        slide["end_date"] = _date(event.latest or "")
    if event.when:
        slide["display_date"] = html.escape(event.when.edtf)
    return slide


def _date(day: str) -> dict[str, str]:
    year, month, day_of_month = day.split("-")
    return {"year": year, "month": month, "day": day_of_month}


def plover(event: DerivedEvent) -> dict[str, Any]:
    """An event as PLOVER and POLECAT name its parts; `status` and `sources` are ours."""
    doing, done_to = event.initiators or event.participants, event.recipients
    return {
        "event_id": event.id,
        "event_date": event.when.edtf if event.when else None,
        "event_type": event.root,
        "event_mode": event.type,
        "actor_name": [p.name for p in doing],
        "actor_country": sorted({s for p in doing for s in p.states}),
        "recipient_name": [p.name for p in done_to],
        "recipient_country": sorted({s for p in done_to for s in p.states}),
        "contexts": list(event.issues),
        "placename": event.place,
        "status": event.status,
        "sources": event.sources,
    }


def annotation(reason: Reason, *, cut: bool) -> dict[str, Any]:
    """A claim as a W3C Web Annotation: its words in the document, and what is read in them."""
    claim, document = reason.claim, reason.document
    words, iri = claim.evidence, f"{BASE}doc/{reason.key}"
    exact = short(words.quote) if cut else words.quote
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": claim_iri(reason.key, claim),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "source": f"{BASE}type/{claim.event.type}", "purpose": "classifying"},
            {"type": "TextualBody", "value": f"{claim.stance}, {claim.modality}", "purpose": "describing"},
        ],
        "target": {
            "source": document.url or iri,
            "selector": [
                {"type": "TextQuoteSelector", "exact": exact},
                {"type": "TextPositionSelector", "start": words.start, "end": words.end},
            ],
        },
    }


def nanopublication(reason: Reason, *, cut: bool) -> str:
    """A claim as a nanopublication in TriG: assertion, provenance, publication info, and the head that ties them."""
    claim, iri = reason.claim, claim_iri(reason.key, reason.claim)
    words = json.dumps(short(claim.evidence.quote) if cut else claim.evidence.quote, ensure_ascii=False)
    reader = json.dumps(claim.extractor or "unknown", ensure_ascii=False)
    parties = (*claim.event.initiators, *claim.event.recipients, *claim.event.participants)
    taking = "".join(f" ; dip:participant <{ref}>" for ref in dict.fromkeys(reason.actor_iri(p) for p in parties))
    return (
        f"<{iri}#head> {{ <{iri}#np> a np:Nanopublication ; np:hasAssertion <{iri}#assertion> ; "
        f"np:hasProvenance <{iri}#provenance> ; np:hasPublicationInfo <{iri}#pubinfo> . }}\n"
        f"<{iri}#assertion> {{ <{iri}> a dip:Claim ; dip:eventType <{BASE}type/{claim.event.type}> ; "
        f"dip:stance <{BASE}stance/{claim.stance}> ; dip:modality <{BASE}modality/{claim.modality}>{taking} . }}\n"
        f"<{iri}#provenance> {{ <{iri}#assertion> prov:wasDerivedFrom <{BASE}doc/{reason.key}> ; "
        f"prov:value {words} . }}\n"
        f"<{iri}#pubinfo> {{ <{iri}#np> prov:wasGeneratedBy {reader} . }}\n"
    )


def _json_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _nanopublications(graph: Graph, cut: bool) -> Iterator[str]:
    used = {**{p: PREFIXES[p] for p in ("dip", "prov")}, "np": "http://www.nanopub.org/nschema#"}
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in used.items())
    yield from (nanopublication(r, cut=cut) for r in graph.reasons())


def _annotations(graph: Graph, cut: bool) -> Iterator[str]:
    return (_json_line(annotation(r, cut=cut)) for r in graph.reasons())


def _of_events(write: Callable[[list[DerivedEvent]], Iterator[str]]) -> Lines:
    """A format of events, in which there are no words of documents to cut."""

    def lines(graph: Graph, cut: bool) -> Iterator[str]:
        del cut
        return write(graph.events(guesses=True))

    return lines


LINES: dict[str, Lines] = {
    "jsonl": _of_events(lambda events: (_json_line(e.to_json()) for e in events)),
    "plover": _of_events(lambda events: (_json_line(plover(e)) for e in events)),
    "cameo": _of_events(cameo),
    "timelinejs": _of_events(lambda events: iter([_json_line(timeline(events))])),
    "gexf": _of_events(gexf),
    "graphml": _of_events(graphml),
    "annotations": _annotations,
    "nanopub": _nanopublications,
}
"""Formats that are written as text, in pieces, by name; `cut` keeps quotes short."""
