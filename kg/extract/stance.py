"""A clause with its parents in, a reading out: did it happen, is it planned, denied or left open, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.parties import Scene
from kg.extract.pieces import Clause, Group
from kg.extract.words import noun_forms
from kg.model import Grade, Modality, Party, Stance

__all__ = ["Reader", "Reading"]

_RANK: dict[Modality, int] = {"actual": 0, "planned": 1, "possible": 2, "conditional": 3}


@dataclass(frozen=True, slots=True)
class Reading:
    """Stance, modality and claimants of a clause; `why` names the construction for `kg why`."""

    stance: Stance = "asserted"
    modality: Modality = "actual"
    claimants: tuple[Party, ...] = ()
    grade: Grade = "sure"
    why: str = ""

    def at_least(self, modality: Modality) -> Reading:
        return replace(self, modality=modality) if _RANK[modality] > _RANK[self.modality] else self

    def negative(self) -> Reading:
        return replace(self, stance="negated") if self.stance in ("asserted", "confirmed") else self


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAY = _set(
    """say state announce report claim tell add insist note declare argue maintain warn assert stress reveal disclose
    write allege explain inform learn remark suggest estimate acknowledge admit concede recall reiterate repeat vow
    believe think understand know hear see find show indicate complain contend testify describe comment recount
    predict boast emphasise emphasize underline hint signal quote cite point conclude observe charge confess"""
)
CONFIRM = _set("confirm admit acknowledge verify concede confess corroborate")
DENY = _set("deny refute dispute disavow")
DISMISS = _set("dismiss reject rebut deny refute dispute contradict")
DOUBT = _set("doubt question")
PLAN = _set(
    """plan intend prepare agree decide vow pledge promise undertake resolve expect schedule set arrange order
    instruct commit poise aim mean elect opt swear choose determine authorise authorize direct announce approve
    move ready bind oblige"""
)
WISH = _set(
    """threaten offer propose want hope seek try attempt wish ask urge demand request call invite press push
    persuade encourage appeal require allow permit need advise recommend warn tell force lobby beg implore fear
    struggle strive work fight consider compel like beg pressure convince lead enable suggest discuss negotiate"""
)
REQUEST = _set(
    """threaten ask urge demand request call invite press push persuade encourage appeal require advise recommend
    warn tell force lobby beg implore compel pressure convince"""
)
REFUSE = _set("refuse decline fail neglect omit forget cease")
FACT = _set("begin start continue manage help proceed happen come resume go claim report say dare remain")
SEEM = _set("appear seem likely")
MAYBE = _set(
    "consider mull contemplate discuss propose suggest recommend favour favor weigh threaten risk envisage fear urge advocate support oppose study debate"
)
AVOID = _set("avoid refrain abstain prevent stop-short resist forgo escape")
CANCEL = _set("suspend halt freeze cancel scrap abandon shelve cancel ditch")
POSTPONE = _set("postpone delay defer")
OCCUR = _set(
    "resume begin start open continue hold take conclude end finish occur happen go convene last extend conduct restart launch close host proceed"
)
ADJ_POSSIBLE = _set(
    "possible likely ready willing able open prepared conceivable free keen eager imminent close probable necessary essential important entitled right"
)
ADJ_PLANNED = _set("due set scheduled bound certain")
ADJ_NEGATED = _set("unable unwilling reluctant impossible unlikely")
ADJ_DOUBT = _set("doubtful questionable uncertain unclear unknown unlikely")
CONDITIONS = _set("if unless provided once lest")
PLAN_NOUNS = _set(
    "plan plans intention intentions decision agreement pledge commitment promise vow order orders deal programme schedule"
)
WISH_NOUNS = _set(
    "offer proposal threat threats bid attempt attempts effort efforts desire call calls demand demands request requests wish hope hopes possibility chance move readiness willingness right need proposals idea prospect option appeal refusal"
)
REPORT_NOUNS = frozenset(
    f
    for n in "report claim allegation suggestion accusation rumour rumor assertion speculation statement charge news story notion".split()
    for f in noun_forms(n)
)
NEGATIVE_NOUNS = _set("refusal failure inability reluctance unwillingness")


@dataclass(slots=True)
class Reader:
    """Readings of the clauses of one sentence; `said_by` are claimants that the sentence names for its main clauses."""

    scene: Scene
    clauses: list[Clause]
    said_by: dict[int, tuple[Party, ...]] = field(default_factory=dict)
    _known: dict[int, Reading] = field(default_factory=dict)
    _conditional: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._find_conditions()

    def of(self, clause: Clause) -> Reading:
        """The reading of a clause, its ancestors' included."""
        key = id(clause)
        if key not in self._known:
            self._known[key] = Reading()  # guards against a loop of parents
            self._known[key] = self._read(clause)
        return self._known[key]

    # --- the clause itself ---------------------------------------------------------------------------------------------

    def _find_conditions(self) -> None:
        """Mark clauses that depend on a condition."""
        for number, clause in enumerate(self.clauses):
            inverted = clause.verb.modal == "should" and clause.subject is None and number == 0
            if not inverted and not (clause.kind == "subordinate" and clause.mark in CONDITIONS):
                continue
            if clause.parent is not None:
                self._conditional.add(id(clause.parent))
                if clause.parent.parent is not None and clause.parent.kind == "infinitive":
                    self._conditional.add(id(clause.parent))
            else:
                later = [c for c in self.clauses[number + 1 :] if c.kind == "main"]
                if later:
                    self._conditional.add(id(later[0]))

    def is_condition(self, clause: Clause) -> bool:
        return clause.kind == "subordinate" and clause.mark in CONDITIONS

    def _own(self, clause: Clause) -> Reading:
        verb, reading = clause.verb, Reading()
        if verb.modal == "future":
            reading = reading.at_least("planned")
        elif verb.modal == "possible":
            reading = reading.at_least("possible")
        elif verb.modal in ("must", "should"):
            reading = reading.at_least("possible")
        elif verb.modal == "would":
            reading = reading.at_least("planned" if self._reported(clause) else "conditional")
        if self.is_condition(clause):
            reading = reading.at_least("conditional")
        elif id(clause) in self._conditional and (verb.modal or verb.form == "infinitive"):
            reading = reading.at_least("conditional")
        if verb.negated or self._negative_subject(clause):
            reading = reading.negative()
            if reading.modality == "possible" and verb.modal == "possible":
                reading = replace(reading, modality="actual")
        return reading

    def _reported(self, clause: Clause) -> bool:
        """Whether "would" is only the past of "will": "said it would", or "…, he said"."""
        if id(clause) in self._conditional:
            return False
        if clause.parent is not None and clause.kind == "complement":
            return bool(set(clause.parent.lemmas) & (SAY | CONFIRM | DENY | PLAN)) or clause.parent.verb.copula
        return bool(self.said_by.get(id(clause)))

    def _negative_subject(self, clause: Clause) -> bool:
        group = clause.subject
        return group is not None and (group.neither or group.items[0].negated)

    # --- up the tree ------------------------------------------------------------------------------------------------------

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
            return own
        if clause.kind == "infinitive":
            return self._under_infinitive(clause, own)
        if clause.kind == "gerund":
            return self._under_gerund(clause, own)
        if clause.kind == "complement" or (clause.kind == "subordinate" and clause.mark in ("whether", "why", "if")):
            return self._under_complement(clause, own)
        return self._beside(clause, own)

    def _beside(self, clause: Clause, own: Reading) -> Reading:
        """Relative, subordinate and participial clauses share who says so, and no more."""
        parent = clause.parent
        outer = self.of(parent) if parent is not None else Reading()
        aside = clause.kind == "relative" or clause.mark in ("though", "although", "while", "whereas")
        if outer.claimants and not own.claimants and not aside:
            own = replace(own, claimants=outer.claimants)
        return own

    def _outer(self, parent: Clause, reading: Reading, *, keep_stance: bool = False) -> Reading:
        """Add what the ancestors say: their modality, their claimants, and their stance where it reaches down."""
        outer = self.of(parent)
        if outer.claimants and not reading.claimants:
            reading = replace(reading, claimants=outer.claimants)
        if outer.stance in ("denied", "unconfirmed", "questioned") and not keep_stance:
            reading = replace(reading, stance=outer.stance)
        if outer.modality in ("conditional", "possible") and reading.modality != "actual":
            reading = reading.at_least(outer.modality)
        elif outer.modality in ("conditional", "possible", "planned") and not keep_stance:
            reading = reading.at_least(outer.modality)
        return reading

    def _under_infinitive(self, clause: Clause, own: Reading) -> Reading:
        parent = clause.parent
        assert parent is not None
        lemmas = set(parent.lemmas)
        negated = self.of(parent).stance == "negated" and self._own(parent).stance == "negated"
        noun = self._last_noun(parent, clause)
        if noun in NEGATIVE_NOUNS:
            reading = own.negative()
        elif noun in PLAN_NOUNS or noun in WISH_NOUNS:
            real = noun in ("effort", "efforts") and bool(lemmas & _set("engage continue pursue step lead join"))
            reading = own if real else own.at_least("planned" if noun in PLAN_NOUNS else "possible")
            if negated or self._no_noun(parent):
                reading = reading.negative()
        elif parent.verb.copula:
            reading = self._predicate(parent, own)
        elif lemmas & REFUSE:
            reading = self._flip(own) if not negated else own
        elif "have" in lemmas and "yet" in self._words(parent):
            reading = own.negative()
        elif "have" in lemmas or "need" in lemmas:
            reading = self._modal_of(parent, own).at_least("possible" if not parent.verb.modal else "actual")
        elif "threaten" in lemmas:
            reading = own.at_least("conditional" if id(clause) in self._conditional else "possible")
        elif lemmas & PLAN:
            reading = own.at_least("planned")
            reading = reading.negative() if negated else reading
        elif lemmas & SEEM:
            reading = own.at_least("possible")
        elif lemmas & WISH:
            reading = own.at_least("possible")
            reading = reading.negative() if negated and not lemmas & _set("ask urge demand request") else reading
        elif lemmas & FACT or lemmas & _set("meet gather sit convene talk"):
            reading = self._modal_of(parent, own)
            reading = reading.negative() if negated else reading
        else:
            reading = own.at_least("planned")
        if lemmas & REQUEST:
            reading = replace(reading, grade="guess")
        return self._outer(parent, reading, keep_stance=not lemmas & _set("deny"))

    def _flip(self, reading: Reading) -> Reading:
        return replace(reading, stance="asserted") if reading.stance == "negated" else reading.negative()

    def _modal_of(self, parent: Clause, own: Reading) -> Reading:
        return own.at_least(self._own(parent).modality)

    def _words(self, clause: Clause) -> list[str]:
        return self.scene.tokens.lower[clause.verb.first : clause.verb.last + 2]

    def _last_noun(self, parent: Clause, clause: Clause) -> str:
        """The noun just before the infinitive: "plans to", "no intention to"."""
        at = clause.verb.first - 1
        return self.scene.tokens.lower[at] if at >= parent.verb.last else ""

    def _no_noun(self, parent: Clause) -> bool:
        return any(np.negated for group in parent.objects for np in group.items)

    def _predicate(self, parent: Clause, own: Reading) -> Reading:
        """be + adjective + to/that: is ready to, is due to, is likely to; bare "is to sign"."""
        adjective = self._adjective(parent)
        negated = parent.verb.negated
        if adjective in ADJ_DOUBT:
            reading = (
                replace(own, stance="questioned") if adjective != "unlikely" else own.at_least("possible").negative()
            )
        elif adjective in ADJ_NEGATED:
            reading = own.negative()
        elif adjective in ADJ_POSSIBLE:
            reading = own.at_least("possible")
        elif adjective in ADJ_PLANNED or not adjective:
            reading = own.at_least("planned")
        else:
            reading = own
        return reading.negative() if negated else reading

    def _adjective(self, clause: Clause) -> str:
        low = self.scene.tokens.lower
        if clause.objects:
            return low[clause.objects[0].items[-1].head]
        for particle in clause.particles:
            if particle in ADJ_POSSIBLE | ADJ_PLANNED | ADJ_NEGATED:
                return particle
        return ""

    # --- gerunds ------------------------------------------------------------------------------------------------------------

    def _under_gerund(self, clause: Clause, own: Reading) -> Reading:
        parent = clause.parent
        assert parent is not None
        lemmas, mark = set(parent.lemmas), clause.mark
        if mark == "without":
            return self._outer(parent, own.negative(), keep_stance=True)
        if self._rules_out(parent):
            return self._ruled_out(parent, own)
        if (
            mark in ("on", "upon")
            and parent.verb.copula
            and self._adjective(parent) in ("contingent", "conditional", "dependent")
        ):
            return self._outer(parent, own.at_least("conditional"), keep_stance=True)
        if mark in ("after", "before", "by", "while", "since", "despite", "in", "when"):
            return self._outer(parent, own, keep_stance=True)
        if lemmas & DENY:
            return self._denied(parent, own)
        if lemmas & CONFIRM:
            return replace(own, stance="confirmed", claimants=self._speaker(parent))
        if lemmas & AVOID or self._stops_short(parent) or mark == "instead":
            return self._outer(parent, own.negative(), keep_stance=True)
        if lemmas & MAYBE:
            reading = own.at_least("possible")
            return self._outer(parent, reading.negative() if parent.verb.negated else reading, keep_stance=True)
        if mark in ("of", "for") and lemmas & _set("accuse blame criticise criticize condemn suspect denounce charge"):
            return replace(own, claimants=self._speaker(parent), grade="guess")
        return self._outer(parent, own, keep_stance=True)

    def _stops_short(self, parent: Clause) -> bool:
        return "stop" in parent.lemmas and "short" in self._words(parent)

    def _rules_out(self, parent: Clause) -> bool:
        return ("rule" in parent.lemmas and "out" in parent.particles) or "exclude" in parent.lemmas

    def _ruled_out(self, parent: Clause, own: Reading) -> Reading:
        """ "ruled out sending" is a no; "did not rule out", "refused to rule out" leave it possible."""
        if parent.verb.negated or self._own(parent).stance == "negated" or self._refused(parent):
            return self._outer(parent, own.at_least("possible"), keep_stance=True)
        return replace(own.at_least("planned").negative(), modality="planned")

    def _refused(self, clause: Clause) -> bool:
        return clause.kind == "infinitive" and clause.parent is not None and bool(set(clause.parent.lemmas) & REFUSE)

    # --- complements ---------------------------------------------------------------------------------------------------------

    def _under_complement(self, clause: Clause, own: Reading) -> Reading:
        parent = clause.parent
        assert parent is not None
        lemmas = set(parent.lemmas)
        negated = parent.verb.negated or self._own(parent).stance == "negated" or self._refused(parent)
        if self._neither_nor(parent):
            return replace(own, stance="unconfirmed", claimants=self._speaker(parent))
        if lemmas & DENY or (lemmas & DISMISS and self._about_reports(parent)):
            return (
                self._denied(parent, own)
                if not negated
                else replace(own, stance="unconfirmed", claimants=self._speaker(parent))
            )
        if negated and (lemmas & (SAY | CONFIRM) or "comment" in lemmas):
            return replace(own, stance="unconfirmed", claimants=self._speaker(parent))
        if lemmas & CONFIRM:
            return replace(own, stance="confirmed", claimants=self._speaker(parent))
        if lemmas & DOUBT:
            return replace(own, stance="questioned", claimants=self._speaker(parent))
        if parent.verb.copula:
            return self._outer(parent, self._copular(parent, clause, own), keep_stance=True)
        if lemmas & SAY:
            return self._said(parent, clause, own)
        if lemmas & (WISH | MAYBE):
            return self._outer(parent, own.at_least("possible"), keep_stance=True)
        if lemmas & PLAN:
            return self._outer(parent, own.at_least("planned"), keep_stance=True)
        if self._about_reports(parent):
            return replace(own, stance="unconfirmed")
        return self._beside(clause, own)

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
        adjective = self._adjective(parent)
        if self._no_noun(parent) and clause.mark == "why":
            return replace(own.at_least("possible"), stance="asserted")
        if adjective in ADJ_DOUBT:
            return replace(own, stance="questioned" if adjective != "unclear" else "unconfirmed")
        if adjective in ADJ_POSSIBLE:
            return replace(own, modality="possible")
        if adjective in ("false", "untrue"):
            return replace(own, stance="denied")
        return own

    def _about_reports(self, parent: Clause) -> bool:
        low = self.scene.tokens.lower
        groups = [*parent.objects, *(g for _, g in parent.preps)]
        return any(low[np.head] in REPORT_NOUNS for g in groups for np in g.items)

    def _neither_nor(self, clause: Clause) -> bool:
        """neither confirmed nor denied"""
        low, first = self.scene.tokens.lower, clause.verb.first
        return "deny" in clause.lemmas and low[max(0, first - 1)] == "nor"

    def _denied(self, parent: Clause, own: Reading) -> Reading:
        if self._neither_nor(parent) or self._own(parent).stance == "negated":
            return replace(own, stance="unconfirmed", claimants=self._speaker(parent))
        return replace(own, stance="denied", claimants=self._speaker(parent))

    def _speaker(self, clause: Clause) -> tuple[Party, ...]:
        group: Group | None = clause.subject
        if clause.verb.passive:
            group = next((g for word, g in clause.preps if word == "by"), None)
        return self.scene.speakers(group)

    # --- events named by nouns --------------------------------------------------------------------------------------------------

    def of_noun(self, clause: Clause | None, group: Group, place: str) -> Reading:
        """The reading of an event that a noun names; `place`: subject, object, or the preposition before it."""
        negated_noun = group.items[0].negated or group.neither
        if place == "without":
            negated_noun = True
        if clause is None:
            return Reading().negative() if negated_noun else Reading()
        lemmas, outer = set(clause.lemmas), self.of(clause)
        base = Reading(claimants=outer.claimants, grade=outer.grade)
        if negated_noun:
            base = base.negative()
        own = self._own(clause)
        passive_subject = place == "subject" and clause.verb.passive
        governed = place == "object" or passive_subject or place in clause.particles
        if governed and self._neither_nor(clause):
            return replace(base, stance="unconfirmed", claimants=self._speaker(clause))
        if governed and self._rules_out(clause):
            return self._ruled_out(clause, base)
        if governed and (lemmas & CANCEL or ("call" in lemmas and "off" in clause.particles)):
            return replace(base.at_least("planned").negative(), claimants=outer.claimants)
        if governed and (lemmas & POSTPONE or ("put" in lemmas and "off" in clause.particles)):
            return base.at_least("planned")
        if governed and lemmas & DENY:
            return self._denied(clause, base)
        if governed and lemmas & CONFIRM:
            reading = replace(base, stance="confirmed" if own.stance != "negated" else "unconfirmed")
            return replace(reading, claimants=self._speaker(clause))
        if governed and lemmas & DOUBT:
            return replace(base, stance="questioned")
        if governed and lemmas & (PLAN | _set("announce")) and not lemmas & _set("announce approve order"):
            reading = base.at_least("planned")
            return self._outer(clause, reading.negative() if own.stance == "negated" else reading, keep_stance=True)
        if governed and lemmas & (WISH | MAYBE | _set("need await demand")):
            return self._outer(clause, base.at_least("possible"), keep_stance=True)
        if place == "for" and lemmas & _set("call press push appeal ask hope wait"):
            return self._outer(clause, base.at_least("possible"), keep_stance=True)
        if place in ("to", "on") and "agree" in lemmas:
            return base.at_least("planned")
        if (
            place == "subject"
            and clause.verb.copula
            and self._adjective(clause) in ("contingent", "conditional", "dependent")
        ):
            return base.at_least("conditional")
        if place == "subject" or (governed and lemmas & OCCUR):
            reading = base.at_least(own.modality)
            if outer.stance in ("negated", "denied", "unconfirmed", "questioned") and (
                lemmas & OCCUR or clause.verb.copula and not clause.objects
            ):
                reading = replace(reading, stance=outer.stance)
            return self._outer(clause, reading, keep_stance=True)
        if outer.stance in ("denied", "unconfirmed"):
            base = replace(base, stance=outer.stance)
        if place == "object" and outer.modality != "actual":
            base = base.at_least(outer.modality)
        return base
