"""A sentence in, its claims as lines that a person reads: "recall: NPL > BTN, negated, says NPL"."""

from collections.abc import Iterable

from kg.extract import extract
from kg.model import Claim, Document, Party
from kg.ontology import load


def told(text: str) -> list[str]:
    """One line a claim; "asserted" and "actual" go without saying, & joins the sides of what is done together."""
    return [_line(claim) for claim in extract(Document.of(text))]


def _line(claim: Claim) -> str:
    event = claim.event
    if event.participants or load().types[event.type].reciprocal:
        sides = [event.initiators, event.recipients] if event.initiators else [(p,) for p in event.participants]
        who = " & ".join(_names(side) for side in sides)
    else:
        who = f"{_names(event.initiators) or '?'} > {_names(event.recipients) or '?'}"
    parts = [f"{event.type}: {who}"]
    parts += [f"through {_names(event.mediators)}"] if event.mediators else []
    parts += [f"host {_names(event.hosts)}"] if event.hosts else []
    parts += [word for word in (claim.stance, claim.modality) if word not in ("asserted", "actual")]
    parts += [f"says {_names([claim.claimant])}"] if claim.claimant else []
    return ", ".join(parts)


def _names(parties: Iterable[Party]) -> str:
    return "+".join(p.states[0] if p.states and p.kind != "media" else p.name for p in parties)
