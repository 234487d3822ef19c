"""`kg build`: articles into a knowledge base."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.inputs import Reading, paths_argument, reading_options
from kg.cli.output import as_json, destination, show_progress

if TYPE_CHECKING:
    from kg.graph.build import BuildReport
    from kg.pipeline import Report

__all__ = ["command"]


@click.command("build")
@paths_argument
@click.option("-o", "--output", "out", required=True, metavar="FOLDER", type=click.Path(path_type=Path),
              help="The knowledge base, for example talks.kg; made anew or brought up to date.")  # fmt: skip
@reading_options
@click.option("--actors", metavar="CSV", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="A list of your own actors; adds to those that kg knows, or overrides them.")  # fmt: skip
@click.option("--prune", is_flag=True, help="Drop documents that are no longer among the PATHs.")
@click.option("--json", "form", flag_value="json", help="The summary as one JSON object (what a pipe gets).")
@click.option("--table", "form", flag_value="table", help="The summary as text (what a terminal gets).")
def command(
    paths: tuple[str, ...],
    out: Path,
    published: str | None,
    mapping: dict[str, str] | None,
    strict: bool,
    actors: Path | None,
    prune: bool,
    form: str | None,
) -> int:
    """Read articles into a knowledge base.

    PATH is a file, a folder, or - for stdin. Run again, only what is new or changed is read.

    \b
    kg build articles/ -o talks.kg
    kg build letter.txt -o talks.kg --published 2014-11-06
    """
    from kg import pipeline

    reading = Reading()
    report = pipeline.build(
        paths, out, published=published, mapping=mapping, actors=actors, prune=prune, strict=strict, tell=reading.tell,
        skipped=reading.skip, progress=lambda entry: reading.done(entry.source or entry.document),
    )  # fmt: skip
    show_progress()
    if report.built:
        with destination(None) as stream:
            made = _facts(report, report.built)
            stream.write(json.dumps(made) + "\n" if as_json(form, None) else _summary(out, made))
    return reading.exit_code


def _facts(report: Report, built: BuildReport) -> dict[str, Any]:
    outcomes = {name: built.count(name) for name in ("new", "unchanged", "replaced", "removed")}
    return {
        "knowledge_base": str(report.out), "documents": len(built.entries) - outcomes["removed"], **outcomes,
        "absent": len(built.absent), "claims": built.claims, "events": built.events, "undated": _undated(built),
        "skipped": [str(error) for error in report.skipped],
    }  # fmt: skip


def _undated(built: BuildReport) -> list[str]:
    """The documents without a date: by file where a file holds one, else by id."""
    held = Counter(entry.source for entry in built.entries)
    dateless = [entry for entry in built.entries if entry.outcome != "removed" and not entry.published]
    return [e.source if e.source and held[e.source] == 1 else e.document for e in dateless]


def _summary(out: Path, made: dict[str, Any]) -> str:
    """The facts of a build as a few lines that say what to do next."""
    changes = ", ".join(f"{made[name]} {name}" for name in ("new", "unchanged", "replaced", "removed") if made[name])
    documents, claims, events = (_number(made[f"{noun}s"], noun) for noun in ("document", "claim", "event"))
    lines = [f"{out}: {documents} ({changes}), {claims}, {events}"]
    if made["skipped"]:
        lines.append(f"{len(made['skipped'])} skipped, named above")
    if made["absent"]:
        lines.append(f"{made['absent']} stored before and not among these; --prune drops them")
    if made["undated"]:
        some = ", ".join(made["undated"][:3]) + (", …" if len(made["undated"]) > 3 else "")
        lines += [
            f"{_number(len(made['undated']), 'document')} without a publication date ({some}):",
            "  dates without a year stay open; give it with --published, or as `published:` in the file",
        ]
    return "\n".join(lines) + "\n"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
