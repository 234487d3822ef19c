"""A clause in, its verb phrases out: which phrase of the ontology a verb begins, and who stands in which role."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.words import BE, DETERMINERS, DO, HAVE, MODALS, POSSESSIVES, PREPOSITIONS
from kg.queries.clause import Trigger, compound, frozen, noun_end

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.phrases import Slot, VerbFrame
    from kg.queries.clause import Clause, Unit
    from kg.queries.frames import Index
    from kg.queries.reading import Who

__all__ = ["verbal"]

_NOT_VERB_AFTER = (
    DETERMINERS | POSSESSIVES | PREPOSITIONS | {"many", "'s", "which", "what", "last", "first", "latest"}
) - {"to", "that"}
_PERFECT = frozenset(("has", "have", "had", "'s", "hasn't", "haven't", "hadn't", "having"))


def verbal(clause: Clause, index: Index) -> Iterable[Trigger]:
    """Each verb of an event, once for each phrase that fits around it."""
    tokens = clause.tokens
    for i in range(clause.start, len(tokens)):
        word = tokens.lower[i]
        if (
            clause.taken[i]
            or clause.party_at(i)
            or word not in index.verbs
            or (i > clause.start and tokens.lower[i - 1] in _NOT_VERB_AFTER and not _adverb(clause, i - 1))
        ):
            continue
        for lemma, tags in _by_lemma(index.verbs[word]).items():
            passive = "N" in tags and _passive(clause, i)
            if not passive and tags == {"N"} and not _perfect(clause, i):
                continue
            for frame in index.frames[lemma]:
                made = _verb(clause, frame, i, passive=passive)
                if made is not None:
                    yield made


def _adverb(clause: Clause, i: int) -> bool:
    """Whether "first" or "last" stands between subject and verb: "when did Trump last meet Kim"."""
    return clause.tokens.lower[i] in ("first", "last") and clause.party_at(i - 1)


def _by_lemma(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for lemma, tag in pairs:
        out.setdefault(lemma, set()).add(tag)
    return out


def _passive(clause: Clause, i: int) -> bool:
    before = clause.tokens.lower[max(0, clause.start - 1) : i]
    return any(w in BE for w in before if w != "'s")


def _perfect(clause: Clause, i: int) -> bool:
    return bool(_PERFECT & set(clause.tokens.lower[:i]))


@dataclass(slots=True)
class _Fit:
    """How well a frame fits so far: which tokens it used, and which role each preposition brings."""

    score: float
    used: set[int]
    by_prep: dict[str, str] = field(default_factory=dict)


def _verb(clause: Clause, frame: VerbFrame, i: int, *, passive: bool) -> Trigger | None:
    fit = _Fit(10.0 - 0.2 * (i - clause.start), {i})
    if not (_particles(clause, frame, i, fit) and _nouns(clause, frame, i, fit, passive=passive)):
        return None
    if not _preps(clause, frame, i, fit):
        return None
    if frame.complement and not _complement(clause, frame.complement, i):
        fit.score -= 2
    direct = next((s.role for s in frame.objects if s.kind == "party"), "")
    own = any(s.kind == "noun" for s in frame.objects)
    made = _roles(
        clause, frame.subject.role, direct, fit.by_prep, i,
        passive=passive, mutual=frame.type.reciprocal, own_noun=own,
    )  # fmt: skip
    words = " ".join(clause.tokens.words[n] for n in sorted(fit.used))
    return replace(
        made, types=(frame.type.id,), at=i, end=max(fit.used) + 1, words=words, score=fit.score + made.score,
        used=frozenset(fit.used), rules=frozenset((frame.rule,)),
    )  # fmt: skip


def _particles(clause: Clause, frame: VerbFrame, i: int, fit: _Fit) -> bool:
    for word in frame.particle:
        at = _word(clause, {word}, i + 1, i + 8)
        if at is None:
            return False
        fit.used.add(at)
        fit.score += 3
    return True


def _nouns(clause: Clause, frame: VerbFrame, i: int, fit: _Fit, *, passive: bool) -> bool:
    for slot in frame.objects:
        if slot.kind == "noun":
            at = _noun(clause, slot, i, passive=passive)
            if at is None:
                return False
            fit.used.update(compound(clause, slot, at))
            fit.score += 4
    return True


def _preps(clause: Clause, frame: VerbFrame, i: int, fit: _Fit) -> bool:
    for prep in frame.preps:
        if prep.slot.kind == "party":
            fit.by_prep |= dict.fromkeys(prep.words, prep.slot.role)
            if _has_prep(clause, prep.words, i):
                fit.score += 2
            elif not prep.optional:
                fit.score -= 2.5
            continue
        at = _prep_noun(clause, prep.words, prep.slot, i)
        if at is None and not prep.optional:
            return False
        if at is not None:
            fit.score += 2
            fit.used.update(compound(clause, prep.slot, at) if prep.slot.kind == "noun" else ())
    return True


def _word(clause: Clause, words: set[str] | frozenset[str], begin: int, end: int) -> int | None:
    for at in range(begin, min(end, len(clause.tokens))):
        if clause.tokens.lower[at] in words and not clause.party_at(at):
            return at
    return None


def _noun(clause: Clause, slot: Slot, i: int, *, passive: bool) -> int | None:
    after = range(i + 1, min(len(clause.tokens), i + 14))
    before = range(clause.start, i) if passive or clause.free_noun else range(0)
    for at in (*after, *before):
        if (end := noun_end(clause, slot.nouns, at)) is not None:
            return end - 1
    return None


def _has_prep(clause: Clause, words: frozenset[str], i: int) -> bool:
    if clause.fronted in words:
        return True
    if any(u.prep in words and u.start > i for u in clause.units):
        return True
    return clause.open_question and clause.tokens.lower[-1] in words and len(clause.tokens) - 1 > i


def _prep_noun(clause: Clause, words: frozenset[str], slot: Slot, i: int) -> int | None:
    for at in range(i + 1, len(clause.tokens)):
        if clause.tokens.lower[at] in words:
            if slot.kind == "any":
                return at
            for k in range(at + 1, min(at + 7, len(clause.tokens))):
                if (end := noun_end(clause, slot.nouns, k)) is not None:
                    return end - 1
    return None


def _complement(clause: Clause, complement: str, i: int) -> bool:
    wanted = {"to": "to", "that": "that"}.get(complement)
    rest = clause.tokens.lower[i + 1 :]
    return wanted in rest if wanted else any(w.endswith("ing") for w in rest)


def _roles(
    clause: Clause,
    subject: str,
    direct: str,
    by_prep: dict[str, str],
    i: int,
    *,
    passive: bool,
    mutual: bool,
    own_noun: bool,
) -> Trigger:
    """Who stands where around a verb at `i`; what is neither subject nor object nor in a known phrase is set apart."""
    roles: dict[str, list[Who]] = {}
    place: list[Who] = []
    topics: list[Who] = []
    score = 0.0
    first = direct or next(iter(by_prep.values()), "Y")
    other = first if first != subject else "Y"
    grammatical, object_ = (other, subject) if passive else (subject, other)
    if passive and own_noun and any(u.prep in by_prep for u in clause.units):
        grammatical = subject  # "the French ambassador was recalled from Britain"
    had_subject = had_object = False
    fronted = _fronted(clause, i)
    for unit in (u for u in clause.units if u.start >= clause.start):
        if unit.start < fronted and not unit.prep:
            roles.setdefault(object_, []).append(unit.who)
            score += 1
        elif unit.start < i and not unit.prep:
            roles.setdefault(grammatical, []).append(unit.who)
            had_subject = True
            score += 1
        elif passive and (unit.prep == "by" or (unit.prep == "from" and _sent_away(clause, i))):
            roles.setdefault(subject, []).append(unit.who)
            score += 1
        elif unit.prep in by_prep:
            roles.setdefault(by_prep[unit.prep], []).append(unit.who)
            had_object = True
            score += 1
        elif unit.prep in ("in", "at", "near"):
            place.append(unit.who)
        elif _aside(clause, i, unit, had_object=had_object, sided=bool(by_prep)) or (unit.start > i and passive):
            topics.append(unit.who)
        elif unit.start > i:
            roles.setdefault(object_, []).append(unit.who)
            had_object = True
            score += 0.5 + 0.5 * bool(direct and not unit.prep)
        else:
            roles.setdefault(other, []).append(unit.who)
    if not had_object and not passive and "with" in by_prep and len(roles.get(subject, ())) > 1:
        mutual = True
    open_role = _open(clause, subject, other, by_prep, passive=passive, had_subject=had_subject)
    if passive and own_noun and not had_subject and not clause.fronted and grammatical == subject:
        open_role = subject
    return Trigger(
        (), i, i + 1, "", score, mutual, True, passive, frozen(roles), open_role, tuple(place), tuple(topics)
    )


def _fronted(clause: Clause, i: int) -> int:
    """Where the auxiliary stands behind an object that was put first ("what envoys did Chile expel"), or 0."""
    helping = [n for n in range(clause.start, i) if clause.tokens.lower[n] in DO | HAVE | MODALS.keys()]
    aux = helping[0] if helping else 0
    between = any(aux < u.start < i and not u.prep for u in clause.units)
    return aux if between else 0


def _sent_away(clause: Clause, i: int) -> bool:
    """Whether the verb at `i` sends somebody away: "expelled from France" is done by France."""
    return clause.tokens.lower[i].startswith(("expel", "deport", "banish", "eject"))


def _aside(clause: Clause, i: int, unit: Unit, *, had_object: bool, sided: bool) -> bool:
    """Whether a party is no side but what the event is about, or hangs on a noun of its own."""
    if unit.prep in ("about", "over", "regarding", "concerning"):
        return True
    if unit.prep in ("on", "of", "for", "against") and (had_object or sided):
        return True
    if unit.start < i:
        return False
    return (had_object and not unit.joined) or bool(unit.prep and _head_between(clause, i, unit))


def _head_between(clause: Clause, i: int, unit: Unit) -> bool:
    """Whether a noun stands between the verb and the party's preposition: "condemned the agreement with Iran"."""
    between = range(i + 1, max(i + 1, unit.start))
    return any(
        clause.tokens.lower[n].isalpha() and clause.tokens.lower[n] not in DETERMINERS | POSSESSIVES | PREPOSITIONS
        and not clause.party_at(n) and not clause.taken[n] and clause.tokens.lower[n] not in ("to", "not")
        for n in between
    )  # fmt: skip


def _open(
    clause: Clause, subject: str, other: str, by_prep: dict[str, str], *, passive: bool, had_subject: bool
) -> str:
    stranded = clause.tokens.lower[-1] if clause.tokens.lower else ""
    fronted = clause.fronted or (stranded if stranded in PREPOSITIONS | {"to"} else "")
    if fronted == "by" and passive:
        return subject
    if fronted in by_prep:
        return by_prep[fronted]
    if passive:
        return subject if had_subject and stranded == "by" else other if not had_subject else subject
    return other if had_subject else subject
