"""A user's own list of actors: it adds, it overrides, and a wrong row is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.authority import check, load
from kg.errors import OntologyError

HEADER = "id,name,kind,aliases,states,office,of,begin,end\n"


def own(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_a_row_adds_a_person_with_an_office(tmp_path: Path) -> None:
    """The person is found by name and holds the office for the state."""
    known = load(own(tmp_path, "person:sigrid-aune,Sigrid Aune,person,S. Aune,NOR,foreign minister,NOR,2018,"))
    assert known.find("S. Aune") == ("person:sigrid-aune",)
    record = known.get("person:sigrid-aune")
    assert record is not None
    assert [(t.office, t.of, t.begin) for t in record.tenures] == [("foreign minister", "NOR", "2018")]


def test_a_row_overrides_the_shipped_one(tmp_path: Path) -> None:
    """The same id gets the user's name and aliases."""
    known = load(own(tmp_path, "TUR,Türkiye,state,Turkey|Turkei,TUR,,,,"))
    record = known.get("TUR")
    assert record is not None
    assert record.name == "Türkiye"
    assert known.find("Turkei") == ("TUR",)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("X1,Someone,king,,NOR,,,,", "kind 'king' is none of"),
        ("X1,Someone,person,,NRW,,,,", "state 'NRW' is unknown"),
        ("X1,,person,S. Body,NOR,,,,", "has no name"),
        (",Someone,person,,NOR,,,,", "has no id"),
        ("X1,Someone,person,,NOR,envoy,NOR,May 2018,", "begin 'May 2018' is no date"),
        ("X1,Someone,person,,NOR,envoy,NOR,2019,2018", "ends (2018) before it begins (2019)"),
        ("X1,Someone,person,,NOR,envoy,NOR,2018,2019,more", "more cells than the header"),
    ],
)
def test_a_wrong_row_is_named_with_its_reason(tmp_path: Path, row: str, reason: str) -> None:
    """File, row and reason stand in the error; nothing is loaded."""
    path = own(tmp_path, "OK1,All right,person,,NOR,,,,", row)
    with pytest.raises(OntologyError) as caught:
        load(path)
    assert reason in str(caught.value)
    assert f"{path}:3" in str(caught.value)
    assert any(reason in line for line in check(path))


def test_a_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The path stands in the error."""
    with pytest.raises(OntologyError, match=r"missing\.csv"):
        load(tmp_path / "missing.csv")


def test_the_example_list_is_in_order() -> None:
    """What the how-to shows can be loaded."""
    example = Path(__file__).parents[2] / "docs" / "howto" / "actors-example.csv"
    assert check(example) == []
    assert load(example).find("NCG") == ("NORDHARBOUR",)
