"""Each rule of the database broken once, and who is seen by whom."""

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.db import IntegrityError
from django.utils import timezone

from accounts.models import Cohort, Hold, Membership, Post, School, User
from tests.factories import CohortFactory, UserFactory, counsellor_of, head_of, pupil_of


def twice(model, **row):
    return lambda: [model.objects.create(**row) for _ in range(2)]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("accounts_school_digest_day", lambda c: School.objects.create(name="X", digest_day=7)),
        ("accounts_cohort_year", lambda c: Cohort.objects.create(school=c.school, name="X", year=15)),
        ("accounts_cohort_once", lambda c: Cohort.objects.create(school=c.school, name=c.name, year=c.year)),
        ("accounts_membership_one_cohort", lambda c: twice(Membership, cohort=c, user=UserFactory())()),
        ("accounts_post_once", lambda c: twice(Post, user=UserFactory(), school=c.school, cohort=c)()),
        ("accounts_post_head_once", lambda c: twice(Post, user=UserFactory(), school=c.school)()),
        ("accounts_hold_has_reason", lambda c: Hold.objects.create(user=UserFactory(), reason="")),
    ],
)
def test_the_database_refuses(cohort, name, change):
    constraints = {each.name for model in (School, Cohort, Membership, Post, Hold) for each in model._meta.constraints}

    assert name in constraints
    with pytest.raises(IntegrityError):
        change(cohort)


def test_a_closed_group_leaves_its_name(cohort):
    Cohort.objects.update(closed_at=timezone.now())

    assert Cohort.objects.create(school=cohort.school, name=cohort.name, year=cohort.year).pk


def test_students_are_seen_by_post_alone(cohort):
    pupil = pupil_of(cohort)
    former = counsellor_of(cohort)
    former.posts.update(until=timezone.now())
    strangers = [former, UserFactory(is_superuser=True, is_staff=True), head_of(CohortFactory().school), pupil]

    assert [list(User.objects.students_of(user)) for user in strangers] == [[], [], [], []]
    for staff in (counsellor_of(cohort), head_of(cohort.school)):
        assert list(User.objects.students_of(staff)) == [pupil]


def test_a_one_time_password_is_keyed_with_the_sites_secret(settings):
    encoded = make_password("plum-orbit-fern-otter-12", hasher="onetime")

    assert check_password("plum-orbit-fern-otter-12", encoded)
    assert not check_password("plum-orbit-fern-otter-13", encoded)
    assert "plum" not in str(identify_hasher(encoded).safe_summary(encoded))
    settings.SECRET_KEY = "another"
    assert not check_password("plum-orbit-fern-otter-12", encoded)


def test_the_first_sign_in_stretches_it(client, cohort):
    pupil = pupil_of(cohort, username="ada")
    pupil.password = make_password("plum-orbit-fern", hasher="onetime")
    pupil.save()

    client.post("/account/sign-in/", {"login": "ada", "password": "plum-orbit-fern"})

    pupil.refresh_from_db()
    assert not pupil.password.startswith("onetime")


def test_who_is_signed_in_brings_along_whether_they_are_in_post(client, cohort, django_assert_num_queries):
    client.force_login(counsellor_of(cohort))
    client.get("/privacy/")

    with django_assert_num_queries(2):
        client.get("/privacy/")
