import pytest
from django.urls import reverse

from careers.actions import write_sections
from plans import actions
from plans.actions import Origin
from plans.models import Step, Target
from tests.factories import PASSWORD
from tests.plans.conftest import HTMX


@pytest.fixture
def url(technicians):
    return reverse("plans:take_item", args=[technicians.slug])


@pytest.fixture
def first(items):
    return f"get-started/{items[0]}"


@pytest.fixture
def taken(student, technicians, items):
    return actions.take_item(user=student, origin=Origin(technicians, "get-started", items[0]))


def test_an_item_goes_into_the_plan_and_the_page_comes_back_at_it(student_client, url, first, items):
    response = student_client.post(url, {"item": first})

    assert response.url == f"/careers/library-technicians/#get-started-{items[0]}"
    assert Step.objects.shown().get().text == "Ask the branch. Offer two hours a week."


def test_a_double_click_takes_an_item_once(student_client, url, first):
    for _ in range(2):
        student_client.post(url, {"item": first})

    assert Step.objects.shown().count() == 1


def test_an_item_in_the_plan_offers_to_be_taken_out(student_client, url, first, taken):
    response = student_client.post(url, {"item": first}, follow=True)

    assert "Take it out" in response.text
    assert f'action="{reverse("plans:step_remove", args=[taken.pk])}"' in response.text


def test_what_is_taken_out_from_a_profile_leads_back_to_it(student_client, url, taken, items):
    profile = "http://testserver/careers/library-technicians/"

    response = student_client.post(reverse("plans:step_remove", args=[taken.pk]), headers={"Referer": profile})

    assert response.url == f"{profile}#get-started-{items[0]}"


def test_htmx_gets_the_button_alone_through_its_three_states(student_client, url, first):
    post = student_client.post
    states = [post(url, {name: first}, headers=HTMX).text for name in ("item", "item", "out", "item")]

    assert [state.partition("</button>")[0].rpartition(">")[2] for state in states] == [
        "✓ In plan",
        "Take out?",
        "+ Plan",
        "✓ In plan",
    ]
    assert all('hx-swap-oob="true"' in state and "<html" not in state for state in states)


def test_a_full_plan_says_so_on_the_profile(student_client, url, first, said, monkeypatch):
    monkeypatch.setattr("plans.actions.steps.MOST_STEPS", 0)

    response = student_client.post(url, {"item": first}, headers=HTMX)

    assert "+ Plan" in response.text
    assert said(response) == ["A plan holds 0 steps. Delete one before you add another."]


def test_asking_for_the_address_changes_nothing(student_client, url, first):
    response = student_client.get(url, {"item": first})

    assert "Ask the branch. Offer two hours a week." in response.text
    assert not Step.objects.exists()


@pytest.mark.parametrize(
    "item", ["", "get-started/", "nothing/abc", "get-started/gone", "a" * 100_000, "🎉", "\x00/\x00"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_item_there_is_not_is_answered_with_a_sentence(student_client, url, item, method, said):
    response = getattr(student_client, method)(url, {"item": item}, follow=True)

    assert response.redirect_chain == [("/careers/library-technicians/", 302)]
    assert len(said(response)) == 1


def test_htmx_reads_the_page_anew_where_the_item_is_gone(student_client, url, first, technicians):
    write_sections(career=technicians, texts={"get-started": "1. Something else entirely, nothing alike."})

    assert student_client.post(url, {"item": first}, headers=HTMX).headers["HX-Refresh"] == "true"


def test_a_click_whose_button_was_swapped_away_says_nothing(student_client, url, said):
    assert student_client.post(url, headers=HTMX).status_code == 204
    assert said(student_client.get("/plan/")) == []


def test_a_visitors_item_is_kept_through_sign_up(client, url, first, said):
    to_sign_up = client.get(url, {"item": first}, follow=True).redirect_chain[-1][0]
    response = client.post(to_sign_up, {"username": "newcomer", "password1": PASSWORD}, follow=True)

    assert said(response) == ["“Ask the branch. Offer two hours a week.” is in your plan."]
    assert Target.objects.kept().get().plan.user.username == "newcomer"
    assert response.redirect_chain[-1][0].startswith("/careers/library-technicians/#get-started-")


@pytest.mark.parametrize("text", ["", "x" * 100_000, "🎉", "\x00"])
def test_a_visitors_wish_for_no_item_leads_back_to_the_profile(client, url, text):
    assert client.get(url, {"item": text}).url == "/careers/library-technicians/"
