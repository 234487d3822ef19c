"""A text and its mentions in, organizations out that no list knows: by form ("Zambezi Rescue Aid"), then by acronym.

What tells them is the noun that the name turns on (union, committee, court, front …) among capitals. Such a name stands
for no state. One that holds a place or people, or that the text shortens itself, is the same everywhere; the others
("Electoral Commission", "Workers' Party") are known only inside their document.
"""

from __future__ import annotations

from kg.extract.lists import CALENDAR, FUNCTION, ORGANS
from kg.extract.lookalikes import Look
from kg.extract.persons import slug
from kg.extract.spans import Mention

__all__ = ["organizations"]

HEADS = frozenset(
    """aid watch union association party front movement committee court council institute foundation commission agency
    federation confederation brigade brigades army corporation company airlines airways organisation organization
    society league alliance coalition congress tribunal board chamber network observatory fund trust forum
    cartel brotherhood resistance syndicate cooperative guild centre center bureau office service police
    militia command corps authority department bank group secretariat reporters doctors mothers physicians church
    patriarchate relief crescent cross""".split()
)
"""Nouns that an organization's name turns on; alone, or with plain words only, they name none."""
_LEADING = HEADS - frozenset("aid watch relief cross crescent army company police".split())
"""Those that may come first, with what they are for behind them: "Committee to Protect Journalists"."""
_OFFICIAL = frozenset("court department office bureau police army command agency authority service bank".split())
"""Those whose name must tell more than what they deal with: "Department of Health" is somebody's."""
_PLAIN = frozenset(
    """supreme high central national federal foreign defence defense state regional district constitutional appeal
    appeals general international local new old joint public special main united interior home justice finance
    security council court criminal military civil religious county city provincial political ruling opposition great
    first second third own human european african asian american western eastern northern southern superior revenue
    republican democratic internal secret weather census electoral judiciary health""".split()
)
_THINGS = frozenset(
    """act treaty agreement accord accords plan program programme project war virus disease syndrome summit conference
    system zone area road convention protocol bill law code resolution deal pact process product report index roadmap
    statement declaration framework mechanism policy strategy partnership study test vehicle weapon missile device
    operation doctrine syndrome time tax cup championship prize award day""".split()
)
_BEFORE_COMPLEMENT = frozenset("of for to against".split())
_LONGEST = 9


def organizations(look: Look, mentions: list[Mention]) -> list[Mention]:
    """Organizations beside the `mentions` of listed actors and persons, in order; some take in a listed name."""
    return _Learner(look, mentions).found()


class _Learner:
    def __init__(self, look: Look, mentions: list[Mention]) -> None:
        self.look, self.words, self.folded = look, look.words, look.folded
        self.at = {i: m for m in mentions for i in range(m.first, m.last)}
        self.taken: set[int] = set()
        self.names: dict[str, str] = {}  # acronym: full name

    def found(self) -> list[Mention]:
        out: list[Mention] = []
        for i in self.look.capitals:
            if i in self.taken or i in self.at:
                continue
            if self.folded[i] in HEADS:
                out += self._named(i)
        out += [m for i in self.look.capitals if self.words[i] in self.names for m in self._acronym(i)]
        return sorted(out, key=lambda m: m.first)

    # --- by form -----------------------------------------------------------------------------------------------------

    def _named(self, head: int) -> list[Mention]:
        """The run of capitals around a head, if it names something."""
        if self.look.headline(head) or head in self.look.spans:  # or left out as part of a listed name
            return []
        first, last = self._left(head), head + 1
        while last < len(self.words) and self.folded[last] in _BEFORE_COMPLEMENT and self.folded[head] in _LEADING:
            further = self._right(self._over(last))
            if further <= self._over(last):
                break
            last = further
        size = head if self.folded[head] in _OFFICIAL else last
        inner = [k for k in range(first, size) if k != head and self.look.capital(k)]
        telling = [k for k in inner if self.folded[k] not in _PLAIN and self.folded[k] not in HEADS]
        if not telling or last - first > _LONGEST or self._goes_on(last):
            return []
        if self.folded[head] in ORGANS and all(k in self.at for k in telling):
            return []  # an organ of a state: "the Ministry of Defence of Chad"
        return self._made(first, last)

    def _goes_on(self, last: int) -> bool:
        """Whether a capital behind makes it the name of something else: "Army Hospital", "Board Member"."""
        unknown = self.look.beside(last - 1, last) and self.look.capital(last) and last not in self.at
        return unknown or self.folded[last - 1] in _THINGS

    def _over(self, k: int) -> int:
        """Past "of the", "to"."""
        k += 1
        return k + 1 if k < len(self.words) and self.folded[k] == "the" else k

    def _left(self, head: int) -> int:
        k = head
        while k > 0 and head - k < _LONGEST and self.look.beside(k - 1, k):
            further = self._further_left(k - 1, directly=k == head - 1)
            if further == k:
                break
            k = further
        while k < head and (self.folded[k] == "'s" or (k in self.look.starts and self._opener(k))):
            k += 1
        return k

    def _further_left(self, before: int, *, directly: bool) -> int:
        """Where a name goes on left of the token after `before`; that token itself where it does not."""
        word = self.folded[before]
        if word == "'s" and self.look.capital(before - 1) and before - 1 not in self.at:
            return before
        if word in ("and", "&") and directly and self._pair(before):
            return before - 1
        if word == "-" and self._part(before - 1) and self.look.beside(before - 1, before):
            return before - 1
        return before if self._part(before) else before + 1

    def _pair(self, k: int) -> bool:
        """ "Search and Rescue Agency": one word on either side of the "and"."""
        before = self.folded[k - 2] if k > 1 else ""
        alone = not self.look.capital(k - 2) or k - 2 in self.at or before in _PLAIN or before in FUNCTION
        return alone and self._part(k - 1) and k - 1 not in self.at and self.look.beside(k - 1, k)

    def _opener(self, k: int) -> bool:
        """A word that has its capital only from the beginning of the sentence."""
        return self.folded[k] in FUNCTION or self.folded[k] in self.look.common or self.folded[k].endswith("ly")

    def _right(self, i: int) -> int:
        k = i
        while k < len(self.words) and self.look.beside(k - 1, k):
            if self._part(k):
                k += 1
            elif (
                self.folded[k] in ("and", "&", "of")
                and k > i
                and self._part(k + 1)
                and self.look.beside(k, k + 1)
                and (self.folded[k] != "and" or self.folded[k - 2] in _BEFORE_COMPLEMENT)
            ):
                k += 2
            else:
                break
        return k

    def _part(self, k: int) -> bool:
        """Whether token k may be a part of a name: a capital that is no person, title, month or small word."""
        if not self.look.capital(k) or k in self.taken or self.folded[k] in CALENDAR:
            return False
        mention = self.at.get(k)
        if mention is not None:
            return (
                mention.last - mention.first == 1 and mention.kind in ("state", "organization") and not mention.plural
            )
        return self.folded[k] not in FUNCTION and (
            self.folded[k] not in self.look.lexicon.heads or self.folded[k] in _PLAIN
        )

    def _acronym(self, i: int) -> list[Mention]:
        if i in self.taken or i in self.at:
            return []
        self.taken.add(i)
        return [self._mention(i, i + 1, self.names[self.words[i]], "organization")]

    # --- made ---------------------------------------------------------------------------------------------------------

    def _made(self, first: int, last: int) -> list[Mention]:
        name = " ".join(self.look.tokens.quote(first, last).split())
        self.taken.update(range(first, last))
        if last + 2 < len(self.words) and self.words[last] == "(" and self.words[last + 2] == ")":
            short = self.words[last + 1]
            if short.isupper() and len(short) > 2 and last + 1 not in self.at and short[0] == name[0]:
                self.names[short] = name
        elsewhere = name in self.names.values() or any(k in self.look.spans for k in range(first, last))
        return [self._mention(first, last, name, "organization" if elsewhere else "described")]

    def _mention(self, first: int, last: int, name: str, kind: str) -> Mention:
        return Mention(first, last, f"org:{slug(name)}", name, kind, (), "name", "name")
