"""Event data sets: rows in the manner of GDELT, ICEWS, POLECAT and PLOVER become claims; wrong rows are named."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from kg import pipeline
from kg.documents import Notice, read
from kg.documents.eventrows import ROWS
from kg.errors import InputError, UsageError
from kg.model import Claim, Document


def gdelt(
    code: str, one: str, other: str, day: str = "20031105", *, town: str = "", size: int = 58, names: str = "\t"
) -> str:
    """A row of an event file: actors as CAMEO codes, their first three letters the country, the rest the type."""
    first, second = names.split("\t")
    cells = ["231", day, day[:6], day[:4], "2003.8"]
    for actor, name in ((one, first), (other, second)):
        cells += [actor, name, actor[:3], "", "", "", "", actor[3:6], "", ""]
    cells += ["1", code, code[:3], code[:2], "1", "1.0", "3", "1", "3", "0.5"]
    place = ["4" if town else "1", f"{town}, Somewhere, Land" if town else "Land", "XX", "XX01"]
    place += ([""] if size == 61 else []) + ["1.0", "2.0", "9"]
    cells += [*place * 3, "20031106", "http://news.example/1"]
    return "\t".join(cells[:size])


def claims(path: Path, **options: object) -> list[Claim]:
    """All claims; no errors."""
    found = list(pipeline.extract_paths([path], **options))  # type: ignore[arg-type]
    assert not [one for one in found if isinstance(one, InputError)], found
    for document, made in found:  # type: ignore[misc]
        assert all(document.text[c.evidence.start : c.evidence.end] == c.evidence.quote for c in made)
    return [claim for _, made in found for claim in made]  # type: ignore[misc]


def said(claim: Claim) -> tuple[str, list[str], list[str], str | None]:
    """Type, who, whom, when."""
    event = claim.event
    doing = event.participants or event.initiators
    return event.type, [p.id for p in doing], [p.id for p in event.recipients], claim.when.edtf if claim.when else None


@pytest.mark.parametrize("size", [57, 58, 61])
def test_gdelt_without_a_header(tmp_path: Path, size: int):
    """1.0 of both kinds and 2.0: known by columns, the day as coded, the row as the words."""
    rows = [
        gdelt("112", "KEN", "SOMGOV", size=size),
        gdelt("046", "ETHGOV", "ERI", size=size, town="Algiers"),
        gdelt("0841", "UGAMIL", "UNO", size=size),
    ]
    path = tmp_path / "20031106.export.CSV"
    path.write_text("\n".join(rows) + "\n")
    found = claims(path)
    assert [said(claim) for claim in found] == [
        ("accuse", ["KEN"], ["SOM"], "2003-11-05"),
        ("negotiate", ["ETH"], ["ERI"], "2003-11-05"),
        ("release", ["UGA"], ["UN"], "2003-11-05"),
    ]
    assert [claim.event.place for claim in found] == [None, "Algiers", None]
    assert [claim.evidence.quote for claim in found] == rows
    assert {(claim.stance, claim.modality, claim.claimant) for claim in found} == {("asserted", "actual", None)}


def test_who_does_not_act_for_a_state(tmp_path: Path):
    """An opposition, a company, rebels: described, and no state. A missing actor stays missing."""
    path = tmp_path / "a.csv"
    rows = [gdelt("190", "UGAREB", "UGAMIL"), gdelt("112", "", "KENOPP"), gdelt("111", "COLBUS", "VEN")]
    path.write_text("\n".join(rows))
    first, second, third = (claim.event for claim in claims(path))
    assert [(p.name, p.kind, p.states) for p in first.initiators + first.participants][:1] == [
        ("rebels of Uganda", "described", ())
    ]
    assert second.initiators == ()
    assert [p.name for p in second.recipients] == ["opposition of Kenya"]
    assert [p.states for p in third.initiators + third.recipients] == [(), ("VEN",)]


def test_a_person_whom_the_lists_know(tmp_path: Path):
    """The name of an office-holder beside his country's code."""
    path = tmp_path / "a.csv"
    path.write_text(gdelt("042", "RUSGOV", "IND", names="VLADIMIR PUTIN\tINDIA"))
    (claim,) = claims(path)
    people = claim.event.initiators + claim.event.participants
    assert (people[0].name, people[0].kind, people[0].states) == ("Vladimir Putin", "person", ("RUS",))


def test_icews(tmp_path: Path):
    """Countries by name, sectors in words, codes of CAMEO."""
    head = (
        "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
        "Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tCountry"
    )
    row = (
        "7\t1999-03-24\tForeign Ministry (Zambia)\tGovernment,Executive\tZambia\tCriticize or denounce\t111\t-2.0\t"
        'Citizen (Angola)\tSocial\tAngola\t9\t4\tThe "Daily" Post\tLusaka\tZambia'
    )
    path = tmp_path / "events.1999.tab"
    path.write_text(
        f"{head}\n{row}\n7\t1999-03-25\tNigeria\tNULL\tNigeria\tVisit\t042\t1.9\tGhana\tNULL\tGhana\t\t\t\t\t\n"
    )
    first, second = claims(path)
    assert said(first)[1:] == (["ZMB"], ["Citizen (Angola)"], "1999-03-24")
    assert [claim.event.place for claim in (first, second)] == ["Lusaka", None]
    assert (second.event.type, second.event.initiators[0].id) == ("visit", "NGA")
    assert first.event.recipients[0].states == ()


def test_polecat_as_it_comes(tmp_path: Path):
    """Tabs under the name .txt, PLOVER classes with modes, several actors in a cell."""
    head = (
        "Event ID,Event Date,Event Type,Event Mode,Contexts,Actor Name,Actor Country,Recipient Name,Recipient Country"
    )
    head = head.replace(",", "\t")
    path = tmp_path / "ngecEvents.txt"
    path.write_text(
        f"{head}\nE1\t2021-06-01\tCONSULT\tvisit\tdiplomatic\tJapan\tJPN\tVietnam\tVNM\n"
        "E2\t2021-06-02\tSANCTION\t\t\tCanada;Norway\t\tBelarus\tBLR\n"
    )
    first, second = claims(path)
    assert said(first) == ("visit", ["JPN"], ["VNM"], "2021-06-01")
    assert said(second) == ("sanction", ["CAN", "NOR"], ["BLR"], "2021-06-02")


PLOVER = {
    "id": "X-1",
    "date": "2016-04-02",
    "source": [{"actorText": "Chilean", "code": "CHL", "sector": "GOV"}, {"actorText": "Peru", "code": "PER"}],
    "target": [{"actorText": "miners' union", "code": "BOL", "sector": "LAB"}],
    "event": "REJECT",
    "mode": "",
    "text": "Chile and Peru rejected what the union of miners of Bolivia had asked for.",
}


@pytest.mark.parametrize("lines", [True, False])
def test_plover_json(tmp_path: Path, lines: bool):
    """A list or JSON lines; sides are lists of actors with codes and sectors."""
    path = tmp_path / ("a.jsonl" if lines else "a.json")
    path.write_text(json.dumps(PLOVER) if lines else json.dumps([PLOVER]))
    (claim,) = claims(path)
    assert said(claim) == ("reject", ["CHL", "PER"], ["labour of Bolivia"], "2016-04-02")
    assert json.loads(claim.evidence.quote) == PLOVER


def test_a_table_of_one_s_own(tmp_path: Path):
    """Columns by usual names or by `--map`; quotes and line breaks in a cell; names, codes, months."""
    path = tmp_path / "mine.csv"
    out = io.StringIO()
    csv.writer(out).writerows([
        ["Datum", "Quelle", "Ziel", "Code", "Notiz"],
        ["1987-05", "Sri Lanka", "LKAREB", "190", "two\nlines"],
        ["1987-06-03", "India", "LKA", "AID", 'a "word"'],
    ])  # fmt: skip
    path.write_text(out.getvalue())
    mapping = {"date": "Datum", "source": "Quelle", "target": "Ziel", "code": "Code"}
    first, second = claims(path, mapping=mapping)
    assert first.when is not None
    assert (first.when.edtf, first.when.earliest, first.when.latest) == ("1987-05", "1987-05-01", "1987-05-31")
    assert first.evidence.quote.endswith('"two\nlines"')
    assert said(second) == ("aid", ["IND"], ["LKA"], "1987-06-03")
    usual = path.with_name("usual.csv")
    usual.write_text(path.read_text().replace("Datum,Quelle,Ziel,Code", "event_date,source,target,cameo"))
    assert [said(c) for c in claims(usual)] == [said(first), said(second)]


def test_a_column_that_is_not_there(tmp_path: Path):
    """Named, with the columns that are; a field that kg does not know is a wrong call."""
    (tmp_path / "a.csv").write_text("when,who\n2001,Iran\n")
    (found,) = read([tmp_path / "a.csv"], mapping={"date": "Tag"})
    assert "no column 'Tag'" in str(found)
    assert "when, who" in str(found)
    (tmp_path / "b.csv").write_text("title,text\nA,Mali met Niger.\n")
    with pytest.raises(UsageError, match="knows no field 'datum'"):
        list(read([tmp_path / "b.csv"], mapping={"datum": "x"}))


def test_articles_stay_articles(tmp_path: Path):
    """A table with a text is one of articles, whatever else it has."""
    path = tmp_path / "a.csv"
    path.write_text("date,source,target,code,text\n2001-02-03,Post,x,046,Mali accused Niger of theft.\n")
    (found,) = read([path])
    assert isinstance(found, Document)
    assert found.publisher == "Post"


def test_wrong_rows_by_number_and_reason(tmp_path: Path):
    """Ten of a kind one by one, the rest counted; what is no event of PLOVER is told, and no error."""
    rows = ["date,source,target,code", "1999-13-01,Iran,Iraq,046", "1999-01-02,Iran,Iraq,999", "1999-01-02,Iran,Iraq"]
    rows += ["1999-01-02,Iran,Iraq,QQQ"] * 15 + ["1999-01-02,Iran,Iraq,0831", "1999-01-03,Iran,Iraq,010", "2000,,,046"]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(rows))
    heard: list[Notice] = []
    found = list(read([path], tell=heard.append))
    errors = [str(one) for one in found if isinstance(one, InputError)]
    assert sum(isinstance(one, Document) for one in found) == 1
    assert f"{path}:2: row: has no date that exists" in errors[0]
    assert f"{path}:4: row: has 3 cells, and the table 4 columns" in errors[2]
    assert sum("row: has a code that is neither" in error for error in errors) == 10
    assert any("6 more rows: has a code that is neither" in error for error in errors)
    assert sorted(notice.what for notice in heard) == [
        "1 row was left out: CAMEO 01 (statements) is no event type of PLOVER",
        "1 row was left out: they name no actor",
    ]


def test_many_rows_make_documents_that_stay(tmp_path: Path):
    """A row at the end leaves the documents before it as they were."""
    rows = [gdelt("046", "KEN", "UGA", f"200301{n % 28 + 1:02}") for n in range(2 * ROWS + 5)]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(rows))
    before = [one for one in read([path]) if isinstance(one, Document)]
    path.write_text("\n".join([*rows, gdelt("112", "KEN", "UGA")]))
    after = [one for one in read([path]) if isinstance(one, Document)]
    assert [len(before), len(after)] == [3, 3]
    assert [one.key for one in before[:2]] == [one.key for one in after[:2]]
    assert before[2].key != after[2].key
    assert before[0].publisher == "GDELT"


def test_a_zipped_event_file(tmp_path: Path):
    """As GDELT hands them out."""
    with zipfile.ZipFile(tmp_path / "20031106.export.CSV.zip", "w") as archive:
        archive.writestr("20031106.export.CSV", gdelt("042", "NPL", "BTN") + "\n")
    assert [said(claim)[0] for claim in claims(tmp_path / "20031106.export.CSV.zip")] == ["visit"]


def test_coded_rows_and_read_articles_meet(tmp_path: Path):
    """One event with two independent sources, asked as one; two rows that say the same are one source."""
    (tmp_path / "a.csv").write_text(
        "\n".join([gdelt("161", "SDN", "TCD", "20060414"), gdelt("161", "SDNGOV", "TCD", "20060414")])
    )
    (tmp_path / "b.txt").write_text(
        "---\npublished: 2006-04-15\npublisher: Desert Herald\n---\n"
        "Sudan broke off diplomatic relations with Chad on April 14, 2006.\n"
    )
    pipeline.build([tmp_path / "a.csv", tmp_path / "b.txt"], tmp_path / "x.kg")
    from kg.graph import open_graph

    (event,) = open_graph(tmp_path / "x.kg").events(actor="SDN")
    assert (event.type, event.earliest, len(event.claims), event.sources) == ("break-relations", "2006-04-14", 3, 2)


def test_rows_beside_each_other_are_not_one_event(tmp_path: Path):
    """ "Iran accused somebody" in one row is not the accusation of Iraq in the next."""
    (tmp_path / "a.csv").write_text("\n".join([gdelt("112", "IRN", "IRQ"), gdelt("112", "IRN", "")]))
    pipeline.build([tmp_path / "a.csv"], tmp_path / "x.kg")
    from kg.graph import open_graph

    assert len(open_graph(tmp_path / "x.kg").events()) == 2


@pytest.mark.parametrize("form", ["cameo", "plover"])
def test_what_is_exported_is_read_again(tmp_path: Path, form: str):
    """Type, sides and day come back; what was denied or planned is not among the rows of CAMEO."""
    (tmp_path / "a.txt").write_text(
        "Mexico praised Cuba on May 3, 2004. Peru denied that it had threatened Ecuador. "
        "Chile negotiated with Bolivia on May 4, 2004."
    )
    pipeline.build([tmp_path / "a.txt"], tmp_path / "x.kg")
    from kg.graph import open_graph

    out = tmp_path / ("again.tab" if form == "cameo" else "again.jsonl")
    with out.open("wb") as stream:
        open_graph(tmp_path / "x.kg").export(form, stream)
    found = [said(claim) for claim in claims(out)]
    if form == "cameo":
        talks = [("negotiate", ["BOL"], ["CHL"], "2004-05-04"), ("negotiate", ["CHL"], ["BOL"], "2004-05-04")]
        assert sorted(found, key=str) == [*talks, ("praise", ["MEX"], ["CUB"], "2004-05-03")]
    else:
        assert ("praise", ["MEX"], ["CUB"], "2004-05-03") in found
        stances = {claim.event.type: claim.stance for claim in claims(out)}
        assert (stances["praise"], stances["threaten"]) == ("asserted", "negated")


def test_the_columns_of_cameo(tmp_path: Path):
    """GDELT's names; the code's base and root; cooperation in words is class 1, conflict in deeds class 4."""
    from kg.graph import open_graph

    (tmp_path / "a.txt").write_text("Mexico expelled two diplomats of Cuba on May 3, 2004.")
    pipeline.build([tmp_path / "a.txt"], tmp_path / "x.kg")
    with (tmp_path / "out.tab").open("wb") as stream:
        open_graph(tmp_path / "x.kg").export("cameo", stream)
    (row,) = csv.DictReader((tmp_path / "out.tab").read_text().splitlines(), delimiter="\t")
    assert (row["SQLDATE"], row["Actor1Code"], row["Actor2Code"]) == ("20040503", "MEX", "CUB")
    assert (row["EventRootCode"], row["QuadClass"], row["NumSources"]) == ("16", "4", "1")
    assert row["EventCode"].startswith(row["EventBaseCode"])


def test_sides_stay_sides(tmp_path: Path):
    """Six that negotiate with one are six pairs, both ways as in CAMEO, not forty-two."""
    from kg.graph import open_graph

    (tmp_path / "a.csv").write_text("date,source,target,code\n2014-11-06,Iran,P5+1,046\n2014-11-06,P5+1,IRN,046\n")
    pipeline.build([tmp_path / "a.csv"], tmp_path / "x.kg")
    graph = open_graph(tmp_path / "x.kg")
    (event,) = graph.events()
    assert sorted(map(len, (event.initiators, event.recipients))) == [1, 6]
    with (tmp_path / "out.tab").open("wb") as stream:
        graph.export("cameo", stream)
    assert len((tmp_path / "out.tab").read_text().splitlines()) == 1 + 12
