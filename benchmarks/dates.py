"""How fast dates are read: articles a second of the date stage, beside dateparser's own search on the same text.

    python benchmarks/dates.py [FILE.jsonl] [--articles N]

FILE holds one object a line with `text` and `published`; without it texts are made from the sentences below. Only the
ratios mean something: both sides run in one process on the same texts, one after the other.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from kg.extract.dates import find
from kg.extract.dates.grammar import grammar
from kg.extract.dates.resolve import answer

DATED = """The foreign ministers of Spain and Morocco met in Lisbon on Friday and agreed to meet again next month.
Talks that began on 3 March 2011 were broken off two weeks later, officials said on condition of anonymity.
The two countries signed a customs protocol in November 2004, and an annex in the spring of 2006.
No date was set, but the envoys hope to finish by 30 June, six months after the first round.
In the past ten years trade has fallen by a third, and the border has been closed since January.""".split("\n")

PLAIN = """The resolution, 2231, lifts sanctions on 1,400 companies; Boeing 747s may fly again, the minister said.
Neither side gave way, and the mediators left the capital without a word to the press.
A spokesman for the delegation repeated that his government would not accept conditions of any kind.
The opposition called the agreement a surrender, while the chamber of commerce welcomed it.
Residents of the border villages said that they had heard nothing of it and went on with the harvest.
The envoys had been received at the palace with honours, and the anthem of the guests was played twice.
Both delegations asked for more powers from their capitals before they would discuss the river.
The second question, that of the fishing grounds, was left to a commission of three.""".split("\n")


def made(n: int) -> Iterator[tuple[str, str]]:
    """n texts of about 4,000 characters, each with its own days so that the cache has work to do."""
    for i in range(n):
        out: list[str] = []
        while sum(map(len, out)) < 4000:
            k = len(out)
            dated = DATED[(i + k) % 5].replace("3 March", f"{(i + k) % 28 + 1} March")
            out.append(dated if k % 5 == 0 else PLAIN[(i + k) % 8])
        yield " ".join(out), f"{1990 + i % 30}-{i % 12 + 1:02d}-{i % 28 + 1:02d}"


def read(path: Path) -> Iterator[tuple[str, str]]:
    """Text and publication day of each line of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        yield document["text"], document.get("published") or document.get("dct")


def cut(texts: Iterator[tuple[str, str]], size: int = 4000) -> Iterator[tuple[str, str]]:
    """The texts in pieces of about `size` characters, so that "an article" means the same everywhere."""
    for text, published in texts:
        for at in range(0, len(text), size):
            if at == 0 or len(text) - at > size // 2:
                yield text[at : at + size], published


def timed(texts: list[tuple[str, str]]) -> tuple[float, int]:
    """Seconds that kg takes for the texts, and how many expressions it finds."""
    begin = time.process_time()
    found = sum(len(find(text, published)) for text, published in texts)
    return time.process_time() - begin, found


def searched(texts: list[tuple[str, str]]) -> tuple[float, int]:
    """The same for dateparser's search."""
    from datetime import datetime

    from dateparser.search import search_dates

    found = 0
    begin = time.process_time()
    for text, published in texts:
        base = datetime.fromisoformat(published)
        found += len(search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or ())
    return time.process_time() - begin, found


def slowest(texts: list[tuple[str, str]]) -> tuple[float, float]:
    """Mean and worst time of resolving a phrase (seconds): first uncached for the worst, then cached for the mean."""
    phrases = {(t.phrase, t.context) for text, day in texts for t in find(text, day) if t.phrase and t.context}
    answer.cache_clear()
    worst = total = 0.0
    for phrase, context in phrases:
        begin = time.process_time()
        answer(phrase, context)
        worst = max(worst, time.process_time() - begin)
    for _ in range(3):
        begin = time.process_time()
        for phrase, context in phrases:
            answer(phrase, context)
        total += time.process_time() - begin
    return total / (3 * len(phrases)), worst


def main() -> None:
    """Print the rates and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--compared", type=int, default=3, help="articles given to dateparser too")
    options = parser.parse_args()
    begin = time.process_time()
    grammar()
    print(f"grammar compiled in {1000 * (time.process_time() - begin):.0f} ms")
    texts = list(cut(read(options.file) if options.file else made(options.articles)))[: options.articles]
    characters = sum(len(text) for text, _ in texts)
    timed(texts[:10])
    answer.cache_clear()
    cold, found = timed(texts)
    warm, _ = timed(texts)
    print(f"{len(texts)} articles, {characters / len(texts):.0f} characters each, {found} expressions")
    per_4k = characters / 4000
    print(f"kg: {per_4k / cold:.0f} articles of 4,000 characters a second (cold cache), {per_4k / warm:.0f} (warm)")
    mean, worst = slowest(texts)
    print(f"kg: a phrase takes {1e6 * mean:.1f} µs in the mean, {1e3 * worst:.2f} ms at most")
    few = texts[: options.compared]
    if few:
        searched([("It was on Monday.", few[0][1])])
        theirs, their_found = searched(few)
        ours, our_found = timed(few)
        print(f"dateparser.search: {theirs / ours:.0f} times our time on {len(few)} articles "
              f"({their_found} found, {our_found} by kg)")  # fmt: skip


if __name__ == "__main__":
    main()
