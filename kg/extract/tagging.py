"""Tokens of a sentence in, one letter a token out: a rough part of speech, enough to cut clauses.

D determiner  A possessive pronoun  I pronoun  G possessive 's  # number  N noun or adjective  E actor name
P preposition  T to  C conjunction  M modal  B be  H have  O do  X not  R adverb  Y date  W who/which/that
Q an acronym in brackets  K that (clause)  S subordinator  , ; : - " ( ) .
b z d n g verb forms (base, third person, past, participle, -ing)
"""

from __future__ import annotations

import functools
from importlib import resources

from kg.extract.tagging_closed import VERB_TAGS, closed
from kg.extract.tagging_joints import JOINING, open_clauses
from kg.extract.tagging_open import Verbs, open_
from kg.extract.tagging_unsure import decide
from kg.extract.tokens import Tokens
from kg.extract.words import verb_forms

__all__ = ["VERB_TAGS", "Verbs", "general_verbs", "tag"]


@functools.lru_cache(maxsize=8)
def general_verbs(extra: frozenset[str] = frozenset()) -> Verbs:
    """Forms of all verbs of verbs.txt and of `extra` lemmas."""
    listed = resources.files("kg.extract").joinpath("verbs.txt").read_text(encoding="utf-8")
    lemmas = {x for line in listed.splitlines() if not line.startswith("#") for x in line.split()} | extra
    out: dict[str, list[tuple[str, str]]] = {}
    for lemma in sorted(lemmas - {"be", "have", "do"}):
        for form, tag_ in verb_forms(lemma):
            readings = out.setdefault(form, [])
            if (lemma, tag_) not in readings:
                readings.append((lemma, tag_))
    return {form: tuple(readings) for form, readings in out.items()}


def tag(tokens: Tokens, first: int, last: int, names: set[int], dates: set[int], verbs: Verbs) -> list[str]:
    """Letters of tokens first..last; `names` are tokens of actor mentions, `dates` of time expressions.

    >>> from kg.extract.tokens import tokenize
    >>> "".join(tag(tokenize("Peru has not recalled its envoy."), 0, 7, {0}, set(), general_verbs()))
    'EHXnAN.'
    """
    out: list[str] = []
    unsure: list[int] = []
    headline = _is_headline(tokens, first, last)
    for i in range(first, last):
        mark = closed(tokens, i, first, last, names, dates, out)
        if not mark:
            mark = open_(tokens, i, first, last, verbs, out, headline=headline)
            if mark in "?!":
                unsure.append(i - first)
        out.append(mark)
    decide(tokens, first, out, unsure)
    if not JOINING.isdisjoint(tokens.lower[first:last]):
        open_clauses(tokens, first, out, verbs)
    _scare_quotes(out)
    return out


def _scare_quotes(tags: list[str]) -> None:
    """Quotation marks around a word or two inside a noun phrase do not part it: the "usurper" Maduro."""
    for i in range(1, len(tags) - 3):
        if tags[i] != '"' or tags[i - 1] not in "DAN#E":
            continue
        for k in (i + 2, i + 3):
            if k + 1 < len(tags) and tags[k] == '"' and set(tags[i + 1 : k]) <= set("NE#") and tags[k + 1] in "NE":
                tags[i] = tags[k] = "N"


def _is_headline(tokens: Tokens, first: int, last: int) -> bool:
    """Title Case Throughout: then a capital says nothing."""
    long_words = [x for x in tokens.words[first:last] if len(x) > 3 and x[0].isalpha()]
    return len(long_words) > 3 and sum(x[0].isupper() for x in long_words) > 0.8 * len(long_words)
