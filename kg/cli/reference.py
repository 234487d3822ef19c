"""The commands in, their reference as Markdown out: `python -m kg.cli.reference` prints docs/reference/cli.md."""

from __future__ import annotations

import typer

from kg.cli import COMMANDS, road

__all__ = ["reference"]

HEAD = """# The command line

Made from `--help` by `make docs`; a test compares them.

stdout is data, stderr is progress and warnings. A terminal gets tables, a pipe JSON lines; `--table`, `--json`,
`--csv` and the ending of `-o FILE` say it otherwise. `-` is stdin. `KG_GRAPH` stands for `-g`. `kg --debug …` shows
the trace of an error.

| exit code | means |
|---|---|
| 0 | fine |
| 1 | it ran, but a check failed or there is no answer |
| 2 | the call is wrong |
| 3 | input or graph cannot be read |
| 4 | finished, but some documents were skipped (each is named) |
| 130 | interrupted |
"""


def reference() -> str:
    """The whole page, the same on every machine."""
    group = road()
    top = typer.Context(group, info_name="kg", terminal_width=100, **group.context_settings)
    parts = [HEAD, _block(top)]
    for name in COMMANDS:
        command = group.get_command(top, name)
        assert command is not None
        parts += [f"\n## kg {name}\n", _block(typer.Context(command, top, name))]
    return "\n".join(parts)


def _block(context: typer.Context) -> str:
    return f"```text\n{context.get_help()}\n```"


if __name__ == "__main__":
    typer.echo(reference())
