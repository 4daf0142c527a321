from unittest import mock

import pytest
from django.db import IntegrityError

from accounts.models import User
from tests.factories import UserFactory

URL = "/account/sign-up/"
FORM = {"username": "Ada", "password1": "plum orbit lantern"}
pytestmark = pytest.mark.django_db


def test_a_user_name_and_a_password_make_an_account(client):
    response = client.post(URL, FORM)

    assert response.url == "/plan/"
    assert client.session["_auth_user_id"] == str(User.objects.get(username="ada").pk)


def test_a_new_person_is_a_student_and_enters_no_admin(client):
    client.post(URL, FORM)

    person = User.objects.get()
    assert [group.name for group in person.groups.all()] == ["student"]
    assert not person.is_staff


def test_the_browser_says_the_time_zone(client):
    client.post(URL, FORM | {"time_zone": "Asia/Tokyo"})

    assert User.objects.get().time_zone == "Asia/Tokyo"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "\0", "../../etc/passwd", "x" * 100_000])
def test_what_is_no_time_zone_is_the_sites(client, settings, zone):
    client.post(URL, FORM | {"time_zone": zone})

    assert User.objects.get().time_zone == settings.TIME_ZONE


def test_a_user_name_in_other_letters_is_taken(client):
    UserFactory(username="ada")

    response = client.post(URL, FORM | {"username": "ADA"})

    assert "Somebody has this user name already" in response.text


def test_user_names_with_accents_are_one_too(client):
    UserFactory(username="émile")

    response = client.post(URL, FORM | {"username": "ÉMILE"})

    assert "Somebody has this user name already" in response.text


def test_two_at_the_same_moment_get_a_sentence(client):
    UserFactory(username="ada")

    with mock.patch("accounts.forms.SignupForm.save", side_effect=IntegrityError):
        response = client.post(URL, FORM | {"username": "ada2"})

    assert "Somebody has this user name already" in response.text


def test_what_was_typed_stays_but_the_password(client):
    response = client.post(URL, {"username": "ada", "email": "no address", "password1": "plum orbit lantern"})

    assert 'value="ada"' in response.text
    assert 'value="no address"' in response.text
    assert "plum orbit lantern" not in response.text


def test_a_family_may_share_an_address_and_nobody_learns_of_it(client):
    UserFactory(username="bo", email="family@example.org")

    client.post(URL, FORM | {"email": "Family@example.org"})

    assert User.objects.get(username="ada").email == "family@example.org"


def test_a_school_can_close_sign_up(client, settings):
    settings.SIGNUP_OPEN = False

    for response in (client.get(URL), client.post(URL, FORM)):
        assert "New accounts come from your school" in response.text
    assert not User.objects.exists()


def test_sign_in_offers_sign_up_only_where_it_is_open(client, settings):
    assert URL in client.get("/account/sign-in/").text

    settings.SIGNUP_OPEN = False
    assert URL not in client.get("/account/sign-in/").text


def test_where_somebody_wanted_to_go_is_carried_and_honoured(client):
    page = client.get(URL, {"next": "/careers/?q=vet&sort=title"})

    assert "/account/sign-in/?next=%2Fcareers%2F%3Fq%3Dvet%26sort%3Dtitle" in page.text
    assert client.post(URL, FORM | {"next": "/careers/?q=vet&sort=title"}).url == "/careers/?q=vet&sort=title"


def test_the_session_ends_with_the_browser(client):
    response = client.post(URL, FORM)

    assert response.cookies["sessionid"]["max-age"] == ""


def test_a_password_with_three_faults_gets_one_sentence(client, db):
    page = client.post("/account/sign-up/", {"username": "ada", "password1": "123"}).text

    field = page.split('id="id_password1_error"')[1].split("</ul>")[0]
    assert field.count("<li>") == 1
    assert "too short" in field
    assert "too common" not in page
    assert "entirely numeric" not in page
