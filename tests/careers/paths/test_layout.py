"""The drawing: a column for each step, each career once in its column, and no title beyond its box."""

import pytest

from careers.paths.around import Around, Branch, Side
from careers.paths.graph import Node
from careers.paths.layout import DOWN, HEIGHT, LETTERS, LINES, Box, draw
from careers.paths.steps import Step

NOTHING = Side([], [])


def node(title):
    return Node(title.lower(), title, title, "", None, None, None, "")


def step(before, after, *, known=False):
    return Step(node(before), node(after), known, "", "", "", 0)


def drawing(**sides):
    return draw(node("Here"), Around(**{"earlier": NOTHING, "onward": NOTHING} | sides))


@pytest.fixture
def converging():
    """Two first steps that lead to the same second one."""
    branches = [
        Branch(step("Here", "A"), [step("A", "C")], 0),
        Branch(step("Here", "B", known=True), [step("B", "C"), step("B", "D")], 0),
    ]
    return drawing(onward=Side(branches, []))


def test_a_career_that_two_lead_to_is_drawn_once(converging):
    assert [box.node.title for box in converging.boxes] == ["Here", "A", "B", "C", "D"]
    assert len(converging.lines) == 5


def test_careers_of_a_column_stand_apart(converging):
    columns = {}
    for box in converging.boxes:
        columns.setdefault(box.x, []).append(box.y)

    assert [len(column) for _, column in sorted(columns.items())] == [1, 2, 2]
    assert all(low - high == HEIGHT + DOWN for high, low in list(columns.values())[1:])


def test_known_steps_lie_on_top(converging):
    assert [line.known for line in converging.lines] == [False, False, False, False, True]


def test_what_leads_here_stands_to_the_left():
    found = drawing(earlier=Side([Branch(step("A", "Here"), [step("B", "A")], 0)], []))

    assert [box.node.title for box in sorted(found.boxes, key=lambda box: box.x)] == ["B", "A", "Here"]
    assert all(0 <= box.y <= found.height - HEIGHT for box in found.boxes)


@pytest.mark.parametrize(
    "title", ["Cooks", "Word " * 24, "W" * 120, "Heating, Air Conditioning, and Refrigeration Mechanics"]
)
def test_a_title_stays_in_its_box(title):
    lines = [line for _, line in Box(node(title), 0, 0, here=False).lines]

    assert 1 <= len(lines) <= LINES
    assert all(len(line) <= LETTERS for line in lines)
    assert (lines[-1][-1] == "…") == (len(title) > 50)
