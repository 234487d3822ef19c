"""A noun phrase in, the parties it stands for out: Iran; the Iranian minister; its ambassador; both countries."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract import words as w
from kg.extract.discourse import SIDES, Discourse
from kg.extract.name_shapes import is_common
from kg.extract.places import OWN, place
from kg.extract.roles import OFFICES, ORGANS, ROLE_NOUNS, SOURCES, SPEAKING, TARGETS
from kg.model import ANONYMOUS, Grade, Party

if TYPE_CHECKING:
    from kg.authority import Authority
    from kg.extract.mentions import Mention
    from kg.extract.pieces import Clause, Group, NounPhrase
    from kg.extract.tokens import Tokens

__all__ = ["Found", "Scene"]

ACTOR, THING, WORDS, MERE, NOTHING = 4, 3, 2, 1, 0
"""How surely a noun phrase is a party: it names one; it belongs to one; it describes or names people that nobody
knows; it is some other thing; it is nobody."""

_TAILS = ("from", "in", "at", "to", "for")


@dataclass(frozen=True, slots=True)
class Found:
    """Parties and how surely (ACTOR, THING, WORDS, NOTHING); `left_out` those after "but not"."""

    parties: tuple[Party, ...] = ()
    quality: int = NOTHING
    left_out: tuple[Party, ...] = ()
    guessed: bool = False
    plural: bool = False


_NOBODY = Found()


@dataclass(slots=True)
class Scene:
    """What is known while a document is read: words, mentions by token, the discourse, the sentence at hand.

    `quoted` are the tokens in quotation marks; `part` says whether the noun phrase asked for is agent or theme of
    its verb; `voice` is whom a spokesman speaks for who says the clause.
    """

    tokens: Tokens
    mention_at: dict[int, Mention]
    discourse: Discourse
    authority: Authority
    sentence: int = 0
    start: int = 0
    headline: bool = False
    subject: tuple[Party, ...] = ()
    human: bool = False
    speaker: tuple[Party, ...] = ()
    tails: dict[int, list[tuple[str, Group]]] = field(default_factory=dict)
    dates: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)
    third: tuple[Party, ...] = ()
    part: str = ""
    voice: tuple[Party, ...] = ()
    clauses: list[Clause] = field(default_factory=list)
    offices: dict[str, frozenset[str]] = field(default_factory=dict)
    _seen: dict[int, tuple[NounPhrase, Found]] = field(default_factory=dict)
    _groups: dict[int, Found] = field(default_factory=dict)

    # --- groups and noun phrases ------------------------------------------------------------------------------------

    def group(self, group: Group | None) -> Found:
        """The parties of coordinated noun phrases."""
        if group is None:
            return _NOBODY
        key = id(group)
        if key in self._groups:
            return self._groups[key]
        self._groups[key] = _NOBODY
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
            self._seen[key] = (np, _NOBODY)  # whoever is asked for while being found
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

    def is_human(self, group: Group | None) -> bool:
        """Whether people are meant, so that "its" cannot be theirs."""
        if group is None:
            return False
        np = group.items[0]
        mention = self.mention_at.get(np.head)
        return (
            self.head(np) in _PEOPLE
            or (mention is not None and mention.kind == "person")
            or (mention is None and self.head(np) in OFFICES)
        )

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

    def is_metonym(self, group: Group) -> bool:
        """Whether a capital or a seat of power is all that stands there."""
        mention = self.mention_at.get(group.items[0].head)
        return mention is not None and mention.form == "metonym"

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

    def head(self, np: NounPhrase) -> str:
        return self.tokens.lower[np.head]

    def is_date(self, np: NounPhrase) -> bool:
        return np.head in self.dates and np.head not in self.mention_at

    def _phrase(self, np: NounPhrase) -> Found:
        if self.is_date(np):
            return _NOBODY
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

    def _nation(self, np: NounPhrase, organ: Mention) -> Mention | None:
        """ "the Belarusian KGB" is an organ of Belarus, whatever state the list gives the name to."""
        if organ.kind != "organization" or not organ.states or np.possessor is not None:
            return None
        before = self.mention_at.get(organ.first - 1) if organ.first > np.first else None
        foreign = before is not None and before.form == "demonym" and not set(before.states) & set(organ.states)
        return before if foreign else None

    def _names(self, mention: Mention, np: NounPhrase) -> bool:
        """Whether the mention at the head is the party itself (not "Iran" in a longer unknown name)."""
        return mention.last == np.last or np.last - np.first <= mention.last - mention.first + 2

    def party(self, mention: Mention, span: tuple[int, int] | None = None, via: str | None = None) -> Party:
        begin, end = span or self.tokens.span(mention.first, mention.last)
        text = self.tokens.text[begin:end]
        return Party(mention.id, mention.name, mention.kind, mention.states, (begin, end), text, via or mention.via)

    def _resolve(self, np: NounPhrase) -> Found:
        """Whom a pronoun means."""
        words = self.tokens.lower[np.first : np.last]
        span = self.tokens.span(np.first, np.last)
        if words[0] == "it" and self._is_empty(np.last):
            return Found()
        if words[0] == "i" and np.first - 1 in self.mention_at:  # "King Constantine I"
            return Found()
        if words[0] == "it" and self.voice:
            return Found(tuple(self._stand_in(p, span, "pronoun") for p in self.voice), ACTOR)
        if self.third and words[0] in _THIRD_PERSON:
            return Found(tuple(self._stand_in(p, span, "pronoun") for p in self.third), ACTOR)
        near = self.subject if words[0] not in _FIRST_PERSON else ()
        parties, grade = self._ask(words, span, near, quoted=np.first in self.quoted)
        if words[0] in ("we", "us", "our"):
            parties = tuple(dict.fromkeys(self._state_of(p) for p in parties))  # "we" is the speaker's side
        if words[0] in _THIRD_PERSON:
            parties, grade = self._them(parties, grade, span, near)
        if not parties:
            return Found(quality=NOTHING)
        unsure = grade == "guess" or (words[0] == "it" and bool(self.subject))  # an object "it" is mostly a thing
        return Found(parties, ACTOR, guessed=unsure, plural=len(parties) > 1 or words[0] in ("they", "them"))

    def _is_empty(self, k: int) -> bool:
        """ "it is clear that", "it was right to": nobody is meant."""
        low = self.tokens.lower
        if k >= len(low) or low[k] not in w.BE | frozenset(("would", "will", "may", "might", "seems", "appears")):
            return False
        for i in range(k, min(k + 7, len(low))):
            if low[i] == "to" and (i + 1 in self.mention_at or low[i + 1] in w.DETERMINERS):
                return False  # "it would not apologise to China"
            if low[i] in ("that", "to"):
                return not any(low[n].endswith(("ed", "ing")) for n in range(k, i))
            if low[i] in ".,;" or low[i] in w.DETERMINERS:
                return False
        return False

    def _ask(
        self, words: list[str], span: tuple[int, int], near: tuple[Party, ...], *, quoted: bool = False
    ) -> tuple[tuple[Party, ...], Grade]:
        text = self.tokens.text[span[0] : span[1]]
        outside = words[0] in _HE_OR_SHE and not quoted  # "he told the press" may well be the speaker
        return self.discourse.resolve(
            words, sentence=self.sentence, mention=span, text=text, near=near,
            speaker=() if outside else self.speaker, part=self.part,
        )  # fmt: skip

    def _them(
        self, parties: tuple[Party, ...], grade: Grade, span: tuple[int, int], near: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], Grade]:
        """A spokesman calls the one other state "them", never his own side; "they" may be one body: the Houthis."""
        own = {s for p in self.speaker for s in p.states}
        if own and all(set(p.states) <= own for p in parties):
            parties = ()
        if own and (not parties or grade == "guess"):
            other, sure = self._ask(["its", "rival"], span, (*near, *self._of(own)))
            if other and sure == "sure" and not set(other[0].states) & own:
                return tuple(replace(p, via="pronoun") for p in other), "sure"
        if not parties and grade == "sure":
            body, grade = self._ask(["it"], span, near)
            if body and body[0].kind in ("armed group", "organization", "grouping"):
                return body, grade
        return parties, grade

    def _of(self, states: set[str]) -> tuple[Party, ...]:
        """The states themselves, to be left out of a search."""
        return tuple(Party(s, s, "state", (s,), (0, 0), s) for s in sorted(states))

    # --- role nouns: minister, delegation, warplanes ----------------------------------------------------------------

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
        local = self._local(np)
        if local is not None:
            return Found((self._stand_in(local, span),), ACTOR, plural=plural)
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
        return Found((self._described(np),), WORDS, plural=plural)

    def _local(self, np: NounPhrase) -> Party | None:
        """Who acts for a city or province ("the governor of Kano"): the place itself, or its state ("Karachi police")."""
        if self.head(np) in _RELATIONS or (np.possessor is not None and np.possessor.head in self.mention_at):
            return None
        found = self._place(np.first, np.head)
        if found is None and np.possessor is not None:
            found = self._place(np.possessor.first, np.possessor.last)
        tails = [("of", np.of), *self.tails.get(np.end, ())[:1]]
        for word, group in tails:
            if found is None and group is not None and word in ("of", "in", "from"):
                inner = group.items[0]
                found = self._place(inner.first, inner.last) if len(group.items) == 1 else None
        if found is None or self.head(np) in OWN:
            return found
        record = self.authority.get(found.states[0])
        return replace(found, id=found.states[0], name=record.name if record else found.states[0], kind="state")

    def _place(self, first: int, last: int) -> Party | None:
        return place(self.tokens, first, last, self.authority, self.mention_at)

    def _restricted(self, np: NounPhrase, *, plural: bool) -> bool:
        """ "the president of the club", "the countries in the region", "formerly the president": nobody told of."""
        if np.of is not None or self.tokens.lower[np.first - 1] in ("formerly", "former", "as"):
            return True
        inner = range(np.first + 1, np.head)
        if any(self.tokens.words[k][0].isupper() or self.tokens.lower[k] in _ELSE for k in inner):
            return True  # "the Zulu government", "the other delegate"
        tail = self.tails.get(np.end, ())
        return bool(plural and tail and tail[0][0] in ("in", "from", "with"))

    def _describes(self, words: list[str], span: tuple[int, int]) -> Found:
        parties, grade = self.discourse.resolve(
            words,
            sentence=self.sentence,
            mention=span,
            text=self.tokens.text[span[0] : span[1]],
            near=self.subject,
            speaker=self.speaker,
        )
        return Found(parties, ACTOR if parties else NOTHING, guessed=grade == "guess")

    def _state_of(self, party: Party) -> Party:
        """ "the Obama administration" is the state's government, not the man."""
        if party.kind != "person" or len(party.states) != 1:
            return party
        record = self.authority.get(party.states[0])
        return replace(party, id=party.states[0], name=record.name if record else party.states[0], kind="state")

    def _owners(self, np: NounPhrase) -> list[Found]:
        """Where the actor behind a role stands, the surest place first: inside, possessor, "of", "from"."""
        out = [self.modifiers(np)]
        if self.head(np) in _RELATIONS:
            pass  # "its neighbour", "Iran's rivals": somebody else
        elif np.possessor is not None:
            out.append(self.phrase(np.possessor))
        else:
            out.append(self.possessive(np))
        if np.of is not None and self.head(np) not in _RELATIONS:
            out.append(self._named(self.group(np.of)))
        for word, group in self.tails.get(np.end, ()):
            if word not in _TAILS:
                break
            speaks_for = word == "for" and self.head(np).startswith("spokes")
            if word == "from" or speaks_for or (word == "in" and self.head(np) in _IN_HEADS):
                out.append(self._named(self.group(group)))
        return out

    @staticmethod
    def _named(found: Found) -> Found:
        return found if found.quality >= THING else _NOBODY

    def modifiers(self, np: NounPhrase, *, cities: bool = True) -> Found:
        """Names and adjectives inside the phrase: "Dutch diplomats", "the US and Russian presidents"."""
        first, at = np.possessor.last if np.possessor else np.first, self.mention_at
        here = [at[i] for i in range(first, np.last) if i in at]
        if not here:
            return _NOBODY
        mentions = list(dict.fromkeys(here))
        places = [m for m in mentions if m.form == "metonym" and (m.place or not cities)]  # "the Geneva talks"
        states = [m for m in mentions if m.kind != "media" and m not in places and not self._helper(m)]
        if not states:
            return Found()
        return Found(tuple(self.party(m) for m in states), ACTOR, guessed=any(m.guessed for m in states))

    def _helper(self, mention: Mention) -> bool:
        """ "U.S.-backed Kurdish fighters", "Oman-brokered": who helped, not who it is ("Saudi-led" is)."""
        at, low = mention.last, self.tokens.lower
        return at + 1 < len(low) and low[at] == "-" and low[at + 1].endswith("ed") and low[at + 1] != "led"

    def possessive(self, np: NounPhrase) -> Found:
        """ "its ambassador": the subject of the clause, else what the discourse says."""
        word = self.tokens.lower[np.first]
        if word not in w.POSSESSIVES or word == "whose":
            return _NOBODY
        if self.third and word == "their":
            return Found(self.third, ACTOR)
        subject, human = self._subject_at(np.first)
        one_person = human and len(subject) == 1
        fits = not one_person if word == "their" else human == (word in ("his", "her"))
        many = self._just_named(np.first) if word == "their" and len(subject) < 2 else ()
        if many:
            return Found(many, ACTOR, plural=True)
        if word in ("its", "his", "her", "their") and subject and fits:
            return Found(subject, ACTOR)
        span = self.tokens.span(np.first, np.first + 1)
        near = subject if human and word == "its" else ()
        parties, grade = self._ask([word], span, near, quoted=np.first in self.quoted)
        if word == "our":
            parties = tuple(dict.fromkeys(self._state_of(p) for p in parties))
        return Found(parties, ACTOR, guessed=grade == "guess") if parties else Found()

    def _governing(self, at: int) -> Clause | None:
        """The clause whose verb stands nearest before token `at`, its subject too."""
        before = [c for c in self.clauses if c.verb.first < at and c.subject is not None and c.subject.last <= at]
        return max(before, key=lambda c: c.verb.first, default=None)

    def _subject_at(self, at: int) -> tuple[tuple[Party, ...], bool]:
        """Who is the subject of what stands at token `at`, and whether that is a person; else of the clause at hand."""
        clause = self._governing(at)
        if clause is None or clause.subject is None or clause.verb.passive:
            return self.subject, self.human
        found = self.group(clause.subject)
        if found.quality < THING:
            return self.subject, self.human
        return found.parties, self.is_human(clause.subject)

    def _just_named(self, at: int) -> tuple[Party, ...]:
        """Several who stand as object right before "their": "praised the Qataris for their restraint"."""
        clause = self._governing(at)
        for group in reversed(clause.objects if clause is not None else []):
            if group.last <= at:
                found = self.group(group)
                return found.parties if found.plural and found.quality >= ACTOR else ()
        return ()

    def _stand_in(self, party: Party, span: tuple[int, int], via: str = "role") -> Party:
        """The actor that a role stands for: a minister acts for his state, an aide for his president's."""
        if via == "pronoun":
            near = party.antecedent or party.mention
            return Party(
                party.id, party.name, party.kind, party.states, span, self.tokens.text[span[0] : span[1]], via, near
            )
        if party.via in ("pronoun", "description", "group"):
            return Party(
                party.id,
                party.name,
                party.kind,
                party.states,
                span,
                self.tokens.text[span[0] : span[1]],
                "role",
                party.antecedent,
            )
        return Party(party.id, party.name, party.kind, party.states, span, self.tokens.text[span[0] : span[1]], "role")

    def _definite(self, np: NounPhrase) -> bool:
        word = self.tokens.lower[np.first]
        if word in _COUNTED:
            return self.head(np) in _COUNTABLE
        return word in ("the", "both", "these", "those", "this", "that", "all") or word in w.POSSESSIVES

    def _is_plural(self, np: NounPhrase) -> bool:
        word = self.head(np)
        return (word.endswith("s") and not word.endswith("ss")) or word in (
            "people",
            "police",
            "men",
            "troops",
            "women",
        )

    def owner(self, np: NounPhrase) -> Found:
        """To whom the thing belongs, by possessor, adjective, "of", or what is said of it."""
        return self._thing(np)

    # --- things and mere words --------------------------------------------------------------------------------------

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
            found = self._place(np.first, np.last) if np.of is None else None
            if found is not None and found.mention == self.tokens.span(np.first, np.last):
                return Found((found,), WORDS)
            return Found((self._described(np, named=True),), WORDS, plural=self._is_plural(np))
        held = self.is_people(np) or word in TARGETS
        if not held:
            return Found((), MERE, plural=self._is_plural(np))
        return Found((self._described(np),), WORDS, plural=self._is_plural(np))

    def is_proper(self, np: NounPhrase) -> bool:
        """Whether the head is a name of its own; the first word of a sentence is capital anyway."""
        word = self.tokens.words[np.head]
        capital = word[0].isupper() or ("-" in word and bool(_ARTICLED.match(word)))
        return capital and (np.head > np.first or np.head != self.start)

    def is_name(self, np: NounPhrase) -> bool:
        """Whether somebody is named there, known or not."""
        return self.is_proper(np) or self._lone_name(np)

    def is_stranger(self, np: NounPhrase) -> bool:
        """Whether a name stands there by itself: "Okonjo", not "the President"."""
        first = self.tokens.words[np.first]
        plain = self.head(np) in ROLE_NOUNS or first.lower() in _NATURE
        return self.is_name(np) and first[0].isupper() and not plain

    def _lone_name(self, np: NounPhrase) -> bool:
        """ "Okonjo met the envoys" where a sentence begins: no plain noun stands alone in the singular."""
        word = self.tokens.words[np.head]
        if np.head != self.start or np.last - np.first != 1 or np.of is not None:
            return False
        name = word[0].isupper() and not word.isupper() and word.isalpha() and not is_common(word.lower())
        return name and self._is_told(np.head)

    def _is_told(self, at: int) -> bool:
        """Whether the line that begins at token `at` ends as a sentence does; a headline leaves its articles out."""
        text, begin = self.tokens.text, self.tokens.starts[at]
        end = text.find("\n\n", begin)
        line = (text[begin:] if end < 0 else text[begin:end]).rstrip(" \n\"'”’)")
        return line.endswith((".", "!", "?", ":", ";", "…"))

    def is_organization(self, np: NounPhrase) -> bool:
        """Whether a named organization stands there, listed or learnt from the text."""
        mention = self.mention_at.get(np.head)
        return mention is not None and mention.form == "name" and mention.id.startswith("org:")

    def is_people(self, np: NounPhrase) -> bool:
        """ "hundreds of protesters": people by what follows "of"."""
        return np.of is not None and any(self.head(n) in ROLE_NOUNS for n in np.of.items)

    def _unnamed(self, np: NounPhrase) -> Party:
        span = self.tokens.span(np.first, np.end)
        owner = next((o for o in self._owners(np) if o.parties), Found())
        states = tuple(dict.fromkeys(s for p in owner.parties for s in p.states))
        text = self.tokens.text[span[0] : span[1]]
        return Party(ANONYMOUS, self._plain(np, _bare(text)), "unnamed", states, span, text, "role")

    def _plain(self, np: NounPhrase, text: str) -> str:
        """Without the capital that only the beginning of a sentence gives ("Diplomatic sources")."""
        word = self.tokens.lower[np.first]
        if (
            np.first != self.start
            or word in ("the", "a", "an")
            or not text[1:2].islower()
            or word.endswith(("ian", "ean", "ese", "ish", "can", "i"))
        ):
            return text
        return text[0].lower() + text[1:]

    def _described(self, np: NounPhrase, *, named: bool = False) -> Party:
        span = self.tokens.span(np.first, np.end)
        text = self.tokens.text[span[0] : span[1]]
        name = _bare(text) if named else self._plain(np, _bare(text))
        slug = _NO_WORD.sub("-", name.lower()).strip("-")[:60] or "someone"
        return Party(f"described:{slug}", name, "described", (), span, text, "name" if named else "description")


_RELATIONS = frozenset(
    """neighbour neighbor neighbours neighbors rival rivals ally allies foe foes enemy enemies adversary adversaries
    opponent opponents counterpart counterparts partner partners successor predecessor interlocutor critic critics
    detractor detractors accuser accusers attacker attackers killer killers captor captors kidnappers victims""".split()
)
_NATURE = frozenset("typhoon hurricane cyclone storm tropical earthquake tsunami".split())
_ELSE = frozenset("other next future sitting fellow".split())
_HOUSES = frozenset("administration government ministry regime".split())
_PEOPLE = frozenset("he she who him her".split())
_FIRST_PERSON = frozenset("we us our i my me".split())
_HE_OR_SHE = frozenset("he him his she her hers".split())
_THIRD_PERSON = frozenset("they them their".split())
_POINTERS = frozenset("both others those these".split())
_COUNTED = frozenset("two three four five six seven eight".split())
_COUNTABLE = frozenset(
    "powers countries nations sides neighbours neighbors allies states governments capitals leaders rivals".split()
)
_QUANTITIES = frozenset(
    """thousands hundreds dozens scores tens some many most several number group groups majority members part all
    half""".split()
)
_IN_HEADS = frozenset(
    "officials official authorities government police army leaders rulers court parliament embassy diplomats".split()
)
_CONDITIONS = frozenset("emergency siege war alert affairs play mind health shock exception disaster calamity".split())
_ARTICLED = re.compile(r"(?:al|el|an|as|ad|ash|ibn|bin)-[A-Z]")
"""al-Eryani: a name though it begins with a small letter."""
_NO_WORD = re.compile(r"[^\w]+")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def _bare(text: str) -> str:
    return _ARTICLE.sub("", " ".join(text.split()))
