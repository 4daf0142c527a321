"""What has a day, for other calendars: as a file, and at a secret address that can be taken back."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from plans.models import Goal, Plan, Step
from tests.plans.taking.conftest import DAY, RUDE

pytestmark = pytest.mark.django_db
FEED = "/plan/calendar/"


def events(response) -> dict[str, tuple]:
    found = Calendar.from_ical(response.content).walk("VEVENT")
    return {str(each["summary"]): (each["dtstart"].dt, each["dtend"].dt) for each in found}


@pytest.fixture
def feed(student_client, plan) -> str:
    student_client.post(FEED)
    return reverse("plans:calendar", args=[Plan.objects.get().feed])


def test_what_has_a_day_is_in_it(plan, get):
    response = get("take_calendar")

    day = (DAY, DAY + datetime.timedelta(days=1))
    names = {RUDE, "Goal: Learn first aid", "Deadline: Community college", "A day on a ward"}
    assert events(response) == dict.fromkeys(names, day)
    assert response["Content-Disposition"] == 'attachment; filename="plan.ics"'


def test_what_is_over_is_not_in_it(plan, get):
    Step.objects.update(state="done", done_on=DAY)
    Goal.objects.update(state="dropped")

    assert set(events(get("take_calendar"))) == {"Deadline: Community college", "A day on a ward"}


def test_words_cannot_add_lines(plan, get):
    Step.objects.filter(due_on=DAY).update(text="a\r\nEND:VEVENT\r\nATTACH:x\x07;b,c" + "ü" * 90)

    response = get("take_calendar")
    assert b"\r\nATTACH" not in response.content
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    assert len(events(response)) == 4


def test_nothing_that_was_thought_about_it_is_in_it(plan, get):
    content = get("take_calendar").content.decode()

    for words in ("I liked it.", "Tiring.", "Ms Bell", "It helps.", "Essay."):
        assert words not in content


def test_the_same_plan_is_the_same_file(plan, get):
    assert get("take_calendar").content == get("take_calendar").content


def test_a_feed_is_read_without_an_account(feed):
    response = Client().get(feed)

    assert len(events(response)) == 4
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("private, no-store", "noindex")


def test_a_new_address_ends_the_one_before(student_client, feed):
    student_client.post(FEED, {"do": "make"})

    assert Client().get(feed).status_code == 404


def test_an_address_that_was_taken_back_leads_nowhere(student_client, feed):
    assert student_client.post(FEED, {"do": "stop"}).status_code == 302

    assert Client().get(feed).status_code == 404


@pytest.mark.parametrize("state", [{"is_active": False}, {"closed_at": "2026-11-27T12:00Z"}])
def test_a_closed_account_has_no_feed(student, feed, state):
    type(student).objects.filter(pk=student.pk).update(**state)

    assert Client().get(feed).status_code == 404


def test_a_plan_without_a_feed_is_not_found_by_an_empty_secret(plan):
    assert Client().get("/plan/calendar/.ics").status_code == 404
    assert Client().get("/plan/calendar/None.ics").status_code == 404


def test_a_feed_only_shows(feed):
    assert Client().post(feed).status_code == 405


def test_the_page_says_the_address(student_client, feed):
    assert feed in student_client.get(reverse("plans:take_along")).text
