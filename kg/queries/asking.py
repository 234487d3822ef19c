"""A question in plain words in, an Answer out, through SPARQL that any endpoint can run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import QuestionError
from kg.queries import write
from kg.queries.answer import Answer, Kind, Row
from kg.queries.frames import index
from kg.queries.prefixes import BASE
from kg.queries.read import CAN_BE_ASKED, read
from kg.queries.tell import listed, names_of, verdict_line, verdict_of, who_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.queries.named import Queryable
    from kg.queries.reading import Reading, Who

__all__ = ["ask"]

_OTHER = ("planned", "conditional", "possible", "contested", "unconfirmed", "negated", "actual")


def ask(graph: Queryable, question: str, *, today: str | None = None) -> Answer:
    """What the graph says to a question.

    `today` (an ISO day) is what "last year" counts from; without it the day of the newest document. Raises
    QuestionError that names the part not understood and what can be asked.
    """
    from kg.ontology import load

    words = index(load())
    now = _day(today) if today else _newest(graph)
    readings = read(question, _Names(graph), words, now)
    best: Answer | None = None
    for strict in (True, False):
        for reading in readings:
            for tried in _tries(reading) if strict else _wider(reading):
                answer = _answered(graph, question, tried, now)
                if answer.kind != "unknown" and answer.verdict != "nothing":
                    return answer
                best = best or answer
    if best is None:
        raise QuestionError("the question was not understood", hint=CAN_BE_ASKED)
    return best


def _tries(reading: Reading) -> Iterable[Reading]:
    """The reading as it stands, then with what a text may say in other words taken less strictly."""
    alone = replace(reading, doers=_alone(reading.doers), others=_alone(reading.others))
    if alone != reading:
        yield from _tries(alone)
    for types in (reading.types, reading.narrower) if reading.narrower else (reading.types,):
        yield replace(reading, types=types)
        if len(reading.words) > 1:
            yield replace(reading, types=types, any_word=True)
    if reading.words and (reading.others or (reading.mutual and reading.doers)):
        yield replace(reading, words=(), types=reading.narrower or reading.types)


def _alone(parties: tuple[Who, ...]) -> tuple[Who, ...]:
    """Groups without their members: what the group did itself comes first."""
    return tuple(
        replace(who, ids=who.ids[:1], how="name") if who.how.startswith("group or") else who for who in parties
    )


def _wider(reading: Reading) -> Iterable[Reading]:
    """Looser readings for questions that ask for names or dates; a yes or no must not rest on them."""
    if reading.asked == "yes-no":
        return
    types = reading.narrower or reading.types
    if reading.others and not reading.mutual:
        yield replace(reading, others=(), named=(*reading.named, *reading.others), any_word=True, loose=("parties",))
    held = reading.doers or reading.others or reading.named or reading.period
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


class _Names:
    """Names of actors: those of the lists that come with kg, and those that only the graph knows."""

    def __init__(self, graph: Queryable) -> None:
        from kg.queries.resolve import authority

        self._graph = graph
        self._known = authority()
        self._found: dict[str, tuple[str, ...]] = {}

    def find(self, name: str) -> tuple[str, ...]:
        """Ids of the lists; of persons also those whom only the graph knows by this name."""
        if name not in self._found:
            ids = self._known.find(name)
            person = bool(ids) and all((r := self._known.get(i)) is not None and r.kind == "person" for i in ids)
            self._found[name] = tuple(dict.fromkeys((*ids, *self.learnt(name)))) if person else ids
        return self._found[name]

    def members(self, group_id: str) -> tuple[str, ...]:
        return self._known.members(group_id)

    def is_people(self, name: str) -> bool:
        known = (self._known.get(found) for found in self._known.find(name))
        folded = name.lower()
        return any(folded in map(str.lower, (*r.demonyms, *r.peoples)) for r in known if r and r.kind == "state")

    def is_group(self, actor_id: str) -> bool:
        record = self._known.get(actor_id)
        return record is not None and record.kind == "grouping"

    def learnt(self, name: str) -> tuple[str, ...]:
        """Ids of actors of the graph with this name or surname."""
        found = self._graph.query(write.learnt(name))
        return tuple(sorted(_id_of(row[0]) for row in found if row[0]))


def _id_of(iri: str) -> str:
    from urllib.parse import unquote

    return unquote(iri.removeprefix(f"{BASE}actor/"))


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
    names = names_of(reading, rows)
    answer = Answer(
        question, "rows" if rows else "unknown", "", names, "", None, rows, beside, sparql, "",
        _understood(reading, today), _grade(rows),
    )  # fmt: skip
    if reading.asked in ("how-often", "how-many-who") or reading.ranked:
        answer = _counted(graph, reading, answer)
    text = answer.text or _line(reading, answer)
    return replace(answer, text=_loosely(reading, text) if answer.rows else text)


def _loosely(reading: Reading, text: str) -> str:
    """What was set aside to find anything is said."""
    notes = {
        "parties": f"from documents that name {listed([who.words for who in reading.named])}",
        "words": f"no evidence holds {listed(reading_words(reading))}",
        "place": "the place is not told",
        "kind": f"nothing of that very kind ({reading.type_words}), of a wider kind",
    }
    return "".join(f"({notes[n]}) " for n in reading.loose) + text


def reading_words(reading: Reading) -> list[str]:
    """The words that were asked for and set aside."""
    return list(reading.aside) or ["all words of the question"]


def _yes_no(graph: Queryable, question: str, reading: Reading, today: str) -> Answer:
    sparql = write.rows(reading)
    rows = _rows(graph, sparql)
    verdict = verdict_of(reading, rows, "future" if reading.future else "past")
    text = verdict_line(verdict, rows)
    return Answer(
        question, "yes-no" if rows else "unknown", text + _guess(rows), (), verdict, None, rows, (), sparql, "",
        _understood(reading, today), _grade(rows),
    )  # fmt: skip


def _counted(graph: Queryable, reading: Reading, answer: Answer) -> Answer:
    if reading.ranked:
        sparql = write.ranking(reading)
        found = [row for row in graph.query(sparql) if row[0]]
        names = tuple(dict.fromkeys(str(row[1]) for row in found))
        times = {str(row[1]): int(row[2]) for row in found}
        top = [n for n in names if names and times[n] == times[names[0]]]
        text = ", ".join(f"{n} ({times[n]})" for n in names[:5])
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


def _understood(reading: Reading, today: str) -> tuple[tuple[str, str], ...]:
    """Which words were read how, for a person to check."""
    out: list[tuple[str, str]] = [("asked", reading.asked)]
    if reading.types:
        out.append((reading.type_words, f"events of type {', '.join(reading.types)}"))
    for side, parties in (("doer", reading.doers), ("other side", reading.others), ("mediator", reading.mediators),
                          ("host", reading.hosts), ("said by", reading.sayers)):  # fmt: skip
        out += [(who.words, f"{side}: {_told(who)}") for who in parties]
    if reading.only:
        out.append((reading.only.words, f"only {_told(reading.only)}"))
    if reading.period:
        relative = not any(c.isdigit() for c in reading.period.words)
        out.append((reading.period.words, reading.period.meaning + (f", counted from {today}" if relative else "")))
    if reading.place:
        out.append((reading.place, "place"))
    out += [(issue, "issue") for issue in reading.issues]
    out += [(who.words, f"the document must name {_told(who)}") for who in reading.named]
    out += [(word, "the evidence must hold it" if not reading.any_word else "the evidence must hold one of these")
            for word in (*reading.topics, *reading.words)]  # fmt: skip
    if reading.stances:
        out.append(("stance", " or ".join(reading.stances)))
    if reading.statuses:
        out.append(("status", " or ".join(reading.statuses)))
    return tuple(out)


def _told(who: Who) -> str:
    ids = ", ".join(who.ids[:4]) + (", …" if len(who.ids) > 4 else "")
    return f"{ids} ({who.how})" if who.how != "name" else ids
