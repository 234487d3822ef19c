"""How many actors are found and at what speed: `python benchmarks/actors.py FOLDER [--misses N]`.

FOLDER holds probes.jsonl and events_dev.jsonl (and articles_wikinews.jsonl for the speed). Three readings are
compared: the lists alone; with the rules against lookalikes; with persons learnt from the text.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from kg.authority import Authority, load
from kg.extract import mentions
from kg.extract.lookalikes import Look
from kg.extract.sentences import split
from kg.extract.tokens import tokenize

Span = tuple[int, int, frozenset[str]]
"""Characters of a mention, and the codes that it stands for."""
Reading = Callable[[str, str | None], list[Span]]


def readings(known: Authority) -> dict[str, Reading]:
    """The three ways to read a text."""

    def raw(text: str, _: str | None) -> list[Span]:
        tokens = tokenize(text)
        look = Look(tokens, split(tokens), known)
        found = mentions.listed(tokens, look, known)
        return [(*tokens.span(a, b), frozenset([known.row(e[0][0])[0], *known.row(e[0][0])[3]])) for a, b, e in found]

    def guarded(text: str, _: str | None) -> list[Span]:
        tokens = tokenize(text)
        look = Look(tokens, split(tokens), known)
        found = mentions.settle(mentions.listed(tokens, look, known), look, known)
        return [(*tokens.span(m.first, m.last), frozenset([m.id, *m.states])) for m in found]

    def full(text: str, published: str | None) -> list[Span]:
        tokens = tokenize(text)
        found = mentions.find(tokens, split(tokens), known, published)
        return [(*tokens.span(m.first, m.last), frozenset([m.id, *m.states, m.body or m.id])) for m in found]

    return {"lists alone": raw, "+ lookalikes": guarded, "+ persons": full}


def records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def probes(folder: Path, read: Reading) -> tuple[int, int, int, int]:
    """Parties of the gold claims found (of how many), negatives with a mention (of how many)."""
    hit = of = noisy = negatives = 0
    for probe in records(folder / "probes.jsonl"):
        codes = {code for _, _, found in read(probe["text"], probe["published"]) for code in found}
        if "negative" in probe["tags"]:
            negatives += 1
            noisy += bool(codes)
        for claim in probe["claims"]:
            event = claim["event"]
            for party in (*event["initiators"], *event["recipients"], *event["participants"]):
                of += 1
                hit += bool({party["id"], *party["states"]} & codes)
    return hit, of, noisy, negatives


def spans(folder: Path, read: Reading) -> tuple[int, int, list[str]]:
    """Sources and targets with a capitalised name in which something is found, of how many, and the others."""
    hit, of, missed = 0, 0, []
    for record in records(folder / "events_dev.jsonl"):
        text = record["text"]
        found = read(text, None)
        for event in record["events"]:
            for side in (event["source"], event["target"]):
                at = text.find(side) if side else -1
                if at < 0 or not re.search(r"[A-Z]", side[1:] if at == 0 else side):
                    continue
                of += 1
                if any(begin < at + len(side) and end > at for begin, end, _ in found):
                    hit += 1
                else:
                    missed.append(f"{side} | {text[:120]}")
    return hit, of, missed


def speed(folder: Path, known: Authority) -> None:
    """Megabytes of text a second: tokens, the matching of names, and the whole."""
    texts = [record["text"] for record in records(folder / "articles_wikinews.jsonl")]
    size = sum(len(text) for text in texts) / 1e6
    begin = time.perf_counter()
    cut = [tokenize(text) for text in texts]
    tokens = time.perf_counter() - begin
    looks = [Look(t, split(t), known) for t in cut]
    begin = time.perf_counter()
    for t, look in zip(cut, looks, strict=True):
        mentions.listed(t, look, known)
    match = time.perf_counter() - begin
    begin = time.perf_counter()
    for t, look in zip(cut, looks, strict=True):
        mentions.find(t, look.sentences, known, "2019-06-01")
    whole = time.perf_counter() - begin
    print(f"MB/s: tokens {size / tokens:.1f}, matching of names {size / match:.1f}, all mentions {size / whole:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=0, help="print so many spans in which nothing is found")
    options = parser.parse_args()
    load()
    begin = time.perf_counter()
    known = load()
    names = len(known.names)
    print(f"{names} names loaded from the cache in {time.perf_counter() - begin:.3f} s")
    missed: list[str] = []
    for title, read in readings(known).items():
        hit, of, noisy, negatives = probes(options.folder, read)
        found, all_spans, missed = spans(options.folder, read)
        print(
            f"{title:14s} probes: {hit} of {of} parties, {noisy} of {negatives} negatives with a mention;"
            f" events_dev: {found} of {all_spans} spans ({found / all_spans:.1%})"
        )
    speed(options.folder, known)
    print("\n".join(missed[: options.misses]))


if __name__ == "__main__":
    main()
