"""The state that an account remembers."""

import pytest

URL = "/account/state/"


@pytest.fixture
def signed_in(client, ada):
    client.force_login(ada)
    return client


def test_one_press_remembers_it_and_goes_back(signed_in, ada):
    response = signed_in.post(URL, {"state": "WA", "next": "/privacy/?area=WA"}, follow=True)

    ada.refresh_from_db()
    assert ada.state == "WA"
    assert response.redirect_chain == [("/privacy/?area=WA", 302)]
    assert "Washington is remembered." in response.text


@pytest.mark.parametrize("state", ["XX", "Washington", "wa", "\0"])
def test_a_state_we_do_not_know_changes_nothing_and_says_so(signed_in, ada, state):
    ada.state = "OR"
    ada.save()

    response = signed_in.post(URL, {"state": state}, follow=True)

    ada.refresh_from_db()
    assert ada.state == "OR"
    assert "message error" in response.text


@pytest.mark.parametrize("then", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_it_leads_to_no_other_site(signed_in, then):
    assert signed_in.post(URL, {"state": "WA", "next": then}).url == "/account/"


def test_details_choose_and_forget_it(signed_in, ada):
    details = {"name": "", "email": "ada@example.org", "time_zone": "Europe/London"}

    signed_in.post("/account/details/", details | {"state": "PR"})
    assert "<dd>Puerto Rico</dd>" in signed_in.get("/account/").text

    signed_in.post("/account/details/", details | {"state": ""})
    ada.refresh_from_db()
    assert ada.state == ""


def test_what_is_held_names_it(signed_in, ada):
    ada.state = "WA"
    ada.save()

    assert signed_in.get("/account/download/").json()["you"][0]["state"] == "Washington"
