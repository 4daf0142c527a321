"""One message, or one step, for many."""

import uuid

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.models import Membership
from plans import actions
from plans.models import Access, Assignment, Comment, Exemption, Plan, Progress, State, Step, Verb
from tests.factories import CohortFactory, UserFactory, counsellor_of, student_of
from tests.plans.desk.conftest import EMOJI, LONG, client_of, sign_off

REMIND, ASSIGN, GIVEN = "/desk/remind/", "/desk/assign/", "/desk/given/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(cohort):
    """In the cohort, without a plan."""
    user = UserFactory(username="newcomer", email="n@example.org")
    Membership.objects.create(cohort=cohort, user=user)
    return user


@pytest.fixture
def given(counsellor, cohort, plan):
    actions.assign(staff=counsellor, cohort=cohort, text="Send the FAFSA.", why="", due_on=None)
    return Assignment.objects.get()


# Reminders


def test_a_reminder_stands_on_the_plan_of_each_that_was_ticked(desk, plan, newcomer, cohort):
    other = student_of(cohort)

    desk.post(f"{REMIND}?student={plan.user_id}&student={newcomer.pk}", {"text": EMOJI})

    told = Comment.objects.filter(text=EMOJI, by_staff=True).values_list("plan__user", flat=True)
    assert set(told) == {plan.user_id, newcomer.pk}
    assert other.plan.spoken_at is None
    assert set(Access.objects.filter(verb=Verb.REMINDED).values_list("student", flat=True)) == set(told)


def test_everyone_means_everyone_the_filters_leave(desk, plan, newcomer):
    desk.post(f"{REMIND}?everyone=1&needs=nothing", {"text": "Begin."})

    assert [comment.plan.user for comment in Comment.objects.all()] == [newcomer]


def test_who_gave_an_address_gets_a_letter_that_says_nothing_of_it(
    desk, plan, newcomer, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"{REMIND}?everyone=1", {"text": "Begin at last."})

    [letter] = mail.outbox
    assert (letter.to, letter.bcc) == ([], ["n@example.org"])
    assert "Begin at last." not in letter.body
    assert "/plan/" in letter.body


def test_a_double_click_reminds_once(desk, plan):
    for _ in range(2):
        desk.post(f"{REMIND}?student={plan.user_id}", {"text": "Begin.", "token": "5" * 32})

    assert Comment.objects.count() == 1


def test_a_strangers_student_is_not_reminded(desk, cohort):
    stranger = student_of(CohortFactory(school=cohort.school))

    response = desk.post(f"{REMIND}?student={stranger.pk}", {"text": "Begin."})

    assert response.status_code == 302
    assert not Comment.objects.exists()


@pytest.mark.parametrize("path", [REMIND, ASSIGN])
def test_who_looks_after_nobody_finds_neither(strangers, ada, path):
    for who in ("former", "student", "an administrator"):
        assert client_of(strangers[who]).post(f"{path}?student={ada.pk}").status_code == 404


@pytest.mark.parametrize("text", ["", "  ", LONG, "\x00"])
def test_a_reminder_that_cannot_be_kept_comes_back(desk, plan, text):
    response = desk.post(f"{REMIND}?student={plan.user_id}", {"text": text})

    assert "Please look at this again" in response.text
    assert not Comment.objects.exists()


@pytest.mark.parametrize("path", [REMIND, ASSIGN])
def test_other_methods_are_refused(desk, path):
    assert desk.put(path).status_code == 405


@pytest.mark.parametrize("student", ["", "x", "²", "-1", "9" * 40, LONG[:2_000]])
def test_nonsense_for_a_student_is_nobody(desk, plan, student):
    assert desk.get(REMIND, {"student": student}).url == "/desk/"


@pytest.mark.parametrize("count", [10, 200])
def test_reminding_costs_the_same_for_ten_and_two_hundred(counsellor, cohort, count, django_assert_max_num_queries):
    students = [student_of(cohort) for _ in range(count)]

    with django_assert_max_num_queries(10):
        actions.remind(staff=counsellor, students=students, text="Begin.", token=uuid.uuid4())


# Steps given


def test_a_group_gets_a_step_and_so_does_who_has_no_plan_yet(desk, plan, newcomer, cohort):
    desk.post(ASSIGN, {"cohort": cohort.pk, "text": "Send the FAFSA.", "due_on": "2027-03-01"})

    steps = Step.objects.filter(assignment__cohort=cohort)
    assert {step.plan.user for step in steps} == {plan.user, newcomer}
    assert {str(step.due_on) for step in steps} == {"2027-03-01"}
    assert Access.objects.filter(verb=Verb.ASSIGNED).count() == 2


def test_chosen_students_get_it_and_later_ones_do_not(desk, plan, newcomer, cohort):
    desk.post(f"{ASSIGN}?student={plan.user_id}", {"text": "See me."})
    actions.take_up(user=newcomer)

    assert [step.plan for step in Step.objects.filter(text="See me.")] == [plan]


def test_who_joins_later_gets_it_when_they_open_their_plan(given, cohort):
    late = student_of(cohort)

    for _ in range(2):
        client_of(late).get("/plan/")

    assert late.plan.steps.get().assignment == given


def test_giving_a_step_leaves_a_plan_signed_off(plan, counsellor, cohort):
    sign_off(actions.submit(user=plan.user), counsellor)

    actions.assign(staff=counsellor, cohort=cohort, text="Send the FAFSA.", why="", due_on=None)

    assert Plan.objects.get().state == State.APPROVED


def test_a_double_click_gives_it_once(desk, plan, cohort):
    for _ in range(2):
        desk.post(ASSIGN, {"cohort": cohort.pk, "text": "Send the FAFSA."})

    assert Assignment.objects.count() == 1
    assert plan.steps.filter(assignment__isnull=False).count() == 1


@pytest.mark.parametrize("field", ["cohort", "text", "why", "due_on"])
@pytest.mark.parametrize("value", [LONG, "\x00"])
def test_a_step_that_cannot_be_kept_comes_back(desk, plan, cohort, field, value):
    response = desk.post(ASSIGN, {"cohort": cohort.pk, "text": "Send it.", field: value})

    assert "Please look at this again" in response.text
    assert not Assignment.objects.exists()


def test_a_step_for_another_cohort_is_refused(desk, plan, cohort):
    other = CohortFactory(school=cohort.school)

    assert "Choose one of your groups." in desk.post(ASSIGN, {"cohort": other.pk, "text": "Send it."}).text


def test_withdrawing_takes_it_out_where_nobody_began_it(desk, given, cohort, plan):
    begun = student_of(cohort)
    actions.take_up(user=begun)
    begun.plan.steps.update(reflection="I asked already.")

    desk.post(reverse("desk:given_withdraw", args=[given.pk]))

    assert not plan.steps.kept().filter(assignment=given).exists()
    assert begun.plan.steps.kept().get().assignment == given


def test_what_was_withdrawn_comes_to_nobody(desk, given, cohort):
    desk.post(reverse("desk:given_withdraw", args=[given.pk]))
    late = student_of(cohort)

    actions.take_up(user=late)

    assert not late.plan.steps.exists()


def test_a_stranger_withdraws_nothing(given, strangers):
    address = reverse("desk:given_withdraw", args=[given.pk])

    for stranger in strangers.values():
        assert client_of(stranger).post(address).status_code == 404
    given.refresh_from_db()
    assert given.withdrawn_at is None


def test_the_list_says_how_far_each_is(desk, given, plan, counsellor):
    plan.steps.filter(assignment=given).update(state=Progress.DONE, done_on=timezone.localdate())

    assert "Done by 1 of 1." in desk.get(GIVEN).text
    assert desk.post(GIVEN).status_code == 405


# Exemptions


def exempting(plan, given):
    return reverse("desk:exempt", args=[plan.pk, given.pk])


def test_an_exempt_students_step_does_not_apply_until_the_exemption_ends(desk, plan, given):
    desk.post(exempting(plan, given), {"reason": "Not a citizen yet."})
    step = plan.steps.get(assignment=given)
    assert step.state == Progress.NOT_NEEDED
    assert "Not a citizen yet." in desk.get(reverse("desk:student", args=[plan.pk])).text

    desk.post(reverse("desk:exemption_end", args=[plan.pk, Exemption.objects.get().pk]))

    step.refresh_from_db()
    assert step.state == Progress.NOT_STARTED
    assert Access.objects.filter(verb=Verb.EXEMPTED).count() == 2


def test_who_is_exempt_before_it_came_does_not_get_it(given, cohort, counsellor):
    late = student_of(cohort)
    actions.exempt(plan=late.plan, assignment=given, staff=counsellor, reason="New.")

    actions.take_up(user=late)

    assert not late.plan.steps.exists()


@pytest.mark.parametrize("reason", ["", " ", LONG])
def test_an_exemption_needs_a_reason(desk, plan, given, reason):
    assert "Please look at this again" in desk.post(exempting(plan, given), {"reason": reason}).text
    assert not Exemption.objects.exists()


def test_nobody_is_exempt_from_what_another_group_was_given(desk, plan, cohort, counsellor):
    other = CohortFactory(school=cohort.school)
    actions.assign(staff=counsellor_of(other), cohort=other, text="Theirs.", why="", due_on=None)

    assert desk.get(exempting(plan, Assignment.objects.get())).status_code == 404


def test_a_stranger_exempts_nobody(plan, given, strangers):
    for stranger in strangers.values():
        assert client_of(stranger).post(exempting(plan, given), {"reason": "So."}).status_code == 404


def test_taking_up_costs_one_query_where_nothing_waits(given, plan, django_assert_num_queries):
    student = plan.user

    with django_assert_num_queries(1):
        actions.take_up(user=student)
