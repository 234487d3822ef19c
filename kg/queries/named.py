"""Named questions: `*.rq` files in, SPARQL with the caller's values put in and rows out.

A file is plain SPARQL that runs on any endpoint as it stands. Its comment lines at the top say what it asks:

    # Who negotiates with an actor?
    # with: actor = Iran; whose partners are asked for
    # column who: a partner in talks

A parameter is a `VALUES ?name { … }` block of the query (each of them, where it is repeated in the branches of a
UNION); the value that the file holds is the default, and a caller's value takes its place. A condition of which
"any" is the default stands on one line, which is left out then. A parameter of the kind `page` is the `LIMIT` of the
query, behind what it is ordered by: so many rows, or all of them.

The files first find what a question is about, in a SELECT of its own, and then what is told of it. A SELECT inside
another is joined whole, so conditions that find few things each have one; its LIMIT (a million, where it is no page)
tells Oxigraph that it is small, so that the rest is looked up for what it finds, not read for the whole graph.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Protocol

from kg.errors import QuestionError, UsageError
from kg.queries import check, resolve, terms
from kg.queries.prefixes import declare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["NamedQuestion", "Parameter", "Queryable", "get", "load", "run"]

_PARAMETER = re.compile(r"#\s*(\w+):\s*(actor|type|issue|status|stance|date|number|text|page)\s*=\s*([^;]*);\s*(.*)")
_COLUMN = re.compile(r"#\s*column\s+(\w+):\s*(.*)")


class Queryable(Protocol):
    """Anything that answers SPARQL with rows: a knowledge base, an RDF file that was opened, an endpoint."""

    def query(self, sparql: str) -> Any: ...


_ANY = re.compile(r"^.*VALUES \?\w+ \{ UNDEF \}.*\n", re.MULTILINE)
"""Says nothing, costs time, and makes Virtuoso 7 find nothing."""
_PAGE = re.compile(r"ORDER BY [^\n]+ LIMIT \d+")
_ALL = "LIMIT 1000000"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a caller may set; `default` is in the words a user would write ("Iran", "any")."""

    name: str
    kind: str
    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class NamedQuestion:
    """A question with a name: what it asks, what may be set, what its columns mean, and its SPARQL."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]
    sparql: str

    def with_values(self, **given: str | Iterable[str]) -> str:
        """The SPARQL with the given values in place of the defaults.

        Values are words: names or codes of actors ("Iran", "IRN"), labels or ids of types, ISO days; several
        values mean any of them. An unknown parameter or value raises UsageError or QuestionError.
        """
        known = {p.name: p for p in self.parameters}
        out = self.sparql
        for name, value in given.items():
            if name not in known:
                hint = f"it knows {', '.join(known)}" if known else "it has no parameters"
                raise UsageError(f"{self.name} has no parameter {name!r}", hint=hint)
            words = [value] if isinstance(value, str) else list(value)
            if known[name].kind == "page":
                out = _paged(out, words[-1])
                continue
            block = terms.values(name, [t for word in words for t in _terms(known[name], word)])
            pieces = re.split(rf"VALUES\s+\?{name}\s*\{{[^}}]*\}}", out)
            out = block.join(pieces)
        return _ANY.sub("", out)

    @property
    def page(self) -> Parameter | None:
        """The parameter that says how many rows are wanted; None where a question always gives all."""
        return next((p for p in self.parameters if p.kind == "page"), None)


def _paged(sparql: str, word: str) -> str:
    """The query with a page of another size; "all" takes the order that chose from it too."""
    if word == "all":
        return _PAGE.sub(_ALL, sparql)
    if not word.isascii() or not word.isdigit() or not int(word):
        raise QuestionError(f"{word!r} is no number of rows", hint="write it as 50, or all")
    return re.sub(r"LIMIT \d+", f"LIMIT {int(word)}", sparql)


def load() -> tuple[NamedQuestion, ...]:
    """All questions that come with kg, by name."""
    return tuple(_load().values())


def get(name: str) -> NamedQuestion:
    """The question of that name; raises UsageError that names the nearest."""
    found = _load().get(name.removesuffix(".rq"))
    if found is None:
        near = resolve.nearest(name, _load())
        raise UsageError(f"there is no question named {name!r}", hint=f"did you mean {near}?" if near else "see --list")
    return found


def run(graph: Queryable, name: str, **given: str | Iterable[str]) -> Any:
    """The rows of a named question on a graph, with the caller's values."""
    return graph.query(declare(get(name).with_values(**given)))


def parse(name: str, text: str) -> NamedQuestion:
    """A named question from the text of its file; raises QuestionError where header and query do not fit."""
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("#")]
    body = "\n".join(line for line in lines if not line.startswith("#")).strip() + "\n"
    if not head:
        raise QuestionError("the file has no header", where=f"{name}.rq", hint="begin it with '# the question?'")
    found = [Parameter(*m.groups()) for line in head[1:] if (m := _PARAMETER.fullmatch(line.strip()))]
    parameters = tuple(Parameter(p.name, p.kind, p.default.strip(), p.meaning.strip()) for p in found)
    columns = {m[1]: m[2].strip() for line in head[1:] if (m := _COLUMN.fullmatch(line.strip()))}
    for parameter in parameters:
        if parameter.kind == "page":
            if not _PAGE.search(body):
                raise QuestionError("no ORDER BY with a LIMIT in the query", where=f"{name}.rq")
        elif not re.search(rf"VALUES\s+\?{parameter.name}\s*\{{", body):
            raise QuestionError(f"no VALUES ?{parameter.name} in the query", where=f"{name}.rq")
    check.check(body)
    return NamedQuestion(name, head[0].lstrip("# ").strip(), parameters, columns, body)


@functools.lru_cache(maxsize=1)
def _load() -> dict[str, NamedQuestion]:
    files = sorted((f for f in resources.files("kg.queries").iterdir() if f.name.endswith(".rq")), key=lambda f: f.name)
    return {f.name[:-3]: parse(f.name[:-3], f.read_text(encoding="utf-8")) for f in files}


def _terms(parameter: Parameter, word: str) -> list[str]:
    if word == "any":
        return ["UNDEF"]
    match parameter.kind:
        case "actor":
            return [terms.actor(found) for found in resolve.actors(word)]
        case "type":
            return [terms.concept("type", found) for found in resolve.types(word)]
        case "issue":
            return [terms.concept("issue", found) for found in resolve.issues(word)]
        case "status" | "stance" as scheme:
            return [terms.concept(scheme, resolve.one_of(scheme, word))]
        case "date":
            return [terms.day(word)]
        case "number":
            return [terms.number(word)]
        case _:
            return [terms.literal(word)]
