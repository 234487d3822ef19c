"""Actor records in, an index of their names out: folded words to what they may stand for.

A name is found by its tokens as `kg.extract.tokens` cuts them, so a name of several words is one key, joined by
blanks: "ban ki - moon", "cote d'ivoire".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from kg.authority.records import Record, fold

__all__ = ["EXACT", "PLURAL", "Entry", "index", "key_of", "lengths", "loose_key", "people", "surname_of"]

Entry = tuple[int, str, str, int, str]
"""Record number, via, form, flags, the name as listed. Flags: 1 plural, 2 only in exactly this spelling."""

PLURAL, EXACT = 1, 2
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z](?![a-z]))?|[A-Z]\d\+\d|[A-Z]+\d*\+\d*(?!\w)|\d+(?:[.,:]\d+)*|['’]s\b"
    r"|[^\W\d_]\w*(?:['’](?!s\b)[^\W\d_]+)*(?:-[^\W_]\w*(?:['’](?!s\b)[^\W\d_]+)*)*|--+|[^\w\s]|_|\w"
)


def key_of(name: str) -> str:
    """The key of a name: its tokens folded and joined.

    >>> key_of("Ban Ki-moon"), key_of("P5+1"), key_of("Brazil's")
    ('ban ki - moon', 'p5+1', "brazil 's")
    """
    out: list[str] = []
    for word in _WORD.findall(name):
        if "-" in word and len(word) > 1 and word[0].isupper():
            out += re.findall(r"-|[^-]+", word)
        else:
            out.append(word)
    return " ".join(fold(word) for word in out)


def loose_key(name: str) -> str:
    """One key for the usual spellings of a name in Latin letters: Qaddafi, Gaddafi, Gadhafi; Zarif, Zareef.

    Vowels stay apart except for length, so that Khamenei and Khomeini, Iran and Iraq do not meet.

    >>> loose_key("Gadhafi") == loose_key("Qaddafi"), loose_key("Khamenei") == loose_key("Khomeini")
    (True, False)
    """
    word = re.sub(r"[^a-z]", "", fold(name))
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return re.sub(r"(.)\1+", r"\1", word)


_SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"^(?:al|el)(?=[b-df-hj-np-tv-z])", ""),
        ("ee", "i"),
        ("oo|ou", "u"),
        ("dh", "d"),
        ("ei|ey|ay|ai", "e"),
        ("iy|yi|ij|y", "i"),
        ("ck|q|^k(?!h)|^g(?=a)", "k"),
        ("tch", "ch"),
        ("ts", "z"),
        ("w", "v"),
        ("ks", "x"),
        ("ph", "f"),
        ("th", "t"),
        ("zh", "z"),
    )
)


@functools.lru_cache(maxsize=4096)
def surname_of(name: str) -> str:
    """The key of the last name, with its particle: "Bashar al-Assad" → "assad"; "Mohammed bin Salman" → "bin salman".

    >>> surname_of("Bashar al-Assad"), surname_of("Angela Merkel"), surname_of("Ban Ki-moon")
    ('assad', 'merkel', 'ki - moon')
    """
    words = re.sub(r"\b(?:Jr|Sr|II|III|IV)\.?$", "", name).strip().split()
    if not words:
        return ""
    last = re.sub(r"^(?:al|el|ul|as|ash)[- ]", "", words[-1], flags=re.IGNORECASE)
    return key_of(last)


def _spellings(name: str) -> Iterator[str]:
    """The name itself and forms without accents or dots that are in use."""
    yield name
    if name.lower().startswith("the ") and name.count(" ") > 1:
        yield name[4:]
    if "-" in name and name[0].islower():  # al-Qaeda, anti-ISIS: a sentence may begin with it
        yield name[0].upper() + name[1:]


def _forms(record: Record) -> Iterator[tuple[str, str, str, int]]:
    """(name, via, form, flags) of a record."""
    form = {"person": "person", "media": "media"}.get(record.kind, "name")
    if record.kind == "organization" and record.states:
        form = "organ"
    yield record.name, "name", form, 0
    for alias in record.aliases:
        yield alias, "alias", form, 0
    for capital in record.capitals:
        yield capital, "metonym", "metonym", 0
    for seat in record.metonyms:
        yield seat, "metonym", "metonym", 0
    for people in record.peoples:
        yield people, "demonym", "demonym", PLURAL
    for demonym in record.demonyms:
        yield demonym, "demonym", "demonym", 0


def index(records: Iterable[Record]) -> dict[str, tuple[Entry, ...]]:
    """Key → entries, those of earlier records first; a name that a record has twice keeps its first use."""
    out: dict[str, list[Entry]] = {}
    for number, record in enumerate(records):
        mine: set[tuple[str, int]] = set()
        for name, via, form, flags in _forms(record):
            for spelling in _spellings(name):
                for key in {
                    key_of(spelling),
                    *((spelling.lower(),) if not spelling.isascii() and " " not in spelling else ()),
                }:
                    if key and (key, _exact(spelling)) not in mine and (key, 0) not in mine:
                        mine.add((key, _exact(spelling)))
                        out.setdefault(key, []).append((number, via, form, flags | _exact(spelling), spelling))
    return {key: tuple(entries) for key, entries in out.items()}


def lengths(keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """First token of a name → the numbers of tokens that names beginning with it have, longest first.

    >>> lengths(["iran", "iran contra", "iraq"])
    {'iran': (2, 1), 'iraq': (1,)}
    """
    out: dict[str, set[int]] = {}
    for key in keys:
        first, _, rest = key.partition(" ")
        out.setdefault(first, set()).add(1 + rest.count(" ") + bool(rest))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in out.items()}


def people(records: Sequence[Record]) -> tuple[dict[str, list[int]], dict[str, list[int]], list[str]]:
    """Record numbers of persons by last name and by the loose key of it, and their first names."""
    surnames: dict[str, list[int]] = {}
    firsts: set[str] = set()
    for number, record in enumerate(records):
        if record.kind != "person":
            continue
        for name in (record.name, *record.aliases):
            mine = surnames.setdefault(surname_of(name), [])
            if number not in mine:
                mine.append(number)
            if " " in name and len(name.split()[0]) > 2:
                firsts.add(fold(name.split()[0]))
    loose: dict[str, list[int]] = {}
    for surname, numbers in surnames.items():
        loose.setdefault(loose_key(surname), []).extend(numbers)
    return surnames, loose, sorted(firsts)


def _exact(name: str) -> int:
    """Short acronyms count only as they are spelt: "US" is no "us", "WHO" no "Who"."""
    capitals = sum(letter.isupper() for letter in name)
    return EXACT if len(name) <= 6 and (name.isupper() or (capitals > 1 and name.isalpha())) else 0
