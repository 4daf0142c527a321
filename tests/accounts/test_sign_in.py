import pytest

from tests.factories import PASSWORD

URL = "/account/sign-in/"
FORM = {"login": "ada", "password": PASSWORD}


@pytest.mark.parametrize("login", ["ada", "ADA", " Ada "])
def test_small_and_capital_letters_are_the_same(client, ada, login):
    response = client.post(URL, FORM | {"login": login})

    assert response.url == "/plan/"
    assert client.session["_auth_user_id"] == str(ada.pk)


def test_a_wrong_password_says_so_and_keeps_the_name(client, ada):
    response = client.post(URL, {"login": "ada", "password": "wrong"})

    assert "do not fit together" in response.text
    assert 'value="ada"' in response.text


def test_an_unknown_name_is_answered_like_a_wrong_password(client, db):
    assert "do not fit together" in client.post(URL, FORM | {"login": "nobody"}).text


def test_a_closed_account_is_told_so(client, ada):
    ada.is_active = False
    ada.save()

    response = client.post(URL, FORM, follow=True)

    assert "This account is closed" in response.text
    assert "_auth_user_id" not in client.session


def test_next_is_carried_and_honoured(client, ada):
    page = client.get(URL, {"next": "/careers/?q=vet"})

    assert '<input type="hidden" name="next" value="/careers/?q=vet">' in page.text
    assert "/account/sign-up/?next=%2Fcareers%2F%3Fq%3Dvet" in page.text
    assert client.post(URL, FORM | {"next": "/careers/?q=vet"}).url == "/careers/?q=vet"


@pytest.mark.parametrize("next_", ["https://evil.example/", "//evil.example", "javascript:alert(1)", r"/\evil.example"])
def test_next_never_leaves_the_site(client, ada, next_):
    assert client.post(URL, FORM | {"next": next_}).url == "/plan/"


def test_signing_out_takes_a_press(client, ada):
    client.force_login(ada)

    assert "Sign out?" in client.get("/account/sign-out/").text
    assert client.post("/account/sign-out/").url == "/"
    assert "_auth_user_id" not in client.session


def test_who_is_signed_in_already_goes_on(client, ada):
    client.force_login(ada)

    assert client.get(URL, {"next": "/careers/"}).url == "/careers/"


def test_nobody_is_answered_in_json(client, db):
    response = client.get(URL, headers={"accept": "application/json", "x-requested-with": "XMLHttpRequest"})

    assert response["content-type"].startswith("text/html")
