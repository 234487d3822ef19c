"""A pronoun, a possessive or a definite noun in its sentence in, whom the discourse takes it for out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract import words as w
from kg.extract.found import ACTOR, NOBODY, NOTHING, THING, Found
from kg.extract.scene_names import SceneNames
from kg.model import Grade, Party

if TYPE_CHECKING:
    from kg.extract.pieces import Clause, NounPhrase

__all__ = ["ScenePronouns"]


@dataclass(slots=True)
class ScenePronouns(SceneNames):
    """The part of a scene that asks the discourse."""

    def _resolve(self, np: NounPhrase) -> Found:
        """Whom a pronoun means."""
        words = self.tokens.lower[np.first : np.last]
        span = self.tokens.span(np.first, np.last)
        if words[0] == "it" and self._is_empty(np.last):
            return Found()
        if words[0] == "i" and np.first - 1 in self.mention_at:  # "King Constantine I"
            return Found()
        if words[0] == "it" and self.voice:
            return Found(tuple(self._stand_in(p, span, "pronoun") for p in self.voice), ACTOR)
        if self.third and words[0] in _THIRD_PERSON:
            return Found(tuple(self._stand_in(p, span, "pronoun") for p in self.third), ACTOR)
        near = self.subject if words[0] not in _FIRST_PERSON else ()
        parties, grade = self._ask(words, span, near, quoted=np.first in self.quoted)
        if words[0] in ("we", "us", "our"):
            parties = tuple(dict.fromkeys(self._state_of(p) for p in parties))  # "we" is the speaker's side
        if words[0] in _THIRD_PERSON:
            parties, grade = self._them(parties, grade, span, near)
        if not parties:
            return Found(quality=NOTHING)
        unsure = grade == "guess" or (words[0] == "it" and bool(self.subject))  # an object "it" is mostly a thing
        return Found(parties, ACTOR, guessed=unsure, plural=len(parties) > 1 or words[0] in ("they", "them"))

    def _is_empty(self, k: int) -> bool:
        """ "it is clear that", "it was right to", "it may take years to": nobody is meant."""
        low = self.tokens.lower
        if low[k : k + 1] and low[k] in ("seems", "appears", "seemed", "appeared"):
            return low[k + 1] in ("that", "likely", "unlikely", "as")
        i = k
        while i < len(low) - 1 and low[i] in _BEFORE_ADJECTIVE:
            i += 1
        if low[i] in ("take", "make", "help", "require") and i > k:
            return low[i + 1] in _WHAT_IT_TAKES
        if w.BE.isdisjoint(low[k:i]) or low[i] in w.DETERMINERS:
            return False  # "it would agree to", "it has told Chad that"
        for n in range(i + 1, min(i + 4, len(low))):
            if low[n] in ("that", "whether", "to", "for"):
                return not _is_personal(low[n - 1], low[n])
            if low[n] in ".,;" or low[n] in w.DETERMINERS:
                return False
        return False

    def _ask(
        self, words: list[str], span: tuple[int, int], near: tuple[Party, ...], *, quoted: bool = False
    ) -> tuple[tuple[Party, ...], Grade]:
        text = self.tokens.text[span[0] : span[1]]
        outside = words[0] in _HE_OR_SHE and not quoted  # "he told the press" may well be the speaker
        return self.discourse.resolve(
            words, sentence=self.sentence, mention=span, text=text, near=near,
            speaker=() if outside else self.speaker, part=self.part,
        )  # fmt: skip

    def _them(
        self, parties: tuple[Party, ...], grade: Grade, span: tuple[int, int], near: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], Grade]:
        """A spokesman calls the one other state "them", never his own side; "they" may be one body: the Houthis."""
        own = {s for p in self.speaker for s in p.states}
        if own and all(set(p.states) <= own for p in parties):
            parties = ()
        if own and (not parties or grade == "guess"):
            other, sure = self._ask(["its", "rival"], span, (*near, *self._of(own)))
            if other and sure == "sure" and not set(other[0].states) & own:
                return tuple(replace(p, via="pronoun") for p in other), "sure"
        if not parties and grade == "sure":
            body, grade = self._ask(["it"], span, near)
            if body and body[0].kind in ("armed group", "organization", "grouping"):
                return body, grade
        return parties, grade

    def _of(self, states: set[str]) -> tuple[Party, ...]:
        """The states themselves, to be left out of a search."""
        return tuple(Party(s, s, "state", (s,), (0, 0), s) for s in sorted(states))

    def _describes(self, words: list[str], span: tuple[int, int]) -> Found:
        parties, grade = self.discourse.resolve(
            words,
            sentence=self.sentence,
            mention=span,
            text=self.tokens.text[span[0] : span[1]],
            near=self.subject,
            speaker=self.speaker,
        )
        return Found(parties, ACTOR if parties else NOTHING, guessed=grade == "guess")

    def possessive(self, np: NounPhrase) -> Found:
        """ "its ambassador": the subject of the clause, else what the discourse says."""
        word = self.tokens.lower[np.first]
        if word not in w.POSSESSIVES or word == "whose":
            return NOBODY
        if self.third and word == "their":
            return Found(self.third, ACTOR)
        subject, human = self._subject_at(np.first)
        one_person = human and len(subject) == 1
        fits = not one_person if word == "their" else human == (word in ("his", "her"))
        many = self._just_named(np.first) if word == "their" and len(subject) < 2 else ()
        if many:
            return Found(many, ACTOR, plural=True)
        if word in ("its", "his", "her", "their") and subject and fits:
            return Found(subject, ACTOR)
        span = self.tokens.span(np.first, np.first + 1)
        near = subject if human and word == "its" else ()
        parties, grade = self._ask([word], span, near, quoted=np.first in self.quoted)
        if word == "our":
            parties = tuple(dict.fromkeys(self._state_of(p) for p in parties))
        return Found(parties, ACTOR, guessed=grade == "guess") if parties else Found()

    def _governing(self, at: int) -> Clause | None:
        """The clause whose verb stands nearest before token `at`, its subject too."""
        before = [c for c in self.clauses if c.verb.first < at and c.subject is not None and c.subject.last <= at]
        return max(before, key=lambda c: c.verb.first, default=None)

    def _subject_at(self, at: int) -> tuple[tuple[Party, ...], bool]:
        """Who is the subject of what stands at token `at`, and whether that is a person; else of the clause at hand."""
        clause = self._governing(at)
        if clause is None or clause.subject is None or clause.verb.passive:
            return self.subject, self.human
        found = self.group(clause.subject)
        asked = clause.parent.objects if clause.kind == "infinitive" and clause.parent is not None else []
        if asked and asked[-1].last <= clause.verb.first and self.group(asked[-1]).quality == ACTOR:
            return self.group(asked[-1]).parties, self.is_human(asked[-1])  # "expected Belgrade to withdraw its tanks"
        if found.quality < THING:
            return self.subject, self.human
        return found.parties, self.is_human(clause.subject)

    def _just_named(self, at: int) -> tuple[Party, ...]:
        """Several who stand as object right before "their": "praised the Qataris for their restraint"."""
        clause = self._governing(at)
        for group in reversed(clause.objects if clause is not None else []):
            if group.last <= at:
                found = self.group(group)
                return found.parties if found.plural and found.quality >= ACTOR else ()
        return ()


_FIRST_PERSON = frozenset("we us our i my me".split())
_HE_OR_SHE = frozenset("he him his she her hers".split())
_THIRD_PERSON = frozenset("they them their".split())


def _is_personal(word: str, joint: str) -> bool:
    """Whether somebody is what `word` says: "ready to", "sure that", "planning to"; nobody is "clear that"."""
    if word in _IMPERSONAL:
        return False
    if joint == "for":
        return word not in _JUDGED
    if joint == "to":
        return word in _READY or word.endswith(("ed", "ing"))
    return word in _SURE or word.endswith("ing")


_BEFORE_ADJECTIVE = w.BE | frozenset("would will may might could should not n't also still now only too very".split())
_WHAT_IT_TAKES = frozenset("sense years months weeks decades days time more courage clear to".split())
_IMPERSONAL = frozenset("surprising disappointing encouraging tempting agreed said known".split())
_JUDGED = frozenset(
    """time important good bad hard difficult easy possible impossible necessary vital essential better best crucial
    unusual rare common right wrong early late""".split()
)
_READY = frozenset(
    """ready willing able unable due eager keen reluctant likely unlikely free set bound open close happy glad afraid
    hopeful wary loath subject slow quick first last going about home hostile loyal unwilling""".split()
)
_SURE = frozenset(
    """confident sure aware hopeful afraid convinced concerned worried pleased satisfied determined glad sorry adamant
    alarmed disappointed certain""".split()
)
