"""Rows in, text out: a table for people on a terminal, JSON lines or CSV for programs; warnings go to stderr."""

from __future__ import annotations

import csv
import io
import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = [
    "Csv",
    "Jsonl",
    "Out",
    "OutFile",
    "Table",
    "as_json",
    "binary_destination",
    "destination",
    "form_of",
    "rows",
    "show_progress",
    "warn",
]

Table = Annotated[bool, typer.Option("--table", help="A table (what a terminal gets).")]
Jsonl = Annotated[bool, typer.Option("--json", help="JSON lines (what a pipe gets).")]
Csv = Annotated[bool, typer.Option("--csv", help="Comma-separated values.")]
Out = Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH", help="Write to a file (.csv, .jsonl).")]
OutFile = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="PATH", help="Write to a file instead of stdout.")
]
_SUFFIXES = {".csv": "csv", ".json": "json", ".jsonl": "json", ".ndjson": "json", ".txt": "table"}


def warn(line: str) -> None:
    """One line on stderr, for people; a progress line that stands there gives way."""
    typer.echo(f"{_clear()}{line}", err=True)


def show_progress(line: str = "") -> None:
    """Replace the progress line on stderr; an empty one clears it. Nothing where nobody watches."""
    if sys.stderr.isatty():
        typer.echo(f"{_clear()}{line}", err=True, nl=False)


def _clear() -> str:
    return "\r\x1b[K" if sys.stderr.isatty() else ""


def form_of(*, table: bool, jsonl: bool, csv: bool = False) -> str | None:
    """What `--table`, `--json` and `--csv` ask for; None where none of them is given."""
    given = [name for name, wanted in (("table", table), ("json", jsonl), ("csv", csv)) if wanted]
    if len(given) > 1:
        raise UsageError(f"--{given[0]} and --{given[1]} exclude each other", hint="give one of them")
    return given[0] if given else None


def as_json(form: str | None, out: Path | None) -> bool:
    """Whether rows go out as JSON, so that a command may give whole objects instead of columns."""
    return _form(form, out) == "json"


def _form(form: str | None, out: Path | None) -> str:
    if form:
        return form
    if out is not None and not _is_stdout(out):
        return _SUFFIXES.get(out.suffix.lower(), "json")
    return "table" if sys.stdout.isatty() else "json"


def rows(found: Iterable[Mapping[str, Any]], columns: Sequence[str], form: str | None, out: Path | None) -> int:
    """Write rows and return how many there were; without `form` the destination decides."""
    chosen = _form(form, out)
    with destination(out) as stream:
        counted = _Counted(found)
        if chosen == "json":
            for row in counted:
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        elif chosen == "csv":
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_cell(row.get(name)) for name in columns] for row in counted)
        else:
            from kg.views import table

            stream.write(table(counted, columns))
        return counted.count


@contextmanager
def destination(out: Path | None) -> Iterator[IO[str]]:
    """The file `out` (written whole or not at all), or stdout for None and "-"."""
    if _is_stdout(out):
        yield sys.stdout
        return
    with binary_destination(out) as raw:
        stream = io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
        yield stream
        stream.detach()


@contextmanager
def binary_destination(out: Path | None) -> Iterator[BinaryIO]:
    """As `destination`, for bytes."""
    if out is None or _is_stdout(out):
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(out)
    except OSError as error:
        hint = "give a path that can be written"
        raise KgError(f"cannot be written ({error.strerror})", where=str(out), hint=hint) from error
    finally:
        part.unlink(missing_ok=True)


def _is_stdout(out: Path | None) -> bool:
    return out is None or str(out) == "-"


class _Counted:
    """An iterable that knows afterwards how many it gave."""

    def __init__(self, items: Iterable[Mapping[str, Any]]) -> None:
        self.items, self.count = items, 0

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        for item in self.items:
            self.count += 1
            yield item


def _cell(value: Any) -> str:
    """A value as one line of text; a list as its items."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(_cell(one) for one in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return " ".join(str(value).split())
