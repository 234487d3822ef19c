"""`kg explain` and `kg quotes` as their users call them."""

from __future__ import annotations

import json
from pathlib import Path


def test_a_sentence_is_explained_in_lines(run) -> None:
    """Names, clause, claim with its rule, one thing a line."""
    ran = run("explain", "Peru recalled its envoy to Chile.")
    heads = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")]
    assert ran.code == 0
    assert heads == ["name", "name", "name", "clause", "claim"]
    assert "[recall/phrase-1]" in ran.out


def test_json_gives_an_object_a_sentence(run) -> None:
    """--json: one object a sentence, claims as kg extract prints them."""
    ran = run("explain", "--json", "Peru recalled its envoy to Chile. The harvest was good.")
    first, second = [json.loads(line) for line in ran.out.splitlines()]
    assert first["claims"][0]["event"]["type"] == "recall"
    assert second["unread"]


def test_files_and_stdin_are_read_too(run, tmp_path: Path) -> None:
    """A path is a file, - is stdin."""
    article = tmp_path / "a.txt"
    article.write_text("Peru recalled its envoy to Chile on Monday.\n", "utf-8")
    assert "claim " in run("explain", article).out
    assert "claim " in run("explain", "-", stdin="Peru recalled its envoy to Chile on Monday.\n").out


def test_a_file_that_is_not_there_is_an_error(run) -> None:
    """One word is a file name, not a sentence."""
    ran = run("explain", "article.txt")
    assert (ran.code, ran.out) == (3, "")
    assert "article.txt: no such file" in ran.err


def test_an_empty_text_is_an_error(run) -> None:
    """Nothing is no sentence, and not the folder one stands in."""
    ran = run("explain", "")
    assert (ran.code, ran.out) == (3, "")
    assert "no words to explain" in ran.err


def test_quotes_are_objects_with_exact_words(run) -> None:
    """`kg quotes` in a pipe: source, cue and content with their places."""
    text = "Peru has left the pact, Chile said. “We regret it,” a Bolivian minister said.\n"
    ran = run("quotes", "-", stdin=text)
    first, second = [json.loads(line) for line in ran.out.splitlines()]
    assert (first["source"]["id"], first["kind"]) == ("CHL", "indirect")
    assert (second["source"]["states"], second["kind"]) == (["BOL"], "direct")
    assert all(text[c["start"] : c["end"]] == c["quote"] for one in (first, second) for c in one["content"])


def test_quotes_make_a_table(run) -> None:
    """--table: who, the cue and the words in columns."""
    ran = run("quotes", "-", "--table", stdin="Peru has left the pact, Chile said.\n")
    assert "Chile" in ran.out.splitlines()[2]
    assert "Peru has left the pact" in ran.out
