"""The actor lists as a user asks them: by name, by id, by day."""

from __future__ import annotations

import pytest

from kg.authority import Authority, check, load
from kg.authority.records import covers


@pytest.fixture(scope="module")
def known() -> Authority:
    return load()


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Iran", ("IRN",)),
        ("burma", ("MMR",)),
        ("the United States", ("USA",)),
        ("U.S.", ("USA",)),
        ("Côte d’Ivoire", ("CIV",)),
        ("Ivory Coast", ("CIV",)),
        ("DPRK", ("PRK",)),
        ("the Kremlin", ("RUS",)),
        ("Iranians", ("IRN",)),
        ("P5+1", ("P5+1",)),
        ("E3+3", ("P5+1",)),
        ("EU3+3", ("P5+1",)),
        ("al-Qaida", ("ALQAEDA",)),
        ("Islamic State", ("ISIS",)),
        ("Khamenei", ("Q57336",)),
        ("Angela Merkel", ("Q567",)),
        ("Wall Street Journal", ("WSJ",)),
        ("Atlantis", ()),
    ],
)
def test_find_takes_a_name_as_it_is_typed(known: Authority, name: str, ids: tuple[str, ...]) -> None:
    """Any case, with or without "the", by alias, demonym, seat or surname."""
    assert known.find(name) == ids


@pytest.mark.parametrize("name", ["Gaddafi", "Qaddafi", "Gadhafi", "Kadafi"])
def test_spellings_of_one_name_meet(known: Authority, name: str) -> None:
    """Transliterations lead to the same person."""
    assert "person:muammar-gaddafi" in known.find(name)


def test_names_that_only_look_alike_do_not_meet(known: Authority) -> None:
    """Khamenei is not Khomeini, Iran not Iraq."""
    assert known.find("Khamenei") != known.find("Khomeini")
    assert not set(known.find("Iran")) & set(known.find("Iraq"))


def test_two_persons_with_one_surname_are_both_given(known: Authority) -> None:
    """A user who types "Bush" is told of all of them."""
    assert {"Q207", "Q23505"} <= set(known.find("Bush"))


def test_the_193_members_of_the_united_nations_are_states(known: Authority) -> None:
    """Every member in 2020 has a record of kind state with an ISO code and a Wikidata id."""
    members = known.members("UN", "2020")
    assert len(members) == 193
    for member in members:
        record = known.get(member)
        assert record is not None
        assert record.kind == "state"
        assert len(member) == 3
        assert record.wikidata


@pytest.mark.parametrize(
    ("group", "day", "inside", "outside", "size"),
    [
        ("EU", "2016-06-01", "GBR", "NOR", 28),
        ("EU", "2021-01-01", "HRV", "GBR", 27),
        ("NATO", "2003-01-01", "POL", "EST", 19),
        ("NATO", "2024-04-01", "SWE", "UKR", 32),
        ("P5", "2014-11-06", "RUS", "DEU", 5),
        ("P5+1", "2014-11-06", "DEU", "IRN", 6),
        ("E3", "2022-01-01", "GBR", "USA", 3),
        ("G8", "2013-06-17", "RUS", "CHN", 8),
        ("G7", "2015-06-07", "JPN", "RUS", 7),
        ("ASEAN", "2014", "MMR", "TLS", 10),
        ("GCC", "2017", "QAT", "YEM", 6),
        ("BRICS", "2012", "ZAF", "IRN", 5),
        ("V4", "2016", "HUN", "AUT", 4),
    ],
)
def test_members_are_those_of_the_day(
    known: Authority, group: str, day: str, inside: str, outside: str, size: int
) -> None:
    """Membership has a begin and an end."""
    members = known.members(group, day)
    assert inside in members
    assert outside not in members
    assert len(members) == size


def test_members_without_a_day_are_all_that_ever_were(known: Authority) -> None:
    """The United Kingdom was a member of the European Union."""
    assert "GBR" in known.members("EU")
    assert "GBR" not in known.members("EU", "2021")


def test_an_office_holder_has_tenures_with_source(known: Authority) -> None:
    """Obama was president from 2009-01-20 to 2017-01-20, and the row says where that is from."""
    record = known.get("Q76")
    assert record is not None
    assert record.states == ("USA",)
    terms = [t for t in record.tenures if t.office == "president"]
    assert [(t.begin, t.end) for t in terms] == [("2009-01-20", "2017-01-20")]
    assert terms[0].source


def test_states_that_are_gone_have_years(known: Authority) -> None:
    """The Soviet Union ends in 1991."""
    record = known.get("SUN")
    assert record is not None
    assert record.begin == "1922-12-30"
    assert record.end == "1991-12-26"


def test_every_id_is_there_once(known: Authority) -> None:
    """No actor hides another."""
    ids = [record.id for record in known.records()]
    assert len(ids) == len(set(ids)) > 6000


def test_the_shipped_lists_are_in_order() -> None:
    """Each row has what it must have, and each tie names actors that exist."""
    assert check() == []


def test_every_member_of_the_united_nations_has_a_leader(known: Authority) -> None:
    """San Marino changes two every six months, Somalia had nobody, Kyrgyzstan one who acted."""
    highest = {"president", "prime minister", "monarch", "leader", "chief executive"}
    for day in ("1995-06-15", "2005-06-15", "2015-06-15", "2025-06-01"):
        led = {
            t.of
            for record in known.records()
            if record.kind == "person"
            for t in record.tenures
            if t.office in highest and covers(t.begin, t.end, day)
        }
        members = {s for s in known.members("UN", day) if known.is_state(s)}
        assert members - led <= {"KGZ", "SMR", "SOM"}, day
