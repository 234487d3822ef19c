"""Chunks of a sentence in, clauses out: each verb group with its subject, objects, prepositional phrases and parent."""

from __future__ import annotations

from kg.extract.arguments import arguments
from kg.extract.control import SAYING_AFTER
from kg.extract.parents import attach
from kg.extract.pieces import Chunk, Clause
from kg.extract.subjects import antecedent

__all__ = ["clauses"]

_HARMING = frozenset(
    """kill wound injure hurt maim attack assault hit strike bomb shell destroy damage target devastate ravage harm
    threaten displace claim shoot down oust topple overthrow occupy seize""".split()
)


_SEEING = frozenset("see obtain view review read quote cite monitor".split())


def clauses(chunks: list[Chunk]) -> list[Clause]:
    """All clauses of a sentence in order of their verbs.

    >>> from kg.extract.chunks import chunk
    >>> from kg.extract.tagging import general_verbs, tag
    >>> from kg.extract.tokens import tokenize
    >>> words, verbs = tokenize("Oman said Chad had agreed to meet Niger."), general_verbs()
    >>> tags = tag(words, 0, len(words), {0, 2, 7}, set(), verbs)
    >>> [(c.kind, c.lemmas, len(c.objects)) for c in clauses(chunk(words, 0, tags, verbs))]
    [('main', ('say',), 0), ('complement', ('agree',), 0), ('infinitive', ('meet',), 1)]
    """
    out: list[Clause] = []
    for k, chunk in enumerate(chunks):
        if chunk.kind != "VG" or chunk.verb is None:
            continue
        clause = Clause(chunk.verb, k)
        attach(chunks, k, clause, out)
        arguments(chunks, k, clause)
        if clause.missing is not None and not clause.verb.passive and _takes(clause, chunks[k + 1 : k + 2]):
            clause.objects.insert(0, clause.missing)
            clause.kind = "relative"
        out.append(clause)
        _opposed(clause)
        _helped(clause)
        _belonging(clause)
    for clause in out:
        _late_subject(clause)
    _whose(chunks)
    return out


def _takes(clause: Clause, behind: list[Chunk]) -> bool:
    """Whether the one whom a relative clause is about is its object, or the first ("which Peru granted asylum")."""
    if behind and behind[0].verb is not None and behind[0].verb.form == "finite":
        return False  # "a raid that many had warned would come"
    return not clause.objects or (len(clause.objects) == 1 and not _GIVING.isdisjoint(clause.lemmas))


_GIVING = frozenset(
    """give grant deny refuse send hand offer award promise lend sell wish pay call brand declare designate hold find
    label deem name consider""".split()
)


def _opposed(clause: Clause) -> None:
    """ "is opposed to the plan" opposes it: nobody does it to the subject."""
    to = next((g for word, g in clause.preps if word == "to"), None)
    by = any(word == "by" for word, _ in clause.preps)
    if clause.verb.passive and "oppose" in clause.lemmas and to is not None and not by:
        clause.verb.passive = False
        clause.preps = [(word, g) for word, g in clause.preps if g is not to]
        clause.objects = [to]


def _helped(clause: Clause) -> None:
    """ "helped Bosnia rebuild its schools": an infinitive without "to", and whom one helps."""
    above = clause.parent
    if clause.kind != "complement" or not clause.verb.base or above is None or clause.subject is None or above.objects:
        return
    if set(above.lemmas) & {"help", "let"}:
        clause.kind = "infinitive"
        above.objects.append(clause.subject)


def _belonging(clause: Clause) -> None:
    """Whose it is: "a quota proposed by the EU", "a ship flying the flag of Panama", "sanctions that cut off Iran"."""
    if clause.subject is None:
        return
    if clause.kind == "relative" and clause.relative in ("that", "which") and not clause.verb.passive:
        if set(clause.lemmas) & _HARMING:
            return  # "the raid that killed two Malians" is not theirs
        split_off = [g for word, g in clause.preps[:1] if word in clause.particles]  # "cut off Iran"
        clause.subject.items[-1].belongs = next(iter(clause.objects or split_off), None)
    elif clause.kind == "participle":
        if not _SEEING.isdisjoint(clause.lemmas):
            return  # "a letter seen by Reuters" is not theirs
        agent = next((g for word, g in clause.preps if word in ("on", "against")), None)
        agent = agent or next((g for word, g in clause.preps if word == "by"), None)
        if agent is not None:
            clause.subject.items[-1].belongs = agent
    elif (
        clause.kind == "gerund"
        and set(clause.lemmas) & {"fly", "carry", "represent"}
        and clause.objects
        and not clause.mark
    ):
        clause.subject.items[-1].belongs = clause.objects[0]
    elif clause.kind == "gerund" and "belong" in clause.lemmas and clause.preps and clause.preps[0][0] == "to":
        clause.subject.items[-1].belongs = clause.preps[0][1]


def _whose(chunks: list[Chunk]) -> None:
    """ "Peru, whose troops": the troops are Peru's."""
    for i, chunk in enumerate(chunks[1:-1], 1):
        group = chunks[i + 1].group
        owner = antecedent(chunks, i) if chunk.kind == "W" and chunk.word == "whose" and group is not None else None
        if owner is not None and group is not None and group.items[0].possessor is None:
            group.items[0].possessor = owner.items[-1]


def _late_subject(clause: Clause) -> None:
    """ "…," said the minister: the subject follows a verb of saying that has none."""
    if clause.subject is None and clause.verb.form == "finite" and clause.objects and set(clause.lemmas) & SAYING_AFTER:
        clause.subject = clause.objects.pop(0)
