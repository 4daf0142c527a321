"""What was taken out can be brought back for a while, and deleted for good."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plans import actions
from plans.models import Step, Target
from tests.plans.conftest import HTMX

PLAN = "/plan/"


@pytest.fixture
def names(student_client):
    def names():
        return [str(each.row) for each in student_client.get(PLAN).context["deleted"]]

    return names


@pytest.fixture
def gone_target(target, add_step):
    actions.remove_step(step=add_step("Ask Bo.", target=target))
    add_step("Ask Ada.", target=target)
    actions.remove_target(target=target)
    return target


@pytest.fixture
def gone_step(step):
    actions.remove_step(step=step)
    return step


def erase(row):
    return reverse(f"plans:{type(row).__name__.lower()}_erase", args=[row.pk])


def test_who_took_nothing_out_sees_no_fold(student_client, target, step):
    assert "Recently deleted" not in student_client.get(PLAN).text


def test_what_was_taken_out_is_listed_the_latest_first(student_client, names, gone_target, gone_step):
    html = student_client.get(PLAN).text

    assert names() == ["Visit a library.", "Library technicians", "Ask Bo."]
    assert "Career, with 1 step ·" in html
    assert '<details class="deleted" id="deleted">' in html
    assert f'formaction="{reverse("plans:step_restore", args=[gone_step.pk])}"' in html
    assert f'formaction="{erase(gone_target)}"' in html


@pytest.mark.parametrize(("days", "count"), [(29, 1), (31, 0)])
def test_after_30_days_it_is_not_listed_any_more(names, gone_step, days, count):
    Step.objects.update(removed_at=timezone.now() - datetime.timedelta(days=days))

    assert len(names()) == count


def test_the_latest_50_are_listed(names, student, gone_target):
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=1)):
        for _ in range(50):
            student.plan.steps.create(text="Gone.", removed_at=timezone.now())

        assert names() == ["Gone."] * 50


def test_a_strangers_are_not_listed(stranger_client, gone_target, gone_step):
    assert stranger_client.get(PLAN).context["deleted"] == []


def test_a_career_is_deleted_for_good_with_all_its_steps(student_client, said, gone_target, step):
    response = student_client.post(erase(gone_target), follow=True)

    assert response.redirect_chain == [("/plan/#deleted-rows", 302)]
    assert said(response) == ["“Library technicians” is deleted for good."]
    assert not Target.objects.exists()
    assert Step.objects.get() == step


def test_a_step_is_deleted_for_good(student_client, said, gone_step, target):
    response = student_client.post(erase(gone_step), follow=True)

    assert said(response) == ["“Visit a library.” is deleted for good."]
    assert not Step.objects.exists()
    assert Target.objects.exists()


def test_htmx_gets_the_plan_with_the_rest_unfolded(student_client, gone_target, gone_step):
    response = student_client.post(erase(gone_step), headers=HTMX)

    assert response.headers["HX-Retarget"] == "#plan"
    assert '<details class="deleted" id="deleted" open>' in response.text


def test_what_is_in_the_plan_is_not_deleted_for_good(student_client, said, target, step):
    for row in (target, step):
        response = student_client.post(erase(row), follow=True)

        assert said(response) == ["That is in your plan. Take it out before you delete it for good."]
        row.refresh_from_db()


def test_a_stranger_deletes_nothing(stranger_client, gone_target, gone_step):
    for row in (gone_target, gone_step):
        assert stranger_client.post(erase(row)).status_code == 404
        row.refresh_from_db()


def test_an_item_deleted_for_good_can_be_taken_anew(student, technicians, items):
    origin = actions.Origin(technicians, "get-started", items[0])
    first = actions.take_item(user=student, origin=origin)
    actions.remove_target(target=first.target)
    actions.erase_target(target=first.target)

    assert actions.take_item(user=student, origin=origin).pk != first.pk
