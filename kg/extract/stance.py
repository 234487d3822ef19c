"""A clause, or a noun that names an event, with what governs it in; a reading out: did it happen, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract import stance_words as words
from kg.extract.pieces import Clause, Group
from kg.extract.stance_clauses import ClauseReader
from kg.extract.stance_reading import Reading
from kg.model import Modality

__all__ = ["Reader", "Reading"]


@dataclass(slots=True)
class Reader(ClauseReader):
    """Readings of the clauses of one sentence (`of`) and of the events that its nouns name (`of_noun`).

    >>> from kg.extract import extract
    >>> from kg.model import Document
    >>> def read(text): return [(c.event.type, c.stance, c.modality) for c in extract(Document.of(text))]
    >>> read("Syria has not ruled out talks with Israel.")
    [('negotiate', 'asserted', 'possible')]
    >>> read("Hungary neither confirmed nor denied that it had expelled the Romanian ambassador.")
    [('expel', 'unconfirmed', 'actual')]
    """

    def of_noun(self, clause: Clause | None, group: Group, place: str) -> Reading:
        """The reading of an event that a noun names; `place`: subject, object, or the preposition before it."""
        reading = self._noun_in(clause, group, place)
        before = self._adjective_of(group)
        return reading.at_least(before) if before else reading

    def _adjective_of(self, group: Group) -> Modality | None:
        """ "its planned visit", "an imminent attack", "possible talks": what the adjective says of the event."""
        np = group.items[0]
        adjectives = self.scene.tokens.lower[np.first : np.head]
        if not words.PLANNED_BEFORE.isdisjoint(adjectives):
            return "planned"
        return "possible" if not words.POSSIBLE_BEFORE.isdisjoint(adjectives) else None

    def _noun_in(self, clause: Clause | None, group: Group, place: str) -> Reading:
        """The reading that the clause around the noun gives."""
        negated = group.items[0].negated or group.neither or place == "without"
        if clause is None:
            return Reading().negative() if negated else Reading()
        outer = self.of(clause)
        base = Reading(claimants=outer.claimants, grade=outer.grade)
        base = base.negative() if negated else base
        passive_subject = place == "subject" and clause.verb.passive
        governed = place == "object" or passive_subject or place in clause.particles
        reading = self._taken(clause, base) or self._wanted(clause, base) if governed else None
        if reading is None:
            reading = self._agreed(clause, base, place) or self._told(clause, base, place, governed=governed)
        return reading

    def _taken(self, clause: Clause, base: Reading) -> Reading | None:
        """Talks that are ruled out, cancelled, put off, denied, confirmed or doubted."""
        lemmas = set(clause.lemmas)
        if self._neither_nor(clause):
            return self._says(clause, replace(base, stance="unconfirmed"))
        if self.rules_out(clause):
            return self._ruled_out(clause, base)
        if lemmas & words.CANCEL or ("call" in lemmas and "off" in clause.particles):
            return base.at_least("planned").negative()
        if lemmas & words.POSTPONE or ("put" in lemmas and "off" in clause.particles):
            return base.at_least("planned")
        if lemmas & words.DENY:
            return self._denied(clause, base)
        if lemmas & words.CONFIRM:
            turned = self._own(clause).stance == "negated"
            return self._says(clause, replace(base, stance="unconfirmed" if turned else "confirmed"))
        return replace(base, stance="questioned") if lemmas & words.DOUBT else None

    def _wanted(self, clause: Clause, base: Reading) -> Reading | None:
        """Talks that are planned, offered or sought."""
        lemmas = set(clause.lemmas)
        if lemmas == {"aim"} and clause.verb.passive:
            return None  # "the pact is not aimed at anybody"
        if lemmas & words.PLAN and not lemmas & words.ALREADY_DECIDED:
            reading = base.at_least("planned")
            turned = self._own(clause).stance == "negated"
            return self._outer(clause, reading.negative() if turned else reading, keep_stance=True)
        if clause.verb.passive and lemmas & words.DEEM:  # "would be considered a declaration of war"
            return replace(base.at_least("possible"), grade="guess")
        if lemmas & (words.WISH | words.MAYBE | words.AWAIT):
            return self._outer(clause, base.at_least("possible"), keep_stance=True)
        return None

    def _agreed(self, clause: Clause, base: Reading, place: str) -> Reading | None:
        """Called for talks, agreed to talks; talks that are contingent on something."""
        lemmas = set(clause.lemmas)
        calls = any(self.scene.head(n) in words.CALLS for g in clause.objects for n in g.items)
        if place == "for" and (lemmas & words.CALL_FOR or calls):
            return self._outer(clause, base.at_least("possible"), keep_stance=True)
        if place in ("to", "on") and "agree" in lemmas:
            return base.at_least("planned")
        if place == "subject" and clause.verb.copula and self.adjective(clause) in words.ADJ_CONDITIONAL:
            return base.at_least("conditional")
        return None

    def _told(self, clause: Clause, base: Reading, place: str, *, governed: bool) -> Reading:
        """Talks of which something is told: they were held, will begin, did not take place."""
        outer, occurs = self.of(clause), bool(set(clause.lemmas) & words.OCCUR)
        if place == "subject" or (governed and occurs):
            reading = base.at_least(self._own(clause).modality)
            if clause.kind == "infinitive" and outer.modality == "possible":  # "is ready to host talks"
                reading = reading.at_least("possible")
            exists = clause.verb.copula and not clause.objects
            if outer.stance in ("negated", "denied", "unconfirmed", "questioned") and (occurs or exists):
                reading = replace(reading, stance=outer.stance)
            return self._outer(clause, reading, keep_stance=True)
        if outer.stance in ("denied", "unconfirmed"):
            base = replace(base, stance=outer.stance)
        return base.at_least(outer.modality) if place == "object" else base
