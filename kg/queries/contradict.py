"""Who contradicts whom: the words of such a question in, its reading out; that reading in, SPARQL and a line out.

Two claims contradict each other when one says yes and the other no to the same event, both as something that happened
or both as something that is to happen. Nobody contradicts himself, nor those who speak for him.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.queries import terms
from kg.queries.content import content_words
from kg.queries.fill import filled
from kg.queries.narrow import one_of, short
from kg.queries.triggers import triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.queries.answer import Row
    from kg.queries.clause import Clause
    from kg.queries.frames import Index
    from kg.queries.reading import Reading, Who
    from kg.queries.sketch import Sketch

__all__ = ["CONTRADICTED", "CONTRADICTS", "contradicting", "contradiction", "opposed"]

CONTRADICTS, CONTRADICTED = ("contradicts",), ("contradicted",)
"""Stances of a reading that asks for the claims against somebody's, and for those that they are against."""
_ABOUT = ("about", "on", "over", "regarding", "concerning")
_MOST = 4


def contradicting(base: Reading, clause: Clause, sketch: Sketch, index: Index) -> Iterable[Reading]:
    """Readings of "who contradicts A", "… on B", "… about troops in B", "… that B attacked C".

    `clause` begins behind the verb; parties before an "about" are those who are contradicted, those behind it must
    take part in the event.
    """
    lower = clause.tokens.lower
    turn = next(
        (i for i in range(clause.start, len(lower)) if lower[i] in (*_ABOUT, "that") and not clause.party_at(i)),
        len(lower),
    )
    against = tuple(u.who for u in clause.units if u.start < turn)
    base = replace(base, asked="sayers", sayers=against, stances=CONTRADICTS, open="any", mutual=True)
    inner = sketch.clause(min(turn + 1, len(lower)), questioning=False)
    for trigger in triggers(inner, index)[:2] if turn < len(lower) else ():
        one = filled(base, trigger, sketch, index, ())
        yield replace(one, words=(), doers=_behind(one.doers, turn), others=_behind(one.others, turn))
    topics = [u for u in clause.units if u.start >= turn]
    words = content_words(sketch, turn) if turn < len(lower) else ()
    yield replace(base, doers=tuple(u.who for u in topics), words=words, any_word=True)
    if words and topics:
        yield replace(base, doers=tuple(u.who for u in topics))


def _behind(parties: Iterable[Who], turn: int) -> tuple[Who, ...]:
    return tuple(who for who in parties if who.span[0] >= turn)


def opposed(reading: Reading) -> list[str]:
    """SPARQL lines that bind `?claim` to a claim against one of theirs, or to theirs where those are asked for."""
    mine, theirs = ("?claim", "?their") if reading.stances == CONTRADICTS else ("?their", "?claim")
    iris = sorted({short(terms.actor(i)) for who in reading.sayers for i in who.ids})
    sides = ("stance:positive", "stance:negative")
    anchor = f"{one_of('one', iris)} ?voice dip:standsFor ?one . {theirs} dip:claimant ?voice ." if iris else ""
    branches = [
        f"{{ {anchor} {theirs} dip:about ?event ; dip:stance/skos:broader {a} ."
        f" {mine} dip:about ?event ; dip:stance/skos:broader {b} }}"
        for a, b in (sides, sides[::-1])
    ]
    return [
        " UNION ".join(branches),
        f"{theirs} dip:claimant ?voice ; dip:modality ?same . {mine} dip:claimant ?against ; dip:modality ?same .",
        "FILTER(?same IN (modality:actual, modality:planned))",
        "FILTER NOT EXISTS { ?against dip:standsFor ?both . ?voice dip:standsFor ?both }",
        "FILTER(?against != ?voice)",
    ]


def contradiction(rows: Sequence[Row], theirs: Sequence[Row]) -> str:
    """For each event who says no and who says yes, with the words of both."""
    parts = []
    for event in list(dict.fromkeys(row.event for row in rows))[:_MOST]:
        against = [row for row in rows if row.event == event]
        said = [row for row in theirs if row.event == event and row not in against]
        parts.append(" where ".join(_side(side) for side in (against, said) if side))
    return "; ".join(parts)


def _side(rows: Sequence[Row]) -> str:
    """One side of a contradiction: each voice once, and whether it says yes or no."""
    told = {row.speaker: f"{row.speaker} says {'no' if row.stance in ('denied', 'negated') else 'yes'} (“{row.quote}”)"
            for row in reversed(rows)}  # fmt: skip
    return " and ".join(list(told.values())[::-1][:_MOST])
