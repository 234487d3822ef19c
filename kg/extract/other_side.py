"""A verb that fits in, its other side out where the frame does not say it: by preposition, complement or thing."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.found import ACTOR, THING, WORDS, Found
from kg.extract.mutual import TWO_ENDED
from kg.extract.phrases import VerbFrame
from kg.extract.pieces import Clause, NounPhrase
from kg.extract.roles import CITIZENS, FORCES, OFFICES, ROLE_NOUNS, TARGETS
from kg.extract.vetoes import Vetoes

__all__ = ["AT_OTHERS", "BLOWS", "OtherSide"]

_USUAL = {
    "REQUEST": ("from",), "RETREAT": ("from", "with"), "THREATEN": ("against", "to"), "ACCUSE": ("against",),
    "SANCTION": ("on", "against", "with"), "ASSAULT": ("on", "against"), "AID": ("to", "for"), "SUPPORT": ("for", "to"),
    "REJECT": ("from", "by"), "MOBILIZE": ("against",), "PROTEST": ("against",), "COERCE": ("against",),
    "CONCEDE": ("to", "with"), "AGREE": ("with",), "CONSULT": ("with",), "COOPERATE": ("with",),
}  # fmt: skip
AT_OTHERS = frozenset(("ASSAULT", "COERCE"))
_FOR_OTHERS = frozenset("defend protect support back help assist aid shield shelter rescue stand".split())
"""Whom one does these for is not whom one warns or threatens: "warned that it would defend Oman"."""
BLOWS = frozenset(
    """strike strikes airstrike airstrikes attack attacks raid raids bomb bombs missile missiles rocket rockets drone
    drones shell shells shelling gunfire fire bullet bullets blast explosion mine mines""".split()
)
"""By what one is hit where nobody says whose it was."""
_GIVING = frozenset("contribute send provide supply deploy dispatch use employ commit lend offer give".split())
_OWN = frozenset("his her its their".split())


@dataclass(slots=True)
class OtherSide(Vetoes):
    """Finds to whom it is done, and never lets anybody do it to himself."""

    def _from_complement(self, frame: VerbFrame, clause: Clause, roles: dict[str, Found]) -> None:
        """ "threatened to close its airspace to Djibouti": the other side stands in what is threatened."""
        own = {s for p in roles.get("X", Found()).parties for s in (p.id, *p.states)}
        for child in clause.children:
            if child.kind not in ("infinitive", "gerund", "complement"):
                continue
            if frame.type.root in ("THREATEN", "REQUEST") and set(child.lemmas) & _FOR_OTHERS:
                continue
            giving = not _GIVING.isdisjoint(child.lemmas)
            named = child.kind == "complement" and child.subject is not None and not self.is_pronoun(child.subject)
            first = [child.subject] if named and child.subject else []  # "warned that it could": it is who warns
            near = [*first, *child.objects]
            for group in [*near, *(g for word, g in child.preps if word not in ("in", "by", "at", "on", "over"))]:
                found = self.scene.group(group)
                people = group in near and self.scene.head(group.items[0]) in CITIZENS | OFFICES
                if giving and group in child.objects and self.scene.head(group.items[0]) in FORCES:
                    continue  # "ready to contribute 300 troops": to somebody else
                told = found.quality >= THING or (found.quality == WORDS and people)
                if told and own.isdisjoint(s for p in found.parties for s in (p.id, *p.states)):
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
            found = self.scene.group(group)
            if word == "from" and frame.type.id == "expel" and found.quality >= ACTOR:
                roles[frame.subject.role] = found  # "was expelled from Poland": by Poland
                sent = self.scene.group(clause.subject)
                if sent.quality >= WORDS:
                    roles["Y"] = sent
                return

    def _more_from(self, np: NounPhrase, frame: VerbFrame, roles: dict[str, Found]) -> None:
        """What the object noun itself says of the other side: "rejected Spain's offer", "signed a pact with Tonga"."""
        if not roles and self.scene.head(np) in TWO_ENDED:  # "relations between Sudan and Chad were severed"
            ends = next((g for word, g in self.scene.tails.get(np.end, []) if word == "between"), None)
            if ends is not None and self.scene.group(ends).quality >= ACTOR:
                roles["X"] = self.scene.group(ends)
                return
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
        if wanted is None or (frame.type.root == "MOBILIZE" and self.scene.head(np) in FORCES):
            return  # the troops that one sends are one's own
        if frame.type.root == "ASSAULT" and self.scene.head(np) in BLOWS:
            return  # as are the missiles that fell into the sea
        if frame.lemma in ("exchange", "swap", "trade") and self.scene.head(np) in TWO_ENDED:
            return  # "exchanged prisoners": with each other
        found = self.scene.owner(np)
        if found.quality >= THING:
            roles[wanted] = found
        elif (
            (frame.type.root in ("CONCEDE", "COERCE", "SANCTION", "ASSAULT", "ACCUSE") or frame.type.id == "asylum")
            and self.scene.head(np) in ROLE_NOUNS | TARGETS
            and frame.lemma not in ("use", "employ")  # the force that one uses is one's own
            and np.of is None  # "a state of siege"
            and frame.type.id not in ("recall", "yield")
        ):
            roles[wanted] = self.scene.phrase(np)  # "released activists"

    def _of_the_speaker(self, clause: Clause, roles: dict[str, Found]) -> None:
        """ "Chad said Libya had attacked its embassy": nobody attacks his own, so it is the speaker's."""
        doer, other = roles.get("X"), roles.get("Y")
        if not doer or not other or {p.id for p in doer.parties} != {p.id for p in other.parties}:
            return
        speakers, own = self.reader.of(clause).claimants, {s for p in doer.parties for s in p.states}
        above = clause.parent
        if not speakers and clause.kind == "subordinate" and above is not None and above.subject is not None:
            speakers = self.scene.group(above.subject).parties  # "Oman left after Yemen had shelled its embassy"
        said = other.parties[0].via in ("pronoun", "role") and len(speakers) == 1 and bool(speakers[0].states)
        if said and own.isdisjoint(speakers[0].states):
            roles["Y"] = Found(speakers, ACTOR)

    def _not_itself(self, frame: VerbFrame, roles: dict[str, Found]) -> None:
        doer, other = roles.get("X"), roles.get("Y")
        if (
            doer
            and other
            and {p.id for p in doer.parties} == {p.id for p in other.parties}
            and "pronoun" in (doer.parties[0].via, other.parties[0].via)
        ):
            its = other.parties[0].text.split(" ")[0].lower() in (
                "its",
                "his",
                "her",
                "their",
                "our",
                "my",
            )  # "it recalled its envoy"
            del roles["X" if doer.parties[0].via == "pronoun" and not its else "Y"]
        elif doer and other:
            own = {p.id for p in doer.parties}
            rest = tuple(p for p in other.parties if p.id not in own or p.kind == "described")
            same = {s for p in doer.parties for s in p.states} == {s for p in other.parties for s in p.states} != set()
            own_thing = other.quality == THING and other.parties[0].text.split()[0].lower() in _OWN
            if same and own_thing and frame.type.root not in AT_OTHERS:
                del roles["Y"]  # "reaffirmed his administration's commitment"
            elif same and frame.type.id == "ban" and other.parties[0].text.split()[0].lower() in _OWN:
                del roles["Y"]  # "suspended trade with Chad and banned its ships": not its own
            elif not rest and doer.quality == THING:
                del roles["X"]  # "the sanctions that cut off Iran" are not of Iran's making
            elif rest != other.parties and (rest or other.quality < ACTOR):
                roles["Y"] = Found(rest, other.quality, guessed=other.guessed)
                if not rest:
                    del roles["Y"]
