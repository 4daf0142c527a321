"""Saved careers, and careers ruled out."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from careers.models import Career
from plans.actions.common import ChangedMeanwhile, Refused, after, changed, lock, move, refuse_to_erase_kept
from plans.models import Plan, RuledOut, Target

MOST_TARGETS, MOST_RULED_OUT = 200, 500


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
    changed(plan)
    return plan.targets.create(career=career, title=career.title, rank=after(plan.targets.all(), "rank"))


@transaction.atomic
def remove_target(*, target: Target) -> None:
    if Target.objects.filter(pk=target.pk).kept().update(removed_at=timezone.now()):
        changed(target.plan)


@transaction.atomic
def restore_target(*, target: Target) -> None:
    plan = Plan.objects.select_for_update().get(pk=target.plan_id)
    if plan.targets.kept().filter(pk=target.pk).exists():
        return
    refuse_more_targets(plan)
    changed(plan)
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
    changed(target.plan)


@transaction.atomic
def move_target(*, target: Target, way: str) -> int:
    """One place ``up`` or ``down`` in rank, no further than the end. Returns its place, from 1."""
    plan = Plan.objects.select_for_update().get(pk=target.plan_id)
    changed(plan)
    return move(list(plan.targets.kept()), target, way, "rank")


@transaction.atomic
def rule_out(*, user, career: Career, reason: str) -> RuledOut:
    """Keep why a career is not for them; where it is saved it goes out of the plan, with what stands under it."""
    plan = lock(user)
    standing = plan.ruled_out.filter(career=career)
    if not standing.exists() and plan.ruled_out.count() >= MOST_RULED_OUT:
        raise Refused(f"A plan remembers {MOST_RULED_OUT} careers ruled out. Undo one before you rule out another.")
    plan.targets.kept().filter(career=career).update(removed_at=timezone.now())
    changed(plan)
    return standing.update_or_create(plan=plan, career=career, defaults={"title": career.title, "reason": reason})[0]


@transaction.atomic
def rule_in(*, ruled_out: RuledOut) -> None:
    """Undo it: the career is one among the others again."""
    if RuledOut.objects.filter(pk=ruled_out.pk).delete()[0]:
        changed(ruled_out.plan)


def refuse_more_targets(plan: Plan) -> None:
    if plan.targets.kept().count() >= MOST_TARGETS:
        raise Refused(f"A plan holds {MOST_TARGETS} careers. Take one out before you save another.")
