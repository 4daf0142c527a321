"""What counsellors did: numbers of decisions and words exchanged, never the words."""

from collections.abc import Sequence

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from accounts.models import Cohort, Membership, Post, School, User
from plans.models import Assignment, Comment, Decision, Note, Review
from plans.reports.base import Report, Row, Scope


def colleagues(scope: Scope) -> QuerySet[User]:
    """For the head of a school whoever is in post there; for a counsellor themselves alone."""
    called = Lower(Coalesce(NullIf("name", Value("")), "username"))
    in_post = Post.objects.current().filter(school__in=School.objects.headed_by(scope.staff))
    return User.objects.filter(Q(pk__in=in_post.values("user")) | Q(pk=scope.staff.pk)).order_by(called.asc(), "pk")


def groups_of(people: Sequence[User], scope: Scope) -> dict[int, list[Cohort]]:
    """Which of the groups that the reader sees each looks after as its counsellor, by the person's key. One query."""
    cohorts = {cohort.pk: cohort for cohort in scope.cohorts}
    found: dict[int, list[Cohort]] = {person.pk: [] for person in people}
    for user, cohort in (
        Post.objects.current().filter(user__in=people, cohort__in=cohorts).values_list("user", "cohort")
    ):
        found[user].append(cohorts[cohort])
    return {user: sorted(each, key=lambda cohort: (cohort.year, cohort.name)) for user, each in found.items()}


def done_by(rows: QuerySet, who: str, scope: Scope, people: Sequence[User], *by: str) -> dict[tuple, int]:
    """How many of these rows are each person's since the school year began, in the schools the reader sees."""
    member = Membership.objects.filter(user=OuterRef("plan__user"), cohort__school__in=scope.schools)
    rows = rows.filter(Exists(member), at__gte=scope.since, **{f"{who}__in": people}).order_by()
    return {tuple(each): count for *each, count in rows.values_list(who, *by).annotate(Count("pk"))}


def activity_rows(people: Sequence[User], scope: Scope) -> list[Row]:
    """Five queries."""
    groups = groups_of(people, scope)
    decided = done_by(Review.objects.all(), "by", scope, people, "decision")
    said = done_by(Comment.objects.filter(by_staff=True), "author", scope, people)
    noted = done_by(Note.objects.all(), "author", scope, people)
    given = Assignment.objects.filter(by__in=people, at__gte=scope.since, cohort__school__in=scope.schools).order_by()
    steps = dict(given.values_list("by").annotate(Count("pk")))
    return [
        Row([
            str(person), ", ".join(scope.group_names[cohort.pk] for cohort in groups[person.pk]),
            decided.get((person.pk, Decision.APPROVED), 0), decided.get((person.pk, Decision.RETURNED), 0),
            said.get((person.pk,), 0), noted.get((person.pk,), 0), steps.get(person.pk, 0),
        ])
        for person in people
    ]  # fmt: skip


ACTIVITY = Report(
    "activity", "Counsellor activity", "What did each counsellor do since 1 August?",
    ("Counsellor", "Groups", "Signed off", "Sent back", "Comments and reminders", "Notes", "Steps given"),
    colleagues, activity_rows, by_group=False, per_page=20,
    note="A head of guidance sees everybody in post at the school, a counsellor their own numbers.",
)  # fmt: skip
