"""Words of questions that are no phrases of events: verbs of saying, of will and refusal, and negations."""

from __future__ import annotations

from kg.extract.words import verb_forms

__all__ = ["FORMS", "NEGATING", "NOT", "OFFERING", "SAYING", "WILLING"]

SAYING = {
    "deny": ("denied", "negated"), "dispute": ("denied", "negated"), "contradict": ("denied", "negated"),
    "confirm": ("confirmed",), "admit": ("confirmed", "asserted"), "acknowledge": ("confirmed", "asserted"),
    "say": ("asserted", "confirmed"), "claim": ("asserted", "confirmed"), "state": ("asserted", "confirmed"),
    "report": ("asserted", "confirmed"), "assert": ("asserted", "confirmed"), "insist": ("asserted", "confirmed"),
    "write": ("asserted", "confirmed"), "tell": ("asserted", "confirmed"), "announce": ("asserted", "confirmed"),
    "allege": ("asserted", "confirmed"), "doubt": ("questioned", "unconfirmed"), "mention": (), "cover": (),
    "describe": (), "contain": (), "speak": (), "talk": (), "deal": (), "refer": (), "discuss": (),
}  # fmt: skip
FORMS = {form: lemma for lemma in SAYING for form, _ in verb_forms(lemma)}
NEGATING = frozenset("refuse decline fail".split())
OFFERING = frozenset("offer promise pledge apply seek vow".split())
"""What is done by saying it: who offers to mediate has offered, whatever came of it."""
_PLANNING = frozenset("plan intend want agree hope expect aim wish prepare".split()) | OFFERING
WILLING = {form: lemma for lemma in NEGATING | _PLANNING | {"threaten"} for form, _ in verb_forms(lemma)}
NOT = frozenset(
    "not never n't don't doesn't didn't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't".split()
)
