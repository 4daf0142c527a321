"""Who people are, and no more about them than the site needs."""

import zoneinfo

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models


def default_time_zone():
    return settings.TIME_ZONE


class User(AbstractUser):
    """A person who signs in by user name. What they may do comes from their roles, which are groups."""

    first_name = None
    last_name = None
    name = models.CharField(
        "what we call you", max_length=80, blank=True, help_text="Optional. A first name is enough."
    )
    email = models.EmailField("e-mail", blank=True, help_text="Optional. Only used to set a new password.")
    time_zone = models.CharField(
        max_length=64, default=default_time_zone, help_text="Decides what “today” and “overdue” mean for you."
    )
    one_time_password_until = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="Set while a password given by an administrator waits to be replaced.",
    )

    REQUIRED_FIELDS = []

    def __str__(self):
        return self.name or self.username

    def zone(self):
        """The person's time zone; the site's where what is stored is no zone."""
        try:
            return zoneinfo.ZoneInfo(self.time_zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            return zoneinfo.ZoneInfo(settings.TIME_ZONE)
