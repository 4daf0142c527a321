"""A code beside the password, for whoever sees more than their own."""

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from tests.factories import PASSWORD, CohortFactory, UserFactory, counsellor_of, with_role

SET_UP, CODE, SIGN_IN = "/account/second-factor/set-up/", "/account/sign-in/code/", "/account/sign-in/"
NOW = 1_800_000_000


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, NOW // 30))


@pytest.fixture(autouse=True)
def _enforced(settings):
    settings.SECOND_FACTOR = True
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def casey(db):
    return counsellor_of(CohortFactory(), username="casey")


def signed_in(user, password=PASSWORD) -> Client:
    client = Client()
    client.post(SIGN_IN, {"login": user.username, "password": password})
    return client


def with_factor(user) -> str:
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


@pytest.mark.parametrize("path", ["/", "/plan/", "/desk/", "/schools/", "/account/", "/account/second-factor/codes/"])
def test_every_page_leads_staff_to_setting_it_up(casey, path):
    assert signed_in(casey).get(path).url == f"{SET_UP}?next={path.replace('/', '%2F')}"


def test_roles_need_it_as_posts_do(roles):
    assert signed_in(with_role("editor")).get("/admin/").url.startswith(SET_UP)


def test_students_and_former_staff_do_not(casey):
    assert signed_in(UserFactory()).get("/account/").status_code == 200
    casey.posts.update(until="2026-01-01T00:00Z")
    assert signed_in(casey).get("/account/").status_code == 200


def test_development_does_not_ask(casey, settings):
    settings.SECOND_FACTOR = False

    assert signed_in(casey).get("/schools/").status_code == 200


def test_it_is_set_up_after_the_password_and_gives_recovery_codes(casey):
    client = signed_in(casey)
    again = client.get(SET_UP)
    page = client.post(again.url, {"password": PASSWORD}, follow=True)

    done = client.post(SET_UP, {"code": code(page.context["form"].secret)}, follow=True)

    assert "<svg" in page.text
    assert "data:" not in page.text
    assert len(done.context["unused_codes"]) == 10
    assert client.get("/schools/").status_code == 200


def test_a_wrong_code_sets_nothing_up(casey):
    client = signed_in(casey)
    client.post(f"/account/password/again/?next={SET_UP}", {"password": PASSWORD})

    assert "does not fit" in client.post(SET_UP, {"code": "000000"}).text
    assert not Authenticator.objects.exists()


def test_signing_in_takes_the_code(casey):
    secret = with_factor(casey)
    client = signed_in(casey)
    assert "_auth_user_id" not in client.session

    wrong = client.post(CODE, {"code": "000000"})
    client.post(CODE, {"code": code(secret)})

    assert "does not fit" in wrong.text
    assert client.get("/schools/").status_code == 200


def test_a_recovery_code_signs_in_once(casey):
    with_factor(casey)
    recovery = RecoveryCodes.activate(casey).get_unused_codes()[0]

    first, second = signed_in(casey), signed_in(casey)
    first.post(CODE, {"code": recovery})
    second.post(CODE, {"code": recovery})

    assert "_auth_user_id" in first.session
    assert "_auth_user_id" not in second.session


def test_guesses_at_codes_are_limited_by_account(casey):
    secret = with_factor(casey)
    for _ in range(8):
        signed_in(casey).post(CODE, {"code": "000000"})

    assert "Too many wrong" in signed_in(casey).post(CODE, {"code": code(secret)}).text


def test_an_administrator_takes_a_lost_one_away(casey, administrator):
    with_factor(casey)
    client = Client()
    client.force_login(administrator)
    with_factor(administrator)

    client.post("/admin/accounts/user/", {"action": "forget_second_factor", "_selected_action": casey.pk})

    assert not Authenticator.objects.filter(user=casey).exists()


def test_another_phone_is_set_up_after_the_password(casey):
    client = Client()
    client.force_login(casey)
    with_factor(casey)
    take_away = "/account/second-factor/take-away/"
    client.post(f"/account/password/again/?next={take_away}", {"password": PASSWORD})

    client.post(take_away)

    assert client.get("/schools/").url.startswith(SET_UP)


def test_what_is_held_tells_no_secret(casey):
    client = Client()
    client.force_login(casey)
    secret = with_factor(casey)

    held = client.get("/account/download/")

    assert held.json()["second factor"][0]["what"] == "codes from an app"
    assert secret not in held.text
