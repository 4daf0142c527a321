"""What a list would do, row by row."""

import pytest
from django.utils import timezone

from accounts.models import Membership
from accounts.schools.preview import What, outcomes
from accounts.schools.reading import Line
from tests.factories import CohortFactory, UserFactory, counsellor_of, head_of, pupil_of, student_of


def settled(cohort, by, *rows):
    lines = [Line(number, name, username) for number, (name, username) in enumerate(rows, 2)]
    return [(found.what, found.username, found.about) for found in outcomes(lines, cohort, by)]


def test_a_user_name_is_made_of_the_name(cohort, counsellor):
    UserFactory(username="bo.li")

    found = settled(cohort, counsellor, ("Zoë Ångström-Díaz", ""), ("Bo Li", ""), ("عائشة", ""), ("!!!", ""))

    assert [username for _, username, _ in found] == ["zoe.angstrom.diaz", "bo.li2", "عائشة", "student"]


def test_who_is_in_the_group_is_found_by_user_name_and_by_name(cohort, counsellor):
    pupil_of(cohort, username="ada", name="Ada Lovelace")
    student_of(cohort, username="own")

    found = settled(cohort, counsellor, ("", "ADA"), ("ada  lovelace", ""), ("Owen", "own"))

    assert {what for what, _, _ in found} == {What.HERE}


def test_a_student_moves_between_groups_of_the_same_counsellor(cohort):
    other = CohortFactory(school=cohort.school, name="10A")
    pupil_of(other, username="ada")

    assert settled(cohort, counsellor_of(cohort, other), ("", "ada")) == [(What.MOVES, "ada", "from 10A, year 10")]
    assert settled(cohort, head_of(cohort.school), ("", "ada"))[0][0] == What.MOVES


def test_nobody_is_taken_out_of_a_group_one_does_not_look_after(cohort, counsellor):
    pupil_of(CohortFactory(school=cohort.school), username="ada")

    ((what, _, about),) = settled(cohort, counsellor, ("", "ada"))

    assert what == What.FAULT
    assert "do not look after" in about


def test_who_left_comes_back_to_those_who_saw_them(cohort, counsellor):
    pupil_of(cohort, username="ada")
    Membership.objects.update(until=timezone.now())

    assert settled(cohort, counsellor, ("", "ada"))[0][0] == What.MOVES
    assert settled(cohort, counsellor_of(CohortFactory(school=cohort.school)), ("", "ada"))[0][0] == What.FAULT


@pytest.mark.parametrize("whose", ["nobody's", "another school's", "staff", "in post"])
def test_only_a_schools_own_students_are_taken_in(cohort, counsellor, whose):
    school = {"nobody's": None, "another school's": CohortFactory().school}.get(whose, cohort.school)
    user = UserFactory(username="ada", school=school, is_staff=whose == "staff")
    if whose == "in post":
        user.posts.create(school=cohort.school, cohort=cohort)

    ((what, _, about),) = settled(cohort, head_of(cohort.school), ("", "ada"))

    assert (what, "Somebody else has this user name" in about) == (What.FAULT, True)


def test_a_closed_account_is_opened_first(cohort, counsellor):
    user = pupil_of(cohort, username="ada")
    type(user).objects.update(closed_at=timezone.now())

    assert "Open it again first" in settled(cohort, counsellor, ("", "ada"))[0][2]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("x" * 81, ""), "80 characters; this has 81"),
        (("Bo", "b o"), "with no spaces"),
        (("Bo", "b" * 151), "at most 150"),
        (("Bo\x07", ""), "characters in this row"),
        (("Bo", "b\0"), "characters in this row"),
        (("Ada", "first"), "stands in row 2 too"),
        (("ANN", ""), "stands in row 3 too"),
    ],
)
def test_a_fault_is_a_sentence(cohort, counsellor, row, sentence):
    *_, (what, _, about) = settled(cohort, counsellor, ("Bea", "first"), ("Ann", ""), row)

    assert what == What.FAULT
    assert sentence in about


def test_a_cell_too_many_is_a_fault(cohort, counsellor):
    (found,) = outcomes([Line(2, "Li", "bo", is_short=False)], cohort, counsellor)

    assert "more cells in this row" in found.about


@pytest.mark.parametrize("number", [10, 400])
def test_a_long_list_asks_the_database_as_often(cohort, counsellor, django_assert_num_queries, number):
    people = [pupil_of(cohort) for _ in range(number)]
    lines = [Line(row, "", person.username) for row, person in enumerate(people)]

    with django_assert_num_queries(7):
        outcomes(lines, cohort, counsellor)
