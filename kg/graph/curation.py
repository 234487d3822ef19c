"""The user's corrections in, decisions for deriving out; kept as statements in `curation.trig`, listed and undone.

A correction points to claims, names or documents, never to a row of a result, so it outlasts re-reading: a claim is
found again by its id, or else by document, event type and place in the text. One that fits nothing any more is
told, not lost.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, get_args

import pyoxigraph as ox

from kg.errors import GraphError, UsageError
from kg.graph.actors import plain
from kg.graph.files import write_all
from kg.graph.merge import Decisions
from kg.graph.names import BASE, CURATION, DIP, PREFIXES, escaped
from kg.graph.rdf import Writer
from kg.graph.reports import bounds_of
from kg.model import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kg.graph.merge import Key
    from kg.graph.roster import Read, Roster
    from kg.model import Claim, Document, Party

__all__ = ["Applied", "Correction", "Decision", "Target", "apply", "corrected_document", "load", "save"]

Decision = Literal["reject", "accept", "same", "different", "name", "published", "dated"]
FILE = "curation.trig"


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """A claim, by its id and by where it stands (document key, event type, start of its trigger); or a document.

    For a document `claim` is empty.
    """

    document: str
    claim: str = ""
    type: str = ""
    start: int = -1

    @property
    def iri(self) -> str:
        """The IRI of what is meant."""
        return f"{BASE}doc/{self.document}" + (f"/claim/{escaped(self.claim)}" if self.claim else "")


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision: reject or accept a claim; two claims are of the same or of different events; a name is an
    actor; a document was published on a day; the event of a claim is dated.

    `words` are those of a name, `value` the actor's id or the date; `why`, `by` and `on` are the user's own.
    `number` counts up: of two that contradict each other, the later holds.
    """

    decision: Decision
    targets: tuple[Target, ...] = ()
    words: str = ""
    value: str = ""
    why: str = ""
    by: str = ""
    on: str = ""
    number: int = 0

    def __post_init__(self) -> None:
        needed = {"same": 2, "different": 2, "name": 0}.get(self.decision, 1)
        if self.decision not in get_args(Decision):
            raise UsageError(
                f"no correction is called {self.decision!r}", hint=f"there are {', '.join(get_args(Decision))}"
            )
        if len(self.targets) != needed:
            raise UsageError(f"{self.decision!r} needs {needed} of them, not {len(self.targets)}")
        if self.decision in ("published", "dated") and bounds_of(self.value) is None:
            raise UsageError(f"not a date: {self.value!r}", hint="write 2014, 2014-11 or 2014-11-06")
        if self.decision == "name" and not (self.words and self.value):
            raise UsageError("'name' needs the words and the actor", hint="as in: name 'the Badger State' is USA")

    @property
    def id(self) -> str:
        """Eight hex digits made of what is decided, without reasons and dates: the same decision is one."""
        parts = (self.decision, *(f"{t.document}/{t.claim}" for t in sorted(self.targets)), self.words, self.value)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]

    def to_json(self) -> dict[str, Any]:
        """The correction as one JSON object."""
        return {
            "id": self.id, "decision": self.decision, "targets": [t.iri for t in self.targets], "words": self.words,
            "value": self.value, "why": self.why, "by": self.by, "on": self.on,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Applied:
    """Documents and claims as corrected, what merging must heed, and the corrections that fit nothing."""

    read: tuple[Read, ...]
    decisions: Decisions
    unmatched: tuple[Correction, ...]


# --- the file ----------------------------------------------------------------------------------------------------


def load(folder: Path) -> tuple[Correction, ...]:
    """The corrections of a knowledge base in the order in which they were made; GraphError for a damaged file."""
    path = folder / FILE
    if not path.is_file():
        return ()
    facts: dict[str, dict[str, list[str]]] = {}
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TRIG):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                values = facts.setdefault(quad.subject.value, {})
                values.setdefault(quad.predicate.value.removeprefix(DIP), []).append(quad.object.value)
    except (SyntaxError, OSError, ValueError) as problem:
        raise GraphError(
            f"the corrections cannot be read ({problem})", where=str(path), hint="mend that line"
        ) from None
    found = [_correction(f, facts) for f in facts.values() if "decision" in f]
    return tuple(sorted(found, key=lambda c: (c.number, c.id)))


def _correction(facts: Mapping[str, list[str]], every: Mapping[str, Mapping[str, list[str]]]) -> Correction:
    def one(name: str) -> str:
        return next(iter(facts.get(name, ())), "")

    decision: Any = one("decision")
    targets = sorted(_target(iri, every.get(iri, {})) for iri in facts.get("corrects", ()))
    return Correction(
        decision, tuple(targets), one("words"), one("value"), one("why"), one("by"), one("on"), int(one("number") or 0)
    )


def _target(iri: str, facts: Mapping[str, list[str]]) -> Target:
    from urllib.parse import unquote

    key, _, claim = iri.removeprefix(f"{BASE}doc/").partition("/claim/")
    kind = next(iter(facts.get("ofType", ())), "")
    return Target(key, unquote(claim), kind, int(next(iter(facts.get("atStart", ())), "-1")))


def save(folder: Path, corrections: Iterable[Correction]) -> None:
    """Replace the corrections of a knowledge base, durably."""
    out = io.BytesIO()
    quads = sorted(quads_of(corrections), key=lambda q: (str(q.subject), str(q.predicate), str(q.object)))
    ox.serialize(quads, out, format=ox.RdfFormat.TRIG, prefixes={"dip": PREFIXES["dip"]})
    write_all([(folder / FILE, out.getvalue())])


def quads_of(corrections: Iterable[Correction]) -> list[ox.Quad]:
    """The corrections as statements in the graph `CURATION`."""
    out = Writer(CURATION)
    for c in corrections:
        iri = f"{BASE}correction/{c.id}"
        out.link(iri, "rdf:type", f"{DIP}Correction")
        for name in ("decision", "words", "value", "why", "by", "on"):
            out.add(iri, name, getattr(c, name))
        out.add(iri, "number", c.number)
        for target in c.targets:
            out.link(iri, "dip:corrects", target.iri)
            if target.claim:
                out.add(target.iri, "ofType", target.type)
                out.add(target.iri, "atStart", target.start)
    return list(out.quads)


# --- applying them -----------------------------------------------------------------------------------------------


def apply(read: Sequence[Read], corrections: Sequence[Correction], roster: Roster | None = None) -> Applied:
    """The documents and claims with all corrections applied, in their order; the stored ones are not touched."""
    if not corrections:
        return Applied(tuple(read), Decisions(), ())
    finder = _Finder(read)
    rejected, accepted = set[tuple[str, str]](), set[tuple[str, str]]()
    pairs: dict[frozenset[Key], tuple[Key, Key, bool]] = {}
    dates: dict[Key, When] = {}
    names: dict[str, str] = {}
    unmatched: list[Correction] = []
    for c in sorted(corrections, key=lambda c: (c.number, c.id)):
        keys = [key for t in c.targets if t.claim and (key := finder.find(t))]
        if c.decision == "name":
            names[plain(c.words)] = c.value
        elif c.decision == "published":
            finder.publish(c)
        elif len(keys) == len(c.targets) and c.decision in ("same", "different"):
            pairs[frozenset(keys)] = (keys[0], keys[1], c.decision == "same")
        elif keys and c.decision == "dated":
            earliest, latest = bounds_of(c.value) or (None, None)
            dates[keys[0]] = When(c.value, earliest, latest, None, f"corrected{f' by {c.by}' if c.by else ''}")
        elif keys and c.decision in ("reject", "accept"):
            on, off = (rejected, accepted) if c.decision == "reject" else (accepted, rejected)
            on.update(keys)
            off.difference_update(keys)
        if not finder.fits(c, keys):
            unmatched.append(c)
    naming = _Naming(names, roster)
    made = tuple(
        (
            finder.published.get(document.key, document),
            tuple(_corrected(x, document, accepted, naming) for x in claims if (document.key, x.id) not in rejected),
        )
        for document, claims in read
    )
    decided = Decisions(
        same=frozenset((a, b) for a, b, joined in pairs.values() if joined),
        different=frozenset((a, b) for a, b, joined in pairs.values() if not joined),
        dates=dates,
    )
    return Applied(made, decided, tuple(c for c in unmatched if not (c.decision == "name" and naming.met(c.words))))


def corrected_document(document: Document, corrections: Iterable[Correction]) -> Document:
    """The document with the publication date that a correction gives it, else as it is."""
    dated = [c for c in corrections if c.decision == "published" and c.targets[0].document == document.key]
    return _published(document, max(dated, key=lambda c: c.number)) if dated else document


def _published(document: Document, c: Correction) -> Document:
    return replace(document, published=c.value, published_basis=f"corrected{f' by {c.by}' if c.by else ''}")


class _Finder:
    """Finds claims again, by id or by place."""

    def __init__(self, read: Sequence[Read]) -> None:
        self.documents = {d.key: d for d, _ in read}
        self.ids = {(d.key, c.id) for d, claims in read for c in claims}
        self.places = {(d.key, c.event.type, c.trigger[0]): (d.key, c.id) for d, claims in read for c in claims}
        self.published: dict[str, Document] = {}

    def find(self, target: Target) -> Key | None:
        key = (target.document, target.claim)
        return key if key in self.ids else self.places.get((target.document, target.type, target.start))

    def publish(self, c: Correction) -> None:
        held = self.documents.get(c.targets[0].document)
        if held is not None:
            self.published[held.key] = _published(held, c)

    def fits(self, c: Correction, keys: Sequence[Key]) -> bool:
        if c.decision == "published":
            return c.targets[0].document in self.documents
        return c.decision != "name" and len(keys) == len(c.targets)


class _Naming:
    """Puts the actor that the user means in place of a party whose words or name they are."""

    def __init__(self, names: Mapping[str, str], roster: Roster | None) -> None:
        self.names = names
        self.roster = roster
        self.used: set[str] = set()

    def met(self, words: str) -> bool:
        return plain(words) in self.used

    def party(self, party: Party) -> Party:
        for words in (plain(party.text), plain(party.name)):
            if words in self.names:
                self.used.add(words)
                return self._known(party, self.names[words])
        return party

    def _known(self, party: Party, actor_id: str) -> Party:
        record = self.roster.get(actor_id) if self.roster else None
        if record is None:
            kind = "organization" if party.kind in ("unnamed", "described") else party.kind
            return replace(party, id=actor_id, name=party.text or party.name, kind=kind)
        return replace(party, id=actor_id, name=record.name, kind=record.kind, states=record.states)


def _corrected(claim: Claim, document: Document, accepted: set[Key], naming: _Naming) -> Claim:
    made = replace(claim, grade="sure") if (document.key, claim.id) in accepted else claim
    if not naming.names:
        return made
    event = made.event
    sides: dict[str, Any] = {
        role: tuple(naming.party(p) for p in getattr(event, role))
        for role in ("initiators", "recipients", "participants", "mediators", "hosts")
    }
    said_by = naming.party(made.claimant) if made.claimant else None
    return replace(made, event=replace(event, **sides), claimant=said_by)
