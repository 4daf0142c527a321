import datetime
import uuid
from functools import partial

import pytest
import time_machine
from django.urls import reverse

from plans import actions
from plans.models import Plan, Step
from tests.factories import CareerFactory, UserFactory
from tests.plans.conftest import HTMX

NEW = "/plan/steps/new/"
ONLY_POST = ["done", "move", "remove", "restore"]


def url(step, what):
    return reverse(f"plans:step_{what}", args=[step.pk])


def test_a_step_is_added(student_client, target):
    response = student_client.post(NEW, {"text": " Ask Ada. ", "due_on": "2026-12-05", "target": target.pk})

    step = Step.objects.get()
    assert response.url == f"/plan/#step-{step.pk}"
    assert (step.text, step.due_on, step.target) == ("Ask Ada.", datetime.date(2026, 12, 5), target)


def test_the_first_step_makes_the_plan(student_client, student):
    student_client.post(NEW, {"text": "Ask."})

    assert Plan.objects.get().user == student


def test_the_form_is_meant_for_the_career_it_was_asked_from(student_client, target):
    assert student_client.get(NEW, {"target": target.pk}).context["form"].initial["target"] == target.pk


@pytest.mark.parametrize("asked", ["", "0", "x" * 100_000, "9" * 5_000, "-1", "²", "\x00", "🎉"])
def test_a_career_there_is_not_is_no_career(student_client, asked):
    response = student_client.get(NEW, {"target": asked})

    assert response.status_code == 200
    assert response.context["form"].initial["target"] is None


def test_a_strangers_career_is_no_choice(student_client):
    theirs = actions.save_career(user=UserFactory(), career=CareerFactory())

    response = student_client.post(NEW, {"text": "Ask.", "target": theirs.pk})

    assert "That career is not in your plan any more." in response.text
    assert not Step.objects.exists()


def test_a_form_sent_twice_makes_one_step(student_client):
    sent = {"text": "Ask.", "token": student_client.get(NEW).context["token"]}
    for _ in range(2):
        student_client.post(NEW, sent)

    assert Step.objects.count() == 1


@pytest.mark.parametrize(("minutes", "steps"), [(9, 1), (11, 2)])
def test_the_same_words_from_another_form_soon_after_are_one_step(student_client, minutes, steps):
    with time_machine.travel("2026-11-24 12:00Z", tick=False) as clock:
        student_client.post(NEW, {"text": "Ask."})
        clock.shift(datetime.timedelta(minutes=minutes))
        student_client.post(NEW, {"text": "Ask."})

    assert Step.objects.count() == steps


@pytest.mark.parametrize("change", [actions.remove_step, partial(actions.set_done, done=True, today="2026-11-24")])
def test_what_was_done_or_deleted_can_be_planned_again(student_client, step, change):
    change(step=step)

    student_client.post(NEW, {"text": step.text})

    assert Step.objects.count() == 2


@pytest.mark.parametrize(("day", "is_over"), [("2026-11-23", True), ("2026-11-24", False), ("", False)])
@time_machine.travel("2026-11-24 12:00Z", tick=False)
def test_a_day_that_is_over_is_kept_and_said(student_client, said, day, is_over):
    response = student_client.post(NEW, {"text": "Ask.", "due_on": day}, follow=True)

    assert ("That day is already over." in said(response)[0]) == is_over
    assert Step.objects.exists()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_tick_of_a_step_that_was_deleted_meanwhile_says_so(student_client, step, headers):
    actions.remove_step(step=step)

    response = student_client.post(url(step, "done"), headers=headers, follow=True)

    assert "“Visit a library.” was deleted from your plan meanwhile." in response.text
    assert f'action="{url(step, "restore")}"' in response.text


@pytest.mark.parametrize("token", ["", "no token", "\x00", "1" * 100_000])
def test_a_form_without_its_token_is_taken_as_new(student_client, token):
    student_client.post(NEW, {"text": "Ask.", "token": token})

    assert Step.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Write what you will do."),
        ({"text": " \n"}, "Write what you will do."),
        ({"text": "x" * 501}, "Keep it to 500 characters; this has 501."),
        ({"text": "x" * 100_000}, "Keep it to 500 characters; this has 100000."),
        ({"text": "Ask\x00."}, "Null characters are not allowed."),
        ({"text": "Ask.", "due_on": "soon"}, "Write the day as 2026-11-30, or leave it empty."),
        ({"text": "Ask.", "due_on": "2026-02-30"}, "Write the day as 2026-11-30, or leave it empty."),
        ({"text": "Ask.", "due_on": "1899-12-31"}, "Choose a day between 1900 and 2200."),
        ({"text": "Ask.", "due_on": "2201-01-01"}, "Choose a day between 1900 and 2200."),
        ({"text": "Ask.", "due_on": "9" * 100_000}, "Write the day as 2026-11-30, or leave it empty."),
        ({"text": "Ask.", "due_on": "\x00"}, "Write the day as 2026-11-30, or leave it empty."),
        ({"text": "Ask.", "target": "x" * 100_000}, "That career is not in your plan any more."),
        ({"text": "Ask.", "target": "9" * 30}, "That career is not in your plan any more."),
        ({"text": "Ask.", "target": "\x00"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_kept_comes_back_with_a_sentence(student_client, sent, sentence):
    response = student_client.post(NEW, sent)

    assert response.status_code == 200
    assert sentence in response.text
    assert sent.get("text", "") in response.text
    assert not Step.objects.exists()


@pytest.mark.parametrize("text", ["🎉" * 500, "مرحبا بالعالم", "\u202eabc", "a\r\nb", "x" * 498 + "\r\n" + "y"])
def test_any_words_are_kept(student_client, text):
    student_client.post(NEW, {"text": text})

    assert Step.objects.get().text == text.replace("\r\n", "\n")


def test_a_full_plan_gives_the_words_back(student_client, monkeypatch):
    monkeypatch.setattr("plans.actions.steps.MOST_STEPS", 0)

    response = student_client.post(NEW, {"text": "Ask Ada."})

    assert "A plan holds 0 steps." in response.text
    assert "Ask Ada." in response.text


def test_a_step_is_changed(student_client, step, target):
    sent = {"text": "Ask Ada.", "due_on": "2026-12-05", "target": target.pk, "version": 0}

    response = student_client.post(url(step, "edit"), sent)
    step.refresh_from_db()

    assert response.url == f"/plan/#step-{step.pk}"
    assert (step.text, step.due_on, step.target, step.version) == ("Ask Ada.", datetime.date(2026, 12, 5), target, 1)


def test_the_form_shows_what_is_saved(student_client, add_step, target):
    step = add_step("Ask Ada.", due_on=datetime.date(2026, 12, 5), target=target)

    html = student_client.get(url(step, "edit")).text

    assert "Ask Ada." in html
    assert 'value="2026-12-05"' in html
    assert f'<option value="{target.pk}" selected>' in html


def test_words_typed_while_the_step_was_deleted_are_kept(student_client, step, said):
    actions.remove_step(step=step)

    response = student_client.post(url(step, "edit"), {"text": "Ask Ada.", "version": 0}, follow=True)

    assert said(response) == ["Your words are saved, but this step was deleted from your plan meanwhile."]
    assert f'action="{url(step, "restore")}"' in response.text
    assert Step.objects.get().text == "Ask Ada."


def test_words_typed_while_the_career_was_taken_out_are_kept(student_client, add_step, target):
    step = add_step(target=target)
    actions.remove_target(target=target)

    student_client.post(url(step, "edit"), {"text": "Ask Ada.", "target": target.pk, "version": 0})

    assert Step.objects.get().text == "Ask Ada."


@pytest.mark.parametrize(("sent", "done"), [({}, True), ({"done": "yes"}, True), ({"done": "no"}, False)])
def test_a_step_is_ticked_and_unticked(student_client, step, sent, done):
    actions.set_done(step=step, done=not done, today="2026-11-22")

    response = student_client.post(url(step, "done"), sent)
    step.refresh_from_db()

    assert (step.done_on is not None, step.version) == (done, 0)
    assert response.url == f"/plan/#step-{step.pk}"


def test_htmx_gets_the_step_and_the_counts_alone(student_client, add_step, target):
    step, other = add_step(target=target), add_step("Other.", target=target)

    html = student_client.post(url(step, "done"), headers=HTMX).text

    assert f'id="step-{step.pk}"' in html
    assert f'id="step-{other.pk}"' not in html
    assert html.count('hx-swap-oob="true"') == 3
    assert "1 of 2 steps done" in html


@pytest.mark.parametrize("what", ["move", "remove", "restore"])
def test_htmx_gets_the_plan_alone(student_client, step, what):
    response = student_client.post(url(step, what), {"way": "up"}, headers=HTMX)

    assert "<html" not in response.text
    assert '<form id="change"' in response.text
    assert (response.headers["HX-Retarget"], response.headers["HX-Reswap"]) == ("#plan", "innerHTML")


def test_a_tick_on_a_step_deleted_in_another_tab_shows_the_plan(student_client, step):
    actions.remove_step(step=step)

    assert student_client.post(url(step, "done"), headers=HTMX).headers["HX-Retarget"] == "#plan"


def test_a_step_is_moved(student_client, add_step):
    first, second = add_step("First."), add_step("Second.")

    response = student_client.post(url(second, "move"), {"way": "up"})

    assert list(Step.objects.all()) == [second, first]
    assert response.url == f"/plan/#step-{second.pk}"


@pytest.mark.parametrize("way", ["", "sideways", "x" * 100_000, "\x00", "🎉"])
def test_a_move_nowhere_is_answered_with_a_sentence(student_client, step, way, said):
    response = student_client.post(url(step, "move"), {"way": way}, follow=True)

    assert said(response) == ["That did not say which way to move it: up or down."]


def test_a_step_is_deleted_and_brought_back(student_client, step, said):
    deleted = student_client.post(url(step, "remove"), follow=True)
    assert not Step.objects.shown().exists()
    assert f'action="{url(step, "restore")}"' in deleted.text

    restored = student_client.post(url(step, "restore"), follow=True)

    assert Step.objects.shown().exists()
    assert said(restored) == ["“Visit a library.” is back in your plan."]


def test_what_does_not_fit_back_says_so(student_client, step, add_step, monkeypatch, said):
    actions.remove_step(step=step)
    monkeypatch.setattr("plans.actions.steps.MOST_STEPS", 0)

    response = student_client.post(url(step, "restore"), follow=True)

    assert said(response) == ["A plan holds 0 steps. Delete one before you add another."]


@pytest.mark.parametrize("what", ["edit", *ONLY_POST])
def test_a_stranger_finds_no_step(stranger_client, client, step, what):
    assert stranger_client.post(url(step, what), {"text": "x"}).status_code == 404
    assert reverse("account_login") in client.post(url(step, what), {"text": "x"}).url
    assert Step.objects.shown().get().text == "Visit a library."


@pytest.mark.parametrize("what", ONLY_POST)
def test_only_a_post_changes_a_step(student_client, step, what):
    assert student_client.get(url(step, what)).status_code == 405


@pytest.mark.parametrize("pk", [0, 10**30, "9" * 5_000])
def test_a_step_there_is_not_is_not_found(student_client, pk):
    assert student_client.post(f"/plan/steps/{pk}/done/").status_code == 404


def test_a_token_is_its_plans_own(student, db):
    sent = {"text": "Ask.", "due_on": None, "target": None, "token": uuid.uuid4()}
    for user in (student, UserFactory()):
        actions.add_step(user=user, **sent)

    assert Step.objects.count() == 2
