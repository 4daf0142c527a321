import uuid
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from careers.actions import write_sections
from plans import actions
from plans.actions import Origin, Refused
from plans.models import Plan, Step, Target
from tests.factories import CareerFactory, UserFactory


@pytest.fixture
def first(technicians, items):
    return Origin(technicians, "get-started", items[0])


def test_a_plan_is_made_on_first_use(student, technicians):
    assert not Plan.objects.exists()

    actions.save_career(user=student, career=technicians)

    assert Plan.objects.get().user == student


def test_a_saved_career_goes_to_the_end(student, target):
    second = actions.save_career(user=student, career=CareerFactory())
    actions.move_target(target=second, way="up")

    third = actions.save_career(user=student, career=CareerFactory())

    assert list(student.plan.targets.all()) == [second, target, third]


def test_saving_twice_is_saving_once(student, target, technicians):
    assert actions.save_career(user=student, career=technicians) == target
    assert Target.objects.count() == 1


def test_saving_again_brings_notes_and_steps_back(student, target, technicians, add_step):
    actions.write_notes(target=target, notes="Ask Ada.", version=0)
    step = add_step(target=target)
    actions.remove_target(target=target)
    assert not Step.objects.shown().exists()

    actions.save_career(user=student, career=technicians)

    assert Target.objects.kept().get().notes == "Ask Ada."
    assert Step.objects.shown().get() == step


def test_an_item_is_copied_and_remembered(student, first):
    step = actions.take_item(user=student, origin=first)

    assert step.text == "Ask the branch. Offer two hours a week."
    assert (step.career, step.section, step.item) == tuple(first)


def test_taking_an_item_saves_its_career(student, first):
    step = actions.take_item(user=student, origin=first)

    assert step.target == Target.objects.kept().get(career=first.career)


def test_an_item_stands_under_the_career_saved_before(student, first, target):
    assert actions.take_item(user=student, origin=first).target == target


def test_taking_an_item_twice_is_taking_it_once(student, first):
    assert actions.take_item(user=student, origin=first) == actions.take_item(user=student, origin=first)
    assert Step.objects.count() == 1


def test_an_item_taken_again_comes_back_as_it_was(student, first):
    step = actions.take_item(user=student, origin=first)
    actions.change_step(step=step, text="Ask Ada.", due_on=None, target=step.target, version=0)
    actions.remove_step(step=step)

    actions.take_item(user=student, origin=first)

    assert Step.objects.shown().get().text == "Ask Ada."


def test_an_item_taken_again_brings_its_career_back(student, first):
    step = actions.take_item(user=student, origin=first)
    actions.remove_target(target=step.target)

    actions.take_item(user=student, origin=first)

    assert Step.objects.shown().get() == step


def test_later_edits_of_a_profile_change_no_plan(student, first, technicians):
    actions.take_item(user=student, origin=first)

    write_sections(career=technicians, texts={"get-started": "1. **Ask the branch.** Offer three hours a week."})

    assert Step.objects.get().text == "Ask the branch. Offer two hours a week."
    assert actions.shown_step_of(student, first) is not None


def test_an_item_that_is_gone_is_refused(student, first):
    with pytest.raises(Refused, match="not on the page any more"):
        actions.take_item(user=student, origin=first._replace(item="gone"))

    assert not Plan.objects.exists()


@pytest.mark.parametrize("length", [499, 500, 501, 5_000])
def test_a_long_item_is_cut_at_a_word(length):
    text = ("many words " * 500)[:length].strip()

    short = actions.shorten(text)

    assert len(short) <= 500
    assert short.removesuffix("…").split() == text.split()[: len(short.removesuffix("…").split())]


def test_one_endless_word_is_cut_too():
    assert actions.shorten("x" * 501) == "x" * 499 + "…"


def test_the_same_words_sent_twice_are_one_step(student):
    sent = {"user": student, "text": "Ask.", "due_on": None, "target": None, "token": uuid.uuid4()}

    assert actions.add_step(**sent) == actions.add_step(**sent)
    assert Step.objects.count() == 1


def test_other_words_from_the_same_form_are_another_step(student):
    token = uuid.uuid4()
    for text in ("Ask.", "Ask again."):
        actions.add_step(user=student, text=text, due_on=None, target=None, token=token)

    assert Step.objects.count() == 2


def test_a_step_sent_again_after_it_was_deleted_comes_back(student):
    sent = {"user": student, "text": "Ask.", "due_on": None, "target": None, "token": uuid.uuid4()}
    actions.remove_step(step=actions.add_step(**sent))

    actions.add_step(**sent)

    assert Step.objects.shown().count() == 1


def test_a_step_that_comes_back_brings_its_career(target, add_step):
    step = add_step(target=target)
    actions.remove_step(step=step)
    actions.remove_target(target=target)

    actions.restore_step(step=step)

    assert Step.objects.shown().get() == step


def test_ticking_twice_keeps_the_first_day(step):
    actions.set_done(step=step, done=True, today="2026-11-20")
    actions.set_done(step=step, done=True, today="2026-11-22")
    step.refresh_from_db()

    assert str(step.done_on) == "2026-11-20"


def test_a_full_plan_takes_no_more_careers(student, target, monkeypatch):
    monkeypatch.setattr("plans.actions.careers.MOST_TARGETS", 1)

    with pytest.raises(Refused, match="holds 1 careers"):
        actions.save_career(user=student, career=CareerFactory())


def test_a_full_plan_brings_no_career_back(student, target, technicians, monkeypatch):
    actions.remove_target(target=target)
    actions.save_career(user=student, career=CareerFactory())
    monkeypatch.setattr("plans.actions.careers.MOST_TARGETS", 1)

    with pytest.raises(Refused):
        actions.save_career(user=student, career=technicians)


def test_a_full_plan_takes_no_more_steps(step, add_step, monkeypatch):
    monkeypatch.setattr("plans.actions.steps.MOST_STEPS", 1)

    with pytest.raises(Refused, match="holds 1 steps"):
        add_step("Another.")


def test_a_full_plan_saves_no_career_for_an_item_it_cannot_take(student, step, first, monkeypatch):
    monkeypatch.setattr("plans.actions.steps.MOST_STEPS", 1)

    with pytest.raises(Refused):
        actions.take_item(user=student, origin=first)

    assert not Target.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_first_saves_at_once_make_one_plan():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("Threads share a database in memory.")
    student, careers, start = UserFactory(), CareerFactory.create_batch(4), Barrier(4)

    def save(career):
        start.wait()
        actions.save_career(user=student, career=career)
        connections.close_all()

    threads = [Thread(target=save, args=[career]) for career in careers]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert sorted(Target.objects.values_list("plan__user", "rank")) == [(student.pk, rank) for rank in range(4)]
