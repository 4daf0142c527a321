"""The page where a plan comes in: a look first, then one press."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans import actions
from plans.document.writing import document_of, empty_document
from plans.models import Draft, Goal, Plan
from tests.factories import UserFactory
from tests.plans.taking.conftest import fill

pytestmark = pytest.mark.django_db
BRING = "/plan/bring/"


@pytest.fixture
def document(db):
    """Somebody else's plan, or one of another school."""
    return document_of(fill(UserFactory()))


def plan_of(student) -> dict:
    return document_of(Plan.objects.get(user=student))


@pytest.fixture
def send(student_client):
    def send(data):
        data = data if isinstance(data, bytes) else json.dumps(data).encode()
        return student_client.post(BRING, {"do": "look", "file": SimpleUploadedFile("plan.json", data)})

    return send


@pytest.fixture
def press(student_client):
    def press(**data):
        return student_client.post(BRING, {"do": "bring"} | data, follow=True)

    return press


def test_a_file_is_looked_at_and_nothing_comes_in(send, student_client, document, student):
    response = send(document)

    assert response.url == BRING
    page = student_client.get(BRING).text
    assert "14 of 14 entries" in page
    assert "&lt;script&gt;" in page
    assert not Plan.objects.filter(user=student).exists()


def test_one_press_brings_it_in(send, press, document, student, said):
    send(document)

    response = press()

    assert said(response) == ["The file is in your plan."]
    assert plan_of(student) == document
    assert not Draft.objects.exists()


def test_a_second_press_does_nothing(send, press, document, student, said):
    send(document)
    press()

    assert said(press()) == ["No file is waiting: it is in your plan already, or you left it."]
    assert plan_of(student) == document


def test_a_file_that_is_left_is_forgotten(send, student_client, document, student):
    send(document)

    student_client.post(BRING, {"do": "leave"})

    assert not Draft.objects.exists()
    assert not Plan.objects.filter(user=student).exists()


def test_nobody_presses_for_somebody_elses_file(send, document, stranger_client):
    send(document)

    stranger_client.post(BRING, {"do": "bring"})
    assert Draft.objects.count() == 1
    assert not Plan.objects.filter(user__username="stranger").exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty. Choose another."),
        (b"%PDF-1.7", "This file is not JSON"),
        (b"x" * (50 * 2**20), "larger than 5 MB"),
        (empty_document() | {"version": 9}, "newer Pathways"),
        (empty_document() | {"goals": [{"id": "<script>"}]}, "goals, number 1: “id” is not an id"),
        (empty_document() | {"goals": [{"<script>": 1}]}, "goals, number 1: “&lt;script&gt;” is no field"),
        (empty_document() | {"skills": [{}] * 100_000}, "this file has 100,000"),
    ],
)
def test_a_file_that_does_not_fit_is_told_and_changes_nothing(send, data, sentence):
    response = send(data)

    assert response.status_code == 200
    assert sentence in response.text
    assert "<script>" not in response.text
    assert not Draft.objects.exists()
    assert not Plan.objects.exists()


def test_no_file_at_all_is_told(student_client):
    assert "Choose the file first." in student_client.post(BRING, {"do": "look"}).text


def test_what_differs_is_shown_and_stays_unless_chosen(send, press, student_client, document, student):
    actions.bring(user=student, document=document, theirs=False)
    Goal.objects.filter(plan=student.plan).update(text="Learn to drive")
    send(document)

    page = student_client.get(BRING).text
    assert "Nothing of the file is new. 1 is in your plan with other words." in page
    assert "Learn to drive" in page
    assert "Learn first aid" in page
    press(differing="mine")
    assert plan_of(student)["goals"][0]["text"] == "Learn to drive"


def test_the_words_of_the_file_come_where_they_are_chosen(send, press, student_client, document, student):
    actions.bring(user=student, document=document, theirs=False)
    Goal.objects.filter(plan=student.plan).update(text="Learn to drive", state="reached")
    send(document)

    seen = student_client.get(BRING).context["weighed"].digest
    press(differing="file", seen=seen)
    assert plan_of(student) == document


def test_a_plan_that_changed_meanwhile_is_shown_again(send, press, student_client, document, student):
    actions.bring(user=student, document=document, theirs=False)
    send(document)
    seen = student_client.get(BRING).context["weighed"].digest
    Goal.objects.filter(plan=student.plan).update(text="Learn to drive")

    assert "Your plan was changed meanwhile" in press(differing="file", seen=seen).text
    assert plan_of(student)["goals"][0]["text"] == "Learn to drive"


def test_a_ruled_out_career_is_something_to_choose_about(send, student_client, document, student):
    plan = Plan.objects.exclude(user=student).get()
    actions.rule_out(user=student, career=plan.targets.first().career, reason="Nights.")
    send(document)

    page = student_client.get(BRING).text
    assert "ruled out: Nights." in page
    assert "13 of 14 entries" in page


def test_a_plan_that_got_too_full_meanwhile_takes_nothing(send, press, student, document, monkeypatch, said):
    send(document)
    monkeypatch.setattr(actions.bringing, "MOST_STEPS", 2)

    response = press()
    assert "Nothing was brought in." in said(response)[0]
    assert reverse("plans:bring") == response.request["PATH_INFO"]
