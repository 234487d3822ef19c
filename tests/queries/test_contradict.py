"""Who contradicts whom: only who says no where the other says yes (or yes where no), of the same event."""

from __future__ import annotations

import pytest

from kg.graph import build, open_graph
from kg.model import Document
from kg.queries import ask
from tests.graph.made import claim


@pytest.fixture(scope="module")
def quarrel(tmp_path_factory):
    """Chad says that Mali sent troops and sank a boat; Mali denies the troops only; a paper says what may be."""
    news = Document.of(
        "Chad said Mali had sent troops to Niger. Mali denied sending troops to Niger. Chad said Mali attacked Benin. "
        "Mali may attack Togo. Togo said Mali would not attack Togo."
        " Chad's minister said Mali sent no troops to Niger.",
        title="Sahel quarrel", publisher="Sahel Post", published="2004-03-02",
    )  # fmt: skip
    told = [
        claim(news, "deploy", ("MLI",), ("NER",), says="TCD", quote="Mali had sent troops to Niger"),
        claim(news, "deploy", ("MLI",), ("NER",), says="MLI", stance="denied", quote="sending troops to Niger"),
        claim(news, "assault", ("MLI",), ("BEN",), says="TCD", quote="Mali attacked Benin"),
        claim(news, "assault", ("MLI",), ("TGO",), modality="possible", quote="Mali may attack Togo."),
        claim(news, "assault", ("MLI",), ("TGO",), modality="planned", stance="negated", says="TGO",
              quote="Mali would not attack Togo"),
        claim(news, "deploy", ("MLI",), ("NER",), says="TCD", stance="negated", quote="Mali sent no troops to Niger"),
    ]  # fmt: skip
    folder = tmp_path_factory.mktemp("quarrel") / "quarrel.kg"
    build([news], lambda _: told, folder, extractor="tests 1")
    return open_graph(folder)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who contradicts Chad", ["Mali"]),
        ("who contradicts Mali?", ["Chad"]),
        ("who contradicts Chad on Niger", ["Mali"]),
        ("who contradicts Chad about troops", ["Mali"]),
        ("who contradicted Chad that Mali sent troops to Niger", ["Mali"]),
        ("does anyone contradict Chad over Mali", ["Mali"]),
        ("who contradicts Chad on Benin", []),
        ("who contradicts Togo", []),
        ("who contradicts Chad on Peru", []),
    ],
)
def test_only_who_says_the_opposite(quarrel, question, names):
    """Mali alone says no to Chad; Chad's own minister is no other voice; what may be excludes nothing."""
    assert sorted(ask(quarrel, question).names) == names


def test_both_sides_are_quoted(quarrel):
    """The words of the one who contradicts are the rows; those contradicted stand beside them; the line has both."""
    answer = ask(quarrel, "who contradicts Chad?")
    assert {row.quote for row in answer.rows} == {"sending troops to Niger"}
    assert {row.quote for row in answer.beside} == {"Mali had sent troops to Niger"}
    assert answer.text == (
        "Mali says no (“sending troops to Niger”) where Chad says yes (“Mali had sent troops to Niger”)"
    )


def test_who_contradicts_whom(quarrel):
    """Both voices of the one contradiction, and nobody else."""
    assert set(ask(quarrel, "who contradicts whom").names) == {"Chad", "Mali"}
    assert set(ask(quarrel, "on what do Chad and Mali contradict each other").names) == {"Chad", "Mali"}
