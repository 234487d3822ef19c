"""A verb in its row of chunks in, its objects and prepositional phrases out: what belongs to it on the right."""

from __future__ import annotations

from kg.extract.control import SAYING
from kg.extract.pieces import Chunk, Clause, Group

__all__ = ["arguments"]


def arguments(chunks: list[Chunk], k: int, clause: Clause) -> None:
    i, size, pending = k + 1, len(chunks), ""
    while i < size:
        chunk = chunks[i]
        kind = chunk.kind
        if kind == "NP" and chunk.group:
            if pending:
                clause.preps.append((pending, chunk.group))
                pending = ""
            elif _next_subject(chunks, i, clause):
                break
            else:
                clause.objects.append(chunk.group)
                i = _skip_appositive(chunks, i, chunk.group)
        elif kind == "P":
            if pending or (not clause.objects and i == k + 1):
                clause.particles.append(pending or chunk.word)
            pending = chunk.word
        elif kind == "R":
            if i == k + 1 or (clause.objects and not clause.preps):
                clause.particles.append(chunk.word)
            pending = "" if pending else pending
        elif kind == "," and _is_adjective(chunks, i, clause):
            clause.objects.pop()  # "direct, high-level talks": the first word was no thing of its own
        elif kind == ",":
            if not _goes_on(chunks, i, clause):
                break
            pending = ""
        elif kind == '"':
            pending = pending or ""
        elif kind == "VG" and pending and chunk.verb and chunk.verb.form == "gerund":
            break
        elif kind == ")":
            pass
        elif kind == "(":
            while i < size and chunks[i].kind != ")":
                i += 1
        else:
            break
        i += 1
    clause.stop = i


def _is_adjective(chunks: list[Chunk], i: int, clause: Clause) -> bool:
    """Whether the one word before the comma at i only describes the noun phrase after it."""
    if not clause.objects or i + 1 >= len(chunks) or chunks[i - 1].group is not clause.objects[-1]:
        return False
    nxt = chunks[i + 1]
    if nxt.kind != "NP" or nxt.group is None or len(clause.objects[-1].items) > 1 or len(nxt.group.items) > 1:
        return False
    one, other = clause.objects[-1].items[0], nxt.group.items[0]
    return (
        one.last - one.first <= 2
        and one.of is None
        and one.possessor is None
        and other.last - other.first >= 2
        and not nxt.starts
    )


def _skip_appositive(chunks: list[Chunk], i: int, group: Group) -> int:
    """ "the president, Ali Bongo, to ...": the second noun phrase names the first."""
    if i + 2 < len(chunks) and chunks[i + 1].kind == "," and chunks[i + 2].kind == "NP":
        after = chunks[i + 3].kind if i + 3 < len(chunks) else "."
        second = chunks[i + 2].group
        if after in (",", ".", "-", ";") and second is not None:
            group.items[-1].appositive = second.items[0]
            return i + 2
    return i


_OPENS_CLAUSE = frozenset(("after", "before", "since", "until", "till"))


def _next_subject(chunks: list[Chunk], i: int, clause: Clause) -> bool:
    """Whether the noun phrase at i is the subject of the next verb rather than an object here."""
    j = i + 1
    while (
        j + 1 < len(chunks)
        and chunks[j].kind == "P"
        and chunks[j].word not in _OPENS_CLAUSE
        and chunks[j + 1].kind == "NP"
    ):
        j += 2
    while j < len(chunks) and chunks[j].kind == "R":
        j += 1
    if j < len(chunks) and chunks[j].kind == "VG" and chunks[j].verb:
        verb = chunks[j].verb
        return verb is not None and verb.form == "finite" and not _reduced(chunks, j, clause)
    return False


_AFTER_PARTICIPLE = frozenset("by in at on from with to of for over as against near during under after since".split())


def _reduced(chunks: list[Chunk], j: int, clause: Clause) -> bool:
    """ "troops deployed by Iran": a past form that is really a participle after an object."""
    verb = chunks[j].verb
    if verb is None or verb.last - verb.first != 1 or not verb.past or not verb.ambiguous:
        return False
    if clause.verb.form == "finite" and not set(clause.lemmas) & SAYING and not clause.verb.copula:
        return True
    follows = chunks[j + 1] if j + 1 < len(chunks) else None
    return follows is not None and follows.kind == "P" and follows.word in _AFTER_PARTICIPLE


def _goes_on(chunks: list[Chunk], i: int, clause: Clause) -> bool:
    """Whether the clause goes on after the comma at i (a date, an adverb or a prepositional phrase follows)."""
    if i + 1 >= len(chunks):
        return False
    nxt = chunks[i + 1]
    if nxt.kind == "R":
        return True
    if nxt.kind == "P":
        j = i + 2
        if j < len(chunks) and chunks[j].kind == "NP":
            return not (
                j + 1 < len(chunks) and chunks[j + 1].kind == "," and j + 2 < len(chunks) and chunks[j + 2].kind == "NP"
            )
    return False
