"""The same story twice: reprints are found, other stories on the same matter are not."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from kg.documents.duplicates import groups
from kg.documents.structure import parts
from kg.model import Document

STORY = " ".join(
    f"In year {n} the envoys of Mali and state {n * 7} met at well number {n * 13} to talk of its water."
    for n in range(30)
)


def document(text: str) -> Document:
    return Document.of(text, parts=parts(text)[0])


REPRINTS = {
    "another headline and dateline": f"Wells and words\n\nBAMAKO (Agency) — {STORY}",
    "a tail of the site's own": f"{STORY}\n\nSign up to our newsletter\n\n© 2014 The Sahel Post. All rights reserved.",
    "cut by a third": STORY[: len(STORY) * 2 // 3],
    "its first sentences only": STORY[: len(STORY) // 8],
    "other signs": STORY.replace(".", " —").upper(),
    "one sentence put in": STORY + " Chad, which was not asked, said that it would send nobody.",
}


@pytest.mark.parametrize("name", REPRINTS)
def test_a_reprint_is_the_same_story(name: str):
    """Whatever the paper put around the agency's words."""
    one, other = document(STORY), document(REPRINTS[name])
    assert groups([one, other]) == [tuple(sorted((one.key, other.key)))]


@pytest.mark.parametrize(
    "other",
    [
        STORY.replace("Mali", "Chad").replace("met", "quarrelled").replace("water", "oil"),
        "Mali and Niger signed a pact in Bamako on Monday, and the ministers of both said that it would last.",
    ],
)
def test_another_story_stands_alone(other: str):
    """The same frame with other words in it is another story."""
    assert groups([document(STORY), document(other)]) == []


def test_the_order_of_reading_changes_nothing():
    """Chains of reprints come out the same from each end."""
    cut = [STORY, STORY[: len(STORY) * 2 // 3], STORY[: len(STORY) // 2], STORY + " " + STORY[::-1]]
    found = {tuple(groups([document(text) for text in order])) for order in permutations(cut)}
    assert len(found) == 1


def test_the_same_document_twice_is_one():
    """Reading a file again makes no group."""
    assert groups([document(STORY), document(STORY)]) == []


def test_among_many_texts_each_reprint_is_found():
    """Sixty stories of random words; of every third there is a reprint, cut to an eighth at the least."""
    chance = random.Random(5)
    stories = [" ".join(f"w{chance.randrange(9000)}" for _ in range(400)) for _ in range(60)]
    cut = {n: " ".join(stories[n].split()[: 50 + 5 * n]) for n in range(0, 60, 3)}
    told = [Document.of(text) for text in (*stories, *cut.values())]
    pairs = {tuple(sorted((Document.of(stories[n]).key, Document.of(text).key))) for n, text in cut.items()}
    assert groups(told) == sorted(pairs)
    assert groups(reversed(told)) == sorted(pairs)
