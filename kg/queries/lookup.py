"""Names of actors in, ids out: those of the lists that come with kg, and those that only the graph knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.queries import write
from kg.queries.prefixes import BASE

if TYPE_CHECKING:
    from kg.queries.named import Queryable

__all__ = ["GraphNames"]


class GraphNames:
    """Names of actors: those of the lists that come with kg, and those that only the graph knows."""

    def __init__(self, graph: Queryable) -> None:
        from kg.queries.resolve import authority

        self._graph = graph
        self._known = authority()
        self._found: dict[str, tuple[str, ...]] = {}
        self._learnt: dict[str, tuple[str, ...]] = {}

    def find(self, name: str) -> tuple[str, ...]:
        """Ids of the lists; of persons also those whom only the graph knows by this name."""
        if name not in self._found:
            ids = self._known.find(name)
            person = bool(ids) and all((r := self._known.get(i)) is not None and r.kind == "person" for i in ids)
            self._found[name] = tuple(dict.fromkeys((*ids, *self.learnt(name)))) if person else ids
        return self._found[name]

    def members(self, group_id: str) -> tuple[str, ...]:
        return self._known.members(group_id)

    def is_people(self, name: str) -> bool:
        known = (self._known.get(found) for found in self._known.find(name))
        folded = name.lower()
        return any(folded in map(str.lower, (*r.demonyms, *r.peoples)) for r in known if r and r.kind == "state")

    def is_group(self, actor_id: str) -> bool:
        record = self._known.get(actor_id)
        return record is not None and record.kind == "grouping"

    def learnt(self, name: str) -> tuple[str, ...]:
        """Ids of actors of the graph with this name or surname."""
        if name not in self._learnt:
            found = self._graph.query(write.learnt(name))
            self._learnt[name] = tuple(sorted(_id_of(row[0]) for row in found if row[0]))
        return self._learnt[name]


def _id_of(iri: str) -> str:
    from urllib.parse import unquote

    if iri.startswith(f"{BASE}doc/"):
        return iri.removeprefix(BASE)
    return unquote(iri.removeprefix(f"{BASE}actor/"))
