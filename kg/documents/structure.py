"""An article's text in, its parts out: headline, repeats, agency, byline, dateline, body, boilerplate.

Nothing is cut: the parts tile the text, so offsets stay true, and only `title` and `body` are read for events
later. A doubtful line stays body: a lost paragraph of news is worse than a line of the desk's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.documents import cues
from kg.model import Part, Role

__all__ = ["Found", "parts"]

_LINE = re.compile(r"[^\n\r]*[^\s][^\n\r]*")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_PLAIN = re.compile(r"\W+")
_HEAD_LINES = 14
_HEADLINE = 220


@dataclass(frozen=True, slots=True)
class Found:
    """What the text says of itself: its headline, and who published it; None where it does not."""

    title: str | None = None
    publisher: str | None = None


class _Line(NamedTuple):
    """A line that is not blank, without the blanks at its ends; `gap`: blank line (or the end) after it."""

    start: int
    end: int
    text: str
    gap: bool


class _Mark(NamedTuple):
    """From `start` on (to the next mark) the text plays `role`."""

    start: int
    role: Role


def parts(text: str, title: str | None = None, start: int = 0) -> tuple[tuple[Part, ...], Found]:
    r"""Parts that tile `text` from `start` (end of the front matter) on, and what they tell.

    `title` is a headline known from elsewhere: a first line that says the same is found more surely.

    >>> text = "Oslo talks end |\n\nOslo talks end\n\nReuters\n\nOSLO — Mali and Niger signed a pact.\n\nShare this"
    >>> tiles, found = parts(text)
    >>> [(p.role, text[p.start : p.end].strip()) for p in tiles]  # doctest: +NORMALIZE_WHITESPACE
    [('title', 'Oslo talks end'), ('repeat', '|\n\nOslo talks end'), ('agency', 'Reuters'), ('dateline', 'OSLO —'),
     ('body', 'Mali and Niger signed a pact.'), ('boilerplate', 'Share this')]
    >>> found
    Found(title='Oslo talks end', publisher='Reuters')
    """
    lines = list(_lines(text, start))
    if not lines:
        return (Part("body", start, len(text)),) if len(text) > start else (), Found()
    site = _site_lines(text, lines)
    news = [line for line, theirs in zip(lines, site, strict=True) if not theirs]
    marks, found = _head(news, title)
    marked = {mark.start for mark in marks}
    for line, theirs in zip(lines, site, strict=True):
        if theirs:
            marks.append(_Mark(line.start, "boilerplate"))
        elif line.start not in marked:
            marks.append(_Mark(line.start, "body"))
        if not theirs and line.text[-1] in ")]" and (note := cues.EDITORIAL.search(line.text)) and note.start():
            marks.append(_Mark(line.start + note.start(), "boilerplate"))
    return _tiles(sorted(marks), start, len(text)), found


def _lines(text: str, start: int) -> Iterator[_Line]:
    spans = [(m.start(), m.end()) for m in _LINE.finditer(text, start)]
    for (begin, end), (following, _) in zip(spans, [*spans[1:], (len(text), 0)], strict=True):
        raw = text[begin:end]
        words = raw.strip()
        begin += len(raw) - len(raw.lstrip())
        blank = text.count("\n", end, following) > 1 or text.count("\r", end, following) > 1 or following == len(text)
        yield _Line(begin, begin + len(words), words, blank)


def _tiles(marks: list[_Mark], start: int, end: int) -> tuple[Part, ...]:
    """Neighbours of one role become one part; the first begins at `start`, each ends where the next begins."""
    kept: list[_Mark] = []
    for mark in marks:
        if not kept or kept[-1].role != mark.role:
            kept.append(mark)
    bounds = [start, *(mark.start for mark in kept[1:]), end]
    return tuple(Part(m.role, a, b) for m, a, b in zip(kept, bounds, bounds[1:], strict=False))


# --- what is the site's own -------------------------------------------------------------------------------


def _site_lines(text: str, lines: list[_Line]) -> list[bool]:
    """For each line, whether it speaks of the site (policies, calls, links, desk notes) and not of the world."""
    folded = text.lower()
    prose = any(hint in folded for hint in cues.HINTS)
    out: list[bool] = []
    section = ""
    for line in lines:
        section = _section(line, section, prose)
        out.append(section != "")
        if section == "line":
            section = ""
    if all(out):  # an article about comment policies, or a text of one line: not for us to silence
        return [False] * len(lines)
    return out


def _section(line: _Line, section: str, prose: bool) -> str:
    """`policy` or `list` while such a stretch lasts, `line` for one line of its own, empty for news."""
    words = line.text
    if len(words) <= 240:
        if cues.NOTE.match(words) or cues.CREDIT.match(words):
            return section or "line"
        if cues.POLICY_HEADING.match(words) and not _speaks(words):
            return "policy"
        if len(words) <= 160 and cues.LIST_HEADING.match(words):
            return section or "list"
    if prose and len(_vocabulary(words)) >= 3:
        return "policy"
    if section == "policy" and (cues.SECTION_CUE.search(_QUOTED.sub("", words)) or _short(words)):
        return section
    if section == "list" and _short(words):
        return section
    return ""


def _speaks(words: str) -> bool:
    """Whether a line quotes somebody: then it is news, whatever its first words."""
    return words[0] in '"“' or (words[-1] in '"”' and len(words) > 60)


def _short(words: str) -> bool:
    """A link, a label, another article's headline: no sentence."""
    return len(words) < 120 and words[-1] not in '.!?"”'


def _vocabulary(words: str) -> set[str]:
    return {found.lower() for found in cues.POLICY.findall(_QUOTED.sub("", words))}


# --- the head ---------------------------------------------------------------------------------------------


def _head(lines: list[_Line], title: str | None) -> tuple[list[_Mark], Found]:
    """Marks of the lines above the body, and of the dateline that opens it; body lines get no mark here."""
    marks: list[_Mark] = []
    headline, publisher = None, None
    wanted = {_plain(title)} if title else set()
    for i, line in enumerate(lines[:_HEAD_LINES]):
        same = _plain(_unbarred(line.text)[0])
        if headline is not None and same == _plain(headline):
            marks.append(_Mark(line.start, "repeat"))
        elif cues.BARE_DATE.match(line.text):
            marks.append(_Mark(line.start, "dateline"))
        elif named := cues.AGENCY.match(line.text):
            marks.append(_Mark(line.start, "agency"))
            publisher = publisher or named["name"]
        elif headline is not None and (writer := cues.BYLINE.match(line.text)):
            marks.append(_Mark(line.start, "byline"))
            publisher = publisher or _house(writer["who"])
        elif headline is None and (same in wanted or _is_headline(lines, i)):
            headline, bar = _unbarred(line.text)
            marks.append(_Mark(line.start, "title"))
            if house := line.text[bar:].strip(" |"):
                marks.append(_Mark(line.start + bar, "agency"))
                publisher = publisher or house.rpartition("|")[2].strip()
            elif bar < len(line.text):
                marks.append(_Mark(line.start + bar, "repeat"))
        else:
            opening, named_there = _opening(line)
            marks.extend(opening)
            return marks, Found(_clean(headline), publisher or named_there)
    return marks, Found(_clean(headline), publisher)


def _is_headline(lines: list[_Line], i: int) -> bool:
    """A short line without a final stop, above a blank line or a byline, with sentences to follow."""
    line = lines[i]
    begins = line.text.lstrip("#\"“‘' ")[:1].isalnum()
    if not begins or len(line.text) > _HEADLINE or line.text[-1] in '.!,;:"”' or i + 1 == len(lines):
        return False
    following = lines[i + 1].text
    above = line.gap or cues.BYLINE.match(following) or cues.AGENCY.match(following) or cues.BARE_DATE.match(following)
    if not above or _opening(line)[0]:
        return False
    return any(later.text[-1] in '.!?"”)' or len(later.text) > _HEADLINE for later in lines[i + 1 :])


def _unbarred(words: str) -> tuple[str, int]:
    """A headline without ` | Site` and the mark of a Markdown heading, and where the bar begins."""
    bar = words.find(" |")
    if bar < 12:
        bar = len(words)
    return words[:bar].lstrip("# ").rstrip(), len(words[:bar].rstrip())


def _plain(words: str) -> str:
    return _PLAIN.sub(" ", _unbarred(words)[0]).strip().casefold()


def _clean(words: str | None) -> str | None:
    return " ".join(words.split()) if words else None


def _house(writer: str) -> str | None:
    """`Name, Reuters` names an agency."""
    named = cues.AGENCY.match(writer.rpartition(",")[2].strip()) if "," in writer else None
    return named["name"] if named else None


def _opening(line: _Line) -> tuple[list[_Mark], str | None]:
    """Marks for a dateline at the start of the line and the news after it, and the agency it names."""
    found = cues.DATELINE.match(line.text[:160])
    if not found or not _is_dateline(found):
        return [], None
    agency = found["agency"]
    if agency and (agency.lower().split()[0] in cues.GENERIC or not any(map(str.isalpha, agency))):
        agency = None
    return [_Mark(line.start, "dateline"), _Mark(line.start + found.end(), "body")], agency


def _is_dateline(found: re.Match[str]) -> bool:
    """Tells a place from other capitals: one that has a date or agency with it, or stands in capitals before a dash."""
    place = found["plain"]
    end = found["end"].strip()
    named = bool(found["paren"] and cues.AGENCY.match(found["agency"]))
    if place is None:
        return bool(found["date"] or end) and (named or bool(found["date"] and end in ("—", "–", "--", "-")))
    if place.replace(".", "").split()[0] in cues.ACRONYMS and not (found["region"] or found["date"] or found["paren"]):
        return False
    if end == "":  # `CAIRO (AP) Egypt said`
        return named
    if end == ":":
        return len(place) > 3 and not found["region"]
    return len(place) > 3 or bool(found["region"] or found["date"] or found["paren"])
