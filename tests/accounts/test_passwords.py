"""Changing a password, and setting a new one by e-mail."""

import re
from smtplib import SMTPException
from unittest import mock

import pytest
from django.core import mail
from django.test import Client

from tests.factories import PASSWORD, UserFactory

CHANGE = "/account/password/"
RESET = "/account/password/new/"
NEW = "plum orbit lantern"


@pytest.fixture
def signed_in(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture(autouse=True)
def _mail(settings):
    settings.SENDS_EMAIL = True


def link():
    return re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]


def test_a_password_is_changed_and_this_browser_stays_signed_in(signed_in, ada):
    response = signed_in.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW}, follow=True)

    ada.refresh_from_db()
    assert ada.check_password(NEW)
    assert response.request["PATH_INFO"] == "/account/"
    assert "Your new password is saved." in response.text


def test_every_other_browser_is_signed_out(signed_in, ada):
    other = Client()
    other.force_login(ada)

    signed_in.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW})

    assert other.get("/account/").url.startswith("/account/sign-in/")


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"oldpassword": "wrong", "password1": NEW}, "This is not your password now."),
        ({"oldpassword": PASSWORD, "password1": PASSWORD}, "This is the password you have now."),
        ({"oldpassword": PASSWORD, "password1": "short"}, "too short"),
        ({"oldpassword": PASSWORD, "password1": "908172635411"}, "entirely numeric"),
    ],
)
def test_what_does_not_fit_gets_a_sentence(signed_in, ada, form, sentence):
    assert sentence in signed_in.post(CHANGE, form).text

    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_a_link_by_e_mail_sets_a_new_password(client, ada):
    assert client.post(RESET, {"email": "ADA@example.org"}).url == f"{RESET}sent/"
    form = client.get(link(), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": NEW})

    ada.refresh_from_db()
    assert ada.check_password(NEW)
    assert "“ada”" in mail.outbox[0].body


def test_a_link_works_once(client, ada):
    client.post(RESET, {"email": "ada@example.org"})
    form = client.get(link(), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": NEW})

    assert "This link no longer works" in Client().get(link(), follow=True).text


def test_the_link_ends_sessions_elsewhere(signed_in, ada):
    visitor = Client()
    visitor.post(RESET, {"email": "ada@example.org"})
    form = visitor.get(link(), follow=True)
    visitor.post(form.request["PATH_INFO"], {"password1": NEW})

    assert signed_in.get("/account/").status_code == 302


def test_an_address_given_up_can_set_no_password(client, ada):
    client.post(RESET, {"email": "ada@example.org"})
    old = link()
    client.force_login(ada)
    client.post("/account/details/", {"email": "new@example.org", "time_zone": "Europe/London", "password": PASSWORD})
    client.post("/account/sign-out/")

    client.post(RESET, {"email": "ada@example.org"})

    assert len(mail.outbox) == 1
    assert "This link no longer works" in client.get(old, follow=True).text


def test_nobody_learns_whether_an_address_has_an_account(client, ada):
    known = client.post(RESET, {"email": "ada@example.org"}, follow=True)
    unknown = client.post(RESET, {"email": "nobody@example.org"}, follow=True)

    assert known.text == unknown.text
    assert len(mail.outbox) == 1


def test_a_closed_account_gets_no_link(client, ada):
    ada.is_active = False
    ada.save()

    client.post(RESET, {"email": "ada@example.org"})

    assert mail.outbox == []


def test_everybody_who_shares_an_address_gets_a_link_of_their_own(client, ada):
    UserFactory(username="bo", email="ada@example.org")

    client.post(RESET, {"email": "ada@example.org"})

    assert {name for name in ("ada", "bo") for message in mail.outbox if f"“{name}”" in message.body} == {"ada", "bo"}


def test_where_no_mail_is_sent_an_administrator_is_asked(client, ada, settings):
    settings.SENDS_EMAIL = False

    for response in (client.get(RESET), client.post(RESET, {"email": "ada@example.org"})):
        assert "one-time password" in response.text
    assert mail.outbox == []


@pytest.mark.parametrize("fault", [SMTPException("no"), ConnectionRefusedError()])
def test_a_mail_server_that_does_not_answer_is_said(client, ada, fault):
    with mock.patch("django.core.mail.EmailMultiAlternatives.send", side_effect=fault):
        response = client.post(RESET, {"email": "ada@example.org"})

    assert response.status_code == 503
    assert "We could not send the e-mail" in response.text
