"""Clauses in, hits out: which verb frames hold, and who fills their roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.binding import TRANSPARENT
from kg.extract.found import ACTOR, MERE, NOTHING, THING, WORDS, Found
from kg.extract.gapping import gapped
from kg.extract.hits import Hit
from kg.extract.other_side import AT_OTHERS, BLOWS, OtherSide
from kg.extract.phrases import Prep, Slot, VerbFrame
from kg.extract.pieces import Clause, Group, NounPhrase
from kg.extract.roles import ROLE_NOUNS, TARGETS
from kg.extract.stance import Reading
from kg.model import Party

__all__ = ["VerbMatcher"]

_MEANINGFUL = frozenset("off out up down back away over".split())
_GREETING = frozenset("welcome praise hail applaud laud commend back support endorse".split())
_CARRYING = frozenset(
    """hold launch make take give have pay conduct mount stage carry begin start open resume continue end express voice
    issue level enter engage offer deliver perform undertake commit do be lay put""".split()
)
"""Verbs that only carry the noun of the deed: "held talks", "launched an attack" (the talks are no thing of it)."""
_BRINGING_ABOUT = frozenset(
    """adopt announce approve broadcast carry circulate conduct deliver draft fire hand introduce issue launch lead
    make mount order pass perform post present publish release send sign stage submit table take unleash wage
    write""".split()
)
_BY_MANY = frozenset("war wars conflict conflicts fighting violence clashes crisis dispute talks".split())
_TOLD = frozenset(("AGREE", "REQUEST", "THREATEN", "REJECT", "accuse"))
"""What these are about may be told in a clause: "urged Oman to reopen the port"."""
_JUDGING = frozenset(
    """dismiss reject denounce condemn describe hail criticise criticize praise welcome decry deplore brand slam
    attack""".split()
)
_RAIDS = frozenset("attack attacks raid raids ambush assault assaults bombing bombings offensive operation".split())
_HARMING = frozenset("kill wound injure hurt maim claim destroy damage level leave".split())
_OWN_FORCES = frozenset(("RETREAT", "MOBILIZE"))
_BOMBING = frozenset(
    "bomb shell bombard pound strafe attack raid storm hit destroy strike ambush target blow wreck flatten".split()
)
_FELT = ("by", "at", "about", "over", "with", "in")
"""What brings the cause of a feeling: "disappointed with the vote"."""


@dataclass(slots=True)
class VerbMatcher(OtherSide):
    """Matches the clauses of one sentence, the most demanding frames first."""

    def hits(self) -> Iterator[Hit]:
        """At most one hit a clause."""
        asked = self.words & self.grammar.heads
        for clause in self.clauses:
            yield from self._verb(clause, asked)

    def _verb(self, clause: Clause, asked: set[str]) -> Iterator[Hit]:
        """`asked` are the words of the sentence that any frame asks for."""
        self.scene.subject = self._subject_parties(clause)
        for lemma in clause.lemmas:
            for frame in self.grammar.verbs.get(lemma, ()):
                for nouns in frame.heads:
                    if asked.isdisjoint(nouns):
                        break
                else:
                    hit = self.bind(frame, clause)
                    if hit is not None:
                        yield from gapped(hit, self.scene)
                        return

    def _subject_parties(self, clause: Clause) -> tuple[Party, ...]:
        self.scene.subject = ()
        group = clause.subject
        if clause.verb.passive:
            group = next((g for word, g in clause.preps if word == "by"), None) or group
        self.scene.human = self.scene.is_human(group)
        found = self.scene.group(group)
        return found.parties if found.quality >= THING else ()

    def bind(self, frame: VerbFrame, clause: Clause) -> Hit | None:
        """The hit of a frame that holds for a clause, else None."""
        objects, preps = list(clause.objects), list(clause.preps)
        if not objects and preps and preps[0][0] == "as" and not _JUDGING.isdisjoint(clause.lemmas):
            objects.append(preps.pop(0)[1])  # "dismissed as baseless the claim of Chad"
        if not self._particles(frame, clause, objects, preps):
            return None
        if not self._complement(frame, clause):
            return None
        roles: dict[str, Found] = {}
        literals: list[NounPhrase] = []
        self.things = []
        doer: Group | None = clause.subject
        if clause.verb.passive:
            if not frame.objects or clause.subject is None:
                return None
            objects.insert(0, clause.subject)
            felt = frame.subject.role == "Y" and frame.type.root == "ACCUSE"  # "alarmed at the launch"
            agent = next((g for word, g in preps if word in (_FELT if felt else ("by",)) and not self.is_date(g)), None)
            preps = [(word, g) for word, g in preps if g is not agent] + self.scene.tails.get(clause.subject.last, [])
            doer = agent or self._late_agent(clause)
        if not self._subject(frame, clause, doer, roles):
            return None
        if not self._objects(frame, objects, preps, roles, literals, clause):
            return None
        for prep in frame.preps:
            if not self._prep(prep, preps, roles, literals, clause) and not prep.optional:
                later = self._later(prep, clause)
                if not later or not self._prep(prep, later, roles, literals, clause):
                    return None
        return self._made(frame, clause, doer, roles, literals)

    def _late_agent(self, clause: Clause) -> Group | None:
        """ "was accused of arming rebels by Sudan": who accuses stands behind what is done."""
        last = clause.children[-1] if clause.children and clause.children[-1].kind == "gerund" else None
        if last is None or not last.mark or not last.preps or last.preps[-1][0] != "by":
            return None
        group = last.preps[-1][1]
        return group if self.scene.group(group).quality >= ACTOR else None

    def _objects(
        self,
        frame: VerbFrame,
        objects: list[Group],
        preps: list[tuple[str, Group]],
        roles: dict[str, Found],
        literals: list[NounPhrase],
        clause: Clause,
    ) -> bool:
        """Whether the objects fill the slots of the frame, one by one; a frame without slots wants none."""
        if not frame.objects:
            moved = frame.type.id == "visit" and any(not self.is_date(g) for g in objects)  # "flew the crew to Oman"
            return not moved and all(self.scene.group(g).quality < WORDS for g in objects)
        if len(frame.objects) == 2 and len(objects) == 1 and self._given(frame, objects[0], roles, literals):
            return True
        for slot in frame.objects:
            while objects and self.is_date(objects[0]):
                objects.pop(0)
            if not objects and slot.kind == "noun" and not slot.nouns.isdisjoint(clause.particles):
                continue  # "held Tuvalu responsible"
            if not objects:
                return False
            thing = self._worth_of(objects.pop(0), preps) if slot.kind == "noun" else objects.pop(0)
            if not self._fill(slot, thing, roles, literals):
                return False
        return not (frame.subject.strict and objects and not all(self.is_date(g) for g in objects))

    def _given(self, frame: VerbFrame, group: Group, roles: dict[str, Found], literals: list[NounPhrase]) -> bool:
        """ "gave Malta loans": name and noun are one phrase, but two things."""
        who, what = frame.objects
        np = group.items[0]
        at = self.scene.mention_at
        named = np.head not in at and any(i in at for i in range(np.first, np.head))
        if who.kind != "party" or what.kind != "noun" or not named or not self.is_noun(np, what.nouns):
            return False
        found = self.scene.modifiers(np)
        if not found.parties:
            return False
        roles[who.role] = found
        literals.append(np)
        return True

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
        if word not in clause.particles and (taken is None or len(objects) >= len(frame.objects)):
            return False  # "sent troops in Syria" did not send them in, "gave the floor in his turn" not in
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
        below = [c for c in clause.children if not frame.deeds or not frame.deeds.isdisjoint(c.lemmas)]
        if frame.complement == "to":
            return any(c.kind == "infinitive" for c in below)
        if frame.complement == "that":
            return any(c.kind == "complement" for c in below)
        prep = frame.complement.removesuffix("ing").strip()
        return any(c.kind == "gerund" and (not prep or c.mark == prep) for c in below)

    def _subject(self, frame: VerbFrame, clause: Clause, doer: Group | None, roles: dict[str, Found]) -> bool:
        if doer is None:
            return (clause.verb.passive and not frame.subject.strict) or clause.verb.form != "finite"
        if frame.subject.kind == "noun" and not any(self.is_noun(np, frame.subject.nouns) for np in doer.items):
            return False
        doer = self._deed_of(doer, clause)
        found = self._either_name(doer)
        if frame.subject.many and len({p.id for p in found.parties}) < 2:
            return False
        if found.quality == THING and doer.items[-1].belongs is not None and doer.items[-1].belongs in clause.objects:
            found = Found(quality=MERE)  # nobody does it to himself: "sanctions that cut off Iran"
        if found.quality == MERE and clause.parent is not None and self._brought_about(doer, clause):
            found = self.scene.group(clause.parent.subject)  # "passed a resolution criticising …"
            doer = clause.parent.subject or doer
        blow = self.scene.head(doer.items[0]) in BLOWS
        if blow and found.quality == WORDS and doer.items[-1].belongs is not None:  # "missiles fired by Niger"
            found = self.scene.group(doer.items[-1].belongs)
        if found.quality == MERE and frame.subject.role == "Y" and (clause.verb.passive or clause.verb.copula):
            return frame.subject.kind == "noun"  # "disappointed by the vote": whose is not told
        if found.quality == NOTHING:
            return not frame.subject.strict and (clause.verb.passive or self.is_pronoun(doer))
        if blow and found.quality in (MERE, WORDS) and frame.type.root == "ASSAULT" and clause.kind != "relative":
            return True  # "hit by air strikes": whose is not told
        named = found.quality == WORDS and self.scene.is_stranger(doer.items[0])
        if frame.subject.strict and found.quality < ACTOR and not (named or (blow and found.quality == THING)):
            return False
        if found.quality == MERE or (found.quality == WORDS and not self.could_act(doer)):
            return False
        roles[frame.subject.role] = found
        return True

    def _deed_of(self, doer: Group, clause: Clause) -> Group:
        """ "an attack on the parliament that killed ten": it was the attack that did."""
        above = clause.parent
        if clause.kind != "relative" or clause.relative == "who" or above is None or not _HARMING & set(clause.lemmas):
            return doer
        deeds = [g for g in self._made_by(above) if self.scene.head(g.items[0]) in BLOWS | _RAIDS]
        behind = bool(deeds) and any(g is doer for _, g in above.preps)
        return deeds[0] if behind else doer

    @staticmethod
    def _made_by(clause: Clause) -> list[Group]:
        """What is done in a clause: its objects, or what stands behind a particle ("carried out an attack")."""
        return [*clause.objects, *(g for word, g in clause.preps if word in clause.particles)]

    def _either_name(self, doer: Group) -> Found:
        """The doer, or whom the words behind it name where it says little: "one of them, the Polisario Front,"."""
        found, np = self.scene.group(doer), doer.items[-1]
        if found.quality >= THING or len(doer.items) > 1 or np.appositive is None:
            return found
        other = self.scene.phrase(np.appositive)
        return other if other.quality >= ACTOR else found

    def _brought_about(self, thing: Group, clause: Clause) -> bool:
        """ "passed a resolution criticising …", "launched a raid that killed …": the act of whoever brought it about.

        Not so in "ending a war that has killed …", "condemned the raid that killed …".
        """
        parent = clause.parent
        made = parent is not None and bool(set(parent.lemmas) & _BRINGING_ABOUT)
        made = made and parent is not None and (parent.verb.passive or thing in self._made_by(parent))
        return made and clause.kind in ("gerund", "relative") and self.scene.head(thing.items[0]) not in _BY_MANY

    def _fill(self, slot: Slot, group: Group, roles: dict[str, Found], literals: list[NounPhrase]) -> bool:
        if slot.kind == "any":
            self.about(group)
            return True
        if slot.kind == "noun":
            np = next((n for n in group.items if self._is_one(n, slot)), None)
            if np is None:
                outer = next((n for n in group.items if n.of is not None and self.scene.head(n) in TRANSPARENT), None)
                if outer is None or outer.of is None:
                    return False
                outer.of.items[-1].belongs = outer.of.items[-1].belongs or outer.belongs
                return self._fill(slot, outer.of, roles, literals)
            literals.append(np)
            self.about(group, np)
            if slot.role:
                owner = self.scene.owner(np)
                if owner.quality < THING:
                    return False
                roles[slot.role] = owner
            return True
        found = self.scene.group(group)
        if found.quality == NOTHING:
            return not slot.strict and self.is_pronoun_object(group)
        if slot.strict and not self._real(group, found):
            inner = group.items[0].of if self.scene.head(group.items[0]) in TRANSPARENT else None
            return inner is not None and self._fill(slot, inner, roles, literals)  # "busloads of Palestinians"
        self.about(group)
        if found.quality == MERE:
            return True
        if slot.role in roles:
            found = Found((*roles[slot.role].parties, *found.parties), max(found.quality, roles[slot.role].quality))
        roles[slot.role] = found
        return True

    def _is_one(self, np: NounPhrase, slot: Slot) -> bool:
        """Whether a noun phrase is one of the things, or is called so: "an illegal act"."""
        if self.is_noun(np, slot.nouns):
            return True
        named = self.scene.mention_at.get(np.head) if slot.nationals else None
        if named is not None and (
            (named.form == "demonym" and named.plural) or not named.offices.isdisjoint(slot.nouns)
        ):
            return True  # "three Danes", an ambassador by his name
        low = self.scene.tokens.lower
        return bool(slot.within) and any(low[k] in slot.within for k in range(np.first, np.head))

    def _real(self, group: Group, found: Found) -> bool:
        """Whether a strict slot takes it: an actor, or people and organisations that nobody knows."""
        if found.quality >= ACTOR:
            return True
        np = group.items[0]
        if found.quality == THING:
            return self.scene.is_proper(np) or self.scene.head(np) in TARGETS
        return found.quality == WORDS and (self.scene.is_proper(np) or self.scene.head(np) in ROLE_NOUNS)

    def _later(self, prep: Prep, clause: Clause) -> list[tuple[str, Group]]:
        """ "returned a bell taken in 1900 by sailors to Samoa": what stands behind the words about the object."""
        if prep.slot.kind != "party" or "to" not in prep.words or clause.verb.passive:
            return []
        inner = next((c for c in clause.children if c.kind in ("participle", "relative") and c.verb.passive), None)
        if inner is None or inner.subject not in clause.objects:
            return []
        return [(word, g) for word, g in inner.preps[1:] if self.scene.group(g).quality >= ACTOR]

    def _prep(
        self,
        prep: Prep,
        preps: list[tuple[str, Group]],
        roles: dict[str, Found],
        literals: list[NounPhrase],
        clause: Clause,
    ) -> bool:
        wanted = prep.words | {"of"} if "out of" in prep.words and "out" in clause.particles else prep.words
        if prep.optional and prep.slot.role and any(self.before(np, cities=False).parties for np in literals):
            wanted = wanted - {"in"}  # "killed two Chilean sailors in Peru": those of Chile
        if prep.slot.role and "in" in prep.words and self._whose(prep.slot, roles, literals, clause):
            return True
        vague = prep.optional and prep.slot.kind == "party"  # "seized arms in a cellar"
        for word, group in preps:
            if vague and word in ("in", "for") and self.scene.group(group).quality < ACTOR:
                continue
            if word in wanted and not self.is_date(group) and self._fill(prep.slot, group, roles, literals):
                if prep.slot.kind == "noun" and "by" in prep.words and self.things:
                    self.things.pop()  # "spoke by telephone": only the means
                return True
        if "of" in prep.words:
            owners = literals or [n for g in clause.objects for n in g.items]
            for np in owners:
                if np.of is not None and self._fill(prep.slot, np.of, roles, literals):
                    return True
        return False

    def _whose(self, slot: Slot, roles: dict[str, Found], literals: list[NounPhrase], clause: Clause) -> bool:
        """ "shelled rebel positions in Chad": whose they are goes before where they are."""
        for np in literals if not _BOMBING.isdisjoint(clause.lemmas) else ():
            owner = self.before(np, cities=False)
            if not owner.parties and np.of is not None:
                owner = self.scene.group(np.of)
            people = np.of is not None and self.scene.head(np.of.items[0]) in ROLE_NOUNS
            if owner.parties and (owner.quality >= ACTOR or people):
                roles[slot.role] = owner
                return True
        return False

    def _made(
        self, frame: VerbFrame, clause: Clause, group: Group | None, roles: dict[str, Found], literals: list[NounPhrase]
    ) -> Hit | None:
        self._complete(frame, clause, roles, literals)
        weighty = self._political(frame, group, roles)
        if not (self.known(roles) or weighty) or self._impossible(frame, clause, roles) or self._at_own(frame, roles):
            return None
        if self._other_sense(frame, roles, literals) or self._no_deed(frame, clause, roles):
            return None
        if frame.lemma not in _GREETING:  # "welcomed Peru's withdrawal from Chile": it has happened too
            self.used.update(np.head for np in literals)
        near = [np.last for np in literals if np.first - clause.verb.last < 6]
        return Hit(
            frame.type,
            frame.rule,
            roles,
            trigger=(clause.verb.first, max([clause.verb.last, *near])),
            extent=self.extent(clause),
            reading=self._reading(frame, clause, roles, literals),
            clause=clause,
            definite=any(self.scene.tokens.lower[np.first] == "the" for np in literals),
            thing=self._definite_object(clause),
            object=self._object(frame, clause),
            excluded=roles.get("X", Found()).left_out,
            weighty=weighty,
        )

    def _complete(self, frame: VerbFrame, clause: Clause, roles: dict[str, Found], literals: list[NounPhrase]) -> None:
        """Roles that the frame leaves open, from the nouns, the complement, the place, the usual prepositions."""
        for np in literals:
            self._more_from(np, frame, roles)
        if clause.verb.passive and frame.subject.role not in roles and literals:
            owner = self.before(literals[0], cities=True)
            role = frame.subject.role
            own = frame.type.root in _OWN_FORCES or frame.type.id == "recall"
            sent = self.scene.head(literals[0]) in ROLE_NOUNS or frame.type.id == "expel"
            if sent and not own:  # "the Dutch consul was expelled": not by them
                role = "Y" if role == "X" else role
            if owner.parties:
                roles.setdefault(role, owner)
        if frame.complement and "Y" not in roles:
            self._from_complement(frame, clause, roles)
        judged = frame.lemma == "be" and frame.type.id == "disapprove" and "X" not in roles
        if judged and (speakers := self.reader.of(clause).claimants):  # "Mali said the vote was illegal"
            roles["X"] = Found(speakers, ACTOR)
        self._from_place(frame, clause, roles)
        if "Y" not in roles and not frame.complement and frame.subject.role == "X":
            self._from_usual(frame, clause, roles)
        if not frame.type.reciprocal:
            if frame.type.root in AT_OTHERS or frame.type.id == "expel":
                self._of_the_speaker(clause, roles)
            self._not_itself(frame, roles)

    def _object(self, frame: VerbFrame, clause: Clause) -> tuple[int, int] | None:
        """What the act is about; what somebody is ("is ready", "remained on alert") is no thing."""
        if frame.lemma in ("be", "remain"):
            return None
        content = self.content(clause) if {frame.type.root, frame.type.id} & _TOLD else None
        if content and self.scene.tokens.lower[content[0]] in ("of", "from"):
            return content  # "accused Oman of laying mines": not the mines
        carried = frame.lemma in _CARRYING or frame.type.root == "CONSULT"  # "hosted the summit"
        return self.object(self.own_nouns(frame.type) if carried else None) or content

    def _reading(
        self, frame: VerbFrame, clause: Clause, roles: dict[str, Found], literals: list[NounPhrase]
    ) -> Reading:
        reading = self.reader.of(clause)
        if any(np.negated for np in literals) and not clause.verb.negated:
            reading = reading.negative()
        alone = frame.type.reciprocal and frame.type.root == "CONSULT" and self.among_itself(roles)
        guessed = alone or any(f.guessed for f in roles.values())
        return replace(reading, grade="guess") if guessed else reading

    def _definite_object(self, clause: Clause) -> str:
        """Head of a definite object ("the charge"): what an answer answers."""
        group = clause.subject if clause.verb.passive else next(iter(clause.objects), None)
        if group is not None and group is clause.missing:  # ", a charge Tripoli denies"
            return self.scene.head(group.items[0])
        if group is None or self.scene.tokens.lower[group.items[0].first] not in (
            "the",
            "that",
            "this",
            "those",
            "these",
        ):
            return ""
        return self.scene.head(group.items[0])
