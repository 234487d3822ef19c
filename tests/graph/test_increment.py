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
    text = " ".join(f"Sentence {n} of article {number}." for n in range(4))
    made = Document.of(text, id=f"a{number}", published=f"2014-11-{dice.randint(1, 9):02}", publisher=f"P{number % 3}")
    told = []
    for n in range(4):
        a, b = dice.sample(WHO, 2)
        kind, stance = dice.choice(TYPES), dice.choice(("asserted", "asserted", "denied", "unconfirmed"))
        on = dice.choice((None, made.published, "2014-11-05"))
        told.append(claim(made, kind, (a,), (b,), stance=stance, on=on, quote=f"Sentence {n} of article {number}."))
    return made, told


def kept(folder):
    """All that the ledger beside the store holds, but the times at which files were written."""
    name = generation(folder)
    with sqlite3.connect(folder / "store" / f"{name}.sqlite") as held:
        tables = ("about", "cluster", "found", "event", "shortcut", "round", "name")
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
