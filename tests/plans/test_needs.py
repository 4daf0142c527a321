"""What needs me: the student's page."""

import datetime
import uuid

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plans import actions
from plans.models import Application, Goal, Link, Plan, State
from plans.needs import waiting_for
from tests.factories import PlanFactory, UserFactory

pytestmark = pytest.mark.django_db
PAGE = "/plan/needs/"


def on(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


@pytest.fixture
def plan(student):
    return PlanFactory(user=student)


def words(user) -> list[str]:
    return [need.words for need in waiting_for([user])[user.pk].needs]


def say(plan, *, by_staff=True, anchor=None, **kwargs):
    words = {"author_name": "Casey", "text": "Which day?", "by_staff": by_staff, "anchor": anchor}
    return plan.comments.create(**words | kwargs)


def test_nothing_waits_in_a_new_plan_nor_without_one(client, plan):
    assert words(plan.user) == []
    for user in (plan.user, UserFactory()):
        client.force_login(user)
        assert "Nothing waits for you now." in client.get(PAGE).text


def test_what_is_late_and_what_is_soon_stands_there_with_its_day(client, plan):
    for days in (-400, -1, 0, 14, 15):
        plan.steps.create(text=f"Step {days}", due_on=on(days))
    Goal.objects.create(plan=plan, text="A goal", due_on=on(3))
    Application.objects.create(plan=plan, to="College", due_on=on(-3))
    client.force_login(plan.user)

    text = client.get(PAGE).text

    assert words(plan.user) == ["3 things overdue", "3 things due within two weeks"]
    assert "Step 14" in text
    assert "Step 15" not in text


@pytest.mark.parametrize("state", ["done", "not-needed"])
def test_what_is_over_does_not_wait(plan, state):
    done_on = on(0) if state == "done" else None
    plan.steps.create(text="Step", due_on=on(-1), state=state, done_on=done_on)
    plan.steps.create(text="Step", due_on=on(-1), removed_at=timezone.now())
    Goal.objects.create(plan=plan, text="A goal", due_on=on(3), state=Goal.State.REACHED)

    assert words(plan.user) == []


def test_a_remark_waits_until_the_student_answers_at_that_place(client, plan):
    place = uuid.uuid4()
    say(plan)
    say(plan, anchor=place)
    assert words(plan.user) == ["2 remarks of your counsellor to answer"]

    say(plan, by_staff=False)
    assert words(plan.user) == ["1 remark of your counsellor to answer"]
    client.force_login(plan.user)
    assert reverse("plans:say", args=[place]) in client.get(PAGE).text

    say(plan, by_staff=False, anchor=place)
    assert words(plan.user) == []


def test_what_is_settled_and_what_the_student_said_needs_no_answer(plan):
    say(plan, settled_at=timezone.now())
    say(plan, by_staff=False)

    assert words(plan.user) == []


def test_a_plan_that_was_sent_back_waits(plan):
    Plan.objects.update(state=State.CHANGES_ASKED)

    assert words(plan.user) == ["Your plan was sent back: change it and send it again"]


def test_once_a_year_it_asks_whether_the_plan_is_right(plan):
    Plan.objects.update(confirmed_on=on(-301))
    assert words(plan.user) == ["Your plan is a year old: is it still right?"]

    actions.confirm(user=plan.user)
    assert words(plan.user) == []


@pytest.mark.parametrize(("days", "count"), [(-1, 0), (0, 1), (14, 1), (15, 0)])
def test_a_link_that_ends_soon_is_named(plan, days, count):
    Link.objects.create(plan=plan, name="Grandma", digest="a", parts=["goals"], ends_on=on(days))
    Link.objects.create(plan=plan, name="Aunt", digest="b", ends_on=on(2), revoked_at=timezone.now())

    assert len(words(plan.user)) == count


@time_machine.travel("2026-11-28 03:00Z", tick=False)
def test_today_is_that_of_the_student(plan):
    """In New York it is the evening before."""
    plan.steps.create(text="Step", due_on=datetime.date(2026, 11, 27))
    plan.user.time_zone = "Pacific/Auckland"
    assert words(plan.user) == ["1 thing overdue"]
    plan.user.time_zone = "America/New_York"
    assert words(plan.user) == ["1 thing due within two weeks"]


@pytest.mark.parametrize("count", [1, 30])
def test_it_costs_the_same_queries_for_one_and_for_many(count, django_assert_num_queries):
    plans = [PlanFactory() for _ in range(count)]
    for each in plans:
        say(each)
        each.steps.create(text="Step", due_on=on(-1))

    with django_assert_num_queries(6):
        found = waiting_for([each.user for each in plans])
    assert all(len(each.needs) == 2 for each in found.values())


def test_nobody_elses_plan_is_on_the_page(client, plan):
    plan.steps.create(text="Visit a ward.", due_on=on(-1))
    client.force_login(PlanFactory().user)

    assert "Visit a ward." not in client.get(PAGE).text
