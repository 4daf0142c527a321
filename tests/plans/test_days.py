"""“Today”, “the next 7 days” and “overdue” are the student's own."""

import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from plans.board import When, when
from plans.models import Step
from tests.factories import UserFactory

SUNDAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (-1, When.OVERDUE),
        (0, When.TODAY),
        (1, When.SOON),
        (6, When.SOON),
        (7, When.LATER),
        (None, When.ANY_TIME),
    ],
)
def test_soon_is_within_seven_days_whatever_day_it_is(due, expected):
    step = Step(due_on=None if due is None else SUNDAY + datetime.timedelta(days=due))

    assert when(step, SUNDAY) == expected


def test_what_is_done_is_never_overdue():
    assert when(Step(due_on=SUNDAY, done_on=SUNDAY), SUNDAY + datetime.timedelta(days=9)) == When.DONE


def signed_in(zone):
    client = Client()
    student = UserFactory(time_zone=zone)
    client.force_login(student)
    client.post("/plan/steps/new/", {"text": "Ask.", "due_on": "2026-11-25"})
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Pacific/Auckland"])
@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("2026-11-24 23:59", When.SOON),
        ("2026-11-25 00:01", When.TODAY),
        ("2026-11-25 23:59", When.TODAY),
        ("2026-11-26 00:01", When.OVERDUE),
    ],
)
def test_a_day_ends_at_the_students_midnight(zone, clock, expected):
    with time_machine.travel(datetime.datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo(zone)), tick=False):
        board = signed_in(zone).get("/plan/").context["board"]

    assert [row.when for row in board.rows] == [expected]


@pytest.mark.django_db
@pytest.mark.parametrize(("zone", "day"), [("Pacific/Honolulu", 24), ("Pacific/Auckland", 25)])
@time_machine.travel("2026-11-25 09:30Z", tick=False)
def test_done_on_is_the_students_day(zone, day):
    client = signed_in(zone)
    client.post(f"/plan/steps/{Step.objects.get().pk}/done/")

    assert Step.objects.get().done_on == datetime.date(2026, 11, day)


@pytest.mark.django_db
@time_machine.travel("2026-11-24 12:00Z", tick=False)
def test_overdue_comes_first_and_then_the_next_days_in_order():
    client = signed_in("UTC")
    for text, due in (
        ("Late.", "2026-11-20"),
        ("Later.", "2026-12-20"),
        ("Today.", "2026-11-24"),
        ("Latest.", "2026-11-01"),
    ):
        client.post("/plan/steps/new/", {"text": text, "due_on": due})
    board = client.get("/plan/").context["board"]

    assert [str(row.step) for row in board.overdue] == ["Latest.", "Late."]
    assert [str(row.step) for row in board.next_days] == ["Today.", "Ask."]
