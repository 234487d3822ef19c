"""A SPARQL query in; nothing out if it may be run, else a QuestionError with the line, a caret and the likely fix.

Looks at what can be seen without a store: unknown prefixes, unknown terms of the ontology, misspelt keywords,
open brackets and strings; for the rest it puts the engine's own complaint at its place.
"""

from __future__ import annotations

import difflib
import functools
import re
from typing import TYPE_CHECKING

from kg.errors import QuestionError
from kg.queries.prefixes import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["check", "explain", "terms"]

_KEYWORDS = (
    "SELECT CONSTRUCT DESCRIBE ASK WHERE PREFIX BASE FROM NAMED DISTINCT REDUCED ORDER GROUP BY HAVING LIMIT OFFSET "
    "ASC DESC OPTIONAL UNION MINUS FILTER BIND VALUES GRAPH SERVICE SILENT EXISTS NOT IN AS UNDEF TRUE FALSE A "
    "COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS "
    "CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR "
    "MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG "
    "STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE ADJUST INSERT DELETE DATA LOAD "
    "CLEAR DROP CREATE COPY MOVE ADD INTO WITH USING"
).split()
_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*) | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<string>\"{3}.*?\"{3} | '{3}.*?'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<open>["']) | (?P<lang>@\w+(?:-\w+)*) | (?P<variable>[?$]\w+)
      | (?P<name>(?:[A-Za-z][\w-]*)?:[\w%-]*(?:[.][\w%-]+)*) | (?P<word>[A-Za-z_]\w*)
      | (?P<bracket>[][(){}]) | (?P<space>\s+) | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_PLACE = re.compile(r"\b(\d+):(\d+)\b|line:(\d+), col:(\d+)")
_PAIRS = {")": "(", "]": "[", "}": "{"}


def check(sparql: str) -> None:
    """Raise QuestionError for a mistake that can be seen in the query itself."""
    for finder in (_open_string, _brackets, _keyword, _prefix, _unknown_term):
        finder(sparql)


def explain(sparql: str, complaint: str, *, sent: str | None = None) -> QuestionError:
    """What an engine complained about `sparql`, in one message with the place and, where it is known, the fix.

    `sent` is the text that the engine saw, when prefixes were put in front of the first line.
    """
    try:
        check(sparql)
    except QuestionError as known:
        return known
    place = _PLACE.search(complaint)
    if place is None:
        return QuestionError(f"the query was not understood: {complaint.splitlines()[0]}")
    line, column = int(place[1] or place[3]), int(place[2] or place[4])
    if sent is not None and line == 1:
        column = max(1, column - (len(sent) - len(sparql)))
    lines = sparql.split("\n")
    at = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
    wanted = complaint.rpartition("expected ")[2].splitlines()[0] if "expected" in complaint else ""
    short = f", perhaps {wanted} is missing" if wanted and len(wanted) < 40 else ""
    return _mistake(sparql, min(at, len(sparql)), f"not understood here or just before{short}")


@functools.lru_cache(maxsize=1)
def terms() -> frozenset[str]:
    """The local names of all `dip:` terms of the ontology (classes, properties, shortcuts)."""
    from kg.ontology import folder

    found: set[str] = set()
    for file in [*sorted(folder().glob("*.ttl")), *sorted((folder() / "events").glob("*.ttl"))]:
        found.update(re.findall(r"\bdip:([A-Za-z]\w*)", file.read_text(encoding="utf-8")))
    return frozenset(found)


def _tokens(sparql: str) -> Iterator[re.Match[str]]:
    return (t for t in _TOKEN.finditer(sparql) if t.lastgroup not in ("comment", "space"))


def _open_string(sparql: str) -> None:
    for token in _tokens(sparql):
        if token.lastgroup == "open":
            raise _mistake(sparql, token.start(), "this string does not end on its line", "close the quotes")


def _brackets(sparql: str) -> None:
    waiting: list[re.Match[str]] = []
    for token in _tokens(sparql):
        if token.lastgroup != "bracket":
            continue
        if token.group() in "([{":
            waiting.append(token)
        elif waiting and waiting[-1].group() == _PAIRS[token.group()]:
            waiting.pop()
        else:
            raise _mistake(sparql, token.start(), f"{token.group()} closes nothing")
    if waiting:
        raise _mistake(sparql, waiting[-1].start(), f"{waiting[-1].group()} is never closed")


def _keyword(sparql: str) -> None:
    for token in _tokens(sparql):
        if token.lastgroup == "word" and token.group().upper() not in _KEYWORDS:
            raise _mistake(
                sparql,
                token.start(),
                f"{token.group()} is no word of SPARQL",
                _nearest(token.group().upper(), _KEYWORDS),
            )


def _prefix(sparql: str) -> None:
    declared = set(PREFIXES)
    before = ""
    for token in _tokens(sparql):
        if token.lastgroup == "name":
            prefix = token.group().partition(":")[0]
            if before == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                near = _nearest(prefix, sorted(declared), "{}:")
                raise _mistake(sparql, token.start(), f"the prefix {prefix}: is not declared", near)
        before = token.group().upper()


def _unknown_term(sparql: str) -> None:
    known = terms()
    for token in _tokens(sparql):
        if token.lastgroup == "name" and token.group().startswith("dip:"):
            local = token.group()[4:]
            if local and known and local not in known:
                near = _nearest(local, sorted(known), "dip:{}")
                raise _mistake(sparql, token.start(), f"the ontology has no {token.group()}", near)


def _nearest(word: str, words: list[str] | tuple[str, ...], form: str = "{}") -> str | None:
    folded = {w.lower(): w for w in words}
    near = difflib.get_close_matches(word.lower(), folded, n=1, cutoff=0.6)
    return f"did you mean {form.format(folded[near[0]])}?" if near else None


def _mistake(sparql: str, at: int, what: str, hint: str | None = None) -> QuestionError:
    """An error whose message is the complaint, the line that holds character `at`, and a caret below it."""
    line = sparql.count("\n", 0, at) + 1
    begin = sparql.rfind("\n", 0, at) + 1
    shown = sparql[begin : (sparql + "\n").index("\n", at)]
    first = max(0, at - begin - 60)
    shown, column = shown[first : first + 100], at - begin - first
    caret = "".join("\t" if c == "\t" else " " for c in shown[:column]) + "^"
    tail = f" ({hint})" if hint else ""
    return QuestionError(f"line {line}, column {at - begin + 1}: {what}{tail}\n  {shown}\n  {caret}")
