"""The commands that ask a graph, on the seed article with claims made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli.export import FORMATS
from kg.graph import export as exporting


def _lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_events_are_filtered(run, talks: Path) -> None:
    """--actor and --type leave the talks with Iran: one event of seven states."""
    (event,) = _lines(run("events", "-g", talks, "--actor", "Iran", "--type", "negotiate").out)
    assert {p["id"] for p in event["participants"]} == {"USA", "GBR", "CHN", "FRA", "DEU", "RUS", "IRN"}
    assert [p["id"] for p in event["recipients"]] == ["IRN"]


def test_no_events_is_exit_code_1(run, talks: Path) -> None:
    """A filter that leaves nothing is no success, and says so on stderr."""
    ran = run("events", "-g", talks, "--actor", "Japan")
    assert (ran.code, ran.out) == (1, "")
    assert "no such events" in ran.err


def test_an_unknown_status_names_those_that_are(run, talks: Path) -> None:
    """--status denied is a usage error that lists the statuses."""
    ran = run("events", "-g", talks, "--status", "denied")
    assert ran.code == 2
    assert "negated" in ran.err


@pytest.mark.parametrize(
    ("option", "word", "meant"), [("--type", "negociate", "negotiate"), ("--actor", "Irann", "Iran")]
)
def test_a_name_that_nobody_knows_is_no_empty_answer(run, talks: Path, option: str, word: str, meant: str) -> None:
    """A misspelt type or actor is a usage error that names the nearest."""
    ran = run("events", "-g", talks, option, word)
    assert (ran.code, ran.out) == (2, "")
    assert f"did you mean {meant}?" in ran.err


def test_a_misspelt_term_is_no_empty_answer(run, talks: Path) -> None:
    """An unknown dip: term is shown at its place, with the nearest."""
    ran = run("query", "SELECT ?x {\n ?x dip:negotiateWith actor:IRN }", "-g", talks)
    assert (ran.code, ran.out) == (2, "")
    assert "line 2, column 5" in ran.err
    assert "dip:negotiatesWith" in ran.err


def test_a_question_needs_no_quotation_marks(run, talks: Path) -> None:
    """Words on the command line are one question."""
    assert run("ask", "who", "wrote", "to", "Khamenei", "-g", talks, "--table").out.startswith("Barack Obama\n")


def test_a_date_that_is_none_is_a_usage_error(run, talks: Path) -> None:
    """--since yesterday-ish names the word."""
    ran = run("events", "-g", talks, "--since", "soon")
    assert ran.code == 2
    assert "soon" in ran.err


def test_why_shows_words_speakers_and_rules(run, talks: Path) -> None:
    """The letter is told, confirmed, and neither confirmed nor denied."""
    (letter,) = _lines(run("events", "-g", talks, "--type", "letter").out)
    reasons = _lines(run("why", letter["id"], "-g", talks).out)
    assert {r["stance"] for r in reasons} == {"asserted", "confirmed", "unconfirmed"}
    assert all(r["quote"] and r["rule"] for r in reasons)
    told = run("why", letter["id"][:8], "-g", talks, "--table").out
    assert "“while not confirming nor denying the existence of the letter”" in told
    assert "administration officials: unconfirmed" in told


def test_an_event_that_is_not_there_is_named(run, talks: Path) -> None:
    """`kg why` of an unknown id says how to find the known ones."""
    ran = run("why", "ffffffffffff", "-g", talks)
    assert ran.code == 3
    assert "ffffffffffff" in ran.err
    assert "kg events" in ran.err


def test_actors_tell_how_often(run, talks: Path) -> None:
    """Iran and the United States lead; each has its Wikidata id."""
    found = _lines(run("actors", "-g", talks).out)
    assert {a["id"] for a in found[:2]} == {"IRN", "USA"}
    assert found[0]["wikidata"].startswith("Q")
    assert run("actors", "-g", talks, "--kind", "person").out.count("\n") >= 3


def test_a_query_comes_from_string_file_stdin_and_name(run, talks: Path, tmp_path: Path) -> None:
    """The same SPARQL gives the same rows whichever way it comes in."""
    sparql = "SELECT ?who { ?who dip:negotiatesWith actor:IRN } ORDER BY ?who"
    file = tmp_path / "q.rq"
    file.write_text(sparql, encoding="utf-8")
    by_string = run("query", sparql, "-g", talks)
    assert len(by_string.out.splitlines()) == 6
    assert run("query", str(file), "-g", talks).out == by_string.out
    assert run("query", "-", "-g", talks, stdin=sparql).out == by_string.out


def test_a_query_without_rows_is_exit_code_1(run, talks: Path) -> None:
    """No row: no output, exit code 1."""
    ran = run("query", "SELECT ?x { ?x dip:negotiatesWith actor:JPN }", "-g", talks)
    assert (ran.code, ran.out) == (1, "")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "SELEC ?x { ?x ?p ?o }",
    ],
)
def test_a_query_that_reaches_out_or_is_wrong_is_refused(run, talks: Path, sparql: str) -> None:
    """FROM a file, SERVICE, updates and mistakes: exit code 2, one error."""
    ran = run("query", sparql, "-g", talks)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: ")


def test_a_timeline_names_what_it_shows(run, talks: Path) -> None:
    """The letter and the talks stand in the timeline; undated ones under "no date"."""
    told = run("timeline", "-g", talks, "--width", "100").out
    assert "no date" in told
    assert "Khamenei" in told


def test_a_graph_counts_pairs_across_sides(run, talks: Path) -> None:
    """Six states that talk with Iran are six pairs, none among the six."""
    ties = _lines(run("graph", "-g", talks, "--type", "negotiate").out)
    assert len(ties) == 6
    assert all("Iran" in (tie["who"], tie["whom"]) for tie in ties)


def test_a_page_is_written_and_its_path_printed(run, talks: Path, tmp_path: Path) -> None:
    """One HTML file; stdout is its path alone."""
    ran = run("page", "-g", talks, "-o", tmp_path / "talks.html")
    assert ran.code == 0
    assert Path(ran.out.strip()).read_text("utf-8").lower().startswith("<!doctype html>")


def test_an_export_can_be_opened_again(run, talks: Path, tmp_path: Path) -> None:
    """The trig file answers as the folder does, and stdout and -o carry the same bytes."""
    file = tmp_path / "talks.trig"
    assert run("export", "trig", "-g", talks, "-o", file).code == 0
    assert run("export", "trig", "-g", talks).out == file.read_text("utf-8")
    sparql = "SELECT ?who { ?who dip:negotiatesWith actor:IRN } ORDER BY ?who"
    assert run("query", sparql, "-g", file).out == run("query", sparql, "-g", talks).out


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(run, talks: Path, tmp_path: Path, name: str) -> None:
    """Each format gives a file that is not empty; the list is that of the graph."""
    assert exporting.FORMATS == FORMATS
    file = tmp_path / f"x.{name}"
    assert run("export", name, "-g", talks, "-o", file).code == 0
    assert file.stat().st_size > 10


def test_a_good_graph_passes_the_check(run, talks: Path) -> None:
    """`kg check` ends with 0 and prints no findings."""
    ran = run("check", "-g", talks)
    assert (ran.code, ran.out) == (0, "")


def test_the_graph_can_come_from_the_environment(talks: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    """KG_GRAPH stands for -g."""
    from kg.cli import main

    monkeypatch.setenv("KG_GRAPH", str(talks))
    assert main(["events"]) == 0
    assert capsys.readouterr().out.count("\n") > 5


def test_an_answer_comes_with_its_words(run, talks: Path) -> None:
    """A question in words: names first, then event, words and speaker; as data, one object."""
    told = run("ask", "who confirmed the letter", "-g", talks, "--table").out
    assert told.startswith("diplomatic sources\n")
    assert "separately confirmed the existence of" in told
    (answer,) = _lines(run("ask", "who wrote to Khamenei", "-g", talks).out)
    assert answer["names"] == ["Barack Obama"]


def test_sparql_of_a_question_gives_its_rows(run, talks: Path) -> None:
    """What --sparql prints can be put into `kg query -`."""
    sparql = run("ask", "who negotiates with Iran", "-g", talks, "--sparql").out
    rows = _lines(run("query", "-", "-g", talks, stdin=sparql).out)
    assert len({row["whoName"] for row in rows}) == 6


def test_no_answer_is_exit_code_1(run, talks: Path) -> None:
    """Nothing in the graph says so: said in words, exit code 1."""
    ran = run("ask", "who visited Japan", "-g", talks, "--table")
    assert ran.code == 1
    assert ran.out.startswith("Nothing in the graph says so")


def test_a_question_that_is_not_understood_is_exit_code_2(run, talks: Path) -> None:
    """The part that is not understood is named."""
    ran = run("ask", "who frobnicated Iran", "-g", talks)
    assert (ran.code, ran.out) == (2, "")
    assert "frobnicated" in ran.err


def test_a_correction_is_applied_listed_and_taken_back(run, tmp_path: Path) -> None:
    """A rejected claim leaves the graph; undone, it is back."""
    from kg import graph
    from tests.graph.made import seed

    document, claims = seed()
    folder = tmp_path / "own.kg"
    graph.build([document], lambda _: claims, folder)
    before = run("export", "trig", "-g", folder).out
    (support,) = _lines(run("events", "-g", folder, "--type", "support").out)
    assert run("correct", "reject", support["claims"][0], "-g", folder, "--why", "a test").code == 0
    assert run("events", "-g", folder, "--type", "support").code == 1
    (made,) = _lines(run("correct", "--list", "-g", folder).out)
    assert made["why"] == "a test"
    assert run("correct", "--undo", made["id"], "-g", folder).code == 0
    assert run("export", "trig", "-g", folder).out == before


def test_a_build_names_the_corrections_that_fit_nothing_any_more(run, tmp_path: Path) -> None:
    """The article is gone, and with it the claim that was rejected."""
    folder, articles = tmp_path / "x.kg", tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("Ghana met Togo in Accra on 3 May 1994.")
    (articles / "b.txt").write_text("Chile sanctioned Peru on 4 May 1994.")
    assert run("build", articles, "-o", folder).code == 0
    (claim,) = [e["claims"][0] for e in _lines(run("events", "--actor", "Peru", "-g", folder).out)]
    assert run("correct", "reject", claim, "-g", folder).code == 0
    assert "fits nothing" not in run("build", articles, "-o", folder).err
    (articles / "b.txt").unlink()
    assert "fits nothing any more" in run("build", articles, "-o", folder, "--prune").err


def test_a_wrong_correction_says_what_there_is(run, talks: Path) -> None:
    """An unknown decision lists those that are known."""
    ran = run("correct", "abolish", "x", "-g", talks)
    assert ran.code == 2
    assert "reject" in ran.err


def test_a_doctor_finds_and_mends(run, tmp_path: Path) -> None:
    """A store that is gone is named, then made anew; the healthy folder has nothing."""
    import shutil

    from kg import graph
    from tests.graph.made import seed

    document, claims = seed()
    folder = tmp_path / "own.kg"
    graph.build([document], lambda _: claims, folder)
    assert run("doctor", folder).code == 0
    shutil.rmtree(folder / "store")
    ran = run("doctor", folder)
    assert ran.code == 1
    assert "store" in ran.out
    assert run("doctor", "-g", folder).code == 1
    assert run("doctor").code == 2
    assert run("doctor", "-g", folder, "--mend").code == 0
    assert run("doctor", folder).code == 0
    assert run("check", "-g", folder).code == 0
