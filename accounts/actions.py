"""What is done to accounts: by their owners, by administrators and by commands."""

from collections.abc import Collection

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts import held, passwords, told
from accounts.models import Hold, User
from accounts.roles import ADMINISTRATOR, ROLES, STUDENT
from accounts.sessions import forget_sessions


@transaction.atomic
def make_person(*, username: str, password: str, roles: Collection[str], name: str = "") -> User:
    """The person of this user name, made where there is none; who is there already stays as they are."""
    username = User.normalize_username(username)
    person = User.objects.filter(username=username).first()
    if person is None:
        person = User.objects.create_user(username, password=password, name=name)
        set_roles(user=person, roles=roles)
    return person


@transaction.atomic
def set_roles(*, user: User, roles: Collection[str]) -> None:
    """Give exactly these roles; whoever holds more than the student's may enter the admin."""
    unknown = set(roles) - ROLES.keys()
    if unknown:
        raise ValueError(f"There is no role {', '.join(sorted(unknown))}.")
    if ADMINISTRATOR not in roles and not user.is_superuser:
        keep_an_administrator(without=[user])
    user.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles])
    user.is_staff = user.is_superuser or bool(set(roles) - {STUDENT})
    user.save(update_fields=["is_staff"])


@transaction.atomic
def set_active(*, user: User, active: bool) -> None:
    """Let a person sign in, or no longer."""
    if not active:
        keep_an_administrator(without=[user])
    user.is_active, user.closed_at = active, None if active else user.closed_at
    user.save(update_fields=["is_active", "closed_at"])


@transaction.atomic
def close_accounts(*people: User) -> None:
    """Nobody signs in to them from now on. Until their school's rule has them erased they can be opened again."""
    keep_an_administrator(without=people)
    User.objects.filter(pk__in=[person.pk for person in people]).update(is_active=False, closed_at=timezone.now())


@transaction.atomic
def end_account(*, user: User) -> bool:
    """What somebody asks for who wants their account gone. Returns whether it is erased already.

    One that a person made goes at once. A school's closes, and goes by the school's rule; so does one that is held.
    """
    if user.school_id or User.objects.held().filter(pk=user.pk).exists():
        close_accounts(user)
        return False
    delete_people(user)
    return True


@transaction.atomic
def set_email(*, user: User, email: str) -> None:
    """The one address that can set a new password; the one before no longer can."""
    user.email = email.lower()
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
    if user.email:
        EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"primary": True})


@transaction.atomic
def give_one_time_password(*, user: User) -> str:
    """A password to read out; it is stored nowhere but scrambled, so this is the only time it is seen."""
    password = passwords.set_one_time(user)
    user.save(update_fields=["password", "one_time_password_until"])
    return password


@transaction.atomic
def delete_people(*people: User) -> None:
    """Delete accounts and everything in them, where no foreign key reaches too."""
    keep_an_administrator(without=people)
    keep_who_is_held(people)
    told.erasing.tell(people)
    forget_sessions(people)
    for person in people:
        held.log_entries(person).delete()
        person.delete()


def keep_an_administrator(*, without: Collection[User]) -> None:
    """Refuse to go on when nobody else could look after accounts. Rows are locked, so that two cannot go at once."""
    administrators = set(User.objects.administrators().select_for_update())
    if administrators and administrators <= set(without):
        raise ValidationError(
            "This is the only administrator. Make somebody else an administrator first.", code="last_administrator"
        )


def keep_who_is_held(people: Collection[User]) -> None:
    if User.objects.held().filter(pk__in=[person.pk for person in people]).exists():
        raise ValidationError("These data must be kept: lift the hold first, which says why.", code="held")


def lift(holds: QuerySet[Hold]) -> int:
    """End these holds; those that ended before stay as they are."""
    return holds.current().update(until=timezone.now())


def due_for_erasure() -> list[User]:
    """The closed accounts whose time has come by their school's rule, and that nobody holds."""
    closed = User.objects.filter(closed_at__isnull=False).exclude(pk__in=User.objects.held().values("pk"))
    return [person for person in closed.select_related("school") if person.erased_on() <= timezone.now()]


@transaction.atomic
def forget_second_factor(*, user: User) -> None:
    """For somebody who lost their phone and their recovery codes: the next sign-in leads to setting it up anew."""
    user.authenticator_set.all().delete()
