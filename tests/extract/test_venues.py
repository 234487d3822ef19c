"""Where people met, spoke or signed, in the text's own words."""

import pytest

from kg.extract import extract
from kg.model import Document


def places(text: str) -> list[str | None]:
    return [claim.event.place for claim in extract(Document.of(text))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Peru and Chile held talks in Geneva on Monday.", "Geneva"),
        ("The presidents of Mali and Niger met at the Elysee Palace in June.", "Elysee Palace"),
        ("Iran signed a treaty with Iraq in Algiers last year.", "Algiers"),
        ("Talks between Angola and Zambia in Dar es Salaam ended.", None),
        ("Kenya's foreign minister arrived in New Delhi early on Sunday.", "New Delhi"),
        ("Denmark met Norway in The Hague to discuss fish.", "The Hague"),
        ("Fiji met Tonga in October.", None),
        ("Fiji met Tonga in an effort to end the row.", None),
        ("Laos telephoned Burma in Rangoon.", None),
    ],
)
def test_the_place_is_a_name_behind_in_or_at(text: str, place: str | None) -> None:
    """A time, a purpose or the place of one who is called is none."""
    assert set(places(text)) <= {place}
    assert place is None or place in places(text)
