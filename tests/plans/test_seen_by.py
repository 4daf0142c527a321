"""Seeing students is a relation that ends with the next request."""

import pytest
from django.utils import timezone

from plans.models import Plan
from tests.factories import CohortFactory, counsellor_of, head_of, student_of

pytestmark = pytest.mark.django_db


def seen(staff) -> set[str]:
    return {plan.user.username for plan in Plan.objects.seen_by(staff)}


@pytest.fixture
def cohort():
    return CohortFactory()


@pytest.fixture
def ada(cohort):
    return student_of(cohort, username="ada")


def test_a_counsellor_sees_their_cohort_and_no_other(ada, cohort):
    student_of(CohortFactory(school=cohort.school), username="bo")

    assert seen(counsellor_of(cohort)) == {"ada"}


def test_a_head_sees_the_school_and_no_other(ada, cohort):
    student_of(CohortFactory(school=cohort.school), username="bo")
    student_of(CohortFactory(), username="cy")

    assert seen(head_of(cohort.school)) == {"ada", "bo"}


def test_who_left_the_cohort_is_seen_no_more(ada, cohort):
    ada.memberships.update(until=timezone.now())

    assert seen(counsellor_of(cohort)) == set()


def test_who_left_their_post_sees_nobody(ada, cohort):
    counsellor = counsellor_of(cohort)
    counsellor.posts.update(until=timezone.now())

    assert seen(counsellor) == set()


def test_a_closed_cohort_and_a_closed_account_are_seen_no_more(ada, cohort):
    counsellor = counsellor_of(cohort)
    ada.closed_at = timezone.now()
    ada.save()

    assert seen(counsellor) == set()


def test_a_student_sees_nobody(ada, cohort):
    assert seen(student_of(cohort)) == set()
