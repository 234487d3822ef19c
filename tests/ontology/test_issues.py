"""ontology/issues.ttl: its form; kg.extract.issues: keywords in a stretch of tokens."""

from __future__ import annotations

import re

import pytest

from kg.extract.issues import issues_of
from kg.extract.tokens import tokenize
from kg.ontology import folder, load

LEXICON = load()
BLOCKS = re.split(r"\n(?=issue:)", (folder() / "issues.ttl").read_text(encoding="utf-8"))[2:]


def _issues(text: str) -> tuple[str, ...]:
    tokens = tokenize(text)
    return issues_of(tokens, 0, len(tokens), LEXICON)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: b.split()[0])
def test_an_issue_is_complete(block: str) -> None:
    """Each issue has a label, a definition, an example and at least five keywords."""
    for predicate in ("skos:prefLabel", "skos:definition", "skos:example", "dip:keyword"):
        assert block.count(predicate) == 1
    keywords = re.findall(r'"([^"]+)"', block.split("dip:keyword")[1])
    assert len(keywords) >= 5
    assert all(k == k.lower() for k in keywords)


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("nuclear negotiations between Libya and Britain", ("nuclear-programme",)),
        ("Kuwait lifted the sanctions on a Yemeni bank", ("sanctions",)),
        ("Kenya and Somalia met to discuss tuna quotas and the sea border", ("fisheries", "trade", "territory")),
        ("Islamic State terrorists", ("terrorism",)),
        ("the king of Tonga flew to Samoa", ()),
    ],
)
def test_keywords_lead_to_issues(text: str, issues: tuple[str, ...]) -> None:
    """Keywords count in singular and plural, whatever their case, in order of mention."""
    assert _issues(text) == issues


def test_only_the_stretch_counts() -> None:
    """A keyword before or after the given tokens, or half inside, is not counted."""
    tokens = tokenize("Fishing rights and a peace treaty")
    assert issues_of(tokens, 2, 5, LEXICON) == ()
    assert issues_of(tokens, 4, 6, LEXICON) == ("ceasefire",)
