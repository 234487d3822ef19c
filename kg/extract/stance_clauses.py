"""A clause with its parents in, a reading out: did it happen, is it planned, denied or left open, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract import stance_words as words
from kg.extract.pieces import Clause
from kg.extract.stance_reading import Reading
from kg.extract.stance_wording import Wording
from kg.model import Party

__all__ = ["ClauseReader"]

_FACTUAL_MARKS = frozenset("after before by while since despite in when".split())
_HINDERING = frozenset(("against", "from"))
"""warned against joining, prevented from leaving: nobody says that it was done."""
_ASIDES = frozenset("though although while whereas".split())
_ASKED_MODALS = {"will": "future", "shall": "future", "would": "possible", "could": "possible", "might": "possible",
                 "can": "possible", "may": "possible", "should": "possible", "must": "possible"}  # fmt: skip
_CONTAINING = frozenset("include involve entail envisage foresee mean require".split())
_MAY = frozenset(("may", "might"))
_UNREAL = ("conditional", "possible")


@dataclass(slots=True)
class ClauseReader(Wording):
    """Readings of the clauses of one sentence; `said_by` are claimants that the sentence names for its main clauses."""

    clauses: list[Clause]
    said_by: dict[int, tuple[Party, ...]] = field(default_factory=dict)
    _known: dict[int, Reading] = field(default_factory=dict)
    _conditional: set[int] = field(default_factory=set)

    asks: str = ""

    def __post_init__(self) -> None:
        self._find_conditions()
        self.asks = self._question(self.clauses)

    def of(self, clause: Clause) -> Reading:
        """The reading of a clause, its ancestors' included."""
        key = id(clause)
        if key not in self._known:
            self._known[key] = Reading()  # guards against a loop of parents
            self._known[key] = self._read(clause)
        return self._known[key]

    # --- the clause itself -------------------------------------------------------------------------------------------

    def _find_conditions(self) -> None:
        """Mark clauses that depend on a condition."""
        for number, clause in enumerate(self.clauses):
            inverted = clause.verb.modal == "should" and clause.subject is None and number == 0
            if not inverted and not self.is_condition(clause):
                continue
            depends = clause.parent or next((c for c in self.clauses[number + 1 :] if c.kind == "main"), None)
            if depends is not None:
                self._conditional.add(id(depends))

    def _own(self, clause: Clause) -> Reading:
        verb, reading = clause.verb, Reading()
        if verb.modal == "future":
            reading = reading.at_least("planned")
        elif verb.modal in ("possible", "must", "should"):
            reading = reading.at_least("possible")
        elif verb.modal == "would":
            reading = reading.at_least("planned" if self._reported(clause) else "conditional")
        depends = id(clause) in self._conditional and (verb.modal or verb.form == "infinitive")
        if depends or self.is_condition(clause):
            reading = reading.at_least("conditional")
        if verb.negated or self._negative_subject(clause):
            reading = reading.negative()
            could = _MAY.isdisjoint(self.scene.tokens.lower[verb.first : verb.last])  # "could not agree" did not
            if reading.modality == "possible" and verb.modal == "possible" and could:
                reading = replace(reading, modality="actual")
        elif self._almost(clause):
            reading = replace(reading.negative(), grade="guess")
        return self._asked(clause, reading)

    def _asked(self, clause: Clause, reading: Reading) -> Reading:
        """ "Did Syria bomb the village?": a question with its auxiliary in front asserts nothing."""
        below = clause.parent is not None and clause.parent is not self.clauses[0]
        if not self.asks or below or clause.kind not in ("main", "complement", "participle"):
            return reading
        if clause.verb.first == self.clauses[0].verb.first and clause.subject is None:
            return reading
        modal = self.clauses[0].verb.modal or _ASKED_MODALS.get(self.asks, "")
        if modal == "future":
            reading = reading.at_least("planned")
        elif modal:
            reading = reading.at_least("possible")
        return replace(reading, stance="questioned")

    def _reported(self, clause: Clause) -> bool:
        """Whether "would" is only the past of "will": "said it would", or "…, he said"."""
        if id(clause) in self._conditional:
            return False
        told_when = clause.kind == "subordinate" and clause.mark in ("when", "where", "how", "why")
        if clause.parent is not None and (clause.kind == "complement" or told_when):
            return (
                bool(set(clause.parent.lemmas) & (words.SAY | words.CONFIRM | words.DENY | words.PLAN))
                or clause.parent.verb.copula
            )
        return bool(self.said_by.get(id(clause)))

    # --- up the tree -------------------------------------------------------------------------------------------------

    def _read(self, clause: Clause) -> Reading:
        if clause.twin is not None:
            return self.of(clause.twin)
        own = self._own(clause)
        if clause.kind == "headline":
            own = own.at_least("planned")
        said = self.said_by.get(id(clause), ())
        if said:
            own = replace(own, claimants=said)
        if clause.parent is None:
            noun = clause.mark if clause.kind == "infinitive" else ""
            if clause.mark == "whether":  # "Whether Chile will meet Bolivia is unclear"
                own = replace(own, stance="unconfirmed")
            return self._of_noun(noun, own) or own
        if clause.kind == "infinitive":
            return self._under_infinitive(clause, clause.parent, own)
        if clause.kind == "gerund":
            return self._under_gerund(clause, clause.parent, own)
        if self.is_open(clause):
            return replace(own, stance="unconfirmed")
        asked = clause.mark in ("whether", "why") or (
            clause.mark == "if" and set(clause.parent.lemmas) & words.ASKING_IF
        )
        if clause.kind == "complement" or (clause.kind == "subordinate" and asked):
            return self._under_complement(clause, clause.parent, own)
        return self._beside(clause, clause.parent, own)

    def _beside(self, clause: Clause, parent: Clause, own: Reading) -> Reading:
        """Relative, subordinate and participial clauses share who says so, and no more."""
        outer = self.of(parent)
        if clause.kind == "subordinate" and clause.mark in ("until", "till") and own.modality == "actual":
            own = replace(own.at_least("planned"), grade="guess")  # "protests until Sweden joins"
        aside = clause.kind == "relative" or clause.mark in _ASIDES
        if outer.claimants and not own.claimants and not aside:
            own = replace(own, claimants=outer.claimants)
        return own

    def _outer(self, parent: Clause, reading: Reading, *, keep_stance: bool = False) -> Reading:
        """Add what the ancestors say: their modality, their claimants, and their stance where it reaches down."""
        outer = self.of(parent)
        if outer.claimants and not reading.claimants:
            reading = replace(reading, claimants=outer.claimants)
        if outer.grade == "guess":
            reading = replace(reading, grade="guess")
        if outer.stance in ("denied", "unconfirmed", "questioned") and not keep_stance:
            reading = replace(reading, stance=outer.stance)
        if not keep_stance or (outer.modality in _UNREAL and reading.modality != "actual"):
            reading = reading.at_least(outer.modality)
        return reading

    # --- infinitives -------------------------------------------------------------------------------------------------

    def _under_infinitive(self, clause: Clause, parent: Clause, own: Reading) -> Reading:
        negated = self.of(parent).stance == "negated" and self._own(parent).stance == "negated"
        reading = self._after_noun(clause, parent, own, negated=negated)
        if reading is None:
            reading = self._after_verb(clause, parent, own, negated=negated)
        if set(parent.lemmas) & words.REQUEST:
            reading = replace(reading, grade="guess")
        reading = self._outer(parent, reading, keep_stance=True)
        outer = self.of(parent).stance  # denied that it planned to attack
        return replace(reading, stance=outer) if outer in ("denied", "unconfirmed", "questioned") else reading

    def _after_noun(self, clause: Clause, parent: Clause, own: Reading, *, negated: bool) -> Reading | None:
        """plans to, no intention to, its refusal to"""
        noun = clause.mark or self._last_noun(parent, clause)
        reading = self._of_noun(noun, own)
        if reading is None or noun in words.NEGATIVE_NOUNS:
            return reading
        if noun in words.EFFORTS and set(parent.lemmas) & words.WORK_ON:
            reading = own
        gone = clause.subject is parent.subject and bool(set(parent.lemmas) & words.GIVE_UP)
        return reading.negative() if negated or gone or self._no_noun(parent) else reading

    @staticmethod
    def _of_noun(noun: str, own: Reading) -> Reading | None:
        """The reading that a noun gives to the infinitive behind it."""
        if noun in words.NEGATIVE_NOUNS:
            return own.negative()
        if noun not in words.PLAN_NOUNS | words.WISH_NOUNS:
            return None
        return own.at_least("planned" if noun in words.PLAN_NOUNS else "possible")

    def _after_verb(self, clause: Clause, parent: Clause, own: Reading, *, negated: bool) -> Reading:
        """is due to, refused to, has yet to, must, threatened to"""
        lemmas = set(parent.lemmas)
        if parent.verb.copula:
            return self._predicate(parent, own)
        if "become" in lemmas:
            return self._modal_of(parent, own)  # "became the first to sign"
        if lemmas & words.REFUSE:
            return own if negated else own.flipped()
        if "have" in lemmas and "yet" in self._words(parent):
            return own.negative()
        if lemmas & {"have", "need"}:
            return self._modal_of(parent, own).at_least("actual" if parent.verb.modal else "possible")
        if parent.verb.passive and lemmas & words.SAID_TO and not self._to_come(parent):
            return self._modal_of(parent, own)
        if "prepare" in lemmas and parent.verb.passive:
            return own.at_least("possible").negative() if parent.verb.negated else own.at_least("possible")
        if "threaten" in lemmas:
            return own.at_least("conditional" if id(clause) in self._conditional else "possible")
        return self._after_will(clause, parent, own, negated=negated)

    def _after_will(self, clause: Clause, parent: Clause, own: Reading, *, negated: bool) -> Reading:
        """agreed to, seems to, wanted to, began to; anything else names a purpose: "flew to Rome to sign"."""
        lemmas = set(parent.lemmas)
        if lemmas & words.MAYBE and self._last_noun(parent, clause) == "whether":
            return own.at_least("possible")
        if lemmas & words.PLAN:
            reading = own.at_least("planned")
            if self._came_to_nothing(parent):
                return replace(reading.negative(), grade="guess")
        elif lemmas & words.SEEM:
            return own.at_least("possible")
        elif lemmas & words.WISH:
            reading = own.at_least("possible")
            negated = negated and not lemmas & words.ASK_ONLY
        elif lemmas & (words.FACT | words.GATHER):
            going = self.scene.tokens.lower[parent.verb.main] == "going"  # "is going to sign"
            reading = own.at_least("planned") if going else self._modal_of(parent, own)
        else:
            return replace(own.at_least("planned"), grade="guess")
        return reading.negative() if negated else reading

    def _modal_of(self, parent: Clause, own: Reading) -> Reading:
        return own.at_least(self._own(parent).modality)

    def _predicate(self, parent: Clause, own: Reading) -> Reading:
        """be + adjective + to/that: is ready to, is due to, is likely to; bare "is to sign"."""
        adjective = self.adjective(parent)
        if adjective == "unlikely":
            reading = own.at_least("possible").negative()
        elif adjective in words.ADJ_DOUBT:
            reading = replace(own, stance="questioned")
        elif adjective in words.ADJ_NEGATED:
            reading = own.negative()
        elif adjective in words.ADJ_POSSIBLE:
            reading = own.at_least("possible")
        elif adjective in words.ADJ_PLANNED or not adjective:
            reading = own.at_least("planned")
        else:
            reading = own
        return reading.negative() if parent.verb.negated else reading

    # --- gerunds -----------------------------------------------------------------------------------------------------

    def _under_gerund(self, clause: Clause, parent: Clause, own: Reading) -> Reading:
        mark = clause.mark
        if mark == "without":
            return self._outer(parent, own.negative(), keep_stance=True)
        if self.rules_out(parent):
            return self._ruled_out(parent, own)
        if mark == "to" and self.adjective(parent) == "close" and "come" in parent.lemmas:
            return self._outer(parent, own.negative(), keep_stance=True)
        if mark in ("on", "upon") and parent.verb.copula and self.adjective(parent) in words.ADJ_CONDITIONAL:
            return self._outer(parent, own.at_least("conditional"), keep_stance=True)
        if mark in _HINDERING:
            return self._outer(parent, replace(own.at_least("possible"), grade="guess"), keep_stance=True)
        noun = self._noun_before(clause) if mark == "of" else ""
        if noun in words.PLAN_NOUNS | words.WISH_NOUNS:
            reading = own.at_least("planned" if noun in words.PLAN_NOUNS else "possible")
            none = self._no_noun(parent) or parent.verb.negated
            return self._outer(parent, reading.negative() if none else reading, keep_stance=True)
        if mark in _FACTUAL_MARKS:
            return self._outer(parent, own, keep_stance=True)
        return self._governed_gerund(clause, parent, own)

    def _governed_gerund(self, clause: Clause, parent: Clause, own: Reading) -> Reading:
        """denied selling, admitted selling, avoided meeting, considers leaving, accused B of arming"""
        lemmas = set(parent.lemmas)
        if lemmas & words.DENY:
            return self._denied(parent, own)
        if lemmas & words.CONFIRM:
            return self._says(parent, replace(own, stance="confirmed"))
        if lemmas & _CONTAINING and not clause.mark:  # "the terms include Iran cutting back"
            return self._outer(parent, replace(own.at_least("possible"), grade="guess"), keep_stance=True)
        if lemmas & words.STOP and not clause.mark:  # "stopped shelling": it is no longer so
            return self._outer(parent, own if parent.verb.negated else own.negative(), keep_stance=True)
        if lemmas & words.AVOID or self._stops_short(parent) or clause.mark.startswith("instead"):
            return self._outer(parent, own.negative(), keep_stance=True)
        if lemmas & words.MAYBE:
            reading = own.at_least("possible")
            return self._outer(parent, reading.negative() if parent.verb.negated else reading, keep_stance=True)
        if clause.mark in ("of", "for") and lemmas & (words.BLAME | words.TRIED):
            return self._says(parent, replace(own, grade="guess"))
        return self._outer(parent, own, keep_stance=True)

    def _ruled_out(self, parent: Clause, own: Reading) -> Reading:
        """ "ruled out sending" is a no; "did not rule out", "refused to rule out" leave it possible."""
        if self._turned(parent):
            return self._outer(parent, own.at_least("possible"), keep_stance=True)
        return replace(own.negative(), modality="planned")

    def _denied(self, parent: Clause, own: Reading) -> Reading:
        open_ = self._neither_nor(parent) or self._own(parent).stance == "negated"
        return self._says(parent, replace(own, stance="unconfirmed" if open_ else "denied"))

    def _says(self, parent: Clause, reading: Reading) -> Reading:
        return replace(reading, claimants=self._speaker(parent))

    def _turned(self, clause: Clause) -> bool:
        """Whether a clause is itself negated: did not deny, refused to confirm."""
        return clause.verb.negated or self._own(clause).stance == "negated" or self._refused(clause)

    # --- complements -------------------------------------------------------------------------------------------------

    def _under_complement(self, clause: Clause, parent: Clause, own: Reading) -> Reading:
        lemmas = set(parent.lemmas)
        if lemmas & words.SUPPOSE and parent.subject is None and parent.verb.base:
            return own.at_least("possible")
        stance = self._stance_of_saying(parent, own)
        if stance is not None:
            return stance
        if parent.verb.copula:
            return self._outer(parent, self._copular(parent, clause, own), keep_stance=True)
        if lemmas & words.SAY:
            return self._said(parent, clause, own)
        if lemmas & (words.WISH | words.MAYBE):
            return self._outer(parent, own.at_least("possible"), keep_stance=True)
        if lemmas & words.PLAN - {"mean"}:
            return self._outer(parent, own.at_least("planned"), keep_stance=True)
        if self._about_reports(parent):
            return replace(own, stance="unconfirmed")
        return self._beside(clause, parent, own)

    def _stance_of_saying(self, parent: Clause, own: Reading) -> Reading | None:
        """denied that, did not confirm that, confirmed that, doubts that"""
        lemmas, turned = set(parent.lemmas), self._turned(parent)
        if self._neither_nor(parent):
            return self._says(parent, replace(own, stance="unconfirmed"))
        if lemmas & words.DENY or (lemmas & words.DISMISS and self._about_reports(parent)):
            return self._says(parent, replace(own, stance="unconfirmed")) if turned else self._denied(parent, own)
        if turned and lemmas & (words.SAY | words.CONFIRM):
            return self._says(parent, replace(own, stance="unconfirmed"))
        if lemmas & words.CONFIRM:
            return self._says(parent, replace(own, stance="confirmed"))
        if lemmas & words.DOUBT:
            return self._says(parent, replace(own, stance="questioned"))
        return None

    def _said(self, parent: Clause, clause: Clause, own: Reading) -> Reading:
        speaker = self._speaker(parent)
        reading = replace(own, claimants=speaker or own.claimants)
        if clause.mark == "whether":
            reading = replace(reading, stance="unconfirmed")
        outer = self.of(parent)
        if outer.stance in ("denied", "unconfirmed"):
            reading = replace(reading, stance=outer.stance)
        return reading

    def _copular(self, parent: Clause, clause: Clause, own: Reading) -> Reading:
        """it is doubtful that, it is possible that, it is untrue that; "there is no reason why" leaves it possible"""
        adjective = self.adjective(parent)
        if self._no_noun(parent) and clause.mark == "why":
            return replace(own.at_least("possible"), stance="asserted")
        if self._no_noun(parent) and self._about(parent, words.SIGNS):
            return replace(own, stance="unconfirmed")
        if adjective in words.ADJ_DOUBT:
            return replace(own, stance="questioned" if adjective != "unclear" else "unconfirmed")
        if adjective in words.ADJ_POSSIBLE:
            return replace(own, modality="possible")
        if adjective in words.ADJ_FALSE:
            return replace(own, stance="denied")
        return own
