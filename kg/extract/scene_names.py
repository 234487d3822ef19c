"""A noun phrase in, what its words alone tell out: whether a person, a name, a crowd; and parties made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract import words as w
from kg.extract.discourse import Discourse
from kg.extract.found import Found
from kg.extract.name_shapes import is_common
from kg.extract.roles import OFFICES, ROLE_NOUNS
from kg.model import Party

if TYPE_CHECKING:
    from kg.authority import Authority
    from kg.extract.mentions import Mention
    from kg.extract.pieces import Clause, Group, NounPhrase
    from kg.extract.tokens import Tokens

__all__ = ["SceneNames", "bare"]


@dataclass(slots=True)
class SceneNames:
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

    def group(self, group: Group | None) -> Found:
        """The parties of coordinated noun phrases."""
        raise NotImplementedError

    def phrase(self, np: NounPhrase) -> Found:
        """The parties of one noun phrase."""
        raise NotImplementedError

    def head(self, np: NounPhrase) -> str:
        return self.tokens.lower[np.head]

    def is_date(self, np: NounPhrase) -> bool:
        return np.head in self.dates and np.head not in self.mention_at

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

    def is_metonym(self, group: Group) -> bool:
        """Whether a capital or a seat of power is all that stands there."""
        mention = self.mention_at.get(group.items[0].head)
        return mention is not None and mention.form == "metonym"

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

    def party(self, mention: Mention, span: tuple[int, int] | None = None, via: str | None = None) -> Party:
        begin, end = span or self.tokens.span(mention.first, mention.last)
        text = self.tokens.text[begin:end]
        return Party(mention.id, mention.name, mention.kind, mention.states, (begin, end), text, via or mention.via)

    def _state_of(self, party: Party) -> Party:
        """ "the Obama administration" is the state's government, not the man."""
        if party.kind != "person" or len(party.states) != 1:
            return party
        record = self.authority.get(party.states[0])
        return replace(party, id=party.states[0], name=record.name if record else party.states[0], kind="state")

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
        name = bare(text) if named else self._plain(np, bare(text))
        slug = _NO_WORD.sub("-", name.lower()).strip("-")[:60] or "someone"
        return Party(f"described:{slug}", name, "described", (), span, text, "name" if named else "description")


_NATURE = frozenset("typhoon hurricane cyclone storm tropical earthquake tsunami".split())
_PEOPLE = frozenset("he she who him her".split())
_COUNTED = frozenset("two three four five six seven eight".split())
_COUNTABLE = frozenset(
    "powers countries nations sides neighbours neighbors allies states governments capitals leaders rivals".split()
)
_ARTICLED = re.compile(r"(?:al|el|an|as|ad|ash|ibn|bin)-[A-Z]")
"""al-Eryani: a name though it begins with a small letter."""
_NO_WORD = re.compile(r"[^\w]+")


_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def bare(text: str) -> str:
    """Without the article in front."""
    return _ARTICLE.sub("", " ".join(text.split()))
