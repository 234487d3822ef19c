"""Tokens of a clause or sentence in, the issues that its words name out: a look-up of keywords, nothing more."""

from __future__ import annotations

import functools

from kg.extract.tokens import Tokens, tokenize
from kg.extract.words import noun_forms
from kg.ontology import Lexicon

__all__ = ["issues_of"]

_Index = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def issues_of(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Ids of the issues whose keywords stand in tokens `first` to `last` (exclusive), in order of mention.

    Upper and lower case are alike, and the last word of a keyword may be singular or plural.

    >>> from kg.ontology import load
    >>> found = tokenize("Chad and Niger held talks on water and smugglers.")
    >>> issues_of(found, 0, len(found), load())
    ('water', 'drugs-crime')
    """
    index = _index(lexicon)
    lower = tokens.lower
    found: dict[str, None] = {}
    for at in range(first, last):
        for words, issue in index.get(lower[at], ()):
            end = at + len(words)
            if end <= last and tuple(lower[at:end]) == words:
                found[issue] = None
    return tuple(found)


@functools.lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> _Index:
    """Keywords by their first word: the words in full, and the issue."""
    grown: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for issue, keywords in lexicon.issues.items():
        for keyword in keywords:
            *before, head = tokenize(keyword.lower()).lower
            for form in noun_forms(head):
                words = (*before, form)
                grown.setdefault(words[0], set()).add((words, issue))
    return {word: tuple(sorted(entries)) for word, entries in grown.items()}
