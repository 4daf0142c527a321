import pytest
from allauth.account.models import EmailAddress

from accounts import zones
from tests.factories import PASSWORD, UserFactory

URL = "/account/details/"
FORM = {"name": "", "email": "ada@example.org", "time_zone": "Europe/London"}


@pytest.fixture
def signed_in(client, ada):
    client.force_login(ada)
    return client


def test_a_name_and_a_time_zone_need_no_password(signed_in, ada):
    response = signed_in.post(URL, FORM | {"name": "Ada L.", "time_zone": "Asia/Tokyo"}, follow=True)

    ada.refresh_from_db()
    assert (ada.name, ada.time_zone) == ("Ada L.", "Asia/Tokyo")
    assert "Your details are saved." in response.text


def test_the_address_is_changed_with_the_password(signed_in, ada):
    signed_in.post(URL, FORM | {"email": "New@Example.org", "password": PASSWORD})

    ada.refresh_from_db()
    assert ada.email == "new@example.org"
    assert list(EmailAddress.objects.values_list("email", "primary")) == [("new@example.org", True)]


def test_the_address_can_be_taken_away(signed_in, ada):
    signed_in.post(URL, FORM | {"email": "", "password": PASSWORD})

    ada.refresh_from_db()
    assert ada.email == ""
    assert not EmailAddress.objects.exists()


@pytest.mark.parametrize(
    ("password", "sentence"),
    [("", "Type your password to change the e-mail."), ("wrong", "This is not your password.")],
)
def test_nobody_else_changes_the_address(signed_in, ada, password, sentence):
    response = signed_in.post(URL, FORM | {"email": "thief@example.org", "password": password})

    assert sentence in response.text
    ada.refresh_from_db()
    assert ada.email == "ada@example.org"


def test_guesses_here_count_as_at_sign_in(signed_in):
    for _ in range(8):
        signed_in.post(URL, FORM | {"email": "thief@example.org", "password": "wrong"})

    response = signed_in.post(URL, FORM | {"email": "thief@example.org", "password": PASSWORD})
    assert "Too many wrong passwords" in response.text


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd"])
def test_a_time_zone_is_one_of_the_list(signed_in, ada, zone):
    response = signed_in.post(URL, FORM | {"time_zone": zone})

    assert 'id="id_time_zone_error"' in response.text
    ada.refresh_from_db()
    assert ada.time_zone != zone


def test_common_time_zones_come_first(signed_in):
    page = signed_in.get(URL).text

    assert page.index('value="America/New_York"') < page.index('value="Africa/Abidjan"')


@pytest.mark.parametrize("zone", ["US/Pacific", "Africa/Asmera", "Mars/Olympus"])
def test_old_names_of_time_zones_are_not_offered(signed_in, zone):
    assert f'value="{zone}"' not in signed_in.get(URL).text


def test_a_time_zone_stored_under_an_old_name_stays(client, db):
    client.force_login(UserFactory(time_zone="Asia/Calcutta"))

    assert '<option value="Asia/Calcutta" selected>Asia: Calcutta</option>' in client.get(URL).text
    assert client.post(URL, FORM | {"email": "", "time_zone": "Asia/Calcutta"}).status_code == 302


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        ("America/New_York", "Eastern (New York)"),
        ("America/Argentina/Ushuaia", "Argentina: Ushuaia"),
        ("Africa/Porto-Novo", "Africa: Porto-Novo"),
    ],
)
def test_a_time_zone_has_a_name_in_words(zone, label):
    assert zones.label(zone) == label


def test_the_account_page_says_the_time_zone_in_words(client, db):
    client.force_login(UserFactory(time_zone="America/New_York"))
    page = client.get("/account/").text

    assert "<dd>Eastern (New York)</dd>" in page
    assert "America/New_York" not in page


def test_a_form_that_does_not_fit_changes_no_name_on_the_page(signed_in):
    response = signed_in.post(URL, FORM | {"name": "Other", "time_zone": ""})

    assert response.context["user"].name == ""


def test_the_account_page_shows_the_details(signed_in):
    page = signed_in.get("/account/").text

    assert "ada@example.org" in page
    assert "ada" in page


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(signed_in, method):
    assert getattr(signed_in, method)(URL).status_code == 405
