"""Hits of a sentence in, hits out: what one says of another is filled in, what only repeats another is dropped."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.found import ACTOR, Found
from kg.extract.hits import Hit, ids
from kg.extract.pieces import Clause
from kg.extract.stance import Reader

__all__ = ["settled", "why_dropped"]


def settled(hits: list[Hit], reader: Reader) -> list[Hit]:
    """Fill what a conditional leaves out, and drop hits that only repeat another."""
    _answer(hits, reader)
    _lend(hits)
    _hand_up(hits)
    _threatened(hits)
    _take_back(hits)
    return [h for h in hits if not why_dropped(h, hits)]


def why_dropped(hit: Hit, hits: list[Hit]) -> str:
    """In words, why a hit says nothing of its own beside the others; "" for one that does."""
    if _is_stance_only(hit, hits):
        return "it only says how somebody stands to the event below it"
    if _is_part(hit, hits):
        return "it is part of a fuller event"
    return "it is named inside another event, with the same party" if _is_nested(hit, hits) else ""


def _threatened(hits: list[Hit]) -> None:
    """ "If they close the strait there would be sanctions, Oslo warned": who says so would do it."""
    for hit in hits:
        if (
            hit.reading.modality == "conditional"
            and hit.nominal
            and "X" not in hit.roles
            and hit.reading.claimants
            and not hit.type.reciprocal
        ):
            hit.roles["X"] = Found(hit.reading.claimants[:1], ACTOR)
            hit.reading = replace(hit.reading, grade="sure")


def _take_back(hits: list[Hit]) -> None:
    """ "were due to meet, but the meeting was called off": the plan that is told first did not come about."""
    for noun in hits:
        if not (noun.nominal and noun.definite and noun.reading.stance in ("negated", "denied")) or noun.roles:
            continue
        for plan in hits:
            planned = plan.reading.modality == "planned" and plan.reading.stance == "asserted"
            if planned and plan.type.id == noun.type.id and plan.trigger < noun.trigger:
                plan.reading = replace(plan.reading, stance=noun.reading.stance)


def _answer(hits: list[Hit], reader: Reader) -> None:
    """ "If Sudan closes the border, Egypt will recall its ambassador": each is done to the other."""
    ifs = [h for h in hits if h.clause is not None and reader.is_condition(h.clause) and not h.nominal]
    others = [h for h in hits if h.reading.modality == "conditional" and h not in ifs and not h.nominal]
    for one in ifs:
        for other in others:
            for a, b in ((one, other), (other, one)):
                doer = b.roles.get("X")
                own = {p.id for p in a.roles.get("X", Found()).parties}
                open_ = all(p.kind == "described" for p in a.roles.get("Y", Found()).parties)
                if open_ and doer and not {p.id for p in doer.parties} & own:
                    a.roles["Y"] = Found(doer.parties, ACTOR)


def _hand_up(hits: list[Hit]) -> None:
    """ "refuses to lift the ban on Cypriot ships": the refusal is towards whom the lifting would be for."""
    for hit in hits:
        if hit.nominal or hit.clause is None or "Y" in hit.roles or hit.type.reciprocal or "X" not in hit.roles:
            continue
        below = {id(c) for c in hit.clause.children if c.kind in ("infinitive", "gerund")}
        own = {p.id for p in hit.roles["X"].parties}
        for child in hits:
            other = child.roles.get("Y")
            if (
                child.clause is not None
                and id(child.clause) in below
                and other
                and not {p.id for p in other.parties} & own
            ):
                hit.roles["Y"] = other
                break


def _lend(hits: list[Hit]) -> None:
    """ "In an outreach to B, A wrote a letter": one deed told twice lends the side that the other leaves out."""
    for noun in hits:
        if not noun.nominal or len(ids(noun)) != 1:
            continue
        told = next(iter(noun.roles.values()))
        for verb in hits:
            if (
                verb.nominal
                or verb.type.reciprocal
                or verb.type.root != noun.type.root
                or "Y" in verb.roles
                or "X" not in verb.roles
            ):
                continue
            if noun.trigger[0] < verb.extent[0] and not ids(noun) & ids(verb):
                verb.roles["Y"] = told
                verb.reading = replace(verb.reading, grade="guess" if told.guessed else "sure")


_STANCE_VERBS = frozenset(
    "deny refuse decline reject dismiss refute rule exclude dispute rebuff spurn fail confirm doubt question".split()
)
_STANCES = ("denied", "negated", "unconfirmed", "questioned")


def _is_stance_only(hit: Hit, hits: list[Hit]) -> bool:
    """ "denied that it had expelled": the denial is the stance of the expulsion, no rejection of its own."""
    clause = hit.clause
    if clause is None:
        return False
    lemmas = set(clause.lemmas)
    if "insist" in lemmas and any(c.kind == "complement" and not c.verb.base for c in clause.children):
        return not hit.nominal and hit.type.root == "REQUEST"
    if hit.nominal or ("refuse" in lemmas and not _quiet(clause)):
        return False
    if hit.type.id == "promise" and clause.verb.copula and clause.verb.negated:
        return True  # "is not willing to sign" promises nothing
    below = _below(clause)
    if "offer" in lemmas and any(id(h.clause) in below for h in hits):
        return True
    if hit.type.root not in ("REJECT", "ACCUSE", "CONSULT") or not lemmas & _STANCE_VERBS:
        return False
    if "Y" in hit.roles and any(c.kind == "infinitive" and c.mark for c in clause.children):
        return False  # "rejected Peru's request to leave" is an act towards Peru
    if _quiet(clause) or (clause.verb.negated and "rule" in lemmas):
        return True
    return any(
        h is not hit and (id(h.clause) in below or (h.nominal and h.clause is clause)) and _turned(h, clause)
        for h in hits
    )


def _turned(hit: Hit, clause: Clause) -> bool:
    possible = hit.reading.modality == "possible" and "rule" in clause.lemmas
    return possible or hit.reading.stance in _STANCES


def _quiet(clause: Clause) -> bool:
    """ "declined to say", "refused to rule out": no act towards anybody; but "rejected the offer, saying …" is one."""
    return any(
        set(c.lemmas) & {"say", "comment", "confirm", "rule"} and c.kind == "infinitive" for c in clause.children
    )


def _below(clause: Clause) -> set[int]:
    out: set[int] = set()
    for child in clause.children:
        if child.kind in ("infinitive", "gerund", "complement", "subordinate"):
            out |= {id(child)} | _below(child)
    return out


def _is_part(hit: Hit, hits: list[Hit]) -> bool:
    """A one-sided meeting beside a fuller event of the same root: "sat down with B to discuss …"."""
    if not hit.type.reciprocal or len(ids(hit)) > 1:
        return False
    return any(h is not hit and h.type.root == hit.type.root and ids(h) > ids(hit) for h in hits)


def _is_nested(hit: Hit, hits: list[Hit]) -> bool:
    """A noun with one party only, inside the argument of another event ("dismissed Tallinn's protest")."""
    if not hit.nominal or len(ids(hit)) > 1 or hit.reading.stance != "asserted":
        return False
    if hit.type.root in ("ASSAULT", "COERCE") and "Y" in hit.roles:
        return False
    return any(
        h is not hit
        and not (h.nominal and len(ids(h)) < 2)
        and h.extent[0] <= hit.trigger[0] < h.extent[1]
        and ids(hit) <= ids(h)
        for h in hits
    )
