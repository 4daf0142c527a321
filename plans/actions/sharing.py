"""Secret addresses: links for people without an account, and the calendar's. What is asked for twice is made once."""

import base64
import hashlib
import secrets
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from plans.actions.common import Refused, lock
from plans.models import Link, Plan

MOST_LINKS = 50
LONGEST_LINK = timedelta(days=366)


def secret_of(user, token: str) -> str:
    """43 characters that nobody guesses: of this site's key, of the person and of the form's token.

    A form sent twice makes one secret, and whoever chooses the token cannot choose the secret.
    """
    made = salted_hmac("plans.actions.sharing", f"{user.pk}:{token}", algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def digest_of_secret(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make_link(*, user, token: str, name: str, parts: list[str], ends_on: date, for_family: bool) -> tuple[Link, str]:
    """The link and its secret, which nothing keeps."""
    plan, secret = lock(user), secret_of(user, token)
    standing = plan.links.filter(digest=digest_of_secret(secret)).first()
    if standing is not None:
        return standing, secret
    if plan.links.filter(revoked_at=None, ends_on__gte=timezone.localdate()).count() >= MOST_LINKS:
        raise Refused(f"{MOST_LINKS} links are open. Take one back before you make another.")
    words = {"name": name, "parts": parts, "ends_on": ends_on, "for_family": for_family}
    return plan.links.create(digest=digest_of_secret(secret), **words), secret


@transaction.atomic
def revoke_link(*, link: Link) -> None:
    Link.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())


def link_opened(*, link: Link) -> None:
    Link.objects.filter(pk=link.pk).update(opened=F("opened") + 1, opened_at=timezone.now())


@transaction.atomic
def acknowledge(*, link: Link, name: str) -> bool:
    """A family says that they read it: once, the first name stands. Whether it was this time."""
    rows = Link.objects.filter(pk=link.pk, for_family=True, acknowledged_at=None, revoked_at=None)
    return bool(rows.update(acknowledged_at=timezone.now(), acknowledged_by=name))


@transaction.atomic
def make_feed(*, user) -> Plan:
    """A new address for the calendar; the one before leads nowhere from now on."""
    plan = lock(user)
    plan.feed = secrets.token_urlsafe(32)
    plan.save(update_fields=["feed"])
    return plan


@transaction.atomic
def revoke_feed(*, user) -> None:
    Plan.objects.filter(user=user).update(feed=None)
