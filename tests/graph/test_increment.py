"""A store that is changed in places is, quad for quad, the store that is made anew."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace

import pytest

from kg.graph import build, correct, corrections, open_graph, rebuild, undo
from kg.graph.folder import generation
from kg.model import Document
from tests.graph.made import claim

WHO = ("USA", "IRN", "GBR", "RUS", "Q22316", "Q10296812", "Q76", "ISIS")
TYPES = ("meet", "negotiate", "letter", "support", "fight")


def quads(folder):
    return {str(q) for q in open_graph(folder).store}


def article(number, dice):
    """Three in a row carry one text, under other ids and days."""
    text = " ".join(f"Sentence {n} of article {number // 3}." for n in range(4))
    made = Document.of(text, id=f"a{number}", published=f"2014-11-{dice.randint(1, 9):02}", publisher=f"P{number % 3}")
    told = []
    for n in range(4):
        a, b = dice.sample(WHO, 2)
        kind, stance = dice.choice(TYPES), dice.choice(("asserted", "asserted", "denied", "unconfirmed"))
        on = dice.choice((None, made.published, "2014-11-05"))
        told.append(
            claim(made, kind, (a,), (b,), stance=stance, on=on, quote=f"Sentence {n} of article {number // 3}.")
        )
    return made, told


def kept(folder):
    """All that the ledger beside the store holds, but the times at which files were written."""
    name = generation(folder)
    with sqlite3.connect(folder / "store" / f"{name}.sqlite") as held:
        tables = ("about", "cluster", "found", "event", "shortcut", "round", "name", "part", "said", "word")
        return {table: sorted(held.execute(f"SELECT * FROM {table}")) for table in tables}


def decide(dice, folder, told):
    """A correction of some kind about some of the claims, on its own or against an earlier one."""
    one, other = dice.sample([c.id for c in told], 2)
    kind = dice.choice(("reject", "accept", "same", "different", "dated", "name", "undo"))
    held = corrections(folder)
    if kind == "undo" and held:
        undo(folder, dice.choice(held).id)
    elif kind in ("same", "different"):
        correct(folder, kind, one, other)
    elif kind == "dated":
        correct(folder, kind, one, value=dice.choice(("2014-11-05", "2014-11")))
    elif kind == "name":
        correct(folder, kind, dice.choice(("Iran", "John Kerry")), value=dice.choice(("USA", "GBR")))
    elif kind in ("reject", "accept"):
        correct(folder, kind, one)


@pytest.mark.parametrize("seed", range(4))
def test_many_small_builds_end_like_one(tmp_path, seed):
    """Articles come, go and are read differently; corrections are made and undone; then all is made anew."""
    dice = random.Random(seed)
    known = dict(enumerate(article(n, dice) for n in range(30)))
    folder = tmp_path / "x.kg"
    reading = {d.key: c for d, c in known.values()}
    present = list(known)[:20]
    for step in range(8):
        build([known[n][0] for n in present], lambda d: reading[d.key], folder, extractor="1", prune=True)
        if step % 3 == 1:
            decide(dice, folder, [c for n in present for c in reading[known[n][0].key]])
        before = quads(folder), kept(folder)
        rebuild(folder)
        assert quads(folder) == before[0], step
        assert kept(folder) == before[1], step
        present = sorted({*present, dice.randrange(30)} - {dice.choice(present)})
        document, told = known[present[1]]
        fresh = replace(document, title=f"step {step}")
        known[present[1]] = (fresh, told)
        reading[fresh.key] = told[: dice.randint(2, 4)]


@pytest.mark.parametrize("words", ["Iran", "the  IRAN", "nobody here"])
def test_a_correction_of_a_name_touches_only_documents_with_its_words(tmp_path, monkeypatch, words):
    """In any case and with "the"; the store is changed in places, and ends as if it were made anew."""
    from kg.graph import refresh

    dice = random.Random(7)
    articles = [article(n, dice) for n in range(12)]
    without = [(d, [c for c in told if "IRN" not in str(c.to_json())]) for d, told in articles]
    read = {d.key: told for d, told in [*articles[:2], *without[2:]]}
    folder = tmp_path / "x.kg"
    build([d for d, _ in articles], lambda d: read[d.key], folder)
    changes = []
    changed = refresh.apply_change
    monkeypatch.setattr(refresh, "apply_change", lambda *a: changes.append(a[-1]) or changed(*a))
    correct(folder, "name", words, value="ISR")
    told = {d.key for d, claims in articles[:2] if any("IRN" in str(c.to_json()) for c in claims)}
    [change] = changes
    assert set(change.corrected) == (set() if words == "nobody here" else told)
    before = quads(folder)
    rebuild(folder)
    assert quads(folder) == before


def test_what_actors_do_and_say_is_counted(tmp_path):
    """Three claims of which two meet in one event, one denies; counts follow when a document is gone."""
    one = Document.of("Iran met Oman. Iran denied that it met Qatar.", id="a", published="2014-11-05", publisher="P")
    two = Document.of("Oman met Iran on 5 November.", id="b", published="2014-11-05", publisher="P")
    told = {
        one.key: [
            claim(one, "meet", ("IRN",), ("OMN",), on="2014-11-05", quote="Iran met Oman."),
            claim(one, "meet", ("IRN",), ("QAT",), stance="denied", says="IRN", quote="Iran denied that it met Qatar."),
        ],
        two.key: [claim(two, "meet", ("OMN",), ("IRN",), on="2014-11-05", quote="Oman met Iran on 5 November.")],
    }

    def counts():
        rows = open_graph(tmp_path / "x.kg").query(
            "SELECT ?p ?n { ?a ?p ?n . VALUES ?a { actor:IRN } "
            "VALUES ?p { dip:events dip:happened dip:claims dip:denials } }"
        )
        return {p.rpartition("#")[2]: int(n) for p, n in rows}

    build([one, two], lambda d: told[d.key], tmp_path / "x.kg")
    assert counts() == {"events": 2, "happened": 1, "claims": 1, "denials": 1}
    build([two], lambda d: told[d.key], tmp_path / "x.kg", prune=True)
    assert counts() == {"events": 1, "happened": 1}


def test_one_more_article_changes_the_store_in_places(tmp_path):
    """The tables of the former generation are shared, not written again."""
    dice = random.Random(1)
    articles = [article(n, dice) for n in range(40)]
    reading = {d.key: c for d, c in articles}
    build([d for d, _ in articles[:39]], lambda d: reading[d.key], tmp_path / "x.kg")
    build([d for d, _ in articles], lambda d: reading[d.key], tmp_path / "x.kg")
    name = generation(tmp_path / "x.kg")
    links = [p.stat().st_nlink for p in (tmp_path / "x.kg" / "store" / name).glob("*.sst")]
    assert max(links) > 1


def test_documents_that_carry_one_text_are_tied_as_long_as_both_are_there(tmp_path):
    """The later to the first, whichever was read first; not where they tell of no event together."""
    words = "Iran met Oman in Muscat, and both spoke of the gas field that lies between them."
    documents = [
        Document.of(text, id=name, published=f"2014-11-0{day}", publisher=name)
        for name, day, text in (("a", 7, words), ("b", 5, f"{words} Rain fell."), ("c", 5, "Iran met Oman."))
    ]
    read = {d.key: [claim(d, "meet", ("IRN",), ("OMN",), on="2014-11-05", quote="Iran met Oman")] for d in documents}

    def tied(*present):
        build([documents[n] for n in present], lambda d: read[d.key], tmp_path / "x.kg", prune=True)
        rows = open_graph(tmp_path / "x.kg").query(
            "SELECT ?one ?first { ?d dip:sameTextAs ?f ; dct:identifier ?one . ?f dct:identifier ?first }"
        )
        return [(str(one), str(first)) for one, first in rows]

    assert tied(0, 2) == []
    assert tied(0, 1, 2) == [("a", "b")]
    assert tied(1, 2) == []
