"""What deriving asks of a list of actors, and what it is given of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.authority import Record
    from kg.model import Claim, Document

__all__ = ["Read", "Roster"]

Read: TypeAlias = "tuple[Document, Sequence[Claim]]"


class Roster(Protocol):
    """Who is known: `kg.authority.Authority`, or a test's own."""

    def __hash__(self) -> int: ...

    def get(self, actor_id: str) -> Record | None: ...

    def find(self, name: str) -> tuple[str, ...]: ...

    def members(self, group: str, day: str | None = None) -> tuple[str, ...]: ...
