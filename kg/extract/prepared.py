"""A document in, what every reading of it starts from out: tokens, sentences, names, times, quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from kg.authority import Authority
from kg.extract import dates, mentions, sentences
from kg.extract.dates import Timex
from kg.extract.discourse import Discourse
from kg.extract.mentions import Mention
from kg.extract.parties import Scene
from kg.extract.quotation import quotes
from kg.extract.tokens import Tokens, tokenize
from kg.model import Document

__all__ = ["Prepared", "named", "prepare"]

_READ = ("title", "body")

Named = tuple[Tokens, list[tuple[int, int]], list[Mention]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """`ranges` are sentences as token ranges, `at` mentions by token, `timed` (token, time expression) pairs,
    `quoted` the character ranges of quotations and `inside` the tokens in them, marks included.
    """

    tokens: Tokens
    ranges: list[tuple[int, int]]
    published: str | None
    at: dict[int, Mention]
    timed: list[tuple[int, Timex]]
    quoted: list[tuple[int, int]]
    inside: set[int]

    def scene(self, authority: Authority) -> Scene:
        """A fresh scene to read the sentences in."""
        scene = Scene(self.tokens, self.at, Discourse(_forms(authority)), authority)
        scene.dates, scene.quoted = {i for i, _ in self.timed}, self.inside
        scene.offices = {m.id: m.offices for m in self.at.values() if m.offices}
        return scene


@lru_cache(maxsize=4)
def _forms(authority: Authority) -> dict[str, frozenset[str]]:
    """For words that say how a state is ruled the states that call themselves so."""
    full = {
        state: " ".join((record.name, *record.aliases))
        for state in authority.of_kind("state")
        if (record := authority.get(state)) is not None
    }
    kinds = ("kingdom", "republic", "sultanate")
    out = {kind: frozenset(s for s, names in full.items() if kind.title() in names) for kind in kinds}
    out["emirate"] = frozenset(("ARE", "KWT", "QAT"))
    out["monarchy"] = out["kingdom"] | out["sultanate"] | out["emirate"]
    return out


def prepare(document: Document, authority: Authority) -> Prepared:
    """Read title and body; everything else of the document is left out."""
    published = document.published or dates.publication(document)[0]
    times = dates.find(document.text, published, _spans(document))
    tokens, ranges, found = named(document, authority, published)
    at = {i: m for m in found for i in range(m.first, m.last)}
    quoted = quotes(document.text)
    timed = _time_tokens(tokens, times, at)
    return Prepared(tokens, ranges, published, at, timed, quoted, _tokens_inside(tokens, quoted))


def named(document: Document, authority: Authority, day: str | None) -> Named:
    """Tokens of the parts that are read, their sentences as token ranges, and the mentions as of a day, if known.

    Nobody may change what is returned: an undated text is asked for twice, for the span that explains it and for
    its claims, and read once.
    """
    return _named(document.text, _spans(document), authority, day)


@lru_cache(maxsize=2)
def _named(text: str, spans: tuple[tuple[int, int], ...], authority: Authority, day: str | None) -> Named:
    tokens, ranges = _words_of(text, spans)
    return tokens, ranges, mentions.find(tokens, ranges, authority, day)


def _spans(document: Document) -> tuple[tuple[int, int], ...]:
    """The parts that are read, as character ranges."""
    return tuple((p.start, p.end) for p in document.parts if p.role in _READ) or ((0, len(document.text)),)


def _words_of(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Tokens, list[tuple[int, int]]]:
    """Tokens of the spans, and their sentences as token ranges."""
    whole = Tokens(text, [], [], [], [])
    ranges: list[tuple[int, int]] = []
    for start, end in spans:
        part = tokenize(text, start, end)
        before = len(whole)
        whole.words.extend(part.words)
        whole.lower.extend(part.lower)
        whole.starts.extend(part.starts)
        whole.ends.extend(part.ends)
        ranges += [(before + a, before + b) for a, b in sentences.split(part)]
    return whole, ranges


def _time_tokens(tokens: Tokens, times: list[Timex], at: dict[int, Mention]) -> list[tuple[int, Timex]]:
    """(token, time expression) for every token inside one; durations count as times too."""
    out: list[tuple[int, Timex]] = []
    i = 0
    for timex in times:
        k = i = bisect_right(tokens.ends, timex.start, i)
        while k < len(tokens) and tokens.starts[k] < timex.end:
            if k not in at:
                out.append((k, timex))
            k += 1
    return out


def _tokens_inside(tokens: Tokens, quoted: list[tuple[int, int]]) -> set[int]:
    """Tokens that stand between quotation marks, the marks included."""
    out: set[int] = set()
    for begin, end in quoted:
        i = bisect_left(tokens.starts, begin)
        while i < len(tokens) and tokens.starts[i] < end:
            out.add(i)
            i += 1
    return out
