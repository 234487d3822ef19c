"""One reading of a question and a graph in, the Answer out: rows with their evidence, a verdict, or a number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.queries import write
from kg.queries.answer import Answer, Kind, Row, Verdict
from kg.queries.contradict import CONTRADICTED, CONTRADICTS, contradiction
from kg.queries.tell import comparison, inside, names_of, nth, verdict_line, verdict_of, who_line
from kg.queries.understood import loosely, understood
from kg.queries.wording import holds, not_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.queries.named import Queryable
    from kg.queries.reading import Reading

__all__ = ["answered", "by_time", "rows_of"]

_LOOSE = frozenset(("there", "some", "parties", "words", "place", "kind", "reaction"))
"""What makes an answer a guess when it is set aside to find anything."""
_OTHER = ("planned", "conditional", "possible", "contested", "unconfirmed", "negated", "actual")


def answered(graph: Queryable, question: str, reading: Reading, today: str) -> Answer:
    """What the graph says to the question in this reading; kind `unknown` where it says nothing."""
    if reading.asked == "yes-no":
        return _yes_no(graph, question, reading, today)
    sparql = write.rows(reading)
    rows = rows_of(graph, sparql)
    beside: tuple[Row, ...] = ()
    if not reading.asks_claims and reading.statuses:
        others = [s for s in _OTHER if s not in reading.statuses]
        if not rows or reading.asked in ("who", "when"):
            beside = rows_of(graph, write.rows(reading, statuses=others))
    rows, otherwise = _in_its_words(reading, rows)
    rows, may_be = inside(reading, nth(reading, rows))
    may_be = (*may_be, *otherwise)
    rows = by_time(rows) if reading.asked == "what" else rows
    beside = (*may_be, *beside)
    if "kind" in reading.loose:
        rows, beside = (), rows
    names = names_of(reading, rows)
    answer = Answer(
        question, "rows" if rows else "unknown", "", names, "", None, rows, beside, sparql, "",
        understood(reading, today), "guess" if _LOOSE & set(reading.loose) else _grade(rows),
    )  # fmt: skip
    if reading.asked in ("how-often", "how-many-who") or reading.ranked:
        answer = _counted(graph, reading, answer)
    if "kind" in reading.loose:
        answer = replace(answer, kind="unknown", number=None)
    if reading.stances == CONTRADICTS and rows:
        theirs = rows_of(graph, write.rows(replace(reading, stances=CONTRADICTED))) if reading.sayers else ()
        answer = replace(answer, beside=theirs, text=contradiction(rows, theirs) + _guess(rows))
    text = answer.text or _line(reading, answer)
    return replace(answer, text=loosely(reading, text) if answer.rows else text)


def _in_its_words(reading: Reading, rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows that hold the verb of the question or one that says the same, and the others.

    "Congratulated" is not "thanked", though both are praise, and to "reject" a deal is not to "deny" it. A verb that
    names its type means all of it, and only in kinds below it has to stand there.
    """
    below = "narrower" in reading.loose
    if not reading.verbs or (reading.wide and not below) or (reading.asked == "yes-no" and not below):
        return rows, ()
    held = tuple(row for row in rows if reading.verbs & {w.strip(".,;:’'“”") for w in row.quote.lower().split()})
    if not held and not (below and not reading.wide):
        return rows, ()
    named = tuple(row for row in held if any(holds(row.quote, noun) for noun in reading.nouns))
    held = held if reading.wide else named or held
    return held, tuple(row for row in rows if row not in held)


def _yes_no(graph: Queryable, question: str, reading: Reading, today: str) -> Answer:
    sparql = write.rows(reading)
    rows, _ = _in_its_words(reading, rows_of(graph, sparql))
    if reading.governed and (done := tuple(r for r in rows if _done(r, reading))):
        rows = done
        verdict: Verdict = "yes"
    else:
        verdict = verdict_of(reading, rows, "future" if reading.future else "past")
    text = f"Yes, {_governed(rows)}" if reading.governed and verdict == "yes" else verdict_line(verdict, rows)
    other = not_told(question, reading, rows) if verdict == "yes" else ()
    if other:
        text = text.replace("Yes:", f"Yes, though nothing there says “{'”, “'.join(other)}”:", 1)
    return Answer(
        question, "yes-no" if rows else "unknown", text + _guess(rows), (), verdict, None, rows, (), sparql, "",
        understood(reading, today), _grade(rows),
    )  # fmt: skip


def _governed(rows: Sequence[Row]) -> str:
    """That something was said to be done, in which words, and what became of it."""
    first = rows[0]
    return f"says {first.speaker} (“{first.quote}”); {first.what}: {first.status}"


def _done(row: Row, reading: Reading) -> bool:
    """Whether the words hold what was offered or applied for."""
    return row.stance in ("asserted", "confirmed") and reading.governed in row.quote.lower()


def _counted(graph: Queryable, reading: Reading, answer: Answer) -> Answer:
    """The number, of events that were in the period for sure where there are such."""
    if reading.period and not reading.surely:
        sure = _counted(graph, replace(reading, surely=True), answer)
        if sure.number:
            return sure
    if reading.ranked:
        return _ranked(graph, reading, answer)
    sparql = write.count(reading)
    number = int(next(iter(graph.query(sparql)))[0] or 0)
    counted: Kind = "count" if number else "unknown"
    noun = {"how-many-who": "in all"}.get(reading.asked, "time" if number == 1 else "times")
    names = names_of(reading, answer.rows)
    text = f"{number} {noun}: {who_line(reading, names, answer.rows)}" if number else ""
    return replace(answer, kind=counted, text=text, number=number, counted=sparql, names=names)


def _ranked(graph: Queryable, reading: Reading, answer: Answer) -> Answer:
    sparql = write.ranking(reading)
    found = [row for row in graph.query(sparql) if row[0]]
    names = tuple(dict.fromkeys(str(row[1]) for row in found))
    times = {str(row[1]): int(row[2]) for row in found}
    top = [n for n in names if names and times[n] == times[names[0]]]
    text = ", ".join(f"{n} ({times[n]})" for n in names[:5])
    if reading.compared:
        text = comparison(reading, times)
    kind: Kind = "count" if names else "unknown"
    number = times[top[0]] if top else 0
    return replace(answer, kind=kind, text=text, names=tuple(top), counted=sparql, number=number)


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


def rows_of(graph: Queryable, sparql: str) -> tuple[Row, ...]:
    """The rows of a query that `write.rows` made, each once."""
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


def by_time(rows: Sequence[Row]) -> tuple[Row, ...]:
    """In the order of time; what has no date stands where it was reported."""
    return tuple(sorted(rows, key=lambda row: (row.earliest or row.latest or row.published or "9999")[:10]))


def _name(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
