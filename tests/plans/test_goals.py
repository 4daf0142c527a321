"""The two goals of the whole plan, and the goals under which steps stand."""

import uuid

import pytest

from plans import actions
from plans.models import Goal, Plan, Step

GOALS = "/plan/goals/"


@pytest.fixture
def goal(student):
    return actions.add_row(user=student, model=Goal, token=uuid.uuid4(), text="Speak Spanish.")


def steps_of(groups):
    return {str(group.goal): [str(row.step) for row in group.rows] for group in groups}


def test_the_two_goals_are_written(student_client, student):
    response = student_client.post(GOALS, {"after_school": "College.", "in_work": "Books.", "version": 0})

    plan = Plan.objects.get(user=student)
    assert response.url == "/plan/#aims-of-plan"
    assert (plan.after_school, plan.in_work) == ("College.", "Books.")
    assert "College." in student_client.get("/plan/").text


def test_reading_the_form_makes_no_plan(student_client):
    assert student_client.get(GOALS).status_code == 200
    assert not Plan.objects.exists()


@pytest.mark.parametrize("text", ["", "🎉" * 500, "مرحبا", "x" * 2_000])
def test_any_words_are_kept(student_client, text):
    student_client.post(GOALS, {"after_school": text, "in_work": "Books.", "version": 0})

    assert Plan.objects.get().after_school == text


def test_too_many_words_come_back(student_client):
    response = student_client.post(GOALS, {"after_school": "x" * 100_000, "version": 0})

    assert "Keep it to 2000 characters; this has 100000." in response.text
    assert "x" * 100_000 in response.text


def test_goals_changed_meanwhile_show_both_texts(student_client):
    student_client.post(GOALS, {"after_school": "From tab one.", "version": 0})

    response = student_client.post(GOALS, {"after_school": "From tab two.", "version": 0})

    assert Plan.objects.get().after_school == "From tab one."
    assert "From tab one." in response.text
    assert "From tab two.</textarea>" in response.text
    assert response.context["version"] == 1


def test_goals_can_only_be_read_and_written(student_client):
    assert student_client.put(GOALS).status_code == 405


def test_a_step_stands_under_its_goal(student_client, goal):
    student_client.post("/plan/steps/new/", {"text": "Read.", "goal": goal.pk})

    board = student_client.get("/plan/").context["board"]
    assert steps_of(board.goals) == {"Speak Spanish.": ["Read."]}
    assert board.alone.rows == []


def test_a_step_of_a_career_is_named_under_its_goal_and_counted_once(student_client, goal, target):
    student_client.post("/plan/steps/new/", {"text": "Read.", "goal": goal.pk, "target": target.pk})

    board = student_client.get("/plan/").context["board"]
    assert [str(row.step) for row in board.goals[0].others] == ["Read."]
    assert [str(row.step) for row in board.groups[0].rows] == ["Read."]
    assert board.count == 1


def test_steps_of_a_deleted_goal_stand_on_their_own_and_go_back_with_it(student_client, goal):
    student_client.post("/plan/steps/new/", {"text": "Read.", "goal": goal.pk})
    actions.remove_row(row=goal)
    assert [str(row.step) for row in student_client.get("/plan/").context["board"].alone.rows] == ["Read."]

    actions.restore_row(row=goal)

    assert steps_of(student_client.get("/plan/").context["board"].goals) == {"Speak Spanish.": ["Read."]}


def test_the_form_of_a_step_is_meant_for_the_goal_it_was_asked_from(student_client, goal):
    form = student_client.get("/plan/steps/new/", {"goal": goal.pk}).context["form"]

    assert form["goal"].value() == goal.pk


def test_steps_move_among_those_of_their_goal(student_client, student, goal, add_step):
    add_step("On its own.")
    first, second = (
        actions.add_step(user=student, text=text, due_on=None, target=None, goal=goal, token=uuid.uuid4())
        for text in ("First.", "Second.")
    )

    student_client.post(f"/plan/steps/{second.pk}/move/", {"way": "up"})

    assert list(Step.objects.filter(goal=goal).order_by("position")) == [second, first]
