"""A step's own page: how far it is, who helps, what shows it, and what was learnt."""

import datetime

import pytest
import time_machine

from plans import actions
from plans.models import Assignment, Plan, Progress, State, Step
from tests.factories import CohortFactory

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture
def edit(student_client, step):
    """Send the form of the step with these changes."""

    def edit(**sent):
        whole = {"text": step.text, "state": step.state, "initial-state": step.state, "version": step.version}
        response = student_client.post(f"/plan/steps/{step.pk}/edit/", whole | sent)
        step.refresh_from_db()
        return response

    return edit


def test_all_of_it_is_kept(edit, step):
    said = {"helper": "Ms Okafor", "evidence": "I saw it.", "evidence_link": "https://example.org/a",
            "reflection": "Slow."}  # fmt: skip

    assert edit(**said).status_code == 302
    assert {name: getattr(step, name) for name in said} == said


@time_machine.travel("2026-11-24 12:00Z", tick=False)
@pytest.mark.parametrize(
    ("state", "done_on"), [("started", None), ("done", TODAY), ("not-needed", None), ("not-started", None)]
)
def test_how_far_it_is_goes_with_the_day_it_was_done(edit, step, state, done_on):
    edit(state=state)

    assert (step.state, step.done_on) == (state, done_on)


def test_what_was_done_keeps_its_day_when_other_words_change(edit, step):
    actions.set_done(step=step, done=True, today=datetime.date(2026, 11, 1))
    step.refresh_from_db()

    edit(reflection="Slow.")

    assert (step.state, step.done_on) == (Progress.DONE, datetime.date(2026, 11, 1))


def test_a_tick_in_another_tab_stays_while_words_are_typed(edit, step):
    actions.set_done(step=Step.objects.get(), done=True, today=TODAY)

    edit(reflection="Slow.")

    assert (step.state, step.reflection) == (Progress.DONE, "Slow.")


def test_a_tick_unticks_what_was_started_and_done(student_client, edit, step):
    edit(state="started")
    for done, state in (("yes", Progress.DONE), ("no", Progress.NOT_STARTED)):
        student_client.post(f"/plan/steps/{step.pk}/done/", {"done": done})
        step.refresh_from_db()
        assert step.state == state


def test_what_does_not_apply_is_not_counted(student_client, edit, add_step):
    add_step("Another.")
    edit(state="not-needed")

    html = student_client.get("/plan/").text

    assert "0 of 1 step done" in html
    assert "does not apply" in html


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"state": "nonsense"}, "Choose one of the list."),
        ({"evidence_link": "my page"}, "Copy the whole address of the page"),
        ({"evidence_link": "javascript:alert(1)"}, "Copy the whole address of the page"),
        ({"evidence_link": f"https://example.org/{'x' * 500}"}, "That link is too long to keep."),
        ({"evidence": "x" * 100_000}, "Keep it to 2000 characters"),
        ({"helper": "x" * 121}, "Keep it to 120 characters"),
        ({"goal": "1", "text": ""}, "Write what you will do."),
    ],
)
def test_each_fault_has_its_sentence_and_saves_nothing(edit, step, sent, sentence):
    response = edit(reflection="Kept on the page.", **sent)

    assert sentence in response.text
    assert "Kept on the page." in response.text
    assert step.reflection == ""


def test_two_tabs_see_what_differs(edit, step):
    edit(helper="Ada")
    step.version = 0

    response = edit(helper="Bo")

    assert "changed meanwhile" in response.text
    assert "Ada" in response.text
    assert 'value="Bo"' in response.text


@pytest.mark.parametrize(
    ("sent", "state"), [({"reflection": "Slow."}, State.APPROVED), ({"text": "New."}, State.DRAFT)]
)
def test_saying_what_was_done_leaves_a_plan_signed_off_and_other_words_do_not(edit, sent, state):
    Plan.objects.update(state=State.APPROVED, approved_at="2026-11-01T12:00Z")

    edit(**sent)

    assert Plan.objects.get().state == state


def test_a_step_that_was_given_says_by_whom_and_why(student_client, step):
    given = {"text": step.text, "why": "It opens grants.", "by_name": "Casey"}
    step.assignment = Assignment.objects.create(cohort=CohortFactory(), **given)
    step.save()

    text = student_client.get(f"/plan/steps/{step.pk}/edit/").text
    assert "Given by Casey. Why: It opens grants." in text
