"""`kg eval`: how well the extraction does on texts whose claims are known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import Csv, Jsonl, Out, Table, form_of, rows, warn

__all__ = ["command"]


def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", exists=True, dir_okay=False, hidden=True)],
    guesses: Annotated[bool, typer.Option("--all", help="Count guesses too, not only what is sure.")] = False,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """Measure precision and recall on texts with known claims.

    GOLD is JSON lines: {"id", "text", "published", "claims": [{"event": {"type", "initiators", …}, "stance", …}]}.
    The misses go out as rows, the figures to stderr. docs/howto/measure.md describes the format.
    """
    from kg import ontology
    from kg.evaluation import evaluate, read_gold
    from kg.extract import extract

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    lexicon = ontology.load()
    score = evaluate(read_gold(gold), lambda d: (c for c in extract(d, lexicon) if guesses or c.grade == "sure"))
    rows((miss.to_json() for miss in score.misses), ("document", "what", "detail", "words"), form, out)
    warn(f"{score.expected} claims expected, {score.found} found, {score.spurious} spurious: "
         f"precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}")  # fmt: skip
    for name, asked in sorted(score.asked.items()):
        warn(f"{name}: {score.right[name]} of {asked} right")
    return 0
