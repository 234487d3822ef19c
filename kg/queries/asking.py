"""A question in plain words in, an Answer out, through SPARQL that any endpoint can run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import QuestionError
from kg.extract.tokens import tokenize
from kg.queries import write
from kg.queries.anchor import anchored
from kg.queries.answer import Answer, Kind, Row
from kg.queries.compare import compared
from kg.queries.contradict import CONTRADICTED, CONTRADICTS, contradiction
from kg.queries.follow import followed
from kg.queries.frames import index
from kg.queries.lookup import GraphNames
from kg.queries.parties import find
from kg.queries.read import CAN_BE_ASKED, is_event, read
from kg.queries.reading import Who
from kg.queries.tell import comparison, inside, names_of, nth, verdict_line, verdict_of, who_line
from kg.queries.understood import counted_from, loosely, understood
from kg.queries.wording import not_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.queries.named import Queryable
    from kg.queries.reading import Reading

__all__ = ["ask"]

_OTHER = ("planned", "conditional", "possible", "contested", "unconfirmed", "negated", "actual")


def ask(graph: Queryable, question: str, *, today: str | None = None, after: str | None = None) -> Answer:
    """What the graph says to a question.

    `today` (an ISO day) is what "last year" counts from; without it the day of the newest document. `after` is the
    question before, which "and Iraq?" or "when?" continues; the answer's `question` is then the whole one. Raises
    QuestionError that names the part not understood and what can be asked.
    """
    from kg.ontology import load

    words, names = index(load()), GraphNames(graph)
    now = _day(today) if today else _newest(graph)
    if after:
        question = followed(question, after, names, now)
    plain = " ".join(question.replace("’", "'").split()).rstrip("?!. ")

    def when(asked: str) -> tuple[Row, ...]:
        try:
            return ask(graph, asked, today=now).rows
        except QuestionError:
            return ()

    def named(text: str) -> list[str]:
        return [who.words for who in find(tokenize(text), names)]

    since = anchored(plain, lambda event: is_event(event, words), when, named)
    plain = since.question if since else plain
    versus = compared(plain, names)
    readings = read(versus.question if versus else plain, names, words, now)
    if versus:
        readings = tuple(replace(r, compared=versus.parties, only=_either(versus.parties)) for r in readings)
    answer = replace(_best(graph, question, readings, now), question=question)
    answer = replace(answer, text=counted_from(readings[0], now, given=today is not None) + answer.text)
    if since is None:
        return answer
    return replace(
        answer, text=f"({since.words}: {since.meaning}) {answer.text}",
        understood=(*answer.understood, (since.words, since.meaning)),
    )  # fmt: skip


def _either(parties: Sequence[Who]) -> Who:
    words = " or ".join(who.words for who in parties)
    return Who(words, tuple(i for who in parties for i in who.ids), "compared")


def _best(graph: Queryable, question: str, readings: Sequence[Reading], now: str) -> Answer:
    """The answer of the first reading that has one, taken strictly before it is taken loosely."""
    best: Answer | None = None
    for strict in (True, False):
        for reading in readings:
            for tried in _tries(reading) if strict else _wider(reading):
                answer = _answered(graph, question, tried, now)
                if answer.kind != "unknown" and answer.verdict != "nothing":
                    return answer
                if best is None or (answer.beside and not best.beside):
                    best = answer
    if best is None:
        raise QuestionError("the question was not understood", hint=CAN_BE_ASKED)
    return best


def _tries(reading: Reading) -> Iterable[Reading]:
    """The reading as it stands, then with what a text may say in other words taken less strictly."""
    for grouped in (_alone, _together):
        tried = replace(reading, doers=grouped(reading.doers), others=grouped(reading.others))
        if tried != reading:
            yield from _tries(tried)
    for types in (reading.types, reading.narrower) if reading.narrower else (reading.types,):
        yield replace(reading, types=types)
        if (reading.words or reading.topics) and reading.asked != "yes-no" and "in words" not in reading.loose:
            yield replace(reading, types=types, near=True, loose=("near",))
        if len(reading.words) > 1 and reading.asked != "yes-no":
            yield replace(reading, types=types, any_word=True, loose=("some",))
    if reading.placed and reading.asked != "yes-no":
        # "condemned the coup in Mali": the place of the coup, not of what was said
        note = reading.loose if reading.words else ("there",)
        yield replace(reading, place=None, placed=(), named=(*reading.named, *reading.placed), loose=note)
    if reading.words and reading.types and (reading.others or (reading.mutual and reading.doers)):
        yield replace(reading, words=(), types=reading.narrower or reading.types)


_MOST_TOGETHER = 11


def _alone(parties: tuple[Who, ...]) -> tuple[Who, ...]:
    """Groups without their members: what the group did itself comes first."""
    return tuple(
        replace(who, ids=who.ids[:1], how="name") if who.how.startswith("group or") else who for who in parties
    )


def _together(parties: tuple[Who, ...]) -> tuple[Who, ...]:
    """All members of a group instead of it: what they did together comes before what one of them did."""
    out: list[Who] = []
    for who in parties:
        whole = who.how.startswith("group or") and len(who.ids) <= _MOST_TOGETHER
        out += [replace(who, ids=(one,), how="name") for one in who.ids[1:]] if whole else [who]
    return tuple(out)


def _wider(reading: Reading) -> Iterable[Reading]:
    """Looser readings for questions that ask for names or dates; a yes or no must not rest on them."""
    if reading.asked == "yes-no":
        return
    types = reading.narrower or reading.types
    if reading.others and not reading.mutual:
        yield replace(reading, others=(), named=(*reading.named, *reading.others), any_word=True, loose=("parties",))
    held = reading.doers or reading.others or reading.named or reading.period
    if reading.kind in ("Person", "Organization"):
        yield replace(reading, kind="", loose=("actors",))
    if reading.words and held:
        yield replace(reading, types=types, words=(), aside=reading.words, loose=("words",))
    if reading.place and held:
        yield replace(reading, types=types, place=None, words=(), loose=("place",))
    if reading.broader and not reading.asks_claims:
        yield replace(reading, types=reading.broader, any_word=True, loose=("kind",))


def _day(today: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(today).isoformat()
    except ValueError:
        raise QuestionError(f"not a day: {today!r}", hint="write it as 2014-11-06") from None


def _newest(graph: Queryable) -> str:
    found = list(graph.query(write.newest()))
    return (found[0][0] if found and found[0][0] else None) or "2026-01-01"


def _answered(graph: Queryable, question: str, reading: Reading, today: str) -> Answer:
    if reading.asked == "yes-no":
        return _yes_no(graph, question, reading, today)
    sparql = write.rows(reading)
    rows = _rows(graph, sparql)
    beside: tuple[Row, ...] = ()
    if not reading.asks_claims and reading.statuses:
        others = [s for s in _OTHER if s not in reading.statuses]
        if not rows or reading.asked in ("who", "when"):
            beside = _rows(graph, write.rows(reading, statuses=others))
    rows, may_be = inside(reading, nth(reading, rows))
    beside = (*may_be, *beside)
    if "kind" in reading.loose:
        rows, beside = (), rows
    names = names_of(reading, rows)
    answer = Answer(
        question, "rows" if rows else "unknown", "", names, "", None, rows, beside, sparql, "",
        understood(reading, today), _grade(rows),
    )  # fmt: skip
    if reading.asked in ("how-often", "how-many-who") or reading.ranked:
        answer = _counted(graph, reading, answer)
    if "kind" in reading.loose:
        answer = replace(answer, kind="unknown", number=None)
    if reading.stances == CONTRADICTS and rows:
        theirs = _rows(graph, write.rows(replace(reading, stances=CONTRADICTED))) if reading.sayers else ()
        answer = replace(answer, beside=theirs, text=contradiction(rows, theirs) + _guess(rows))
    text = answer.text or _line(reading, answer)
    return replace(answer, text=loosely(reading, text) if answer.rows else text)


def _yes_no(graph: Queryable, question: str, reading: Reading, today: str) -> Answer:
    sparql = write.rows(reading)
    rows = _rows(graph, sparql)
    verdict = verdict_of(reading, rows, "future" if reading.future else "past")
    text = verdict_line(verdict, rows)
    other = not_told(question, reading, rows) if verdict == "yes" else ()
    if other:
        text = text.replace("Yes:", f"Yes, though nothing there says “{'”, “'.join(other)}”:", 1)
    return Answer(
        question, "yes-no" if rows else "unknown", text + _guess(rows), (), verdict, None, rows, (), sparql, "",
        understood(reading, today), _grade(rows),
    )  # fmt: skip


def _counted(graph: Queryable, reading: Reading, answer: Answer) -> Answer:
    if reading.ranked:
        sparql = write.ranking(reading)
        found = [row for row in graph.query(sparql) if row[0]]
        names = tuple(dict.fromkeys(str(row[1]) for row in found))
        times = {str(row[1]): int(row[2]) for row in found}
        top = [n for n in names if names and times[n] == times[names[0]]]
        text = ", ".join(f"{n} ({times[n]})" for n in names[:5])
        if reading.compared:
            text = comparison(reading, times)
        kind: Kind = "count" if names else "unknown"
        return replace(
            answer, kind=kind, text=text, names=tuple(top), counted=sparql, number=times[top[0]] if top else 0
        )
    sparql = write.count(reading)
    number = int(next(iter(graph.query(sparql)))[0] or 0)
    counted: Kind = "count" if number else "unknown"
    noun = {"how-many-who": "in all"}.get(reading.asked, "time" if number == 1 else "times")
    names = names_of(reading, answer.rows)
    text = f"{number} {noun}: {who_line(reading, names, answer.rows)}" if number else ""
    return replace(answer, kind=counted, text=text, number=number, counted=sparql, names=names)


def _line(reading: Reading, answer: Answer) -> str:
    if answer.rows:
        return (who_line(reading, answer.names, answer.rows) or "the graph does not tell") + _guess(answer.rows)
    text = "Nothing in the graph says so."
    if "kind" in reading.loose and answer.beside:
        found = who_line(reading, names_of(reading, answer.beside), answer.beside)
        return f"{text} Of a wider kind than {reading.type_words!r}: {found}"
    if answer.beside:
        status = answer.beside[0].status
        names = names_of(reading, [r for r in answer.beside if r.status == status])
        text = f"Nothing in the graph says so as asked; {status}: {who_line(reading, names, answer.beside)}"
    return text


def _guess(rows: Sequence[Row]) -> str:
    return " (this rests on guesses)" if rows and _grade(rows) == "guess" else ""


def _grade(rows: Sequence[Row]) -> str:
    return "guess" if rows and all(r.grade == "guess" for r in rows) else "sure"


def _rows(graph: Queryable, sparql: str) -> tuple[Row, ...]:
    out: dict[Row, None] = {}
    for values in graph.query(sparql):
        got = {name: value or "" for name, value in zip(write.COLUMNS, values, strict=True)}
        out[Row(
            who=got["whoName"], what=got["what"], status=_name(got["status"]), when=got["when"], place=got["place"],
            stance=_name(got["stance"]), modality=_name(got["modality"]), speaker=got["speaker"], quote=got["quote"],
            title=got["title"], published=got["published"], grade=got["grade"], earliest=got["earliest"],
            latest=got["latest"], who_id=got["who"], event=got["event"], claim=got["claim"], document=got["document"],
        )] = None  # fmt: skip
    return tuple(out)


def _name(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
