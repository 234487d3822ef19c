"""The clauses of a sentence in, who says them out: "…, X said", "according to X", "X: …", quotes that go on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.parties import ACTOR, Scene
from kg.extract.pieces import Chunk, Clause, Group
from kg.extract.tokens import Tokens
from kg.model import Party

__all__ = ["Speech", "quotes"]

_SAYS = frozenset(
    "say add tell warn announce declare insist report write state note claim argue maintain explain stress confirm acknowledge assert".split()
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
        sayer = self._sayer(scene, clauses, chunks)
        if sayer is not None:
            speaker = self._parties(scene, sayer.subject)
            if speaker:
                for clause in tops:
                    if clause is not sayer and (
                        clause.at < sayer.at or self.in_quote(clause) or _inserted(sayer, chunks)
                    ):
                        out[id(clause)] = speaker
        for word, group in ((w, g) for c in clauses for w, g in c.preps):
            if word == "according to":
                self._add(out, tops, self._parties(scene, group), None)
        for chunk, nxt in zip(chunks, chunks[1:], strict=False):
            if chunk.kind == "P" and chunk.word == "according to" and nxt.group is not None:
                self._add(out, tops, self._parties(scene, nxt.group), None)
        if len(chunks) > 2 and chunks[0].kind == "NP" and chunks[1].kind == ":":
            self._add(out, tops, self._parties(scene, chunks[0].group), None)
        if scene.sentence - self.last_sentence <= 1 and self.last:
            for clause in tops:
                if id(clause) not in out and self.in_quote(clause) and sayer is None:
                    out[id(clause)] = self.last
        return out

    def colon(self, scene: Scene, chunks: list[Chunk]) -> tuple[Party, ...]:
        """The speaker of a headline "X: …"."""
        if len(chunks) > 2 and chunks[0].kind == "NP" and chunks[1].kind == ":":
            return self._parties(scene, chunks[0].group)
        return ()

    def listen(self, scene: Scene, clauses: list[Clause]) -> None:
        """Remember who speaks in this sentence."""
        for clause in clauses:
            if set(clause.lemmas) & _SAYS and clause.subject is not None:
                speaker = self._parties(scene, clause.subject)
                if speaker:
                    self.last, self.last_sentence = speaker, scene.sentence
        if any(self.in_quote(c) for c in clauses) and scene.sentence - self.last_sentence == 1:
            self.last_sentence = scene.sentence

    def speaker_of(self, scene: Scene, clauses: list[Clause]) -> tuple[Party, ...]:
        """Who "we" is in this sentence's quotes: its own sayer, else the last speaker."""
        sayer = self._sayer(scene, clauses)
        if sayer is not None:
            return self._parties(scene, sayer.subject)
        says = next((c for c in clauses if set(c.lemmas) & _SAYS and c.subject is not None), None)
        if says is not None:
            return self._parties(scene, says.subject)
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
        at = self.tokens.starts[clause.verb.main]
        return any(a < at < b for a, b in self.quoted)

    def _add(
        self, out: dict[int, tuple[Party, ...]], tops: list[Clause], speaker: tuple[Party, ...], sayer: Clause | None
    ) -> None:
        for clause in tops:
            if speaker and clause is not sayer:
                out.setdefault(id(clause), speaker)

    def _sayer(self, scene: Scene, clauses: list[Clause], chunks: list[Chunk] | None = None) -> Clause | None:
        """The clause "…, X said" (or "…," said X) that has nothing of its own after the verb."""
        for clause in clauses:
            if (
                not set(clause.lemmas) & _SAYS
                or clause.verb.form != "finite"
                or clause.verb.passive
                or clause.subject is None
            ):
                continue
            if clause.objects and "tell" not in clause.lemmas:
                continue  # "had written letters" says nothing
            if (
                clause.parent is not None
                and clause.kind not in ("main",)
                and not (clause.kind == "subordinate" and clause.mark == "as")
            ):
                continue
            if any(c.kind == "complement" for c in clause.children):
                continue
            others = [c for c in clauses if c is not clause and c.parent is None]
            if others and (
                clause.at > others[0].at
                or (chunks and _inserted(clause, chunks))
                or any(self.in_quote(c) for c in others)
            ):
                return clause
        return None

    def _parties(self, scene: Scene, group: Group | None) -> tuple[Party, ...]:
        if group is None:
            return ()
        return scene.speakers(group)


def _inserted(sayer: Clause, chunks: list[Chunk]) -> bool:
    """ "Zambia, Teles said, had promised …": the saying stands between commas."""
    after = chunks[sayer.at + 1 : sayer.at + 3]
    before = chunks[sayer.at - 2] if sayer.at > 1 else None
    return (
        before is not None
        and before.kind == ","
        and len(after) == 2
        and after[0].kind == ","
        and after[1].kind in ("VG", "R", "P", "NP")
    )
