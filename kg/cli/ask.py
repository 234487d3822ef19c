"""`kg ask`: a question in plain words."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby, islice
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.asking import Target
from kg.cli.output import Csv, Jsonl, Out, Table, as_json, destination, form_of, rows, warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.queries.answer import Answer, Row

__all__ = ["command"]

COLUMNS = ("who", "what", "status", "when", "stance", "modality", "speaker", "quote", "title", "published", "grade")
EVENTS, QUOTES = 10, 3
"""How much of the evidence a terminal gets at first."""

Sparql = Annotated[bool, typer.Option("--sparql", help="Print the SPARQL of the question instead of the answer.")]
How = Annotated[bool, typer.Option("--how", help="Say on stderr which words were read how.")]
Today = Annotated[
    str | None, typer.Option(metavar="DATE", help="What 'last year' counts from; else the day of the newest document.")
]

After = Annotated[
    str | None, typer.Option(metavar="QUESTION", help="The question before, that 'and Iraq?' or 'when?' continues.")
]


def command(
    question: Annotated[list[str], typer.Argument(metavar="QUESTION", hidden=True)],
    target: Target,
    sparql: Sparql = False,
    how: How = False,
    today: Today = None,
    after: After = None,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """Answer a question in plain words.

    The answer in one line, then what it rests on: the event, its date and status, the words, and who says so.
    Exit code 1 when nothing in the graph says so.

    \b
    kg ask "who negotiates with Iran" -g talks.kg
    kg ask "does the United States cooperate with Iran" -g talks.kg
    """
    from kg.graph import open_graph
    from kg.queries import ask

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    answer = ask(open_graph(target), " ".join(question), today=today, after=after)
    if how:
        for words, meaning in answer.understood:
            warn(f"{words}: {meaning}")
    if sparql:
        typer.echo((answer.counted or answer.sparql).strip())
    elif form == "csv" or (out and out.suffix.lower() == ".csv" and not form):
        rows((row.to_json() for row in answer.rows), COLUMNS, "csv", out)
    else:
        with destination(out) as stream:
            as_data = as_json(form, out)
            stream.write(json.dumps(answer.to_json(), ensure_ascii=False) + "\n" if as_data else _told(answer))
    return 1 if answer.kind == "unknown" else 0


def _told(answer: Answer) -> str:
    """The answer as text for a terminal."""
    lines = textwrap.wrap(answer.text or "Nothing in the graph says so.", 100)
    if answer.near:
        lines += ["", "What it can be asked:", *(f"  {near}" for near in answer.near)]
    for heading, found in (("", answer.rows), ("Besides:", answer.beside)):
        events = [(event, list(told)) for event, told in groupby(found, key=lambda row: row.event)]
        if events and heading:
            lines += ["", heading]
        for _, told in islice(events, EVENTS):
            lines += ["", *_event(told)]
        if len(events) > EVENTS:
            lines += ["", f"and {len(events) - EVENTS} more events (--json has all)"]
    return "\n".join(lines) + "\n"


def _event(told: list[Row]) -> Iterator[str]:
    """An event and its quotes, each once."""
    from kg.views.terminal import plain

    first = told[0]
    yield f"  {plain(first.what)} · {first.when or 'no date'} · {first.status}"
    quotes = list(dict.fromkeys((row.quote, _source(row)) for row in told))
    for quote, source in quotes[:QUOTES]:
        yield from textwrap.wrap(f"“{plain(quote)}”", 96, initial_indent="    ", subsequent_indent="     ")
        yield f"      {plain(source)}"
    if len(quotes) > QUOTES:
        yield f"    and {len(quotes) - QUOTES} more; kg why {first.event.rsplit('/', 1)[-1]}"


def _source(row: Row) -> str:
    """Who says so, how, and where it stands."""
    usual = ("asserted", "actual")
    told = ", ".join(word for word in (row.stance, row.modality) if word and word not in usual)
    stance = f" ({told})" if told else ""
    published = f", {row.published}" if row.published else ""
    title = textwrap.shorten(row.title, 60, placeholder=" …") or row.document
    return f"{row.speaker or 'the article itself'}{stance}, in {title}{published}"
