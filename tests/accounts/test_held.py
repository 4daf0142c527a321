import json

from django.apps import apps

from accounts.actions import give_one_time_password, set_email
from accounts.held import OTHERS, held_about
from careers.models import Career
from plans.models import Plan
from tests.factories import PASSWORD, CareerFactory, UserFactory
from tests.pathways.canaries import models_about_people


def test_every_model_about_people_says_what_it_holds():
    silent = {
        model._meta.label_lower
        for model in models_about_people()
        if not hasattr(model, "held_about") and model._meta.label_lower not in OTHERS
    }

    assert silent == set()


def test_the_walk_finds_what_hangs_on_a_person():
    labels = {model._meta.label_lower for model in models_about_people()}

    assert {"accounts.user", "account.emailaddress", "account.emailconfirmation", "plans.plan", "plans.step"} <= labels
    assert "careers.category" not in labels


def test_every_declaration_is_of_a_model_that_is_there():
    assert set(OTHERS) <= {model._meta.label_lower for model in apps.get_models()}


def test_everything_held_is_downloaded_as_json(client, ada):
    set_email(user=ada, email="ada@example.org")
    client.force_login(ada)

    response = client.get("/account/download/")

    held = json.loads(response.content)
    assert response["Content-Disposition"] == 'attachment; filename="my-account.json"'
    assert "no-store" in response["Cache-Control"]
    assert held["you"][0]["user name"] == "ada"
    assert held["e-mail addresses"][0]["address"] == "ada@example.org"
    assert held["browsers signed in"]


def test_the_account_comes_first_then_the_plan_and_browsers_last(client, ada):
    set_email(user=ada, email="ada@example.org")
    Plan.objects.create(user=ada).steps.create(text="Ask.")
    client.force_login(ada)

    held = client.get("/account/download/").json()

    assert list(held) == ["you", "plans", "steps", "e-mail addresses", "browsers signed in"]
    assert not [key for rows in held.values() for row in rows for key in row if "_" in key]


def test_what_waits_to_be_sent_again_is_told_without_passwords(client, ada):
    client.post("/account/details/", {"name": "Ada L.", "password": "plain"})
    client.post("/account/sign-in/", {"login": "ada", "password": PASSWORD})

    (browser,) = client.get("/account/download/").json()["browsers signed in"]

    assert browser["typed and not saved"] == [{"Name": "Ada L."}]


def test_an_editor_is_told_what_they_did_after_their_plan(ada):
    CareerFactory(title="Librarians")
    Career.objects.update(changed_by=ada)
    Plan.objects.create(user=ada).steps.create(text="Ask.")

    held = held_about(ada)

    assert list(held) == ["you", "plans", "steps", "careers you changed last"]
    assert held["careers you changed last"][0]["career"] == "Librarians"


def test_no_secret_and_nobody_elses_is_in_it(client, ada):
    UserFactory(username="somebody-else")
    give_one_time_password(user=UserFactory(username="another"))
    client.force_login(ada)

    text = client.get("/account/download/").text

    assert ada.password not in text
    assert "somebody-else" not in text
    assert client.session["_auth_user_hash"] not in text


def test_words_stay_readable(client, db):
    client.force_login(UserFactory(name="Zoë 🌍 عائشة"))

    assert "Zoë 🌍 عائشة" in client.get("/account/download/").text
