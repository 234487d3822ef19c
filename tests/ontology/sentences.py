"""A phrase of the ontology in, plain sentences out that it should match: one for each of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.noun_classes import NOUN_CLASSES
from kg.extract.words import PREPOSITIONS, verb_forms

__all__ = ["sentences"]

_PARTS = re.compile(r"\{[^}]*\}|[XYMH](?:[!+])?(?:'s)?(?!\w)|\*|[()]|[\w'’-]+|:")
_PARTY = {"X": "Peru", "Y": "Chile", "M": "Oman", "H": "Kenya"}
_BARE = frozenset(
    """guilty free responsible accountable hostage captive unwelcome undesirable no work strike aid money food credit
    access permission entry autonomy independence home word guard hand force support asylum refuge weapon""".split()
)


def sentences(phrase: str, *, refused: bool = False) -> Iterator[str]:
    """One sentence for each alternative of each pair of braces, the others at their first word.

    What stands in brackets is left out once. The verb is past, or what one will not do if `refused`.
    """
    without = re.sub(r"\s*\([^)]*\)", "", phrase)
    if without != phrase:
        yield from sentences(without, refused=refused)
    parts = _PARTS.findall(phrase)
    choices = [list(_words(p)) if p[0] == "{" else [p] for p in parts]
    first = [c[0] for c in choices]
    seen = set()
    for k, words in enumerate(choices):
        for word in words:
            chosen = [*first[:k], word, *first[k + 1 :]]
            made = _sentence(parts, chosen, f"will not {chosen[1]}" if refused else "")
            if made not in seen:
                seen.add(made)
                yield made


def _words(braces: str) -> Iterator[str]:
    """The words in braces; three for a class of nouns."""
    for word in (w.strip() for w in braces[1:-1].split(",")):
        yield from (
            sorted(w for w in NOUN_CLASSES[word] if not w.endswith("s"))[::20][:3] if word in NOUN_CLASSES else [word]
        )


def _sentence(parts: list[str], chosen: list[str], verb: str) -> str:
    if parts[0][0] in _PARTY and not parts[0].endswith("'s"):
        out = [_party(parts[0]), verb or _past(chosen[1]), *_rest(parts[2:], chosen[2:])]
    elif parts[0][0] in _PARTY and len(parts) > 2 and parts[2][0] == "{" and not _preps(chosen[2]):
        out = [_PARTY[parts[0][0]] + "'s", chosen[1] + "s", _past(chosen[2]), *_rest(parts[3:], chosen[3:])]
    elif parts[0][0] in _PARTY:
        out = [_PARTY[parts[0][0]] + "'s", chosen[1], *_rest(parts[2:], chosen[2:]), "lasted a week"]
    else:
        out = ["The", chosen[0], *_rest(parts[1:], chosen[1:]), "lasted a week"]
    return " ".join(out) + "."


def _rest(parts: list[str], chosen: list[str]) -> Iterator[str]:
    before = ""
    for part, word, after in zip(parts, chosen, (*parts[1:], "")[: len(parts)], strict=True):
        if word in ("do", "doing") and after[:1] == "{":
            pass  # which deed stands in the braces
        elif before == "do":
            yield f"{word} the island"
        elif before == "doing":
            yield next(f for f, tag in verb_forms(word) if tag == "G") + " the island"
        else:
            yield from _element(part, word, before)
        before = word


def _element(part: str, word: str, before: str) -> Iterator[str]:
    if part[0] in _PARTY and part[1:2] in ("", "!", "+", "'"):
        yield _party(part) + ("'s" if part.endswith("'s") else "")
    elif part == "*":
        yield "the plan failed" if before == "that" else "the dam"
    elif part in "():":
        return
    elif word == "do":
        yield "leave the island"
    elif word == "doing":
        yield "entering the port"
    elif part[0] == "{" and not _preps(word):
        yield from _noun(word, before)
    else:
        yield word


def _noun(word: str, before: str) -> Iterator[str]:
    if before.endswith("'s") or word in _BARE or word.endswith("s") or before in ("any", "at", "by", "on", "into"):
        yield word
    else:
        yield f"a {word}" if before in ("X", "Y", "X!", "Y!") else f"the {word}"


def _party(part: str) -> str:
    return "Peru and Ghana" if part.endswith("+") else _PARTY[part[0]]


def _past(verb: str) -> str:
    lemma, *rest = verb.split()
    form = "was" if lemma == "be" else next(f for f, tag in verb_forms(lemma) if tag == "D")
    return " ".join([form, *rest])


def _preps(word: str) -> bool:
    return word in PREPOSITIONS or word in ("to", "out of", "with", "and")
