"""The plain values that pages show: documents, actors, events, claims with the sentences around their words.

`PageData` is all that a view knows; `kg.views.gather` makes it, `to_json()` is what the page carries.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import When

__all__ = ["SIDES", "PageActor", "PageClaim", "PageData", "PageDocument", "PageEvent"]

SIDES = ("initiators", "recipients", "participants", "mediators", "hosts")
"""The roles that an actor can have in an event; participants are all who take part, with a side or without."""

_DENIALS_FIRST = {"denied": 0, "negated": 1, "unconfirmed": 2, "questioned": 3, "confirmed": 4, "asserted": 5}


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
    parties). `mutual` events have two sides instead of a direction; a `process` goes on for a time; events with the
    same `series` are rounds of one negotiation; `object` are the words for the thing that it is about.
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
    series: str | None = None
    object: str | None = None

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
        series_at = {one: i for i, one in enumerate(sorted({e.series for e in self.events if e.series}), start=1)}
        return {
            "title": self.title,
            "types": dict(sorted({event.type: event.label for event in self.events}.items())),
            "documents": [_lean(_fields(document)) for document in self.documents],
            "actors": [_lean(_fields(actor) | {"states": list(actor.states)}) for actor in self.actors],
            "events": [_event_json(event, actor_at, series_at) for event in self.events],
            "claims": [_claim_json(claim, event_at, document_at, actor_at) for claim in self.claims],
        }


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


def _event_json(event: PageEvent, actor_at: Mapping[str, int], series_at: Mapping[str, int]) -> dict[str, Any]:
    sides = {role: _places(getattr(event, role), actor_at) for role in SIDES}
    sided = {*sides["initiators"], *sides["recipients"]}
    sides["participants"] = [one for one in sides["participants"] if one not in sided]
    return _lean({
        "id": event.id, "type": event.type, "root": event.root, "status": event.status, "title": event.title, **sides,
        "mutual": event.mutual or None,
        "when": _when_json(event.when), "deadline": _when_json(event.deadline), "place": event.place,
        "object": event.object, "issues": list(event.issues), "sources": event.sources,
        "process": event.process or None, "series": series_at.get(event.series or ""),
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
