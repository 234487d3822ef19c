"""A document in, who says what in it out: source, cue and words of every attribution, with or without an event."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from kg.extract import saying_words as words
from kg.extract.parsed import parsed
from kg.extract.phrases import compile_lexicon
from kg.extract.prepared import Prepared, prepare
from kg.extract.sayings import Saying, sayings
from kg.extract.tagging import Verbs, general_verbs
from kg.model import Evidence, Party

if TYPE_CHECKING:
    from kg.authority import Authority
    from kg.model import Document
    from kg.ontology import Lexicon

__all__ = ["Attribution", "attributions"]

Kind = Literal["direct", "indirect", "according-to", "denial"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source's words in one document: `contents` are spans of what is said, in order.

    `source` is the span of who says it, None where nobody is named; `party` who that is, None where it is not known. A
    quotation that goes on alone joins the one before.
    """

    document: str
    source: Evidence | None
    party: Party | None
    cue: Evidence
    contents: tuple[Evidence, ...]
    kind: Kind

    @property
    def source_text(self) -> str:
        return self.source.quote if self.source else ""

    @property
    def cue_text(self) -> str:
        return self.cue.quote

    def to_json(self) -> dict[str, Any]:
        """The attribution as `kg quotes` prints it."""
        source: dict[str, Any] | None = None
        if self.source is not None:
            source = {"text": self.source.quote, "start": self.source.start, "end": self.source.end}
            if self.party is not None:
                who = self.party
                source |= {
                    "id": who.id, "name": who.name, "states": list(who.states), "kind": who.kind, "via": who.via,
                }  # fmt: skip
        return {
            "document": self.document,
            "source": source,
            "cue": {"text": self.cue.quote, "start": self.cue.start, "end": self.cue.end},
            "content": [{"start": c.start, "end": c.end, "quote": c.quote} for c in self.contents],
            "kind": self.kind,
        }


def attributions(
    document: Document, lexicon: Lexicon | None = None, authority: Authority | None = None
) -> tuple[Attribution, ...]:
    """All attributions of a document in order of their cues.

    >>> from kg.model import Document
    >>> [a.kind for a in attributions(Document.of('"We left," Mr Li said. "For good." Oman denied it had stayed.'))]
    ['direct', 'denial']
    """
    from kg import authority as lists
    from kg import ontology

    known = authority or lists.load()
    grammar = compile_lexicon(lexicon or ontology.load())
    verbs = general_verbs(frozenset(grammar.verbs))
    return tuple(_Listening(document, prepare(document, known), known, verbs).all())


@dataclass(slots=True)
class _Listening:
    document: Document
    known: Prepared
    authority: Authority
    verbs: Verbs
    taken: set[tuple[int, int]] = field(default_factory=set)

    def all(self) -> list[Attribution]:
        known = self.known
        tokens, scene = known.tokens, known.scene(self.authority)
        named = set(known.at)
        inside = known.inside
        said: list[tuple[int, Saying, Party | None]] = []
        for number, (first, last) in enumerate(known.ranges):
            scene.begin(number, first)
            scene.discourse.begin(number)
            chunks, found = parsed(scene, first, last, named, self.verbs)
            for saying in sayings(tokens, first, last, chunks, found, inside):
                speakers = scene.speakers(saying.source)
                if speakers or saying.lemma != ":" or self._is_script(saying) or (saying.after or (0, 0))[0] in inside:
                    said.append((number, saying, speakers[0] if speakers else None))
        return self._made(said)

    def _made(self, said: list[tuple[int, Saying, Party | None]]) -> list[Attribution]:
        """Attributions, each with the quotations that begin in it or go on right after it."""
        spans = [self._spans(saying) or self._before(number, saying) for number, saying, _ in said]
        self._go_on(said, spans)
        out = []
        for (_, saying, party), parts in zip(said, spans, strict=True):
            if not parts:
                continue
            source = self._evidence(*self.known.tokens.span(*saying.source_at)) if saying.source_at else None
            out.append(
                Attribution(
                    self.document.id, source, party, self._evidence(*self.known.tokens.span(*saying.cue)),
                    tuple(self._evidence(a, b) for a, b in parts), self._kind(saying, parts),
                )
            )  # fmt: skip
        return out

    def _spans(self, saying: Saying) -> list[tuple[int, int]]:
        """Character ranges of what is said; a quotation cut by the end of the sentence is whole."""
        out = []
        for part in (saying.before, saying.after):
            if part is None:
                continue
            start, end = self.known.tokens.span(*part)
            if saying.lemma == ":" and self._is_script(saying):
                end = self._paragraph_end(end)
            for a, b in self._quotes_over(start, end):
                if (a, b) in self.taken:
                    continue
                whole = end >= b - 2 or b > end
                if a < start and start - a < 2:
                    start = a
                if part is saying.before and a < start and b <= end + 2:
                    start = a
                if whole and a >= start:
                    end = max(end, b)
            out.append((start, end))
            if _is_quoted(self.known.quoted, start, end):
                self.taken.update(q for q in self._quotes_over(start, end) if q[0] >= start and q[1] <= end)
        return out

    def _is_script(self, saying: Saying) -> bool:
        """ "SMITH: …": the whole paragraph is spoken."""
        name = self.document.text[slice(*self.known.tokens.span(*saying.source_at))] if saying.source_at else ""
        return name.isupper() and len(name) > 1

    def _paragraph_end(self, at: int) -> int:
        end = self.document.text.find("\n\n", at)
        return len(self.document.text.rstrip()) if end < 0 else end

    def _before(self, number: int, saying: Saying) -> list[tuple[int, int]]:
        """The quotation that ends right before the sentence "X asked."."""
        start = self.known.tokens.starts[self.known.ranges[number][0]]
        quoted = self.known.quoted
        at = bisect_left(quoted, (start, 0)) - 1
        if at < 0 or quoted[at] in self.taken or not saying.alone:
            return []
        gap = self.document.text[quoted[at][1] : start]
        if gap.strip(" ") or not gap:
            return []
        self.taken.add(quoted[at])
        return [quoted[at]]

    def _quotes_over(self, start: int, end: int) -> list[tuple[int, int]]:
        quoted = self.known.quoted
        at = max(bisect_left(quoted, (start, 0)) - 1, 0)
        return [q for q in quoted[at : at + 12] if q[0] < end and q[1] > start]

    def _go_on(self, said: list[tuple[int, Saying, Party | None]], spans: list[list[tuple[int, int]]]) -> None:
        """A quotation that nobody is named for, right behind another or alone in the next paragraph, goes on."""
        text = self.document.text
        for begin, end in self.known.quoted:
            if end - begin < 12 or (begin, end) in self.taken:
                continue
            best = -1
            for k, parts in enumerate(spans):
                cue_end = self.known.tokens.span(*said[k][1].cue)[1]
                source = said[k][1].source_at
                at = max([cue_end, *(b for _, b in parts), self.known.tokens.span(*source)[1] if source else 0])
                if parts and at <= begin and self._quotes_over(*parts[-1]):
                    gap = text[at:begin]
                    if len(gap.strip()) < 90 and _only_ends(gap):
                        best = k
            if best >= 0 and _stands_alone(text, begin, end):
                spans[best].append((begin, end))

    def _kind(self, saying: Saying, parts: list[tuple[int, int]]) -> Kind:
        if saying.lemma in words.DENIALS:
            return "denial"
        if saying.kind == "according-to":
            return "according-to"
        if saying.lemma == ":" and self._is_script(saying):
            return "direct"
        return "direct" if all(_is_quoted(self.known.quoted, a, b) for a, b in parts) else "indirect"

    def _evidence(self, start: int, end: int) -> Evidence:
        return Evidence(start, end, self.document.text[start:end])


def _is_quoted(quoted: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether most of a stretch stands between quotation marks."""
    at = max(bisect_left(quoted, (start, 0)) - 1, 0)
    inside = sum(max(0, min(end, b) - max(start, a)) for a, b in quoted[at : at + 20])
    return inside * 10 >= (end - start) * 8


def _only_ends(gap: str) -> bool:
    """Whether nothing but the rest of a sentence stands between two quotations."""
    return gap.count(".") <= 1 and gap.count("\n\n") <= 1


def _stands_alone(text: str, begin: int, end: int) -> bool:
    """A quotation that is a sentence of its own."""
    inside = text[begin:end].strip("“”\"'‘’ ")
    before = text[max(0, begin - 2) : begin].strip()
    return (
        bool(inside)
        and inside[:1].isupper()
        and (inside[-1] in ".!?…" or text[end : end + 1] in ("", "\n"))
        and before in ("", ".", "!", "?", "”")
    )
