"""What needs me: the counsellor's page, and the filters it leads to."""

import datetime

import pytest
from django.utils import timezone

from plans.desk.needs import needs_of_staff
from plans.models import Access, Comment, Plan, State
from tests.factories import CohortFactory, student_of
from tests.plans.desk.conftest import client_of

pytestmark = pytest.mark.django_db
PAGE, DESK = "/desk/needs/", "/desk/"


def ago(days) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=days)


def words(staff) -> list[str]:
    return [need.words for need in needs_of_staff(staff)]


@pytest.fixture
def calm(plan):
    """Nothing waits in it."""
    Plan.objects.filter(pk=plan.pk).update(spoken_at=timezone.now())
    plan.refresh_from_db()
    return plan


def replied(plan, at=None):
    return Comment.objects.create(plan=plan, author_name="Ada", by_staff=False, text="So.", at=at or timezone.now())


def test_nothing_waits(desk, counsellor, calm):
    assert words(counsellor) == []
    assert "Nothing waits for you." in desk.get(PAGE).text


def test_each_count_leads_to_those_it_counted(desk, counsellor, calm, cohort):
    calm.steps.create(text="Late.", due_on=ago(2).date())
    old = student_of(cohort, username="old").plan
    Plan.objects.filter(pk=old.pk).update(
        state=State.APPROVED, approved_at=ago(400), submitted_at=ago(401), spoken_at=ago(61)
    )
    replied(old)

    needs = needs_of_staff(counsellor)

    assert [need.words for need in needs] == [
        "1 student wrote since you looked",
        "1 student with steps overdue",
        "1 plan to update, a year after the sign-off",
        "1 student without a word for 60 days",
    ]
    found = [[row.student.username for row in desk.get(need.address).context["caseload"].rows] for need in needs]
    assert found == [["old"], ["ada"], ["old"], ["old"]]


def test_plans_to_review_are_counted_with_the_age_of_the_oldest(counsellor, sent, cohort):
    Plan.objects.filter(pk=sent.pk).update(submitted_at=ago(12), spoken_at=timezone.now())

    assert words(counsellor) == ["1 plan to review, the oldest for 12 days"]


def test_an_answer_is_new_until_this_person_opens_the_plan(desk, counsellor, calm, cohort):
    replied(calm, ago(1))
    assert words(counsellor) == ["1 student wrote since you looked"]

    desk.get(f"/desk/plans/{calm.pk}/")
    assert words(counsellor) == []

    replied(calm)
    assert words(counsellor) == ["1 student wrote since you looked"]


def test_what_a_colleague_read_is_still_new(counsellor, calm):
    replied(calm, ago(1))
    Access.objects.create(student_number=calm.user_id, plan=calm, verb="read", actor_number=0)

    assert words(counsellor) == ["1 student wrote since you looked"]


def test_what_is_settled_is_not_new(counsellor, calm):
    Comment.objects.filter(pk=replied(calm).pk).update(settled_at=timezone.now())

    assert words(counsellor) == []


def test_others_students_are_not_counted(counsellor, calm, cohort):
    elsewhere = student_of(CohortFactory(school=cohort.school)).plan
    elsewhere.steps.create(text="Late.", due_on=ago(2).date())
    replied(elsewhere)

    assert words(counsellor) == []


def test_strangers_find_no_such_page(strangers):
    for name in ("former", "student", "an administrator"):
        assert client_of(strangers[name]).get(PAGE).status_code == 404


@pytest.mark.parametrize("count", [1, 40])
def test_it_is_one_query_for_one_student_and_for_many(counsellor, cohort, count, django_assert_num_queries):
    for _ in range(count):
        replied(student_of(cohort).plan)

    with django_assert_num_queries(1):
        assert words(counsellor)[0].startswith(f"{count} student")
