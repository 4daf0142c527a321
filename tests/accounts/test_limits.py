"""A whole school behind one address signs in; guessing at one account is stopped from any address."""

import pytest
import time_machine
from django.test import Client

from tests.factories import PASSWORD, UserFactory

URL = "/account/sign-in/"


def guess(client, login="ada", password="wrong", **extra):
    return client.post(URL, {"login": login, "password": password}, **extra)


def test_300_pupils_sign_in_from_one_address_in_a_lesson(db):
    pupils = [UserFactory() for _ in range(300)]

    answers = [guess(Client(), pupil.username, PASSWORD) for pupil in pupils]

    assert {answer.status_code for answer in answers} == {302}


def test_a_lesson_survives_its_typing_errors(db):
    pupils = [UserFactory() for _ in range(100)]
    for pupil in pupils:
        guess(Client(), pupil.username)

    answers = [guess(Client(), pupil.username, PASSWORD) for pupil in pupils]

    assert {answer.status_code for answer in answers} == {302}


@pytest.mark.parametrize("login", ["ada", "ADA", "ada "])
def test_the_ninth_guess_is_refused_from_any_address(ada, login):
    for number in range(8):
        assert "do not fit together" in guess(Client(), REMOTE_ADDR=f"10.0.0.{number}").text

    response = guess(Client(), login, PASSWORD, REMOTE_ADDR="10.9.9.9")

    assert "Too many wrong passwords for this account" in response.text


def test_another_name_of_the_host_counts_no_less(ada, settings):
    settings.ALLOWED_HOSTS = [".example.org"]
    for number in range(8):
        guess(Client(), headers={"host": f"h{number}.example.org"})

    assert "Too many wrong passwords" in guess(Client(), headers={"host": "new.example.org"}).text


def test_after_five_minutes_one_may_try_again(client, ada):
    with time_machine.travel("2026-11-23 09:00", tick=False):
        for _ in range(8):
            guess(client)
    with time_machine.travel("2026-11-23 09:05:01", tick=False):
        assert guess(client, password=PASSWORD).status_code == 302


def test_a_right_password_between_guesses_gives_no_more_of_them(ada):
    for _ in range(7):
        guess(Client())
    guess(Client(), password=PASSWORD)
    guess(Client())

    assert "Too many wrong passwords" in guess(Client()).text


def test_one_who_guesses_at_everybody_is_stopped(db):
    for number in range(300):
        guess(Client(), f"pupil{number}")

    assert "Too many wrong passwords" in guess(Client(), "pupil300").text


@pytest.mark.parametrize(("proxies", "stopped"), [(0, True), (1, True), (2, False)])
def test_addresses_are_those_that_our_own_proxies_saw(db, settings, proxies, stopped):
    """A client may write what it likes to the left; from the right, each proxy of ours adds whom it saw."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/m/ip"}
    for number in range(4):
        forwarded = {"x-forwarded-for": f"1.1.1.{number}, 2.2.2.{number}, 3.3.3.3"}
        response = guess(Client(), headers=forwarded, REMOTE_ADDR="9.9.9.9")

    assert ("Too many wrong passwords" in response.text) is stopped


def test_signing_up_too_often_is_answered_with_a_page(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}
    client.post("/account/sign-up/", {})

    response = client.post("/account/sign-up/", {})

    assert response.status_code == 429
    assert "Too many tries" in response.text
