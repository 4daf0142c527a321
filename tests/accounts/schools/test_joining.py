import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from plans.models import Plan
from tests.accounts.schools.conftest import signed_in
from tests.factories import CohortFactory, UserFactory, pupil_of, student_of

JOIN, LEAVE = "/account/join/", "/account/leave/"


def join(client, code):
    return client.post(JOIN, {"join_code": code}, follow=True)


@pytest.mark.parametrize("typed", ["{}", " {} ", "lower", "without"])
def test_a_student_joins_with_the_code_however_it_is_typed(student_client, student, cohort, counsellor, typed):
    code = {"lower": cohort.code.lower(), "without": cohort.code.replace("-", "")}.get(typed, typed.format(cohort.code))
    Plan.objects.create(user=student)

    response = join(student_client, code)

    assert "You are in 10B, year 10 at Riverside now." in response.text
    assert "casey" in response.text
    assert Plan.objects.seen_by(counsellor).count() == 1


def test_the_slip_leads_to_the_form_and_joining_stays_a_press(student_client, student, cohort):
    response = student_client.get(f"/join/{cohort.code}/", follow=True)

    assert f'value="{cohort.code}"' in response.text
    assert not student.memberships.exists()


def test_the_slip_leads_through_sign_in(client, cohort):
    assert client.get(f"/join/{cohort.code}/").url == f"/account/sign-in/?next=%2Fjoin%2F{cohort.code}%2F"


def test_leaving_closes_the_door_with_the_next_request(cohort, counsellor, counsellor_client):
    student = student_of(cohort, username="ada")
    page = f"/schools/groups/{cohort.pk}/"
    assert "ada" in counsellor_client.get(page).text

    signed_in(student).post(LEAVE)

    assert "ada" not in counsellor_client.get(page).text
    assert not Plan.objects.seen_by(counsellor).exists()
    assert student.memberships.get().until is not None


def refused(client, code):
    response = client.post(JOIN, {"join_code": code})
    assert response.status_code == 200
    return response.text


def test_a_wrong_code_is_a_sentence(student_client, cohort):
    assert "No group has this code" in refused(student_client, "ABC-DEFG")
    assert "No group has this code" in refused(student_client, "💥" * 40)
    assert "Type the code" in refused(student_client, "")


@pytest.mark.parametrize("change", [{"code_open": False}, {"closed_at": timezone.now()}])
def test_a_closed_code_is_a_sentence(student_client, cohort, change):
    type(cohort).objects.update(**change)

    assert "code of this group is closed" in refused(student_client, cohort.code)


def test_a_code_of_another_school_is_a_sentence(cohort):
    other = CohortFactory(school__name="Hillside")

    assert "Leave it first" in refused(signed_in(student_of(cohort)), other.code)
    assert "one of Riverside" in refused(signed_in(pupil_of(cohort)), other.code)


def test_another_group_of_the_same_school_is_a_move(cohort):
    other, student = CohortFactory(school=cohort.school), student_of(cohort)

    join(signed_in(student), other.code)

    assert [row.cohort_id for row in student.memberships.current()] == [other.pk]
    assert student.memberships.count() == 2


def test_joining_twice_is_joining_once(student_client, student, cohort):
    join(student_client, cohort.code)
    join(student_client, cohort.code)

    assert student.memberships.count() == 1


def test_guessing_is_limited_by_account(cohort, student):
    with time_machine.travel("2026-11-23 09:00", tick=False):
        for _ in range(10):
            refused(signed_in(student), "ABC-DEFG")
        assert "You tried many codes" in refused(signed_in(student), cohort.code)
        assert "You are in" in join(signed_in(UserFactory()), cohort.code).text
    with time_machine.travel("2026-11-23 09:10:01", tick=False):
        assert "You are in" in join(signed_in(student), cohort.code).text


def test_leaving_is_pressed(student_client):
    assert student_client.get(LEAVE).status_code == 405
    assert Client().post(LEAVE).url.startswith("/account/sign-in/")
