"""A listed name in its place in, whether it is an actor there out: neighbours make it a longer name, a dish, a match.

General rules only: a capitalised neighbour that is no title, organ or name makes a longer name; a common noun for
goods or sport after a state's name makes it an origin; a sentence about a match has sides, not states.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from kg.authority import Authority
from kg.authority.records import fold
from kg.extract.lists import (
    CALENDAR,
    CAUCASUS,
    DIRECTIONS,
    FUNCTION,
    JOINED,
    MEETING,
    NEW_PLACES,
    NOT_OF_STATE,
    ORGANS,
    PEOPLES,
    PLACE_WORDS,
    STATE_OF,
    US_OFFICES,
    US_STATE_NAMES,
    US_STATES,
    Words,
)
from kg.extract.tokens import Tokens

__all__ = ["Look", "organ_end"]


class Look:
    """A text with what is asked of each token again and again."""

    def __init__(self, tokens: Tokens, sentences: Sequence[tuple[int, int]], authority: Authority) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.folded = tokens.lower if tokens.text.isascii() else [w if w.isascii() else fold(w) for w in tokens.lower]
        self.sentences = sentences
        self.starts = {first for first, _ in sentences}
        self.spans: dict[int, tuple[int, int]] = {}
        self.acronyms: dict[str, bool] = {}
        self.lexicon = Words.of(authority)
        self.capitals = [i for i, word in enumerate(self.words) if word[0].isupper()]
        self._capital = [False] * len(self.words)
        for i in self.capitals:
            self._capital[i] = True
        self._sentence_of = [-1] * len(self.words)
        for number, (first, last) in enumerate(sentences):
            self._sentence_of[first:last] = [number] * (last - first)
        self._headline: dict[int, bool] = {}
        self._sport: dict[int, bool] = {}
        self._georgia: bool | None = None

    # --- tokens ----------------------------------------------------------------------------------------------------

    def sentence(self, i: int) -> int:
        """Number of the sentence that token i is in, -1 for none."""
        return self._sentence_of[i] if 0 <= i < len(self._sentence_of) else -1

    def one_sentence(self, first: int, last: int) -> bool:
        return last - first == 1 or self.sentence(first) == self.sentence(last - 1)

    def capital(self, i: int) -> bool:
        """Whether token i is a capitalised word (or an initial)."""
        return 0 <= i < len(self._capital) and self._capital[i]

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that stand in small letters somewhere in the text: no names, where a sentence begins with them."""
        return frozenset(word for word in self.words if word[0].islower())

    def beside(self, i: int, k: int) -> bool:
        """Whether token k follows token i in the same sentence with blanks (or nothing) in between."""
        return 0 <= i < k < len(self._sentence_of) and self._sentence_of[i] == self._sentence_of[k] and k == i + 1

    def headline(self, i: int) -> bool:
        """Whether nearly all longer words of the sentence have capitals, so that a capital says nothing."""
        number = self.sentence(i)
        if number not in self._headline:
            first, last = self.sentences[number] if number >= 0 else (0, 0)
            long = [w for w in self.words[first:last] if len(w) > 3 and w[0].isalpha()]
            told = last > first and self.words[last - 1] in ".?!" and not self.shouting(i)
            most = sum(w[0].isupper() for w in long) >= 0.8 * len(long)
            self._headline[number] = len(long) > 3 and most and not told
        return self._headline[number]

    def shouting(self, i: int) -> bool:
        """Whether the whole sentence is in capitals."""
        number = self.sentence(i)
        first, last = self.sentences[number] if number >= 0 else (0, 0)
        return all(w.isupper() for w in self.words[first:last] if w[0].isalpha())

    def sport(self, i: int) -> bool:
        """Whether the sentence tells of a match or a race: one plain word of sport, or two that often are."""
        number = self.sentence(i)
        if number not in self._sport:
            first, last = self.sentences[number] if number >= 0 else (0, 0)
            here = set(self.folded[first:last])
            weak = len(here & self.lexicon.sport_weak) + self._score(first, last)
            self._sport[number] = bool(here & self.lexicon.sport) or weak >= 3 or (weak == 2 and last - first <= 30)
        return self._sport[number]

    def _score(self, first: int, last: int) -> int:
        """2 for a result such as 3-1, else 0."""
        words = self.words
        for i in range(first, last - 2):
            if (
                words[i + 1] in "-–"
                and words[i].isdigit()
                and words[i + 2].isdigit()
                and len(words[i]) + len(words[i + 2]) < 5
            ):
                if i > first and (
                    self.folded[i - 1] in CALENDAR or self.folded[i - 1] in ("voted", "vote", "by", "of")
                ):
                    return 0
                after = self.folded[i + 3] if i + 3 < last else ""
                return 0 if after in CALENDAR or after in ("vote", "votes", ")") else 2
        return 0

    # --- the rules -------------------------------------------------------------------------------------------------

    def is_actor(self, first: int, last: int, form: str, kind: str) -> bool:
        """Whether the listed name at first..last stands for its actor here."""
        if form == "organ" or (form == "name" and last - first > 2):
            return True
        if self._joined(first, last) or self._goods(last) or (form == "demonym" and self._language(first, last)):
            return False
        if self._longer_right(first, last, form) or self._longer_left(first):
            return False
        if self._town_and_state(first, last) or (self.folded[first] == "georgia" and self._american(last)):
            return False
        return kind != "state" or not self.sport(first)

    def is_medium(self, first: int, last: int) -> bool:
        """Whether a newspaper's or agency's name of one word stands for it: not in "Fatherland Liberation War"."""
        if last - first > 1 or self.words[first].isupper():
            return True
        return not (self._longer_right(first, last, "media") or self._longer_left(first))

    def _language(self, first: int, last: int) -> bool:
        """Whether a demonym is the tongue: "spoke in French", "a translation from Arabic."""
        if first == 0 or self.folded[first - 1] not in ("in", "speak", "speaks", "speaking", "spoken", "into", "from"):
            return False
        return (
            last >= len(self.words)
            or self.words[last] in ",.;:)("
            or self.folded[last] in ("and", "or", "on", "at", "to")
        )

    def _joined(self, first: int, last: int) -> bool:
        """Part of a compound that names somebody else: "Tehran-based", "African-American"."""
        words = self.words
        if last < len(words) and words[last] in "$€£" and self.tokens.starts[last] == self.tokens.ends[last - 1]:
            return True
        attached = last + 1 < len(words) and self.tokens.starts[last] == self.tokens.ends[last - 1]
        if attached and words[last] == "-" and self.folded[last + 1] in JOINED:
            return True
        if first > 1 and words[first - 1] == "-" and self.tokens.ends[first - 1] == self.tokens.starts[first]:
            return first - 2 not in self.spans and self.tokens.ends[first - 2] == self.tokens.starts[first - 1]
        return False

    def _goods(self, last: int) -> bool:
        return last < len(self.words) and self.folded[last] in self.lexicon.goods

    def _longer_right(self, first: int, last: int, form: str) -> bool:
        """Whether the next word makes a longer name that is none of the listed: "Georgia Tech", "Jordan Peterson"."""
        if not self.beside(last - 1, last) or not self.capital(last):
            return False
        word = self.folded[last]
        if word in self.lexicon.after:
            return not (form == "demonym" and self._office_follows(last))
        known = word in self.lexicon.titles or word in ORGANS or word in PEOPLES or word in CALENDAR or word in FUNCTION
        if known or word in self.lexicon.offices or last in self.spans or self.headline(first):
            return False
        return not (self._office_follows(last) or self._of_office(first))

    def _office_follows(self, i: int) -> bool:
        """Whether a run of capitals ends in an office: "Bangladeshi Road Transport and Bridges Minister"."""
        for k in range(i, min(i + 7, len(self.words))):
            if not self.beside(k - 1, k) or not (self.capital(k) or self.folded[k] in ("and", "of", "&")):
                return False
            if self.folded[k] in self.lexicon.office:
                return True
        return False

    def _of_office(self, first: int) -> bool:
        """The state inside "First Minister of Scotland Nicola Sturgeon"."""
        k = first - 1
        if k < 1 or self.folded[k] not in ("of", "for", "to"):
            return False
        while k > 0 and (
            self.folded[k] in self.lexicon.modifier or self.folded[k] in ("of", "for", "to", "and", "affairs")
        ):
            k -= 1
        return self.folded[k] in self.lexicon.office

    def _longer_left(self, first: int) -> bool:
        """Whether the word before makes a longer name: "New Mexico", "Bank of Ireland", "Michael Jordan"."""
        before = first - 1
        if not self.beside(before, first):
            return False
        if self.folded[before] in ("of", "de", "d'") and self.beside(before - 1, before):
            return self._named_after(before - 1)
        if self.folded[before] == "the" and self.folded[before - 1] == "of" and self.beside(before - 2, before - 1):
            return self._named_after(before - 2)
        if not self.capital(before) or before in self.spans:
            return False
        word = self.folded[before]
        if word == "new":
            return before not in self.starts or self.folded[first] in NEW_PLACES
        if word in self.lexicon.before:
            return word not in self.lexicon.heads and word not in self.lexicon.honorific
        if word in self.lexicon.given:
            return word not in self.lexicon.titles
        if word in self.lexicon.titles or word in ORGANS or word in FUNCTION or word in CALENDAR or word in DIRECTIONS:
            return False
        return not (before in self.starts or self.headline(first))

    def _named_after(self, head: int) -> bool:
        """Whether the capitalised word before "of" makes a name of its own: "Gulf of Oman", not "President of Oman"."""
        word = self.folded[head]
        if not self.capital(head) or head in self.spans:
            return False
        if word in self.lexicon.before:
            return True
        k = head
        while k > 0 and self.beside(k - 1, k) and self.capital(k) and head - k < 5:
            k -= 1
            if self.folded[k] in self.lexicon.heads:
                return False  # "Prime Minister Tomasz Wilk of Poland"
        return not (
            word in self.lexicon.titles
            or word in ORGANS
            or word in STATE_OF
            or head in self.starts
            or self.headline(head)
        )

    def _town_and_state(self, first: int, last: int) -> bool:
        """A town and what it lies in, as a place: "in Athens, Georgia", "Paris, Texas", "in Arusha, Tanzania"."""
        words, folded = self.words, self.folded
        if (
            last + 1 < len(words)
            and words[last] == ","
            and self.beside(last, last + 1)
            and folded[last + 1] in US_STATES
        ):
            after = last + 2
            ends = after >= len(words) or words[after] in ",.;:)—" or words[after] == "-"
            if ends and self._after_place_word(first):
                return True
            if folded[last + 1] != "georgia":
                return True
        if first > 2 and words[first - 1] == "," and self.capital(first - 2) and self.beside(first - 2, first - 1):
            k = first - 2
            while k > 0 and self.capital(k - 1) and self.beside(k - 1, k):
                k -= 1
            ends = last >= len(words) or words[last] in ",.;:)"
            return ends and self._after_place_word(k) and not self._more_follow(last)
        return False

    def _american(self, last: int) -> bool:
        """Whether "Georgia" is the one beside Florida: other such states in the text, and nothing of the Caucasus."""
        if last < len(self.words) and self.folded[last] in US_OFFICES:
            return True
        if self._georgia is None:
            here = set(self.words)
            self._georgia = (
                not here & CAUCASUS and len(here & US_STATE_NAMES) + 2 * len(here & {"Atlanta", "Savannah"}) > 1
            )
        return self._georgia

    def _after_place_word(self, i: int) -> bool:
        return i > 0 and self.folded[i - 1] in PLACE_WORDS

    def _more_follow(self, last: int) -> bool:
        """Whether a list goes on: "in Cairo, Khartoum, and Juba"."""
        return last + 1 < len(self.words) and self.words[last] == "," and self.folded[last + 1] in ("and", "or")

    def is_place(self, first: int, last: int) -> bool:
        """Whether a capital is only where something is: "in Vienna", "the Vienna talks", "VIENNA (Reuters) —"."""
        if self._after_place_word(first) or self._dateline(first, last):
            return True
        return last < len(self.words) and self.folded[last] in MEETING

    def _dateline(self, first: int, last: int) -> bool:
        """A town in capitals where a paragraph begins, with a dash, a colon or a bracket soon after."""
        if first not in self.starts or not all(word.isupper() for word in self.words[first:last] if word[0].isalpha()):
            return False
        if self.shouting(first):
            return False
        return any(word in _AFTER_TOWN for word in self.words[last : last + 6])


_AFTER_TOWN = frozenset(["—", "–", "-", "--", "(", ":"])


def organ_end(look: Look, last: int) -> int:
    """Where an organ named after a state ends ("Iranian Foreign Ministry", state before token `last`); 0 for none."""
    i = last
    if i + 1 < len(look.words) and look.folded[i] == "'s":
        i += 1
    end = 0
    for k in range(i, min(i + 6, len(look.words))):
        word = look.folded[k]
        if not look.beside(k - 1, k) or not look.capital(k) or word in NOT_OF_STATE or word in look.lexicon.heads:
            break
        if word in ORGANS:
            end = k + 1
    if (
        end
        and end + 1 < len(look.words)
        and look.folded[end] == "of"
        and look.capital(end + 1)
        and end + 1 not in look.spans
    ):
        end += 2
        while (
            look.beside(end - 1, end)
            and (look.capital(end) or look.folded[end] in ("and", "of"))
            and end not in look.spans
        ):
            if look.folded[end] in look.lexicon.heads:
                break
            end += 1
        while look.folded[end - 1] in ("and", "of"):
            end -= 1
    return end
