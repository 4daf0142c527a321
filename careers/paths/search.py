"""Ways through the graph. Circles cannot hold any of this up: every search is bounded."""

from collections.abc import Collection
from heapq import heappop, heappush

from careers.paths.graph import STEP, Graph, Link

MOST_WAYS = 3
# A second way is worth telling if it takes no more than so many steps more than the shortest.
MOST_DETOUR = 2
LONGEST = 12
MOST_TRIED = 3_000

Way = tuple[int, ...]


def ways(graph: Graph, start: int, goal: int) -> list[Way]:
    """Up to three ways as places from start to goal: the fewest steps first, then the fewest years, none in circles.

    What is left from every place to the goal is known exactly before the search begins, so that it hardly ever turns
    into a way that does not come first.
    """
    left = costs_to(graph, goal)
    if start not in left or start == goal:
        return []
    most = min(left[start] // STEP + MOST_DETOUR, LONGEST)
    found: list[Way] = []
    begun: list[tuple[int, Way]] = [(left[start], (start,))]
    for _ in range(MOST_TRIED):
        if not begun or len(found) == MOST_WAYS:
            break
        cost, way = heappop(begun)
        if way[-1] == goal:
            found.append(way)
            continue
        spent = cost - left[way[-1]]
        for _, place, more in graph.onward[way[-1]]:
            if place in left and place not in way and (total := spent + more + left[place]) // STEP <= most:
                heappush(begun, (total, (*way, place)))
    return found


def costs_to(graph: Graph, goal: int) -> dict[int, int]:
    """The least it costs to get to the goal, from every place there is a way from."""
    costs: dict[int, int] = {}
    begun = [(0, goal)]
    while begun:
        cost, place = heappop(begun)
        if place in costs:
            continue
        costs[place] = cost
        for _, before, more in graph.earlier[place]:
            if before not in costs:
                heappush(begun, (cost + more, before))
    return costs


def nearest(graph: Graph, start: int, goal: int, most: int = 3) -> list[int]:
    """Where you can get to from the start that is the least steps from the goal, whichever way the steps go."""
    reachable = reached(start, [graph.onward]) - {start}
    found: list[int] = []
    seen, ring = {goal}, [goal]
    while ring and len(found) < most:
        ring = next_ring(ring, seen, [graph.onward, graph.earlier])
        found += [place for place in ring if place in reachable]
    return found[:most]


def reached(start: int, ways_on: Collection[list[list[Link]]]) -> set[int]:
    seen, ring = {start}, [start]
    while ring:
        ring = next_ring(ring, seen, ways_on)
    return seen


def next_ring(ring: list[int], seen: set[int], ways_on: Collection[list[list[Link]]]) -> list[int]:
    """The places one step on that have not been seen yet, the best first; they count as seen now."""
    links = sorted(link for place in ring for table in ways_on for link in table[place])
    found = dict.fromkeys(place for _, place, _ in links if place not in seen)
    seen.update(found)
    return list(found)
