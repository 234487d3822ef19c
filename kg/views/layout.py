"""Actors and the events between them in, places on a plane out: the same every time, without numpy.

Actors are placed by forces (the 120 busiest) or beside their busiest neighbour (the rest). An event stands
between its parties, so its place tells whose it is; events of the same parties form one flower around that place.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

__all__ = ["Sides", "place"]

Sides = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""First side, second side, all others of an event; of an event without sides all are others."""

_CORE = 120
_STEPS = 120
_APART = 190.0
"""The distance that two linked actors should have, in the units of the picture."""
_GAP = 92.0
"""The least distance between two actors: room for a name between them."""
_PETAL = 34.0
"""The least distance between two events."""
_GOLDEN = math.pi * (3 - math.sqrt(5))

_Point = tuple[float, float]
_Links = dict[tuple[str, str], float]


def place(actors: Iterable[str], events: Mapping[str, Sides]) -> tuple[dict[str, _Point], dict[str, _Point]]:
    """Places of actors and of events. The order of `events` counts: earlier ones stand nearer to their parties.

    >>> actors, events = place(["A", "B"], {"talks": (["A"], ["B"], [])})
    >>> (ax, ay), (bx, by), (x, y) = actors["A"], actors["B"], events["talks"]
    >>> abs(x - (ax + bx) / 2) < 40 and abs(y - (ay + by) / 2) < 40
    True
    """
    links = _links(events.values())
    ranked = _ranked(actors, links)
    spots = _forces(ranked[:_CORE], links)
    _satellites(ranked[_CORE:], links, spots)
    _part(spots)
    return spots, _flowers(events, spots)


def _links(events: Iterable[Sides]) -> _Links:
    """How strongly two actors are tied: one for each event, split among many parties."""
    found: Counter[tuple[str, str]] = Counter()
    for one, other, rest in events:
        parties = sorted({*one, *other, *rest})[:12]
        for pair in combinations(parties, 2):
            found[pair] += 1
    return {pair: math.log2(1 + count) for pair, count in sorted(found.items())}


def _ranked(actors: Iterable[str], links: _Links) -> list[str]:
    degree: defaultdict[str, float] = defaultdict(float)
    for (a, b), weight in links.items():
        degree[a] += weight
        degree[b] += weight
    return sorted(set(actors), key=lambda actor: (-degree[actor], actor))


def _forces(actors: Sequence[str], links: _Links) -> dict[str, _Point]:
    """Fruchterman and Reingold's forces from a sunflower start; wider than high, as screens are."""
    index = {actor: i for i, actor in enumerate(actors)}
    size = len(actors)
    x = [_APART * math.sqrt(i) * math.cos(i * _GOLDEN) for i in range(size)]
    y = [_APART * math.sqrt(i) * math.sin(i * _GOLDEN) for i in range(size)]
    pairs = [(index[a], index[b], w) for (a, b), w in links.items() if a in index and b in index]
    for step in range(_STEPS):
        dx, dy = _push(x, y)
        for i, j, weight in pairs:
            ex, ey = x[i] - x[j], y[i] - y[j]
            pull = math.hypot(ex, ey) / _APART * min(weight, 3.0)
            dx[i] -= ex * pull
            dy[i] -= ey * pull
            dx[j] += ex * pull
            dy[j] += ey * pull
        heat = _APART * 0.6 * (1 - step / _STEPS) ** 1.5 + 1
        for i in range(size):
            dx[i] -= x[i] * 0.10
            dy[i] -= y[i] * 0.16
            length = math.hypot(dx[i], dy[i]) or 1.0
            go = min(length, heat) / length
            x[i] += dx[i] * go
            y[i] += dy[i] * go
    return {actor: (x[i], y[i]) for actor, i in index.items()}


def _push(x: Sequence[float], y: Sequence[float]) -> tuple[list[float], list[float]]:
    size = len(x)
    dx, dy = [0.0] * size, [0.0] * size
    square = _APART * _APART
    for i in range(size):
        xi, yi = x[i], y[i]
        for j in range(i):
            ex, ey = xi - x[j], yi - y[j]
            near = ex * ex + ey * ey
            if near < 1e-6:
                ex, ey, near = 0.1 * (i + 1), 0.1 * (j + 1), 1.0
            if near > 30 * square:
                continue
            push = square / near
            dx[i] += ex * push
            dy[i] += ey * push
            dx[j] -= ex * push
            dy[j] -= ey * push
    return dx, dy


def _satellites(actors: Sequence[str], links: _Links, spots: dict[str, _Point]) -> None:
    """Beside the neighbour with the strongest tie, outwards; those without any in a ring around all."""
    near: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (a, b), weight in links.items():
        near[a].append((-weight, b))
        near[b].append((-weight, a))
    held: Counter[str] = Counter()
    alone = []
    for actor in actors:
        known = sorted(pair for pair in near[actor] if pair[1] in spots)
        if not known:
            alone.append(actor)
            continue
        host = known[0][1]
        hx, hy = spots[host]
        held[host] += 1
        angle = math.atan2(hy, hx) + held[host] * _GOLDEN
        reach = _APART * (0.6 + 0.35 * math.sqrt(held[host]))
        spots[actor] = (hx + reach * math.cos(angle), hy + reach * math.sin(angle))
    edge = max((math.hypot(*spot) for spot in spots.values()), default=0.0) + _APART
    around = max(1, int(edge * 2 * math.pi / _GAP))
    for i, actor in enumerate(alone):
        ring = edge + _GAP * (i // around)
        angle = (i % around) * 2 * math.pi / around
        spots[actor] = (ring * math.cos(angle), ring * math.sin(angle))


def _part(spots: dict[str, _Point], rounds: int = 12) -> None:
    """Moves actors apart that stand closer than a name's width (names are wider than high)."""
    names = list(spots)
    for _ in range(rounds):
        cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
        for name in names:
            cells[_cell(spots[name], _GAP)].append(name)
        moved = False
        for name in names:
            cx, cy = _cell(spots[name], _GAP)
            for other in [o for i in (-1, 0, 1) for j in (-1, 0, 1) for o in cells.get((cx + i, cy + j), ())]:
                moved |= name < other and _two_apart(spots, name, other)
        if not moved:
            return


def _two_apart(spots: dict[str, _Point], one: str, other: str) -> bool:
    (ax, ay), (bx, by) = spots[one], spots[other]
    ex, ey = bx - ax, (by - ay) * 1.6
    apart = math.hypot(ex, ey)
    if apart >= _GAP:
        return False
    if apart < 1e-6:
        ex, ey, apart = 1.0, 0.6, 1.2
    half = (_GAP - apart) / 2 / apart
    spots[one] = (ax - ex * half, ay - ey * half / 1.6)
    spots[other] = (bx + ex * half, by + ey * half / 1.6)
    return True


def _flowers(events: Mapping[str, Sides], spots: Mapping[str, _Point]) -> dict[str, _Point]:
    taken: set[tuple[int, int]] = set()
    for x, y in spots.values():
        cx, cy = _cell((x, y), _PETAL)
        taken.update((cx + i, cy + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
    petals: Counter[tuple[str, ...]] = Counter()
    out: dict[str, _Point] = {}
    floor = max((y for _, y in spots.values()), default=0.0) + 2 * _APART
    for event, sides in events.items():
        parties = tuple(sorted({*sides[0], *sides[1], *sides[2]} & spots.keys()))
        ax, ay = _between(sides, spots) if parties else (0.0, floor)
        while True:
            n = petals[parties]
            petals[parties] += 1
            spot = (ax + _PETAL * math.sqrt(n) * math.cos(n * _GOLDEN), ay + _PETAL * math.sqrt(n) * math.sin(n * _GOLDEN))
            if _cell(spot, _PETAL) not in taken:
                break
        taken.add(_cell(spot, _PETAL))
        out[event] = spot
    return out


def _between(sides: Sides, spots: Mapping[str, _Point]) -> _Point:
    """The middle of the two sides' middles; beside the actor for an event of one."""
    middles = [_middle([spots[a] for a in side if a in spots]) for side in sides[:2]]
    known = [spot for spot in middles if spot] or [spots[a] for a in sides[2] if a in spots]
    parties = {a for side in sides for a in side if a in spots}
    if len(parties) == 1:
        x, y = spots[next(iter(parties))]
        away = math.hypot(x, y) or 1.0
        return x + 70 * (x / away if away > 1 else 1.0), y + 70 * (y / away if away > 1 else 0.0)
    return _middle(known) or (0.0, 0.0)


def _middle(points: Sequence[_Point]) -> _Point | None:
    if not points:
        return None
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _cell(spot: _Point, size: float) -> tuple[int, int]:
    return math.floor(spot[0] / size), math.floor(spot[1] / size)
