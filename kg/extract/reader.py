"""A document and the lexicon in, claims out: the stages of reading in their order."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.authority import Authority
from kg.extract.attribution import Speech
from kg.extract.dated import explained
from kg.extract.dates import Timex, bounds
from kg.extract.dating import Dating, is_present
from kg.extract.found import Found
from kg.extract.go_between import go_between
from kg.extract.grading import grade
from kg.extract.hits import Hit
from kg.extract.issues import issues_of
from kg.extract.match import VerbMatcher
from kg.extract.mentions import Mention
from kg.extract.mutual import is_mutual
from kg.extract.nominal import NounMatcher
from kg.extract.parsed import parsed
from kg.extract.parties import Scene
from kg.extract.phrases import Grammar, compile_lexicon
from kg.extract.pieces import Chunk, Clause
from kg.extract.prepared import prepare
from kg.extract.refusals import refusals
from kg.extract.roles import ACTING, CROWDS, ROLE_NOUNS
from kg.extract.settle import settled
from kg.extract.speech_acts import speech_acts
from kg.extract.stance import Reader
from kg.extract.stance_words import CANCEL, CONFIRM, DENY, DOUBT, OCCUR, PLAN, POSTPONE
from kg.extract.tagging import Verbs, general_verbs
from kg.extract.timing import Timing
from kg.extract.tokens import Tokens
from kg.extract.told_dates import ToldDates, types_of_nouns
from kg.extract.venues import venue
from kg.extract.words import DETERMINERS, POSSESSIVES, PRONOUNS
from kg.model import Claim, Document, Event, Evidence, Party, Thing, When
from kg.ontology import Lexicon

__all__ = ["EXTRACTOR", "DocumentReader", "read"]

EXTRACTOR = "rules 0.1"


def read(document: Document, lexicon: Lexicon, authority: Authority) -> tuple[Claim, ...]:
    """All claims of a document, in order of their words; `grade` tells the sure from the guesses."""
    grammar = compile_lexicon(lexicon)
    reader = DocumentReader(explained(document, authority), lexicon, authority, grammar, _verbs_of(lexicon))
    return tuple(reader.claims())


@functools.lru_cache(maxsize=4)
def _verbs_of(lexicon: Lexicon) -> Verbs:
    grammar = compile_lexicon(lexicon)
    return general_verbs(grammar.lemmas)


@dataclass(slots=True)
class DocumentReader:
    """Reads one document; what a reader that shows its work overrides is one method a step."""

    document: Document
    lexicon: Lexicon
    authority: Authority
    grammar: Grammar
    verbs: Verbs
    published: str | None = None
    named: set[int] = field(default_factory=set)
    dated: set[int] = field(default_factory=set)
    begins: int = 0
    memory: dict[str, dict[str, Found]] = field(default_factory=dict)

    told_dates: ToldDates = field(init=False)

    def __post_init__(self) -> None:
        self.told_dates = ToldDates(types_of_nouns(self.grammar))

    def claims(self) -> list[Claim]:
        known = prepare(self.document, self.authority)
        tokens, at, timed = known.tokens, known.at, known.timed
        places = [i for i, _ in timed]
        self.published = known.published
        self.named, self.begins = set(at), min(at, default=len(tokens))  # nobody acts before the first name
        scene = known.scene(self.authority)
        self.dated = scene.dates
        speech = Speech(scene, known.inside)
        out: list[Claim] = []
        for number, (first, last) in enumerate(known.ranges):
            scene.begin(number, first)
            scene.discourse.begin(number)
            if not self._worth(tokens, first, last, at):
                _hear(scene, first, last, number)
                continue
            begin, end = bisect_left(places, first), bisect_left(places, last)
            out += self._sentence(scene, speech, first, last, timed[begin:end])
        return _distinct(out)

    def _worth(self, tokens: Tokens, first: int, last: int, at: dict[int, Mention]) -> bool:
        """Whether the sentence can hold an event: a name or a pronoun, and a verb or noun of some frame."""
        low, here = tokens.lower, tokens.lower[first:last]
        if self.grammar.triggers.isdisjoint(here):
            return False
        if not _DOING.isdisjoint(here) or any(i in at and not at[i].stranger for i in range(first, last)):
            return True
        if self.memory and any(
            low[i] in self.grammar.nouns and (i == first or low[i - 1] == "the") for i in range(first, last)
        ):
            return True
        return any(
            low[i] in PRONOUNS or (low[i] in ROLE_NOUNS and low[i - 1] in _POINTING)
            for i in range(max(first, self.begins + 1), last)
        )

    def _sentence(
        self, scene: Scene, speech: Speech, first: int, last: int, times: list[tuple[int, Timex]]
    ) -> list[Claim]:
        tokens = scene.tokens
        chunks, found = parsed(scene, first, last, self.named, self.verbs)
        speech.begin(first, last, chunks, found)
        scene.hear(speech.speaker_of(found), speech.spoken_of(found))
        reader = Reader(scene, found, speech.said_by(found))
        hits = self._hits(scene, chunks, found, reader, set(tokens.lower[first:last]))
        speech.listen(found)
        paragraph = tokens.text.rfind("\n", 0, tokens.starts[first])
        self.told_dates.place = (scene.sentence, paragraph)
        dating = Dating(Timing(tokens, times, found), self.published, hits, self.told_dates)
        go_between(hits, found, scene)
        colon = speech.colon()
        out: list[Claim] = []
        for hit in hits:
            if colon and not hit.reading.claimants:
                hit.reading = replace(hit.reading, claimants=colon)
            if colon and not hit.roles.get("X") and colon[0].states:
                hit.roles.setdefault("X", Found(colon, 3))
            out += self._claim(hit, tokens, dating)
        for claim in out:
            event = claim.event
            mutual = bool(event.participants) or self.lexicon.types[event.type].reciprocal
            scene.discourse.together(event.parties, scene.sentence, mutual=mutual)
            if not mutual:
                scene.discourse.together(event.recipients, scene.sentence, mutual=True)
        return out

    def _hits(
        self, scene: Scene, chunks: list[Chunk], found: list[Clause], reader: Reader, words: set[str]
    ) -> list[Hit]:
        """Verbs first, then what is done by saying, then the nouns that no verb has taken."""
        verbs = self._verb_matcher(scene, chunks, found, reader, words)
        hits = list(verbs.hits())
        hits += speech_acts(self.grammar, scene, found, reader, verbs.bind)
        nouns = self._noun_matcher(scene, chunks, found, reader, words, verbs.used)
        nouns.done = list(hits)
        hits += nouns.hits()
        hits = self._settled(hits, reader)
        hits += refusals(self.grammar, found, hits, reader, verbs.bind)
        return sorted(hits, key=lambda h: (h.trigger, h.rule))

    def _verb_matcher(
        self, scene: Scene, chunks: list[Chunk], found: list[Clause], reader: Reader, words: set[str]
    ) -> VerbMatcher:
        return VerbMatcher(self.grammar, scene, chunks, found, reader, words)

    def _noun_matcher(
        self, scene: Scene, chunks: list[Chunk], found: list[Clause], reader: Reader, words: set[str], used: set[int]
    ) -> NounMatcher:
        return NounMatcher(self.grammar, scene, chunks, found, reader, words, used)

    def _settled(self, hits: list[Hit], reader: Reader) -> list[Hit]:
        return settled(hits, reader)

    # --- claims -----------------------------------------------------------------------------------------------------

    def _claim(self, hit: Hit, tokens: Tokens, dating: Dating) -> list[Claim]:
        roles = self._recalled(hit)
        if roles is None:
            return []
        event = self._event(hit, roles, tokens, dating)
        if event is None:
            return []
        if "respectively" in tokens.lower[hit.extent[0] : hit.extent[1] + 3] and _respectively(roles):
            return [c for pair in _respectively(roles) for c in self._claim(replace(hit, roles=pair), tokens, dating)]
        if len(alone := _each_alone(hit, roles, tokens)) > 1:
            return [c for one in alone for c in self._claim(replace(hit, roles=one), tokens, dating)]
        when = dating.of(hit)
        if self._is_ahead(hit, when):
            hit.reading = replace(hit.reading, modality="planned")
        first, last = hit.extent
        while last - 1 > first and tokens.words[last - 1] in ",;:—–-":
            last -= 1
        start, end = tokens.span(first, last)
        made = Claim(
            document=self.document.id, event=event, stance=hit.reading.stance, modality=hit.reading.modality,
            evidence=Evidence(start, end, tokens.text[start:end]),
            claimant=hit.reading.claimants[0] if hit.reading.claimants else None, when=when,
            trigger=tokens.span(*hit.trigger), grade=grade(hit, event), rule=hit.rule, extractor=EXTRACTOR,
        )  # fmt: skip
        out = [made]
        if hit.excluded and not event.participants:
            out.append(replace(made, event=replace(event, initiators=hit.excluded), stance="negated", id=""))
        return out

    def _is_ahead(self, hit: Hit, when: When | None) -> bool:
        """ "takes office on August 7", told in July: a plan."""
        if hit.clause is None or hit.reading.modality != "actual" or not is_present(hit.clause):
            return False
        first, last = when.earliest if when else None, bounds(self.published)[1]
        return bool(first and last and first > last)

    def _recalled(self, hit: Hit) -> dict[str, Found] | None:
        """The parties of a hit; "the letter" alone means the letter last told of, if its words take a stance on it."""
        if hit.definite and hit.type.reciprocal and set(hit.roles) <= {"M", "H"}:
            known = self.memory.get(hit.type.id) or self.memory.get(hit.type.root)
            return {**known, **hit.roles} if known else None  # "Norway mediated the negotiations": those just told of
        if hit.weighty or any(
            p.kind not in ("described", "unnamed", "media") for f in hit.roles.values() for p in f.parties
        ):
            self._answer(hit)
            known = self.memory.get(hit.type.id)
            if (
                hit.definite
                and not hit.nominal
                and known
                and "Y" in known
                and "Y" not in hit.roles
                and _same_doer(hit.roles, known)
            ):
                hit.roles = {**hit.roles, "Y": known["Y"]}
                hit.reading = replace(hit.reading, grade="sure")
            if len(hit.roles) > 1 or not hit.definite:
                self.memory[hit.type.id] = self.memory[hit.type.root] = hit.roles
            return hit.roles
        told = (
            hit.reading.stance in ("confirmed", "denied", "unconfirmed", "questioned")
            or hit.reading.modality != "actual"
        )
        clause = hit.clause
        governed = clause is None or clause.verb.copula or bool(set(clause.lemmas) & _TAKING_STANCE)
        if hit.nominal and hit.definite and told and governed:
            if hit.reading.stance == "asserted":  # "have negotiated the deal" may mean another
                hit.reading = replace(hit.reading, grade="guess")
            return self.memory.get(hit.type.id) or self.memory.get(hit.type.root)
        return None

    def _answer(self, hit: Hit) -> None:
        """ "Yerevan rejected the charge": the other side is who made it against Yerevan."""
        asked = self.memory.get(_ANSWERED.get(hit.thing, ""))
        doer = hit.roles.get("X")
        if not asked or doer is None or "Y" in hit.roles or hit.type.root not in ("REJECT", "AGREE", "CONCEDE"):
            return
        addressed, asker = asked.get("Y", Found()), asked.get("X", Found())
        if {s for p in addressed.parties for s in p.states} & {
            s for p in doer.parties for s in p.states
        } and asker.parties:
            hit.roles = {**hit.roles, "Y": asker}

    def _known_sides(self, participants: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Of seven listed together, six that are known to negotiate as one (P5+1) are one side."""
        day = bounds(self.published)[0]
        ids = {p.id for p in participants}
        for group in _groupings(self.authority):
            members = set(self.authority.members(group, day))
            if len(members) == len(ids) - 1 and members < ids:
                one = tuple(p for p in participants if p.id in members)
                return one, tuple(p for p in participants if p.id not in members)
        return (), ()

    def _event(self, hit: Hit, roles: dict[str, Found], tokens: Tokens, dating: Dating) -> Event | None:
        doers, others = _parties(roles.get("X")), _parties(roles.get("Y"))
        mediators, hosts = _parties(roles.get("M")), _parties(roles.get("H"))
        initiators: tuple[Party, ...] = doers
        recipients: tuple[Party, ...] = others
        participants: tuple[Party, ...] = ()
        if hit.type.reciprocal or is_mutual(hit, tokens):
            initiators, recipients = doers, tuple(p for p in others if p.id not in {d.id for d in doers})
            if not (initiators and recipients):
                participants = initiators or recipients
                initiators, recipients = self._known_sides(participants) if len(participants) > 3 else ((), ())
        if not (initiators or recipients or participants):
            return None
        issues = issues_of(tokens, *hit.extent, self.lexicon)
        deadline: When | None = dating.deadline(hit) if hit.type.root in ("CONSULT", "AGREE") else None
        return Event(
            hit.type.id, hit.type.root, initiators, recipients, participants, mediators, hosts,
            venue(hit, tokens, self.dated), issues, deadline, object=_thing(hit, tokens),
        )  # fmt: skip


_TAKING_STANCE = CONFIRM | DENY | DOUBT | OCCUR | CANCEL | POSTPONE | PLAN
_ANSWERED = {
    "charge": "ACCUSE", "charges": "ACCUSE", "accusation": "ACCUSE", "accusations": "ACCUSE", "allegation": "ACCUSE",
    "allegations": "ACCUSE", "claim": "ACCUSE", "claims": "ACCUSE", "criticism": "ACCUSE", "demand": "REQUEST",
    "demands": "REQUEST", "request": "REQUEST", "appeal": "REQUEST", "call": "REQUEST", "invitation": "REQUEST",
    "offer": "AGREE", "proposal": "AGREE", "threat": "THREATEN", "ultimatum": "THREATEN", "protest": "PROTEST",
}  # fmt: skip
_DOING = ACTING | CROWDS
_POINTING = DETERMINERS | POSSESSIVES | frozenset("two three four five six seven both".split())


def _each_alone(hit: Hit, roles: dict[str, Found], tokens: Tokens) -> list[dict[str, Found]]:
    """ "It held talks with Ghana and Togo": somebody who is not told talks with each, not they with each other."""
    others = roles.get("Y", Found())
    if not hit.type.reciprocal or "X" in roles or len(_by_id(others.parties)) < 2 or _among(others, tokens):
        return []
    return [{**roles, "Y": replace(others, parties=(one,))} for one in _by_id(others.parties)]


def _among(sides: Found, tokens: Tokens) -> bool:
    """ "talks between Ghana and Togo", "the Ghana-Togo talks", "both sides": two who are each other's."""
    spans = sorted({p.mention for p in sides.parties})
    first = bisect_left(tokens.starts, spans[0][0])
    hyphen = len(spans) > 1 and tokens.text[spans[0][1] : spans[1][0]].strip() in ("-", "–")
    return len(spans) == 1 or hyphen or not {"between", "among"}.isdisjoint(tokens.lower[max(first - 2, 0) : first])


def _same_doer(one: dict[str, Found], other: dict[str, Found]) -> bool:
    return bool({p.id for p in one.get("X", Found()).parties} & {p.id for p in other.get("X", Found()).parties})


def _respectively(roles: dict[str, Found]) -> list[dict[str, Found]]:
    """ "The envoys of A and B flew to C and D respectively": two events, A to C and B to D."""
    if len(roles) != 2:
        return []
    (one, left), (other, right) = roles.items()
    if len(left.parties) != len(right.parties) or len(left.parties) < 2:
        return []
    pairs = zip(left.parties, right.parties, strict=True)
    return [{one: Found((a,), left.quality), other: Found((b,), right.quality)} for a, b in pairs]


@functools.lru_cache(maxsize=4)
def _groupings(authority: Authority) -> tuple[str, ...]:
    """Ids of the groupings that negotiate as one side."""
    return authority.of_kind("grouping")


def _thing(hit: Hit, tokens: Tokens) -> Thing | None:
    if hit.object is None:
        return None
    start, end = tokens.span(*hit.object)
    return Thing(tokens.text[start:end], (start, end))


def _parties(found: Found | None) -> tuple[Party, ...]:
    return _by_id(found.parties) if found else ()


def _by_id(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple({p.id: p for p in reversed(parties)}.values())[::-1]


def _hear(scene: Scene, first: int, last: int, number: int) -> None:
    """A sentence without events still introduces people."""
    i, subject = first, True
    while i < last:
        mention = scene.mention_at.get(i)
        if mention is None:
            i += 1
            continue
        behind = scene.tokens.lower[mention.last] if mention.last < last else ""
        stands_in = mention.kind != "person" and behind in ROLE_NOUNS  # "a Swiss senator" is no state
        end = mention.last + 1 if stands_in else mention.last
        party = scene.party(mention, scene.tokens.span(mention.first, end), "role" if stands_in else None)
        first_of_all = subject and (stands_in or mention.form != "demonym")
        scene.discourse.note(
            party, role="subject" if first_of_all else "oblique", sentence=number, plural=mention.plural,
            offices=frozenset() if stands_in else mention.offices,
        )  # fmt: skip
        subject = False
        i = max(end, i + 1)


def _distinct(claims: list[Claim]) -> list[Claim]:
    """Each claim once: the same event in the same words by two rules is one."""
    seen: set[tuple[object, ...]] = set()
    out = []
    for claim in claims:
        event = claim.event
        key = (
            event.type, tuple(p.id for p in event.initiators), tuple(p.id for p in event.recipients),
            tuple(sorted(p.id for p in event.participants)), claim.stance, claim.modality,
            claim.evidence.start, claim.evidence.end,
        )  # fmt: skip
        if key not in seen:
            seen.add(key)
            out.append(claim)
    return out
