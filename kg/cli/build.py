"""`kg build`: articles into a knowledge base."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.inputs import Cluster, Fetch, Mapping, Paths, Published, Reading, Strict, Workers, fetcher, fields
from kg.cli.output import as_json, destination, form_of, show_progress, warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.errors import InputError
    from kg.graph.build import BuildReport, Entry
    from kg.pipeline import Report

__all__ = ["command"]

_REASONS = 8
_VARYING = re.compile(r"(?<=article )\S+(?= has)|\d[\d,]*(?! MB)|'[^']*'")

Folder = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="FOLDER",
        help="The knowledge base, for example talks.kg; made anew or brought up to date.",
    ),
]


def command(
    paths: Paths,
    out: Folder,
    published: Published = None,
    mapping: Mapping = None,
    strict: Strict = False,
    actors: Annotated[
        Path | None,
        typer.Option(
            metavar="CSV",
            exists=True,
            dir_okay=False,
            help="A list of your own actors; adds to those that kg knows, or overrides them.",
        ),
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Drop documents that are no longer among the PATHs.")] = False,
    workers: Workers = 1,
    cluster: Cluster = None,
    fetch: Fetch = False,
    jsonl: Annotated[bool, typer.Option("--json", help="The summary as one JSON object (what a pipe gets).")] = False,
    table: Annotated[bool, typer.Option("--table", help="The summary as text (what a terminal gets).")] = False,
) -> int:
    """Read articles into a knowledge base.

    PATH is a file, a folder, or - for stdin. Run again, only what is new or changed is read.

    \b
    kg build articles/ -o talks.kg
    kg build letter.txt -o talks.kg --published 2014-11-06
    """
    from kg import pipeline
    from kg.documents import size

    form = form_of(table=table, jsonl=jsonl)
    reading = Reading(size(paths) if sys.stderr.isatty() else 0)
    report = pipeline.build(
        paths, out, published=published, mapping=fields(mapping), actors=actors, prune=prune, strict=strict,
        workers=workers, cluster=cluster, fetch=fetcher(fetch), tell=reading.tell, skipped=reading.skip,
        passed=reading.advance, progress=lambda entry: reading.done(entry.source or entry.document),
        concluding=lambda: show_progress(f"{reading.read:,} read · concluding which events they tell of"),
    )  # fmt: skip
    show_progress()
    if report.built:
        with destination(None) as stream:
            made = _facts(report, report.built)
            stream.write(json.dumps(made) + "\n" if as_json(form, None) else _summary(out, made))
        _warn_of_lost_corrections(out)
    return reading.exit_code


def _warn_of_lost_corrections(out: Path) -> None:
    from kg.graph import unmatched

    for lost in unmatched(out):
        about = ", ".join(t.iri for t in lost.targets) or repr(lost.words)
        warn(
            f"the correction {lost.id} ({lost.decision} {about}) fits nothing any more; see kg correct --list -g {out}"
        )


def _facts(report: Report, built: BuildReport) -> dict[str, Any]:
    outcomes = {name: built.count(name) for name in ("new", "unchanged", "replaced", "removed")}
    return {
        "knowledge_base": str(report.out), "documents": len(built.entries) - outcomes["removed"], **outcomes,
        "absent": len(built.absent), "claims": built.claims, "events": built.events, "undated": _undated(built),
        "explained": _explained(built),
        "skipped": [str(error) for error in report.skipped], "skipped_because": _reasons(report.skipped),
    }  # fmt: skip


def _reasons(skipped: Iterable[InputError]) -> dict[str, int]:
    """Why something was skipped, and how often, the most frequent first; what differs from case to case is left out."""
    told = Counter(_VARYING.sub("…", error.what.partition(" (")[0]) for error in skipped)
    return dict(sorted(told.items(), key=lambda pair: (-pair[1], pair[0])))


def _undated(built: BuildReport) -> list[str]:
    """The documents without a date: by file where a file holds one, else by id."""
    return [_named(e, built) for e in built.entries if e.outcome != "removed" and e.undated]


def _explained(built: BuildReport) -> dict[str, dict[str, str | None]]:
    """Of those without a date: the span in which they must have been written, and the words that tell it."""
    spans = [e for e in built.entries if e.outcome != "removed" and e.undated and e.published]
    return {_named(e, built): {"written": e.published, "because": e.basis} for e in spans}


def _named(entry: Entry, built: BuildReport) -> str:
    held = Counter(e.source for e in built.entries)
    return entry.source if entry.source and held[entry.source] == 1 else entry.document


def _summary(out: Path, made: dict[str, Any]) -> str:
    """The facts of a build as a few lines that say what to do next."""
    changes = ", ".join(f"{made[name]} {name}" for name in ("new", "unchanged", "replaced", "removed") if made[name])
    documents, claims, events = (_number(made[f"{noun}s"], noun) for noun in ("document", "claim", "event"))
    lines = [f"{out}: {documents} ({changes}), {claims}, {events}, guesses included"]
    if made["skipped"]:
        lines.append(f"{len(made['skipped']):,} skipped, named above")
        told = list(made["skipped_because"].items())
        if len(made["skipped"]) > 1:
            lines += (f"  {count:,} × {reason}" for reason, count in told[:_REASONS])
        if len(told) > _REASONS:
            lines.append(f"  {sum(count for _, count in told[_REASONS:]):,} × something else")
    if made["absent"]:
        lines.append(f"{made['absent']} stored before and not among these; --prune drops them")
    if made["undated"]:
        some = ", ".join(made["undated"][:3]) + (", …" if len(made["undated"]) > 3 else "")
        lines += [
            f"{_number(len(made['undated']), 'document')} without a publication date ({some}):",
            "  dates without a year stay open; give it with --published, or as `published:` in the file",
        ]
        for name, told in list(made["explained"].items())[:3]:
            span = told["written"].replace("..", "?").replace("/", " to ")
            lines += textwrap.wrap(f"  {name} was written {span}, {told['because']}", 100, subsequent_indent="    ")
    return "\n".join(lines) + "\n"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
