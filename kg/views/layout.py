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
_WIDE = 2.0
"""How much a crowd is stretched: the part of a screen that shows it is wider than high."""
_GAP = 92.0
"""The least distance between two actors: room for a name between them."""
_PETAL = 34.0
"""The least distance between two events."""
_GOLDEN = math.pi * (3 - math.sqrt(5))

_Point = tuple[float, float]
_Links = dict[tuple[str, str], float]


def place(
    actors: Iterable[str], events: Mapping[str, Sides], kin: Iterable[tuple[str, str]] = ()
) -> tuple[dict[str, _Point], dict[str, _Point]]:
    """Places of actors and of events. The order of `events` counts: earlier ones stand nearer to their parties.

    `kin` are pairs of actors that belong together without an event (a minister and his state).

    >>> actors, events = place(["A", "B"], {"talks": (["A"], ["B"], [])})
    >>> (ax, ay), (bx, by), (x, y) = actors["A"], actors["B"], events["talks"]
    >>> abs(x - (ax + bx) / 2) < 40 and abs(y - (ay + by) / 2) < 40
    True
    """
    acting = {actor for sides in events.values() for side in sides for actor in side}
    links = _links(events.values(), (pair for pair in kin if acting.issuperset(pair)))
    degree = _degrees(links)
    ranked = sorted(set(actors), key=lambda actor: (-degree[actor], actor not in acting, actor))
    spots = _forces(ranked[:_CORE], links, degree)
    _gather(spots, links)
    _spread(spots)
    _satellites(ranked[_CORE:], links, spots)
    _part(spots)
    return spots, _flowers(events, spots)


def _links(events: Iterable[Sides], kin: Iterable[tuple[str, str]]) -> _Links:
    """How strongly two actors are tied: by their events, and a little by kinship (a minister and his state)."""
    found: Counter[tuple[str, str]] = Counter()
    for one, other, rest in events:
        parties = sorted({*one, *other, *rest})[:12]
        for pair in combinations(parties, 2):
            found[pair] += 1
    ties = {pair: 1 + math.log2(count) / 3 for pair, count in found.items()}
    for one, other in kin:
        pair = (min(one, other), max(one, other))
        ties[pair] = ties.get(pair, 0.0) + 0.7
    return dict(sorted(ties.items()))


def _degrees(links: _Links) -> defaultdict[str, float]:
    degree: defaultdict[str, float] = defaultdict(float)
    for (a, b), weight in links.items():
        degree[a] += weight
        degree[b] += weight
    return degree


def _forces(actors: Sequence[str], links: _Links, degree: Mapping[str, float]) -> dict[str, _Point]:
    """Linked actors attract, all repel, the busy ones more, so that hubs have room; from a sunflower start."""
    index = {actor: i for i, actor in enumerate(actors)}
    size = len(actors)
    x = [_APART * math.sqrt(i) * math.cos(i * _GOLDEN) for i in range(size)]
    y = [_APART * math.sqrt(i) * math.sin(i * _GOLDEN) for i in range(size)]
    mass = [1 + math.log2(1 + degree[actor]) for actor in actors]
    pairs = [(index[a], index[b], w) for (a, b), w in links.items() if a in index and b in index]
    for step in range(_STEPS):
        dx, dy = _push(x, y, mass)
        for i, j, weight in pairs:
            ex, ey = x[i] - x[j], y[i] - y[j]
            pull = weight * math.hypot(ex, ey) / _APART
            dx[i] -= ex * pull
            dy[i] -= ey * pull
            dx[j] += ex * pull
            dy[j] += ey * pull
        heat = _APART * 0.5 * (1 - step / _STEPS) ** 1.5 + 1
        for i in range(size):
            dx[i] -= x[i] * 0.08
            dy[i] -= y[i] * 0.40
            length = math.hypot(dx[i], dy[i]) or 1.0
            go = min(length * 0.25, heat) / length
            x[i] += dx[i] * go
            y[i] += dy[i] * go
    return {actor: (x[i], y[i]) for actor, i in index.items()}


def _push(x: Sequence[float], y: Sequence[float], mass: Sequence[float]) -> tuple[list[float], list[float]]:
    size = len(x)
    dx, dy = [0.0] * size, [0.0] * size
    square = _APART * _APART / 4
    for i in range(size):
        xi, yi, mi = x[i], y[i], mass[i] * square
        for j in range(i):
            ex, ey = xi - x[j], yi - y[j]
            near = ex * ex + ey * ey
            if near < 1.0:
                ex, ey, near = 0.1 * (i + 1), 0.1 * (j + 1), 1.0
            push = mi * mass[j] / near
            dx[i] += ex * push
            dy[i] += ey * push
            dx[j] -= ex * push
            dy[j] -= ey * push
    return dx, dy


def _gather(spots: dict[str, _Point], links: _Links) -> None:
    """Brings unconnected groups beside the largest one: what has no ties needs no distance either."""
    groups = _components(spots, links)
    boxes: list[tuple[float, float, float, float]] = []
    for group in groups:
        xs, ys = [spots[a][0] for a in group], [spots[a][1] for a in group]
        left, top, wide, high = min(xs), min(ys), max(xs) - min(xs) + _GAP * 1.6, max(ys) - min(ys) + _GAP
        bx, by = left - _GAP * 0.8, top - _GAP * 0.5
        n = 0
        while any(bx < x1 and x0 < bx + wide and by < y1 and y0 < by + high for x0, y0, x1, y1 in boxes):
            n += 1
            reach = 40.0 * math.sqrt(n)
            bx = reach * 1.5 * math.cos(n * _GOLDEN) - wide / 2
            by = reach * math.sin(n * _GOLDEN) - high / 2
        boxes.append((bx, by, bx + wide, by + high))
        for actor in group:
            x, y = spots[actor]
            spots[actor] = (x - left + bx + _GAP * 0.8, y - top + by + _GAP * 0.5)


def _spread(spots: dict[str, _Point]) -> None:
    """Evens out a crowd: its middle opens and its rim comes nearer, as each ring gets its share; and makes it wide."""
    share = min(0.75, max(0.0, (len(spots) - 15) / 80))
    wide = 1 + share * (_WIDE - 1) / 2
    order = sorted(spots, key=lambda actor: (math.hypot(*spots[actor]), actor))
    for rank, actor in enumerate(order):
        x, y = spots[actor]
        radius = math.hypot(x, y)
        if radius > 1:
            grow = (1 - share) + share * 0.9 * _APART * math.sqrt(rank + 0.5) / radius
            spots[actor] = (x * grow * wide, y * grow / wide)


def _components(actors: Iterable[str], links: _Links) -> list[list[str]]:
    """Groups of connected actors, the largest first."""
    root = {actor: actor for actor in actors}

    def find(one: str) -> str:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for a, b in links:
        if a in root and b in root:
            root[max(find(a), find(b))] = min(find(a), find(b))
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for actor in root:
        groups[find(actor)].append(actor)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))


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
    busy = Counter(actor for sides in events.values() for side in sides for actor in side)
    pull = {actor: 1 / math.sqrt(1 + math.log2(1 + busy[actor])) for actor in spots}
    petals: Counter[tuple[str, ...]] = Counter()
    out: dict[str, _Point] = {}
    floor = max((y for _, y in spots.values()), default=0.0) + 2 * _APART
    for event, sides in events.items():
        parties = tuple(sorted({*sides[0], *sides[1], *sides[2]} & spots.keys()))
        ax, ay = _between(sides, spots, pull) if parties else (0.0, floor)
        while True:
            n = petals[parties]
            petals[parties] += 1
            reach, turn = _PETAL * math.sqrt(n), n * _GOLDEN
            spot = (ax + reach * math.cos(turn), ay + reach * math.sin(turn))
            if _cell(spot, _PETAL) not in taken:
                break
        taken.add(_cell(spot, _PETAL))
        out[event] = spot
    return out


def _between(sides: Sides, spots: Mapping[str, _Point], pull: Mapping[str, float]) -> _Point:
    """Between the two sides, nearer to the less busy one (around a hub there is no room); beside a lone actor."""
    parties = {a for side in sides for a in side if a in spots}
    if len(parties) == 1:
        x, y = spots[next(iter(parties))]
        away = math.hypot(x, y)
        return (x + 70 * x / away, y + 70 * y / away) if away > 1 else (x + 70, y)
    middles = [_middle([a for a in side if a in spots], spots, pull) for side in sides[:2]]
    known = [side for side in middles if side] or [(spots[a], pull[a]) for a in sorted(parties)]
    full = sum(weight for _, weight in known)
    return sum(x * w for (x, _), w in known) / full, sum(y * w for (_, y), w in known) / full


def _middle(side: Sequence[str], spots: Mapping[str, _Point], pull: Mapping[str, float]) -> tuple[_Point, float] | None:
    """The middle of a side and the mean pull of its members."""
    if not side:
        return None
    full = sum(pull[a] for a in side)
    x, y = (sum(spots[a][k] * pull[a] for a in side) / full for k in (0, 1))
    return (x, y), full / len(side)


def _cell(spot: _Point, size: float) -> tuple[int, int]:
    return math.floor(spot[0] / size), math.floor(spot[1] / size)
