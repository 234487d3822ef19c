"""A document in, the same with its publication date out: told in it, or the span that its office-holders explain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.authority import Authority
from kg.extract import dates
from kg.extract.dates.publication import Tenure
from kg.extract.persons import PAST, names_office
from kg.extract.prepared import named
from kg.model import Document

__all__ = ["explained", "told"]

_DEPUTY = frozenset(("vice", "deputy", "acting", "under", "assistant"))


def told(document: Document) -> Document:
    """The document with the publication date that stands in its text, address or file name, if it was given none.

    >>> told(Document.of("LIMA, 4 May 1995 (Agency) - Peru met Chile.")).published
    '1995-05-04'
    """
    if document.published or any(part.role == "rows" for part in document.parts):  # each row has its own
        return document
    published, basis = dates.publication(document)
    return replace(document, published=published, published_basis=basis) if published else document


@lru_cache(maxsize=8)  # a build asks before it stores a document, the reader again
def explained(document: Document, authority: Authority) -> Document:
    """The document; if it tells no date, with the EDTF interval in which it must have been written, and why.

    >>> from kg.authority import load
    >>> made = explained(Document.of("White House spokesman Josh Earnest said President Obama wrote."), load())
    >>> made.published
    '2014-06-20/2017-01-20'
    """
    document = told(document)
    if document.published or any(part.role == "rows" for part in document.parts):
        return document
    edtf, reasons = dates.interval(document, _tenures(document, authority))
    return replace(document, published=edtf, published_basis=f"explained by {reasons}") if edtf else document


def _tenures(document: Document, authority: Authority) -> Iterator[Tenure]:
    """The tenures of those whom the text names with the title of an office that they held."""
    tokens, _, found = named(document, authority, None)
    for mention in found:
        if mention.form != "person" or mention.via != "title":
            continue
        words = tokens.lower[mention.first : mention.last]
        if not PAST.isdisjoint(words):
            continue
        for tenure in authority.tenures(mention.id):
            deputy = not _DEPUTY.isdisjoint(tenure.office.split())
            if deputy != _DEPUTY.isdisjoint(words) and names_office(" ".join(words), tenure.office):
                of = authority.get(tenure.of)
                office = f"{tenure.office} of {of.name if of else tenure.of}"
                yield mention.name, office, tenure.begin, tenure.end, tokens.span(mention.first, mention.last)
