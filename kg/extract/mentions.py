"""Tokens and sentences in, actor mentions out: names, demonyms, metonyms, organs, media, and persons with their titles.

Names come from the lists (longest match), persons also from the text itself (`kg.extract.names`); what only looks
like an actor ("Georgia Tech", "Panama hats", "Chad Miller") is left out by `kg.extract.lookalikes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.authority import Authority
from kg.authority.names import EXACT, PLURAL, Entry
from kg.authority.records import covers
from kg.extract.halves import halves
from kg.extract.lookalikes import Look, organ_end
from kg.extract.names import people
from kg.extract.organizations import organizations
from kg.extract.persons import slug
from kg.extract.spans import Mention
from kg.extract.tokens import Tokens

__all__ = ["Mention", "find", "listed", "settle"]

Match = tuple[int, int, tuple[Entry, ...]]
"""First and last token (exclusive) of a listed name, and what it may stand for."""


def find(
    tokens: Tokens, sentences: Sequence[tuple[int, int]], authority: Authority, published: str | None = None
) -> list[Mention]:
    """All mentions, in order and without overlap. `published` (EDTF) tells who held an office.

    >>> from kg.authority import load
    >>> from kg.extract.sentences import split
    >>> from kg.extract.tokens import tokenize
    >>> t = tokenize("Iranian Foreign Minister Mohammad Javad Zarif met envoys of Oman. Zarif left Muscat.")
    >>> for m in find(t, split(t), load()):
    ...     print(t.quote(m.first, m.last), m.form, *m.states)
    Iranian Foreign Minister Mohammad Javad Zarif person IRN
    Oman name OMN
    Zarif person IRN
    Muscat metonym OMN
    """
    look = Look(tokens, sentences, authority)
    settled = settle(listed(tokens, look, authority), look, authority, published)
    persons = people(look, settled, authority, published)
    taken = {i for p in persons for i in range(p.first, p.last)}
    rest = [m for m in settled if m.form != "person" and taken.isdisjoint(range(m.first, m.last))]
    known = [*persons, *rest]
    known += halves(look, known, authority)
    learnt = organizations(look, known)
    inside = {i for m in learnt for i in range(m.first, m.last)}
    return sorted([*learnt, *(m for m in known if m.first not in inside)], key=lambda m: m.first)


def listed(tokens: Tokens, look: Look, authority: Authority) -> list[Match]:
    """Longest matches of listed names, left to right: token range and what the name may stand for."""
    lower, words = look.folded, tokens.words
    sizes, names = authority.lengths, authority.names
    out: list[Match] = []
    free = 0
    small = authority.small
    begins = [n for n in look.capitals if lower[n] in sizes] + [n for n, word in enumerate(lower) if word in small]
    for i in sorted(begins):
        if i < free:
            continue
        for size in sizes[lower[i]]:
            entries = names.get(" ".join(lower[i : i + size])) if size > 1 else names.get(lower[i])
            if entries and i + size <= len(words):
                fitting = tuple(e for e in entries if _spelt(words, i, size, e))
                if fitting and look.one_sentence(i, i + size):
                    out.append((i, i + size, fitting))
                    free = i + size
                    break
    return out


def _spelt(words: list[str], first: int, size: int, entry: Entry) -> bool:
    """Whether the words are spelt as the entry asks: capitals where it has them, an acronym exactly so."""
    if entry[3] & EXACT:
        return "".join(words[first : first + size]) == entry[4].replace(" ", "")
    spelling = entry[4]
    if size == 1:
        return not spelling[0].isupper() or words[first][0].isupper()
    if spelling[0].isupper() and not words[first][0].isupper():
        return False
    return not spelling.replace("-", " ").split()[-1][0].isupper() or words[first + size - 1][0].isupper()


def settle(found: list[Match], look: Look, authority: Authority, published: str | None = None) -> list[Mention]:
    """Mentions of those matches that are actors; longer organs ("Iranian Foreign Ministry") by rule."""
    look.spans = {i: (a, b) for a, b, _ in found for i in range(a, b)}
    found = [m for m in found if not _other_acronym(look, m, found)] if "(" in look.words else found
    clear = {authority.row(e[0])[0] for _, _, entries in found if len({x[0] for x in entries}) == 1 for e in entries}
    out: list[Mention] = []
    for first, last, entries in found:
        entry = _choose(_of_the_day(entries, authority, published), clear, authority)
        made = _mention(first, last, entry, authority)
        if made.form == "person" or (made.form == "media" and look.is_medium(first, last)):
            out.append(made)
        if made.form in ("person", "media"):
            continue
        end = organ_end(look, last) if made.kind == "state" and made.form in ("name", "demonym") else 0
        if end and look.folded[end - 1] == "party":
            out += _party(look, made, end)
        elif end:
            out.append(replace(made, last=end, via="role", form="organ", plural=False))
        elif look.is_actor(first, last, made.form, made.kind):
            place = made.form == "metonym" and look.is_place(first, last)
            out.append(replace(made, place=True) if place else made)
    return _no_overlap(out)


def _party(look: Look, of: Mention, end: int) -> list[Mention]:
    """ "The Ghana Salt Miners Party", "Iran's Reform Party": a party is not its country."""
    own = look.folded[of.last] == "'s"
    first = of.last + 1 if own else of.first
    name = " ".join(look.tokens.quote(first, end).split())
    party = Mention(first, end, f"org:{slug(name)}", name, "organization", (), "name", "name")
    return [of, party] if own else [party]


def _other_acronym(look: Look, match: Match, found: list[Match]) -> bool:
    """Whether the text itself gives an acronym another meaning: "National Telecommunications Commission (NTC)"."""
    first, last, entries = match
    word = look.words[first]
    if last - first > 1 or not entries[0][3] & EXACT or len(word) < 3:
        return False
    if word not in look.acronyms:
        look.acronyms[word] = _redefined(look, word, {e[0] for e in entries}, found)
    return look.acronyms[word]


def _redefined(look: Look, word: str, actors: set[int], found: list[Match]) -> bool:
    ends = {last: {e[0] for e in entries} for _, last, entries in found}
    for i in range(1, len(look.words) - 1):
        if look.words[i] == word and look.words[i - 1] == "(" and look.words[i + 1] == ")":
            if ends.get(i - 1, set()) & actors:
                return False
            initials, k = "", i - 2
            while (
                k >= 0
                and len(initials) < len(word)
                and (look.capital(k) or look.folded[k] in ("of", "for", "and", "the"))
            ):
                initials = look.words[k][0] + initials if look.capital(k) else initials
                k -= 1
            return initials == word
    return False


def _no_overlap(found: list[Mention]) -> list[Mention]:
    """The first of two that overlap (an organ covers the names inside it)."""
    out: list[Mention] = []
    for m in found:
        if not out or m.first >= out[-1].last:
            out.append(m)
    return out


def _of_the_day(entries: tuple[Entry, ...], authority: Authority, published: str | None) -> tuple[Entry, ...]:
    """Without the states that are gone; on a day when one of them was there, it alone: Moscow in 1985."""
    if len(entries) == 1:
        return entries
    gone = {e: end for e in entries if (end := authority.ended(e[0]))}
    if not gone:
        return entries
    there = tuple(e for e, (begin, end) in gone.items() if published is not None and covers(begin, end, published))
    return there or tuple(e for e in entries if e not in gone) or entries


def _choose(entries: tuple[Entry, ...], clear: set[str], authority: Authority) -> Entry:
    """Which actor a name stands for: an organ before its seat, one that the text names elsewhere, else the first."""
    organs = [e for e in entries if e[2] == "organ"]
    if organs:
        return organs[0]
    named = [e for e in entries if authority.row(e[0])[0] in clear]
    return named[0] if named else entries[0]


def _mention(first: int, last: int, entry: Entry, authority: Authority) -> Mention:
    actor, name, kind, states = authority.row(entry[0])
    return Mention(first, last, actor, name, kind, states, entry[1], entry[2], bool(entry[3] & PLURAL))
