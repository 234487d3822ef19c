"""Words around the verb in: which statuses answer the question, whether it ranks, and which end is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from kg.queries.words import NEGATING, WILLING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.queries.clause import Clause, Trigger
    from kg.queries.reading import Reading

__all__ = [
    "HAPPENED",
    "STATUS_WORDS",
    "is_future",
    "last_of",
    "ranked",
    "status_words",
    "statuses_of",
    "untyped_statuses",
    "willing",
]

FUTURE = ("planned", "conditional", "possible")
HAPPENED = ("actual", "contested")
_TO_COME = frozenset("will would shall won't wouldn't going may might could can plan plans planned planning".split())


def is_future(before: Sequence[str]) -> bool:
    """Whether the words before the verb speak of what is to come."""
    return bool(_TO_COME & set(before))


def statuses_of(lower: Sequence[str], trigger: Trigger, base: Reading) -> tuple[str, ...]:
    """Which statuses answer the question, from its tense: what is past or present, to come, or only conditional."""
    if base.asked == "yes-no" or base.asks_claims:
        return ()
    before = lower[: trigger.at]
    if any(w in ("will", "going", "shall", "won't") for w in before) or any(
        w in ("planned", "upcoming") for w in lower
    ):
        return ("planned", "conditional", "possible")
    if "would" in before:
        return ("conditional", "planned", "possible")
    if any(w in ("may", "might", "could", "can", "possibly") for w in before):
        return ("possible", "conditional", "planned")
    return HAPPENED


STATUS_WORDS = {
    "planned": ("planned",), "plans": ("planned",), "plan": ("planned",), "upcoming": ("planned",),
    "scheduled": ("planned",), "contested": ("contested",), "disputed": ("contested",), "unconfirmed": ("unconfirmed",),
    "conditional": ("conditional",), "possible": ("possible",), "denied": ("negated", "contested"),
}  # fmt: skip


def status_words(lower: Sequence[str]) -> tuple[str, ...]:
    """The statuses that a question names: "what is planned", "which events are contested"."""
    return next((STATUS_WORDS[word] for word in lower if word in STATUS_WORDS), ())


def untyped_statuses(lower: Sequence[str], base: Reading) -> tuple[str, ...]:
    """Which statuses answer a question about events of any kind: what was done is not what may be."""
    if base.asked in ("what", "documents") and (named := status_words(lower)):
        return named
    if base.asked != "what":
        return ()
    if "will" in lower or "going" in lower:
        return FUTURE
    return HAPPENED if {"did", "has", "have", "happened", "done", "had"} & set(lower) else ()


def ranked(lower: Sequence[str]) -> Literal["", "most", "least"]:
    """Whether the most or the fewest are asked for."""
    text = " ".join(lower)
    if re.search(r"\bmost (?:often|frequently|times)\b|\bthe most\b|\bmore (?:often )?than any|\boftenest\b", text):
        return "most"
    return "least" if re.search(r"\bleast (?:often|frequently)\b|\bthe (?:fewest|least)\b", text) else ""


def last_of(lower: Sequence[str]) -> Literal["", "first", "second", "third", "last"]:
    """Which one of several is asked for, counted by date."""
    for word in lower:
        if word in ("second", "third"):
            return "second" if word == "second" else "third"
        if word in ("last", "latest", "lastly", "newest") or (word == "recent" and "most" in lower):
            return "last"
        if word in ("first", "earliest"):
            return "first"
    return ""


def willing(lower: Sequence[str], clause: Clause) -> tuple[int, tuple[str, ...]] | None:
    """ "refused to meet", "plans to visit": the verb after "to" is what counts, and it did not happen, or not yet."""
    for i in range(clause.start, len(lower) - 1):
        if lower[i] in WILLING and not clause.party_at(i) and "to" in lower[i + 1 : i + 3]:
            lemma = WILLING[lower[i]]
            return i, ("negated",) if lemma in NEGATING else ("planned", "actual", "conditional", "possible")
    return None
