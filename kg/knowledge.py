"""What Python and notebooks hold: `build` and `open` give a KnowledgeBase that is asked, shown and passed on."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError, QuestionError
from kg.graph import DerivedEvent, Graph, Rows, open_graph
from kg.graph.goldstein import weights
from kg.graph.names import ActorRef
from kg.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.model import Claim
    from kg.pipeline import Report
    from kg.queries.answer import Answer

__all__ = ["Actors", "Events", "Found", "KnowledgeBase", "build", "claims", "open"]


class Events(list[DerivedEvent]):
    """Events that show themselves as a table in a notebook, and turn into a data frame."""

    def frame(self, library: str = "pandas") -> Any:
        """A data frame of pandas or polars, one row an event; parties are names, dates are EDTF and ISO days.

        `goldstein` is the weight of the event's type on Goldstein's scale, whatever its status (`kg.graph.goldstein`).
        """
        from kg.tables import frame

        columns = (
            "id", "label", "type", "root", "status", "initiators", "recipients", "participants", "mediators", "hosts",
            "place", "issues", "when", "earliest", "latest", "deadline", "first_reported", "sources", "grade",
            "goldstein",
        )  # fmt: skip
        flat = (_flat(event) for event in self)
        return frame(columns, ([row.get(name) for name in columns] for row in flat), library)

    def _repr_html_(self) -> str:
        from kg.views.notebook import events_html

        return events_html(self)


class Actors(list[ActorRef]):
    """Actors that show themselves as a table in a notebook, and turn into a data frame.

    `counts` gives in how many events each takes part, by id; it is called when the table is made.
    """

    def __init__(self, actors: Iterable[ActorRef], counts: Callable[[], Mapping[str, int]]) -> None:
        super().__init__(actors)
        self._counts = counts

    def frame(self, library: str = "pandas") -> Any:
        """A data frame of pandas or polars, one row an actor: id, name, kind, states, number of events."""
        from kg.tables import frame

        return frame(_ACTOR, ([row[name] for name in _ACTOR] for row in self._rows()), library)

    def _rows(self) -> list[dict[str, Any]]:
        counted = self._counts()
        return [
            {"id": a.id, "name": a.name, "kind": a.kind, "states": list(a.states), "events": counted.get(a.id, 0)}
            for a in self
        ]

    def _repr_html_(self) -> str:
        from kg.views.notebook import rows_html

        often = sorted(self._rows(), key=lambda row: (-row["events"], row["name"], row["id"]))
        return rows_html(({**row, "states": ", ".join(row["states"])} for row in often), _ACTOR)


_ACTOR = ("id", "name", "kind", "states", "events")


class Found(Rows):
    """Rows of a query that show themselves as a table in a notebook, and turn into a data frame."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from kg.views.notebook import rows_html

        return rows_html(self.dicts(), self.columns)


class KnowledgeBase(Graph):
    """A graph with questions in words and pictures: a folder, an RDF file, or a SPARQL endpoint.

    `report` tells what the build did that made it; None for one that was opened.
    """

    def __init__(self, graph: Graph, report: Report | None = None, held: object = None) -> None:
        vars(self).update(vars(graph))  # the same graph, with more to say
        self.report = report
        self._held = held  # a temporary folder lives as long as this object

    def __repr__(self) -> str:
        return f"KnowledgeBase({self.target!r})"

    def query(self, sparql: str, **bindings: str) -> Found:
        """The rows of a SPARQL query; see `Graph.query`. A mistake shows its line, a caret and the likely fix."""
        from kg.queries import check

        try:
            rows = super().query(sparql, **bindings)
        except QuestionError as problem:
            raise check.explain(sparql, problem.what) from problem
        if not rows.rows:
            check.check(sparql)  # an unknown term finds nothing, and is the likely reason
        return Found(rows.columns, rows.rows)

    def between(self, one: str, other: str, **filters: Any) -> Events:
        """The events in which both take part, by date, whatever their status; further filters as for `events`.

        Both are names, codes or ids, and a state finds those who stand for it. Raises QuestionError for a name that
        neither the graph nor the lists of actors know.
        """
        from kg.queries import resolve

        for word in (one, other):
            if not self.actor_ids(word):
                resolve.actors(word)
        return self.events(actor=one, other=other, **filters)

    def actors(self) -> Actors:
        """Every actor that occurs, by name, then by id."""
        return Actors(super().actors(), self.event_counts)

    def events(self, *filters: Any, **named: Any) -> Events:
        """The events by date; the filters are those of `Graph.events`: actor, type, since, until, status."""
        return Events(super().events(*filters, **named))

    def ask(self, question: str, *, today: str | None = None, after: str | None = None) -> Answer:
        """What the graph says to a question in plain words, with the words that it rests on.

        `today` is what "last year" counts from, `after` the question before ("and Iraq?").
        """
        from kg.queries import ask

        return ask(self, question, today=today, after=after)

    def named(self, name: str, **values: str) -> Found:
        """The rows of a question that has a name, as `kg query NAME`."""
        from kg.queries import named

        found: Found = named.run(self, name, **values)
        return found

    def page(self, out: str | Path, *, title: str | None = None, **filters: Any) -> Path:
        """Write network, timeline and evidence as one HTML file, of the events that the filters leave; its path."""
        from kg.views import page

        return page(self, out, title=title, events=self.events(**filters))

    def timeline(self, **filters: Any) -> str:
        """The events from the first to the last, as text; a notebook shows it as a picture too."""
        from kg.views.notebook import Timeline

        return Timeline.of(self, self.events(**filters))

    def _repr_html_(self) -> str:
        from kg.views.notebook import graph_html

        return graph_html(self)


def open(target: str | Path) -> KnowledgeBase:  # noqa: A001 (kg.open is what it is for)
    """The knowledge base in a folder, an RDF file or behind an endpoint's URL; GraphError where there is none."""
    return KnowledgeBase(open_graph(target))


def build(
    paths: Sequence[str | Path] | str | Path,
    out: str | Path | None = None,
    *,
    published: str | None = None,
    mapping: Mapping[str, str] | None = None,
    actors: Path | None = None,
    prune: bool = False,
    strict: bool = False,
    workers: int = 1,
) -> KnowledgeBase:
    """Read articles and open what was made of them.

    Without `out` it lives in a folder of its own that goes when the object goes. An article that cannot be read
    is a warning and stands in `report.skipped`; where none can be read, the first reason is raised. `workers`
    processes read (0: as many as there are cores).
    """
    from kg import pipeline

    held = tempfile.TemporaryDirectory(prefix="kg-") if out is None else None
    folder = Path(held.name) / "own.kg" if held else Path(str(out))
    report = pipeline.build(
        paths, folder, published=published, mapping=mapping, actors=actors, prune=prune, strict=strict, workers=workers
    )
    if report.built is None:
        raise report.skipped[0] if report.skipped else GraphError("there was nothing to read", where=str(paths))
    for error in report.skipped:
        warnings.warn(f"skipped {error}", stacklevel=2)
    return KnowledgeBase(open_graph(folder), report, held)


def claims(source: Document | Sequence[str | Path] | str | Path, *, published: str | None = None) -> Iterator[Claim]:
    """The claims of a document, or of the articles in files and folders; guesses are marked by their `grade`.

    >>> from kg.model import Document
    >>> [c.event.type for c in claims(Document.of("Botswana recalled its ambassador from Namibia."))]
    ['recall']
    """
    if isinstance(source, Document):
        from kg.extract import extract

        yield from extract(source)
        return
    from kg import pipeline
    from kg.errors import InputError

    for found in pipeline.extract_paths(source, published=published, strict=True, guesses=True):
        if not isinstance(found, InputError):
            yield from found[1]


def _flat(event: DerivedEvent) -> dict[str, Any]:
    row = event.to_json()
    for role in ("initiators", "recipients", "participants", "mediators", "hosts"):
        row[role] = ", ".join(party["name"] for party in row[role])
    for name in ("when", "deadline"):
        row[name] = row[name]["edtf"] if row[name] else None
    row["issues"] = ", ".join(row["issues"])
    row["goldstein"] = weights().get(event.type)
    return row
