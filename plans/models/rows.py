"""What every row of a plan has in common: it belongs to one plan, is sent once, noticed when two change it, and can be
taken out and brought back."""

import datetime
import uuid

from django.db import models
from django.utils import timezone

from careers.models.natural import NaturalKeyManager, NaturallyKeyed

FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)


class RemovableQuerySet(models.QuerySet):
    """Rows of a plan that can be taken out and brought back."""

    def of(self, user):
        """The rows of this person's plan: whoever else asks finds nothing."""
        return self.filter(plan__user=user)

    def kept(self):
        """What has not been taken out; what has can be brought back."""
        return self.filter(removed_at__isnull=True)

    def removed(self):
        return self.filter(removed_at__isnull=False)


class PlanRow(NaturallyKeyed):
    """A row that a student writes. ``token`` is known beyond this database: documents name rows by it."""

    plan = models.ForeignKey("plans.Plan", on_delete=models.CASCADE, related_name="%(class)s_rows")
    position = models.PositiveIntegerField(default=0, editable=False)
    version = models.PositiveIntegerField(
        default=0, editable=False, help_text="Counts changes, so that two tabs notice each other."
    )
    token = models.UUIDField(
        default=uuid.uuid4, editable=False, help_text="Made of the form it was sent with: a double click makes one row."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    natural_fields = ("plan__user__username", "token")

    objects = NaturalKeyManager.from_queryset(RemovableQuerySet)()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    @classmethod
    def written(cls) -> list[models.Field]:
        """The fields that the student fills in."""
        return [field for field in cls._meta.concrete_fields if field.editable and field.name not in {"id", "plan"}]

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [row.told() for row in cls.objects.of(user)]

    def told(self) -> dict:
        said = {str(field.verbose_name): self.said(field) for field in self.written()}
        return said | {"written on": self.created_at, "changed on": self.changed_at, "deleted on": self.removed_at}

    def said(self, field: models.Field):
        """The value of a field in words, and of a row that it points at its name."""
        if field.choices:
            return getattr(self, f"get_{field.name}_display")()
        return str(getattr(self, field.name) or "") if field.is_relation else getattr(self, field.name)


def sent_once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["plan", "token"], name=name, violation_error_message="This is in your plan already."
    )


def has_words(name: str, field: str, message: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=~models.Q(**{field: ""}), violation_error_message=message)


def day_in_reach(name: str, field: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=models.Q(**{f"{field}__isnull": True}) | models.Q(**{f"{field}__range": (FIRST_DAY, LAST_DAY)}),
        violation_error_message="Choose a day between 1900 and 2200.",
    )
