"""What a school asks of each student, and how much of it is there."""

import pytest
from django.utils import timezone

from accounts.models import Membership, User
from plans.models import Exemption, Goal, Measure, Plan
from plans.packs.standing import for_students, required_of
from tests.factories import CohortFactory, UserFactory, pack_of, student_of

pytestmark = pytest.mark.django_db
GOALS, SKILLS = Measure.GOALS, Measure.SKILLS


@pytest.fixture
def cohort():
    return CohortFactory(year=10)


@pytest.fixture
def ada(cohort):
    return student_of(cohort, username="ada")


def amounts(user) -> list[tuple[str, int, int]]:
    asked = required_of(user)
    return [(row.requirement.measure, row.amount, row.missing) for row in asked.rows] if asked else []


def test_what_is_there_is_told_from_what_is_missing(ada, cohort):
    pack_of(cohort.school, (GOALS, 2), (Measure.GOAL_IN_WORK, 1))
    Goal.objects.create(plan=ada.plan, text="Be let in.")

    asked = required_of(ada)

    assert amounts(ada) == [(GOALS, 1, 1), (Measure.GOAL_IN_WORK, 1, 0)]
    assert [row.is_met for row in asked.rows] == [False, True]
    assert (len(asked.settled), asked.is_complete) == (1, False)


def test_more_than_enough_is_enough(ada, cohort):
    pack_of(cohort.school, (GOALS, 1))
    for text in "ab":
        Goal.objects.create(plan=ada.plan, text=text)

    assert amounts(ada) == [(GOALS, 2, 0)]
    assert required_of(ada).is_complete


def test_it_is_for_the_year_of_the_group(ada, cohort):
    pack_of(cohort.school, (GOALS, 1, [9, 10]), (SKILLS, 1, [11]), (Measure.STEPS, 1))

    assert [row[0] for row in amounts(ada)] == [GOALS, Measure.STEPS]


def test_a_set_that_is_not_in_use_asks_nothing(ada, cohort):
    pack_of(cohort.school, (GOALS, 1), is_used=False)
    pack_of(CohortFactory().school, (GOALS, 1))

    assert required_of(ada) is None


def test_whoever_left_is_asked_nothing(ada, cohort):
    pack_of(cohort.school, (GOALS, 1))
    ada.memberships.update(until=timezone.now())

    assert required_of(ada) is None


def test_who_has_no_plan_has_nothing(cohort):
    pack_of(cohort.school, (GOALS, 3))
    new = UserFactory()
    Membership.objects.create(user=new, cohort=cohort)

    assert amounts(new) == [(GOALS, 0, 3)]


def test_who_is_exempt_misses_nothing(ada, cohort):
    pack = pack_of(cohort.school, (GOALS, 3))
    bo = student_of(cohort)
    Exemption.objects.create(plan=ada.plan, requirement=pack.requirements.get(), reason="Came in May")

    [row] = required_of(ada).rows

    assert (row.is_exempt, row.is_met, row.missing, row.exemption.reason) == (True, False, 0, "Came in May")
    assert required_of(ada).is_complete
    assert amounts(bo) == [(GOALS, 0, 3)]


def test_each_school_asks_its_own(ada, cohort):
    bo = student_of(CohortFactory())
    pack_of(cohort.school, (GOALS, 1))
    pack_of(bo.memberships.get().cohort.school, (SKILLS, 2))

    found = for_students(User.objects.all())

    assert [row.requirement.measure for row in found[ada.pk].rows] == [GOALS]
    assert [row.requirement.measure for row in found[bo.pk].rows] == [SKILLS]


def students(cohort, count: int) -> list[User]:
    users = User.objects.bulk_create(User(username=f"pupil{number}") for number in range(count))
    Membership.objects.bulk_create(Membership(cohort=cohort, user=user) for user in users)
    plans = Plan.objects.bulk_create(Plan(user=user) for user in users)
    Goal.objects.bulk_create(Goal(plan=plan, text="Be let in.") for plan in plans)
    return users


def test_it_takes_as_many_queries_for_a_thousand_as_for_ten(cohort, django_assert_num_queries):
    pack_of(cohort.school, *((measure, 1) for measure in Measure))
    everybody = students(cohort, 1_000)

    with django_assert_num_queries(16):
        for_students(everybody[:10])
    with django_assert_num_queries(16):
        found = for_students(everybody)

    assert len(found) == 1_000
    assert {len(asked.open) for asked in found.values()} == {len(Measure) - 1}
