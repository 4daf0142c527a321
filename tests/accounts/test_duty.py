"""Staff are signed out by themselves; students, who see only their own, are not."""

import datetime

import pytest
import time_machine
from django.test import Client

from tests.factories import CohortFactory, UserFactory, counsellor_of, with_role

START = datetime.datetime(2026, 11, 23, 8, 0, tzinfo=datetime.UTC)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at(**later):
    return time_machine.travel(START + datetime.timedelta(**later), tick=False)


@pytest.fixture
def staff(db):
    with at():
        client = signed_in(counsellor_of(CohortFactory()))
        client.get("/schools/")
    return client


def is_in(client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.mark.parametrize(("minutes", "still"), [(29, True), (30, False)])
def test_half_an_hour_without_a_page_ends_it(staff, minutes, still):
    with at(minutes=minutes):
        assert is_in(staff) is still


def test_twelve_hours_end_it_however_busy(staff):
    for minutes in range(20, 720, 20):
        with at(minutes=minutes):
            assert is_in(staff)

    with at(hours=12):
        assert not is_in(staff)


def test_whoever_holds_a_role_is_staff(roles):
    with at():
        client = signed_in(with_role("editor"))
        client.get("/account/")

    with at(hours=1):
        assert not is_in(client)


def test_students_stay_signed_in(db):
    with at():
        client = signed_in(UserFactory())
        client.get("/account/")

    with at(hours=13):
        assert is_in(client)


def test_what_was_typed_is_kept(staff):
    with at(hours=1):
        response = staff.post("/account/details/", {"name": "Casey C."})
        assert response.url.startswith("/account/sign-in/?next=%2Faccount%2Funsaved%2F")
        page = staff.get(response.url)

    assert "What you typed is kept" in page.text
    assert "after 30 minutes without a page" in page.text


def test_not_every_page_writes_the_session(staff):
    with at(seconds=30):
        response = staff.get("/schools/")

    assert not response.cookies
