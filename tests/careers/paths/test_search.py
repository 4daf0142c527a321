"""Ways through the graph: the shortest, never in circles, never for long."""

import itertools
from random import Random

import pytest

from careers.paths import search
from careers.paths.graph import MONTH, STEP, Graph, link


def graph_of(*edges, size=None):
    """Places by number; an edge may say its years as a third number."""
    size = size or 1 + max(place for edge in edges for place in edge[:2])
    graph = Graph([None] * size, {}, [[] for _ in range(size)], [[] for _ in range(size)], {}, "", "")
    for before, after, *years in edges:
        link(graph, before, after, rank=1, cost=STEP + 1 + MONTH * 12 * sum(years))
    return graph


def test_fewest_steps_come_first_then_fewest_years():
    graph = graph_of((0, 1, 5), (1, 4, 5), (0, 2, 1), (2, 4, 1), (0, 3), (3, 2), (0, 4, 9))

    assert search.ways(graph, 0, 4) == [(0, 4), (0, 2, 4), (0, 1, 4)]


@pytest.mark.parametrize("goal", [0, 2, 3])
def test_there_is_no_way_to_oneself_or_to_what_nothing_leads_to(goal):
    assert search.ways(graph_of((0, 1), (2, 1), (1, 1), size=4), 0, goal) == []


def test_circles_are_not_walked():
    graph = graph_of((0, 1), (1, 0), (1, 2), (2, 1), (2, 0), (2, 3))

    assert search.ways(graph, 0, 3) == [(0, 1, 2, 3)]


def test_a_second_way_is_no_long_detour():
    graph = graph_of((0, 9), *itertools.pairwise([0, 1, 2, 3, 9]))

    assert search.ways(graph, 0, 9) == [(0, 9)]


def test_a_great_many_circles_end_soon(monkeypatch):
    everywhere = list(itertools.permutations(range(60), 2))
    graph = graph_of(*everywhere, (0, 60), (60, 61), (61, 62))
    pushed = []
    monkeypatch.setattr(search, "heappush", lambda heap, item: pushed.append(item) or heap.append(item))

    assert search.ways(graph, 1, 62)[0] == (1, 0, 60, 61, 62)
    assert len(pushed) < 60 * search.MOST_TRIED


def test_the_nearest_is_the_reachable_one_that_is_fewest_steps_from_the_goal():
    graph = graph_of((0, 1), (1, 2), (3, 2), (4, 3), size=6)

    assert search.nearest(graph, 0, 4) == [2, 1]
    assert search.nearest(graph, 0, 5) == []
    assert search.nearest(graph, 2, 0) == []


def every_way(graph, way, goal, cost=0):
    """Cost and places of all there are, by trying them all."""
    if way[-1] == goal:
        yield cost, way
        return
    for _, place, more in graph.onward[way[-1]]:
        if place not in way:
            yield from every_way(graph, (*way, place), goal, cost + more)


@pytest.mark.parametrize("seed", range(20))
def test_it_finds_what_trying_all_ways_finds(seed):
    random = Random(seed)
    edges = [(one, other, random.randint(0, 9)) for one, other in itertools.permutations(range(8), 2)]
    graph = graph_of(*random.sample(edges, 18), size=8)

    ways = sorted(every_way(graph, (0,), 7))
    best = [cost for cost, way in ways if len(way) <= len(ways[0][1]) + search.MOST_DETOUR][: search.MOST_WAYS]

    costs = {way: cost for cost, way in ways}
    assert [costs[way] for way in search.ways(graph, 0, 7)] == best
