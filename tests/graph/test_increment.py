"""A store that is changed in places is, quad for quad, the store that is made anew."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from kg.graph import build, correct, open_graph, rebuild, undo
from kg.graph.folder import described_store
from kg.graph.increment import Contents, worth_changing
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


@pytest.mark.parametrize("seed", range(3))
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
            made = correct(folder, "reject", reading[known[present[0]][0].key][0].id)
            if step == 4:
                undo(folder, made.id)
        before = quads(folder)
        rebuild(folder)
        assert quads(folder) == before, (step, len(before))
        present = sorted({*present, dice.randrange(30)} - {dice.choice(present)})
        document, told = known[present[1]]
        fresh = replace(document, title=f"step {step}")
        known[present[1]] = (fresh, told)
        reading[fresh.key] = told[: dice.randint(1, 4)]


def test_one_more_article_changes_the_store_in_places(tmp_path):
    """The tables of the former generation are shared, not written again."""
    dice = random.Random(1)
    articles = [article(n, dice) for n in range(40)]
    reading = {d.key: c for d, c in articles}
    build([d for d, _ in articles[:39]], lambda d: reading[d.key], tmp_path / "x.kg")
    build([d for d, _ in articles], lambda d: reading[d.key], tmp_path / "x.kg")
    name, _ = described_store(tmp_path / "x.kg") or ("", "")
    links = [p.stat().st_nlink for p in (tmp_path / "x.kg" / "store" / name).glob("*.sst")]
    assert max(links) > 1


def test_great_changes_are_made_anew():
    """And so is a store of other versions, or one of which nothing is known."""
    held = Contents("1", {str(n): "a" for n in range(10)}, {})
    assert worth_changing(held, replace(held, documents={**held.documents, "x": "b"}))
    assert not worth_changing(held, replace(held, documents={str(n): "b" for n in range(10)}))
    assert not worth_changing(held, replace(held, versions="2"))
    assert not worth_changing(None, held)
    assert Contents.from_json(held.to_json()) == held
    assert Contents.from_json("{") is None
