"""`kg dates`: date expressions of articles as JSON lines."""

from __future__ import annotations

from kg.cli.inputs import Mapping, Paths, Published, Reading, Strict, fields
from kg.cli.output import Csv, Jsonl, Out, Table, form_of, rows

__all__ = ["command"]

COLUMNS = ("document", "start", "end", "text", "type", "value", "edtf", "earliest", "latest", "anchor", "reason")


def command(
    paths: Paths,
    published: Published = None,
    mapping: Mapping = None,
    strict: Strict = False,
    table: Table = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    out: Out = None,
) -> int:
    """Print the dates in articles and what they mean.

    Each expression with its place, its value (TIMEX3 and EDTF), its bounds, and how it was reached.

    \b
    kg dates article.txt --published 2014-11-06
    """
    from kg.documents import read
    from kg.extract.dates import lines

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    reading = Reading()
    documents = reading.good(
        read(paths, published=published, mapping=fields(mapping), strict=strict, tell=reading.tell)
    )
    rows((line for document in documents for line in lines(document)), COLUMNS, form, out)
    return reading.exit_code
