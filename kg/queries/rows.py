"""Rows of a query in, text out: JSON lines, CSV, TSV, and the SPARQL result formats for JSON and XML.

https://www.w3.org/TR/sparql11-results-json/ · https://www.w3.org/TR/sparql11-results-csv-tsv/ ·
https://www.w3.org/TR/rdf-sparql-XMLres/
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Protocol

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["FORMATS", "Table", "render"]

_IRI = re.compile(r"(?:https?|urn|mailto):[^\s<>\"{}|^`\\]+\Z")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Table(Protocol):
    """Columns and rows of text, None where nothing is bound: what `Graph.query` gives."""

    @property
    def columns(self) -> Sequence[str]: ...
    def __iter__(self) -> Iterator[tuple[str | None, ...]]: ...


def render(table: Table, form: str) -> str:
    """The table in one of `FORMATS`, ending with a line break; raises UsageError for another format.

    Rows hold text only, so an absolute IRI is told from a literal by its looks, and datatypes are not told.

    >>> from kg.graph.backends import Rows
    >>> print(render(Rows(("who", "when"), (("Iran", None),)), "jsonl"), end="")
    {"who": "Iran", "when": null}
    """
    writer = FORMATS.get(form)
    if writer is None:
        raise UsageError(f"no format is called {form!r}", hint=f"there are {', '.join(FORMATS)}")
    return writer(table)


def _json_lines(table: Table) -> str:
    lines = (json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False) for row in table)
    return "".join(f"{line}\n" for line in lines)


def _csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows(["" if value is None else value for value in row] for row in table)
    return out.getvalue()


def _tsv(table: Table) -> str:
    lines = ["\t".join(f"?{column}" for column in table.columns)]
    lines += ["\t".join(map(_turtle, row)) for row in table]
    return "".join(f"{line}\n" for line in lines)


def _turtle(value: str | None) -> str:
    if value is None:
        return ""
    return f"<{value}>" if _IRI.match(value) else json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _sparql_json(table: Table) -> str:
    bindings = [
        {
            column: {"type": "uri" if _IRI.match(value) else "literal", "value": value}
            for column, value in zip(table.columns, row, strict=True)
            if value is not None
        }
        for row in table
    ]
    whole = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False) + "\n"


def _sparql_xml(table: Table) -> str:
    from xml.sax.saxutils import escape, quoteattr

    out = ['<?xml version="1.0"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">', "  <head>"]
    out += [f"    <variable name={quoteattr(column)}/>" for column in table.columns]
    out += ["  </head>", "  <results>"]
    for row in table:
        out.append("    <result>")
        for column, value in zip(table.columns, row, strict=True):
            if value is not None:
                tag = "uri" if _IRI.match(value) else "literal"
                text = escape(_NOT_XML.sub("\ufffd", value), {"\r": "&#13;"})
                out.append(f"      <binding name={quoteattr(column)}><{tag}>{text}</{tag}></binding>")
        out.append("    </result>")
    return "\n".join([*out, "  </results>", "</sparql>", ""])


FORMATS: dict[str, Callable[[Table], str]] = {
    "jsonl": _json_lines, "csv": _csv, "tsv": _tsv, "json": _sparql_json, "xml": _sparql_xml,
}  # fmt: skip
"""Writers by name: JSON lines, CSV, TSV, SPARQL JSON, SPARQL XML."""
