"""The clauses of a sentence in, who says them out: "…, X said", "according to X", "X: …", quotes that go on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.parties import ACTOR, Scene
from kg.extract.pieces import Chunk, Clause, Group
from kg.extract.tokens import Tokens
from kg.model import Party

__all__ = ["Speech", "quotes"]

_SAYS = frozenset(
    """say add tell warn announce declare insist report write state note claim argue maintain explain stress confirm
    acknowledge assert""".split()
)
_QUOTE = re.compile('“[^”]{1,2000}(?:”|\n\n|$)|"[^"]{1,2000}"')


def quotes(text: str) -> list[tuple[int, int]]:
    """Character ranges of what stands between quotation marks."""
    return [found.span() for found in _QUOTE.finditer(text)]


@dataclass(slots=True)
class Speech:
    """Keeps the last speaker of a document, so that a quote in the next sentence finds its owner."""

    tokens: Tokens
    quoted: list[tuple[int, int]]
    last: tuple[Party, ...] = ()
    last_sentence: int = -9

    def said_by(self, scene: Scene, chunks: list[Chunk], clauses: list[Clause]) -> dict[int, tuple[Party, ...]]:
        """Claimants by clause (its id()), for clauses that nothing in the grammar attributes."""
        out: dict[int, tuple[Party, ...]] = {}
        tops = [c for c in clauses if c.parent is None]
        sayer = self._sayer(clauses, chunks)
        if sayer is not None:
            inserted = _inserted(sayer, chunks)
            said = [c for c in tops if c is not sayer and (inserted or c.at < sayer.at or self.in_quote(c))]
            _give(out, said, scene.speakers(sayer.subject))
        for group in _according(clauses, chunks):
            _give(out, tops, scene.speakers(group))
        _give(out, tops, self.colon(scene, chunks))
        if scene.sentence - self.last_sentence <= 1 and sayer is None:
            _give(out, [c for c in tops if self.in_quote(c)], self.last)
        return out

    def colon(self, scene: Scene, chunks: list[Chunk]) -> tuple[Party, ...]:
        """The speaker of a headline "X: …"."""
        if len(chunks) > 2 and chunks[0].kind == "NP" and chunks[1].kind == ":":
            return scene.speakers(chunks[0].group)
        return ()

    def listen(self, scene: Scene, clauses: list[Clause]) -> None:
        """Remember who speaks in this sentence."""
        for clause in clauses:
            if set(clause.lemmas) & _SAYS and clause.subject is not None:
                speaker = scene.speakers(clause.subject)
                if speaker:
                    self.last, self.last_sentence = speaker, scene.sentence
        if any(self.in_quote(c) for c in clauses) and scene.sentence - self.last_sentence == 1:
            self.last_sentence = scene.sentence

    def speaker_of(self, scene: Scene, clauses: list[Clause]) -> tuple[Party, ...]:
        """Who "we" is in this sentence's quotes: its own sayer, else the last speaker."""
        sayer = self._sayer(clauses, [])
        if sayer is not None:
            return scene.speakers(sayer.subject)
        says = next((c for c in clauses if set(c.lemmas) & _SAYS and c.subject is not None), None)
        if says is not None:
            return scene.speakers(says.subject)
        return self.last if scene.sentence - self.last_sentence <= 1 else ()

    def spoken_of(self, scene: Scene, clauses: list[Clause]) -> tuple[Party, ...]:
        """ "…," the minister said of Moldova: whom "they" means in the quote."""
        for clause in clauses:
            if set(clause.lemmas) & _SAYS:
                for word, group in clause.preps:
                    if word == "of" and scene.group(group).quality == ACTOR:
                        return scene.group(group).parties
        return ()

    def in_quote(self, clause: Clause) -> bool:
        """Whether the verb stands between quotation marks."""
        at = self.tokens.starts[clause.verb.main]
        last = bisect_left(self.quoted, (at, 0)) - 1  # the last that begins before; quotes do not overlap
        return last >= 0 and at < self.quoted[last][1]

    def _sayer(self, clauses: list[Clause], chunks: list[Chunk]) -> Clause | None:
        """The clause "…, X said" (or "…," said X) that has nothing of its own after the verb."""
        for clause in clauses:
            if not _may_say(clause) or any(c.kind == "complement" for c in clause.children):
                continue
            others = [c for c in clauses if c is not clause and c.parent is None]
            if others and (
                clause.at > others[0].at or _inserted(clause, chunks) or any(self.in_quote(c) for c in others)
            ):
                return clause
        return None


def _may_say(clause: Clause) -> bool:
    """A main clause, or "as X said", with a verb of saying and no thing that is said: "wrote letters" says nothing."""
    verb = clause.verb
    if not set(clause.lemmas) & _SAYS or verb.form != "finite" or verb.passive or clause.subject is None:
        return False
    if clause.objects and "tell" not in clause.lemmas:
        return False
    aside = clause.kind == "subordinate" and clause.mark == "as"
    return clause.parent is None or clause.kind == "main" or aside


def _according(clauses: list[Clause], chunks: list[Chunk]) -> Iterator[Group]:
    """Those after "according to"."""
    yield from (group for clause in clauses for word, group in clause.preps if word == "according to")
    for chunk, following in pairwise(chunks):
        if chunk.kind == "P" and chunk.word == "according to" and following.group is not None:
            yield following.group


def _give(out: dict[int, tuple[Party, ...]], clauses: list[Clause], speaker: tuple[Party, ...]) -> None:
    """Say of clauses of which it is not yet said who says them."""
    for clause in clauses:
        if speaker:
            out.setdefault(id(clause), speaker)


def _inserted(sayer: Clause, chunks: list[Chunk]) -> bool:
    """ "Zambia, Teles said, had promised …": the saying stands between commas."""
    kinds = [c.kind for c in chunks[max(sayer.at - 2, 0) : sayer.at + 3]]
    return sayer.at > 1 and len(kinds) == 5 and kinds[0] == kinds[3] == "," and kinds[4] in ("VG", "R", "P", "NP")
