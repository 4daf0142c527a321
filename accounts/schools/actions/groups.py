"""Groups and posts."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Cohort, Membership, Post, School, User
from accounts.passwords import readable_code
from accounts.schools.common import Refused


@transaction.atomic
def close_cohort(*, cohort: Cohort) -> list[int]:
    """Its students and its counsellors are out of it from now on; who was in it, and when, stays a fact.

    Returns the numbers of the students.
    """
    now = timezone.now()
    students = list(Membership.objects.filter(cohort=cohort, until=None).values_list("user", flat=True))
    Cohort.objects.open().filter(pk=cohort.pk).update(closed_at=now, code_open=False)
    Membership.objects.filter(cohort=cohort, until=None).update(until=now)
    Post.objects.current().filter(cohort=cohort).update(until=now)
    return students


def new_code(*, cohort: Cohort) -> None:
    """The code of before leads nowhere any more."""
    cohort.code = readable_code()
    cohort.save(update_fields=["code"])


def open_code(*, cohort: Cohort, is_open: bool) -> None:
    cohort.code_open = is_open
    cohort.save(update_fields=["code_open"])


@transaction.atomic
def give_post(*, user: User, school: School, cohort: Cohort | None = None) -> Post:
    """Put somebody in charge of a cohort, or of a school; who is in charge of it already stays so."""
    if cohort is not None and (cohort.school_id != school.pk or cohort.closed_at):
        raise Refused("This group is not one of the school's open groups.")
    if not user.is_active:
        raise Refused("This account is closed. Open it first.")
    return Post.objects.current().get_or_create(user=user, school=school, cohort=cohort, until=None)[0]


def end_posts(*, posts: QuerySet[Post]) -> int:
    """From the next request on they see none of these students; that they did stays a fact."""
    return posts.current().update(until=timezone.now())
