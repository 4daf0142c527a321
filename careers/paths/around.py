"""Two steps each way from a career: the best of each, and what is left of the first steps."""

from collections.abc import Callable
from dataclasses import dataclass

from careers.paths.graph import Graph, Link
from careers.paths.steps import Step, step_of

BREADTH, FURTHER = 4, 2


@dataclass(frozen=True)
class Branch:
    """A first step, the second steps from there, and how many more of those there are."""

    step: Step
    further: list[Step]
    more: int


@dataclass(frozen=True)
class Side:
    branches: list[Branch]
    rest: list[Step]

    @property
    def steps(self) -> list[Step]:
        """What a drawing shows."""
        return [step for branch in self.branches for step in (branch.step, *branch.further)]


@dataclass(frozen=True)
class Around:
    earlier: Side
    onward: Side


def around(graph: Graph, here: int) -> Around:
    """Jobs that take as much preparation lead both ways: they are shown once, among where it leads."""
    onward = graph.onward[here]
    ahead = {place for _, place, _ in onward}
    earlier = [link for link in graph.earlier[here] if link[1] not in ahead or (link[1], here) in graph.stated]
    near = {here, *ahead, *(place for _, place, _ in earlier)}
    return Around(
        side(graph, graph.earlier, here, earlier, near, lambda one, other: step_of(graph, other, one)),
        side(graph, graph.onward, here, onward, near, lambda one, other: step_of(graph, one, other)),
    )


def side(
    graph: Graph,
    table: list[list[Link]],
    here: int,
    links: list[Link],
    near: set[int],
    step: Callable[[int, int], Step],
) -> Side:
    branches = []
    for _, place, _ in links[:BREADTH]:
        beyond = [further for _, further, _ in table[place] if further not in near]
        steps = [step(place, further) for further in beyond[:FURTHER]]
        branches.append(Branch(step(here, place), steps, max(0, len(beyond) - FURTHER)))
    return Side(branches, [step(here, place) for _, place, _ in links[BREADTH:]])
