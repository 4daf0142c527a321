"""What a student writes beside steps and saved careers: goals, courses, experience and the rest, all in one way."""

import uuid

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from plans.actions.common import ChangedMeanwhile, Refused, after, changed, lock, move, refuse_to_erase_kept
from plans.models import Plan, PlanRow

MOST_ROWS = 300


@transaction.atomic
def add_row(*, user, model: type[PlanRow], token: uuid.UUID, **words) -> PlanRow:
    """``token`` is the form's: sent twice it makes one row, and one that was taken out meanwhile comes back."""
    plan = lock(user)
    rows = model.objects.filter(plan=plan)
    row = rows.filter(token=token).first()
    if row is not None:
        restore_row(row=row)
        return row
    refuse_more_rows(rows, model)
    changed(plan)
    return model.objects.create(plan=plan, token=token, position=after(rows, "position"), **words)


@transaction.atomic
def change_row(*, row: PlanRow, version: int, **words) -> None:
    """Raises ``ChangedMeanwhile`` where the row is not that of ``version`` any more, and differs from this."""
    rows = type(row).objects.filter(pk=row.pk)
    if rows.filter(**words).exists():
        return
    if not rows.filter(version=version).update(version=F("version") + 1, changed_at=timezone.now(), **words):
        raise ChangedMeanwhile
    changed(row.plan)


@transaction.atomic
def remove_row(*, row: PlanRow) -> None:
    if type(row).objects.filter(pk=row.pk).kept().update(removed_at=timezone.now()):
        changed(row.plan)


@transaction.atomic
def restore_row(*, row: PlanRow) -> None:
    plan = Plan.objects.select_for_update().get(pk=row.plan_id)
    rows = type(row).objects.filter(plan=plan)
    if rows.removed().filter(pk=row.pk).exists():
        refuse_more_rows(rows, type(row))
        rows.filter(pk=row.pk).update(removed_at=None)
        changed(plan)


@transaction.atomic
def erase_row(*, row: PlanRow) -> None:
    """Delete for good what was taken out."""
    plan = Plan.objects.select_for_update().get(pk=row.plan_id)
    rows = type(row).objects.filter(plan=plan, pk=row.pk)
    refuse_to_erase_kept(rows.kept())
    rows.delete()


@transaction.atomic
def move_row(*, row: PlanRow, way: str) -> int:
    """One place ``up`` or ``down`` among those of its kind. Returns its place, from 1."""
    plan = Plan.objects.select_for_update().get(pk=row.plan_id)
    changed(plan)
    return move(list(type(row).objects.filter(plan=plan).kept().order_by("position", "pk")), row, way, "position")


@transaction.atomic
def write_goals(*, user, after_school: str, in_work: str, version: int) -> Plan:
    """The two goals of the whole plan. Raises ``ChangedMeanwhile`` as ``change_row`` does."""
    plan = lock(user)
    if (plan.after_school, plan.in_work) == (after_school, in_work):
        return plan
    rows = Plan.objects.filter(pk=plan.pk, goals_version=version)
    if not rows.update(after_school=after_school, in_work=in_work, goals_version=F("goals_version") + 1):
        raise ChangedMeanwhile
    changed(plan)
    plan.refresh_from_db()
    return plan


def refuse_more_rows(rows, model: type[PlanRow]) -> None:
    if rows.kept().count() >= MOST_ROWS:
        raise Refused(f"A plan holds {MOST_ROWS} {model._meta.verbose_name_plural}. Delete one before you add another.")
