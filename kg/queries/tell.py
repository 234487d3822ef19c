"""Rows of an answer in, one line in words out: who, when, how often; yes, no, and by whom it is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.queries.answer import Row, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.queries.reading import Reading

__all__ = ["comparison", "inside", "listed", "names_of", "nth", "verdict_line", "verdict_of", "who_line"]

_NO = ("denied", "negated")
_ORDER = ("actual", "contested", "negated", "planned", "conditional", "possible", "unconfirmed")
_VERDICTS: dict[str, Verdict] = {
    "actual": "yes", "contested": "contested", "negated": "no", "planned": "planned", "conditional": "conditional",
    "possible": "possible", "unconfirmed": "unconfirmed",
}  # fmt: skip
_LEADS = {
    "yes": "Yes", "contested": "Contested", "no": "No", "planned": "Not yet: it is planned",
    "conditional": "Only on a condition", "possible": "Possibly", "unconfirmed": "Unconfirmed",
}  # fmt: skip
_SAID = {
    "denied": "denied by ", "negated": "not so, says ", "confirmed": "confirmed by ",
    "unconfirmed": "neither confirmed nor denied by ", "questioned": "questioned by ",
}  # fmt: skip
_MOST = 12


def listed(words: Sequence[str], most: int = _MOST) -> str:
    """A list in words.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def names_of(reading: Reading, rows: Iterable[Row]) -> tuple[str, ...]:
    """The different answers, in the order of the rows."""
    match reading.asked:
        case "who" | "how-many-who":
            found = (r.who for r in rows)
        case "sayers":
            found = (r.speaker for r in rows)
        case "documents":
            found = (r.title or r.document.rsplit("/", 1)[-1] for r in rows)
        case "when" | "since":
            found = (r.when or (f"reported {r.published}" if r.published else "") for r in rows)
        case "where":
            found = (r.place for r in rows)
        case _:
            found = (r.what for r in rows)
    return tuple(dict.fromkeys(name for name in found if name))


def nth(reading: Reading, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of the first, second, third or last day on which there are events; all where no other is asked for."""
    if not reading.last or reading.ranked or reading.asked in ("yes-no", "how-often", "how-many-who", "documents"):
        return rows
    days = sorted({(r.earliest, r.latest) for r in rows if r.earliest})
    at = {"first": 0, "second": 1, "third": 2, "last": -1}[reading.last]
    if not days:
        return rows
    if at >= len(days):
        return ()
    return tuple(r for r in rows if (r.earliest, r.latest) == days[at])


def inside(reading: Reading, rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Rows of events that were in the period, and of those that only may have been: "in 2018" is no 12 June 2018.

    What the text does not date was reported in the period, and stays. Where nothing is surely in it, all may be.
    """
    period = reading.period
    if period is None or not (period.first and period.last) or reading.asked == "yes-no":
        return rows, ()
    sure = tuple(r for r in rows if not r.earliest or (period.first <= r.earliest and r.latest <= period.last))
    if not any(r.earliest for r in sure):
        return rows, ()
    return sure, tuple(r for r in rows if r not in sure)


def comparison(reading: Reading, times: dict[str, int]) -> str:
    """How often each of the compared did it.

    `times` counts by name; who is not in it did not do it in any event of the graph.
    """
    from kg.queries.resolve import authority

    counts: dict[str, int] = {}
    for who in reading.compared:
        record = authority().get(who.ids[0]) if who.ids else None
        name = record.name if record else who.words
        counts[name] = times.get(name, 0)
    (first, most), (second, least) = sorted(counts.items(), key=lambda pair: -pair[1])[:2]
    if most == least:
        return f"equally often: {first} ({most}) and {second} ({least})"
    if reading.ranked == "least":
        return f"{second} ({least}) less often than {first} ({most})"
    return f"{first} ({most}) more often than {second} ({least})"


def who_line(reading: Reading, names: Sequence[str], rows: Sequence[Row]) -> str:
    """The names, with what they did when there are few of them."""
    if not names:
        return ""
    if "how many" in reading.loose:
        quotes = list(dict.fromkeys(f"“{row.quote}”" for row in rows))
        return listed([q for q in quotes if any(c.isdigit() for c in q)] or quotes)
    if reading.asked in ("when", "since", "where") and rows:
        first: dict[str, str] = {}
        for row, name in ((r, n) for r in rows for n in names_of(reading, [r])):
            first.setdefault(name, row.what)
        return "; ".join(f"{name} ({what})" for name, what in list(first.items())[:_MOST])
    if reading.asked in ("who", "how-many-who") and len(names) <= _MOST:
        return listed([f"{name}{_dated(rows, name)}" for name in names])
    return listed(list(names))


def _dated(rows: Sequence[Row], name: str) -> str:
    days = list(dict.fromkeys(r.when for r in rows if r.who == name and r.when))
    status = {r.status for r in rows if r.who == name}
    mark = [] if "actual" in status or not status - {"actual"} else [listed(sorted(status), 3)]
    told = [listed(days, 3)] if days else []
    return f" ({', '.join(told + mark)})" if told or mark else ""


def verdict_of(reading: Reading, rows: Sequence[Row], tense: str) -> Verdict:
    """What the claims amount to, in the tense of the question: what was asked as future looks at plans first."""
    statuses = {_told(r) if reading.sayers else r.status for r in rows}
    if not statuses:
        return "nothing"
    if reading.asks_claims:
        return "yes"
    order = _ORDER if tense == "past" else ("planned", "negated", "contested", "conditional", "possible", "actual")
    found = next((s for s in (*order, *_ORDER) if s in statuses), None)
    return _VERDICTS[found] if found else "nothing"


def _told(row: Row) -> str:
    """What the one claim amounts to, where only those are asked for who make it."""
    if row.stance in _NO:
        return "negated"
    return "unconfirmed" if row.stance in ("unconfirmed", "questioned") else row.modality or "actual"


def verdict_line(verdict: Verdict, rows: Sequence[Row]) -> str:
    """The verdict in words: who says so, in which words; who denies it; what else is said, as planned or possible."""
    if verdict == "nothing":
        return "Nothing in the graph says so."
    status = next(s for s, v in _VERDICTS.items() if v == verdict)
    main = [r for r in rows if r.status == status] or list(rows)
    parts = [f"{_LEADS[verdict]}: {_evidence(main)}"]
    for other in _ORDER:
        beside = [r for r in rows if r.status == other]
        if beside and other != status:
            parts.append(f"{other}: {_evidence(beside, 2)}")
    return "; ".join(parts)


def _weight(row: Row) -> tuple[bool, bool]:
    """What bears the status comes first: denials of what is negated, and of anything else what is said to be so.

    Of what has happened, plans and doubts of the days before come after the report.
    """
    against = (row.stance in _NO) != (row.status == "negated") or row.stance in ("unconfirmed", "questioned")
    return against, row.status == "actual" and row.modality not in ("actual", "")


def _evidence(rows: Sequence[Row], most: int = 3) -> str:
    """Each voice once, with its stance where it is a denial, and its words."""
    told: dict[str, str] = {}
    for row in sorted(rows, key=_weight):
        stance = _SAID.get(row.stance, "says ")
        if stance == "says " and row.status == "negated" and row.modality == "actual":
            stance = "but it is so, says "
        if stance == "says " and row.modality not in ("actual", ""):
            stance = f"{row.modality}, says "
        date = f", {row.when}" if row.when else ""
        told.setdefault(f"{stance}{row.speaker}", f"{stance}{row.speaker} (“{row.quote}”{date})")
    return "; ".join(list(told.values())[:most])
