"""A document in, what every reading of it starts from out: tokens, sentences, names, times, quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from kg.authority import Authority
from kg.extract import dates, mentions, sentences
from kg.extract.dates import Timex
from kg.extract.discourse import Discourse
from kg.extract.mentions import Mention
from kg.extract.parties import Scene
from kg.extract.quotation import quotes
from kg.extract.tokens import Tokens, tokenize
from kg.model import Document

__all__ = ["Prepared", "prepare", "words_of"]

_READ = ("title", "body")


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
        scene = Scene(self.tokens, self.at, Discourse(), authority)
        scene.dates, scene.quoted = {i for i, _ in self.timed}, self.inside
        return scene


def prepare(document: Document, authority: Authority) -> Prepared:
    """Read title and body; everything else of the document is left out."""
    tokens, ranges, spans = words_of(document)
    published = document.published or dates.publication(document)[0]
    times = dates.find(document.text, published, spans)
    day = None if published and "/" in published else published  # a span tells of no office who holds it
    found = mentions.find(tokens, ranges, authority, day)
    at = {i: m for m in found for i in range(m.first, m.last)}
    quoted = quotes(document.text)
    timed = _time_tokens(tokens, times, at)
    return Prepared(tokens, ranges, published, at, timed, quoted, _tokens_inside(tokens, quoted))


def words_of(document: Document) -> tuple[Tokens, list[tuple[int, int]], list[tuple[int, int]]]:
    """Tokens of the parts that are read, their sentences as token ranges, and the parts as character ranges."""
    whole = Tokens(document.text, [], [], [], [])
    ranges: list[tuple[int, int]] = []
    spans = [(p.start, p.end) for p in document.parts if p.role in _READ] or [(0, len(document.text))]
    for start, end in spans:
        part = tokenize(document.text, start, end)
        before = len(whole)
        whole.words.extend(part.words)
        whole.lower.extend(part.lower)
        whole.starts.extend(part.starts)
        whole.ends.extend(part.ends)
        ranges += [(before + a, before + b) for a, b in sentences.split(part)]
    return whole, ranges, spans


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
