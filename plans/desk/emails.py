"""Letters to students who gave an address. They say that there is something to read, never what a plan says."""

from collections.abc import Collection

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string

from accounts.models import User

AT_ONCE = 90


def reminded(students: Collection[User], *, plan_url: str) -> None:
    """One letter for many, whose addresses none of the others sees: a whole caseload is a few letters."""
    addresses = sorted({student.email for student in students if student.email and student.is_active})
    if not addresses or not settings.SENDS_EMAIL:
        return
    body = render_to_string("desk/email/reminded.txt", {"plan_url": plan_url, "site_name": settings.SITE_NAME})
    batches = [addresses[start : start + AT_ONCE] for start in range(0, len(addresses), AT_ONCE)]
    subject = f"Your counsellor left you a message on {settings.SITE_NAME}"
    letters = [EmailMessage(subject=subject, body=body, bcc=batch) for batch in batches]
    get_connection().send_messages(letters)
