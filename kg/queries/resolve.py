"""What a user writes in, ids out: actors by name or code, types and issues by id, label or keyword."""

from __future__ import annotations

import difflib
import functools
from typing import TYPE_CHECKING

from kg.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.authority import Authority

__all__ = ["SCHEMES", "actors", "authority", "issues", "issues_in", "nearest", "one_of", "types"]

SCHEMES: dict[str, tuple[str, ...]] = {
    "status": ("actual", "planned", "conditional", "possible", "negated", "contested", "unconfirmed"),
    "stance": ("asserted", "confirmed", "negated", "denied", "unconfirmed", "questioned"),
    "modality": ("actual", "planned", "conditional", "possible"),
}


@functools.lru_cache(maxsize=1)
def authority() -> Authority:
    """The actors that come with kg."""
    from kg.authority import load

    return load()


def actors(word: str) -> tuple[str, ...]:
    """Ids of the actors that `word` may name, a name or a code; raises QuestionError when there is none."""
    name = word.strip().removeprefix("actor:")
    known = authority()
    if known.get(name) is not None:
        return (name,)
    found = known.find(name)
    if not found:
        near = nearest(name, (r.name for r in known.records()))
        raise QuestionError(f"no actor is known as {word!r}", hint=f"did you mean {near}?" if near else None)
    return found


def types(word: str) -> tuple[str, ...]:
    """Ids of the types that `word` names by id, label or PLOVER root; raises QuestionError when there is none."""
    from kg.ontology import load

    lexicon = load()
    name = word.strip().removeprefix("type:")
    folded = name.lower()
    exact = [t.id for t in lexicon.types.values() if folded in (t.id.lower(), t.label.lower())]
    exact = exact or [t.id for t in lexicon.types.values() if folded == t.root.lower() and not t.broader]
    if not exact:
        near = nearest(name, [*lexicon.types, *(t.label for t in lexicon.types.values())])
        raise QuestionError(f"no type of event is called {word!r}", hint=f"did you mean {near}?" if near else None)
    return tuple(exact)


def issues(word: str) -> tuple[str, ...]:
    """Ids of the issue with that id, label or keyword; raises QuestionError when there is none."""
    from kg.ontology import load

    lexicon = load()
    name = word.strip().removeprefix("issue:").lower()
    found = [i for i in lexicon.issues if name in (i.lower(), lexicon.issue_labels[i].lower())]
    found = found or [i for i, words in lexicon.issues.items() if name in (w.lower() for w in words)]
    if not found:
        near = nearest(name, lexicon.issues)
        raise QuestionError(f"no issue is known as {word!r}", hint=f"did you mean {near}?" if near else None)
    return tuple(found)


def issues_in(words: str) -> tuple[tuple[str, ...], str]:
    """Ids of the issues whose label or keyword stands in `words`, and the words without a leading article."""
    from kg.extract.words import noun_forms
    from kg.ontology import load

    lexicon = load()
    text = f" {words.lower()} "
    found = tuple(
        issue
        for issue, keywords in lexicon.issues.items()
        if any(f" {form} " in text for k in (*keywords, lexicon.issue_labels[issue]) for form in noun_forms(k.lower()))
    )
    bare = words.strip()
    for article in ("the ", "its ", "their ", "a "):
        bare = bare[len(article) :] if bare.lower().startswith(article) else bare
    return found, bare


def one_of(scheme: str, word: str) -> str:
    """A status, stance or modality by its name; raises QuestionError with the list.

    >>> one_of("status", "Planned")
    'planned'
    """
    name = word.strip().lower().removeprefix(f"{scheme}:")
    if name not in SCHEMES[scheme]:
        raise QuestionError(f"no {scheme} is called {word!r}", hint=f"there are {', '.join(SCHEMES[scheme])}")
    return name


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The most similar of `words`, or None when nothing is like it."""
    folded = {w.lower(): w for w in words}
    near = difflib.get_close_matches(word.lower(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None
