"""The publication date that a document tells, the span that its office-holders explain, and what a build says of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg import authority, pipeline
from kg.cli.build import _facts, _summary
from kg.extract import extract, mentions
from kg.extract.dated import explained, told
from kg.graph import open_graph
from kg.model import Document
from kg.views.gather import from_graph

KNOWN = authority.load()


def span(text: str) -> str | None:
    return explained(Document.of(text), KNOWN).published


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # both in office: Chirac 1995-2007, Blair 1997-2007
        ("French President Jacques Chirac met British Prime Minister Tony Blair.", "1997-05-02/2007-05-16"),
        # a former office tells nothing of now; nor does a name without its office
        ("Former President Jacques Chirac met British Prime Minister Tony Blair.", "1997-05-02/2007-06-27"),
        ("Jacques Chirac met Tony Blair.", None),
        # what is told of 1961 was not written then: the two of 2009-2013 outweigh Kennedy
        ("U.S. President Barack Obama and Secretary of State Hillary Clinton spoke of President John F. Kennedy.",
         "2009-01-21/2013-02-01"),
        # the year told as past bounds it from below, and outweighs a holder of another time
        ("In 2005 Chad recalled its envoy from Sudan. President Charles de Gaulle had warned of it.", "2005-01-01/.."),
        ("Chad recalled its envoy from Sudan.", None),
        # in office twice, 2017 and 2025: it may have been either time
        ("U.S. President Donald Trump spoke to reporters.", "2017-01-20/.."),
    ],
)  # fmt: skip
def test_office_holders_named_as_such_bound_an_undated_text(text: str, edtf: str | None) -> None:
    """It was written when most of them were in office together."""
    assert span(text) == edtf


def test_the_seed_article_was_written_under_obama_and_earnest(seed_text: str) -> None:
    """2014-06-20 to 2017-01-20, with the words that tell it; "Nov. 24" stays without a year."""
    made = explained(Document.of(seed_text), KNOWN)
    assert made.published == "2014-06-20/2017-01-20"
    assert made.published_basis is not None
    assert '"White House spokesman Josh Earnest"' in made.published_basis


def test_a_told_date_is_kept_and_no_span_is_sought() -> None:
    """Given goes first, then the dateline."""
    text = "LIMA, 4 May 1995 (Agency) - French President Jacques Chirac met Peru's envoy."
    assert told(Document.of(text)).published == explained(Document.of(text), KNOWN).published == "1995-05-04"
    given = Document.of(text, published="1996")
    assert explained(given, KNOWN) is given


@pytest.fixture
def seed_text() -> str:
    from pathlib import Path

    return (Path(__file__).parents[2] / "seeds" / "obama-letter-khamenei.txt").read_text("utf-8")


def test_a_build_keeps_both_and_says_so(tmp_path, seed_text: str) -> None:
    """The dateline's date and the span are stored with the documents; the summary names the span and the way out."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "seed.txt").write_text(seed_text, "utf-8")
    (tmp_path / "in" / "lima.txt").write_text("LIMA, 4 May 1995 (Agency) - Peru will meet Chile in June.", "utf-8")
    out = tmp_path / "talks.kg"
    report = pipeline.build([tmp_path / "in"], out)
    assert report.built is not None
    made = json.loads(json.dumps(_facts(report, report.built)))
    assert [name.rpartition("/")[2] for name in made["undated"]] == ["seed.txt"]
    assert next(iter(made["explained"].values()))["written"] == "2014-06-20/2017-01-20"
    summary = _summary(out, made)
    assert "--published" in summary
    assert "2014-06-20 to 2017-01-20" in summary
    graph = open_graph(out)
    assert {d.published for d in graph.documents()} == {"1995-05-04", "2014-06-20/2017-01-20"}
    assert [e.when.edtf for e in graph.events() if e.when and "PER" in e.states] == ["1995-06"]
    letter = graph.events(type="letter")[0]
    assert (letter.when, letter.latest) == (None, "2017-01-20")
    shown = next(e for e in from_graph(graph).events if e.id == letter.id)
    assert shown.when is not None
    assert (shown.when.edtf, shown.when.latest) == ("../2017-01-20", "2017-01-20")
    again = pipeline.build([tmp_path / "in"], out)
    assert again.built is not None
    assert again.built.count("unchanged") == 2


def test_the_names_of_a_text_without_a_date_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []
    find = mentions.find

    def counted(*read: Any) -> list[mentions.Mention]:
        asked.append(read[3] if len(read) > 3 else None)
        return find(*read)

    monkeypatch.setattr(mentions, "find", counted)
    extract(Document.of("Bolivia recalled its ambassador from Paraguay over the dam."))
    assert asked == [None]
    extract(Document.of("Bolivia recalled its ambassador from Paraguay over the dam.", published="1934-05-04"))
    assert asked == [None, "1934-05-04"]  # who held an office depends on the day
