"""Files under a step: added, taken out, brought back."""

import hashlib

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from plans.actions.common import Refused, lock, refuse_to_erase_kept, went_on
from plans.models import Evidence, Plan, Step

MOST_BYTES_A_PLAN, MOST_FILES_A_STEP = 50 * 2**20, 20


@transaction.atomic
def add_file(*, step: Step, name: str, kind: str, content: bytes) -> Evidence:
    """The same content is under a step once; where it was taken out it comes back."""
    plan = lock(step.plan.user)
    digest = hashlib.sha256(content).hexdigest()
    file = step.files.defer("content").filter(digest=digest).order_by("removed_at").first()
    if file is not None:
        restore_file(file=file)
        return file
    refuse_more_files(plan, step, len(content))
    went_on(plan)
    return step.files.create(plan=plan, name=name, kind=kind, size=len(content), digest=digest, content=content)


@transaction.atomic
def remove_file(*, file: Evidence) -> None:
    if Evidence.objects.filter(pk=file.pk).kept().update(removed_at=timezone.now()):
        went_on(file.plan)


@transaction.atomic
def restore_file(*, file: Evidence) -> None:
    """It takes up no more room than it did, so there is nothing to count anew but the files of its step."""
    plan = Plan.objects.select_for_update().get(pk=file.plan_id)
    rows = Evidence.objects.filter(plan=plan, step=file.step_id)
    if rows.kept().filter(digest=file.digest).exists():
        return
    refuse_many(rows.kept().count())
    rows.filter(pk=file.pk).update(removed_at=None)
    went_on(plan)


@transaction.atomic
def erase_file(*, file: Evidence) -> None:
    """Delete for good what was taken out."""
    plan = Plan.objects.select_for_update().get(pk=file.plan_id)
    rows = plan.files.filter(pk=file.pk)
    refuse_to_erase_kept(rows.kept())
    rows.delete()


def refuse_more_files(plan: Plan, step: Step, size: int) -> None:
    """What was taken out counts until it is deleted for good: it takes up its room until then."""
    refuse_many(step.files.kept().count())
    if (plan.files.aggregate(sum=Sum("size"))["sum"] or 0) + size > MOST_BYTES_A_PLAN:
        raise Refused(
            "The files of a plan may have 50 MB in all, with those you deleted lately. Delete one for good under "
            "“Recently deleted”, or add a smaller one."
        )


def refuse_many(count: int) -> None:
    if count >= MOST_FILES_A_STEP:
        raise Refused(f"A step holds {MOST_FILES_A_STEP} files. Delete one before you add another.")
