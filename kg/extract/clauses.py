"""Chunks of a sentence in, clauses out: each verb group with its subject, objects, prepositional phrases and parent."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.pieces import Chunk, Group, VerbGroup

__all__ = ["Clause", "clauses"]


@dataclass(slots=True, eq=False)
class Clause:
    """A verb and what belongs to it.

    `kind`: main, complement, relative, infinitive, gerund, participle, subordinate (mark holds if, after, ...).
    `preps` are (preposition, noun phrases); `after` is the preposition before a gerund ("of sheltering").
    """

    verb: VerbGroup
    at: int
    kind: str = "main"
    mark: str = ""
    subject: Group | None = None
    objects: list[Group] = field(default_factory=list)
    preps: list[tuple[str, Group]] = field(default_factory=list)
    parent: Clause | None = None
    children: list[Clause] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    stop: int = 0
    relative: str = ""
    inverted: bool = False
    twin: Clause | None = None

    @property
    def lemmas(self) -> tuple[str, ...]:
        return self.verb.lemmas


def clauses(chunks: list[Chunk]) -> list[Clause]:
    """All clauses of a sentence in order of their verbs."""
    out: list[Clause] = []
    for k, chunk in enumerate(chunks):
        if chunk.kind != "VG" or chunk.verb is None:
            continue
        clause = Clause(chunk.verb, k)
        _attach(chunks, k, clause, out)
        _arguments(chunks, k, clause)
        out.append(clause)
        _belonging(clause)
    for clause in out:
        _late_subject(clause, chunks)
    return out


def _belonging(clause: Clause) -> None:
    """ "the quota proposed by the EU", "a ship flying the flag of Panama", "sanctions that cut off Iran": whose it is."""
    if clause.subject is None:
        return
    if clause.kind == "relative" and clause.relative in ("that", "which") and not clause.verb.passive:
        split_off = [g for word, g in clause.preps[:1] if word in clause.particles]  # "cut off Iran"
        clause.subject.items[-1].belongs = next(iter(clause.objects or split_off), None)
    elif clause.kind == "participle":
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


# --- arguments to the right ---------------------------------------------------------------------------------------


def _arguments(chunks: list[Chunk], k: int, clause: Clause) -> None:
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


# --- parents and subjects to the left --------------------------------------------------------------------------------


def _attach(chunks: list[Chunk], k: int, clause: Clause, done: list[Clause]) -> None:
    """Give the clause its kind, parent and subject from what stands before its verb."""
    verb = clause.verb
    left = k - 1
    while left >= 0 and chunks[left].kind == "R":
        left -= 1
    before = chunks[left] if left >= 0 else None
    previous = done[-1] if done else None
    if verb.form == "infinitive":
        _infinitive(chunks, left, clause, previous)
        return
    if verb.form == "gerund":
        _gerund(chunks, left, clause, previous)
        return
    if (
        before is not None
        and before.kind in ("W",)
        or (before is not None and before.kind == "K" and _antecedent(chunks, left))
    ):
        clause.kind, clause.relative = "relative", before.word
        clause.subject = _antecedent(chunks, left)
        clause.parent = _owner(chunks, left, done)
        return
    if verb.form == "participle" or _is_reduced(chunks, k, left, done):
        _participle(chunks, left, clause, previous)
        return
    if (
        before is not None
        and before.kind == "C"
        and previous is not None
        and verb.base
        and previous.kind in ("infinitive", "headline")
    ):
        clause.kind, clause.parent, clause.subject, clause.twin = (
            previous.kind,
            previous.parent,
            previous.subject,
            previous,
        )
        return
    if before is not None and before.kind == "C" and previous is not None:
        _shared(clause, _sibling(done, chunks, left))
        return
    subject, at = _subject(chunks, left, done)
    subject = _over_relative(subject, done)
    clause.subject = subject
    if subject is None and previous is not None and before is not None and before.kind == ",":
        _shared(clause, _sibling(done, chunks, left))
        return
    _mark(chunks, at if subject is not None else left + 1, clause, done)


def _is_reduced(chunks: list[Chunk], k: int, left: int, done: list[Clause]) -> bool:
    """A bare past form right after an object, followed by "by" or a preposition, while a clause already runs."""
    verb = chunks[k].verb
    if verb is None or not verb.past or verb.last - verb.first != 1 or left < 0 or chunks[left].kind != "NP":
        return False
    if not verb.ambiguous:
        return False
    nxt = chunks[k + 1] if k + 1 < len(chunks) else None
    last = done[-1] if done else None
    object_of = last is not None and any(g is chunks[left].group for g in last.objects)
    if (
        object_of
        and last is not None
        and last.verb.form == "finite"
        and not set(last.lemmas) & SAYING
        and not last.verb.copula
    ):
        return True
    if nxt is None or nxt.kind != "P":
        return False
    if nxt.word == "by":
        return True
    governed = left > 0 and chunks[left - 1].kind in ("VG", "P")
    running = bool(done) and done[-1].verb.form == "finite" and not _boundary_between(chunks, done[-1].at, left)
    later = any(c.kind == "VG" and c.verb and c.verb.form == "finite" for c in chunks[k + 1 :])
    saying = running and bool(set(done[-1].lemmas) & SAYING)
    return governed and ((running and not saying) or (later and left > 0 and chunks[left - 1].kind == "P"))


SAYING = frozenset(
    "say report claim announce believe think state insist argue know note add hope deny confirm stress warn tell".split()
)


def _boundary_between(chunks: list[Chunk], a: int, b: int) -> bool:
    return any(c.kind in ("K", "S", "W", ";", ":", '"', "-", ",") for c in chunks[a:b])


def _shared(clause: Clause, sibling: Clause | None) -> None:
    if sibling is not None:
        clause.subject = sibling.subject
        clause.parent, clause.kind, clause.mark = sibling.parent, sibling.kind, sibling.mark
        clause.relative = sibling.relative
        if (
            not clause.verb.modal
            and sibling.verb.modal
            and clause.verb.last - clause.verb.first == 1
            and not clause.verb.past
        ):
            clause.verb.modal, clause.verb.negated = sibling.verb.modal, sibling.verb.negated or clause.verb.negated


def _sibling(done: list[Clause], chunks: list[Chunk], left: int) -> Clause | None:
    finite = [c for c in done if c.verb.form == "finite" and c.subject is not None]
    nxt = chunks[left + 1].verb if left + 1 < len(chunks) else None
    if (
        nxt is not None
        and set(nxt.lemmas) & SAYING_AFTER | (set(nxt.lemmas) & SAYING)
        and finite
        and not set(finite[-1].lemmas) & SAYING
    ):
        saying = [c for c in finite if set(c.lemmas) & (SAYING | SAYING_AFTER)]
        finite = saying or finite  # "said it described A and stressed that B": the same one speaks
    return finite[-1] if finite else (done[-1] if done else None)


def _over_relative(subject: Group | None, done: list[Clause]) -> Group | None:
    """ "officials who met Iraq said": the subject of "said" is whom the relative clause describes."""
    last = done[-1] if done else None
    if subject is None or last is None or last.kind != "relative" or last.subject is None or set(last.lemmas) & SAYING:
        return subject
    inside = subject in last.objects or any(g is subject for _, g in last.preps)
    taken = any(last.subject in c.objects or any(g is last.subject for _, g in c.preps) for c in done[:-1])
    return last.subject if inside and not taken else subject


def _subject(chunks: list[Chunk], j: int, done: list[Clause] | None = None) -> tuple[Group | None, int]:
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


def _antecedent(chunks: list[Chunk], j: int) -> Group | None:
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


def _owner(chunks: list[Chunk], j: int, done: list[Clause]) -> Clause | None:
    return done[-1] if done else None


def _infinitive(chunks: list[Chunk], left: int, clause: Clause, previous: Clause | None) -> None:
    clause.kind = "infinitive"
    clause.parent = previous
    before = chunks[left] if left >= 0 else None
    if before is not None and before.kind == "C" and previous is not None and previous.kind == "infinitive":
        clause.subject, clause.parent = previous.subject, previous.parent
        return
    if previous is None:
        clause.subject, _ = _subject(chunks, left)
        clause.kind = "headline" if clause.subject is not None else "infinitive"
        return
    if previous.verb.copula and previous.subject is None and previous.parent is not None:
        clause.subject = previous.parent.subject  # "said there were no plans to …"
    elif previous.verb.passive or not previous.objects:
        clause.subject = previous.subject
    else:
        controls_subject = bool(set(previous.lemmas) & SUBJECT_CONTROL)
        clause.subject = previous.subject if controls_subject else previous.objects[0]


SUBJECT_CONTROL = frozenset(
    """promise vow pledge threaten agree refuse decline plan intend want hope try attempt seek offer fail manage
    decide continue begin start cease use need expect prepare rush move act meet hold send deploy launch sign take
    have make visit travel arrive impose issue give withdraw close reopen leave reach break cut show""".split()
)


def _gerund(chunks: list[Chunk], left: int, clause: Clause, previous: Clause | None) -> None:
    clause.kind = "gerund"
    clause.parent = previous
    before = chunks[left] if left >= 0 else None
    if before is not None and before.kind in ("P", "S"):
        clause.mark = before.word
        shared = _between(chunks, left) if before.word in ("in", "of", "on", "over") else None
        if shared is not None:
            clause.subject = shared
            return
        if previous is None or before.word in ("after", "before", "by", "while", "without", "since", "despite"):
            clause.subject = previous.subject if previous else None
            return
        controls = bool(set(previous.lemmas) & OBJECT_CONTROL)
        direct = previous.objects[0] if previous.objects and not previous.verb.passive and controls else None
        clause.subject = direct or previous.subject
        return
    if before is not None and before.kind == "NP":
        clause.subject = before.group
        if left > 0 and chunks[left - 1].kind == "P":
            clause.mark = chunks[left - 1].word  # "contingent on Iran agreeing"
        return
    clause.subject = previous.subject if previous else None
    if before is not None and before.kind == "C" and previous is not None and previous.kind == "gerund":
        clause.mark, clause.parent = previous.mark, previous.parent


def _between(chunks: list[Chunk], left: int) -> Group | None:
    """ "an interest between A and B in fighting": both fight."""
    if (
        left > 1
        and chunks[left - 1].kind == "NP"
        and chunks[left - 2].kind == "P"
        and chunks[left - 2].word in ("between", "among")
    ):
        return chunks[left - 1].group
    return None


OBJECT_CONTROL = frozenset(
    """accuse blame criticise criticize condemn suspect stop prevent bar ban keep deter dissuade thank praise punish
    charge convict sue warn denounce fine forbid prohibit acquit commend congratulate discourage rebuke""".split()
)


def _participle(chunks: list[Chunk], left: int, clause: Clause, previous: Clause | None) -> None:
    clause.kind = "participle"
    clause.parent = previous
    clause.verb.passive = True
    clause.verb.form = "participle"
    before = chunks[left] if left >= 0 else None
    if before is not None and before.kind == "NP":
        clause.subject = before.group
    elif previous is not None:
        clause.subject = previous.subject


def _mark(chunks: list[Chunk], at: int, clause: Clause, done: list[Clause]) -> None:
    """What joins the clause to the one before: that, if, after, a bare complement, or nothing."""
    i = at - 1
    while i >= 0 and chunks[i].kind in ("R", '"'):
        i -= 1
    if i < 0 or not chunks:
        return
    kind = chunks[i].kind
    if kind == "C" and i > 0 and chunks[i - 1].kind in ("S",):
        kind, i = "S", i - 1
    if kind == "K" and i > 0 and chunks[i - 1].kind == "S":
        kind, i = "S", i - 1
    if kind == "K" and done:
        clause.kind, clause.mark = "complement", "that"
        clause.parent = done[-1] if _antecedent(chunks, i) is None or done[-1].at < i else done[-1]
    elif kind == "S":
        clause.kind, clause.mark = "subordinate", chunks[i].word
        clause.parent = done[-1] if done else None
    elif kind == "P" and chunks[i].word in ("before", "after", "since", "until", "as"):
        clause.kind, clause.mark = "subordinate", chunks[i].word
        clause.parent = done[-1] if done else None
    elif kind == "VG" and done and chunks[i].verb is done[-1].verb:
        clause.kind, clause.mark, clause.parent = "complement", "", done[-1]
    elif kind == "C" and done:
        last = done[-1]
        if last.kind == "complement" or (last.parent is not None and last.kind in ("subordinate",)):
            clause.kind, clause.parent, clause.mark = last.kind, last.parent, last.mark


def _late_subject(clause: Clause, chunks: list[Chunk]) -> None:
    """ "…," said the minister: the subject follows a verb of saying that has none."""
    if clause.subject is None and clause.verb.form == "finite" and clause.objects and set(clause.lemmas) & SAYING_AFTER:
        clause.subject, clause.inverted = clause.objects.pop(0), True


SAYING_AFTER = frozenset("say add tell warn announce declare insist report write note state ask".split())
