"""A frame and its roles in, whether they rule each other out: a Thai does not visit Thailand."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.binding import Binder
from kg.extract.found import WORDS, Found
from kg.extract.phrases import VerbFrame
from kg.extract.pieces import Clause, Group, NounPhrase
from kg.extract.roles import ACTING, CITIZENS, CROWDS, POLITICAL, TARGETS
from kg.model import Party

__all__ = ["Vetoes"]

_OPEN_TO = POLITICAL | ACTING | TARGETS
_TOGETHER = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID", "REQUEST"))
_NO_TELEPHONE = frozenset("to for into before off out as up".split())
_PRESS = frozenset("reporters reporter journalists journalist press media newsmen audience crowd fans".split())
_PRIVATE = CITIZENS - {"official", "officials", "troop", "troops"}
_NO_GUESTS = _PRIVATE | frozenset(
    "plane planes aircraft ship ships tanker tankers boat boats flight flights train trains vessel vessels".split()
)
_VERBAL = frozenset("attack assail hit strike blast target slam batter hammer pound".split())


def _head(party: Party) -> str:
    """The noun that the words of a party turn on: the delegation of "a delegation of Kurds"."""
    return party.text.lower().split(" of ")[0].split()[-1]


@dataclass(slots=True)
class Vetoes(Binder):
    """What a frame that fits its words cannot mean all the same."""

    def _impossible(self, frame: VerbFrame, clause: Clause, roles: dict[str, Found]) -> bool:
        """Who attacks in words only, and who comes home, does nothing of the kind."""
        if frame.type.root == "ASSAULT":
            return self._only_words(frame, roles)
        if frame.type.id == "detain" and frame.lemma == "hold":  # "held him in high regard", "to his word"
            return any(word in ("in", "to", "up", "as") for word, _ in clause.preps) and not frame.preps
        if frame.lemma == "call" and frame.type.id == "call" and not frame.complement and not frame.preps:
            ordered = any(c.kind == "infinitive" for c in clause.children)  # "called Poland to order"
            return ordered or any(word in _NO_TELEPHONE for word, _ in clause.preps)
        if frame.type.root != "CONSULT":
            return False
        if frame.type.reciprocal:
            return self._to_the_press(roles)
        return self._at_home(roles) or (frame.type.id == "visit" and self._private(roles))

    def _other_sense(self, frame: VerbFrame, roles: dict[str, Found], literals: list[NounPhrase]) -> bool:
        """What the parties rule out: one recalls one's own envoys, leaves bodies and not states, calls in persons."""
        doer, other = roles.get("X", Found()).parties, roles.get("Y", Found()).parties
        if frame.type.id == "recall":
            own = {s for p in doer for s in (p.id, *p.states)}
            owners = [p for np in literals for p in self.before(np, cities=False).parties if p.via != "pronoun"]
            return bool(own) and bool(owners) and own.isdisjoint(s for p in owners for s in (p.id, *p.states))
        if frame.lemma == "be" and frame.subject.role == "Y" and frame.type.id == "disapprove":
            return not doer  # "the vote was illegal": only somebody can say so
        if frame.lemma == "brief":  # to a body one only reports
            return all(p.kind == "organization" and not p.states for p in other)
        if literals or not other:
            return False
        if frame.type.id == "quit-agreement":
            return any(p.kind not in ("organization", "grouping") for p in other)
        if frame.type.id == "withdraw":
            return all(p.kind == "organization" and not p.states for p in other)
        return frame.lemma in ("call", "haul") and frame.type.id == "summon" and any(p.kind != "person" for p in other)

    def _no_deed(self, frame: VerbFrame, clause: Clause, roles: dict[str, Found]) -> bool:
        """ "called the novel barbaric": what is judged is nobody, and of nobody."""
        slots = (*frame.objects, *(p.slot for p in frame.preps))
        if not any(s.within for s in slots) or frame.objects[0].kind != "party" or "Y" in roles:
            return False
        thing = clause.subject if clause.verb.passive else next(iter(clause.objects), None)
        return thing is None or not self.is_pronoun(thing)

    def _private(self, roles: dict[str, Found]) -> bool:
        """ "Malaysian tourists flew to Laos", "a Thai plane landed in Laos": nobody is sent."""
        doers = roles.get("X", Found()).parties
        return bool(doers) and all(p.via == "role" and _head(p) in _NO_GUESTS for p in doers)

    def _to_the_press(self, roles: dict[str, Found]) -> bool:
        """ "talked to reporters": nobody takes counsel with them."""
        others = roles.get("Y", Found()).parties
        return bool(others) and all(p.kind == "described" and p.text.lower().split()[-1] in _PRESS for p in others)

    def _at_own(self, frame: VerbFrame, roles: dict[str, Found]) -> bool:
        """ "ordered his staff to wait": whoever commands his own people does nothing to anybody."""
        doer, other = roles.get("X"), roles.get("Y")
        if frame.type.reciprocal or frame.type.root != "REQUEST" or not doer or not other:
            return False
        return {p.id for p in doer.parties} == {p.id for p in other.parties}

    def _at_home(self, roles: dict[str, Found]) -> bool:
        """ "she returned to Thailand": a Thai does not visit Thailand."""
        sides = [{s for p in roles.get(r, Found()).parties for s in p.states} for r in "XY"]
        return bool(sides[0]) and sides[0] == sides[1]

    def _only_words(self, frame: VerbFrame, roles: dict[str, Found]) -> bool:
        """ "Harris attacked Biden": one politician does not shell another."""
        parties = [p for f in roles.values() for p in f.parties]
        return (
            len(roles) == 2 and frame.lemma in _VERBAL and all(p.kind == "person" and p.via != "role" for p in parties)
        )

    def _political(self, frame: VerbFrame, doer: Group | None, roles: dict[str, Found]) -> bool:
        """Nobody is listed, but both sides are told: police, a court, rebels, a named body; and no private person."""
        other = roles.get("Y")
        if doer is not None and roles.get("X") and frame.type.root == "PROTEST":
            return self.scene.head(doer.items[0]) in CROWDS  # who strikes does not always do it against somebody
        if doer is None or not roles.get("X") or other is None or other.quality < WORDS:
            return False
        crowd = [n for np in doer.items for n in (np, *(np.of.items if np.of else ()))]  # "members of the police"
        if not any(self.scene.head(np) in ACTING or self.scene.is_organization(np) for np in crowd):
            return False
        if frame.type.root in _TOGETHER:  # "the union negotiated with the airline" is no politics
            return any(set(p.text.lower().split()) & ACTING or p.id.startswith("org:") for p in other.parties)
        return other.plural or any(p.via == "name" or set(p.text.lower().split()) & _OPEN_TO for p in other.parties)
