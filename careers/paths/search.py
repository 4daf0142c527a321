"""Ways through the graph. Circles cannot hold any of this up: every search is bounded."""

from heapq import heappop, heappush

from careers.paths.graph import STEP, Graph

MOST_WAYS = 3
# A second way is worth telling if it takes no more than so many steps more than the shortest.
MOST_DETOUR = 2
LONGEST = 12
MOST_TRIED = 3_000
BEYOND = STEP << 20

Way = tuple[int, ...]


def ways(graph: Graph, start: int, goal: int) -> list[Way]:
    """Up to three ways as places from start to goal: the fewest steps first, then the fewest years, none in circles.

    What is left from every place to the goal is known exactly before the search begins, so that it hardly ever turns
    into a way that does not come first.
    """
    left = costs_to(graph, start, goal)
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


def costs_to(graph: Graph, start: int, goal: int) -> dict[int, int]:
    """The least it costs to get to the goal, from each place whence a way could be of use.

    A step costs more than any years, so the places of one ring are all nearer than those of the next, and no queue is
    needed. Beyond the start's own ring, one more is enough for ``MOST_DETOUR``.
    """
    costs, ring, after_start = {goal: 0}, {goal: 0}, 0
    while ring and after_start < MOST_DETOUR - 1:
        after_start += start in costs
        following: dict[int, int] = {}
        for place, cost in ring.items():
            for _, before, more in graph.earlier[place]:
                if before not in costs and cost + more < following.get(before, BEYOND):
                    following[before] = cost + more
        costs |= following
        ring = following
    return costs


def leads_to(graph: Graph, start: int, goal: int) -> bool:
    return goal in reached(graph, start)


def nearest(graph: Graph, start: int, goal: int, most: int = 3) -> list[int]:
    """Where you can get to from the start that is the least steps from the goal, whichever way the steps go."""
    reachable = reached(graph, start) - {start}
    found: list[int] = []
    seen, ring = {goal}, [goal]
    while ring and reachable and len(found) < most:
        ring = next_ring(graph, ring, seen)
        found += [place for place in ring if place in reachable]
    return found[:most]


def reached(graph: Graph, start: int) -> set[int]:
    seen, left = {start}, [start]
    while left:
        new = {place for _, place, _ in graph.onward[left.pop()]} - seen
        seen |= new
        left += new
    return seen


def next_ring(graph: Graph, ring: list[int], seen: set[int]) -> list[int]:
    """The places one step on or back that have not been seen yet, the best first; they count as seen now."""
    links = sorted(link for place in ring for table in (graph.onward, graph.earlier) for link in table[place])
    found = dict.fromkeys(place for _, place, _ in links if place not in seen)
    seen.update(found)
    return list(found)
