"""The answer to a question as a frozen value that shows itself: one line in words, rows with their evidence, SPARQL."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from html import escape
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Answer", "Kind", "Row", "Verdict"]

Kind = Literal["rows", "yes-no", "count", "unknown"]
Verdict = Literal["", "yes", "no", "planned", "conditional", "possible", "contested", "unconfirmed", "nothing"]


@dataclass(frozen=True, slots=True)
class Row:
    """One answer with one piece of evidence for it.

    `who` names the actor that is the answer (empty where none is asked for) and `who_id` is its IRI. `what` is the
    event in words, `status` what all claims about it amount to, `when` its date in EDTF (empty when not known) and
    `earliest`, `latest` its bounds. `stance` and `modality` are those of this claim, `speaker` who makes it, `quote`
    its words, `document` the IRI of the document, with `title` and `published`. `grade` is sure or guess.
    """

    who: str = ""
    what: str = ""
    status: str = ""
    when: str = ""
    place: str = ""
    stance: str = ""
    modality: str = ""
    speaker: str = ""
    quote: str = ""
    title: str = ""
    published: str = ""
    grade: str = "sure"
    earliest: str = ""
    latest: str = ""
    who_id: str = ""
    event: str = ""
    claim: str = ""
    document: str = ""
    times: int = 0

    def to_json(self) -> dict[str, Any]:
        """The row as one JSON object; empty values are left out."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the graph says to a question.

    `kind` is rows, yes-no, count, or unknown (nothing in the graph says so). `text` is the answer in one line,
    `names` the different answers in order (actors, dates, places, titles), `verdict` what a yes-no question came
    to, `number` the count. `rows` hold the evidence, `beside` rows of events that do not answer the question as it
    was put (planned where it asks what happened). `sparql` is the query that gives the rows; a count or ranking has
    its own in `counted`. `understood` tells which words were read how; `grade` is guess when the answer rests on
    nothing better. `near` are like questions that have an answer, where this one has none.
    """

    question: str
    kind: Kind
    text: str
    names: tuple[str, ...] = ()
    verdict: Verdict = ""
    number: int | None = None
    rows: tuple[Row, ...] = ()
    beside: tuple[Row, ...] = ()
    sparql: str = ""
    counted: str = ""
    understood: tuple[tuple[str, str], ...] = field(default=())
    grade: str = "sure"
    near: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_json(self) -> dict[str, Any]:
        """The whole answer as one JSON object."""
        return {
            "question": self.question, "kind": self.kind, "text": self.text, "names": list(self.names),
            "verdict": self.verdict or None, "number": self.number, "grade": self.grade,
            "understood": [list(pair) for pair in self.understood],
            "near": list(self.near),
            "rows": [r.to_json() for r in self.rows], "beside": [r.to_json() for r in self.beside],
            "sparql": self.sparql, "counted": self.counted or None,
        }  # fmt: skip

    def frame(self, library: str = "pandas") -> Any:
        """The rows as a data frame of pandas or polars, one column a field of `Row`."""
        from kg.tables import frame

        names = [f.name for f in fields(Row)]
        return frame(names, ([getattr(row, n) for n in names] for row in self.rows), library)

    def _repr_html_(self) -> str:
        """The answer as a table for a notebook: everything escaped, no script, no link."""
        shown = [c for c in _SHOWN if any(getattr(r, c) for r in self.rows)]
        head = "".join(f"<th>{escape(c)}</th>" for c in shown)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(str(getattr(row, c)))}</td>" for c in shown) + "</tr>"
            for row in self.rows[:_MOST]
        )
        more = f"<p>and {len(self.rows) - _MOST} more</p>" if len(self.rows) > _MOST else ""
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}" if self.rows else ""
        near = f"<p>Try: {escape('; '.join(self.near))}</p>" if self.near else ""
        return f"<div><p>{escape(self.text)}</p>{near}{table}</div>"


_SHOWN = ("who", "what", "when", "status", "quote", "speaker", "title", "published", "grade")
_MOST = 50
