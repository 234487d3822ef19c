"""Text in, time expressions out: finds phrases with the grammar, grades them, and resolves them in reading order."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.dates.arithmetic import Day
from kg.extract.dates.checks import accepted
from kg.extract.dates.edtf import bounds, known, precision
from kg.extract.dates.grammar import grammar
from kg.extract.dates.may import has_surname, is_surname
from kg.extract.dates.place import Place
from kg.extract.dates.ranges import joined, spanned
from kg.extract.dates.resolve import answer
from kg.extract.dates.scan import UNKNOWN, Coded, Rule
from kg.extract.dates.story import is_narrative, month_first, strays, year_ahead
from kg.extract.dates.tense import direction
from kg.extract.dates.timex import Answer, Context, Phrase, Timex

__all__ = ["find", "resolve"]

_TENSED = frozenset("day month season quarter weekday dayof holiday weekof turn".split())
"""Kinds whose date depends on the direction."""

_RECKONED = frozenset("rel ago then samelast".split())
"""Kinds that count from the date last spoken of; what is told as past does not count from a date to come."""

_DOUBTFUL = frozenset("ago every half decade daypart partof year years holiday".split())
"""Kinds that, where the checks refuse them, may stand for something shorter."""

_BETWEEN = re.compile(r"[\s,()]{0,6}(?:local time[\s,()]{0,3})?(?:on)?\s*")
"""What may stand between a time of day and its day."""

_SHORT = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tues tue wed thurs thur thu fri sat sun".split()
)


def find(text: str, published: str | None = None, spans: Iterable[tuple[int, int]] | None = None) -> list[Timex]:
    """The time expressions of a text, in order and without overlap.

    `published` is the publication date as EDTF (day, month, year or interval) or None; `spans` restricts the search
    to these character ranges. No clock is read: without a publication date relative expressions have no date.

    >>> [(t.text, t.value, t.reason) for t in find("Talks resumed Wednesday.", "2014-11-06")]
    [('Wednesday', '2014-11-05', 'weekday before publication 2014-11-06')]
    """
    places = [p for a, b in (spans if spans is not None else [(0, len(text))]) for p in _phrases(text, a, b)]
    places = [part for place in places for part in place.split()]
    context = Context(
        published, Day(*known(published)), Day(), is_narrative(places, published), None, month_first(places, published)
    )
    named = has_surname(text)
    aside = strays(places) if context.narrative else set()
    out: list[Timex] = []
    for i, place in enumerate(places):
        if place.loose and not context.narrative:
            place = place.length()
        if _is_of_our_time(place):
            place = replace(place, phrase=Phrase("present", ()))
        if not context.narrative and (_is_only_told(place) or (named and is_surname(place))):
            continue
        made = _one(text, place, _looking_ahead(text, places, i, context))
        if made is None:
            continue
        timex, last = made
        if last is not None and i not in aside and not (context.narrative and _is_glance(text, timex)):
            behind = context.behind if _is_ahead(last, context) else last
            context = context._replace(last=last, last_day=last if last.day else context.last_day, behind=behind)
        span = joined(out[-1], timex, text) if out else None
        if span is None:
            out.append(timex)
        else:
            out[-1] = span
    return out


def _is_ahead(day: Day, context: Context) -> bool:
    """Whether a date lies after the publication."""
    here = context.day
    if context.narrative or day.year is None or here.year is None:
        return False
    if day.year != here.year or not day.month or not here.month:
        return day.year > here.year
    return day.month > here.month or (day.month == here.month and (day.day or 0) > (here.day or 31))


@functools.lru_cache(maxsize=2)  # an undated text is asked for its latest year, then for all its dates
def _phrases(text: str, begin: int, end: int) -> tuple[Place, ...]:
    """The phrases of `text[begin:end]` that the grammar finds and the checks let pass."""
    rules = grammar()
    coded = rules.coded(text[begin:end])
    code = coded.code
    out: list[Place] = []
    done = 0
    for core in rules.core.finditer(code):
        if core.start() < done:
            continue
        at = code.rfind(UNKNOWN, done, core.start()) + 1 or done
        stop = code.find(UNKNOWN, core.end())
        stop = len(code) if stop < 0 else stop
        while at < stop:
            place = _place(rules.fitting(code, at, stop), coded, at, stop, begin)
            if place is None:
                at += 1
            else:
                out.append(place)
                at = place.last
        done = stop
    return tuple(out)


def _place(rules: tuple[Rule, ...], coded: Coded, first: int, stop: int, offset: int) -> Place | None:
    """What the first rule that fits finds at a place; should it be no date there, a later rule may fit less of it."""
    for rule in rules:
        found = rule.pattern.match(coded.code, first, stop)
        if found is None:
            continue
        last = found.end()
        while coded.code[last - 1] in " ,-" or (
            coded.code[last - 1] == "." and not _is_abbreviation(coded.pieces, last - 2)
        ):
            last -= 1
        fields = tuple(
            [
                (name, "".join(coded.pieces[found.start(n) : found.end(n)]).strip().lower().replace("’", "'"))
                for n, name in rule.fields
                if found.start(n) >= 0
            ]
        )
        place = Place(Phrase(rule.kind, fields), coded, first, last, offset)
        if accepted(place):
            return place
        if rule.kind not in _DOUBTFUL and not place.runs_on:
            return None
    return None


def _is_abbreviation(pieces: list[str], i: int) -> bool:
    """Whether the stop after piece i belongs to it: "Nov.", "p.m.", "B.C."."""
    word = pieces[i]
    return len(word) == 1 or (word[:1].isalpha() and word.lower() in _SHORT)


_OF_OUR_TIME = frozenset(
    "world society youth generation generations standards economy era realities reality children politicians".split()
)
_PAPERS = frozenset(
    "Times Telegraph Mail Express Herald Mirror Post Independent Guardian Sun Star News Observer".split()
)


def _is_of_our_time(place: Place) -> bool:
    """“Today's world”, "in today's Germany." tell of the present; "today's Senate hearing" tells of the day."""
    if place.phrase.kind != "today" or place.phrase.get("today") != "today" or place.after() not in ("'", "’"):
        return False
    whose = place.after(3)
    if whose.lower() in _OF_OUR_TIME:
        return True
    return whose[:1].isupper() and whose not in _PAPERS and place.after(4) in (".", ",", ";", ")", '"', "”")


def _is_only_told(place: Place) -> bool:
    """What is a time in a history only: in news "former" is a title and "at the same time" means "besides"."""
    kind = place.phrase.kind
    if kind == "gone":
        return place.phrase.get("gone") in ("former", "formerly")
    return kind == "then" and place.phrase.get("same") is not None


def _is_glance(text: str, timex: Timex) -> bool:
    """Whether a history only glances at a time: back at "the previous year", or ahead at what is planned for a year."""
    phrase = timex.phrase
    if phrase is None:
        return False
    if phrase.kind == "rel":
        return (phrase.get("rel") or "").split()[-1:] in (["last"], ["previous"], ["preceding"], ["past"])
    if phrase.kind == "year":
        return direction(text, timex.start, timex.end) is True
    return phrase.kind == "ago" and (phrase.get("how") or "") in ("ago", "earlier", "before", "previously", "prior")


def _looking_ahead(text: str, places: list[Place], i: int, context: Context) -> Context:
    """The context with what the next date tells: the year that is joined to it, the day of a time of day."""
    year = year_ahead(places, i)
    if year is not None:
        return context._replace(year_ahead=year)
    if places[i].phrase.kind in ("clock", "ago") and i + 1 < len(places):
        there = i + 1
        near = text[places[i].end : places[there].start]
        while there + 1 < len(places) and places[there].phrase.kind == "clock":  # "3 a.m. (0100 GMT) on Friday"
            near += text[places[there].end : places[there + 1].start]
            there += 1
        if _BETWEEN.fullmatch(near):
            following = _one(text, places[there], context)
            if following and following[1]:
                return context._replace(day_ahead=following[1])
    return context


def _one(text: str, place: Place, context: Context) -> tuple[Timex, Day | None] | None:
    phrase, start, end = place.phrase, place.start, place.end
    future = None
    if (phrase.kind in _TENSED or phrase.get("sunit") == "weekend") and not context.narrative:
        future = direction(text, start, end, is_day=phrase.kind == "weekday")
    read = context._replace(future=future)
    if phrase.kind in _RECKONED and _is_ahead(context.last, context) and direction(text, start, end) is False:
        read = read._replace(last=context.behind, last_day=context.behind if context.behind.day else Day())
    made = answer(phrase, read)
    if made is None:
        return None
    role = place.role
    timex = _timex(text, start, end, made, read, phrase, role)
    return timex, made.day


def _timex(text: str, start: int, end: int, made: Answer, read: Context, phrase: Phrase, role: str | None) -> Timex:
    earliest, latest = bounds(made.edtf)
    return Timex(
        start, end, text[start:end], made.type, made.value, made.edtf, earliest, latest, made.anchor, made.reason,
        precision(made.edtf) if made.edtf else "", role, _way(read.future), (), phrase, read,
    )  # fmt: skip


def _way(future: bool | None) -> str | None:
    return None if future is None else "future" if future else "past"


def resolve(timex: Timex, published: str | None, future: bool | None) -> Timex:
    """The expression read again with the tense that the caller knows (that of the event's own verb).

    With None a month, a day of a month or a weekday is the nearest one; what else there is lies ahead.

    >>> friday = find("The ministers Friday.", "2005-09-26")[0]
    >>> resolve(friday, "2005-09-26", True).edtf, resolve(friday, "2005-09-26", False).edtf
    ('2005-09-30', '2005-09-23')
    """
    if timex.parts:
        one, other = (resolve(part, published, future) for part in timex.parts)
        return spanned(one, other, timex.text) or timex
    if timex.phrase is None or timex.context is None:
        return timex
    nearest = future is None and timex.phrase.kind == "weekday"
    if future is None and timex.phrase.kind not in ("day", "month", "weekday"):
        future = True
    read = timex.context._replace(published=published, day=Day(*known(published)), future=future, nearest=nearest)
    made = answer(timex.phrase, read)
    if made is None:
        return timex
    earliest, latest = bounds(made.edtf)
    return replace(
        timex, type=made.type, value=made.value, edtf=made.edtf, earliest=earliest, latest=latest, anchor=made.anchor,
        reason=made.reason, granularity=precision(made.edtf) if made.edtf else "",
        direction=_way(future), context=read,
    )  # fmt: skip
