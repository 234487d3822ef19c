"""Events in words."""

from __future__ import annotations

import pytest

from kg.graph.labels import label


@pytest.mark.parametrize(
    ("verb", "status", "root", "kind", "want"),
    [
        ("visits", "actual", "CONSULT", "visit", "A visited B"),
        ("visits", "planned", "CONSULT", "visit", "A is to visit B"),
        ("visits", "conditional", "CONSULT", "visit", "A would visit B"),
        ("visits", "possible", "CONSULT", "visit", "A may visit B"),
        ("visits", "negated", "CONSULT", "visit", "A did not visit B"),
        ("visits", "contested", "CONSULT", "visit", "A visited B (contested)"),
        ("visits", "unconfirmed", "CONSULT", "visit", "A visited B (unconfirmed)"),
        ("supports", "actual", "SUPPORT", "support", "A supports B"),
        ("supports", "negated", "SUPPORT", "support", "A does not support B"),
        ("imposes sanctions on", "actual", "SANCTION", "sanction", "A imposes sanctions on B"),
        ("denies", "actual", "REJECT", "deny", "A denied B"),
        ("is an ally of", "negated", "SUPPORT", "ally", "A is not an ally of B"),
    ],
)
def test_a_label_tells_the_status(verb, status, root, kind, want):
    """Tense and negation follow what is known."""
    assert label(verb=verb, doers=["A"], others=["B"], status=status, root=root, event_type=kind) == want


def test_without_an_object_the_preposition_goes():
    """'Iran and Iraq met', not 'met with'."""
    words = label(
        verb="meets with", doers=["Iran", "Iraq"], others=[], status="actual", root="CONSULT", event_type="meet"
    )
    assert words == "Iran and Iraq met"
