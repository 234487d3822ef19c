"""A hit whose doers stand together in, whether they do it to each other out: "A and B restored ties"."""

from __future__ import annotations

import itertools

from kg.extract.hits import Hit
from kg.extract.tokens import Tokens

__all__ = ["TWO_ENDED", "is_mutual"]

_VERBS = frozenset(
    """exchange trade swap restore reestablish re-establish establish normalise normalize resume renew mend sever cut
    break suspend rupture reopen open upgrade downgrade fight wage""".split()
)
TWO_ENDED = frozenset(
    """ties relations relationship fire gunfire shots shells insults accusations blame barbs prisoners envoys
    ambassadors recriminations threats links contacts war wars""".split()
)

_AT_WAR = frozenset("go come be".split())
_EACH_OTHER = frozenset((("each", "other"), ("one", "another")))


def is_mutual(hit: Hit, tokens: Tokens) -> bool:
    """Whether two or more doers without another side do it among themselves.

    So with "each other", where what is done has two ends ("exchanged fire", "severed ties"), and where a noun names
    those between whom it is ("a ceasefire between Israel and Lebanon").
    """
    doers = hit.roles.get("X")
    if doers is None or "Y" in hit.roles or len({p.id for p in doers.parties}) < 2:
        return False
    first, last = hit.extent
    words = tokens.lower[first:last]
    if not _EACH_OTHER.isdisjoint(itertools.pairwise(words)):
        return True
    if hit.nominal:
        return "between" in tokens.lower[hit.trigger[1] : hit.trigger[1] + 3]
    clause = hit.clause
    if hit.type.id == "fight" and clause is not None and not _AT_WAR.isdisjoint(clause.lemmas):
        return True  # "went to war", "came to blows"
    return clause is not None and not _VERBS.isdisjoint(clause.lemmas) and not TWO_ENDED.isdisjoint(words)
