"""The clauses of one sentence in, its sayings out: whose words, which word hands them on, from where to where they go.

Form alone decides here; who the source is comes later (`attribution`). Token ranges are [first, last).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract import saying_words as words
from kg.extract.control import SAYING_AFTER
from kg.extract.pieces import Chunk, Clause, Group
from kg.extract.saying_spans import Line, source_span
from kg.extract.tokens import Tokens

__all__ = ["Saying", "sayings"]

_VERBS = words.SPEAKING_VERBS | words.THINKING | words.WANTING | words.JUDGING
_SPEAKERS = frozenset("i we you it".split())
_VIEWS = frozenset("view opinion words eyes judgment judgement estimate estimation assessment".split())


@dataclass(slots=True, eq=False)
class Saying:
    """One attribution in a sentence; `before` and `after` are the token ranges of what is said, either may be None.

    `alone`: nothing in the sentence is said; the quotation before it may be ("Who did it?" Oman asked.).
    """

    source: Group | None
    source_at: tuple[int, int] | None
    cue: tuple[int, int]
    lemma: str
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    clause: Clause | None = None
    kind: str = "indirect"
    how: str = ""
    alone: bool = False

    def covers(self, token: int) -> bool:
        """Whether a token belongs to what is said."""
        return any(part is not None and part[0] <= token < part[1] for part in (self.before, self.after))

    @property
    def size(self) -> int:
        """How many tokens what is said takes up."""
        return sum(part[1] - part[0] for part in (self.before, self.after) if part)


def sayings(
    tokens: Tokens, first: int, last: int, chunks: list[Chunk], clauses: list[Clause], quoted: set[int]
) -> list[Saying]:
    """All sayings of the sentence first..last; `quoted` are the tokens between quotation marks.

    >>> from kg.extract.quoting import attributions
    >>> from kg.model import Document
    >>> [(a.source_text, a.cue_text, a.contents[0].quote) for a in attributions(Document.of("Peru left, Chile said."))]
    [('Chile', 'said', 'Peru left')]
    """
    line = Line(tokens, first, last, chunks, clauses, quoted)
    saying = [clause for clause in clauses if not _VERBS.isdisjoint(clause.lemmas)]
    found = [made for clause in saying for made in _of_clause(line, clause)]
    found += _according(line)
    found += _colon(line)
    found += _nouns(line)
    found += _introduced(line, found)
    return sorted((s for s in found if s.before or s.after or s.alone), key=lambda s: s.cue)


def _of_clause(line: Line, clause: Clause) -> Iterator[Saying]:
    lemma = next((x for x in clause.lemmas if x in _VERBS), "")
    if not lemma or (clause.verb.passive and not _handed_on(clause) and not _by(clause)):
        return
    group = _behind(line, clause) or _goes_on_saying(line, clause) or clause.subject
    if clause.verb.passive and not _handed_on(clause):
        group = _by(clause)
    made = Saying(group, source_span(line, clause, group), (clause.verb.first, clause.verb.last), lemma, clause=clause)
    _contents(line, clause, made)
    made.alone = not (made.before or made.after) and lemma in words.SPEAKING_VERBS and line.begins_with(clause)
    if (made.before or made.after or made.alone) and _counts(line, made):
        yield made


def _counts(line: Line, made: Saying) -> bool:
    """Inside a quotation only what others are said to say counts; a purpose or a wish told by the way does not."""
    clause = made.clause
    assert clause is not None
    if line.inside_quote(made.cue[0]):
        pronoun = made.source is None or line.tokens.lower[made.source.first] in _SPEAKERS
        return made.how == "clause" and made.lemma in words.SPEAKING_VERBS and not pronoun
    if made.how in ("thing", "infinitive", "gerund"):
        if clause.verb.modal == "possible" or (clause.verb.negated and made.how == "thing"):
            return False
        told = clause.kind in ("complement", "infinitive", "headline") or clause.verb.form == "infinitive"
        return not told and made.source is not None
    return clause.verb.form != "infinitive" or made.how == "clause"


def _behind(line: Line, clause: Clause) -> Group | None:
    """ "…, said Ann Li, an aide": who speaks stands behind the verb, whatever subject the clause before has."""
    verb, before = clause.verb, clause.verb.first - 1
    if verb.form != "finite" or not set(clause.lemmas) & SAYING_AFTER or before <= line.first or not clause.objects:
        return None
    group = clause.objects[0]
    own = clause.subject is not None and clause.subject.first >= before
    closed = line.tokens.words[before] in ",”\"'’—–" and not own
    return group if closed and group.first == verb.last and line.is_name(group) else None


def _goes_on_saying(line: Line, clause: Clause) -> Group | None:
    """ "Oman said it would stay, adding that …": the one who said so adds it."""
    before = clause.verb.first - 1
    if clause.verb.form != "gerund" or before <= line.first or line.tokens.words[before] != ",":
        return None
    main = [c for c in line.clauses if c.verb.first < before and c.verb.form == "finite" and c.kind == "main"]
    said = [c for c in main if set(c.lemmas) & words.SPEAKING_VERBS and c.subject is not None]
    return next((c.subject for c in reversed(said or main) if c.subject is not None), None)


def _handed_on(clause: Clause) -> bool:
    """ "was quoted as saying" """
    return bool(set(clause.lemmas) & words.HANDING_ON) and "as" in [*clause.particles, *(w for w, _ in clause.preps)]


def _by(clause: Clause) -> Group | None:
    return next((group for word, group in clause.preps if word == "by"), None)


def _contents(line: Line, clause: Clause, made: Saying) -> None:
    """What is said: a clause after the verb, a quotation, what stands before the verb, an infinitive, a thing."""
    lemma = made.lemma
    speaks = lemma in words.SPEAKING_VERBS
    start = line.complement_start(clause) if speaks or lemma in words.THINKING else None
    made.how = "clause"
    if start is not None and speaks:
        made.before = line.quote_left_of(clause, made.source_at)
    elif start is None and speaks:
        made.before = line.left_of(clause, made.source_at)
        start = line.quote_after(clause, far=made.before is not None)
        made.how = "left" if made.before else "quote"
        if start is not None and line.inside_quote(start):
            made.kind = "direct"
        if start is None and (made.before is not None or line.inserted(clause, made.source_at)):
            start = line.goes_on(clause, made.source_at)
            if start is not None and made.before is None:
                made.before, made.how = line.all_left(clause, made.source_at), "left"
    if start is None and made.before is None:
        start = _thing(line, clause, made)
    if start is not None:
        made.after = line.until(start, clause, tight=made.how in ("thing", "infinitive", "gerund"))


def _thing(line: Line, clause: Clause, made: Saying) -> int | None:
    """Where it begins if it is no clause and no quotation: "to leave", "the plan", "selling arms"."""
    start = None
    if made.lemma in words.WANTING:
        made.how, start = "infinitive", line.infinitive_start(clause)
    if start is None and made.lemma in words.JUDGING:
        made.how, start = "thing", line.object_start(clause)
    if start is None and made.lemma in words.SPEAKING_VERBS and made.lemma not in ("say", "tell", "ask"):
        made.how, start = "gerund", line.gerund_start(clause)
    return start


def _according(line: Line) -> Iterator[Saying]:
    """ "according to X" before or after what X says; "in the view of X"."""
    for number, (chunk, following) in enumerate(pairwise(line.chunks)):
        if chunk.kind != "P" or following.group is None:
            continue
        group: Group | None = following.group
        if chunk.word == "in" and line.tokens.lower[following.group.items[0].head] in _VIEWS:
            group = following.group.items[0].of
        elif chunk.word != "according to":
            continue
        if group is None or line.inside_quote(chunk.first):
            continue
        end = line.group_end(number + 1)
        made = Saying(
            group, (group.first, end), (chunk.first, chunk.last), chunk.word, kind="according-to", how="according to"
        )
        if chunk.word == "in":
            made.cue = (chunk.first, group.first)
        opening = line.first_word(chunk.first)
        if opening:
            made.after = line.trimmed(end, line.last)
        else:
            made.before = line.trimmed(line.segment_start(chunk.first), chunk.first)
            if end < line.last - 2 and line.tokens.words[end] == ",":
                made.after = line.trimmed(end, line.last)
        yield made


def _colon(line: Line) -> Iterator[Saying]:
    """ "X: …": a headline or a line of a transcript."""
    chunks = [c for c in line.chunks if c.kind != '"'][:2]
    if len(chunks) < 2 or chunks[0].kind != "NP" or chunks[1].kind != ":" or chunks[0].group is None:
        return
    group = chunks[0].group
    if line.tokens.words[group.first][0].isupper() and group.last - group.first <= 6 and line.last - chunks[1].last > 1:
        cue = (chunks[1].first, chunks[1].last)
        after = line.trimmed(cue[1], line.last)
        yield Saying(group, (group.first, group.last), cue, ":", after=after, how=":")


def _introduced(line: Line, found: list[Saying]) -> Iterator[Saying]:
    """ "The ministry defended the strike: “…”": a quotation behind a colon belongs to who acts before it."""
    words_ = line.tokens.words
    if ":" not in words_[line.first : line.last]:
        return
    for i in range(line.first + 2, line.last - 1):
        if words_[i] != ":" or i in line.quoted or i + 1 not in line.quoted or not line.is_long(i + 1):
            continue
        before = [c for c in line.clauses if c.verb.first < i and c.verb.form == "finite" and c.kind == "main"]
        said = any(s.covers(i + 2) for s in found)
        if said or not before or before[-1].subject is None or before[-1].verb.passive:
            continue
        group = before[-1].subject
        yield Saying(group, (group.first, group.last), (i, i + 1), ":", after=line.trimmed(i + 1, line.last),
                     clause=before[-1], kind="direct", how="quote")  # fmt: skip


def _nouns(line: Line) -> Iterator[Saying]:
    """ "Oman's claim that …", "a statement by Oman that …"."""
    if words.REPORTS.isdisjoint(line.tokens.lower[line.first : line.last]):
        return
    for number, chunk in enumerate(line.chunks[:-1]):
        if chunk.group is None:
            continue
        np = chunk.group.items[-1]
        if line.tokens.lower[np.head] not in words.REPORTS:
            continue
        after = number + 1
        source = np.of
        if line.kind(after) == "P" and line.chunks[after].word in ("by", "from") and line.kind(after + 1) == "NP":
            source, after = line.chunks[after + 1].group, after + 2
        if line.kind(after) != "K":
            continue
        owner = (source.first, source.last) if source else None
        if owner is None and np.possessor is not None:
            owner, source = (np.possessor.first, np.possessor.last), Group([np.possessor])
        begin = line.chunks[after].first
        yield Saying(source, owner, (np.head, np.head + 1), line.tokens.lower[np.head], after=line.until(begin, None))
