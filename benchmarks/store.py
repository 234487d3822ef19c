"""How the graph bears size: `python benchmarks/store.py 0.1 1` generates knowledge bases of that many million triples.

Prints seconds and megabytes for reading, deriving, loading, one more document, export, and every shipped question.
Documents are made up from a counter, so that every run measures the same.
"""

from __future__ import annotations

import io
import resource
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import authority, ontology
from kg.graph import build, open_graph
from kg.graph.derivation import derivation, stored_read
from kg.model import Claim, Document, Event, Evidence, Party, When
from kg.queries import named

if TYPE_CHECKING:
    from collections.abc import Iterator

TRIPLES_A_DOCUMENT = 490
CLAIMS = 8
STANCES = ("asserted",) * 7 + ("denied", "confirmed", "unconfirmed")
MODALITIES = ("actual",) * 6 + ("planned", "possible")


class Dice:
    """A small linear congruence: the same numbers on every machine."""

    def __init__(self, seed: int) -> None:
        self.state = seed * 2654435761 % 2**32

    def __call__(self, below: int) -> int:
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) * below >> 24


def documents(count: int) -> Iterator[tuple[Document, list[Claim]]]:
    """Made-up articles of ten years; big states occur more often, as they do in the news."""
    known = authority.load()
    states = [r for r in known.records() if r.kind == "state"]
    types = [t for t in ontology.load().types.values() if t.shortcut]
    for n in range(count):
        dice = Dice(n)
        day = date(2010, 1, 1) + timedelta(dice(3650))
        sentences, told = [], []
        for _ in range(CLAIMS):
            a, b = (states[min(dice(len(states)), dice(len(states)), dice(len(states)))] for _ in range(2))
            told.append((a, types[dice(len(types))], b, dice(10), dice(8), dice(10)))
            sentences.append(f"{a.name} {told[-1][1].verb_label} {b.name}.")
        text = " ".join(sentences)
        document = Document.of(text, id=f"made-{n}", published=day.isoformat(), publisher=f"Paper {dice(40)}")
        yield document, list(claims(document, sentences, told, day))


def claims(document: Document, sentences: list[str], told: list[tuple[Any, ...]], day: date) -> Iterator[Claim]:
    """One claim a sentence."""
    begin = 0
    for sentence, (a, kind, b, stance, modality, lag) in zip(sentences, told, strict=True):
        end = begin + len(sentence)
        one = Party(a.id, a.name, "state", a.states, (begin, begin + len(a.name)), a.name)
        two = Party(b.id, b.name, "state", b.states, (end - 1 - len(b.name), end - 1), b.name)
        on = (day - timedelta(lag)).isoformat()
        when = When(on, on, on, "lately", "made up") if lag < 7 else None
        event = Event(kind.id, kind.root, (one,), (two,), ())
        yield Claim(
            document.id, event, STANCES[stance], MODALITIES[modality], Evidence(begin, end, sentence), None, when,
            (begin, end), "sure", "made up", "benchmark",
        )  # fmt: skip
        begin = end + 1


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long the block took."""
    start = time.perf_counter()
    yield
    print(f"  {what:<44}{time.perf_counter() - start:9.3f} s")


def measure(millions: float, home: Path) -> None:
    """Print how long each step takes."""
    count = int(millions * 1e6 / TRIPLES_A_DOCUMENT)
    folder = home / "made.kg"
    made = {d.key: (d, c) for d, c in documents(count + 1)}
    *rest, last = made.values()
    print(f"{count:,} documents, {count * CLAIMS:,} claims")
    with timed("first build"):
        build((d for d, _ in rest), lambda d: made[d.key][1], folder)
    with timed("build again, nothing new"):
        build((d for d, _ in rest), lambda d: made[d.key][1], folder)
    with timed("build again, one more document"):
        build((d for d, _ in made.values()), lambda d: made[d.key][1], folder)
    with timed("  of which: read all files"):
        read = stored_read(folder)
    with timed("  of which: derive"):
        found = derivation(read)
    with timed("open and ask one thing"):
        graph = open_graph(folder)
        graph.query("SELECT ?who { ?who dip:negotiatesWith actor:IRN }")
    print(f"  {len(graph.store):,} quads, {found.events:,} events, {megabytes(folder):.0f} MB on disk")
    with timed("all events as values"):
        events = graph.events()
    with timed("events of one actor in one year"):
        graph.events(actor="IRN", since="2014", until="2014")
    with timed("why"):
        graph.why(events[0].id)
    with timed("export trig"):
        graph.export("trig", io.BytesIO())
    for question in named.load():
        with timed(f"question {question.name}"):
            named.run(graph, question.name)
    print(f"  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory at most")
    del last


def megabytes(folder: Path) -> float:
    """The size of all files in a folder."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6


def main() -> None:
    """Measure each size that is named."""
    for size in [float(x) for x in islice(sys.argv, 1, None)] or [0.1]:
        home = Path(tempfile.mkdtemp(prefix="kg-benchmark-"))
        try:
            measure(size, home)
        finally:
            shutil.rmtree(home)


if __name__ == "__main__":
    main()
