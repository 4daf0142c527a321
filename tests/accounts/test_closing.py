"""Closing an account, keeping it, and erasing what is due."""

import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from accounts.actions import close_accounts, set_active
from accounts.models import Hold, User
from plans.erasing import removable
from plans.models import Draft, Goal, Plan, Step
from tests.factories import PASSWORD, CareerFactory, CohortFactory, UserFactory, counsellor_of, pupil_of

DAY_ONE = "2026-01-10 12:00"


def purge(*options) -> str:
    out = StringIO()
    call_command("purge_expired", *options, stdout=out)
    return out.getvalue()


def delete_mine(user):
    client = Client()
    client.force_login(user)
    return client.post("/account/delete/", {"password": PASSWORD}, follow=True)


@pytest.fixture
def pupil(db):
    return pupil_of(CohortFactory(school__keep_days=30), username="ada")


@pytest.fixture
def closed(pupil):
    with time_machine.travel(DAY_ONE):
        close_accounts(pupil)
    pupil.refresh_from_db()
    return pupil


def test_a_schools_account_closes_and_stays(pupil):
    response = delete_mine(pupil)

    pupil.refresh_from_db()
    assert "Your account is closed" in response.text
    assert (pupil.is_active, pupil.closed_at is None) == (False, False)


def test_a_closed_account_signs_in_nowhere(closed):
    client = Client()

    client.post("/account/sign-in/", {"login": "ada", "password": PASSWORD})

    assert "_auth_user_id" not in client.session


def test_an_account_of_ones_own_goes_with_what_staff_hang_on_it(db):
    counsellor = counsellor_of(CohortFactory())
    Hold.objects.create(user=UserFactory(), reason="Asked for.", by=counsellor)

    assert "Your account is deleted" in delete_mine(counsellor).text
    assert not User.objects.filter(pk=counsellor.pk).exists()


def test_what_is_held_closes_and_goes_when_the_hold_is_lifted(ada):
    hold = Hold.objects.create(user=ada, reason="A request of 3 March.")

    assert "Your account is closed" in delete_mine(ada).text
    assert purge() == "Nothing is due.\n"
    Hold.objects.filter(pk=hold.pk).update(until=timezone.now())
    assert purge() == "1 closed accounts were erased.\n"


@pytest.mark.parametrize(("day", "there"), [("2026-02-09 11:59", True), ("2026-02-09 12:01", False)])
def test_it_is_erased_by_the_rule_of_its_school(closed, day, there):
    with time_machine.travel(day):
        purge()

    assert User.objects.filter(pk=closed.pk).exists() is there


def test_a_hold_keeps_everything(closed):
    plan = Plan.objects.create(user=closed)
    Step.objects.create(plan=plan, text="Ask.", removed_at=closed.closed_at)
    Hold.objects.create(user=closed, reason="A request.")

    assert purge() == "Nothing is due.\n"
    assert Step.objects.exists()


def test_a_dry_run_says_it_and_does_nothing(closed):
    assert purge("--dry-run") == "1 closed accounts would be erased.\n"
    assert User.objects.filter(pk=closed.pk).exists()


def test_an_open_account_is_not_due(closed):
    set_active(user=closed, active=True)

    assert purge() == "Nothing is due.\n"


def test_what_was_taken_out_30_days_ago_is_erased_once(ada):
    plan = Plan.objects.create(user=ada)
    with time_machine.travel(DAY_ONE):
        target = plan.targets.create(career=CareerFactory(), title="Nurses", removed_at=timezone.now())
        Goal.objects.create(plan=plan, text="Gone.", removed_at=timezone.now())
    plan.steps.create(text="Under it.", target=target)
    plan.steps.create(text="Stays.")
    plan.steps.create(text="Lately.", removed_at=timezone.now())

    said = purge()

    assert said == "1 steps were erased.\n1 saved careers were erased.\n1 goals were erased.\n"
    assert set(plan.steps.values_list("text", flat=True)) == {"Stays.", "Lately."}
    assert purge() == "Nothing is due.\n"


@pytest.mark.parametrize("held", [True, False])
def test_what_was_typed_90_days_ago_and_never_saved_is_erased(ada, held):
    for days in (89, 91):
        at = timezone.now() - datetime.timedelta(days=days)
        Draft.objects.create(user=ada, form=f"/plan/{days}/", fields={"text": "Ask."}, saved_at=at)
    if held:
        Hold.objects.create(user=ada, reason="A request.")

    assert purge("--dry-run") == ("Nothing is due.\n" if held else "1 drafts would be erased.\n")
    purge()

    assert Draft.objects.count() == (2 if held else 1)


def test_everything_that_is_taken_out_is_purged():
    assert {"Step", "Target", "Goal", "Evidence"} <= {model.__name__ for model in removable()}


def test_who_is_held_is_deleted_by_nobody(administrator_client, ada):
    Hold.objects.create(user=ada, reason="A request.")

    page = administrator_client.post(f"/admin/accounts/user/{ada.pk}/delete/", {"post": "yes"})

    assert "whose data are held" in page.text
    assert User.objects.filter(pk=ada.pk).exists()


def test_only_an_account_that_is_signed_in_to_again_is_open(administrator_client, closed):
    form = {"username": "ada", "time_zone": "Europe/London", "roles": ["student"], "is_active": "on"}

    administrator_client.post(f"/admin/accounts/user/{closed.pk}/change/", form)

    closed.refresh_from_db()
    assert (closed.is_active, closed.closed_at) == (True, None)
