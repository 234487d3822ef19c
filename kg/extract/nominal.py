"""Noun phrases in, hits out: events that a noun names ("talks between A and B"), unless a verb frame took the noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract.binding import TRANSPARENT, Binder
from kg.extract.found import ACTOR, THING, WORDS, Found
from kg.extract.hits import Hit
from kg.extract.phrases import NounFrame, Slot
from kg.extract.pieces import Clause, Group, NounPhrase
from kg.extract.stance import Reading
from kg.extract.stance_words import CONFIRM, DENY, DOUBT, SAY, SPURN

__all__ = ["NounMatcher"]

_SPEAKING = (DENY | CONFIRM | DOUBT | SAY) - {"announce", "declare", "vow"}
_UNREAL = {"possibility": "possible", "prospect": "possible", "prospects": "possible", "threat": "possible",
           "risk": "possible", "chance": "possible", "idea": "possible", "need": "possible",
           "cancellation": "cancelled", "lack": "negated", "absence": "negated", "postponement": "planned"}  # fmt: skip
_AGAINST = frozenset(("ACCUSE", "SANCTION", "COERCE", "ASSAULT", "THREATEN", "REJECT", "PROTEST"))
_GROUNDS = frozenset("for over after to because of following about amid since despite".split()) | {"because of"}
"""Prepositions that bring the ground of a deed; "to" is that of "in response to"."""
_FORESEEN = {"plan": "planned", "plans": "planned", "proposal": "planned", "proposals": "planned", "hope": "possible",
             "hopes": "possible", "prospects": "possible", "prospect": "possible", "chance": "possible",
             "chances": "possible", "need": "possible", "talk": "possible", "question": "possible"}  # fmt: skip
"""Nouns after which the thing is only thought of: "plans for talks"."""
_DOING = frozenset(
    """plan offer cancel call postpone suspend announce order begin start launch make hold stage deliver pay continue
    carry mount end consider seek prepare promise threaten resume complete intensify halt extend propose conduct impose
    lift give issue open schedule pursue mull weigh abandon cut undertake lead commit rule exclude send sign reach
    delay have perform do stop step repeat renew drop maintain file submit put provide approve authorise
    authorize""".split()
)
"""Verbs whose subject does what their object names: "launched the attack", "planned a visit to Chad"."""
_GOING = frozenset("arrive fly travel go come head land visit return journey meet gather sit convene host".split())
_SEEKING = frozenset(
    "want demand request need refuse reject decline spurn favour favor urge join attend enter skip boycott".split()
)


@dataclass(slots=True)
class NounMatcher(Binder):
    """Matches the noun phrases of one sentence."""

    done: list[Hit] = field(default_factory=list)
    _list: Group | None = None

    def hits(self) -> Iterator[Hit]:
        """At most one hit a noun."""
        if self.grammar.ends.isdisjoint(self.words):
            return
        places = self._places()
        effects: dict[int, str] = {}
        for number, chunk in enumerate(self.chunks):
            if chunk.kind != "NP" or chunk.group is None:
                continue
            self._list = self._listed(number)
            clause, place = places.get(id(chunk.group), (None, ""))
            effect = effects.get(id(chunk.group), "")
            for np in chunk.group.items:
                yield from self._noun(np, chunk.group, clause, place, effect)
                effects |= self._foreseen(np)

    def _foreseen(self, np: NounPhrase) -> dict[int, str]:
        """ "no plans for talks", "hopes for a truce": what is behind the preposition is not there yet."""
        kind = _FORESEEN.get(self.scene.head(np))
        if kind is None:
            return {}
        kind = "negated" if np.negated else kind
        return {
            id(group): kind for word, group in self.scene.tails.get(np.end, [])[:1] if word in ("for", "of", "about")
        }

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
            inner = _UNREAL.get(word, effect) if word in TRANSPARENT else ""
            for item in np.of.items:
                yield from self._noun(item, np.of, clause if word in TRANSPARENT else None, place, inner)
        if np.head in self.used or np.head in self.scene.mention_at:
            return
        recalled: Hit | None = None
        for frame in self._noun_frames(np):
            hit = self._bind_noun(frame, np, group, clause, place, effect)
            if hit is not None and hit.roles:
                yield hit
                return
            recalled = recalled or hit
        if recalled is not None:
            yield recalled

    def _noun_frames(self, np: NounPhrase) -> tuple[NounFrame, ...]:
        low = self.scene.tokens.lower
        if self.scene.is_proper(np) and not self.scene.headline:
            return ()
        if np.of is not None:
            triple = self.grammar.nouns.get(f"{low[np.head]} of {self.scene.head(np.of.items[0])}")
            if triple:
                return triple  # "exchange of fire"
        if np.head > np.first:
            double = self.grammar.nouns.get(f"{low[np.head - 1]} {low[np.head]}")
            if double:
                return double
        return self.grammar.nouns.get(low[np.head], ())

    def _bind_noun(
        self, frame: NounFrame, np: NounPhrase, group: Group, clause: Clause | None, place: str, effect: str
    ) -> Hit | None:
        tail = self.scene.tails.get(np.end, [])
        below = self._infinitive(np) if frame.complement else None
        if not self._has_nouns(frame, np, tail) or (frame.complement and below is None):
            return None
        self.things = []
        roles = self._roles(frame, np, group, tail)
        if roles is None:
            return None
        if below is not None and "Y" not in roles:
            self._done_to(below, roles)
        last = max([np.end, *(g.last for word, g in tail if self._role_group(g, roles))])
        if frame.listed and self._list is not None:
            last = self._list.last
        elif clause is not None:
            self._from_clause(frame, clause, place, roles)
        definite = self.scene.tokens.lower[np.first] in ("the", "that", "this")
        if not any(p.kind not in ("media", "unnamed", "described") for f in roles.values() for p in f.parties):
            roles = {} if definite else roles
        bare = frame.type.reciprocal and place == "subject" and np.last - np.first == 1  # "Talks collapsed on Friday."
        recall = clause is not None and not roles and (definite or bare or self.scene.tokens.lower[np.first] == "any")
        if not self.known(roles) and not recall:
            return None
        reading = self._reading(self._effect(self._of_noun(frame, clause, group, place, roles), effect), roles)
        reading = replace(reading, grade="guess") if bare and not roles else reading
        extent = (np.first, last)
        if clause is not None:
            wide = self.extent(clause)
            extent = (min(extent[0], wide[0]), max(extent[1], wide[1]))
        return Hit(
            frame.type,
            frame.rule,
            roles,
            trigger=(np.head, np.head + 1),
            extent=extent,
            reading=reading,
            clause=clause,
            nominal=True,
            definite=definite or recall,
            object=self.object(None),
        )

    def _of_noun(
        self, frame: NounFrame, clause: Clause | None, group: Group, place: str, roles: dict[str, Found]
    ) -> Reading:
        """The reading that the words around give; what is wanted and turned down did not come about."""
        reading = self.reader.of_noun(clause, group, place)
        spurned = clause is not None and place == "object" and bool(set(clause.lemmas) & SPURN)
        if not frame.type.wanted or not spurned or clause is None or clause.verb.negated:
            return reading
        own = {p.id for p in self.scene.group(clause.subject).parties}
        if "X" in roles and own.isdisjoint(p.id for p in roles["X"].parties):
            return reading  # "rejected Peru's apology": it was made
        return reading.at_least("planned").negative()

    def _roles(
        self, frame: NounFrame, np: NounPhrase, group: Group, tail: list[tuple[str, Group]]
    ) -> dict[str, Found] | None:
        """Who stands around the noun in which role; None where the frame asks for more than is there."""
        roles: dict[str, Found] = {}
        between = any(word in ("between", "among") for word, _ in tail)
        before = self._accused(np) or self.before(np, cities=not between)
        if not before.parties and np is not group.items[0] and self._alike(group):
            before = self.before(group.items[0], cities=not between)
        self.scene.subject = before.parties or self.scene.subject
        if frame.listed:
            found = self.scene.group(self._list)
            return {"X": found} if found.quality >= ACTOR else None
        if frame.between:
            self._sides(frame, np, tail, before, roles)
        else:
            self._directed(frame, tail, np.of, before, roles)
        if any(p.slot.strict and not p.optional and p.slot.role not in roles for p in frame.preps):
            return None
        if frame.type.reciprocal and set(roles) == {"X"} and self.among_itself(roles):
            return None
        return None if frame.between and not (frame.type.reciprocal or between or len(roles) > 1) else roles

    def _infinitive(self, np: NounPhrase) -> Clause | None:
        """ "the refusal to leave": what stands right behind the noun."""
        kinds = ("infinitive", "headline")
        return next((c for c in self.clauses if c.kind in kinds and c.verb.first == np.end), None)

    def _done_to(self, below: Clause, roles: dict[str, Found]) -> None:
        """The refusal to free the pilots of Niger is towards Niger."""
        own = {p.id for p in roles.get("X", Found()).parties}
        for group in (*below.objects, *(g for word, g in below.preps if word in ("to", "with", "from"))):
            found = self.scene.group(group)
            if found.quality >= THING and own.isdisjoint(p.id for p in found.parties):
                roles["Y"] = found
                return

    def _accused(self, np: NounPhrase) -> Found | None:
        """ "imposed sanctions on Peru for its raid": whose raid it is, if the deed is against them."""
        if self.scene.tokens.lower[np.first] not in ("its", "their", "his", "her"):
            return None
        for hit in self.done:
            other = hit.roles.get("Y")
            if hit.clause is None or hit.type.root not in _AGAINST or not other or other.quality < THING:
                continue
            behind = any(np in g.items and word in _GROUNDS for word, g in hit.clause.preps)
            if behind and other.parties[0].mention[1] <= self.scene.tokens.starts[np.first]:
                return other
        return None

    def _reading(self, reading: Reading, roles: dict[str, Found]) -> Reading:
        """A noun with one party, told without a stance, is a guess."""
        alone = len({p.id for f in roles.values() for p in f.parties}) < 2
        guessed = any(f.guessed for f in roles.values()) or (alone and roles and reading.stance == "asserted")
        return replace(reading, grade="guess") if guessed else reading

    def _has_nouns(self, frame: NounFrame, np: NounPhrase, tail: list[tuple[str, Group]]) -> bool:
        """Whether the nouns that the frame asks for follow: "withdrawal of {troops} from Cambodia"."""
        after = [("of", np.of), *tail]
        return all(
            any(word in prep.words and group is not None and self._holds(prep.slot, group) for word, group in after)
            for prep in frame.preps
            if prep.slot.kind != "party" and not prep.optional
        )

    def _holds(self, slot: Slot, group: Group) -> bool:
        return slot.kind == "any" or any(self.is_noun(n, slot.nouns) for n in group.items)

    def _alike(self, group: Group) -> bool:
        """ "Iraq's invasion and occupation of Kuwait": all the nouns share owner and object."""
        return len(group.items) > 1 and all(self.scene.head(n) in self.grammar.nouns for n in group.items)

    def _role_group(self, group: Group, roles: dict[str, Found]) -> bool:
        spans = {p.mention for f in roles.values() for p in f.parties}
        return any(p.mention in spans for p in self.scene.group(group).parties)

    def _effect(self, reading: Reading, effect: str) -> Reading:
        """What the noun in front does: the possibility, the cancellation, the lack of talks."""
        if not effect:
            return reading
        if effect == "possible":
            return reading.at_least("possible")
        if effect == "planned":
            return reading.at_least("planned")
        reading = reading.negative()
        return reading.at_least("planned") if effect == "cancelled" else reading

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
            named = found.quality == WORDS and word == "by" and self.scene.is_name(group.items[0])
            if word in ("between", "among", "by", "involving") and (found.quality >= THING or named):
                roles["X"] = Found(
                    (*roles.get("X", Found()).parties, *found.parties), found.quality, guessed=found.guessed
                )
            elif word in ("with", "as well as", "alongside") and found.quality >= THING:
                roles["Y"] = Found(
                    (*roles.get("Y", Found()).parties, *found.parties), found.quality, guessed=found.guessed
                )
            elif word == "to" and any("to" in p.words for p in frame.preps) and found.quality >= THING:
                roles["Y"] = found

    def _directed(
        self,
        frame: NounFrame,
        tail: list[tuple[str, Group]],
        of: Group | None,
        before: Found,
        roles: dict[str, Found],
    ) -> None:
        taken: set[int] = set()
        after = [*([("of", of)] if of is not None else []), *tail]
        for prep in frame.preps:
            for word, group in after:
                if word not in prep.words or id(group) in taken or prep.slot.kind != "party":
                    continue
                self.about(group)
                found = self.scene.group(group)
                if found.quality >= THING or (found.quality == WORDS and (before.parties or prep.slot.strict)):
                    roles[prep.slot.role] = found
                    taken.add(id(group))
                    break
        if before.parties:
            roles.setdefault(frame.possessor, before)
        for word, group in after:
            if id(group) not in taken and word in ("by", "of", "from"):
                found = self.scene.group(group)
                if found.quality >= ACTOR and "X" not in roles:
                    roles["X"] = found

    def _from_clause(self, frame: NounFrame, clause: Clause, place: str, roles: dict[str, Found]) -> None:
        """A missing doer is the subject that plans, offers, cancels … the thing."""
        if place == "without" and clause.subject is not None and not roles:
            owner = clause.subject.items[0]
            tail = self.scene.tails.get(owner.end, [])
            self._sides(frame, owner, tail, self.before(owner, cities=False), roles)
        denies = place == "object" and "Y" in roles and set(clause.lemmas) & DENY and frame.type.reciprocal
        if denies and "X" not in roles and not clause.verb.passive:
            roles["X"] = self.scene.group(clause.subject)  # "Laos denied talks with Burma": its own
        if "X" in roles or place in ("subject", "") or clause.verb.passive or set(clause.lemmas) & _SPEAKING:
            return
        if place != "object" and place not in clause.particles and place not in ("for", "in", "to"):
            return
        if not frame.between and place != "object" and place not in clause.particles:
            return
        hosting = frame.between and place == "object" and "host" in clause.lemmas  # "hosted talks with Y"
        going = frame.between and place == "for" and set(clause.lemmas) & _GOING  # "flew to Rome for talks with Malta"
        if not (going or hosting) and not set(clause.lemmas) & (_DOING | _SEEKING if frame.between else _DOING):
            return
        found = self.scene.group(clause.subject)
        other = {p.id for p in roles.get("Y", Found()).parties}
        if "host" in clause.lemmas and "Y" not in roles:
            return  # "hosted talks": between whom is not told
        if found.quality >= THING and not {p.id for p in found.parties} & other and (roles or place == "object"):
            roles["X"] = found
