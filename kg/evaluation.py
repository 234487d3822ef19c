"""Texts with the claims expected of them in, precision and recall of the extraction out, with every miss named.

Gold is JSON lines, one text a line:

    {"id": "a1", "text": "Iran met Iraq on Monday.", "published": "2015-03-05", "claims": [
        {"event": {"type": "meet", "participants": ["IRN", "IRQ"]}, "stance": "asserted", "when": "2015-03-02"}]}

A claim holds what is to be compared and nothing else. A party is an id or the code of the state that it stands for. A
list in the place of stance, modality, date or claimant means any of them; `"optional": true` marks a claim that may be
left out.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.documents import read
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.model import Claim, Document, Party

__all__ = ["ATTRIBUTES", "Miss", "Score", "evaluate", "read_gold"]

ATTRIBUTES = ("sides", "stance", "modality", "when", "claimant")
"""What is compared of a claim that was found: type and parties are what finding it means."""

_SIDES = ("initiators", "recipients")
_EVERYONE = (*_SIDES, "participants")


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference between what was expected and what came: `what` is missed, spurious, or wrong."""

    document: str
    what: str
    detail: str
    words: str

    def to_json(self) -> dict[str, str]:
        return {"document": self.document, "what": self.what, "detail": self.detail, "words": self.words}


@dataclass(slots=True)
class Score:
    """Counts over all texts; `right` and `asked` count attributes of claims that were found."""

    expected: int = 0
    found: int = 0
    spurious: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the claims that came which were expected; 1.0 when none came."""
        return self.found / (self.found + self.spurious) if self.found + self.spurious else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected claims that came; 1.0 when none was expected."""
        return self.found / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_gold(path: str | Path) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """Each text with its expected claims; raises InputError for a line that is no such text."""
    claims: dict[str, list[dict[str, Any]]] = {}
    with Path(path).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                name, expected = _gold_line(line, f"{path}:{number}")
                claims[name] = expected
    for document in read(path):
        if isinstance(document, InputError):
            raise document
        yield document, claims[document.id]


def _gold_line(line: str, where: str) -> tuple[str, list[dict[str, Any]]]:
    try:
        row = json.loads(line)
        return str(row["id"]), [dict(claim, event=dict(claim["event"])) for claim in row["claims"]]
    except (ValueError, KeyError, TypeError) as error:
        hint = 'write {"id": "…", "text": "…", "claims": […]}'
        raise InputError("is no text with claims", where=where, hint=hint) from error


def evaluate(
    gold: Iterable[tuple[Document, Sequence[Mapping[str, Any]]]], claims_of: Callable[[Document], Iterable[Claim]]
) -> Score:
    """Compare what `claims_of` finds in each text with what is expected of it."""
    score = Score()
    for document, expected in gold:
        _compare(document, expected, list(claims_of(document)), score)
    return score


def _compare(document: Document, expected: Sequence[Mapping[str, Any]], claims: Sequence[Claim], score: Score) -> None:
    free = dict(enumerate(claims))
    matched: list[Mapping[str, Any]] = []
    for wanted in expected:
        fits = [
            (sum(_right(wanted, claim).values()), -number) for number, claim in free.items() if _same(wanted, claim)
        ]
        if fits:
            claim = free.pop(-max(fits)[1])
            matched.append(wanted)
            _count(document, wanted, claim, score)
        elif not wanted.get("optional"):
            score.expected += 1
            score.misses.append(Miss(document.id, "missed", _told(wanted), document.text[:200]))
    for claim in free.values():
        if not any(_same(wanted, claim) for wanted in matched):  # a second mention of a claim is no error
            score.spurious += 1
            told = f"{claim.event.type}: {', '.join(sorted(_codes(claim, _EVERYONE)))}"
            score.misses.append(Miss(document.id, "spurious", f"{told} ({claim.rule})", claim.evidence.quote))


def _count(document: Document, wanted: Mapping[str, Any], claim: Claim, score: Score) -> None:
    if not wanted.get("optional"):
        score.expected += 1
        score.found += 1
    for name, right in _right(wanted, claim).items():
        score.asked[name] += 1
        score.right[name] += right
        if not right:
            told = f"{name} of {_told(wanted)}: {_value(claim, name)}"
            score.misses.append(Miss(document.id, "wrong", told, claim.evidence.quote))


def _same(wanted: Mapping[str, Any], claim: Claim) -> bool:
    event = wanted["event"]
    typed = (
        event.get("type", claim.event.type) == claim.event.type
        and event.get("root", claim.event.root) == claim.event.root
    )
    return typed and _fit(_given(event, _EVERYONE), _parties(claim, _EVERYONE))


def _right(wanted: Mapping[str, Any], claim: Claim) -> dict[str, bool]:
    """Whether each attribute that gold speaks of is right."""
    event, out = wanted["event"], {}
    if any(event.get(side) for side in _SIDES):
        out["sides"] = all(_fit(_given(event, (side,)), _parties(claim, (side,))) for side in _SIDES)
    for name in ATTRIBUTES[1:]:
        if name in wanted:
            allowed = wanted[name] if isinstance(wanted[name], list) else [wanted[name]]
            out[name] = any(_equal(claim, name, one) for one in allowed)
    return out


def _equal(claim: Claim, name: str, wanted: str | None) -> bool:
    if name != "claimant" or claim.claimant is None or wanted is None:
        return _value(claim, name) == wanted
    said_by = claim.claimant
    return wanted in (said_by.id, said_by.name) or said_by.states == (wanted,)


def _value(claim: Claim, name: str) -> str | None:
    match name:
        case "when":
            return claim.when.edtf if claim.when else None
        case "claimant":
            return claim.claimant.name if claim.claimant else None
        case "sides":
            return " > ".join(", ".join(sorted(_codes(claim, (side,)))) for side in _SIDES)
        case _:
            return str(getattr(claim, name))


def _given(event: Mapping[str, Any], roles: Iterable[str]) -> set[str]:
    return {party for role in roles for party in event.get(role, ())}


def _parties(claim: Claim, roles: Iterable[str]) -> list[Party]:
    return [party for role in roles for party in getattr(claim.event, role)]


def _codes(claim: Claim, roles: Iterable[str]) -> set[str]:
    return {code for party in _parties(claim, roles) for code in party.states or (party.id,)}


def _fit(wanted: set[str], parties: Sequence[Party]) -> bool:
    """Everyone who is wanted is there, and nobody else; a state is there in those who stand for it."""
    names = [{party.id, *party.states} for party in parties]
    return all(any(one in known for known in names) for one in wanted) and all(known & wanted for known in names)


def _told(wanted: Mapping[str, Any]) -> str:
    event = wanted["event"]
    return f"{event.get('type') or event.get('root')}: {', '.join(sorted(_given(event, _EVERYONE)))}"
