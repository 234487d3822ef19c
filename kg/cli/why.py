"""`kg why`: what an event rests on."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.asking import Target, event_row
from kg.cli.output import Csv, Jsonl, Out, Table, as_json, destination, form_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.base import Reason
    from kg.graph.events import DerivedEvent
    from kg.model import Document

__all__ = ["command"]

COLUMNS = ("document", "published", "claimant", "stance", "modality", "when", "quote", "rule", "grade")


def command(
    event: Annotated[str, typer.Argument(metavar="EVENT", hidden=True)],
    target: Target,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """Show what an event rests on.

    Every claim: its words, who says so, the rule that found it, and how its date was reached.

    EVENT is an id from `kg events`, or its beginning.
    """
    from kg.graph import open_graph

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    graph = open_graph(target)
    reasons = graph.why(event)
    carried = _carried(reasons)
    if form == "csv" or as_json(form, out):
        rows((_row(r, carried.get(r.key)) for r in reasons), COLUMNS, form, out)
        return 0
    with destination(out) as stream:
        stream.write(_told(graph.event(event), reasons, carried))
    return 0


def _carried(reasons: list[Reason]) -> dict[str, Document]:
    """For the keys of documents that carry the text of an earlier one: that one; none where the texts are not kept."""
    from kg.documents.duplicates import copies

    documents = {r.key: r.document for r in reasons if r.document.text}
    leads = copies(documents) if documents else {}
    first: dict[str, Document] = {}
    told = {key: first.setdefault(leads[key], document) for key, document in documents.items()}
    return {key: lead for key, lead in told.items() if lead is not documents[key]}


def _row(reason: Reason, carried: Document | None = None) -> dict[str, Any]:
    claim, document = reason.claim, reason.document
    return {
        "document": document.id, "source": document.source, "also_at": list(document.places),
        "same_text_as": carried.id if carried else None, "published": document.published,
        "published_basis": document.published_basis,
        "claimant": claim.claimant.name if claim.claimant else document.publisher,
        "stance": claim.stance, "modality": claim.modality, "when": claim.when.edtf if claim.when else None,
        "when_basis": claim.when.basis if claim.when else None,
        "start": claim.evidence.start, "end": claim.evidence.end,
        "quote": claim.evidence.quote, "rule": claim.rule, "grade": claim.grade, "claim": claim.id,
    }  # fmt: skip


def _published(edtf: str | None) -> str:
    """The publication date in words; of an interval its ends."""
    begin, slash, end = (edtf or "").partition("/")
    if not slash:
        return edtf or "on a day that is not known"
    ends = [f"not {side} {day}" for side, day in (("before", begin), ("after", end)) if day not in ("", "..")]
    return f"on a day that is not told; {', '.join(ends)}"


def _told(event: DerivedEvent, reasons: list[Reason], carried: dict[str, Document]) -> str:
    """The event and its claims as text for a terminal."""
    from kg.views.terminal import plain

    lines = [event.label, f"{event.status} · {_date(event)} · independent sources: {event.sources} · event {event.id}"]
    for reason in reasons:
        lines += [
            "",
            *textwrap.wrap(f"“{plain(reason.claim.evidence.quote)}”", 96, initial_indent="  ", subsequent_indent="   "),
        ]
        lines += (f"    {plain(line)}" for line in _details(reason, carried.get(reason.key)))
    return "\n".join(lines) + "\n"


def _date(event: DerivedEvent) -> str:
    """The date in words; where only the report bounds it, that and why."""
    told = event.when.edtf if event.when else None
    if not event.bounds_basis:
        return told or str(event_row(event)["date"]) or "no date is known"
    side = f"not after {event.latest}" if event.latest else f"not before {event.earliest}"
    return f"{told}, {side}" if told else f"{side} ({event.bounds_basis})"


def _details(reason: Reason, carried: Document | None) -> Iterator[str]:
    claim, document = reason.claim, reason.document
    speaker = claim.claimant.name if claim.claimant else document.publisher or "the article itself"
    yield f"{speaker}: {claim.stance}, {claim.modality}"
    for label, date in (("when", claim.when), ("deadline", claim.event.deadline)):
        if date:
            yield f"{label} {date.edtf}: {date.basis or 'as it stands in the text'}"
    place = f"{claim.evidence.start}–{claim.evidence.end}"
    yield f"in {_name(document)}, characters {place}"
    if document.places:
        yield f"the very same text at {', '.join(document.places)}"
    if carried:
        yield f"the same text as {_name(carried)}: with it one source"
    basis = f" ({document.published_basis})" if document.published_basis else ""
    yield f"published {_published(document.published)}{basis}"
    yield f"rule {claim.rule}, {claim.grade}, claim {claim.id}"


def _name(document: Document) -> str:
    return document.title or document.source or document.id
