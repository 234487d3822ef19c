"""Events or rows in, text for a terminal out: a timeline that reads from top to bottom, and a table.

Only plain text comes out when colour is off; control and direction-changing characters of the data never do.
"""

from __future__ import annotations

import itertools
import re
import shutil
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from kg.graph.events import DerivedEvent
    from kg.model import When

__all__ = ["breadth", "plain", "table", "terminal_timeline"]

_FAMILIES = {
    "◆": ("34", "AGREE CONSULT SUPPORT CONCEDE"),
    "■": ("32", "COOPERATE AID RETREAT"),
    "▲": ("33", "REQUEST ACCUSE REJECT THREATEN"),
    "✱": ("31", "PROTEST SANCTION MOBILIZE COERCE ASSAULT"),
}
_GLYPHS = {root: (glyph, colour) for glyph, (colour, roots) in _FAMILIES.items() for root in roots.split()}
_HOLLOW = {"◆": "◇", "■": "□", "▲": "△", "✱": "✲"}
_NOTES = {
    "negated": "denied", "planned": "planned", "conditional": "if", "possible": "possible", "contested": "contested",
    "unconfirmed": "unconfirmed",
}  # fmt: skip
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAY = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)$")
_BARS = "▁▂▃▄▅▆▇█"
_FEW = 2
"""An event known to a longer span of years has no column in the overview."""
_MARGIN = 21
"""Columns left of the rail: the widest date is "12 Nov 14 – 24 Dec 15"."""


class _Line(NamedTuple):
    """One line before it is wrapped: sort key (ISO day), date as words, sign on the rail, its colour, text, note.

    `vague`: it is known to no better than a few years.
    """

    key: str
    date: str
    glyph: str
    colour: str
    text: str
    note: str
    vague: bool = False


def terminal_timeline(events: Iterable[DerivedEvent], width: int | None = None, color: bool = False) -> str:
    """The events from the first to the last under the years, deadlines where they fall, undated ones at the end.

    `width` is in columns (default: the terminal's). An event whose text gives no date stands where it was
    reported, marked ≤ (it happened by then) or ≥ (it is still to come).
    """
    lines = sorted(line for event in events for line in _lines(event))
    dated = [line for line in lines if line.key != "~"]
    size = max(48, width or shutil.get_terminal_size((100, 24)).columns)
    out = [_overview(dated, size)] if len({line.key for line in dated}) > 2 else []
    for year, group in itertools.groupby(dated, lambda line: line.key[:-6]):
        out.append(f"{year:>{_MARGIN}} ┬")
        out.extend(row for line in group for row in _row(line, size, color))
    lost = [line for line in lines if line.key == "~"]
    if lost:
        out.append(f"{'no date':>{_MARGIN}} ┬")
        out.extend(row for line in lost for row in _row(line, size, color))
    signs = [sign for sign in ("≤", "≥", "said") if any(line.date.startswith(sign) for line in lines)]
    if signs:
        out.extend(_wrap(f"{' '.join(signs)} = the text gives no date; the day is that of the report", size))
    return "\n".join(out) + "\n" if out else "no events\n"


def table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str] | None = None, *, width: int | None = None) -> str:
    """Rows as aligned text; the widest columns give way where `width` (default: the terminal's) is too small.

    >>> print(table([{"who": "Iran", "events": 3}, {"who": "China", "events": None}]), end="")
    who    events
    ─────  ──────
    Iran   3
    China
    """
    found = list(rows)
    names = list(columns or dict.fromkeys(name for row in found for name in row))
    if not names:
        return ""
    cells = [[plain(_said(row.get(name))) for name in names] for row in found]
    heads = [plain(name) for name in names]
    widths = [max(map(breadth, column)) for column in zip(heads, *cells, strict=True)]
    room = (width or shutil.get_terminal_size((100, 24)).columns) - 2 * (len(names) - 1)
    while sum(widths) > room and max(widths) > 8:
        widest = widths.index(max(widths))
        widths[widest] = max(8, widths[widest] - max(1, sum(widths) - room) // 2 - 1)
    out = [heads, ["─" * size for size in widths], *cells]
    return "".join(line for row in out for line in _wrapped(row, widths))


def _lines(event: DerivedEvent) -> list[_Line]:
    """The event itself, and its deadline where that is a day."""
    glyph, colour = _GLYPHS.get(event.root, ("●", "37"))
    full = event.status in ("actual", "contested")
    told = [_NOTES[event.status]] if event.status in _NOTES else []
    if event.sources > 1:
        told.append(f"{event.sources} sources")
    key, date = _date(event)
    text, note = plain(event.label), " · ".join(told)
    out = [_Line(key, date, glyph if full else _HOLLOW.get(glyph, "○"), colour, text, note, _vague(event))]
    due = event.deadline
    if due and due.latest:
        out.append(_Line(due.latest, _words(due.edtf), "⚑", colour, f"deadline: {text}", ""))
    elif due:
        out[0] = out[0]._replace(note=" · ".join([f"deadline {_words(due.edtf)}", *told]))
    return out


def _vague(event: DerivedEvent) -> bool:
    """Whether its date is known to no better than a few years."""
    first, last = event.earliest, event.latest
    return first is not None and last is not None and int(last[:4]) - int(first[:4]) > _FEW


def _date(event: DerivedEvent) -> tuple[str, str]:
    """When the event comes in the order of lines, and the words for it."""
    when: When | None = event.when
    if when and event.earliest and event.latest:
        return event.earliest, _words(when.edtf)
    if event.earliest:
        return event.earliest, f"≥ {_words(event.earliest)}"
    if event.latest:
        return event.latest, f"≤ {_words(event.latest)}"
    if event.first_reported and _DAY.match(event.first_reported):
        sign = {"planned": "≥", "conditional": "≥", "possible": "said"}.get(event.status, "≤")
        return event.first_reported, f"{sign} {_words(event.first_reported)}"
    return "~", _words(when.edtf) if when else "…"


def _words(edtf: str) -> str:
    """A date without its year where the heading tells it: 2014-11-05 is 5 Nov."""
    if "/" in edtf:
        begin, _, end = edtf.partition("/")
        later = f" {end[:4]}" if len(end) > 4 and end[:4] != begin[:4] else ""
        return f"{_words(begin) or '…'} – {_words(end) or '…'}{later}"
    found = re.match(r"(-?[\dX]{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$", edtf)
    if not found or not 1 <= int(found[2] or 1) <= 12:
        return plain(edtf)
    year, month, day, sign = found.groups()
    if day:
        return f"{int(day)} {_MONTHS[int(month) - 1]}{sign}"
    return f"{_MONTHS[int(month) - 1]}{sign}" if month else f"{year}{sign}"


def _row(line: _Line, size: int, color: bool) -> list[str]:
    """The line, wrapped beside the rail."""
    room = size - _MARGIN - 4
    text = f"{line.text}  ({line.note})" if line.note else line.text
    parts = _wrap(text, room)
    glyph = f"\x1b[{line.colour}m{line.glyph}\x1b[0m" if color else line.glyph
    date = line.date if breadth(line.date) <= _MARGIN else line.date[: _MARGIN - 1] + "…"
    out = [f"{date:>{_MARGIN}} {glyph} {parts[0]}"]
    out.extend(f"{'':>{_MARGIN}} │ {part}" for part in parts[1:])
    return out


def _overview(lines: Sequence[_Line], size: int) -> str:
    """How many a stretch of time holds: one bar a column, from the first day to the last of those that have one."""
    from datetime import date

    lines = [line for line in lines if not line.vague] or lines
    days = [date(max(1, int(line.key[:4])), int(line.key[5:7]), int(line.key[8:10])).toordinal() for line in lines]
    first, last = min(days), max(days)
    columns = min(size - _MARGIN - 12, 60, last - first + 1)
    counts = [0] * columns
    for day in days:
        counts[min(columns - 1, (day - first) * columns // (last - first + 1))] += 1
    bars = "".join(_BARS[(n * 7 + max(counts) - 1) // max(counts)] if n else " " for n in counts)
    return f"{lines[0].key:>{_MARGIN}} {bars} {max(line.key for line in lines)}"


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(_said(one) for one in value)
    return str(value)


def plain(text: str) -> str:
    """One line without characters that steer a terminal or turn the reading direction."""
    kept = "".join(
        " " if c in "\n\r\t" else c for c in text if c in "\n\r\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )
    return " ".join(kept.split())


def breadth(text: str) -> int:
    """How many columns a text takes: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _wrap(text: str, size: int) -> list[str]:
    """Lines of at most `size` columns, broken at spaces where there are any."""
    out, line = [], ""
    for word in text.split():
        while breadth(word) > size:
            cut = (
                next(
                    i for i in range(1, len(word) + 1) if breadth(word[:i]) > size - (breadth(line) + 1 if line else 0)
                )
                - 1
            )
            if cut > 0:
                out.append(f"{line} {word[:cut]}".strip())
                word = word[cut:]
            else:
                out.append(line)
            line = ""
        if line and breadth(line) + 1 + breadth(word) > size:
            out.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*out, line] if line or not out else out


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    parts = [_wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    out = []
    for i in range(max(map(len, parts))):
        line = [(part[i] if i < len(part) else "") for part in parts]
        padded = (text + " " * (size - breadth(text)) for text, size in zip(line, widths, strict=True))
        out.append("  ".join(padded).rstrip() + "\n")
    return out
