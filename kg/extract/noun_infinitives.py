"""Clauses in, whose the infinitive behind a noun is: "Spain's refusal to", "plans by Oman to", "dropped plans to".

Changed in place, once the clauses are linked.
"""

from __future__ import annotations

from kg.extract.pieces import Chunk, Clause, Group
from kg.extract.stance_words import NEGATIVE_NOUNS, PLAN_NOUNS, WISH_NOUNS
from kg.extract.tokens import Tokens

__all__ = ["own_infinitives"]

_NOUNS = PLAN_NOUNS | WISH_NOUNS | NEGATIVE_NOUNS
_ASKING = frozenset("call calls demand demands request requests appeal order orders".split())
"""Who is asked is to do it, not who asks."""
_ASKING_ON = {"call": ("on", "upon"), "appeal": ("to",), "prevail": ("on", "upon"), "press": ("for",)}


def own_infinitives(tokens: Tokens, chunks: list[Chunk], clauses: list[Clause], named: set[int]) -> None:
    """Give each infinitive behind a noun or behind "called on B" its subject; `named` are tokens of actors."""
    for number, clause in enumerate(clauses):
        if clause.verb.form == "infinitive" and tokens.lower[clause.verb.first - 1] in ("not", "never"):
            clause.verb.negated = True
        if clause.kind == "headline" and clause.subject is not None and clause.parent is None:
            _of_the_subject(tokens, chunks, clauses, number)
        elif clause.mark == "whether" and clause.parent is None and number + 1 < len(clauses):
            _hand_back(clause, clauses[number + 1], None)
        elif clause.kind == "infinitive" and clause.parent is not None:
            _of_the_object(tokens, clause, clause.parent, named)


def _of_the_object(tokens: Tokens, clause: Clause, parent: Clause, named: set[int]) -> None:
    """ "dropped plans to recall": the plans are theirs; "called on Fiji to leave": Fiji is to leave.

    "Condemned a Greek decision to leave": the noun phrase stays the subject, for it says whose the decision is.
    """
    if parent.objects and clause.subject is parent.objects[0]:
        np = clause.subject.items[-1]
        noun = tokens.lower[np.head]
        if noun in _NOUNS:
            clause.mark = noun
            by = next((g for word, g in parent.preps if word == "by" and np.last <= g.first < clause.verb.first), None)
            if noun not in _ASKING and not named.isdisjoint(range(np.first, np.head)):
                return
            if np.possessor is not None and noun not in _ASKING:
                clause.subject = Group([np.possessor])
            else:
                clause.subject = by if by is not None and noun not in _ASKING else parent.subject
    elif not parent.objects and not parent.verb.passive:
        for lemma in parent.lemmas:
            for word, group in parent.preps[-1:]:
                near = clause.verb.first - group.last <= 1
                if near and (word == "for" or word in _ASKING_ON.get(lemma, ())):
                    clause.subject = group  # "called for Israel to leave"


def _of_the_subject(tokens: Tokens, chunks: list[Chunk], clauses: list[Clause], number: int) -> None:
    """ "Spain's refusal to recognise Kosovo annoyed Tirana": no headline, but the subject of the verb that follows."""
    clause = clauses[number]
    subject = clause.subject
    assert subject is not None
    np = subject.items[-1]
    following = next((c for c in clauses[number + 1 :] if c.verb.form == "finite"), None)
    if tokens.lower[np.head] not in _NOUNS or following is None:
        return
    clause.kind, clause.mark = "infinitive", tokens.lower[np.head]
    clause.subject = Group([np.possessor]) if np.possessor is not None else _by(chunks, subject, clause) or np.of
    _hand_back(clause, following, subject)


def _hand_back(clause: Clause, following: Clause, subject: Group | None) -> None:
    """What was taken for the subject of the verb behind a clause that is itself the subject is the clause's object."""
    if following.parent is clause and following.kind == "complement" and following.subject is not None:
        clause.objects.insert(0, following.subject)
        clause.children.remove(following)
        following.subject, following.parent, following.kind = subject, None, "main"


def _by(chunks: list[Chunk], subject: Group, clause: Clause) -> Group | None:
    """ "plans by Ottawa to expel" """
    for k, chunk in enumerate(chunks[:-1]):
        if chunk.first >= subject.last and chunk.last < clause.verb.first and chunk.word in ("by", "of", "from"):
            return chunks[k + 1].group
    return None
