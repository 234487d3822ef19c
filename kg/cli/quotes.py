"""`kg quotes`: who says what in articles, as JSON lines or a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cli.inputs import Mapping, Paths, Published, Reading, Strict, fields
from kg.cli.output import Csv, Jsonl, Out, Table, as_json, form_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kg.extract.quoting import Attribution
    from kg.model import Document

__all__ = ["command"]

COLUMNS = ("document", "who", "source", "cue", "kind", "start", "end", "content")


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
    """Print who says what in articles.

    Each attribution with its source, the word that hands it on, and the exact words that are said, whether or not they
    hold an event. Kinds: direct, indirect, according-to, denial.

    \b
    kg quotes article.txt
    """
    from kg import authority, ontology
    from kg.documents import read
    from kg.extract.quoting import attributions

    form = form_of(table=table, jsonl=jsonl, csv=csv)
    whole = as_json(form, out)
    reading = Reading()
    lexicon, known = ontology.load(), authority.load()

    def found(documents: Iterator[Document]) -> Iterator[dict[str, Any]]:
        for document in documents:
            for one in attributions(document, lexicon, known):
                yield one.to_json() if whole else _row(one)

    documents = reading.good(
        read(paths, published=published, mapping=fields(mapping), strict=strict, tell=reading.tell)
    )
    rows(found(documents), COLUMNS, form, out)
    return reading.exit_code


def _row(one: Attribution) -> dict[str, Any]:
    first, last = one.contents[0], one.contents[-1]
    return {
        "document": one.document, "who": one.party.name if one.party else None, "source": one.source_text,
        "cue": one.cue_text, "kind": one.kind, "start": first.start, "end": last.end,
        "content": " […] ".join(" ".join(c.quote.split()) for c in one.contents),
    }  # fmt: skip
