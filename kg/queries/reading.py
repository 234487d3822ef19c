"""What was understood of a question, as frozen values: who, when, which types, what is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["ANYBODY", "Asked", "Period", "Reading", "Side", "Who"]

Asked = Literal["who", "yes-no", "when", "where", "what", "how-often", "how-many-who", "documents", "sayers", "since"]
Side = Literal["doer", "other", "any", "mediator", "host"]


@dataclass(frozen=True, slots=True)
class Who:
    """A party of the question: the ids that its words may mean (any of them), and how they were read."""

    words: str
    ids: tuple[str, ...]
    how: str = "name"
    span: tuple[int, int] = (0, 0)


ANYBODY = Who("anybody", ())


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last` (ISO, None where open), and how the words were read."""

    words: str
    first: str | None
    last: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it was understood.

    `asked` tells what the answer is; `open` which side of the event is asked for (with `who` and counts of it).
    `doers` and `others` are the two sides; each inner party must take part (alternatives are inside `Who.ids`).
    `types` holds the ids asked for, empty means events of any type; `narrower` and `broader` are tried when there is
    nothing of these; `wide` that the verb means all narrower ones too, and `verbs` its forms and those of verbs that
    say the same, `nouns` the stems of its nouns. `named` are actors that
    the document must name, `words` stems that the evidence must hold (any of them with `any_word`; never set aside
    with `must`; with `near` any evidence of the document does), `topics` what follows "about". `stances` and `sayers`
    ask for claims: who says so, and how; `denials` that events of denying are meant too. `without` are parties that
    are no answer, `strange` names that nobody here has. `governed` is the stem of a verb of saying before the event's
    own verb ("applied to join"): a quote that holds it is a yes. `surely` wants events that were in the period for
    sure. `statuses` count as an answer.
    """

    asked: Asked
    types: tuple[str, ...] = ()
    type_words: str = ""
    mutual: bool = False
    open: Side = "doer"
    doers: tuple[Who, ...] = ()
    others: tuple[Who, ...] = ()
    mediators: tuple[Who, ...] = ()
    hosts: tuple[Who, ...] = ()
    sayers: tuple[Who, ...] = ()
    stances: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    named: tuple[Who, ...] = ()
    without: tuple[Who, ...] = ()
    strange: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    any_word: bool = False
    must: bool = False
    near: bool = False
    aside: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    place: str | None = None
    placed: tuple[Who, ...] = ()
    period: Period | None = None
    only: Who | None = None
    kind: str = ""
    ranked: Literal["", "most", "least"] = ""
    last: Literal["", "first", "second", "third", "last"] = ""
    compared: tuple[Who, ...] = ()
    negated: bool = False
    future: bool = False
    governed: str = ""
    surely: bool = False
    asks_claims: bool = False
    denials: bool = False
    narrower: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    wide: bool = True
    verbs: frozenset[str] = frozenset()
    nouns: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = field(default=())
