"""A career that is not for me: why, and undoing it."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans import actions
from plans.models import Plan, RuledOut, Target
from tests.factories import CareerFactory, UserFactory

pytestmark = pytest.mark.django_db

RESULT = "http://testserver/interests/result/?a=123"
REASON = {"reason": "Too much time indoors."}


@pytest.fixture
def url(technicians):
    return reverse("plans:rule_out", args=[technicians.slug])


@pytest.fixture
def ruled_out(student, technicians):
    return actions.rule_out(user=student, career=technicians, reason=REASON["reason"])


def test_a_reason_is_kept_and_the_match_comes_back_in_sight(student_client, url, said):
    form = student_client.get(url, headers={"Referer": RESULT})
    response = student_client.post(url, REASON | {"next": form.context["next"]})

    assert response.url == f"{RESULT}#star-library-technicians"
    assert [row.reason for row in RuledOut.objects.all()] == ["Too much time indoors."]


def test_a_reason_is_asked_for(student_client, url):
    response = student_client.post(url, {"reason": "  "})

    assert "Say in a few words why." in response.text
    assert not RuledOut.objects.exists()


def test_a_long_reason_is_refused_with_its_length(student_client, url):
    assert "Keep it to 200 characters; this has 201." in student_client.post(url, {"reason": "x" * 201}).text


def test_ruling_out_again_changes_the_reason(student_client, url, ruled_out):
    student_client.post(url, {"reason": "Too quiet."})

    assert [row.reason for row in RuledOut.objects.all()] == ["Too quiet."]


def test_it_leads_nowhere_else(student_client, url):
    response = student_client.post(url, REASON | {"next": "https://elsewhere.example/"})

    assert response.url == reverse("plans:plan")


def test_a_saved_career_goes_out_of_the_plan(target, ruled_out):
    assert not Target.objects.kept().exists()


def test_saving_it_undoes_it(student, technicians, ruled_out):
    actions.save_career(user=student, career=technicians)

    assert not RuledOut.objects.exists()


def test_it_can_be_undone_and_only_by_its_owner(student_client, stranger_client, ruled_out):
    undo = reverse("plans:ruled_out_undo", args=[ruled_out.pk])

    assert stranger_client.post(undo).status_code == 404
    assert student_client.get(undo).status_code == 405
    assert student_client.post(undo).status_code == 302
    assert not RuledOut.objects.exists()


def test_the_plan_shows_it_with_its_reason(student_client, ruled_out):
    page = student_client.get(reverse("plans:plan")).text

    assert "Ruled out (1)" in page
    assert "Too much time indoors." in page


def test_a_plan_remembers_so_many(student_client, url, monkeypatch):
    monkeypatch.setattr("plans.actions.careers.MOST_RULED_OUT", 0)

    assert "A plan remembers 0 careers ruled out." in student_client.post(url, REASON).text


def test_it_is_held_about_its_owner_and_goes_with_them(student, ruled_out):
    assert [row["reason"] for row in RuledOut.held_about(student)] == ["Too much time indoors."]
    assert RuledOut.held_about(UserFactory()) == []

    student.delete()

    assert not RuledOut.objects.exists()


def test_the_database_keeps_the_rules(ruled_out):
    plan, career = Plan.objects.get(), CareerFactory()

    for values in ({"career": ruled_out.career, "reason": "Again."}, {"career": career, "reason": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            plan.ruled_out.create(title="x", **values)
