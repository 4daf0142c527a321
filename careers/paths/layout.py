"""The drawing of what leads to a career and where it leads: a column for each step, and lines between them."""

from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from careers.paths.around import Around
from careers.paths.graph import Node
from careers.paths.steps import Step

WIDTH, HEIGHT = 216, 100
ACROSS, DOWN = 38, 14
LETTERS, LINES = 21, 3
TOP, LINE = 23, 19


@dataclass(frozen=True)
class Box:
    """A career at its place; ``lines`` are its title, ``baselines`` where each of them and the pay stand."""

    node: Node
    x: int
    y: int
    here: bool

    @property
    def lines(self) -> list[tuple[int, str]]:
        lines = wrap(self.node.title, LETTERS)
        if len(lines) > LINES:
            lines = [*lines[: LINES - 1], f"{lines[LINES - 1][: LETTERS - 1].rstrip(' ,')}…"]
        return [(self.y + TOP + number * LINE, line) for number, line in enumerate(lines)]

    @property
    def pay_at(self) -> int:
        return self.y + HEIGHT - 12

    @property
    def text_at(self) -> int:
        return self.x + 12


@dataclass(frozen=True)
class Line:
    path: str
    known: bool


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    box_width: int
    box_height: int
    boxes: list[Box]
    lines: list[Line]


def draw(here: Node, found: Around) -> Drawing:
    """Each career once in its column; a second step stands level with the first steps that lead to it."""
    columns = columns_of(here, found)
    height = max(len(column) for column in columns) * (HEIGHT + DOWN) - DOWN
    boxes: dict[tuple[int, str], Box] = {}
    for number, column in enumerate(columns):
        start = (height - len(column) * (HEIGHT + DOWN) + DOWN) // 2
        for row, node in enumerate(column):
            x, y = number * (WIDTH + ACROSS), start + row * (HEIGHT + DOWN)
            boxes[number, node.slug] = Box(node, x, y, node == here)
    width = len(columns) * (WIDTH + ACROSS) - ACROSS
    return Drawing(width, height, WIDTH, HEIGHT, list(boxes.values()), lines(boxes, found))


def columns_of(here: Node, found: Around) -> list[list[Node]]:
    first, second = rings(found.onward.branches, lambda step: step.after)
    last, before_last = rings(found.earlier.branches, lambda step: step.before)
    return [column for column in (before_last, last, [here], first, second) if column]


def rings(branches, end) -> tuple[list[Node], list[Node]]:
    """First and second steps. A second step that several lead to stands in the middle of them."""
    levels: dict[Node, list[int]] = {}
    for level, branch in enumerate(branches):
        for step in branch.further:
            levels.setdefault(end(step), []).append(level)
    middle = sorted(levels, key=lambda node: sum(levels[node]) / len(levels[node]))
    return [end(branch.step) for branch in branches], middle


def lines(boxes: dict[tuple[int, str], Box], found: Around) -> list[Line]:
    """Between neighbouring columns; known steps last, so that they lie on top."""
    steps = {(step.before.slug, step.after.slug): step for step in (*found.earlier.steps, *found.onward.steps)}
    columns = range(max(number for number, _ in boxes) + 1)
    drawn = [
        line(box, other, steps[slug, next_slug])
        for left, right in pairwise(columns)
        for (number, slug), box in boxes.items()
        if number == left
        for (next_number, next_slug), other in boxes.items()
        if next_number == right and (slug, next_slug) in steps
    ]
    return sorted(drawn, key=lambda line: line.known)


def line(box: Box, other: Box, step: Step) -> Line:
    x, y, end_x, end_y = box.x + WIDTH, box.y + HEIGHT // 2, other.x, other.y + HEIGHT // 2
    middle = (x + end_x) // 2
    return Line(f"M{x} {y}C{middle} {y} {middle} {end_y} {end_x} {end_y}", step.known)
