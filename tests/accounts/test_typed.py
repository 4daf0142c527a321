"""Nothing typed is lost: neither to an expired session nor to an expired form."""

import html
import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts import typed
from tests.factories import PASSWORD

DETAILS = "/account/details/"
OURS = {"origin": "http://testserver"}
LONG = "A long thought.\nIn two lines. " * 20
EVIL = '"><script>alert(1)</script></textarea><img src=x onerror=alert(1)>'


@pytest.fixture
def strict():
    return Client(enforce_csrf_checks=True)


def sign_in(client, then):
    return client.post("/account/sign-in/", {"login": "ada", "password": PASSWORD, "next": then})


def waiting(client):
    """The address of what the session keeps."""
    (key,) = client.session[typed.SESSION_KEY]
    return reverse("accounts:unsaved", args=[key])


def fields_of(response):
    """What pressing “Send again” would send, as a browser reads the page."""
    form = response.text.split('class="form"')[1].split("</form>")[0]
    inputs = {}
    for tag in re.findall(r"<input[^>]*>", form):
        value = re.search(r'value="([^"]*)"', tag)
        inputs[re.search(r'name="([^"]*)"', tag)[1]] = html.unescape(value[1] if value else "")
    areas = re.findall(r'<textarea name="([^"]*)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL)
    return inputs | {name: html.unescape(text) for name, text in areas}


def test_what_was_typed_comes_back_after_signing_in(client, ada):
    response = client.post(DETAILS, {"name": "Ada L.", "email": "ada@example.org", "time_zone": "Asia/Tokyo"})
    assert response.url == f"/account/sign-in/?next={waiting(client).replace('/', '%2F')}"

    assert "What you typed is kept" in client.get(response.url).text
    then = sign_in(client, waiting(client)).url
    page = client.get(then)
    client.post(DETAILS, fields_of(page))

    assert "You were signed out before we could save this" in page.text
    ada.refresh_from_db()
    assert (ada.name, ada.time_zone) == ("Ada L.", "Asia/Tokyo")


def test_long_texts_come_back_word_for_word(client, ada):
    client.post("/account/details/?step=2", {"notes": LONG, "also": ["one"], "empty": ""})
    sign_in(client, "/")

    page = client.get(waiting(client))

    assert 'action="/account/details/?step=2"' in page.text
    assert fields_of(page).items() >= {"notes": LONG, "also": "one", "empty": ""}.items()


def test_several_values_of_one_name_all_come_back(client, ada):
    client.post(DETAILS, {"roles": ["one", "two"]})
    sign_in(client, "/")

    assert client.get(waiting(client)).text.count('name="roles"') == 2


def test_no_password_and_no_token_is_kept(client, ada):
    client.post(DETAILS, {"password": "secret-1", "oldpassword": "secret-2", "csrfmiddlewaretoken": "secret-3"})
    sign_in(client, "/")

    page = client.get(waiting(client)).text
    assert "secret" not in page
    assert "secret" not in str(client.session[typed.SESSION_KEY])
    assert page.count('type="password"') == 2


def test_only_the_same_browser_gets_it_back_and_only_signed_in(client, ada):
    client.post(DETAILS, {"name": "Ada"})
    url = waiting(client)

    assert client.get(url).url.startswith("/account/sign-in/")
    other = Client()
    other.force_login(ada)
    assert other.get(url).status_code == 404


def test_it_is_kept_for_an_hour(client, ada):
    with time_machine.travel("2026-11-23 09:00"):
        client.post(DETAILS, {"name": "Ada"})
        sign_in(client, "/")
        assert client.get(waiting(client)).status_code == 200
    with time_machine.travel("2026-11-23 10:01"):
        assert client.get(waiting(client)).status_code == 404


def test_signing_out_forgets_it(client, ada):
    client.post(DETAILS, {"name": "Ada"})
    url = waiting(client)
    sign_in(client, "/")
    client.post("/account/sign-out/")
    sign_in(client, "/")

    assert client.get(url).status_code == 404


def test_two_forms_are_both_kept(client, ada):
    client.post(DETAILS, {"name": "One"})
    client.post(DETAILS, {"name": "Two"})

    kept = client.session[typed.SESSION_KEY].values()
    assert [entry["fields"] for entry in kept] == [[["name", "Two"]], [["name", "One"]]]


def test_a_session_keeps_no_more_than_it_should(client, ada):
    for number in range(4):
        client.post(DETAILS, {"name": str(number) + "x" * 90_000})

    assert [entry["fields"][0][1][0] for entry in client.session[typed.SESSION_KEY].values()] == ["3", "2"]


def test_what_is_too_long_to_keep_is_on_the_page_at_once(client, ada):
    response = client.post(DETAILS, {"notes": "🌍" * 200_001})

    assert response.status_code == 403
    assert "too long to wait while you sign in" in response.text
    assert fields_of(response)["notes"] == "🌍" * 200_001
    assert typed.SESSION_KEY not in client.session


def test_htmx_is_sent_to_sign_in_and_then_to_what_was_typed(client, ada):
    response = client.post(DETAILS, {"name": "Ada"}, headers={"hx-request": "true"})

    assert response["HX-Redirect"] == f"/account/sign-in/?next={waiting(client).replace('/', '%2F')}"


def test_an_expired_form_shows_what_was_typed_and_sends_it_again(strict, ada):
    strict.force_login(ada)

    form = {"name": "Ada L.", "email": "ada@example.org", "time_zone": "Asia/Tokyo", "csrfmiddlewaretoken": "old"}
    page = strict.post(DETAILS, form, headers=OURS)
    again = strict.post(DETAILS, fields_of(page), headers=OURS)

    assert page.status_code == 403
    assert "This page was open for too long" in page.text
    assert again.url == "/account/"
    ada.refresh_from_db()
    assert ada.name == "Ada L."


def test_an_expired_sign_in_asks_for_the_password_again(strict, ada):
    page = strict.post("/account/sign-in/", {"login": "ada", "password": PASSWORD, "next": "/careers/"}, headers=OURS)

    assert PASSWORD not in page.text
    assert "This page was open for too long" in page.text
    again = strict.post("/account/sign-in/", fields_of(page) | {"password": PASSWORD}, headers=OURS)
    assert again.url == "/careers/"


def test_an_expired_form_that_htmx_sent_is_shown_as_a_page(strict, ada):
    strict.force_login(ada)

    response = strict.post(DETAILS, {"name": "Ada L."}, headers=OURS | {"hx-request": "true"})

    page = strict.get(waiting(strict))
    assert response["HX-Redirect"] == waiting(strict)
    assert "This page was open for too long" in page.text
    assert "signed out" not in page.text
    assert fields_of(page)["name"] == "Ada L."


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"referer": "https://evil.example/page"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "https://testserver"},
        {"origin": "http://["},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {},
    ],
)
def test_a_form_of_another_site_is_not_offered_again(strict, ada, headers):
    strict.force_login(ada)

    response = strict.post(DETAILS, {"name": "Stolen"}, headers=headers)

    assert response.status_code == 403
    assert "The form came from another site" in response.text
    assert "Stolen" not in response.text
    assert "Send again" not in response.text


@pytest.mark.parametrize("evil", [EVIL, "javascript:alert(1)", "{{ 7|add:7 }}", "\0", "&lt;b&gt;"])
def test_nothing_typed_becomes_part_of_the_page(strict, ada, evil):
    response = strict.post("/account/sign-in/", {evil: "x", "login": evil, "notes": evil * 30}, headers=OURS)

    assert "<script>alert" not in response.text
    assert "<img" not in response.text
    assert fields_of(response)["login"] == evil


@pytest.mark.parametrize("path", ["//evil.example/", "/%2Fevil.example/", "///evil.example"])
def test_it_is_only_ever_sent_to_a_path_of_ours(strict, ada, path):
    response = strict.post(path, {"name": "x"}, headers=OURS)

    assert 'action="//' not in response.text


def test_nobody_may_frame_the_page(strict, ada):
    response = strict.post("/account/sign-in/", {"login": "ada"}, headers=OURS)

    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "name",
    ["_save", "next", "careers-TOTAL_FORMS", "version", "sections-0-id", "target", "way", "leads_to-0-years", "any"],
)
def test_what_a_form_carries_for_itself_is_not_shown(strict, ada, name):
    response = strict.post("/account/sign-in/", {name: "7"}, headers=OURS)

    assert f'<input type="hidden" name="{name}" value="7">' in response.text


@pytest.mark.parametrize("name", ["done", "saved", "item", "out", "status", "nothing-at-all"])
def test_what_was_pressed_and_what_is_empty_is_not_shown(strict, ada, name):
    value = "" if name == "nothing-at-all" else "word"
    response = strict.post("/account/sign-in/", {name: value}, headers=OURS)

    assert f'<input type="hidden" name="{name}" value="{value}">' in response.text


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("text", "What you will do"),
        ("due_on", "By when"),
        ("notes", "Your notes"),
        ("section_get-started", "Get started"),
        ("some_other-name", "Some other name"),
    ],
)
def test_every_field_has_a_label_in_words(strict, ada, name, label):
    response = strict.post("/account/sign-in/", {name: "2026-11-30"}, headers=OURS)

    assert f'<label for="typed_1">{label}</label>' in response.text


@pytest.mark.parametrize(("value", "kind"), [("2026-11-30", "date"), ("", "date"), ("30/11/2026", "text")])
def test_a_day_stays_a_day(strict, ada, value, kind):
    response = strict.post("/account/sign-in/", {"due_on": value}, headers=OURS)

    assert f'<input type="{kind}" name="due_on" id="typed_1" value="{value}"' in response.text


@pytest.mark.parametrize("name", ["login", "text", "notes"])
def test_numbers_that_somebody_typed_are_shown(strict, ada, name):
    response = strict.post("/account/sign-in/", {name: "2026"}, headers=OURS)

    assert f'<input type="text" name="{name}" id="typed_1" value="2026"' in response.text


def test_there_is_a_way_to_leave_it(strict, ada):
    response = strict.post("/account/sign-in/", {"login": "ada"}, headers=OURS)

    assert '<a href="/">No, leave it: go to the start page</a>' in response.text
