"""A student who has no plan yet has a page too."""

import pytest
from django.urls import reverse

from accounts.models import User
from plans import actions
from plans.models import Access, Plan
from tests.plans.desk.conftest import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(ada):
    ada.plan.delete()
    return User.objects.get(pk=ada.pk)


@pytest.fixture
def address(ada):
    return reverse("desk:newcomer", args=[ada.pk])


def test_the_caseload_leads_there(desk, address):
    assert f'href="{address}"' in desk.get("/desk/").text


def test_it_says_what_there_is_and_makes_no_plan(desk, ada, address):
    text = desk.get(address).text

    assert "There is no plan yet" in text
    assert "never signed in" in text
    assert not Plan.objects.exists()
    assert not Access.objects.exists()


def test_a_reminder_and_a_step_reach_them_from_there(desk, ada, address):
    text = desk.get(address).text
    for route, sent in (("remind", {"text": "Come and see me."}), ("assign", {"text": "Send the FAFSA."})):
        step = f"{reverse(f'desk:{route}')}?student={ada.pk}"
        assert f'href="{step}"' in text
        assert desk.post(step, sent).status_code == 302

    plan = Plan.objects.get(user=ada)
    assert (plan.comments.get().text, plan.steps.get().text) == ("Come and see me.", "Send the FAFSA.")
    assert desk.get(address).url == reverse("desk:student", args=[plan.pk])


def test_what_waits_for_them_is_listed(desk, counsellor, cohort, address):
    actions.assign(staff=counsellor, cohort=cohort, text="Send the FAFSA.", why="", due_on=None)
    Plan.objects.all().delete()

    assert "Send the FAFSA." in desk.get(address).text


def test_strangers_find_nobody(address, strangers):
    for stranger in strangers.values():
        assert client_of(stranger).get(address).status_code == 404


def test_it_is_read_only(desk, address):
    assert desk.post(address).status_code == 405
