"""Parties in reading order in, what pronouns and descriptions stand for out: "it", "the two leaders", "the bloc".

A person is never "it", a state never "he". Of several that fit, subjects and those just named come first; where
nothing fits, nothing is returned, and where the choice is open the grade is guess.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from kg.extract.given import FEMALE, MALE
from kg.extract.roles import CITIZENS, DELEGATES, FORCES, OFFICES, ORGANS
from kg.model import Grade, Party

__all__ = ["SIDES", "Discourse"]

Role = Literal["topic", "subject", "object", "oblique", "possessor", "speaker"]

_WEIGHT = {"topic": 8, "subject": 6, "speaker": 6, "object": 3, "possessor": 3, "oblique": 1}
_FOREMOST = ("topic", "subject", "speaker")
_REACH = 3
"""How many sentences back a pronoun may look; descriptions look twice as far."""

_HE = frozenset("he him his".split())
_SHE = frozenset("she her hers".split())
_IT = frozenset("it its".split())
_THEY = frozenset("they them their theirs".split())
_WE = frozenset("we us our ours ourselves i me my mine myself".split())
_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)} | {
    "both": 2,
    "trio": 3,
    "quartet": 4,
}
SIDES = frozenset(
    """country countries nation nations state states government governments side sides capital capitals power
    powers neighbour neighbours neighbor neighbors rival rivals foe foes ally allies enemies adversaries
    republics parties kingdoms militaries armies delegations teams negotiators diplomats officials camps
    signatories partners belligerents economies""".split()
)
_LANDS = frozenset("countries nations states governments capitals republics neighbours neighbors".split())
"""What bodies and armed groups are not."""
_PEOPLE = frozenset(
    """leader leaders president presidents minister ministers men women pair duo premiers diplomats statesmen
    counterparts envoys generals heads politicians chancellors kings princes officials secretaries
    ambassadors spokesmen""".split()
)
_MERELY = frozenset(
    """the these those this that all its his her their our warring rival neighbouring neighboring opposing other
    respective said quarrelling quarreling feuding negotiating top senior""".split()
)
_STATE_NOUNS = frozenset(
    """country nation state government regime kingdom republic administration leadership ministry authorities
    emirate sultanate monarchy""".split()
)
_BODY_NOUNS = frozenset(
    """bloc alliance organisation organization agency body union watchdog court council commission institution
    forum league tribunal secretariat""".split()
)
_ANY_BODY = frozenset("bloc alliance organisation organization agency body watchdog institution".split())
"""The others name their kind themselves: "the court" is no committee."""
_ARMED_NOUNS = frozenset(
    """group militants rebels insurgents movement militia militiamen fighters extremists jihadists terrorists
    faction""".split()
)
_LEADERS = frozenset(
    "president premier chancellor king queen emir sultan minister leader ayatollah ruler monarch".split()
)
_DEPUTY = frozenset("vice deputy".split())
_SAME_OFFICE = (
    frozenset("envoy ambassador diplomat consul emissary".split()),
    frozenset("premier chancellor prime".split()),
)
_FEMALE = FEMALE | frozenset("queen princess mrs ms miss spokeswoman chairwoman congresswoman baroness lady".split())
_MALE = MALE | frozenset(
    """king prince emir sultan pope ayatollah sheikh mr spokesman chairman congressman lord sir emperor imam""".split()
)
_CROWDS = (FORCES | CITIZENS | {"officers"}) - SIDES - _PEOPLE - _ARMED_NOUNS
_BODIES = ORGANS | DELEGATES | FORCES


_REMEMBERED = 400
"""Parties looked back on, many times those of a long article: a book as one file stays readable in fair time."""


@dataclass(slots=True, eq=False)
class _Noted:
    party: Party
    role: str
    sentence: int
    plural: bool
    group: int
    order: int
    offices: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        return _words_of(self.party.text) | self.offices

    def deputy(self, heads: frozenset[str]) -> bool:
        """Whether the office that is told is that of a deputy: no president is a vice president."""
        return bool(_DEPUTY & self.words) and not heads & self.offices

    @property
    def head(self) -> str:
        """The noun that the words turn on: "minister" of "the foreign minister of Angola"."""
        return _head_of(self.party.text)

    @property
    def human(self) -> bool:
        """A person, by name or by office."""
        if self.party.kind == "person":
            return True
        return (self.party.via == "role" or self.party.kind in ("unnamed", "described")) and self.head in OFFICES

    @property
    def actor(self) -> bool:
        return self.party.kind not in ("media", "described", "unnamed")

    @property
    def collective(self) -> bool:
        """A state, body or group, by name or by one of its organs or forces; no thing that belongs to it."""
        return self.actor and not self.human and (self.party.via != "role" or self.head in _BODIES)

    @property
    def thing(self) -> bool:
        """Something singular that is no listed actor and nobody: a treaty, but also an army that no list knows."""
        return self.party.kind == "described" and not self.plural and not self.human


@functools.lru_cache(maxsize=4096)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.lower().replace("’s", "").replace("'s", "").replace(".", "").split())


@functools.lru_cache(maxsize=4096)
def _head_of(text: str) -> str:
    text = text.lower()
    if text.split() and text.split()[-1] in OFFICES:  # "the Ministry of Defence spokesman"
        return text.split()[-1]
    for cut in (" of ", " for ", " from ", " in ", " to ", ", "):
        text = text.split(cut)[0]
    return text.split()[-1] if text.split() else ""


class Discourse:
    """What a document has named so far. Fed by `note` in reading order, asked by `resolve`.

    >>> iran = Party("IRN", "Iran", "state", ("IRN",), (0, 4), "Iran")
    >>> told = Discourse()
    >>> told.begin(0)
    >>> told.note(iran, role="subject", sentence=0)
    >>> found, grade = told.resolve(["it"], sentence=1, mention=(20, 22), text="it")
    >>> found[0].id, found[0].via, found[0].antecedent, grade
    ('IRN', 'pronoun', (0, 4), 'sure')
    """

    def __init__(self, forms: Mapping[str, frozenset[str]] = MappingProxyType({})) -> None:
        """`forms` are the states of which words for one kind are true: "kingdom", "emirate"."""
        self._forms = forms
        self._noted: list[_Noted] = []
        self._speaker: tuple[Party, ...] = ()
        self._gender: dict[str, str] = {}
        self._told: Counter[tuple[str, str]] = Counter()
        self._mutual: list[tuple[int, tuple[str, str]]] = []
        self._things: dict[int, int] = {}

    def begin(self, sentence: int, quote_speaker: tuple[Party, ...] = ()) -> None:
        """A sentence begins; `quote_speaker` is who is quoted in it, whose "we" it is."""
        del sentence
        self._speaker = quote_speaker

    def note(
        self, party: Party, *, role: Role, sentence: int, plural: bool = False, offices: frozenset[str] = frozenset()
    ) -> None:
        """A party in its place; parties of one coordination come one after the other with `plural`.

        `offices` are the words of the titles that a person has though they do not stand there.
        """
        last = self._noted[-1] if self._noted else None
        order = group = last.order + 1 if last else 0
        if (
            last
            and plural
            and last.plural
            and last.role == role
            and last.sentence == sentence
            and last.party.id != party.id
        ):
            group = last.group
        self._noted.append(_Noted(party, role, sentence, plural, group, order, offices))
        if len(self._noted) > 2 * _REMEMBERED:
            del self._noted[:_REMEMBERED]

    def pass_by(self, role: Role, sentence: int) -> None:
        """A mere thing (a treaty, a budget) in its place: nobody, but "it" may be that."""
        self._things[sentence] = max(self._things.get(sentence, 0), _WEIGHT[role])

    def together(self, sides: Iterable[Party], sentence: int, *, mutual: bool) -> None:
        """An event has been told of these; where they are two, "both sides" may later mean them.

        `mutual`: they do it with each other, or another does it to the two of them.
        """
        keys = sorted({_side(p) for p in sides if p.kind not in ("media", "described", "unnamed")})
        if len(keys) == 2:
            self._told[keys[0], keys[1]] += 1
            if mutual:
                self._mutual.append((sentence, (keys[0], keys[1])))
                del self._mutual[:-_REMEMBERED]

    def resolve(
        self, words: list[str], *, sentence: int, mention: tuple[int, int], text: str,
        near: tuple[Party, ...] = (), speaker: tuple[Party, ...] = (), part: str = "",
    ) -> tuple[tuple[Party, ...], Grade]:  # fmt: skip
        """The parties that lowercased `words` stand for, none when unsure; `near` cannot be meant.

        `speaker` is who says "we"; an "agent" (`part`) is no mere thing, a "theme" may well be one. What is returned
        has `mention` and `text` as given, `via` pronoun, description or group, and the antecedent's span.
        """
        if not words:
            return (), "sure"
        found, grade, via = self._answer(words, sentence, near, speaker, part)
        return tuple(_stands(p, mention, text, via) for p in found), grade

    def _answer(
        self, words: list[str], sentence: int, near: tuple[Party, ...], speaker: tuple[Party, ...], part: str
    ) -> tuple[tuple[Party, ...], Grade, str]:
        first = words[0]
        if len(words) == 1:
            if first in _WE:
                return speaker or self._speaker, "sure", "pronoun"
            if first in _HE or first in _SHE:
                return *self._person(first in _SHE, sentence, near, speaker), "pronoun"
            if first in _IT:
                return *self._thing(sentence, near, part if first == "it" else "agent"), "pronoun"
            if first in _THEY:
                return *self._several(sentence, near), "pronoun"
            if first == "both":
                return *self._count(2, sentence, near, people=None), "description"
        powers = _powers(words)
        if powers is not None:
            return (powers,), "sure" if any(w in _NUMBERS for w in words) else "guess", "group"
        return *self._described(words, sentence, near), "description"

    # --- pronouns --------------------------------------------------------------------------------------------------

    def _person(
        self, she: bool, sentence: int, near: tuple[Party, ...], speaker: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], Grade]:
        window, own = self._window(sentence, _REACH), {p.id for p in speaker if p.kind == "person"}
        near = (*near, *speaker)
        fits = [n for n in window if n.human and not n.plural and n.party.id not in own and self._may_be(n, she)]
        sure = [n for n in fits if self._known_gender(n)]
        best, grade = _best(fits, sentence, near)
        if best is not None and sure and best not in sure:
            told, _ = _best(sure, sentence, near)
            if told is not None and _score(told, sentence) >= _score(best, sentence) - 1:
                best = told
        if best is not None:
            self._gender[_who(best.party)] = "she" if she else "he"
            others = [n for n in fits if _who(n.party) != _who(best.party)]
            peers = [n for n in others if n.sentence == best.sentence and n.role != "oblique"]
            far = sentence - best.sentence > 1 or (sentence > best.sentence and (peers or best.role not in _FOREMOST))
            return (best.party,), "guess" if far and others else grade
        return (), "sure"

    def _may_be(self, noted: _Noted, she: bool) -> bool:
        known = self._known_gender(noted)
        return known is None or known == ("she" if she else "he")

    def _known_gender(self, noted: _Noted) -> str | None:
        """Whether "she" or "he" is right where the name, the title or an earlier pronoun tells."""
        known = self._gender.get(_who(noted.party))
        if known:
            return known
        given = noted.party.name.lower().split()[0] if noted.party.kind == "person" and noted.party.name else ""
        words = {given} if given in FEMALE or given in MALE else noted.words
        return "she" if words & _FEMALE else "he" if words & _MALE else None

    def _thing(self, sentence: int, near: tuple[Party, ...], part: str) -> tuple[tuple[Party, ...], Grade]:
        """The last state or body; none where a mere thing (a treaty, a budget) stands nearer."""
        window = self._window(sentence, _REACH)
        best, grade = _best([n for n in window if n.collective and not n.plural], sentence, near)
        if best is None:
            return (), "sure"
        things = [_score(n, sentence) for n in window if n.thing]
        passed = [self._things.get(sentence - k, -99) - 4 * k for k in range(_REACH)] if part != "agent" else []
        thing = max((*things, *passed), default=-99)
        if thing > _score(best, sentence):
            return (), "sure"
        open_ = part == "theme" and max(passed[:2]) > -_WEIGHT["object"]  # "approved the bill, but it was dismissed"
        near_tie = open_ or thing == _score(best, sentence) or sentence - best.sentence > 1
        return (best.party,), "guess" if near_tie else grade

    def _several(self, sentence: int, near: tuple[Party, ...]) -> tuple[tuple[Party, ...], Grade]:
        avoid = {p.id for p in near}
        groups = [g for g in self._groups(sentence, _REACH) if g[0].plural and not {n.party.id for n in g} <= avoid]
        if not groups:
            return (), "sure"
        best = max(groups, key=lambda g: (_score(g[0], sentence), g[0].order))
        people = all(n.party.via == "role" and n.plural for n in best)  # "ten British sailors"
        known = all(n.collective or n.human for n in best) and all(n.party.kind != "described" for n in best)
        if not known and not people:
            return (), "guess"  # strangers, and nobody else
        nearer = [n for n in self._window(sentence, 1) if n.thing and n.head in _BODIES]
        if any(_score(n, sentence) > _score(best[0], sentence) for n in nearer):
            return _parties(best), "guess"
        return _parties(best), "sure" if sentence - best[0].sentence <= 1 else "guess"

    # --- descriptions ----------------------------------------------------------------------------------------------

    def _described(self, words: list[str], sentence: int, near: tuple[Party, ...]) -> tuple[tuple[Party, ...], Grade]:
        head = words[-1]
        number = next((_NUMBERS[w] for w in words if w in _NUMBERS), 0)
        if head == "powers":
            told = [n for n in self._noted if n.party.id in ("P5+1", "E3")]
            return (
                ((told[-1].party,), "sure")
                if told and words[:-1] in (["the"], ["these"], ["those"], ["all"])
                else ((), "sure")
            )
        if head in ("pair", "duo"):
            return self._count(2, sentence, near, people=True)
        if head in ("trio", "quartet") and len(words) == 2 and words[0] == "the":
            return self._count(_NUMBERS[head], sentence, near, people=None)
        if words == ["the", "two"]:
            return self._count(2, sentence, near, people=None)
        if words == ["the", head] and head.endswith("s") and head in _CROWDS:
            crowd, grade = self._same_crowd(head, sentence)
            if crowd:
                return crowd, grade
        several = head.endswith("s") and (head in SIDES or head in _PEOPLE)
        if several and any(w not in _NUMBERS and w not in _MERELY for w in words[:-1]):
            return (), "sure"  # "the coup leaders": others than those told of
        if number and (head in SIDES or head in _PEOPLE):
            people = head in _PEOPLE and head not in SIDES
            return self._count(number, sentence, near, people=people, land=head in _LANDS)
        if words[0] == "its" and head in ("neighbour", "neighbor", "rival", "foe", "ally", "adversary", "partner"):
            return self._other_state(sentence, near)
        if head in (
            "sides",
            "parties",
            "neighbours",
            "neighbors",
            "foes",
            "rivals",
            "enemies",
            "countries",
            "nations",
            "leaders",
        ):
            return self._count(0, sentence, near, people=head == "leaders", land=head in _LANDS)
        if words[0] not in ("the", "this", "that"):
            return (), "sure"
        return self._definite(words, head, sentence, near)

    def _same_crowd(self, head: str, sentence: int) -> tuple[tuple[Party, ...], Grade]:
        """ "the officers": the four Russian officers told of before."""
        window = self._window(sentence, 2 * _REACH)
        same = [n for n in window if n.plural and n.party.via == "role" and n.party.states and n.head == head]
        if not same:
            return (), "sure"
        one = len({n.party.id for n in same}) == 1 and same[-1].sentence >= sentence - _REACH
        return (same[-1].party,), "sure" if one else "guess"

    def _definite(
        self, words: list[str], head: str, sentence: int, near: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], Grade]:
        """One party by a definite noun: "the president", "the country", "the bloc", "the group"."""
        window = self._window(sentence, 2 * _REACH)
        if head in OFFICES and not head.endswith("s"):
            alike = (
                _LEADERS
                if head == "leader"
                else next((kind for kind in _SAME_OFFICE if head in kind), frozenset([head]))
            )
            same = [n for n in self._noted if n.human and not n.plural and n.words & alike]
            said = set(words[1:-1])
            same = [n for n in same if said <= n.words and (said & _DEPUTY or not n.deputy(alike))]
            best, _ = _best(same, sentence, ())
            return (
                ((best.party,), "sure" if len({_who(n.party) for n in same}) == 1 else "guess")
                if best
                else ((), "sure")
            )
        avoid = {p.id for p in near}
        named = [n for n in window if head in n.words and n.party.kind == "state" and n.party.id not in avoid]
        if head in ("administration", "government", "regime", "ministry") and named:
            nearer = {n.party.id for n in window if n.party.kind == "state" and n.sentence > named[-1].sentence}
            one = len({n.party.id for n in named}) == 1 and not nearer - {named[-1].party.id} - avoid
            return (named[-1].party,), "sure" if one else "guess"
        if head in _STATE_NOUNS:
            only = self._forms.get(head)
            fits = [
                n
                for n in window
                if n.party.kind == "state" and n.collective and not n.plural and (only is None or n.party.id in only)
            ]
        elif head in _ARMED_NOUNS:
            fits = [n for n in window if n.party.kind == "armed group" and n.collective]
        elif head in _BODY_NOUNS:
            fits = [
                n
                for n in window
                if n.party.kind in ("organization", "grouping")
                and n.collective
                and not n.party.states
                and (head in _ANY_BODY or head in n.words)
            ]
        else:
            return (), "sure"
        best, grade = _best(fits, sentence, near if head in _STATE_NOUNS else ())
        if best is None:
            return (), "sure"
        other = head in _STATE_NOUNS and not set(best.party.states) & self._main_states()
        return (best.party,), "guess" if other else grade

    def _other_state(self, sentence: int, near: tuple[Party, ...]) -> tuple[tuple[Party, ...], Grade]:
        """For "its neighbour" the one other state of the last sentences."""
        avoid = {p.id for p in near}
        others = {
            n.party.id: n.party
            for n in self._window(sentence, 1)
            if n.party.kind == "state" and n.party.id not in avoid
        }
        return (tuple(others.values()), "sure") if len(others) == 1 else ((), "sure")

    def _count(
        self, number: int, sentence: int, near: tuple[Party, ...], *, people: bool | None, land: bool = False
    ) -> tuple[tuple[Party, ...], Grade]:
        """Parties by number: "both countries", "the two leaders", "the sides" (0: any number above one)."""
        others = {p.id for p in near}  # "Libya and Egypt urged both countries": others than they

        def fits(noted: _Noted) -> bool:
            if (land and not noted.party.states) or (noted.sentence == sentence and noted.party.id in others):
                return False
            return noted.actor and (noted.human if people else noted.collective or noted.human)

        def enough(parties: tuple[Party, ...]) -> bool:
            return len(parties) == number if number else len(parties) > 1

        groups = [
            g for g in self._groups(sentence, 2 * _REACH) if all(fits(n) for n in g) and enough(_sides(g, people))
        ]
        latest = groups[-1] if groups else None
        pair = () if number > 2 else self._pair(sentence)
        pair = () if others and {p.id for p in pair} <= others else pair
        if latest and pair and not people and all(n.human for n in latest):
            latest = None  # "the neighbours" are not the three who telephoned
        for back in range(2 * _REACH + 1):
            if latest and sentence - latest[0].sentence == back:
                return _sides(latest, people), "sure"
            here = [n for n in self._noted if n.sentence == sentence - back and fits(n)]
            sides = _sides(here, people)
            if enough(sides) and (number or back <= 1):
                return sides, "sure" if back <= 1 else "guess"
            if pair and not people:
                return pair, "sure"
            joint = _sides(
                [n for n in self._noted if sentence - 1 - back <= n.sentence <= sentence - back and fits(n)], people
            )
            if number and enough(joint):
                return joint, "guess"
        return pair, "sure"

    def _pair(self, sentence: int) -> tuple[Party, ...]:
        """The two of whom events are told: those of the sentence before, else those told of most often."""
        known = {_side(n.party): n.party for n in self._noted if n.party.kind != "person"}
        told = [keys for keys in self._told if set(keys) <= known.keys()]
        if not told:
            return ()
        near = [keys for at, keys in self._mutual if sentence - at <= 1 and set(keys) <= known.keys()]
        wanted = near[-1] if near else max(told, key=self._told.__getitem__)  # of equals the one told of first
        return tuple(known[key] for key in wanted)

    def _main_states(self) -> set[str]:
        """The states that the document has named most often so far."""
        counts: dict[str, int] = {}
        for noted in self._noted:
            for state in noted.party.states:
                counts[state] = counts.get(state, 0) + 1
        most = max(counts.values(), default=0)
        return {state for state, count in counts.items() if count == most}

    # --- memory ----------------------------------------------------------------------------------------------------

    def _window(self, sentence: int, reach: int) -> list[_Noted]:
        return [n for n in self._noted if sentence - reach <= n.sentence <= sentence]

    def _groups(self, sentence: int, reach: int) -> list[list[_Noted]]:
        out: dict[int, list[_Noted]] = {}
        for n in self._window(sentence, reach):
            out.setdefault(n.group, []).append(n)
        return list(out.values())


def _who(party: Party) -> str:
    """Who is meant: the ids of persons, and of those known by office the words too."""
    return party.id if party.kind == "person" else f"{party.id} {party.text.lower().split()[-1]}"


def _side(party: Party) -> str:
    """Whose side a party is on: its state's, or its own."""
    return "/".join(party.states) or party.id


def _score(noted: _Noted, sentence: int) -> int:
    """Nearer is better, and a subject is better than what stands near."""
    back = sentence - noted.sentence
    return _WEIGHT.get(noted.role, 1) - (4 if back == 1 else 6 * back)


def _best(fits: Iterable[_Noted], sentence: int, near: tuple[Party, ...]) -> tuple[_Noted | None, Grade]:
    """The likeliest, and whether another is as likely; `near` (parties of the same clause) cannot be meant."""
    avoid = {(p.id, p.mention) for p in near if not _of_person(p)} | {
        (p.id, p.antecedent) for p in near if p.antecedent
    }
    ids = {p.id for p in near}
    left = [
        n
        for n in fits
        if (n.party.id, n.party.mention) not in avoid and not (n.party.id in ids and n.party.via != "role")
    ]
    if not left:
        return None, "sure"
    best = max(left, key=lambda n: (_score(n, sentence), n.order))
    rivals = {_who(n.party) for n in left if _score(n, sentence) >= _score(best, sentence) - 1} - {_who(best.party)}
    tied = {_who(n.party) for n in left if _score(n, sentence) >= _score(best, sentence)} - {_who(best.party)}
    return best, "guess" if tied or (rivals and best.role not in _FOREMOST) else "sure"


def _of_person(party: Party) -> bool:
    """ "Obama's remarks about how he …": the person is named there and yet is no subject."""
    return party.kind == "person" and party.via == "role"


def _parties(noted: Iterable[_Noted]) -> tuple[Party, ...]:
    return tuple({_who(n.party): n.party for n in noted}.values())


def _sides(noted: Iterable[_Noted], people: bool | None) -> tuple[Party, ...]:
    """The distinct parties; as countries, a minister and his state are one side."""
    out: dict[str, Party] = {}
    noted = list(noted)
    states = [n for n in noted if n.party.kind != "person"]
    for n in noted if people or len({n.party.id for n in states}) < 2 else states:
        key = _who(n.party) if people else _side(n.party)
        if key not in out or (n.party.kind == "state" and n.party.via != "role"):
            out[key] = n.party
    return tuple(out.values())


def _powers(words: list[str]) -> Party | None:
    """For "six world powers", "world powers" the six that dealt with Iran; "three European powers": the E3."""
    if words[-1] not in ("powers", "nations"):
        return None
    if words[-1] == "powers" and ("european" in words and "three" in words):
        return Party("E3", "E3", "grouping", (), (0, 0), "")
    large = {"world", "major", "global"} & set(words)
    if words[-1] == "powers" and (large or words[:-1] in (["the", "six"], ["six"])):
        return Party("P5+1", "P5+1", "grouping", (), (0, 0), "")
    return None


def _stands(party: Party, mention: tuple[int, int], text: str, via: str) -> Party:
    near = party.antecedent or (party.mention if party.mention != (0, 0) else None)
    return replace(party, mention=mention, text=text, via=via, antecedent=near)
