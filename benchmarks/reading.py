"""How fast articles become claims: the whole extraction on one core, beside mere tokenising of the same texts.

    python benchmarks/reading.py [FILE.jsonl] [--articles N] [--rounds N]

FILE holds one object a line with `text` and, if known, `published`; without it the texts of seeds/corpus are repeated.
An "article" is 4,000 characters of what is read. Both sides run in one process on the same texts, turn by turn, and of
each the best round counts: the ratio means more than the figures, which are those of this machine. Peak memory is that
of the whole process, ontology and actor lists included.
"""

from __future__ import annotations

import argparse
import itertools
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kg.documents import read
from kg.extract import extract
from kg.model import Document

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = 4000
"""Characters that count as one article."""

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
"""The tokenising that is compared with: words and signs with their places, nothing else."""


def texts(path: Path | None, articles: int) -> list[Document]:
    """Documents of `articles` times 4,000 characters in all: a file's from its beginning, or the seeds again and again.

    Repeated documents have their own first line, so that no cache of a whole text could help.
    """
    known = list(read([path or ROOT / "seeds" / "corpus"]))
    out: list[Document] = []
    size = 0
    for number in itertools.count() if path is None else range(1):
        for document in known:
            if size >= articles * ARTICLE:
                return out
            again = f"Report {number}.\n\n{document.text}" if number else document.text
            out.append(Document.of(again, published=document.published))
            size += len(again)
    return out


def tokenised(documents: list[Document]) -> int:
    """Tokens of all documents, each cut out with its offsets."""
    return sum(len([(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(d.text)]) for d in documents)


def extracted(documents: list[Document]) -> int:
    """Claims of all documents."""
    return sum(len(extract(d)) for d in documents)


def seconds(work: Callable[[list[Document]], int], documents: list[Document]) -> tuple[float, int]:
    """CPU seconds of one round, and what it counted."""
    begin = time.process_time()
    count = work(documents)
    return time.process_time() - begin, count


def peak() -> float:
    """Megabytes that the process has held at most."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=75, metavar="N", help="how many times 4,000 characters")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often each side runs")
    wanted = parser.parse_args()
    documents = texts(wanted.file, wanted.articles)
    if not documents:
        parser.error(f"{wanted.file} holds no text")
    extracted(documents[:3])  # what is loaded once is no part of the speed
    rounds = [(seconds(tokenised, documents), seconds(extracted, documents)) for _ in range(max(wanted.rounds, 1))]
    articles = sum(len(d.text) for d in documents) / ARTICLE
    tokens, claims = rounds[0][0][1], rounds[0][1][1]
    cutting = min(one for (one, _), _ in rounds)
    reading = min(one for _, (one, _) in rounds)
    print(f"{articles:.0f} articles of {ARTICLE:,} characters, {tokens:,} tokens, {claims:,} claims")
    print(f"{'regex tokenising':20} {articles / cutting:10,.0f} articles a second a core")
    print(f"{'whole extraction':20} {articles / reading:10,.0f} articles a second a core")
    print(f"{'ratio':20} {'1 :':>7} {reading / cutting:.1f}")
    print(f"{'peak memory':20} {peak():10,.0f} MB")


if __name__ == "__main__":
    main()
