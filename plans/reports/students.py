"""Reports with a line for each student: states, days and numbers, never words of a plan or of a note."""

from collections.abc import Sequence

from django.db.models import F, Q

from accounts.models import Membership
from plans.desk.caseload import unwritten
from plans.models import WAITING, Measure, State
from plans.packs.measuring import measured
from plans.reports.base import STUDENT, Report, Row, Scope, day, plan_of, student_row


def waiting(scope: Scope):
    rows = scope.members().filter(user__plan__state__in=WAITING)
    return rows.order_by(F("user__plan__submitted_at").asc(), "pk")


def waiting_rows(members: Sequence[Membership], scope: Scope) -> list[Row]:
    return [
        student_row(
            member, scope, plan_of(member).get_state_display(), plan_of(member).revision,
            day(plan_of(member).submitted_at), (scope.today - day(plan_of(member).submitted_at)).days,
        )
        for member in members
    ]  # fmt: skip


def not_updated(scope: Scope):
    """Neither changed nor confirmed since the school year began, and not laid aside."""
    unconfirmed = Q(user__plan__confirmed_on=None) | Q(user__plan__confirmed_on__lt=scope.year_began)
    rows = scope.members().filter(unconfirmed, user__plan__changed_at__lt=scope.since)
    return rows.exclude(user__plan__state=State.ARCHIVED)


def not_updated_rows(members: Sequence[Membership], scope: Scope) -> list[Row]:
    return [
        student_row(
            member, scope, plan_of(member).get_state_display(), day(plan_of(member).changed_at),
            plan_of(member).confirmed_on, day(plan_of(member).approved_at),
        )
        for member in members
    ]  # fmt: skip


def not_begun(scope: Scope):
    return scope.members().filter(Q(user__last_login=None) | unwritten("user__plan"))


def not_begun_rows(members: Sequence[Membership], scope: Scope) -> list[Row]:
    """One query: who has written nothing yet."""
    these = Membership.objects.filter(pk__in=[member.pk for member in members])
    empty = set(these.filter(unwritten("user__plan")).values_list("pk", flat=True))
    return [
        student_row(
            member, scope, "Nothing written" if member.pk in empty else "Begun", day(member.user.last_login) or "Never",
        )
        for member in members
    ]  # fmt: skip


def hours_rows(members: Sequence[Membership], scope: Scope) -> list[Row]:
    """Counted as requirements count them: what has begun, in full hours."""
    counts = measured([plan for plan in map(plan_of, members) if plan], (Measure.EXPERIENCES, Measure.HOURS))
    none = {Measure.EXPERIENCES: 0, Measure.HOURS: 0}
    held = [counts[plan.pk] if plan else none for plan in map(plan_of, members)]
    return [
        student_row(member, scope, each[Measure.EXPERIENCES], each[Measure.HOURS])
        for member, each in zip(members, held, strict=True)
    ]


WAIT = Report(
    "waiting", "Waiting for review", "Which plans wait to be read, the longest waiting first?",
    (*STUDENT, "State", "Revision", "Sent on", "Days waiting"), waiting, waiting_rows, names_students=True,
)  # fmt: skip
NOT_UPDATED = Report(
    "not-updated", "Not updated this school year", "Whose plan was neither changed nor confirmed since 1 August?",
    (*STUDENT, "State", "Last changed", "Last confirmed", "Signed off"), not_updated, not_updated_rows,
    names_students=True, note="Students without a plan are in “No plan or no sign-in”.",
)  # fmt: skip
NOT_BEGUN = Report(
    "not-begun", "No plan or no sign-in", "Who has written nothing yet, or never signed in?",
    (*STUDENT, "Plan", "Last sign-in"), not_begun, not_begun_rows, names_students=True,
    note="Steps that a counsellor gave do not count as written.",
)  # fmt: skip
HOURS = Report(
    "hours", "Work-based hours", "How often, and for how many hours, was each student at a workplace?",
    (*STUDENT, "Times", "Hours"), Scope.members, hours_rows, names_students=True,
    note="As the students wrote them down: what has begun, in full hours.",
)  # fmt: skip
