import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.test import Client

from accounts.actions import give_one_time_password
from accounts.models import User
from accounts.passwords import SESSION_KEY, WORDS
from tests.factories import PASSWORD, UserFactory, with_role

SIGN_IN = "/account/sign-in/"
CHOOSE = "/account/password/"
NEW = "plum orbit lantern"


def address(person):
    return f"/admin/accounts/user/{person.pk}/one-time-password/"


def signed_in_with(password, login="ada"):
    client = Client()
    client.post(SIGN_IN, {"login": login, "password": password})
    return client


@pytest.fixture
def given(ada):
    return signed_in_with(give_one_time_password(user=ada))


def test_an_administrator_gives_one_and_sees_it_once(administrator_client, ada):
    response = administrator_client.post(address(ada), follow=True)
    password = response.context["password"]

    assert password in response.text
    assert password not in administrator_client.get(address(ada)).text
    assert "no-store" in response["Cache-Control"]
    assert signed_in_with(password).session["_auth_user_id"] == str(ada.pk)


def test_loading_the_page_again_makes_no_other(administrator_client, ada):
    where = administrator_client.post(address(ada)).url
    password = administrator_client.get(where).context["password"]

    again = administrator_client.get(where)

    assert password not in again.text
    assert "was shown already" in again.text
    assert f'action="{address(ada)}"' in again.text
    ada.refresh_from_db()
    assert ada.check_password(password)


def test_it_stays_in_no_session(administrator_client, ada):
    where = administrator_client.post(address(ada)).url
    administrator_client.head(where)
    assert administrator_client.get(where).context["password"]

    assert SESSION_KEY not in administrator_client.session


def test_no_other_browser_is_shown_it(administrator_client, administrator, ada):
    where = administrator_client.post(address(ada)).url
    other = Client()
    other.force_login(administrator)

    assert other.get(where).context["password"] is None


def test_the_log_says_that_and_not_what(administrator_client, ada):
    password = administrator_client.post(address(ada), follow=True).context["password"]

    entry = LogEntry.objects.get()
    assert "Gave a one-time password." in str(entry.change_message)
    assert password not in entry.change_message + entry.object_repr


def test_it_can_be_read_out(ada):
    *words, number = give_one_time_password(user=ada).split("-")

    assert len(words) == 4
    assert set(words) <= set(WORDS)
    assert 10 <= int(number) <= 99


def test_asking_for_the_page_gives_nothing(administrator_client, ada):
    administrator_client.get(address(ada))

    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


@pytest.mark.parametrize("role", ["student", "counsellor", "editor"])
def test_nobody_but_an_administrator_gives_one(client, roles, ada, role):
    client.force_login(with_role(role))

    assert client.post(address(ada)).status_code in {302, 403}
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_an_administrator_gives_none_to_themselves(administrator_client, administrator):
    assert administrator_client.post(address(administrator)).status_code == 403
    assert administrator_client.get(address(administrator) + "key/").status_code == 403


def test_it_ends_the_sessions_of_the_person(client, ada):
    client.force_login(ada)

    give_one_time_password(user=ada)

    assert client.get("/account/").url.startswith(SIGN_IN)


@pytest.mark.parametrize("path", ["/", "/careers/", "/account/", "/account/download/", "/privacy/", "/plan/"])
def test_every_page_leads_to_choosing_a_password(given, path):
    assert given.get(path).url == f"{CHOOSE}?next=" + path.replace("/", "%2F")


def test_the_admin_waits_too(roles):
    head = with_role("administrator", username="head2")
    client = signed_in_with(give_one_time_password(user=head), "head2")

    assert client.get("/admin/").url == f"{CHOOSE}?next=%2Fadmin%2F"


def test_nothing_is_done_before_a_password_is_chosen(given, ada):
    assert given.post("/account/details/", {"name": "X", "time_zone": "Europe/London"}).url.startswith(CHOOSE)

    ada.refresh_from_db()
    assert ada.name == ""


def test_the_person_may_sign_out_instead(given):
    assert given.post("/account/sign-out/").url == "/"


def test_choosing_asks_for_no_old_password_and_goes_on(given, ada):
    page = given.get(CHOOSE, {"next": "/careers/"})
    response = given.post(CHOOSE, {"password1": NEW, "next": "/careers/"})

    assert "oldpassword" not in page.text
    assert response.url == "/careers/"
    ada.refresh_from_db()
    assert ada.check_password(NEW)
    assert ada.one_time_password_until is None


def test_the_password_that_was_given_cannot_be_kept(ada):
    password = give_one_time_password(user=ada)

    response = signed_in_with(password).post(CHOOSE, {"password1": password})

    assert "This is the password you have now." in response.text


def test_after_seven_days_it_opens_nothing(client, ada):
    with time_machine.travel("2026-11-01 09:00"):
        password = give_one_time_password(user=ada)
    with time_machine.travel("2026-11-08 08:59"):
        assert client.post(SIGN_IN, {"login": "ada", "password": password}).status_code == 302
        client.post("/account/sign-out/")
    with time_machine.travel("2026-11-08 09:01"):
        response = client.post(SIGN_IN, {"login": "ada", "password": password})

    assert "more than 7 days old" in response.text
    assert "_auth_user_id" not in client.session


def test_a_new_person_gets_one_with_the_account(administrator_client):
    form = {"username": "Bo", "time_zone": "Europe/London", "roles": ["student"]}

    response = administrator_client.post("/admin/accounts/user/add/", form, follow=True)

    bo = User.objects.get(username="bo")
    assert bo.check_password(response.context["password"])
    assert bo.must_choose_password()


def test_others_are_not_asked(client, db):
    client.force_login(UserFactory())

    assert client.get("/account/").status_code == 200
