"""A knowledge base in, plain values for pages and tables out: documents, actors, events, claims with context.

`PageData` is all that a view knows. It is made from a graph (`from_graph`, with the events as derived) or from
documents and claims alone (`from_claims`: every claim is then an event of its own); `to_json()` is what the page
carries.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypedDict

from kg.model import Claim, Document, Event, When

if TYPE_CHECKING:
    from kg.graph.events import DerivedEvent

__all__ = [
    "SIDES",
    "PageActor",
    "PageClaim",
    "PageData",
    "PageDocument",
    "PageEvent",
    "Source",
    "from_claims",
    "from_graph",
]

SIDES = ("initiators", "recipients", "participants", "mediators", "hosts")
"""The roles that an actor can have in an event; participants are all who take part, with a side or without."""

_LOCAL = ("unnamed", "described")
_DENIALS_FIRST = {"denied": 0, "negated": 1, "unconfirmed": 2, "questioned": 3, "confirmed": 4, "asserted": 5}


class _Roles(TypedDict):
    initiators: tuple[str, ...]
    recipients: tuple[str, ...]
    participants: tuple[str, ...]
    mediators: tuple[str, ...]
    hosts: tuple[str, ...]


class Source(Protocol):
    """What a view needs of a graph: `kg.graph.Graph` has it, and anything else with these three methods will do."""

    def documents(self) -> Iterable[Document]: ...

    def claims(self) -> Iterable[Claim]: ...

    def events(self) -> Iterable[DerivedEvent]: ...


@dataclass(frozen=True, slots=True)
class PageDocument:
    """Where words stand: a document without its text. `basis` says how the publication date is known."""

    id: str
    title: str
    publisher: str | None = None
    published: str | None = None
    basis: str | None = None
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class PageActor:
    """Somebody who acts or speaks."""

    id: str
    name: str
    kind: str = "described"
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageClaim:
    """One source's words about one event: `sentence[at : at + length]` is the quote."""

    id: str
    event: str
    document: str
    sentence: str
    at: int
    length: int
    start: int
    end: int
    stance: str = "asserted"
    modality: str = "actual"
    claimant: str | None = None
    claimant_text: str | None = None
    when: When | None = None
    grade: str = "sure"
    rule: str = ""

    @property
    def quote(self) -> str:
        """The exact words of the document."""
        return self.sentence[self.at : self.at + self.length]


@dataclass(frozen=True, slots=True)
class PageEvent:
    """What all claims about it come to. Roles hold actor ids; `sources` counts independent sources.

    `label` names the type in words, `title` tells the event as a sentence (None: the page makes a heading of the
    parties). `mutual` events have two sides instead of a direction; a `process` goes on for a time.
    """

    id: str
    type: str
    root: str
    label: str
    status: str = "actual"
    initiators: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    when: When | None = None
    deadline: When | None = None
    place: str | None = None
    issues: tuple[str, ...] = ()
    sources: int = 1
    claims: tuple[str, ...] = ()
    mutual: bool = False
    process: bool = False
    title: str | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """All who take part, each once, in the order of `SIDES`."""
        return tuple(dict.fromkeys(actor for role in SIDES for actor in getattr(self, role)))

    @property
    def weight(self) -> tuple[int, int, int]:
        """What makes an event heavy: sources, then claims, then parties."""
        return self.sources, len(self.claims), len(self.parties)


@dataclass(frozen=True, slots=True)
class PageData:
    """Everything that a page shows. Events stand with the heaviest first."""

    title: str
    documents: tuple[PageDocument, ...] = ()
    actors: tuple[PageActor, ...] = ()
    events: tuple[PageEvent, ...] = ()
    claims: tuple[PageClaim, ...] = ()

    @classmethod
    def of(
        cls,
        title: str,
        documents: Iterable[PageDocument],
        actors: Iterable[PageActor],
        events: Iterable[PageEvent],
        claims: Iterable[PageClaim],
    ) -> PageData:
        """Page data in its fixed order, whatever the order of what came in."""
        ranked = sorted(events, key=lambda e: (tuple(-n for n in e.weight), e.when.edtf if e.when else "~", e.id))
        told = sorted(claims, key=lambda c: (_DENIALS_FIRST.get(c.stance, 9), c.document, c.start, c.id))
        return cls(
            title, tuple(sorted(documents, key=lambda d: d.id)), tuple(sorted(actors, key=lambda a: a.id)),
            tuple(ranked), tuple(told),
        )  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """The data of the page: actors, documents and events are referred to by their place in the list."""
        actor_at = {actor.id: i for i, actor in enumerate(self.actors)}
        document_at = {document.id: i for i, document in enumerate(self.documents)}
        event_at = {event.id: i for i, event in enumerate(self.events)}
        return {
            "title": self.title,
            "types": dict(sorted({event.type: event.label for event in self.events}.items())),
            "documents": [_lean(_fields(document)) for document in self.documents],
            "actors": [_lean(_fields(actor) | {"states": list(actor.states)}) for actor in self.actors],
            "events": [_event_json(event, actor_at) for event in self.events],
            "claims": [_claim_json(claim, event_at, document_at, actor_at) for claim in self.claims],
        }


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
    """Page data of a graph: its events (or some of them, as `events`), the claims about them, and all documents."""
    from kg.ontology import load

    lexicon = load()
    texts = {document.id: document for document in graph.documents()}
    chosen = list(graph.events() if events is None else events)
    event_of = {claim: event.id for event in chosen for claim in event.claims}
    told = [claim for claim in graph.claims() if claim.id in event_of]
    labels = {name: known.label for name, known in lexicon.types.items()}
    refs = {ref.id: ref for event in chosen for role in SIDES for ref in getattr(event, role)}
    actors = {actor.id: actor for actor in page_actors(told) if actor.kind not in _LOCAL}
    actors |= {ref.id: PageActor(ref.id, ref.name, ref.kind, ref.states) for ref in refs.values()}
    return PageData.of(
        title or _title(list(texts.values())), [page_document(d) for d in texts.values()], actors.values(),
        [_derived(event, labels, lexicon.issue_labels) for event in chosen],
        [page_claim(claim, event_of[claim.id], texts.get(claim.document)) for claim in told],
    )  # fmt: skip


def _derived(event: DerivedEvent, labels: Mapping[str, str], issues: Mapping[str, str]) -> PageEvent:
    from kg.graph.labels import lasting

    return PageEvent(
        id=event.id, type=event.type, root=event.root, label=labels.get(event.type) or label_of(event.type),
        status=event.status, when=_bounded(event), deadline=event.deadline, place=event.place,
        issues=tuple(issues.get(one) or label_of(one) for one in event.issues), sources=event.sources,
        claims=event.claims, mutual=event.mutual, process=lasting(event.type), title=event.label.removesuffix(f" ({event.status})"),
        **_roles(event),
    )  # fmt: skip


def _bounded(event: DerivedEvent) -> When | None:
    """The event's date with the bounds that all its claims share."""
    from dataclasses import replace

    return replace(event.when, earliest=event.earliest, latest=event.latest) if event.when else None


def _title(documents: Sequence[Document]) -> str:
    if len(documents) == 1:
        return page_document(documents[0]).title
    days = sorted(document.published for document in documents if document.published)
    span = f", {days[0]} – {days[-1]}" if days and days[0] != days[-1] else f", {days[0]}" if days else ""
    return f"{len(documents)} documents{span}"


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
        claims=(claim.id,), mutual=bool(about.participants), **_roles(about),
    )  # fmt: skip


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


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _lean(data: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty: half of a page's size."""
    return {key: value for key, value in data.items() if value not in (None, "", [], ())}


def _when_json(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    out = _lean(when.to_json())
    if out.get("earliest") == out.get("edtf") == out.get("latest"):
        del out["earliest"], out["latest"]
    return out


def _event_json(event: PageEvent, actor_at: Mapping[str, int]) -> dict[str, Any]:
    sides = {role: _places(getattr(event, role), actor_at) for role in SIDES}
    sided = {*sides["initiators"], *sides["recipients"]}
    sides["participants"] = [one for one in sides["participants"] if one not in sided]
    return _lean({
        "id": event.id, "type": event.type, "root": event.root, "status": event.status, "title": event.title, **sides,
        "mutual": event.mutual or None,
        "when": _when_json(event.when), "deadline": _when_json(event.deadline), "place": event.place,
        "issues": list(event.issues), "sources": event.sources, "process": event.process or None,
    })  # fmt: skip


def _claim_json(
    claim: PageClaim, event_at: Mapping[str, int], document_at: Mapping[str, int], actor_at: Mapping[str, int]
) -> dict[str, Any]:
    return _lean({
        "event": event_at[claim.event], "document": document_at.get(claim.document, -1), "sentence": claim.sentence,
        "at": claim.at, "length": claim.length, "start": claim.start, "end": claim.end,
        "stance": claim.stance, "modality": claim.modality, "by": actor_at.get(claim.claimant or ""),
        "said": claim.claimant_text, "when": _when_json(claim.when), "grade": claim.grade, "rule": claim.rule,
    })  # fmt: skip


def _places(ids: Sequence[str], actor_at: Mapping[str, int]) -> list[int]:
    return [actor_at[one] for one in ids if one in actor_at]
