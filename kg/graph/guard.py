"""A SPARQL query in; nothing out if it only reads the graph it is asked of, else a QuestionError that says why not."""

from __future__ import annotations

import re

from kg.errors import QuestionError

__all__ = ["refuse"]

MOST_CHARACTERS = 50_000
MOST_DEPTH = 40
"""Brackets inside brackets; a query nested some thousand deep overflows the engine's stack."""
MOST_SIGNS = 20
"""The same unary sign in a row, which nests as brackets do."""

_TOKEN = re.compile(
    r"#[^\n\r]*|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|\"{3}(?:[^\"\\]|\\.|\"(?!\"\"))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}"
    r"|\"(?:[^\"\\\n\r]|\\.)*\"|'(?:[^'\\\n\r]|\\.)*'"
    r"|[?$]\w+|\w*:[\w.%-]*|\w+|[^\s]",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
"""SPARQL reads these anywhere, so that a keyword may be written with them."""
_WRITING = frozenset(("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"))
_FORMS = frozenset(("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))


def refuse(sparql: str) -> None:
    """Raise QuestionError for an update, a call to another host, a file, or a query built to exhaust the engine.

    >>> refuse("SELECT * { ?s ?p 'SERVICE' } # LOAD")
    >>> refuse("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }")
    Traceback (most recent call last):
        ...
    kg.errors.QuestionError: SERVICE would ask another host; ask that endpoint itself, by its URL
    """
    if len(sparql) > MOST_CHARACTERS:
        raise QuestionError(f"the query is longer than {MOST_CHARACTERS:,} characters", hint="ask in parts")
    _refuse(sparql)
    if _ESCAPED.search(sparql):
        _refuse(_ESCAPED.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), sparql))


def _refuse(sparql: str) -> None:
    depth = signs = 0
    form, before = "", ""
    for part in _TOKEN.findall(sparql):
        if part.startswith(("#", '"', "'")):
            continue
        word = part.upper()
        depth += (word in "([{") - (word in ")]}")
        signs = signs + 1 if word in "!-+^" else 0
        if depth > MOST_DEPTH or signs > MOST_SIGNS:
            raise QuestionError("the query is nested too deeply", hint=f"at most {MOST_DEPTH} brackets deep")
        if not form and (word in _FORMS or word in _WRITING):
            form = word
        _check_word(word, form, before)
        before = word


def _check_word(word: str, form: str, before: str) -> None:
    if word == "SERVICE":
        raise QuestionError("SERVICE would ask another host", hint="ask that endpoint itself, by its URL")
    if form in _WRITING:
        raise QuestionError(f"{form} would change the graph", hint="queries only read; see `kg correct`")
    if before in ("FROM", "NAMED") and word.startswith("<") and not word.startswith("<HTTPS://W3ID.ORG/DIPKG/"):
        raise QuestionError("FROM may only name graphs of this project", hint="leave FROM out: all graphs are read")
