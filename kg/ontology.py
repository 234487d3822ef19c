"""Turtle files of `ontology/` in, a Lexicon out: event types with their phrases, and issues with their keywords."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError

__all__ = ["EventType", "Lexicon", "folder", "load"]

BASE = "https://w3id.org/dipkg/"
DIP = f"{BASE}ontology#"
TYPE = f"{BASE}type/"
ISSUE = f"{BASE}issue/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
CAMEO = "http://gdelt.org/cameo/"
PLOVER = f"{BASE}plover/"
MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")


@dataclass(frozen=True, slots=True)
class EventType:
    """One concept of the event type scheme; `root` is the PLOVER class (CONSULT), `broader` the ids above it."""

    id: str
    label: str
    root: str
    broader: tuple[str, ...] = ()
    definition: str = ""
    verb_label: str = ""
    thing_labels: tuple[str, ...] = ()  # "signs T with Y"; "nouns, for which: it holds"
    state_label: str = ""
    reciprocal: bool = False
    shortcut: str | None = None
    cameo: tuple[str, ...] = ()
    matches: tuple[tuple[str, str], ...] = ()  # kind of match and CAMEO code: ("exactMatch", "046")
    phrases: tuple[str, ...] = ()
    accusations: tuple[str, ...] = ()
    obligation: bool = False
    wanted: bool = False  # others want it of the doer: to declare not to do it is a refusal
    refusals: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the extraction knows of events: types by id, keywords of issues by issue id."""

    types: dict[str, EventType] = field(default_factory=dict)
    issues: dict[str, tuple[str, ...]] = field(default_factory=dict)
    issue_labels: dict[str, str] = field(default_factory=dict)

    def is_a(self, narrow: str, broad: str) -> bool:
        """Whether type `narrow` is `broad` or lies below it."""
        return narrow == broad or broad in self.types[narrow].broader


@functools.cache
def folder() -> Path:
    """The ontology folder: inside an installed package, or beside it in a checkout.

    Raises OntologyError when neither is there.
    """
    here = Path(__file__).resolve().parent
    for place in (here / "_ontology", here.parent / "ontology"):
        if (place / "events").is_dir():
            return place
    raise OntologyError("the ontology folder is missing", hint="install dipkg again")


def load(path: Path | None = None) -> Lexicon:
    """The lexicon of `path` (default: the ontology that comes with kg). Raises OntologyError with the file's name."""
    return _load(path or folder())


@functools.lru_cache(maxsize=4)
def _load(path: Path) -> Lexicon:
    facts: dict[str, _Facts] = {}
    for file in sorted((path / "events").glob("*.ttl")):
        _read(file, facts)
    types = {name: f for name, f in facts.items() if f.iri.startswith(TYPE)}
    issues: dict[str, _Facts] = {}
    if (path / "issues.ttl").is_file():
        _read(path / "issues.ttl", issues)
    issues = {name: f for name, f in issues.items() if f.iri.startswith(ISSUE) and name}
    return Lexicon(
        types={name: _event_type(name, types) for name in sorted(types) if name},
        issues={name: tuple(sorted(f.all(f"{DIP}keyword"))) for name, f in sorted(issues.items())},
        issue_labels={name: f.one(f"{SKOS}prefLabel") or name for name, f in sorted(issues.items())},
    )


@dataclass(slots=True)
class _Facts:
    iri: str
    file: Path
    values: dict[str, list[str]] = field(default_factory=dict)

    def all(self, predicate: str) -> list[str]:
        return self.values.get(predicate, [])

    def one(self, predicate: str) -> str | None:
        found = self.all(predicate)
        return found[0] if found else None


def _read(file: Path, into: dict[str, _Facts]) -> None:
    try:
        quads = list(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
    except (SyntaxError, OSError) as problem:
        raise OntologyError(str(problem), where=str(file), hint="mend the Turtle there") from None
    for quad in quads:
        if not isinstance(quad.subject, ox.NamedNode) or not quad.subject.value.startswith((TYPE, ISSUE)):
            continue
        iri = quad.subject.value
        name = iri.rsplit("/", 1)[1]
        about = into.setdefault(name, _Facts(iri, file))
        value = quad.object.value if isinstance(quad.object, ox.NamedNode | ox.Literal) else ""
        about.values.setdefault(quad.predicate.value, []).append(value)


def _event_type(name: str, types: dict[str, _Facts]) -> EventType:
    facts = types[name]
    chain: list[str] = []
    at = name
    while (up := types[at].one(f"{SKOS}broader")) is not None:
        at = up.rsplit("/", 1)[1]
        if at not in types or at in chain:
            raise OntologyError(f"type:{name} has a broader type that is not there: {at}", where=str(facts.file))
        chain.append(at)
    matches = [(kind, m.removeprefix(CAMEO)) for kind in MATCHES for m in facts.all(SKOS + kind) if m.startswith(CAMEO)]
    label = facts.one(f"{SKOS}prefLabel")
    if not label:
        raise OntologyError(f"type:{name} has no skos:prefLabel", where=str(facts.file))
    return EventType(
        id=name,
        label=label,
        root=_root(at, types[at]),
        broader=tuple(chain),
        definition=facts.one(f"{SKOS}definition") or "",
        verb_label=facts.one(f"{DIP}verbLabel") or label,
        thing_labels=tuple(facts.all(f"{DIP}thingLabel")),
        state_label=facts.one(f"{DIP}stateLabel") or "",
        reciprocal=facts.one(f"{DIP}reciprocal") == "true",
        shortcut=facts.one(f"{DIP}shortcut"),
        cameo=tuple(sorted(code for _, code in matches)),
        matches=tuple(matches),
        phrases=tuple(facts.all(f"{DIP}phrase")),
        accusations=tuple(facts.all(f"{DIP}accusation")),
        obligation=facts.one(f"{DIP}obligation") == "true",
        wanted=facts.one(f"{DIP}wanted") == "true",
        refusals=tuple(facts.all(f"{DIP}refusal")),
        examples=tuple(facts.all(f"{SKOS}example")),
        near_misses=tuple(facts.all(f"{DIP}counterExample")),
    )


def _root(name: str, facts: _Facts) -> str:
    for kind in MATCHES:
        for match in facts.all(SKOS + kind):
            if match.startswith(PLOVER):
                return match.removeprefix(PLOVER)
    raise OntologyError(f"type:{name} stands at the top but matches no PLOVER class", where=str(facts.file))
