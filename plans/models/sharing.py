"""Links by which a student lets somebody without an account read parts of the plan."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.models.plan import Plan

PARTS = {
    "goals": "Goals and steps",
    "careers": "Saved careers",
    "courses": "Courses",
    "experience": "Work-based learning",
    "skills": "Skills and activities",
    "applications": "Applications and money",
}


class LinkQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(plan__user=user)

    def open(self, on):
        """Those that still lead somewhere on this day."""
        return self.filter(revoked_at__isnull=True, ends_on__gte=on)


class Link(models.Model):
    """A secret address that ends. Only the hash of its secret is kept, so that nobody can read it out of a backup."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="links")
    name = models.CharField("for whom", max_length=80)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    parts = models.JSONField(default=list)
    for_family = models.BooleanField("a family may say that they read it", default=False)
    ends_on = models.DateField("last day")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    opened = models.PositiveIntegerField("times opened", default=0, editable=False)
    opened_at = models.DateTimeField("last opened", null=True, blank=True, editable=False)
    acknowledged_at = models.DateTimeField(null=True, blank=True, editable=False)
    acknowledged_by = models.CharField(max_length=80, blank=True, editable=False)

    objects = LinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="plans_link_has_name",
                condition=~Q(name=""),
                violation_error_message="Say for whom the link is.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def parts_in_words(self):
        return [PARTS.get(part, part) for part in self.parts]

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [
            {"link for": row.name, "shows": row.parts_in_words, "ends on": row.ends_on,
             "for the family": row.for_family, "made on": row.made_at, "taken back on": row.revoked_at,
             "times opened": row.opened, "last opened": row.opened_at, "acknowledged on": row.acknowledged_at,
             "acknowledged by": row.acknowledged_by}
            for row in cls.objects.of(user)
        ]  # fmt: skip
