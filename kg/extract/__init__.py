"""Documents in, claims out; offline, without a model, the same every time."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.authority import Authority
    from kg.model import Claim, Document
    from kg.ontology import Lexicon

__all__ = ["extract"]


def extract(
    document: Document, lexicon: Lexicon | None = None, authority: Authority | None = None
) -> tuple[Claim, ...]:
    """All claims of a document, in order of their words; those of grade "guess" included.

    `lexicon` and `authority` default to the ontology that comes with kg.

    >>> from kg.model import Document
    >>> [c.event.type for c in extract(Document.of("Botswana recalled its ambassador from Namibia."))]
    ['recall']
    """
    from kg.extract.reader import read

    return read(document, lexicon or _usual(), authority or _known())


@functools.cache
def _usual() -> Lexicon:
    """The ontology that comes with kg, loaded once."""
    from kg import ontology

    return ontology.load()


@functools.cache
def _known() -> Authority:
    """The actor lists that come with kg, loaded once."""
    from kg import authority

    return authority.load()
