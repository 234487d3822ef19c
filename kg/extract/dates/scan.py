"""Text in, one code character a piece out: words of dates become codes, so that rules can be written over words.

A rule is a template such as `(the )?{part} of {month} {year}`: bare words stand for themselves, `{class}` for a class
of `words.CLASSES` (kept as a field; `{_class}` is not kept), `<NAME>` for another template, `<name=…>` keeps what it
matches; round brackets, `|` and `?` mean what they mean in a regular expression, «» are brackets in the text.
`compile_rules` finds which words the rules use and gives all words with the same standing one code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, repeat

from kg.extract.dates.first import first_codes
from kg.extract.dates.words import CAPITALISED, CLASSES

__all__ = ["UNKNOWN", "Coded", "Grammar", "Rule", "compile_rules"]

UNKNOWN = "x"
"""The code of every word, sign or blank line that is no part of any date; none reaches across it."""

_LINE_END = "\v"

_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\S\n]*\n[^\S\n]*\n\s*|\s+|[^\w\s]|_")
_SIGNS = dict.fromkeys("-‐‑‒–—−", "-") | dict.fromkeys("'’‘ʼ`", "'") | {c: c for c in ',./:()+"“”$#%£€'}
_TEMPLATE = re.compile(
    r"\{(?P<cls>\w+)\}|<(?P<macro>[A-Z]\w*)>|<(?P<open>[a-z]\w*)=|(?P<word>[a-z]+)|(?P<other>.)", re.DOTALL
)
_WRAPPED = 56
"""Lines shorter than this are not wrapped prose: no date goes on in the next line."""

_SHORT_STRETCH = 14
_MOST_SEEN = 50_000
"""Stretches of so many codes recur in news; so many of them are remembered."""

_AROUND = {"!": "!", "~": "=", "@": "<="}
"""Before a bracket: not followed by, followed by, after."""

_BRACKETS = {"«": r"\(", "»": r"\)"}
"""How a template writes brackets that stand in the text."""

_PLAIN = frozenset("|?)")


@dataclass(frozen=True, slots=True)
class Coded:
    """A text cut into pieces: the pieces, where each starts (and, last, where the text ends), their codes."""

    pieces: list[str]
    starts: list[int]
    code: str


class _Sheet:
    """Collects, while templates are compiled, which literal words they use; then gives out the codes."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self.templates = templates
        self.literals: set[str] = set()
        for text in templates.values():
            self.literals |= {m["word"] for m in _TEMPLATE.finditer(text) if m["word"]}
        standing: dict[str, set[str]] = {}
        for name, words in CLASSES.items():
            for word in words:
                standing.setdefault(word, set()).add(name)
        for word in self.literals:
            standing.setdefault(word, set()).add("=" + word)
        kinds = sorted({frozenset(s) for s in standing.values()}, key=sorted)
        self.code = {kind: chr(0xE000 + i) for i, kind in enumerate(kinds)}
        self.words = {word: self.code[frozenset(s)] for word, s in standing.items()}
        self.members: dict[str, str] = {}
        for kind, char in self.code.items():
            for name in kind:
                self.members[name] = self.members.get(name, "") + char

    def any_of(self, name: str) -> str:
        chars = sorted(self.members[name])
        return chars[0] if len(chars) == 1 else "[" + "".join(chars) + "]"


def _expand(template: str, sheet: _Sheet, counter: list[int]) -> str:
    """The regular expression over codes that a template stands for."""
    out: list[str] = []
    depth: list[str] = []
    for m in _TEMPLATE.finditer(template):
        if m["cls"]:
            out.append(_class(m["cls"], sheet, counter))
        elif m["macro"]:
            out.append("(?:" + _expand(sheet.templates[m["macro"]], sheet, counter) + ")")
        elif m["open"]:
            counter[0] += 1
            out.append(f"(?P<{m['open']}__{counter[0]}>")
            depth.append(">")
        elif m["word"]:
            out.append(sheet.any_of("=" + m["word"]))
        elif m["other"] == ">":
            depth.pop()
            out.append(")")
        elif m["other"] == "(":
            out.append("(?:")
        elif m["other"] in _BRACKETS:
            out.append(_BRACKETS[m["other"]])
        elif m["other"] in _AROUND:
            out.append("\0" + _AROUND[m["other"]])
        else:
            out.append(m["other"] if m["other"] in _PLAIN else re.escape(m["other"]))
    return "".join(out).replace("\0!(?:", "(?!").replace("\0=(?:", "(?=").replace("\0<=(?:", "(?<=")


def _class(name: str, sheet: _Sheet, counter: list[int]) -> str:
    if name.startswith("_"):
        return sheet.any_of(name[1:])
    counter[0] += 1
    return f"(?P<{name}__{counter[0]}>{sheet.any_of(name)})"


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule: the kind of expression, the pattern over codes, the groups that are fields, by number."""

    kind: str
    pattern: re.Pattern[str]
    fields: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled rules: `coded` cuts a text, `core` finds what every expression holds, `starting` tells which rules can
    begin with a code, in their order; `seen` remembers which rules fit where short stretches of codes recur.
    """

    words: Mapping[str, str]
    core: re.Pattern[str]
    starting: Mapping[str, tuple[Rule, ...]]
    seen: dict[str, tuple[Rule, ...]] = field(default_factory=dict)

    def fitting(self, code: str, at: int, stop: int) -> tuple[Rule, ...]:
        """The rules that may fit at a place of a stretch that ends at `stop`; for short stretches, those that do."""
        rules = self.starting.get(code[at], ())
        if not rules or at < 2 or stop - at > _SHORT_STRETCH:
            return rules
        window = code[at - 2 : stop]  # two codes before it, which a rule may look back at
        known = self.seen.get(window)
        if known is None:
            known = tuple(r for r in rules if r.pattern.match(window, 2))
            if len(self.seen) < _MOST_SEEN:
                self.seen[window] = known
        return known

    def coded(self, text: str) -> Coded:
        pieces = _PIECE.findall(text)
        code = "".join(map(self.words.get, pieces, repeat(UNKNOWN)))
        starts = [0, *accumulate(map(len, pieces))]
        return Coded(pieces, starts, _with_wrapped(starts, code) if "\n" in text else code)


def _with_wrapped(starts: list[int], code: str) -> str:
    """The codes, with a mere space where a line of prose is wrapped; other ends of lines break expressions."""
    out: list[str] | None = None
    line = 0
    at = code.find(_LINE_END)
    while at >= 0:
        if starts[at] - line >= _WRAPPED:
            out = list(code) if out is None else out
            out[at] = " "
        line = starts[at + 1]
        at = code.find(_LINE_END, at + 1)
    return (code if out is None else "".join(out)).replace(_LINE_END, UNKNOWN)


def compile_rules(rules: Iterable[tuple[str, str]], macros: Mapping[str, str], core: Iterable[str]) -> Grammar:
    """The grammar of (kind, template) rules, tried in this order; `core` names the classes or words (=word) one of
    which every expression holds (all other text is passed over).
    """
    listed = list(rules)
    sheet = _Sheet({**macros, **{f"rule {i}": t for i, (_, t) in enumerate(listed)}})
    starting: dict[str, list[Rule]] = {}
    for kind, template in listed:
        written = _expand(template, sheet, [0])
        pattern = re.compile(written)
        names = tuple(sorted((n, name.rpartition("__")[0]) for name, n in pattern.groupindex.items()))
        rule = Rule(kind, pattern, names)
        for code in first_codes(written):
            starting.setdefault(code, []).append(rule)
    chars = "".join(sheet.members[name] for name in core)
    table = {code: tuple(rules) for code, rules in starting.items()}
    return Grammar(_spellings(sheet.words), re.compile(f"[{chars}]"), table)


def _spellings(words: Mapping[str, str]) -> dict[str, str]:
    """Each word as it may be written: lower case (unless only a capital makes it a date), Capital, CAPITALS."""
    out = dict.fromkeys((" ", "  ", "   ", "    ", "\t", "\xa0", "\xa0 ", " \xa0", "\u2009", "\u202f"), " ")
    out |= dict.fromkeys(("\n", " \n", "\n ", "\r\n", " \n ", "  \n", "\n  ", "\r\n ", "\n    ", "\n\t"), _LINE_END)
    for word, code in words.items():
        for form in (word, word.capitalize(), word.upper()):
            if form != word or word not in CAPITALISED:
                out[form] = code
    return {**out, **_SIGNS}
