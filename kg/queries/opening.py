"""The first words of a question in, what is asked for out: who, when, how often, yes or no, which documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.queries.reading import Asked

__all__ = ["AUXILIARIES", "Opening", "opening"]

AUXILIARIES = frozenset(
    """do does did don't doesn't didn't has have had hasn't haven't hadn't is are was were isn't aren't wasn't weren't
    will won't would wouldn't can can't could couldn't may might should shouldn't shall must""".split()
)
_PREPOSITIONS = frozenset("with to on against at for from by between of about toward towards over under among".split())
_ACTORS = frozenset(
    """country countries state states nation nations government governments power powers leader leaders president
    presidents minister ministers person people actor actors organisation organisations organization organizations
    party parties side sides body bodies group groups politician politicians capital capitals bloc blocs official
    officials diplomat diplomats ambassador ambassadors envoy envoys neighbour neighbours neighbor neighbors
    partner partners one ones mediator mediators""".split()
)
_STATES = frozenset("country countries state states nation nations government governments".split())
_KINDS = {
    **dict.fromkeys(_STATES, "State"),
    **dict.fromkeys("organisation organisations organization organizations body bodies bloc".split(), "Organization"),
    **dict.fromkeys(
        """leader leaders president presidents minister ministers person people politician politicians official
        officials diplomat diplomats ambassador ambassadors envoy envoys""".split(), "Person"
    ),
}  # fmt: skip
"""The class of the actors that a word asks for; words without one ask for any actor."""
_COUNTED = frozenset(
    """diplomat diplomats ambassador ambassadors envoy envoys official officials people persons citizens soldiers troops
    prisoners agents weapons missiles ships planes aircraft dollars euros""".split()
)
"""Whose number is told in words, and not by counting events or actors."""
_PAPERS = frozenset(
    """document documents article articles paper papers newspaper newspapers outlet outlets report reports text texts
    story stories publication publications publisher publishers media source-document""".split()
)
_TIMES = frozenset("day date year month time days dates years".split())
_PLACES = frozenset("city place town cities places location venue".split())
_FILLERS = (
    "please", "tell me", "can you tell me", "could you tell me", "do you know", "i want to know",
    "i would like to know",
    "show me", "show", "list all", "list", "give me", "name all", "name", "find", "and", "so", "also", "now", "then",
    "does the graph say", "do we know", "do you know",
)  # fmt: skip
_THAT = ("that", "who", "which", "whom")
_CLAIMED = ("is it true that", "is there evidence that", "is there any evidence that", "is it known that",
            "is it known whether", "is it reported that", "is it correct that", "whether", "does it say that",
            "do we know whether", "do we know if", "is there a report that", "is there any report that")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opening:
    """`start` is the token where the clause begins; `fronted` the preposition that stood before the question word.

    `kind` is the class of actors that are wanted ("which country": State); `noun` that the question word brought a
    noun of the clause with it ("what sanctions", "how many meetings"); `whose` that a possessor is asked for; `why`
    that reasons are; `quantity` that a number of things or people is, which only words can tell.
    """

    asked: Asked
    start: int
    fronted: str = ""
    kind: str = ""
    noun: bool = False
    whose: bool = False
    group: int | None = None
    last: str = ""
    why: bool = False
    quantity: bool = False


def opening(
    lower: Sequence[str], event_nouns: frozenset[str], names_group: Sequence[bool], first: int = 0
) -> Opening | None:
    """What the first words ask for; None when they are no question and no list ("talks with Iran" is a list).

    `names_group[i]` tells whether a group's members are named at token i ("which G7 members"); `first` is the token
    to begin at (after "In 2015,").

    >>> found = opening("with whom did iran sign".split(), frozenset(), [False] * 5)
    >>> found.asked, found.start, found.fronted
    ('who', 2, 'with')
    """
    i = _after_fillers(lower, first)
    for words in _CLAIMED:
        if _starts(lower, i, words):
            return Opening("yes-no", i + len(words.split()))
    fronted = lower[i] if lower[i : i + 1] and lower[i] in _PREPOSITIONS | {"in", "since", "until"} else ""
    j = i + 1 if fronted else i
    word = lower[j] if j < len(lower) else ""
    if word in ("who", "whom", "whose"):
        return _who(lower, j, fronted, word)
    if word in ("which", "what"):
        return _which(lower, j, fronted, event_nouns, names_group)
    if fronted == "since" and word == "when":
        return Opening("since", j + 1)
    if fronted:
        j, word = i, lower[i]
    if word == "when":
        return Opening("when", j + 1)
    if word == "where":
        return Opening("where", j + 1)
    if word == "why":
        return Opening("what", j + 1, why=True)
    if word == "how":
        return _how(lower, j, event_nouns)
    if word in AUXILIARIES:
        return Opening("yes-no", j)
    return _list(lower, j, event_nouns)


def _after_fillers(lower: Sequence[str], i: int) -> int:
    for words in sorted(_FILLERS, key=len, reverse=True):
        if _starts(lower, i, words) and i + len(words.split()) < len(lower):
            return _after_fillers(lower, i + len(words.split()))
    return i + 1 if lower[i : i + 1] == [","] else i


def _starts(lower: Sequence[str], i: int, words: str) -> bool:
    wanted = words.split()
    return list(lower[i : i + len(wanted)]) == wanted


def _who(lower: Sequence[str], j: int, fronted: str, word: str) -> Opening:
    start = j + 1
    if word == "whose":
        return Opening("who", start, fronted, whose=True)
    if lower[start : start + 1] == ["else"]:
        start += 1
    if lower[start : start + 1] == ["'s"]:
        start += 1
    for words in ("is it that", "was it that", "are the countries that", "are the ones that", "is the one that",
                  "was the first to", "were the first to"):  # fmt: skip
        if _starts(lower, start, words):
            return Opening("who", start + len(words.split()), fronted, last="first" if "first" in words else "")
    return Opening("who", start, fronted)


def _which(
    lower: Sequence[str], j: int, fronted: str, event_nouns: frozenset[str], names_group: Sequence[bool]
) -> Opening:
    k = j + 1
    while (
        k < len(lower)
        and lower[k] in ("of", "the", "are", "were", "is", "was", "other", "else", "one", "two")
        and _noun_ahead(lower, k)
    ):
        k += 1
    if k < len(names_group) and names_group[k]:
        return Opening("who", k, fronted, kind="State", group=k)
    noun = next((n for n in range(k, min(k + 3, len(lower))) if lower[n] in _ACTORS | _PAPERS | _TIMES | _PLACES), None)
    if noun is None or lower[k] in AUXILIARIES:
        brought = any(w in event_nouns for w in lower[j + 1 : j + 4])
        return Opening("what", j + 1, fronted, noun=brought)
    word, start = lower[noun], noun + 1
    if fronted == "in" and (word in _PLACES or word in _STATES):
        return Opening("where", start)
    if word in _TIMES:
        return Opening("when", start)
    if word in _PLACES:
        return Opening("where", start)
    if word in _PAPERS:
        return Opening("documents", start)
    if noun > k and any(w in event_nouns for w in lower[k:noun]):
        return Opening("what", j + 1, fronted, noun=True)
    if lower[start : start + 1] and lower[start] in _THAT:
        start += 1
    return Opening("who", start, fronted, kind=_KINDS.get(word, ""))


def _noun_ahead(lower: Sequence[str], k: int) -> bool:
    return any(w in _ACTORS | _PAPERS for w in lower[k : k + 5])


def _how(lower: Sequence[str], j: int, event_nouns: frozenset[str]) -> Opening | None:
    following = list(lower[j + 1 : j + 3])
    if following[:1] in (["often"], ["frequently"]):
        return Opening("how-often", j + 2)
    if following == ["many", "times"]:
        return Opening("how-often", j + 3)
    if following[:1] == ["long"]:
        return Opening("since", j + 2)
    if following[:1] == ["many"]:
        for k in range(j + 2, min(j + 5, len(lower))):
            if lower[k] in _PAPERS:
                return Opening("documents", k + 1)
            if lower[k] in event_nouns and lower[k] not in _ACTORS | _COUNTED:
                return Opening("how-often", j + 2, noun=True)
            if lower[k] in _COUNTED:
                break
            if lower[k] in _ACTORS or lower[k] in ("members", "member"):
                return Opening("how-many-who", k + 1, kind=_KINDS.get(lower[k], ""))
        return Opening("what", j + 2, noun=True, quantity=True)
    if following[:1] == ["much"]:
        return Opening("what", j + 2, noun=True, quantity=True)
    if following[:1] in (["did"], ["does"], ["do"], ["has"], ["have"]):
        return Opening("what", j + 1)
    return None


def _list(lower: Sequence[str], i: int, event_nouns: frozenset[str]) -> Opening | None:
    """Lists without a question word: "countries that recognised …", "documents about …", "talks with Iran"."""
    k = i
    while k < len(lower) and lower[k] in ("the", "all", "every", "any"):
        k += 1
    if k >= len(lower):
        return None
    if lower[k] in _PAPERS:
        return Opening("documents", k + 1)
    if lower[k] in _ACTORS and k + 1 < len(lower):
        return Opening("who", k + 1 + (lower[k + 1] in _THAT), kind=_KINDS.get(lower[k], ""))
    if any(w in event_nouns for w in lower[k:]):
        return Opening("what", k, noun=True)
    return Opening("what", k)
