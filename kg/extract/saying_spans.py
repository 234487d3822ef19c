"""A sentence with its chunks and clauses in, answers out on where a saying's source and its words begin and end."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import saying_words as words
from kg.extract.pieces import Chunk, Clause, Group
from kg.extract.tokens import Tokens

__all__ = ["Line", "source_span"]

_OPENING = frozenset("“\"'‘«„")
_CLOSING = frozenset("”\"'’»“")
_ENDS = frozenset(".!?…")
_GOING_ON = words.SPEAKING_VERBS | frozenset({"cite", "call", "describe", "add", "note", "accuse", "label"})
_COMPLEMENTS = frozenset("that whether if why how what where when who".split())
_BELONGING = frozenset("of in for at from".split())


@dataclass(slots=True)
class Line:
    """One sentence, tokens first..last; `quoted` are the tokens that stand between quotation marks."""

    tokens: Tokens
    first: int
    last: int
    chunks: list[Chunk]
    clauses: list[Clause]
    quoted: set[int]

    # --- small questions ---------------------------------------------------------------------------------------------

    def kind(self, number: int) -> str:
        return self.chunks[number].kind if 0 <= number < len(self.chunks) else ""

    def inside_quote(self, token: int) -> bool:
        return token in self.quoted

    def is_name(self, group: Group) -> bool:
        """Whether somebody is named or described: a capital, or an article before a noun; no figure, no pronoun."""
        first = self.tokens.words[group.first]
        return first[0].isupper() or first.lower() in ("the", "a", "an", "one", "two", "his", "her", "its", "their")

    def kind_at(self, token: int) -> str:
        """The kind of the chunk that holds a token."""
        return next((c.kind for c in self.chunks if c.first <= token < c.last), "")

    def is_description(self, first: int, last: int) -> bool:
        """Whether tokens first..last, behind a source, describe it: "in Rome", ", the minister,", "who met Oman"."""
        inside = [c for c in self.chunks if first <= c.first < last]
        if not inside or any(c.kind in ("K", ";", ":", '"') for c in inside):
            return False
        if inside[0].kind == ",":
            return len(inside) > 1 and inside[1].kind in ("NP", "W") and self.tokens.words[last] in ",—–-"
        dated = inside[0].kind == "P" and self.kind_at(inside[0].last) == "Y"
        return not dated and inside[0].kind in ("P", "W", "(", "NP")

    def described_until(self, first: int, last: int) -> int:
        """Where the description of a source behind its verb ends: "said Ann Li, who leads the talks"."""
        number = next((k for k, c in enumerate(self.chunks) if c.group is not None and c.first <= first < c.last), -1)
        if number < 0:
            return last
        k = number + 1
        while self.kind(k) == "P" and self.kind(k + 1) == "NP" and self.chunks[k].word in _BELONGING:
            group = self.chunks[k + 1].group
            last = group.last if group is not None else self.chunks[k + 1].last
            k += 2
        if self.kind(k) == "," and self.kind(k + 1) in ("NP", "W"):
            for i in range(self.chunks[k + 1].first, self.last):
                if i in self.quoted or self.tokens.words[i] == ";":
                    break
                last = i + 1
        while last > first and self.tokens.words[last - 1] in ",;—–-.":
            last -= 1
        return last

    def first_word(self, token: int) -> bool:
        """Whether nothing but quotation marks and a conjunction stands before the token."""
        low = self.tokens.lower
        return all(
            low[i] in _OPENING or low[i] in ("but", "and", "yet", "however", ",") for i in range(self.first, token)
        )

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """Tokens start..end without commas, dashes and full stops around them; quotation marks stay."""
        seen = self.tokens.words
        while start < end and seen[start] in ",;:—–-)":
            start += 1
        while start < end and (seen[end - 1] in ",;:—–-(" or (seen[end - 1] in _ENDS and end - 1 not in self.quoted)):
            end -= 1
        return (start, end) if start < end else None

    def group_end(self, number: int) -> int:
        """Where the noun phrases at a chunk end, with what hangs on them: "X, the minister of Y" before a comma."""
        group = self.chunks[number].group
        end = group.last if group is not None else self.chunks[number].last
        k = number + 1
        while self.kind(k) == "P" and self.kind(k + 1) == "NP" and self.chunks[k].first == end:
            inner = self.chunks[k + 1].group
            end = inner.last if inner is not None else self.chunks[k + 1].last
            k += 2
        if (
            self.kind(k) == ","
            and self.kind(k + 1) in ("NP", "W")
            and not self.first_word(self.chunks[number].first - 1)
        ):
            return self.end_of_sentence() if self._apposed(k + 1) else end
        return end

    def _apposed(self, number: int) -> bool:
        """Whether from a chunk on nothing comes but a description of the one before."""
        rest = self.chunks[number:]
        return not any(c.kind == "VG" and c.verb and c.verb.form == "finite" for c in rest) or rest[0].kind == "W"

    def end_of_sentence(self) -> int:
        part = self.trimmed(self.first, self.last)
        return part[1] if part else self.last

    def segment_start(self, token: int) -> int:
        """Where what is told before a token begins: the sentence, or after a semicolon."""
        for i in range(token - 1, self.first - 1, -1):
            if self.tokens.words[i] == ";" and i not in self.quoted:
                return i + 1
        return self.first

    def begins_with(self, clause: Clause) -> bool:
        """Whether the sentence begins with this clause: its verb is the first that is finite."""
        return clause.verb.form == "finite" and all(
            c.verb.first >= clause.verb.first for c in self.clauses if c.verb.form == "finite"
        )

    # --- before the verb ---------------------------------------------------------------------------------------------

    def _edge(self, clause: Clause, source: tuple[int, int] | None) -> int:
        """The first token of "X said" or "said X", with the "as" of "as X said"."""
        at = min(clause.verb.first, source[0]) if source else clause.verb.first
        return at - 1 if at > self.first and self.tokens.lower[at - 1] == "as" else at

    def left_of(self, clause: Clause, source: tuple[int, int] | None) -> tuple[int, int] | None:
        """What stands before "…, X said", if it is something that can be said."""
        edge = self._edge(clause, source)
        if clause.verb.form != "finite" or edge - 1 <= self.first or clause.kind in ("relative", "complement"):
            return None
        mark = self.tokens.words[edge - 1]
        if mark not in ",?!—–-" and mark not in _CLOSING:
            return None
        start = self._said_start(edge)
        told = self.trimmed(start, edge)
        if told is None or not self._is_statement(told):
            return None
        lemmas = set(clause.lemmas)
        objects = [g for g in clause.objects if source is None or g.first != source[0]]
        things = bool(objects) and not lemmas & words.ADDRESSING  # "…, Egypt will recall its envoy"
        if told[1] - 1 not in self.quoted and (things or not lemmas & words.BARE - words.DENIALS):
            return None
        return told

    def inserted(self, clause: Clause, source: tuple[int, int] | None) -> bool:
        """ "Zambia, Teles said, had promised …": between commas, after a name or phrase that the rest is told of."""
        edge = self._edge(clause, source)
        comma = edge - 1 > self.first and self.tokens.words[edge - 1] == ","
        return comma and clause.verb.form == "finite" and bool(set(clause.lemmas) & words.BARE)

    def all_left(self, clause: Clause, source: tuple[int, int] | None) -> tuple[int, int] | None:
        """Everything before "X said"."""
        edge = self._edge(clause, source)
        return self.trimmed(self.segment_start(edge), edge)

    def _said_start(self, edge: int) -> int:
        """Where it begins: the sentence, or after the ": " or ";" of an earlier saying."""
        start = self.segment_start(edge)
        for clause in self.clauses:  # "A said x, but y, B said": what B says begins after "but"
            if (
                start <= clause.verb.first < edge
                and set(clause.lemmas) & {"say", "tell"}
                and clause.subject is not None
            ):
                for i in range(clause.verb.last, edge - 1):
                    if self.tokens.lower[i] in ("but", "while", "and") and self.tokens.words[i - 1] == ",":
                        start = i + 1
        return start

    def _is_statement(self, part: tuple[int, int]) -> bool:
        if self.quoted & {part[0], part[1] - 1}:
            return True
        return any(
            part[0] <= c.verb.first < part[1]
            and c.verb.form == "finite"
            and not (c.kind == "subordinate" and self._alone(c))
            for c in self.clauses
        )

    @staticmethod
    def _alone(clause: Clause) -> bool:
        """ "When Oman left, Chad said …": the clause before is only the circumstance."""
        return clause.mark in (
            "when",
            "after",
            "before",
            "while",
            "as",
            "since",
            "although",
            "though",
            "because",
            "where",
        )

    def quote_left_of(self, clause: Clause, source: tuple[int, int] | None) -> tuple[int, int] | None:
        """A quotation that ends right before "X said that …" belongs to X too."""
        edge = self._edge(clause, source)
        i = edge - 1
        while i > self.first and self.tokens.words[i] == ",":
            i -= 1
        if i > self.first and i in self.quoted and self.tokens.words[i] in _CLOSING:
            return self.trimmed(self._quote_start(i), i + 1)
        return None

    def _quote_start(self, token: int) -> int:
        while token > self.first and token - 1 in self.quoted:
            token -= 1
        return token

    # --- after the verb ----------------------------------------------------------------------------------------------

    def complement_start(self, clause: Clause) -> int | None:
        """The first token of the clause that is said, its "that" included; over addressees and circumstances."""
        k = next((n for n, c in enumerate(self.chunks) if c.verb is clause.verb), len(self.chunks)) + 1
        addressed = not set(clause.lemmas) & words.ADDRESSING
        bare = k
        while k < len(self.chunks):
            chunk = self.chunks[k]
            if chunk.kind in ("K", "S", "W"):
                return self._with_mark(chunk.first) if self._opens_clause(chunk) else None
            if chunk.kind == "R" or (chunk.kind in (",", '"') and self.kind(k + 1) == "K"):
                k += 1
            elif chunk.kind == "," and (later := self._inserted_before_that(k)) is not None:
                return later
            elif chunk.kind == "P" and self.kind(k + 1) in ("NP", "R"):
                if set(clause.lemmas) & words.BARE and self._finite_after(k + 2) and self.kind(k + 2) != "K":
                    break
                k += 2
            elif chunk.kind == "NP" and not addressed and not self._finite_after(k + 1):
                addressed, bare, k = True, k + 1, k + 1
            else:
                break
        return self._bare_start(clause, k if k < len(self.chunks) and self.kind(k) == "NP" else bare)

    def _inserted_before_that(self, k: int) -> int | None:
        """ "cautioned, as did others, that …", "says in Toledo, Ohio, that …": the "that" behind the next comma."""
        for i in range(k + 1, min(k + 9, len(self.chunks) - 1)):
            if self.kind(i) == "," and self.kind(i + 1) == "K":
                return self.chunks[i + 1].first
            if self.kind(i) in ('"', ";", ":", "W", "K"):
                return None
        return None

    def _opens_clause(self, chunk: Chunk) -> bool:
        word = self.tokens.lower[chunk.first]
        return word in _COMPLEMENTS and not (word == "if" and chunk.kind != "S")

    def _bare_start(self, clause: Clause, k: int) -> int | None:
        """ "said Oman had left": a subject and its verb right behind."""
        while self.kind(k) == "R" or (self.kind(k) == '"' and self.kind(k + 1) in ("NP", "R")):
            if self.tokens.lower[self.chunks[k].first] == "there" and set(clause.lemmas) & words.BARE:
                return self._with_mark(self.chunks[k].first)
            k += 1
        if not set(clause.lemmas) & words.BARE or k >= len(self.chunks):
            return None
        start = self.chunks[k].first
        if self.kind(k) == "P" and self.kind(k + 1) == "NP" and self.kind(k + 2) == "," and self._finite_after(k + 4):
            return self._with_mark(start)
        return self._with_mark(start) if self.kind(k) == "NP" and self._finite_after(k + 1) else None

    def _finite_after(self, k: int) -> bool:
        """Whether the noun phrase that ends before chunk k is followed by its finite verb."""
        while k < len(self.chunks):
            kind = self.kind(k)
            if kind == "VG":
                verb = self.chunks[k].verb
                if verb is not None and verb.form == "finite":
                    return True
                k += 1
            elif kind in ("R", "G", '"') or (kind == "C" and self.kind(k + 1) == "NP"):
                k += 1
            elif kind in ("P", "C", "W", "K") and self.kind(k + 1) in ("NP", "VG"):
                k += 2
            elif kind == "NP":
                k += 1
            else:
                return False
        return False

    def _with_mark(self, start: int) -> int:
        quoted = start - 1 in self.quoted and self.tokens.words[start - 1] in _OPENING
        return start - 1 if start > self.first and quoted else start

    def quote_after(self, clause: Clause, *, far: bool) -> int | None:
        """The first token of a quotation that follows the verb, over the adjuncts between.

        `far`: something is said before the verb already, so that only a whole new quotation goes on with it.
        """
        for i in range(clause.verb.last, self.last):
            if i not in self.quoted:
                continue
            if far:
                return i if self.tokens.words[i - 1] in ",:.—–-" and self.is_long(i) else None
            if any(clause.verb.last <= c.verb.first < i and c.verb.form == "finite" for c in self.clauses):
                return None
            return self._from_phrase(clause, i) if i > clause.verb.last else i
        return None

    def is_long(self, at: int) -> bool:
        """Whether the quotation is more than a word or two."""
        return all(i in self.quoted for i in range(at, min(at + 6, self.last - 1)))

    def _from_phrase(self, clause: Clause, at: int) -> int:
        """ "called the plan a “mistake”": from the thing on; a comma or colon opens the quotation itself."""
        lead = next((g.first for g in clause.objects if g.last <= at + 30 and g.first >= clause.verb.last), at)
        addressed = bool(set(clause.lemmas) & words.ADDRESSING)
        return at if self.tokens.words[at - 1] in ",:" or addressed else min(lead, at)

    def goes_on(self, clause: Clause, source: tuple[int, int] | None) -> int | None:
        """ "Zambia, Teles said, had promised …": what is said goes on after the comma."""
        end = max(clause.verb.last, source[1] if source else 0)
        if end >= self.last - 1 or self.tokens.words[end] != ",":
            return None
        following = next((c for c in self.chunks if c.first > end), None)
        later = [c for c in self.clauses if c.verb.first > end and c.verb.form == "finite"]
        if following is None or not later or following.kind not in ("VG", "R", "P", "NP", "C"):
            return None
        if following.verb is not None and following.verb.form == "gerund":
            return None
        return None if following.kind == "C" and self._own_saying(later[0]) else end + 1

    def infinitive_start(self, clause: Clause) -> int | None:
        """ "urged Oman to leave", "wants to leave": from whom it is wanted on."""
        child = next((c for c in clause.children if c.kind == "infinitive" and c.verb.first >= clause.verb.last), None)
        if child is None:
            return None
        objects = [g.first for g in clause.objects if clause.verb.last <= g.first < child.verb.first]
        return min([*objects, child.verb.first])

    def object_start(self, clause: Clause) -> int | None:
        """ "rejected the plan", "called for talks"."""
        places = [g.first for g in clause.objects] + [g.first for _, g in clause.preps[:1]]
        after = [p for p in places if p >= clause.verb.last]
        return min(after) if after else None

    def gerund_start(self, clause: Clause) -> int | None:
        child = next((c for c in clause.children if c.kind == "gerund" and c.verb.first >= clause.verb.last), None)
        return child.verb.first if child is not None else None

    # --- to the end --------------------------------------------------------------------------------------------------

    def until(self, start: int, clause: Clause | None, *, tight: bool = False) -> tuple[int, int] | None:
        """From `start` to where somebody else speaks, the same one goes on speaking, or the sentence ends.

        `tight`: what is said is no clause, so that a new clause after a comma is none of it.
        """
        for i in range(start + 1, self.last):
            if i in self.quoted:
                continue
            word = self.tokens.lower[i]
            if (
                word == ";"
                or (tight and word == ":")
                or (word in (",", "and", "but", "while", "though") and self._cuts(i, clause, tight=tight))
            ):
                return self.trimmed(start, i)
        return self.trimmed(start, self.last)

    def _cuts(self, at: int, clause: Clause | None, *, tight: bool) -> bool:
        """Whether a new saying begins right after the token: ", adding that", "and said", ", but Oman said"."""
        nxt = next((c for c in self.clauses if c.verb.first > at), None)
        if nxt is None or nxt.verb.first in self.quoted:
            return False
        near, finite = nxt.verb.first - at <= 2, nxt.verb.form == "finite"
        if tight and finite and self.tokens.lower[at + 1] in ("and", "but", "while", "though", "which", "although"):
            return nxt.verb.first - at < 12
        if tight and near and finite and clause is not None and nxt.subject is clause.subject:
            return True
        saying = self._own_saying(nxt)
        if saying and near and nxt.verb.form in ("gerund", "finite") and nxt.subject is not None:
            return clause is None or nxt.subject is clause.subject or nxt.verb.form == "gerund"
        own = nxt.subject is not None and at < nxt.subject.first < nxt.verb.first
        return saying and own and finite and self._is_late(at, nxt)

    def _is_late(self, at: int, clause: Clause) -> bool:
        """ "…, Oman said" or ", but Oman said …"."""
        assert clause.subject is not None
        return clause.subject.first - at <= 2

    @staticmethod
    def _own_saying(clause: Clause) -> bool:
        return bool(set(clause.lemmas) & _GOING_ON)


def source_span(line: Line, clause: Clause, group: Group | None) -> tuple[int, int] | None:
    """The words of who speaks, with what describes him, next to the verb: "Ann Li, an aide to the emir,"."""
    if group is None:
        return None
    first, last = group.first, group.last
    verb = clause.verb
    if last <= verb.first:
        between = [c for c in line.chunks if last <= c.first < verb.first]
        if between and between[0].kind in ("P", "(", "W", ",") and verb.first - last < 40 and clause.kind != "relative":
            end = verb.first
            while end > last and (line.tokens.words[end - 1] in ",—–-" or line.kind_at(end - 1) == "R"):
                end -= 1
            if not any(line.tokens.words[i] in _OPENING for i in range(last, end)) and line.is_description(last, end):
                last = end
    elif first >= verb.last:
        last = max(last, line.described_until(first, last))
    return first, last
