"""Clauses and noun phrases in, hits out: which frames hold, who fills their roles, in which reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract.chunks import Chunk, Group, NounPhrase
from kg.extract.clauses import Clause
from kg.extract.parties import ACTOR, MERE, NOTHING, THING, WORDS, Found, Scene
from kg.extract.roles import POLITICAL, ROLE_NOUNS, TARGETS
from kg.extract.phrases import Grammar, NounFrame, Prep, Slot, VerbFrame
from kg.extract.stance import CONFIRM, DENY, DOUBT, SAY, Reader, Reading
from kg.model import Party
from kg.ontology import EventType

__all__ = ["Hit", "Matcher"]

_MEANINGFUL = frozenset("off out up down back away over".split())
_TRANSPARENT = frozenset(
    """existence possibility prospect prospects resumption start continuation end round rounds series date day
    beginning opening conclusion outcome result results idea need lack absence cancellation collapse failure
    postponement suspension breakdown content contents details delivery form kind set first second third end wave
    tonne tonnes ton tons kilo kilos barrels boxes truckload truckloads planeload doses litres gallons
    dozen dozens hundreds thousands scores tens handful couple group majority batch contingent shipment
    some all most much many several both number lot part aim goal issue subject topic threat risk chance string number pair announcement""".split()
)
_USUAL = {
    "REQUEST": ("from",), "RETREAT": ("from", "with"), "THREATEN": ("against", "to"), "ACCUSE": ("against",),
    "SANCTION": ("on", "against", "with"), "ASSAULT": ("on", "against"), "AID": ("to", "for"), "SUPPORT": ("for", "to"),
    "REJECT": ("from", "by"), "MOBILIZE": ("against",), "PROTEST": ("against",), "COERCE": ("against",),
    "CONCEDE": ("to", "with"), "AGREE": ("with",), "CONSULT": ("with",), "COOPERATE": ("with",),
}  # fmt: skip
_VERBAL = frozenset("attack assail hit strike blast target slam batter hammer pound".split())
_SPEAKING = (DENY | CONFIRM | DOUBT | SAY) - {"announce", "declare", "vow"}
_UNREAL = {"possibility": "possible", "prospect": "possible", "prospects": "possible", "threat": "possible",
           "risk": "possible", "chance": "possible", "idea": "possible", "need": "possible", "cancellation": "cancelled",
           "lack": "negated", "absence": "negated", "postponement": "planned"}  # fmt: skip


_DOING = frozenset(
    """plan offer cancel call postpone suspend announce order begin start launch make hold stage deliver pay continue
    carry mount end consider seek prepare promise threaten resume complete intensify halt extend propose conduct impose
    lift give issue open schedule pursue mull weigh abandon cut undertake lead commit rule exclude send sign reach break
    delay have perform do stop step repeat renew deny drop maintain file submit put provide approve authorise authorize""".split()
)
"""Verbs whose subject does what their object names: "launched the attack", "planned a visit to Chad"."""
_SEEKING = frozenset(
    "want demand request need refuse reject decline spurn favour favor urge join attend enter skip boycott".split()
)


@dataclass(slots=True)
class Hit:
    """One frame that holds: its type and rule, who fills which role, where it stands, how it reads."""

    type: EventType
    rule: str
    roles: dict[str, Found]
    trigger: tuple[int, int]
    extent: tuple[int, int]
    reading: Reading
    clause: Clause | None = None
    nominal: bool = False
    definite: bool = False
    thing: str = ""
    excluded: tuple[Party, ...] = ()


@dataclass(slots=True)
class Matcher:
    """Matches one sentence; `chunks` and `clauses` of it, the scene for parties, the reader for stance."""

    grammar: Grammar
    scene: Scene
    chunks: list[Chunk]
    clauses: list[Clause]
    reader: Reader
    words: set[str]
    _used: set[int] = field(default_factory=set)
    _list: Group | None = None

    def hits(self) -> list[Hit]:
        """All hits of the sentence, verbs first, then the nouns that no verb has taken."""
        from kg.extract.speech_acts import speech_acts

        out = [hit for clause in self.clauses for hit in self._verb(clause)]
        out += speech_acts(self.grammar, self.scene, self.clauses, self.reader, self._bind)
        out += self._nouns()
        return sorted(_settled(out, self.clauses, self.reader), key=lambda h: (h.trigger, h.rule))

    # --- verbs -----------------------------------------------------------------------------------------------------------

    def _verb(self, clause: Clause) -> Iterator[Hit]:
        self.scene.subject = self._subject_parties(clause)
        for lemma in clause.lemmas:
            for frame in self.grammar.verbs.get(lemma, ()):
                if frame.heads and any(self.words.isdisjoint(nouns) for nouns in frame.heads):
                    continue
                hit = self._bind(frame, clause)
                if hit is not None:
                    yield hit
                    return

    def _subject_parties(self, clause: Clause) -> tuple[Party, ...]:
        self.scene.subject = ()
        group = clause.subject
        if clause.verb.passive:
            group = next((g for word, g in clause.preps if word == "by"), None) or group
        self.scene.human = self.scene.is_human(group)
        found = self.scene.group(group)
        return found.parties if found.quality >= THING else ()

    def _bind(self, frame: VerbFrame, clause: Clause) -> Hit | None:
        objects, preps = list(clause.objects), list(clause.preps)
        if not self._particles(frame, clause, objects, preps):
            return None
        if not self._complement(frame, clause):
            return None
        slots = list(frame.objects)
        roles: dict[str, Found] = {}
        literals: list[NounPhrase] = []
        doer: Group | None = clause.subject
        if clause.verb.passive:
            if not slots or clause.subject is None:
                return None
            objects.insert(0, clause.subject)
            preps += self.scene.tails.get(clause.subject.last, [])
            doer = next((g for word, g in preps if word == "by" and not self._is_date(g)), None)
        if not self._subject(frame, clause, doer, roles):
            return None
        if not slots and any(self.scene.group(g).quality >= WORDS for g in objects):
            return None
        for slot in slots:
            while objects and self._is_date(objects[0]):
                objects.pop(0)
            if not objects:
                return None
            thing = self._worth_of(objects.pop(0), preps) if slot.kind == "noun" else objects.pop(0)
            if not self._fill(slot, thing, roles, literals):
                return None
        if frame.subject.strict and slots and objects and not self._only_dates(objects):
            return None
        for prep in frame.preps:
            if not self._prep(prep, preps, roles, literals, clause) and not prep.optional:
                return None
        return self._made(frame, clause, doer, roles, literals)

    def _worth_of(self, group: Group, preps: list[tuple[str, Group]]) -> Group:
        """ "provided $3 million in aid": the thing given stands after the sum."""
        low, np = self.scene.tokens.lower, group.items[0]
        sum_of_money = low[np.head] in ("million", "billion", "trillion") or any(
            x in "$€£¥" for x in low[np.first : np.last]
        )
        if sum_of_money and preps and preps[0][0] in ("in", "of"):
            return preps.pop(0)[1]
        return np.of if sum_of_money and np.of is not None else group

    def _particles(
        self, frame: VerbFrame, clause: Clause, objects: list[Group], preps: list[tuple[str, Group]]
    ) -> bool:
        if not frame.particle:
            wanted = {w for p in frame.preps for w in p.words}
            first = self.scene.tokens.lower[clause.verb.last] if clause.verb.last < len(self.scene.tokens) else ""
            return not (first in _MEANINGFUL and first in clause.particles and first not in wanted)
        word = frame.particle[0]
        taken = next((k for k, (p, _) in enumerate(preps) if p == word), None)
        if word not in clause.particles and taken is None:
            return False
        if (
            taken is not None
            and (not objects or word in clause.particles)
            and taken == 0
            and len(objects) < len(frame.objects)
        ):
            objects.insert(0, preps.pop(taken)[1])
        return True

    def _complement(self, frame: VerbFrame, clause: Clause) -> bool:
        if not frame.complement:
            return True
        kinds = {c.kind: c for c in clause.children}
        if frame.complement == "to":
            return "infinitive" in kinds
        if frame.complement == "that":
            return "complement" in kinds
        prep = frame.complement.removesuffix("ing").strip()
        return any(c.kind == "gerund" and (not prep or c.mark == prep) for c in clause.children)

    def _subject(self, frame: VerbFrame, clause: Clause, doer: Group | None, roles: dict[str, Found]) -> bool:
        if doer is None:
            return (clause.verb.passive and not frame.subject.strict) or clause.verb.form != "finite"
        found = self.scene.group(doer)
        if found.quality == MERE and clause.parent is not None and clause.kind in ("gerund", "relative"):
            found = self.scene.group(clause.parent.subject)  # "passed a resolution criticising …"
            doer = clause.parent.subject or doer
        if found.quality == NOTHING:
            return not frame.subject.strict and (clause.verb.passive or self._is_pronoun(doer))
        if frame.subject.strict and found.quality < ACTOR:
            return False
        if found.quality == MERE or (found.quality == WORDS and not self._could_act(doer)):
            return False
        roles[frame.subject.role] = found
        return True

    def _is_pronoun(self, group: Group) -> bool:
        return self.scene.head(group.items[0]) in ("they", "he", "she", "it", "we", "who", "which", "that", "i")

    def _could_act(self, group: Group) -> bool:
        """Mere words act only where they name people or carry a proper name."""
        np = group.items[0]
        return self.scene.head(np) in ROLE_NOUNS or self.scene.is_proper(np) or self.scene.is_people(np)

    def _is_date(self, group: Group) -> bool:
        return self.scene.is_date(group.items[0])

    def _only_dates(self, groups: list[Group]) -> bool:
        return all(self._is_date(g) for g in groups)

    def _fill(self, slot: Slot, group: Group, roles: dict[str, Found], literals: list[NounPhrase]) -> bool:
        if slot.kind == "any":
            return True
        if slot.kind == "noun":
            np = next((n for n in group.items if self._is_noun(n, slot.nouns)), None)
            if np is None:
                outer = next((n for n in group.items if n.of is not None and self.scene.head(n) in _TRANSPARENT), None)
                if outer is None or outer.of is None:
                    return False
                outer.of.items[-1].belongs = outer.of.items[-1].belongs or outer.belongs
                return self._fill(slot, outer.of, roles, literals)
            literals.append(np)
            if slot.role:
                owner = self.scene.owner(np)
                if owner.quality < THING:
                    return False
                roles[slot.role] = owner
            return True
        found = self.scene.group(group)
        if found.quality == NOTHING:
            if slot.strict or not self._is_pronoun_object(group):
                return False
            return True
        if slot.strict and not self._real(group, found):
            return False
        if found.quality == MERE:
            return True
        if slot.role in roles:
            found = Found((*roles[slot.role].parties, *found.parties), max(found.quality, roles[slot.role].quality))
        roles[slot.role] = found
        return True

    def _real(self, group: Group, found: Found) -> bool:
        """Whether a strict slot takes it: an actor, or people and organisations that nobody knows."""
        if found.quality >= ACTOR:
            return True
        np = group.items[0]
        if found.quality == THING:
            return self.scene.is_proper(np) or self.scene.head(np) in TARGETS
        return found.quality == WORDS and (self.scene.is_proper(np) or self.scene.head(np) in ROLE_NOUNS)

    def _is_pronoun_object(self, group: Group) -> bool:
        return self.scene.head(group.items[0]) in ("them", "him", "her", "it", "us")

    def _is_noun(self, np: NounPhrase, nouns: frozenset[str]) -> bool:
        low = self.scene.tokens.lower
        if low[np.head] in nouns:
            return True
        if any(" ".join(low[k : np.head + 1]) in nouns for k in range(max(np.first, np.head - 2), np.head)):
            return True
        return np.end > np.last and any(
            " ".join(low[np.head : k]) in nouns for k in range(np.head + 3, min(np.end, np.head + 4) + 1)
        )

    def _prep(
        self,
        prep: Prep,
        preps: list[tuple[str, Group]],
        roles: dict[str, Found],
        literals: list[NounPhrase],
        clause: Clause,
    ) -> bool:
        wanted = prep.words | {"of"} if "out of" in prep.words and "out" in clause.particles else prep.words
        for word, group in preps:
            if word in wanted and not self._is_date(group) and self._fill(prep.slot, group, roles, literals):
                return True
        if "of" in prep.words:
            owners = literals or [n for g in clause.objects for n in g.items]
            for np in owners:
                if np.of is not None and self._fill(prep.slot, np.of, roles, literals):
                    return True
        return False

    def _made(
        self, frame: VerbFrame, clause: Clause, group: Group | None, roles: dict[str, Found], literals: list[NounPhrase]
    ) -> Hit | None:
        for np in literals:
            self._more_from(np, frame, roles)
        if clause.verb.passive and frame.subject.role not in roles and literals:
            owner = self._before(literals[0], cities=True)
            if owner.parties:
                roles[frame.subject.role] = owner
        if frame.complement and "Y" not in roles:
            self._from_complement(clause, roles)
        self._from_place(frame, clause, roles)
        if "Y" not in roles and not frame.complement and frame.subject.role == "X":
            self._from_usual(frame, clause, roles)
        if not frame.type.reciprocal:
            self._not_itself(roles)
        if not self._known(roles) and not self._political(group, roles):
            return None
        if frame.type.root == "ASSAULT" and self._only_words(frame, roles):
            return None
        if frame.type.root == "CONSULT" and not frame.type.reciprocal and self._at_home(roles):
            return None
        for np in literals:
            self._used.add(np.head)
        reading = self.reader.of(clause)
        if any(np.negated for np in literals) and not clause.verb.negated:
            reading = reading.negative()
        doer = roles.get("X", Found())
        if frame.type.reciprocal and frame.type.root == "CONSULT" and self._among_itself(roles):
            reading = replace(reading, grade="guess")
        reading = replace(reading, grade="guess") if any(f.guessed for f in roles.values()) else reading
        trigger = (
            clause.verb.first,
            max([clause.verb.last, *(np.last for np in literals if np.first - clause.verb.last < 6)]),
        )
        extent = self._extent(clause)
        definite = any(self.scene.tokens.lower[np.first] == "the" for np in literals)
        thing = self._definite_object(clause)
        return Hit(
            frame.type,
            frame.rule,
            roles,
            trigger,
            extent,
            reading,
            clause,
            definite=definite,
            thing=thing,
            excluded=doer.left_out,
        )

    def _from_complement(self, clause: Clause, roles: dict[str, Found]) -> None:
        """ "threatened to close its airspace to Djibouti": the other side stands in what is threatened."""
        for child in clause.children:
            if child.kind not in ("infinitive", "gerund", "complement"):
                continue
            groups = [*child.objects, *(g for word, g in child.preps if word not in ("in", "by", "at", "on", "over"))]
            for group in groups:
                found = self.scene.group(group)
                if found.quality >= THING and not {p.id for p in found.parties} & {
                    p.id for p in roles.get("X", Found()).parties
                }:
                    roles["Y"] = found
                    return

    def _from_usual(self, frame: VerbFrame, clause: Clause, roles: dict[str, Found]) -> None:
        """The other side behind the preposition that deeds of this class have: from whom, against whom, with whom."""
        own = {p.id for p in roles.get("X", Found()).parties}
        for word, group in clause.preps:
            if word in _USUAL.get(frame.type.root, ()):
                found = self.scene.group(group)
                if (
                    found.quality >= ACTOR
                    and not {p.id for p in found.parties} & own
                    and not self.scene.is_metonym(group)
                ):
                    roles["Y"] = found
                    return

    def _from_place(self, frame: VerbFrame, clause: Clause, roles: dict[str, Found]) -> None:
        """ "were declared unwelcome in Minsk": who does it where only a capital is named."""
        if (
            not clause.verb.passive
            or frame.subject.role in roles
            or frame.type.root not in ("SANCTION", "ACCUSE", "COERCE")
        ):
            return
        for word, group in clause.preps:
            if word == "in" and self.scene.is_metonym(group):
                roles[frame.subject.role] = self.scene.group(group)
                return

    def _more_from(self, np: NounPhrase, frame: VerbFrame, roles: dict[str, Found]) -> None:
        """What the object noun itself says of the other side: "rejected Spain's offer", "signed a pact with Tonga"."""
        if frame.type.reciprocal:
            tail = self.scene.tails.get(np.end, [])
            other = next((g for word, g in tail if word in ("with", "between")), None)
            if other is not None and "Y" not in roles:
                roles["Y"] = self.scene.group(other)
            elif "Y" not in roles:
                inside = self.scene.modifiers(np)
                if inside.parties:
                    roles["Y"] = inside
            return
        wanted = next((r for r in ("Y",) if r not in roles), None)
        if wanted is None:
            return
        found = self.scene.owner(np)
        if found.quality >= THING:
            roles[wanted] = found
        elif (
            frame.type.root in ("CONCEDE", "COERCE", "SANCTION", "ASSAULT", "ACCUSE")
            and self.scene.head(np) in ROLE_NOUNS | TARGETS
        ):
            roles[wanted] = self.scene.phrase(np)  # "released activists"

    def _not_itself(self, roles: dict[str, Found]) -> None:
        doer, other = roles.get("X"), roles.get("Y")
        if (
            doer
            and other
            and {p.id for p in doer.parties} == {p.id for p in other.parties}
            and "pronoun" in (doer.parties[0].via, other.parties[0].via)
        ):
            del roles["X" if doer.parties[0].via == "pronoun" else "Y"]
        elif doer and other:
            own = {p.id for p in doer.parties}
            rest = tuple(p for p in other.parties if p.id not in own or p.kind == "described")
            if rest != other.parties and other.quality < ACTOR or (rest and rest != other.parties):
                roles["Y"] = Found(rest, other.quality, guessed=other.guessed)
                if not rest:
                    del roles["Y"]

    def _known(self, roles: dict[str, Found]) -> bool:
        """Somebody real takes part: a state, a body, a group, a person."""
        return any(
            _public(p) and (f.quality >= ACTOR or role != "X" or "Y" in roles)
            for role, f in roles.items()
            for p in f.parties
        )

    def _at_home(self, roles: dict[str, Found]) -> bool:
        """ "she returned to Thailand": a Thai does not visit Thailand."""
        sides = [{s for p in roles.get(r, Found()).parties for s in p.states} for r in "XY"]
        return bool(sides[0]) and sides[0] == sides[1]

    def _definite_object(self, clause: Clause) -> str:
        """Head of a definite object ("the charge"): what an answer answers."""
        group = clause.subject if clause.verb.passive else next(iter(clause.objects), None)
        if group is None or self.scene.tokens.lower[group.items[0].first] not in (
            "the",
            "that",
            "this",
            "those",
            "these",
        ):
            return ""
        return self.scene.head(group.items[0])

    def _only_words(self, frame: VerbFrame, roles: dict[str, Found]) -> bool:
        """ "Harris attacked Biden": one politician does not shell another."""
        parties = [p for f in roles.values() for p in f.parties]
        return (
            len(roles) == 2 and frame.lemma in _VERBAL and all(p.kind == "person" and p.via != "role" for p in parties)
        )

    def _among_itself(self, roles: dict[str, Found]) -> bool:
        """ "The Security Council met": a body alone, with nobody else."""
        parties = {p.id: p for f in roles.values() for p in f.parties}
        one = next(iter(parties.values()), None)
        return len(parties) == 1 and one is not None and (one.kind != "state" or one.via in ("pronoun", "role"))

    def _political(self, doer: Group | None, roles: dict[str, Found]) -> bool:
        """Nobody is known by name, but both sides are told and the doer is a government, an army, rebels …"""
        if doer is None or not roles.get("X") or not roles.get("Y") or roles["Y"].quality < WORDS:
            return False
        return self.scene.head(doer.items[0]) in POLITICAL

    def _extent(self, clause: Clause) -> tuple[int, int]:
        first, last = clause.verb.first, clause.verb.last
        if clause.subject is not None:
            first = min(first, clause.subject.first)
        for group in (*clause.objects, *(g for _, g in clause.preps)):
            last = max(last, group.last)
        for child in clause.children:
            if child.kind in ("infinitive", "gerund") and child.verb.first - last <= 3:
                last = max(last, self._extent(child)[1])
        return first, last

    # --- nouns -------------------------------------------------------------------------------------------------------------

    def _nouns(self) -> Iterator[Hit]:
        places = self._places()
        for number, chunk in enumerate(self.chunks):
            if chunk.kind != "NP" or chunk.group is None:
                continue
            self._list = self._listed(number)
            clause, place = places.get(id(chunk.group), (None, ""))
            for np in chunk.group.items:
                yield from self._noun(np, chunk.group, clause, place, "")

    def _listed(self, number: int) -> Group | None:
        """ "the negotiating partners — A, B and C": what is listed after a dash or colon."""
        after = self.chunks[number + 1 : number + 3]
        return after[1].group if len(after) == 2 and after[0].kind in ("-", ":") else None

    def _places(self) -> dict[int, tuple[Clause, str]]:
        out: dict[int, tuple[Clause, str]] = {}
        for clause in self.clauses:
            for word, group in clause.preps:
                out.setdefault(id(group), (clause, word))
            for group in clause.objects:
                out.setdefault(id(group), (clause, "object"))
        for clause in self.clauses:
            if clause.subject is not None and clause.verb.form != "infinitive":
                out.setdefault(id(clause.subject), (clause, "subject"))
        return out

    def _noun(self, np: NounPhrase, group: Group, clause: Clause | None, place: str, effect: str) -> Iterator[Hit]:
        word = self.scene.head(np)
        if np.of is not None:
            inner = _UNREAL.get(word, effect) if word in _TRANSPARENT else ""
            for item in np.of.items:
                yield from self._noun(item, np.of, clause if word in _TRANSPARENT else None, place, inner)
        if np.head in self._used or np.head in self.scene.mention_at:
            return
        for frame in self._noun_frames(np):
            hit = self._bind_noun(frame, np, group, clause, place, effect)
            if hit is not None:
                yield hit
                return

    def _noun_frames(self, np: NounPhrase) -> tuple[NounFrame, ...]:
        low = self.scene.tokens.lower
        if self.scene.is_proper(np) and not self.scene.headline:
            return ()
        if np.head > np.first:
            double = self.grammar.nouns.get(f"{low[np.head - 1]} {low[np.head]}")
            if double:
                return double
        return self.grammar.nouns.get(low[np.head], ())

    def _bind_noun(
        self, frame: NounFrame, np: NounPhrase, group: Group, clause: Clause | None, place: str, effect: str
    ) -> Hit | None:
        roles: dict[str, Found] = {}
        tail = self.scene.tails.get(np.end, [])
        if not self._has_nouns(frame, np, tail):
            return None
        between = any(word in ("between", "among") for word, _ in tail)
        before = self._before(np, cities=not between)
        if not before.parties and np is not group.items[0] and self._alike(np, group):
            before = self._before(group.items[0], cities=not between)
        self.scene.subject = before.parties or self.scene.subject
        if frame.listed:
            found = self.scene.group(self._list)
            if found.quality < ACTOR or self._list is None:
                return None
            roles["X"] = found
        elif frame.between:
            self._sides(frame, np, tail, before, roles)
        else:
            self._directed(frame, np, tail, before, roles)
        if any(p.slot.strict and not p.optional and p.slot.role not in roles for p in frame.preps):
            return None
        if frame.type.reciprocal and roles and self._among_itself(roles):
            return None
        if frame.between and not (frame.type.reciprocal or between or len(roles) > 1):
            return None
        last = max([np.end, *(g.last for word, g in tail if self._role_group(g, roles))])
        if frame.listed and self._list is not None:
            last = self._list.last
        elif clause is not None:
            self._from_clause(frame, clause, place, roles)
        definite = self.scene.tokens.lower[np.first] in ("the", "that", "this")
        if not any(p.kind not in ("media", "unnamed", "described") for f in roles.values() for p in f.parties):
            roles = {} if definite else roles
        recall = clause is not None and not roles and (definite or self.scene.tokens.lower[np.first] == "any")
        if not self._known(roles) and not recall:
            return None
        reading = self.reader.of_noun(clause, group, place)
        if effect:
            reading = self._effect(reading, effect)
        alone = len({p.id for f in roles.values() for p in f.parties}) < 2
        if any(f.guessed for f in roles.values()) or (alone and roles and reading.stance == "asserted"):
            reading = replace(reading, grade="guess")
        trigger = (np.head, np.head + 1)
        extent = (np.first, last)
        if clause is not None:
            wide = self._extent(clause)
            extent = (min(extent[0], wide[0]), max(extent[1], wide[1]))
        return Hit(
            frame.type, frame.rule, roles, trigger, extent, reading, clause, nominal=True, definite=definite or recall
        )

    def _has_nouns(self, frame: NounFrame, np: NounPhrase, tail: list[tuple[str, Group]]) -> bool:
        """Whether the nouns that the frame asks for follow: "withdrawal of {troops} from Cambodia"."""
        after = [("of", np.of), *tail]
        return all(
            any(word in prep.words and group is not None and self._holds(prep.slot, group) for word, group in after)
            for prep in frame.preps
            if prep.slot.kind != "party" and not prep.optional
        )

    def _holds(self, slot: Slot, group: Group) -> bool:
        return slot.kind == "any" or any(self._is_noun(n, slot.nouns) for n in group.items)

    def _alike(self, np: NounPhrase, group: Group) -> bool:
        """ "Iraq's invasion and occupation of Kuwait": all the nouns share owner and object."""
        return len(group.items) > 1 and all(self.scene.head(n) in self.grammar.nouns for n in group.items)

    def _role_group(self, group: Group, roles: dict[str, Found]) -> bool:
        spans = {p.mention for f in roles.values() for p in f.parties}
        return any(p.mention in spans for p in self.scene.group(group).parties)

    def _effect(self, reading: Reading, effect: str) -> Reading:
        if effect == "possible":
            return reading.at_least("possible")
        if effect == "planned":
            return reading.at_least("planned")
        reading = reading.negative()
        return reading.at_least("planned") if effect == "cancelled" else reading

    def _before(self, np: NounPhrase, *, cities: bool) -> Found:
        """Parties that stand before the noun: possessor, adjective, "its"; a city may be only the place."""
        inside = self.scene.modifiers(np, cities=cities)
        if inside.parties:
            return inside
        if np.possessor is not None:
            found = self.scene.phrase(np.possessor)
            return found if found.quality >= THING else Found()
        return self.scene.possessive(np)

    def _sides(
        self, frame: NounFrame, np: NounPhrase, tail: list[tuple[str, Group]], before: Found, roles: dict[str, Found]
    ) -> None:
        if before.parties:
            roles["X"] = before
        of = self.scene.group(np.of)
        if of.quality >= THING and "X" not in roles:
            roles["X"] = of
        for word, group in tail:
            found = self.scene.group(group)
            if word in ("between", "among", "by", "involving") and found.quality >= THING:
                roles["X"] = Found(
                    (*roles.get("X", Found()).parties, *found.parties), found.quality, guessed=found.guessed
                )
            elif word in ("with", "as well as", "alongside") and found.quality >= THING:
                roles["Y"] = Found(
                    (*roles.get("Y", Found()).parties, *found.parties), found.quality, guessed=found.guessed
                )
            elif word in ("to",) and any("to" in p.words for p in frame.preps) and found.quality >= THING:
                roles["Y"] = found
        # "letter between the two" and the like have both sides in one group

    def _directed(
        self, frame: NounFrame, np: NounPhrase, tail: list[tuple[str, Group]], before: Found, roles: dict[str, Found]
    ) -> None:
        taken: set[int] = set()
        for prep in frame.preps:
            for word, group in [("of", np.of), *tail]:
                if group is None or word not in prep.words or id(group) in taken or prep.slot.kind != "party":
                    continue
                found = self.scene.group(group)
                if found.quality >= THING or (found.quality == WORDS and (before.parties or prep.slot.strict)):
                    roles[prep.slot.role] = found
                    taken.add(id(group))
                    break
        if before.parties:
            roles.setdefault(frame.possessor, before)
        for word, group in [("of", np.of), *tail]:
            if group is not None and id(group) not in taken and word in ("by", "of", "from"):
                found = self.scene.group(group)
                if found.quality >= ACTOR and "X" not in roles:
                    roles["X"] = found

    def _from_clause(self, frame: NounFrame, clause: Clause, place: str, roles: dict[str, Found]) -> None:
        """A missing doer is the subject that plans, offers, cancels … the thing."""
        if place == "without" and clause.subject is not None and not roles:
            owner = clause.subject.items[0]
            tail = self.scene.tails.get(owner.end, [])
            self._sides(frame, owner, tail, self._before(owner, cities=False), roles)
        if "X" in roles or place in ("subject", "") or clause.verb.passive or set(clause.lemmas) & _SPEAKING:
            return
        if place != "object" and place not in clause.particles and place not in ("for", "in", "to"):
            return
        if not frame.between and place != "object" and place not in clause.particles:
            return
        if not set(clause.lemmas) & (_DOING | _SEEKING if frame.between else _DOING):
            return
        found = self.scene.group(clause.subject)
        if found.quality >= THING and not {p.id for p in found.parties} & {
            p.id for p in roles.get("Y", Found()).parties
        }:
            if roles or place == "object":
                roles["X"] = found


# --- what one hit says of another --------------------------------------------------------------------------------------


def _settled(hits: list[Hit], clauses: list[Clause], reader: Reader) -> list[Hit]:
    """Fill what a conditional leaves out, and drop hits that only repeat another."""
    _answer(hits, clauses, reader)
    _lend(hits)
    _hand_up(hits)
    for hit in hits:
        if (
            hit.reading.modality == "conditional"
            and hit.nominal
            and "X" not in hit.roles
            and hit.reading.claimants
            and not hit.type.reciprocal
        ):
            hit.roles["X"] = Found(hit.reading.claimants[:1], ACTOR)
            hit.reading = replace(hit.reading, grade="sure")
    return [h for h in hits if not _is_stance_only(h, hits) and not _is_part(h, hits) and not _is_nested(h, hits)]


def _answer(hits: list[Hit], clauses: list[Clause], reader: Reader) -> None:
    """ "If Sudan closes the border, Egypt will recall its ambassador": each is done to the other."""
    ifs = [h for h in hits if h.clause is not None and reader.is_condition(h.clause) and not h.nominal]
    others = [h for h in hits if h.reading.modality == "conditional" and h not in ifs and not h.nominal]
    for one in ifs:
        for other in others:
            for a, b in ((one, other), (other, one)):
                doer = b.roles.get("X")
                own = {p.id for p in a.roles.get("X", Found()).parties}
                open_ = all(p.kind == "described" for p in a.roles.get("Y", Found()).parties)
                if open_ and doer and not {p.id for p in doer.parties} & own:
                    a.roles["Y"] = Found(doer.parties, ACTOR)


def _hand_up(hits: list[Hit]) -> None:
    """ "refuses to lift the ban on Cypriot ships": the refusal is towards whom the lifting would be for."""
    for hit in hits:
        if hit.nominal or hit.clause is None or "Y" in hit.roles or hit.type.reciprocal or "X" not in hit.roles:
            continue
        below = {id(c) for c in hit.clause.children if c.kind in ("infinitive", "gerund")}
        own = {p.id for p in hit.roles["X"].parties}
        for child in hits:
            other = child.roles.get("Y")
            if (
                child.clause is not None
                and id(child.clause) in below
                and other
                and not {p.id for p in other.parties} & own
            ):
                hit.roles["Y"] = other
                break


def _public(party: Party) -> bool:
    """A state, body or group, or a person who stands for one; not a stranger whom the text only names."""
    if party.kind in ("described", "unnamed", "media"):
        return False
    return party.kind != "person" or bool(party.states) or not party.id.startswith("person:") or party.via == "title"


def _lend(hits: list[Hit]) -> None:
    """ "In an outreach to B, A wrote a letter": one deed told twice lends the side that the other leaves out."""
    for noun in hits:
        if not noun.nominal or len(_ids(noun)) != 1:
            continue
        told = next(iter(noun.roles.values()))
        for verb in hits:
            if (
                verb.nominal
                or verb.type.reciprocal
                or verb.type.root != noun.type.root
                or "Y" in verb.roles
                or "X" not in verb.roles
            ):
                continue
            if noun.trigger[0] < verb.extent[0] and not _ids(noun) & _ids(verb):
                verb.roles["Y"] = told
                verb.reading = replace(verb.reading, grade="guess" if told.guessed else "sure")


_STANCE_VERBS = frozenset(
    "deny refuse decline reject dismiss refute rule exclude dispute rebuff fail confirm agree-not doubt question".split()
)


def _is_stance_only(hit: Hit, hits: list[Hit]) -> bool:
    """ "denied that it had expelled": the denial is the stance of the expulsion, no rejection of its own."""
    clause = hit.clause
    if (
        clause is not None
        and "insist" in clause.lemmas
        and any(c.kind == "complement" and not c.verb.base for c in clause.children)
    ):
        return not hit.nominal and hit.type.root == "REQUEST"
    if clause is not None and not hit.nominal and set(clause.lemmas) & {"refuse"} and not _quiet(clause):
        return False
    if (
        clause is not None
        and not hit.nominal
        and "offer" in clause.lemmas
        and any(h.clause is not None and id(h.clause) in _below(clause) for h in hits)
    ):
        return True
    if (
        hit.nominal
        or clause is None
        or hit.type.root not in ("REJECT", "ACCUSE", "CONSULT")
        or not set(clause.lemmas) & _STANCE_VERBS
    ):
        return False
    if _quiet(clause) or (clause.verb.negated and "rule" in clause.lemmas):
        return True
    stances = ("denied", "negated", "unconfirmed", "questioned")
    below = _below(clause)
    return any(
        h is not hit and h.clause is not None and (id(h.clause) in below or (h.nominal and h.clause is clause))
        and (h.reading.stance in stances or (h.reading.modality == "possible" and "rule" in clause.lemmas))
        for h in hits
    )  # fmt: skip


def _quiet(clause: Clause) -> bool:
    """ "declined to say", "refused to rule out": no act towards anybody."""
    return any(
        set(c.lemmas) & {"say", "comment", "confirm", "rule"} and c.kind in ("infinitive", "gerund")
        for c in clause.children
    )


def _below(clause: Clause) -> set[int]:
    out: set[int] = set()
    for child in clause.children:
        if child.kind in ("infinitive", "gerund", "complement", "subordinate"):
            out |= {id(child)} | _below(child)
    return out


def _ids(hit: Hit) -> set[str]:
    return {p.id for f in hit.roles.values() for p in f.parties}


def _is_part(hit: Hit, hits: list[Hit]) -> bool:
    """A one-sided meeting beside a fuller event of the same root: "sat down with B to discuss …"."""
    if not hit.type.reciprocal or len(_ids(hit)) > 1:
        return False
    return any(h is not hit and h.type.root == hit.type.root and _ids(h) > _ids(hit) for h in hits)


def _is_nested(hit: Hit, hits: list[Hit]) -> bool:
    """A noun with one party only, inside the argument of another event ("dismissed Tallinn's protest")."""
    if not hit.nominal or len(_ids(hit)) > 1 or hit.reading.stance != "asserted":
        return False
    if hit.type.root in ("ASSAULT", "COERCE") and "Y" in hit.roles:
        return False
    return any(
        h is not hit
        and not (h.nominal and len(_ids(h)) < 2)
        and h.extent[0] <= hit.trigger[0] < h.extent[1]
        and _ids(hit) <= _ids(h)
        for h in hits
    )
