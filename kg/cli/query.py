"""`kg query`: SPARQL, or a question by its name, against a graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.asking import MaybeTarget
from kg.cli.output import Csv, Jsonl, Out, Table, as_json, binary_destination, form_of, rows, warn
from kg.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.graph import Rows

__all__ = ["SETTINGS", "command"]

SETTINGS = {"ignore_unknown_options": True, "allow_extra_args": True}
"""Parameters of a named question are options that only the question knows."""

_BY_ENDING = ("srj", "srx", "tsv", "ttl", "nt", "rdf", "jsonld")
QUERY = "NAME|FILE|SPARQL|-"
Listing = Annotated[bool, typer.Option("--list", help="List the named questions, what they ask and what may be set.")]


Format = Annotated[
    str | None,
    typer.Option("--format", metavar="NAME", help="srj, srx, tsv, csv for rows; ttl, nt, rdf, jsonld for graphs."),
]
Timeout = Annotated[
    float | None,
    typer.Option(metavar="SECONDS", help="Run it in a process of its own, ended after so long or above 2 GB."),
]


def command(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument(metavar=QUERY, hidden=True)] = None,
    target: MaybeTarget = None,
    listing: Listing = False,
    sparql: Annotated[bool, typer.Option("--sparql", help="Print the SPARQL instead of running it.")] = False,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    written: Format = None,
    timeout: Timeout = None,
    out: Out = None,
) -> int:
    """Run SPARQL, or a question by its name.

    SPARQL comes from a file, a string or stdin (-). Parameters of a named question are options; --list shows them.
    Known prefixes (dip:, type:, actor:, …) need not be declared.

    \b
    kg query who-negotiates --with Iran -g talks.kg
    kg query 'SELECT ?who { ?who dip:negotiatesWith actor:IRN }' -g talks.kg
    """
    form = form_of(table=table, jsonl=jsonl, csv=csv)
    if listing:
        return _list(form, out)
    if query is None:
        context.fail(f"Missing argument '{QUERY}'")
    from kg.queries.prefixes import declare, shorten

    text = _sparql(query, context.args)
    if sparql:
        typer.echo(declare(text).rstrip())
        return 0
    if target is None:
        context.fail("Missing option '-g' / '--graph'")
    from kg.graph import open_graph
    from kg.queries import sparql as asked

    given = written or (out.suffix.lower().lstrip(".") if out and not form else "")
    if written or given in _BY_ENDING:
        if timeout is not None or form:
            raise UsageError("--format goes with neither --timeout, --table, --json nor --csv", hint="leave it out")
        body: bytes = asked.run(None, text, query=lambda query: open_graph(target).results(query, given))
        with binary_destination(out) as stream:
            stream.write(body)
        return 0
    found = asked.run(None, text, query=lambda query: _rows(target, query, timeout))
    short = str if as_json(form, out) else shorten
    lines = ({name: value and short(value) for name, value in row.items()} for row in found.dicts())
    if not rows(lines, found.columns, form, out):
        warn("no rows")
        return 1
    if len(found) == _page(query, context.args):
        warn(f"the newest {len(found):,}; --most all gives every one, --most 50 fewer")
    return 0


def _rows(target: str, query: str, timeout: float | None) -> Rows:
    from kg.graph import open_graph, safe_query

    return open_graph(target).query(query) if timeout is None else safe_query(target, query, timeout_s=timeout)


def _list(form: str | None, out: Path | None) -> int:
    from kg.queries import named

    listed = [
        {"name": q.name, "question": q.question, "parameters": [f"--{p.name} {p.default}" for p in q.parameters]}
        for q in named.load()
    ]
    rows(listed, ("name", "question", "parameters"), form, out)
    return 0


def _sparql(query: str, words: Sequence[str]) -> str:
    """The text of the query that was meant: stdin, SPARQL itself, a file, or a name with values."""
    from kg.queries import named

    if query == "-":
        return sys.stdin.read()
    if any(sign in query for sign in "{\n"):
        return query
    if query.endswith((".rq", ".sparql")) or "/" in query or Path(query).is_file():
        try:
            return Path(query).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError("is no query that can be read", where=query, hint="give a file with SPARQL") from error
    return named.get(query).with_values(**_values(words))


def _page(query: str, words: Sequence[str]) -> int | None:
    """How many rows a named question gives at most; None for all, and for any other query."""
    from kg.queries import named

    question = next((q for q in named.load() if q.name == query.removesuffix(".rq")), None)
    if question is None or question.page is None:
        return None
    said = _values(words).get(question.page.name, [question.page.default])[-1]
    return int(said) if said.isdigit() else None


def _values(words: Sequence[str]) -> dict[str, list[str]]:
    """`--name value` pairs; the same name again adds a value."""
    values: dict[str, list[str]] = {}
    rest = list(words)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if not name.startswith("--") or not (equals or rest):
            raise UsageError(f"{name!r} is no parameter", hint="write --name value; --list shows the names")
        values.setdefault(name[2:].replace("-", "_"), []).append(value if equals else rest.pop(0))
    return values
