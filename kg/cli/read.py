"""`kg read`: documents as JSON lines, to look at before building."""

from __future__ import annotations

import dataclasses
import json

from kg.cli.inputs import Fetch, Mapping, Paths, Published, Reading, Strict, fetcher, fields
from kg.cli.output import OutFile, destination

__all__ = ["command"]


def command(
    paths: Paths,
    published: Published = None,
    mapping: Mapping = None,
    strict: Strict = False,
    fetch: Fetch = False,
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
        for document in found:
            stream.write(json.dumps(dataclasses.asdict(told(document)), ensure_ascii=False) + "\n")
    return reading.exit_code
