"""Every form takes anything with a sentence, or takes it; none fails."""

import pytest
from django.core import mail

from accounts.models import User
from tests.factories import PASSWORD

TEXTS = {
    "nothing": "",
    "long": "x" * 100_000,
    "emoji": "👩🏽‍🚀🌍" * 40,
    "long emoji": "🌍" * 100_000,
    "right to left": "مرحبا بالعالم \u202e שלום",
    "nul": "a\0b",
    "lines": "one\r\ntwo",
    "growing": "ﷺ" * 150,
    "surrogate": "\\ud800",
    "markup": "<script>alert(1)</script>",
}
FORMS = {
    "/account/sign-up/": {
        "username": "new",
        "password1": "plum orbit lantern",
        "email": "",
        "time_zone": "",
        "next": "",
    },
    "/account/sign-in/": {"login": "ada", "password": PASSWORD, "next": ""},
    "/account/password/new/": {"email": "ada@example.org"},
    "/account/password/": {"oldpassword": PASSWORD, "password1": "plum orbit lantern"},
    "/account/details/": {"name": "Ada", "email": "", "time_zone": "Asia/Tokyo", "password": PASSWORD},
    "/account/delete/": {"password": PASSWORD},
    "/admin/accounts/user/add/": {"username": "bo", "name": "", "email": "", "time_zone": "Asia/Tokyo", "roles": ""},
}
CLOSED = {"/account/password/", "/account/details/", "/account/delete/"}
CASES = [(url, name) for url, form in FORMS.items() for name in form]


@pytest.fixture
def client_for(client, ada, administrator_client, settings):
    settings.SENDS_EMAIL = True

    def signed_in(url):
        if url.startswith("/admin/"):
            return administrator_client
        if url in CLOSED:
            client.force_login(ada)
        return client

    return signed_in


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(("url", "name"), CASES)
def test_every_field_takes_anything(client_for, url, name, text):
    response = client_for(url).post(url, FORMS[url] | {name: text})

    assert response.status_code in {200, 302}
    refused = response.status_code == 200 and "errors" in (response.context or [{}])[-1]
    if refused:
        assert "error-summary" in response.text or "errornote" in response.text


@pytest.mark.parametrize("url", FORMS)
def test_a_form_with_nothing_in_it_gets_sentences(client_for, url):
    response = client_for(url).post(url, {})

    assert response.status_code == 200
    assert "This field is required." in response.text


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("url", FORMS)
def test_every_page_takes_any_next(client_for, url, text):
    assert client_for(url).get(url, {"next": text, "email": text}).status_code == 200


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_admins_list_takes_any_question(administrator_client, text):
    url = "/admin/accounts/user/"

    for name in ("q", "role", "is_active__exact", "last_login__gte", "p", "o"):
        assert administrator_client.get(url, {name: text}).status_code in {200, 302}


@pytest.mark.parametrize("key", ["x", "1-set-password", "zzzz-abc", "1-%00", "🌍-x", "9" * 500 + "-x"])
def test_a_link_that_was_never_sent_opens_nothing(client, ada, key):
    response = client.get(f"/account/password/new/{key}/")

    assert response.status_code == 404 or "This link no longer works" in response.text


def test_an_address_with_a_line_break_sends_nothing_elsewhere(client_for):
    client = client_for("/account/password/new/")

    client.post("/account/password/new/", {"email": "ada@example.org\nBcc: thief@example.org"})

    assert mail.outbox == []


def test_what_is_stored_is_what_was_typed(client_for, ada):
    client_for("/account/details/").post("/account/details/", FORMS["/account/details/"] | {"name": "<b>‮שלום 🌍</b>"})

    page = client_for("/account/details/").get("/account/").text
    assert User.objects.get(pk=ada.pk).name == "<b>‮שלום 🌍</b>"
    assert "<b>‮" not in page
