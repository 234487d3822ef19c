"""The nouns of kg as frozen values: documents, actors in text, dates, claims; and claims as JSON lines.

All offsets count Unicode code points of `Document.text`, end exclusive (as in Web Annotation's
TextPositionSelector).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any, Literal

__all__ = [
    "ANONYMOUS",
    "Claim",
    "Document",
    "Event",
    "Evidence",
    "Grade",
    "Modality",
    "Part",
    "Party",
    "Stance",
    "Thing",
    "When",
]

Stance = Literal["asserted", "confirmed", "negated", "denied", "unconfirmed", "questioned"]
Modality = Literal["actual", "planned", "conditional", "possible"]
Grade = Literal["sure", "guess"]
Role = Literal["title", "repeat", "agency", "byline", "dateline", "body", "boilerplate", "front matter", "rows"]

ANONYMOUS = "anonymous"
"""The id of every source without a name; such a source belongs to its document."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document's text with one role; only `title` and `body` are read for events.

    `rows` are those of an event data set, which come coded.
    """

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read, with what is known about it.

    `text` is the stored text that all offsets refer to (boilerplate included). `id` is the id that the user
    gave (JSON lines) or the key. `published` is an EDTF day, month or year, None when it is not known, or
    an interval when only the span is known in which it must have been written (it counts as undated);
    `published_basis` says in words how it is known. `source` is the file's name as the user gave it,
    `places` are further files or addresses at which the very same text stood.

    >>> Document.of("Iran met Iraq.").key == Document.of("Iran met Iraq.").key
    True
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: str | None = None
    language: str | None = None
    url: str | None = None
    source: str | None = None
    parts: tuple[Part, ...] = ()
    places: tuple[str, ...] = ()
    _digest: str = field(default="", init=False, repr=False, compare=False)

    @property
    def sha256(self) -> str:
        """Hash of the stored text (UTF-8), 64 hex digits; kept, for it is asked for once a claim and mention."""
        if not self._digest:
            object.__setattr__(self, "_digest", _sha256(self.text))
        return self._digest

    @property
    def key(self) -> str:
        """16 hex digits from id and text: what IRIs are made of. The id counts only if the user gave one."""
        own = self.sha256
        if self.id == own[:16]:
            return self.id
        return hashlib.sha256(f"{self.id}\0{own}".encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @classmethod
    def of(cls, text: str, **known: Any) -> Document:
        """A document from text alone; without `parts` all of it is body, without `id` the hash serves."""
        digest = _sha256(text)[:16]
        made = cls(id=known.pop("id", None) or digest, text=text, **known)
        return made if made.parts else replace(made, parts=(Part("body", 0, len(text)),))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as it stands in a text: who it is, and the words that say so.

    `kind` is state, organization, armed group, media, grouping, person, unnamed (sources), or described
    (known by words only, e.g. "truck drivers"). `states` are ISO 3166 alpha-3 codes of the states it stands
    for. `via` tells how the words lead to the actor: name, alias, demonym, metonym, title, role, pronoun,
    description, group. `antecedent` is the span of the words that a pronoun or description refers to.
    """

    id: str
    name: str
    kind: str
    states: tuple[str, ...]
    mention: tuple[int, int]
    text: str
    via: str = "name"
    antecedent: tuple[int, int] | None = None

    def to_json(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "id": self.id, "name": self.name, "kind": self.kind, "states": list(self.states),
            "mention": list(self.mention), "text": self.text, "via": self.via,
        }  # fmt: skip
        if self.antecedent:
            out["antecedent"] = list(self.antecedent)
        return out

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Party:
        near = data.get("antecedent")
        begin, end = data.get("mention") or (0, 0)
        return cls(
            id=data["id"], name=data.get("name") or data["id"], kind=data.get("kind", "described"),
            states=tuple(data.get("states") or ()), mention=(begin, end), text=data.get("text", ""),
            via=data.get("via", "name"), antecedent=(near[0], near[1]) if near else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """A date with the precision that the text gives: EDTF for people, bounds (ISO days) for queries.

    `earliest` and `latest` are None where no year is known. `basis` says in words how it was reached.
    """

    edtf: str
    earliest: str | None = None
    latest: str | None = None
    text: str | None = None
    basis: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "edtf": self.edtf,
            "earliest": self.earliest,
            "latest": self.latest,
            "text": self.text,
            "basis": self.basis,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> When:
        return cls(data["edtf"], data.get("earliest"), data.get("latest"), data.get("text"), data.get("basis"))


@dataclass(frozen=True, slots=True)
class Thing:
    """What an act is about where that is no actor: "a draft resolution", with its place in the text.

    To whom it belongs is a party of the event; of a thing told in several words `text` holds them all.
    """

    text: str
    mention: tuple[int, int]

    def to_json(self) -> dict[str, Any]:
        return {"text": self.text, "mention": list(self.mention)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Thing:
        begin, end = data.get("mention") or (0, 0)
        return cls(data["text"], (begin, end))


@dataclass(frozen=True, slots=True)
class Event:
    """What a claim is about: who does it to whom, or `participants`, who do it together.

    Where a reciprocal event has two sides in the text ("six powers met Iran"), initiators and recipients are these
    sides in the order of the text; `participants` holds those told without sides ("Iran and Oman met"), and then the
    sides too only where they are known otherwise (the six of P5+1 and Iran).

    `object` is the thing that the act is about ("vetoed *a draft resolution*"), or the clause that says
    what is asked, promised, threatened or denied ("urged Oman *to reopen the port*"), if the text has one.
    """

    type: str
    root: str
    initiators: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    participants: tuple[Party, ...] = ()
    mediators: tuple[Party, ...] = ()
    hosts: tuple[Party, ...] = ()
    place: str | None = None
    issues: tuple[str, ...] = ()
    deadline: When | None = None
    conditional_on: str | None = None
    object: Thing | None = None

    @property
    def parties(self) -> tuple[Party, ...]:
        """All who take part, on whatever side or none, each once; not mediators and hosts."""
        return tuple(dict.fromkeys((*self.initiators, *self.recipients, *self.participants)))

    def to_json(self) -> dict[str, Any]:
        out: dict[str, Any] = {"type": self.type, "root": self.root}
        for role in ("initiators", "recipients", "participants", "mediators", "hosts"):
            out[role] = [p.to_json() for p in getattr(self, role)]
        return out | {
            "place": self.place, "issues": list(self.issues),
            "deadline": self.deadline.to_json() if self.deadline else None, "conditional_on": self.conditional_on,
            "object": self.object.to_json() if self.object else None,
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Event:
        sides = {
            role: tuple(Party.from_json(p) for p in data.get(role) or ())
            for role in ("initiators", "recipients", "participants", "mediators", "hosts")
        }
        deadline, thing = data.get("deadline"), data.get("object")
        return cls(
            type=data["type"], root=data["root"], place=data.get("place"), issues=tuple(data.get("issues") or ()),
            deadline=When.from_json(deadline) if deadline else None, conditional_on=data.get("conditional_on"),
            object=Thing.from_json(thing) if thing else None, **sides,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words of a claim: `document.text[start:end] == quote`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's stance towards one event, as one document tells it; never rewritten or merged.

    `document` is the document's id, `claimant` is None where the text says it in its own voice.
    """

    document: str
    event: Event
    stance: Stance
    modality: Modality
    evidence: Evidence
    claimant: Party | None = None
    when: When | None = None
    trigger: tuple[int, int] = (0, 0)
    grade: Grade = "sure"
    rule: str = ""
    extractor: str = ""
    id: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", self._content_id())

    def _content_id(self) -> str:
        body = self._body()
        del body["extractor"], body["rule"]
        return hashlib.sha256(json.dumps(body, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:16]

    def _body(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "event": self.event.to_json(),
            "claimant": self.claimant.to_json() if self.claimant else None,
            "stance": self.stance,
            "modality": self.modality,
            "when": self.when.to_json() if self.when else None,
            "evidence": {"start": self.evidence.start, "end": self.evidence.end, "quote": self.evidence.quote},
            "trigger": list(self.trigger),
            "grade": self.grade,
            "rule": self.rule,
            "extractor": self.extractor,
        }

    def to_json(self) -> dict[str, Any]:
        """The claim as `kg extract` prints it, one object a line."""
        return {"id": self.id, **self._body()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Claim:
        """The claim of a JSON object; raises KeyError or ValueError where a needed field is missing."""
        quoted, said_by, when = data["evidence"], data.get("claimant"), data.get("when")
        trigger = data.get("trigger") or (quoted["start"], quoted["end"])
        return cls(
            document=data["document"], event=Event.from_json(data["event"]), stance=data.get("stance", "asserted"),
            modality=data.get("modality", "actual"), evidence=Evidence(quoted["start"], quoted["end"], quoted["quote"]),
            claimant=Party.from_json(said_by) if said_by else None, when=When.from_json(when) if when else None,
            trigger=(trigger[0], trigger[1]), grade=data.get("grade", "sure"), rule=data.get("rule", ""),
            extractor=data.get("extractor", ""), id=data.get("id", ""),
        )  # fmt: skip
