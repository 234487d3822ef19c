"""Paths in, documents (or what was made of them) out: what all commands that read articles share."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.output import show_progress, warn
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Reading", "paths_argument", "reading_options"]

UNREADABLE = InputError.exit_code
PARTLY = 4

_Command = TypeVar("_Command", bound="Callable[..., Any]")
_Item = TypeVar("_Item")


paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
"""Files, folders, and "-" for stdin; whether they can be read is told for each of them."""


def reading_options(command: _Command) -> _Command:
    """`--published`, `--map` (as `mapping`) and `--strict`."""
    for option in (
        click.option("--strict", is_flag=True, help="Stop at the first document that cannot be read."),
        click.option(
            "--map",
            "mapping",
            multiple=True,
            metavar="FIELD=NAME",
            callback=_mapping,
            help="What a column or JSON field is called: --map text=Volltext.",
        ),
        click.option(
            "--published", metavar="DATE", help="Publication date of all of them: 2014-11-06, 2014-11 or 2014."
        ),
    ):
        command = option(command)
    return command


def _mapping(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> dict[str, str] | None:
    pairs = [value.partition("=") for value in values]
    for field, equals, name in pairs:
        if not (field and equals and name):
            raise click.BadParameter(f"{field!r} is not FIELD=NAME, such as text=Volltext")
    return {field: name for field, _, name in pairs} or None


class Reading:
    """Counts what was read and what was not, says why on stderr, and knows the exit code."""

    def __init__(self) -> None:
        self.read = 0
        self.errors: list[InputError] = []

    def done(self, name: str) -> None:
        """Show how many documents are done, and which was the last."""
        self.read += 1
        width = shutil.get_terminal_size((80, 24)).columns - 1
        show_progress(f"{self.read:,} read · {name}"[:width])

    def good(self, items: Iterable[_Item | InputError]) -> Iterator[_Item]:
        """What could be read; each error becomes a line on stderr."""
        for item in items:
            if isinstance(item, InputError):
                self.skip(item)
            else:
                self.read += 1
                yield item

    def skip(self, error: InputError) -> None:
        """Count and show a document that was not read."""
        self.errors.append(error)
        warn(f"skipped {error}")

    def tell(self, notice: object) -> None:
        """Show a reader's remark: an encoding guessed, a date not understood."""
        warn(f"note: {notice}")

    @property
    def exit_code(self) -> int:
        """0; 3 when nothing could be read; 4 when something was skipped."""
        if not self.errors:
            return 0
        broken = any(error.exit_code == UNREADABLE for error in self.errors)
        return UNREADABLE if broken and not self.read else PARTLY
