"""One clause in, answers out on its wording: its adjective, its noun before "to", "ruled out", "neither … nor"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.parties import Scene
from kg.extract.pieces import Clause, Group
from kg.extract.stance_words import ADJ_NEGATED, ADJ_PLANNED, ADJ_POSSIBLE, CONDITIONS, REFUSE, REPORT_NOUNS
from kg.model import Party

__all__ = ["Wording"]


_UNKNOWN = frozenset("unclear uncertain unknown unsure unsettled debatable".split())
_CLEAR = frozenset("clear certain known sure apparent evident".split())
_STATES = ADJ_POSSIBLE | ADJ_PLANNED | ADJ_NEGATED
_NOBODY = frozenset("nobody none nothing no-one".split())
_INVERTED = frozenset(
    "did does do has have had is are was were will would can could may might should must shall".split()
)
_OUTLOOK = frozenset(("likely", "unlikely"))


@dataclass(slots=True)
class Wording:
    """Questions about single clauses of the sentence at hand."""

    scene: Scene

    def is_condition(self, clause: Clause) -> bool:
        """Whether the clause is what another depends on: "if …", "unless …"."""
        return clause.kind == "subordinate" and clause.mark in CONDITIONS and not self.is_open(clause)

    def is_open(self, clause: Clause) -> bool:
        """ "it is not clear whether …", "it is unknown if …": a question, no condition."""
        above = clause.parent
        if clause.mark not in ("whether", "if") or above is None or not above.verb.copula:
            return False
        adjective = self.adjective(above)
        return adjective in _UNKNOWN or (above.verb.negated and adjective in _CLEAR)

    def _negative_subject(self, clause: Clause) -> bool:
        group = clause.subject
        if group is None:
            return False
        nobody = self.scene.tokens.lower[group.items[0].head] in _NOBODY
        return group.neither or group.items[0].negated or nobody

    def _almost(self, clause: Clause) -> bool:
        """ "nearly broke off", "almost invaded": it did not happen."""
        low, verb = self.scene.tokens.lower, clause.verb
        near = low[max(verb.first - 1, 0) : verb.main]
        return any(word in ("nearly", "almost") for word in near)

    def adjective(self, clause: Clause) -> str:
        low = self.scene.tokens.lower
        if clause.objects:
            return low[clause.objects[0].items[-1].head]
        for particle in clause.particles:
            if particle in _STATES:
                return particle
        after = low[clause.verb.last : clause.verb.last + 1]
        return after[0] if after and after[0] in _OUTLOOK else ""

    def _words(self, clause: Clause) -> list[str]:
        return self.scene.tokens.lower[clause.verb.first : clause.verb.last + 2]

    def _last_noun(self, parent: Clause, clause: Clause) -> str:
        """The noun just before the infinitive: "plans to", "no intention to"."""
        at = clause.verb.first - 1
        return self.scene.tokens.lower[at] if at >= parent.verb.last else ""

    def _noun_before(self, clause: Clause) -> str:
        """The noun before the preposition of a gerund: "no intention of leaving"."""
        return self.scene.tokens.lower[clause.verb.first - 2] if clause.verb.first > 1 else ""

    def _no_noun(self, parent: Clause) -> bool:
        return any(np.negated for group in parent.objects for np in group.items)

    def _stops_short(self, parent: Clause) -> bool:
        return "stop" in parent.lemmas and "short" in self._words(parent)

    def rules_out(self, parent: Clause) -> bool:
        return ("rule" in parent.lemmas and "out" in parent.particles) or "exclude" in parent.lemmas

    def _refused(self, clause: Clause) -> bool:
        return clause.kind == "infinitive" and clause.parent is not None and bool(set(clause.parent.lemmas) & REFUSE)

    def _about_reports(self, parent: Clause) -> bool:
        return self._about(parent, REPORT_NOUNS)

    def _about(self, parent: Clause, nouns: frozenset[str]) -> bool:
        """Whether an object or prepositional phrase of the clause is one of the nouns."""
        low = self.scene.tokens.lower
        groups = [*parent.objects, *(g for _, g in parent.preps)]
        return any(low[np.head] in nouns for g in groups for np in g.items)

    def _to_come(self, parent: Clause) -> bool:
        """Whether what is thought is a plan: "is believed to be planning"."""
        return parent.verb.modal in ("future", "would")

    def _came_to_nothing(self, parent: Clause) -> bool:
        """ "had planned to visit, but …", "was to have met": planned once, and then told otherwise."""
        low = self.scene.tokens.lower
        had = "had" in low[parent.verb.first : parent.verb.main]
        rest = low[parent.verb.last : parent.verb.last + 40]
        stop = rest.index(".") if "." in rest else len(rest)
        return had and any(word in ("but", "until") for word in rest[:stop])

    def _question(self, clauses: list[Clause]) -> str:
        """The auxiliary that opens a question: "Did Syria bomb …?"; else ""."""
        low, start = self.scene.tokens.lower, self.scene.start
        while start < len(low) - 1 and low[start] in "\"“‘'":
            start += 1
        if not clauses or clauses[0].verb.first != start or low[start] not in _INVERTED:
            return ""
        end = clauses[-1].verb.last
        while end < len(low) and low[end] not in (".", "?", "!"):
            end += 1
        return low[start] if end < len(low) and low[end] == "?" else ""

    def _neither_nor(self, clause: Clause) -> bool:
        """neither confirmed nor denied"""
        low, first = self.scene.tokens.lower, clause.verb.first
        return "deny" in clause.lemmas and low[max(0, first - 1)] == "nor"

    def _speaker(self, clause: Clause) -> tuple[Party, ...]:
        group: Group | None = clause.subject
        if clause.verb.passive:
            group = next((g for word, g in clause.preps if word == "by"), None)
        return self.scene.speakers(group)
