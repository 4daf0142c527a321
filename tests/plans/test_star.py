import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from careers.models import Status
from plans import actions
from plans.models import Plan, Step, Target
from tests.factories import PASSWORD, CareerFactory, UserFactory
from tests.plans.conftest import HTMX

SIGN_UP = {"username": "newcomer", "password1": PASSWORD, "email": ""}


@pytest.fixture
def url(technicians):
    return reverse("plans:save", args=[technicians.slug])


def test_the_star_saves_and_goes_back_to_where_it_was(student_client, url):
    page = "http://testserver/careers/?category=education-training"

    response = student_client.post(url, {"saved": "yes"}, headers={"Referer": page})

    assert response.url == f"{page}#star-library-technicians"
    assert Target.objects.kept().count() == 1


@pytest.mark.parametrize(
    "referer", ["", "https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "\x00"]
)
def test_the_star_goes_nowhere_else(student_client, url, referer):
    response = student_client.post(url, {"saved": "yes"}, headers={"Referer": referer})

    assert response.url == reverse("plans:plan")


def test_the_star_takes_out_again_and_offers_undo(student_client, url, target):
    response = student_client.post(url, {"saved": "no"}, follow=True)

    assert not Target.objects.kept().exists()
    assert f'action="{reverse("plans:target_restore", args=[target.pk])}"' in response.text


@pytest.mark.parametrize(("notes", "at"), [("Ask.", ""), ("", "#star-library-technicians")])
def test_where_much_went_the_page_comes_back_at_its_head(student_client, url, target, notes, at):
    actions.write_notes(target=target, notes=notes, version=0)

    response = student_client.post(url, {"saved": "no"}, headers={"Referer": "http://testserver/careers/"})

    assert response.url == f"http://testserver/careers/{at}"


def test_two_clicks_on_a_star_are_one(student_client, url):
    for _ in range(2):
        student_client.post(url, {"saved": "yes"})

    assert Target.objects.kept().count() == 1


def test_taking_out_what_is_not_in_the_plan_says_nothing(student_client, url, said):
    assert said(student_client.post(url, {"saved": "no"}, follow=True)) == []


def test_htmx_gets_the_star_alone(student_client, url):
    response = student_client.post(url, {"saved": "yes"}, headers=HTMX)

    assert "<html" not in response.text
    assert 'name="saved" value="no"' in response.text
    assert 'hx-swap-oob="innerHTML"' in response.text


def test_what_a_career_held_is_said_and_comes_back_with_undo(student_client, url, target, add_step):
    for text in ("Ask Ada.", "Ask Bo."):
        add_step(text, target=target)
    actions.write_notes(target=target, notes="Ask.", version=0)

    html = student_client.post(url, {"saved": "no"}, headers=HTMX).text

    assert "“Library technicians” is out of your plan, with 2 steps and your notes." in html
    assert f'action="{reverse("plans:target_restore", args=[target.pk])}"' in html
    assert "message success visually-hidden" not in html


def test_a_career_that_held_nothing_goes_without_a_word_in_sight(student_client, url, target):
    html = student_client.post(url, {"saved": "no"}, headers=HTMX).text

    assert "is out of your plan." in html
    assert "visually-hidden" in html
    assert "/restore/" not in html


@pytest.mark.parametrize(
    ("page", "expected"), [("/careers/library-technicians/", "true"), ("/careers/?q=x", None), ("http://[", None)]
)
@pytest.mark.parametrize("saved", ["yes", "no"])
def test_on_the_profile_its_items_are_made_right_too(
    student_client, student, url, technicians, items, page, expected, saved
):
    actions.take_item(user=student, origin=actions.Origin(technicians, "get-started", items[0]))

    response = student_client.post(url, {"saved": saved}, headers=HTMX | {"HX-Current-URL": page})

    assert response.headers.get("HX-Refresh") == expected


def test_a_boosted_star_gets_the_page(student_client, url):
    assert student_client.post(url, {"saved": "yes"}, headers=HTMX | {"HX-Boosted": "true"}).status_code == 302


def test_a_full_plan_says_so(student_client, url, said, monkeypatch):
    monkeypatch.setattr("plans.actions.careers.MOST_TARGETS", 0)

    response = student_client.post(url, {"saved": "yes"}, follow=True)

    assert said(response) == ["A plan holds 0 careers. Take one out before you save another."]


def test_asking_for_the_address_changes_nothing(student_client, url):
    response = student_client.get(url)

    assert "Save “Library technicians” to your plan?" in response.text
    assert not Plan.objects.exists()


def test_a_confirmed_save_ends_in_the_plan(student_client, url):
    response = student_client.post(url, {"saved": "yes"}, headers={"Referer": f"http://testserver{url}"})

    assert response.url == reverse("plans:plan")


@pytest.mark.parametrize("method", ["put", "delete"])
def test_the_star_knows_two_methods(student_client, url, method):
    assert getattr(student_client, method)(url).status_code == 405


def test_a_draft_cannot_be_saved(student_client, url, technicians):
    type(technicians).objects.update(status=Status.DRAFT)

    assert student_client.post(url).status_code == 404


def test_a_visitors_save_is_kept_through_sign_up(client, url, said):
    to_sign_up = client.get(url, follow=True).redirect_chain[-1][0]
    response = client.post(to_sign_up, SIGN_UP, follow=True)

    assert said(response) == ["“Library technicians” is in your plan."]
    assert Target.objects.kept().get().plan.user.username == "newcomer"


def test_a_visitors_save_is_kept_through_sign_in(client, url):
    UserFactory(username="ada")
    client.get(url)

    sign_in = f"{reverse('account_login')}?next={url}"
    client.post(sign_in, {"login": "ada", "password": PASSWORD}, follow=True)

    assert Target.objects.kept().get().plan.user.username == "ada"


def test_a_wish_is_fulfilled_once(client, url):
    client.post(client.get(url).url, SIGN_UP, follow=True)
    Target.objects.all().delete()

    assert client.get(url).status_code == 200
    assert not Target.objects.exists()


def test_a_wish_fulfils_no_other(client, url):
    other = reverse("plans:save", args=[CareerFactory().slug])
    client.get(url)
    client.force_login(UserFactory())

    client.get(other)

    assert not Target.objects.exists()


def test_where_sign_up_is_closed_the_star_leads_to_sign_in(client, url, settings):
    settings.SIGNUP_OPEN = False

    assert client.get(url).url.startswith(reverse("account_login"))


def test_who_was_signed_out_meanwhile_is_led_to_sign_in(client, url):
    response = client.post(url, {"saved": "yes"}, headers=HTMX)

    assert response.headers["HX-Redirect"].startswith(reverse("account_login"))
    assert not Target.objects.exists()


def test_a_visitors_wish_for_nothing_is_not_found(client, db):
    assert client.get(reverse("plans:save", args=["nothing"])).status_code == 404
    assert not Session.objects.exists()


def test_the_star_wants_a_token(technicians, student, url):
    client = Client(enforce_csrf_checks=True)
    client.force_login(student)

    assert client.post(url, {"saved": "yes"}).status_code == 403
    assert not Step.objects.exists()
