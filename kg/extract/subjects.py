"""A place in a row of chunks in, the noun phrases out that are the subject there, over all that is inserted."""

from __future__ import annotations

from kg.extract.control import SAYING, SAYING_AFTER
from kg.extract.pieces import Chunk, Clause, Group

__all__ = ["antecedent", "between", "over_relative", "subject"]


def over_relative(subject: Group | None, done: list[Clause]) -> Group | None:
    """ "officials who met Iraq said": the subject of "said" is whom the relative clause describes."""
    last = done[-1] if done else None
    if subject is None or last is None or last.kind != "relative" or last.subject is None or set(last.lemmas) & SAYING:
        return subject
    inside = subject in last.objects or any(g is subject for _, g in last.preps)
    taken = any(last.subject in c.objects or any(g is last.subject for _, g in c.preps) for c in done[:-1])
    return last.subject if inside and not taken else subject


def subject(chunks: list[Chunk], j: int, done: list[Clause] | None = None) -> tuple[Group | None, int]:
    """The noun phrases before the verb at j+1, over prepositional phrases and inserted clauses; and where."""
    steps = 0
    while j >= 0 and steps < 40:
        steps += 1
        chunk = chunks[j]
        kind = chunk.kind
        if kind == "NP":
            if j > 0 and chunks[j - 1].kind == "P":
                j -= 2
                continue
            return chunk.group, j
        if kind in ("R", '"'):
            if kind == '"' and j > 0 and chunks[j - 1].kind == ",":
                return None, j
            j -= 1
        elif kind == ")":
            while j >= 0 and chunks[j].kind != "(":
                j -= 1
            j -= 1
        elif kind in (",", "-"):
            opening = _opening(chunks, j)
            if opening is None:
                return None, j
            j = opening - 1
        elif kind == "P" and j + 1 < len(chunks) and chunks[j + 1].kind == "R":
            j -= 1
        elif kind == "VG" and done and (inner := next((c for c in done if c.at == j), None)) is not None:
            if inner.kind not in ("participle", "relative") or inner.subject is None:
                return None, j
            j = next((i for i in range(j - 1, -1, -1) if chunks[i].group is inner.subject), -1)
        else:
            return None, j
    return None, j


def _opening(chunks: list[Chunk], j: int) -> int | None:
    """The comma (or dash) that opens the insertion closed at j, if what it opens can be an insertion."""
    sign = chunks[j].kind
    depth = 0
    for i in range(j - 1, max(-1, j - 30), -1):
        kind = chunks[i].kind
        if kind == sign:
            inside = chunks[i + 1 : j]
            if not inside:
                return None
            head = inside[0].kind
            if (
                head in ("W", "NP", "P", "S", "R", "C", "VG", "K")
                and i > 0
                and chunks[i - 1].kind in ("NP", "R", ")", '"')
            ):
                finite = [c.verb for c in inside[1:] if c.kind == "VG" and c.verb and c.verb.form == "finite"]
                if head == "NP" and finite and not (len(finite) == 1 and set(finite[0].lemmas) & SAYING_AFTER):
                    depth += 1
                    continue
                return i
        if kind in (";", ":", "K"):
            return None
    return None


def antecedent(chunks: list[Chunk], j: int) -> Group | None:
    """The noun phrases before the relative pronoun at j; the nearest one, or the head over a prepositional phrase."""
    i = j - 1
    while i >= 0 and chunks[i].kind in (",", "R", '"', "P", ")"):
        if chunks[i].kind == ")":
            while i >= 0 and chunks[i].kind != "(":
                i -= 1
        i -= 1
    if i >= 0 and chunks[i].kind == "NP":
        return chunks[i].group
    return None


def between(chunks: list[Chunk], left: int) -> Group | None:
    """ "an interest between A and B in fighting": both fight."""
    if (
        left > 1
        and chunks[left - 1].kind == "NP"
        and chunks[left - 2].kind == "P"
        and chunks[left - 2].word in ("between", "among")
    ):
        return chunks[left - 1].group
    return None
