"""The weekly letter: how much waits, and a link. Mail is not private: no word of a plan and nobody's name is in it."""

from collections.abc import Collection, Iterator
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from accounts.digest import stop_address
from accounts.models import Post, User
from plans.desk.needs import needs_of_staff
from plans.needs import Need, waiting_for

Part = tuple[list[Need], str]  # what waits, and the page that shows it


def parts_for(people: Collection[User]) -> Iterator[tuple[User, list[Part]]]:
    """What waits for each of them. Seven queries for all, and one more for each who looks after students."""
    own = waiting_for(people)
    staff = set(Post.objects.current().filter(user__in=people).values_list("user", flat=True))
    for person in people:
        found = [(needs_of_staff(person), "desk:needs")] if person.pk in staff else []
        if person.pk in own:
            found.append((own[person.pk].needs, "plans:needs"))
        yield person, [(needs, settings.SITE_ADDRESS + reverse(page)) for needs, page in found if needs]


def letter_to(person: User, parts: list[Part]) -> EmailMessage:
    stop = stop_address(person)
    context = {"parts": parts, "stop": stop, "site_name": settings.SITE_NAME}
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    body = render_to_string("plans/email/digest.txt", context)
    return EmailMessage(f"What needs you on {settings.SITE_NAME}", body, to=[person.email], headers=headers)


def send(person: User, parts: list[Part], connection: BaseEmailBackend) -> bool:
    """Whether it went out. It is marked as sent before: rather one letter too few than two, should the power fail."""
    if not mark(person):
        return False
    try:
        connection.send_messages([letter_to(person, parts)])
    except (SMTPException, OSError, ValueError):
        User.objects.filter(pk=person.pk).update(digest_at=person.digest_at)
        connection.close()  # the next letter begins anew, whatever state this one left behind
        raise
    return True


def mark(person: User) -> bool:
    """False where another run was here first, or where they want no letters any more."""
    as_read = User.objects.filter(pk=person.pk, digest_at=person.digest_at, wants_digest=True)
    return bool(as_read.update(digest_at=timezone.now()))
