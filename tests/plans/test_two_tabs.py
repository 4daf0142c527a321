"""Two tabs, two devices: nobody's words are overwritten unseen, and the same words twice are once."""

import pytest
from django.urls import reverse

from plans import actions
from plans.actions import ChangedMeanwhile


@pytest.fixture
def edit(step):
    return reverse("plans:step_edit", args=[step.pk])


@pytest.fixture
def notes(target):
    return reverse("plans:target_notes", args=[target.pk])


def test_a_step_changed_meanwhile_shows_both_texts(student_client, step, edit):
    student_client.post(edit, {"text": "From tab one.", "version": 0})

    response = student_client.post(edit, {"text": "From tab two.", "version": 0})
    step.refresh_from_db()

    assert step.text == "From tab one."
    assert "From tab one." in response.text
    assert "From tab two.</textarea>" in response.text
    assert "Save mine instead" in response.text


def test_after_seeing_both_the_student_decides(student_client, step, edit):
    student_client.post(edit, {"text": "From tab one.", "version": 0})
    seen = student_client.post(edit, {"text": "From tab two.", "version": 0})

    student_client.post(edit, {"text": "From both.", "version": seen.context["version"]})
    step.refresh_from_db()

    assert step.text == "From both."


def test_the_same_words_sent_twice_are_no_conflict(student_client, step, edit):
    answers = [student_client.post(edit, {"text": "Ask.", "version": 0}).status_code for _ in range(2)]
    step.refresh_from_db()

    assert answers == [302, 302]
    assert step.version == 1


def test_the_same_notes_sent_twice_are_no_conflict(student_client, target, notes):
    answers = [student_client.post(notes, {"notes": "Ask.", "version": 0}).status_code for _ in range(2)]

    assert answers == [302, 302]


@pytest.mark.parametrize("version", ["", "x", "-1", "²", "9" * 100_000, "\x00", "1e3"])
def test_a_form_that_does_not_say_its_version_overwrites_nothing(student_client, step, edit, version):
    response = student_client.post(edit, {"text": "Mine.", "version": version})
    step.refresh_from_db()

    assert step.text == "Visit a library."
    assert "Save mine instead" in response.text


def test_ticking_in_one_tab_does_not_stop_typing_in_the_other(student_client, step, edit):
    student_client.post(reverse("plans:step_done", args=[step.pk]))

    assert student_client.post(edit, {"text": "Ask.", "version": 0}).status_code == 302
    step.refresh_from_db()
    assert step.done_on is not None


def test_typing_in_one_tab_does_not_untick_the_other(student_client, step, edit):
    student_client.get(edit)
    student_client.post(reverse("plans:step_done", args=[step.pk]))
    student_client.post(edit, {"text": "Ask.", "version": 0})
    step.refresh_from_db()

    assert step.done_on is not None


def test_notes_changed_meanwhile_show_both_texts(student_client, target, notes):
    student_client.post(notes, {"notes": "From tab one.", "version": 0})

    response = student_client.post(notes, {"notes": "From tab two.", "version": 0})
    target.refresh_from_db()

    assert target.notes == "From tab one."
    assert "From tab one." in response.text
    assert "From tab two.</textarea>" in response.text


def test_notes_emptied_meanwhile_say_so(student_client, target, notes):
    for version, text in enumerate(["Ask.", ""]):
        student_client.post(notes, {"notes": text, "version": version})

    assert "Nothing." in student_client.post(notes, {"notes": "Mine.", "version": 0}).text


def test_a_change_refused_changes_nothing(step):
    with pytest.raises(ChangedMeanwhile):
        actions.change_step(step=step, text="Mine.", due_on=None, target=None, version=7)
    step.refresh_from_db()

    assert (step.text, step.version) == ("Visit a library.", 0)
