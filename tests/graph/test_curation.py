"""Corrections: what each does, that they outlast re-reading, contradict each other in order, and can be undone."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from kg.errors import UsageError
from kg.graph import build, correct, corrections, open_graph, undo, unmatched
from kg.model import Document
from tests.graph.made import claim

MONDAY = "Kerry met Zarif on Monday."
TALKS = "Mr Blank met Zarif."
GUESS = "The two may have met the other one."


@pytest.fixture
def base(tmp_path):
    document = Document.of(f"{MONDAY} {TALKS} {GUESS}", id="a", published="2014-11-06")
    stranger = claim(document, "meet", among=("anonymous:Mr Blank", "Q10296812"), quote=TALKS)
    claims = [
        claim(document, "meet", among=("Q22316", "Q10296812"), on="2014-11-03", quote=MONDAY),
        stranger,
        claim(document, "meet", among=("Q58217", "Q10296812"), quote=GUESS, grade="guess"),
    ]
    build([document], lambda _: claims, tmp_path / "x.kg", extractor="1")
    return tmp_path / "x.kg", document, claims


def labels(folder, **asked):
    return [e.label for e in open_graph(folder).events(**asked)]


def exported(folder):
    out = io.BytesIO()
    open_graph(folder).export("trig", out)
    return out.getvalue()


def test_a_rejected_claim_makes_no_event(base):
    """And it stays in the graph, as what the document says."""
    folder, _, claims = base
    assert "John Kerry and Mohammad Javad Zarif met" in labels(folder)
    correct(folder, "reject", claims[0].id, why="another Kerry", by="me", on="2026-11-23")
    assert "John Kerry and Mohammad Javad Zarif met" not in labels(folder)
    assert claims[0].id in {c.id for c in open_graph(folder).claims()}
    [kept] = corrections(folder)
    assert (kept.decision, kept.why, kept.by, kept.on) == ("reject", "another Kerry", "me", "2026-11-23")


def test_undoing_gives_back_the_same_bytes(base):
    """A correction that was taken back leaves nothing."""
    folder, _, claims = base
    before = exported(folder)
    made = correct(folder, "reject", claims[0].id)
    assert exported(folder) != before
    undo(folder, made.id[:5])
    assert exported(folder) == before


def test_an_accepted_guess_is_sure(base):
    """It is then among the events that are shown by default."""
    folder, _, claims = base
    assert len(labels(folder)) == 2
    correct(folder, "accept", claims[2].id)
    assert len(labels(folder)) == 3


def test_two_events_can_be_joined_and_parted(base):
    """The later of two decisions on a pair holds."""
    folder, _, claims = base
    one, other = claims[0].id, claims[1].id
    correct(folder, "same", one, other)
    assert len(labels(folder)) == 1
    correct(folder, "different", one, other)
    assert len(labels(folder)) == 2


def test_a_name_is_an_actor(base):
    """Mr Blank is Lavrov: by name and by state, wherever the words stand."""
    folder, _, _ = base
    correct(folder, "name", "Mr Blank", value="Q58217")
    found = [e for e in open_graph(folder).events() if "Q58217" in {p.id for p in e.participants}]
    assert len(found) == 1
    assert "RUS" in found[0].states


def test_an_event_is_dated(base):
    """The user's date stands in place of the claim's, and says so."""
    folder, _, claims = base
    correct(folder, "dated", claims[0].id, value="2014-11-04", by="me")
    event = next(e for e in open_graph(folder).events() if e.when)
    assert event.when is not None
    assert (event.earliest, event.when.basis) == ("2014-11-04", "corrected by me")


def test_a_publication_date_is_read_anew_at_the_next_build(base):
    """The reader of the article sees the corrected day; afterwards nothing is left to do."""
    folder, document, claims = base
    correct(folder, "published", "a", value="2014-11-05")
    seen = []

    def read(given):
        seen.append(given.published)
        return claims

    build([document], read, folder, extractor="1")
    build([document], read, folder, extractor="1")
    assert seen == ["2014-11-05"]
    assert open_graph(folder).documents()[0].published == "2014-11-05"


def test_a_correction_outlasts_re_reading(base):
    """A newer extractor gives the claim another id; it is found by its place. When it is gone, that is told."""
    folder, document, claims = base
    correct(folder, "reject", claims[0].id)
    renewed = replace(claims[0], when=None, id="")
    assert renewed.id != claims[0].id
    build([document], lambda _: [renewed, *claims[1:]], folder, extractor="2")
    assert "John Kerry and Mohammad Javad Zarif met" not in labels(folder)
    assert unmatched(folder) == ()
    build([document], lambda _: claims[1:], folder, extractor="3")
    assert [c.decision for c in unmatched(folder)] == ["reject"]


@pytest.mark.parametrize(
    ("decision", "about", "value", "said"),
    [
        ("dated", "claim", "soon", "not a date"),
        ("same", "claim", "", "needs 2"),
        ("bless", "claim", "", "no correction is called"),
        ("name", "", "", "needs the words"),
        ("published", "nobody", "2014", "no document"),
    ],
)
def test_what_cannot_be_meant_is_refused(base, decision, about, value, said):
    """With one line that says what is missing; nothing is stored."""
    folder, _, claims = base
    with pytest.raises(UsageError, match=said):
        correct(folder, decision, *([claims[0].id if about == "claim" else about] if about else []), value=value)
    assert corrections(folder) == ()


@pytest.mark.parametrize("words", ['"} \n\t\\ <x>', "\u202eמה", "nul\x00"])
def test_hostile_words_survive_the_file(base, words):
    """Reasons and names come back from `curation.trig` as they were given."""
    folder, _, claims = base
    correct(folder, "reject", claims[0].id, why=words, by=words)
    correct(folder, "name", f"Mr Blank {words}", value="USA")
    assert [c.why for c in corrections(folder)] == [words, ""]
    assert corrections(folder)[1].words == f"Mr Blank {words}"
