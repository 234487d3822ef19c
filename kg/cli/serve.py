"""`kg serve`: a graph over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.asking import Target

__all__ = ["command"]


def command(
    target: Target,
    port: Annotated[int, typer.Option(metavar="N", help="0 takes any that is free.")] = 8642,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 lets other machines in.")
    ] = "127.0.0.1",
    workers: Annotated[int, typer.Option(metavar="N", help="Processes that answer; 0: one a core, at least 2.")] = 0,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", help="What one query may take.")] = 10,
    memory: Annotated[int, typer.Option(metavar="MB", help="Address space of a worker.")] = 2048,
    cors: Annotated[
        list[str] | None, typer.Option(metavar="ORIGIN", help="A web site whose pages may read it; * is all.")
    ] = None,
) -> int:
    """Serve a graph over HTTP, for reading only, until Ctrl-C.

    / has a question box and a query editor, /sparql speaks the SPARQL 1.1 Protocol, /ask?q=… answers in words,
    /page is the page of the graph; every row leads to its words. A graph that is built anew is read anew.

    \b
    kg serve -g talks.kg --port 8642
    curl 'http://127.0.0.1:8642/ask?q=who+negotiates+with+Iran'
    """
    from kg.serve import Settings, serve

    settings = Settings(
        target, host=host, port=port, workers=workers, timeout_s=timeout, memory_mb=memory, origins=tuple(cors or ())
    )
    try:
        serve(settings, ready=_tell)
    except KeyboardInterrupt:
        return 0
    return 0


def _tell(url: str) -> None:
    typer.echo(url)
    typer.echo("serving; Ctrl-C stops it", err=True)
