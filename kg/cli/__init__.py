"""The command line: words in, an exit code out; one file a command, loaded when it is called.

stdout is data; stderr is progress and warnings. Exit codes: 0 fine, 1 ran but a check failed or there is no answer,
2 usage, 3 input unreadable, 4 finished but some documents were skipped, 130 interrupted.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING

import click

import kg
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

__all__ = ["COMMANDS", "cli", "main"]

COMMANDS: tuple[str, ...] = ()
"""Every command, in the order of the road; each is the function `command` of `kg.cli.<name>_`."""


class _Road(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"kg.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Road, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(kg.__version__, message="kg %(version)s")
@click.option("--debug", is_flag=True, help="Show the whole trace of an error.")
def cli(debug: bool) -> None:
    """Diplomatic events from news: who did what to whom, when, and who says so."""
    if not debug:
        sys.excepthook = _one_line


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line (`sys.argv` when none is given) and return its exit code."""
    try:
        code = cli.main(args=args, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        return _usage(error)
    except click.ClickException as error:
        print(f"kg: {error.format_message()}", file=sys.stderr)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        print("kg: interrupted; what was stored before is whole", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output has enough; Python must not find out again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KgError as error:
        if _debugging(args):
            raise
        print(f"kg: {error}", file=sys.stderr)
        return error.exit_code
    return code if isinstance(code, int) else 0


def _usage(error: click.UsageError) -> int:
    command = error.ctx.command_path if error.ctx else "kg"
    hint = f"; see {command} --help" if error.ctx else ""
    print(f"{command}: {error.format_message().rstrip('.')}{hint}", file=sys.stderr)
    return 2


def _debugging(args: Sequence[str] | None) -> bool:
    return "--debug" in (sys.argv[1:] if args is None else args)


def _one_line(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    print(f"kg: a mistake of ours, {kind.__name__}: {error}; `kg --debug …` shows where", file=sys.stderr)
