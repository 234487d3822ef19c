"""The command line: words in, an exit code out; one file a command, imported when it is called.

stdout is data; stderr is progress and warnings. Exit codes: 0 fine, 1 ran but a check failed or there is no answer,
2 usage, 3 input unreadable, 4 finished but some documents were skipped, 130 interrupted.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

import kg
from kg.cli.output import warn
from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

__all__ = ["COMMANDS", "main", "road"]

COMMANDS = (
    "build",
    "ask",
    "query",
    "events",
    "actors",
    "why",
    "page",
    "timeline",
    "graph",
    "export",
    "serve",
    "publish",
    "check",
    "correct",
    "doctor",
    "read",
    "extract",
    "dates",
    "quotes",
    "explain",
    "eval",
)
"""Every command in the order of the help; each is the function `command` in the module `kg.cli.<name>`."""

_PLAIN: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
"""Help and errors are plain text: rich would have to be imported for colours."""


class _Command(TyperCommand):
    """A command whose usage line names what must be given as it is, without the braces of newer typers."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)]


class _Road(TyperGroup):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"kg.cli.{cmd_name}")
        app = typer.Typer(**_PLAIN)
        app.command(cmd_name, cls=_Command, context_settings=getattr(module, "SETTINGS", None))(module.command)
        command = typer.main.get_command(app)
        assert isinstance(command, TyperCommand)
        return command


def road() -> TyperGroup:
    """The whole command line as typer sees it."""
    app = typer.Typer(
        cls=_Road, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, **_PLAIN
    )
    app.callback()(_kg)
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {kg.__version__}")
        raise typer.Exit


def _kg(
    version: Annotated[  # noqa: ARG001 - its callback answers it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole trace of an error.")] = False,
) -> None:
    """Diplomatic events from news: who did what to whom, when, and who says so.

    \b
    kg build articles/ -o talks.kg
    kg ask "who negotiates with Iran" -g talks.kg
    kg page -g talks.kg -o talks.html
    """
    sys.excepthook = sys.__excepthook__ if debug else _one_line


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line (`sys.argv` when none is given) and return its exit code."""
    _speak_utf8()
    given = sys.argv[1:] if args is None else list(args)
    debug = "--debug" in given
    given = [*(["--debug"] if debug else []), *(word for word in given if word != "--debug")]
    try:
        code = _run(given or ["--help"])
        sys.stdout.flush()
    except typer.TyperException as error:
        return _wrong(error)
    except KeyboardInterrupt:
        warn("kg: interrupted; what was stored before is whole")
        return 130
    except BrokenPipeError:
        # Whoever read our output has enough of it; Python must not find out again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KgError, OSError) as error:
        if debug:
            raise
        what = error if isinstance(error, KgError) else f"{error.filename or 'a file'}: {error.strerror or error}"
        warn(f"kg: {what}")
        return error.exit_code if isinstance(error, KgError) else InputError.exit_code
    return code


def _run(words: list[str]) -> int:
    """The exit code of a command. Not typer's own `main`, which would end the process at a closed pipe."""
    group = road()
    try:
        with group.make_context("kg", words) as context:
            code = group.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Data is UTF-8 wherever it goes; half a character (a lone surrogate) leaves as the escape that JSON knows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _wrong(error: typer.TyperException) -> int:
    """A wrong call as one line that says where help is."""
    context: typer.Context | None = getattr(error, "ctx", None)
    command = context.command_path if context else "kg"
    told = " ".join(error.format_message().split()).rstrip(".").replace(": Value error, ", ": ")
    warn(f"{command}: {told}; see {command} --help")
    return error.exit_code


def _one_line(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    warn(f"kg: a mistake of ours, {kind.__name__}: {error}; `kg --debug …` shows where, please report it")
