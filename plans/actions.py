"""Changes of a plan. Each is whole or not at all, and locks the plan first, so that two at once follow one another."""

import uuid
from datetime import date, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from careers.models import Career, Section
from plans.models import Plan, RuledOut, Step, Target

MOST_TARGETS, MOST_STEPS, MOST_RULED_OUT = 200, 1_000, 500
LONGEST_STEP = 500
SOON_AFTER = timedelta(minutes=10)


class Refused(Exception):
    """A change that cannot be made; its text is a sentence for the student."""


class ChangedMeanwhile(Exception):
    """Somebody, in another tab or on another device, changed the same words since they were read."""


class Origin(NamedTuple):
    """Where a step's words come from: an item of a profile."""

    career: Career
    section: str
    item: str


def lock(user) -> Plan:
    """The person's plan, made on first use, held until the transaction ends."""
    Plan.objects.get_or_create(user=user)
    return Plan.objects.select_for_update().get(user=user)


# Saved careers


@transaction.atomic
def save_career(*, user, career: Career) -> Target:
    """Put a career at the end of the plan; one that was taken out comes back with its notes and steps.

    Whoever saves what they had ruled out thinks otherwise now.
    """
    plan = lock(user)
    plan.ruled_out.filter(career=career).delete()
    target = plan.targets.filter(career=career).first()
    if target is not None:
        restore_target(target=target)
        return target
    refuse_more_targets(plan)
    return plan.targets.create(career=career, title=career.title, rank=after(plan.targets.all(), "rank"))


@transaction.atomic
def remove_target(*, target: Target) -> None:
    Target.objects.filter(pk=target.pk).kept().update(removed_at=timezone.now())


@transaction.atomic
def restore_target(*, target: Target) -> None:
    plan = Plan.objects.select_for_update().get(pk=target.plan_id)
    if plan.targets.kept().filter(pk=target.pk).exists():
        return
    refuse_more_targets(plan)
    Target.objects.filter(pk=target.pk).update(removed_at=None)


@transaction.atomic
def erase_target(*, target: Target) -> None:
    """Delete what was taken out for good, and every step under it."""
    plan = Plan.objects.select_for_update().get(pk=target.plan_id)
    refuse_to_erase_kept(plan.targets.kept().filter(pk=target.pk))
    plan.steps.filter(target=target).delete()
    plan.targets.filter(pk=target.pk).delete()


@transaction.atomic
def write_notes(*, target: Target, notes: str, version: int) -> None:
    """Raises ``ChangedMeanwhile`` where the notes are not those of ``version`` any more, and differ from these."""
    rows = Target.objects.filter(pk=target.pk)
    if rows.filter(notes=notes).exists():
        return
    if not rows.filter(version=version).update(notes=notes, version=F("version") + 1):
        raise ChangedMeanwhile


@transaction.atomic
def move_target(*, target: Target, way: str) -> int:
    """One place ``up`` or ``down`` in rank, no further than the end. Returns its place, from 1."""
    plan = Plan.objects.select_for_update().get(pk=target.plan_id)
    return move(list(plan.targets.kept()), target, way, "rank")


# Careers ruled out


@transaction.atomic
def rule_out(*, user, career: Career, reason: str) -> RuledOut:
    """Keep why a career is not for them; where it is saved it goes out of the plan, with what stands under it."""
    plan = lock(user)
    standing = plan.ruled_out.filter(career=career)
    if not standing.exists() and plan.ruled_out.count() >= MOST_RULED_OUT:
        raise Refused(f"A plan remembers {MOST_RULED_OUT} careers ruled out. Undo one before you rule out another.")
    plan.targets.kept().filter(career=career).update(removed_at=timezone.now())
    return standing.update_or_create(plan=plan, career=career, defaults={"title": career.title, "reason": reason})[0]


@transaction.atomic
def rule_in(*, ruled_out: RuledOut) -> None:
    """Undo it: the career is one among the others again."""
    RuledOut.objects.filter(pk=ruled_out.pk).delete()


# Steps


@transaction.atomic
def add_step(*, user, text: str, due_on: date | None, target: Target | None, token: uuid.UUID) -> Step:
    """``token`` is the form's. The same words sent twice, with one form or soon after, are one step."""
    plan, words = lock(user), {"text": text, "due_on": due_on, "target": target}
    token = uuid.uuid5(token, f"{target and target.pk}|{due_on}|{text}")
    step = plan.steps.filter(token=token).first()
    if step is not None:
        restore_step(step=step)
        return step
    # Who goes back to the form after saving, and saves again, sends the same words with another token.
    just_now = plan.steps.kept().filter(done_on=None, created_at__gt=timezone.now() - SOON_AFTER, **words)
    return just_now.first() or create_step(plan, token=token, **words)


def create_step(plan: Plan, **values) -> Step:
    refuse_more_steps(plan)
    return plan.steps.create(position=after(plan.steps.all(), "position"), **values)


@transaction.atomic
def change_step(*, step: Step, text: str, due_on: date | None, target: Target | None, version: int) -> None:
    """Raises ``ChangedMeanwhile`` where the step is not that of ``version`` any more, and differs from this."""
    rows = Step.objects.filter(pk=step.pk)
    if rows.filter(text=text, due_on=due_on, target=target).exists():
        return
    if not rows.filter(version=version).update(text=text, due_on=due_on, target=target, version=F("version") + 1):
        raise ChangedMeanwhile


@transaction.atomic
def set_done(*, step: Step, done: bool, today: date) -> None:
    """Says what is so rather than turns it round, so that a click in a stale tab does no harm."""
    Step.objects.filter(pk=step.pk, done_on__isnull=done).update(done_on=today if done else None)


@transaction.atomic
def move_step(*, step: Step, way: str) -> int:
    """One place ``up`` or ``down`` among the steps it stands with. Returns its place, from 1."""
    plan = Plan.objects.select_for_update().get(pk=step.plan_id)
    return move(list(plan.steps.kept().filter(target=step.target_id)), step, way, "position")


@transaction.atomic
def remove_step(*, step: Step) -> None:
    Step.objects.filter(pk=step.pk).kept().update(removed_at=timezone.now())


@transaction.atomic
def restore_step(*, step: Step) -> None:
    """Bring a step back to where it stood; the saved career it stood under comes back with it."""
    plan = Plan.objects.select_for_update().get(pk=step.plan_id)
    if step.target is not None:
        restore_target(target=step.target)
    if not plan.steps.kept().filter(pk=step.pk).exists():
        refuse_more_steps(plan)
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


def after(rows, field: str) -> int:
    last = rows.aggregate(last=Max(field))["last"]
    return 0 if last is None else last + 1


def move(rows: list, row, way: str, field: str) -> int:
    """Swap a row with its neighbour and number all anew."""
    if row not in rows:
        raise Refused("That is not in your plan any more.")
    old = rows.index(row)
    new = min(max(old + (-1 if way == "up" else 1), 0), len(rows) - 1)
    rows[old], rows[new] = rows[new], rows[old]
    changed = [(number, each) for number, each in enumerate(rows) if getattr(each, field) != number]
    for number, each in changed:
        setattr(each, field, number)
    type(row)._default_manager.bulk_update([each for _, each in changed], [field])
    return new + 1


def refuse_to_erase_kept(kept) -> None:
    if kept.exists():
        raise Refused("That is in your plan. Take it out before you delete it for good.")


def refuse_more_targets(plan: Plan) -> None:
    if plan.targets.kept().count() >= MOST_TARGETS:
        raise Refused(f"A plan holds {MOST_TARGETS} careers. Take one out before you save another.")


def refuse_more_steps(plan: Plan) -> None:
    if plan.steps.kept().count() >= MOST_STEPS:
        raise Refused(f"A plan holds {MOST_STEPS:,} steps. Delete one before you add another.")
