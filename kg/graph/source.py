"""What an export asks of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

    from kg.graph.events import DerivedEvent
    from kg.model import Claim, Document, Party

__all__ = ["Graph", "Reason"]


class Reason(Protocol):
    """A claim and the document in which it stands, with the document's key."""

    @property
    def claim(self) -> Claim: ...
    @property
    def document(self) -> Document: ...
    @property
    def key(self) -> str: ...
    def actor_iri(self, party: Party) -> str: ...


class Graph(Protocol):
    """A graph as it is written out."""

    @property
    def target(self) -> str: ...
    @property
    def is_local(self) -> bool: ...
    @property
    def store(self) -> ox.Store: ...
    def events(self, *, guesses: bool = False) -> list[DerivedEvent]: ...
    def reasons(self) -> Iterator[Reason]: ...
