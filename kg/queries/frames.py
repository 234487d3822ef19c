"""The phrases of the ontology as an index for questions: word form in, verb and noun frames out."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.phrases import compile_lexicon
from kg.extract.words import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.phrases import NounFrame, VerbFrame
    from kg.ontology import Lexicon

__all__ = ["Index", "index"]


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """`verbs` maps a form to its lemmas with the tags of that form; `nouns` a form (or compound) to its frames.

    `event_nouns` are all nouns that can stand for an event in a question ("sanctions", "talks"). `together` gives the
    verbs that a phrase names side by side, by the phrase's rule: they say the same.
    """

    lexicon: Lexicon
    verbs: dict[str, tuple[tuple[str, str], ...]]
    frames: dict[str, tuple[VerbFrame, ...]]
    nouns: dict[str, tuple[NounFrame, ...]]
    event_nouns: frozenset[str]
    together: dict[str, frozenset[str]]

    def narrower(self, types: tuple[str, ...] | list[str]) -> tuple[str, ...]:
        """These types and all below them, sorted."""
        known = self.lexicon
        return tuple(sorted(t for t in known.types if any(known.is_a(t, broad) for broad in types)))

    def same(self, rules: Iterable[str]) -> frozenset[str]:
        """All forms of the verbs that the phrases of these rules name."""
        lemmas = {lemma for rule in rules for lemma in self.together.get(rule, ())}
        return frozenset(form for lemma in lemmas for form, _ in verb_forms(lemma))

    def wider(self, types: tuple[str, ...]) -> tuple[str, ...]:
        """The types directly above these, with all that is below them; empty when these are at the top."""
        known = self.lexicon.types
        up = [known[t].broader[0] for t in types if known[t].broader and known[t].broader[0] not in types]
        return self.narrower(up) if up else ()


@functools.lru_cache(maxsize=2)
def index(lexicon: Lexicon) -> Index:
    """The index of a lexicon; made once, in a few milliseconds."""
    grammar = compile_lexicon(lexicon)
    verbs: dict[str, set[tuple[str, str]]] = {}
    for lemma in grammar.verbs:
        for form, tag in verb_forms(lemma):
            verbs.setdefault(form, set()).add((lemma, tag))
    together: dict[str, set[str]] = {}
    for lemma, frames in grammar.verbs.items():
        for frame in frames:
            together.setdefault(frame.rule, set()).add(lemma)
    last_words = {form.rpartition(" ")[2] for form in grammar.nouns}
    return Index(
        lexicon=lexicon,
        verbs={form: tuple(sorted(found)) for form, found in verbs.items()},
        frames=grammar.verbs,
        nouns=grammar.nouns,
        event_nouns=frozenset(last_words) | {w.rpartition(" ")[2] for w in grammar.literals},
        together={rule: frozenset(lemmas) for rule, lemmas in together.items()},
    )
