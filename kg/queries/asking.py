"""A question in plain words in, an Answer out, through SPARQL that any endpoint can run."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import QuestionError
from kg.extract.tokens import tokenize
from kg.queries import write
from kg.queries.anchor import anchored
from kg.queries.answer import Answer, Row
from kg.queries.answering import answered, by_time, rows_of
from kg.queries.compare import compared
from kg.queries.exclude import excluded
from kg.queries.follow import followed
from kg.queries.frames import index
from kg.queries.helping import near_questions, respelt
from kg.queries.lookup import GraphNames
from kg.queries.misread import CAN_BE_ASKED, UnreadError
from kg.queries.parties import find, whole
from kg.queries.profile import Profile, profile
from kg.queries.read import is_event, read
from kg.queries.reading import Reading, Who
from kg.queries.rephrase import plainer
from kg.queries.tries import loosely_read, strictly
from kg.queries.understood import counted_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.queries.answer import Row
    from kg.queries.named import Queryable

__all__ = ["ask"]


def ask(graph: Queryable, question: str, *, today: str | None = None, after: str | None = None) -> Answer:
    """What the graph says to a question.

    `today` (an ISO day) is what "last year" counts from; without it the day of the newest document. `after` is the
    question before, which "and Iraq?" or "when?" continues; the answer's `question` is then the whole one. Raises
    QuestionError that names the part not understood and what can be asked, with near questions that work here.
    """
    asker = _Asker(graph, today)
    if after:
        question = followed(question, after, asker.names, asker.now)
    try:
        answer = asker.answer(question)
    except UnreadError as problem:
        respelled = _respelt(asker, question, problem)
        if respelled:
            return respelled
        near = near_questions(question, problem.word, asker.names, asker.index, asker.now, asker.works)
        if problem.nothing:
            return replace(problem.nothing, near=near)
        raise problem.with_examples(near) from None
    if answer.kind != "unknown":
        return answer
    return replace(answer, near=near_questions(question, "", asker.names, asker.index, asker.now, asker.works))


def _respelt(asker: _Asker, question: str, problem: UnreadError) -> Answer | None:
    """The answer to the question with the misspelt name put right, which says so."""
    mended = respelt(asker.graph, question, problem.word)
    if mended is None:
        return None
    with suppress(QuestionError):
        answer = asker.answer(mended.question)
        note = (problem.word, f"read as {mended.name}")
        text = f"({note[0]}: {note[1]}) {answer.text}"
        return replace(answer, text=text, question=question, understood=(note, *answer.understood))
    return None


_ON = re.compile(r"^(?P<who>\S+(?: \S+){0,2}?) (?:on|about) (?P<what>.+)$", re.IGNORECASE)
""" "Stoltenberg on troops": what somebody says about something, where these words name somebody."""


_HELP = re.compile(
    r"^(?:help(?: me)?|what can (?:i|you|we|one) (?:ask|answer|do)\b.*|how do i\b.*|how does (?:this|it)\b.*)$",
    re.IGNORECASE,
)


class _Asker:
    """A graph with the names and the phrases in which questions to it are read."""

    def __init__(self, graph: Queryable, today: str | None) -> None:
        from kg.ontology import load

        self.graph, self.index, self.names = graph, index(load()), GraphNames(graph)
        self.given = today is not None
        self.now = _day(today) if today else _newest(graph)

    def works(self, question: str) -> bool:
        """Whether a question is understood and has an answer."""
        try:
            return self.answer(question).kind != "unknown"
        except QuestionError:
            return False

    def answer(self, question: str) -> Answer:
        """The answer; raises QuestionError where the question is not understood."""
        plain = " ".join(question.replace("’", "'").split()).rstrip("?!. ")
        if _HELP.match(plain):
            raise UnreadError(f"{plain!r} asks for no event")
        plain = plainer(plain, self._is_event)
        if (
            (short := _ON.match(plain))
            and not self._is_event(short["who"])
            and (who := whole(short["who"], self.names))
            and who.ids
        ):
            plain = f"what did {short['who']} say about {short['what']}"
        if found := profile(self.graph, plain, self.names, self.now):
            return _profiled(self.graph, question, found)
        left_out = excluded(plain, self.names)
        plain = left_out.question if left_out else plain
        since = anchored(plain, self._is_event, self._when, self._named)
        plain = since.question if since else plain
        versus = compared(plain, self.names)
        readings = read(versus.question if versus else plain, self.names, self.index, self.now)
        if versus:
            readings = tuple(replace(r, compared=versus.parties, only=_either(versus.parties)) for r in readings)
        if left_out:
            readings = tuple(replace(r, without=left_out.parties) for r in readings)
        answer = replace(_best(self.graph, question, readings, self.now), question=question)
        if answer.kind == "unknown" and (strange := readings[0].strange):
            problem = UnreadError(f"nobody here is known as {strange[0]!r}", strange[0])
            problem.nothing = answer
            raise problem
        answer = replace(answer, text=counted_from(readings[0], self.now, given=self.given) + answer.text)
        if since is None:
            return answer
        return replace(
            answer, text=f"({since.words}: {since.meaning}) {answer.text}",
            understood=(*answer.understood, (since.words, since.meaning)),
        )  # fmt: skip

    def _is_event(self, words: str) -> bool:
        return is_event(words, self.index)

    def _when(self, question: str) -> tuple[Row, ...]:
        try:
            return self.answer(question).rows
        except QuestionError:
            return ()

    def _named(self, text: str) -> list[str]:
        return [who.words for who in find(tokenize(text), self.names)]


def _profiled(graph: Queryable, question: str, found: Profile) -> Answer:
    """Who somebody is, with the events in which he takes part as evidence."""
    if found.who is None:
        return Answer(question, "rows" if found.names else "unknown", found.text, found.names)
    sparql = write.rows(Reading("what", doers=(found.who,), open="any", mutual=True))
    rows = by_time(rows_of(graph, sparql))
    return Answer(question, "rows" if rows else "unknown", found.text, (), "", None, rows, (), sparql)


def _either(parties: Sequence[Who]) -> Who:
    words = " or ".join(who.words for who in parties)
    return Who(words, tuple(i for who in parties for i in who.ids), "compared")


def _best(graph: Queryable, question: str, readings: Sequence[Reading], now: str) -> Answer:
    """The answer of the first reading that has one, taken strictly before it is taken loosely."""
    best: Answer | None = None
    for strict in (True, False):
        for reading in readings:
            for tried in strictly(reading) if strict else loosely_read(reading):
                answer = answered(graph, question, tried, now)
                if answer.kind != "unknown" and answer.verdict != "nothing":
                    return answer
                if best is None or (answer.beside and not best.beside):
                    best = answer
    if best is None:
        raise QuestionError("the question was not understood", hint=CAN_BE_ASKED)
    return best


def _day(today: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(today).isoformat()
    except ValueError:
        raise QuestionError(f"not a day: {today!r}", hint="write it as 2014-11-06") from None


def _newest(graph: Queryable) -> str:
    found = list(graph.query(write.newest()))
    return (found[0][0] if found and found[0][0] else None) or "2026-01-01"
