"""What counsellors do beside reviewing: notes, reminders, steps for whole groups, and exemptions from them."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone

from accounts.models import Cohort, Membership, User
from plans.actions.common import lock
from plans.models import Assignment, Comment, Exemption, Note, Plan, Progress, Requirement, Step

SOON_AFTER = timedelta(minutes=10)
BATCH = 200
BEFORE = (Progress.NOT_STARTED, Progress.NOT_NEEDED)


@transaction.atomic
def write_note(*, plan: Plan, author: User, text: str, is_private: bool, token: uuid.UUID) -> Note:
    """Sent twice it is noted once."""
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    words = {"author": author, "author_name": str(author), "text": text, "is_private": is_private}
    return plan.staff_notes.get_or_create(token=token, defaults=words)[0]


@transaction.atomic
def remind(*, staff: User, students: Collection[User], text: str, token: uuid.UUID, sent=None) -> list[Plan]:
    """Say the same to each of them at their plan; sent twice it is said once. Returns the plans it is new in.

    ``sent`` is called with their students once it is saved.
    """
    plans = plans_of(students)
    told = set(Comment.objects.filter(plan__in=plans, token=token).values_list("plan", flat=True))
    plans = [plan for plan in plans if plan.pk not in told]
    words = {"author": staff, "author_name": str(staff), "by_staff": True, "text": text, "token": token}
    rows = [Comment(plan=plan, **words) for plan in plans]
    Comment.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    Plan.objects.filter(pk__in=[plan.pk for plan in plans]).update(spoken_at=timezone.now())
    if sent and plans:
        transaction.on_commit(partial(sent, [plan.user for plan in plans]), robust=True)
    return plans


def plans_of(students: Collection[User]) -> list[Plan]:
    """Their plans, made where there is none yet: an empty plan has not been changed since its student came."""
    have = set(Plan.objects.filter(user__in=students).values_list("user", flat=True))
    new = [Plan(user=user, changed_at=user.date_joined) for user in students if user.pk not in have]
    Plan.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    return list(Plan.objects.filter(user__in=students).select_related("user"))


# Steps that are given


@transaction.atomic
def assign(*, staff: User, cohort: Cohort, text: str, why: str, due_on: date | None, students=None) -> Sequence[Plan]:
    """Give a step to a whole cohort, or to some of its students. Returns the plans it is new in.

    The same words soon after are the same step, so that a double click gives it once.
    """
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    words = {"cohort": cohort, "text": text, "why": why, "due_on": due_on, "for_all": students is None, "by": staff}
    just_now = Assignment.objects.standing().filter(at__gt=timezone.now() - SOON_AFTER, **words)
    given = just_now.first() or Assignment.objects.create(by_name=str(staff), **words)
    if students is None:
        current = Membership.objects.current().filter(cohort=cohort)
        students = User.objects.filter(pk__in=current.values("user"), closed_at__isnull=True)
    return give(given, plans_of(list(students)))


def give(assignment: Assignment, plans: Iterable[Plan]) -> Sequence[Plan]:
    """Put the step at the end of each plan that does not have it. The student's own words stay signed off."""
    rows = Plan.objects.filter(pk__in=[plan.pk for plan in plans])
    rows = rows.exclude(pk__in=assignment.steps.values("plan")).exclude(exemptions__assignment=assignment)
    new = list(rows.select_related("user").annotate(last=Max("steps__position")))
    steps = [
        Step(plan=plan, assignment=assignment, text=assignment.text, due_on=assignment.due_on,
             position=0 if plan.last is None else plan.last + 1)
        for plan in new
    ]  # fmt: skip
    Step.objects.bulk_create(steps, batch_size=BATCH, ignore_conflicts=True)
    return new


def take_up(*, user: User) -> None:
    """Put into a student's plan what their group was given before they came to it. One query where there is none."""
    missing = list(Assignment.objects.missing_from_plan_of(user).order_by("at", "pk"))
    if missing:
        with transaction.atomic():
            plan = lock(user)
            for assignment in missing:
                give(assignment, [plan])


@transaction.atomic
def withdraw_assignment(*, assignment: Assignment) -> None:
    """Take it out of the plans where nobody began it. Where a student began it or wrote to it, it stays as theirs."""
    now = timezone.now()
    if not Assignment.objects.standing().filter(pk=assignment.pk).update(withdrawn_at=now):
        return
    untouched = {"state__in": BEFORE, "helper": "", "evidence": "", "evidence_link": "", "reflection": ""}
    with_files = Step.objects.filter(assignment=assignment, files__isnull=False).values("pk")
    assignment.steps.kept().filter(**untouched).exclude(pk__in=with_files).update(removed_at=now)


@transaction.atomic
def exempt(*, plan: Plan, assignment: Assignment, staff: User, reason: str) -> Exemption:
    """This student need not do it; their step says that it does not apply, unless it is done."""
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    rows = plan.steps.filter(assignment=assignment).exclude(state=Progress.DONE)
    rows.update(state=Progress.NOT_NEEDED)
    return plan.exemptions.get_or_create(assignment=assignment, defaults={"reason": reason, "by": staff})[0]


@transaction.atomic
def exempt_required(*, plan: Plan, requirement: Requirement, staff: User, reason: str) -> Exemption:
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    return plan.exemptions.get_or_create(requirement=requirement, defaults={"reason": reason, "by": staff})[0]


@transaction.atomic
def end_exemption(*, exemption: Exemption) -> None:
    plan = Plan.objects.select_for_update().get(pk=exemption.plan_id)
    if not plan.exemptions.filter(pk=exemption.pk).delete()[0] or exemption.assignment is None:
        return
    rows = plan.steps.filter(assignment=exemption.assignment, state=Progress.NOT_NEEDED)
    rows.update(state=Progress.NOT_STARTED)
    if not exemption.assignment.withdrawn_at:
        give(exemption.assignment, [plan])


# Questions


def tally(assignments: Collection[Assignment]) -> dict[int, dict[str, int]]:
    """How far each is, by its key, in one query: in how many plans it is, done, and not needed."""
    rows = Step.objects.filter(assignment__in=assignments).kept().order_by()
    found: dict[int, dict[str, int]] = {}
    for row in rows.values("assignment", "state").annotate(count=Count("pk")):
        found.setdefault(row["assignment"], {})[row["state"]] = row["count"]
    return found
