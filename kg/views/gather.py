"""A graph, or documents and claims, in; page data out: the one place where views meet the rest of kg.

`from_graph` takes the events as they were derived; `from_claims` merges nothing: every claim is an event of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypedDict

from kg.model import Claim, Document, Event, When
from kg.ontology import load
from kg.views.data import SIDES, PageActor, PageClaim, PageData, PageDocument, PageEvent

if TYPE_CHECKING:
    from kg.graph.base import Reason
    from kg.graph.events import DerivedEvent

__all__ = ["Source", "from_claims", "from_graph"]

_LOCAL = ("unnamed", "described")


class _Roles(TypedDict):
    initiators: tuple[str, ...]
    recipients: tuple[str, ...]
    participants: tuple[str, ...]
    mediators: tuple[str, ...]
    hosts: tuple[str, ...]


class Source(Protocol):
    """What a view needs of a graph: `kg.graph.Graph` has it, and anything else with these three methods will do."""

    def documents(self) -> Iterable[Document]: ...

    def reasons(self, events: Iterable[DerivedEvent] | None = None) -> Iterable[Reason]: ...

    def events(self) -> Iterable[DerivedEvent]: ...


def from_claims(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    *,
    title: str = "Claims",
    labels: Mapping[str, str] | None = None,
) -> PageData:
    """Page data where nothing is merged: each claim is one event whose status is the claim's stance and modality."""
    texts = {document.id: document for document in documents}
    told = list(claims)
    events = [_lone_event(claim, labels or {}) for claim in told]
    return PageData.of(
        title, [page_document(d) for d in texts.values()], page_actors(told), events,
        [page_claim(claim, claim.id, texts.get(claim.document)) for claim in told],
    )  # fmt: skip


def from_graph(graph: Source, events: Iterable[DerivedEvent] | None = None, *, title: str | None = None) -> PageData:
    """Page data of a graph: all its events and documents, or some `events` with the documents that tell of them."""
    from kg.graph.processes import processes
    from kg.ontology import load

    lexicon = load()
    chosen = list(graph.events() if events is None else events)
    event_of = {claim: event.id for event in chosen for claim in event.claims}
    texts = {document.id: document for document in graph.documents()} if events is None else {}
    told: list[Claim] = []
    for reason in graph.reasons(chosen):
        texts.setdefault(reason.document.id, reason.document)
        told.append(reason.claim)
    labels = {name: known.label for name, known in lexicon.types.items()}
    refs = {ref.id: ref for event in chosen for role in SIDES for ref in getattr(event, role)}
    actors = {actor.id: actor for actor in page_actors(told) if actor.kind not in _LOCAL}
    actors |= {ref.id: PageActor(ref.id, ref.name, ref.kind, ref.states) for ref in refs.values()}
    series = {one: process.id for process in processes(chosen, lexicon) for one in process.rounds}
    return PageData.of(
        title or _title(list(texts.values())), [page_document(d) for d in texts.values()], actors.values(),
        [replace(_derived(event, labels, lexicon.issue_labels), series=series.get(event.id)) for event in chosen],
        [page_claim(claim, event_of[claim.id], texts.get(claim.document)) for claim in told],
    )  # fmt: skip


def _derived(event: DerivedEvent, labels: Mapping[str, str], issues: Mapping[str, str]) -> PageEvent:
    from kg.graph.labels import lasting

    return PageEvent(
        id=event.id, type=event.type, root=event.root, label=labels.get(event.type) or label_of(event.type),
        status=event.status, when=_bounded(event), deadline=event.deadline, place=event.place, object=event.object,
        issues=tuple(issues.get(one) or label_of(one) for one in event.issues), sources=event.sources,
        claims=event.claims, mutual=event.mutual, process=lasting(event.type),
        title=event.label.removesuffix(f" ({event.status})"), **_roles(event),
    )  # fmt: skip


def _bounded(event: DerivedEvent) -> When | None:
    """The event's date with the bounds that all its claims share; of an undated document's event those of its span."""
    if event.when:
        return replace(event.when, earliest=event.earliest, latest=event.latest)
    if event.bounds_basis is None or event.first_reported:  # the view counts it as of its report
        return None
    edtf = f"{event.earliest or '..'}/{event.latest or '..'}"
    return When(edtf, event.earliest, event.latest, None, event.bounds_basis)


def _title(documents: Sequence[Document]) -> str:
    if len(documents) == 1:
        return page_document(documents[0]).title
    # Of a text without a date a span may be explained ("2014-06-20/2017-01-20"): that is no year of its own.
    years = sorted(one.published[:4] for one in documents if one.published and "/" not in one.published)
    span = f", {years[0]}–{years[-1]}" if years and years[0] != years[-1] else f", {years[0]}" if years else ""
    return f"Events in {len(documents):,} documents{span}"


def page_document(document: Document) -> PageDocument:
    """A document without its text; without a title its source or its first words serve."""
    title = document.title or document.source or document.text.strip()[:80] or document.id
    return PageDocument(
        document.id,
        title,
        document.publisher,
        document.published,
        document.published_basis,
        document.url,
        document.source,
    )


def page_actors(claims: Iterable[Claim]) -> list[PageActor]:
    """Every party and named claimant of the claims, once. Anonymous sources are no actor: they have no identity."""
    found: dict[str, PageActor] = {}
    for claim in claims:
        for role in SIDES:
            for party in getattr(claim.event, role):
                found.setdefault(party.id, PageActor(party.id, party.name, party.kind, party.states))
        said_by = claim.claimant
        if said_by and said_by.kind not in _LOCAL:
            found.setdefault(said_by.id, PageActor(said_by.id, said_by.name, said_by.kind, said_by.states))
    return list(found.values())


def page_claim(claim: Claim, event: str, document: Document | None) -> PageClaim:
    """A claim with the sentence around its words; without its document the quote stands alone."""
    quoted, said_by = claim.evidence, claim.claimant
    sentence, at = _context(document.text, quoted.start, quoted.end) if document else (quoted.quote, 0)
    return PageClaim(
        claim.id, event, claim.document, sentence, at, len(quoted.quote), quoted.start, quoted.end,
        claim.stance, claim.modality, said_by.id if said_by and said_by.kind not in _LOCAL else None,
        (said_by.text or said_by.name) if said_by else None, claim.when, claim.grade, claim.rule,
    )  # fmt: skip


def label_of(type_id: str) -> str:
    """A type's id as words, where the ontology gives no label: `ease-sanctions` -> ease sanctions."""
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in type_id.rsplit("/", 1)[-1])
    return spaced.replace("-", " ").replace("_", " ").strip()


def _lone_event(claim: Claim, labels: Mapping[str, str]) -> PageEvent:
    about = claim.event
    denied = claim.stance in ("denied", "negated")
    status = "negated" if denied else "unconfirmed" if claim.stance in ("unconfirmed", "questioned") else claim.modality
    return PageEvent(
        id=claim.id, type=about.type, root=about.root, label=labels.get(about.type) or label_of(about.type),
        status=status, when=claim.when, deadline=about.deadline, place=about.place, issues=about.issues,
        object=about.object.text if about.object else None,
        claims=(claim.id,), mutual=_mutual(about), **_roles(about),
    )  # fmt: skip


def _mutual(about: Event) -> bool:
    known = load().types.get(about.type)
    return bool(about.participants or (known and known.reciprocal))


def _roles(about: Event | DerivedEvent) -> _Roles:
    """The ids of who is in each role, each once."""
    found = [tuple(dict.fromkeys(one.id for one in getattr(about, role))) for role in SIDES]
    return dict(zip(SIDES, found, strict=True))  # type: ignore[return-value]  # SIDES are the keys of _Roles


def _context(text: str, start: int, end: int, reach: int = 280) -> tuple[str, int]:
    """The sentence or sentences that hold text[start:end], cut at `reach` on each side, and the quote's place there."""
    from kg.extract.sentences import split
    from kg.extract.tokens import tokenize

    low, high = max(0, start - reach), min(len(text), end + reach)
    tokens = tokenize(text, low, high)
    for first, last in split(tokens):
        begin, stop = tokens.span(first, last)
        if stop <= start:
            low = max(low, stop)
        if begin >= end:
            high = min(high, begin)
            break
    before, after = text[low:start].lstrip(), text[end:high].rstrip()
    return before + text[start:end] + after, len(before)
