"""A school's own accounts: made for its students, given passwords, closed and opened again."""

from typing import NamedTuple

from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from accounts import passwords
from accounts.actions import close_accounts, set_active
from accounts.models import Cohort, School, User
from accounts.roles import STUDENT
from accounts.schools.actions.members import move_into
from accounts.schools.common import ChangedMeanwhile, Refused, digest
from accounts.schools.preview import Outcome, What, outcomes
from accounts.schools.reading import Line

AT_ONCE = 500


class Slip(NamedTuple):
    """What a student needs to sign in for the first time."""

    username: str
    name: str
    password: str


class Written(NamedTuple):
    """The slips of new accounts, and the numbers of who is in the group now: made for it, or moved into it."""

    slips: list[Slip]
    made: list[int]
    moved: list[int]


def add_students(*, cohort: Cohort, by: User, lines: list[Line], shown: str) -> Written:
    """Write what the preview showed, all or nothing; raises ``ChangedMeanwhile`` where it would be something else."""
    try:
        return write(cohort, by, lines, shown)
    except IntegrityError:  # somebody took one of the user names this very moment
        raise ChangedMeanwhile from None


@transaction.atomic
def write(cohort: Cohort, by: User, lines: list[Line], shown: str) -> Written:
    School.objects.select_for_update().get(pk=cohort.school_id)
    found = outcomes(lines, cohort, by)
    if digest([each.as_shown() for each in found]) != shown:
        raise ChangedMeanwhile
    if any(each.what == What.FAULT for each in found):
        raise Refused("Mend the rows that are marked, and send the list again.")
    slips, made = make_accounts(cohort, [each for each in found if each.what == What.NEW])
    moved = [*dict.fromkeys(each.person for each in found if each.what == What.MOVES)]
    move_into(cohort=cohort, people=[*made, *moved])
    return Written(slips, made, moved)


def make_accounts(cohort: Cohort, found: list[Outcome]) -> tuple[list[Slip], list[int]]:
    users = [User(username=each.username, name=each.name, school=cohort.school) for each in found]
    slips = [slip_for(user) for user in users]
    User.objects.bulk_create(users, batch_size=AT_ONCE)
    role = Group.objects.get_or_create(name=STUDENT)[0]
    held = User.groups.through
    held.objects.bulk_create([held(user=user, group=role) for user in users], batch_size=AT_ONCE)
    return slips, [user.pk for user in users]


def slip_for(user: User) -> Slip:
    """A new one-time password, set but not saved."""
    return Slip(user.username, user.name, passwords.set_one_time(user))


@transaction.atomic
def give_passwords(*, people) -> list[Slip]:
    """New one-time passwords for these accounts, which are a school's; it signs them out everywhere."""
    users = list(people)
    slips = [slip_for(user) for user in users]
    User.objects.bulk_update(users, ["password", "one_time_password_until"], batch_size=AT_ONCE)
    return slips


def close_students(*, people) -> int:
    """Close a school's accounts at once; its rule says when they are erased."""
    users = list(people)
    close_accounts(*users)
    return len(users)


def reopen(*, user: User) -> None:
    set_active(user=user, active=True)
