"""Page data in, the network of vis-network out: pyvis holds nodes and edges, their places are computed here.

Of pyvis only its lists of nodes and edges and its copy of vis-network are used, never its template: that runs
what stands in names (docs/page.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.views.data import PageData, PageEvent
from kg.views.layout import Sides, place

if TYPE_CHECKING:
    from pyvis.network import Network

__all__ = ["network", "network_json", "vis_script"]

_VIS = "lib/vis-9.1.2/vis-network.min.js"


class _Ids(dict[int, None]):
    """pyvis looks each id up in a list, which takes seconds for 10,000 nodes; this answers at once."""

    def append(self, one: int) -> None:
        self[one] = None


def network(data: PageData) -> Network:
    """Actors (nodes 0, 1, …, in the order of the data), then events; an edge from each party to its event.

    Directed edges lead from initiators to the event and on to recipients; `role` tells which side a party is on.
    No text but the label goes in: pyvis turns titles into HTML.
    """
    from pyvis.network import Network

    net = Network(directed=True)
    net.node_ids = _Ids()
    net.toggle_physics(False)
    kin = [(actor.id, state) for actor in data.actors if actor.kind != "state" for state in actor.states]
    actors, events = place([a.id for a in data.actors], {e.id: sides(e) for e in data.events}, kin)
    at = {actor.id: i for i, actor in enumerate(data.actors)}
    for actor in data.actors:
        x, y = actors[actor.id]
        net.add_node(at[actor.id], label=actor.name, group="actor", x=round(x), y=round(y))
    for number, event in enumerate(data.events, start=len(at)):
        x, y = events[event.id]
        net.add_node(number, label=event.label, group="event", x=round(x), y=round(y))
        _tie(net, event, number, at)
    return net


def network_json(net: Network) -> dict[str, Any]:
    """Places of the nodes, ties of the edges, as short as they can be said."""
    return {
        "nodes": [[node["x"], node["y"]] for node in net.nodes],
        "edges": [[edge["from"], edge["to"], edge["role"]] for edge in net.edges],
    }


def sides(event: PageEvent) -> Sides:
    """First side, second side, and the others (participants without a side, mediators, hosts)."""
    rest = [one for one in event.parties if one not in event.initiators and one not in event.recipients]
    return event.initiators, event.recipients, rest


def vis_script() -> str:
    """The source of vis-network, as the installed pyvis carries it."""
    import pyvis

    path = Path(pyvis.__file__).parent / _VIS
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KgError(
            "the installed pyvis has no vis-network 9.1.2", where=str(path), hint="install pyvis 0.3.2"
        ) from error


def _tie(net: Network, event: PageEvent, number: int, at: dict[str, int]) -> None:
    first, second, rest = sides(event)
    mutual = event.mutual
    roles: list[tuple[Sequence[str], str]] = [
        (first, "side one" if mutual else "from"),
        (second, "side two" if mutual else "to"),
        ([one for one in rest if one in event.participants], "with"),
        ([one for one in rest if one not in event.participants], "aside"),
    ]
    for parties, role in roles:
        for one in parties:
            if role == "to":
                net.add_edge(number, at[one], role=role)
            else:
                net.add_edge(at[one], number, role=role)
