"""The command line: words in, an exit code out; one file a command, imported when it is called.

stdout is data; stderr is progress and warnings. Exit codes: 0 fine, 1 ran but a check failed or there is no answer,
2 usage, 3 input unreadable, 4 finished but some documents were skipped, 130 interrupted.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from typing import TYPE_CHECKING

import click

import kg
from kg.cli.output import warn
from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

__all__ = ["COMMANDS", "cli", "main"]

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
    "publish",
    "check",
    "correct",
    "doctor",
    "read",
    "extract",
    "dates",
    "eval",
)
"""Every command in the order of the help; each is `command` in the module `kg.cli.<name>`."""


class _Road(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"kg.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Road, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(kg.__version__, message="kg %(version)s")
@click.option("--debug", is_flag=True, help="Show the whole trace of an error.")
def cli(debug: bool) -> None:
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
        code = cli.main(args=given or ["--help"], prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        return _usage(error)
    except click.ClickException as error:
        warn(f"kg: {error.format_message()}")
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
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
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Data is UTF-8 wherever it goes; half a character (a lone surrogate) leaves as the escape that JSON knows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _usage(error: click.UsageError) -> int:
    command = error.ctx.command_path if error.ctx else "kg"
    warn(f"{command}: {error.format_message().rstrip('.')}; see {command} --help")
    return 2


def _one_line(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    warn(f"kg: a mistake of ours, {kind.__name__}: {error}; `kg --debug …` shows where, please report it")
