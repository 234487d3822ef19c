"""A reading in, the readings out that may be tried in its place: first as it stands, then less strictly.

What was set aside stands in `loose`, and the answer says it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.authority import fold
from kg.queries.resolve import authority

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.queries.reading import Reading, Who

__all__ = ["loosely_read", "strictly"]


def strictly(reading: Reading) -> Iterable[Reading]:
    """The reading as it stands, then with what a text may say in other words taken less strictly."""
    for grouped in (_alone, _together):
        tried = replace(reading, doers=grouped(reading.doers), others=grouped(reading.others))
        if tried != reading:
            yield from strictly(tried)
    for one in (reading, _narrower(reading)) if reading.narrower else (reading,):
        yield one
        if (reading.words or reading.topics) and reading.asked != "yes-no" and "in words" not in reading.loose:
            yield replace(one, near=True, loose=(*one.loose, "near"))
        if len(reading.words) > 1 and reading.asked != "yes-no":
            yield replace(one, any_word=True, loose=(*one.loose, "some"))
    if reading.placed and reading.asked != "yes-no":
        yield _from_there(reading)
    if reading.words and reading.types and (reading.others or (reading.mutual and reading.doers)):
        wide = replace(_narrower(reading) if reading.narrower else reading, words=())
        silent = reading.asked == "yes-no"  # the verdict says by itself which words nothing holds
        yield wide if silent else replace(wide, aside=reading.words, loose=(*wide.loose, "words"))


_MOST_TOGETHER = 11


def _from_there(reading: Reading) -> Reading:
    """ "Condemned the coup in Mali": the place of the coup, not of what was said; a city must be named as that city."""
    cities = tuple(who for who in reading.placed if not _is_state(who))
    states = tuple(who for who in reading.placed if _is_state(who))
    note = reading.loose if reading.words else ("there",) if states else ("near",)
    return replace(
        reading, place=None, placed=(), named=(*reading.named, *states), near=reading.near or bool(cities),
        topics=(*reading.topics, *(who.words for who in cities)), loose=note,
    )  # fmt: skip


def _is_state(who: Who) -> bool:
    """Whether the words name the state itself, and not its capital."""
    record = authority().get(who.ids[0]) if len(who.ids) == 1 else None
    return record is None or fold(who.words) not in map(fold, (*record.capitals, *record.metonyms))


def _narrower(reading: Reading) -> Reading:
    """All kinds below the one asked for, whose words should hold the verb of the question."""
    return replace(reading, types=reading.narrower, loose=(*reading.loose, "narrower"))


def _alone(parties: tuple[Who, ...]) -> tuple[Who, ...]:
    """Groups without their members: what the group did itself comes first."""
    return tuple(
        replace(who, ids=who.ids[:1], how="name") if who.how.startswith("group or") else who for who in parties
    )


def _together(parties: tuple[Who, ...]) -> tuple[Who, ...]:
    """All members of a group instead of it: what they did together comes before what one of them did."""
    out: list[Who] = []
    for who in parties:
        whole = who.how.startswith("group or") and len(who.ids) <= _MOST_TOGETHER
        out += [replace(who, ids=(one,), how="name") for one in who.ids[1:]] if whole else [who]
    return tuple(out)


def loosely_read(reading: Reading) -> Iterable[Reading]:
    """Looser readings for questions that ask for names or dates; a yes or no must not rest on them."""
    if reading.asked == "yes-no":
        return
    types = reading.narrower or reading.types
    if reading.others and (not reading.mutual or reading.open in ("host", "mediator")):
        yield replace(reading, others=(), named=(*reading.named, *reading.others), any_word=True, loose=("parties",))
    held = reading.doers or reading.others or reading.named or reading.period
    if reading.kind in ("Person", "Organization"):
        yield replace(reading, kind="", loose=("actors",))
    if reading.words and held and not reading.must:
        yield replace(reading, types=types, words=(), aside=reading.words, loose=("words",))
    if reading.place and held:
        yield replace(reading, types=types, place=None, words=reading.words if reading.must else (), loose=("place",))
    if reading.broader and not reading.asks_claims:
        yield replace(reading, types=reading.broader, any_word=True, loose=("kind",))
