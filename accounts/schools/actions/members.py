"""Who is in a cohort. A membership ends and stays as a fact; another begins."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from accounts.models import Cohort, Membership, User
from accounts.schools.common import Refused

NO_SUCH_CODE = "No group has this code. Look at it again letter by letter, or ask your counsellor for it."
CODE_CLOSED = "The code of this group is closed. Ask your counsellor to open it, or to add you."


@transaction.atomic
def join(*, user: User, code: str) -> Cohort:
    """Into the group of this code, out of another of the same school."""
    cohort = Cohort.objects.select_related("school").filter(code=tidied(code)).first()
    if cohort is None:
        raise Refused(NO_SUCH_CODE)
    if cohort.closed_at or not cohort.code_open:
        raise Refused(CODE_CLOSED)
    user = User.objects.select_for_update(of=("self",)).select_related("school").get(pk=user.pk)
    refuse_another_school(user, cohort)
    if not user.memberships.filter(until=None, cohort=cohort).exists():
        move_into(cohort=cohort, people=[user.pk])
    return cohort


def refuse_another_school(user: User, cohort: Cohort) -> None:
    if user.school_id and user.school_id != cohort.school_id:
        raise Refused(f"Your account is one of {user.school}, and this is the code of another school.")
    now = user.memberships.filter(until=None).exclude(cohort__school=cohort.school_id).select_related("cohort__school")
    if current := now.first():
        raise Refused(
            f"This is the code of another school, and you are in a group at {current.cohort.school}. Leave it first."
        )


def tidied(code: str) -> str:
    """A code as it is kept, however it was typed: kmt4rxw, KMT 4RXW, KMT–4RXW."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())[:12]
    return f"{letters[:3]}-{letters[3:]}"


@transaction.atomic
def leave(*, user: User) -> int:
    """Whoever looked after them no longer sees them, from the next request on."""
    return end(Membership.objects.filter(user=user))


@transaction.atomic
def take_out(*, cohort: Cohort, people: Collection[int]) -> int:
    return end(Membership.objects.filter(cohort=cohort, user__in=people))


@transaction.atomic
def move_into(*, cohort: Cohort, people: Collection[int]) -> None:
    """These, by their numbers, out of where they are and into this cohort."""
    end(Membership.objects.filter(user__in=people))
    Membership.objects.bulk_create([Membership(cohort=cohort, user_id=pk) for pk in people], batch_size=500)


def end(memberships) -> int:
    return memberships.filter(until=None).update(until=timezone.now())
