"""The caseload: who stands on it, filters, order, saved views."""

import datetime
import uuid
from urllib.parse import parse_qs

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from plans import actions
from plans.models import Plan, SavedView, State
from tests.factories import CohortFactory, counsellor_of, head_of, student_of
from tests.plans.desk.conftest import EMOJI, LONG, client_of, sign_off

DESK = "/desk/"
pytestmark = pytest.mark.django_db


def names(client, query="") -> list[str]:
    return [row.student.username for row in client.get(f"{DESK}?{query}").context["caseload"].rows]


def ago(days) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=days)


@pytest.fixture
def bo(cohort):
    """Without a plan, and signed in once."""
    user = student_of(cohort, username="bo", last_login=timezone.now())
    user.plan.delete()
    return User.objects.get(pk=user.pk)


def test_it_shows_everybody_in_the_cohort_with_or_without_a_plan(desk, plan, bo):
    response = desk.get(DESK)

    assert [row.student.username for row in response.context["caseload"].rows] == ["ada", "bo"]
    assert "No plan yet" in response.text
    assert "Never signed in" in response.text


def test_nobody_else_is_on_it(desk, plan, cohort, strangers):
    student_of(CohortFactory(school=cohort.school), username="elsewhere")
    left = student_of(cohort, username="left")
    left.memberships.update(until=timezone.now())

    assert set(names(desk)) == {"ada", strangers["student"].username}


def test_a_head_sees_the_school(cohort, plan):
    student_of(CohortFactory(school=cohort.school), username="zed")

    assert names(client_of(head_of(cohort.school))) == ["ada", "zed"]


@pytest.mark.parametrize("who", ["former", "student", "the student themselves", "an administrator"])
def test_who_looks_after_nobody_finds_no_desk(strangers, who):
    assert client_of(strangers[who]).get(DESK).status_code == 404


def test_it_is_read_only(desk):
    assert desk.post(DESK).status_code == 405


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=AD", ["ada"]),
        ("q=b", ["bo"]),
        ("state=draft", ["ada"]),
        ("state=approved", []),
        ("needs=nothing", ["bo"]),
        ("needs=never", ["ada"]),
        ("needs=never&needs=nothing", ["ada", "bo"]),
        ("unchanged=30", ["ada", "bo"]),
        ("unchanged=90", ["bo"]),
        ("silent=5", ["ada", "bo"]),
        ("silent=15", ["bo"]),
        ("needs=overdue", ["ada"]),
    ],
)
def test_filters_leave_those_who_are_so(desk, plan, bo, query, found):
    Plan.objects.update(changed_at=ago(60), spoken_at=ago(10))
    plan.steps.update(due_on=ago(3).date())

    assert names(desk, query) == found


def test_steps_done_needless_or_taken_out_are_not_overdue(desk, plan):
    plan.steps.update(due_on=ago(3).date(), state="not-needed")
    plan.steps.create(text="Done.", due_on=ago(3).date(), state="done", done_on=ago(2).date())
    plan.steps.create(text="Gone.", due_on=ago(3).date(), removed_at=timezone.now())

    assert names(desk, "needs=overdue") == []


def test_update_is_due_a_year_after_signing_off(desk, sent, counsellor):
    sign_off(sent, counsellor)
    assert names(desk, "needs=update") == []

    Plan.objects.update(approved_at=ago(366))

    assert names(desk, "needs=update") == ["ada"]
    assert "Update due" in desk.get(DESK).text


def test_a_cohort_is_chosen(cohort, plan):
    other = CohortFactory(school=cohort.school)
    student_of(other, username="zed")
    client = client_of(head_of(cohort.school))

    assert names(client, f"cohort={other.pk}") == ["zed"]


@pytest.mark.parametrize(
    ("sort", "first"),
    [("", "ada"), ("changed", "bo"), ("overdue", "cy"), ("spoken", "ada"), ("state", "bo"), ("cohort", "ada")],
)
def test_it_is_ordered(desk, plan, bo, cohort, sort, first):
    cy = student_of(cohort, username="cy")
    cy.plan.steps.create(text="Late.", due_on=ago(3).date())
    Plan.objects.filter(user=cy).update(spoken_at=timezone.now())

    assert names(desk, f"sort={sort}")[0] == first


@pytest.mark.parametrize("name", ["q", "cohort", "state", "needs", "unchanged", "silent", "sort", "page"])
@pytest.mark.parametrize("value", [LONG[:3_000], EMOJI, "", "\x00", "-1", "9" * 30, "²"])
def test_an_address_that_says_nonsense_still_shows_a_list(desk, plan, name, value):
    assert desk.get(DESK, {name: value}).status_code == 200


def test_pages_of_fifty_keep_the_filters(desk, cohort):
    for number in range(51):
        student_of(cohort, username=f"s{number}")

    second = desk.get(f"{DESK}?state=draft&page=2")

    assert len(second.context["caseload"].rows) == 1
    assert parse_qs(second.context["caseload"].previous_page[1:]) == {"state": ["draft"], "page": ["1"]}


@pytest.mark.parametrize("count", [10, 200])
def test_it_costs_the_same_queries_for_ten_and_for_two_hundred(desk, cohort, count, django_assert_num_queries):
    for number in range(count):
        student_of(cohort, username=f"s{number}").plan.steps.create(text="Late.", due_on=ago(3).date())

    with django_assert_num_queries(10):
        assert desk.get(f"{DESK}?sort=overdue&needs=overdue").status_code == 200


def test_the_header_leads_there_for_whoever_holds_a_post(desk, counsellor, ada):
    assert "My students" in desk.get("/account/").text
    assert "My students" not in client_of(ada).get("/account/").text

    counsellor.posts.update(until=timezone.now())

    assert "My students" not in desk.get("/account/").text


# Saved views


def keep(client, name, query="state=draft"):
    return client.post(reverse("desk:view_save"), {"name": name, "query": query})


def test_a_view_is_kept_and_shown(desk, counsellor):
    assert keep(desk, "Drafts").url == "/desk/?state=draft"
    assert '<a href="/desk/?state=draft">Drafts</a>' in desk.get(DESK).text


def test_the_same_name_takes_the_place_of_the_first(desk, counsellor):
    keep(desk, "Mine")
    keep(desk, "Mine", "state=approved&nonsense=1")

    assert SavedView.objects.get().query == "state=approved"


@pytest.mark.parametrize("name", ["", LONG, "\x00"])
def test_a_view_without_a_proper_name_is_not_kept(desk, name):
    assert keep(desk, name).status_code == 302
    assert not SavedView.objects.exists()


def test_a_view_is_removed_by_its_owner_alone(desk, counsellor, cohort):
    keep(desk, EMOJI)
    address = reverse("desk:view_remove", args=[SavedView.objects.get().pk])

    assert client_of(counsellor_of(cohort)).post(address).status_code == 404
    assert desk.get(address).status_code == 405
    assert desk.post(address).status_code == 302
    assert not SavedView.objects.exists()


def test_a_view_too_long_is_not_kept(desk):
    keep(desk, "Long", "q=" + "é" * 200)

    assert not SavedView.objects.exists()


def test_who_is_reminded_before_writing_anything_still_has_nothing_written(desk, bo, counsellor):
    actions.remind(staff=counsellor, students=[bo], text="Begin.", token=uuid.uuid4())

    assert names(desk, "needs=nothing") == ["bo"]
    assert User.objects.get(pk=bo.pk).plan.state == State.DRAFT
