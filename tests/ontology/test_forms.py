"""The verbs of the ontology in the tenses, voices and clauses of news: event, parties, stance and modality of each."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from kg.extract import extract
from kg.extract.words import verb_forms
from kg.model import Document, Party
from kg.ontology import load
from tests.ontology.sentences import sentences

Parties = frozenset[str]


class Told(NamedTuple):
    """A claim without what the form of the sentence changes."""

    type: str
    initiators: Parties
    recipients: Parties
    participants: Parties


class Base(NamedTuple):
    """ "Peru recalled its envoy to Chile.": the forms of the verb (B, Z, D, N, G), what follows it, what it tells."""

    forms: dict[str, str]
    rest: str
    told: Told


def _states(parties: tuple[Party, ...]) -> Parties:
    return frozenset(s for p in parties for s in (p.states or (p.id,)))


def _told(text: str) -> dict[Told, tuple[str, str]]:
    return {
        Told(c.event.type, _states(c.event.initiators), _states(c.event.recipients), _states(c.event.participants)): (
            c.stance,
            c.modality,
        )
        for c in extract(Document.of(text))
        if c.grade == "sure"
    }


@functools.cache
def _bases() -> tuple[Base, ...]:
    return tuple(_tried())


def _tried() -> Iterator[Base]:
    for kind in load().types.values():
        for phrase in kind.phrases:
            verbs = re.match(r"X[!+]? \{([^},]+)", phrase)
            if verbs is None or " " in verbs[1].strip() or verbs[1].strip() == "be":
                continue
            forms = defaultdict(list)
            for word, letter in verb_forms(verbs[1].strip()):
                forms[letter].append(word)
            doer, verb, rest = (*next(iter(sentences(phrase))).split(" ", 2), "")[:3]
            told = next((t for t in _told(f"{doer} {verb} {rest}") if t.type == kind.id), None)
            if doer == "Peru" and verb in forms["D"] and told is not None:
                yield Base({letter: words[0] for letter, words in forms.items()}, rest, told)


FORMS: dict[str, tuple[Callable[[dict[str, str], str], str], str, str]] = {
    "present": (lambda f, r: f"Peru {f['Z']} {r}", "asserted", "actual"),
    "perfect": (lambda f, r: f"Peru has {f['N']} {r}", "asserted", "actual"),
    "progressive": (lambda f, r: f"Peru is {f['G']} {r}", "asserted", "actual"),
    "future": (lambda f, r: f"Peru will {f['B']} {r}", "asserted", "planned"),
    "possible": (lambda f, r: f"Peru may {f['B']} {r}", "asserted", "possible"),
    "headline of a plan": (lambda f, r: f"Peru to {f['B']} {r}", "asserted", "planned"),
    "decided": (lambda f, r: f"Peru decided to {f['B']} {r}", "asserted", "planned"),
    "refused": (lambda f, r: f"Peru refused to {f['B']} {r}", "negated", "actual"),
    "did not": (lambda f, r: f"Peru did not {f['B']} {r}", "negated", "actual"),
    "never": (lambda f, r: f"Peru has never {f['N']} {r}", "negated", "actual"),
    "denied": (lambda f, r: f"Peru denied that it had {f['N']} {r}", "denied", "actual"),
    "relative": (lambda f, r: f"Peru, which {f['D']} {r[:-1]}, is a republic.", "asserted", "actual"),
    "said": (lambda f, r: f"Peru had {f['N']} {r[:-1]}, its foreign minister said.", "asserted", "actual"),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_verb_tells_the_same_in_every_form(name: str) -> None:
    """Of what is told in the past tense at most three in a hundred get lost; stance and modality are never wrong."""
    form, stance, modality = FORMS[name]
    lost, wrong = [], []
    for base in _bases():
        text = form(base.forms, base.rest)
        got = _told(text).get(base.told)
        lost += [text] if got is None else []
        wrong += [(text, got)] if got not in (None, (stance, modality)) else []
    assert len(_bases()) > 1000
    assert not wrong
    assert len(lost) <= 0.03 * len(_bases()), lost


PASSIVES: dict[str, Callable[[str, str], str]] = {
    "past": lambda done, rest: f"Chile was {done}{rest} by Peru.",
    "perfect": lambda done, rest: f"Chile has been {done}{rest} by Peru.",
    "reported": lambda done, rest: f"Chile said it had been {done}{rest} by Peru.",
    "relative": lambda done, rest: f"Chile, which was {done}{rest} by Peru, is a republic.",
}


@pytest.mark.parametrize("name", PASSIVES)
def test_whom_it_is_done_to_may_come_first(name: str) -> None:
    """ "Chile was condemned by Peru", but for verbs with a clause behind them: there the doer would stand inside it."""
    bases = [b for b in _bases() if b.rest.startswith("Chile") and " to " not in b.rest and " that " not in b.rest]
    texts = {PASSIVES[name](b.forms["N"], b.rest[5:-1]): b.told for b in bases if b.rest[5:6] in (" ", ".")}
    lost = [text for text, wanted in texts.items() if wanted not in _told(text)]
    assert len(texts) > 150
    assert len(lost) <= 0.05 * len(texts), lost
