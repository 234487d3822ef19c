"""The page of questions in the docs is the one that its script writes."""

from __future__ import annotations

from pathlib import Path

from kg.queries.reference import page


def test_page_is_up_to_date():
    """docs/questions.md tells the questions as they are (`python -m kg.queries.reference > docs/questions.md`)."""
    written = Path(__file__).parents[2] / "docs" / "questions.md"
    assert written.read_text(encoding="utf-8") == page()
