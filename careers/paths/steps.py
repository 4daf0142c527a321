"""What is said of a step, and of a way of several."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from careers.figures.people import ZONES
from careers.glance import TOP_PAY
from careers.models import Education
from careers.paths.graph import Graph, Node, known_years, official_years


@dataclass(frozen=True)
class Step:
    """From one career to the next. ``known`` is whether an editor wrote it down; else it is O*NET's word."""

    before: Node
    after: Node
    known: bool
    needs: str
    years: str
    more_pay: str
    least_years: float


@dataclass(frozen=True)
class WayShown:
    start: Node
    steps: list[Step]

    @property
    def slugs(self) -> str:
        return ",".join([self.start.slug, *(step.after.slug for step in self.steps)])

    @property
    def end(self) -> Node:
        return self.steps[-1].after

    @property
    def years(self) -> str:
        """All of its steps together, as far as anybody says."""
        total = round(sum(step.least_years for step in self.steps))
        return f"up to about {total} year{'' if total == 1 else 's'} of study and training" if total else ""


def step_of(graph: Graph, before: int, after: int) -> Step:
    start, end = graph.nodes[before], graph.nodes[after]
    stated = graph.stated.get((before, after))
    pay = more_pay(start.pay, end.pay)
    if stated is None:
        study = official_years(start, end)
        return Step(start, end, False, usually_needed(end), study_words(start, end), pay, study)
    years = f"{stated.years} year{'' if stated.years == '1' else 's'}" if stated.years else ""
    return Step(start, end, True, stated.needs or usually_needed(end), years, pay, known_years(graph, before, after))


def way_of(graph: Graph, places: Sequence[int]) -> WayShown:
    steps = [step_of(graph, *pair) for pair in pairwise(places)]
    return WayShown(graph.nodes[places[0]], steps)


def usually_needed(node: Node) -> str:
    if node.education is not None:
        return Education(node.education).label
    meaning = ZONES[int(node.zone)][1] if node.zone in ZONES else ""
    return meaning[:1].upper() + meaning[1:]


def study_words(before: Node, after: Node) -> str:
    """The years of study between two levels of education; nothing where one is unknown."""
    if before.education is None or after.education is None:
        return ""
    years = official_years(before, after)
    return f"about {years} more year{'' if years == 1 else 's'} of study" if years else "no more schooling"


def more_pay(before: int | None, after: int | None) -> str:
    """The difference of two medians. From ``TOP_PAY`` up no more is published than “at least”."""
    if before is None or after is None or (before >= TOP_PAY and after >= TOP_PAY):
        return ""
    difference = after - before
    if not difference:
        return "the same pay"
    amount = f"{'+' if difference > 0 else '−'}${abs(difference):,} a year"
    return f"{amount} or more" if TOP_PAY in (before, after) else amount
