"""An article's text in, its parts out: headline, repeats, agency, byline, dateline, body, boilerplate.

Nothing is cut: the parts tile the text, so offsets stay true, and only `title` and `body` are read for events
later. A doubtful line stays body: a lost paragraph of news is worse than a line of the desk's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from kg.documents import cues
from kg.model import Part, Role

__all__ = ["Found", "only_site", "parts", "same"]

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_PLAIN = re.compile(r"\W+")
_NOTE = 420  # characters before the end in which a desk note may open
_HEAD_LINES = 14
_HEADLINE = 220
_LEAD = 4


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
    lines = _lines(text, start)
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
        if not theirs and line.text[-1] in ")]":
            note = max(line.text.rfind(mark, len(line.text) - _NOTE) for mark in "([")
            if note > 0 and cues.EDITORIAL.match(line.text, note):
                marks.append(_Mark(line.start + note, "boilerplate"))
    return _tiles(sorted(marks), start, len(text)), found


def only_site(text: str) -> bool:
    """Whether a text is all about its site (a cookie wall, a call to subscribe), with no news in it."""
    return all(_judged(text, _lines(text, 0)))


def same(title: str, line: str) -> bool:
    """Whether a line is that headline, whatever its case, signs, and the paper's name behind it."""
    return _plain(title) == _plain(line)


def _lines(text: str, start: int) -> list[_Line]:
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")  # character for character: offsets hold
    out: list[_Line] = []
    at, begin, last = start, start, ""
    for raw in text[start:].split("\n"):
        words = raw.strip()
        if last:
            out.append(_Line(begin, begin + len(last), last, not words))
        last = words
        if words:
            begin = at + raw.index(words[0])
        at += len(raw) + 1
    if last:
        out.append(_Line(begin, begin + len(last), last, True))
    return out


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
    out = _judged(text, lines)
    # an article about comment policies, or a text of one line, is not for us to silence
    return [False] * len(lines) if all(out) else out


def _judged(text: str, lines: list[_Line]) -> list[bool]:
    hints = _hints(text)
    out: list[bool] = []
    section, begun = "", False
    for line in lines:
        at = bisect_left(hints, line.start)
        section = _section(line, section, begun, hinted=at < len(hints) and hints[at] < line.end)
        begun = begun or not section
        out.append(section != "")
        if section == "line":
            section = ""
    return out


def _hints(text: str) -> list[int]:
    """Where words stand without which a paragraph is no prose about a site."""
    out: list[int] = []
    for hint in cues.HINTS:
        at = text.find(hint)
        while at >= 0:
            out.append(at)
            at = text.find(hint, at + 1)
    return sorted(out)


def _section(line: _Line, section: str, begun: bool, *, hinted: bool) -> str:
    """`policy` or `list` while such a stretch lasts, `line` for one line of its own, empty for news.

    Before the news has `begun`, a short line may be the headline; after it, it is one more link or label.
    """
    words = line.text
    short = begun and _short(words)
    size = len(words)
    if size <= 2 * _HEADLINE and (cues.NOTE.match(words) or _holds_note(words)):
        return section or "line"
    if size <= _HEADLINE:
        if cues.CREDIT.match(words):
            return section or "line"
        if cues.POLICY_HEADING.match(words) and not _speaks(words):
            return "policy"
        if cues.LIST_HEADING.match(words):
            return section or "list"
    if hinted and _is_policy(words):
        return "policy"
    if short and section in ("policy", "list"):
        return section
    if section == "policy" and cues.TO_READERS.search(_QUOTED.sub("", words)):
        return section
    return ""


def _holds_note(words: str) -> bool:
    folded = words.lower()
    return any(key in folded and pattern.search(folded) for key, pattern in cues.WITHIN)


def _speaks(words: str) -> bool:
    """Whether a line quotes somebody: then it is news, whatever its first words."""
    return words[0] in '"“' or (words[-1] in '"”' and len(words) > 60)


def _short(words: str) -> bool:
    """A link, a label, another article's headline: no sentence."""
    return len(words) < 120 and words[-1] not in '.!?"”'


def _is_policy(words: str) -> bool:
    """A paragraph in the words of policies that speaks to the reader, outside quotation marks."""
    own = _QUOTED.sub("", words)
    return bool(cues.TO_READERS.search(own)) and len({found.lower() for found in cues.POLICY.findall(own)}) >= 3


# --- the head ---------------------------------------------------------------------------------------------


def _head(lines: list[_Line], title: str | None) -> tuple[list[_Mark], Found]:
    """Marks of the lines above the body, and of the dateline that opens it; body lines get no mark here."""
    marks: list[_Mark] = []
    headline: str | None = None
    publisher: str | None = None
    for i, line in enumerate(lines[:_HEAD_LINES]):
        role = _head_role(lines, i, headline, title)
        if role is None:
            opening, agency = _first_opening(lines[i : i + _LEAD])
            return marks + opening, Found(headline, publisher or agency)
        marks.append(_Mark(line.start, role))
        if role == "title":
            headline, bar = _unbarred(line.text)
            house: str | None = line.text[bar:].strip(" |–—-").rpartition("|")[2].strip()
            if bar < len(line.text):
                marks.append(_Mark(line.start + bar, "agency" if house else "repeat"))
        else:
            house = _house(line.text) if role in ("agency", "byline") else None
        publisher = publisher or house or None
    return marks, Found(headline, publisher)


def _head_role(lines: list[_Line], i: int, headline: str | None, title: str | None) -> Role | None:
    """What the line is, above the body; None if it belongs to the body."""
    words = lines[i].text
    if len(words) > _HEADLINE:
        return None
    if cues.BARE_DATE.match(words):
        return "dateline"
    if cues.AGENCY.match(words):
        return "agency"
    if headline is None:
        return "title" if (title and _plain(words) == _plain(title)) or _is_headline(lines, i) else None
    if _plain(words) == _plain(headline):
        return "repeat"
    return "byline" if cues.BYLINE.match(words) or cues.CORRESPONDENT.match(words) else None


def _first_opening(lines: list[_Line]) -> tuple[list[_Mark], str | None]:
    """The dateline among the first lines of the body: above it there may be a standfirst or a caption."""
    for line in lines:
        marks, agency = _opening(line)
        if marks:
            return marks, agency
    return [], None


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
        trailer = cues.TRAILER.search(words, 12)
        if trailer and cues.AGENCY.match(words[trailer.end() :]):
            bar = trailer.start()
    bar = len(words[:bar].rstrip())
    return " ".join(words[:bar].lstrip("# ").split()), bar


def _plain(words: str) -> str:
    return _PLAIN.sub(" ", _unbarred(words)[0]).strip().casefold()


def _house(words: str) -> str | None:
    """The agency of `Reuters`, `By The Associated Press`, `By A. Name, Reuters`."""
    named = cues.AGENCY.match(words) or cues.AGENCY.match(words.rpartition(",")[2].strip())
    return named["name"] if named else None


def _opening(line: _Line) -> tuple[list[_Mark], str | None]:
    """Marks for a dateline at the start of the line and the news after it, and the agency it names."""
    found = cues.DATELINE.match(line.text[:_HEADLINE])
    if not found or not _is_dateline(found, line.text[-1]):
        return [], None
    agency = found["agency"] or found["house"]
    if agency and (agency.lower().split()[0] in cues.GENERIC or not any(map(str.isalpha, agency))):
        agency = None
    return [_Mark(line.start, "dateline"), _Mark(line.start + found.end(), "body")], agency


def _is_dateline(found: re.Match[str], last: str) -> bool:
    """Tells a place from other capitals: one that has a date or agency with it, or stands in capitals before a dash."""
    place = found["plain"]
    end = found["end"].strip()
    beside = found["agency"] or found["house"] or (found["region"] or "").strip(", ")
    named = bool(cues.AGENCY.match(beside))
    if place is None:
        return (
            end != "."
            and bool(found["date"] or end)
            and (named or bool(found["date"] and end in ("—", "–", "--", "-")))
        )
    if place.replace(".", "").split()[0] in cues.ACRONYMS and not (found["region"] or found["date"] or found["paren"]):
        return False
    if end == ".":  # `MINSK, March 4 (BelTA). Poland said`: a short sentence unless day and agency are told
        return bool((found["date"] and (found["paren"] or found["slash"])) or named)
    if end == "":  # `CAIRO (AP) Egypt said`
        return named
    if end == ":":
        return len(place) > 3 and not found["region"] and last in '.!?"”'
    long = sum(word not in cues.SMALL for word in place.split()) > 2  # a heading that runs into its paragraph
    return (len(place) > 3 and not long) or bool(found["region"] or found["date"] or found["paren"])
