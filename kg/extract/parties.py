"""A noun phrase in, the parties it stands for out: Iran; the Iranian minister; its ambassador; both countries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract import words as w
from kg.extract.discourse import SIDES
from kg.extract.found import ACTOR, MERE, NOBODY, NOTHING, THING, WORDS, Found
from kg.extract.persons import slug
from kg.extract.roles import ORGANS, ROLE_NOUNS, SOURCES, SPEAKING, TARGETS
from kg.extract.scene_names import bare
from kg.extract.scene_owners import SceneOwners
from kg.model import ANONYMOUS, Party

if TYPE_CHECKING:
    from kg.extract.pieces import Group, NounPhrase

__all__ = ["Scene"]


@dataclass(slots=True)
class Scene(SceneOwners):
    """What is known while a document is read: asked for a noun phrase, it tells the parties."""

    def group(self, group: Group | None) -> Found:
        """The parties of coordinated noun phrases."""
        if group is None:
            return NOBODY
        key = id(group)
        if key in self._groups:
            return self._groups[key]
        self._groups[key] = NOBODY
        found = self._groups[key] = self._group(group)
        return found

    def _group(self, group: Group) -> Found:
        if len(group.items) == 1 and not group.excluded:
            return self.phrase(group.items[0])
        parts = [self.phrase(np) for np in group.items]
        parties = tuple(dict.fromkeys(p for f in parts for p in f.parties))
        out = tuple(p for np in group.excluded for p in self.phrase(np).parties)
        quality = max((f.quality for f in parts), default=NOTHING)
        plural = len(parties) > 1 or any(f.plural for f in parts)
        return Found(parties, quality, out, any(f.guessed for f in parts), plural)

    def phrase(self, np: NounPhrase) -> Found:
        """The parties of one noun phrase."""
        key = id(np)
        known = self._seen.get(key)
        if known is None:
            self._seen[key] = (np, NOBODY)  # whoever is asked for while being found
            known = self._seen[key] = (np, self._phrase(np))
        return known[1]

    def hear(self, speaker: tuple[Party, ...], of: tuple[Party, ...]) -> None:
        """Now it is known who speaks (and of whom): read "we", "our" and "they" in the sentence again."""
        self.speaker, self.third = speaker, of
        self._groups = {}
        again = _FIRST_PERSON | (_THIRD_PERSON if of else frozenset())
        for key, (np, _) in list(self._seen.items()):
            words = self.tokens.lower[np.first : np.end]
            quoted = np.first in self.quoted and any(x in _HE_OR_SHE for x in words)  # now known not to be the speaker
            if quoted or any(x in again for x in words):
                del self._seen[key]

    def begin(self, sentence: int, start: int) -> None:
        """Forget what belongs to the sentence before; `start` is its first token."""
        self.sentence, self.start = sentence, start
        self.subject = ()
        self.third = ()
        self.clauses = []
        self.tails = {}
        self._seen = {}
        self._groups = {}

    def spoken_for(self, group: Group | None) -> tuple[Party, ...]:
        """Whom "it" means in what is said: the state or body that says so, or that a spokesman speaks for."""
        found = self.group(group)
        if len(found.parties) == 1 and not found.plural and group is not None and not self.is_human(group):
            if len(group.items) > 1:  # "the former first lady and senator"
                return ()
            one = found.parties[0]
            return (one,) if found.quality == ACTOR and one.kind in ("state", "organization", "armed group") else ()
        mention = self.mention_at.get(group.items[0].head) if group is not None else None
        if mention is None or mention.kind != "person" or mention.via != "title":
            return ()
        party = self.party(mention)
        if "spokes" not in party.text.lower():
            return ()
        record = self.authority.get(mention.body) if mention.body else None
        if record is not None:
            return (replace(party, id=record.id, name=record.name, kind=record.kind, states=record.states),)
        side = self._state_of(party)
        return (side,) if side.kind == "state" else ()

    def speakers(self, group: Group | None) -> tuple[Party, ...]:
        """Who says so: parties, named strangers, and sources without a name ("two diplomats")."""
        found = self.group(group)
        if group is None or found.quality < WORDS:
            return ()
        if found.quality >= THING:
            return found.parties
        np = group.items[0]
        if self.head(np) in SPEAKING and not self.is_proper(np):
            return tuple(replace(p, id=ANONYMOUS, kind="unnamed", via="role") for p in found.parties)
        return found.parties if self.is_name(np) else ()

    def _phrase(self, np: NounPhrase) -> Found:
        if self.is_date(np):
            return NOBODY
        at_head = self.mention_at.get(np.head)
        if at_head is not None and self._names(at_head, np):
            nation = self._nation(np, at_head)
            if nation is not None:
                return Found((self._stand_in(self.party(nation), self.tokens.span(np.first, np.last)),), ACTOR)
            return Found((self.party(at_head),), ACTOR, guessed=at_head.guessed, plural=at_head.plural)
        word = self.head(np)
        if word in w.PRONOUNS or (np.last - np.first == 1 and word in _POINTERS):
            return self._resolve(np)
        if np.of is not None and (word in _QUANTITIES or word in _COUNTED or word[0].isdigit()):
            of = self.group(np.of)
            if of.quality == WORDS and len(of.parties) > 1:  # "members of the police and the army" are one crowd
                return Found((self._described(np),), WORDS, plural=True)
            if of.quality >= WORDS:
                span = self.tokens.span(np.first, np.end)
                return replace(of, parties=tuple(self._stand_in(p, span) for p in of.parties), plural=True)
        if word in ROLE_NOUNS or (word == "two" and np.last - np.first == 2 and self._definite(np)):
            return self._role(np)
        return self._thing(np)

    def _role(self, np: NounPhrase) -> Found:
        span = self.tokens.span(np.first, np.end)
        plural = self._is_plural(np)
        if self.head(np) == "state" and np.of is not None and self.head(np.of.items[0]) in _CONDITIONS:
            return Found((), MERE)  # a state of emergency is no state
        if self.head(np) in SOURCES:
            return Found((self._unnamed(np),), ACTOR, plural=plural)
        for owner in self._owners(np):
            if owner.parties:
                owners = [self._state_of(p) for p in owner.parties] if self.head(np) in ORGANS else owner.parties
                parties = tuple(self._stand_in(p, span) for p in owners)
                return Found(parties, ACTOR, guessed=owner.guessed, plural=plural)
        inner = next((x for x in self.tokens.lower[np.first : np.last - 1] if x in _HOUSES), "")
        if inner:
            found = self._describes(["the", inner], span)
            if found.parties:
                return replace(
                    found, parties=tuple(self._stand_in(self._state_of(p), span) for p in found.parties), plural=plural
                )
        if np.appositive is not None:
            other = self.phrase(np.appositive)
            if other.quality == ACTOR:
                return other
        if self._definite(np) and not self._restricted(np, plural=plural):
            words = [x for x in self.tokens.lower[np.first : np.last] if x not in ("current", "new", "then", "own")]
            parties, grade = self.discourse.resolve(
                words, sentence=self.sentence, mention=span, text=self.tokens.text[span[0] : span[1]],
                near=self.subject, speaker=self.speaker,
            )  # fmt: skip
            if self.head(np) in SIDES:  # "the two allies" are the states, not the ministers who spoke for them
                parties = tuple(dict.fromkeys(self._state_of(p) for p in parties))
            if parties:
                return Found(parties, ACTOR, guessed=grade == "guess", plural=plural)
        local = self._local(np)  # police and courts of a city are of its state
        return Found((self._in_place(self._described(np), local),), WORDS, plural=plural)

    def _in_place(self, party: Party, local: Party | None) -> Party:
        """Police, a court: of the state that their city lies in."""
        if local is None:
            return party
        near = local.name.lower() in party.name.lower() or local.text.lower() in party.name.lower()
        name = party.name if near else f"{party.name} in {local.name}"
        return replace(party, id=f"described:{slug(name)}", name=name, states=local.states)

    def _restricted(self, np: NounPhrase, *, plural: bool) -> bool:
        """ "the president of the club", "the countries in the region", "formerly the president": nobody told of."""
        if np.of is not None or self.tokens.lower[np.first - 1] in ("formerly", "former", "as"):
            return True
        inner = range(np.first + 1, np.head)
        if any(self.tokens.words[k][0].isupper() or self.tokens.lower[k] in _ELSE for k in inner):
            return True  # "the Zulu government", "the other delegate"
        tail = self.tails.get(np.end, ())
        return bool(plural and tail and tail[0][0] in ("in", "from", "with"))

    def owner(self, np: NounPhrase) -> Found:
        """To whom the thing belongs, by possessor, adjective, "of", or what is said of it."""
        return self._thing(np)

    def _thing(self, np: NounPhrase) -> Found:
        """Something that belongs to a party ("an Iraqi boat", "Spain's offer", "the decree of Mali"), or words."""
        span = self.tokens.span(np.first, np.end)
        word = self.head(np)
        proper = self.is_proper(np)
        named = self.mention_at.get(np.appositive.head) if np.appositive is not None else None
        if named is not None and named.kind == "person":  # "the winner of the vote in Chad, Idriss Oumar,"
            return Found((self.party(named),), ACTOR)
        places = [self.modifiers(np, cities=not proper)]
        if np.possessor is not None:
            places.append(self.phrase(np.possessor))
        elif self.tokens.lower[np.first] in w.POSSESSIVES:
            places.append(self.possessive(np))
        tail = self.tails.get(np.end, ())
        if tail and tail[0][0] == "by":
            places.append(self._named(self.group(tail[0][1])))
        if np.of is not None:
            places.append(self._named(self.group(np.of)))
        if word in TARGETS and tail and tail[0][0] == "in":
            places.append(self._named(self.group(tail[0][1])))
        if np.belongs is not None:
            places.append(self._named(self.group(np.belongs)))
        for found in places:
            if found.parties and found.quality >= THING:
                parties = tuple(self._stand_in(p, span) for p in found.parties)
                return Found(parties, THING, guessed=found.guessed, plural=self._is_plural(np))
        if proper or self._lone_name(np):
            return Found((self._named_there(np),), WORDS, plural=self._is_plural(np))
        held = self.is_people(np) or word in TARGETS
        if not held:
            return Found((), MERE, plural=self._is_plural(np))
        return Found((self._described(np),), WORDS, plural=self._is_plural(np))

    def _unnamed(self, np: NounPhrase) -> Party:
        span = self.tokens.span(np.first, np.end)
        owner = next((o for o in self._owners(np) if o.parties), Found())
        states = tuple(dict.fromkeys(s for p in owner.parties for s in p.states))
        text = self.tokens.text[span[0] : span[1]]
        return Party(ANONYMOUS, self._plain(np, bare(text)), "unnamed", states, span, text, "role")


_ELSE = frozenset("other next future sitting fellow".split())
_HOUSES = frozenset("administration government ministry regime".split())
_FIRST_PERSON = frozenset("we us our i my me".split())
_HE_OR_SHE = frozenset("he him his she her hers".split())
_THIRD_PERSON = frozenset("they them their".split())
_POINTERS = frozenset("both others those these".split())
_COUNTED = frozenset("two three four five six seven eight".split())
_QUANTITIES = frozenset(
    """thousands hundreds dozens scores tens handful couple trio crowd some many most several number group groups
    majority members part all half""".split()
)
_CONDITIONS = frozenset("emergency siege war alert affairs play mind health shock exception disaster calamity".split())
