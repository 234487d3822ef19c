"""A noun phrase in, whose it is out: the party inside it, its possessor, "of", "from", or the place that it governs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.found import ACTOR, NOBODY, THING, Found
from kg.extract.places import ARMS, OWN, place
from kg.extract.scene_pronouns import ScenePronouns
from kg.model import Party

if TYPE_CHECKING:
    from kg.extract.mentions import Mention
    from kg.extract.pieces import NounPhrase

__all__ = ["SceneOwners"]

_TAILS = ("from", "in", "at", "to", "for")


@dataclass(slots=True)
class SceneOwners(ScenePronouns):
    """The part of a scene that looks for owners."""

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
        local = self._local(np) if self.head(np) in OWN else None
        return [*out, Found((local,), ACTOR)] if local is not None else out

    @staticmethod
    def _named(found: Found) -> Found:
        return found if found.quality >= THING else NOBODY

    def modifiers(self, np: NounPhrase, *, cities: bool = True) -> Found:
        """Names and adjectives inside the phrase: "Dutch diplomats", "the US and Russian presidents"."""
        first, at = np.possessor.last if np.possessor else np.first, self.mention_at
        here = [at[i] for i in range(first, np.last) if i in at]
        if not here:
            return NOBODY
        mentions = self._whole_names(list(dict.fromkeys(here)))
        places = [m for m in mentions if m.form == "metonym" and (m.place or not cities)]  # "the Geneva talks"
        states = [m for m in mentions if m.kind != "media" and m not in places and not self._helper(m)]
        if not states:
            return Found()
        return Found(tuple(self.party(m) for m in states), ACTOR, guessed=any(m.guessed for m in states))

    def _whole_names(self, mentions: list[Mention]) -> list[Mention]:
        """ "Kosovo Albanian leaders" are Kosovo's, "Korean American voters" America's: two names in a row are one."""
        out: list[Mention] = []
        for m in mentions:
            before = out[-1] if out else None
            if before is None or m.form != "demonym" or m.first != before.last or before.kind != "state":
                out.append(m)
            elif m.id in _OF_IMMIGRANTS:
                out[-1] = m
        return out

    def _helper(self, mention: Mention) -> bool:
        """ "U.S.-backed Kurdish fighters", "Oman-brokered": who helped, not who it is ("Saudi-led" is)."""
        at, low = mention.last, self.tokens.lower
        return at + 1 < len(low) and low[at] == "-" and low[at + 1].endswith("ed") and low[at + 1] != "led"

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

    def _local(self, np: NounPhrase) -> Party | None:
        """The place that somebody acts for, or where he acts: "the governor of Kano", "Karachi police"."""
        owned = np.possessor is not None and np.possessor.head in self.mention_at
        if self.head(np) not in OWN | ARMS or owned:
            return None
        found = self._place(np.first, np.head)
        if found is None and np.possessor is not None:
            found = self._place(np.possessor.first, np.possessor.last)
        tails = [("of", np.of), *self.tails.get(np.end, ())[:1]]
        for word, group in tails:
            if found is None and group is not None and word in ("of", "in", "from"):
                inner = group.items[0]
                found = self._place(inner.first, inner.last) if len(group.items) == 1 else None
        return found

    def _place(self, first: int, last: int) -> Party | None:
        return place(self.tokens, first, last, self.authority, self.mention_at)

    def _named_there(self, np: NounPhrase) -> Party:
        """A city or province, or somebody whom no list knows."""
        found = self._place(np.first, np.last) if np.of is None else None
        whole = found is not None and found.mention == self.tokens.span(np.first, np.last)
        return found if found is not None and whole else self._described(np, named=True)


_OF_IMMIGRANTS = frozenset(("USA", "CAN", "AUS"))
_RELATIONS = frozenset(
    """neighbour neighbor neighbours neighbors rival rivals ally allies foe foes enemy enemies adversary adversaries
    opponent opponents counterpart counterparts partner partners successor predecessor interlocutor critic critics
    detractor detractors accuser accusers attacker attackers killer killers captor captors kidnappers victims""".split()
)
_IN_HEADS = frozenset(
    "officials official authorities government police army leaders rulers court parliament embassy diplomats".split()
)
