"""Chunks in a row in, chunks with coordinated noun phrases out: "Iran, Iraq and Oman", each with what follows it."""

from __future__ import annotations

from kg.extract import words as w
from kg.extract.control import SAYING, SAYING_AFTER
from kg.extract.pieces import Chunk, Group, NounPhrase
from kg.extract.tokens import Tokens

__all__ = ["grouped"]


def grouped(tokens: Tokens, flat: list[Chunk]) -> list[Chunk]:
    """The chunks with noun phrases that belong together as one, each with the phrases behind it as its `tail`."""
    out: list[Chunk] = []
    i = 0
    while i < len(flat):
        if flat[i].kind == "NP":
            at = i
            group, i = _group(tokens, flat, i, out, inside=False)
            flat[at].last = group.last
            flat[at].starts = flat[at].starts or i > at + 1
            out.append(flat[at])
        else:
            out.append(flat[i])
            i += 1
    for k, chunk_ in enumerate(out):
        if chunk_.kind == "NP":
            chunk_.tail = _tail(out, k)
    return out


def _tail(chunks: list[Chunk], k: int) -> list[tuple[str, Group]]:
    """The prepositional phrases that follow the noun phrase at k, over dates and adverbs."""
    tail: list[tuple[str, Group]] = []
    i = k + 1
    while i < len(chunks):
        chunk_ = chunks[i]
        nxt = chunks[i + 1] if i + 1 < len(chunks) else None
        if chunk_.kind == "R" or (chunk_.kind == "P" and nxt is not None and nxt.kind == "R"):
            i += 1
        elif chunk_.kind == "P" and nxt is not None and nxt.kind == "NP" and nxt.group is not None:
            tail.append((chunk_.word, nxt.group))
            i += 2
        elif chunk_.kind == "P" and nxt is not None and nxt.kind == "P":
            i += 1
        else:
            break
    return tail


def _one(tokens: Tokens, flat: list[Chunk], i: int, before: list[Chunk]) -> tuple[NounPhrase, int]:
    """The noun phrase at i with its of-phrase."""
    group = flat[i].group
    assert group is not None
    phrase = group.items[0]
    i += 1
    if i + 1 < len(flat) and flat[i].kind == "P" and flat[i].word == "of" and flat[i + 1].kind == "NP":
        if tokens.lower[flat[i + 1].last - 1] == "own" and flat[i + 1].last - flat[i + 1].first == 2:
            return phrase, i + 2  # "sanctions of its own"
        phrase.of, i = _group(tokens, flat, i + 1, before, inside=True)
    return phrase, i


def _group(tokens: Tokens, flat: list[Chunk], i: int, before: list[Chunk], *, inside: bool) -> tuple[Group, int]:
    """Coordinated noun phrases from i on; `inside` an of-phrase only bare names and like things are joined."""
    group = flat[i].group
    assert group is not None
    phrase, i = _one(tokens, flat, i, before)
    group.neither = tokens.lower[phrase.first] == "neither"
    while True:
        joint = _joint(flat, i)
        if joint is None:
            return group, i
        at, final, excluded = joint
        if not _may_join(tokens, flat, group, at, before, inside=inside, final=final, start=i):
            return group, i
        phrase, i = _one(tokens, flat, at, before)
        (group.excluded if excluded else group.items).append(phrase)
        if excluded and i < len(flat) and flat[i].kind == ",":
            return group, i + 1
        if final and not (i < len(flat) and (flat[i].kind == "C" or _but_not(flat, i))):
            return group, i


def _but_not(flat: list[Chunk], i: int) -> bool:
    """, but not …"""
    words = [c.word for c in flat[i + 1 : i + 3]]
    return flat[i].kind == "," and words == ["but", "not"]


def _joint(flat: list[Chunk], i: int) -> tuple[int, bool, bool] | None:
    """(index of the next noun phrase, whether "and" precedes it, whether it is left out by "but not")."""
    if i >= len(flat) or flat[i].kind not in (",", "C"):
        return None
    if flat[i].kind == ",":
        if _kinds(flat, i + 1, 1) == ["NP"]:
            return i + 1, False, False
        if _kinds(flat, i + 1, 2) == ["P", "NP"] and flat[i + 1].word == "alongside":
            return i + 2, True, False
        i += 1
    if _kinds(flat, i, 1) != ["C"]:
        return None
    word, after = flat[i].word, _kinds(flat, i + 1, 2)
    if after == ["R", "NP"] and (word == "as" or (word in ("but", "and") and flat[i + 1].word == "not")):
        return i + 2, True, word != "as"
    if after[:1] == ["NP"] and word != "but":
        return i + 1, True, False
    return None


def _kinds(flat: list[Chunk], i: int, count: int) -> list[str]:
    return [c.kind for c in flat[i : i + count]]


def _may_join(
    tokens: Tokens,
    flat: list[Chunk],
    group: Group,
    at: int,
    before: list[Chunk],
    *,
    inside: bool,
    final: bool,
    start: int,
) -> bool:
    nxt = flat[at].group
    assert nxt is not None
    first, second = group.items[-1], nxt.items[0]
    capital = tokens.words[second.head][0].isupper() or tokens.words[second.first][0].isupper()
    bare = tokens.words[first.last - 1][0].isupper() and first.of is None
    article = tokens.lower[second.first] in w.DETERMINERS or tokens.lower[second.first] in w.POSSESSIVES
    if not final:
        if _opens_sentence(flat, before, at):
            return False
        end = _list_end(flat, at)
        verb = next((c for c in reversed(before) if c.kind != "R"), None)
        if end and verb is not None and _is_act(verb) and _finite_after(flat, end):
            return False  # "killed five people, activists and a monitor said"
        if end and (not article or _ends_in_and(flat, at)):
            return True
        headline = len(group.items) == 1 and bare and capital and not article
        return headline and _fresh(before) and _verb_next(flat, at)
    if tokens.lower[first.first] == "both":
        return True
    if inside and article and bare and tokens.lower[group.items[0].first] not in w.DETERMINERS:
        return False
    if before and before[-1].word == "between" and flat[start].kind == "C" and len(group.items) == 1:
        return True
    verb_after = _finite_after(flat, at)
    if verb_after and flat[start].kind == "C" and _clause_opens(tokens, before, group):
        return True
    governed = any(c.kind == "VG" for c in before)
    if governed and flat[start].kind == "," and len(group.items) == 1 and _gerund_after(flat, at):
        return False  # "with most backing the bill, and some members opposing it"
    if verb_after and governed:
        return not _finite_before(before) and flat[start].kind != ","
    return not (flat[start].kind == "," and len(group.items) == 1 and verb_after)


def _clause_opens(tokens: Tokens, before: list[Chunk], group: Group) -> bool:
    """ "said Egypt and Jordan had met", "When it ended, Egypt and Jordan met": both are the subject of what follows."""
    last = before[-1] if before else None
    if last is None or len(group.items) > 1:
        return False
    if last.kind == "C":
        return True
    if last.kind == ",":
        return before[0].kind == "S" and sum(c.kind == "VG" for c in before) == 1
    if last.verb is None or last.verb.form != "finite":
        return False
    name = tokens.words[group.items[0].first][0].isupper()
    return not _TELLING.isdisjoint(last.verb.lemmas) or (name and not _TOLD.isdisjoint(last.verb.lemmas))


_TELLING = frozenset("say insist state believe think add note".split())
_TOLD = frozenset("announce report claim confirm deny argue know hope stress acknowledge".split())


def _fresh(before: list[Chunk]) -> bool:
    """Whether a clause begins here, so that "Chad, Niger trade blame" has two subjects."""
    return (
        not before
        or before[-1].kind in ("S", "K", "-", ":", ";")
        or (before[-1].kind == "P" and before[-1].word == "as")
    )


def _opens_sentence(flat: list[Chunk], before: list[Chunk], at: int) -> bool:
    """ "In Cairo, Khartoum and Juba agreed": the place before the comma is not one of the subjects."""
    finite = any(c.verb is not None and c.verb.form == "finite" for c in before)
    if finite or not before or before[-1].kind != "P":
        return False
    if any(c.kind == "NP" and (k == 0 or before[k - 1].kind not in ("P", "VG")) for k, c in enumerate(before)):
        return False
    i = at
    while _kinds(flat, i + 1, 2) in ([",", "NP"], [",", "C"], ["C", "NP"], ["C", "C"]):
        i += 2
    return _finite_after(flat, i)


def _list_end(flat: list[Chunk], at: int) -> int:
    """Where the list "A, B, C and D" ends that really follows, or 0."""
    i = at
    for _ in range(12):
        i += 1
        while _kinds(flat, i, 2) == ["P", "NP"] and flat[i].word == "of":
            i += 2
        kinds = _kinds(flat, i, 3)
        if kinds[:1] == ["C"]:
            return i + 1 if kinds[1:2] == ["NP"] and flat[i].word in ("and", "or", "&", "nor") else 0
        if kinds[:2] == [",", "C"]:
            return i + 2 if kinds[2:] == ["NP"] and not _finite_after(flat, i + 2) else 0
        if kinds[:2] != [",", "NP"]:
            return 0
        i += 1
    return 0


def _is_act(chunk: Chunk) -> bool:
    """A verb with an object, not one of saying, behind which a clause may open."""
    return chunk.kind == "VG" and chunk.verb is not None and not set(chunk.verb.lemmas) & (SAYING | SAYING_AFTER)


def _gerund_after(flat: list[Chunk], at: int) -> bool:
    following = flat[at + 1].verb if at + 1 < len(flat) else None
    return following is not None and following.form == "gerund"


def _ends_in_and(flat: list[Chunk], at: int) -> bool:
    return at + 1 < len(flat) and flat[at + 1].kind in ("C", ",")


def _verb_next(flat: list[Chunk], at: int) -> bool:
    """Whether a verb follows that is no insertion: "Zambia, Teles said, had promised"."""
    if at + 1 >= len(flat) or flat[at + 1].kind != "VG":
        return False
    return not (at + 2 < len(flat) and flat[at + 2].kind == ",")


def _finite_after(flat: list[Chunk], at: int) -> bool:
    """Whether a finite verb follows the noun phrase at `at` (of-phrases and adverbs skipped)."""
    i = at + 1
    while i < len(flat):
        chunk_ = flat[i]
        if chunk_.kind == "VG":
            return chunk_.verb is not None and chunk_.verb.form == "finite"
        if chunk_.kind in ("P", "C") and _kinds(flat, i + 1, 1) == ["NP"]:
            i += 2
        elif chunk_.kind == "R":
            i += 1
        else:
            return False
    return False


def _finite_before(before: list[Chunk]) -> bool:
    for chunk_ in reversed(before):
        if chunk_.kind in ("K", "S", "W", ";", ":", '"', "-"):
            return False
        if chunk_.kind == "VG" and chunk_.verb and chunk_.verb.form == "finite":
            return True
    return False
