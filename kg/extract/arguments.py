"""A verb in its row of chunks in, its objects and prepositional phrases out: what belongs to it on the right."""

from __future__ import annotations

from kg.extract.control import BARE_COMPLEMENT, SAYING
from kg.extract.judging import PLAIN
from kg.extract.pieces import Chunk, Clause, Group

__all__ = ["arguments"]


def arguments(chunks: list[Chunk], k: int, clause: Clause) -> None:
    """Fill the objects, prepositional phrases and particles of the clause whose verb is the chunk at k."""
    i, pending = k + 1, ""
    while i < len(chunks):
        chunk = chunks[i]
        if chunk.group is not None:
            if pending:
                clause.preps.append((pending, chunk.group))
            elif _next_subject(chunks, i, clause):
                break
            else:
                clause.objects.append(chunk.group)
                i = _skip_appositive(chunks, i, chunk.group)
            pending = ""
        elif chunk.kind in ("P", "R"):
            pending = _particle(chunk, clause, pending, first=i == k + 1)
        elif chunk.kind == ",":
            if _is_adjective(chunks, i, clause):
                clause.objects.pop()  # "direct, high-level talks": the first word was no thing of its own
            elif _goes_on(chunks, i):
                pending = ""
            else:
                break
        elif chunk.kind == "(":
            i = next((j for j in range(i, len(chunks)) if chunks[j].kind == ")"), len(chunks))
        elif chunk.kind not in ('"', ")"):
            break
        i += 1


def _particle(chunk: Chunk, clause: Clause, pending: str, *, first: bool) -> str:
    """Take in a preposition or adverb; the preposition that now waits for its noun phrase, if any."""
    if chunk.kind == "P":
        if pending or (first and not clause.objects):
            clause.particles.append(pending or chunk.word)
        return chunk.word
    if first or (clause.objects and (not clause.preps or chunk.word in PLAIN)):  # "called the raid by Mali illegal"
        clause.particles.append(chunk.word)
    return ""


def _is_adjective(chunks: list[Chunk], i: int, clause: Clause) -> bool:
    """Whether the one word before the comma at i only describes the noun phrase after it."""
    if not clause.objects or i + 1 >= len(chunks) or chunks[i - 1].group is not clause.objects[-1]:
        return False
    nxt = chunks[i + 1]
    if nxt.kind != "NP" or nxt.group is None or len(clause.objects[-1].items) > 1 or len(nxt.group.items) > 1:
        return False
    one, other = clause.objects[-1].items[0], nxt.group.items[0]
    return (
        one.last - one.first <= 1 + chunks[i - 1].starts  # "direct", "a direct", but not "five people"
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
    inside = clause.kind == "relative" and clause.missing is None and not clause.objects and not clause.verb.passive
    if inside and not set(clause.lemmas) & BARE_COMPLEMENT:
        return False  # "the generals who toppled the president had given"
    j = i + 1
    while (
        j + 1 < len(chunks)
        and chunks[j].kind == "P"
        and chunks[j].word not in _OPENS_CLAUSE
        and chunks[j + 1].kind == "NP"
    ):
        j += 2
    if j > i + 1 and not clause.objects and not set(clause.lemmas) & BARE_COMPLEMENT:
        return False  # "launched action over changes to the way judges are appointed"
    while j < len(chunks) and chunks[j].kind == "R":
        j += 1
    verb = chunks[j].verb if j < len(chunks) else None
    return verb is not None and verb.form == "finite" and not _reduced(chunks, j, clause)


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


def _goes_on(chunks: list[Chunk], i: int) -> bool:
    """Whether the clause goes on after the comma at i (a date, an adverb or a prepositional phrase follows)."""
    kinds = [c.kind for c in chunks[i + 1 : i + 5]]
    if kinds[:2] == ["P", "NP"]:
        return kinds[2:] != [",", "NP"]
    return kinds[:1] == ["R"]
