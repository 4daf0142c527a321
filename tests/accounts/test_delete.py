import pytest
from allauth.account.models import EmailAddress
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.actions import set_email
from accounts.models import User
from plans.models import Plan
from tests.factories import PASSWORD, UserFactory

URL = "/account/delete/"


@pytest.fixture
def signed_in(client, ada):
    client.force_login(ada)
    return client


def test_everything_goes_at_once(signed_in, ada):
    Plan.objects.get_or_create(user=ada)
    set_email(user=ada, email="ada@example.org")
    Client().force_login(ada)

    response = signed_in.post(URL, {"password": PASSWORD}, follow=True)

    assert "Your account is deleted" in response.text
    for model in (User, Plan, EmailAddress, Session):
        assert not model.objects.exists()


def test_the_log_forgets_them_too(signed_in, ada, administrator):
    LogEntry.objects.log_actions(administrator.pk, [ada], CHANGE, "Gave a one-time password.")
    LogEntry.objects.log_actions(ada.pk, [administrator], CHANGE, "Something.")

    signed_in.post(URL, {"password": PASSWORD})

    assert not LogEntry.objects.exists()


def test_others_keep_what_is_theirs(signed_in):
    bo = UserFactory(username="bo")
    Plan.objects.get_or_create(user=bo)
    client = Client()
    client.force_login(bo)

    signed_in.post(URL, {"password": PASSWORD})

    assert Plan.objects.filter(user=bo).exists()
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize("password", ["", "wrong"])
def test_without_the_password_nothing_goes(signed_in, password):
    response = signed_in.post(URL, {"password": password})

    assert "error-summary" in response.text
    assert User.objects.exists()


def test_asking_for_the_page_deletes_nothing(signed_in):
    assert "Nobody can bring it back" in signed_in.get(URL).text
    assert User.objects.exists()


def test_the_last_administrator_stays(administrator_client):
    response = administrator_client.post(URL, {"password": PASSWORD})

    assert "This is the only administrator." in response.text
    assert User.objects.filter(username="head").exists()


def test_an_administrator_goes_where_another_remains(administrator_client):
    UserFactory(is_superuser=True)

    administrator_client.post(URL, {"password": PASSWORD})

    assert not User.objects.filter(username="head").exists()


def test_a_closed_administrator_does_not_count_as_another(administrator_client):
    UserFactory(is_superuser=True, is_active=False)

    assert "only administrator" in administrator_client.post(URL, {"password": PASSWORD}).text
