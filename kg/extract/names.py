"""A text and its listed names in, mentions of persons out: titled, listed, described in apposition, and by surname.

"Iranian Foreign Minister Mohammad Javad Zarif" is one mention with its title; then "Zarif", "Mr. Zarif". A person
that no list knows is still an actor, with a name and, from the title, a state. Who it is: `kg.extract.persons`.
"""

from __future__ import annotations

from functools import cached_property

from kg.authority import Authority
from kg.extract.bare_titles import with_states
from kg.extract.given import FEMALE, MALE
from kg.extract.lists import CALENDAR, DIRECTIONS, FUNCTION, ORGANS, PEOPLES, PLACE_NOUNS, PLACE_WORDS, US_STATES
from kg.extract.lookalikes import Look
from kg.extract.name_runs import HONORIFICS, NameRuns
from kg.extract.persons import PARTICLES, Person, Register, Title
from kg.extract.spans import Mention

__all__ = ["people"]

_GIVEN = FEMALE | MALE
_AFTER_HEAD = frozenset("general elect designate emeritus".split())
_COMPLEMENT = frozenset(
    """the and affairs state staff 's parliament cooperation rights region east middle programme program
    refugees relations defence war , commons lords representatives""".split()
)


def people(look: Look, listed: list[Mention], authority: Authority, published: str | None) -> list[Mention]:
    """Mentions of persons in order; `listed` are the matches of the lists, full names of persons among them."""
    about = frozenset(x for m in listed if m.form not in ("media", "person") for x in (m.id, *m.states))
    reader = _Reader(look, listed, Register(authority, published, about))
    reader.titled(lone=False)
    reader.listed_names()
    reader.described()
    reader.plain()
    reader.titled(lone=True)
    reader.described()
    reader.surnames()
    return with_states(sorted(reader.out.values(), key=lambda m: m.first), [m for m in listed if m.form != "person"])


class _Reader(NameRuns):
    """One pass over a text; `out` holds the mentions by first token, `taken` their tokens."""

    def __init__(self, look: Look, listed: list[Mention], register: Register) -> None:
        super().__init__(look, listed)
        self.register = register
        self.out: dict[int, Mention] = {}
        self._began: dict[str, int] = {}
        self._usual: dict[str, Person] = {}

    # --- "Iranian Foreign Minister Mohammad Javad Zarif" -------------------------------------------------------------

    def titled(self, *, lone: bool) -> None:
        """Persons after a title or an honorific; `lone` are those with one name, who may have been named in full."""
        for i in self._heads:
            if i in self.taken:
                continue
            word = self.folded[i]
            if (
                (word in self.lexicon.honorific and self.look.capital(i))
                or word in self.lexicon.office
                or (word in self.lexicon.heads and self._common(i))
            ):
                self._after_title(i, word, lone=lone)
            elif not lone and word in self.lexicon.offices and self.look.capital(i):
                self._after_plural(i)

    @cached_property
    def _heads(self) -> list[int]:
        """Where the words stand that a title may turn on."""
        triggers = self.lexicon.triggers
        return [n for n, word in enumerate(self.folded) if word in triggers]

    @cached_property
    def _commas(self) -> list[int]:
        """The commas behind a capitalised word."""
        return [n for n, word in enumerate(self.words) if word == "," and self.look.capital(n - 1)]

    def _common(self, i: int) -> bool:
        """A role such as "journalist" or "national" is written small, but where a sentence begins."""
        return (
            not self.look.capital(i)
            or i in self.look.starts
            or self.folded[i] in ("professor", "cardinal", "archbishop", "bishop")
        )

    def _after_title(self, head: int, word: str, *, lone: bool) -> None:
        title = self._title(head, word)
        begin = self._skip_complement(title.last, title)
        if begin >= len(self.words) or not self.look.beside(begin - 1, begin):
            return
        comma = self.words[begin] == ","
        begins = begin + comma
        if comma and self.look.capital(begins) and self.folded[begins] in self.lexicon.titles:
            begins += 1  # "Oman's ruler, Sultan Qaboos, said"
            begins += begins < len(self.words) and self.words[begins] == "."
        name = self.name_run(begins)
        if not name or (name[1] - name[0] == 1) != lone:
            return
        if comma:  # "Egypt's president, Hosni Mubarak, said": the office is a noun phrase of its own
            if title.owner is not None and self._closed(name[1]):
                self._add(name, title, alone=True)
        else:
            self._add(name, title)

    def _after_plural(self, head: int) -> None:
        """Names that share a title: "Presidents Obama and Putin"."""
        title = self._title(head, self.folded[head][:-1])
        k = head + 1
        while name := self.name_run(k):
            self._add(name, Title(name[0], name[0], title.words, title.owner))
            k = name[1]
            while k < len(self.words) and self.folded[k] in (",", "and"):
                k += 1

    def _title(self, head: int, word: str) -> Title:
        """The title around its head: modifiers to the left, then whom it belongs to."""
        last, size = head + 1, len(self.words)
        if last < size and self.words[last] == "." and word in self.lexicon.honorific:
            last += 1
        if last + 1 < size and self.words[last] == "-" and self.folded[last + 1] in _AFTER_HEAD:
            last += 2
        elif last < size and self.folded[last] in _AFTER_HEAD:
            last += 1
        first = head
        while (
            first > 0
            and self.look.beside(first - 1, first)
            and first - 1 not in self.taken
            and self._in_title(first - 1)
        ):
            first -= 1
        owner = self._owner(first)
        if owner is None:
            first, owner = self._long_office(first)
        if owner is None and first and self.folded[first - 1] in ("its", "his", "her") and word not in _OTHERS:
            owner = self._whose(first - 1)
        begin = first if owner is None or owner.last < first - 1 else owner.first
        while begin < head and self.folded[begin] in ("and", "-", "&", "'s"):
            begin += 1
        words = tuple(self.folded[k] for k in range(first, last) if self.words[k] not in ".-")
        return Title(begin, last, words, owner, word in HONORIFICS)

    def _long_office(self, first: int) -> tuple[int, Mention | None]:
        """For "Bangladeshi Road Transport and Bridges Minister" the capitals between the state and the head."""
        k = first
        while k > 0 and first - k < 6 and self.look.beside(k - 1, k) and k - 1 not in self.taken:
            owner = self.owner_at(k - 1)
            if owner is not None:
                return (k, self._owner(k)) if k < first else (first, None)
            joined = k < first and self.folded[k - 1] in ("and", "of", "&")  # not "Syria and President Assad"
            if not (self.look.capital(k - 1) or joined) or self.look.headline(k):
                break
            k -= 1
        return first, None

    def _in_title(self, i: int) -> bool:
        """Whether token i may stand inside a title."""
        word = self.folded[i]
        if self.owner_at(i) is not None:
            return False
        if word in self.lexicon.modifier or word in self.lexicon.heads:
            return True
        if word in ("and", "-", "&"):
            return i > 0 and self.folded[i - 1] in self.lexicon.modifier and i - 1 not in self.at
        if word == ".":
            return i > 0 and self.folded[i - 1] in self.lexicon.honorific
        return word in self.lexicon.honorific and self.look.capital(i)

    def _owner(self, first: int) -> Mention | None:
        """The state, organ or body right before a title: "Iranian", "Iran's", "State Department", "EU"."""
        k = first - 1
        if k > 0 and self.folded[k] == "'s":
            k -= 1
        owner = self.owner_at(k) if self.look.sentence(k) == self.look.sentence(first) else None
        return owner if owner is not None and owner.last == k + 1 and not owner.plural else None

    def _whose(self, i: int) -> Mention | None:
        """Whose minister "its minister" at token i is: the one state or body of the sentence, or of those before.

        "His minister" is that of the one person told of there.
        """
        sentence = self.look.sentence(i)
        if self.folded[i] != "its":
            before = [m for k, m in self.out.items() if k < i and sentence - self.look.sentence(k) <= 1]
        else:
            before = [
                m for m in self.listed
                if m.last <= i and sentence - self.look.sentence(m.first) <= 2 and not m.place
                and m.form in ("name", "metonym", "organ")
            ]  # fmt: skip
        latest = max((self.look.sentence(m.first) for m in before), default=0)
        found = {m.id: m for m in before if self.look.sentence(m.first) == latest}
        return next(iter(found.values())) if len(found) == 1 else None

    def _skip_complement(self, i: int, title: Title) -> int:
        """Past "of State", "of Foreign Affairs of Iran", "to the United Nations"; a state there becomes the owner."""
        folded, k, out = self.folded, i, i
        while k < len(folded) and folded[k] in ("of", "for", "to", "at", "in", "on") and self.look.beside(k - 1, k):
            ours = folded[k] in ("of", "for", "at")
            k = begin = k + 1
            while k < len(folded) and k - begin < 8 and self.look.beside(k - 1, k):
                mention = self.owner_at(k)
                if mention is not None:
                    title.owner = title.owner or (mention if ours else None)
                    k = mention.last
                elif (
                    folded[k] in self.lexicon.modifier
                    or folded[k] in ORGANS
                    or (folded[k] in _COMPLEMENT and self._goes_on(k))
                ):
                    k += 1
                else:
                    break
            if k == begin:
                return out
            if folded[k - 1] in _OPEN_END and k < len(folded) and self.look.capital(k):
                return len(folded)
            out = k
        return out

    def _goes_on(self, k: int) -> bool:
        """A comma inside a complement ("of Europe, Trade and Foreign Affairs") has a word of it behind."""
        return self.folded[k] != "," or (k + 1 < len(self.folded) and self.folded[k + 1] in self.lexicon.modifier)

    def _closed(self, last: int) -> bool:
        """Whether a name after a comma ends there, so that it is no item of a list."""
        return last >= len(self.words) or self.words[last] in ",.;:)" or self.folded[last] == "'s"

    # --- listed by full name -----------------------------------------------------------------------------------------

    def listed_names(self) -> None:
        """Persons whose full name a list has, where no title stands before it."""
        for m in self.listed:
            if m.form == "person" and m.last - m.first > 1 and self._whole(m.first, m.last):
                self._add((m.first, m.last), None)

    def _whole(self, first: int, last: int) -> bool:
        """No capitalised word beside it that would make it another name."""
        look, before = self.look, first - 1
        if look.headline(first):
            return True
        if look.beside(before, first) and look.capital(before):
            if before in look.starts:
                if self._may_be_given(before):
                    return False
            elif not (before in self.at or before in self.taken or self.folded[before] in self.lexicon.titles):
                return False
        if not look.beside(last - 1, last) or not look.capital(last) or last in self.at:
            return True
        return (
            self.folded[last] in self.lexicon.titles or self.folded[last] in FUNCTION or self.folded[last] in CALENDAR
        )

    def _may_be_given(self, i: int) -> bool:
        """Whether the word that begins a sentence may be a first name: "Keron Blair", not "Yesterday Blair"."""
        word = self.folded[i]
        if word in self.lexicon.given:
            return True
        plain = (
            word in FUNCTION
            or word in self.lexicon.titles
            or word in CALENDAR
            or word in self.look.common
            or word.endswith("ly")
        )
        return not plain and i not in self.at and i not in self.taken

    # --- "Zarif, Iran's top diplomat," -------------------------------------------------------------------------------

    def described(self) -> None:
        """Persons whose office follows: "John Kirby, a State Department spokesman, said"."""
        for comma in self._commas:
            first = self._run_start(comma)
            if first == comma or first in self.taken or self.owner_at(first) is not None:
                continue
            title = self._apposition(comma + 1)
            if title is None or self.name_run(first) != (first, comma):
                continue
            if comma - first > 1 or self._known((first, comma)):
                self._add((first, comma), title, alone=True)

    # --- "Hatice Aksoy" ----------------------------------------------------------------------------------------------

    def plain(self) -> None:
        """Persons without a title, by a known first name or by what they do: who "he" and a later surname may be."""
        for i in self.look.capitals:
            if i in self.taken or i in self.at or not self._may_begin(i) or self.look.headline(i):
                continue
            name = self.name_run(i)
            if name is None or name[1] - i < 2 or not self._whole(*name) or self._place(*name):
                continue
            known = self.folded[i] in self.lexicon.given or self.folded[i] in _GIVEN
            if all(k not in self.at for k in range(*name)) and (known or self._human(*name)):
                self._add(name, None)

    def _may_begin(self, i: int) -> bool:
        """Whether a name may begin at token i: two capitals in a row, the first no word of the language."""
        if not self.look.beside(i, i + 1) or not (self.look.capital(i + 1) or self.folded[i + 1] in PARTICLES):
            return False
        if i and (self.words[i - 1] == "-" or self.folded[i] in DIRECTIONS):
            return False
        return i not in self.look.starts or self._may_be_given(i)

    def _human(self, first: int, last: int) -> bool:
        """Whether a stranger does what only people do: "Ruzi Tash, 28, said"; "Tash, a baker, was jailed"."""
        if last - first > 3:
            return False
        if self._does(last):
            return True
        if _HE_OR_SHE.isdisjoint(self.folded[last : last + 60]):
            return False
        word = self.words[last - 1]
        alone = [k for k in self._places.get(word, ()) if k >= last and not self.look.capital(k - 1)]
        return bool(alone) and (self._may_do(last) or any(self._does(k + 1) or self._may_do(k + 1) for k in alone))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each capitalised word stands."""
        out: dict[str, list[int]] = {}
        for i in self.look.capitals:
            out.setdefault(self.words[i], []).append(i)
        return out

    def _does(self, k: int) -> bool:
        """Whether the words from token k on tell of a person: "said", "was born", ", 28,"."""
        if (
            k + 2 < len(self.words)
            and self.words[k] == ","
            and self.words[k + 1].isdigit()
            and self.words[k + 2] == ","
        ):
            return True
        k += k < len(self.words) and self.words[k] == ","
        here = self.folded[k : k + 2]
        return bool(here) and (
            here[0] in _PEOPLE_DO or (here[0] in ("was", "has", "is") and here[-1] in _PEOPLE_SUFFER)
        )

    def _may_do(self, k: int) -> bool:
        """Whether they may: ", a baker", ", formerly", "stabbed"."""
        here = self.folded[k : k + 2]
        if len(here) < 2:
            return False
        return here[1] in _INTRODUCE if here[0] == "," else here[0].endswith("ed")

    def _place(self, first: int, last: int) -> bool:
        """Whether a town or a street stands there: "in Victoria Falls", "Charlotte, Texas"."""
        before = self.folded[first - 1] if first else ""
        if before in PLACE_WORDS or before in ("the", "from"):
            return True
        return any(
            self.folded[k] in PLACE_NOUNS or {self.folded[k], f"{self.folded[k]}s"} & PEOPLES
            for k in range(first, last)
        )

    def _run_start(self, end: int) -> int:
        """Where the capitalised run before token `end` begins."""
        k = end
        while (
            k > 0
            and self.look.beside(k - 1, k)
            and (self.look.capital(k - 1) or self.words[k - 1] in "-." or self.folded[k - 1] in PARTICLES)
        ):
            if k - 1 in self.taken or self.owner_at(k - 1) is not None:
                break
            k -= 1
        while k < end and (not self.look.capital(k) or (k in self.look.starts and self.folded[k] in FUNCTION)):
            k += 1
        return k

    def _known(self, name: tuple[int, int]) -> bool:
        key = self.named(name).key
        return bool(self.register.by_key.get(key) or self.register.authority.surname(key))

    def _apposition(self, i: int) -> Title | None:
        """The office that stands at token i: "Iran's top diplomat", "the president of Chad", "who is a U.S. envoy"."""
        folded, k, head = self.folded, i, -1
        while k < len(folded) and folded[k] in ("the", "a", "an", "who", "is", "was", "now", "then"):
            k += 1
        owner: Mention | None = None
        while k < len(folded) and k - i < 14 and self.look.beside(k - 1, k):
            mention, word = self.owner_at(k), folded[k]
            if mention is not None:
                owner, k = owner or mention, mention.last
                continue
            if word in self.lexicon.heads:
                head = k
            elif word not in self.lexicon.modifier and word not in _IN_APPOSITION and word not in ORGANS:
                break
            k += 1
        if head < 0 or owner is None or folded[k - 1] in _IN_APPOSITION:
            return None
        ended = k >= len(folded) or self.words[k] in ",.;:)—" or not self.look.beside(k - 1, k)
        words = tuple(folded[n] for n in range(i, k) if n not in self.at)
        return Title(i, k, words, owner) if ended else None

    # --- surnames ----------------------------------------------------------------------------------------------------

    def surnames(self) -> None:
        """Later "Zarif"; and those so well known that the date alone tells ("Merkel" in 2012)."""
        known, listed = {key.split()[0] for key in self.register.by_key if key}, self.register.authority.surnames
        for i in self.look.capitals:
            word = self.folded[i]
            if i in self.taken or (word not in known and word not in listed):
                continue
            mention = self.owner_at(i)
            if (
                mention is not None
                and mention.form not in ("name", "metonym")
                and not (mention.form == "media" and word in known)
            ):
                continue
            for last in (i + 3, i + 2, i + 1):
                if last <= len(self.words) and self.taken.isdisjoint(range(i, last)) and self._lone(i, last):
                    break

    def _lone(self, first: int, last: int) -> bool:
        key = " ".join(self.folded[first:last])
        if (key in CALENDAR and self._dates(first, last)) or self._town(first, last):
            return False
        person = self._named_before(key, first)
        if (
            person is None
            and last - first == 1
            and first not in self.at
            and not self._everyday(key)
            and not self._case(first, last)
            and self._stands_alone(first, last)
        ):
            person = self.register.prominent(key)
        if person is None or not self.look.one_sentence(first, last) or not self._whole(first, last):
            return False
        self._emit(first, last, person)
        return True

    def _stands_alone(self, first: int, last: int) -> bool:
        """No place ("in Lagos") and no part of a longer name ("the Rice Business Plan")."""
        goes_on = self.look.beside(last - 1, last) and self.look.capital(last) and not self.look.headline(first)
        return not (goes_on or (first > 0 and self.folded[first - 1] in PLACE_WORDS))

    def _named_before(self, key: str, first: int) -> Person | None:
        """Who a surname means: the one named so far; of several the one whom it has meant before."""
        known = self.register.by_key.get(key, ())
        sofar = [p for p in known if self._began.get(p.id, first) < first]
        if len(known) < 2 or not sofar:
            return self.register.again(key)
        usual = self._usual.get(key)
        if usual is None and len(sofar) == 1:
            usual = self._usual[key] = sofar[0]
        return usual or self.register.again(key)

    def _town(self, first: int, last: int) -> bool:
        """ "Allen, Texas", "New York"."""
        behind = self.folded[last + 1] if last + 1 < len(self.words) and self.words[last] == "," else ""
        return behind in US_STATES or (first > 0 and self.words[first - 1] == "New")

    def _case(self, first: int, last: int) -> bool:
        """Whether the name is a party in court: "Brown v. Board of Education"."""
        return "v" in self.folded[max(first - 2, 0) : first] or self.folded[last : last + 1] in (["v"], ["vs"])

    def _dates(self, first: int, last: int) -> bool:
        """Whether "May" is the month: "in May", "May 5"."""
        before = self.folded[first - 1] if first else ""
        after = self.words[last] if last < len(self.words) else ""
        return before in _BEFORE_DATES or before.isdigit() or after[:1].isdigit()

    def _everyday(self, key: str) -> bool:
        lexicon = self.lexicon
        return (
            len(key) < 4
            or key in lexicon.words
            or key in lexicon.given
            or key in lexicon.titles
            or key in FUNCTION
            or key in CALENDAR
        )

    # --- output ------------------------------------------------------------------------------------------------------

    def _add(self, name: tuple[int, int], title: Title | None, *, alone: bool = False) -> None:
        """A person met with a title; `alone` where the title is no part of the mention."""
        first, last = name
        if not self.taken.isdisjoint(range(first, last)):
            return
        end = last
        if title is not None and title.owner is None and not alone:
            title.owner = self._of_state(last)
            end = title.owner.last if title.owner else last
            if title.owner is None and last + 2 < len(self.words) and self.words[last] == ",":
                described = self._apposition(last + 1)
                title.owner = described.owner if described else None
        person = self.register.identify(self.named(name), title)
        start = first if title is None or alone else min(first, title.first)
        while start < first and start in self.taken:
            start += 1
        self._emit(start, end, person, "title" if start < first else "name")

    def _of_state(self, last: int) -> Mention | None:
        """The state of "Foreign Minister Wang Yi of China"."""
        if last + 1 < len(self.words) and self.folded[last] == "of":
            k = last + 1 + (self.folded[last + 1] == "the")
            owner = self.owner_at(k)
            if owner is not None and owner.first == k and owner.form == "name":
                return owner
        return None

    def _emit(self, first: int, last: int, person: Person, via: str = "name") -> None:
        made = Mention(
            first, last, person.id, person.name, "person", person.states, via, "person", body=person.body,
            guessed=person.guessed, offices=frozenset(person.offices),
        )  # fmt: skip
        self.out[first] = made
        self._began[person.id] = min(first, self._began.get(person.id, first))
        self.taken.update(range(first, last))


_PEOPLE_DO = frozenset(
    "said says told tells added wrote tweeted who whose resigned testified replied argued recalled died".split()
)
_INTRODUCE = frozenset("a an the formerly former then now".split())
_HE_OR_SHE = frozenset("he she his her him".split())
_PEOPLE_SUFFER = frozenset(
    """born arrested jailed sentenced convicted charged elected appointed sworn married hospitalised hospitalized
    indicted acquitted pardoned imprisoned extradited detained accused died pled pleaded told said""".split()
)
_OTHERS = frozenset("counterpart successor predecessor rival opponent ally partner".split())
"""Who does not stand for the same state as whose he is."""
_OPEN_END = frozenset("the of and 's for".split())
_BEFORE_DATES = frozenset(
    "in on since until by of from to last this next early late mid and before after during".split()
)
_IN_APPOSITION = frozenset("'s - and of for the to affairs".split())
