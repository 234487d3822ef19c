"""Tokens in, sentences out: where one ends and the next begins, as token ranges.

A sentence ends at . ! ? (with closing quotes) before a word that can begin one, at a blank line, and never
after an abbreviation that a name or a number follows. Lines of a headline or a list end too.
"""

from __future__ import annotations

from bisect import bisect_left

from kg.extract.tokens import Tokens

__all__ = ["split"]

ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen lt col maj capt cmdr adm sgt brig gov sen rep pres sec rev st sr jr hon amb mt ft
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    no nos vs etc al inc ltd co corp dept est approx fig vol ed eds pp cf ca bros art sect ave blvd""".split()
)
_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")
_OPENERS = frozenset("\"“‘'([«")


def split(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges [first, last) of the sentences, in order.

    >>> from kg.extract.tokens import tokenize
    >>> t = tokenize("Mr. Li met U.S. envoys at 5 p.m. Tuesday. They left Jan. 5. No deal.")
    >>> [t.quote(a, b) for a, b in split(t)]
    ['Mr. Li met U.S. envoys at 5 p.m. Tuesday.', 'They left Jan. 5.', 'No deal.']
    """
    words, starts, ends, text = tokens.words, tokens.starts, tokens.ends, tokens.text
    out: list[tuple[int, int]] = []
    first, size = 0, len(words)
    for i in _possible_ends(tokens):
        if i < first:
            continue
        last = i + 1
        done = last == size
        if not done and starts[last] > ends[i] and "\n" in text[ends[i] : starts[last]]:
            done = _line_ends(tokens, i)
        if not done and words[i][-1] in _STOPS:
            while last < size and words[last] in _CLOSERS and starts[last] == ends[last - 1]:
                last += 1
            done = last == size or (starts[last] > ends[last - 1] and _can_end(tokens, i, last))
        if done:
            out.append((first, last))
            first = last
    return out


def _possible_ends(tokens: Tokens) -> list[int]:
    """The tokens that may end a sentence: stops, those before the end of a line, and the last."""
    words, starts, text = tokens.words, tokens.starts, tokens.text
    if not words:
        return []
    out = {i for i, word in enumerate(words) if word[-1] in _STOPS}
    at = text.find("\n", starts[0], starts[-1])
    while at >= 0:
        out.add(bisect_left(starts, at) - 1)
        at = text.find("\n", at + 1, starts[-1])
    return sorted(out | {len(words) - 1})


def _line_ends(tokens: Tokens, i: int) -> bool:
    """Whether the line break after token i ends a sentence: a blank line, or a line that is not merely wrapped."""
    gap = tokens.text[tokens.ends[i] : tokens.starts[i + 1]]
    if gap.count("\n") > 1:
        return True
    line = tokens.text.rfind("\n", 0, tokens.ends[i]) + 1
    return tokens.ends[i] - line < 60 and not tokens.words[i + 1][0].islower()


def _can_end(tokens: Tokens, i: int, nxt: int) -> bool:
    """Whether the stop at token i, with the next word at `nxt`, ends a sentence."""
    words, word, following = tokens.words, tokens.words[i], tokens.words[nxt]
    k = nxt
    while k < len(words) - 1 and words[k] in _OPENERS:
        k += 1
    following = words[k]
    if following[0].islower():
        return False
    if word in ("!", "?"):
        return True
    if word.endswith(".") and len(word) > 1:  # U.S.  U.N.
        return following in _STARTERS
    before = words[i - 1] if i else ""
    touching = i > 0 and tokens.ends[i - 1] == tokens.starts[i]
    if touching and before.lower() in ABBREVIATIONS:
        return before.lower() in ("inc", "co", "corp", "etc", "ltd") and following in _STARTERS
    if touching and len(before) == 1 and before.isupper() and before != "I":  # John F. Kennedy
        return False
    if touching and before == "m" and i > 2 and words[i - 2] == ".":  # p.m. Tuesday
        return following in _STARTERS
    return True


_STARTERS = frozenset(
    """The A An In On At It He She They We I But And This That These Those For As If When While After Before
    His Her Their Its Our My You There Some Many Most All Both No Not So Such By With From To Of However
    Meanwhile Earlier Later Also Last What Who Where Why How Since Under During Until Despite Although Though
    According Officials Another Other Two Three Several Yet Still Then Now Instead""".split()
)
