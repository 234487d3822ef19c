"""Places of actors and events: the same every time, apart from each other, near to whom they belong."""

from __future__ import annotations

import math
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.layout import place
from tests.views import examples


def far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return math.hypot(one[0] - other[0], one[1] - other[1])


def test_actors_stand_apart():
    """No two actors stand upon each other, in a crowd either."""
    people = [f"A{i}" for i in range(60)]
    spots, _ = place(people, {f"e{i}": ([people[i]], [people[i * 7 % 60]], []) for i in range(60)})
    assert min(far(spots[a], spots[b]) for a in people for b in people if a < b) > 20


def test_an_event_stands_between_its_parties():
    """Nearer to both than they are to each other, when there are no others."""
    spots, events = place("AB", {"e": (["A"], ["B"], [])})
    assert max(far(events["e"], spots[a]) for a in "AB") < far(spots["A"], spots["B"])


def test_those_who_talk_stand_nearer_than_those_who_do_not():
    """Two pairs: each pair nearer than the pairs to each other."""
    spots, _ = place("ABCD", {f"e{i}": (["AC"[i % 2]], ["BD"[i % 2]], []) for i in range(6)})
    assert far(spots["A"], spots["B"]) < far(spots["A"], spots["C"])
    assert far(spots["C"], spots["D"]) < far(spots["B"], spots["D"])


def test_events_of_one_pair_do_not_hide_each_other():
    """Forty meetings of two: forty places."""
    _, events = place("AB", {f"e{i}": (["A"], ["B"], []) for i in range(40)})
    places = list(events.values())
    assert min(far(a, b) for i, a in enumerate(places) for b in places[:i]) > 5


def test_a_minister_stands_nearer_to_his_state():
    """Kinship without an event draws an actor to its state."""
    meeting = {"e": (["P"], ["Q"], []), "f": (["S"], ["T"], [])}
    spots, _ = place("PQST", meeting, [("P", "S")])
    assert far(spots["P"], spots["S"]) < far(spots["Q"], spots["S"])


def test_places_do_not_depend_on_the_hash_seed():
    """Two runs with different hash seeds print the same places."""
    code = (
        "from tests.views.examples import crowd; from kg.views.network import network, network_json;"
        "print(network_json(network(crowd(60))))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 1000


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.text(max_size=3),
        st.tuples(*[st.lists(st.sampled_from("ABCDEFGH"), max_size=4)] * 3),
        max_size=12,
    )
)
def test_whatever_the_events_everything_has_a_finite_place(events):
    """Events without parties, of one party, of the same party on both sides: all have a place."""
    spots, places = place("ABCDEFGH", events)
    assert set(spots) == set("ABCDEFGH")
    assert set(places) == set(events)
    assert all(math.isfinite(c) for spot in [*spots.values(), *places.values()] for c in spot)


def test_nothing_needs_no_place():
    """No actors and no events."""
    assert place([], {}) == ({}, {})


def test_a_large_crowd_has_places():
    """Every event and every actor of two thousand events."""
    data = examples.crowd(2000)
    spots, events = place(
        [a.id for a in data.actors], {e.id: (e.initiators, e.recipients, e.parties) for e in data.events}
    )
    assert len(spots) == len(data.actors)
    assert len(events) == 2000
