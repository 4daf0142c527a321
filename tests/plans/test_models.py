import datetime

import pytest
from django.db import IntegrityError

from plans.models import Plan, Step, Target
from tests.factories import CareerFactory, UserFactory


@pytest.fixture
def plan(student):
    return Plan.objects.create(user=student)


def refused(name):
    """SQLite names the columns of a broken unique constraint, PostgreSQL the constraint."""
    return pytest.raises(IntegrityError, match=name)


def test_an_account_has_one_plan(plan, student):
    with refused("plans_plan"):
        Plan.objects.create(user=student)


def test_a_career_is_saved_once(plan):
    career = CareerFactory()
    plan.targets.create(career=career, title="A")

    with refused("plans_target"):
        plan.targets.create(career=career, title="A")


def test_a_form_makes_one_step(plan):
    step = plan.steps.create(text="Ask.")

    with refused("plans_step"):
        plan.steps.create(text="Ask.", token=step.token)


def test_an_item_is_taken_once(plan):
    taken = {"career": CareerFactory(), "section": "get-started", "item": "abc"}
    plan.steps.create(text="Ask.", **taken)

    with refused("plans_step"):
        plan.steps.create(text="Ask.", **taken)


def test_a_step_has_words(plan):
    with refused("plans_step_has_text"):
        plan.steps.create(text="")


@pytest.mark.parametrize("day", [datetime.date(1899, 12, 31), datetime.date(2201, 1, 1)])
def test_a_step_is_due_within_reach(plan, day):
    with refused("plans_step_due_in_reach"):
        plan.steps.create(text="Ask.", due_on=day)


def test_an_item_has_a_section(plan):
    with refused("plans_step_item_has_section"):
        plan.steps.create(text="Ask.", item="abc")


def test_a_target_is_called_as_its_career_is_now(target, technicians):
    type(technicians).objects.update(title="Library people")
    target.refresh_from_db()

    assert str(target) == "Library people"


@pytest.mark.parametrize("change", [{"status": "draft"}, None])
def test_a_target_whose_career_is_gone_is_called_as_it_was(target, technicians, change):
    if change:
        type(technicians).objects.update(**change, title="Draft title")
    else:
        technicians.delete()
    target = Target.objects.get()

    assert (str(target), target.is_open) == ("Library technicians", False)


def test_a_step_goes_out_of_sight_with_its_target(target, add_step):
    alone, under = add_step("Alone."), add_step("Under.", target=target)
    Target.objects.update(removed_at="2026-11-22T12:00Z")

    assert list(Step.objects.shown()) == [alone]
    assert set(Step.objects.kept()) == {alone, under}


def test_what_is_held_about_a_person_is_told_and_nobody_elses(student, target, add_step):
    add_step("Ask.", target=target)

    held = [row for model in (Plan, Target, Step) for row in model.held_about(student)]

    assert [row.get("step") or row.get("career") for row in held] == [None, "Library technicians", "Ask."]
    assert held[2]["for career"] == "Library technicians"
    assert [model.held_about(UserFactory()) for model in (Plan, Target, Step)] == [[], [], []]


def test_a_step_tells_the_item_it_was_taken_from(student, target):
    Step.objects.create(plan=target.plan, text="A", career=target.career, section="get-started", item="ask-them")

    (held,) = Step.held_about(student)

    told = {"from career": "Library technicians", "from section": "How to Get Started", "item": "ask-them"}
    assert held.items() >= told.items()


def test_a_plan_goes_with_its_account(student, target, step):
    student.delete()

    assert (Plan.objects.count(), Target.objects.count(), Step.objects.count()) == (0, 0, 0)


def test_a_plan_outlives_a_career(technicians, student, target, items):
    from plans.actions import Origin, take_item

    step = take_item(user=student, origin=Origin(technicians, "get-started", items[0]))
    technicians.delete()
    step.refresh_from_db()

    assert (step.text, step.career, step.target) == ("Ask the branch. Offer two hours a week.", None, target)
