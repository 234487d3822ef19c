"""A place in a row of chunks in, the noun phrases out that are the subject there, over all that is inserted."""

from __future__ import annotations

from kg.extract.control import SAYING, SAYING_AFTER
from kg.extract.pieces import Chunk, Clause, Group

__all__ = ["antecedent", "between", "opening", "over_relative", "subject"]


def over_relative(subject: Group | None, done: list[Clause]) -> Group | None:
    """ "officials who met Iraq said": the subject of "said" is whom the relative clause describes."""
    last = done[-1] if done else None
    if subject is None or last is None or last.kind != "relative" or last.subject is None or set(last.lemmas) & SAYING:
        return subject
    if subject is last.missing:  # "the war, which Sudan started, ended"
        return subject
    inside = subject in last.objects or any(g is subject for _, g in last.preps)
    taken = any(last.subject in c.objects or any(g is last.subject for _, g in c.preps) for c in done[:-1])
    return last.subject if inside and not taken else subject


def subject(chunks: list[Chunk], j: int, done: list[Clause]) -> tuple[Group | None, int]:
    """The noun phrases before the verb at j+1, over prepositional phrases and inserted clauses; and where."""
    for _ in range(40):
        if j < 0:
            break
        if chunks[j].kind == "NP" and _belongs_to_gerund(chunks, j):
            j -= 2  # "protesters waving Russian flags attacked": the protesters
        if chunks[j].kind == "NP" and not (j > 0 and chunks[j - 1].kind == "P"):
            _name(chunks, j)
            return chunks[j].group, j
        further = _further(chunks, j, done)
        if further is None:
            break
        j = further
    return None, j


def _name(chunks: list[Chunk], j: int) -> None:
    """ "the winner of the vote, Idriss Oumar, said": the second noun phrase names the first."""
    group, kinds = chunks[j].group, [c.kind for c in chunks[j + 1 : j + 4]]
    second = chunks[j + 2].group if kinds == [",", "NP", ","] else None
    if group is not None and second is not None and len(group.items) == 1 and len(second.items) == 1:
        group.items[0].appositive = group.items[0].appositive or second.items[0]


def _belongs_to_gerund(chunks: list[Chunk], j: int) -> bool:
    """Whether the noun phrase at j is what somebody before it is doing something to."""
    verb = chunks[j - 1].verb if j > 1 else None
    return verb is not None and verb.form == "gerund" and chunks[j - 2].kind == "NP"


def _further(chunks: list[Chunk], j: int, done: list[Clause]) -> int | None:
    """Where to look on, left of what is inserted at j; None where no subject can stand."""
    kind = chunks[j].kind
    if kind == "NP":
        return j - 2  # behind a preposition
    if kind == "R" or (kind == "P" and j + 1 < len(chunks) and chunks[j + 1].kind == "R"):
        return j - 1
    if kind == '"':
        return None if j > 0 and chunks[j - 1].kind == "," else j - 1
    if kind == ")":
        return next((i for i in range(j, -1, -1) if chunks[i].kind == "("), -1) - 1
    if kind in (",", "-"):
        begin = opening(chunks, j)
        listed = chunks[begin + 1].group if begin is not None and j - begin == 2 else None
        if begin is not None and kind == "-" and listed is not None and len(listed.items) > 1:
            return begin + 1  # "members of the bloc -- Peru and Chile -- agreed"
        if begin is not None:
            _named_twice(chunks, begin, j)
        return None if begin is None else begin - 1
    if kind == "VG":
        inner = next((c for c in done if c.at == j and c.kind in ("participle", "relative")), None)
        if inner is None and j > 0:  # "tankers belonging to Oman were hit"
            inner = next(
                (c for c in done if c.at == j and c.kind == "gerund" and c.subject is chunks[j - 1].group), None
            )
        described = inner and (inner.missing or inner.subject)
        if described:
            return next((i for i in range(j - 1, -1, -1) if chunks[i].group is described), -1)
    return None


def _named_twice(chunks: list[Chunk], opening: int, closing: int) -> None:
    """ "One of them, the Polisario Front, …", "Ann Li, spokeswoman for the ministry, …": the second names the first."""
    before, inside = chunks[opening - 1].group, chunks[opening + 1 : closing]
    second = inside[0].group if inside and inside[0].kind == "NP" else None
    plain = all(c.kind in ("NP", "P", "R", "Q") for c in inside)
    if before is not None and second is not None and plain and before.items[-1].appositive is None:
        before.items[-1].appositive = second.items[0]


def opening(chunks: list[Chunk], j: int) -> int | None:
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
    """The noun phrases before the relative pronoun at j: the nearest; of "an envoy to Sudan who" the envoy."""
    i = j - 1
    while i >= 0 and chunks[i].kind in (",", "R", '"', "P", ")"):
        if chunks[i].kind == ")":
            while i >= 0 and chunks[i].kind != "(":
                i -= 1
        i -= 1
    if i >= 0 and chunks[i].kind == "NP":
        outer = chunks[i - 2] if i > 1 and chunks[i - 1].kind == "P" else None
        who = chunks[j].word in ("who", "whom") and not chunks[i].human
        return outer.group if who and outer is not None and outer.human else chunks[i].group
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
