"""A document in, what was made of each sentence out: names, dates, clauses, sayings, claims, and what was dropped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.extract import sayings as forms
from kg.extract.dates import Timex
from kg.extract.found import THING
from kg.extract.parties import Scene
from kg.extract.phrases import compile_lexicon
from kg.extract.reader import DocumentReader
from kg.extract.settle import settled, why_dropped
from kg.extract.tagging import general_verbs
from kg.extract.tracing import Dropped, TracedNouns, TracedVerbs
from kg.extract.words import PRONOUNS

if TYPE_CHECKING:
    from kg.authority import Authority
    from kg.extract.attribution import Speech
    from kg.extract.dating import Dating
    from kg.extract.hits import Hit
    from kg.extract.mentions import Mention
    from kg.extract.pieces import Chunk, Clause, Group
    from kg.extract.stance import Reader
    from kg.extract.tokens import Tokens
    from kg.model import Claim, Document
    from kg.ontology import Lexicon

__all__ = ["Explanation", "explain"]

_NEAREST = 4
"""How many types are told for a verb that became no event, those that came farthest."""


@dataclass(slots=True)
class Explanation:
    """One sentence: characters start..end, and rows of what was found; `unread` says why nobody looked for events.

    Rows have `start`, `end` and `text`, and: names `id`, `kind`, `via`; dates `edtf`, `reason`; clauses `subject`,
    `objects`, `stance`, `modality`, `claimant`; sayings `source`, `content`; dropped `type`, `rule`, `why`.
    """

    start: int
    end: int
    text: str
    unread: str = ""
    names: list[dict[str, Any]] = field(default_factory=list)
    dates: list[dict[str, Any]] = field(default_factory=list)
    clauses: list[dict[str, Any]] = field(default_factory=list)
    sayings: list[dict[str, Any]] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    dropped: list[dict[str, Any]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The explanation as `kg explain --json` prints it."""
        return {
            "start": self.start, "end": self.end, "text": self.text, "unread": self.unread or None,
            "names": self.names, "dates": self.dates, "clauses": self.clauses, "sayings": self.sayings,
            "claims": [claim.to_json() for claim in self.claims], "dropped": self.dropped,
        }  # fmt: skip


def explain(
    document: Document, lexicon: Lexicon | None = None, authority: Authority | None = None
) -> list[Explanation]:
    """Every sentence of a document with what was found in it and what was not.

    >>> from kg.model import Document
    >>> (told,) = explain(Document.of("Peru imposed its will on Chile."))
    >>> told.claims, told.dropped[0]["type"], told.dropped[0]["why"]  # doctest: +ELLIPSIS
    ([], ..., ...)
    """
    from kg import authority as lists
    from kg import ontology

    lexicon = lexicon or ontology.load()
    grammar = compile_lexicon(lexicon)
    verbs = general_verbs(frozenset(grammar.verbs))
    reader = _Watching(document, lexicon, authority or lists.load(), grammar, verbs)
    reader.claims()
    return reader.told


@dataclass
class _Watching(DocumentReader):
    """The reader, with what it does written down sentence by sentence."""

    told: list[Explanation] = field(default_factory=list)
    trace: list[Dropped] = field(default_factory=list)
    lost: list[tuple[Hit, str]] = field(default_factory=list)

    def _worth(self, tokens: Tokens, first: int, last: int, at: dict[int, Mention]) -> bool:
        worth = super()._worth(tokens, first, last, at)
        start, end = tokens.span(first, last)
        self.told.append(Explanation(start, end, tokens.text[start:end]))
        self.trace, self.lost = [], []
        if not worth:
            names = any(i in at for i in range(first, last))
            why = "no word here names or does anything that the event types know"
            self.told[-1].unread = why if names else f"{why}, or nobody is named who could"
            seen = dict.fromkeys(at[i] for i in range(first, last) if i in at)
            self.told[-1].names = [_row(tokens, m.first, m.last, id=m.id, kind=m.kind, via=m.via) for m in seen]
        return worth

    def _sentence(
        self, scene: Scene, speech: Speech, first: int, last: int, times: list[tuple[int, Timex]]
    ) -> list[Claim]:
        now = self.told[-1]
        now.claims = super()._sentence(scene, speech, first, last, times)
        seen = {id(t): t for _, t in times}.values()
        now.dates = [
            {"start": t.start, "end": t.end, "text": t.text, "edtf": t.edtf, "value": t.value, "reason": t.reason}
            for t in seen
        ]
        now.sayings = [_said(scene.tokens, s) for s in speech.found if s.before or s.after]
        now.dropped = self._dropped(scene.tokens, {c.trigger for c in now.claims})
        return now.claims

    def _hits(
        self, scene: Scene, chunks: list[Chunk], found: list[Clause], reader: Reader, words: set[str]
    ) -> list[Hit]:
        hits = super()._hits(scene, chunks, found, reader, words)
        self.told[-1].names = list(_names(scene, chunks))
        self.told[-1].clauses = [_clause(scene, clause, reader) for clause in found]
        return hits

    def _verb_matcher(
        self, scene: Scene, chunks: list[Chunk], found: list[Clause], reader: Reader, words: set[str]
    ) -> TracedVerbs:
        return TracedVerbs(self.grammar, scene, chunks, found, reader, words, trace=self.trace)

    def _noun_matcher(
        self, scene: Scene, chunks: list[Chunk], found: list[Clause], reader: Reader, words: set[str], used: set[int]
    ) -> TracedNouns:
        return TracedNouns(self.grammar, scene, chunks, found, reader, words, used, trace=self.trace)

    def _settled(self, hits: list[Hit], reader: Reader) -> list[Hit]:
        kept = settled(hits, reader)
        self.lost += [(h, why_dropped(h, hits)) for h in hits if not any(h is k for k in kept)]
        return kept

    def _claim(self, hit: Hit, tokens: Tokens, dating: Dating) -> list[Claim]:
        made = super()._claim(hit, tokens, dating)
        if not made:
            self.lost.append((hit, "nobody known takes part, and nothing told before says who"))
        return made

    def _dropped(self, tokens: Tokens, found: set[tuple[int, int]]) -> list[dict[str, Any]]:
        """What was lost after matching, then for each word that became no event the types that came nearest."""
        out = [_row(tokens, *hit.trigger, type=hit.type.id, rule=hit.rule, why=why) for hit, why in self.lost]
        taken = {start for start, _ in found} | {row["start"] for row in out}
        words: dict[int, list[Dropped]] = {}
        for one in self.trace:
            words.setdefault(one.first, []).append(one)
        for first in sorted(words):
            if tokens.starts[first] in taken:
                continue
            types: set[str] = set()
            for one in sorted(words[first], key=lambda d: -d.reached):
                if one.type not in types and len(types) < _NEAREST:
                    types.add(one.type)
                    out.append(_row(tokens, one.first, one.last, type=one.type, rule=one.rule, why=one.why))
        return out


def _row(tokens: Tokens, first: int, last: int, **more: Any) -> dict[str, Any]:
    start, end = tokens.span(first, last)
    return {"start": start, "end": end, "text": tokens.text[start:end], **more}


def _names(scene: Scene, chunks: list[Chunk]) -> list[dict[str, Any]]:
    """Every noun phrase that stands for somebody, and every pronoun that does not."""
    out: list[dict[str, Any]] = []
    tokens = scene.tokens
    for group in [c.group for c in chunks if c.group is not None]:
        for np in group.items:
            found = scene.phrase(np)
            if found.quality >= THING:
                grade = "guess" if found.guessed else "sure"
                out += [
                    _row(tokens, np.first, np.last, id=p.id, name=p.name, kind=p.kind, via=p.via, grade=grade)
                    for p in found.parties
                ]
            elif tokens.lower[np.first] in PRONOUNS:
                out.append(_row(tokens, np.first, np.last, id=None, kind=None, via="pronoun"))
    return out


def _clause(scene: Scene, clause: Clause, reader: Reader) -> dict[str, Any]:
    reading, tokens = reader.of(clause), scene.tokens
    return _row(
        tokens, clause.verb.first, clause.verb.last, verb=clause.lemmas[0], kind=clause.kind,
        subject=_words(tokens, clause.subject), objects=[_words(tokens, g) for g in clause.objects],
        preps=[f"{word} {_words(tokens, group)}" for word, group in clause.preps],
        stance=reading.stance, modality=reading.modality, claimant=[p.name for p in reading.claimants],
    )  # fmt: skip


def _words(tokens: Tokens, group: Group | None) -> str | None:
    return tokens.quote(group.first, group.last) if group is not None else None


def _said(tokens: Tokens, saying: forms.Saying) -> dict[str, Any]:
    source = tokens.quote(*saying.source_at) if saying.source_at else None
    content = [tokens.quote(*part) for part in (saying.before, saying.after) if part]
    return _row(tokens, *saying.cue, source=source, content=content)
