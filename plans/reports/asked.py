"""Reports of what schools ask of plans: who has all of it, what each misses, and how many have."""

from collections.abc import Collection, Sequence

from django.db.models import QuerySet

from accounts.models import Cohort, Membership, Post, User
from plans.packs.standing import Checklist, for_students
from plans.reports.base import STUDENT, Report, Row, Scope, day, kept, plan_of, student_row
from plans.reports.staff import colleagues, groups_of

NOTHING_ASKED = "Nothing asked"
KEPT = 10 * 60  # seconds: a plan is measured by many counts, and these reports are about thousands


def checklists(members: Collection[Membership]) -> dict[int, Checklist]:
    return for_students([member.user for member in members])


def missing_rows(members: Sequence[Membership], scope: Scope) -> list[Row]:
    lists = checklists(members)
    return [student_row(member, scope, *missing_cells(lists.get(member.user_id))) for member in members]


def missing_cells(asked: Checklist | None) -> tuple[int | None, str]:
    if asked is None:
        return None, NOTHING_ASKED
    return len(asked.open), " · ".join(row.requirement.words for row in asked.open)


def transcript_rows(members: Sequence[Membership], scope: Scope) -> list[Row]:
    lists = checklists(members)
    return [
        student_row(member, scope, *transcript_cells(lists.get(member.user_id)), signed_off(member))
        for member in members
    ]  # fmt: skip


def transcript_cells(asked: Checklist | None) -> tuple[str, int | None, int | None]:
    if asked is None:
        return NOTHING_ASKED, None, None
    return "Met" if asked.is_complete else "Not met", len(asked.settled), len(asked.rows)


def signed_off(member: Membership):
    plan = plan_of(member)
    return day(plan.approved_at) if plan else None


# Counts


def tally(cohorts: Collection[Cohort], scope: Scope) -> dict[int, tuple[int, ...]]:
    """Complete, incomplete, and of whom nothing is asked, by the group's key; as it was some minutes ago at most."""
    return kept("complete", scope, cohorts, KEPT, lambda: count(cohorts, scope))


def count(cohorts: Collection[Cohort], scope: Scope) -> dict[int, tuple[int, ...]]:
    """The same now: every plan of the groups is measured, in as many queries for one as for many."""
    members = list(Membership.objects.students_in(cohorts, scope.staff).select_related("user").order_by())
    lists = checklists(members)
    found = {cohort.pk: [0, 0, 0] for cohort in cohorts}
    for member in members:
        asked = lists.get(member.user_id)
        found[member.cohort_id][2 if asked is None else 0 if asked.is_complete else 1] += 1
    return {key: tuple(counts) for key, counts in found.items()}


def groups(scope: Scope) -> list[Cohort]:
    return scope.groups


def group_rows(cohorts: Sequence[Cohort], scope: Scope) -> list[Row]:
    counts = tally(cohorts, scope)
    names = counsellors_of(cohorts)
    return [
        Row([scope.group_names[each.pk], ", ".join(names[each.pk]), sum(counts[each.pk]), *counts[each.pk]])
        for each in cohorts
    ]


def counsellors_of(cohorts: Collection[Cohort]) -> dict[int, list[str]]:
    """Who looks after each group now, by its key."""
    found: dict[int, list[str]] = {cohort.pk: [] for cohort in cohorts}
    for post in Post.objects.current().filter(cohort__in=cohorts).select_related("user").order_by("since", "pk"):
        found[post.cohort_id].append(str(post.user))
    return found


def counsellors(scope: Scope) -> QuerySet[User]:
    """Of the colleagues those who have a group."""
    return colleagues(scope).filter(pk__in=Post.objects.current().filter(cohort__in=scope.cohorts).values("user"))


def counsellor_rows(people: Sequence[User], scope: Scope) -> list[Row]:
    """A group with two counsellors counts for both."""
    groups = groups_of(people, scope)
    counts = tally({cohort.pk: cohort for each in groups.values() for cohort in each}.values(), scope)
    return [
        Row([str(person), ", ".join(scope.group_names[each.pk] for each in groups[person.pk]), sum(sums), *sums])
        for person in people
        for sums in [[sum(column) for column in zip(*(counts[each.pk] for each in groups[person.pk]), strict=True)]]
    ]


COUNTS = ("Students", "Complete", "Incomplete", NOTHING_ASKED)
COMPLETE = "A plan is complete when it holds all that the school asks, or its student is exempt from the rest."
COUNTED_NOTE = f"{COMPLETE} Counted at most every ten minutes."
BY_GROUP = Report(
    "groups", "Complete and incomplete, by group", "How many plans of each group are complete?",
    ("Group", "Counsellors", *COUNTS), groups, group_rows, per_page=20, batch=20, note=COUNTED_NOTE,
)  # fmt: skip
BY_COUNSELLOR = Report(
    "counsellors", "Complete and incomplete, by counsellor", "How many plans of each counsellor's groups are complete?",
    ("Counsellor", "Groups", *COUNTS), counsellors, counsellor_rows, by_group=False, per_page=20, batch=20,
    note=f"{COUNTED_NOTE} A group with two counsellors counts for both.",
)  # fmt: skip
MISSING = Report(
    "missing", "What is missing", "What does each student's plan still miss of what the school asks?",
    (*STUDENT, "Missing", "What is missing"), Scope.members, missing_rows, names_students=True,
)  # fmt: skip
TRANSCRIPT = Report(
    "transcript", "Met and not met, for the transcript", "Who meets all that the school asks this year?",
    (*STUDENT, "Requirements", "Met or exempt", "Asked", "Signed off"), Scope.members, transcript_rows,
    names_students=True, note=COMPLETE,
)  # fmt: skip
