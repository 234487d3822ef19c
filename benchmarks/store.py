"""How the graph bears size: `python benchmarks/store.py 0.1 1 10` makes knowledge bases of that many million triples.

Prints seconds of processor time and megabytes for building, one more document, export, and every shipped question (the
middle of three runs); with `--rdflib`, beside them rdflib's own memory store where it ends in a minute. Documents are
made up from a counter, so that every run measures the same: a few great powers have a hand in most of what happens,
talks have up to seven parties, and a third of the articles tell what another paper told already. A quarter of the
claims is said by a party, some are denied, have a deadline or an issue, and every fiftieth article has no date.
"""

from __future__ import annotations

import io
import resource
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import authority, ontology
from kg.graph import build, open_graph
from kg.model import Claim, Document, Event, Evidence, Party, When
from kg.queries import named
from kg.queries.prefixes import declare

if TYPE_CHECKING:
    from collections.abc import Iterator

TRIPLES_A_DOCUMENT = 464
CLAIMS = 8
STANCES = ("asserted",) * 7 + ("denied", "confirmed", "unconfirmed")
MODALITIES = ("actual",) * 6 + ("planned", "possible")
GREAT = ("USA", "RUS", "CHN", "IRN", "ISR", "GBR", "FRA", "DEU", "IND", "TUR")
NETWORK = (
    "SELECT ?a ?b (COUNT(?e) AS ?n) { { SELECT ?e { ?e a dip:Event } } { SELECT ?e ?a { ?e dip:initiator ?a } } "
    "{ SELECT ?e ?b { ?e dip:recipient ?b } } } GROUP BY ?a ?b"
)
TIMELINE = (
    "SELECT ?e ?label ?first ?last { ?e dip:participant actor:IRN ; rdfs:label ?label ; dip:earliest ?first ; "
    'dip:latest ?last FILTER(?first >= "2014-01-01"^^xsd:date && ?first <= "2014-12-31"^^xsd:date) }'
)


class Dice:
    """A small linear congruence: the same numbers on every machine."""

    def __init__(self, seed: int) -> None:
        self.state = seed * 2654435761 % 2**32

    def __call__(self, below: int) -> int:
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) * below >> 24


@lru_cache(maxsize=1)
def cast() -> tuple[list[Any], list[Any]]:
    """States, the great powers many times over; and types of events that have a shortcut."""
    known = authority.load()
    great = [known.get(code) for code in GREAT]
    others = [r for r in known.records() if r.kind == "state" and r.id not in GREAT]
    return [*great * 20, *great[:4] * 20, *others], [t for t in ontology.load().types.values() if t.shortcut]


def happening(number: int) -> tuple[date, list[Any], Any, list[Any], int, int, int]:
    """What one claim tells of: day, one side, type, other side, stance, modality, days before the article."""
    dice = Dice(number + 7_000_000)
    states, types = cast()
    day = date(2010, 1, 1) + timedelta(dice(3650))
    kind = types[dice(len(types))]
    many = 1 + (dice(6) if kind.reciprocal and not dice(4) else 0)
    first = list({s.id: s for s in (states[dice(len(states))] for _ in range(many))}.values())
    other = states[dice(len(states))]
    return day, first, kind, [other], dice(10), dice(8), dice(10)


def document(number: int) -> Document:
    """An article of ten years; the words of its claims are whole sentences."""
    dice = Dice(number)
    day, *_ = happening(story(number))
    text = " ".join(sentence for sentence, *_ in told(number))
    published = day.isoformat() if dice(50) else None
    return Document.of(text, id=f"made-{number}", published=published, publisher=f"Paper {dice(40)}")


def story(number: int) -> int:
    """Every third article tells what the one before it told."""
    return CLAIMS * (number - 1 if number % 3 == 2 else number)


def told(number: int) -> Iterator[tuple[str, Any]]:
    for n in range(CLAIMS):
        made = happening(story(number) + n)
        _, first, kind, other, *_ = made
        yield f"{', '.join(s.name for s in first)} {kind.verb_label} {other[0].name}.", made


def claims(article: Document) -> list[Claim]:
    """One claim a sentence."""
    number = int(article.id.removeprefix("made-"))
    day, *_ = happening(story(number))
    begin, found = 0, []
    for sentence, (_, first, kind, other, stance, modality, lag) in told(number):
        end = begin + len(sentence)
        at = begin

        def party(state: Any, where: int) -> Party:
            return Party(state.id, state.name, "state", state.states, (where, where + len(state.name)), state.name)

        one = []
        for state in first:
            one.append(party(state, at))
            at += len(state.name) + 2
        two = (party(other[0], end - 1 - len(other[0].name)),)
        on = (day - timedelta(lag)).isoformat()
        when = When(on, on, on, "lately", "made up") if lag < 7 else None
        issues, deadline = aside(story(number) + len(found), day)
        event = Event(kind.id, kind.root, tuple(one), two, (), issues=issues, deadline=deadline)
        dice = Dice(number * CLAIMS + len(found))
        claimant = one[0] if dice(4) == 0 else None
        told_so = "denied" if dice(20) == 0 else STANCES[stance]
        found.append(
            Claim(
                article.id, event, told_so, MODALITIES[modality], Evidence(begin, end, sentence), claimant, when,
                (begin, end), "sure", "made up", "benchmark",
            )
        )  # fmt: skip
        begin = end + 1
    return found


def aside(number: int, day: date) -> tuple[tuple[str, ...], When | None]:
    """What every fourth claim is about, and by when every twentieth has to be done."""
    dice = Dice(number + 3_000_000)
    issues = tuple(ontology.load().issue_labels)
    about = (issues[dice(len(issues))],) if dice(4) == 0 else ()
    end = (day + timedelta(30)).isoformat()
    return about, When(end, end, end, "in a month", "made up") if dice(20) == 0 else None


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long the block took."""
    start = time.process_time()
    yield
    print(f"  {what:<44}{time.process_time() - start:9.3f} s", flush=True)


def middle(what: str, ask: Any) -> None:
    """Print how long a question takes: the middle of three."""
    took, rows = [], 0
    for _ in range(3):
        start = time.process_time()
        rows = len(ask())
        took.append(time.process_time() - start)
        if took[-1] > 5:
            break
    print(f"  {what:<44}{statistics.median(took):9.3f} s {rows:>9,} rows", flush=True)


def measure(millions: float, home: Path, *, rdflib: bool) -> None:
    """Print how long each step takes."""
    count = int(millions * 1e6 / TRIPLES_A_DOCUMENT)
    folder = home / "made.kg"
    print(f"{count:,} documents, {count * CLAIMS:,} claims")
    with timed("first build"):
        build((document(n) for n in range(count)), claims, folder)
    print(f"  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory at most")
    with timed("build again, nothing new"):
        build((document(n) for n in range(count)), claims, folder)
    with timed("build again, one more document"):
        build((document(n) for n in range(count, count + 1)), claims, folder)
    with timed("open and ask one thing"):
        graph = open_graph(folder)
        graph.query("SELECT ?who { ?who dip:negotiatesWith actor:IRN }")
    quads, events = len(graph.store), graph.query("SELECT (COUNT(*) AS ?n) { ?e a dip:Event }").rows[0][0]
    print(f"  {quads:,} quads, {events} events, {megabytes(folder):.0f} MB on disk")
    middle("events of one actor in one year", lambda: graph.events(actor="IRN", since="2014", until="2014"))
    some = graph.events(actor="IRN", since="2014-03", until="2014-03")[0].id
    middle("why", lambda: graph.why(some))
    for question in named.load():
        middle(f"question {question.name}", lambda q=question: named.run(graph, q.name))
    middle("network of all", lambda: graph.query(NETWORK))
    middle("timeline of one actor in one year", lambda: graph.query(TIMELINE))
    if millions <= 2:
        middle("all events as values", graph.events)
        with timed("check"):
            graph.check()
    with timed("export nq"):
        graph.export("nq", io.BytesIO())
    if rdflib:
        beside(folder)


def beside(folder: Path) -> None:
    """The same questions to rdflib's own memory store, each in a process that is ended after a minute."""
    import multiprocessing

    with timed("rdflib: load"):
        data = loaded(folder)
    for question in named.load():
        child = multiprocessing.Process(target=ask_rdflib, args=(data, question.name))
        start = time.perf_counter()
        child.start()
        child.join(60)
        if child.is_alive():
            child.kill()
        print(f"  rdflib: {question.name:<36}{time.perf_counter() - start:9.1f} s", flush=True)


def loaded(folder: Path) -> Any:
    import rdflib

    out = io.BytesIO()
    open_graph(folder).store.dump(out, format=__import__("pyoxigraph").RdfFormat.N_QUADS)
    data = rdflib.Dataset(default_union=True)
    return data.parse(data=out.getvalue(), format="nquads") and data


def ask_rdflib(data: Any, name: str) -> None:
    list(data.query(declare(named.get(name).with_values())))


def megabytes(folder: Path) -> float:
    """The size of all files in a folder, each once: generations of a store share theirs by hard links."""
    sizes = {s.st_ino: s.st_size for p in folder.rglob("*") if p.is_file() and (s := p.stat())}
    return sum(sizes.values()) / 1e6


def main() -> None:
    """Measure each size that is named."""
    sizes = [float(x) for x in sys.argv[1:] if not x.startswith("-")]
    for size in sizes or [0.1]:
        home = Path(tempfile.mkdtemp(prefix="kg-benchmark-"))
        try:
            measure(size, home, rdflib="--rdflib" in sys.argv)
        finally:
            shutil.rmtree(home) if "--keep" not in sys.argv else print(home)


if __name__ == "__main__":
    main()
