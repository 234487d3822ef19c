"""The event types of the ontology in, a page of Markdown about them out.

`python -m kg.event_types > docs/reference/events.md`
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kg import ontology

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ontology import EventType, Lexicon

__all__ = ["page"]

_HEAD = """# Event types

*Written by `python -m kg.event_types` (`make docs`) from `ontology/events/`; a test compares.*

{types} types under the 16 roots of PLOVER, with {phrases} phrases. An event bears the narrowest type that its words
allow, and counts for all types above it. X does it, to Y or with Y; M mediates, H hosts. Types marked ⇄ have no
direction: X and Y are then two sides, and those who do it together ("Iran and Oman met") are participants. How
phrases are written, and how a type is added, says [CONTRIBUTING](../../CONTRIBUTING.md#the-phrase-language). A
triple between the parties (`dip:…`) is derived from actual events only. Every phrase is tried on sentences made of
its own words, every example is found, every near miss let pass: these are tests.

| root | types |
|---|---|
"""


def page() -> str:
    """The whole page, the same on every machine."""
    lexicon = ontology.load()
    roots = sorted({t.root for t in lexicon.types.values()})
    phrases = sum(len(t.phrases) for t in lexicon.types.values())
    lines = [_HEAD.format(types=len(lexicon.types), phrases=phrases).rstrip("\n")]
    lines += [f"| {root} | {', '.join(f'[{t.id}](#{t.id})' for t in _under(root, lexicon))} |" for root in roots]
    for root in roots:
        lines += ["", f"## Root {root}"]
        for kind in _under(root, lexicon):
            lines += _section(kind)
    return "\n".join(lines) + "\n"


def _under(root: str, lexicon: Lexicon) -> list[EventType]:
    """The types of a root, itself first."""
    return sorted((t for t in lexicon.types.values() if t.root == root), key=lambda t: (len(t.broader), t.id))


def _section(kind: EventType) -> Iterator[str]:
    yield f"\n### {kind.id}\n"
    yield f"{kind.definition}\n"
    above = f"below [{kind.broader[0]}](#{kind.broader[0]}); " if kind.broader else ""
    short = f"; `dip:{kind.shortcut.rsplit('#', 1)[1]}`" if kind.shortcut else ""
    together = " ⇄" if kind.reciprocal else ""
    yield f"*{kind.label}*{together}: {above}PLOVER {kind.root}, CAMEO {', '.join(kind.cameo)}{short}\n"
    yield "```text"
    yield from kind.phrases
    yield from (f"A says: {phrase}" for phrase in kind.accusations)
    yield from (f"A will not: {phrase}" for phrase in kind.refusals)
    yield "```\n"
    yield from (f"- {example}" for example in kind.examples)
    yield from (f"- not: {miss}" for miss in kind.near_misses)


if __name__ == "__main__":
    sys.stdout.write(page())
