"""Hits and clauses of a sentence in, declared refusals out: "Chad will not free the crew" is an act of Chad's own.

CAMEO 12 (reject) has such refusals to yield, to meet, to sign, to cooperate, to help. The negated plan of the thing
itself stays beside them. Who declares it is who would do it; what others say he will not do is no refusal of his.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.found import WORDS, Found
from kg.extract.hits import Hit
from kg.extract.phrases import Grammar, VerbFrame
from kg.extract.pieces import Clause
from kg.extract.stance import Reader, Reading
from kg.extract.stance_words import SAY, SPURN
from kg.model import Party
from kg.ontology import EventType

__all__ = ["refusals"]

_WILL = frozenset(("future", "would"))
_UNWILLING = frozenset("prepared willing ready going unwilling".split())
_VOWING = frozenset("vow pledge promise swear resolve decide".split())
_DECLARING = SAY | _VOWING | frozenset(("confirm",))
_INTENT = frozenset("intention intentions desire wish interest".split())


def refusals(
    grammar: Grammar,
    clauses: list[Clause],
    hits: list[Hit],
    reader: Reader,
    bind: Callable[[VerbFrame, Clause], Hit | None],
) -> Iterator[Hit]:
    """One hit for each thing that others want and that its doer declares not to do."""
    refusal = grammar.refusal
    if refusal is None:
        return
    taken = {id(h.clause) for h in hits if not h.nominal}
    for hit in hits:
        if hit.type.wanted and not (hit.nominal and id(hit.clause) in taken):
            yield from _declared(refusal, hit, clauses, reader)
    for clause in clauses:
        if id(clause) in taken or not (clause.verb.negated or clause.kind in ("infinitive", "gerund")):
            continue
        found = (bind(frame, clause) for lemma in clause.lemmas for frame in grammar.refusals.get(lemma, ()))
        bound = next((h for h in found if h is not None), None)
        if bound is not None:
            yield from _declared(refusal, bound, clauses, reader)


def _declared(refusal: EventType, hit: Hit, clauses: list[Clause], reader: Reader) -> Iterator[Hit]:
    clause, roles = hit.clause, hit.roles
    if clause is None or hit.reading.stance != "negated":
        return
    doer = reader.scene.group(clause.subject) if hit.nominal else roles.get("X", Found())
    roles = {**roles, "X": doer}
    if doer.quality < WORDS:
        return
    top = _declaring(hit, clause, reader)
    if top is None or not _settled_upon(hit, top, clauses, reader):
        return
    if hit.type.reciprocal and "Y" not in hit.roles and len(doer.parties) > 1:
        return  # "the two will not meet": who refuses?
    saying = top.parent if top.kind == "complement" else None
    reading = _first_hand(doer.parties, top, saying, reader)
    if reading is None:
        return
    whole = (min(hit.extent[0], top.verb.first), hit.extent[1])
    yield Hit(
        refusal,
        hit.rule if hit.type is refusal else f"{refusal.id}/declared",
        {role: found for role, found in roles.items() if role in ("X", "Y")},
        trigger=(top.verb.first, max(hit.trigger[1], top.verb.last)),
        extent=whole,
        reading=replace(reading, grade=hit.reading.grade),
        clause=saying,
        object=None if hit.nominal else (clause.verb.main, max(clause.verb.last, hit.extent[1])),
        weighty=hit.weighty,
    )


def _declaring(hit: Hit, clause: Clause, reader: Reader) -> Clause | None:
    """The finite clause that says no: "will not free", "has no intention of freeing", "ruled out talks"."""
    if hit.nominal:
        turned_down = reader.rules_out(clause) or (SPURN & set(clause.lemmas) and not clause.verb.passive)
        return clause if turned_down and not clause.verb.negated else None
    if clause.kind in ("main", "complement") and clause.verb.negated and clause.verb.modal in _WILL:
        return clause
    above = clause.parent
    if above is None or above.kind not in ("main", "complement"):
        return None
    if clause.kind == "gerund" and reader.rules_out(above) and not above.verb.negated:
        return above
    if clause.kind not in ("infinitive", "gerund"):
        return None
    if clause.verb.negated:  # "vowed never to recognise"
        return above if _VOWING & set(above.lemmas) and not above.verb.negated else None
    return above if _without_intent(above, reader) else None


def _without_intent(above: Clause, reader: Reader) -> bool:
    """ "has no intention of", "is not prepared to", "is not going to", "is unwilling to"."""
    adjective = reader.adjective(above)
    if above.verb.copula and adjective in _UNWILLING:
        return above.verb.negated != (adjective == "unwilling")
    if above.verb.passive and "prepare" in above.lemmas:
        return above.verb.negated
    if above.verb.negated and "go" in above.lemmas and above.verb.form == "finite":
        return True
    return "have" in above.lemmas and any(
        np.negated and reader.scene.head(np) in _INTENT for group in above.objects for np in group.items
    )


def _settled_upon(hit: Hit, top: Clause, clauses: list[Clause], reader: Reader) -> bool:
    """No mere "if …, it would not"; "not unless …" is a refusal all the same."""
    if hit.reading.modality in ("planned", "actual", "possible"):
        return True
    conditions = [c for c in clauses if reader.is_condition(c) and c.parent in (top, hit.clause)]
    return bool(conditions) and all(c.mark == "unless" for c in conditions)


def _first_hand(doers: tuple[Party, ...], top: Clause, saying: Clause | None, reader: Reader) -> Reading | None:
    """The reading of the refusal where its doer declares it, or the text does; None where somebody else says so."""
    speakers = reader.of(top).claimants
    if saying is None:
        outer = Reading()
        if speakers and not _same(speakers, doers):
            return None
    else:
        outer = reader.of(saying)
        heard = outer.stance in ("asserted", "confirmed") and outer.modality == "actual" and not saying.verb.negated
        if not heard or not set(saying.lemmas) & _DECLARING or not _same(speakers, doers):
            return None
    others = () if _same(outer.claimants, doers) else outer.claimants
    return Reading(claimants=others)


def _same(speakers: tuple[Party, ...], doers: tuple[Party, ...]) -> bool:
    """Whether those who speak stand for those who would do it."""
    theirs = {s for p in doers for s in (p.id, *p.states)}
    return any(not theirs.isdisjoint((p.id, *p.states)) for p in speakers)
