"""Events in words."""

from __future__ import annotations

import pytest

from kg.graph.labels import label


@pytest.mark.parametrize(
    ("verb", "status", "kind", "want"),
    [
        ("visits", "actual", "visit", "A visited B"),
        ("visits", "planned", "visit", "A is to visit B"),
        ("visits", "conditional", "visit", "A would visit B"),
        ("visits", "possible", "visit", "A may visit B"),
        ("visits", "negated", "visit", "A did not visit B"),
        ("visits", "contested", "visit", "A visited B (contested)"),
        ("visits", "unconfirmed", "visit", "A visited B (unconfirmed)"),
        ("supports", "actual", "support", "A supports B"),
        ("supports", "negated", "support", "A does not support B"),
        ("imposes sanctions on", "actual", "sanction", "A imposes sanctions on B"),
        ("denies", "actual", "deny", "A denied B"),
        ("is an ally of", "negated", "support", "A is not an ally of B"),
    ],
)
def test_a_label_tells_the_status(verb, status, kind, want):
    """Tense and negation follow what is known."""
    assert label(verb=verb, doers=["A"], others=["B"], status=status, event_type=kind) == want


def test_without_an_object_the_preposition_goes():
    """'Iran and Iraq met', not 'met with'."""
    words = label(verb="meets with", doers=["Iran", "Iraq"], others=[], status="actual", event_type="meet")
    assert words == "Iran and Iraq met"


def test_the_thing_is_told_where_nobody_is_done_to():
    """A transitive verb takes it as it is, another has it in brackets."""
    kwargs = {"doers": ["A"], "others": [], "status": "negated"}
    assert label(verb="joins", event_type="join", thing="the coalition", **kwargs) == "A did not join the coalition"
    assert label(verb="signs with", event_type="sign", thing="a treaty", **kwargs) == "A did not sign (a treaty)"
