"""Text in, tokens with offsets out: words, numbers and signs, cut so that names and phrases can be matched.

Splits possessive 's and hyphens after a capitalised word ("Saudi-led", "US-China"), keeps "U.S.", "P5+1",
"anti-Western", "1,400" and contractions ("won't") whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Tokens", "tokenize"]

_TOKEN = re.compile(
    r"""
    [a-z]+(?![\w'’ʼ´-])                       # most words, first of all because it is quick
  | (?:[A-Z]\.){2,}(?:[A-Z](?![a-z]))?        # U.S.  U.N.  D.P.R.K
  | [A-Z]\d\+\d | [A-Z]+\d*\+\d* (?!\w)       # P5+1  E3+3  OPEC+
  | \d+(?:[.,:]\d+)*                          # 1,400  3.5  10:30
  | ['’ʼ´]s\b                                   # Iran's
  | [^\W\d_]\w*(?:['’ʼ´](?!s\b)[^\W\d_]+)*      # words, won't, Ra'ad
    (?:-[^\W_]\w*(?:['’ʼ´](?!s\b)[^\W\d_]+)*)*                 # anti-Western; split below if capitalised
  | \.\.\.|…|--+
  | [^\w\s] | _ | \w
    """,
    re.VERBOSE,
)
_APOSTROPHES = str.maketrans("’ʼ´", "'''")
_PIECE = re.compile(r"-|[^-]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one item a token: the words, the words folded, where they start and end."""

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters from token `first` to token `last` (exclusive)."""
        return self.starts[first], self.ends[last - 1]

    def quote(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Tokens of `text[start:end]`; offsets refer to the whole text.

    >>> tokenize("Iran’s U.S.-led talks won't start.").words
    ['Iran', '’s', 'U.S.', '-', 'led', 'talks', "won't", 'start', '.']
    """
    plain = text.replace("ʼ", "’")  # a letter to regular expressions, an apostrophe to writers
    spans = [found.span() for found in _TOKEN.finditer(plain, start, len(text) if end is None else end)]
    words = [plain[a:b] for a, b in spans]
    for i in [n for n, word in enumerate(words) if "-" in word and len(word) > 1 and word[0].isupper()][::-1]:
        pieces = [(piece.group(), piece.span()) for piece in _PIECE.finditer(words[i])]
        at = spans[i][0]
        words[i : i + 1] = [piece for piece, _ in pieces]
        spans[i : i + 1] = [(at + a, at + b) for _, (a, b) in pieces]
    if "–" in plain:
        words = [
            "-" if word == "–" and _attached(plain, at) else word for word, (at, _) in zip(words, spans, strict=True)
        ]
    lower = [w.lower() for w in words]
    if not text.isascii():
        lower = [w if w.isascii() else w.translate(_APOSTROPHES) for w in lower]
    return Tokens(text, words, lower, [a for a, _ in spans], [b for _, b in spans])


def _attached(text: str, at: int) -> bool:
    """Iran–Iraq: a dash without spaces joins as a hyphen does."""
    return 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()
