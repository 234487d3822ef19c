"""`kg page`: a graph as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asking import Actor, Guesses, Limit, Since, Status, Target, Type, Until, chosen

__all__ = ["command"]


def command(
    target: Target,
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The HTML file to write.")],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The heading of the page.")] = None,
    actor: Actor = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    status: Status = None,
    limit: Limit = None,
    guesses: Guesses = False,
) -> int:
    """Write network, timeline and evidence as one HTML file.

    The file needs no network and can be passed on by mail. Its path is printed. With filters, which are
    those of `kg events`, it holds only the events that they leave, and what was said about these.
    """
    from kg.graph import open_graph
    from kg.views import page

    graph, found = open_graph(target), None
    if any((actor, type, since, until, status, limit, guesses)):
        found = chosen(
            graph, actor=actor, type=type, since=since, until=until, status=status, limit=limit, guesses=guesses
        )
        if not found:
            return 1
    typer.echo(page(graph, out, title=title, events=found))
    return 0
