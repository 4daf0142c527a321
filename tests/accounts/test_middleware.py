import pytest
from django.test import Client
from django.utils import timezone
from django.utils.http import urlencode

from tests.factories import UserFactory

CLOSED = ["/account/", "/account/details/", "/account/delete/", "/account/download/", "/account/password/"]


@pytest.mark.parametrize("path", CLOSED)
def test_a_visitor_is_led_through_sign_in(client, db, path):
    response = client.get(f"{path}?a=1&b=2")

    assert response.url == f"/account/sign-in/?{urlencode({'next': f'{path}?a=1&b=2'})}"


def test_htmx_is_told_to_leave_its_page(client, db):
    headers = {"hx-request": "true", "hx-current-url": "http://testserver/careers/?q=vet"}

    response = client.get("/account/", headers=headers)

    assert response.status_code == 200
    assert response["HX-Redirect"] == "/account/sign-in/?next=%2Fcareers%2F%3Fq%3Dvet"


@pytest.mark.parametrize("current", ["https://evil.example/", "", "http://["])
def test_htmx_leads_to_no_other_site(client, db, current):
    response = client.get("/account/", headers={"hx-request": "true", "hx-current-url": current})

    assert response["HX-Redirect"] == "/account/sign-in/?next=%2F"


def test_pages_of_a_signed_in_person_are_kept_by_no_cache(student_client):
    assert student_client.get("/privacy/")["Cache-Control"] == "private, no-store"


def test_a_visitor_gets_no_cookie(client, db):
    response = client.get("/privacy/")

    assert not response.cookies
    assert "Cache-Control" not in response


@pytest.mark.parametrize(("zone", "offset"), [("Asia/Tokyo", 9), ("Pacific/Honolulu", -10)])
def test_a_page_speaks_of_the_persons_time(client, db, monkeypatch, zone, offset):
    seen = []
    monkeypatch.setattr("accounts.views.held_about", lambda user: seen.append(timezone.localtime()) or {})
    client.force_login(UserFactory(time_zone=zone))

    client.get("/account/download/")

    assert seen[0].utcoffset().total_seconds() == offset * 3600
    assert timezone.get_current_timezone_name() == "America/New_York"


def test_the_zone_is_left_behind_when_a_page_fails(client, db, monkeypatch):
    monkeypatch.setattr("accounts.views.held_about", lambda user: 1 / 0)
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory(time_zone="Asia/Tokyo"))

    assert client.get("/account/download/").status_code == 500
    assert timezone.get_current_timezone_name() == "America/New_York"


def test_a_zone_that_is_none_is_no_error(client, db):
    client.force_login(UserFactory(time_zone="Mars/Olympus"))

    assert client.get("/account/").status_code == 200
