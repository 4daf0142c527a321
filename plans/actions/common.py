"""What every change of a plan does: it locks the plan first, so that two at once follow one another, and says that the
plan changed."""

from django.db.models import F, Max
from django.utils import timezone

from plans.models import Plan, State


class Refused(Exception):
    """A change that cannot be made; its text is a sentence for the student."""


class ChangedMeanwhile(Exception):
    """Somebody, in another tab or on another device, changed the same words since they were read."""


def lock(user) -> Plan:
    """The person's plan, made on first use, held until the transaction ends."""
    Plan.objects.get_or_create(user=user)
    return Plan.objects.select_for_update().get(user=user)


def changed(plan: Plan) -> None:
    """The student wrote something else into the plan; where it was signed off, that begins a new revision."""
    rows, now = Plan.objects.filter(pk=plan.pk), timezone.now()
    signed_off = rows.filter(state__in=[State.APPROVED, State.ARCHIVED])
    if not signed_off.update(state=State.DRAFT, revision=F("revision") + 1, changed_at=now):
        rows.update(changed_at=now)


def went_on(plan: Plan) -> None:
    """The student did what the plan says, such as ticking a step off: the words that were signed off still hold."""
    Plan.objects.filter(pk=plan.pk).update(changed_at=timezone.now())


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
