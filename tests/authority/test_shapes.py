"""The actor lists against ontology/shapes/lists.ttl, by pySHACL."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.lists import broken
from kg.ontology import folder

_STATES = "id,iso2,name,aliases,wikidata,source\nPER,PE,Peru,Republic of Peru,Q419,ISO 3166\n"
_ACTORS = "id,name,kind,aliases,states,wikidata,source\n"
_PERSON = "person:ana-luz,Ana Luz,person,,,,public record\n"
_TENURES = "person,office,of,begin,end,source,checked\n"
_MEMBERS = "member,group,begin,end,source\n"
_PLACES = "id,name,kind,aliases,state,population,source\n"


def lists(tmp_path: Path, **rows: str) -> list[str]:
    """What is wrong with small lists: Peru, one person, and the given rows."""
    home = tmp_path / "actors"
    home.mkdir()
    shapes = tmp_path / "shapes"
    shapes.mkdir()
    (shapes / "lists.ttl").write_text((folder() / "shapes" / "lists.ttl").read_text())
    heads = {
        "states": _STATES, "bodies": _ACTORS, "organs": _ACTORS, "armed-groups": _ACTORS, "media": _ACTORS,
        "persons": _ACTORS + _PERSON, "tenures": _TENURES, "memberships": _MEMBERS, "places": _PLACES,
    }  # fmt: skip
    for stem, head in heads.items():
        (home / f"{stem}.csv").write_text(head + rows.get(stem.replace("-", "_"), ""), encoding="utf-8")
    return broken(home)


def test_the_lists_that_come_with_kg_are_as_their_shapes_ask() -> None:
    """Every membership and tenure with its begin and source, no alias without an owner."""
    assert broken(folder() / "actors") == []


def test_a_row_without_fault_is_let_pass(tmp_path: Path) -> None:
    """A year is a date."""
    assert lists(tmp_path, tenures="person:ana-luz,president,PER,1990,1995-07,record,2025\n") == []


@pytest.mark.parametrize(
    ("stem", "row", "line"),
    [
        ("tenures", "person:ana-luz,president,PER,,1995,record,2025", "tenures.csv:2: a tenure without a begin"),
        ("tenures", "person:ana-luz,president,PER,1990,,,2025", "tenures.csv:2: a tenure without a source"),
        ("tenures", "person:ana-luz,president,PER,1990,1985,record,2025", "tenures.csv:2: it ends before it begins"),
        ("tenures", "person:x,president,PER,1990,,record,2025", "tenures.csv:2: who it is, is no actor of any list"),
        (
            "tenures",
            "person:ana-luz,president,PER,1990-99,,record,2025",
            "tenures.csv:2: a begin is YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "tenures",
            "person:ana-luz,president,PER,May,,record,2025",
            "tenures.csv:2: a begin is YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        ("memberships", "PER,XX,1990,,record", "memberships.csv:2: the state or body is no actor of any list"),
        ("memberships", "PER,PER,1990,,", "memberships.csv:2: a membership without a source"),
        ("bodies", ",,organization,Front,,,record", "bodies.csv:2: an alias without an owner: the row has no name"),
        ("organs", "PER-A,Army,organ,,PER,,\nPER-A,Army,organ,,PER,,x", "organs.csv:2: an id stands in one row"),
        ("places", "PE-LOR,Loreto,province,,XXX,,ISO 3166-2", "places.csv:2: a place lies in one state"),
    ],
)
def test_a_wrong_row_is_named_with_its_reason(tmp_path: Path, stem: str, row: str, line: str) -> None:
    """File, line of the file, and what the shape says."""
    assert line in lists(tmp_path, **{stem: f"{row}\n"})
