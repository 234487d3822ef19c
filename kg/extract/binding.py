"""What verb frames and noun frames share: the sentence at hand, and questions about its noun phrases."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.found import ACTOR, MERE, THING, WORDS, Found
from kg.extract.hits import public
from kg.extract.parties import Scene
from kg.extract.phrases import Grammar
from kg.extract.pieces import Chunk, Clause, Group, NounPhrase
from kg.extract.roles import ROLE_NOUNS
from kg.extract.stance import Reader
from kg.extract.tagging_closed import PREDICATES
from kg.extract.words import PRONOUNS
from kg.ontology import EventType

__all__ = ["TRANSPARENT", "Binder"]

TRANSPARENT = frozenset(
    """existence possibility prospect prospects resumption start continuation end round rounds series date day beginning
    opening conclusion outcome result results idea need lack absence cancellation collapse failure postponement
    suspension breakdown content contents details delivery form kind set first second third wave tonne tonnes ton
    tons kilo kilos barrels boxes truckload
    truckloads busload busloads boatload boatloads trainload trainloads
    planeload doses litres gallons dozen dozens hundreds
    thousands scores tens handful couple group majority batch contingent shipment some all most much many several
    both number lot part aim goal issue subject topic threat risk chance string pair announcement
    establishment creation formation""".split()
)
"""Nouns through which one looks at what follows "of": the existence of the letter."""


@dataclass(slots=True)
class Binder:
    """One sentence: its frames, chunks, clauses and words; `used` are the nouns that a verb frame has taken."""

    grammar: Grammar
    scene: Scene
    chunks: list[Chunk]
    clauses: list[Clause]
    reader: Reader
    words: set[str]
    used: set[int] = field(default_factory=set)
    things: list[Group] = field(default_factory=list)

    def about(self, group: Group, np: NounPhrase | None = None) -> None:
        """Note what may be the thing that an act is about: no actor, no pronoun, no date.

        A noun `np` that the frame asks for ("joined the coalition") may be a body that nobody knows by name.
        """
        head = (np or group.items[0]).head
        if self.scene.tokens.lower[head] in PREDICATES:
            return
        named = head in self.scene.mention_at or self.scene.tokens.lower[head] in PRONOUNS or self.is_date(group)
        if not named and self.scene.group(group).quality in ((MERE, WORDS, THING) if np else (MERE, THING)):
            self.things.append(group)

    def object(self, deeds: frozenset[str] | None) -> tuple[int, int] | None:
        """Tokens of the first thing noted that is not one of `deeds`, the nouns of the act itself."""
        for group in self.things:
            if not deeds or not any(self.is_noun(np, deeds) for np in group.items):
                return group.first, group.last
        return None

    def content(self, clause: Clause) -> tuple[int, int] | None:
        """Tokens of what is promised, asked, denied: "to …", "that …", "of …ing" behind the verb and its objects."""
        low = self.scene.tokens.lower
        near = max([clause.verb.last, *(g.last for g in clause.objects)])
        end = max([near, *(g.last for _, g in clause.preps)])
        for child in clause.children:
            if child.kind not in ("infinitive", "gerund", "complement"):
                continue
            first, last = self.extent(child)
            first = first if child.kind == "complement" else child.verb.first
            marked = first > 0 and low[first - 1] in ("that", "of", "from")
            first -= marked
            if child.kind == "complement" and (not marked or first > near + 1):
                continue  # "warned of floods that nobody can stop"
            if clause.verb.last <= first <= end + 1:
                return first, last
        return None

    def own_nouns(self, type_: EventType) -> frozenset[str]:
        """The nouns that name an event of this type by themselves."""
        return self.grammar.deeds.get(type_.id, frozenset())

    def is_date(self, group: Group) -> bool:
        return self.scene.is_date(group.items[0])

    def could_act(self, group: Group) -> bool:
        """Mere words act only where they name people or carry a proper name."""
        np = group.items[0]
        return self.scene.head(np) in ROLE_NOUNS or self.scene.is_name(np) or self.scene.is_people(np)

    def is_pronoun(self, group: Group) -> bool:
        return self.scene.head(group.items[0]) in ("they", "he", "she", "it", "we", "who", "which", "that", "i")

    def is_pronoun_object(self, group: Group) -> bool:
        return self.scene.head(group.items[0]) in ("them", "him", "her", "it", "us")

    def is_noun(self, np: NounPhrase, nouns: frozenset[str]) -> bool:
        low = self.scene.tokens.lower
        if low[np.head] in nouns:
            return True
        if any(" ".join(low[k : np.head + 1]) in nouns for k in range(max(np.first, np.head - 2), np.head)):
            return True
        return np.end > np.last and any(
            " ".join(low[np.head : k]) in nouns for k in range(np.head + 3, min(np.end, np.head + 4) + 1)
        )

    def known(self, roles: dict[str, Found]) -> bool:
        """Somebody real takes part: a state, a body, a group, a person."""
        return any(
            public(p) and (f.quality >= ACTOR or role != "X" or "Y" in roles)
            for role, f in roles.items()
            for p in f.parties
        )

    def extent(self, clause: Clause) -> tuple[int, int]:
        first, last = clause.verb.first, clause.verb.last
        if clause.subject is not None:
            first = min(first, clause.subject.first)
        for group in (*clause.objects, *(g for _, g in clause.preps)):
            last = max(last, group.last)
        for child in clause.children:
            told = child.kind == "complement" and not clause.objects
            if (told or child.kind in ("infinitive", "gerund")) and child.verb.first - last <= (12 if told else 3):
                last = max(last, self.extent(child)[1])
        return first, last

    def before(self, np: NounPhrase, *, cities: bool) -> Found:
        """Parties that stand before the noun: possessor, adjective, "its"; a city may be only the place."""
        inside = self.scene.modifiers(np, cities=cities)
        if inside.parties:
            return inside
        if np.possessor is not None:
            found = self.scene.phrase(np.possessor)
            named = found.quality == WORDS and self.scene.is_name(np.possessor)
            return found if found.quality >= THING or named else Found()
        return self.scene.possessive(np)

    def among_itself(self, roles: dict[str, Found]) -> bool:
        """ "The Security Council met": a body alone, with nobody else."""
        parties = {p.id: p for f in roles.values() for p in f.parties}
        one = next(iter(parties.values()), None)
        return len(parties) == 1 and one is not None and (one.kind != "state" or one.via in ("pronoun", "role"))
