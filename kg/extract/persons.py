"""A name with its title in, the person out: met before in the text, linked to the lists, or new with a name of its own.

A list only adds the identifier: by full name, or by surname with office, state or the date of the text. Where two
persons fit, nobody is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.authority import Authority
from kg.authority.names import loose_key, surname_of
from kg.authority.records import Tenure, covers, fold
from kg.extract.spans import Mention

__all__ = ["PARTICLES", "PAST", "Named", "Person", "Register", "Title", "names_office"]

PARTICLES = frozenset(
    """al el bin ibn ben bint abu abd von van der den de da di do dos das del della du la le ul ur ter ten y e
    san""".split()
)
_GIVEN_FIRST = frozenset("king queen pope prince princess emir sultan emperor empress sheikh shaikh patriarch".split())
_FAMILY_FIRST = frozenset("CHN TWN KOR PRK VNM KHM HUN HKG MMR SGP".split())
_TWO_SURNAMES = frozenset("ESP MEX ARG CHL PER COL VEN ECU BOL PRY URY CUB DOM GTM HND NIC CRI PAN SLV PRT BRA".split())
_PROMINENT = frozenset(["president", "prime minister", "monarch", "leader", "foreign minister", "secretary-general"])
_LEADING = frozenset(["president", "prime minister", "leader", "secretary-general"])
_KNOWN_TO_ALL = frozenset("USA RUS CHN GBR FRA DEU ISR IRN IND JPN PRK TUR SYR UKR VEN UN NATO ALQAEDA ISIS".split())
_DEPUTIES = frozenset("vice deputy".split())
_SECOND = frozenset(_PROMINENT | {"vice president"})
PAST = frozenset("former ex late ousted deposed".split())
_PART_OF = {"EC": "EU", "EUCO": "EU", "EP": "EU", "OHCHR": "UN", "UNHCR": "UN", "OCHA": "UN"}
_OFFICE_WORDS = {
    "president": ("president", "leader", "strongman", "head of state"),
    "prime minister": ("prime minister", "premier", "chancellor", "pm", "taoiseach"),
    "foreign minister": ("foreign", "secretary of state", "secretary", "diplomat", "fm", "external"),
    "defence minister": ("defence", "defense", "secretary"),
    "monarch": ("king", "queen", "emir", "sultan", "emperor", "monarch"),
    "leader": ("leader", "ayatollah", "president", "general secretary", "chairman"),
    "spokesperson": ("spokes", "press secretary"),
    "chief of staff": ("general", "admiral", "chief", "chairman"),
    "secretary-general": ("secretary", "chief"),
    "interior minister": ("interior", "home", "secretary", "internal"),
    "finance minister": ("finance", "treasur", "chancellor", "secretary"),
    "justice minister": ("justice", "attorney"),
    "national security adviser": ("adviser", "advisor", "secretary"),
    "speaker of parliament": ("speaker", "president"),
    "intelligence chief": ("director", "chief", "intelligence", "head"),
    "ambassador to the United Nations": ("ambassador", "envoy", "representative"),
    "ambassador to the United States": ("ambassador", "envoy"),
    "trade minister": ("trade", "commerce", "econom", "secretary"),
    "energy minister": ("energy", "oil", "petroleum", "secretary"),
    "vice president": ("vice",),
    "deputy prime minister": ("deputy", "vice premier", "vice prime"),
    "deputy foreign minister": ("deputy", "vice", "under", "foreign"),
}


@dataclass(slots=True)
class Person:
    """A person met in the text: states that he or she stands for, or the body."""

    id: str
    name: str
    states: tuple[str, ...] = ()
    body: str | None = None
    guessed: bool = False
    offices: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Title:
    """A title: its tokens, its words, and whom the office belongs to; an honorific ("Mr.") is no office."""

    first: int
    last: int
    words: tuple[str, ...]
    owner: Mention | None = None
    honorific: bool = False

    @property
    def past(self) -> bool:
        """Whether the office was held before: "former president"."""
        return bool(PAST & set(self.words))

    @property
    def states(self) -> tuple[str, ...]:
        return self.owner.states if self.owner and self.owner.kind != "media" else ()

    @property
    def body(self) -> str | None:
        """The international body or armed group that the office belongs to."""
        owner = self.owner
        return owner.id if owner and not owner.states and owner.kind not in ("media", "state", "person") else None


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands: its text, its words folded, and which of them have capitals."""

    text: str
    words: tuple[str, ...]
    capitals: tuple[bool, ...]

    @property
    def key(self) -> str:
        return " ".join(self.words)


@dataclass(slots=True)
class Register:
    """The persons of one text, by every name that may stand for them; `about` are the states that it names."""

    authority: Authority
    published: str | None
    about: frozenset[str] = frozenset()
    by_key: dict[str, list[Person]] = field(default_factory=dict)
    _made: dict[str, Person] = field(default_factory=dict)

    def identify(self, name: Named, title: Title | None) -> Person:
        """Who this is; from now on the surname alone means this person too."""
        states = title.states if title else ()
        met = [p for p in self.by_key.get(name.key, ()) if not states or not p.states or set(states) & set(p.states)]
        person = met[0] if len(met) == 1 else self._linked(name, title) or self._fuller(name, states) or self._new(name)
        if states and (not person.states or not set(states) & set(person.states)):
            person.states, person.body = states, None
        if title and title.body and not title.past:
            person.states, person.body = (), title.body
        if title and not title.past:
            person.offices.update(_office_words(title.words))
        self._remember(person, name, title)
        return person

    def _fuller(self, name: Named, states: tuple[str, ...]) -> Person | None:
        """Who was named before with more or fewer first names: "Ana Duarte", "Ana Lucia Duarte"."""
        if len(name.words) < 2:
            return None
        same = [
            p
            for p in self.by_key.get(name.words[-1], ())
            if fold(p.name).split()[0] == name.words[0] and (not states or not p.states or set(states) & set(p.states))
        ]
        return same[0] if len(same) == 1 else None

    def again(self, key: str) -> Person | None:
        """Who a name met before stands for; where two fit, a person without identifier."""
        known = self.by_key.get(key)
        if not known:
            return None
        if len(known) == 1:
            return known[0]
        high = [p for p in known if p.id[0] == "Q" and self._in_high_office(p.id)]
        if len(high) == 1:
            return high[0]
        shared = known[0].states if len({p.states for p in known}) == 1 else ()
        return Person(f"person:{slug(key)}", known[0].name.split()[-1], shared)

    def prominent(self, key: str) -> Person | None:
        """The one head of state or government or foreign minister of the day with a surname, if there is just one.

        Where the text names neither the state nor the day, the only one of any time who has the name is a guess.
        """
        same = self.authority.surname(key)
        fitting = [p for p in same if self._in_high_office(p) and self._expected(p)]
        if len(fitting) > 1:  # Bush: which of them stays open, not for whom he stands
            states = {self._listed(p).states for p in fitting}
            return Person(f"person:{slug(key)}", key.title(), states.pop()) if len(states) == 1 else None
        if fitting:
            return self._listed(fitting[0])
        before = [p for p in same if self._known_before(p)]
        if len(before) == 1:
            return self._listed(before[0])
        if len(same) != 1 or not self.about or not self._in_high_office(same[0]) or self.authority.places(key):
            return None
        one = self._listed(same[0])
        return one if self.published is not None else replace(one, guessed=True)

    def _expected(self, person: str) -> bool:
        """Whether a text may mean the person without a word: it names the state, or all know who leads it."""
        of = set(self.authority.states_of(person, self.published))
        if of & self.about:
            return True
        return bool(of & _KNOWN_TO_ALL) and any(t.office in _LEADING for t in self.authority.tenures(person))

    def _known_before(self, person: str) -> bool:
        """Whether somebody led one of the best-known states before, or soon after, and it is named: Biden in 2020."""
        day = self.published
        if day is None or not self._expected(person):
            return False
        led = [t for t in self.authority.tenures(person) if t.office in _SECOND and t.of in _KNOWN_TO_ALL]
        return any(covers(_years(t.begin, -4), _years(t.end, 12), day) for t in led)

    def _in_high_office(self, person: str) -> bool:
        held = [t for t in self.authority.tenures(person) if t.office in _PROMINENT]
        if self.published is None:
            return bool(held)
        return any(covers(t.begin, t.end, self.published) for t in held)

    def _new(self, name: Named) -> Person:
        made = f"person:{slug(name.text)}"
        return self._made.setdefault(made, Person(made, " ".join(name.text.split())))

    def _listed(self, person_id: str) -> Person:
        if person_id not in self._made:
            record = self.authority.get(person_id)
            of = self.authority.states_of(person_id, self.published)
            first = self.authority.get(of[0]) if of else None
            states = first.states[:1] if first else ()
            self._made[person_id] = Person(
                person_id, record.name if record else person_id, states, of[0] if of and not states else None,
                offices={w for t in self._running(person_id) for w in _office_words(t.office.split())},
            )  # fmt: skip
        return self._made[person_id]

    def _remember(self, person: Person, name: Named, title: Title | None) -> None:
        """By which words the person may be named later."""
        words, parts = name.words, [w for w, big in zip(name.words, name.capitals, strict=True) if big]
        keys = {name.key, surname_of(name.text), words[-1]}
        if len(parts) > 1 and set(person.states) & _TWO_SURNAMES:
            keys |= {" ".join(parts[-2:]), *((parts[-2],) if len(parts) > 2 else ())}
        if len(parts) in (2, 3) and set(person.states) & _FAMILY_FIRST:
            keys.add(words[0])
        if len(words) > 2 and words[-2] in PARTICLES:
            keys.add(" ".join(words[-2:]))
        if title and title.words and title.words[-1] in _GIVEN_FIRST:
            keys.add(words[0])
        if person.id[0] == "Q":
            keys.add(surname_of(person.name))
        for key in sorted(keys):
            mine = self.by_key.setdefault(key, [])
            if key and all(p is not person for p in mine):
                mine.append(person)

    # --- lists -----------------------------------------------------------------------------------------------------

    def _linked(self, name: Named, title: Title | None) -> Person | None:
        """The listed person, if just one fits by name, office, state and date."""
        found = self._by_full_name(name, title)
        if found is None:
            surname = surname_of(name.text)
            same = self.authority.surname(surname) or (
                self.authority.loose(surname) if title or len(name.words) > 1 else ()
            )
            if len(name.words) > 1:
                same = tuple(p for p in same if self._given_fits(p, name.words[0]))
            found = self._in_office(list(same), title) if title else []
        return self._listed(found[0]) if len(found) == 1 else None

    def _by_full_name(self, name: Named, title: Title | None) -> list[str] | None:
        """Listed persons with this full name; None when nobody has it."""
        if len(name.words) < 2:
            return None
        entries = self.authority.names.get(name.key, ())
        full = [self.authority.row(e[0])[0] for e in entries if e[2] == "person"]
        if not full:
            return None
        fitting = self._of(full, title) if title else [p for p in full if self._expected(p)]
        if len(fitting) > 1:
            running = [p for p in fitting if self._runs(p)]
            fitting = running if len(running) == 1 else fitting
        return fitting

    def _of(self, ids: list[str], title: Title | None) -> list[str]:
        """Those who held office for the state or body of the title."""
        of = {*title.states, title.body, _PART_OF.get(title.body or "")} - {None} if title else set()
        return [p for p in dict.fromkeys(ids) if not of or of & set(self.authority.states_of(p))]

    def _in_office(self, ids: list[str], title: Title) -> list[str]:
        """Those of the state who were in office on the day, and whose office the title names."""
        left = self._of(ids, title)
        if self.published is not None and not title.past:
            left = [p for p in left if self._runs(p)]
        if title.honorific:
            return [p for p in left if self._expected(p) and (self.published is not None or self._in_high_office(p))]
        named = [p for p in left if self._holds(p, title)]
        return named or (left if title.states else [])

    def _runs(self, person: str) -> bool:
        return bool(self._running(person))

    def _running(self, person: str) -> list[Tenure]:
        """The offices of a person on the day."""
        day = self.published
        return [t for t in self.authority.tenures(person) if day is not None and covers(t.begin, t.end, day)]

    def _holds(self, person: str, title: Title) -> bool:
        """Whether an office of the person (on the day) is the one that the title names."""
        text = " ".join(title.words)
        for t in self.authority.tenures(person):
            if self.published is not None and not title.past and not covers(t.begin, t.end, self.published):
                continue
            if names_office(text, t.office):
                return True
        return False

    def _given_fits(self, person: str, given: str) -> bool:
        """Whether a listed person may have this first name: the same, or another spelling of it."""
        record = self.authority.get(person)
        firsts = {fold(name.split()[0]) for name in (record.name, *record.aliases)} if record else set()
        key = loose_key(given)
        return any(
            f == given or loose_key(f) == key or (f[:2] == given[:2] and loose_key(f)[-1:] == key[-1:]) for f in firsts
        )


def _office_words(words: Iterable[str]) -> set[str]:
    """The words of an office; a deputy has not the office itself."""
    out = set(words)
    return out if out.isdisjoint(_DEPUTIES) else out & _DEPUTIES


def _years(day: str | None, count: int) -> str | None:
    """A day some years later or earlier."""
    return f"{int(day[:4]) + count:04}{day[4:]}" if day else None


def names_office(title: str, office: str) -> bool:
    """Whether the words of a title (lower case) may mean an office.

    >>> names_office("white house spokesman", "spokesperson"), names_office("king", "president")
    (True, False)
    """
    return any(x in title for x in _OFFICE_WORDS.get(office, (office,)))


def slug(name: str) -> str:
    """The name as part of an id.

    >>> slug("José María Aznar")
    'jose-maria-aznar'
    """
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-") or "unknown"
