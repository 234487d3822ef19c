"""The pieces of a sentence as values: noun phrases, groups of them, verb groups, chunks, clauses."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Chunk", "Clause", "Group", "NounPhrase", "VerbGroup"]


@dataclass(slots=True, eq=False)
class NounPhrase:
    """Tokens first..last (exclusive), `head` the token that names the thing; `of` what follows "of".

    `belongs` is whose it is by another clause: "the quota proposed by the EU". `named`: an actor or a pronoun is in it.
    """

    first: int
    last: int
    head: int
    possessor: NounPhrase | None = None
    of: Group | None = None
    appositive: NounPhrase | None = None
    belongs: Group | None = None
    negated: bool = False
    named: bool = False

    @property
    def end(self) -> int:
        """Last token with the of-phrase."""
        return self.of.last if self.of else self.last


@dataclass(slots=True, eq=False)
class Group:
    """Coordinated noun phrases: "Iran, Iraq and Oman"; `excluded` are those after "but not"."""

    items: list[NounPhrase]
    excluded: list[NounPhrase] = field(default_factory=list)
    neither: bool = False

    @property
    def first(self) -> int:
        return self.items[0].first

    @property
    def last(self) -> int:
        if len(self.items) == 1 and not self.excluded:
            return self.items[0].end
        return max(n.end for n in self.items + self.excluded)


@dataclass(slots=True, eq=False)
class VerbGroup:
    """Auxiliaries and main verb, tokens first..last (exclusive); `main` is the token of the verb that counts.

    `form` is finite, infinitive, gerund or participle; `modal` is future, would, possible, must, should or "";
    `ambiguous` says that the past form may as well be a participle.
    """

    first: int
    last: int
    main: int
    lemmas: tuple[str, ...]
    form: str
    passive: bool = False
    base: bool = False
    negated: bool = False
    modal: str = ""
    past: bool = False
    copula: bool = False
    ambiguous: bool = False


@dataclass(slots=True, eq=False)
class Chunk:
    """One piece of a sentence: kind is NP, VG, P, R, or the tag of a single token.

    `starts` says that a noun phrase begins with an article or name, `human` that it is about people; `tail` are the
    prepositional phrases behind it.
    """

    kind: str
    first: int
    last: int
    group: Group | None = None
    verb: VerbGroup | None = None
    word: str = ""
    starts: bool = False
    human: bool = False
    tail: list[tuple[str, Group]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Clause:
    """A verb and what belongs to it; `at` is the place of its chunk.

    `kind`: main, headline, complement, relative, infinitive, gerund, participle, subordinate. `mark` is the word that
    joins it to its parent (if, after, that; "of" in "accused of sheltering"), `relative` the relative pronoun.
    `preps` are (preposition, noun phrases), `particles` prepositions and adverbs right behind the verb. `missing`
    is the object that a relative pronoun stands for: "Kuwait, which Iraq invaded". A `twin` is the clause
    that it shares its reading with: "agreed to meet and sign".
    """

    verb: VerbGroup
    at: int
    kind: str = "main"
    mark: str = ""
    subject: Group | None = None
    objects: list[Group] = field(default_factory=list)
    preps: list[tuple[str, Group]] = field(default_factory=list)
    parent: Clause | None = None
    children: list[Clause] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    relative: str = ""
    missing: Group | None = None
    twin: Clause | None = None

    @property
    def lemmas(self) -> tuple[str, ...]:
        return self.verb.lemmas
