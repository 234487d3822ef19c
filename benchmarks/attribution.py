"""How well it finds who says what: precision, recall and F1 of sources and contents, exact and overlapping.

    python benchmarks/attribution.py GOLD.jsonl [--half even|odd] [--misses N] [--speech]

GOLD holds one object a line with `id`, `text` and `attributions`, each with `source`, `cue` and `content`: lists of
`{"spans": [[start, end], …]}`. Attributions are paired one to one, those whose contents share most characters first. A
pair counts as *content* found where the contents share more than half of all their characters, *exact* where they are
the same but for space and punctuation at their edges; *source* where, besides, the sources share a character (or both
are missing), exact where they are the same. `--speech` shows only misses whose cue is a word or sign of saying.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from kg import authority, ontology
from kg.extract.quoting import attributions
from kg.extract.saying_words import SPEAKING_VERBS
from kg.extract.words import verb_forms
from kg.model import Document

SAID = {form for lemma in SPEAKING_VERBS for form, _ in verb_forms(lemma)} | {":", "according"}


def spans_of(attribution: dict[str, Any], part: str) -> frozenset[int]:
    """Characters of the source or content of a gold attribution."""
    return frozenset(i for piece in attribution[part] for a, b in piece["spans"] for i in range(a, b))


def core(text: str, characters: frozenset[int]) -> frozenset[int]:
    """The letters and figures among them: quotation marks, commas and a leading "that" decide nothing."""
    kept = sorted(i for i in characters if i < len(text) and text[i].isalnum())
    words = re.match(r"that\b", text[kept[0] : kept[0] + 5]) if kept else None
    return frozenset(kept[4:] if words else kept)


def pairs(gold: list[Any], found: list[Any]) -> list[tuple[int, int]]:
    """Indices of gold and found that belong together."""
    shared = [
        (len(g[1] & f[1]) / max(len(g[1] | f[1]), 1) + 0.001 * bool(g[0] & f[0]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g[1] & f[1]
    ]
    out, left, right = [], set(), set()
    for _, i, j in sorted(shared, reverse=True):
        if i not in left and j not in right:
            out.append((i, j))
            left.add(i)
            right.add(j)
    return out


def main() -> None:
    """Print the figures of one file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--speech", action="store_true")
    parser.add_argument("--cues", action="store_true", help="precision by cue")
    args = parser.parse_args()
    records = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    chosen = {"even": records[::2], "odd": records[1::2], None: records}[args.half]
    lexicon, known = ontology.load(), authority.load()
    count: Counter[str] = Counter()
    cues: Counter[tuple[str, bool]] = Counter()
    missed: list[str] = []
    for record in chosen:
        text = record["text"]
        wanted = [a for a in record["attributions"] if a["content"]]
        gold = [(core(text, spans_of(a, "source")), core(text, spans_of(a, "content"))) for a in wanted]
        told = attributions(Document.of(text, id=record["id"]), lexicon, known)
        found = [
            (
                core(text, frozenset(range(a.source.start, a.source.end) if a.source else ())),
                core(text, frozenset(i for c in a.contents for i in range(c.start, c.end))),
            )
            for a in told
        ]
        speech = [any(w in SAID for x in a["cue"] for w in re.findall(r"[\w'’]+|:", x["text"].lower())) for a in wanted]
        matched = pairs(gold, found)
        right: set[int] = set()
        for i, j in matched:
            g, f = gold[i], found[j]
            content = len(g[1] & f[1]) * 2 > len(g[1] | f[1])
            source = bool(g[0] & f[0]) or (not g[0] and not f[0])
            count["content"] += content
            count["content exact"] += g[1] == f[1]
            count["both"] += content and source
            count["both exact"] += g == f
            count["speech"] += content and source and speech[i]
            count["speech content"] += content and speech[i]
            if content:
                right.add(j)
            if (not content or not source) and (not args.speech or speech[i]):
                missed.append(
                    f"PART {'content' if not content else 'source'} {show(wanted[i])}\n   >>> {tell(told[j])}"
                )
        count["gold"] += len(gold)
        count["gold speech"] += sum(speech)
        count["found"] += len(found)
        lone = set(range(len(found))) - {j for _, j in matched}
        missed += [f"EXTRA {tell(told[j])}" for j in sorted(lone)]
        done = {i for i, _ in matched}
        missed += [f"MISS {show(a)}" for i, a in enumerate(wanted) if i not in done and (not args.speech or speech[i])]
        cues.update((a.cue_text.lower().split()[-1], j in right) for j, a in enumerate(told))
    for line in missed[:: max(1, len(missed) // args.misses)] if args.misses else []:
        sys.stdout.write(line + "\n")
    if args.cues:
        for cue, _ in Counter(c for c, _ in cues.elements()).most_common(120):
            sys.stdout.write(f"{cue} {cues[cue, True]}/{cues[cue, True] + cues[cue, False]}; ")
        sys.stdout.write("\n")
    report(count)


def report(count: Counter[str]) -> None:
    """One line a measure."""
    sys.stdout.write(f"gold {count['gold']} (by a word of saying {count['gold speech']}), found {count['found']}\n")
    for name in ("content", "content exact", "both", "both exact"):
        p, r = count[name] / max(count["found"], 1), count[name] / max(count["gold"], 1)
        sys.stdout.write(f"{name:14} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(p + r, 1e-9):.3f}\n")
    sys.stdout.write(
        f"by a word of saying: recall of content {count['speech content'] / max(count['gold speech'], 1):.3f}, "
        f"with source {count['speech'] / max(count['gold speech'], 1):.3f}\n"
    )


def show(attribution: dict[str, Any]) -> str:
    """A gold attribution in a line."""
    part = {p: " / ".join(x["text"] for x in attribution[p]) for p in ("source", "cue", "content")}
    return f"{{{part['source']}}} <{part['cue']}> [{_short(part['content'])}]"


def tell(attribution: Any) -> str:
    """One that was found in a line."""
    said = " // ".join(c.quote for c in attribution.contents)
    return f"{{{attribution.source_text}}} <{attribution.cue_text}> [{_short(said)}]"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) < 150 else f"{text[:80]} … {text[-60:]}"


if __name__ == "__main__":
    main()
