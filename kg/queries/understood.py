"""A reading in, how the question was read out: which words mean what, and what was set aside to find anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.queries.contradict import CONTRADICTS
from kg.queries.tell import listed

if TYPE_CHECKING:
    from kg.queries.reading import Period, Reading, Who

__all__ = ["counted_from", "loosely", "understood"]


def loosely(reading: Reading, text: str) -> str:
    """What was set aside to find anything is said."""
    notes = {
        "near": f"not all of {listed([*reading.words, *reading.topics])} in one place, but in one document",
        "there": f"from documents that name {_place_of(reading)}",
        "active": "by the number of events that happened in which they take part, on any side",
        "reaction": "from documents that tell of it; that it is an answer to it is not read",
        "documents": "documents with an event that names it; a mere mention is not kept",
        "how many": "numbers are told, not counted",
        "why": "reasons are not read, only the words",
        "some": f"not all of {listed(reading.words)} in one place",
        "actors": "not only of the kind asked for",
        "parties": f"no event is told of {listed([who.words for who in reading.named])} as asked; from documents that "
        "have the name",
        "in words": "no statement is told; what was asked, accused, praised, promised, rejected or threatened",
        "words": f"no evidence holds {listed(_set_aside(reading))}",
        "place": "the place is not told",
    }
    return "".join(f"({notes[n]}) " for n in reading.loose if n in notes) + text


def _place_of(reading: Reading) -> str:
    """The place that was asked for and is told nowhere but in the document."""
    return listed([who.words for who in reading.named])


def _set_aside(reading: Reading) -> list[str]:
    """The words that were asked for and set aside."""
    return list(reading.aside) or ["all words of the question"]


def counted_from(reading: Reading, today: str, *, given: bool) -> str:
    """What "last year" was taken to be, and from which day it counts; empty where the question has no such words."""
    period = reading.period
    if period is None or not is_relative(period):
        return ""
    day = today if given else f"{today}, the newest document"
    return f"({period.words}: {period.meaning}, counted from {day}) "


def is_relative(period: Period) -> bool:
    """Whether the words of a period count from some day: they have no figures."""
    return not any(c.isdigit() for c in period.words)


def understood(reading: Reading, today: str) -> tuple[tuple[str, str], ...]:
    """Which words were read how, for a person to check."""
    out: list[tuple[str, str]] = [("asked", reading.asked)]
    if reading.types:
        out.append((reading.type_words, f"events of type {', '.join(reading.types)}"))
    for side, parties in (("doer", reading.doers), ("other side", reading.others), ("mediator", reading.mediators),
                          ("host", reading.hosts), (_saying(reading), reading.sayers)):  # fmt: skip
        out += [(who.words, f"{side}: {_told(who)}") for who in parties]
    if reading.only:
        out.append((reading.only.words, f"only {_told(reading.only)}"))
    if reading.period:
        relative = is_relative(reading.period)
        out.append((reading.period.words, reading.period.meaning + (f", counted from {today}" if relative else "")))
    if reading.place:
        out.append((reading.place, "place"))
    out += [(issue, "issue") for issue in reading.issues]
    out += [(who.words, f"the document must name {_told(who)}") for who in reading.named]
    out += [(word, "the evidence must hold it" if not reading.any_word else "the evidence must hold one of these")
            for word in (*reading.topics, *reading.words)]  # fmt: skip
    if reading.stances:
        out.append(("stance", " or ".join(reading.stances)))
    if reading.statuses:
        out.append(("status", " or ".join(reading.statuses)))
    return tuple(out)


def _saying(reading: Reading) -> str:
    return "contradicted" if reading.stances == CONTRADICTS else "said by"


def _told(who: Who) -> str:
    ids = ", ".join(who.ids[:4]) + (", …" if len(who.ids) > 4 else "")
    return f"{ids} ({who.how})" if who.how != "name" else ids
