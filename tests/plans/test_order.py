"""The order of saved careers and of steps, by moving them one place at a time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from plans import actions
from plans.actions import Refused
from plans.models import Plan, Step
from tests.factories import CareerFactory, UserFactory

MOVES = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["up", "down"])), max_size=12)


def swap(order, place, way):
    """What a move means, in plain Python."""
    other = place + (-1 if way == "up" else 1)
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]


class TestAnyMoves(TestCase):
    @settings(deadline=None, max_examples=50)  # each example writes to the database, on a machine that may be busy
    @given(size=st.integers(1, 6), moves=MOVES, removed=st.sets(st.integers(0, 5)))
    def test_any_moves_leave_the_same_rows_in_the_order_asked_for(self, size, moves, removed):
        plan = Plan.objects.create(user=UserFactory())
        rows = [plan.steps.create(text=f"Step {number}.") for number in range(size)]
        for number in removed & set(range(1, size)):
            actions.remove_step(step=rows[number])
        expected = list(plan.steps.kept())

        for place, way in moves:
            place %= len(expected)
            actions.move_step(step=expected[place], way=way)
            swap(expected, place, way)

        assert list(plan.steps.kept()) == expected
        assert set(plan.steps.all()) == set(rows)


@pytest.mark.parametrize(("way", "place"), [("up", 1), ("down", 2)])
def test_a_move_tells_the_new_place_and_stops_at_the_end(student, target, way, place):
    actions.save_career(user=student, career=CareerFactory())

    assert [actions.move_target(target=target, way=way) for _ in range(2)] == [place, place]


def test_a_saved_career_moves_among_those_in_the_plan(student, target):
    middle, last = (actions.save_career(user=student, career=CareerFactory()) for _ in range(2))
    actions.remove_target(target=middle)

    actions.move_target(target=last, way="up")

    assert list(student.plan.targets.kept()) == [last, target]


def test_a_step_moves_among_those_it_stands_with(target, add_step):
    under, alone, other = add_step("A.", target=target), add_step("B."), add_step("C.", target=target)

    actions.move_step(step=other, way="up")

    assert list(Step.objects.filter(target=target)) == [other, under]
    assert actions.move_step(step=alone, way="up") == 1


def test_what_was_taken_out_cannot_be_moved(step):
    actions.remove_step(step=step)

    with pytest.raises(Refused):
        actions.move_step(step=step, way="up")


def test_what_comes_back_stands_near_where_it_was(add_step):
    steps = [add_step(f"Step {number}.") for number in range(3)]
    actions.remove_step(step=steps[1])
    actions.restore_step(step=steps[1])

    assert list(Step.objects.all()) == steps
