"""What is known of one actor, as frozen values: record, tenure, membership."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass

__all__ = ["Membership", "Record", "Tenure", "covers", "fold"]

_UNMARKED = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "‐": "-", "‑": "-", "ı": "i", "ł": "l", "ø": "o", "đ": "d",
    "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ʻ": "'", "ʿ": "'", "ʾ": "'",
})  # fmt: skip


@functools.lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Lower case without accents and with straight apostrophes: the form in which names are compared.

    >>> fold("Recep Tayyip Erdoğan"), fold("Côte d’Ivoire")
    ('recep tayyip erdogan', "cote d'ivoire")
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.lower().translate(_UNMARKED))
    return "".join(c for c in plain if not unicodedata.combining(c))


def covers(begin: str | None, end: str | None, day: str) -> bool:
    """Whether `day` (a year, month or day, or two of them parted by a stroke) may lie in begin..end, as far as known.

    >>> covers("2014-06-20", "2017-01-20", "2017"), covers("2014", None, "2013-12-31")
    (True, False)
    >>> covers("2009-01-20", "2017-01-20", "2016-05/2018-02"), covers("2009-01-20", "2017-01-20", "2018/..")
    (True, False)
    """
    first, _, last = day.partition("/") if "/" in day else (day, "", day)
    after_begin = not begin or last in ("", "..") or begin[: len(last)] <= last[: len(begin)]
    return after_begin and (not end or first in ("", "..") or end[: len(first)] >= first[: len(end)])


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held by a person for a state or body; begin and end in ISO form to the precision known."""

    person: str
    office: str
    of: str
    begin: str | None
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A state or body in a body or grouping; begin and end in ISO form to the precision known."""

    member: str
    group: str
    begin: str | None
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Record:
    """One actor. `kind` is state, organization, grouping, organ, armed group, media or person.

    `states` are those it stands for (a state itself for a state; none for international bodies and armed
    groups); `begin` and `end` say when it existed.
    """

    id: str
    name: str
    kind: str
    states: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    wikidata: str | None = None
    begin: str | None = None
    end: str | None = None
    source: str = ""
    tenures: tuple[Tenure, ...] = ()
    memberships: tuple[Membership, ...] = ()
