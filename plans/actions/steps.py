"""Steps: written, changed, ticked off, moved, taken out and brought back."""

import uuid
from datetime import date, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from careers.models import Career, Section
from plans.actions.careers import restore_target, save_career
from plans.actions.common import (
    ChangedMeanwhile,
    Refused,
    after,
    changed,
    lock,
    move,
    refuse_to_erase_kept,
    went_on,
)
from plans.models import Goal, Plan, Progress, Step, Target

MOST_STEPS = 1_000
LONGEST_STEP = 500
SOON_AFTER = timedelta(minutes=10)
DONE_WORDS = {"evidence", "evidence_link", "reflection"}


class Origin(NamedTuple):
    """Where a step's words come from: an item of a profile."""

    career: Career
    section: str
    item: str


@transaction.atomic
def add_step(
    *, user, text: str, due_on: date | None, target: Target | None, token: uuid.UUID, goal: Goal | None = None
) -> Step:
    """``token`` is the form's. The same words sent twice, with one form or soon after, are one step."""
    plan, words = lock(user), {"text": text, "due_on": due_on, "target": target, "goal": goal}
    token = uuid.uuid5(token, f"{target and target.pk}|{due_on}|{text}" + (f"|{goal.pk}" if goal else ""))
    step = plan.steps.filter(token=token).first()
    if step is not None:
        restore_step(step=step)
        return step
    # Who goes back to the form after saving, and saves again, sends the same words with another token.
    just_now = plan.steps.kept().filter(done_on=None, created_at__gt=timezone.now() - SOON_AFTER, **words)
    return just_now.first() or create_step(plan, token=token, **words)


def create_step(plan: Plan, **values) -> Step:
    refuse_more_steps(plan)
    changed(plan)
    return plan.steps.create(position=after(plan.steps.all(), "position"), **values)


@transaction.atomic
def change_step(*, step: Step, version: int, **words) -> None:
    """Raises ``ChangedMeanwhile`` where the step is not that of ``version`` any more, and differs from this.

    Saying what was done (evidence, what was learnt) is no change of what the plan says, as ticking is none.
    """
    rows = Step.objects.filter(pk=step.pk)
    if rows.filter(**words).exists():
        return
    intends = {name: value for name, value in words.items() if name not in DONE_WORDS}
    says_the_same = rows.filter(**intends).exists()
    if not rows.filter(version=version).update(version=F("version") + 1, **words):
        raise ChangedMeanwhile
    (went_on if says_the_same else changed)(step.plan)


@transaction.atomic
def set_done(*, step: Step, done: bool, today: date) -> None:
    """Says what is so rather than turns it round, so that a click in a stale tab does no harm."""
    state = Progress.DONE if done else Progress.NOT_STARTED
    rows = Step.objects.filter(pk=step.pk, done_on__isnull=done)
    if rows.update(done_on=today if done else None, state=state):
        went_on(step.plan)


@transaction.atomic
def set_state(*, step: Step, state: str, today: date) -> None:
    """How far it is; what is done has its day, and keeps it when that is said again."""
    done = state == Progress.DONE
    if Step.objects.filter(pk=step.pk).exclude(state=state).update(state=state, done_on=today if done else None):
        went_on(step.plan)


@transaction.atomic
def move_step(*, step: Step, way: str) -> int:
    """One place ``up`` or ``down`` among the steps it stands with. Returns its place, from 1."""
    plan = Plan.objects.select_for_update().get(pk=step.plan_id)
    changed(plan)
    return move(list(standing_with(step, plan)), step, way, "position")


def standing_with(step: Step, plan: Plan):
    """The steps of its saved career; else those of its goal alone; else those that stand on their own."""
    rows = plan.steps.kept().filter(target=step.target_id)
    if step.target_id:
        return rows
    if step.goal is not None and step.goal.removed_at is None:
        return rows.filter(goal=step.goal)
    return rows.filter(Q(goal=None) | Q(goal__removed_at__isnull=False))


@transaction.atomic
def remove_step(*, step: Step) -> None:
    if Step.objects.filter(pk=step.pk).kept().update(removed_at=timezone.now()):
        changed(step.plan)


@transaction.atomic
def restore_step(*, step: Step) -> None:
    """Bring a step back to where it stood; the saved career it stood under comes back with it."""
    plan = Plan.objects.select_for_update().get(pk=step.plan_id)
    if step.target is not None:
        restore_target(target=step.target)
    if not plan.steps.kept().filter(pk=step.pk).exists():
        refuse_more_steps(plan)
        changed(plan)
        Step.objects.filter(pk=step.pk).update(removed_at=None)


@transaction.atomic
def erase_step(*, step: Step) -> None:
    """Delete for good what was taken out."""
    plan = Plan.objects.select_for_update().get(pk=step.plan_id)
    refuse_to_erase_kept(plan.steps.kept().filter(pk=step.pk))
    plan.steps.filter(pk=step.pk).delete()


@transaction.atomic
def take_item(*, user, origin: Origin) -> Step:
    """Copy an item of a profile into the plan, under its career, which is saved with it where it is not yet."""
    words = item_words(origin)
    if (step := step_of(user, origin)) is not None:
        restore_step(step=step)
        return step
    target = save_career(user=user, career=origin.career)
    return create_step(target.plan, text=words, target=target, **origin._asdict())


# Questions


def step_of(user, origin: Origin) -> Step | None:
    """The step that was made of an item, taken out or not."""
    return Step.objects.of(user).filter(**origin._asdict()).select_related("target").first()


def shown_step_of(user, origin: Origin) -> Step | None:
    """The step that was made of an item, where the plan shows it."""
    return Step.objects.of(user).shown().filter(**origin._asdict()).first()


def item_words(origin: Origin) -> str:
    """The words of an item as they are now. Raises ``Refused`` where the profile has no such item."""
    section = Section.objects.filter(career=origin.career, key=origin.section).first()
    texts = {item["key"]: item["text"] for item in section.items} if section else {}
    words = shorten(texts.get(origin.item, ""))
    if not words:
        raise Refused("That item is not on the page any more. Its editors may have changed it.")
    return words


def shorten(text: str) -> str:
    """The text, cut at a word where it is longer than a step may be."""
    if len(text) <= LONGEST_STEP:
        return text
    cut = text[: LONGEST_STEP - 1]
    return f"{cut.rsplit(' ', 1)[0].rstrip()}…"


def refuse_more_steps(plan: Plan) -> None:
    if plan.steps.kept().count() >= MOST_STEPS:
        raise Refused(f"A plan holds {MOST_STEPS:,} steps. Delete one before you add another.")
