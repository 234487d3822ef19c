"""Paths in, documents (or what was made of them) out: what all commands that read articles share."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from kg.cli.output import show_progress, warn
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.documents.fetch import Fetcher

__all__ = ["Cluster", "Fetch", "Mapping", "Paths", "Published", "Reading", "Strict", "Workers", "fetcher", "fields"]

_BAR = 12
_REFRESH = 0.1
UNREADABLE = InputError.exit_code
PARTLY = 4

_Item = TypeVar("_Item")

Paths = Annotated[list[str], typer.Argument(metavar="PATH", hidden=True)]
"""Files, folders, and "-" for stdin; whether they can be read is told for each of them."""

Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date of all of them: 2014-11-06, 2014-11 or 2014."),
]
Mapping = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=NAME", help="What a column or JSON field is called: --map text=Volltext."),
]
Cluster = Annotated[
    str | None,
    typer.Option("--dask", metavar="ADDRESS", help="Read with the workers of a Dask scheduler: tcp://host:8786."),
]
Fetch = Annotated[
    bool, typer.Option("--fetch", help="Fetch PATHs that are web addresses: public hosts only, as robots.txt allows.")
]
Workers = Annotated[
    int, typer.Option("--workers", metavar="N", help="Read with N processes; 0 takes as many as there are cores.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first document that cannot be read.")]


def fields(mapping: list[str] | None) -> dict[str, str] | None:
    """The values of `--map` as pairs; a usage error for one that is no pair."""
    pairs = [value.partition("=") for value in mapping or ()]
    for field, equals, name in pairs:
        if not (field and equals and name):
            raise typer.BadParameter(f"{field!r} is not FIELD=NAME, such as text=Volltext", param_hint="'--map'")
    return {field: name for field, _, name in pairs} or None


def progress(read: int, passed: int, total: int, seconds: float, name: str) -> str:
    """One line: a bar, how many are done and how fast, and the time that the rest of the bytes will take.

    >>> progress(1200, 50, 200, 60, "a.txt")
    '███·········  25 % · 1,200 read · 20 a second · 3 min left · a.txt'
    """
    told = [f"{read:,} read"]
    if seconds > 1:
        rate = read / seconds
        told.append(f"{rate:,.0f} a second" if rate >= 2 else f"{60 * rate:,.0f} a minute")
    if total and passed:
        part = min(1.0, passed / total)
        full = int(part * _BAR)
        told.insert(0, f"{'█' * full}{'·' * (_BAR - full)} {part:4.0%}".replace("%", " %"))
        if seconds > 1 and part < 1:
            told.append(f"{_span(seconds * (1 - part) / part)} left")
    return " · ".join([*told, name])


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def fetcher(wanted: bool) -> Fetcher | None:
    """Who fetches, if that is asked for."""
    if not wanted:
        return None
    from kg.documents.fetch import Fetcher

    return Fetcher()


class Reading:
    """Counts what was read and what was not, says why on stderr, and knows the exit code."""

    def __init__(self, total: int = 0) -> None:
        self.read = 0
        self.errors: list[InputError] = []
        self.total, self.passed, self.since, self.shown = total, 0, time.monotonic(), 0.0

    def advance(self, more: int) -> None:
        """So many bytes more are done, of the total."""
        self.passed += more

    def done(self, name: str) -> None:
        """Show how many documents are done, how fast, how long it will take, and which was the last."""
        self.read += 1
        now = time.monotonic()
        if now - self.shown < _REFRESH:
            return
        self.shown = now
        width = shutil.get_terminal_size((80, 24)).columns - 1
        show_progress(progress(self.read, self.passed, self.total, now - self.since, name)[:width])

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
