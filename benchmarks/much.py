"""What many articles take: `python benchmarks/much.py [FILE.jsonl] [--articles N] [--workers N] [--rows N]`.

Builds a knowledge base of N articles made from those of FILE (without it, of seeds/corpus), repeated with other states
and other years, or with `--rows` from so many rows of an event data set; prints seconds of the clock and of the
processor for reading and for concluding, how many are done in a second, and the memory of the writing process at its
peak in both. Nothing but that runs in the process, and the articles are written before it starts.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NAMES = (
    "Iran Iranian|Israel Israeli|China Chinese|Russia Russian|Turkey Turkish|Egypt Egyptian|India Indian|Peru Peruvian|"
    "Chile Chilean|Mali Malian|Kenya Kenyan|Norway Norwegian|Japan Japanese|Cuba Cuban|Ukraine Ukrainian|Syria Syrian|"
    "Poland Polish|Greece Greek|Ghana Ghanaian|Nepal Nepali|Brazil Brazilian|Canada Canadian|Qatar Qatari|Libya Libyan"
)
STATES = [pair.split() for pair in NAMES.split("|")]
_STATE = re.compile(r"\b(?:" + "|".join(word for pair in STATES for word in pair) + r")\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLACE = {word: (n, which) for n, pair in enumerate(STATES) for which, word in enumerate(pair)}


def changed(text: str, number: int) -> str:
    """The text with other states and, as many rounds on, other years."""

    def state(found: re.Match[str]) -> str:
        at, which = _PLACE[found.group()]
        return STATES[(at + 1 + number % 23) % len(STATES)][which]

    return _YEAR.sub(lambda y: str(1950 + (int(y.group()) + number // 23) % 75), _STATE.sub(state, text))


def articles(source: Path | None, count: int, out: Path) -> None:
    """Write that many of them as JSON lines."""
    if source:
        known = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    else:
        texts = [p.read_text("utf-8") for p in sorted((ROOT / "seeds" / "corpus").glob("*.txt"))]
        known = [{"text": text} for text in texts]
    with out.open("w", encoding="utf-8") as lines:
        for n in range(count):
            one = known[n % len(known)]
            made = {"id": str(n), "text": changed(f"Report {n}.\n\n{one['text']}", n // len(known))}
            if "published" in one:
                made["published"] = changed(one["published"], n // len(known))
            lines.write(json.dumps(made, ensure_ascii=False) + "\n")


def rows(count: int, out: Path) -> None:
    """Write that many rows: a day, two states, a CAMEO code."""
    codes = "IRN ISR CHN RUS TUR EGY IND PER CHL MLI KEN NOR JPN CUB UKR SYR POL GRC GHA NPL BRA CAN QAT FJI".split()
    acts = "010 036 040 042 043 046 051 057 061 071 081 093 110 112 120 130 138 141 163 173 190".split()
    with out.open("w", encoding="utf-8") as lines:
        lines.write("date,source,target,code\n")
        for n in range(count):
            one, other = codes[n % 24], codes[(n // 24 + n % 23 + 1) % 24]
            day = f"{1995 + n // 365 % 25}-{n // 30 % 12 + 1:02}-{n % 28 + 1:02}"
            lines.write(f"{day},{one},{other if other != one else 'ZWE'},{acts[n * 5 % 21]}\n")


def memory() -> int:
    """Megabytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Write, build, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--rows", type=int, default=0)
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        _measure(asked, folder)
    finally:
        shutil.rmtree(folder)


def _measure(asked: argparse.Namespace, folder: Path) -> None:
    source = folder / ("rows.csv" if asked.rows else "articles.jsonl")
    if (child := os.fork()) == 0:  # what writing takes is not this process's
        if asked.rows:
            rows(asked.rows, source)
        else:
            articles(asked.file, asked.articles, source)
        os._exit(0)
    os.waitpid(child, 0)
    from kg import pipeline

    build: Any = import_module("kg.graph.build")

    marks: dict[str, tuple[float, float, float, int]] = {}

    def mark(name: str) -> None:
        own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        marks[name] = (time.perf_counter(), own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime, memory())

    conclude = build.refresh

    def concluding(*given: Any, **more: Any) -> Any:
        mark("read")
        return conclude(*given, **more)

    build.refresh = concluding
    mark("begin")
    report = pipeline.build(source, folder / "x.kg", workers=asked.workers)
    mark("end")
    done = asked.rows or asked.articles
    assert report.built
    print(f"{done:,} {'rows' if asked.rows else 'articles'}, {report.built.events:,} events, {asked.workers} workers")
    (t0, c0, _, _), (t1, c1, _, m1), (t2, c2, others, m2) = (marks[name] for name in ("begin", "read", "end"))
    print(f"reading     {t1 - t0:7.1f} s  {done / (t1 - t0):9,.1f} a second  {c1 - c0:7.1f} s of this process  {m1} MB")
    print(f"concluding  {t2 - t1:7.1f} s  {done / (t2 - t1):9,.1f} a second  {c2 - c1:7.1f} s of this process  {m2} MB")
    print(f"workers     {others:.1f} s of the processor")


if __name__ == "__main__":
    main()
