"""A question's tokens in, the parties that it names out: by name, code, people, office or group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kg.extract.tokens import tokenize
from kg.extract.words import PREPOSITIONS
from kg.queries.reading import Who

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from kg.extract.tokens import Tokens

__all__ = ["OFFICES", "Names", "begins_with", "find", "members_of", "unknown", "whole"]

_LONGEST = 7
_NAME = 4
"""Of how many words a name that only the graph knows may be."""
_NEVER = frozenset(
    """a about after all am an and any anybody anyone are as at be been before being between by can could country
    countries did do does during each either ever every for from had has have he her his how i if in into is it its may
    might more most must neither never no nobody nor not of often on one or our over own said say says shall she should
    since so some somebody someone states state still talks than that the their them there these they this those times
    to under until was we were what when where whether which who whom whose why will with would yet you your march
    president minister king leader attack force union group bank deal west east north south first second last nation
    nations world powers power oil peace war truce letter plan order mission house ministry government parliament
    court army police security council meeting summit visit embassy""".split()
)
"""Folded words that are never a name by themselves, whatever acronym is spelt like them."""
OFFICES = frozenset(
    """president presidents premier premiers minister ministers prime foreign defence defense interior finance deputy
    vice first chief leader leaders supreme chancellor king queen emir sultan crown prince princess sheikh ayatollah
    pope pontiff secretary secretaries general state ambassador ambassadors envoy envoys diplomat diplomats official
    officials spokesman spokeswoman spokesperson government governments administration authorities regime junta
    negotiator negotiators delegation parliament lawmakers senator senators soldier soldiers troops forces army
    military navy police agents generals opposition voters citizens warplane jet plane ship ships ministry people
    side counterpart nationals special consul congress senate commander militants fighters rebels colleague
    former then-president""".split()
)
"""Words that after a people's name ("the Iranian foreign minister") stand for its state."""
_LANDSCAPE = frozenset("Sea Seas Strait Straits Gulf Ocean River Canal Peninsula Island Islands Lake".split())
"""After a state's name they make another name of it: "the South China Sea"."""
_MEMBERS = frozenset("member members state states country countries nation nations power powers".split())
_OPEN = frozenset("any a an the one which what some all every each".split())


class Names(Protocol):
    """Where names are looked up: the actors that come with kg, and those that only the graph knows."""

    def find(self, name: str) -> tuple[str, ...]: ...
    def members(self, group_id: str) -> tuple[str, ...]: ...
    def learnt(self, name: str) -> tuple[str, ...]: ...
    def is_people(self, name: str) -> bool: ...
    def is_group(self, actor_id: str) -> bool: ...


def find(tokens: Tokens, names: Names, ordinary: Container[str] = frozenset()) -> list[Who]:
    """The parties in the order of the text; spans are token ranges with titles and the words of offices inside.

    `ordinary` words are names only with a capital letter ("raid" is no person, "Raid" may be).
    """
    found: list[Who] = []
    i = 0
    while i < len(tokens):
        party = _at(tokens, i, names)
        if party is None or (party.span[1] == i + 1 and tokens.words[i].islower() and tokens.lower[i] in ordinary):
            i += 1
            continue
        party = _widened(tokens, party)
        if found and _apposed(found[-1], party):
            party = Who(party.words, party.ids, party.how, (found.pop().span[0], party.span[1]))
        found.append(party)
        i = party.span[1]
    return [_with_lead(tokens, p) for p in found]


def members_of(tokens: Tokens, i: int, names: Names) -> Who | None:
    """Members of a group named at token `i` ("G7 member", "members of the G7"), or None."""
    if tokens.lower[i] in _MEMBERS and tokens.lower[i + 1 : i + 2] == ["of"]:
        j = i + 2 + (tokens.lower[i + 2 : i + 3] == ["the"])
        group = _name_at(tokens, j, names)
        end = group.span[1] if group else 0
    else:
        group = _name_at(tokens, i, names)
        end = group.span[1] + 1 if group else 0
        if group and tokens.lower[group.span[1] : end] not in ([w] for w in _MEMBERS):
            return None
        if group and end < len(tokens) and tokens.lower[end] in _MEMBERS:
            end += 1
    if group is None or not (len(group.ids) == 1 or group.how.startswith("group")):
        return None
    inside = names.members(group.ids[0])
    words = tokens.quote(i, end)
    return Who(words, inside, f"any of the {len(inside)} members", (i, end)) if inside else None


def _at(tokens: Tokens, i: int, names: Names) -> Who | None:
    return members_of(tokens, i, names) or _name_at(tokens, i, names)


def _name_at(tokens: Tokens, i: int, names: Names) -> Who | None:
    for end in range(min(len(tokens), i + _LONGEST), i, -1):
        words = tokens.quote(i, end)
        if end == i + 1 and (not words[0].isalnum() or _common(tokens, i)):
            continue
        if tokens.lower[end - 1] in PREPOSITIONS | {"'s", "?", ",", ".", "and", "the"} or tokens.lower[i] in (
            "the",
            "'s",
            ",",
            "and",
        ):
            continue
        if end < len(tokens) and tokens.words[end] in _LANDSCAPE:
            continue
        if ids := names.find(words):
            if names.is_people(words):
                return Who(words, ids, "people", (i, end))
            whole = ids + tuple(m for g in ids if names.is_group(g) for m in names.members(g))
            return Who(words, whole, "name" if whole == ids else "group or one of its members", (i, end))
    return None


def _common(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    if tokens.lower[i] not in _NEVER or (word.isupper() and len(word) > 1 and i > 0 and not tokens.text.isupper()):
        return len(word) == 1
    return True


def _widened(tokens: Tokens, party: Who) -> Who:
    """A people's name with the office that follows it, or an office with the state that "of" brings."""
    begin, end = party.span
    if party.how == "people" or (end < len(tokens) and tokens.lower[end] in OFFICES and tokens.words[end][0].islower()):
        stop = end
        while stop < len(tokens) and (
            tokens.lower[stop] in OFFICES
            or (tokens.lower[stop : stop + 1] == ["of"] and tokens.lower[stop + 1 : stop + 2] == ["state"])
        ):
            stop += 1
        if stop > end:
            return Who(tokens.quote(begin, stop), party.ids, "office, read as its state", (begin, stop))
    return party


def _apposed(before: Who, party: Who) -> bool:
    """Whether a people's name or office stands before a person's name: "Turkish President Erdogan"."""
    return before.span[1] == party.span[0] and before.how.startswith(("people", "office")) and party.how == "name"


def _with_lead(tokens: Tokens, party: Who) -> Who:
    """The span opened to the left over titles, "the", "any", and "president of"."""
    begin, end = party.span
    if begin > 1 and tokens.lower[begin - 1] == "the" and tokens.lower[begin - 2] == "of":
        begin -= 1
    if begin > 1 and tokens.lower[begin - 1] == "of" and tokens.lower[begin - 2] in OFFICES:
        begin -= 2
        while begin and tokens.lower[begin - 1] in OFFICES:
            begin -= 1
        party = Who(tokens.quote(begin, end), party.ids, "office, read as its state", (begin, end))
    while begin and (tokens.lower[begin - 1] in OFFICES or tokens.lower[begin - 1] in _OPEN - {"which", "what"}):
        if tokens.lower[begin - 1] in ("one", "state", "people", "a", "an", "general", "side") and tokens.lower[
            begin - 1
        ] not in ("a", "an"):
            break
        begin -= 1
    return Who(party.words, party.ids, party.how, (begin, end))


def unknown(tokens: Tokens, taken: Sequence[bool], names: Names) -> tuple[list[Who], list[str]]:
    """Capitalised words that nobody took: parties whom only the graph knows, and words that nobody knows."""
    learnt: list[Who] = []
    strange: list[str] = []
    i = 1
    while i < len(tokens):
        end = i
        while (
            end < len(tokens)
            and not taken[end]
            and (
                tokens.words[end][0].isupper()
                or (end > i and tokens.words[end] == "-")
                or (end > i and tokens.words[end - 1] == "-")
            )
        ):
            end += 1
        if end == i:
            i += 1
            continue
        words = tokens.quote(i, end)
        ids = names.learnt(words)
        if ids:
            learnt.append(_with_lead(tokens, Who(words, ids, "name in the graph", (i, end))))
        else:
            strange.append(words)
        i = end
    return learnt, strange


def whole(words: str, names: Names) -> Who | None:
    """The party that all of the words name."""
    begins = begins_with(words, names)
    if begins and not begins[1]:
        return begins[0]
    ids = names.learnt(words.strip(" ,")) if len(words.split()) <= _NAME else ()
    return Who(words, ids, "name in the graph", (0, len(tokenize(words)))) if ids else None


def begins_with(words: str, names: Names) -> tuple[Who, str] | None:
    """The party with which the words begin, and what follows it."""
    tokens = tokenize(words.strip(" ,"))
    found = find(tokens, names)
    if not found or any(word not in ("the", "a") for word in tokens.lower[: found[0].span[0]]):
        learnt, _ = unknown(tokenize(f". {words.strip(' ,')}"), [False] * (len(tokens) + 1), names)
        if not learnt or learnt[0].span[0] != 1:
            return None
        end = learnt[0].span[1] - 1
        return learnt[0], tokens.quote(end, len(tokens)) if end < len(tokens) else ""
    end = found[0].span[1]
    return found[0], tokens.quote(end, len(tokens)) if end < len(tokens) else ""
