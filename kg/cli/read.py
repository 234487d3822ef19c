"""`kg read`: documents as JSON lines, to look at before building; or which of them carry one text."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.inputs import Fetch, Mapping, Paths, Published, Reading, Strict, fetcher, fields
from kg.cli.output import OutFile, destination

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Document

__all__ = ["command"]

Copies = Annotated[
    bool, typer.Option("--copies", help="Print instead which of them carry one text: a line for each such story.")
]
_FACTS = ("id", "title", "publisher", "published", "url", "source")


def command(
    paths: Paths,
    published: Published = None,
    mapping: Mapping = None,
    strict: Strict = False,
    fetch: Fetch = False,
    copies: Copies = False,
    out: OutFile = None,
) -> int:
    """Print articles as kg reads them, as JSON lines.

    Text, title, publisher, date and how it is known, and the parts of the text: what is read for events, and what is
    put aside (dateline, byline, boilerplate). What it prints can be read again.
    """
    from kg.documents import read
    from kg.extract.dated import told

    reading = Reading()
    documents = read(
        paths, published=published, mapping=fields(mapping), strict=strict, tell=reading.tell, fetch=fetcher(fetch)
    )
    found = reading.good(documents)
    with destination(out) as stream:
        for told_of in _stories(found) if copies else map(_as_json, map(told, found)):
            stream.write(json.dumps(told_of, ensure_ascii=False) + "\n")
    return reading.exit_code


def _as_json(document: Document) -> dict[str, Any]:
    return {name: value for name, value in dataclasses.asdict(document).items() if not name.startswith("_")}


def _stories(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """For each text that several of them carry: where it stands, in the order of reading."""
    from kg.documents.duplicates import groups

    at: dict[str, list[dict[str, Any]]] = {}

    def once() -> Iterator[Document]:
        for document in documents:
            places = at.setdefault(document.key, [])
            places.append({name: getattr(document, name) for name in _FACTS})
            if len(places) == 1:
                yield document

    alike = [*groups(once())]
    grouped = {key for keys in alike for key in keys}
    order = {key: n for n, key in enumerate(at)}
    alone = [(key,) for key, places in at.items() if len(places) > 1 and key not in grouped]
    for keys in sorted([*alike, *alone], key=lambda keys: min(order[key] for key in keys)):
        yield {"documents": [place for key in sorted(keys, key=order.__getitem__) for place in at[key]]}
