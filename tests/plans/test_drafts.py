"""What is typed is kept before it is saved, offered again, and gone once it is saved."""

import json

import pytest
from django.test import Client

from plans.models import Draft, Goal
from tests.factories import UserFactory

DRAFTS, NEW = "/plan/drafts/", "/plan/goal/new/"
TYPED = {"text": "Speak Span", "kind": "skill", "why": "🎉 مرحبا"}


@pytest.fixture
def keep(student_client):
    def keep(form=NEW, fields=TYPED, **sent):
        fields = fields if isinstance(fields, str) else json.dumps(fields)
        return student_client.post(DRAFTS, {"form": form, "fields": fields, **sent})

    return keep


def test_what_is_typed_is_kept_and_offered(student_client, keep):
    assert keep().status_code == 204

    page = student_client.get(NEW)
    assert "You typed something here before" in page.text
    assert "Speak Span" not in page.text
    used = student_client.get(NEW, {"draft": "use"})
    assert "Speak Span</textarea>" in used.text
    assert "You typed something here before" not in used.text


def test_the_latest_words_of_a_form_are_kept(keep):
    keep()
    keep(fields={"text": "Speak Spanish."})

    assert Draft.objects.get().fields == {"text": "Speak Spanish."}


def test_saving_the_form_clears_its_draft(student_client, keep):
    keep()

    student_client.post(NEW, {"text": "Speak Spanish.", "kind": "skill", "state": "started"})

    assert Goal.objects.exists()
    assert not Draft.objects.exists()


def test_a_form_that_was_refused_keeps_its_draft(student_client, keep):
    keep()

    student_client.post(NEW, {"text": ""})

    assert Draft.objects.exists()


def test_a_draft_is_thrown_away(student_client, keep):
    keep()

    response = student_client.post(f"/plan/drafts/{Draft.objects.get().pk}/erase/")

    assert response.url == NEW
    assert not Draft.objects.exists()


def test_what_says_the_same_as_what_is_saved_is_not_offered(student_client, keep, step):
    form = f"/plan/steps/{step.pk}/edit/"
    keep(form, {"text": step.text, "due_on": "", "state": "not-started"})

    assert "You typed something here before" not in student_client.get(form).text


def test_a_draft_of_an_older_version_does_not_overwrite_a_newer_one(student_client, keep, step):
    form = f"/plan/steps/{step.pk}/edit/"
    keep(form, {"text": "From the draft."}, version="0")
    student_client.post(form, {"text": "From another tab.", "version": 0})
    keep(form, {"text": "From the draft."}, version="0")

    used = student_client.get(form, {"draft": "use"})
    seen = student_client.post(form, {"text": "From the draft.", "version": used.context["version"]})

    assert "changed meanwhile" in seen.text
    assert "From another tab." in seen.text


def test_a_draft_does_not_undo_a_tick(student_client, keep, step):
    form = f"/plan/steps/{step.pk}/edit/"
    keep(form, {"text": "Typed.", "state": "not-started", "initial-state": "not-started"}, version="0")
    student_client.post(f"/plan/steps/{step.pk}/done/")

    used = student_client.get(form, {"draft": "use"}).context["form"]

    assert (used["state"].value(), used["initial-state"].value()) == ("not-started", "not-started")


def test_a_draft_is_its_persons_alone(keep, stranger_client):
    keep()

    assert "You typed something here before" not in stranger_client.get(NEW).text
    assert stranger_client.post(f"/plan/drafts/{Draft.objects.get().pk}/erase/").status_code == 404
    assert Draft.objects.exists()


@pytest.mark.parametrize("form", ["", "/", "/plan/", "/admin/", "//evil/plan/goals/", "x" * 100_000, "/plan/goals/\0"])
def test_only_forms_of_the_plan_have_drafts(keep, form):
    assert keep(form).status_code == 400
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        "",
        "[]",
        "null",
        "{",
        "[" * 90_000,
        '{"text": 1}',
        '{"text": "\\ud800"}',
        '{"text": "\\u0000"}',
        json.dumps({"text": "x" * 100_001}),
        json.dumps({str(number): "x" for number in range(41)}),
        json.dumps({"x" * 41: "x"}),
    ],
)
def test_what_is_no_form_is_not_kept(keep, fields):
    assert keep(fields=fields).status_code == 400
    assert not Draft.objects.exists()


@pytest.mark.parametrize("fields", [{"nonsense": "x"}, {"kind": "nonsense", "due_on": "soon", "text": "<script>"}])
def test_whatever_was_kept_the_form_opens(student_client, keep, fields):
    keep(fields=fields)

    page = student_client.get(NEW, {"draft": "use"})

    assert page.status_code == 200
    assert "<script>" not in page.text.split("<main")[1].split("</main>")[0]


def test_of_many_drafts_the_oldest_go(keep, student, monkeypatch):
    monkeypatch.setattr("plans.actions.drafts.MOST_DRAFTS", 2)
    for form in (NEW, "/plan/goals/", "/plan/steps/new/"):
        keep(form)

    assert set(Draft.objects.values_list("form", flat=True)) == {"/plan/goals/", "/plan/steps/new/"}


def test_drafts_are_only_posted_and_with_the_token_of_a_form(student_client, db):
    assert student_client.get(DRAFTS).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(UserFactory())

    assert strict.post(DRAFTS, {"form": NEW, "fields": "{}"}).status_code == 403
