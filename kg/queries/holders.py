"""Words of an office ("Iran's president", "US secretary of state") and days in, its holders of these days out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.queries.parties import whole
from kg.queries.resolve import authority

if TYPE_CHECKING:
    from kg.authority import Tenure
    from kg.queries.parties import Names

__all__ = ["holders"]

_SAME = {
    "secretary of state": "foreign minister", "foreign secretary": "foreign minister",
    "minister of foreign affairs": "foreign minister", "chancellor": "prime minister", "premier": "prime minister",
    "secretary of defence": "defence minister", "secretary of defense": "defence minister",
    "defence secretary": "defence minister", "defense secretary": "defence minister",
    "defense minister": "defence minister", "minister of defence": "defence minister",
    "treasury secretary": "finance minister", "minister of finance": "finance minister",
    "king": "monarch", "queen": "monarch", "emir": "monarch", "sultan": "monarch", "supreme leader": "leader",
    "secretary general": "secretary-general", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "national security advisor": "national security adviser",
}  # fmt: skip
"""Names of offices that the list of actors calls otherwise."""
_HEADING = ("head", "chief", "boss")
_HEADS = ("secretary-general", "director-general", "managing director", "chairperson", "leader")
"""What the head of a body may be called; of states, the offices have names of their own."""
_OF = re.compile(r"^(?:the )?(?P<office>.+?) of (?:the )?(?P<of>.+)$", re.IGNORECASE)


def holders(
    words: str, names: Names, days: tuple[str | None, str | None]
) -> tuple[str, str, tuple[Tenure, ...]] | None:
    """The office, whose it is, and its tenures that meet the days, by begin; None where the words name no office."""
    for office, of in _splits(words):
        whose = whole(of, names)
        if whose is None or not whose.ids:
            continue
        wanted = _HEADS if office.lower() in _HEADING else (_SAME.get(office.lower(), office.lower()),)
        every = [t for record in authority().records() if record.kind == "person" for t in record.tenures
                 if t.office in wanted]  # fmt: skip
        if every:
            first, last = days
            met = [t for t in every if t.of in whose.ids
                   and (t.begin or "") <= (last or "9999") and (first or "") <= (t.end or "9999")]  # fmt: skip
            record = authority().get(whose.ids[0])
            met.sort(key=lambda t: (t.begin or "", t.person))
            return office.lower(), record.name if record else whose.words, tuple(met)
    return None


def _splits(words: str) -> list[tuple[str, str]]:
    """The ways to cut the words into an office and whose it is: "minister of Iran", "Iran's minister"."""
    found = []
    if of := _OF.match(words):
        found.append((of["office"], of["of"]))
    parts = words.removeprefix("the ").removeprefix("The ").split()
    for cut in range(1, len(parts)):
        whose, office = " ".join(parts[:cut]), " ".join(parts[cut:])
        found.append((office, re.sub(r"'s?$", "", whose)))
    return found
