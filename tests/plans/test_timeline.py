"""What comes when: overdue first, then this term, this school year, later, and what has no date."""

import datetime
import uuid

import pytest
import time_machine

from plans import actions
from plans.models import Application, Goal, Plan
from plans.timeline import term_end, year_end

TIMELINE = "/plan/timeline/"
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture
def add_row(student):
    def add(model, **words):
        return actions.add_row(user=student, model=model, token=uuid.uuid4(), **words)

    return add


def parts(response):
    found = response.context["timeline"].parts
    return {part.key: [str(entry.row) for entry in part.entries] for part in found if part.entries}


@time_machine.travel("2026-11-24 12:00Z", tick=False)
def test_everything_stands_at_its_time(student_client, add_step, add_row):
    for day in ("2026-11-23", "2026-11-24", "2026-12-31", "2027-01-01", "2027-07-31", "2027-08-01"):
        add_step(day, due_on=datetime.date.fromisoformat(day))
    add_step("Some day.")
    add_row(Goal, text="A goal.", due_on=TODAY)
    add_row(Application, to="College.", due_on="2027-03-01")

    assert parts(student_client.get(TIMELINE)) == {
        "overdue": ["2026-11-23"],
        "term": ["2026-11-24", "A goal.", "2026-12-31"],
        "year": ["2027-01-01", "College.", "2027-07-31"],
        "later": ["2027-08-01"],
        "any": ["Some day."],
    }


@pytest.mark.parametrize(
    ("today", "term", "year"),
    [
        ("2026-08-01", "2026-12-31", "2027-07-31"),
        ("2026-12-31", "2026-12-31", "2027-07-31"),
        ("2027-01-01", "2027-04-30", "2027-07-31"),
        ("2027-05-01", "2027-07-31", "2027-07-31"),
    ],
)
def test_terms_and_school_years_end(today, term, year):
    day = datetime.date.fromisoformat

    assert (term_end(day(today)), year_end(day(today))) == (day(term), day(year))


def test_what_is_done_or_settled_is_not_to_come(student_client, add_step, add_row):
    done = add_step("Done.", due_on=TODAY)
    actions.set_done(step=done, done=True, today=TODAY)
    actions.set_state(step=add_step("Not for me."), state="not-needed", today=TODAY)
    add_row(Goal, text="Reached.", state="reached", due_on=TODAY)
    add_row(Application, to="Sent.", state="sent", due_on=TODAY)

    response = student_client.get(TIMELINE)

    assert parts(response) == {}
    assert [str(entry.row) for entry in response.context["timeline"].done] == ["Done."]
    assert "1 of 1 step done" in response.text


def test_who_has_no_plan_is_told_what_stands_here(student_client):
    assert "Nothing is planned yet." in student_client.get(TIMELINE).text
    assert not Plan.objects.exists()


def test_a_stranger_sees_their_own(stranger_client, add_step):
    add_step("A secret.")

    assert "A secret." not in stranger_client.get(TIMELINE).text


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_timeline_can_only_be_read(student_client, method):
    assert getattr(student_client, method)(TIMELINE).status_code == 405


@pytest.mark.parametrize("count", [10, 100])
def test_the_timeline_costs_the_same_queries_however_long(
    student_client, add_step, add_row, target, count, django_assert_num_queries
):
    for _ in range(count):
        add_step("Ask.", due_on=TODAY, target=target)
        add_row(Goal, text="A goal.", due_on=TODAY)
        add_row(Application, to="College.", due_on=TODAY)

    with django_assert_num_queries(6):
        student_client.get(TIMELINE)
