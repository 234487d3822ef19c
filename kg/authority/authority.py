"""Compiled actor lists in, answers out: a record by id, ids by name, members of a group, who held an office when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from kg.authority.names import EXACT, Entry, key_of, loose_key
from kg.authority.records import Membership, Record, Tenure, covers

__all__ = ["Authority"]


class Authority:
    """Who is known. Cheap to make from a compiled value; records are made when they are asked for."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        self._rows: list[tuple[Any, ...]] = value["records"]
        self._raw_tenures: list[tuple[Any, ...]] = value["tenures"]
        self._raw_memberships: list[tuple[Any, ...]] = value["memberships"]
        self.names: dict[str, tuple[Entry, ...]] = value["names"]
        self.lengths: dict[str, tuple[int, ...]] = value["lengths"]
        self.small: frozenset[str] = frozenset(value["small"])  # what begins a name that is written small
        self.surnames: dict[str, list[int]] = value["surnames"]
        self.given_names: frozenset[str] = frozenset(value["given"])
        self._loose: dict[str, list[int]] = value["loose"]
        self.words: dict[str, dict[str, list[str]]] = value["words"]
        self._places: dict[str, list[tuple[str, str, str, int]]] = value["places"]
        self.lexicon: object = None  # sets that the reader of a text makes of `words`, once

    # --- records ---------------------------------------------------------------------------------------------------

    @cached_property
    def _number(self) -> dict[str, int]:
        return {row[0]: n for n, row in enumerate(self._rows)}

    @cached_property
    def _tenures(self) -> dict[str, list[Tenure]]:
        out: dict[str, list[Tenure]] = {}
        for raw in self._raw_tenures:
            out.setdefault(raw[0], []).append(Tenure(*raw[:6]))
        return out

    @cached_property
    def _groups(self) -> dict[str, list[Membership]]:
        out: dict[str, list[Membership]] = {}
        for raw in self._raw_memberships:
            out.setdefault(raw[1], []).append(Membership(*raw[:5]))
        return out

    @cached_property
    def _memberships(self) -> dict[str, list[Membership]]:
        out: dict[str, list[Membership]] = {}
        for raw in self._raw_memberships:
            out.setdefault(raw[0], []).append(Membership(*raw[:5]))
        return out

    def row(self, number: int) -> tuple[str, str, str, tuple[str, ...]]:
        """Id, name, kind and states of a record by its number: what the reading of a text needs."""
        row = self._rows[number]
        return row[0], row[1], row[2], row[3]

    def ended(self, number: int) -> tuple[str | None, str] | None:
        """Begin and end of a state that is no more, by its number; None for all others."""
        row = self._rows[number]
        return (row[10], row[11]) if row[2] == "state" and row[11] else None

    def get(self, actor_id: str) -> Record | None:
        """The record of an id with its tenures and memberships, or None."""
        number = self._number.get(actor_id)
        if number is None:
            return None
        made = Record(*self._rows[number])
        tenures = tuple(self._tenures.get(actor_id, ()))
        states = made.states or tuple(dict.fromkeys(t.of for t in tenures if self.is_state(t.of)))
        return replace(made, states=states, tenures=tenures, memberships=tuple(self._memberships.get(actor_id, ())))

    def records(self) -> Iterator[Record]:
        """All records in the order of the lists."""
        for row in self._rows:
            record = self.get(row[0])
            if record is not None:
                yield record

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Ids of all records of a kind ("state", "grouping", …), in the order of the lists."""
        return tuple(row[0] for row in self._rows if row[2] == kind)

    def is_state(self, actor_id: str) -> bool:
        number = self._number.get(actor_id)
        return number is not None and self._rows[number][2] == "state"

    # --- names -----------------------------------------------------------------------------------------------------

    def find(self, name: str) -> tuple[str, ...]:
        """Ids for a name as a user would type it: in any case, with or without "the", surname alone too.

        Empty when nobody has the name; several when it stays open.
        """
        key = key_of(name.strip())
        key = key.removeprefix("the ") or key
        if name.strip() in self._number:
            return (name.strip(),)
        if (folded := self._folded_ids.get(name.strip().lower())) is not None:
            return (folded,)
        entries = self.names.get(key, ())
        exact = [e for e in entries if not e[3] & EXACT or e[4] == name.strip()] or list(entries)
        exact = [e for e in exact if not self.ended(e[0])] or exact  # Moscow is Russia's, though once another's
        if exact:
            return tuple(dict.fromkeys(self._rows[e[0]][0] for e in exact))
        people = self.surname(key) or self.loose(name)
        return tuple(dict.fromkeys(people))

    @cached_property
    def _folded_ids(self) -> dict[str, str]:
        return {row[0].lower(): row[0] for row in reversed(self._rows)}

    def surname(self, key: str) -> tuple[str, ...]:
        """Ids of the persons with a last name (given as a key)."""
        return tuple(self._rows[n][0] for n in self.surnames.get(key, ()))

    def loose(self, surname: str) -> tuple[str, ...]:
        """Ids of the persons whose last name is another spelling of this one."""
        return tuple(dict.fromkeys(self._rows[n][0] for n in self._loose.get(loose_key(surname), ())))

    def places(self, key: str) -> list[tuple[str, str, str, int]]:
        """(id, name, state, inhabitants or 0) of the cities and provinces with a name (as a key), largest first."""
        return self._places.get(key, [])

    # --- time ------------------------------------------------------------------------------------------------------

    def tenures(self, person: str) -> Sequence[Tenure]:
        """The offices of a person."""
        return self._tenures.get(person, ())

    def members(self, group: str, day: str | None = None) -> tuple[str, ...]:
        """Ids of the members of a body or grouping, on a day (year, month or day) or at any time, sorted."""
        found = (m.member for m in self._groups.get(group, ()) if day is None or covers(m.begin, m.end, day))
        return tuple(sorted(dict.fromkeys(found)))

    def states_of(self, person: str, day: str | None = None) -> tuple[str, ...]:
        """The states (and bodies) that a person held office for, those of the day first if a day is given."""
        held = self._tenures.get(person, ())
        running = [t.of for t in held if day is not None and covers(t.begin, t.end, day)]
        return tuple(dict.fromkeys(running or [t.of for t in held]))
