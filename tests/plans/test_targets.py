import pytest
from django.urls import reverse

from plans import actions
from plans.models import Target
from tests.factories import CareerFactory
from tests.plans.conftest import HTMX

ONLY_POST = ["move", "remove", "restore"]


def url(target, what):
    return reverse(f"plans:target_{what}", args=[target.pk])


def test_notes_are_saved(student_client, target):
    response = student_client.post(url(target, "notes"), {"notes": "Ask Ada.\r\nTwice.", "version": 0})
    target.refresh_from_db()

    assert response.url == f"/plan/#career-{target.pk}"
    assert (target.notes, target.version) == ("Ask Ada.\nTwice.", 1)


def test_notes_can_be_emptied(student_client, target):
    actions.write_notes(target=target, notes="Ask.", version=0)

    student_client.post(url(target, "notes"), {"version": 1})

    assert Target.objects.get().notes == ""


def test_the_form_shows_the_notes(student_client, target):
    actions.write_notes(target=target, notes="Ask Ada.", version=0)

    assert "Ask Ada." in student_client.get(url(target, "notes")).text


@pytest.mark.parametrize("notes", ["🎉" * 10_000, "مرحبا", "a\n\nb"])
def test_any_notes_are_kept(student_client, target, notes):
    student_client.post(url(target, "notes"), {"notes": notes, "version": 0})

    assert Target.objects.get().notes == notes


@pytest.mark.parametrize(
    ("notes", "sentence"),
    [
        ("x" * 100_000, "Keep it to 10000 characters; this has 100000."),
        ("\x00", "Null characters are not allowed."),
    ],
)
def test_notes_that_cannot_be_kept_come_back_with_a_sentence(student_client, target, notes, sentence):
    response = student_client.post(url(target, "notes"), {"notes": notes, "version": 0})

    assert sentence in response.text
    assert notes in response.text
    assert Target.objects.get().notes == ""


def test_notes_typed_while_the_career_was_taken_out_are_kept(student_client, target, said):
    actions.remove_target(target=target)

    response = student_client.post(url(target, "notes"), {"notes": "Ask.", "version": 0}, follow=True)

    assert "was taken out of your plan meanwhile" in said(response)[0]
    assert f'action="{url(target, "restore")}"' in response.text
    assert Target.objects.get().notes == "Ask."


def test_a_career_is_moved(student_client, student, target):
    second = actions.save_career(user=student, career=CareerFactory())

    response = student_client.post(url(second, "move"), {"way": "up"})

    assert list(student.plan.targets.all()) == [second, target]
    assert response.url == f"/plan/#rank-{second.pk}"


@pytest.mark.parametrize("way", ["", "sideways", "x" * 100_000, "\x00"])
def test_a_move_nowhere_is_answered_with_a_sentence(student_client, target, way, said):
    response = student_client.post(url(target, "move"), {"way": way}, follow=True)

    assert said(response) == ["That did not say which way to move it: up or down."]


def test_a_career_is_taken_out_and_brought_back(student_client, target, add_step):
    add_step("Ask Ada.", target=target)
    gone = student_client.post(url(target, "remove"), follow=True)
    assert f'action="{url(target, "restore")}"' in gone.text
    assert "Ask Ada." not in gone.text

    assert "Ask Ada." in student_client.post(url(target, "restore"), follow=True).text


def test_undo_leads_back_to_the_page_it_was_pressed_on(student_client, target):
    response = student_client.post(url(target, "restore"), headers={"Referer": "http://testserver/careers/?q=x"})

    assert response.url == "http://testserver/careers/?q=x"


def test_a_full_plan_says_so(student_client, target, monkeypatch, said):
    actions.remove_target(target=target)
    monkeypatch.setattr("plans.actions.careers.MOST_TARGETS", 0)

    response = student_client.post(url(target, "restore"), follow=True)

    assert said(response) == ["A plan holds 0 careers. Take one out before you save another."]


@pytest.mark.parametrize("what", ONLY_POST)
def test_htmx_gets_the_plan_alone(student_client, target, what):
    response = student_client.post(url(target, what), {"way": "down"}, headers=HTMX)

    assert "<html" not in response.text
    assert response.headers["HX-Retarget"] == "#plan"


@pytest.mark.parametrize("what", ["notes", *ONLY_POST])
def test_a_stranger_finds_no_career(stranger_client, client, target, what):
    assert stranger_client.post(url(target, what), {"notes": "x"}).status_code == 404
    assert reverse("account_login") in client.post(url(target, what), {"notes": "x"}).url
    assert Target.objects.kept().get().notes == ""


@pytest.mark.parametrize("what", ONLY_POST)
def test_only_a_post_changes_a_career(student_client, target, what):
    assert student_client.get(url(target, what)).status_code == 405
