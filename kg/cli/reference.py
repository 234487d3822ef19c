"""The commands in, their reference as Markdown out: `python -m kg.cli.reference` prints docs/reference/cli.md."""

from __future__ import annotations

import click

from kg.cli import COMMANDS, cli

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
    top = click.Context(cli, info_name="kg", terminal_width=100)
    parts = [HEAD, _block(cli, top)]
    for name in COMMANDS:
        command = cli.get_command(top, name)
        assert command is not None
        parts += [f"\n## kg {name}\n", _block(command, click.Context(command, top, name, terminal_width=100))]
    return "\n".join(parts)


def _block(command: click.Command, context: click.Context) -> str:
    context.help_option_names = ["-h", "--help"]
    return f"```text\n{command.get_help(context)}\n```"


if __name__ == "__main__":
    click.echo(reference())
