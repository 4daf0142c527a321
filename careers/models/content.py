"""One value that says whether what the public reads has changed."""

import uuid

from django.db import models

from careers.prepared import Prepared


class ContentVersion(models.Model):
    """A new value in the transaction of every content change; what is kept in a process is keyed by it.

    ``titles`` changes only where the index of titles does: what is made of all of them takes long to read.
    A random value rather than a count: after a rollback, or a restored backup, a count would come round again.
    """

    token = models.UUIDField(default=uuid.uuid4)
    titles = models.UUIDField(default=uuid.uuid4)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="careers_contentversion_one_row",
                condition=models.Q(pk=1),
                violation_error_message="There is one content version.",
            )
        ]

    def __str__(self):
        return str(self.token)

    @classmethod
    def current(cls) -> uuid.UUID | None:
        return next((token for (token,) in CURRENT.rows()), None)

    @classmethod
    def of_titles(cls) -> uuid.UUID | None:
        return next((titles for (titles,) in TITLES.rows()), None)

    @classmethod
    def bump(cls) -> None:
        cls.objects.update_or_create(pk=1, defaults={"token": uuid.uuid4()})

    @classmethod
    def bump_titles(cls) -> None:
        cls.objects.update_or_create(pk=1, defaults={"titles": uuid.uuid4()})


CURRENT = Prepared(lambda: ContentVersion.objects.filter(pk=1).values_list("token"))
TITLES = Prepared(lambda: ContentVersion.objects.filter(pk=1).values_list("titles"))
