"""Rows about events, claims and documents in, the values of the model out: RDF read back, from wherever it is.

Only SELECT is used, so that a file, a folder and an endpoint are read in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from kg.graph.events import DerivedEvent, by_date
from kg.graph.names import BASE, DIP, ActorRef
from kg.graph.rdf import CLASSES
from kg.model import Claim, Document, Event, Evidence, Party, Thing, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.graph.backends import Backend, Rows

__all__ = ["actors", "claims", "document_ids", "documents", "events"]

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_DCT = "http://purl.org/dc/terms/"
_OA = "http://www.w3.org/ns/oa#"
_KINDS = {DIP + name: kind for kind, name in CLASSES.items()}

_ABOUT = "SELECT ?s ?p ?o {{ ?s a dip:{} ; ?p ?o }}"
_OF_EVENT = "SELECT ?s ?p ?o { ?s dip:about ?event ; ?p ?o }"

Facts = dict[str, dict[str, list[str]]]


def actors(backend: Backend) -> dict[str, ActorRef]:
    """Every actor that occurs, by IRI."""
    named = backend.select(
        "SELECT ?a ?label ?class ?id { ?a a ?class ; rdfs:label ?label . "
        f"VALUES ?class {{ {' '.join(f'<{c}>' for c in _KINDS)} }} OPTIONAL {{ ?a dct:identifier ?id }} }}",
        {},
    )
    stands_for: dict[str, set[str]] = defaultdict(set)
    for actor, state in backend.select("SELECT DISTINCT ?a ?s { ?a dip:speaksFor ?s }", {}):
        stands_for[actor or ""].add(_local(state))
    made: dict[str, ActorRef] = {}
    for iri, label, class_, identifier in sorted(named, key=str):
        if iri and class_:
            kind = _KINDS[class_]
            own = {identifier or _local(iri)} if kind == "state" else set()
            made[iri] = ActorRef(identifier or _local(iri), label or "", kind, tuple(sorted(own | stands_for[iri])))
    return made


def _facts(rows: Rows) -> Facts:
    found: Facts = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in rows:
        if subject and predicate and value is not None:
            found[subject][predicate.removeprefix(DIP)].append(value)
    return found


def _local(iri: str | None) -> str:
    """The part of an IRI of this project that is an id."""
    text = iri or ""
    rest = text.removeprefix(BASE)
    return rest if rest.startswith("doc/") else unquote(text.rsplit("/", 1)[-1], errors="surrogatepass")


def _one(facts: Mapping[str, list[str]], name: str) -> str | None:
    found = facts.get(name)
    return min(found) if found else None


def events(backend: Backend, known: Mapping[str, ActorRef], which: str = "?s a dip:Event") -> list[DerivedEvent]:
    """The derived events that the pattern `which` finds as ?s, by date, then by id."""
    chosen = f"{{ SELECT DISTINCT ?s {{ {which} }} }}"
    about: dict[str, list[tuple[str, str]]] = defaultdict(list)
    order = backend.select(
        f"SELECT DISTINCT ?s ?claim ?id ?doc ?name ?published ?start {{ {chosen} ?claim dip:about ?s ; "
        "dct:identifier ?id ; dip:inDocument ?doc ; dip:trigger/oa:start ?start . ?doc dct:identifier ?name "
        "OPTIONAL { ?doc dip:published ?edtf ; dip:publishedEarliest ?published } }",
        {},
    )
    names: dict[str, str] = {}
    for event, _, claim_id, doc, name, _, _ in sorted(order, key=_reading_order):
        key = _key(doc)
        about[event or ""].append((key, claim_id or ""))
        names[key] = name or ""
    replaced: dict[str, list[str]] = defaultdict(list)
    for old, new in sorted(backend.select(f"SELECT ?old ?s {{ {chosen} ?old dct:isReplacedBy ?s }}", {}), key=str):
        replaced[new or ""].append(_local(old))
    facts = _facts(backend.select(f"SELECT ?s ?p ?o {{ {chosen} ?s a dip:Event ; ?p ?o }}", {}))
    made = [_event(iri, facts[iri], about[iri], names, replaced[iri], known) for iri in facts]
    return sorted(made, key=by_date)


def _reading_order(row: tuple[str | None, ...]) -> tuple[str, str, int, str]:
    _, _, claim_id, doc, _, published, start = row
    return published or "9999", _key(doc), int(start or 0), claim_id or ""


def document_ids(backend: Backend) -> dict[str, str]:
    """The id of each document, by key."""
    rows = backend.select("SELECT ?d ?id { ?d a dip:Document ; dct:identifier ?id }", {})
    return {_key(iri): name or "" for iri, name in rows}


def _key(document_iri: str | None) -> str:
    return (document_iri or "").removeprefix(f"{BASE}doc/")


def _event(
    iri: str,
    facts: Mapping[str, list[str]],
    claim_keys: list[tuple[str, str]],
    names: Mapping[str, str],
    replaced: list[str],
    known: Mapping[str, ActorRef],
) -> DerivedEvent:
    def refs(role: str) -> tuple[ActorRef, ...]:
        return tuple(sorted(_actor(i, known) for i in set(facts.get(role, ()))))

    stated: Any = _local(_one(facts, "status"))
    grade: Any = _one(facts, "grade") or "sure"
    return DerivedEvent(
        id=_local(iri),
        type=_local(_one(facts, "eventType")),
        root=_local(_one(facts, "root")),
        label=_one(facts, _LABEL) or "",
        status=stated,
        initiators=refs("initiator"),
        recipients=refs("recipient"),
        participants=refs("participant"),
        mediators=refs("mediator"),
        hosts=refs("host"),
        place=_one(facts, "place"),
        object=_one(facts, "objectText"),
        issues=tuple(sorted(_local(i) for i in facts.get("issue", ()))),
        when=_when(facts),
        earliest=_one(facts, "earliest"),
        latest=_one(facts, "latest"),
        bounds_basis=_one(facts, "boundsBasis"),
        deadline=_deadline(facts),
        claims=tuple(dict.fromkeys(c for _, c in claim_keys)),
        documents=tuple(dict.fromkeys(names[key] for key, _ in claim_keys)),
        sources=int(_one(facts, "sources") or 0),
        first_reported=_one(facts, "firstReported"),
        grade=grade,
        mutual=_one(facts, "mutual") == "true",
        replaces=tuple(sorted(replaced)),
        claim_keys=tuple(claim_keys),
    )


def _actor(iri: str, known: Mapping[str, ActorRef]) -> ActorRef:
    return known.get(iri) or ActorRef(_local(iri), _local(iri), "described")


def _when(facts: Mapping[str, list[str]]) -> When | None:
    edtf = _one(facts, "when")
    words = [_one(facts, name) for name in ("dateText", "dateBasis")]
    by_report = _one(facts, "boundsBasis") is not None  # then they are not the bounds of the date as it is told
    told = [None if by_report else _one(facts, name) for name in ("earliest", "latest")]
    return When(edtf, *told, *words) if edtf else None


def _deadline(facts: Mapping[str, list[str]]) -> When | None:
    edtf = _one(facts, "deadline")
    rest = [_one(facts, f"deadline{part}") for part in ("Earliest", "Latest", "Text", "Basis")]
    return When(edtf, *rest) if edtf else None


def documents(backend: Backend) -> dict[str, Document]:
    """What the graph says of its documents, by key; their text is not in it."""
    facts = _facts(backend.select(_ABOUT.format("Document"), {}))
    return {
        _key(iri): Document(
            id=_one(f, f"{_DCT}identifier") or _key(iri),
            text="",
            title=_one(f, f"{_DCT}title"),
            publisher=_one(f, "https://schema.org/publisher"),
            published=_published(f),
            published_basis=_one(f, "publishedBasis"),
            language=_one(f, f"{_DCT}language"),
            url=_one(f, "https://schema.org/url"),
            source=_one(f, "file"),
            places=tuple(sorted(f.get("alsoAt", ()))),
        )
        for iri, f in sorted(facts.items())
    }


def _published(facts: Mapping[str, list[str]]) -> str | None:
    """The day, month or year; of a document without one the interval that its bounds make out."""
    told = _one(facts, "published")
    begin, end = (_one(facts, f"published{which}") for which in ("Earliest", "Latest"))
    return told or (f"{begin or '..'}/{end or '..'}" if begin or end else None)


def claims(
    backend: Backend, known: Mapping[str, ActorRef], names: Mapping[str, str], event: str | None = None
) -> list[tuple[str, Claim]]:
    """Claims with the key of their document, by document and place in the text; all, or those about one event's IRI.

    `names` are the documents' ids by key.
    """
    if event:
        facts = _facts(backend.select(_OF_EVENT, {"event": event}))
        spans = _facts(
            backend.select(
                "SELECT DISTINCT ?s ?p ?o { ?claim dip:about ?event ; dip:evidence|dip:trigger|dip:object|dip:mention|"
                "(dip:mention/dip:antecedent) ?s . ?s ?p ?o }",
                {"event": event},
            )
        )
    else:
        facts, spans = (
            _facts(backend.select(_ABOUT.format("Claim"), {})),
            _facts(backend.select(_ABOUT.format("Mention"), {})),
        )
    made = [(_key(_one(f, "inDocument")), _claim(f, spans, known, names)) for f in facts.values()]
    return sorted(made, key=lambda pair: (pair[0], pair[1].trigger[0], pair[1].id))


def _claim(
    facts: Mapping[str, list[str]], spans: Facts, known: Mapping[str, ActorRef], names: Mapping[str, str]
) -> Claim:
    said = {role: _parties(facts, role, spans, known) for role in ("initiator", "recipient", "mediator", "host")}
    words = _one(facts, "evidence") or ""
    modality: Any = _local(_one(facts, "modality"))
    stance: Any = _local(_one(facts, "stance"))
    grade: Any = _one(facts, "grade") or "sure"
    return Claim(
        document=names.get(_key(_one(facts, "inDocument")), ""),
        event=Event(
            type=_local(_one(facts, "eventType")),
            root=_local(_one(facts, "root")),
            initiators=said["initiator"],
            recipients=said["recipient"],
            participants=_parties(facts, "participant", spans, known),
            mediators=said["mediator"],
            hosts=said["host"],
            place=_one(facts, "place"),
            issues=tuple(sorted(_local(i) for i in facts.get("issue", ()))),
            deadline=_deadline(facts),
            conditional_on=_one(facts, "condition"),
            object=_thing(_one(facts, "object"), spans),
        ),
        stance=stance,
        modality=modality,
        evidence=Evidence(*_bounds(words, spans), _one(spans[words], f"{_OA}exact") or ""),
        claimant=None if _one(facts, "ownVoice") else next(iter(_parties(facts, "claimant", spans, known)), None),
        when=_when(facts),
        trigger=_bounds(_one(facts, "trigger") or "", spans),
        grade=grade,
        rule=_one(facts, "rule") or "",
        extractor=_one(facts, "extractor") or "",
        id=_one(facts, f"{_DCT}identifier") or "",
    )


def _thing(mention: str | None, spans: Facts) -> Thing | None:
    """What the act is about, with its words."""
    return Thing(_one(spans[mention], f"{_OA}exact") or "", _bounds(mention, spans)) if mention else None


def _parties(
    facts: Mapping[str, list[str]], role: str, spans: Facts, known: Mapping[str, ActorRef]
) -> tuple[Party, ...]:
    """The actors of a role with the words of the claim that name them, in the order of the text."""
    found = [
        _party(_actor(iri, known), min(_naming(iri, facts, spans), default=None), spans)
        for iri in set(facts.get(role, ()))
    ]
    return tuple(sorted(found, key=lambda p: (p.mention, p.id)))


def _naming(iri: str, facts: Mapping[str, list[str]], spans: Facts) -> Iterable[tuple[tuple[int, int], str]]:
    return ((_bounds(m, spans), m) for m in facts.get("mention", ()) if iri in spans[m].get("refersTo", ()))


def _party(ref: ActorRef, named: tuple[tuple[int, int], str] | None, spans: Facts) -> Party:
    bounds, iri = named or ((0, 0), "")
    words = spans[iri] if iri else {}
    near = _one(words, "antecedent")
    return Party(
        id="anonymous" if ref.kind == "unnamed" else ref.id,
        name=ref.name,
        kind=ref.kind,
        states=ref.states,
        mention=bounds,
        text=_one(words, f"{_OA}exact") or "",
        via=_one(words, "via") or "name",
        antecedent=_bounds(near, spans) if near else None,
    )


def _bounds(mention: str, spans: Facts) -> tuple[int, int]:
    """Start and end of a span, from its own statements or else from its IRI."""
    facts = spans.get(mention, {})
    begin, end = _one(facts, f"{_OA}start"), _one(facts, f"{_OA}end")
    if begin is None or end is None:
        begin, _, end = mention.rpartition("#char=")[2].partition(",")
    return (int(begin), int(end)) if begin.isdigit() and (end or "").isdigit() else (0, 0)
