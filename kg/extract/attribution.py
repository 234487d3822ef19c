"""The sayings of a sentence in, who says each clause out: "…, X said", "according to X", "X: …", quotes that go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.found import ACTOR
from kg.extract.parties import Scene
from kg.extract.pieces import Chunk, Clause
from kg.extract.sayings import Saying, sayings
from kg.model import Party

__all__ = ["Speech"]

_SAYS = frozenset(
    """say add tell warn announce declare insist report write state note claim argue maintain explain stress confirm
    acknowledge assert""".split()
)
_OUTSIDE = ("left", "according to", ":", "clause", "quote")
"""How what stands outside the clause of the saying is said; the rest the grammar reads by itself."""


@dataclass(slots=True)
class Speech:
    """Keeps the last speaker of a document, so that a quote in the next sentence finds its owner.

    `inside` are the tokens between quotation marks. `begin` reads the sayings of a sentence, the rest answers on it.
    """

    scene: Scene
    inside: set[int]
    last: tuple[Party, ...] = ()
    last_sentence: int = -9
    found: list[Saying] = field(default_factory=list)

    def begin(self, first: int, last: int, chunks: list[Chunk], clauses: list[Clause]) -> None:
        """Read the sayings of the sentence of tokens first..last."""
        found = sayings(self.scene.tokens, first, last, chunks, clauses, self.inside)
        self.found = [saying for saying in found if not self._is_slug(saying)]

    def said_by(self, clauses: list[Clause]) -> dict[int, tuple[Party, ...]]:
        """Claimants by clause (its id()), for clauses that nothing in the grammar attributes."""
        out: dict[int, tuple[Party, ...]] = {}
        tops = [c for c in clauses if c.parent is None]
        outside = sorted((s for s in self.found if s.how in _OUTSIDE), key=lambda s: s.size)
        for saying in outside:
            speakers = self.scene.speakers(saying.source)
            for clause in tops:
                if speakers and clause is not saying.clause and saying.covers(clause.verb.main):
                    out.setdefault(id(clause), speakers)
        if self._near() and not any(s.how == "left" for s in self.found):
            for clause in tops:
                if self.in_quote(clause):
                    out.setdefault(id(clause), self.last)
        return out

    def colon(self) -> tuple[Party, ...]:
        """The speaker of a headline "X: …"."""
        return next((self.scene.speakers(s.source) for s in self.found if s.how == ":"), ())

    def _is_slug(self, saying: Saying) -> bool:
        """ "SANAA: …": where it comes from, and nobody who speaks."""
        group = saying.source if saying.how == ":" else None
        return group is not None and self.scene.is_metonym(group) and self.scene.tokens.words[group.first].isupper()

    def listen(self, clauses: list[Clause]) -> None:
        """Remember who speaks in this sentence."""
        for speaker in self._speakers(clauses):
            self.last, self.last_sentence = speaker, self.scene.sentence
        if any(self.in_quote(c) for c in clauses) and self.scene.sentence - self.last_sentence == 1:
            self.last_sentence = self.scene.sentence

    def speaker_of(self, clauses: list[Clause]) -> tuple[Party, ...]:
        """Who "we" is in this sentence's quotes: its own sayer, else the last speaker."""
        sayer = next((s for s in self.found if s.how == "left" and s.lemma in _SAYS), None)
        sayer = sayer or next((s for s in self.found if s.how == "quote" and s.kind == "direct"), None)
        if sayer is not None:
            return self.scene.speakers(sayer.source)
        says = next((c for c in clauses if set(c.lemmas) & _SAYS and c.subject is not None), None)
        if says is not None:
            return self.scene.speakers(says.subject)
        return self.last if self._near() else ()

    def spoken_of(self, clauses: list[Clause]) -> tuple[Party, ...]:
        """ "…," the minister said of Moldova: whom "they" means in the quote."""
        for clause in clauses:
            if set(clause.lemmas) & _SAYS:
                for word, group in clause.preps:
                    if word == "of" and self.scene.group(group).quality == ACTOR:
                        return self.scene.group(group).parties
        return ()

    def in_quote(self, clause: Clause) -> bool:
        """Whether the verb stands between quotation marks."""
        return clause.verb.main in self.inside

    def _near(self) -> bool:
        return self.scene.sentence - self.last_sentence <= 1

    def _speakers(self, clauses: list[Clause]) -> Iterator[tuple[Party, ...]]:
        for clause in clauses:
            if set(clause.lemmas) & _SAYS and clause.subject is not None:
                speakers = self.scene.speakers(clause.subject)
                if speakers:
                    yield speakers
