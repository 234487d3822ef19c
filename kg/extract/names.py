"""A text and its listed names in, persons out: with their titles, as learnt from the text, and by surname later on.

"Iranian Foreign Minister Mohammad Javad Zarif", "Zarif, Iran's top diplomat", "Foreign Minister Wang Yi of China",
then "Zarif", "Mr. Zarif". A list only adds the identifier; where two persons fit, nobody is chosen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.authority import Authority
from kg.authority.records import covers, fold
from kg.extract.lookalikes import ORGANS, Look

if TYPE_CHECKING:
    from kg.extract.mentions import Mention

__all__ = ["people"]

_PARTICLES = frozenset("al el bin ibn ben de del della da dos van von der den la le di du abu ul ur e san bint".split())
_TOP = frozenset(
    """president prime minister chancellor king queen emir sultan premier monarch pope leader foreign secretary taoiseach
    prince""".split()
)
_RELATIONS = frozenset("top chief senior former new acting interim outgoing newly then ex".split())
_NOT_NAMES = frozenset(
    """street road house party act treaty accord times post journal news agency university institute group airport air
    airlines bank company inc ltd corp river sea ocean mountain lake island islands city county province state states region
    award prize cup league stadium hospital church square park center centre front movement army force forces brigade
    agreement deal day week month year war union council committee court congress parliament assembly ministry""".split()
)
_COMMON = frozenset(
    """brown major bush powell rice hill king may white black green young wood day long price banks power powers bell
    field fields march stone rose sharp strong short rich wise snow frost winter summer fox wolf lamb swan bishop pope
    knight cook baker hunter fisher potter miller mason carter taylor judge law grant church bond cash page read
    wells west north south east hall house moon sun star mann khan singh ali ahmed mohammed mohamed hassan hussein kim
    lee park wang li zhang chen liu lopez garcia perez gonzalez rodriguez silva santos""".split()
)


@dataclass(frozen=True, slots=True)
class _Person:
    id: str
    name: str
    states: tuple[str, ...]
    body: str | None = None


@dataclass(slots=True)
class _People:
    look: Look
    authority: Authority
    published: str | None
    at: dict[int, Mention]
    known: dict[str, list[_Person]] = field(default_factory=dict)
    out: dict[int, Mention] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)


def people(look: Look, listed: list[Mention], authority: Authority, published: str | None) -> list[Mention]:
    """Persons of the text in order; `listed` are the matches of the lists, full names of persons among them."""
    at = {i: m for m in listed for i in range(m.first, m.last)}
    work = _People(look, authority, published, at)
    for m in listed:
        if m.form == "person":
            _listed_person(work, m)
    for i in range(len(look.words)):
        if look.folded[i] in look.lexicon.heads and i not in work.taken:
            _titled(work, i)
    _apposed(work)
    _again(work)
    return sorted(work.out.values(), key=lambda m: m.first)


# --- ways in which a person enters -----------------------------------------------------------------------------------


def _listed_person(work: _People, m: Mention) -> None:
    """A full name of the lists; its title belongs to it."""
    if work.look.capital(m.last) and work.look.beside(m.last - 1, m.last) and not work.look.headline(m.first):
        if work.look.folded[m.last] in _NOT_NAMES:
            return
    states, body = _office_states(work, m.id)
    person = _Person(m.id, m.name, m.states or states, body)
    first, owner = _title_before(work, m.first)
    if owner is not None and not person.states:
        person = replace(person, states=owner.states)
    _add(work, first, m.last, person, "name" if first == m.first else "title")
    _learn(work, person, m.first, m.last)


def _titled(work: _People, head: int) -> None:
    """A title and the name after it: "Norwegian Foreign Minister Sigrid Aune", "President Obama"."""
    look = work.look
    begin = head + 1
    if begin < len(look.words) and look.words[begin] == "." and look.beside(head, begin):
        begin += 1
    while begin < len(look.words) and look.folded[begin] in look.lexicon.heads and look.beside(begin - 1, begin):
        begin += 1
    end = _name_end(work, begin)
    if end == begin or not look.beside(head, head + 1):
        return
    first, owner = _title_before(work, begin)
    owner_after, last = _owner_after(work, end)
    owner = owner or owner_after
    title = " ".join(look.folded[first:begin])
    person = _who(work, begin, end, owner, title)
    _add(work, first, last if owner_after is not None else end, person, "title")
    _learn(work, person, begin, end)


def _apposed(work: _People) -> None:
    """ "Zarif, Iran's top diplomat", "Gedu Andargachew, the Ethiopian foreign minister"."""
    look = work.look
    for comma in range(1, len(look.words) - 2):
        if look.words[comma] != "," or not look.capital(comma - 1) or (comma - 1) in work.taken:
            continue
        first = _name_begin(work, comma)
        if first == comma or first in work.at:
            continue
        owner, title = _description(work, comma + 1)
        if owner is None or (comma - first < 2 and not title):
            continue
        person = _who(work, first, comma, owner, title)
        _add(work, first, comma, person, "name")
        _learn(work, person, first, comma)


def _again(work: _People) -> None:
    """Names already introduced, and surnames of those who govern, wherever else they stand."""
    look = work.look
    for i, word in enumerate(look.folded):
        if i in work.taken or i in work.at or not look.capital(i) or word in look.lexicon.titles:
            continue
        person = _introduced(work, i, word) or _famous(work, i, word)
        if person is None:
            continue
        first = i
        while first > 0 and look.beside(first - 1, first) and _is_given(look, first - 1, person):
            first -= 1
        if first == i and _longer(work, i):
            continue
        start = first
        if first > 1 and look.words[first - 1] == "." and look.folded[first - 2] in look.lexicon.honorific:
            start = first - 2
        elif first > 0 and look.folded[first - 1] in look.lexicon.honorific and look.beside(first - 1, first):
            start = first - 1
        _add(work, start, i + 1, person, "name")


def _introduced(work: _People, i: int, word: str) -> _Person | None:
    known = {p.id: p for p in work.known.get(word, ())}
    return next(iter(known.values())) if len(known) == 1 else None


def _famous(work: _People, i: int, word: str) -> _Person | None:
    """A bare surname that no text needs to explain: exactly one head of state or government has it."""
    look = work.look
    if len(word) < 4 or word in _COMMON or word in look.lexicon.given or word in ORGANS or look.headline(i):
        return None
    found = [p for p in work.authority.surname(word) if _in_office(work, p, None, top=True)]
    if len(found) != 1:
        return None
    record = work.authority.get(found[0])
    if record is None:
        return None
    states, body = _office_states(work, found[0])
    return _Person(found[0], record.name, states, body)


def _longer(work: _People, i: int) -> bool:
    """Whether the surname is part of another name: "Putin Street", "Ivan Putin"."""
    look = work.look
    if look.headline(i):
        return False
    before = i > 0 and look.beside(i - 1, i) and look.capital(i - 1) and (i - 1) not in work.at and (i - 1) not in look.starts
    if before and look.folded[i - 1] not in look.lexicon.titles and (i - 1) not in work.taken:
        return True
    after = look.beside(i, i + 1) and look.capital(i + 1) and (i + 1) not in work.at
    return after and look.folded[i + 1] not in look.lexicon.titles


# --- names and titles --------------------------------------------------------------------------------------------------


def _name_end(work: _People, begin: int) -> int:
    """End of the capitalised name that begins at `begin` (exclusive); `begin` where there is none."""
    look, i = work.look, begin
    while i < len(look.words) and i - begin < 7 and (i == begin or look.beside(i - 1, i)):
        word, folded = look.words[i], look.folded[i]
        if word == "-" and i > begin and look.tokens.starts[i] == look.tokens.ends[i - 1]:
            i += 1
            continue
        if word == "." and i > begin and len(look.words[i - 1]) == 1:
            i += 1
            continue
        joined = i > begin and look.words[i - 1] == "-"
        if joined and word[0].isalpha():
            i += 1
            continue
        if folded in _PARTICLES and i + 1 < len(look.words) and look.capital(i + 1):
            i += 1
            continue
        if folded.startswith(("al-", "el-", "as-", "an-", "ul-")):
            i += 1
            continue
        mention = work.at.get(i)
        foreign = mention is not None and mention.form != "person"
        if not word[0].isupper() or foreign or folded in look.lexicon.heads or folded in _NOT_NAMES:
            break
        if folded in ("the", "and", "of", "on", "in") or folded in ORGANS or (word.isupper() and len(word) > 3 and not look.headline(i)):
            break
        i += 1
    while i > begin and look.words[i - 1] in "-.":
        i -= 1
    return i


def _name_begin(work: _People, end: int) -> int:
    look, i = work.look, end
    while i > 0 and end - i < 5 and (i == end or look.beside(i - 1, i)):
        word, folded = look.words[i - 1], look.folded[i - 1]
        ok = (word[0].isupper() or folded in _PARTICLES or folded.startswith(("al-", "el-")) or word in "-.") and word != ","
        if not ok or (i - 1) in work.at or folded in look.lexicon.titles or folded in _NOT_NAMES or (i - 1) in work.taken:
            break
        if (i - 1) in look.starts and folded in ("the", "in", "on", "at", "for", "but", "and", "meanwhile", "after", "by"):
            break
        i -= 1
    while i < end and (look.folded[i] in _PARTICLES or look.words[i] in "-."):
        i += 1
    return i


def _title_before(work: _People, begin: int) -> tuple[int, Mention | None]:
    """Where the title before a name begins, and the state or body it belongs to."""
    look, i = work.look, begin
    titled = False
    owner: Mention | None = None
    while i > 0 and look.beside(i - 1, i) and begin - i < 12:
        folded, mention = look.folded[i - 1], work.at.get(i - 1)
        if mention is not None and mention.form != "person" and titled:
            owner = mention if owner is None or mention.kind == "state" else owner
            i = mention.first
            continue
        if folded == "'s" and titled and (i - 2) in work.at:
            i -= 1
            continue
        if folded in look.lexicon.heads or (titled and (folded in look.lexicon.modifier or folded in _RELATIONS)):
            titled = True
            i -= 1
            continue
        if folded == "." and i > 1 and look.folded[i - 2] in look.lexicon.honorific:
            titled = True
            i -= 2
            continue
        if folded in look.lexicon.honorific:
            titled = True
            i -= 1
            continue
        if titled and folded in ("-", "and") and i > 1 and (look.folded[i - 2] in look.lexicon.modifier or look.folded[i - 2] in look.lexicon.heads):
            i -= 1
            continue
        if titled and folded in ORGANS:
            i -= 1
            continue
        break
    while i < begin and look.folded[i] in ("'s", "-", "and"):
        i += 1
    return (i, owner) if titled else (begin, None)


def _owner_after(work: _People, end: int) -> tuple[Mention | None, int]:
    """ "Foreign Minister Wang Yi of China": the state, and where the phrase ends."""
    look = work.look
    if end + 1 < len(look.words) and look.folded[end] == "of" and look.beside(end - 1, end):
        at = end + 2 if look.folded[end + 1] == "the" else end + 1
        mention = work.at.get(at)
        if mention is not None and mention.form in ("name", "metonym") and mention.first == at:
            return mention, mention.last
    return None, end


def _description(work: _People, i: int) -> tuple[Mention | None, str]:
    """The state or body and the title of an apposition that begins at token i."""
    look = work.look
    owner: Mention | None = None
    words: list[str] = []
    for k in range(i, min(i + 12, len(look.words))):
        folded, mention = look.folded[k], work.at.get(k)
        if folded in (",", ".", ";", ":", "—") or (not look.beside(k - 1, k) and k > i):
            break
        if mention is not None and mention.form != "person":
            owner = owner or mention
            if words and words[-1] in ("of", "for", "to") or look.folded[k + 1 : k + 2] == ["'s"]:
                owner = mention
            continue
        if k > i and folded in ("who", "which", "said", "is", "was", "has", "had"):
            break
        words.append(folded)
    head = any(x in look.lexicon.heads for x in words)
    return (owner, " ".join(words)) if head else (None, "")


# --- who it is -----------------------------------------------------------------------------------------------------------


def _who(work: _People, begin: int, end: int, owner: Mention | None, title: str) -> _Person:
    """The person of a name, linked to the lists where title, state and time leave only one."""
    look = work.look
    name = look.tokens.text[look.tokens.starts[begin] : look.tokens.ends[end - 1]]
    states = owner.states if owner is not None else ()
    body = owner.id if owner is not None and not owner.states else None
    last = look.folded[end - 1]
    earlier = {p.id: p for p in work.known.get(last, ())}
    if len(earlier) == 1 and (not states or next(iter(earlier.values())).states in ((), states)):
        person = next(iter(earlier.values()))
        return replace(person, states=person.states or states)
    linked = _linked(work, begin, end, states, title)
    if linked is not None:
        record = work.authority.get(linked)
        of, listed_body = _office_states(work, linked)
        return _Person(linked, record.name if record else name, states or of, body or (None if of else listed_body))
    slug = re.sub(r"[^\w]+", "-", fold(name)).strip("-")
    return _Person(f"person:{slug}", " ".join(name.split()), states, body)


def _linked(work: _People, begin: int, end: int, states: tuple[str, ...], title: str) -> str | None:
    look = work.look
    words = look.folded[begin:end]
    found = work.authority.surname(words[-1]) or (work.authority.loose(words[-1]) if len(words) > 1 else ())
    fitting = []
    for person in found:
        record = work.authority.get(person)
        if record is None:
            continue
        names = [fold(n).replace("-", " ").split() for n in (record.name, *record.aliases)]
        if len(words) > 1 and not any(set(w for w in words if w not in "-.") & set(n[:-1]) for n in names):
            continue
        if states and not set(states) & set(work.authority.states_of(person)):
            continue
        if not _in_office(work, person, title if len(words) == 1 else None, top=False):
            continue
        fitting.append(person)
    if len(fitting) > 1 and not work.published:
        top = [p for p in fitting if _in_office(work, p, title, top=True)]
        fitting = top if len(top) == 1 else fitting
    return fitting[0] if len(fitting) == 1 else None


def _in_office(work: _People, person: str, title: str | None, *, top: bool) -> bool:
    """Whether a tenure of the person fits the time of the text, the title, and (for `top`) the head of a state."""
    for held in work.authority.tenures(person):
        if work.published and not covers(held.begin, held.end, work.published.split("/")[0]):
            continue
        office = set(fold(held.office).replace("-", " ").split())
        if top and not (office & {"president", "chancellor", "king", "queen", "emir", "premier", "pope", "leader"} or {"prime", "minister"} <= office):
            continue
        if title is None or office & set(title.split()):
            return True
    return not top and title is None


def _office_states(work: _People, person: str) -> tuple[tuple[str, ...], str | None]:
    """The states that a listed person stands for at the time of the text, else the body."""
    day = work.published.split("/")[0] if work.published else None
    of = work.authority.states_of(person, day)
    states = tuple(s for s in of if work.authority.is_state(s))
    return states[:1], (of[0] if of and not states else None)


# --- bookkeeping -----------------------------------------------------------------------------------------------------------


def _add(work: _People, first: int, last: int, person: _Person, via: str) -> None:
    from kg.extract.mentions import Mention

    if any(i in work.taken for i in range(first, last)):
        return
    work.taken.update(range(first, last))
    work.out[first] = Mention(first, last, person.id, person.name, "person", person.states, via, "person", False, person.body)


def _learn(work: _People, person: _Person, first: int, last: int) -> None:
    """From now on the surname alone means this person."""
    look = work.look
    for word in {look.folded[last - 1], fold(person.name).split()[-1]}:
        mine = work.known.setdefault(word, [])
        mine[:] = [p for p in mine if p.id != person.id]
        mine.append(person)


def _is_given(look: Look, i: int, person: _Person) -> bool:
    word = look.folded[i]
    return look.capital(i) and word in fold(person.name).replace("-", " ").split()
