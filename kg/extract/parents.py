"""A clause with what stands before its verb in, its kind, parent and subject out."""

from __future__ import annotations

from kg.extract.control import OBJECT_CONTROL, SAYING, SAYING_AFTER, SUBJECT_CONTROL
from kg.extract.pieces import Chunk, Clause, Group, VerbGroup
from kg.extract.subjects import antecedent, between, opening, over_relative, subject

__all__ = ["attach"]


def attach(chunks: list[Chunk], k: int, clause: Clause, done: list[Clause]) -> None:
    """Give the clause its kind, parent and subject from what stands before its verb."""
    verb = clause.verb
    left = k - 1
    while left >= 0 and chunks[left].kind == "R":
        left -= 1
    before = chunks[left] if left >= 0 else None
    previous = done[-1] if done else None
    if verb.form == "infinitive":
        _infinitive(chunks, left, clause, done)
        return
    if verb.form == "gerund":
        _gerund(chunks, left, clause, previous)
        return
    if before is not None and (before.kind == "W" or (before.kind == "K" and antecedent(chunks, left))):
        clause.kind, clause.relative = "relative", before.word
        clause.subject = antecedent(chunks, left)
        if before.word == "who" and left > 0 and chunks[left - 1].kind == "NP":
            clause.subject = _nearest(clause.subject)  # "the arrest of two Kenyans who crossed the border"
        clause.parent = previous
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
    if before is not None and before.kind == "," and _describes(chunks, k, left):
        _participle(chunks, left - 1, clause, previous)
        return
    if previous is not None and _goes_on(chunks, previous, k):  # "had in a speech accused"
        clause.subject, clause.kind, clause.parent = previous.subject, previous.kind, previous.parent
        clause.mark = previous.mark
        return
    found, at = _subject(chunks, left, done)
    clause.subject = found
    if found is None and previous is not None and before is not None and before.kind == ",":
        _shared(clause, _sibling(done, chunks, left))
        return
    _mark(chunks, at if found is not None else left + 1, clause, done)


def _goes_on(chunks: list[Chunk], have: Clause, k: int) -> bool:
    """Whether only prepositional phrases part an auxiliary from its verb."""
    if have.lemmas != ("have",) or have.objects or have.verb.form != "finite":
        return False
    kinds = "".join(c.kind[0] for c in chunks[have.at + 1 : k])
    verb = chunks[k].verb
    past = verb is not None and verb.past and verb.last - verb.first == 1
    return past and bool(kinds) and set(kinds) <= set("PNR") and kinds[0] in "PR" and "NN" not in kinds


_WRITING = frozenset("send write address deliver hand issue".split())
_WHERE = frozenset("on at via in near".split())
_INTRANSITIVE = frozenset("talk stand confer arrive travel march rally protest demonstrate".split())
"""Nobody is talked or stood by another: "talked by telephone"."""


def _is_reduced(chunks: list[Chunk], k: int, left: int, done: list[Clause]) -> bool:
    """A bare past form right after an object, followed by "by" or a preposition, while a clause already runs."""
    verb = chunks[k].verb
    if verb is None or not verb.past or verb.last - verb.first != 1 or left < 0 or chunks[left].kind != "NP":
        return False
    if not verb.ambiguous or set(verb.lemmas) & _INTRANSITIVE or "say" in verb.lemmas:
        return False
    nxt = chunks[k + 1] if k + 1 < len(chunks) else None
    last = done[-1] if done else None
    object_of = last is not None and any(g is chunks[left].group for g in last.objects)
    if (
        object_of
        and last is not None
        and last.verb.form in ("finite", "infinitive")
        and not set(last.lemmas) & SAYING
        and not last.verb.copula
    ):
        return True
    if nxt is None or nxt.kind != "P":
        return False
    if nxt.word == "by" or _runs_into_verb(chunks, k, verb):
        return True
    governed = left > 0 and chunks[left - 1].kind in ("VG", "P")
    running = bool(done) and done[-1].verb.form == "finite" and not _boundary_between(chunks, done[-1].at, left)
    later = any(c.kind == "VG" and c.verb and c.verb.form == "finite" for c in chunks[k + 1 :])
    saying = running and bool(set(done[-1].lemmas) & SAYING)
    return governed and ((running and not saying) or (later and left > 0 and chunks[left - 1].kind == "P"))


def _runs_into_verb(chunks: list[Chunk], k: int, verb: VerbGroup) -> bool:
    """ "militias linked to Oman had made threats": after its prepositional phrases a finite verb follows at once."""
    i = k + 1
    while i + 1 < len(chunks) and chunks[i].kind == "P" and chunks[i + 1].kind in ("NP", "R"):
        i += 2
    follows = chunks[i].verb if i < len(chunks) else None
    if follows is not None and follows.ambiguous and i + 1 < len(chunks) and chunks[i + 1].word == "by":
        return False  # "agreed to a truce brokered by Oman"
    return i > k + 1 and follows is not None and follows.form == "finite" and not set(verb.lemmas) & SAYING


def _describes(chunks: list[Chunk], k: int, comma: int) -> bool:
    """ "Guaido, recognised by Peru, left": a past form without object between commas says what was done to him."""
    verb = chunks[k].verb
    if verb is None or not verb.ambiguous or verb.last - verb.first != 1 or comma < 1 or chunks[comma - 1].kind != "NP":
        return False
    behind = chunks[k + 1].kind if k + 1 < len(chunks) else "."
    if behind == "NP" and [c.word for c in chunks[k + 2 : k + 3]] != ["by"]:  # but "granted asylum by Peru,"
        return False
    closing = next((i for i in range(k + 1, len(chunks)) if chunks[i].kind == ","), 0)
    later = next((c.verb for c in chunks[closing + 1 :] if c.kind != "R"), None) if closing else None
    return later is not None and later.form == "finite"


def _boundary_between(chunks: list[Chunk], a: int, b: int) -> bool:
    return any(c.kind in ("K", "S", "W", ";", ":", '"', "-", ",") for c in chunks[a:b])


def _shared(clause: Clause, sibling: Clause | None) -> None:
    if sibling is not None:
        clause.subject = sibling.subject
        if sibling.kind in ("infinitive", "headline") and clause.verb.past and clause.verb.form == "finite":
            return  # "founded it to oppose the war, but was jailed": jailed is no purpose
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
    if left > 0 and chunks[left - 1].kind == ",":  # "her husband, who was arrested, and promised": not he
        finite = [c for c in finite if c.kind not in ("relative", "subordinate")] or finite
    nxt = chunks[left + 1].verb if left + 1 < len(chunks) else None
    if (
        nxt is not None
        and set(nxt.lemmas) & SAYING_AFTER | (set(nxt.lemmas) & SAYING)
        and finite
        and not set(finite[-1].lemmas) & SAYING
    ):
        saying = [c for c in finite if set(c.lemmas) & (SAYING | SAYING_AFTER)]
        finite = saying or finite  # "said it described A and stressed that B": the same one speaks
    if finite and nxt is not None and not _JUDGING.isdisjoint(nxt.lemmas) and _is_said_of_thing(finite[-1]):
        return finite[-1].parent  # "China said the pact was harmless and accused Japan": the pact accuses nobody
    return finite[-1] if finite else (done[-1] if done else None)


_JUDGING = frozenset(
    """accuse blame thank urge condemn praise denounce criticise criticize reject welcome congratulate deny vow pledge
    promise call express""".split()
)


def _is_said_of_thing(clause: Clause) -> bool:
    above, subject = clause.parent, clause.subject
    if clause.kind != "complement" or above is None or above.subject is None or subject is None:
        return False
    return bool(set(above.lemmas) & (SAYING | SAYING_AFTER)) and not any(np.named for np in subject.items)


def _subject(chunks: list[Chunk], left: int, done: list[Clause]) -> tuple[Group | None, int]:
    """The subject before the verb and where it stands; "officials who met Iraq said": the officials."""
    nearest, at = subject(chunks, left, done)
    found = over_relative(nearest, done)
    if found is not nearest:
        at = next((i for i in range(at, -1, -1) if chunks[i].group is found), at)
    return found, at


def _asked(chunks: list[Chunk], left: int, done: list[Clause]) -> Clause | None:
    """ "asked Iran, which had refused, to leave": the clause whose object the insertion describes."""
    begin = opening(chunks, left) if left > 0 and chunks[left].kind == "," else None
    if begin is None:
        return None
    above = next((c for c in reversed(done) if c.at < begin), None)
    return above if above is not None and above.objects and above.objects[-1] is chunks[begin - 1].group else None


def _infinitive(chunks: list[Chunk], left: int, clause: Clause, done: list[Clause]) -> None:
    clause.kind = "infinitive"
    previous = _asked(chunks, left, done) or (done[-1] if done else None)
    clause.parent = previous
    before = chunks[left] if left >= 0 else None
    if before is not None and before.kind == "C" and previous is not None and previous.kind == "infinitive":
        clause.subject, clause.parent = previous.subject, previous.parent
        return
    if previous is None:
        clause.subject, _ = subject(chunks, left, [])
        clause.kind = "headline" if clause.subject is not None else "infinitive"
        return
    if previous.verb.copula and previous.subject is None and previous.parent is not None:
        clause.subject = previous.parent.subject  # "said there were no plans to …"
    elif previous.verb.passive or not previous.objects or _is_adjective(previous):
        clause.subject = previous.subject
    else:
        controls_subject = bool(set(previous.lemmas) & SUBJECT_CONTROL)
        clause.subject = previous.subject if controls_subject else previous.objects[0]


def _is_adjective(clause: Clause) -> bool:
    """ "is unwilling to sign", "became the first country to sign": what one is called is no other doer."""
    if "become" in clause.lemmas:
        return True
    np = clause.objects[0].items[0]
    return clause.verb.copula and 0 <= clause.objects[0].first - clause.verb.last <= 1 and np.end - np.first == 1


def _gerund(chunks: list[Chunk], left: int, clause: Clause, previous: Clause | None) -> None:
    clause.kind = "gerund"
    clause.parent = previous
    before = chunks[left] if left >= 0 else None
    if before is not None and before.kind in ("P", "S"):
        clause.mark = before.word
        shared = between(chunks, left) if before.word in ("in", "of", "on", "over") else None
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
            written = previous is not None and clause.mark == "to" and bool(set(previous.lemmas) & _WRITING)
            if previous is not None and previous.objects and (clause.mark in _WHERE or written):
                clause.subject, clause.mark = previous.objects[0], ""  # "a message on Twitter blaming Mali"
        return
    governing = _finite_above(previous) if before is not None and before.kind == "," else previous
    clause.subject = governing.subject if governing else None
    if before is not None and before.kind == "C" and previous is not None and previous.kind == "gerund":
        above = previous.parent
        if not previous.mark and above is not None and above.kind == "gerund" and above.subject is not None:
            previous = above  # "Iran cutting the number of machines enriching uranium and closing a plant"
            clause.subject = above.subject
        clause.mark, clause.parent = previous.mark, previous.parent


def _finite_above(clause: Clause | None) -> Clause | None:
    """ "told the envoy to leave, accusing …": what follows the comma is done by whom the finite verb has."""
    while clause is not None and clause.kind in ("infinitive", "gerund", "participle") and clause.parent is not None:
        clause = clause.parent
    return clause


def _participle(chunks: list[Chunk], left: int, clause: Clause, previous: Clause | None) -> None:
    clause.kind = "participle"
    clause.parent = previous
    clause.verb.passive = True
    clause.verb.form = "participle"
    before = chunks[left] if left >= 0 else None
    if before is not None and before.kind == "NP":
        clause.subject = _nearest(before.group)  # "the release of sailors captured by Peru"
    elif previous is not None:
        clause.subject = previous.subject
        told = chunks[left - 1].group if left > 0 and before is not None and before.kind == "," else None
        if told is not None and told in previous.objects and not previous.verb.passive:
            clause.subject = told  # "freed the editor, known to be …"


def _nearest(group: Group | None) -> Group | None:
    """What stands right before: the sailors of "the release of sailors"."""
    return group.items[-1].of or group if group is not None else None


def _is_apart(last: Clause, clause: Clause) -> bool:
    """ "denied that it had, and Peru left", "insisted that it leave, and Peru left": the second clause stands alone."""
    above = last.parent
    denied = above is not None and not _DENYING.isdisjoint(above.lemmas)
    return last.kind == "complement" and (denied or (last.verb.base and not clause.verb.base))


_DENYING = frozenset("deny dispute refute doubt reject".split())
_ANSWERING = frozenset(
    """deny reject dismiss refute dispute rebut contest repudiate disavow accept welcome condemn denounce oppose back
    support endorse ignore""".split()
)


def _mark(chunks: list[Chunk], at: int, clause: Clause, done: list[Clause]) -> None:
    """What joins the clause to the one before: that, if, after, a bare complement, or nothing."""
    i = at - 1
    while i >= 0 and (chunks[i].kind in ("R", '"') or (chunks[i].kind == "P" and chunks[i + 1].kind == "R")):
        i -= 1  # "said on Wednesday it would"
    if i < 0:
        return
    kind = chunks[i].kind
    if kind in ("C", "K") and i > 0 and chunks[i - 1].kind == "S":
        kind, i = "S", i - 1
    if kind == "W" and chunks[i].word in ("which", "whom"):  # "Kuwait, which Iraq invaded"
        clause.kind, clause.parent = "relative", done[-1] if done else None
        clause.missing = antecedent(chunks, i)
    elif kind == "K" and done:
        clause.kind, clause.mark = "complement", "that"
        clause.parent = next((c for c in reversed(done) if c.at < i), done[-1])  # not what is inserted after it
        if i > 1 and chunks[i - 1].kind == "NP" and chunks[i - 2].kind == "," and set(clause.lemmas) & _ANSWERING:
            clause.missing = chunks[i - 1].group  # ", a charge that Tripoli denies"
    elif kind == "S" or (kind == "P" and chunks[i].word in ("before", "after", "since", "until", "as")):
        clause.kind, clause.mark = "subordinate", chunks[i].word
        clause.parent = done[-1] if done else None
    elif kind == "VG" and (above := next((c for c in done if c.verb is chunks[i].verb), None)):
        clause.kind, clause.mark, clause.parent = "complement", "", above  # "said Ann Li, who is ill, would return"
    elif kind == "C" and done:
        last = done[-1]
        if i > 0 and chunks[i - 1].kind == "," and _is_apart(last, clause):
            return
        if last.kind == "complement" or (last.parent is not None and last.kind == "subordinate"):
            clause.kind, clause.parent, clause.mark = last.kind, last.parent, last.mark
